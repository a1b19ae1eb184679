"""What every choice is called on screen: bokmål from ``labels``, translated like every other word."""

import enum
from typing import TypeVar

from bolig_desktop.labels.every import LABELS
from bolig_desktop.people.records import SHIELDED, UNNAMED
from bolig_desktop.text.languages import norwegian_name
from bolig_desktop.ui.words import tr

E = TypeVar("E", bound=enum.Enum)


def label(value: enum.Enum | None) -> str:
    """Return what a choice is called, and "" for None."""
    return "" if value is None else tr(LABELS[type(value)][value])


def answers(choices: type[E]) -> list[tuple[E, str]]:
    """Return every choice of an enumeration with its words, in its own order."""
    return [(choice, label(choice)) for choice in choices]


def language_words(code: str) -> str:
    """Return what a language is called, and "" where none is given."""
    return tr(norwegian_name(code)) if code else ""


def household_words(called: str) -> str:
    """Return what a household is called in lists in the screen's language; a name stays as it was written."""
    words, _, number = called.rpartition(" ")
    return f"{tr(words)} {number}" if words in (SHIELDED, UNNAMED) and number.isdigit() else called
