"""All figures of one year, counted from what is in the case file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from bolig_desktop.errors import Problem, Refused
from bolig_desktop.yearly import flow, following, leases, locking, quota, settlement, stays, stock, way_on
from bolig_desktop.yearly.figures import FIGURES, Counted, CountedYear, Unsure
from bolig_desktop.yearly.known import Known, Year

if TYPE_CHECKING:
    from bolig_desktop.casefile import CaseFile

FIRST_YEAR = 1990
_ROOMS = (
    quota.figures,
    settlement.figures,
    stock.figures,
    flow.figures,
    stays.figures,
    leases.figures,
    way_on.figures,
    following.figures,
)


def figures_of(case: CaseFile, number: int) -> Mapping[str, Counted]:
    """Return every figure of a calendar year by id, in the order of ``FIGURES`` (see ``years_of``)."""
    return next(years_of(case, number)).found


def years_of(case: CaseFile, *numbers: int) -> Iterator[CountedYear]:
    """Yield calendar years with every figure of each, counted from one reading of the case file.

    A locked year has the figures it was locked with. A year that is not over is counted as it stands today, and every
    figure says so. Raises Refused for a year that has not begun, or lies before ``FIRST_YEAR``.
    """
    today, known = case.clock(), Known(case)
    for number in numbers:
        if not FIRST_YEAR <= number <= today.year:
            raise Refused(Problem(field="year", code="year.outside", facts={"first": FIRST_YEAR, "last": today.year}))
        yield _counted(known, Year.of(number, today))


def _counted(known: Known, year: Year) -> CountedYear:
    found = dict(one for room in _ROOMS for one in room(known, year))
    if not year.is_over:
        for one in found.values():
            one.unsure.insert(0, Unsure("unsure.not_over", {"day": year.counting_day}))
    locking.keep(known.case, year.number, found)
    return CountedYear(year.number, {figure.id: found[figure.id] for figure in FIGURES})
