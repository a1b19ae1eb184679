"""HL-4-2 in whole kroner: law.md's own numbers, and its six traps (§ 10)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.law import clocks
from bolig_desktop.law.indexing import indexed_rent, is_month, newest_published, out_of_line, table_on
from bolig_desktop.law.months import add_months
from bolig_desktop.law.workdays import next_workday

RENTS = st.integers(min_value=1, max_value=99_999)
VALUES = st.decimals(min_value=Decimal("50"), max_value=Decimal("250"), places=1)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2150, 12, 31))


@pytest.mark.parametrize(
    ("rent", "kpi_a", "kpi_b", "new"),
    [
        (9500, "100.8", "103.8", 9782),  # 9 782.74; the published 3.0 per cent would give 9 785
        (9500, "100.0", "104.0", 9880),  # to the krone: nothing is lost
        (1000, "100.0", "100.1", 1001),
        (1000, "100.0", "100.0", 1000),
        (9500, "103.8", "100.8", 9226),  # a fall, 9 225.43, is rounded up
        (1000, "100.1", "100.0", 1000),  # 999.0009…: up, and so unchanged
        (0, "100.0", "110.0", 0),
    ],
)
def test_a_rise_is_rounded_down_and_a_fall_up(rent, kpi_a, kpi_b, new):
    assert indexed_rent(rent, Decimal(kpi_a), Decimal(kpi_b)) == new


@given(RENTS, VALUES, VALUES)
def test_never_above_the_index_and_never_below_a_demanded_fall(rent, kpi_a, kpi_b):
    new, exact = indexed_rent(rent, kpi_a, kpi_b), Fraction(rent) * Fraction(kpi_b) / Fraction(kpi_a)
    if kpi_b >= kpi_a:
        assert new <= exact < new + 1
    else:
        assert new - 1 < exact <= new <= rent


@given(DAYS, DAYS)
def test_never_earlier_than_the_law(last_effect, received):
    effect = clocks.index_month(last_effect, received)
    assert effect.day == 1
    assert effect >= add_months(last_effect, 12)
    assert effect >= next_workday(add_months(received, 1))
    before = add_months(effect, -1)
    assert before < add_months(last_effect, 12) or before < next_workday(add_months(received, 1)), "a month too late"


@pytest.mark.parametrize(
    ("last_effect", "received", "effect"),
    [
        (date(2025, 11, 1), date(2026, 11, 22), date(2027, 1, 1)),  # law.md § 12: 22 Dec 2026, then 1 Jan 2027
        (date(2025, 1, 1), date(2026, 11, 1), date(2026, 12, 1)),  # Tue 1 Dec is itself a working day
        (date(2025, 1, 1), date(2026, 11, 2), date(2027, 1, 1)),
        (date(2025, 1, 1), date(2026, 12, 1), date(2027, 2, 1)),  # 1 Jan is a holiday: the month ends on the 4th
        (date(2025, 1, 1), date(2026, 11, 30), date(2027, 1, 1)),
        (date(2025, 1, 1), date(2026, 10, 31), date(2026, 12, 1)),  # clamped to 30 Nov
        (date(2025, 1, 1), date(2027, 1, 29), date(2027, 3, 1)),  # clamped to Sun 28 Feb, kept clear to Mon 1 Mar
        (date(2025, 1, 1), date(2027, 2, 28), date(2027, 4, 1)),  # Sun 28 Mar is Easter: Tue 30 Mar
        (date(2025, 1, 1), date(2029, 3, 1), date(2029, 5, 1)),  # Easter Sunday 1 Apr 2029: Tue 3 Apr is too late
        (date(2026, 1, 1), date(2026, 11, 22), date(2027, 1, 1)),  # the year is up that very day
        (date(2026, 1, 2), date(2026, 11, 22), date(2027, 2, 1)),
        (date(2024, 2, 29), date(2024, 3, 1), date(2025, 3, 1)),  # the year is clamped to 28 Feb 2025
    ],
)
def test_the_first_turn_of_a_month(last_effect, received, effect):
    assert clocks.index_month(last_effect, received) == effect


@pytest.mark.parametrize(
    ("day", "month"),
    [
        (date(2026, 11, 9), "2026-09"),
        (date(2026, 11, 10), "2026-10"),
        (date(2026, 11, 22), "2026-10"),
        (date(2027, 1, 9), "2026-11"),
        (date(2027, 1, 10), "2026-12"),
    ],
)
def test_a_figure_is_out_about_the_tenth_of_the_next_month(day, month):
    assert newest_published(day) == month


@pytest.mark.parametrize("text", ["2026-13", "2026-00", "2026-1", "26-10", "2026-10 ", "2026M10", "", "٢٠٢٦-10"])
def test_a_month_that_is_none(text):
    assert not is_month(text)
    assert is_month("2026-10")


def test_two_base_years_are_seen_whichever_comes_first():
    old, new = Decimal("139.1"), Decimal("103.8")
    assert out_of_line({"2025-12": old, "2026-07": new}) == ("2025-12", "2026-07")
    assert out_of_line({"2025-12": Decimal("101.0"), "2026-07": old}) == ("2025-12", "2026-07")
    assert out_of_line({"2023-07": Decimal("93.0"), "2026-07": new}) is None
    assert out_of_line({"2025-07": new, "2026-07": Decimal("100.8")}) is None
    assert out_of_line({}) is None


def test_the_table_that_holds_is_the_dated_one():
    assert table_on(date(2026, 2, 9)) == ("03013", "2015=100")
    assert table_on(date(2026, 2, 10)) == ("14700", "2025=100")
