"""How defects, complaints and checks are kept."""

from bolig_desktop.maintenance.records import Complaint, Defect, HomeCheck
from bolig_desktop.storage.store import Store


class Defects(Store[Defect]):
    """Defects (avvik)."""

    table, record = "defects", Defect

    def of_dwelling(self, dwelling_id: int) -> list[Defect]:
        """Return the unit's own defects."""
        return self.list("dwelling_id = ?", [dwelling_id])

    def of_dwellings(self, dwelling_ids: list[int]) -> list[Defect]:
        """Return the defects of these units."""
        return self.list(f"dwelling_id in ({', '.join('?' * len(dwelling_ids))})", dwelling_ids)

    def of_household(self, household_id: int) -> list[Defect]:
        """Return what a household told of."""
        return self.list("household_id = ?", [household_id])


class Complaints(Store[Complaint]):
    """Complaints (klager)."""

    table, record = "complaints", Complaint

    def of_dwelling(self, dwelling_id: int) -> list[Complaint]:
        """Return the complaints about a unit."""
        return self.list("dwelling_id = ?", [dwelling_id])

    def of_household(self, household_id: int) -> list[Complaint]:
        """Return the complaints about a household."""
        return self.list("household_id = ?", [household_id])


class HomeChecks(Store[HomeCheck]):
    """Recurring checks of homes."""

    table, record = "home_checks", HomeCheck

    def of_dwelling(self, dwelling_id: int) -> list[HomeCheck]:
        """Return the unit's checks."""
        return self.list("dwelling_id = ?", [dwelling_id])
