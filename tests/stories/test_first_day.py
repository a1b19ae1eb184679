"""Her first day, through the real window by visible words: make a file, let a home, print, close, open, find it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

import drive
from bolig_desktop import clock, paths
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import open_case
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.program import Program

TODAY = date(2026, 11, 22)
PASSPHRASE = "korrekt hest batteri stift"


@pytest.fixture
def programs(qtbot):
    """Start programs that are put away afterwards, whatever happened; an error in a slot fails the test."""
    started = []

    def start():
        program = Program(clock.fixed(TODAY))
        started.append(program)
        program.begin(None)
        qtbot.waitUntil(lambda: program.unlock.isVisible())
        drive.settle()
        return program

    yield start
    for program in started:
        program.crashes.remove()
        if program.workspace is not None:
            program.workspace.window.close()
        program.unlock.close()
        program.unlock.deleteLater()
        drive.settle()
        assert program.crashes.reports == []


def seen_soon(qtbot, root, words):
    qtbot.waitUntil(lambda: words in drive.seen(root), timeout=15_000)


def make_a_file(qtbot, program):
    window = program.unlock
    drive.press(window, "Ny saksfil")
    drive.write(window, "Kommunens navn", "Nordvik kommune")
    drive.write(window, "Enhet", "Flyktningtjenesten")
    drive.write(window, "Passord", PASSPHRASE)
    drive.write(window, "Passordet en gang til", PASSPHRASE)
    drive.press(window, "Lag saksfilen")
    seen_soon(qtbot, window, "Skriv ut nøkkelarket")
    letters = program.unlock.opening.open_file().sheet_text().replace("-", "")
    drive.press(window, "Jeg har arket foran meg")
    seen_soon(qtbot, window, "Skriv fire tegn fra arket")
    for box in [line for line in window.findChildren(QLineEdit) if line.isVisible()]:
        position = int(box.accessibleName().split()[1])
        QTest.keyClicks(box, letters[position - 1])
    drive.press(window, "Fullfør")
    seen_soon(qtbot, window, "Hvor skal kopi nummer to ligge?")
    drive.press(window, "Senere")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=15_000)
    drive.settle()
    return program.workspace.window


def let_a_dwelling(window):
    assert "Bostøtte: søknadsfrist" in drive.lines(window), "the first page says what has a date"
    drive.press(window, "Boliger")
    drive.press(window, "Ny bolig")
    drive.write(window, "Gateadresse", "Øvre Strandgate 101 C")
    drive.write(window, "Bruksenhet", "H0201")
    drive.write(window, "Leie per måned", "9 500,-")
    drive.press(window, "Opprett bolig")
    drive.press(window, "Husstander")
    drive.press(window, "Ny husstand")
    drive.press(window, "Opprett husstand")
    drive.write(window, "Hva heter personen?", "Selam Tesfay")
    drive.press(window, "Ny person")
    drive.write(window, "Født", "4.3.88")
    drive.press(window, "Legg til")
    drive.press(window, "Nytt leieforhold")
    drive.write(window, "Bolig eller rom", "strandg")
    drive.write(window, "Fra", "1.12.26")
    drive.press(window, "Opprett leieforhold")


def save_the_lease(qtbot, window, target):
    drive.press(window, "Skriv ut leieavtale")
    dialog = drive.the_dialog(IssueDialog)
    seen_soon(qtbot, dialog, "Side 1 av 4")
    dialog.choose_file = lambda over, name: target
    drive.press(dialog, "Lagre som PDF")
    drive.press(dialog, "Lukk")


@pytest.fixture
def whole_day(programs, qtbot, tmp_path):
    def live():
        program = programs()
        window = make_a_file(qtbot, program)
        let_a_dwelling(window)
        save_the_lease(qtbot, window, tmp_path / "avtale.pdf")
        window.close()
        drive.settle()
        assert program.open_file is None

        program = programs()
        drive.write(program.unlock, "Passord", PASSPHRASE)
        drive.press(program.unlock, "Åpne")
        qtbot.waitUntil(lambda: program.workspace is not None, timeout=15_000)
        window = program.workspace.window
        window.search.setFocus()
        QTest.keyClicks(window.search, "selam tesfai")
        drive.settle()
        QTest.keyClick(window.search, Qt.Key.Key_Return)
        drive.settle()
        return window

    return live


def _check(window, tmp_path):
    from pypdf import PdfReader

    assert "Selam Tesfay" in drive.seen(window)
    drive.press(window, "Papirer")
    drive.open_line(window, "Leieavtale")
    assert "D1 Leieavtale for bolig" in drive.seen(window)
    window.close()
    drive.settle()
    words = " ".join(page.extract_text() for page in PdfReader(tmp_path / "avtale.pdf").pages)
    assert "Øvre Strandgate 101 C" in words and "Selam Tesfay" in words
    file = next(paths.case_folder().glob("*.bolig"))
    opened = open_case(file, passphrase=PASSPHRASE)
    try:
        case = case_of(opened, clock.fixed(TODAY))
        tenancy, paper = case.tenancies.list()[0], case.papers.list()[0]
        assert (tenancy.starts_on, tenancy.ends_on, tenancy.rent_nok) == (date(2026, 12, 1), date(2029, 11, 30), 9500)
        assert paper.content == (tmp_path / "avtale.pdf").read_bytes()
        assert paper.recipient == "Selam Tesfay"
    finally:
        opened.close()
    assert list((file.parent / f"{file.stem}-kopier").glob("*.bolig-kopi")), "no copy was made at close"


def test_from_an_empty_machine_to_a_signed_lease(whole_day, tmp_path):
    _check(whole_day(), tmp_path)


@pytest.mark.window
def test_the_same_on_a_real_screen(whole_day, tmp_path):
    assert QApplication.platformName() == "xcb"
    _check(whole_day(), tmp_path)
