"""All figures of one year, counted from what is in the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bolig_desktop.errors import Problem, Refused
from bolig_desktop.yearly import flow, following, leases, locking, quota, settlement, stays, stock, way_on
from bolig_desktop.yearly.figures import FIGURES, Counted, Unsure
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


def figures_of(case: CaseFile, number: int) -> dict[str, Counted]:
    """Return every figure of a calendar year by id, in the order of ``FIGURES``.

    A locked year has the figures it was locked with. A year that is not over is counted as it stands today, and every
    figure says so. Raises Refused for a year that has not begun, or lies before ``FIRST_YEAR``.
    """
    today = case.clock()
    if not FIRST_YEAR <= number <= today.year:
        raise Refused(Problem(field="year", code="year.outside", facts={"first": FIRST_YEAR, "last": today.year}))
    year, known = Year.of(number, today), Known(case)
    found = dict(one for room in _ROOMS for one in room(known, year))
    if not year.is_over:
        for one in found.values():
            one.unsure.insert(0, Unsure("unsure.not_over", {"day": year.counting_day}))
    locking.keep(case, number, found)
    return {figure.id: found[figure.id] for figure in FIGURES}
