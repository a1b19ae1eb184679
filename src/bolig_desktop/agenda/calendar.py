"""What is due whoever is in the file: the monthly and yearly dates of housing benefit, reporting and plans."""

from collections.abc import Iterable, Iterator
from datetime import date

from bolig_desktop.agenda.items import Asked, Item, item
from bolig_desktop.law import clocks, parameters
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.parameters import Parameter

_STANDS_ON = {"housing_benefit": 0, "kostra": 59}
"""How many days a date stays on the list after it has gone where nobody ticks it: KOSTRA until 15 April, when
corrections end; the others two weeks."""

_Dated = tuple[date, Asked]
"""A day, and what its rule is asked with."""


def of_calendar(today: date, own: Iterable[Parameter] = ()) -> Iterator[Item]:
    """Yield what has just gone and what comes next (HB-BO1, KO-13, BS-5, SP-3); own: the user's own dated rows.

    A day nobody knows on ``today`` is left out.
    """
    rows = tuple(own)
    yield from _round("housing_benefit", _benefit(today, rows), today)
    yield from _round("kostra", _kostra(today, rows), today)
    yield from _round("need_plan", _once("housing_plan_due", rows), today)
    dispensation = _once("interpreter_dispensation_ends", rows)
    yield from _round("interpreters", [(day, (("day", day),)) for day, _ in dispensation], today)


def _once(name: str, own: tuple[Parameter, ...]) -> list[_Dated]:
    """Return a day that comes once: its rows hold until it has gone, so the newest is meant."""
    day = parameters.day(name, date.max, own)
    return [] if day is None else [(day, ())]


def _benefit(today: date, own: tuple[Parameter, ...]) -> list[_Dated]:
    months = (add_months(today.replace(day=1), months) for months in (0, 1))
    days = ((month, parameters.number("housing_allowance_apply_day", month, own)) for month in months)
    return [(month.replace(day=int(day)), (("month", month),)) for month, day in days if day is not None]


def _kostra(today: date, own: tuple[Parameter, ...]) -> list[_Dated]:
    """Return the days the figures of last year and of this year are due."""
    years = (today.year - 1, today.year)
    days = ((year, parameters.text("kostra_13_due", date(year, 12, 31), own)) for year in years)
    return [(date.fromisoformat(f"{year + 1}-{day}"), (("year", year),)) for year, day in days if day is not None]


def _round(kind: str, days: list[_Dated], today: date) -> Iterator[Item]:
    standing = [(day, asked) for day, asked in days if today <= add_days(day, _STANDS_ON.get(kind, 14))]
    for day, asked in standing[:2]:
        yield item(kind, "calendar", 0, clocks.ours(day), asked=asked)
