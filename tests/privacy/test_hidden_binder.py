"""Code 7: a binder that lies about gives nothing away, nor do the papers of the house they live in."""

import dataclasses
from datetime import date

import pytest
from hidden import MARKERS, NEIGHBOUR, STREET, WORDS, fill
from scan import found

from bolig_desktop.documents import filing, kinds
from bolig_desktop.documents.guide import binder_facts, editions
from bolig_desktop.documents.guide.kinds import GUIDES, SHEET_KINDS
from bolig_desktop.dwellings.records import HomeGuide, Spot, WasteDay, WasteKind, Weekday
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from bolig_desktop.settings.records import ContactKind, LocalContact
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup

TODAY = date(2026, 11, 22)
DETAIL, OWN_DAY, MEETING, CONTACT_PERSON = "Kranbeskrixel", "Gjenvinxunet", "Flaggmarkulex", "Husvertizan"
TYPED = (DETAIL, MEETING, CONTACT_PERSON)
"""What was typed about the house: any of it could tell which house it is."""
ADDRESS = (STREET, "Gjemmestrup")
THEIR_NAME = f"{MARKERS['given name']} {MARKERS['family name']}"


@pytest.fixture
def scene(case):
    """A house where one room is theirs, and everything that can be typed about it is."""
    made = fill(case)
    house = case.dwellings.get(made.room_id).house_id
    for dwelling_id in (house, made.room_id):
        case.save(
            HomeGuide(
                dwelling_id=dwelling_id,
                heating_wood=True,
                heating_detail=f"{DETAIL} i {STREET}",
                stopcock=Spot.HALLWAY,
                stopcock_detail=DETAIL,
                fuse_box=Spot.BASEMENT,
                fuse_box_detail=DETAIL,
                letterbox=Spot.BY_THE_ROAD,
                letterbox_detail=f"{STREET} {DETAIL}",
                escape_detail=DETAIL,
                meeting_place=MEETING,
            )
        )
    case.save(WasteDay(dwelling_id=house, kind=WasteKind.FOOD, weekday=Weekday.MONDAY, bring_to=OWN_DAY))
    case.save(LocalContact(kind=ContactKind.OTHER, name=THEIR_NAME, phone="75 55 50 11"))
    version = case.save(
        HouseRules(house_id=house, version=1, meeting_place=MEETING, house_contact=CONTACT_PERSON, change=DETAIL)
    )
    for clause in ("rule_fire_meeting", "rule_call_contact", "rule_quiet_night"):
        topic = RuleGroup(clause.split("_")[1])
        case.save(HouseRule(rules_id=version.id, topic=topic, clause=clause))
    for text in (f"Sykler står bak {STREET}.", f"{THEIR_NAME} vasker trappa.", "Vi hilser på hverandre."):
        case.save(HouseRule(rules_id=version.id, topic=RuleGroup.OTHER, text=text))
    case.save(dataclasses.replace(version, valid_from=date(2026, 11, 1)))
    return case, made, house


LONG = pytest.mark.long


@pytest.mark.parametrize("language", ["nb", "ar", *(pytest.param(code, marks=LONG) for code in ("ti", "uk", "ps"))])
def test_their_binder_says_neither_who_they_are_nor_where_they_live(scene, language):
    case, made, _ = scene
    paper = kinds.produce(case, "binder", made.household_id, language)
    assert found(paper.content, (*WORDS, *ADDRESS, *TYPED, OWN_DAY)) == set()


SOME_SHEETS = [kinds.find(name) for name in ("sheet-heating", "sheet-post", "visit-notice")]
SHEETS = [*SOME_SHEETS, *(pytest.param(kind, marks=LONG) for kind in SHEET_KINDS if kind not in SOME_SHEETS)]


@pytest.mark.parametrize("kind", SHEETS, ids=lambda kind: kind.name)
def test_nor_does_any_sheet(scene, kind):
    case, made, _ = scene
    paper = kinds.produce(case, kind, made.household_id, "ps")
    assert found(paper.content, (*WORDS, *ADDRESS, *TYPED, OWN_DAY)) == set()


def test_a_neighbour_in_the_same_house_gets_it_all_but_no_name(scene):
    """The control: the same search finds the house's own facts where they may stand."""
    case, made, _ = scene
    neighbour = case.tenancies.get(made.neighbours_tenancy_id).household_id
    content = kinds.produce(case, "binder", neighbour, "nb").content
    assert found(content, (STREET, *TYPED, OWN_DAY, NEIGHBOUR)) == {STREET, *TYPED, NEIGHBOUR}
    assert found(content, WORDS) == set()


@pytest.mark.parametrize("paper", ["house-rules", "cleaning-rota"])
def test_the_papers_of_the_house_name_nobody(scene, paper):
    case, _, house = scene
    for language in ("", "ar", "nb"):
        content = kinds.produce(case, paper, house, language).content
        assert found(content, (*WORDS, NEIGHBOUR)) == set()
        assert found(content, (STREET,)) == {STREET}, "the control"


def test_what_is_filed_about_it_names_nobody(scene):
    case, made, _ = scene
    filed, _ = filing.print_and_file(case, "binder", made.household_id, "ar")
    edition = case.binder_editions.of_household(made.household_id)[0]
    told = repr(dataclasses.replace(filed, content=b"")) + repr(edition) + repr(case.search.find("velkomstperm"))
    assert found(told.encode(), (*WORDS, *ADDRESS)) == set()
    assert f"Skjermet husstand {made.household_id}" in filed.recipient


def test_who_needs_a_new_one_is_told_by_number(scene):
    case, made, _ = scene
    told = repr(list(editions.who_needs_one(case)))
    assert f"household_id={made.household_id}," in told
    assert found(told.encode(), (*WORDS, *ADDRESS)) == set()


def test_a_companion_page_has_neither_name_nor_address(scene):
    case, made, _ = scene
    content = kinds.produce(case, "lease-companion", made.tenancy_id, "ar").content
    assert found(content, (*WORDS, *ADDRESS)) == set()


@pytest.mark.parametrize("kind", [kind for kind in GUIDES if kind.subject == "household"], ids=lambda kind: kind.name)
def test_with_code_6_nothing_is_made(case, kind):
    made = fill(case, grading=Grading.NONE)
    membership = case.memberships.of_household(made.household_id)[0]
    case.shield(case.people.get(membership.person_id), Grading.STRICTLY_CONFIDENTIAL)
    with pytest.raises(Refused) as refused:
        kinds.produce(case, kind, made.household_id, "ar")
    assert refused.value.problems[0].code == "tenancy.code_6"
    assert made.household_id not in editions.living_with_us(case)


def test_common_rooms_are_told_to_the_neighbour_only(scene):
    case, made, house = scene
    for dwelling_id in (house, made.room_id):
        case.save(dataclasses.replace(case.dwellings.get(dwelling_id), common_rooms="Fellesrommix"))
    neighbour = case.tenancies.get(made.neighbours_tenancy_id).household_id
    assert binder_facts.gather(case, neighbour, TODAY).common_rooms == "Fellesrommix", "the control"
    assert binder_facts.gather(case, made.household_id, TODAY).common_rooms == ""


def test_what_is_written_of_the_extinguisher_is_left_out(scene):
    case, made, _ = scene
    guide = case.home_guides.of_dwelling(made.room_id)
    case.save(dataclasses.replace(guide, extinguisher=Spot.HALLWAY, extinguisher_detail=DETAIL))
    told = binder_facts.gather(case, made.household_id, TODAY).guide
    assert (told.extinguisher, told.extinguisher_detail) == (Spot.HALLWAY, "")
