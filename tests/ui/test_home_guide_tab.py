"""The facts for the welcome binder, by visible words: a home's tab, a room's house, waste days, contacts."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton, QWidget

from bolig_desktop.dwellings.records import Bin, HomeGuide, Spot, Upkeep, WasteDay, WasteKind, WayOut, Weekday
from bolig_desktop.settings.records import ContactKind, LocalContact
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.binder_part import BinderPart
from build import a_dwelling, a_house_with_rooms, a_municipality
from drive import press, press_tool, seen, settle, the_field, write
from windows import go, open_window

TUESDAY = date(2026, 11, 24)
N = "\u00a0"


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    return open_window(qtbot, case, 1280, 900)


def at(window, home, tab="guide"):
    return go(window, "dwellings", home.id, tab).case_panel


def from_house(panel):
    return [w.text() for w in panel.findChildren(QLabel) if w.isVisible() and w.text().startswith("Fra huset")]


def said(root):
    return seen(root).replace(N, " ")


# one home


def test_the_first_answer_makes_the_record_and_the_next_change_it(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    assert case.home_guides.count() == 0
    write(panel, "Stoppekranen er", "Under vasken på kjøkkenet")
    assert case.home_guides.of_dwelling(home.id) == HomeGuide(id=1, dwelling_id=home.id, stopcock=Spot.KITCHEN_SINK)
    write(panel, "Mer om stoppekranen", "rød kran")
    press(panel, "Varmepumpe")
    write(panel, "Hvem måker snøen", "Beboerne på tur")
    press(panel, "Nei")
    kept = case.home_guides.of_dwelling(home.id)
    assert case.home_guides.count() == 1
    assert (kept.stopcock_detail, kept.heating_pump, kept.snow, kept.shared_bins) == (
        "rød kran",
        True,
        Upkeep.SHARED,
        False,
    )


def test_what_was_saved_stands_there_again(window, case):
    home, other = a_dwelling(case), a_dwelling(case, street="Parkveien 3")
    panel = at(window, home)
    write(panel, "Mer om varmen", "termostaten i stua")
    write(panel, "Rømningsvei", "Balkongen")
    panel = at(window, other)
    assert the_field(panel, "Mer om varmen").text() == ""
    panel = at(window, home)
    assert the_field(panel, "Mer om varmen").text() == "termostaten i stua"
    assert the_field(panel, "Rømningsvei").currentText() == "Balkongen"
    assert case.home_guides.of_dwelling(other.id) is None


def test_every_step_is_taken_back_to_nothing_said(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    write(panel, "Møteplass ute", "ved bodene")
    write(panel, "Møteplass ute", "ved veien")
    window.workspace.undo()
    settle()
    assert the_field(panel, "Møteplass ute").text() == "ved bodene"
    assert "Angret: møteplass ute." in seen(window)
    window.workspace.undo()
    settle()
    assert the_field(panel, "Møteplass ute").text() == "" and case.home_guides.count() == 0
    assert "Angret: ny side til permen." in seen(window)
    write(panel, "Møteplass ute", "ved porten")
    assert case.home_guides.of_dwelling(home.id).meeting_place == "ved porten"


def test_two_ways_out_that_are_one_are_said_and_not_kept(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    write(panel, "Rømningsvei", "Balkongen")
    write(panel, "Den andre rømningsveien", "Balkongen")
    assert "De to rømningsveiene må være to forskjellige." in seen(panel)
    assert case.home_guides.of_dwelling(home.id).other_way_out is None
    panel = at(window, a_dwelling(case, street="Parkveien 3"))
    assert "De to rømningsveiene" not in seen(panel)
    panel = at(window, home)
    assert the_field(panel, "Den andre rømningsveien").currentText() == "Balkongen", "the draft is lost"
    write(panel, "Den andre rømningsveien", "Vinduet")
    assert case.home_guides.of_dwelling(home.id).other_way_out is WayOut.WINDOW
    assert case.drafts.of_topic("home_guides") == []


def test_what_is_not_left_yet_is_saved_when_one_goes_to_another_home(window, case):
    home, other = a_dwelling(case), a_dwelling(case, street="Parkveien 3")
    for words in ("ved bodene", "ved porten"):  # the first makes the record, the second changes it
        panel = at(window, home)
        the_field(panel, "Møteplass ute").setFocus()
        the_field(panel, "Møteplass ute").selectAll()
        QTest.keyClicks(the_field(panel, "Møteplass ute"), words)
        panel = at(window, other)
        assert the_field(panel, "Møteplass ute").text() == ""
        assert case.home_guides.of_dwelling(home.id).meeting_place == words
    assert case.home_guides.of_dwelling(other.id) is None


def test_a_refused_first_answer_is_a_draft_of_that_home_only(window, case):
    home, other = a_dwelling(case), a_dwelling(case, street="Parkveien 3")
    long = "x" * 501
    panel = at(window, home)
    the_field(panel, "Mer om varmen").setText(long)
    the_field(panel, "Mer om varmen").textEdited.emit(long)
    window.page("dwellings").leave()
    assert case.home_guides.count() == 0
    assert the_field(at(window, other), "Mer om varmen").text() == ""
    assert the_field(at(window, home), "Mer om varmen").text() == long


def test_a_detail_without_its_spot_is_kept_and_told_of(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    write(panel, "Mer om postkassen", "til venstre for porten")
    assert case.home_guides.of_dwelling(home.id).letterbox_detail == "til venstre for porten"
    assert "Velg også stedet fra listen" in seen(panel)


def test_all_of_it_is_taken_away_and_comes_back(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    write(panel, "Møteplass ute", "ved bodene")
    press(panel, "Tøm alt om boligen")
    assert case.home_guides.count() == 0 and the_field(panel, "Møteplass ute").text() == ""
    assert "Tøm alt om boligen" not in seen(panel)
    window.workspace.undo()
    settle()
    assert the_field(panel, "Møteplass ute").text() == "ved bodene"


def test_nothing_on_the_tab_is_wider_than_a_small_window(qtbot, case):
    window = open_window(qtbot, case, 853, 480)
    panel = at(window, a_house_with_rooms(case, 1)[1])
    assert all(w.width() <= panel.width() for w in panel.findChildren(QLineEdit) if w.isVisible())


# a room and its house


def test_a_room_says_what_holds_because_its_house_says_it(window, case):
    house, room = a_house_with_rooms(case, 1)
    case.save(
        HomeGuide(
            dwelling_id=house.id,
            heating_radiator=True,
            heating_floor=True,
            stopcock=Spot.BASEMENT,
            stopcock_detail="bak døra",
            shared_bins=True,
        )
    )
    panel = at(window, room)
    assert from_house(panel) == [
        "Fra huset: varme i gulvet, radiator",
        "Fra huset: i kjelleren",
        "Fra huset: bak døra",
        "Fra huset: ja",
    ]
    press(panel, "Radiator")
    write(panel, "Stoppekranen er", "På badet")
    assert from_house(panel) == ["Fra huset: varme i gulvet", "Fra huset: ja"]
    assert from_house(at(window, house)) == []
    assert from_house(at(window, room)) == ["Fra huset: varme i gulvet", "Fra huset: ja"]


def test_what_changes_on_the_house_is_seen_on_the_room(window, case):
    house, room = a_house_with_rooms(case, 1)
    panel = at(window, room)
    assert from_house(panel) == []
    window.session.run(lambda case: case.save(HomeGuide(dwelling_id=house.id, snow=Upkeep.OTHERS)))
    settle()
    assert from_house(panel) == ["Fra huset: andre enn beboerne"]


# waste days of a home


def test_the_municipalitys_days_hold_where_a_home_has_none(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    assert "Kommunens hentedager er ikke ført ennå." in seen(panel)
    food = WasteDay(kind=WasteKind.FOOD, bin=Bin.BROWN, weekday=Weekday.TUESDAY)
    window.session.run(lambda case: case.save(food))
    settle()
    assert "Ingen egne dager: kommunens dager gjelder." in seen(panel)
    assert "Tirsdag, hver uke · neste: 24. november, 1. desember, 8. desember" in said(panel)
    assert not [b for b in panel.findChildren(QToolButton) if b.isVisible() and "Matavfall" in b.accessibleName()]
    press(panel, "Legg til hentedag")
    write(panel, "Hva slags avfall", "Matavfall")
    write(panel, "Legges i", "Grønn dunk")
    write(panel, "Hentes på", "Fredag")
    write(panel, "Hvor ofte", "Annenhver uke")
    write(panel, "En dag det blir hentet", "20.11.2026")
    press(panel, "Legg til")
    (own,) = case.waste_days.of_dwelling(home.id)
    assert (own.kind, own.bin, own.weekday, own.every_weeks) == (WasteKind.FOOD, Bin.GREEN, Weekday.FRIDAY, 2)
    assert "Fredag, annenhver uke · neste: 4. desember, 18. desember, 1. januar" in said(panel)
    assert "Matavfall, brun dunk" not in seen(panel), "the home's own day goes before"
    press_tool(panel, "Fjern Matavfall, grønn dunk")
    assert "Matavfall, brun dunk" in seen(panel) and case.waste_days.of_dwelling(home.id) == []
    window.workspace.undo()
    settle()
    assert "Matavfall, grønn dunk" in seen(panel)


def test_a_room_has_the_days_of_its_house(window, case):
    house, room = a_house_with_rooms(case, 1)
    case.save(WasteDay(dwelling_id=house.id, kind=WasteKind.PAPER, weekday=Weekday.MONDAY))
    panel = at(window, room)
    assert "Ingen egne dager: husets dager gjelder." in seen(panel) and "fra huset" in pills(panel)
    assert "Boligens egne dager går foran" in seen(at(window, house))


def pills(root):
    return [w.accessibleName() for w in root.findChildren(QWidget) if w.isVisible() and w.accessibleName()]


def test_a_first_day_on_another_weekday_gets_its_sentence(window, case):
    home = a_dwelling(case)
    panel = at(window, home)
    press(panel, "Legg til hentedag")
    write(panel, "Hva slags avfall", "Restavfall")
    write(panel, "Hentes på", "Mandag")
    write(panel, "En dag det blir hentet", "24.11.2026")
    press(panel, "Legg til")
    assert "24.11.2026 er ikke den ukedagen som er valgt." in said(panel) and case.waste_days.count() == 0
    write(panel, "Hentes på", "Tirsdag")
    press(panel, "Legg til")
    assert [day.first_on for day in case.waste_days.of_dwelling(home.id)] == [TUESDAY]


def test_neither_a_day_nor_a_place_gets_its_sentence(window, case):
    panel = at(window, a_dwelling(case))
    press(panel, "Legg til hentedag")
    write(panel, "Hva slags avfall", "Store ting")
    press(panel, "Legg til")
    assert "Velg ukedagen det hentes, eller skriv hvor det leveres." in seen(panel)
    write(panel, "Leveres hvor", "Torget")
    press(panel, "Legg til")
    assert "Leveres: Torget" in seen(panel)


def test_a_half_filled_day_waits_at_its_own_home(window, case):
    home, other = a_dwelling(case), a_dwelling(case, street="Parkveien 3")
    panel = at(window, home)
    press(panel, "Legg til hentedag")
    write(panel, "Leveres hvor", "Torget")
    panel = at(window, other)
    assert "Leveres hvor" not in seen(panel)
    panel = at(window, home)
    assert the_field(panel, "Leveres hvor").text() == "Torget"


# the municipality


@pytest.fixture
def part(shown, case):
    case.save(WasteDay(dwelling_id=a_dwelling(case).id, kind=WasteKind.PAPER, weekday=Weekday.MONDAY))
    made = shown(BinderPart(Session(case)), 800, 900)
    settle()
    return made


def test_a_contact_is_written_changed_and_found_again(part, case, shown):
    assert "Ingen kontakter ennå." in seen(part)
    press(part, "Legg til kontakt")
    write(part, "Hvem eller hva", "Nav")
    write(part, "Telefon", "43 00 00 00")
    write(part, "Åpningstider og annet", "tirsdag 10-14")
    press(part, "Legg til")
    assert case.local_contacts.list() == [
        LocalContact(id=1, kind=ContactKind.NAV, phone="43 00 00 00", note="tirsdag 10-14")
    ]
    press_tool(part, "Endre Nav")
    write(part, "Navn", "Nav Nordvik")
    press(part, "Lagre")
    assert "Nav – Nav Nordvik" in seen(part) and "43 00 00 00 · tirsdag 10-14" in seen(part)
    part._session.undo()
    settle()
    assert "Nav Nordvik" not in seen(part)


def test_a_contact_without_anything_is_not_kept(part, case):
    press(part, "Legg til kontakt")
    press(part, "Legg til")
    assert "Velg ett av svarene." in seen(part)
    write(part, "Hvem eller hva", "Vaktmester")
    press(part, "Legg til")
    assert "Skriv et navn eller et telefonnummer." in seen(part) and case.local_contacts.count() == 0


def test_a_day_of_the_whole_municipality_belongs_to_no_home(part, case):
    assert "Ingen avfallsdager ennå." in seen(part), "a home's own day is not the municipality's"
    press(part, "Legg til avfallsdag")
    write(part, "Hva slags avfall", "Papir og papp")
    write(part, "Hentes på", "Torsdag")
    press(part, "Legg til")
    assert [day.dwelling_id for day in case.waste_days.everywhere()] == [None]
    assert "Torsdag, hver uke · neste: 26. november, 3. desember, 10. desember" in said(part)


def test_half_filled_lines_wait_and_are_not_those_of_the_first_home(part, case, shown):
    press(part, "Legg til avfallsdag")
    write(part, "Leveres hvor", "Torget")
    part.leave()
    again = shown(BinderPart(Session(case)), 800, 900)
    assert the_field(again, "Leveres hvor").text() == "Torget"
    assert [draft.context for draft in case.drafts.of_topic("waste_days")] == []


def test_days_are_counted_from_the_day_it_has_become(part, case):
    case.save(WasteDay(kind=WasteKind.FOOD, weekday=Weekday.TUESDAY))
    case.clock = lambda: date(2026, 12, 2)
    part._session.look_at_the_day()
    settle()
    assert "neste: 8. desember, 15. desember, 22. desember" in said(part)


def test_the_settings_keep_the_officer_and_the_quiet_hours(shown, case):
    from bolig_desktop.ui.editing import Editor
    from bolig_desktop.ui.settings.form import MunicipalityForm

    a_municipality(case)
    form = shown(MunicipalityForm(), 800, 1200)
    editor = Editor(Session(case), form, "settings")
    editor.open(case.settings.municipality())
    write(form, "Personvernombud", "ombud@nordvik.example")
    write(form, "Ro i boligen fra klokka", "22.30")
    write(form, "Til klokka", "7")
    assert "Skriv klokkeslettet som 23.00" in seen(form)
    kept = case.settings.municipality()
    assert (kept.dpo, kept.quiet_from, kept.quiet_to) == ("ombud@nordvik.example", "22.30", "07.00")
    assert dataclasses.replace(kept, quiet_to="07.00") == kept
