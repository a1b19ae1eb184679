"""From nothing to a case file of her own, by the words on the screen."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLineEdit
from unlock_seen import CHEAP, SAID

from bolig_desktop import paths
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import open_case
from bolig_desktop.security.sheet import plain_letters
from bolig_desktop.settings import machine as machines
from bolig_desktop.ui import words
from drive import press, the_button, words_on, write


def test_a_new_file_by_way_of_its_sheet(unlock):
    she = unlock()
    she.make_new()
    assert not she.opened
    press(she.window, "Jeg har arket foran meg")
    she.type_letters(wrong=True)
    she.until("Minst ett tegn er ikke likt arket")
    assert not she.opened
    she.type_letters()
    she.until("Hvor skal kopi nummer to ligge?")
    press(she.window, "Senere")
    file = she.the_file()
    municipality = case_of(file).settings.municipality()
    assert (municipality.name, municipality.unit) == ("Nordvik kommune", "Flyktningtjenesten")
    assert file.path.name == "nordvik-kommune.bolig"
    assert machines.read().last_file == str(file.path)
    assert machines.read().reminded_on == "2026-11-22"


def test_the_keyboard_is_enough(unlock, path):
    she = unlock()
    the_button(she.window, "Ny saksfil").setFocus()
    she.qtbot.keyClick(the_button(she.window, "Ny saksfil"), Qt.Key.Key_Return)
    write(she.window, "Kommunens navn", "Nordvik kommune")
    write(she.window, "Passord", SAID)
    write(she.window, "Passordet en gang til", SAID)
    again = next(e for e in she.window.findChildren(QLineEdit) if e.accessibleName() == "Passordet en gang til")
    she.qtbot.keyClick(again, Qt.Key.Key_Return)
    she.until("Skriv ut nøkkelarket")
    she.qtbot.keyClick(the_button(she.window, "Jeg har arket foran meg"), Qt.Key.Key_Return)
    file = she.window.opening.open_file()
    letters = plain_letters(file.sheet_text())
    first = she.window.opening.step.letters[file.asked_positions()[0]]
    she.qtbot.waitUntil(first.hasFocus)
    for position in file.asked_positions():
        she.qtbot.keyClicks(QApplication.focusWidget(), letters[position - 1].lower())
    she.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    she.until("Hvor skal kopi nummer to ligge?")
    she.qtbot.keyClick(the_button(she.window, "Senere"), Qt.Key.Key_Return)
    she.the_file()


def test_the_sheet_is_asked_for_again_when_the_program_was_stopped_in_between(unlock):
    she = unlock()
    she.make_new()
    path = she.window.opening.open_file().path
    she.window.close()
    later = unlock(machines.read())
    later.give_passphrase()
    later.until("Skriv ut nøkkelarket")
    assert not later.opened
    press(later.window, "Jeg har arket foran meg")
    later.type_letters()
    later.until("Hvor skal kopi nummer to ligge?")
    press(later.window, "Senere")
    file = later.the_file()
    assert file.path == path
    assert case_of(file).settings.municipality().name == "Nordvik kommune"


def test_what_was_said_about_the_name_goes_when_there_is_one(unlock):
    she = unlock()
    press(she.window, "Ny saksfil")
    press(she.window, "Lag saksfilen")
    assert "Skriv hva kommunen heter" in words_on(she.window)
    assert words_on(she.window).count("Skriv et passord.") == 1
    write(she.window, "Kommunens navn", "Nordvik")
    assert "Skriv hva kommunen heter" not in words_on(she.window)


@pytest.mark.parametrize(
    ("name", "once", "again", "said"),
    [
        ("", SAID, SAID, "Skriv hva kommunen heter"),
        ("Nordvik", "", "", "Skriv et passord."),
        ("Nordvik", SAID, SAID + "!", "De to er ikke like"),
    ],
)
def test_nothing_is_made_before_all_is_there(unlock, name, once, again, said):
    she = unlock()
    press(she.window, "Ny saksfil")
    for label, typed in (("Kommunens navn", name), ("Passord", once), ("Passordet en gang til", again)):
        write(she.window, label, typed)
    press(she.window, "Lag saksfilen")
    she.until(said)
    assert not list(paths.case_folder().parent.rglob("*.bolig"))


@pytest.mark.parametrize("mended", ["Passord", "Passordet en gang til"])
def test_that_the_two_differ_is_said_until_they_do_not(unlock, mended):
    one = unlock()
    one.fill_in_new()
    write(one.window, "Passordet en gang til" if mended == "Passord" else mended, SAID + "x")
    press(one.window, "Lag saksfilen")
    assert "De to er ikke like" in words_on(one.window)
    write(one.window, mended, SAID + "x" if mended == "Passord" else SAID)
    assert "De to er ikke like" not in words_on(one.window)


def test_a_weak_passphrase_is_told_and_not_refused(unlock):
    she = unlock()
    press(she.window, "Ny saksfil")
    write(she.window, "Kommunens navn", "Nordvik")
    write(she.window, "Passord", "nordvik")
    assert "Svakt" in words_on(she.window)
    write(she.window, "Passordet en gang til", "nordvik")
    press(she.window, "Lag saksfilen")
    she.until("Skriv ut nøkkelarket")


def test_a_place_that_is_taken_gets_another_name(unlock):
    paths.case_folder().mkdir(parents=True)
    (paths.case_folder() / "nordvik-kommune.bolig").write_bytes(b"something else")
    she = unlock()
    she.fill_in_new()
    assert "nordvik-kommune-2.bolig" in words_on(she.window)
    she.asking.path = paths.case_folder() / "nordvik-kommune.bolig"
    press(she.window, "Velg et annet sted")
    press(she.window, "Lag saksfilen")
    she.until("Her ligger det en fil med dette navnet fra før")
    assert she.asking.path.read_bytes() == b"something else"


def test_a_synced_folder_is_warned_of_and_takes_a_switch(unlock, tmp_path):
    she = unlock()
    she.fill_in_new()
    she.asking.path = tmp_path / "OneDrive - Nordvik kommune" / "saker.bolig"
    press(she.window, "Velg et annet sted")
    she.until("Denne mappen deles med en skytjeneste")
    press(she.window, "Lag saksfilen")
    assert not she.asking.path.exists()
    press(she.window, "For deg som vet hva det innebærer")
    assert not the_button(she.window, "Bruk denne mappen likevel").isEnabled()
    tick = next(b for b in she.window.findChildren(QCheckBox) if b.isVisibleTo(she.window))
    she.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(8, tick.height() // 2))
    press(she.window, "Bruk denne mappen likevel")
    press(she.window, "Lag saksfilen")
    she.until("Skriv ut nøkkelarket")


def test_the_second_place_must_be_there(unlock, tmp_path):
    she = unlock()
    she.make_new()
    press(she.window, "Jeg har arket foran meg")
    she.type_letters()
    she.until("Hvor skal kopi nummer to ligge?")
    write(she.window, "Mappe for kopi nummer to", str(tmp_path / "pinne"))
    press(she.window, "Bruk denne mappen")
    assert "Finner ikke mappen" in words_on(she.window)
    (tmp_path / "pinne").mkdir()
    press(she.window, "Bruk denne mappen")
    assert "Mappen ligger på samme disk som saksfilen" in words_on(she.window)
    assert not she.opened
    press(she.window, "Bruk denne mappen")
    she.the_file()
    assert machines.read().second_folder == str(tmp_path / "pinne")


def test_closing_the_window_half_way_lets_go_of_the_file(unlock):
    she = unlock()
    she.make_new()
    path = she.window.opening.open_file().path
    she.window.close()
    open_case(path, passphrase=SAID, cost=CHEAP).close()


def test_no_sheet_lies_on_the_disk(unlock, tmp_path):
    she = unlock()
    she.make_new()
    letters = she.window.opening.open_file().sheet_text()
    found = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not [file for file in found if file.suffix == ".pdf"]
    assert not [file for file in found if letters.encode() in file.read_bytes()]


def test_the_language_is_changed_before_anything_else(unlock):
    she = unlock()
    box = she.window.languages
    box.setCurrentIndex(box.findData("en"))
    box.activated.emit(box.currentIndex())
    assert machines.read().language == "en"
    assert words.language() == "en"
    assert she.window.opening.step.title.text()


def test_the_demo_is_made_and_opened_and_not_remembered(unlock):
    she = unlock()
    press(she.window, "Prøv demokommunen")
    she.qtbot.waitUntil(lambda: bool(she.opened), timeout=120_000)
    assert case_of(she.opened[0]).dwellings.count() > 40
    assert machines.read().last_file == ""


def test_the_first_window_brings_nothing_heavy():
    heavy = "reportlab pypdfium2 cryptography keyring babel phonenumbers stdnum rapidfuzz PySide6.QtPrintSupport"
    program = f"import sys, bolig_desktop.ui.unlock.window; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
