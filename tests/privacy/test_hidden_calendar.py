"""The calendar file is kept on other machines: no name, no address, no text of anybody's, and nothing of code 6."""

from datetime import UTC, date, datetime

import pytest
from hidden import MARKERS, NEIGHBOUR, STREET, WORDS, fill
from scan import found

from bolig_desktop.agenda.outside import days
from bolig_desktop.exchange.calendar import calendar_file, left_out_words
from bolig_desktop.people.records import Grading
from bolig_desktop.text.sentences import LANGUAGES
from bolig_desktop.visits.records import Task, Visit, VisitKind
from build import a_defect

TODAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
TYPED = "Typetexil"
ADDRESS = (STREET, "Gjemmestrup", "Nordvik", "8099")


@pytest.fixture
def scene(case):
    """They and a neighbour, each with visits, tasks and what else has a day; texts typed have a word of their own."""
    made = fill(case)
    neighbour = case.tenancies.get(made.neighbours_tenancy_id).household_id
    texts = dict.fromkeys(("visitors", "purpose", "about_home", "about_people", "agreed"), TYPED)
    for whose in (made.household_id, neighbour):
        hours = {"planned_on": date(2026, 12, 1), "time_from": "10.00", "kind": VisitKind.INSPECTION}
        case.save(Visit(household_id=whose, **hours, **texts))
        case.save(Task(household_id=whose, what=TYPED, who=TYPED, due_on=TODAY))
    a_defect(case, dwelling_id=made.room_id, what=TYPED, room=TYPED)
    return case, made.household_id, neighbour


@pytest.mark.parametrize("language", LANGUAGES)
def test_nobody_and_nowhere(scene, language):
    case, _, _ = scene
    content = calendar_file(days(case, language).entries, TODAY, MOMENT, language)
    assert found(content, (*WORDS, *ADDRESS, TYPED, NEIGHBOUR, *NEIGHBOUR.split())) == set()
    assert content.count(b"BEGIN:VEVENT") > 10, "the control: there is something to look through"


def test_the_shielded_are_a_number_and_their_home_has_none_beside_it(scene):
    case, whose, _ = scene
    theirs = [one for one in days(case).entries if one.about == ("households", whose)]
    assert len(theirs) > 4
    tenancy = {one.id for one in case.tenancies.of_household(whose)}
    assert not [one for one in days(case).entries if one.about.topic == "tenancies" and one.about.id in tenancy]


def test_with_code_6_nothing_of_theirs_is_in_it_and_it_says_how_much(scene):
    case, whose, neighbour = scene
    before = days(case)
    person = case.people.get(case.memberships.of_household(whose)[0].person_id)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    after = days(case)
    assert not [one for one in after.entries if one.about == ("households", whose)]
    assert [one for one in after.entries if one.about.id == neighbour]
    content = calendar_file(after.entries, TODAY, MOMENT)
    assert f"Husstand {whose}:".encode() not in content
    assert before.left_out == 0 < after.left_out
    assert str(after.left_out) in left_out_words(after.left_out) and left_out_words(0) == ""
    assert left_out_words(1).startswith("Én dato gjelder")


def test_the_markers_are_there_to_be_found(scene):
    """The control: the texts searched for do stand in the file the calendar was made of."""
    case, _, neighbour = scene
    assert case.visits.of_household(neighbour)[0].purpose == TYPED and MARKERS["given name"] in WORDS
