"""Months, working days and ages: both sides of every edge (law.md § 2 and § 12)."""

from datetime import date, timedelta

import pytest

from bolig_desktop.law.months import add_days, add_months, age_on, is_clamped
from bolig_desktop.law.workdays import holidays, is_workday, next_workday, previous_workday


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),  # edge 1
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2026, 11, 30), 3, date(2027, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 2, 28), 3, date(2026, 5, 28)),  # a month's end does not stick
        (date(2026, 8, 31), 3, date(2026, 11, 30)),  # example B
        (date(2026, 9, 30), 3, date(2026, 12, 30)),
        (date(2026, 10, 31), 3, date(2027, 1, 31)),  # example A
        (date(2023, 11, 1), 36, date(2026, 11, 1)),
        (date(2024, 2, 29), 36, date(2027, 2, 28)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
    ],
)
def test_months_end_on_the_same_number_or_the_months_last_day(start: date, months: int, expected: date) -> None:
    assert add_months(start, months) == expected


def test_days_leave_out_the_first_and_count_the_last() -> None:
    assert add_days(date(2026, 11, 23), 21) == date(2026, 12, 14)  # example C, appeal


def test_a_start_is_clamped_only_where_the_day_is_missing() -> None:
    assert is_clamped(date(2024, 2, 29), 36)
    assert not is_clamped(date(2024, 2, 29), 48)
    assert not is_clamped(date(2024, 2, 28), 36)


def test_easter_and_the_fixed_holidays() -> None:
    assert {date(2027, 3, 25), date(2027, 3, 26), date(2027, 3, 28), date(2027, 3, 29)} <= holidays(2027)
    assert date(2027, 5, 17) in holidays(2027)  # 1. and 2. pinsedag are 16 and 17 May: one holiday
    assert len(holidays(2027)) == 11
    assert {date(2026, 5, 14), date(2026, 5, 25), date(2026, 5, 1), date(2026, 12, 26)} <= holidays(2026)


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        (date(2026, 12, 26), date(2026, 12, 24), date(2026, 12, 28)),  # edge 4; 24 December is a working day
        (date(2027, 3, 25), date(2027, 3, 24), date(2027, 3, 30)),  # edge 3
        (date(2027, 1, 31), date(2027, 1, 29), date(2027, 2, 1)),  # example A
        (date(2027, 5, 17), date(2027, 5, 14), date(2027, 5, 18)),
        (date(2026, 12, 31), date(2026, 12, 31), date(2026, 12, 31)),
        (date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 23)),
    ],
)
def test_deadlines_move_off_weekends_and_holidays(day: date, before: date, after: date) -> None:
    assert previous_workday(day) == before
    assert next_workday(day) == after


def test_a_saturday_is_no_working_day() -> None:
    assert not is_workday(date(2026, 11, 21))
    assert is_workday(date(2026, 11, 21) - timedelta(days=1))


def test_age_turns_on_the_birthday() -> None:
    assert age_on(date(2008, 11, 22), date(2026, 11, 21)) == 17
    assert age_on(date(2008, 11, 22), date(2026, 11, 22)) == 18
    assert age_on(date(2008, 2, 29), date(2026, 2, 28)) == 17
    assert age_on(date(2008, 2, 29), date(2026, 3, 1)) == 18
