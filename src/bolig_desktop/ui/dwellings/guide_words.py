"""What the facts for the welcome binder are called on screen: how often waste is collected, what a house says."""

import enum
from collections.abc import Mapping
from datetime import date
from typing import Any

from bolig_desktop.dwellings.records import WasteDay
from bolig_desktop.dwellings.rules import next_collections
from bolig_desktop.text.dates import day_and_month
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import NO_BREAK
from bolig_desktop.ui.words import language, tr

_SHOWN = 3


def how_often(weeks: int) -> str:
    """Return how often something is done that is done every so many weeks."""
    if weeks <= 2:
        return tr("Hver uke") if weeks == 1 else tr("Annenhver uke")
    return tr("Hver {number}. uke", number=weeks)


def waste_words(day: WasteDay, today: date) -> tuple[str, str]:
    """Return a line's title, what in what, and its detail: day, how often and the next ones, or where to."""
    title = ", ".join(part for part in (label(day.kind), inside(label(day.bin))) if part)
    parts = []
    if day.weekday is not None:
        parts.append(f"{label(day.weekday)}, {inside(how_often(day.every_weeks))}")
        coming = next_collections(day, today, _SHOWN)
        days = ", ".join(day_and_month(one, language()).replace(" ", NO_BREAK) for one in coming)
        parts.append(tr("neste: {days}", days=days) if days else tr("neste dag er ikke kjent"))
    if day.bring_to:
        parts.append(tr("Leveres: {place}", place=day.bring_to))
    return title, " · ".join(parts)


def house_words(said: Mapping[str, Any]) -> dict[str, str]:
    """Return in words what a house says, by field."""
    return {name: _worth(value) for name, value in said.items()}


def _worth(value: Any) -> str:
    if isinstance(value, enum.Enum):
        return inside(label(value))
    if isinstance(value, bool):
        return tr("ja") if value else tr("nei")
    return str(value)


def inside(words: str) -> str:
    """Return a label as it stands inside a sentence."""
    return words[:1].lower() + words[1:]
