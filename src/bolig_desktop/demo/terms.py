"""The dates of a tenancy that stands where a scene says it does, whatever today is."""

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from bolig_desktop.demo.scenes import Spell
from bolig_desktop.law.months import add_months
from bolig_desktop.law.terms import after_expiry, earliest_end

DAY = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Stay:
    """When one household lived in one unit; ends_on is what the lease says, moved_out_on what happened."""

    scene: int
    unit: str
    starts_on: date
    ends_on: date | None
    moved_out_on: date | None = None
    spell: Spell
    renews: bool = False


def term(spell: Spell, today: date, rng: Random) -> tuple[date, date | None]:
    """Return first and last day of a lease that stands where ``spell`` says."""
    if spell in _ENDS:
        return _before(_ENDS[spell](today))
    start = {
        Spell.RUNNING: lambda: first_of(add_months(today, -rng.randrange(2, 28))) + rng.choice((0, 0, 14)) * DAY,
        Spell.LONG: lambda: first_of(add_months(today, -rng.randrange(20, 44))),
        Spell.INDEFINITE: lambda: first_of(add_months(today, -rng.randrange(40, 95))),
        Spell.SHORT: lambda: first_of(add_months(today, -rng.randrange(4, 8))),
        Spell.DRAFT: lambda: first_of(add_months(today, 1)),
        Spell.AHEAD: lambda: today + 14 * DAY,
    }[spell]()
    if spell is Spell.INDEFINITE:
        return start, None
    months = {Spell.LONG: 60, Spell.SHORT: 18}.get(spell)
    return start, add_months(start, months) - DAY if months else earliest_end(start)


def ended(moved_out: date, manner: int, rng: Random) -> tuple[date, date | None]:
    """Return first and last day of a lease left on a day: 0 at its end, 1 before it, 2 of an indefinite one."""
    if manner == 0:
        return _before(moved_out)
    start = first_of(add_months(moved_out, -rng.randrange(14, 32)))
    return start, earliest_end(start) if manner == 1 else None


def first_of(day: date) -> date:
    """Return the first day of the month."""
    return day.replace(day=1)


def month_end(after: date, until: date) -> date:
    """Return the last month end after one day and not after another; the latter where no month ends between."""
    last = first_of(until + DAY) - DAY
    return last if last > after else until


def _before(end: date) -> tuple[date, date]:
    start = add_months(end + DAY, -36)
    return start, end


def _just_under_three_months(today: date) -> date:
    end = today - 100 * DAY
    while after_expiry(end).nominal < today + 2 * DAY:
        end += DAY
    return end


def _just_over_three_months(today: date) -> date:
    end = today - 80 * DAY
    while after_expiry(end).certain_from > today:
        end -= DAY
    return end


def _uncertain(today: date) -> date:
    """Three months over and not certainly so; on a day when no end gives that, one that is over today or next."""
    ends = [today - days * DAY for days in range(85, 100)]
    unsure = [end for end in ends if after_expiry(end).indefinite_from <= today < after_expiry(end).certain_from]
    return max(unsure) if unsure else min(end for end in ends if after_expiry(end).nominal >= today)


_ENDS = {
    Spell.SIX_MONTHS: lambda today: month_end(add_months(today, 4), add_months(today, 6)),
    Spell.FOUR_MONTHS: lambda today: month_end(add_months(today, 3), add_months(today, 4)),
    Spell.THREE_MONTHS: lambda today: month_end(add_months(today, 1), add_months(today, 3)),
    Spell.ONE_MONTH: lambda today: month_end(today + 8 * DAY, add_months(today, 1)),
    Spell.ONE_WEEK: lambda today: today + 5 * DAY,
    Spell.EXPIRED_DAYS: lambda today: today - 4 * DAY,
    Spell.EXPIRED_WEEKS: lambda today: month_end(today - 55 * DAY, today - 20 * DAY),
    Spell.EXPIRED_MONTHS: _just_under_three_months,
    Spell.UNCERTAIN: _uncertain,
    Spell.TURNED_INDEFINITE: _just_over_three_months,
}
