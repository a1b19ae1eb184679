"""What is due whoever is in the file: the monthly and yearly dates of housing benefit, reporting and plans."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.agenda.items import Item, item
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months

HOUSING_BENEFIT_DAY = 25
KOSTRA = (2, 15)
NEED_PLAN = date(2027, 7, 1)
DISPENSATION_ENDS = date(2026, 12, 31)


def of_calendar(today: date) -> Iterator[Item]:
    """Yield this month's and next month's and this year's and next year's dates (HB-BO1, KO-13, BS-5, SP-3)."""
    for months in (0, 1):
        day = add_months(today.replace(day=1), months).replace(day=HOUSING_BENEFIT_DAY)
        yield item("housing_benefit", "calendar", 0, clocks.Due(day, clocks.ours(day).act_by))
    for year in (today.year, today.year + 1):
        yield item("kostra", "calendar", 0, clocks.ours(date(year, *KOSTRA)))
    yield item("need_plan", "calendar", 0, clocks.ours(NEED_PLAN))
    yield item("interpreters", "calendar", 0, clocks.ours(DISPENSATION_ENDS))
