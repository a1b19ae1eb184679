"""Gather what the rules of home visits need to know, and ask them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from bolig_desktop.casefile import metering
from bolig_desktop.errors import Problem
from bolig_desktop.settings import rules as settings_rules
from bolig_desktop.settings.records import Municipality
from bolig_desktop.visits import rules
from bolig_desktop.visits.records import Task, Visit, VisitWish

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def visit(case: CaseFile, record: Visit) -> list[Problem]:
    """Return what is wrong with a visit."""
    memberships = case.memberships.of_household(record.household_id)
    settled = [day for m in memberships if (day := case.people.get(m.person_id).settled_on) is not None]
    return rules.visit_problems(
        record,
        others=[other for other in case.visits.of_household(record.household_id) if other.id != record.id],
        settled_on=min(settled, default=None),
        notice_days=case.settings.municipality().visit_notice_days,
        today=case.clock(),
        is_strict=case.households.is_strict(record.household_id),
        wish=case.visit_wishes.of_household(record.household_id),
        read=metering.last_readings(case, record),
    )


def wish(case: CaseFile, record: VisitWish) -> list[Problem]:
    """Return what is wrong with what a household has asked for."""
    others = case.visit_wishes.list("household_id = ? and id <> ?", [record.household_id, record.id or 0])
    return rules.wish_problems(record, others=others, today=case.clock())


def task(case: CaseFile, record: Task) -> list[Problem]:
    """Return what is wrong with a task."""
    return rules.task_problems(record, today=case.clock(), is_strict=case.households.is_strict(record.household_id))


def municipality(case: CaseFile, record: Municipality) -> list[Problem]:
    """Return what is wrong with the municipality's settings, its plan of visits among them."""
    found = settings_rules.municipality_problems(record)
    try:
        rules.plan_weeks(record.visit_weeks)
    except ValueError:
        facts = {"most": rules.MOST_STEPS, "weeks": rules.MOST_WEEKS}
        found.append(Problem(field="visit_weeks", code="visit.no_plan", facts=facts))
    return found


CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {Visit: visit, VisitWish: wish, Task: task}


def on_dwelling(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return the visits made in a dwelling."""
    return {"visit": case.visits.list("dwelling_id = ?", [row_id])}


def on_household(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return the visits to a household, and what it has asked for."""
    wishes = case.visit_wishes.list("household_id = ?", [row_id])
    return {"visit": case.visits.of_household(row_id), "visit_wish": wishes, "task": case.tasks.of_household(row_id)}


def on_visit(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return the tasks, the defects and the photos that a visit left."""
    return {
        "photo": case.photos.of_visit(row_id),
        "task": case.tasks.list("visit_id = ?", [row_id]),
        "defect": case.defects.list("visit_id = ?", [row_id]),
    }
