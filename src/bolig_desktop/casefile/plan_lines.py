"""The list of housing-career plans; who is shielded is settled here, as in every list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bolig_desktop.career.records import Plan, PlanLine
from bolig_desktop.career.rules import plan as rules
from bolig_desktop.casefile.career_checks import anchors

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def plan_lines(case: CaseFile) -> list[PlanLine]:
    """Return every plan with what comes next in it."""
    labels = case.households.labels()
    return [_line(case, plan, labels[plan.household_id]) for plan in case.plans.list()]


def _line(case: CaseFile, plan: Plan, called: str) -> PlanLine:
    counted, today = anchors(case, plan), case.clock()
    steps = case.plan_steps.of_household(plan.household_id) if plan.closed_on is None else []
    days = [rules.due(step, counted) for step in steps if step.done_on is None]
    first = min((day for day in days if day is not None), default=None)
    review = rules.next_review(plan, counted)
    return PlanLine(
        id=plan.id or 0,
        household_id=plan.household_id,
        household=called,
        now=plan.now,
        goal=plan.goal,
        next_on=first,
        review_on=review,
        closed_on=plan.closed_on,
        late=any(day is not None and day < today for day in (first, review)),
    )
