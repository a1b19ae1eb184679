"""Gather what the rules of bilingual papers and of shared houses need to know, and ask them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.wording import Wording, is_typed, known_units
from bolig_desktop.errors import Problem
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleSignature
from bolig_desktop.translations import rules as translation_rules
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import OwnText

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

CLAUSES = "rule_"
"""How the texts of the library of house rules begin."""


def own_text(case: CaseFile, own: OwnText) -> list[Problem]:
    """Return what is wrong with a text of the user's own."""
    known = known_units(case)
    norwegian = ""
    if own.unit in known:
        shipped_text = shipped.texts(shipped.SOURCE).get(own.unit)
        norwegian = shipped_text if shipped_text is not None else Wording(case, own.language).norwegian(own.unit)
    found = translation_rules.own_text_problems(own, norwegian=norwegian, known=known, typed=is_typed(own.unit))
    others = [one for one in case.own_texts.of_language(own.language).values() if one.id != own.id]
    if any(one.unit == own.unit for one in others):
        found.append(Problem(field="text", code="translation.there_already"))
    if is_typed(own.unit) and own.language == shipped.SOURCE:
        found.append(Problem(field="text", code="translation.house_rule_itself"))
    return found


def clauses() -> tuple[str, ...]:
    """Return the names of the library's rules, in order."""
    return tuple(unit for unit in shipped.units() if unit.startswith(CLAUSES))


def house_rules(case: CaseFile, version: HouseRules) -> list[Problem]:
    """Return what is wrong with a version of a house's rules."""
    others = [one for one in case.house_rules.of_house(version.house_id) if one.id != version.id]
    lines = case.house_rule_lines.of_rules(version.id) if version.id else []
    found = rules.rules_problems(version, others=others, lines=len(lines), today=case.clock())
    before = case.house_rules.find(version.id)
    signed = case.rule_signatures.of_rules(version.id) if version.id else []
    if before is not None and signed and _says(before) != _says(version):
        found.append(Problem(field="version", code="house_rules.signed_text"))
    return [*found, *_not_filled(version, lines)]


_NAMED = ("meeting_place", "house_contact")


def _not_filled(version: HouseRules, lines: Iterable[HouseRule]) -> Iterator[Problem]:
    """Yield what rules of the library name and the version does not say: it would stand empty on the paper."""
    said = " ".join(shipped.texts(shipped.SOURCE).get(line.clause, "") for line in lines)
    for name in _NAMED:
        if not getattr(version, name).strip() and f"{{{name}}}" in said:
            yield Problem(field=name, code="house_rules.fact_missing", hard=False)


def _says(version: HouseRules) -> tuple[object, ...]:
    """Return what a version says to those who sign it."""
    return (
        version.house_id, version.version, version.quiet_from, version.quiet_to, version.guest_nights,
        version.laundry_from, version.laundry_to, version.meeting_place, version.house_contact,
    )  # fmt: skip


def house_rule(case: CaseFile, rule: HouseRule) -> list[Problem]:
    """Return what is wrong with one rule; what somebody has signed is not changed under them."""
    found = rules.rule_problems(rule, clauses=clauses())
    before = case.house_rule_lines.find(rule.id)
    if case.rule_signatures.of_rules(rule.rules_id) and before != rule:
        found.append(Problem(field="text", code="house_rules.signed_text"))
    return found


def signature(case: CaseFile, signed: RuleSignature) -> list[Problem]:
    """Return what is wrong with a signature."""
    version = case.house_rules.get(signed.rules_id)
    others = [one for one in case.rule_signatures.of_rules(signed.rules_id) if one.id != signed.id]
    return rules.signature_problems(
        signed,
        rules=version,
        residents=sharing.residents(case, version.house_id),
        others=others,
        today=case.clock(),
    )
