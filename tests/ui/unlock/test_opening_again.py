"""Back into a case file, and what stands in the way of it, by the words on the screen."""

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit
from unlock_seen import CHEAP, SAID

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import backup
from bolig_desktop.security.opening import open_case
from bolig_desktop.settings.machine import Machine
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import words
from drive import buttons, press, words_on, write


def copied(path):
    """Make a copy of the file beside it."""
    file = open_case(path, passphrase=SAID, cost=CHEAP)
    copy = backup.make_copy(file, backup.default_folder(path), reason="close")
    file.close()
    return copy


def damage(path, at):
    """Change one bit of a file, and return what it holds now."""
    content = bytearray(path.read_bytes())
    content[at] ^= 1
    path.write_bytes(content)
    return bytes(content)


def test_the_known_file_opens_with_its_passphrase(unlock, path):
    she = unlock(Machine(last_file=str(path)))
    she.give_passphrase()
    assert case_of(she.the_file()).settings.municipality().name == "Nordvik kommune"


def test_a_wrong_passphrase_is_said_and_can_be_tried_again(unlock, path):
    she = unlock(Machine(last_file=str(path)))
    write(she.window, "Passord", SAID.upper())
    press(she.window, "Åpne")
    she.until("Passordet stemmer ikke")
    assert not she.opened
    she.give_passphrase()
    she.the_file()


def test_the_sheet_opens_it_and_a_new_passphrase_is_chosen(unlock, path):
    file = open_case(path, passphrase=SAID, cost=CHEAP)
    letters = file.sheet_text()
    file.close()
    she = unlock(Machine(last_file=str(path)))
    press(she.window, "Bruk nøkkelarket")
    write(she.window, "Bokstavene på nøkkelarket", letters.lower()[:-1])
    press(she.window, "Åpne")
    assert "Det skal være 30 tegn. Her er det 29." in words_on(she.window)
    write(she.window, "Bokstavene på nøkkelarket", letters.lower().replace("-", " "))
    press(she.window, "Åpne")
    she.until("Velg et nytt passord")
    write(she.window, "Passord", "helt nytt")
    write(she.window, "Passordet en gang til", "helt nytt")
    press(she.window, "Bruk det nye passordet")
    she.the_file().close()
    open_case(path, passphrase="helt nytt", cost=CHEAP).close()


def test_what_was_found_at_opening_is_said_before_the_window_comes(unlock, path):
    path.with_suffix(".nokkel").unlink()
    she = unlock(Machine(last_file=str(path)))
    she.give_passphrase()
    she.until("Nøkkelfilen ved siden av saksfilen manglet")
    assert not she.opened
    press(she.window, "Gå videre")
    she.the_file()


def test_a_file_in_use_can_be_tried_again(unlock, path):
    other = open_case(path, passphrase=SAID, cost=CHEAP)
    she = unlock(Machine(last_file=str(path)))
    she.give_passphrase()
    she.until("Saksfilen er åpen i et annet vindu")
    other.close()
    press(she.window, "Prøv igjen")
    she.the_file()


def test_a_damaged_file_is_taken_back_from_its_copy_and_kept(unlock, path):
    copy = copied(path)
    damaged = damage(path, 5000)
    she = unlock(Machine(last_file=str(path)))
    she.give_passphrase()
    she.until("Nøkkelen er riktig, men saksfilen er skadet")
    press(she.window, "Hent tilbake fra kopi")
    write(she.window, "Passord", "feil")
    press(she.window, "Hent tilbake")
    she.until("Passordet stemmer ikke")
    assert path.read_bytes() == damaged
    write(she.window, "Passord", SAID)
    press(she.window, "Hent tilbake")
    she.until("Saksfilen som lå der fra før, er tatt vare på")
    press(she.window, "Gå videre")
    assert case_of(she.the_file()).settings.municipality().name == "Nordvik kommune"
    kept = [other for other in path.parent.glob("*.bolig") if other != path]
    assert [other.read_bytes() for other in kept] == [damaged]
    assert copy.exists()


@pytest.mark.parametrize("begun", [lambda path: (Machine(last_file=str(path)),), lambda path: (Machine(), path)])
def test_a_file_that_is_gone_is_said_and_nothing_new_is_begun(unlock, tmp_path, begun):
    she = unlock(*begun(tmp_path / "borte.bolig"))
    assert "Saksfilen ligger ikke her lenger" in words_on(she.window)
    assert {"Ny saksfil", "Åpne en fil", "Hent tilbake fra kopi"} <= set(buttons(she.window))


@pytest.mark.parametrize("kind", list(TroubleKind))
def test_every_trouble_has_its_own_sentence_and_none_offers_to_delete(unlock, path, kind):
    she = unlock(Machine(last_file=str(path)))
    she.window.opening._say(FileTrouble(kind, service="OneDrive", copy="kopi"))
    banner = she.window.opening.step.banner()
    said = " ".join(label.text() for label in banner.findChildren(QLabel) if label.text())
    assert said.replace(" ", "") == trouble_sentence(FileTrouble(kind), "nb").replace(" ", "")
    words = " ".join(buttons(she.window)).lower()
    assert not any(bad in words for bad in ("slett", "fjern", "begynn på nytt"))


def test_what_went_wrong_at_locking_is_told(unlock, path):
    she = unlock(path=path)
    she.window.tell("Kopien ble ikke laget.")
    she.until("Kopien ble ikke laget.")
    she.give_passphrase()
    she.the_file()


def test_a_copy_whose_database_is_damaged_is_read_another_way(unlock, path):
    copy = copied(path)
    damage(copy, copy.stat().st_size // 2)
    path.unlink()
    she = unlock(Machine(last_file=str(path)))
    press(she.window, "Hent tilbake fra kopi")
    write(she.window, "Passord", SAID)
    press(she.window, "Hent tilbake")
    she.until("Denne kopien er skadet")
    press(she.window, "Prøv å lese kopien på en annen måte")
    assert case_of(she.the_file()).settings.municipality().name == "Nordvik kommune"


def test_nothing_typed_stays_in_the_window_once_the_file_is_open(unlock, path):
    she = unlock(Machine(last_file=str(path)))
    she.give_passphrase()
    she.the_file()
    she.qtbot.waitUntil(lambda: not [e for e in she.window.findChildren(QLineEdit) if e.text()])


def test_the_locked_window_speaks_the_language_chosen_since(unlock, path):
    she = unlock(Machine(last_file=str(path)))
    she.window.hide()
    words.speak("nn")
    she.window.begin(path, locked=True)
    assert she.window.languages.currentData() == "nn"
