"""The tab with a lease's need assessments and the decisions on it."""

import dataclasses
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import Conclusion, Decision, DecisionKind, DecisionResult, NeedAssessment
from bolig_desktop.tenancies.rules.gate import unfinished
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.tenancies.assessment_form import AssessmentForm
from bolig_desktop.ui.tenancies.decision_form import DecisionForm
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
from bolig_desktop.ui.widgets.field import ProblemLine, Sentence
from bolig_desktop.ui.widgets.pills import Pill
from bolig_desktop.ui.widgets.sub_list import SubList, Words
from bolig_desktop.ui.words import in_norwegian, tr

RESULT_OF = {
    Conclusion.EXTEND: DecisionResult.GRANTED,
    Conclusion.NOT_EXTEND: DecisionResult.REFUSED,
    Conclusion.OTHER_DWELLING: DecisionResult.OTHER_DWELLING,
}
_TONES = {
    DecisionResult.GRANTED: Tone.GOOD,
    DecisionResult.REFUSED: Tone.DANGER,
    DecisionResult.OTHER_DWELLING: Tone.ACCENT,
}


class NeedTab(QWidget):
    """Vurdering: two lists, and ``begin`` that opens what comes next."""

    def __init__(self, page: TopicPage, print_decision: Callable[[Decision], object]) -> None:
        super().__init__()
        self._page = page
        case = page.session.case
        self.assessments = SubRecords(
            page.session,
            "assessments",
            SubList(
                _assessed,
                make_form=lambda: AssessmentForm(case.clock),
                add_label=tr("Ny behovsvurdering"),
                blank=self._blank_assessment,
                empty=tr("Behovet er ikke vurdert ennå."),
                pill=_assessment_pill,
                stacked=True,
            ),
            lambda lease_id: sorted(case.assessments.of_tenancy(lease_id), key=_when_assessed, reverse=True),
        )
        self.decisions = SubRecords(
            page.session,
            "decisions",
            SubList(
                _decided,
                make_form=lambda: DecisionForm(case.clock),
                add_label=tr("Nytt vedtak"),
                blank=self._blank_decision,
                empty=tr("Ingen vedtak. Vedtaket kommer etter vurderingen og før en ny avtale."),
                pill=lambda decision: (label(decision.result), _TONES[decision.result]),
                stacked=True,
                print_line=print_decision,
            ),
            lambda lease_id: sorted(case.decisions.of_tenancy(lease_id), key=_when_decided, reverse=True),
            completed=self._rested,
        )
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
        newest = self._newest()
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
            self.decisions.begin(max(self._decisions(), key=_when_decided))

    def _newest(self) -> NeedAssessment | None:
        found = self._page.session.case.assessments.of_tenancy(self._page.record.id)
        return max(found, key=_when_assessed, default=None)

    def _decisions(self) -> list[Decision]:
        return self._page.session.case.decisions.of_tenancy(self._page.record.id)

    def _blank_assessment(self) -> NeedAssessment:
        lease, session = self._page.record, self._page.session
        return NeedAssessment(
            household_id=lease.household_id,
            tenancy_id=lease.id,
            assessed_on=session.today,
            assessed_by=session.case.settings.municipality().case_officer,
        )

    def _blank_decision(self) -> Decision:
        """Return a new decision that says again what the assessment has said."""
        lease, session = self._page.record, self._page.session
        facts: dict[str, Any] = {"result": None, "decided_by": session.case.settings.municipality().case_officer}
        assessment = self._newest()
        if assessment is not None:
            facts |= {
                "assessment_id": assessment.id,
                "result": RESULT_OF[assessment.conclusion] if assessment.conclusion else None,
                "facts": facts_of(assessment, session.case.settings.municipality().written_form),
                "considerations": assessment.reasons,
            }
        return Decision(household_id=lease.household_id, tenancy_id=lease.id, decided_on=session.today, **facts)

    def _rested(self, decision: Decision) -> Decision:
        """Let a decision about another lease rest on the newest assessment, if it does not rest on one already."""
        newest = self._newest()
        if decision.kind is not DecisionKind.EXTENSION or newest is None:
            return decision
        if decision.id is not None and decision.assessment_id is not None:
            return decision
        return dataclasses.replace(decision, assessment_id=newest.id)


def facts_of(assessment: NeedAssessment, form: WrittenForm) -> str:
    """Return what an assessment says as the facts of a decision, in the municipality's own Norwegian."""
    told = (
        ("Hva husstanden lever av", assessment.income),
        ("Hvem som skal bo der, og hva de trenger", assessment.family),
        ("Hva de har gjort for å finne bolig selv", assessment.tried),
        ("Neste skritt mot egen bolig", assessment.next_step),
    )
    return "\n".join(f"{in_norwegian(words, form.value)}: {said}" for words, said in told if said)


def _when_assessed(assessment: NeedAssessment) -> tuple[date, int]:
    return assessment.assessed_on, assessment.id or 0


def _when_decided(decision: Decision) -> tuple[date, int]:
    return decision.decided_on, decision.id or 0


def _assessed(assessment: NeedAssessment) -> Words:
    parts = [label(assessment.conclusion), assessment.assessed_by]
    return show_date(assessment.assessed_on), " · ".join(part for part in parts if part)


def _assessment_pill(assessment: NeedAssessment) -> Pill:
    return (tr("Ikke ferdig"), Tone.SOON) if unfinished(assessment) else (tr("Ferdig"), Tone.GOOD)


def _decided(decision: Decision) -> Words:
    parts = [show_date(decision.decided_on), decision.decided_by, decision.reference]
    if decision.appealed_on is not None:
        parts.append(tr("klaget på {day}", day=show_date(decision.appealed_on)))
    return label(decision.kind), " · ".join(part for part in parts if part)
