"""What is typed is kept, and what stands in the way is said, through the real window by visible words and keys."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import drive
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace
from build import a_dwelling, a_household, a_municipality


@pytest.fixture
def window(shown, case):
    a_municipality(case)
    workspace = Workspace(case, {})
    made = shown(workspace.window, 1280, 720)
    made.workspace = workspace
    return made


def go(window, topic, id=None, tab=""):
    window.go(Place(topic=topic, id=id, tab=tab))
    drive.settle()


def typing_all_the_while(qtbot, until):
    """Press a key over and over where the keyboard is, until something is so."""
    typist = QTimer()
    typist.timeout.connect(lambda: QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_A))
    typist.start(20)
    try:
        qtbot.waitUntil(until, timeout=3000)
    finally:
        typist.stop()


def test_one_who_types_without_a_pause_is_kept_too(qtbot, case, window):
    go(window, "dwellings", tab="new")
    drive.the_field(window, "Gateadresse").setFocus()
    typing_all_the_while(qtbot, lambda: bool(case.drafts.of_topic("dwellings")))


def test_a_line_in_a_list_typed_without_a_pause_is_kept_too(qtbot, case, window):
    go(window, "dwellings", a_dwelling(case).id, "keys")
    drive.press(window, "Legg til nøkkel")
    drive.the_field(window, "Nøkkel").setFocus()
    typing_all_the_while(qtbot, lambda: bool(case.drafts.of_topic("keys")))


def test_a_new_member_typed_without_a_pause_is_kept_too(qtbot, case, window):
    go(window, "households", a_household(case).id)
    drive.press(window, "Legg til medlem")
    drive.the_field(window, "Hva heter personen?").setFocus()
    typing_all_the_while(qtbot, lambda: bool(case.drafts.of_topic("new_member")))
