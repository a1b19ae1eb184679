"""The words of the bilingual papers in this case file: own texts before shipped ones, and how far to trust them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bolig_desktop.translations import rules, shipped
from bolig_desktop.translations.records import OwnText, TextCheck, TextState

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

HOUSE_RULE = "house_rule_"
"""How the unit of a rule of a house's own is called, with the rule's id behind: its Norwegian stands in the rule."""


@dataclass(frozen=True, kw_only=True)
class Said:
    """One text in one language. text is "" where it is not translated; own: whether it is the user's own."""

    unit: str
    language: str
    text: str
    state: TextState
    own: bool = False
    check: TextCheck | None = None


class Wording:
    """The words of one language. ``case`` None: as the program comes with them."""

    def __init__(self, case: CaseFile | None, language: str) -> None:
        self._case, self.language = case, language
        self._shipped, self._made_of = shipped.texts(language), shipped.made_of(language)
        self._norwegian = shipped.texts(shipped.SOURCE)
        self._own: dict[str, OwnText] = case.own_texts.of_language(language) if case else {}
        self._own_norwegian = case.own_texts.of_language(shipped.SOURCE) if case else {}
        self._checks: dict[str, TextCheck] = case.text_checks.of_language(language) if case else {}

    def norwegian(self, unit: str) -> str:
        """Return the Norwegian of a text as it is now. Raises KeyError for a text there is none of."""
        if unit in self._own_norwegian:
            return self._own_norwegian[unit].text
        if is_typed(unit):
            rule = self._case.house_rule_lines.find(int(unit.removeprefix(HOUSE_RULE))) if self._case else None
            if rule is None:
                raise KeyError(unit)
            return rule.text
        return self._norwegian[unit]

    def said(self, unit: str) -> Said:
        """Return a text with how far it can be trusted. Raises KeyError for a text there is none of."""
        norwegian, own, check = self.norwegian(unit), self._own.get(unit), self._checks.get(unit)
        if self.language == shipped.SOURCE:
            state = TextState.SOURCE
            return Said(unit=unit, language=self.language, text=norwegian, state=state, own=own is not None)
        text = own.text if own else self._shipped.get(unit, "")
        of = own.of if own else self._made_of.get(unit, "")
        state = rules.state(text, of, norwegian, check)
        checked = check if state is TextState.CHECKED else None
        return Said(unit=unit, language=self.language, text=text, state=state, own=own is not None, check=checked)

    def text(self, unit: str) -> str:
        """Return a text, or the Norwegian where it is not translated. Raises KeyError."""
        return self.said(unit).text or self.norwegian(unit)

    def all(self) -> Iterator[Said]:
        """Yield every text in order, the rules of houses' own last."""
        for unit in known_units(self._case):
            yield self.said(unit)


def is_typed(unit: str) -> bool:
    """Return whether a text is typed as it is to be printed, with no room for facts: a house's own rule."""
    return unit.startswith(HOUSE_RULE)


def known_units(case: CaseFile | None) -> tuple[str, ...]:
    """Return the names of every text there is: those the program comes with, and each rule of a house's own."""
    own = case.house_rule_lines.list("text <> ''") if case else []
    return (*shipped.units(), *(f"{HOUSE_RULE}{rule.id}" for rule in own))
