"""What a house rule says in Norwegian, the library of rules, and what changed from one version to the next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.casefile.bilingual_checks import clauses
from bolig_desktop.casefile.naming import without_names
from bolig_desktop.casefile.wording import Wording
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup, VersionChange
from bolig_desktop.translations import shipped

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

NOT_FILLED = "…"
NOT_AT_FIRST = frozenset({RuleGroup.PETS, RuleGroup.PARKING})
"""What a first version leaves out: not every house has a place to park, and pets are asked about."""


def group_of(clause: str) -> RuleGroup:
    """Return what a rule of the library is about; it stands in its name, ``rule_quiet_night``."""
    return RuleGroup(clause.split("_")[1])


def library() -> list[tuple[RuleGroup, str]]:
    """Return every rule of the library with what it is about, in the order they are printed."""
    order = list(RuleGroup)
    return sorted(((group_of(clause), clause) for clause in clauses()), key=lambda one: order.index(one[0]))


class RuleTexts:
    """The Norwegian of house rules with the house's own times and places in it."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._words = Wording(case, shipped.SOURCE)
        self._phone = case.settings.municipality().phone

    def of_clause(self, clause: str, version: HouseRules) -> str:
        """Return what a rule of the library says in a house; what is not filled in yet is three dots."""
        try:
            said = self._words.norwegian(clause)
        except KeyError:
            return clause
        if "{" not in said:
            return said
        for name, value in {**vars(version), "phone": self._phone}.items():
            said = said.replace(f"{{{name}}}", str(value).strip() or NOT_FILLED)
        return said

    def of(self, rule: HouseRule, version: HouseRules) -> str:
        """Return what a rule says; "" for one of the house's own that names somebody shielded (law.md AG-3)."""
        if rule.clause:
            return self.of_clause(rule.clause, version)
        return without_names(self._case, "house_rule_lines", rule).text.strip()

    def lines(self, version: HouseRules) -> list[tuple[HouseRule, str]]:
        """Return the rules of a version in the order they are printed, with what they say."""
        return [(rule, self.of(rule, version)) for rule in self._case.house_rule_lines.of_rules(version.id or 0)]


def rules_about(case: CaseFile, house_id: int, topic: RuleGroup, day: date) -> list[str]:
    """Return what the rules in force in a house on a day say about something; [] where none did."""
    version = rules.in_force(case.house_rules.of_house(house_id), day)
    lines = RuleTexts(case).lines(_shown(case, version)) if version is not None else []
    return [said for rule, said in lines if rule.topic is topic and said]


def changes(case: CaseFile, house_id: int) -> list[VersionChange]:
    """Return what each version of a house changed, the newest first."""
    versions = case.house_rules.of_house(house_id)
    texts, today = RuleTexts(case), case.clock()
    found = []
    before: list[tuple[HouseRule, str]] | None = None
    for version in versions:
        now = texts.lines(_shown(case, version))
        state = rules.state(version, versions, today)
        shown = _shown(case, version)
        if before is None:
            found.append(VersionChange(shown, state, len(now), is_first=True))
        else:
            found.append(VersionChange(shown, state, len(now), False, *_compared(before, now)))
        before = now
    return found[::-1]


def _shown(case: CaseFile, version: HouseRules) -> HouseRules:
    return without_names(case, "house_rules", version)


Said = Sequence[tuple[HouseRule, str]]
Came = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[str, str], ...]]


def _compared(before: Said, now: Said) -> Came:
    """Return which rules came, which went, and which of the library say something else now."""
    old, new = {_content(*line): line[1] for line in before}, {_content(*line): line[1] for line in now}
    came = tuple(said for content, said in new.items() if content not in old)
    went = tuple(said for content, said in old.items() if content not in new)
    changed = tuple((old[key], said) for key, said in new.items() if key in old and old[key] != said)
    return came, went, changed


def _content(rule: HouseRule, said: str) -> str:
    """Return what makes two rules the same one: the library's name for it, or its words however they are spaced."""
    return rule.clause or " ".join(rule.text.split())
