"""What is due whoever is in the file: the monthly and yearly dates of housing benefit, reporting and plans."""

from collections.abc import Callable, Iterator
from datetime import date

from bolig_desktop.agenda.items import Asked, Item, item
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days, add_months

HOUSING_BENEFIT_DAY = 25
KOSTRA = (2, 15)
NEED_PLAN = date(2027, 7, 1)
DISPENSATION_ENDS = date(2026, 12, 31)

_STANDS_ON = {"housing_benefit": 0, "kostra": 59}
"""How many days a date stays on the list after it has gone where nobody ticks it: KOSTRA until 15 April, when
corrections end; the others two weeks."""

_ASKED: dict[str, Callable[[date], Asked]] = {
    "housing_benefit": lambda day: (("month", day.replace(day=1)),),
    "kostra": lambda day: (("year", day.year - 1),),
    "need_plan": lambda day: (),
    "interpreters": lambda day: (("day", day),),
}


def of_calendar(today: date) -> Iterator[Item]:
    """Yield what has just gone and what comes next (HB-BO1, KO-13, BS-5, SP-3)."""
    months = (add_months(today.replace(day=1), months) for months in (0, 1))
    yield from _round("housing_benefit", [month.replace(day=HOUSING_BENEFIT_DAY) for month in months], today)
    yield from _round("kostra", [date(year, *KOSTRA) for year in (today.year, today.year + 1)], today)
    for kind, day in (("need_plan", NEED_PLAN), ("interpreters", DISPENSATION_ENDS)):
        yield from _round(kind, [day], today)


def _round(kind: str, days: list[date], today: date) -> Iterator[Item]:
    standing = [day for day in days if today <= add_days(day, _STANDS_ON.get(kind, 14))]
    for day in standing[:2]:
        yield item(kind, "calendar", 0, clocks.ours(day), asked=_ASKED[kind](day))
