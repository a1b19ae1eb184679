"""Where people moved on to, the schemes they were granted, and the follow-up in the home."""

from collections.abc import Iterator

from bolig_desktop.career.records import Outcome, SchemeKind
from bolig_desktop.yearly.figures import Counted, counted, gaps
from bolig_desktop.yearly.known import Known, Year


def way_on(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of the way on."""
    closed = [one for one in known.case.plans.list() if one.closed_on in year]
    yield "plans_closed", counted("households", (one.household_id for one in closed))
    unsure = gaps("no_outcome", sum(one.outcome is None for one in closed))
    for outcome in Outcome:
        found = (one.household_id for one in closed if one.outcome is outcome)
        yield (
            f"to_{outcome}",
            counted("households", found, *unsure),
        )
    granted = [one for one in known.case.schemes.list() if one.granted and one.answered_on in year]
    for kind in SchemeKind:
        yield f"granted_{kind}", counted("households", (one.household_id for one in granted if one.kind is kind))


def follow_up(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of visits, house meetings and defects."""
    visits = known.case.visits.dates()
    made = [one for one in visits if one.visited_on in year]
    yield "visits_made", counted("visits", (one.id for one in made))
    yield "visits_agreed", counted("visits", (one.id for one in visits if one.planned_on in year))
    yield "households_visited", counted("households", (one.household_id for one in made))
    last = {one.household_id: one for one in sorted(made, key=lambda one: (one.visited_on or year.first, one.id))}
    yield "households_with_problem", counted("households", (whose for whose, one in last.items() if one.is_problem))
    meetings = [one for one in known.case.house_meetings.list() if one.held_on in year]
    yield "house_meetings", counted("meetings", (one.id or 0 for one in meetings))
    defects = known.case.defects.list()
    yield "defects_reported", counted("defects", (one.id or 0 for one in defects if one.reported_on in year))
    yield "defects_mended", counted("defects", (one.id or 0 for one in defects if one.mended_on in year))
