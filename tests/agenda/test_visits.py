"""What is due about home visits, on both sides of each edge, and kept in step with what is written."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile import CaseFile, visiting
from bolig_desktop.people.records import Grading
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.visits.records import Task, Visit, VisitKind, VisitWish, WhyNot
from build import a_dwelling, a_household, a_municipality, a_tenancy

TODAY = date(2026, 11, 22)


def d(text):
    return date.fromisoformat(text)


@pytest.fixture
def lease(case):
    a_municipality(case)
    return a_tenancy(case, starts_on=d("2026-11-10"), ends_on=None)


def due(agenda):
    found = agenda.items()
    assert found == Agenda(agenda._case).items(), "kept in step is read anew"
    return [(one.kind, one.act_by.isoformat()) for one in found if one.topic == "visits"]


def test_the_first_step_then_the_next_then_what_is_agreed(case, lease):
    agenda, whose = Agenda(case), lease.household_id
    assert due(agenda) == [("visit_step", "2026-11-17")]
    case.save(Visit(household_id=whose, visited_on=d("2026-11-18")))
    assert due(agenda) == [("visit_step", "2026-11-24")]
    agreed = case.save(Visit(household_id=whose, planned_on=d("2026-11-28")))
    assert due(agenda) == [("visit_agreed", "2026-11-28")], "agreed on a Saturday is on that Saturday"
    case.save(replace(agreed, why_not=WhyNot.NOBODY_HOME))
    assert due(agenda) == [("visit_step", "2026-11-24")]
    case.remove(case.visits.get(agreed.id))
    case.save(Visit(household_id=whose, visited_on=d("2026-11-20"), waste="p"))
    assert due(agenda) == [("visit_step", "2026-11-24")], "the step is sooner than two weeks"
    case.undo_last()
    assert due(agenda) == [("visit_step", "2026-11-24")]


def test_a_visit_put_off_leaves_the_list_at_once_and_comes_back(case, lease):
    agenda = Agenda(case)
    (one,) = [one for one in agenda.items() if one.topic == "visits"]
    agenda.put_off(one, d("2026-12-05"), "tolken er ikke ledig")
    assert due(agenda) == []
    later = CaseFile(case.db, clock=clock.fixed(d("2026-12-05")))
    assert due(Agenda(later)) == [("visit_step", "2026-11-17")]


def test_a_problem_brings_it_sooner(case, lease):
    case.save(replace(lease, starts_on=d("2026-06-01")))
    case.save(Visit(household_id=lease.household_id, visited_on=d("2026-11-20"), waste="p"))
    assert due(Agenda(case)) == [("visit_sooner", "2026-12-04")]


def test_after_the_steps_a_routine_on_a_saturday_is_done_the_friday_before(case, lease):
    case.save(replace(lease, starts_on=d("2026-06-01")))
    case.save(Visit(household_id=lease.household_id, visited_on=d("2026-10-03")))  # thirteen weeks on: Sat 2 Jan
    assert due(Agenda(case)) == [("visit", "2026-12-31")], "1 January is a holiday"


@pytest.mark.parametrize(("today", "told"), [("2026-11-30", True), ("2026-12-01", False)])
def test_an_inspection_is_told_of_until_its_day(lease, case, today, told):
    case.save(Visit(household_id=lease.household_id, kind=VisitKind.INSPECTION, planned_on=d("2026-11-30")))
    at = CaseFile(case.db, clock=clock.fixed(d(today)))
    assert (("visit_notice", "2026-11-25") in due(Agenda(at))) is told


def test_notice_given_and_guidance_need_no_more(case, lease):
    agenda = Agenda(case)
    visit = case.save(Visit(household_id=lease.household_id, kind=VisitKind.INSPECTION, planned_on=d("2026-11-30")))
    case.save(replace(visit, noticed_on=d("2026-11-20")))
    assert due(agenda) == [("visit_agreed", "2026-11-30")]
    case.save(replace(visit, kind=VisitKind.GUIDANCE))
    assert due(agenda) == [("visit_agreed", "2026-11-30")]


def test_who_has_moved_out_wants_none_or_owns_the_home_is_left_alone(case, lease):
    agenda = Agenda(case)
    wish = case.save(VisitWish(household_id=lease.household_id, asked_on=TODAY))
    assert due(agenda) == []
    case.save(replace(wish, wanted=True))
    assert due(agenda) == [("visit_step", "2026-11-17")]
    case.save(replace(lease, moved_out_on=TODAY))
    assert due(agenda) == []
    case.save(replace(lease, kind=TenancyKind.OWNED))
    assert due(agenda) == []


def test_a_second_lease_of_the_same_home_does_not_begin_the_plan_anew(case, lease):
    case.save(replace(lease, starts_on=d("2023-11-01"), ends_on=d("2026-10-31"), moved_out_on=d("2026-10-31")))
    again = a_tenancy(case, household_id=lease.household_id, dwelling_id=lease.dwelling_id, starts_on=d("2026-11-01"),
                      ends_on=None)  # fmt: skip
    assert visiting.homes(case)[lease.household_id] == (again.dwelling_id, d("2023-11-01"))
    moved = a_tenancy(case, household_id=lease.household_id, dwelling_id=a_dwelling(case, street="Ny vei 1").id,
                      starts_on=d("2026-11-15"), ends_on=None)  # fmt: skip
    assert visiting.homes(case)[lease.household_id] == (moved.dwelling_id, d("2026-11-15")), "another home does"


def test_the_municipalitys_own_plan_is_followed(case, lease):
    agenda = Agenda(case)
    case.save(replace(case.settings.municipality(), visit_weeks="3, 6"))
    assert due(agenda) == [("visit_step", "2026-12-01")]
    refused = case.problems(replace(case.settings.municipality(), visit_weeks="6, 3"))
    assert [(one.field, one.code) for one in refused] == [("visit_weeks", "visit.no_plan")]


def test_homes_are_lived_in_as_the_leases_say(case, lease):
    """The store's own query and the rule agree on both sides of the day somebody moves out."""
    from bolig_desktop.tenancies.rules import lived_in

    other = a_household(case)
    for day, out in (("2026-11-22", "2026-11-22"), ("2026-11-22", "2026-11-23"), ("2026-11-23", None)):
        a_tenancy(case, household_id=other.id, dwelling_id=a_dwelling(case, street=f"Vei {day}{out}").id,
                  starts_on=d(day), ends_on=None, moved_out_on=out and d(out))  # fmt: skip
    rule = {(t.household_id, t.dwelling_id) for t in case.tenancies.list() if lived_in(t, TODAY)}
    store = {(whose, home) for whose, home, _, is_now in case.tenancies.stays(TODAY) if is_now}
    assert store == rule


def test_nobody_with_code_6_has_a_home_here():
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY))
    a_municipality(case)
    lease = a_tenancy(case, starts_on=d("2026-11-10"), ends_on=None)
    person = case.people.get(case.memberships.of_household(lease.household_id)[0].person_id)
    assert list(visiting.homes(case)) == [lease.household_id]
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    assert visiting.homes(case) == {} and visiting.lines(case) == []


def test_a_problem_of_their_own_brings_the_next_visit_sooner(case, lease):
    agenda = Agenda(case)
    case.save(Visit(household_id=lease.household_id, visited_on=d("2026-11-18"), own_topics="ts|Boden, hjelp"))
    assert due(agenda)[0][0] == "visit_step"
    far = case.settings.municipality()
    case.save(replace(far, visit_weeks="40"))
    assert due(agenda) == [("visit_step", "2027-08-17")]
    case.save(Visit(household_id=lease.household_id, visited_on=d("2026-11-19"), own_topics="t|Naboen\ntp|Boden"))
    assert due(agenda) == [("visit_sooner", "2026-12-03")]


def test_a_task_stands_there_from_when_it_is_written_until_it_is_done(case, lease):
    agenda = Agenda(case)
    tasks = lambda: [(one.act_by, one.fact) for one in agenda.items() if one.kind == "task"]  # noqa: E731
    task = case.save(Task(household_id=lease.household_id, what="Ring", due_on=d("2026-12-06")))
    assert tasks() == [(d("2026-12-04"), "Ring")], "a Sunday's task is due on the Friday before"
    moved = case.save(replace(task, due_on=d("2026-12-10"), what="Ring igjen"))
    assert tasks() == [(d("2026-12-10"), "Ring igjen")]
    case.save(replace(moved, done_on=TODAY))
    assert tasks() == []
    case.undo_last()
    assert tasks() == [(d("2026-12-10"), "Ring igjen")]
    case.remove(case.tasks.get(task.id))
    assert tasks() == [] and Agenda(case).items() == agenda.items()
