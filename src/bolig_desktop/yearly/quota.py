"""What was asked and decided for a year; unknown where nothing is kept of it."""

from collections.abc import Iterator

from bolig_desktop.yearly.figures import Counted, Unsure
from bolig_desktop.yearly.known import Known, Year


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the settlement quota, for the year and its quarters."""
    kept = known.case.settlement_quotas.of_year(year.number)
    yield "asked", _told(kept.asked if kept else None, year)
    yield "quota", decided(known, year)
    for number, value in enumerate(kept.quarters if kept else (None,) * 4, 1):
        yield f"quota_q{number}", _told(value, year)


def decided(known: Known, year: Year) -> Counted:
    """Return how many the municipality decided to settle in the year (vedtakstall)."""
    kept = known.case.settlement_quotas.of_year(year.number)
    return _told(kept.decided if kept else None, year)


def _told(value: int | None, year: Year) -> Counted:
    unsure = [Unsure("unsure.no_quota", {"year": year.number})] if value is None else []
    return Counted(value=value, unsure=unsure)
