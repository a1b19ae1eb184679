"""How home visits are kept."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from bolig_desktop.storage.rows import day_of
from bolig_desktop.storage.store import Store
from bolig_desktop.visits.records import BETWEEN, GuidanceTopic, Guided, Task, Visit, VisitDates, VisitKind, VisitWish


class Visits(Store[Visit]):
    """Visits agreed and made."""

    table, record = "visits", Visit

    def of_household(self, household_id: int) -> list[Visit]:
        """Return a household's visits, by id."""
        return self.list("household_id = ?", [household_id])

    def dates(self, household_id: int | None = None) -> list[VisitDates]:
        """Return what the next visit hangs on, of every visit or of a household's, by id."""
        # Put together first, the texts of every row would take memory that is wiped afterwards: 75 times slower.
        problem = " or ".join(f"instr({topic}, '{Guided.PROBLEM}')" for topic in GuidanceTopic)
        rows = self.db.execute(
            "select id, household_id, planned_on, visited_on, why_not, next_on,"
            # The letters of a topic stand in their order, a problem last of them.
            f" {problem} or instr(own_topics, '{Guided.PROBLEM}{BETWEEN}') from visits"
            + ("" if household_id is None else " where household_id = ?")
            + " order by id",
            [] if household_id is None else [household_id],
        ).fetchall()
        return [
            VisitDates(row[0], row[1], day_of(row[2]), day_of(row[3]), row[4], day_of(row[5]), bool(row[6]))
            for row in rows
        ]

    def problems(self) -> list[tuple[Any, ...]]:
        """Return (id, household, the letters of each topic in their order) of the visits where one was a problem."""
        problem = " or ".join(f"instr({topic}, '{Guided.PROBLEM}')" for topic in GuidanceTopic)
        topics = ", ".join(GuidanceTopic)
        return self.db.execute(
            f"select id, household_id, {topics} from visits where {problem} order by id"
        ).fetchall()

    def without_notice(self) -> set[int]:
        """Return the inspections, not made yet, that no notice has been given of (§ 5-6)."""
        rows = self.db.execute(
            f"select id from visits where kind = '{VisitKind.INSPECTION}'"
            " and noticed_on is null and visited_on is null"
        ).fetchall()
        return {row[0] for row in rows}

    def readings(self, dwelling_ids: Sequence[int], name: str) -> list[tuple[str, Decimal]]:
        """Return (day, value) of what the meter of ``name`` (power, water, heat) showed at visits to these homes."""
        marks = ", ".join("?" * len(dwelling_ids))
        rows = self.db.execute(
            f"select visited_on, {name}_reading from visits where {name}_reading is not null"
            f" and visited_on is not null and dwelling_id in ({marks})",
            list(dwelling_ids),
        ).fetchall()
        return [(day, Decimal(value)) for day, value in rows]


class VisitWishes(Store[VisitWish]):
    """Who has asked not to be visited."""

    table, record = "visit_wishes", VisitWish

    def of_household(self, household_id: int) -> VisitWish | None:
        """Return what a household has asked for, None where it has asked for nothing."""
        return next(iter(self.list("household_id = ?", [household_id])), None)


class Tasks(Store[Task]):
    """What is to be done for households."""

    table, record = "tasks", Task

    def of_household(self, household_id: int) -> list[Task]:
        """Return a household's tasks, what is not done first, by day."""
        found = self.list("household_id = ?", [household_id])
        return sorted(found, key=lambda one: (one.done_on is not None, one.due_on, one.id or 0))

    def undone(self, household_id: int | None = None) -> list[Task]:
        """Return the tasks that are not done, of a household or of all, by id."""
        of_one = "" if household_id is None else " and household_id = ?"
        return self.list(f"done_on is null{of_one}", [] if household_id is None else [household_id])
