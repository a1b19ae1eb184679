"""The File menu: a calendar file and a handover, asked about, written whole or not at all, and filed nowhere."""

import re

import pypdfium2
import pytest
from icalendar import Calendar
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QPushButton

from bolig_desktop.ui.documents.handover import show_handover
from bolig_desktop.ui.documents.unfiled import UnfiledDialog
from bolig_desktop.ui.words import speak
from bolig_desktop.ui.workspace import Workspace
from build import a_household, a_municipality, a_person, a_shielded_household, a_tenancy


@pytest.fixture
def workspace(qtbot, case, shown):
    a_municipality(case)
    a_tenancy(case)
    made = Workspace(case, {})
    made.window.resize(1280, 720)
    shown(made.window, 1280, 720)
    return made


def choose(workspace, words):
    action = next(a for a in workspace.window.menu("file").actions() if a.text().replace("&", "") == words)
    action.trigger()
    QApplication.processEvents()


def dialog():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible())


def press(inside, words):
    next(b for b in inside.findChildren(QPushButton) if b.isVisible() and b.text() == words).click()
    QApplication.processEvents()


def told(inside):
    return " ".join(label.text() for label in inside.findChildren(QLabel) if label.isVisible())


def test_the_calendar_says_what_is_in_it_before_it_is_written(workspace, tmp_path):
    target = tmp_path / "bolig.ics"
    workspace.outgoing.choose_file = lambda over, name: tmp_path / name
    choose(workspace, "Skriv kalenderfil …")
    assert "ingen navn" in told(dialog()) and not target.exists()
    press(dialog(), "Velg hvor …")
    events = Calendar.from_ical(target.read_bytes()).events
    assert f"{len(events)} datoer er skrevet" in workspace.window.toast.label.text()


def test_the_calendar_speaks_the_language_of_the_screen(qtbot, case, shown, tmp_path):
    a_municipality(case)
    speak("en")
    try:
        made = Workspace(case, {})
        shown(made.window)
        made.outgoing.choose_file = lambda over, name: tmp_path / name
        made.outgoing.write_calendar()
    finally:
        speak("nb")
    assert "search for the number" in (tmp_path / "bolig.ics").read_text("utf-8").replace("\n ", "")


@pytest.mark.parametrize("answer", ["Avbryt", "let be"])
def test_who_thinks_better_of_it_gets_no_file(workspace, tmp_path, answer):
    workspace.outgoing.choose_file = lambda over, name: None
    choose(workspace, "Skriv kalenderfil …")
    press(dialog(), "Avbryt" if answer == "Avbryt" else "Velg hvor …")
    assert not workspace.window.toast.isVisible() and not list(tmp_path.glob("*.ics"))


def test_a_place_where_nothing_can_lie_is_told(workspace, tmp_path):
    workspace.outgoing.choose_file = lambda over, name: tmp_path / "ingen" / name
    workspace.outgoing.write_calendar()
    assert "kunne ikke lagres" in workspace.window.toast.label.text()


def test_the_handover_is_shown_saved_and_filed_nowhere(workspace, case, tmp_path):
    choose(workspace, "Overlevering til vikar …")
    shown = dialog()
    assert isinstance(shown, UnfiledDialog) and "arkiveres ikke" in told(shown) and "under «Kommunen»" in told(shown)
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
    assert "kunne ikke lagres" in told(shown)
    press(shown, "Lukk")


def test_with_where_things_are_written_it_asks_for_nothing(workspace, case):
    a_municipality(case, where_things_are="I safen.")
    shown = show_handover(workspace.window, workspace.session)
    assert "under «Kommunen»" not in told(shown)
    shown.reject()


def test_a_paper_that_cannot_be_made_is_told_in_a_sentence(workspace, case):
    a_household(case, a_person(case, given_name="漢字"))
    choose(workspace, "Overlevering til vikar …")
    assert "漢" in told(dialog())
    dialog().accept()


def test_no_name_stands_in_the_window_about_it(workspace, case):
    a_shielded_household(case)
    choose(workspace, "Overlevering til vikar …")
    assert dialog().windowTitle() == "Bolig" and "Tesfay" not in told(dialog())
    dialog().reject()


@pytest.mark.parametrize("lang", ["nb", "nn", "en"])
def test_every_letter_of_the_menu_is_there_once(qtbot, case, lang):
    a_municipality(case)
    speak(lang)
    try:
        window = Workspace(case, {}).window
        qtbot.addWidget(window)
        letters = re.findall(r"&(\w)", "".join(a.text() for a in window.menu("file").actions()).lower())
    finally:
        speak("nb")
    assert len(letters) >= 5 and len(letters) == len(set(letters))
