"""What came of letters to many: how many were made, which were not and why, and which are left."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.documents.batch import Line
from bolig_desktop.ui.documents.batch_layout import button, empty, page, said, scrolled
from bolig_desktop.ui.documents.batch_run import Outcome
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.facts_list import FactsList
from bolig_desktop.ui.words import tr


class Told(QWidget):
    """The outcome, and what can be done next: signals ``reprint_wanted()``, ``rest_wanted()``, ``closed()``."""

    reprint_wanted = Signal()
    rest_wanted = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._result = QVBoxLayout()
        self._result.setSpacing(10)
        self.failed, self.remaining = FactsList(), FactsList()
        self._failed_words, self._left_words = said("", "heading"), said("", "heading")
        lists = (self._failed_words, self.failed, self._left_words, self.remaining)
        above = scrolled(said(tr("Brev til flere"), "case-title"), self._result, *lists)
        self.reprint_button = button(tr("Skriv dem ut på nytt"), self.reprint_wanted.emit)
        self.rest_button = button("", self.rest_wanted.emit)
        self.close_button = button(tr("Lukk"), self.closed.emit, role="main")
        buttons = (self.reprint_button, self.rest_button, self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(page(above, said("", "muted"), *buttons))

    def show_outcome(
        self, outcome: Outcome, *, printed: bool, again: bool, can_reprint: bool, left: Sequence[Line]
    ) -> None:
        """Tell of a run. printed: it went to a printer; again: its letters were filed before it.

        can_reprint: whether there are letters to print once more; left: the letters that are not made yet.
        """
        empty(self._result)
        if outcome.trouble:
            self._result.addWidget(Banner(Tone.DANGER, outcome.trouble, icon="circle-alert"))
        if outcome.made and not (again and outcome.trouble):
            open_files = "" if printed else tr("Filene er ikke låst. Slett dem når de er brukt.")
            self._result.addWidget(Banner(Tone.GOOD, made_words(outcome, again=again), text=open_files))
        failed = [(line, "") for line in outcome.left] if again else outcome.failed
        count = len(failed)
        words = (
            tr("Ikke skrevet ut på nytt: {count}", count=count) if again else tr("Ikke ferdig: {count}", count=count)
        )
        _show_lines(self._failed_words, self.failed, words, failed)
        _show_lines(
            self._left_words, self.remaining, tr("Gjenstår: {count}", count=len(left)), [(line, "") for line in left]
        )
        self.reprint_button.setVisible(can_reprint)
        self.rest_button.setVisible(bool(left))
        self.rest_button.setText(tr("Lag de {count} som gjenstår", count=len(left)))
        self.close_button.setFocus()


def made_words(outcome: Outcome, *, again: bool = False) -> str:
    """Say how many letters were made, or printed again."""
    count = len(outcome.made)
    if again:
        return tr("{count} brev er skrevet ut på nytt.", count=count)
    return tr("{count} brev er laget og ligger under Papirer.", count=count)


def _show_lines(heading: QLabel, facts: FactsList, words: str, lines: Sequence[tuple[Line, str]]) -> None:
    facts.clear()
    heading.setText(words)
    for part in (heading, facts):
        part.setVisible(bool(lines))
    for line, why in lines:
        called = household_words(line.household)
        facts.add(line.dwelling or called, f"{called}: {why}" if why else called)
