"""When steps and reviews are due, which steps are proposed, and what is wrong with a plan and its steps.

All times here are routines of ours; no law sets them.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from bolig_desktop.career.records import Anchor, Anchors, MarketTry, Plan, Rung, Step, StepKind, StepWho, Talk
from bolig_desktop.errors import Problem
from bolig_desktop.law.months import add_days, add_months

LONGEST_TEXT = 3_000
"""How many characters a free text may have: some 400 words."""
MOST_MONTHS_BEFORE = 60
REVIEW_MONTHS_BEFORE_END = 6
"""How long before the lease ends the plan is gone through again: the talk before the end is then too."""
REVIEW_MONTHS_AFTER_PROGRAMME = 1
_REVIEW_COUNTS_DAYS = 60
"""How long before its day a review may be held and still count as that one."""
LOOK_BACK_MONTHS = 12

_ROUTINE: tuple[tuple[StepKind, Anchor, int, StepWho], ...] = (
    (StepKind.ECONOMY_TALK, Anchor.LEASE_END, 9, StepWho.TOGETHER),
    (StepKind.COURSE, Anchor.LEASE_END, 8, StepWho.HOUSEHOLD),
    (StepKind.START_LOAN_CHECK, Anchor.LEASE_END, 7, StepWho.TOGETHER),
    (StepKind.GUARANTEE, Anchor.LEASE_END, 6, StepWho.MUNICIPALITY),
    (StepKind.SEARCH, Anchor.LEASE_END, 5, StepWho.HOUSEHOLD),
    (StepKind.VIEWING, Anchor.LEASE_END, 4, StepWho.TOGETHER),
    (StepKind.SCHEMES_INFORMATION, Anchor.PROGRAMME_END, 3, StepWho.MUNICIPALITY),
)
"""Our steps, how long before what, and who does them. Information near the programme's end: report 2011, S:3634."""
_FOR_BUYING = (StepKind.START_LOAN_CHECK,)
_FOR_RENTING = (StepKind.GUARANTEE,)


def due(step: Step, anchors: Anchors) -> date | None:
    """Return when a step is due: the day typed by hand, else counted back from its anchor; None where not known."""
    if step.due_on is not None:
        return step.due_on
    day = anchors.day(step.anchor)
    return None if day is None else add_months(day, -(step.months_before or 0))


def proposed(plan: Plan, steps: Iterable[Step]) -> list[Step]:
    """Return the steps of our routine that fit the goal and that the plan has not got, without dates of their own."""
    there = {step.kind for step in steps}
    buying = plan.goal in (Rung.OWNED, Rung.RENT_TO_OWN)
    left_out = set() if plan.goal is None else set(_FOR_RENTING if buying else _FOR_BUYING)
    return [
        Step(household_id=plan.household_id, kind=kind, who=who, anchor=anchor, months_before=months)
        for kind, anchor, months, who in _ROUTINE
        if kind not in there | left_out
    ]


def next_review(plan: Plan, anchors: Anchors) -> date | None:
    """Return when the plan is next to be gone through, None where nothing says so.

    The day set by hand until it is held; else before the lease ends and after the programme, the first not held.
    """
    if plan.closed_on is not None:
        return None
    by_hand, held = plan.review_on, plan.reviewed_on
    if by_hand is not None and (held is None or held < by_hand):
        return by_hand
    found = []
    if anchors.lease_ends_on is not None:
        found.append(add_months(anchors.lease_ends_on, -REVIEW_MONTHS_BEFORE_END))
    if anchors.programme_ends_on is not None:
        found.append(add_months(anchors.programme_ends_on, REVIEW_MONTHS_AFTER_PROGRAMME))
    return min((day for day in found if not _held(plan, day)), default=None)


def _held(plan: Plan, day: date) -> bool:
    """Return whether a review of that day has been held; a plan newly made is gone through already."""
    last = max(plan.made_on, plan.reviewed_on or plan.made_on)
    near = add_days(day, -_REVIEW_COUNTS_DAYS)
    return (plan.reviewed_on is not None and plan.reviewed_on >= near) or (last >= day)


def look_back_on(plan: Plan) -> date | None:
    """Return when the household is to be asked how it went: a year after, if it wants to be, and once."""
    if plan.closed_on is None or not plan.look_back or plan.looked_back_on is not None:
        return None
    return add_months(plan.closed_on, LOOK_BACK_MONTHS)


def next_rung(plan: Plan) -> Rung | None:
    """Return the rung to take next on the way to the goal, None where the goal is reached or not said."""
    order = list(Rung)
    if plan.goal is None or order.index(plan.goal) <= order.index(plan.now):
        return None
    after = order[order.index(plan.now) + 1 : order.index(plan.goal) + 1]
    return next((rung for rung in after if rung is not Rung.RENT_TO_OWN or plan.goal is rung), plan.goal)


def plan_problems(
    plan: Plan, *, others: Sequence[Plan], left_on: date | None, before: Plan | None, today: date
) -> list[Problem]:
    """Return what is wrong with a plan. left_on: when the household was closed; before: as it stands in the file."""
    found = [*_too_long(plan, "wish", "outcome_note", "look_back_note")]
    if any(other.household_id == plan.household_id for other in others):
        found.append(Problem(field="household_id", code="plan.has_one"))
    if left_on is not None and plan.closed_on is None:
        new = "household_id", "plan.household_left"
        field, code = new if before is None else ("closed_on", "plan.to_be_closed")
        found.append(Problem(field=field, code=code, hard=before is None, facts={"day": left_on}))
    found += _odd_days(plan, today)
    if plan.closed_on is not None and plan.outcome is None:
        found.append(Problem(field="outcome", code="plan.no_outcome"))
    if plan.outcome is not None and plan.closed_on is None:
        found.append(Problem(field="closed_on", code="plan.outcome_open", hard=False))
    if plan.looked_back_on is not None and (plan.closed_on is None or plan.looked_back_on < plan.closed_on):
        found.append(Problem(field="looked_back_on", code="plan.look_back_early"))
    if not plan.wish.strip():
        found.append(Problem(field="wish", code="plan.no_wish", hard=False))
    return found


def _odd_days(plan: Plan, today: date) -> list[Problem]:
    found = []
    for field in ("made_on", "reviewed_on", "signed_on", "closed_on", "looked_back_on"):
        day = getattr(plan, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="plan.ahead"))
    for field in ("reviewed_on", "closed_on", "signed_on"):
        day = getattr(plan, field)
        if day is not None and day < plan.made_on:
            found.append(Problem(field=field, code="plan.before_made", facts={"day": plan.made_on}))
    return found


def step_problems(step: Step, *, settled_on: date | None, today: date) -> list[Problem]:
    """Return what is wrong with a step. settled_on: when the first of the household was settled."""
    found = [*_too_long(step, "text")]
    if step.kind is StepKind.OTHER and not step.text.strip():
        found.append(Problem(field="text", code="step.no_text"))
    for field in ("due_on", "done_on"):
        day = getattr(step, field)
        if day is not None and settled_on is not None and day < settled_on:
            found.append(Problem(field=field, code="step.before_settlement", facts={"day": settled_on}))
    if step.done_on is not None and step.done_on > today:
        found.append(Problem(field="done_on", code="plan.ahead"))
    if step.months_before is not None and not 0 <= step.months_before <= MOST_MONTHS_BEFORE:
        found.append(Problem(field="months_before", code="step.months", facts={"most": MOST_MONTHS_BEFORE}))
    if step.due_on is None and (step.anchor is None or step.months_before is None) and step.done_on is None:
        found.append(Problem(field="due_on", code="step.no_date", hard=False))
    return found


def talk_problems(talk: Talk, *, today: date) -> list[Problem]:
    """Return what is wrong with a talk."""
    found = [*_too_long(talk, "said")]
    if not talk.said.strip():
        found.append(Problem(field="said", code="talk.nothing_said"))
    if talk.held_on > today:
        found.append(Problem(field="held_on", code="plan.ahead"))
    return found


def try_problems(tried: MarketTry, *, strict: bool, today: date) -> list[Problem]:
    """Return what is wrong with a try. strict: code 6, for whom nothing that gives an address is kept (AG-3)."""
    if strict:
        return [Problem(field="about", code="try.code_6")]
    found = [*_too_long(tried, "about", "reason")]
    if not tried.about.strip():
        found.append(Problem(field="about", code="try.about_what"))
    if tried.tried_on > today:
        found.append(Problem(field="tried_on", code="plan.ahead"))
    return found


def _too_long(record: object, *fields: str) -> list[Problem]:
    return [
        Problem(
            field=field,
            code="translation.too_long",
            facts={"longest": LONGEST_TEXT, "length": len(getattr(record, field))},
        )
        for field in fields
        if len(getattr(record, field)) > LONGEST_TEXT
    ]
