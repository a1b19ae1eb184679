"""The lists of need assessments and of decisions, for a lease or for a household."""

import dataclasses
from datetime import date
from typing import Any

from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import (
    Conclusion,
    Decision,
    DecisionKind,
    DecisionResult,
    MatterKind,
    NeedAssessment,
)
from bolig_desktop.tenancies.rules.gate import unfinished
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.followup.assessment_form import AssessmentForm
from bolig_desktop.ui.followup.decision_form import DecisionForm
from bolig_desktop.ui.followup.letters import appeal_act, show_letter
from bolig_desktop.ui.followup.owner import Owner
from bolig_desktop.ui.followup.places import NEED
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.sub_records import SubRecords
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.topic_page import TopicPage
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


def assessments_of(page: TopicPage) -> SubRecords:
    """Make the list of the assessments of the lease or household a page shows; a new one is about a lease."""
    owner, case = Owner(page), page.session.case
    read = owner.reading(case.assessments)
    return SubRecords(
        page.session,
        owner.drafts("assessments"),
        SubList(
            lambda assessment: owner.told(_assessed(assessment), assessment),
            make_form=lambda: AssessmentForm(case.clock),
            add_label=tr("Ny behovsvurdering"),
            blank=None if owner.is_household else lambda: _blank_assessment(owner),
            empty=tr("Behovet vurderes på leieforholdet, før det kan få en ny avtale.")
            if owner.is_household
            else tr("Behovet er ikke vurdert ennå."),
            pill=_assessment_pill,
            place=owner.place(NEED),
            stacked=True,
        ),
        lambda row_id: sorted(read(row_id), key=when_assessed, reverse=True),
    )


def decisions_of(page: TopicPage, tab: str) -> SubRecords:
    """Make the list of the decisions of the lease or household a page shows, which stands on ``tab``."""
    owner, case = Owner(page), page.session.case
    read = owner.reading(case.decisions)
    made = SubRecords(
        page.session,
        owner.drafts("decisions"),
        SubList(
            lambda decision: owner.told(_decided(decision), decision),
            make_form=lambda: DecisionForm(case.clock),
            add_label=tr("Nytt vedtak"),
            blank=lambda: _blank_decision(owner),
            empty=tr("Ingen vedtak. Tildeling, avslag og annen hjelp til bolig er vedtak, og husstanden kan klage.")
            if owner.is_household
            else tr("Ingen vedtak. Vedtaket kommer etter vurderingen og før en ny avtale."),
            pill=lambda decision: (label(decision.result), _TONES[decision.result]),
            place=owner.place(NEED),
            stacked=True,
            print_line=lambda decision: show_letter(page, tab, made, decision),
            acts=lambda decision: appeal_act(page, tab, made, decision),
        ),
        lambda row_id: sorted(read(row_id), key=when_decided, reverse=True),
        completed=lambda decision: _rested(owner, decision),
    )
    return made


def newest_assessment(owner: Owner, tenancy_id: int | None) -> NeedAssessment | None:
    """Return the newest assessment of a lease."""
    found = owner.case.assessments.of_tenancy(tenancy_id) if tenancy_id is not None else []
    return max(found, key=when_assessed, default=None)


def when_assessed(assessment: NeedAssessment) -> tuple[date, int]:
    """Order assessments by their day."""
    return assessment.assessed_on, assessment.id or 0


def when_decided(decision: Decision) -> tuple[date, int]:
    """Order decisions by their day."""
    return decision.decided_on, decision.id or 0


def _blank_assessment(owner: Owner) -> NeedAssessment:
    officer = owner.case.settings.municipality().case_officer
    return NeedAssessment(**owner.ids(), assessed_on=owner.page.session.today, assessed_by=officer)


def _blank_decision(owner: Owner) -> Decision:
    """Return a new decision that says again what the assessment, or the application, has said."""
    city, ids = owner.case.settings.municipality(), owner.ids()
    facts: dict[str, Any] = {"result": None, "decided_by": city.case_officer}
    assessment = newest_assessment(owner, ids["tenancy_id"])
    if owner.is_household:
        asked = _asked(owner, ids["household_id"], city.written_form)
        facts |= {"kind": DecisionKind.ALLOTMENT, "facts": asked}
    elif assessment is not None:
        facts |= {
            "assessment_id": assessment.id,
            "result": RESULT_OF[assessment.conclusion] if assessment.conclusion else None,
            "facts": facts_of(assessment, city.written_form),
            "considerations": assessment.reasons,
        }
    return Decision(**ids, decided_on=owner.page.session.today, **facts)


def _asked(owner: Owner, household_id: int, form: WrittenForm) -> str:
    """Return what the newest application for a home that is not closed says, as the first facts of a decision."""
    found = [
        matter
        for matter in owner.case.matters.of_household(household_id)
        if matter.kind is MatterKind.HOUSING_APPLICATION and matter.closed_on is None
    ]
    newest = max(found, key=lambda matter: (matter.opened_on, matter.id or 0), default=None)
    if newest is None:
        return ""
    said = f"{in_norwegian('Søknad om bolig', form.value)} {show_date(newest.opened_on)}"
    return f"{said}: {newest.about}" if newest.about else said


def _rested(owner: Owner, decision: Decision) -> Decision:
    """Let a decision about another lease rest on the newest assessment, if it does not rest on one already."""
    newest = newest_assessment(owner, decision.tenancy_id)
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
