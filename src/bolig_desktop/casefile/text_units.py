"""Every text of the bilingual papers with its state, and what can be done with one: written, kept, checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.casefile.wording import Said, Wording, is_typed
from bolig_desktop.translations import rules, shipped
from bolig_desktop.translations.records import OwnText, TextCheck, TextState

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

HOUSE_RULES = "house_rules"


@dataclass(frozen=True, kw_only=True)
class UnitLine:
    """One text in one language. norwegian: as it is now; group: its file.

    missing: the facts the translation has no room for, which would be missing on every paper.
    """

    said: Said
    norwegian: str
    group: str
    missing: tuple[str, ...] = ()


def lines(case: CaseFile | None, language: str) -> list[UnitLine]:
    """Return every text in a language, in the order of the papers. ``case`` None: as the program comes with them."""
    wording = Wording(case, language)
    files = {unit: file for file, units in shipped.groups().items() for unit in units}
    return [_line(wording, said, files.get(said.unit, HOUSE_RULES)) for said in wording.all()]


def line(case: CaseFile, language: str, unit: str) -> UnitLine:
    """Return one text in a language. Raises KeyError for a text there is none of."""
    wording = Wording(case, language)
    file = next((file for file, units in shipped.groups().items() if unit in units), HOUSE_RULES)
    return _line(wording, wording.said(unit), file)


def _line(wording: Wording, said: Said, group: str) -> UnitLine:
    norwegian = wording.norwegian(said.unit)
    missing: frozenset[str] = frozenset()
    if said.text and not is_typed(said.unit):
        given = rules.placeholders(said.text)
        whole = shipped.texts(shipped.SOURCE)[said.unit] if said.language == shipped.SOURCE else norwegian
        missing = rules.placeholders(whole) - given
    return UnitLine(said=said, norwegian=norwegian, group=group, missing=tuple(sorted(missing)))


def written(case: CaseFile, language: str, unit: str, text: str) -> OwnText:
    """Return the user's own text, to be saved: of the Norwegian as it is now, in place of one written before."""
    of = "" if language == shipped.SOURCE else rules.print_of(Wording(case, language).norwegian(unit))
    before = case.own_texts.of_language(language).get(unit)
    if before is not None:
        return replace(before, text=text, of=of, written_on=case.clock())
    return OwnText(language=language, unit=unit, text=text, of=of, written_on=case.clock())


def still_right(case: CaseFile, language: str, unit: str) -> OwnText:
    """Return an outdated translation with its words as they are, to be saved: made of the Norwegian as it is now."""
    return written(case, language, unit, Wording(case, language).said(unit).text)


def checks(
    case: CaseFile, language: str, units: Iterable[str], interpreter: str, checked_on: date
) -> list[TextCheck]:
    """Return that an interpreter has found these translations right as they read now, to be saved."""
    wording = Wording(case, language)
    return [
        TextCheck(
            language=language,
            unit=unit,
            text_print=rules.print_of(wording.said(unit).text),
            of=rules.print_of(wording.norwegian(unit)),
            interpreter=interpreter,
            checked_on=checked_on,
        )
        for unit in units
    ]


def norwegian_before(case: CaseFile, language: str, unit: str) -> str:
    """Return the Norwegian an outdated translation was made of, "" where it is not known any more."""
    own = case.own_texts.of_language(language).get(unit)
    of = own.of if own else shipped.made_of(language).get(unit, "")
    known = [shipped.texts(shipped.SOURCE).get(unit, "")]
    changed = case.own_texts.of_language(shipped.SOURCE).get(unit)
    if changed is not None:
        entries = case.history.of_row(case.own_texts.table, changed.id or 0)
        known += [str(entry.before["text"]) for entry in entries if entry.before and "text" in entry.before]
    return next((text for text in known if rules.print_of(text) == of), "")


def follows(case: CaseFile, unit: str) -> int:
    """Return how many translations are made of a Norwegian text and say the same as it does now."""
    found = (Wording(case, language).said(unit).state for language in shipped.TRANSLATIONS)
    return sum(1 for state in found if state in (TextState.DRAFT, TextState.CHECKED))
