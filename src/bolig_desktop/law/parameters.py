"""Figures and days that change while the law does not: a shipped table, and the user's own rows, which win."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from bolig_desktop import paths
from bolig_desktop.law.book import Certainty

ParameterValue = Decimal | date | str


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One dated row (law.md § 9).

    value: a number, a day or a text such as "02-15"; None where it has not been looked up. unit: what it counts, as
    printed. valid_from, valid_to: the first and the last day it holds; None where it is open. next_check: after this
    day somebody should look again.
    """

    name: str
    value: ParameterValue | None
    unit: str = ""
    valid_from: date | None = None
    valid_to: date | None = None
    certainty: Certainty = Certainty.M
    source: str = ""
    next_check: date | None = None

    def holds_on(self, day: date) -> bool:
        """Return whether the row holds on a day."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


def value(name: str, on: date, own: Iterable[Parameter] = ()) -> ParameterValue | None:
    """Return what holds on a day: the user's own newest row, else the shipped one; None where nobody knows."""
    for rows in (own, shipped()):
        known = [row for row in rows if row.name == name and row.value is not None and row.holds_on(on)]
        if known:
            return max(known, key=lambda row: row.valid_from or date.min).value
    return None


def number(name: str, on: date, own: Iterable[Parameter] = ()) -> Decimal | None:
    """Return a figure; None where it is unknown or no figure."""
    found = value(name, on, own)
    return found if isinstance(found, Decimal) else None


def day(name: str, on: date, own: Iterable[Parameter] = ()) -> date | None:
    """Return a day; None where it is unknown or no day."""
    found = value(name, on, own)
    return found if isinstance(found, date) else None


def text(name: str, on: date, own: Iterable[Parameter] = ()) -> str | None:
    """Return a text; None where it is unknown or no text."""
    found = value(name, on, own)
    return found if isinstance(found, str) else None


def due_for_checking(today: date) -> list[Parameter]:
    """Return the shipped rows that hold and are past their next check."""
    return [row for row in shipped() if row.next_check and row.next_check < today and row.holds_on(today)]


@cache
def shipped() -> tuple[Parameter, ...]:
    """Return the table the program comes with. Read once, then kept; a few milliseconds."""
    with (paths.resources() / "law" / "parameters.toml").open("rb") as stream:
        rows = tomllib.load(stream, parse_float=Decimal)["parameter"]
    return tuple(
        Parameter(
            name=row["name"],
            value=_value(row.get("value")),
            unit=row.get("unit", ""),
            valid_from=row.get("valid_from"),
            valid_to=row.get("valid_to"),
            certainty=Certainty(row["certainty"]),
            source=row["source"],
            next_check=row.get("next_check"),
        )
        for row in rows
    )


def _value(written: object) -> ParameterValue | None:
    if isinstance(written, int):
        return Decimal(written)
    return written if isinstance(written, Decimal | date | str) else None
