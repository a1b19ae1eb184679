"""Figures and days that change while the law does not: a shipped table, and the user's own rows, which win."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache

from bolig_desktop import paths
from bolig_desktop.law.sources import Certainty, Look

ParameterValue = Decimal | date | str


@dataclass(frozen=True, kw_only=True)
class Parameter:
    """One dated row (law.md § 9). id: the user's own row in the case file, None for one that is shipped.

    value: a number, a day or a text such as "02-15"; None where it has not been looked up. unit: what it counts, as
    printed. valid_from, valid_to: the first and the last day it holds; None where it is open. next_check: after this
    day somebody should look again.
    """

    id: int | None = None
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
    found = counting(name, on, own)
    return found.value if found else None


def counting(name: str, on: date, own: Iterable[Parameter] = ()) -> Parameter | None:
    """Return the row that counts on a day: one not looked up where there is no other, None where none holds."""
    for rows in (own, shipped()):
        known = [row for row in rows if row.name == name and row.value is not None and row.holds_on(on)]
        if known:
            return max(known, key=lambda row: row.valid_from or date.min)
    return next((row for row in shipped() if row.name == name and row.holds_on(on)), None)


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


def due_for_checking(
    today: date, own: Iterable[Parameter] = (), looked: Mapping[str, Look] | None = None
) -> list[Parameter]:
    """Return the rows that count today and are past their next check, in the table's own order.

    looked: when the user last looked each of them up herself. A row that another goes before is not asked about.
    """
    rows = tuple(own)
    counted = (counting(name, today, rows) for name in dict.fromkeys(row.name for row in shipped()))
    due = ((row, next_check(row, looked or {})) for row in counted if row is not None)
    return [row for row, day in due if day is not None and day < today]


def next_check(row: Parameter, looked: Mapping[str, Look]) -> date | None:
    """Return the day after which somebody should look a row up again; an own row says so itself."""
    look = looked.get(row.name)
    if row.id is not None or row.value is None or look is None or row.next_check is None:
        return row.next_check
    return max(row.next_check, look.next_check)


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
