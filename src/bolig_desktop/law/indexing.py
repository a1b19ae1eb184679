"""The consumer price index and the highest rent it allows (husleieloven § 4-2): whole kroner and no floats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from bolig_desktop.law.months import add_months

if TYPE_CHECKING:
    from bolig_desktop.law.parameters import Parameter

Month = str
"""A month as "2026-10": as text they stand in the order of time."""

MOST_FALL = Decimal("0.9")
"""Below this share of the older index the two are taken to be of different base years (law.md § 10, trap 2)."""

MOST_RISE = Decimal("1.3")
"""Above this for each year begun between them, likewise: 100.8 (2025 = 100) before 139.1 (2015 = 100)."""

_PUBLISHED_DAY = 10
_MONTH = re.compile(r"(?:19|20|21)[0-9]{2}-(?:0[1-9]|1[0-2])")
_WRITTEN = re.compile(r"([0-9]{4})\s*[-M/.]\s*([0-9]{1,2})", re.IGNORECASE)


def indexed_rent(rent_nok: int, kpi_a: Decimal, kpi_b: Decimal) -> int:
    """Return the new rent per month in whole kroner, energy left out (HL-4-2, A).

    kpi_a: the index at the last setting; kpi_b: the index now; both of the same table. A rise is at most the index:
    rounded down. A fall somebody demands is at most the index too: rounded up.
    """
    whole, rest = divmod(rent_nok * kpi_b, kpi_a)
    return int(whole) + (1 if rest and kpi_b < kpi_a else 0)


def same_table(kpi_a: Decimal, kpi_b: Decimal) -> bool:
    """Return whether the two can be of one table: 139.1 (2015 = 100) beside 103.8 (2025 = 100) is nonsense."""
    return kpi_b >= MOST_FALL * kpi_a


def out_of_line(values: Mapping[Month, Decimal]) -> tuple[Month, Month] | None:
    """Return the first two months following each other whose values cannot be of one table, None where all can."""
    for (a, kpi_a), (b, kpi_b) in pairwise(sorted(values.items())):
        years = (_number(b) - _number(a) + 11) // 12
        if not same_table(kpi_a, kpi_b) or kpi_b > kpi_a * MOST_RISE**years:
            return a, b
    return None


def is_month(text: str) -> bool:
    """Return whether a text is a month that exists: "2026-10", and never "2026-13"."""
    return _MONTH.fullmatch(text) is not None


def month_in(text: str) -> Month | None:
    """Return the month that "2026-10" or "2026M10" means; None for what is no month or does not exist."""
    found = _WRITTEN.fullmatch(text.strip())
    month = f"{found[1]}-{int(found[2]):02}" if found else ""
    return month if is_month(month) else None


def month_of(day: date) -> Month:
    """Return the month a day lies in."""
    return f"{day.year:04}-{day.month:02}"


def table_on(day: date, own: Iterable[Parameter] = ()) -> tuple[str, str]:
    """Return which of Statistics Norway's tables has the index on a day, and its base: "14700", "2025=100".

    own: the user's own dated rows, which win.
    """
    from bolig_desktop.law import parameters  # read where a rent is reckoned, not when the program starts

    rows = tuple(own)
    return parameters.text("kpi_table", day, rows) or "", parameters.text("kpi_base", day, rows) or ""


def newest_published(day: date) -> Month:
    """Return the newest month whose figure is out on a day: about the tenth of the month after (law.md § 10, B)."""
    return month_of(add_months(day.replace(day=1), -1 if day.day >= _PUBLISHED_DAY else -2))


def _number(month: Month) -> int:
    return int(month[:4]) * 12 + int(month[5:])
