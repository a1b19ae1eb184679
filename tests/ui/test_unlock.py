"""From nothing to an open case file, and back in again, by the words on the screen."""

import subprocess
import sys
from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton

from bolig_desktop import clock, paths
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import backup
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.sheet import plain_letters
from bolig_desktop.security.slots import Cost
from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.settings.records import Municipality
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import words
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
    words.speak("nb")
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


def test_the_keyboard_is_enough(drive, path):
    she = drive()
    she.button("Ny saksfil").setFocus()
    she.qtbot.keyClick(she.button("Ny saksfil"), Qt.Key.Key_Return)
    she.type("Kommunens navn", "Nordvik kommune")
    she.type("Passord", SAID)
    she.type("Passordet en gang til", SAID)
    again = next(e for e in she.window.findChildren(QLineEdit) if e.accessibleName() == "Passordet en gang til")
    she.qtbot.keyClick(again, Qt.Key.Key_Return)
    she.until("Skriv ut nøkkelarket")
    she.qtbot.keyClick(she.button("Jeg har arket foran meg"), Qt.Key.Key_Return)
    file = she.window.opening.open_file()
    letters = plain_letters(file.sheet_text())
    first = she.window.opening.step.letters[file.asked_positions()[0]]
    she.qtbot.waitUntil(first.hasFocus)
    for position in file.asked_positions():
        she.qtbot.keyClicks(QApplication.focusWidget(), letters[position - 1].lower())
    she.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    she.until("Hvor skal kopi nummer to ligge?")
    she.qtbot.keyClick(she.button("Senere"), Qt.Key.Key_Return)
    she.the_file()


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


def test_the_sheet_is_asked_for_again_when_the_program_was_stopped_in_between(drive):
    she = drive()
    she.fill_in_new()
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")
    path = she.window.opening.open_file().path
    she.window.close()
    later = drive(machines.read())
    later.type("Passord", SAID)
    later.press("Åpne")
    later.until("Skriv ut nøkkelarket")
    assert not later.opened
    later.press("Jeg har arket foran meg")
    later.type_letters()
    later.until("Hvor skal kopi nummer to ligge?")
    later.press("Senere")
    file = later.the_file()
    assert file.path == path
    assert case_of(file).settings.municipality().name == "Nordvik kommune"


def test_what_was_said_about_the_name_goes_when_there_is_one(drive):
    she = drive()
    she.press("Ny saksfil")
    she.press("Lag saksfilen")
    assert "Skriv hva kommunen heter" in she.words()
    assert she.words().count("Skriv et passord.") == 1
    she.type("Kommunens navn", "Nordvik")
    assert "Skriv hva kommunen heter" not in she.words()


@pytest.mark.parametrize(
    ("name", "once", "again", "said"),
    [
        ("", SAID, SAID, "Skriv hva kommunen heter"),
        ("Nordvik", "", "", "Skriv et passord."),
        ("Nordvik", SAID, SAID + "!", "De to er ikke like"),
    ],
)
def test_nothing_is_made_before_all_is_there(drive, name, once, again, said):
    she = drive()
    she.press("Ny saksfil")
    for label, typed in (("Kommunens navn", name), ("Passord", once), ("Passordet en gang til", again)):
        she.type(label, typed)
    she.press("Lag saksfilen")
    she.until(said)
    assert not list(paths.case_folder().parent.rglob("*.bolig"))


@pytest.mark.parametrize("mended", ["Passord", "Passordet en gang til"])
def test_that_the_two_differ_is_said_until_they_do_not(drive, mended):
    one = drive()
    one.fill_in_new()
    one.type("Passordet en gang til" if mended == "Passord" else mended, SAID + "x")
    one.press("Lag saksfilen")
    assert "De to er ikke like" in one.words()
    one.type(mended, SAID + "x" if mended == "Passord" else SAID)
    assert "De to er ikke like" not in one.words()


def test_a_weak_passphrase_is_told_and_not_refused(drive):
    she = drive()
    she.press("Ny saksfil")
    she.type("Kommunens navn", "Nordvik")
    she.type("Passord", "nordvik")
    assert "Svakt" in she.words()
    she.type("Passordet en gang til", "nordvik")
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")


def test_a_place_that_is_taken_gets_another_name(drive):
    paths.case_folder().mkdir(parents=True)
    (paths.case_folder() / "nordvik-kommune.bolig").write_bytes(b"something else")
    she = drive()
    she.fill_in_new()
    assert "nordvik-kommune-2.bolig" in she.words()
    she.asking.path = paths.case_folder() / "nordvik-kommune.bolig"
    she.press("Velg et annet sted")
    she.press("Lag saksfilen")
    she.until("Her ligger det en fil med dette navnet fra før")
    assert she.asking.path.read_bytes() == b"something else"


def test_a_synced_folder_is_warned_of_and_takes_a_switch(drive, tmp_path):
    she = drive()
    she.fill_in_new()
    she.asking.path = tmp_path / "OneDrive - Nordvik kommune" / "saker.bolig"
    she.press("Velg et annet sted")
    she.until("Denne mappen deles med en skytjeneste")
    she.press("Lag saksfilen")
    assert not she.asking.path.exists()
    she.press("For deg som vet hva det innebærer")
    assert not she.button("Bruk denne mappen likevel").isEnabled()
    tick = next(b for b in she.window.findChildren(QCheckBox) if b.isVisibleTo(she.window))
    she.qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(8, tick.height() // 2))
    she.press("Bruk denne mappen likevel")
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")


def test_the_sheet_opens_it_and_a_new_passphrase_is_chosen(drive, path):
    file = open_case(path, passphrase=SAID, cost=CHEAP)
    letters = file.sheet_text()
    file.close()
    she = drive(Machine(last_file=str(path)))
    she.press("Bruk nøkkelarket")
    she.type("Bokstavene på nøkkelarket", letters.lower()[:-1])
    she.press("Åpne")
    assert "Det skal være 30 tegn. Her er det 29." in she.words()
    she.type("Bokstavene på nøkkelarket", letters.lower().replace("-", " "))
    she.press("Åpne")
    she.until("Velg et nytt passord")
    she.type("Passord", "helt nytt")
    she.type("Passordet en gang til", "helt nytt")
    she.press("Bruk det nye passordet")
    she.the_file().close()
    open_case(path, passphrase="helt nytt", cost=CHEAP).close()


def test_what_was_found_at_opening_is_said_before_the_window_comes(drive, path):
    path.with_suffix(".nokkel").unlink()
    she = drive(Machine(last_file=str(path)))
    she.type("Passord", SAID)
    she.press("Åpne")
    she.until("Nøkkelfilen ved siden av saksfilen manglet")
    assert not she.opened
    she.press("Gå videre")
    she.the_file()


def test_a_file_in_use_can_be_tried_again(drive, path):
    other = open_case(path, passphrase=SAID, cost=CHEAP)
    she = drive(Machine(last_file=str(path)))
    she.type("Passord", SAID)
    she.press("Åpne")
    she.until("Saksfilen er åpen i et annet vindu")
    other.close()
    she.press("Prøv igjen")
    she.the_file()


def test_a_damaged_file_is_taken_back_from_its_copy_and_kept(drive, path):
    file = open_case(path, passphrase=SAID, cost=CHEAP)
    copy = backup.make_copy(file, backup.default_folder(path), reason="close")
    file.close()
    damaged = bytearray(path.read_bytes())
    damaged[5000] ^= 1
    path.write_bytes(damaged)
    she = drive(Machine(last_file=str(path)))
    she.type("Passord", SAID)
    she.press("Åpne")
    she.until("Nøkkelen er riktig, men saksfilen er skadet")
    she.press("Hent tilbake fra kopi")
    she.type("Passord", "feil")
    she.press("Hent tilbake")
    she.until("Passordet stemmer ikke")
    assert path.read_bytes() == bytes(damaged)
    she.type("Passord", SAID)
    she.press("Hent tilbake")
    she.until("Saksfilen som lå der fra før, er tatt vare på")
    she.press("Gå videre")
    assert case_of(she.the_file()).settings.municipality().name == "Nordvik kommune"
    kept = [other for other in path.parent.glob("*.bolig") if other != path]
    assert [other.read_bytes() for other in kept] == [bytes(damaged)]
    assert copy.exists()


@pytest.mark.parametrize("begun", [lambda path: (Machine(last_file=str(path)),), lambda path: (Machine(), path)])
def test_a_file_that_is_gone_is_said_and_nothing_new_is_begun(drive, tmp_path, begun):
    she = drive(*begun(tmp_path / "borte.bolig"))
    assert "Saksfilen ligger ikke her lenger" in she.words()
    assert {"Ny saksfil", "Åpne en fil", "Hent tilbake fra kopi"} <= {b.text() for b in she.buttons()}


@pytest.mark.parametrize("kind", list(TroubleKind))
def test_every_trouble_has_its_own_sentence_and_none_offers_to_delete(drive, path, kind):
    she = drive(Machine(last_file=str(path)))
    she.window.opening._say(FileTrouble(kind, service="OneDrive", copy="kopi"))
    banner = she.window.opening.step.banner()
    said = " ".join(label.text() for label in banner.findChildren(QLabel) if label.text())
    assert said.replace(" ", "") == trouble_sentence(FileTrouble(kind), "nb").replace(" ", "")
    words = " ".join(b.text() for b in she.buttons()).lower()
    assert not any(bad in words for bad in ("slett", "fjern", "begynn på nytt"))


def test_the_second_place_must_be_there(drive, tmp_path):
    she = drive()
    she.fill_in_new()
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")
    she.press("Jeg har arket foran meg")
    she.type_letters()
    she.until("Hvor skal kopi nummer to ligge?")
    she.type("Mappe for kopi nummer to", str(tmp_path / "pinne"))
    she.press("Bruk denne mappen")
    assert "Finner ikke mappen" in she.words()
    (tmp_path / "pinne").mkdir()
    she.press("Bruk denne mappen")
    assert "Mappen ligger på samme disk som saksfilen" in she.words()
    assert not she.opened
    she.press("Bruk denne mappen")
    she.the_file()
    assert machines.read().second_folder == str(tmp_path / "pinne")


def test_closing_the_window_half_way_lets_go_of_the_file(drive):
    she = drive()
    she.fill_in_new()
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")
    path = she.window.opening.open_file().path
    she.window.close()
    open_case(path, passphrase=SAID, cost=CHEAP).close()


def test_no_sheet_lies_on_the_disk(drive, tmp_path):
    she = drive()
    she.fill_in_new()
    she.press("Lag saksfilen")
    she.until("Skriv ut nøkkelarket")
    letters = she.window.opening.open_file().sheet_text()
    found = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert not [file for file in found if file.suffix == ".pdf"]
    assert not [file for file in found if letters.encode() in file.read_bytes()]


def test_the_language_is_changed_before_anything_else(drive):
    she = drive()
    box = she.window.languages
    box.setCurrentIndex(box.findData("en"))
    box.activated.emit(box.currentIndex())
    assert machines.read().language == "en"
    assert words.language() == "en"
    assert she.window.opening.step.title.text()


def test_what_went_wrong_at_locking_is_told(drive, path):
    she = drive(path=path)
    she.window.tell("Kopien ble ikke laget.")
    she.until("Kopien ble ikke laget.")
    she.type("Passord", SAID)
    she.press("Åpne")
    she.the_file()


def test_the_demo_is_made_and_opened_and_not_remembered(drive):
    she = drive()
    she.press("Prøv demokommunen")
    she.qtbot.waitUntil(lambda: bool(she.opened), timeout=120_000)
    assert case_of(she.opened[0]).dwellings.count() > 40
    assert machines.read().last_file == ""


def test_the_first_window_brings_nothing_heavy():
    heavy = "reportlab pypdfium2 cryptography keyring babel phonenumbers stdnum rapidfuzz PySide6.QtPrintSupport"
    program = f"import sys, bolig_desktop.ui.unlock.window; print([m for m in {heavy.split()} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_copy_whose_database_is_damaged_is_read_another_way(drive, path):
    file = open_case(path, passphrase=SAID, cost=CHEAP)
    copy = backup.make_copy(file, backup.default_folder(path), reason="close")
    file.close()
    data = bytearray(copy.read_bytes())
    data[len(data) // 2] ^= 1
    copy.write_bytes(data)
    path.unlink()
    she = drive(Machine(last_file=str(path)))
    she.press("Hent tilbake fra kopi")
    she.type("Passord", SAID)
    she.press("Hent tilbake")
    she.until("Denne kopien er skadet")
    she.press("Prøv å lese kopien på en annen måte")
    assert case_of(she.the_file()).settings.municipality().name == "Nordvik kommune"


def test_nothing_typed_stays_in_the_window_once_the_file_is_open(drive, path):
    she = drive(Machine(last_file=str(path)))
    she.type("Passord", SAID)
    she.press("Åpne")
    she.the_file()
    she.qtbot.waitUntil(lambda: not [e for e in she.window.findChildren(QLineEdit) if e.text()])


def test_the_locked_window_speaks_the_language_chosen_since(drive, path):
    she = drive(Machine(last_file=str(path)))
    she.window.hide()
    words.speak("nn")
    she.window.begin(path, locked=True)
    assert she.window.languages.currentData() == "nn"
