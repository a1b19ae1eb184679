"""What was asked and decided for a year; unknown where nothing is kept of it."""

from collections.abc import Iterator

from bolig_desktop.yearly.figures import Counted, Unsure
from bolig_desktop.yearly.known import Known, Year


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the settlement quota, for the year and its quarters."""
    kept = known.case.settlement_quotas.of_year(year.number)
    values = {"asked": kept.asked if kept else None, "quota": kept.decided if kept else None}
    values |= {f"quota_q{n}": value for n, value in enumerate(kept.quarters if kept else (None,) * 4, 1)}
    for name, value in values.items():
        unsure = [Unsure("unsure.no_quota", {"year": year.number})] if value is None else []
        yield name, Counted(value=value, unsure=unsure)
