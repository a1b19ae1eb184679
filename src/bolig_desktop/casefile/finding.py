"""What a line written at a home visit becomes: a defect of the home, or a task for the household."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.casefile import visiting
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.maintenance.records import Defect, DefectKind, Reporter
from bolig_desktop.text import lengths
from bolig_desktop.visits.records import Task, Visit
from bolig_desktop.visits.rules import task_day

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def defect(case: CaseFile, visit: Visit, words: str) -> Defect:
    """Write the defect that was seen and return it; what sort of thing it is is left for its own page.

    Raises Refused, where the home is not known among other things, and FileTrouble.
    """
    if visit.dwelling_id is None:
        raise Refused(Problem(field="", code="finding.no_dwelling"))
    found = Defect(
        dwelling_id=visit.dwelling_id,
        what=words,
        kind=DefectKind.OTHER,
        reported_on=_day(case, visit),
        reported_by=Reporter.VISIT,
        household_id=visit.household_id,
        visit_id=visit.id,
    )
    return case.save(found)


def task(case: CaseFile, visit: Visit, words: str) -> Task:
    """Write what is to be done and return it, due before the next visit. Raises Refused and FileTrouble.

    A line of what was seen may be longer than a task can say.
    """
    if facts := lengths.too_long("tasks", "what", words):
        raise Refused(Problem(field="", code=lengths.TOO_LONG, facts=facts))
    day = _day(case, visit)
    # The visit in hand may be the one that is agreed; then nobody knows yet when the next is.
    coming = visiting.next_visits(case, visit.household_id).get(visit.household_id)
    due_on = task_day(coming if coming is not None and coming.day > day else None, day, case.clock())
    return case.save(Task(household_id=visit.household_id, visit_id=visit.id, what=words, due_on=due_on))


def keep_visit(case: CaseFile, visit: Visit, found: Iterable[Defect | Task]) -> Visit:
    """Write a visit, and of what was found before it was written that it was found there; all of it or nothing."""
    with case.atomic():
        saved = case.save(visit)
        for one in found:
            kept = case.store_of(one).find(one.id)
            if kept is not None and kept.visit_id is None:
                case.save(replace(kept, visit_id=saved.id))
    return saved


def _day(case: CaseFile, visit: Visit) -> date:
    day = visit.visited_on or case.clock()
    return min(day, case.clock())
