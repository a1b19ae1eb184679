"""The command ``texts``: every text of the bilingual papers with its state, and what a translation has lost."""

import argparse
from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

from bolig_desktop.casefile import opened, text_units
from bolig_desktop.casefile.text_units import UnitLine
from bolig_desktop.cli.answering import GOOD, MENDABLE, line, put, tell
from bolig_desktop.text.languages import PAPER_CODES
from bolig_desktop.translations.records import TextState

_STATES = {
    TextState.SOURCE: "norsk",
    TextState.DRAFT: "utkast",
    TextState.CHECKED: "kontrollert",
    TextState.OUTDATED: "utdatert",
    TextState.MISSING: "mangler",
}


def texts(options: argparse.Namespace) -> int:
    """Show the texts; the answer is 1 where a translation lacks a fact the program sets in."""
    languages = [code for code in PAPER_CODES if options.language in ("", code)]
    with opened.case_file(options.file, options.today) if options.file else nullcontext() as case:
        found = [one for language in languages for one in text_units.lines(case, language)]
    if options.json:
        put([_row(one) for one in found])
    else:
        for one in found:
            line(_words(one))
    lacking = [one for one in found if one.missing]
    if not lacking:
        return GOOD
    tell(_lost(lacking))
    return MENDABLE


def _row(one: UnitLine) -> dict[str, Any]:
    said, check = one.said, one.said.check
    return {
        "unit": said.unit,
        "language": said.language,
        "state": said.state.value,
        "own": said.own,
        "checked_by": check.interpreter if check else None,
        "checked_on": check.checked_on.isoformat() if check else None,
        "missing": list(one.missing),
    }


def _words(one: UnitLine) -> str:
    said = one.said
    parts = [_STATES[said.state]]
    if said.own:
        parts.append("egen tekst")
    if said.check is not None:
        parts.append(f"{said.check.interpreter} {said.check.checked_on.isoformat()}")
    if one.missing:
        parts.append("mangler " + ", ".join(f"{{{name}}}" for name in one.missing))
    return f"{said.language:<4}{said.unit:<36}{' · '.join(parts)}"


def _lost(lacking: Sequence[UnitLine]) -> str:
    first = lacking[0]
    names = ", ".join(f"{{{name}}}" for name in first.missing)
    where = f"«{first.said.unit}» på {first.said.language} mangler {names}"
    if len(lacking) == 1:
        return f"En tekst har mistet noe programmet setter inn: {where}."
    return f"{len(lacking)} tekster har mistet noe programmet setter inn, den første {where}."
