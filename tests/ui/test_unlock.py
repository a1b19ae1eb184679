"""From nothing to an open case file, and back in again, by the words on the screen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.sheet import plain_letters
from bolig_desktop.security.slots import Cost
from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.settings.records import Municipality
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.window import UnlockWindow

TODAY = date(2026, 11, 22)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SAID = "fire grønne elger danser"


class Answers(Asking):
    """Answers the system's windows."""

    def __init__(self):
        self.path = None

    def case_file(self, over, start):
        return self.path

    new_case_file = copy = folder = pdf = case_file


class Driver:
    """Finds things by their words, as she does."""

    def __init__(self, qtbot, machine=None, path=None):
        self.qtbot, self.machine, self.asking = qtbot, machine or Machine(), Answers()
        self.window = UnlockWindow(self.machine, clock.fixed(TODAY), asking=self.asking, cost=CHEAP)
        qtbot.addWidget(self.window)
        self.opened = []
        self.window.opened.connect(self.opened.append)
        self.window.begin(path)
        self.window.show()

    def buttons(self):
        return [b for b in self.window.findChildren(QPushButton) if b.isVisibleTo(self.window) and b.text()]

    def button(self, words):
        return next(b for b in self.buttons() if b.text() == words)

    def press(self, words):
        self.qtbot.mouseClick(self.button(words), Qt.MouseButton.LeftButton)

    def type(self, label, words):
        found = [e for e in self.window.findChildren(QLineEdit) if e.accessibleName() == label]
        entry = next(e for e in found if e.isVisibleTo(self.window))
        entry.clear()
        self.qtbot.keyClicks(entry, words)

    def words(self):
        return " ".join(w.text() for w in self.window.findChildren(QLabel) if w.isVisibleTo(self.window))

    def until(self, words):
        self.qtbot.waitUntil(lambda: words in self.words(), timeout=10_000)

    def the_file(self):
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=10_000)
        return self.opened[0]

    def fill_in_new(self):
        self.press("Ny saksfil")
        self.type("Kommunens navn", "Nordvik kommune")
        self.type("Enhet", "Flyktningtjenesten")
        self.type("Passord", SAID)
        self.type("Passordet en gang til", SAID)

    def type_letters(self, wrong=False):
        file = self.window.opening.open_file()
        letters = plain_letters(file.sheet_text())
        for position in file.asked_positions():
            right = letters[position - 1]
            self.type(f"Tegn {position}", right if not wrong else "A" if right != "A" else "B")
        self.press("Fullfør")


@pytest.fixture
def drive(qtbot):
    made = []

    def start(machine=None, path=None):
        made.append(Driver(qtbot, machine, path))
        return made[-1]

    yield start
    for one in made:
        one.window.opening.leave()
        for file in one.opened:
            file.close()


@pytest.fixture
def path(tmp_path):
    """A case file with a passphrase, its sheet on paper, closed."""
    file = create_case(tmp_path / "saker.bolig", SAID, typed_back=False, cost=CHEAP)
    case_of(file).save(Municipality(name="Nordvik kommune"))
    file.close()
    return file.path


def test_a_new_file_by_way_of_its_sheet(drive):
    she = drive()
    she.fill_in_new()
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")
    assert not she.opened
    she.press("Jeg har arket foran meg")
    she.type_letters(wrong=True)
    she.until("Minst ett tegn er ikke likt arket")
    assert not she.opened
    she.type_letters()
    she.until("Hvor skal kopi nummer to ligge?")
    she.press("Senere")
    file = she.the_file()
    municipality = case_of(file).settings.municipality()
    assert (municipality.name, municipality.unit) == ("Nordvik kommune", "Flyktningtjenesten")
    assert file.path.name == "nordvik-kommune.bolig"
    assert machines.read().last_file == str(file.path)
    assert machines.read().reminded_on == "2026-11-22"


def test_the_known_file_opens_with_its_passphrase(drive, path):
    she = drive(Machine(last_file=str(path)))
    she.type("Passord", SAID)
    she.press("Åpne")
    assert case_of(she.the_file()).settings.municipality().name == "Nordvik kommune"


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(drive, path):
    she = drive(Machine(last_file=str(path)))
    she.type("Passord", SAID.upper())
    she.press("Åpne")
    she.until("Passordet stemmer ikke")
    assert not she.opened
    she.type("Passord", SAID)
    she.press("Åpne")
    she.the_file()
