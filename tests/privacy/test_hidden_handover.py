"""The handover has many on it: somebody shielded is a number there, and so is their home wherever it stands."""

import dataclasses
from datetime import date

import pytest
from hidden import MARKERS, NEIGHBOUR, STREET, WORDS, fill
from scan import found

from bolig_desktop.documents.handover import handover
from bolig_desktop.documents.handover_facts import gather
from bolig_desktop.dwellings.records import Key
from bolig_desktop.people.records import Grading
from bolig_desktop.visits.records import Task, Visit
from build import a_defect, a_dwelling, a_tenancy

TODAY = date(2026, 11, 22)
THEIR_NAME = f"{MARKERS['given name']} {MARKERS['family name']}"
ALONE = "Skjulestedveien 5"


@pytest.fixture
def scene(case):
    """They live by themselves now; keys, defects, visits and tasks name them, also at their old neighbour's."""
    made = fill(case)
    home = a_dwelling(case, street=ALONE)
    case.save(dataclasses.replace(case.tenancies.get(made.tenancy_id), moved_out_on=date(2026, 10, 1)))
    a_tenancy(
        case,
        household_id=made.household_id,
        dwelling_id=home.id,
        starts_on=date(2026, 10, 1),
        ends_on=date(2029, 9, 30),
    )
    neighbour = case.tenancies.get(made.neighbours_tenancy_id)
    for dwelling_id, whose in ((home.id, made.household_id), (neighbour.dwelling_id, neighbour.household_id)):
        case.save(Key(dwelling_id=dwelling_id, label="Ytterdør", held_by=THEIR_NAME))
        case.save(Key(dwelling_id=dwelling_id, label="Bod", held_by="Vaktmesteren"))
        a_defect(case, dwelling_id=dwelling_id, what=f"{THEIR_NAME} meldte det", sent_to=THEIR_NAME, sent_on=TODAY)
        a_defect(case, dwelling_id=dwelling_id, what="Drypp", reported_on=date(2026, 11, 1))
        case.save(Visit(household_id=whose, planned_on=date(2026, 12, 1), purpose=THEIR_NAME))
        case.save(Task(household_id=whose, what=f"Ring {THEIR_NAME}", due_on=TODAY))
    return case, made.household_id, home.id


@pytest.mark.parametrize("grading", [Grading.CONFIDENTIAL, Grading.STRICTLY_CONFIDENTIAL])
@pytest.mark.parametrize("language", ["nb", "nn"])
def test_neither_name_nor_home(scene, grading, language):
    case, whose, _ = scene
    person = case.people.get(case.memberships.of_household(whose)[0].person_id)
    if grading is not person.grading:
        case.shield(person, grading)
    content = handover(gather(case, language), language)[0]
    assert found(content, (*WORDS, ALONE, "Skjulested")) == set()
    there = (f"{'Skjermet' if language == 'nb' else 'Skjerma'} husstand {whose}", NEIGHBOUR, STREET, "Vaktmesteren")
    assert found(content, there) == set(there), "the control: the others and their house are there"


def test_without_a_grading_the_same_home_and_name_are_there(scene):
    case, whose, _ = scene
    person = case.people.get(case.memberships.of_household(whose)[0].person_id)
    case.save(dataclasses.replace(person, grading=Grading.NONE))
    content = handover(gather(case), "nb")[0]
    assert found(content, (ALONE, MARKERS["household's name"])) == {ALONE, MARKERS["household's name"]}


def test_their_home_is_a_number_and_its_place_among_the_others_tells_nothing(scene):
    case, _, home_id = scene
    for street in ("Andreas vei 1", "Åsveien 9"):
        unit = a_dwelling(case, street=street)
        case.save(Key(dwelling_id=unit.id, label="Bod", held_by="Vaktmesteren"))
    facts = gather(case)
    assert [(one.home, one.home_id) for one in facts.keys][-1] == ("", home_id)
    assert all(one.home and not one.home_id for one in facts.keys[:-2])
    assert {(one.home, one.home_id) for one in facts.defects if not one.home} == {("", home_id)}
    assert (facts.hidden, facts.one_hidden, facts.many_hidden) == (1, True, False)
