"""The follow-up in the home: visits against the plan, what is still a problem, house meetings and defects."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from bolig_desktop.visits import rules
from bolig_desktop.visits.records import GuidanceTopic, Guided
from bolig_desktop.yearly.figures import Counted, Row, counted
from bolig_desktop.yearly.known import Known, Year, quarter_of
from bolig_desktop.yearly.parts import Fault

_WEEK = timedelta(weeks=1)


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of visits, house meetings and defects."""
    visits = known.case.visits.dates()
    made = [one for one in visits if one.visited_on in year]
    yield from _planned(known, year, min((one.visited_on for one in visits if one.visited_on), default=None))
    yield "visits_made", counted("visits", (one.id for one in made))
    for quarter in range(1, 5):
        in_it = (one.id for one in made if one.visited_on is not None and quarter_of(one.visited_on) == quarter)
        yield f"made_q{quarter}", counted("visits", in_it)
    agreed = [one for one in visits if one.planned_on in year]
    yield "visits_agreed", counted("visits", (one.id for one in agreed))
    yield "visits_not_made", counted("visits", (one.id for one in agreed if one.why_not is not None))
    yield "households_visited", counted("households", (one.household_id for one in made))
    last = {one.household_id: one for one in sorted(made, key=lambda one: (one.visited_on or year.first, one.id))}
    yield "households_with_problem", counted("households", (whose for whose, one in last.items() if one.is_problem))
    weak = _weak(known, {one.id for one in last.values()})
    for topic in GuidanceTopic:
        yield f"weak_{topic}", counted("households", weak[topic])
    meetings = [one for one in known.case.house_meetings.list() if one.held_on in year]
    yield "house_meetings", counted("meetings", (one.id or 0 for one in meetings))
    defects = known.case.defects.parts(Fault)
    yield "defects_reported", counted("defects", (one.id for one in defects if one.reported_on in year))
    yield "defects_mended", counted("defects", (one.id for one in defects if one.mended_on in year))


def _planned(known: Known, year: Year, since: date | None) -> Iterator[tuple[str, Counted]]:
    """Yield how many visits the plan had in the year and its quarters; what stands behind is the households.

    The plan as it is today: its weeks after moving in, and after them every so many, while they live there. Not
    before the first visit that is kept, and none for those who have asked not to be visited, from that day.
    """
    days: dict[int, list[date]] = defaultdict(list)
    for whose, day in _planned_days(known, year, since):
        days[whose].append(day)
    for name, quarter in (("visits_planned", None), *((f"planned_q{n}", n) for n in range(1, 5))):
        of = {
            whose: sum(quarter is None or quarter_of(day) == quarter for day in theirs)
            for whose, theirs in days.items()
        }
        rows = [Row("households", whose) for whose in sorted(of) if of[whose]]
        yield name, Counted(value=sum(of.values()), rows=rows)


def _planned_days(known: Known, year: Year, since: date | None) -> Iterator[tuple[int, date]]:
    ours = known.case.settings.municipality()
    weeks, every = rules.plan_weeks(ours.visit_weeks), ours.visit_every_weeks
    strict = known.case.households.strict_ids()
    unwanted = {one.household_id: one.asked_on for one in known.case.visit_wishes.list() if not one.wanted}
    begun = min(known.case.history.begun_on() or year.first, since or date.max)
    for whose in known.households:
        if whose in strict:
            continue
        until = min(unwanted.get(whose, date.max), year.counting_day + timedelta(days=1))
        for moved_in, moved_out in known.stays(whose):
            first, last = max(year.first, begun), min(until, moved_out)
            for day in _plan(moved_in, weeks, every, last):
                if first <= day:
                    yield whose, day


def _plan(moved_in: date, weeks: tuple[int, ...], every: int, until: date) -> Iterator[date]:
    """Yield the days of the plan of a home, before a day."""
    week = 0
    for week in weeks:
        if moved_in + week * _WEEK >= until:
            return
        yield moved_in + week * _WEEK
    day = moved_in + (week + every) * _WEEK
    while day < until:
        yield day
        day += every * _WEEK


def _weak(known: Known, visits: set[int]) -> dict[GuidanceTopic, list[int]]:
    """Return the households where each topic was still a problem at these visits."""
    found: dict[GuidanceTopic, list[int]] = {topic: [] for topic in GuidanceTopic}
    for visit_id, household_id, *letters in known.case.visits.problems():
        if visit_id in visits:
            for topic, marks in zip(GuidanceTopic, letters, strict=True):
                if Guided.PROBLEM in marks:
                    found[topic].append(household_id)
    return found
