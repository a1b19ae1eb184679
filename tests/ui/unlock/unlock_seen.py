"""What is done in the first window: a new case file made, its sheet read, a file opened."""

from datetime import date

from bolig_desktop import clock
from bolig_desktop.security.sheet import plain_letters
from bolig_desktop.security.slots import Cost
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.window import UnlockWindow
from drive import press, words_on, write

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


class Unlocking:
    """The first window on a machine, and the files it has opened."""

    def __init__(self, qtbot, machine=None, path=None):
        self.qtbot, self.machine, self.asking = qtbot, machine or Machine(), Answers()
        self.window = UnlockWindow(self.machine, clock.fixed(TODAY), asking=self.asking, cost=CHEAP)
        qtbot.addWidget(self.window)
        self.opened = []
        self.window.opened.connect(self.opened.append)
        self.window.begin(path)
        self.window.show()

    def until(self, words):
        self.qtbot.waitUntil(lambda: words in words_on(self.window), timeout=10_000)

    def the_file(self):
        self.qtbot.waitUntil(lambda: bool(self.opened), timeout=10_000)
        return self.opened[0]

    def fill_in_new(self):
        press(self.window, "Ny saksfil")
        write(self.window, "Kommunens navn", "Nordvik kommune")
        write(self.window, "Enhet", "Flyktningtjenesten")
        write(self.window, "Passord", SAID)
        write(self.window, "Passordet en gang til", SAID)

    def make_new(self):
        """Make a new file, up to where its sheet is to be printed."""
        self.fill_in_new()
        press(self.window, "Lag saksfilen")
        self.until("Skriv ut nøkkelarket")

    def type_letters(self, wrong=False):
        file = self.window.opening.open_file()
        letters = plain_letters(file.sheet_text())
        for position in file.asked_positions():
            right = letters[position - 1]
            write(self.window, f"Tegn {position}", right if not wrong else "A" if right != "A" else "B")
        press(self.window, "Fullfør")

    def give_passphrase(self):
        write(self.window, "Passord", SAID)
        press(self.window, "Åpne")
