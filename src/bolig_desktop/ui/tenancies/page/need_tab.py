"""The tab with a lease's need assessments and the decisions on it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.tenancies.records import Decision
from bolig_desktop.tenancies.rules.gate import unfinished
from bolig_desktop.ui.followup.need import assessments_of, decisions_of, newest_assessment, when_decided
from bolig_desktop.ui.followup.owner import Owner
from bolig_desktop.ui.followup.places import NEED
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.field import ProblemLine, Sentence
from bolig_desktop.ui.words import tr


class NeedTab(QWidget):
    """Vurdering: two lists, and ``begin`` that opens what comes next."""

    def __init__(self, page: TopicPage) -> None:
        super().__init__()
        self._page, self._owner = page, Owner(page)
        self.assessments = assessments_of(page)
        self.decisions = decisions_of(page, NEED)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._lacking = ProblemLine()
        self._lacking.setContentsMargins(0, 0, 0, 6)
        column.addWidget(self._lacking)
        for heading, sub in ((tr("Behovsvurdering"), self.assessments), (tr("Vedtak"), self.decisions)):
            words = QLabel(heading)
            words.setProperty("role", "heading")
            column.addWidget(words)
            column.addWidget(sub)
        column.addStretch(1)

    def say(self, lacking: Sequence[Sentence]) -> None:
        """Say on top what is lacking before another lease may follow."""
        self._lacking.show_sentences(lacking)

    def begin(self, code: str) -> None:
        """Open what the gate says is lacking (a problem's code)."""
        newest = newest_assessment(self._owner, self._page.record.id)
        if code == "gate.no_assessment" or newest is None:
            self.assessments.begin()
        elif code == "gate.assessment_unfinished":
            self.assessments.begin(newest)
            if self.assessments.list.form is not None:
                self.assessments.list.form.focus(next(iter(unfinished(newest)), "reasons"))
        elif code == "gate.no_decision":
            self.decisions.begin()
        elif code == "gate.decision_used":
            is_used = any(d.assessment_id == newest.id for d in self._decisions())
            (self.assessments if is_used else self.decisions).begin()
        elif code == "gate.decision_without_assessment":
            self.decisions.begin(max(self._decisions(), key=when_decided))

    def _decisions(self) -> list[Decision]:
        return self._page.session.case.decisions.of_tenancy(self._page.record.id)
