"""Words on screen: bokmål in the code, other languages from their files."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QTreeView

from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui import words
from bolig_desktop.ui.settings.applying import apply_language
from bolig_desktop.ui.words import language, speak, tr


@pytest.fixture
def english(tmp_path, monkeypatch, qapp):
    folder = tmp_path / "screen" / "en"
    folder.mkdir(parents=True)
    (folder / "a.toml").write_text('"Ny bolig" = "New dwelling"\n["Side {page} av {all}"]\nx = "unused"\n', "utf-8")
    (folder / "b.toml").write_text('"{filled} av {all} fylt ut" = "{filled} of {all} filled in"\n', "utf-8")
    monkeypatch.setattr(words, "resources", lambda: tmp_path)
    speak("en")
    yield
    speak("nb")


def test_without_a_translator_the_words_are_bokmål(qapp):
    assert language() == "nb"
    assert tr("Ny bolig") == "Ny bolig"
    assert tr("{filled} av {all} fylt ut", filled=3, all=7) == "3 av 7 fylt ut"


def test_a_file_for_the_language_is_used_and_the_rest_stays_bokmål(english):
    assert language() == "en"
    assert tr("Ny bolig") == "New dwelling"
    assert tr("{filled} av {all} fylt ut", filled=3, all=7) == "3 of 7 filled in"
    assert tr("Noe ingen har oversatt") == "Noe ingen har oversatt"


def test_bokmål_comes_back(english):
    speak("nb")
    assert tr("Ny bolig") == "Ny bolig"


def test_braces_stand_where_there_are_no_facts(qapp):
    assert tr("et {tegn}") == "et {tegn}"


def test_a_language_the_screen_does_not_have_is_refused(qapp):
    with pytest.raises(ValueError, match="so"):
        speak("so")


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_qts_own_words_are_norwegian_too(qtbot, lang):
    speak(lang)
    line = QLineEdit()
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    words = {action.text().split("\t")[0].replace("&", "") for action in menu.actions() if action.text()}
    menu.deleteLater()
    speak("nb")
    assert {"Angre", "Klipp ut", "Kopier", "Lim inn", "Slett", "Merk alt"} <= words
    assert not words & {"Undo", "Cut", "Copy", "Paste", "Delete", "Select All"}


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_the_window_for_files_is_norwegian_where_qt_draws_it(qtbot, tmp_path, lang):
    speak(lang)
    dialog = QFileDialog(None, "", str(tmp_path))
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    labels = {label.text().replace("&", "") for label in dialog.findChildren(QLabel)}
    headings = {dialog.findChild(QTreeView).model().headerData(at, Qt.Orientation.Horizontal) for at in range(4)}
    speak("nb")
    assert {"Filtype:", "Filnavn:" if lang == "nb" else "Filnamn:"} <= labels
    assert headings == {"Navn" if lang == "nb" else "Namn", "Plass", "Type", "Endret" if lang == "nb" else "Endra"}


def test_bokmål_is_spoken_from_the_start_so_that_qts_words_are_too(qapp):
    qapp.setProperty("boligLanguage", None)
    qapp.removeTranslator(qapp.property("boligWords"))
    apply_language(Machine())
    assert qapp.translate("QPlatformTheme", "Cancel") == "Avbryt"
