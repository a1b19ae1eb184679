"""What a file of index values is made of, whatever its form: a line, a month and a value as they were written."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from bolig_desktop.law.indexing import Month, is_month

MISSING = ("", ".", "..", "...", ":", "-")
"""What Statistics Norway writes where there is no figure."""

_MONTH = re.compile(r"([0-9]{4})\s*[-M/.]\s*([0-9]{1,2})", re.IGNORECASE)
_SERIES = re.compile(r"\b([0-9]{5})\s*:")
_BASE = re.compile(r"\(\s*([0-9]{4})\s*=\s*100\s*\)")


class Cell(NamedTuple):
    """One value of the index: the number of its line, its month and itself, as written."""

    line: int
    month: str
    value: str


@dataclass(frozen=True, kw_only=True)
class Cells:
    """Every value found, and the table and base the file names ("" where it names none).

    counted: the code of what the cells' lines count, lines or values.
    """

    cells: list[Cell]
    counted: str = "part.line"
    series: str = ""
    base: str = ""


def month_in(text: str) -> Month | None:
    """Return the month that "2026-10" or "2026M10" means; None for what is no month or does not exist."""
    found = _MONTH.fullmatch(text.strip())
    month = f"{found[1]}-{int(found[2]):02}" if found else ""
    return month if is_month(month) else None


def series_in(text: str) -> str:
    """Return the number of the table a heading names, "" where it names none."""
    found = _SERIES.search(text)
    return found[1] if found else ""


def base_in(text: str) -> str:
    """Return the base a heading names, such as "2025=100", "" where it names none."""
    found = _BASE.search(text)
    return f"{found[1]}=100" if found else ""


def is_whole_index(text: str) -> bool:
    """Return whether a group of goods is all of them together."""
    said = text.casefold().split(maxsplit=1)
    return bool(said) and (said[0] in ("00", "total") or said[-1] in ("totalindeks", "all-item index"))


def is_index(text: str) -> bool:
    """Return whether a heading is of the index itself, and not of a change in per cent or of weights."""
    said = text.casefold()
    return "kpiindmnd" in said or (("prisindeks" in said or "price index" in said) and "prosent" not in said)
