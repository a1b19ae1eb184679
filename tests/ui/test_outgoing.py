"""The File menu: a calendar file and a handover, asked about, written whole or not at all, and filed nowhere."""

import re

import pypdfium2
import pytest
from icalendar import Calendar

from bolig_desktop.ui.documents.handover import show_handover
from bolig_desktop.ui.documents.unfiled import UnfiledDialog
from bolig_desktop.ui.words import speak
from build import a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import choose_act, press, the_dialog, words_on
from windows import open_window


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    a_tenancy(case)
    return open_window(qtbot, case)


def test_the_calendar_says_what_is_in_it_before_it_is_written(window, tmp_path):
    target = tmp_path / "bolig.ics"
    window.workspace.outgoing.choose_file = lambda over, name: tmp_path / name
    choose_act(window.menu("file"), "Skriv kalenderfil …")
    assert "ingen navn" in words_on(the_dialog()) and not target.exists()
    press(the_dialog(), "Velg hvor …")
    events = Calendar.from_ical(target.read_bytes()).events
    assert f"{len(events)} datoer er skrevet" in window.toast.label.text()


def test_the_calendar_speaks_the_language_of_the_screen(qtbot, case, tmp_path):
    a_municipality(case)
    speak("en")
    try:
        outgoing = open_window(qtbot, case).workspace.outgoing
        outgoing.choose_file = lambda over, name: tmp_path / name
        outgoing.write_calendar()
    finally:
        speak("nb")
    assert "search for the number" in (tmp_path / "bolig.ics").read_text("utf-8").replace("\n ", "")


@pytest.mark.parametrize("answer", ["Avbryt", "let be"])
def test_who_thinks_better_of_it_gets_no_file(window, tmp_path, answer):
    window.workspace.outgoing.choose_file = lambda over, name: None
    choose_act(window.menu("file"), "Skriv kalenderfil …")
    press(the_dialog(), "Avbryt" if answer == "Avbryt" else "Velg hvor …")
    assert not window.toast.isVisible() and not list(tmp_path.glob("*.ics"))


def test_a_place_where_nothing_can_lie_is_told(window, tmp_path):
    window.workspace.outgoing.choose_file = lambda over, name: tmp_path / "ingen" / name
    window.workspace.outgoing.write_calendar()
    assert "kunne ikke lagres" in window.toast.label.text()


def test_the_handover_is_shown_saved_and_filed_nowhere(window, case, tmp_path):
    choose_act(window.menu("file"), "Overlevering til vikar …")
    shown = the_dialog()
    assert (
        isinstance(shown, UnfiledDialog)
        and "arkiveres ikke" in words_on(shown)
        and "under «Kommunen»" in words_on(shown)
    )
    shown.choose_file = lambda over, name: tmp_path / name
    press(shown, "Lagre som PDF")
    text = pypdfium2.PdfDocument(tmp_path / "overlevering.pdf")[0].get_textpage().get_text_range()
    assert "Overlevering til vikar" in text
    assert case.papers.count() == 0
    box = shown.preview.language_box
    box.setCurrentIndex(box.findData("nn"))
    box.activated.emit(box.currentIndex())
    press(shown, "Lagre som PDF")
    text = pypdfium2.PdfDocument(tmp_path / "overlevering.pdf")[0].get_textpage().get_text_range()
    assert "Slik opnar du programmet" in text
    shown.choose_file = lambda over, name: tmp_path / "ingen" / name
    press(shown, "Lagre som PDF")
    assert "kunne ikke lagres" in words_on(shown)
    press(shown, "Lukk")


def test_with_where_things_are_written_it_asks_for_nothing(window, case):
    a_municipality(case, where_things_are="I safen.")
    shown = show_handover(window, window.session)
    assert "under «Kommunen»" not in words_on(shown)
    shown.reject()


def test_a_paper_that_cannot_be_made_is_told_in_a_sentence(window, case):
    a_household(case, a_person(case, given_name="漢字"))
    choose_act(window.menu("file"), "Overlevering til vikar …")
    assert "漢" in words_on(the_dialog())
    the_dialog().accept()


def test_no_name_stands_in_the_window_about_it(window, case):
    a_shielded_household(case)
    choose_act(window.menu("file"), "Overlevering til vikar …")
    assert the_dialog().windowTitle() == "Bolig" and "Tesfay" not in words_on(the_dialog())
    the_dialog().reject()


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_letter_of_the_menu_is_there_once(qtbot, case, lang):
    a_municipality(case)
    speak(lang)
    try:
        window = open_window(qtbot, case)
        letters = re.findall(r"&(\w)", "".join(a.text() for a in window.menu("file").actions()).lower())
    finally:
        speak("nb")
    assert len(letters) >= 5 and len(letters) == len(set(letters))
