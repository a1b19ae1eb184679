"""Days and months as domstolloven § 148 counts them; what lies past the calendar's ends is its first or last day."""

import calendar
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import lru_cache

SHORTEST_MONTH = 28
"""How many days every month has."""


def add_days(start: date, days: int) -> date:
    """Return the last of ``days`` days, the start day not counted (DL-148-D, domstolloven § 148 first paragraph)."""
    try:
        return start + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


@lru_cache(maxsize=1 << 15)
def add_months(start: date, months: int) -> date:
    """Return the same day number ``months`` later, or that month's last day if it is shorter.

    DL-148-M, domstolloven § 148 second paragraph. The end of a month does not stick: 28 February and three months
    is 28 May. Add months to the nominal date, never to one that was moved for a weekend.
    """
    year, month0 = divmod(start.year * 12 + start.month - 1 + months, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    if start.day <= SHORTEST_MONTH:
        return date(year, month0 + 1, start.day)
    return date(year, month0 + 1, min(start.day, calendar.monthrange(year, month0 + 1)[1]))


def is_clamped(start: date, months: int) -> bool:
    """Return whether the month ``months`` later lacks the start's day number."""
    return add_months(start, months).day != start.day


def age_on(born_on: date, day: date) -> int:
    """Return whole years of age; who is born on 29 February turns a year older on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
