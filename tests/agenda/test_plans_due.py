"""What is due about the way on, on both sides of its edges: steps, reviews, schemes, the look back."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.words import short, title, why
from bolig_desktop.career.records import Anchor, Outcome, Plan, Scheme, SchemeKind, Step, StepKind
from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Household
from build import a_household, a_municipality, a_person, a_tenancy


def d(text: str) -> date:
    return date.fromisoformat(text)


@pytest.fixture
def plan(case) -> Plan:
    a_municipality(case)
    household = a_household(case, a_person(case, settled_on=d("2025-01-10")))
    a_tenancy(case, household_id=household.id, starts_on=d("2025-01-10"), ends_on=d("2028-01-09"))
    return case.save(Plan(household_id=household.id, wish="Et hus", made_on=d("2025-02-01")))


def due(case: CaseFile, today: str = "2026-11-22") -> list[tuple[str, date, date]]:
    at = CaseFile(case.db, clock=clock.fixed(d(today)))
    kinds = ("plan_", "scheme_", "benefit_")
    return [(one.kind, one.nominal, one.act_by) for one in Agenda(at).items() if one.kind.startswith(kinds)]


def test_a_step_follows_the_lease_and_one_touched_by_hand_stays(case, plan):
    facts = {"household_id": plan.household_id}
    case.save(Step(**facts, kind=StepKind.VIEWING, anchor=Anchor.LEASE_END, months_before=4))
    by_hand = case.save(
        Step(**facts, kind=StepKind.COURSE, anchor=Anchor.LEASE_END, months_before=8, due_on=d("2027-03-01"))
    )
    agenda = Agenda(case)

    def steps():
        return sorted(one.nominal for one in agenda.items() if one.kind == "plan_step")

    assert steps() == [d("2027-03-01"), d("2027-09-09")]
    (lease,) = case.tenancies.of_household(plan.household_id)
    case.save(replace(lease, ends_on=d("2029-01-09")))
    assert steps() == [d("2027-03-01"), d("2028-09-09")]
    case.save(replace(by_hand, done_on=d("2026-11-22")))
    assert steps() == [d("2028-09-09")]
    case.save(replace(by_hand, due_on=None))
    assert steps() == [d("2028-05-09"), d("2028-09-09")]
    assert agenda.items() == Agenda(case).items()


def test_a_step_follows_the_programme(case, plan):
    case.save(
        Step(
            household_id=plan.household_id, kind=StepKind.SCHEMES_INFORMATION, anchor=Anchor.PROGRAMME_END,
            months_before=3,
        )
    )  # fmt: skip
    assert [one for one in due(case) if one[0] == "plan_step"] == [], "when the programme ends is not known"
    case.save(replace(plan, programme_ends_on=d("2027-06-01")))
    assert ("plan_step", d("2027-03-01"), d("2027-03-01")) in due(case)


def test_a_review_is_due_before_the_lease_ends_and_after_the_programme(case, plan):
    assert [one[1] for one in due(case)] == [d("2027-07-09")]  # six months before the lease ends
    plan = case.save(replace(plan, programme_ends_on=d("2026-10-20")))
    assert [one[1] for one in due(case)] == [d("2026-11-20")]  # a month after the programme, and late
    assert [one[1] for one in due(case, "2027-05-01")] == [d("2026-11-20")], "it falls off by nothing but a review"
    held = case.save(replace(plan, reviewed_on=d("2026-11-22")))
    assert [one[1] for one in due(case)] == [d("2027-07-09")]
    case.save(replace(held, review_on=d("2027-01-15")))
    assert [one[1] for one in due(case)] == [d("2027-01-15")]


def test_only_what_is_written_ends_a_step(case, plan):
    case.save(Step(household_id=plan.household_id, kind=StepKind.SEARCH, due_on=d("2026-11-01")))
    agenda = Agenda(case)
    (late,) = [one for one in agenda.items() if one.kind == "plan_step"]
    with pytest.raises(Refused):
        agenda.done(late)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({}, [d("2027-02-01")]),
        ({"ends_on": d("2027-01-31")}, []),
        ({"ends_on": d("2027-02-01")}, [d("2027-02-01")]),
        ({"granted": None}, []),
        ({"starts_on": None}, []),
        ({"kind": SchemeKind.GRANT}, []),
    ],
)
def test_benefit_that_may_fall_is_told_of_before_the_second_year(case, plan, more, told):
    """Report 2011, S:3596: full support the first year, less the second; nothing is reckoned (HB-BO2)."""
    facts = {"kind": SchemeKind.HOUSING_BENEFIT, "granted": True, "starts_on": d("2026-02-01")}
    case.save(Scheme(household_id=plan.household_id, **(facts | more)))
    found = [one for one in due(case) if one[0] == "benefit_falls"]
    assert [one[1] for one in found] == told
    assert all(act_by == d("2026-12-01") for _, _, act_by in found)


def test_a_scheme_that_ends_and_an_option_are_told_of_three_months_before(case, plan):
    facts = {"household_id": plan.household_id, "kind": SchemeKind.RENT_TO_OWN, "ends_on": d("2030-06-30")}
    option = case.save(Scheme(**facts, granted=True))
    assert ("scheme_ends", d("2030-06-30"), d("2030-03-29")) in due(case)  # the 30th is a Saturday
    case.save(replace(option, granted=False, reason="Nei"))
    assert [one for one in due(case) if one[0] == "scheme_ends"] == []


def test_a_plan_of_a_household_that_has_left_is_to_be_closed_and_looked_back_on(case, plan):
    household: Household = case.households.get(plan.household_id)
    (lease,) = case.tenancies.of_household(household.id)
    case.save(replace(lease, moved_out_on=d("2026-11-20")))
    case.save(replace(household, closed_on=d("2026-11-21")))
    assert [one[0] for one in due(case)] == ["plan_close"]
    closed = case.save(replace(plan, closed_on=d("2026-11-22"), outcome=Outcome.BOUGHT, look_back=True))
    assert due(case) == [("plan_look_back", d("2027-11-22"), d("2027-11-22"))]
    assert due(case, "2029-01-01")[0][0] == "plan_look_back", "it falls off by nothing but the asking"
    at = CaseFile(case.db, clock=clock.fixed(d("2027-11-25")))
    at.save(replace(closed, looked_back_on=d("2027-11-24"), look_back_note="De trives"))
    assert due(case, "2027-11-25") == []
    at.save(replace(closed, look_back=False))
    assert due(case, "2027-11-25") == []


def test_each_says_why_in_every_language(case, plan):
    facts = {"household_id": plan.household_id}
    case.save(Step(**facts, kind=StepKind.COURSE, due_on=d("2026-12-01")))
    case.save(
        Scheme(**facts, kind=SchemeKind.HOUSING_BENEFIT, granted=True, starts_on=d("2026-02-01"),
               ends_on=d("2027-06-01"))
    )  # fmt: skip
    items = [one for one in Agenda(case).items() if one.about.act == "plan"]
    assert {one.kind for one in items} == {"plan_step", "plan_review", "scheme_ends", "benefit_falls"}
    for one in items:
        for language in ("nb", "nn", "en"):
            assert title(one, language) and why(one, language).endswith(".") and short(one, language)
