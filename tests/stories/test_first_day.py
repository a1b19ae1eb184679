"""Her first day, through the real window by visible words: make a file, let a home, print, close, open, find it."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from bolig_desktop import clock, paths
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import open_case
from bolig_desktop.ui.documents.issue import IssueDialog
from drive import lines, open_line, press, seen, settle, the_dialog, write

TODAY = date(2026, 11, 22)
PASSPHRASE = "korrekt hest batteri stift"


def seen_soon(qtbot, root, words):
    qtbot.waitUntil(lambda: words in seen(root), timeout=15_000)


def make_a_file(qtbot, program):
    window = program.unlock
    press(window, "Ny saksfil")
    write(window, "Kommunens navn", "Nordvik kommune")
    write(window, "Enhet", "Flyktningtjenesten")
    write(window, "Passord", PASSPHRASE)
    write(window, "Passordet en gang til", PASSPHRASE)
    press(window, "Lag saksfilen")
    seen_soon(qtbot, window, "Skriv ut nøkkelarket")
    letters = program.unlock.opening.open_file().sheet_text().replace("-", "")
    press(window, "Jeg har arket foran meg")
    seen_soon(qtbot, window, "Skriv fire tegn fra arket")
    for box in [line for line in window.findChildren(QLineEdit) if line.isVisible()]:
        position = int(box.accessibleName().split()[1])
        QTest.keyClicks(box, letters[position - 1])
    press(window, "Fullfør")
    seen_soon(qtbot, window, "Hvor skal kopi nummer to ligge?")
    press(window, "Senere")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=15_000)
    settle()
    return program.workspace.window


def let_a_dwelling(window):
    assert "Bostøtte: søknadsfrist" in lines(window), "the first page says what has a date"
    press(window, "Boliger")
    press(window, "Ny bolig")
    write(window, "Gateadresse", "Øvre Strandgate 101 C")
    write(window, "Bruksenhet", "H0201")
    write(window, "Leie per måned", "9 500,-")
    press(window, "Opprett bolig")
    press(window, "Husstander")
    press(window, "Ny husstand")
    press(window, "Opprett husstand")
    write(window, "Hva heter personen?", "Selam Tesfay")
    press(window, "Ny person")
    write(window, "Født", "4.3.88")
    press(window, "Legg til")
    press(window, "Nytt leieforhold")
    write(window, "Bolig eller rom", "strandg")
    write(window, "Fra", "1.12.26")
    press(window, "Opprett leieforhold")


def save_the_lease(qtbot, window, target):
    press(window, "Skriv ut leieavtale")
    dialog = the_dialog(IssueDialog)
    seen_soon(qtbot, dialog, "Side 1 av 4")
    dialog.choose_file = lambda over, name: target
    press(dialog, "Lagre som PDF")
    press(dialog, "Lukk")


@pytest.fixture
def whole_day(start, qtbot, tmp_path):
    def live():
        program = start()
        window = make_a_file(qtbot, program)
        let_a_dwelling(window)
        save_the_lease(qtbot, window, tmp_path / "avtale.pdf")
        window.close()
        qtbot.waitUntil(lambda: program.closing is None, timeout=15_000)
        assert program.open_file is None

        program = start()
        write(program.unlock, "Passord", PASSPHRASE)
        press(program.unlock, "Åpne")
        qtbot.waitUntil(lambda: program.workspace is not None, timeout=15_000)
        window = program.workspace.window
        window.search.setFocus()
        QTest.keyClicks(window.search, "selam tesfai")
        settle()
        QTest.keyClick(window.search, Qt.Key.Key_Return)
        settle()
        return program

    return live


def _check(program, tmp_path, qtbot):
    from pypdf import PdfReader

    window = program.workspace.window
    assert "Selam Tesfay" in seen(window)
    press(window, "Papirer")
    open_line(window, "Leieavtale")
    assert "D1 Leieavtale for bolig" in seen(window)
    window.close()
    qtbot.waitUntil(lambda: program.closing is None, timeout=15_000)
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


def test_from_an_empty_machine_to_a_signed_lease(whole_day, tmp_path, qtbot):
    _check(whole_day(), tmp_path, qtbot)


@pytest.mark.window
def test_the_same_on_a_real_screen(whole_day, tmp_path, qtbot):
    assert QApplication.platformName() == "xcb"
    _check(whole_day(), tmp_path, qtbot)
