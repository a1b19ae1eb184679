"""A home visit from the plan to the follow-up: what is due, agreed, taken along, registered, left to do, and done."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from bolig_desktop.ui.documents.issue import IssueDialog
from build import a_dwelling, a_household, a_person, a_tenancy
from drive import key, lines, open_line, press, save_paper, seen, settle, the_dialog, write
from windows import go, move_to, open_window


@pytest.fixture
def case(monday):
    """A family that moved in a fortnight ago and has not been visited."""
    home = a_dwelling(monday, street="Storgata 14 B")
    family = a_household(monday, a_person(monday, language="ti"), name="familien Tesfay")
    a_tenancy(monday, dwelling_id=home.id, household_id=family.id, starts_on=date(2026, 11, 9), ends_on=None)
    return monday


@pytest.fixture
def window(qtbot, case):
    return open_window(qtbot, case)


def paper_of(qtbot, window, words, tmp_path):
    """Press the button, save what comes as a file, and return the pages' words on screen."""
    press(window, words)
    dialog = the_dialog(IssueDialog)
    qtbot.waitUntil(lambda: "Side 1 av" in seen(dialog), timeout=15_000)
    file = save_paper(dialog, tmp_path)
    window.activateWindow()
    settle()
    return file.read_bytes()


def test_a_visit_from_plan_to_follow_up(qtbot, case, window, calendar, tmp_path):
    # I dag says that week 1 has gone by. She rings them and agrees on Wednesday.
    press(window, "I dag")
    assert "Uke 1 etter innflytting" in lines(window)
    open_line(window, "Uke 1 etter innflytting")
    press(window, "Avtal besøket")
    write(window, "Avtalt dag", "25.11.26")
    write(window, "Fra kl.", "10.00")
    press(window, "Legg til")
    assert "Neste besøk 25.11.2026" in seen(window)
    # The sheet goes with her; it is filed on the household.
    assert paper_of(qtbot, window, "Skriv ut besøksark", tmp_path).startswith(b"%PDF")
    # The day after the visit it is not registered yet, and says so.
    move_to(window, calendar, date(2026, 11, 26))
    press(window, "I dag")
    assert "Avtalt hjemmebesøk" in lines(window)
    open_line(window, "Avtalt hjemmebesøk")
    press(window, "Registrer besøket")
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
    assert "Neste besøk 07.12.2026" in seen(window), "week 4, sooner than two weeks after a problem"
    (defect,), (task,) = case.defects.list(), case.tasks.list()
    assert (defect.visit_id, defect.what) == (visit.id, "Ventilen er teipet igjen")
    assert (task.visit_id, task.what, task.due_on) == (visit.id, "Bestill luftfukter", date(2026, 12, 9))
    press(window, "Avvik")
    assert "Ventilen er teipet igjen" in lines(window)
    move_to(window, calendar, date(2026, 12, 7))
    press(window, "I dag")
    assert "Bestill luftfukter" in lines(window)
    open_line(window, "Bestill luftfukter")
    assert "Bestill luftfukter" in seen(window.page("today").case_panel)
    press(window, "Før oppgaven som gjort")
    write(window, "Gjort", "i dag")
    press(window, "Lagre")
    assert case.tasks.get(task.id).done_on == date(2026, 12, 7)
    # The follow-up: what was a problem is shown, and the visits go on by the plan.
    press(window, "Registrer besøk")
    for _ in range(3):
        key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_V)
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert case.visits.list()[-1].moisture == "s"
    assert "uke 8 etter innflytting" in seen(window)
    press(window, "I dag")
    assert "Bestill luftfukter" not in lines(window) and "Noe var et problem sist" not in lines(window)
    go(window, "visits", visit.household_id, "topics")
    assert "sist 07.12.2026, 2 ganger" in seen(window), "moisture, gone through at both"
