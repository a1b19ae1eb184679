"""Who is to be visited at home, when, and what is still weak there: for the page, the list and the papers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.visits import rules
from bolig_desktop.visits.records import NextVisit, VisitDates, VisitLine

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


class Home(NamedTuple):
    """Where a household lives now, and since when it has lived there, over every lease of that home."""

    dwelling_id: int
    moved_in: date


def homes(case: CaseFile, household_id: int | None = None) -> dict[int, Home]:
    """Return where each household (or the one) that can be visited lives today, by household.

    Those with code 6 have no home here (law.md AG-2), and nobody is followed up in a dwelling of their own.
    """
    strict = case.households.strict_ids()
    living: dict[int, tuple[str, int]] = {}
    begun: dict[tuple[int, int], str] = {}
    for whose, dwelling_id, starts_on, is_now in case.tenancies.stays(case.clock(), household_id):
        if whose in strict:
            continue
        begun[whose, dwelling_id] = min(starts_on, begun.get((whose, dwelling_id), starts_on))
        if is_now:
            living[whose] = max((starts_on, dwelling_id), living.get(whose, ("", 0)))
    return {whose: Home(home, date.fromisoformat(begun[whose, home])) for whose, (_, home) in living.items()}


def next_visits(case: CaseFile, household_id: int | None = None) -> dict[int, NextVisit]:
    """Return the next visit of each household (or the one) that has a home and has not asked to be left alone.

    A visit that is agreed stands also where guidance is not wanted: an inspection needs no wish (§ 5-6).
    """
    where = (None, []) if household_id is None else ("household_id = ?", [household_id])
    visits = _by_household(case, household_id)
    unwanted = {wish.household_id for wish in case.visit_wishes.list(*where) if not wish.wanted}
    ours, today = case.settings.municipality(), case.clock()
    begun = min(case.history.begun_on() or today, today)
    weeks = rules.plan_weeks(ours.visit_weeks)
    found = {}
    for whose, home in homes(case, household_id).items():
        one = rules.next_visit(
            visits.get(whose, ()),
            moved_in=home.moved_in,
            weeks=weeks,
            every_weeks=ours.visit_every_weeks,
            counted_from=begun,
        )
        if one.visit_id is not None or whose not in unwanted:
            found[whose] = one
    return found


def lines(case: CaseFile, household_id: int | None = None) -> list[VisitLine]:
    """Return every household (or the one) that can be visited, by id."""
    labels, shielded, named = case.households.labels(), case.households.shielded_ids(), dwelling_labels(case)
    visits, upcoming, today = _by_household(case, household_id), next_visits(case, household_id), case.clock()
    found = []
    for whose, home in sorted(homes(case, household_id).items()):
        theirs, coming = visits.get(whose, []), upcoming.get(whose)
        is_overdue = coming is not None and coming.day < today
        found.append(
            VisitLine(
                id=whose,
                label=labels[whose],
                dwelling="" if whose in shielded else named[home.dwelling_id],
                is_shielded=whose in shielded,
                last=max((v.visited_on for v in theirs if v.visited_on), default=None),
                next=coming,
                is_overdue=is_overdue,
                to_register=is_overdue and coming is not None and coming.visit_id is not None,
            )
        )
    return found


def _by_household(case: CaseFile, household_id: int | None) -> dict[int, list[VisitDates]]:
    found: dict[int, list[VisitDates]] = {}
    for visit in case.visits.dates(household_id):
        found.setdefault(visit.household_id, []).append(visit)
    return found
