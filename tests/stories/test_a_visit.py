"""A home visit from the plan to the follow-up: what is due, agreed, taken along, registered, left to do, and done."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import drive
from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.workspace import Workspace
from build import a_dwelling, a_household, a_municipality, a_person, a_tenancy
from windows import go

MONDAY = date(2026, 11, 23)


@pytest.fixture
def scene(qtbot):
    """A family that moved in a fortnight ago and has not been visited."""
    days = [MONDAY]
    case = CaseFile(open_in_memory(), clock=lambda: days[0])
    a_municipality(case, case_officer="Kari Nordli")
    home = a_dwelling(case, street="Storgata 14 B")
    family = a_household(case, a_person(case, language="ti"), name="familien Tesfay")
    a_tenancy(case, dwelling_id=home.id, household_id=family.id, starts_on=date(2026, 11, 9), ends_on=None)
    workspace = Workspace(case, {})
    window = workspace.window
    window.resize(1280, 720)
    qtbot.addWidget(window)
    window.show()
    drive.settle()
    yield case, window, days, workspace
    window.close()


def move_on(days, workspace, day):
    days[0] = day
    workspace.session.look_at_the_day()
    drive.settle()


def key(window, which, held=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(window.focusWidget() or window, which, held)
    drive.settle()


def paper_of(qtbot, window, words, tmp_path):
    """Press the button, save what comes as a file, and return the pages' words on screen."""
    drive.press(window, words)
    dialog = drive.the_dialog(IssueDialog)
    qtbot.waitUntil(lambda: "Side 1 av" in drive.seen(dialog), timeout=15_000)
    saved = []
    dialog.choose_file = lambda over, name: saved.append(tmp_path / name) or saved[-1]
    drive.press(dialog, "Lagre som PDF")
    drive.press(dialog, "Lukk")
    window.activateWindow()
    drive.settle()
    return saved[0].read_bytes()


def test_a_visit_from_plan_to_follow_up(qtbot, scene, tmp_path):
    case, window, days, workspace = scene
    # I dag says that week 1 has gone by. She rings them and agrees on Wednesday.
    drive.press(window, "I dag")
    assert "Uke 1 etter innflytting" in drive.lines(window)
    drive.open_line(window, "Uke 1 etter innflytting")
    drive.press(window, "Avtal besøket")
    drive.write(window, "Avtalt dag", "25.11.26")
    drive.write(window, "Fra kl.", "10.00")
    drive.press(window, "Legg til")
    assert "Neste besøk 25.11.2026" in drive.seen(window)
    # The sheet goes with her; it is filed on the household.
    assert paper_of(qtbot, window, "Skriv ut besøksark", tmp_path).startswith(b"%PDF")
    # The day after the visit it is not registered yet, and says so.
    move_on(days, workspace, date(2026, 11, 26))
    drive.press(window, "I dag")
    assert "Avtalt hjemmebesøk" in drive.lines(window)
    drive.open_line(window, "Avtalt hjemmebesøk")
    drive.press(window, "Registrer besøket")
    # By keyboard: heating shown, moisture still a problem, what was seen, a defect and a task of two of its lines.
    key(window, Qt.Key.Key_F)
    key(window, Qt.Key.Key_V)
    for _ in range(3):
        key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_P)
    for _ in range(7):
        key(window, Qt.Key.Key_Tab)
    assert window.focusWidget().accessibleName() == "Om boligen"
    QTest.keyClicks(window.focusWidget(), "Ventilen er teipet igjen")
    key(window, Qt.Key.Key_F7)
    key(window, Qt.Key.Key_Return)
    QTest.keyClicks(window.focusWidget(), "Bestill luftfukter")
    key(window, Qt.Key.Key_F8)
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (visit,) = case.visits.list()
    assert (visit.planned_on, visit.visited_on, visit.time_from) == (date(2026, 11, 25), date(2026, 11, 25), "10.00")
    assert (visit.heating, visit.moisture) == ("ts", "p")
    # What is left to do stands where it is looked for.
    assert "Neste besøk 07.12.2026" in drive.seen(window), "week 4, sooner than two weeks after a problem"
    (defect,), (task,) = case.defects.list(), case.tasks.list()
    assert (defect.visit_id, defect.what) == (visit.id, "Ventilen er teipet igjen")
    assert (task.visit_id, task.what, task.due_on) == (visit.id, "Bestill luftfukter", date(2026, 12, 9))
    drive.press(window, "Avvik")
    assert "Ventilen er teipet igjen" in drive.lines(window)
    move_on(days, workspace, date(2026, 12, 7))
    drive.press(window, "I dag")
    assert "Bestill luftfukter" in drive.lines(window)
    drive.open_line(window, "Bestill luftfukter")
    assert "Bestill luftfukter" in drive.seen(window.page("today").case_panel)
    drive.press(window, "Før oppgaven som gjort")
    drive.write(window, "Gjort", "i dag")
    drive.press(window, "Lagre")
    assert case.tasks.get(task.id).done_on == date(2026, 12, 7)
    # The follow-up: what was a problem is shown, and the visits go on by the plan.
    drive.press(window, "Registrer besøk")
    for _ in range(3):
        key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_V)
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert case.visits.list()[-1].moisture == "s"
    assert "uke 8 etter innflytting" in drive.seen(window)
    drive.press(window, "I dag")
    assert "Bestill luftfukter" not in drive.lines(window) and "Noe var et problem sist" not in drive.lines(window)
    go(window, "visits", visit.household_id, "topics")
    assert "sist 07.12.2026, 2 ganger" in drive.seen(window), "moisture, gone through at both"
