"""Visits made against the plan: which days the plan has in a year, and in which quarter."""

from dataclasses import replace
from datetime import date

import pytest
from counting import YEAR, lives, settled, values

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.visits.records import Visit, VisitWish, WhyNot
from bolig_desktop.yearly.year import figures_of
from build import a_dwelling, a_municipality, a_shielded_household, a_tenancy

PLANNED = tuple(f"planned_q{quarter}" for quarter in range(1, 5))


@pytest.fixture
def case():
    """Return a file with visits since before the year, and a plan of two visits and then one each tenth week."""
    made = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 11, 28)))
    a_municipality(made, visit_weeks="1, 4", visit_every_weeks=10)
    made.save(Visit(household_id=settled(made, date(2023, 12, 1)).id, visited_on=date(2024, 1, 1)))
    return made


def test_the_plan_is_counted_from_moving_in_and_by_quarters(case):
    whose = settled(case, date(2025, 1, 1))
    lives(case, whose, date(2025, 1, 1))
    # 8 and 29 January, 9 April, 18 June, 27 August, 5 November
    assert values(case, "visits_planned", *PLANNED) == (6, 2, 2, 1, 1)
    assert [row.id for row in figures_of(case, YEAR)["planned_q4"].rows] == [whose.id]


@pytest.mark.parametrize(("moved", "count"), [(date(2025, 1, 8), 0), (date(2025, 1, 9), 1), (date(2025, 6, 18), 3)])
def test_who_has_moved_out_is_not_visited_that_day(case, moved, count):
    lives(case, settled(case, date(2025, 1, 1)), date(2025, 1, 1), moved=moved)
    assert values(case, "visits_planned") == count


def test_a_new_lease_of_the_same_home_begins_no_new_plan_and_another_home_does(case):
    whose, home = settled(case, date(2024, 1, 1)), a_dwelling(case)
    lives(case, whose, date(2024, 1, 1), home=home, moved=date(2025, 1, 1))
    lives(case, whose, date(2025, 1, 1), home=home)
    assert values(case, "planned_q1") == 2, "13 January and 24 March, 54 and 64 weeks after moving in"
    other = settled(case, date(2024, 1, 1))
    lives(case, other, date(2024, 1, 1), moved=date(2025, 1, 1))
    lives(case, other, date(2025, 1, 1))
    assert values(case, "planned_q1") == 2 + 2, "8 and 29 January"


@pytest.mark.parametrize(("asked_on", "count"), [(date(2025, 1, 8), 0), (date(2025, 1, 9), 1)])
def test_who_has_asked_not_to_be_visited_has_no_plan_from_that_day(case, asked_on, count):
    whose = settled(case, date(2025, 1, 1))
    lives(case, whose, date(2025, 1, 1))
    case.save(VisitWish(household_id=whose.id, wanted=False, asked_on=asked_on))
    assert values(case, "visits_planned") == count


def test_nothing_was_planned_before_the_first_visit_that_is_kept(case):
    (first,) = case.visits.list()
    whose = settled(case, date(2025, 1, 1))
    lives(case, whose, date(2025, 1, 1))
    case.save(replace(first, visited_on=date(2025, 6, 18)))
    assert values(case, "visits_planned", *PLANNED) == (3, 0, 1, 1, 1)
    case.save(replace(first, visited_on=date(2025, 6, 19)))
    assert values(case, "visits_planned", *PLANNED) == (2, 0, 0, 1, 1)
    case.remove(first)
    assert values(case, "visits_planned") == 0, "the file was begun after the year"


def test_nobody_is_visited_in_a_home_of_their_own(case):
    home = a_dwelling(case, tenure=Tenure.RESIDENT_OWNED)
    whose = settled(case, date(2024, 1, 1))
    a_tenancy(case, household_id=whose.id, dwelling_id=home.id, kind=TenancyKind.OWNED, starts_on=date(2025, 1, 1))
    assert values(case, "visits_planned") == 0


def test_a_visit_is_made_in_its_quarter_and_one_agreed_that_was_not_is_told_of(case):
    whose = settled(case, date(2024, 1, 1))
    lives(case, whose, date(2024, 1, 1))
    for day in ("2025-03-31", "2025-04-01", "2025-12-31", "2026-01-01"):
        case.save(Visit(household_id=whose.id, visited_on=date.fromisoformat(day)))
    agreed = case.save(Visit(household_id=whose.id, planned_on=date(2025, 5, 5)))
    assert values(case, "visits_made", *(f"made_q{n}" for n in range(1, 5))) == (3, 1, 1, 0, 1)
    assert values(case, "visits_agreed", "visits_not_made") == (1, 0)
    case.save(replace(agreed, why_not=next(iter(WhyNot))))
    assert values(case, "visits_agreed", "visits_not_made") == (1, 1)


def test_who_has_a_strict_address_is_never_planned_for(case):
    whose = a_shielded_household(case)
    before = values(case, "visits_planned")
    lives(case, whose, date(2025, 1, 1))
    assert values(case, "visits_planned") > before, "code 7 is visited"
