"""The steps every answer is built of: counting on from a day, and what a weekend does to the day found."""

from dataclasses import replace
from datetime import date
from typing import Any

from bolig_desktop.law.answers import Found, Step
from bolig_desktop.law.clocks import Due
from bolig_desktop.law.workdays import is_workday

Length = tuple[str, int]
"""A unit of time and how many: ("month", 3)."""


def counted(start: date, length: Length, result: date) -> tuple[Step, ...]:
    """From a day, so long on, to a day; and where the month lacks the day's number."""
    found = Step(code="law.counted", facts={"start": start, "length_counted": (length,), "result": result})
    if length[0] in ("day", "week") or start.day == result.day:
        return (found,)
    return found, Step(code="law.clamped", facts={"number": start.day})


def note(code: str, **facts: object) -> Step:
    """A sentence of its own about the rule or its reading."""
    return Step(code=code, facts=facts)


def off_code(day: date) -> str:
    """Return the code of what makes a day no working day."""
    if day.weekday() == 5:
        return "part.saturday"
    return "part.sunday" if day.weekday() == 6 else "part.holiday"


def ours(due: Due, *steps: Step) -> Found:
    """A deadline that binds the municipality."""
    move = ("law.ours_kept", "law.ours_moved")
    return Found(steps=(*steps, _moved(due, *move)), nominal=due.nominal, act_by=due.act_by)


def theirs(due: Due, *steps: Step) -> Found:
    """A deadline that binds the other party."""
    move = ("law.theirs_kept", "law.theirs_moved")
    return Found(steps=(*steps, _moved(due, *move)), nominal=due.nominal, act_by=due.act_by)


def earliest(due: Due, *steps: Step) -> Found:
    """The first day a step may be taken."""
    move = ("law.earliest_kept", "law.earliest_moved")
    return Found(steps=(*steps, _moved(due, *move)), nominal=due.nominal, act_by=due.act_by)


def unmoved(due: Due, *steps: Step) -> Found:
    """A tenancy's or an agreement's own start or end."""
    kept = (
        ()
        if is_workday(due.nominal)
        else (note("law.end_stays", nominal=due.nominal, off_code=off_code(due.nominal)),)
    )
    return Found(steps=(*steps, *kept), nominal=due.nominal, act_by=due.act_by)


def also(found: Found, *more: Step, **changes: Any) -> Found:
    """The same with more steps, and with other values where they are named."""
    return replace(found, steps=(*found.steps, *more), **changes)


def _moved(due: Due, kept: str, moved: str) -> Step:
    if is_workday(due.nominal):
        return Step(code=kept, facts={"act_by": due.act_by})
    return Step(code=moved, facts={"nominal": due.nominal, "act_by": due.act_by, "off_code": off_code(due.nominal)})
