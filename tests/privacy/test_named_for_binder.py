"""What is typed for the welcome binder and names somebody shielded: told of, and in nobody else's binder."""

import dataclasses

import pytest
from hidden import MARKERS, fill, main_of
from on_screen import everything_shown
from PySide6.QtWidgets import QWidget
from scan import found

from bolig_desktop.casefile.naming import naming_household
from bolig_desktop.documents.guide.binder_facts import gather
from bolig_desktop.dwellings.records import HomeGuide, Spot, WasteDay, WasteKind, Weekday
from bolig_desktop.people.records import Grading
from bolig_desktop.settings.records import ContactKind, LocalContact
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.binder_part import BinderPart
from build import a_house_with_rooms, a_household, a_person, a_tenancy
from drive import settle
from windows import go, open_window

NAMED = f"{MARKERS['family name'].upper()}, {MARKERS['given name']}"
NAMES = [MARKERS["given name"], MARKERS["family name"]]
SHOWN = "Petra Synligsen"
PHONE = "43 98 76 54"
DETAILS = (
    "heating_detail",
    "stopcock_detail",
    "fuse_box_detail",
    "extinguisher_detail",
    "escape_detail",
    "meeting_place",
    "letterbox_detail",
)


@pytest.fixture(params=["graded from the first", "graded after it was typed"])
def scene(request, case):
    return fill(case, grading=Grading.CONFIDENTIAL if "first" in request.param else Grading.NONE)


def grade(case, scene):
    person = main_of(case, scene)
    return case.save(dataclasses.replace(person, grading=Grading.CONFIDENTIAL))


def written(case, name):
    """A house and a room whose texts name somebody, a day and a contact of the municipality that do too."""
    house, room = a_house_with_rooms(case, 1)
    texts = {detail: f"spør {name}" for detail in DETAILS}
    places = {spot: Spot.HALLWAY for spot in ("stopcock", "fuse_box", "extinguisher", "letterbox")}
    guide = case.save(HomeGuide(dwelling_id=house.id, **texts, **places))
    own = case.save(WasteDay(dwelling_id=room.id, kind=WasteKind.PAPER, bring_to=f"til {name}"))
    everywhere = case.save(WasteDay(kind=WasteKind.FOOD, weekday=Weekday.MONDAY, bring_to=f"til {name}"))
    contact = case.save(LocalContact(kind=ContactKind.VOLUNTEERS, name=name, phone=PHONE, note="ring"))
    return house, room, guide, own, everywhere, contact


def neighbour(case, room):
    household = a_household(case, a_person(case, given_name="Odalys", family_name="Fjordheim"))
    return a_tenancy(case, dwelling_id=room.id, household_id=household.id).household_id


def codes(case, record):
    return {(p.field, p.code) for p in case.problems(record) if "names_shielded" in p.code}


def test_each_text_is_warned_of_and_kept(case, scene):
    house, room, guide, own, everywhere, contact = written(case, NAMED)
    grade(case, scene)
    assert codes(case, guide) == {(detail, "text.names_shielded") for detail in DETAILS}
    assert codes(case, own) == codes(case, everywhere) == {("bring_to", "text.names_shielded")}
    assert codes(case, contact) == {("name", "text.names_shielded")}
    assert ("", "text.names_shielded_beside") in codes(case, house)
    assert ("", "text.names_shielded_beside") in codes(case, room)
    assert not [p for record in (guide, own, everywhere, contact) for p in case.problems(record) if p.hard]
    assert not any(codes(case, record) for record in written(case, SHOWN))


def test_no_other_households_binder_has_the_name(case, scene):
    _, room, *_ = written(case, NAMED)
    household_id = neighbour(case, room)
    grade(case, scene)
    facts = gather(case, household_id, case.clock())
    assert found(repr(facts).encode(), [*NAMES, PHONE]) == set()
    assert facts.guide.stopcock is Spot.HALLWAY and facts.guide.stopcock_detail == ""
    assert [(day.kind, day.bring_to) for day in facts.waste] == [(WasteKind.FOOD, "")] and facts.contacts == ()


def test_the_control_has_every_text(case, scene):
    _, room, *_ = written(case, SHOWN)
    household_id = neighbour(case, room)
    grade(case, scene)
    facts = gather(case, household_id, case.clock())
    assert all(SHOWN in getattr(facts.guide, detail) for detail in DETAILS)
    assert all(SHOWN in day.bring_to for day in facts.waste) and facts.contacts[0].name == SHOWN


def test_a_shielded_household_has_no_text_and_no_day_of_its_own_home(case, scene):
    lease = case.tenancies.get(scene.tenancy_id)
    case.save(HomeGuide(dwelling_id=lease.dwelling_id, stopcock=Spot.ATTIC, stopcock_detail="bak nabohuset"))
    case.save(WasteDay(dwelling_id=lease.dwelling_id, kind=WasteKind.FOOD, weekday=Weekday.MONDAY))
    everywhere = case.save(WasteDay(kind=WasteKind.FOOD, weekday=Weekday.FRIDAY))
    grade(case, scene)
    facts = gather(case, scene.household_id, case.clock())
    assert (facts.guide.stopcock, facts.guide.stopcock_detail) == (Spot.ATTIC, "")
    assert facts.waste == (everywhere,)


def test_a_rooms_tab_does_not_tell_what_its_house_says_of_them(qtbot, case, scene):
    house, room, *_ = written(case, NAMED)
    case.save(dataclasses.replace(case.waste_days.of_dwelling(room.id)[0], bring_to="Torget"))
    window = open_window(qtbot, case, 1600, 1000)
    grade(case, scene)
    go(window, "dwellings", room.id, "guide")
    said = everything_shown()
    assert found(said, NAMES) == set() and found(said, ["Fra huset: i gangen"])
    go(window, "dwellings", house.id, "guide")
    assert found(everything_shown(), ["nevner noen med gradert adresse"])


def test_their_own_page_leads_to_the_text(qtbot, case, scene):
    house, _, guide, *_ = written(case, NAMED)
    window = open_window(qtbot, case, 1600, 1000)
    grade(case, scene)
    tables = {one.table for one in naming_household(case, scene.household_id)}
    assert {"home_guides", "waste_days", "local_contacts"} <= tables
    page = window.page("households")
    gone = []

    def lead():
        go(window, "households", scene.household_id)
        banner = next(b for b in page.case_panel.banners() if "nevnt i en tekst" in b.title.text())
        page.go.connect(gone.append)
        next(button for button in banner.buttons if button.text() == "Gå til teksten").click()
        page.go.disconnect(gone.append)
        return gone[-1]

    assert lead() == Place(topic="dwellings", id=house.id, tab="guide")
    nothing = dict.fromkeys(DETAILS, "")
    window.session.run(lambda case: case.save(dataclasses.replace(guide, **nothing)))
    for day in case.waste_days.list():
        window.session.run(lambda case, day=day: case.remove(day))
    assert lead() == Place(topic="settings", tab="binder")


def test_the_settings_mark_what_is_left_out(qtbot, case, scene):
    written(case, NAMED)
    session = Session(case)
    part = BinderPart(session)
    qtbot.addWidget(part)
    part.show()
    session.run(lambda case: grade(case, scene))
    settle()
    marked = [w for w in part.findChildren(QWidget) if w.accessibleName() == "nevner noen med gradert adresse"]
    assert len([w for w in marked if w.isVisible()]) == 2
