"""The years a municipality gets integration grant for a settled person, and the benefit while in the programme."""

from datetime import MAXYEAR, date
from fractions import Fraction

GRANT_YEARS = 5
FAMILY_OF_HUMANITARIAN_YEARS = 3
YOUNG = 25
"""Below this age the introduction benefit is lower (IN-20)."""


def grant_year(settled_on: date | None, year: int, *, family_of_humanitarian: bool = False) -> int | None:
    """Return grant year 1-5 in a calendar year, or None outside them (IN-TIL, IMDi's guidelines).

    Year 1 is the calendar year of settlement; family of a person on humanitarian grounds counts three years.
    """
    if settled_on is None:
        return None
    number = year - settled_on.year + 1
    return number if 1 <= number <= _years(family_of_humanitarian) else None


def last_grant_day(settled_on: date, *, family_of_humanitarian: bool = False) -> date:
    """Return 31 December of the last grant year (IN-TIL)."""
    return date(min(MAXYEAR, settled_on.year + _years(family_of_humanitarian) - 1), 12, 31)


def counts_as_refugee(settled_on: date | None, on: date, *, family_of_humanitarian: bool = False) -> bool:
    """Return whether the person counts as a refugee on a day (HB-REF): settled, and the grant years not over."""
    if settled_on is None or on < settled_on:
        return False
    return grant_year(settled_on, on.year, family_of_humanitarian=family_of_humanitarian) is not None


def benefit_share(age: int, *, with_parents: bool = False, childless_couple: bool = False) -> Fraction:
    """Return which share of the full introduction benefit a person gets (IN-20, integreringsloven § 20, A).

    childless_couple: both take part and have no children. Where a person of a couple is under twenty-five the act
    does not say which share goes first; this is the lower of the two.
    """
    shares = [Fraction(1)]
    if age < YOUNG:
        shares.append(Fraction(1, 3) if with_parents else Fraction(2, 3))
    if childless_couple:
        shares.append(Fraction(5, 6))
    return min(shares)


def monthly_benefit(g_nok: int, share: Fraction = Fraction(1)) -> int:
    """Return the introduction benefit per month in whole kroner, rounded down: a twelfth of twice G (IN-20, A)."""
    return int(2 * g_nok * share / 12)


def _years(family_of_humanitarian: bool) -> int:
    return FAMILY_OF_HUMANITARIAN_YEARS if family_of_humanitarian else GRANT_YEARS
