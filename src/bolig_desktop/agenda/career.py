"""What is due about the way on: a step, a review, a scheme that ends, benefit that may fall, the look back."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeVar

from bolig_desktop.agenda.items import Item, item
from bolig_desktop.career.records import Anchors, Plan, Scheme, Step
from bolig_desktop.career.rules import plan as plan_rules
from bolig_desktop.career.rules import schemes as scheme_rules
from bolig_desktop.casefile import CaseFile, career_checks
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months
from bolig_desktop.tenancies.records import TermDates

SCHEME_MONTHS = 3
"""How long before a scheme or an option ends it is to be seen to (a routine of ours)."""
BENEFIT_MONTHS = 2
"""How long before housing benefit may fall the household is to be told (a routine of ours)."""


def of_plans(case: CaseFile, today: date, household_id: int | None = None) -> dict[int, list[Item]]:
    """Return what is due about the plan of one household, or about every plan, by household."""
    where = (None, []) if household_id is None else ("household_id = ?", [household_id])
    plans, schemes = case.plans.list(*where), _grouped(case.schemes.list(*where))
    of_one, args = ("", []) if household_id is None else (" and household_id = ?", [household_id])
    steps = _grouped(case.plan_steps.list(f"done_on is null{of_one}", args))
    leases: dict[int, list[TermDates]] = defaultdict(list)
    for _, _, whose, dates in case.tenancies.terms({plan.household_id for plan in plans}) if plans else ():
        leases[whose].append(dates)
    closed = case.households.closed_ids() if plans else set()
    found = {}
    for plan in plans:
        whose = plan.household_id
        end = career_checks.last_end(leases[whose], today)
        anchors = Anchors(end, plan.programme_ends_on)
        mine = list(_of_plan(plan, anchors, has_left=whose in closed))
        if plan.closed_on is None:
            for step in steps[whose]:
                mine += _of_step(step, anchors)
        for scheme in schemes[whose]:
            mine += _of_scheme(scheme) if plan.closed_on is None else ()
        found[whose] = mine
    return found


def _of_plan(plan: Plan, anchors: Anchors, *, has_left: bool) -> Iterator[Item]:
    if has_left and plan.closed_on is None:
        yield _about("plan_close", "plans", plan, plan.made_on)
        return
    review, back = plan_rules.next_review(plan, anchors), plan_rules.look_back_on(plan)
    if review is not None:
        yield _about("plan_review", "plans", plan, review)
    if back is not None:
        yield _about("plan_look_back", "plans", plan, back)


def _of_step(step: Step, anchors: Anchors) -> Iterator[Item]:
    day = plan_rules.due(step, anchors)
    if day is not None:
        asked = (("step_code", f"part.step_{step.kind}"),)
        yield _about("plan_step", "plan_steps", step, day)._replace(asked=asked)


def _of_scheme(scheme: Scheme) -> Iterator[Item]:
    end, fall = scheme_rules.ends(scheme), scheme_rules.benefit_may_fall_on(scheme)
    asked = (("scheme_code", f"part.scheme_{scheme.kind}"),)
    if end is not None:
        due = clocks.Due(end, clocks.ours(add_months(end, -SCHEME_MONTHS)).act_by)
        yield item("scheme_ends", "schemes", scheme.id or 0, due, household_id=scheme.household_id, asked=asked)
    if fall is not None:
        due = clocks.Due(fall, clocks.ours(add_months(fall, -BENEFIT_MONTHS)).act_by)
        yield item("benefit_falls", "schemes", scheme.id or 0, due, household_id=scheme.household_id)


def _about(kind: str, topic: str, record: Plan | Step, day: date) -> Item:
    return item(kind, topic, record.id or 0, clocks.ours(day), household_id=record.household_id)


R = TypeVar("R", Step, Scheme)


def _grouped(records: Iterable[R]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for record in records:
        found[record.household_id].append(record)
    return found
