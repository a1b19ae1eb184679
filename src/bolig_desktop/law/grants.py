"""The years a municipality gets integration grant for a settled person (integreringstilskudd)."""

from datetime import date

GRANT_YEARS = 5
FAMILY_OF_HUMANITARIAN_YEARS = 3


def grant_year(settled_on: date | None, year: int, *, family_of_humanitarian: bool = False) -> int | None:
    """Return grant year 1-5 in a calendar year, or None outside them (IN-TIL, IMDi's guidelines).

    Year 1 is the calendar year of settlement; family of a person on humanitarian grounds counts three years.
    """
    if settled_on is None:
        return None
    number = year - settled_on.year + 1
    last = FAMILY_OF_HUMANITARIAN_YEARS if family_of_humanitarian else GRANT_YEARS
    return number if 1 <= number <= last else None


def counts_as_refugee(settled_on: date | None, on: date, *, family_of_humanitarian: bool = False) -> bool:
    """Return whether the person counts as a refugee on a day (HB-REF): settled, and the grant years not over."""
    if settled_on is None or on < settled_on:
        return False
    return grant_year(settled_on, on.year, family_of_humanitarian=family_of_humanitarian) is not None
