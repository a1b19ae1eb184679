"""Whether a translation can be trusted, by content; and what a text of one's own must have."""

import hashlib
import re
from collections.abc import Collection
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.translations.records import OwnText, TextCheck, TextState

LONGEST = 4_000
"""How many characters a text may have; a page has about 3,000."""
_PLACEHOLDER = re.compile(r"\{([a-z_0-9]+)\}")
_PRINT_LENGTH = 10


def print_of(text: str) -> str:
    """Return a short print of a text's content; how its lines and spaces lie does not count."""
    lines = [" ".join(line.split()) for line in text.strip().splitlines()]
    content = "\n".join(line for line in lines if line)
    return hashlib.sha256(content.encode()).hexdigest()[:_PRINT_LENGTH]


def placeholders(text: str) -> frozenset[str]:
    """Return the facts a text leaves room for."""
    return frozenset(_PLACEHOLDER.findall(text))


def state(text: str, of: str, norwegian: str, check: TextCheck | None) -> TextState:
    """Return how far a translation can be trusted.

    text: the translation, "" where there is none; of: the print of the Norwegian it was made of; norwegian: the
    Norwegian as it is now; check: the newest one.
    """
    if not text.strip():
        return TextState.MISSING
    now = print_of(norwegian)
    if of != now:
        return TextState.OUTDATED
    if check is not None and (check.text_print, check.of) == (print_of(text), now):
        return TextState.CHECKED
    return TextState.DRAFT


def own_text_problems(own: OwnText, *, norwegian: str, known: Collection[str], typed: bool = False) -> list[Problem]:
    """Return what is wrong with a text of one's own.

    norwegian: the text as the program comes with it; known: the units there are. typed: it is printed
    as it is, with no room for facts. A fact that is left out would be
    missing on every paper, and one nobody knows would stand there in braces.
    """
    found = []
    if own.unit not in known:
        return [Problem(field="unit", code="translation.no_unit", facts={"unit": own.unit})]
    if not own.text.strip():
        found.append(Problem(field="text", code="translation.empty"))
    if len(own.text) > LONGEST:
        facts = {"longest": LONGEST, "length": len(own.text)}
        found.append(Problem(field="text", code="translation.too_long", facts=facts))
    if typed:
        return found
    wanted, given = placeholders(norwegian), placeholders(own.text)
    if lost := sorted(wanted - given):
        found.append(Problem(field="text", code="translation.placeholder_lost", facts={"names": _named(lost)}))
    if unknown := sorted(given - wanted):
        found.append(Problem(field="text", code="translation.placeholder_unknown", facts={"names": _named(unknown)}))
    rest = _PLACEHOLDER.sub("", own.text)
    if "{" in rest or "}" in rest:
        found.append(Problem(field="text", code="translation.braces"))
    if own.text.count("**") % 2:
        found.append(Problem(field="text", code="translation.bold_open"))
    return found


def _named(names: list[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in names)


def check_problems(check: TextCheck, *, today: date) -> list[Problem]:
    """Return what is wrong with a check: somebody did it, and not ahead of today (tolkeloven § 6)."""
    found = []
    if not check.interpreter.strip():
        found.append(Problem(field="interpreter", code="translation.no_interpreter"))
    if check.checked_on > today:
        found.append(Problem(field="checked_on", code="translation.checked_ahead", facts={"today": today}))
    return found
