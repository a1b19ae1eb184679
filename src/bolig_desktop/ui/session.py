"""The open case file, as Qt sees it: every write goes through run(), every view listens to changed."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.history import Entry

T = TypeVar("T")


class Session(QObject):
    """One door for writes; ``changed`` carries the names of the tables that were written."""

    changed = Signal(frozenset)
    saved = Signal()

    def __init__(self, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case = case

    def run(self, work: Callable[[CaseFile], T], what: str = "") -> T:
        """Do the work in one transaction, tell every view what changed, and return what the work returned.

        Raises Refused or FileTrouble; then nothing was changed and nothing is told.
        """
        with self.case.atomic(what):
            result = work(self.case)
        self._tell()
        return result

    def undo(self) -> list[Entry]:
        """Take back the last change and tell every view; an empty list when there is nothing to take back."""
        entries = self.case.undo_last()
        self._tell()
        return entries

    @property
    def today(self) -> date:
        """The day the program counts from."""
        return self.case.clock()

    def _tell(self) -> None:
        touched = self.case.take_touched()
        if touched:
            self.changed.emit(touched)
            self.saved.emit()
