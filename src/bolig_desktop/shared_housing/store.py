"""How house rules are kept."""

from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup, RuleSignature
from bolig_desktop.storage.store import Store

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
