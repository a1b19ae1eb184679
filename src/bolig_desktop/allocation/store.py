"""How temporary stays, settlement quotas and locked years are kept."""

from bolig_desktop.allocation.records import LockedYear, SettlementQuota, TemporaryStay
from bolig_desktop.storage.store import Store


class TemporaryStays(Store[TemporaryStay]):
    """Where households have lived for a while."""

    table, record = "temporary_stays", TemporaryStay

    def of_household(self, household_id: int) -> list[TemporaryStay]:
        """Return a household's stays."""
        return self.list("household_id = ?", [household_id])


class SettlementQuotas(Store[SettlementQuota]):
    """What was decided for each year."""

    table, record = "settlement_quotas", SettlementQuota

    def of_year(self, year: int) -> SettlementQuota | None:
        """Return the quota of a year, None where none is kept."""
        return next(iter(self.list("year = ?", [year])), None)


class LockedYears(Store[LockedYear]):
    """The years whose figures are kept as they were."""

    table, record = "locked_years", LockedYear

    def of_year(self, year: int) -> LockedYear | None:
        """Return what a year was locked with, None where it is not locked."""
        return next(iter(self.list("year = ?", [year])), None)
