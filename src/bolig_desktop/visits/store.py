"""How home visits are kept."""

from bolig_desktop.storage.rows import day_of
from bolig_desktop.storage.store import Store
from bolig_desktop.visits.records import GuidanceTopic, Guided, Visit, VisitDates, VisitWish


class Visits(Store[Visit]):
    """Visits agreed and made."""

    table, record = "visits", Visit

    def of_household(self, household_id: int) -> list[Visit]:
        """Return a household's visits, by id."""
        return self.list("household_id = ?", [household_id])

    def dates(self, household_id: int | None = None) -> list[VisitDates]:
        """Return what the next visit hangs on, of every visit or of a household's, by id."""
        topics = " || ".join(GuidanceTopic)
        rows = self.db.execute(
            "select id, household_id, planned_on, visited_on, why_not, next_on,"
            f" instr({topics}, '{Guided.PROBLEM}') > 0 from visits"
            + ("" if household_id is None else " where household_id = ?")
            + " order by id",
            [] if household_id is None else [household_id],
        ).fetchall()
        return [
            VisitDates(row[0], row[1], day_of(row[2]), day_of(row[3]), row[4], day_of(row[5]), bool(row[6]))
            for row in rows
        ]


class VisitWishes(Store[VisitWish]):
    """Who has asked not to be visited."""

    table, record = "visit_wishes", VisitWish

    def of_household(self, household_id: int) -> VisitWish | None:
        """Return what a household has asked for, None where it has asked for nothing."""
        return next(iter(self.list("household_id = ?", [household_id])), None)
