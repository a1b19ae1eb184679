"""How plans, steps, schemes, talks and tries are kept."""

from bolig_desktop.career.records import MarketTry, Plan, Scheme, Step, Talk
from bolig_desktop.storage.store import Store


class Plans(Store[Plan]):
    """One plan a household."""

    table, record = "plans", Plan

    def of_household(self, household_id: int) -> Plan | None:
        """Return the plan of a household, None where it has none."""
        return next(iter(self.list("household_id = ?", [household_id])), None)


class Steps(Store[Step]):
    """The steps of every plan."""

    table, record = "plan_steps", Step

    def of_household(self, household_id: int) -> list[Step]:
        """Return the steps of a household's plan."""
        return self.list("household_id = ?", [household_id])


class Schemes(Store[Scheme]):
    """The schemes households have, have applied for or think of."""

    table, record = "schemes", Scheme

    def of_household(self, household_id: int) -> list[Scheme]:
        """Return the schemes of a household."""
        return self.list("household_id = ?", [household_id])


class Talks(Store[Talk]):
    """What was told to whom."""

    table, record = "plan_talks", Talk

    def of_household(self, household_id: int) -> list[Talk]:
        """Return what a household was told, the newest first."""
        return sorted(self.list("household_id = ?", [household_id]), key=lambda one: one.held_on, reverse=True)


class MarketTries(Store[MarketTry]):
    """What was tried in the private market."""

    table, record = "market_tries", MarketTry

    def of_household(self, household_id: int) -> list[MarketTry]:
        """Return what a household has tried, the newest first."""
        return sorted(self.list("household_id = ?", [household_id]), key=lambda one: one.tried_on, reverse=True)
