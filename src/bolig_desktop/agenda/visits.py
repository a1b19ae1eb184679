"""What is due about home visits: the next one, the notice of an inspection, and the tasks that visits leave."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.agenda.items import Item, item
from bolig_desktop.casefile import CaseFile, visiting
from bolig_desktop.casefile.naming import without_names
from bolig_desktop.law import clocks
from bolig_desktop.visits import rules


def of_visits(case: CaseFile, today: date, household_id: int | None = None) -> Iterator[Item]:
    """Yield the next visit of each household (or the one), and the notice of an inspection that lies ahead."""
    notice_days = case.settings.municipality().visit_notice_days
    to_tell_of = case.visits.without_notice()
    for whose, coming in visiting.next_visits(case, household_id).items():
        if coming.visit_id is None:
            kind = "visit_sooner" if coming.sooner else "visit_step" if coming.week else "visit"
            yield item(kind, "visits", whose, clocks.ours(coming.day), household_id=whose, fact=coming.week)
            continue
        # What is agreed with them stands on its day, also where that is no working day.
        due = clocks.Due(coming.day, coming.day)
        yield item("visit_agreed", "visits", whose, due, household_id=whose, fact=coming.visit_id)
        if coming.visit_id in to_tell_of and coming.day >= today:
            last = rules.notice_by(coming.day, notice_days)
            facts = {"household_id": whose, "fact": coming.day}
            yield item("visit_notice", "visits", whose, clocks.Due(last, last), **facts)


def of_tasks(case: CaseFile, household_id: int | None = None) -> Iterator[Item]:
    """Yield the tasks that are not done, of the household or of all.

    fact: what is to be done, "" where the household is shielded or the words name somebody who is.
    """
    shielded, strict = case.households.shielded_ids(), case.households.strict_ids()
    for task in case.tasks.undone(household_id):
        whose = task.household_id
        if whose in strict:
            continue
        what = "" if whose in shielded else without_names(case, "tasks", task).what
        yield item("task", "tasks", task.id or 0, clocks.ours(task.due_on), household_id=whose, fact=what)
