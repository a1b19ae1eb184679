"""The highest rent the consumer price index allows (husleieloven § 4-2), in whole kroner and without floats."""

from decimal import Decimal

MOST_FALL = Decimal("0.9")
"""Below this share of the older index the two are taken to be of different base years (law.md § 10, trap 2)."""


def indexed_rent(rent_nok: int, kpi_a: Decimal, kpi_b: Decimal) -> int:
    """Return the new rent per month in whole kroner, energy left out (HL-4-2, A).

    kpi_a: the index at the last setting; kpi_b: the index now; both of the same table. A rise is at most the index:
    rounded down. A fall somebody demands is at most the index too: rounded up.
    """
    whole, rest = divmod(rent_nok * kpi_b, kpi_a)
    return int(whole) + (1 if rest and kpi_b < kpi_a else 0)


def same_table(kpi_a: Decimal, kpi_b: Decimal) -> bool:
    """Return whether the two can be of one table: 139.1 (2015 = 100) beside 103.8 (2025 = 100) is nonsense."""
    return kpi_b >= MOST_FALL * kpi_a
