"""Nordvik in a case file: no rule is broken, every unit stands where it should, and the same rows every time."""

from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.lines import dwelling_lines, household_lines
from bolig_desktop.demo.fill import fill
from bolig_desktop.dwellings.records import DwellingState
from bolig_desktop.dwellings.rules import idle_days
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.storage.file import open_in_memory

pytestmark = pytest.mark.xdist_group("demo")  # what is made once for a day is made on one worker

TODAY = date(2026, 11, 22)


def filled(scale: int = 1) -> CaseFile:
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY), demo=True)
    fill(case, TODAY, scale)
    return case


def rows(case: CaseFile) -> dict[str, list[object]]:
    return {store.table: store.list() for store in case.stores()}


def test_no_record_breaks_a_hard_rule(nordvik):
    broken = [
        (type(record).__name__, record.id, problem.field, problem.code)
        for store in nordvik.stores()
        for record in store.list()
        for problem in nordvik.problems(record)
        if problem.hard
    ]
    assert broken == []
    assert nordvik.tenancies.count() > 60


def test_two_runs_are_equal_row_for_row():
    assert rows(filled()) == rows(filled())


def test_ids_in_the_file_are_those_the_records_point_at_at_any_scale():
    case = filled(scale=2)
    assert case.db.execute("pragma foreign_key_check").fetchall() == []
    assert {room.house_id for room in case.dwellings.list("kind = 'room'")} == {
        house.id for house in case.dwellings.list("kind = 'shared_house'")
    }


def test_units_stand_in_every_state_and_free_ones_for_3_and_75_days(nordvik, today):
    lines = dwelling_lines(nordvik)
    assert {line.state for line in lines} == set(DwellingState)
    free = {idle_days(line.free_since, today) for line in lines if line.state is DwellingState.FREE}
    assert {3, 75} <= free
    assert all(line.reason for line in lines if line.state is DwellingState.OUT_OF_USE)


def test_the_shielded_household_shows_neither_name_nor_home():
    case = filled()
    shielded = [line for line in household_lines(case) if line.shielded]
    assert len(shielded) == 1
    assert shielded[0].dwelling == ""
    family_names = {case.people.get(m.person_id).family_name for m in case.memberships.of_household(shielded[0].id)}
    assert not any(name in shielded[0].label for name in family_names)


def test_it_is_found_by_search_and_cannot_be_undone():
    case = filled()
    assert any(hit.kind == "household" for hit in case.search.find("Karimi"))
    assert any(hit.kind == "dwelling" for hit in case.search.find("storgata 14"))
    assert case.undo_last() == []


def test_it_refuses_a_file_with_a_case_in_it():
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY), demo=True)
    case.save(Landlord(name="Solveig Utleier"))
    with pytest.raises(ValueError, match="empty"):
        fill(case, TODAY)
    assert case.dwellings.count() == 0
