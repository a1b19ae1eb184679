"""Code 7: visits, their list, agenda and papers say neither who they are nor where they live; code 6 has none."""

import dataclasses
import json
from datetime import date

import pytest
from hidden import MARKERS, NEIGHBOUR, STREET, WORDS, fill
from scan import found

from bolig_desktop.agenda import words as agenda_words
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile import listing, visiting
from bolig_desktop.documents import kinds
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.visits.records import Task, Visit, VisitKind, VisitWish

TODAY = date(2026, 11, 22)
THEIR_NAME = f"{MARKERS['given name']} {MARKERS['family name']}"
ADDRESS = (STREET, "Gjemmestrup")
PRIVATE = "Sovnforxunet"
PAPERS = ("visit-sheet", "visit-notice")


@pytest.fixture
def scene(case):
    """Their visits name them and their street in every text; so does a neighbour's."""
    made = fill(case)
    typed = f"{THEIR_NAME} i {STREET}"
    texts = dict.fromkeys(("visitors", "purpose", "about_home", "agreed"), typed) | {"own_topics": f"|{typed}"}
    neighbour = case.tenancies.get(made.neighbours_tenancy_id).household_id
    for whose in (made.household_id, neighbour):
        home = visiting.homes(case, whose)[whose].dwelling_id
        facts = {"household_id": whose, "dwelling_id": home, "about_people": f"{PRIVATE} {typed}", **texts}
        case.save(Visit(visited_on=date(2026, 11, 20), heating="tp", **facts))
        case.save(Visit(kind=VisitKind.INSPECTION, planned_on=date(2026, 12, 1), **facts))
        case.save(Task(household_id=whose, what=typed, who=typed, due_on=TODAY))
    return case, made.household_id, neighbour


def of(case, household_id):
    return case.visits.of_household(household_id)[0]


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_their_papers_say_neither(scene, language):
    case, whose, _ = scene
    for paper, subject in (*((paper, whose) for paper in PAPERS), ("visit-record", of(case, whose).id)):
        content = kinds.produce(case, paper, subject, language).content
        assert found(content, (*WORDS, *ADDRESS, PRIVATE)) == set(), paper


def test_a_neighbours_papers_tell_of_the_house_and_not_of_them(scene):
    """The control: the same search finds the neighbour's own name and the house where they may stand."""
    case, _, neighbour = scene
    visit = of(case, neighbour)
    case.save(dataclasses.replace(visit, agreed="Lufter to ganger om dagen, avtalxen"))
    for paper, subject in (("visit-sheet", neighbour), ("visit-record", visit.id)):
        content = kinds.produce(case, paper, subject, "nb").content
        assert found(content, (NEIGHBOUR, STREET, "avtalxen")) == {NEIGHBOUR, STREET, "avtalxen"}
        assert found(content, WORDS) == set(), paper


def test_what_is_about_people_stands_on_no_paper(scene):
    case, _, neighbour = scene
    for paper, subject in (*((paper, neighbour) for paper in PAPERS), ("visit-record", of(case, neighbour).id)):
        assert found(kinds.produce(case, paper, subject, "nb").content, (PRIVATE,)) == set()


def test_the_list_the_command_and_i_dag_say_neither(scene):
    case, whose, _ = scene
    theirs = [line for line in visiting.lines(case) if line.id == whose]
    assert len(theirs) == 1 and theirs[0].dwelling == ""
    listed = [row for row in listing.rows(case, "visits") if row["household_id"] == whose]
    assert len(listed) == 2
    items = [one for one in Agenda(case).items() if one.topic in ("visits", "tasks") and one.household_id == whose]
    assert {one.kind for one in items} == {"visit_agreed", "visit_notice", "task"}
    said = [(agenda_words.row(one, TODAY), agenda_words.short(one), one.fact) for one in items]
    told = repr(theirs) + json.dumps(listed) + repr(said) + repr(case.search.find("hjemmebesøk"))
    assert found(told.encode(), (*WORDS, *ADDRESS, PRIVATE)) == set()


def test_the_neighbours_row_leaves_out_the_texts_that_name_them(scene):
    case, _, neighbour = scene
    listed = json.dumps([row for row in listing.rows(case, "visits") if row["household_id"] == neighbour])
    assert found(listed.encode(), WORDS) == set()


def test_a_neighbours_task_that_names_them_is_on_i_dag_without_its_words(scene):
    case, _, neighbour = scene
    (theirs,) = [one for one in Agenda(case).items() if one.kind == "task" and one.household_id == neighbour]
    assert theirs.fact == ""
    case.save(dataclasses.replace(case.tasks.of_household(neighbour)[0], what="Bestill ventil"))
    (theirs,) = [one for one in Agenda(case).items() if one.kind == "task" and one.household_id == neighbour]
    assert theirs.fact == "Bestill ventil", "the control: words that name nobody are there"
    assert "Bestill" not in json.dumps(agenda_words.row(theirs, TODAY)), "the command says no words of theirs"


def test_with_code_6_nothing_is_agreed_registered_or_printed(scene):
    case, whose, _ = scene
    before = of(case, whose)
    person = case.people.get(case.memberships.of_household(whose)[0].person_id)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    assert whose not in visiting.homes(case) and whose not in visiting.next_visits(case)
    for record in (Visit(household_id=whose, visited_on=TODAY), Task(household_id=whose, what="Ring", due_on=TODAY)):
        with pytest.raises(Refused) as refused:
            case.save(record)
        assert [one.code for one in refused.value.problems] == ["tenancy.code_6"]
    with pytest.raises(Refused) as refused:
        case.save(Visit(household_id=whose, visited_on=TODAY))
    assert [one.code for one in refused.value.problems] == ["tenancy.code_6"]
    for paper, subject in (*((paper, whose) for paper in PAPERS), ("visit-record", before.id)):
        with pytest.raises(Refused) as refused:
            kinds.produce(case, paper, subject, "nb")
        assert refused.value.problems[0].code == "tenancy.code_6"
    row = next(row for row in listing.rows(case, "visits") if row["id"] == before.id)
    assert row["dwelling_id"] is None
    items = Agenda(case).items()
    assert not [one for one in items if one.topic in ("visits", "tasks") and one.household_id == whose]


def test_a_wish_that_names_them_is_told_of_where_it_is_written(scene):
    case, _, neighbour = scene
    wish = VisitWish(household_id=neighbour, asked_on=TODAY, reason=f"vil ha {THEIR_NAME} med")
    assert [one.field for one in case.problems(wish)] == ["reason"]
