"""Households in temporary housing: each once a year, the days of all its stays added up (KOSTRA rule 4)."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from bolig_desktop.allocation.records import StayKind, TemporaryStay
from bolig_desktop.law.months import add_months
from bolig_desktop.yearly.figures import Counted, counted, share
from bolig_desktop.yearly.known import Known, Year

FEW_DAYS, MANY_DAYS = 14, 92
"""Up to 14 days in the year are few; more than 92, the longest three months, are more than three months."""
_DAY = timedelta(days=1)
_OF_AGE = 18 * 12


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of temporary housing; a night shelter is counted apart."""
    stays = [one for one in known.case.temporary_stays.list() if _days(one, year)]
    days: dict[int, int] = defaultdict(int)
    began: dict[int, date] = {}
    for one in stays:
        if one.kind is not StayKind.NIGHT_SHELTER:
            days[one.household_id] += _days(one, year)
            began[one.household_id] = min(began.get(one.household_id, date.max), max(one.from_on, year.first))
    every = counted("households", days)
    children = [whose for whose in days if _has_children(known, whose, began[whose])]
    with_children = counted("households", children)
    long = counted("households", (whose for whose in children if days[whose] > MANY_DAYS))
    short = counted("households", (whose for whose in days if days[whose] <= FEW_DAYS))
    yield "KOStotmidlbo0000", every
    yield "KOSmidlbobarn0000", with_children
    yield "stays_children_long", long
    yield "KOSandbarn3m0000", share(long, with_children)
    yield "stays_short", short
    yield "KOSandmidlbo14d0000", share(short, every)
    sheltered = (one.household_id for one in stays if one.kind is StayKind.NIGHT_SHELTER)
    yield "KOStotnatt0000", counted("households", sheltered)


def _days(stay: TemporaryStay, year: Year) -> int:
    """Return how many nights of the year a stay had: each belongs to the day it begins on.

    The day they leave is none, and the counting day is one for those still there; a stay that began and ended on one
    day is one.
    """
    after = year.counting_day + _DAY
    left = stay.from_on + _DAY if stay.from_on == stay.to_on else stay.to_on or after
    return max((min(left, after) - max(stay.from_on, year.first)).days, 0)


def _has_children(known: Known, household_id: int, day: date) -> bool:
    """Say whether somebody under 18 was in a household on a day."""
    for one in known.members.get(household_id, ()):
        born = known.people[one.person_id].born_on
        here = (one.joined_on is None or one.joined_on <= day) and (one.left_on is None or one.left_on > day)
        if here and born is not None and born <= day < add_months(born, _OF_AGE):
            return True
    return False
