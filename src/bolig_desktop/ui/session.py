"""The open case file, as Qt sees it: every write goes through run(), every view listens to changed."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.history import Entry

T = TypeVar("T")


class Session(QObject):
    """One door for writes; ``changed`` carries the names of the tables that were written.

    ``day_changed()``: a new day has begun, and everything that counts from today counts otherwise.
    """

    changed = Signal(frozenset)
    saved = Signal()
    day_changed = Signal()

    def __init__(self, case: CaseFile, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.case = case
        self._day = case.clock()
        self._gathers = False

    def run(self, work: Callable[[CaseFile], T], what: str = "") -> T:
        """Do the work in one transaction, tell every view what changed, and return what the work returned.

        Raises Refused or FileTrouble; then nothing was changed and nothing is told.
        """
        with self.case.atomic(what):
            result = work(self.case)
        if not self._gathers:
            self._tell()
        return result

    def bring(self, work: Callable[[CaseFile], T]) -> T:
        """Do work that opens and may take back its own transaction, and tell every view what changed."""
        result = work(self.case)
        self._tell()
        return result

    def gather(self, on: bool) -> None:
        """Tell of many changes as of one: nothing while it is on, and what was written once it is off.

        Each is written and stands in the history by itself; only the views wait, for they would read all anew.
        """
        self._gathers = on
        if not on:
            self._tell()

    def undo(self) -> list[Entry]:
        """Take back the last change and tell every view; an empty list when there is nothing to take back."""
        entries = self.case.undo_last()
        self._tell()
        return entries

    @property
    def today(self) -> date:
        """The day the program counts from."""
        return self.case.clock()

    def look_at_the_day(self) -> None:
        """Tell every view if the day is another than last time."""
        if self.today != self._day:
            self._day = self.today
            self.day_changed.emit()

    def _tell(self) -> None:
        touched = self.case.take_touched()
        if touched:
            self.changed.emit(touched)
            self.saved.emit()
