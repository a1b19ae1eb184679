"""How house rules, meetings, conflicts, hours, costs and the rest of a shared house are kept."""

from typing import Any, TypeVar

from bolig_desktop.shared_housing.records import (
    BenefitForms,
    CostAccount,
    CostShare,
    HouseApproval,
    HouseConflict,
    HouseMeeting,
    HouseRule,
    HouseRules,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    RuleGroup,
    RuleSignature,
    SharedCost,
    WorkerHours,
)
from bolig_desktop.storage.store import Store

R = TypeVar("R")
_ORDER = {topic: number for number, topic in enumerate(RuleGroup)}


class HouseRulesVersions(Store[HouseRules]):
    """The versions of every house's rules."""

    table, record = "house_rules", HouseRules

    def of_house(self, house_id: int) -> list[HouseRules]:
        """Return the versions of a house, the oldest first."""
        return sorted(self.list("house_id = ?", [house_id]), key=lambda one: (one.version, one.id or 0))

    def houses(self) -> list[int]:
        """Return the houses that have any, by id."""
        rows = self.db.execute("select distinct house_id from house_rules order by house_id").fetchall()
        return [row[0] for row in rows]


class HouseRuleLines(Store[HouseRule]):
    """The rules of each version."""

    table, record = "house_rule_lines", HouseRule

    def of_rules(self, rules_id: int) -> list[HouseRule]:
        """Return the rules of a version in the order they are printed: by topic, then as they were put."""
        found = self.list("rules_id = ?", [rules_id])
        return sorted(found, key=lambda one: (_ORDER[one.topic], one.position, one.id or 0))


class RuleSignatures(Store[RuleSignature]):
    """Who has signed which version."""

    table, record = "rule_signatures", RuleSignature

    def of_rules(self, rules_id: int) -> list[RuleSignature]:
        """Return the signatures of a version."""
        return self.list("rules_id = ?", [rules_id])

    def of_household(self, household_id: int) -> list[RuleSignature]:
        """Return what a household has signed."""
        return self.list("household_id = ?", [household_id])


class OfHouse(Store[R]):
    """Rows that say which house they are of; by: what they are ordered by, the newest first."""

    by = "id"

    def of_house(self, house_id: int) -> list[R]:
        """Return the rows of a house, the newest first."""
        return sorted(self.list("house_id = ?", [house_id]), key=self._place, reverse=True)

    def _place(self, one: R) -> tuple[Any, int]:
        return getattr(one, self.by), getattr(one, "id", None) or 0


class HouseMeetings(OfHouse[HouseMeeting]):
    """The meetings of every house, the newest first."""

    table, record, by = "house_meetings", HouseMeeting, "held_on"


class MeetingPoints(Store[MeetingPoint]):
    """What was agreed at the meetings."""

    table, record = "meeting_points", MeetingPoint

    def of_meeting(self, meeting_id: int) -> list[MeetingPoint]:
        """Return what was agreed at one meeting."""
        return self.list("meeting_id = ?", [meeting_id])

    def of_house(self, house_id: int) -> list[MeetingPoint]:
        """Return what was agreed at all meetings of a house."""
        return self.list("meeting_id in (select id from house_meetings where house_id = ?)", [house_id])


class HouseConflicts(OfHouse[HouseConflict]):
    """The log of breaches and conflicts, the newest first."""

    table, record, by = "house_conflicts", HouseConflict, "happened_on"

    def of_household(self, household_id: int) -> list[HouseConflict]:
        """Return the entries that name a household."""
        return self.list("household_id = ? or other_household_id = ?", [household_id, household_id])


class HoursWorked(OfHouse[WorkerHours]):
    """The environment workers' hours, the newest month first."""

    table, record, by = "worker_hours", WorkerHours, "month"


class SharedCosts(OfHouse[SharedCost]):
    """Shared costs, the newest month first."""

    table, record, by = "shared_costs", SharedCost, "month"

    def of_year(self, house_id: int, year: int) -> list[SharedCost]:
        """Return the costs of a house in a year, by month."""
        found = self.list("house_id = ? and month between ? and ?", [house_id, f"{year}-01", f"{year}-12"])
        return sorted(found, key=lambda one: (one.month, one.id or 0))


class CostShares(OfHouse[CostShare]):
    """The agreement's shares, room by room."""

    table, record, by = "cost_shares", CostShare, "from_month"


class CostAccounts(OfHouse[CostAccount]):
    """The yearly accounts asked for and handed out, the newest year first."""

    table, record, by = "cost_accounts", CostAccount, "year"


class NewcomerTalks(OfHouse[NewcomerTalk]):
    """What was asked about newcomers."""

    table, record, by = "newcomer_talks", NewcomerTalk, "id"


class NeighbourLetters(OfHouse[NeighbourLetter]):
    """The letters to the neighbours, the newest first."""

    table, record, by = "neighbour_letters", NeighbourLetter, "id"


class HouseApprovals(OfHouse[HouseApproval]):
    """The approvals for bostøtte, one a house."""

    table, record = "house_approvals", HouseApproval


class BenefitFormsSent(Store[BenefitForms]):
    """The forms for bostøtte, one row a lease."""

    table, record = "benefit_forms", BenefitForms

    def of_tenancy(self, tenancy_id: int) -> list[BenefitForms]:
        """Return the row of a lease, if it has one."""
        return self.list("tenancy_id = ?", [tenancy_id])
