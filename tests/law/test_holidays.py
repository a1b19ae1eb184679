"""Our holidays beside the two acts, beside another package, and beside an Easter reckoned another way."""

from datetime import date, timedelta

import holidays as package
import pytest

from bolig_desktop.law.workdays import holidays, is_workday

YEARS = range(1970, 2101)


def reckoned_easter(year: int) -> date:
    """Easter Sunday by the anonymous Gregorian rule: both our own and the package's come from dateutil."""
    a, b, c = year % 19, year // 100, year % 100
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    m = (a + 11 * h + 22 * k) // 451
    month, day = divmod(h + k - 7 * m + 114, 31)
    return date(year, month, day + 1)


@pytest.mark.parametrize("year", YEARS)
def test_the_package_says_the_same(year: int) -> None:
    # With include_sundays it says Sundays too, which are no working days here anyway. It says nothing else more.
    assert set(package.Norway(years=year, include_sundays=False)) == holidays(year)
    sundays = {date(year, 1, 1) + timedelta(days=n) for n in range(366)}
    theirs = set(package.Norway(years=year, include_sundays=True))
    assert theirs == holidays(year) | {day for day in sundays if day.weekday() == 6 and day.year == year}


@pytest.mark.parametrize("year", YEARS)
def test_easter_reckoned_another_way(year: int) -> None:
    easter = reckoned_easter(year)
    moving = {easter + timedelta(days=days) for days in (-3, -2, 0, 1, 39, 49, 50)}
    fixed = {date(year, 1, 1), date(year, 5, 1), date(year, 5, 17), date(year, 12, 25), date(year, 12, 26)}
    assert holidays(year) == moving | fixed  # lov 1995-02-24-12 § 2 and lov 1947-04-26-1, and nothing else


@pytest.mark.parametrize("year", YEARS)
def test_the_days_people_take_off_are_working_days(year: int) -> None:  # law.md § 0, 10
    for day in (date(year, 12, 24), date(year, 12, 31)):
        assert day not in holidays(year)
        assert is_workday(day) is (day.weekday() < 5)
    assert reckoned_easter(year) - timedelta(days=1) not in holidays(year)  # påskeaften: a Saturday, no holiday
    assert not is_workday(date(year, 5, 1)) and not is_workday(date(year, 5, 17))


def test_easter_of_the_notes() -> None:  # law.md § 2, DL-HOL
    assert reckoned_easter(2027) == date(2027, 3, 28)
    assert reckoned_easter(2027) + timedelta(days=50) == date(2027, 5, 17)
