"""Index arithmetic: the traps of law.md § 10."""

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.law.asking import WrongQuestion, ask
from bolig_desktop.law.indexing import indexed_rent, same_table

INDEX = st.decimals("1", "999.9", places=1)


def test_trap_1_a_rounded_per_cent_is_above_the_ceiling() -> None:
    assert indexed_rent(9500, Decimal("100.8"), Decimal("103.8")) == 9782  # 9 782.74
    assert floor(9500 * Fraction("1.030")) == 9785


def test_trap_2_two_tables_are_refused() -> None:
    assert not same_table(Decimal("139.1"), Decimal("103.8"))
    assert same_table(Decimal("100.8"), Decimal("103.8")) and same_table(Decimal("103.8"), Decimal("103.0"))
    assert same_table(Decimal("100"), Decimal("90")) and not same_table(Decimal("100"), Decimal("89.9"))
    with pytest.raises(WrongQuestion, match=r"14700"):
        ask("HL-4-2", {"rent": 9500, "kpi_a": "139.1", "kpi_b": "103.8"})


def test_trap_3_three_years_may_be_taken_at_once() -> None:
    assert indexed_rent(9500, Decimal("90.0"), Decimal("103.8")) == 10_956  # 10 956.67


def test_trap_4_a_fall_is_rounded_up_and_no_change_stays() -> None:
    assert indexed_rent(9500, Decimal("103.8"), Decimal("103.0")) == 9427  # 9 426.78
    assert indexed_rent(9500, Decimal("103.8"), Decimal("103.8")) == 9500
    assert indexed_rent(100, Decimal("100"), Decimal("99")) == 99  # exactly: nothing to round
    assert indexed_rent(100, Decimal("100"), Decimal("101")) == 101
    steps = ask("HL-4-2", {"rent": 9500, "kpi_a": "103.8", "kpi_b": "103.0"}).sentences("nb")
    assert any("uendret leie er alltid lovlig" in step for step in steps)


def test_trap_6_energy_is_left_out() -> None:
    steps = ask("HL-4-2", {"rent": 9500, "kpi_a": "100.8", "kpi_b": "103.8"}).sentences("nb")
    assert any("uten strøm" in step and "9\u00a0782,74" in step for step in steps)


@given(st.integers(0, 100_000), INDEX, INDEX)
def test_the_change_is_never_more_than_the_index(rent: int, kpi_a: Decimal, kpi_b: Decimal) -> None:
    exact = Fraction(rent) * Fraction(kpi_b) / Fraction(kpi_a)
    assert indexed_rent(rent, kpi_a, kpi_b) == (floor(exact) if kpi_b >= kpi_a else ceil(exact))
