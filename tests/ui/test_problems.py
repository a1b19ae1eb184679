"""Broken rules become sentences; an error nobody foresaw becomes a calm box with nothing personal in it."""

import sys
from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from bolig_desktop.errors import Problem
from bolig_desktop.ui.problems import CrashBox, CrashHandler, by_field, sentences_for


def test_a_problem_is_said_with_its_section_and_its_facts():
    problem = Problem(
        field="starts_on", code="date.no_such_day", hard=False, section="husleieloven § 9-3",
        facts={"of_month": 11, "days": 30, "suggestion": date(2026, 11, 30)},
    )  # fmt: skip
    [(words, hard)] = sentences_for([problem], "nb")
    assert words == ("Datoen finnes ikke: november har 30 dager. Mente du 30.11.2026? (husleieloven §\u00a09-3)")
    assert hard is False
    assert by_field([problem, problem], "nb") == {"starts_on": [(words, False)] * 2}


@pytest.fixture
def handler(qapp):
    made = CrashHandler()
    made.install()
    yield made
    made.remove()


def break_with(words):
    try:
        raise RuntimeError(words)
    except RuntimeError:
        sys.excepthook(*sys.exc_info())


def boxes():
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashBox) and one.isVisible()]


def test_the_box_is_calm_and_holds_nothing_about_people(handler, qtbot):
    logged = []
    handler._log = logged.append
    break_with("UNIQUE constraint failed: Miriam Tesfay 01019012345")
    break_with("again")
    qtbot.waitUntil(lambda: len(boxes()) == 1)
    box = boxes()[0]
    report = box.report.toPlainText()
    assert "RuntimeError" in report
    assert "break_with" in report
    for secret in ("Tesfay", "01019012345", "/home", "/root"):
        assert secret not in report
    assert len(logged) == 2
    go_on = next(one for one in box.findChildren(QPushButton) if one.text() == "Fortsett")
    go_on.click()
    qtbot.waitUntil(lambda: not boxes())


def test_after_one_box_is_closed_another_error_is_shown_again(handler, qtbot):
    for _ in range(2):
        break_with("x")
        qtbot.waitUntil(lambda: len(boxes()) == 1)
        boxes()[0].accept()
        qtbot.waitUntil(lambda: handler._box is None)


def test_ctrl_c_is_passed_on(handler):
    passed = []
    handler._earlier = lambda *facts: passed.append(facts[0])
    handler.take(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert passed == [KeyboardInterrupt]
    assert handler.reports == []
    handler._earlier = sys.__excepthook__
