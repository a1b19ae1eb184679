"""Days and months as domstolloven § 148 counts them."""

from datetime import date, timedelta

from bolig_desktop.text import dates


def add_days(start: date, days: int) -> date:
    """Return the last of ``days`` days, the start day not counted (DL-148-D, domstolloven § 148 first paragraph)."""
    return start + timedelta(days=days)


def add_months(start: date, months: int) -> date:
    """Return the same day number ``months`` later, or that month's last day if it is shorter.

    DL-148-M, domstolloven § 148 second paragraph. The end of a month does not stick: 28 February and three months
    is 28 May. Add months to the nominal date, never to one that was moved for a weekend.
    """
    return dates.add_months(start, months)


def is_clamped(start: date, months: int) -> bool:
    """Return whether the month ``months`` later lacks the start's day number."""
    return add_months(start, months).day != start.day


def age_on(born_on: date, day: date) -> int:
    """Return whole years of age; who is born on 29 February turns a year older on 1 March in other years."""
    return day.year - born_on.year - ((day.month, day.day) < (born_on.month, born_on.day))
