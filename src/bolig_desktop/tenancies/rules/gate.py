"""The renewal gate: no new or longer lease of the same people's home before the need is assessed and decided.

Allotting, refusing and extending a municipal dwelling are decisions (law.md BS-TILD), and nothing is ever extended
by itself (report S:3021). One decision lets one lease through.
"""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionKind,
    DecisionResult,
    NeedAssessment,
    Tenancy,
    TenancyState,
)
from bolig_desktop.tenancies.rules.around import OURS, Surroundings, state

NEEDED = ("assessed_by", "income", "family", "tried", "next_step", "conclusion", "reasons")
BEFORE_PROGRAM = "gate.before_program"
"""A warning where an old lease is written in; but no paper is printed of it (see ``documents.kinds``)."""


def gate(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """BS-TILD: what is lacking before this lease may follow another, or be made longer."""
    if tenancy.kind not in OURS:
        return
    renewed = predecessor(tenancy, around)
    if renewed is not None and renewed.id is not None:
        problem = _lacking(renewed.id, around, uses=1 + around.lengthened.get(renewed.id, 0))
        if problem is not None:
            yield _for_old_lease(tenancy, around, problem)
    if tenancy.id is not None and _is_lengthened(tenancy, around):
        uses = 1 + around.lengthened.get(tenancy.id, 0) + (1 if _followers(tenancy, around) else 0)
        problem = _lacking(tenancy.id, around, uses=uses)
        if problem is not None:
            yield Problem(field="ends_on", code=problem.code, section=problem.section, facts=problem.facts)


def predecessor(tenancy: Tenancy, around: Surroundings) -> Tenancy | None:
    """Return the lease this one follows: the newest earlier one of the same people in the same dwelling or house.

    Swapping rooms inside one house is no way round (law.md § 12, edge 9), and neither is a household registered anew
    with the same tenant in it, nor ending the old lease first.
    """
    earlier = [other for other in _of_same_people(tenancy, around) if _order(other) < _order(tenancy)]
    return max(earlier, key=_order, default=None)


def unfinished(assessment: NeedAssessment) -> tuple[str, ...]:
    """Return the fields an assessment still lacks before it can carry a decision."""
    lacking = []
    for name in NEEDED:
        value = getattr(assessment, name)
        if value is None or not str(value).strip():
            lacking.append(name)
    return tuple(lacking)


def _of_same_people(tenancy: Tenancy, around: Surroundings) -> list[Tenancy]:
    return [
        other
        for other in around.house_tenancies
        if other.kind in OURS
        and (other.household_id == tenancy.household_id or other.household_id in around.same_people)
        and state(other, around.today) is not TenancyState.DRAFT
    ]


def _order(tenancy: Tenancy) -> tuple[date, float]:
    return tenancy.starts_on, float("inf") if tenancy.id is None else tenancy.id


def _followers(tenancy: Tenancy, around: Surroundings) -> list[Tenancy]:
    return [other for other in _of_same_people(tenancy, around) if _order(other) > _order(tenancy)]


def _is_lengthened(tenancy: Tenancy, around: Surroundings) -> bool:
    """Whether a lease that binds gets a later end; what was written in today may still be mended today."""
    before = around.before
    if before is None or before.ends_on is None or around.written_in_today:
        return False
    if state(before, around.today) is TenancyState.DRAFT:
        return False
    return tenancy.ends_on is None or tenancy.ends_on > before.ends_on


def _lacking(tenancy_id: int, around: Surroundings, *, uses: int) -> Problem | None:
    """Return what is lacking before ``uses`` decisions about a lease can be pointed to."""
    source = section("BS-TILD")
    assessments = {a.id: a for a in around.assessments if a.tenancy_id == tenancy_id}
    if not assessments:
        return Problem(field="", code="gate.no_assessment", section=source, facts={"lease": tenancy_id})
    decisions = [d for d in around.decisions if d.tenancy_id == tenancy_id and d.kind is DecisionKind.EXTENSION]
    if not decisions:
        newest = max(assessments.values(), key=lambda a: (a.assessed_on, a.id or 0))
        code = "gate.assessment_unfinished" if unfinished(newest) else "gate.no_decision"
        return Problem(field="", code=code, section=source, facts={"lease": tenancy_id})
    newest_decision = max(decisions, key=lambda d: (d.decided_on, d.id or 0))
    if newest_decision.result is not DecisionResult.GRANTED:
        facts = {"lease": tenancy_id, "day": newest_decision.decided_on}
        return Problem(field="", code="gate.refused", section=source, facts=facts)
    resting = [d for d in decisions if _rests_on(d, assessments, around.today)]
    if not resting:
        return Problem(field="", code="gate.decision_without_assessment", section=source, facts={"lease": tenancy_id})
    if len(resting) < uses:
        return Problem(field="", code="gate.decision_used", section=source, facts={"lease": tenancy_id})
    return None


def _rests_on(decision: Decision, assessments: dict[int | None, NeedAssessment], today: date) -> bool:
    assessment = assessments.get(decision.assessment_id)
    if assessment is None or unfinished(assessment) or decision.result is not DecisionResult.GRANTED:
        return False
    return assessment.assessed_on <= decision.decided_on <= today


def _for_old_lease(tenancy: Tenancy, around: Surroundings, problem: Problem) -> Problem:
    """A lease signed and begun before the case file was made is written in with a warning only."""
    begun = around.file_begun_on
    signed = (tenancy.signed_landlord_on, tenancy.signed_tenant_on, tenancy.starts_on)
    if begun is None or not all(day is not None and day < begun for day in signed):
        return problem
    return Problem(field="", code=BEFORE_PROGRAM, hard=False, section=problem.section, facts=problem.facts)
