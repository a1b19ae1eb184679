"""What is written on a plan, a cost or a check is found at once, leads to its place, and is gone when it is gone."""

import dataclasses

import pytest

from bolig_desktop.career.records import (
    MarketTry,
    Plan,
    Rung,
    Scheme,
    SchemeKind,
    Step,
    StepKind,
    Talk,
    TalkKind,
    TryKind,
)
from bolig_desktop.casefile import index, opened
from bolig_desktop.maintenance.records import CheckKind, HomeCheck
from bolig_desktop.people.records import Grading
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import Cost
from bolig_desktop.shared_housing.records import CostKind, CostSplit, SharedCost
from bolig_desktop.visits.records import Task, Visit
from build import a_dwelling, a_house_with_rooms, a_household, a_person

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def kinds(case, typed):
    return [hit.kind for hit in case.search.find(typed)]


@pytest.fixture
def plan(case):
    household = a_household(case, a_person(case, given_name="Selam", family_name="Tekle"))
    return case.save(
        Plan(household_id=household.id, wish="Nær skolen\nmed hage", goal=Rung.OWNED, made_on=case.clock())
    )


def parts(case, plan):
    whose, today = {"household_id": plan.household_id}, case.clock()
    return {
        "besiktige rekkehus": Step(**whose, kind=StepKind.OTHER, text="Besiktige rekkehus", due_on=today),
        "startlån": Scheme(**whose, kind=SchemeKind.START_LOAN),
        "budsjettet": Talk(**whose, held_on=today, kind=TalkKind.TALK, said="Snakket om budsjettet"),
        "myrvegen": MarketTry(**whose, tried_on=today, kind=TryKind.CALL, about="Leilighet i Myrvegen"),
    }


def test_a_plan_is_found_by_its_wish_its_goal_and_whose_it_is(case, plan):
    (hit,) = case.search.find("hage")
    assert (hit.kind, hit.id, hit.title, hit.detail) == ("plan", plan.id, "Selam Tekle", "Nær skolen")
    assert kinds(case, "mål egen bolig") == kinds(case, "boligplan tekle") == ["plan"]
    assert kinds(case, "tekle") == ["household", "person", "plan"]


def test_what_stands_on_a_plan_is_found_changed_removed_and_brought_back(case, plan):
    for typed, part in parts(case, plan).items():
        kept = case.save(part)
        assert kinds(case, typed) == ["plan"], typed
        case.remove(kept)
        assert kinds(case, typed) == [], typed
        case.undo_last()
        assert kinds(case, typed) == ["plan"], typed
    case.save(dataclasses.replace(plan, wish="Et roligere sted"))
    assert kinds(case, "hage") == [] and kinds(case, "roligere") == ["plan"]


def test_a_new_name_is_the_plans_too(case, plan):
    (member,) = case.memberships.of_household(plan.household_id)
    case.save(dataclasses.replace(case.people.get(member.person_id), family_name="Haile"))
    assert "plan" in kinds(case, "haile") and kinds(case, "tekle") == []


def test_a_cost_is_found_by_its_voucher_and_a_check_by_its_note(case):
    house, *_ = a_house_with_rooms(case, 2)
    facts = {"month": "2026-10", "kind": CostKind.POWER, "amount_ore": 1, "split": CostSplit.ROOMS}
    cost = case.save(SharedCost(house_id=house.id, **facts, voucher="B-20417"))
    case.save(SharedCost(house_id=house.id, **facts | {"kind": CostKind.WATER}))
    assert [(hit.kind, hit.id) for hit in case.search.find("B-20417")] == [("cost", cost.id)]
    assert kinds(case, "felleskostnad") == ["cost"], "a cost without a voucher has nothing to be found by"
    home = a_dwelling(case, street="Målgata 9")
    check = case.save(HomeCheck(dwelling_id=home.id, kind=CheckKind.SMOKE_ALARM, note="Batteriet byttet i gangen"))
    assert [(h.kind, h.detail) for h in case.search.find("batteriet")] == [("check", home.label)]
    case.save(dataclasses.replace(home, street="Nyvegen 2"))
    assert [h.detail for h in case.search.find("batteriet")] == [case.dwellings.get(home.id).label]
    case.save(dataclasses.replace(check, note=""))
    assert kinds(case, "batteriet") == []


def visited(case):
    household = a_household(case, a_person(case, given_name="Selam", family_name="Tekle"), name="familien Tekle")
    facts = {"household_id": household.id, "visited_on": case.clock(), "about_people": "Sov dårlig"}
    words = {"about_home": "Fukt i boden", "agreed": "Lufte morgen og kveld", "own_topics": "s|Vedovnen"}
    visit = case.save(Visit(**facts, **words))
    task = case.save(Task(household_id=household.id, what="Bestille ny nøkkelbrikke", due_on=case.clock()))
    return household, visit, task


def test_a_visit_is_found_by_what_was_seen_and_agreed_and_a_task_by_what_it_is(case):
    household, visit, task = visited(case)
    for typed in ("fukt i boden", "lufte morgen", "vedovnen", "hjemmebesøk tekle"):
        assert [(hit.kind, hit.id, hit.detail) for hit in case.search.find(typed)] == [
            ("visit", visit.id, "familien Tekle")
        ], typed
    assert [(h.kind, h.id, h.title) for h in case.search.find("nøkkelbrikke")] == [("task", task.id, task.what)]
    assert kinds(case, "dårlig") == [], "what is about people is for their own page"
    case.save(Visit(household_id=household.id, visited_on=case.clock()))
    assert kinds(case, "hjemmebesøk") == ["visit"], "one without a word is nothing to find"
    case.save(dataclasses.replace(household, name="familien Haile"))
    assert [hit.detail for hit in case.search.find("vedovnen")] == ["familien Haile"]
    case.save(dataclasses.replace(visit, about_home="", agreed="", own_topics=""))
    case.remove(task)
    assert kinds(case, "vedovnen") == kinds(case, "nøkkelbrikke") == []


def test_the_visits_and_tasks_of_the_shielded_are_not_found(case):
    household, *_ = visited(case)
    (member,) = case.memberships.of_household(household.id)
    hidden = dataclasses.replace(case.people.get(member.person_id), grading=Grading.CONFIDENTIAL)
    case.save(hidden)
    assert [kinds(case, typed) for typed in ("vedovnen", "nøkkelbrikke", "hjemmebesøk", "oppgave")] == [[]] * 4
    index.rebuild(case)
    assert [kinds(case, typed) for typed in ("vedovnen", "nøkkelbrikke", "hjemmebesøk", "oppgave")] == [[]] * 4


def test_the_whole_index_made_anew_is_the_one_kept_in_step(case, plan):
    for part in parts(case, plan).values():
        case.save(part)
    visited(case)
    kept = case.db.execute("select rowid, keys, title, detail from search order by rowid").fetchall()
    index.rebuild(case)
    assert case.db.execute("select rowid, keys, title, detail from search order by rowid").fetchall() == kept


def test_a_file_whose_index_knows_less_is_made_to_know_what_it_holds(tmp_path):
    path = tmp_path / "old.bolig"
    file = create_case(path, "demo", typed_back=False, cost=CHEAP)
    case = opened.case_of(file)
    household = a_household(case, a_person(case, given_name="Selam", family_name="Tekle"))
    case.save(Plan(household_id=household.id, wish="Nær skolen", made_on=case.clock()))
    case.search.drop("plan", 1)  # as an earlier program left it
    assert kinds(case, "skolen") == []
    file.close()
    file = open_case(path, passphrase="demo", cost=CHEAP)
    opened.keep_search(file)
    case = opened.case_of(file)
    assert kinds(case, "skolen") == ["plan"]
    case.search.drop("plan", 1)
    opened.keep_search(file)
    assert kinds(case, "skolen") == [], "once is enough"
    file.close()


def test_a_command_finds_it_too(tmp_path, monkeypatch):
    path = tmp_path / "old.bolig"
    file = create_case(path, "demo", typed_back=False, cost=CHEAP)
    opened.case_of(file)
    file.close()
    monkeypatch.setenv("BOLIG_PASSPHRASE", "demo")
    with opened.file(path) as again:
        assert again.fact("search_index") == index.VERSION
