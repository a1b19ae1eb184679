"""Shortest terms, the clock after expiry, and the six months' ceiling: both sides of every edge."""

from datetime import date

import pytest

from bolig_desktop.law.terms import after_expiry, earliest_end, is_short, security_ceiling


@pytest.mark.parametrize(
    ("start", "earliest", "lives_in"),
    [
        (date(2023, 11, 1), date(2026, 10, 31), False),  # law.md example A
        (date(2026, 12, 1), date(2029, 11, 30), False),  # law.md example A, the new lease
        (date(2024, 2, 29), date(2027, 2, 28), False),  # clamped: the date itself
        (date(2024, 3, 1), date(2027, 2, 28), False),
        (date(2024, 2, 28), date(2027, 2, 27), False),
        (date(2025, 3, 1), date(2028, 2, 29), False),
        (date(2026, 1, 31), date(2029, 1, 30), False),
        (date(2026, 11, 15), date(2027, 11, 14), True),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(2023, 3, 1), date(2024, 2, 29), True),
    ],
)
def test_the_earliest_end_and_the_day_before_it(start: date, earliest: date, lives_in: bool) -> None:
    assert earliest_end(start, landlord_lives_in=lives_in) == earliest


def test_an_indefinite_lease_is_never_short() -> None:
    assert not is_short(date(2026, 1, 1), None)
    assert is_short(date(2026, 1, 1), date(2028, 12, 30))
    assert not is_short(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("end", "nominal", "act_by", "indefinite", "certain"),
    [  # law.md § 12 A and B
        (date(2026, 10, 31), date(2027, 1, 31), date(2027, 1, 29), date(2027, 2, 1), date(2027, 2, 2)),
        (date(2026, 8, 31), date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 9, 30), date(2026, 12, 30), date(2026, 12, 30), date(2026, 12, 31), date(2026, 12, 31)),
        (date(2026, 11, 30), date(2027, 2, 28), date(2027, 2, 26), date(2027, 3, 1), date(2027, 3, 2)),
    ],
)
def test_the_three_months_after_expiry(
    end: date, nominal: date, act_by: date, indefinite: date, certain: date
) -> None:
    clock = after_expiry(end)
    assert (clock.nominal, clock.act_by) == (nominal, act_by)
    assert (clock.indefinite_from, clock.certain_from) == (indefinite, certain)


def test_security_is_at_most_six_rents() -> None:
    assert security_ceiling(9500) == 57_000
    assert security_ceiling(0) == 0
