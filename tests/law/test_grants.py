"""Grant years (IN-TIL) and who counts as a refugee (HB-REF)."""

from datetime import date

import pytest

from bolig_desktop.law.grants import counts_as_refugee, grant_year


@pytest.mark.parametrize(
    ("year", "expected"), [(2021, None), (2022, 1), (2023, 2), (2026, 5), (2027, None)]
)  # settled on the last day of 2022: still year 1
def test_year_one_is_the_calendar_year_of_settlement(year: int, expected: int | None) -> None:
    assert grant_year(date(2022, 12, 31), year) == expected
    assert grant_year(date(2022, 1, 1), year) == expected


def test_family_on_humanitarian_grounds_has_three_years() -> None:
    assert grant_year(date(2022, 6, 1), 2024, family_of_humanitarian=True) == 3
    assert grant_year(date(2022, 6, 1), 2025, family_of_humanitarian=True) is None


def test_who_is_not_settled_has_no_year() -> None:
    assert grant_year(None, 2026) is None
    assert not counts_as_refugee(None, date(2026, 12, 31))


def test_the_last_day_that_counts() -> None:
    settled = date(2022, 6, 1)
    assert not counts_as_refugee(settled, date(2022, 5, 31))
    assert counts_as_refugee(settled, date(2022, 6, 1))
    assert counts_as_refugee(settled, date(2026, 12, 31))
    assert not counts_as_refugee(settled, date(2027, 1, 1))
