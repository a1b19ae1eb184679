"""Many binders made one after the other, each in its household's language, the way letters to many are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject

from bolig_desktop.archive.records import Paper
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.batch import Line
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.law.sections import section
from bolig_desktop.ui.documents.batch_run import BatchRun, Out
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import tr

_PAPER = "D9"


class BinderRun(BatchRun):
    """Makes a binder for each line. languages: what each is printed in, by the household's id."""

    def __init__(self, session: Session, lines: Sequence[Line], languages: Mapping[int, str], out: Out,
                 parent: QObject | None = None) -> None:  # fmt: skip
        super().__init__(session, _PAPER, lines, "", out, parent)
        self._languages = languages

    def _filed(self, case: CaseFile, line: Line, ready: Callable[[bytes], object]) -> tuple[Paper, bytes]:
        """Make and file one binder; who has become shielded since the list was made, gets it by itself (AG-3)."""
        if case.households.is_shielded(line.id):
            raise Refused(Problem(field="", code="batch.shielded", section=section("AG-3")))
        return print_and_file(case, _PAPER, line.id, self._languages[line.id], ready=ready)

    def _cannot_begin(self) -> str:
        return tr("Ingen permer er laget. Skriveren eller mappen kan ikke brukes nå; velg en annen.")

    def _not_printed(self) -> str:
        return tr("Skriveren tok ikke imot alt. Permene som er laget, ligger under Papirer; se hva som kom ut.")

    def _as_now(self, line: Line) -> Line:
        return replace(line, household=self._session.case.households.label(line.id))
