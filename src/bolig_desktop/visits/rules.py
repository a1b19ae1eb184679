"""What a visit must be, when the next one is, and which topics are still weak."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from types import MappingProxyType

from bolig_desktop.errors import Problem
from bolig_desktop.law import identifiers
from bolig_desktop.law.sections import section
from bolig_desktop.law.workdays import previous_workday
from bolig_desktop.visits.records import (
    GuidanceTopic,
    Guided,
    NextVisit,
    Reading,
    Task,
    TopicStanding,
    Visit,
    VisitDates,
    VisitKind,
    VisitState,
    VisitWish,
    own_text,
    own_topics,
)

SOON = timedelta(weeks=2)
"""How soon a visit comes when something was still a problem at the last (a routine of ours)."""
MOST_WEEKS, MOST_STEPS = 260, 20
MOST_OWN, LONGEST_OWN = 6, 60
"""How many topics of a household's own a visit has at most, and how many letters each."""
READINGS = ("power", "water", "heat")
"""What the meters read at a visit measure: the values of ``MeterKind``, and the beginnings of a visit's fields."""
MOST_READ = Decimal(99_999_999)
"""No meter has more digits."""
_WEEK = timedelta(weeks=1)
_LETTERS = "".join(Guided)


def plan_weeks(text: str) -> tuple[int, ...]:
    """Return the weeks after moving in that a plan names, ``1, 2, 4``. Raises ValueError where it is none."""
    parts = [part for part in re.split(r"[,; ]+", text.strip()) if part]
    weeks = tuple(int(part) if part.isascii() and part.isdigit() else -1 for part in parts)
    if not 1 <= len(weeks) <= MOST_STEPS or any(not 0 < week <= MOST_WEEKS for week in weeks):
        raise ValueError(text)
    if any(later <= earlier for earlier, later in pairwise(weeks)):
        raise ValueError(text)
    return weeks


def state(visit: Visit, today: date) -> VisitState:
    """Return the state of a visit today."""
    if visit.visited_on is not None:
        return VisitState.DONE
    if visit.why_not is not None:
        return VisitState.NOT_DONE
    return VisitState.TO_REGISTER if visit.planned_on is None or visit.planned_on < today else VisitState.AGREED


def next_visit(
    visits: Iterable[Visit | VisitDates],
    *,
    moved_in: date,
    weeks: Sequence[int],
    every_weeks: int,
    counted_from: date | None = None,
) -> NextVisit:
    """Return when a household is to be visited next; a routine of ours, no law.

    A visit that is agreed comes first. Else the day that was agreed at the last visit, else the plan's: the first
    step that is at least half its own distance after the last visit, and after the steps every so many weeks. Where
    something was still a problem it is no later than ``SOON``. counted_from: the day the file was begun; steps that
    were over before it are not missed ones, and the household is due a whole round after it.
    """
    known = list(visits)
    agreed = [v for v in known if v.visited_on is None and v.why_not is None and v.planned_on is not None]
    if agreed:
        first = min(agreed, key=lambda v: (v.planned_on or date.max, v.id or 0))
        return NextVisit(first.planned_on or date.max, visit_id=first.id)
    last = max((v for v in known if v.visited_on), key=lambda v: (v.visited_on or date.min, v.id or 0), default=None)
    if last is None or last.visited_on is None:
        return _first(moved_in, weeks, every_weeks, counted_from)
    if last.next_on is not None:
        return NextVisit(last.next_on)
    planned = _after(last.visited_on, moved_in, weeks, every_weeks)
    soon = last.visited_on + SOON
    return NextVisit(soon, sooner=True) if last.is_problem and soon < planned.day else planned


def _first(moved_in: date, weeks: Sequence[int], every_weeks: int, counted_from: date | None) -> NextVisit:
    steps = [(week, moved_in + week * _WEEK) for week in weeks]
    if counted_from is None or steps[-1][1] >= counted_from:
        return NextVisit(steps[0][1], week=steps[0][0])
    return NextVisit(counted_from + every_weeks * _WEEK)


def _after(last: date, moved_in: date, weeks: Sequence[int], every_weeks: int) -> NextVisit:
    earlier = 0
    for week in weeks:
        day = moved_in + week * _WEEK
        if (day - last).days >= (7 * (week - earlier) + 1) // 2:
            return NextVisit(day, week=week)
        earlier = week
    return NextVisit(last + every_weeks * _WEEK)


def standings(visits: Iterable[Visit]) -> list[TopicStanding]:
    """Return how each topic stands for a household, in the order of the topics, and after them its own topics."""
    done = sorted((v for v in visits if v.visited_on), key=lambda v: (v.visited_on or date.min, v.id or 0))
    found = [_standing(topic, [(v.visited_on, v.guided(topic)) for v in done]) for topic in GuidanceTopic]
    own: dict[str, tuple[str, list[_Went]]] = {}
    for visit in done:
        for words, marks in visit.own.items():
            _, before = own.get(words.casefold(), (words, []))
            own[words.casefold()] = words, [*before, (visit.visited_on, marks)]
    return found + [_standing(words, went) for words, went in own.values()]


_Went = tuple[date | None, frozenset[Guided]]


def _standing(topic: GuidanceTopic | str, visited: Sequence[_Went]) -> TopicStanding:
    went = [(day, marks) for day, marks in visited if marks]
    ever = frozenset(mark for _, marks in went for mark in marks)
    return TopicStanding(
        topic=topic,
        told=Guided.TOLD in ever,
        shown=Guided.SHOWN in ever,
        times=len(went),
        is_problem=bool(went) and Guided.PROBLEM in went[-1][1],
        last=went[-1][0] if went else None,
    )


def weak_own(visits: Iterable[Visit]) -> list[str]:
    """Return the household's own topics that are to be gone through again, in their words."""
    return [one.topic for one in standings(visits) if not isinstance(one.topic, GuidanceTopic) and one.is_weak]


def notice_by(planned_on: date, days: int) -> date:
    """Return the last day to give notice of an inspection: ``days`` working days before it (a setting of ours).

    HL-5-6 (husleieloven § 5-6): notice in reasonable time; the act names no number.
    """
    day = planned_on
    for _ in range(days):
        day = previous_workday(day - timedelta(days=1))
    return day


def visit_problems(
    visit: Visit, *, others: Collection[Visit], settled_on: date | None, notice_days: int, today: date,
    is_strict: bool = False, wish: VisitWish | None = None, read: Mapping[str, Reading] = MappingProxyType({}),
) -> list[Problem]:  # fmt: skip
    """Return what is wrong with a visit.

    others: the household's other visits; settled_on: its first settlement. read: what the meters of the home showed
    last before it, by what they measure.
    """
    if is_strict:
        return [Problem(field="", code="tenancy.code_6", section=section("AG-2"))]
    found = [*_days(visit, today), *_times(visit), *_grid(visit), *_own(visit), *_readings(visit, read)]
    day = visit.visited_on or visit.planned_on
    if day is None:
        return found
    if any(day in (other.visited_on, other.planned_on) and other.why_not is None for other in others):
        found.append(Problem(field=_day_field(visit), code="visit.same_day", facts={"day": day}, hard=False))
    if settled_on is not None and day < settled_on:
        facts = {"day": settled_on}
        found.append(Problem(field=_day_field(visit), code="visit.before_settlement", facts=facts, hard=False))
    if visit.kind is VisitKind.INSPECTION and visit.planned_on is not None:
        found += _notice(visit, visit.planned_on, notice_days, today)
    if visit.kind is VisitKind.GUIDANCE and visit.visited_on is None and wish is not None and not wish.wanted:
        found.append(Problem(field="kind", code="visit.not_wanted", facts={"day": wish.asked_on}, hard=False))
    return found


def _day_field(visit: Visit) -> str:
    return "visited_on" if visit.visited_on is not None else "planned_on"


def _days(visit: Visit, today: date) -> Iterable[Problem]:
    if visit.visited_on is None and visit.planned_on is None:
        yield Problem(field="planned_on", code="visit.no_day")
    if visit.visited_on is not None and visit.visited_on > today:
        yield Problem(field="visited_on", code="visit.ahead", facts={"today": today})
    if visit.why_not is not None and visit.visited_on is not None:
        yield Problem(field="why_not", code="visit.both_done_and_not")
    if visit.why_not is not None and visit.planned_on is None:
        yield Problem(field="why_not", code="visit.nothing_agreed")
    if visit.next_on is not None and visit.visited_on is not None and visit.next_on <= visit.visited_on:
        yield Problem(field="next_on", code="visit.next_before", facts={"day": visit.visited_on})


def _times(visit: Visit) -> Iterable[Problem]:
    wrong = False
    for field in ("time_from", "time_to"):
        value = getattr(visit, field)
        if value.strip() and (code := identifiers.clock(value)):
            wrong = True
            yield Problem(field=field, code=code)
    if not wrong and visit.time_to and visit.time_from and visit.time_to <= visit.time_from:
        yield Problem(field="time_to", code="visit.ends_before_it_begins", facts={"from": visit.time_from})


def _grid(visit: Visit) -> Iterable[Problem]:
    for topic in GuidanceTopic:
        letters = getattr(visit, topic)
        if _unordered(letters):
            yield Problem(field=topic, code="visit.unknown_mark")
        elif letters and visit.visited_on is None:
            yield Problem(field=topic, code="visit.marks_before_it")


def _own(visit: Visit) -> Iterable[Problem]:
    """The household's own topics: few, short, each once, and marked as all topics are."""
    own = own_topics(visit.own_topics)
    if own_text(own) != visit.own_topics or any(_unordered(letters) for letters, _ in own):
        yield Problem(field="own_topics", code="visit.unknown_mark")
    elif len({words.casefold() for _, words in own}) < len(own):
        yield Problem(field="own_topics", code="visit.topic_twice")
    elif len(own) > MOST_OWN:
        yield Problem(field="own_topics", code="visit.too_many_topics", facts={"most": MOST_OWN})
    elif too_long := [words for _, words in own if len(words) > LONGEST_OWN]:
        facts = {"most": LONGEST_OWN, "many": len(too_long[0])}
        yield Problem(field="own_topics", code="visit.topic_too_long", facts=facts)
    elif visit.visited_on is None and any(letters for letters, _ in own):
        yield Problem(field="own_topics", code="visit.marks_before_it")


def _unordered(letters: str) -> bool:
    return letters != "".join(letter for letter in _LETTERS if letter in letters)


def _readings(visit: Visit, read: Mapping[str, Reading]) -> Iterable[Problem]:
    for name in READINGS:
        value, before = getattr(visit, f"{name}_reading"), read.get(name)
        if value is None:
            continue
        field = f"{name}_reading"
        if value < 0:
            yield Problem(field=field, code="number.negative")
        elif value > MOST_READ:
            yield Problem(field=field, code="visit.reading_too_high", facts={"most": MOST_READ})
        elif visit.visited_on is None:
            yield Problem(field=field, code="visit.reading_before_it")
        elif before is not None and value < before.value:
            facts = {"value": before.value, "day": before.read_on}
            yield Problem(field=field, code="visit.reading_falls", facts=facts, hard=False)


def _notice(visit: Visit, planned_on: date, notice_days: int, today: date) -> Iterable[Problem]:
    """HL-5-6 (§ 5-6): an inspection is told of in reasonable time; our setting says how many working days that is."""
    last, where = notice_by(planned_on, notice_days), section("HL-5-6")
    if visit.noticed_on is None:
        if visit.visited_on is not None or last < today:
            facts = {"day": last, "days": notice_days}
            yield Problem(field="noticed_on", code="visit.no_notice", facts=facts, hard=False, section=where)
    elif visit.noticed_on > planned_on:
        yield Problem(field="noticed_on", code="visit.notice_after", facts={"day": planned_on}, section=where)
    elif visit.noticed_on > last:
        facts = {"day": last, "days": notice_days}
        yield Problem(field="noticed_on", code="visit.notice_late", facts=facts, hard=False, section=where)


def wish_problems(wish: VisitWish, *, others: Collection[VisitWish], today: date) -> list[Problem]:
    """Return what is wrong with what a household has asked for: it is asked once, and not ahead of today."""
    found = []
    if others:
        found.append(Problem(field="household_id", code="visit.wish_there"))
    if wish.asked_on > today:
        found.append(Problem(field="asked_on", code="visit.asked_ahead", facts={"today": today}))
    return found


def task_problems(task: Task, *, today: date, is_strict: bool = False) -> list[Problem]:
    """Return what is wrong with a task: it says something, and is not done ahead of today."""
    if is_strict:
        return [Problem(field="", code="tenancy.code_6", section=section("AG-2"))]
    found = []
    if not task.what.strip():
        found.append(Problem(field="what", code="task.says_nothing"))
    if task.done_on is not None and task.done_on > today:
        found.append(Problem(field="done_on", code="task.done_ahead", facts={"today": today}))
    return found


def task_day(coming: NextVisit | None, found_on: date, today: date) -> date:
    """Return by when what was found on a visit is to be done: before the next visit, else within two weeks.

    A routine of ours. Never a day that is over.
    """
    latest = found_on + SOON if coming is None else min(coming.day, found_on + SOON)
    return max(previous_workday(latest), today)
