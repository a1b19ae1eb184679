"""Working days: Sundays, the holidays of Norwegian law, 1 and 17 May and Saturdays are none."""

from datetime import date, timedelta
from functools import lru_cache

from dateutil.easter import easter

from bolig_desktop.law.months import add_days

_FROM_EASTER = (-3, -2, 0, 1, 39, 49, 50)
_FIXED = ((1, 1), (5, 1), (5, 17), (12, 25), (12, 26))


@lru_cache(maxsize=400)
def holidays(year: int) -> frozenset[date]:
    """Return the year's holidays and the days equal to them (DL-HOL: lov 1995-02-24-12 § 2, lov 1947-04-26-1)."""
    sunday = easter(year)
    moving = {sunday + timedelta(days=days) for days in _FROM_EASTER}
    return frozenset(moving | {date(year, month, day) for month, day in _FIXED})


def is_workday(day: date) -> bool:
    """Return whether a deadline can end on this day (DL-149, domstolloven § 149); 24 and 31 December can."""
    return day.weekday() < 5 and day not in holidays(day.year)


@lru_cache(maxsize=1 << 15)
def next_workday(day: date) -> date:
    """Return the day itself or the first working day after it: a deadline that binds the other party (DL-149)."""
    while not is_workday(day) and day < date.max:
        day = add_days(day, 1)
    return day


@lru_cache(maxsize=1 << 15)
def previous_workday(day: date) -> date:
    """Return the day itself or the last working day before it: a deadline that binds us (DL-OWN)."""
    while not is_workday(day) and day > date.min:
        day = add_days(day, -1)
    return day
