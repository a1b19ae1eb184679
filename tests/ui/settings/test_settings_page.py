"""Settings, by the words on the screen."""

import dataclasses

import pytest
from settings_seen import CHEAP, SAID, open_tab

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.copyfile import copies_in
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.settings.records import Municipality, WrittenForm
from bolig_desktop.ui import words
from bolig_desktop.ui.documents.preview import PaperPreview
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.copies import Copies
from bolig_desktop.ui.settings.form import NOT_ON_FORM
from bolig_desktop.ui.settings.page import SettingsPage
from bolig_desktop.ui.theme import Scheme, theme
from drive import press, press_tool, the_dialog, the_field, words_on, write

# Kommunen


def test_the_municipality_is_saved_as_one_goes(page, file):
    write(page.panel, "Saksbehandler", "Kari Nordmann")
    write(page.panel, "Leietid i måneder", "24")
    write(page.panel, "Målform", "Nynorsk")
    kept = case_of(file).settings.municipality()
    assert (kept.case_officer, kept.lease_months, kept.written_form) == ("Kari Nordmann", 24, WrittenForm.NYNORSK)
    assert kept.name == "Nordvik kommune"


def test_who_decides_appeals_and_how_long_the_post_takes(page, file):
    write(page.panel, "Klageinstans for tildeling av bolig", "Kommunal klagenemnd")
    write(page.panel, "Dager vi regner for posten", "5")
    kept = case_of(file).settings.municipality()
    assert (kept.appeal_body, kept.post_days) == ("Kommunal klagenemnd", 5)
    write(page.panel, "Dager vi regner for posten", " ")
    assert "Skriv hvor mange dager vi regner for posten." in words_on(page.panel)


def test_a_broken_rule_is_said_beside_the_field_and_not_saved(page, file):
    write(page.panel, "Forfallsdag i måneden", "31")
    assert "Tallet må være fra 1 til 28." in words_on(page.panel)
    assert case_of(file).settings.municipality().due_day == 1


def test_an_undone_change_is_seen_in_the_form(page):
    write(page.panel, "Enhet", "Boligkontoret")
    page.session.undo()
    assert the_field(page.panel, "Enhet").text() == "Flyktningtjenesten"


def test_a_file_with_no_municipality_gets_one(qtbot, shown, tmp_path, qapp):
    opened = create_case(tmp_path / "tom.bolig", SAID, typed_back=False, cost=CHEAP)
    copies = Copies(opened, Machine())
    page = SettingsPage(Session(case_of(opened)), opened, copies.machine, copies)
    page.open(Place(topic="settings"))
    panel = shown(page.case_panel)
    write(panel, "Kommunens navn", "Nordvik kommune")
    assert case_of(opened).settings.municipality().name == "Nordvik kommune"
    opened.close()


def test_every_field_of_the_municipality_is_on_the_form(page):
    names = {one.name for one in dataclasses.fields(Municipality)}
    assert set(page.form.fields) | NOT_ON_FORM == names
    assert not set(page.form.fields) & NOT_ON_FORM


# Denne maskinen


def test_the_machine_s_choices_work_at_once_and_are_kept(page, qapp):
    open_tab(page, "machine")
    small = qapp.font().pointSizeF()
    write(page.panel, "Utseende", "Mørkt")
    write(page.panel, "Tekststørrelse", "130\u00a0%")
    write(page.panel, "Lås når maskinen har stått urørt i", "5 minutter")
    kept = machines.read()
    assert (kept.scheme, kept.text_size, kept.idle_minutes) == ("dark", 130, 5)
    assert theme().scheme is Scheme.DARK
    assert theme().tokens.dark
    assert qapp.font().pointSizeF() == pytest.approx(small * 1.3)


def test_larger_text_stays_when_the_colours_change(page, qapp):
    open_tab(page, "machine")
    write(page.panel, "Tekststørrelse", "150\u00a0%")
    assert "font-size: 24.0pt" in qapp.styleSheet()
    theme().choose(Scheme.DARK)
    assert "font-size: 24.0pt" in qapp.styleSheet()
    write(page.panel, "Tekststørrelse", "Vanlig")
    assert "font-size: 16" in qapp.styleSheet()


def test_another_language_asks_for_the_window_anew(page, qtbot):
    open_tab(page, "machine")
    with qtbot.waitSignal(page.rebuild_wanted):
        write(page.panel, "Språk på skjermen", "English")
    assert (words.language(), machines.read().language) == ("en", "en")


# Satser og datoer


def test_the_tab_of_figures_tells_the_page_what_was_saved(page, file):
    told = []
    page.kept.connect(told.append)
    open_tab(page, "parameters")
    assert page.case_panel.tabs.current() == "parameters"
    part = page.case_panel.tabs.page("parameters")
    assert "Forsinkelsesrenten: ikke slått opp" in words_on(part)
    press_tool(part, "Egen rad for Forsinkelsesrenten")
    write(part, "Verdi", "8,5")
    write(part, "Kilde", "regjeringen.no")
    press(part, "Legg til")
    assert told == ["Lagret."] and case_of(file).own_parameters.count() == 1
    page.leave()


# Sikkerhet og kopier


def test_the_passphrase_is_changed_only_with_the_old_one(page, file):
    open_tab(page, "security")
    press(page.panel, "Bytt passord")
    write(page.panel, "Passordet du har nå", "feil")
    write(page.panel, "Nytt passord", "helt nytt")
    write(page.panel, "Nytt passord en gang til", "helt nytt")
    press(page.panel, "Bruk det nye passordet")
    assert "Passordet stemmer ikke" in words_on(page.panel)
    write(page.panel, "Passordet du har nå", SAID)
    press(page.panel, "Bruk det nye passordet")
    file.close()
    with pytest.raises(FileTrouble) as trouble:
        open_case(file.path, passphrase=SAID, cost=CHEAP)
    assert trouble.value.kind is TroubleKind.WRONG_PASSPHRASE
    open_case(file.path, passphrase="helt nytt", cost=CHEAP).close()


def test_the_sheet_is_shown_after_the_passphrase_and_put_away(page):
    open_tab(page, "security")
    press(page.panel, "Skriv ut nøkkelarket på nytt")
    write(page.panel, "Passord", "feil")
    press(page.panel, "Vis arket")
    assert "Passordet stemmer ikke" in words_on(page.panel)
    assert not page.panel.findChildren(PaperPreview)
    write(page.panel, "Passord", SAID)
    press(page.panel, "Vis arket")
    assert [p for p in page.panel.findChildren(PaperPreview) if p.isVisible()]
    assert the_field(page.panel, "Passord").text() == ""
    page.leave()
    assert not [p for p in page.panel.findChildren(PaperPreview) if p.isVisible()]


def test_a_copy_is_made_listed_and_tried(page, copies, qtbot):
    open_tab(page, "security")
    assert "Ingen kopier ennå." in words_on(page.panel)
    press(page.panel, "Lag kopi nå")
    qtbot.waitUntil(lambda: "Kopien er laget og kontrollert." in words_on(page.panel), timeout=10_000)
    assert "Kopi 1" in words_on(page.panel)
    press(page.panel, "Prøv å hente tilbake")
    qtbot.waitUntil(lambda: "Prøven gikk bra" in words_on(page.panel), timeout=10_000)
    assert "Kopi 1 kan hentes tilbake" in words_on(page.panel)


def test_a_damaged_copy_does_not_pass_the_trial(page, copies, qtbot):
    open_tab(page, "security")
    press(page.panel, "Lag kopi nå")
    qtbot.waitUntil(lambda: "Kopien er laget og kontrollert." in words_on(page.panel), timeout=10_000)
    copy = copies.newest()
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    press(page.panel, "Prøv å hente tilbake")
    qtbot.waitUntil(lambda: "Prøven gikk ikke" in words_on(page.panel), timeout=10_000)
    assert "skadet" in words_on(page.panel)
    assert "En av kopiene er skadet" in copies.notice()


def test_a_second_place_gets_a_copy_too(page, copies, qtbot, tmp_path):
    open_tab(page, "security")
    page._asking.answer = tmp_path / "pinne"
    page._asking.answer.mkdir()
    press(page.panel, "Velg sted nummer to")
    assert machines.read().second_folder == str(tmp_path / "pinne")
    assert "Mappen ligger på samme disk som saksfilen" in words_on(page.panel)
    press(page.panel, "Lag kopi nå")
    qtbot.waitUntil(lambda: "Kopien er laget og kontrollert." in words_on(page.panel), timeout=10_000)
    assert [copy.name for copy in copies_in(tmp_path / "pinne")] == ["saker-000001.bolig-kopi"]
    assert copies.notice() == ""
    press(page.panel, "Ikke bruk dette stedet")
    assert machines.read().second_folder == ""


def test_restoring_is_asked_about_and_handed_on(page, qtbot):
    open_tab(page, "security")
    press(page.panel, "Hent tilbake fra kopi")
    box = the_dialog()
    with qtbot.waitSignal(page.restore_wanted):
        press(box, "Lukk og velg kopi")
