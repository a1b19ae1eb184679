"""What an assessment, a decision and a matter must be."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from bolig_desktop.errors import Problem
from bolig_desktop.law import terms
from bolig_desktop.law.sections import section
from bolig_desktop.people.records import Grading, Person
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionKind,
    DecisionResult,
    Matter,
    MatterBasis,
    MatterKind,
    NeedAssessment,
    Tenancy,
)
from bolig_desktop.tenancies.rules.gate import unfinished
from bolig_desktop.tenancies.rules.indexing import rent_change_problems

WARNED_FIRST = (MatterBasis.NEGLECT, MatterBasis.NUISANCE, MatterBasis.SUBLETTING, MatterBasis.WRONG_USE)
"""Breaches for which husleieloven § 9-9 asks for a written warning before the lease is ended."""
_COMING_IN = (MatterKind.HOUSING_APPLICATION, MatterKind.MEMBER_APPLICATION, MatterKind.NOTICE_BY_TENANT)
"""What comes from the other party: received first, and then our reply is sent."""

_SETTLES = ("answered_on", "closed_on")
"""Days after which a matter's deadline stands on no list: mistyped by a year, they would hide it at once."""

WITHOUT_LEASE = (MatterKind.HOUSING_APPLICATION, MatterKind.ADVANCE_NOTICE)
"""Matters a household can have before it has a lease; all others are about one."""


def assessment_problems(
    assessment: NeedAssessment,
    *,
    tenancy: Tenancy | None,
    decisions: Sequence[Decision],
    today: date,
    people: Sequence[Person],
) -> list[Problem]:
    """Return what is wrong with a need assessment; what it lacks is a warning until a decision rests on it."""
    found = [*graded(people), *_of_household(assessment, tenancy)]
    if assessment.assessed_on > today:
        found.append(Problem(field="assessed_on", code="assessment.ahead", facts={"today": today}))
    if decided := [decision.decided_on for decision in decisions if decision.decided_on < assessment.assessed_on]:
        facts = {"day": min(decided)}
        found.append(Problem(field="assessed_on", code="assessment.after_decision", facts=facts))
    source = section("BS-TILD")
    found += [
        Problem(field=name, code=f"assessment.{name}_missing", hard=bool(decisions), section=source)
        for name in unfinished(assessment)
    ]
    return found


def decision_problems(
    decision: Decision,
    *,
    tenancy: Tenancy | None,
    assessment: NeedAssessment | None,
    today: date,
    people: Sequence[Person],
) -> list[Problem]:
    """Return what is wrong with a decision (FV-23/24/25, BS-TILD): an extension rests on a finished assessment."""
    found = [*graded(people), *_of_household(decision, tenancy)]
    for field in ("decided_on", "received_on", "appealed_on", "forwarded_on"):
        day = getattr(decision, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="decision.ahead", facts={"today": today}))
    for first, then in (
        ("decided_on", "received_on"),
        ("decided_on", "appealed_on"),
        ("appealed_on" if decision.appealed_on else "decided_on", "forwarded_on"),
    ):
        before, after = getattr(decision, first), getattr(decision, then)
        if before is not None and after is not None and after < before:
            found.append(Problem(field=then, code="decision.order", facts={"day": before}))
    refuses = decision.kind is DecisionKind.ALLOTMENT and decision.result is DecisionResult.REFUSED
    if decision.refusal_reason is not None and not refuses:
        found.append(Problem(field="refusal_reason", code="decision.no_refusal"))
    if decision.kind is DecisionKind.EXTENSION:
        found += _extension(decision, tenancy, assessment)
    for field in ("facts", "considerations"):
        if not getattr(decision, field).strip():
            source = section("FV-23/24/25")
            found.append(Problem(field=field, code=f"decision.{field}_missing", hard=False, section=source))
    return found


def _extension(decision: Decision, tenancy: Tenancy | None, assessment: NeedAssessment | None) -> list[Problem]:
    source = section("BS-TILD")
    if tenancy is None:
        return [Problem(field="tenancy_id", code="decision.no_lease", section=source)]
    if assessment is None or assessment.tenancy_id != decision.tenancy_id:
        return [Problem(field="assessment_id", code="decision.no_assessment", section=source)]
    if unfinished(assessment):
        return [Problem(field="assessment_id", code="decision.assessment_unfinished", section=source)]
    if assessment.assessed_on > decision.decided_on:
        facts = {"day": assessment.assessed_on}
        return [Problem(field="decided_on", code="decision.before_assessment", section=source, facts=facts)]
    return []


def matter_problems(
    matter: Matter, *, tenancy: Tenancy | None, others: Sequence[Matter], today: date, people: Sequence[Person]
) -> list[Problem]:
    """Return what is wrong with a matter: dates ahead or out of order, and what the law wants before it."""
    found = [*graded(people), *_of_household(matter, tenancy), *_main_reason(matter)]
    for field in ("opened_on", "sent_on", "received_on", *_SETTLES):
        day = getattr(matter, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="matter.ahead", facts={"today": today}))
        elif day is not None and day < matter.opened_on and field in _SETTLES:
            found.append(Problem(field=field, code="matter.order", facts={"day": matter.opened_on}))
    if matter.due_on is not None and matter.due_on < matter.opened_on:
        found.append(Problem(field="due_on", code="matter.order", hard=False, facts={"day": matter.opened_on}))
    comes_in = matter.kind in _COMING_IN
    if matter.sent_on and matter.received_on and matter.received_on < matter.sent_on and not comes_in:
        found.append(Problem(field="received_on", code="matter.received_before_sent", facts={"day": matter.sent_on}))
    if matter.amount_nok is not None and matter.amount_nok < 0:
        found.append(Problem(field="amount_nok", code="number.negative"))
    if matter.kind is MatterKind.TERMINATION and matter.basis in WARNED_FIRST:
        found += _warned_first(matter, others)
    if matter.kind is MatterKind.REQUEST_TO_MOVE and tenancy is not None:
        found += _request_to_move(matter, tenancy)
    if matter.kind is MatterKind.INDEX_CHANGE and tenancy is not None:
        found += rent_change_problems(matter, tenancy=tenancy, others=others)
    return found


def _main_reason(matter: Matter) -> list[Problem]:
    """KOSTRA's main reason is why somebody applied for a dwelling."""
    if matter.main_reason is None or matter.kind is MatterKind.HOUSING_APPLICATION:
        return []
    return [Problem(field="main_reason", code="matter.no_application")]


def _warned_first(matter: Matter, others: Sequence[Matter]) -> list[Problem]:
    """HL-9-9: neglect, nuisance, unlawful subletting and wrong use ask for a written warning first."""
    warned = any(
        other.kind is MatterKind.WARNING
        and other.basis is matter.basis
        and other.sent_on is not None
        and other.sent_on <= matter.opened_on
        for other in others
    )
    if warned:
        return []
    return [Problem(field="basis", code="matter.no_warning", section=section("HL-9-9"))]


def _request_to_move(matter: Matter, tenancy: Tenancy) -> list[Problem]:
    """HL-9-2-3: false about a lease that has no end, and about one that was too short to bind (HL-9-3, HL-11-1d)."""
    source = section("HL-9-2-3")
    if tenancy.ends_on is None:
        return [Problem(field="kind", code="matter.no_end", section=source)]
    if matter.opened_on >= (certain := terms.after_expiry(tenancy.ends_on).certain_from):
        facts = {"day": certain}
        return [Problem(field="opened_on", code="matter.already_indefinite", section=source, facts=facts)]
    return []


def _of_household(record: Any, tenancy: Tenancy | None) -> list[Problem]:
    if tenancy is not None and tenancy.household_id != record.household_id:
        return [Problem(field="tenancy_id", code="matter.other_household")]
    return []


def graded(people: Sequence[Person]) -> list[Problem]:
    """AG-3: nothing is written here about a household with a strictly confidential address."""
    if any(person.grading is Grading.STRICTLY_CONFIDENTIAL for person in people):
        return [Problem(field="", code="tenancy.code_6", section=section("AG-2"))]
    return []
