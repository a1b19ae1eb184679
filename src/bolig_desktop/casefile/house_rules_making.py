"""Making the versions of a house's rules: from the library, from the version before, and what is done to them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from bolig_desktop.casefile.house_texts import NOT_AT_FIRST, group_of, library
from bolig_desktop.shared_housing.records import HouseRule, HouseRules

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def empty_version(case: CaseFile, house_id: int) -> HouseRules:
    """Make a first version without rules, as a draft, with the municipality's own quiet hours."""
    ours = case.settings.municipality()
    return case.save(HouseRules(house_id=house_id, version=1, quiet_from=ours.quiet_from, quiet_to=ours.quiet_to))


def from_library(case: CaseFile, house_id: int) -> HouseRules:
    """Make a first version with the rules of the library that fit most houses, as a draft."""
    made = empty_version(case, house_id)
    add_clauses(case, made, [clause for group, clause in library() if group not in NOT_AT_FIRST])
    return made


def next_version(case: CaseFile, house_id: int) -> HouseRules:
    """Make a draft that says what the last version says; an empty first one where there is none."""
    versions = case.house_rules.of_house(house_id)
    if not versions:
        return empty_version(case, house_id)
    last = versions[-1]
    again = dataclasses.replace(last, id=None, version=last.version + 1, agreed_on=None, valid_from=None, change="")
    made = case.save(again)
    for line in case.house_rule_lines.of_rules(last.id or 0):
        case.save(dataclasses.replace(line, id=None, rules_id=made.id or 0))
    return made


def add_clauses(case: CaseFile, version: HouseRules, clauses: Iterable[str]) -> None:
    """Put rules of the library last among those about the same; one that is there already is passed over."""
    there = {line.clause for line in case.house_rule_lines.of_rules(version.id or 0)}
    for clause in clauses:
        if clause not in there:
            case.save(placed(case, HouseRule(rules_id=version.id or 0, topic=group_of(clause), clause=clause)))


def placed(case: CaseFile, rule: HouseRule) -> HouseRule:
    """Return a rule as the last of those about the same, unless it stands among them already."""
    before = case.house_rule_lines.find(rule.id)
    if before is not None and before.topic is rule.topic:
        return rule
    others = [line.position for line in case.house_rule_lines.of_rules(rule.rules_id) if line.topic is rule.topic]
    return dataclasses.replace(rule, position=max(others, default=0) + 1)


def neighbour(lines: Sequence[HouseRule], rule: HouseRule, step: int) -> HouseRule | None:
    """Return the rule before (-1) or after (1) this one among those about the same, None at the end."""
    alike = [line for line in lines if line.topic is rule.topic]
    at = [line.id for line in alike].index(rule.id) + step
    return alike[at] if 0 <= at < len(alike) else None


def move(case: CaseFile, rule: HouseRule, step: int) -> None:
    """Let a rule change places with the one before (-1) or after (1) it among those about the same."""
    alike = [line for line in case.house_rule_lines.of_rules(rule.rules_id) if line.topic is rule.topic]
    here = [line.id for line in alike].index(rule.id)
    there = here + step
    if not 0 <= there < len(alike):
        return
    alike[here], alike[there] = alike[there], alike[here]
    for position, line in enumerate(alike, start=1):
        if line.position != position:
            case.save(dataclasses.replace(line, position=position))


def discard(case: CaseFile, version: HouseRules) -> None:
    """Remove a version and its rules. Raises Refused where somebody has signed it."""
    signed = case.rule_signatures.of_rules(version.id or 0)
    for line in [] if signed else case.house_rule_lines.of_rules(version.id or 0):
        case.remove(line)
    case.remove(version)
