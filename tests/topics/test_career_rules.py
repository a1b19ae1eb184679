"""The rules of plans, steps, schemes, talks and tries, on both sides of every edge."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop.career.records import (
    Anchor,
    Anchors,
    MarketTry,
    Outcome,
    Plan,
    Rung,
    Scheme,
    SchemeKind,
    SchemeState,
    Step,
    StepKind,
    Talk,
    TalkKind,
    TryKind,
)
from bolig_desktop.career.rules import plan as rules
from bolig_desktop.career.rules import schemes
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from build import a_household, a_municipality, a_person

TODAY = date(2026, 11, 22)
PLAN = Plan(household_id=1, wish="Et hus", made_on=date(2026, 1, 1))


def codes(problems, *, hard=True):
    return [problem.code for problem in problems if problem.hard is hard]


def of_plan(plan, **more):
    facts = {"others": [], "left_on": None, "before": None, "today": TODAY}
    return rules.plan_problems(plan, **(facts | more))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({}, []),
        ({"made_on": date(2026, 11, 23)}, ["plan.ahead"]),
        ({"reviewed_on": date(2025, 12, 31)}, ["plan.before_made"]),
        ({"reviewed_on": date(2026, 1, 1)}, []),
        ({"closed_on": TODAY}, ["plan.no_outcome"]),
        ({"closed_on": TODAY, "outcome": Outcome.OTHER}, []),
        ({"looked_back_on": TODAY}, ["plan.look_back_early"]),
        ({"wish": "ø" * 3_000}, []),
        ({"wish": "ø" * 3_001}, ["translation.too_long"]),
    ],
)
def test_a_plan(change, code):
    assert codes(of_plan(replace(PLAN, **change))) == code


def test_a_plan_for_a_household_that_has_left_is_refused_and_one_there_is_to_be_closed():
    left = date(2026, 10, 1)
    assert codes(of_plan(PLAN, left_on=left)) == ["plan.household_left"]
    known = of_plan(PLAN, left_on=left, before=PLAN)
    assert (codes(known), codes(known, hard=False)) == ([], ["plan.to_be_closed"])
    assert codes(of_plan(PLAN, others=[replace(PLAN, id=9)])) == ["plan.has_one"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"due_on": date(2025, 1, 9)}, ["step.before_settlement"]),
        ({"due_on": date(2025, 1, 10)}, []),
        ({"due_on": TODAY, "done_on": date(2026, 11, 23)}, ["plan.ahead"]),
        ({"kind": StepKind.OTHER, "due_on": TODAY}, ["step.no_text"]),
        ({"months_before": 61, "anchor": Anchor.LEASE_END}, ["step.months"]),
        ({"months_before": 60, "anchor": Anchor.LEASE_END}, []),
    ],
)
def test_a_step(change, code):
    step = replace(Step(household_id=1, kind=StepKind.COURSE), **change)
    assert codes(rules.step_problems(step, settled_on=date(2025, 1, 10), today=TODAY)) == code


def test_steps_are_counted_back_and_the_end_of_a_month_does_not_stick():
    step = Step(household_id=1, kind=StepKind.VIEWING, anchor=Anchor.LEASE_END, months_before=4)
    assert rules.due(step, Anchors()) is None
    assert rules.due(step, Anchors(lease_ends_on=date(2027, 6, 30))) == date(2027, 2, 28)
    assert rules.due(replace(step, due_on=TODAY), Anchors(lease_ends_on=date(2027, 6, 30))) == TODAY


def test_the_steps_proposed_fit_the_goal_and_are_never_there_twice():
    def kinds(goal):
        return {step.kind for step in rules.proposed(replace(PLAN, goal=goal), [])}

    assert StepKind.START_LOAN_CHECK in kinds(Rung.OWNED) and StepKind.GUARANTEE not in kinds(Rung.OWNED)
    assert StepKind.GUARANTEE in kinds(Rung.PRIVATE) and StepKind.START_LOAN_CHECK not in kinds(Rung.PRIVATE)
    assert {StepKind.GUARANTEE, StepKind.START_LOAN_CHECK} <= kinds(None)
    assert rules.proposed(PLAN, rules.proposed(PLAN, [])) == []
    assert all(step.due_on is None for step in rules.proposed(PLAN, []))


@pytest.mark.parametrize(
    ("now", "goal", "following"),
    [
        (Rung.FIRST, Rung.OWNED, Rung.MUNICIPAL),
        (Rung.MUNICIPAL, Rung.OWNED, Rung.PRIVATE),
        (Rung.PRIVATE, Rung.OWNED, Rung.OWNED),
        (Rung.PRIVATE, Rung.RENT_TO_OWN, Rung.RENT_TO_OWN),
        (Rung.OWNED, Rung.OWNED, None),
        (Rung.OWNED, Rung.PRIVATE, None),
        (Rung.FIRST, None, None),
    ],
)
def test_the_next_rung(now, goal, following):
    assert rules.next_rung(replace(PLAN, now=now, goal=goal)) is following


@pytest.mark.parametrize(
    ("change", "state"),
    [
        ({}, SchemeState.THOUGHT_OF),
        ({"applied_on": TODAY}, SchemeState.APPLIED),
        ({"granted": True}, SchemeState.GRANTED),
        ({"granted": True, "ends_on": TODAY}, SchemeState.GRANTED),
        ({"granted": True, "ends_on": date(2026, 11, 21)}, SchemeState.ENDED),
        ({"granted": False}, SchemeState.REFUSED),
    ],
)
def test_how_far_a_scheme_has_come(change, state):
    assert schemes.state(replace(Scheme(household_id=1, kind=SchemeKind.GRANT), **change), TODAY) is state


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"amount_nok": -1}, ["scheme.amount"]),
        ({"amount_nok": 0}, []),
        ({"amount_nok": 99_999_999}, []),
        ({"amount_nok": 100_000_000}, ["scheme.amount"]),
        ({"applied_on": date(2026, 11, 23)}, ["plan.ahead"]),
        ({"applied_on": TODAY, "answered_on": date(2026, 11, 21)}, ["scheme.answered_before"]),
        ({"starts_on": TODAY, "ends_on": date(2026, 11, 21)}, ["scheme.ends_before"]),
        ({"starts_on": TODAY, "ends_on": TODAY}, []),
    ],
)
def test_a_scheme(change, code):
    scheme = replace(Scheme(household_id=1, kind=SchemeKind.GRANT), **change)
    assert codes(schemes.scheme_problems(scheme, today=TODAY)) == code


def test_the_papers_a_scheme_needs():
    scheme = Scheme(household_id=1, kind=SchemeKind.HOUSING_BENEFIT, has_lease=True)
    assert schemes.papers_left(scheme, shared=False) == ("has_costs", "has_dwelling")
    assert schemes.papers_left(scheme, shared=True)[-1] == "has_shared_form", "9s01 and 9s08 (HB-BO4)"


def test_with_code_6_nothing_is_tried_that_gives_an_address(case):
    a_municipality(case)
    person = a_person(case)
    strict = a_household(case, person)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    case.save(Plan(household_id=strict.id, wish="Ro", made_on=TODAY))
    tried = MarketTry(household_id=strict.id, tried_on=TODAY, kind=TryKind.CALL, about="Storgata 1")
    with pytest.raises(Refused):
        case.save(tried)
    other = a_household(case, a_person(case))
    case.save(Plan(household_id=other.id, wish="Ro", made_on=TODAY))
    assert case.save(replace(tried, household_id=other.id)).id


def test_nothing_is_kept_beside_a_plan_that_is_not_there(case):
    a_municipality(case)
    household = a_household(case, a_person(case))
    talk = Talk(household_id=household.id, held_on=TODAY, kind=TalkKind.COURSE, said="Boligkurs")
    with pytest.raises(Refused):
        case.save(talk)
    plan = case.save(Plan(household_id=household.id, wish="Ro", made_on=TODAY))
    talk = case.save(talk)
    with pytest.raises(Refused):
        case.remove(plan)
    case.remove(talk)
    case.remove(plan)
