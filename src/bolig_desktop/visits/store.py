"""How home visits are kept."""

from bolig_desktop.storage.store import Store
from bolig_desktop.visits.records import Visit, VisitWish


class Visits(Store[Visit]):
    """Visits agreed and made."""

    table, record = "visits", Visit

    def of_household(self, household_id: int) -> list[Visit]:
        """Return a household's visits, by id."""
        return self.list("household_id = ?", [household_id])


class VisitWishes(Store[VisitWish]):
    """Who has asked not to be visited."""

    table, record = "visit_wishes", VisitWish

    def of_household(self, household_id: int) -> VisitWish | None:
        """Return what a household has asked for, None where it has asked for nothing."""
        return next(iter(self.list("household_id = ?", [household_id])), None)
