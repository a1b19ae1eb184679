"""A visit being registered, a keystroke at a time, until the process is killed; run by test_visit_kill.py."""

import os
import sys
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import open_case
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace

BETWEEN_KEYS_MS = 30
"""Between keystrokes: some two thousand characters a minute, faster than anybody types."""


def main(path: str, sheet: str, household_id: str, words: str) -> None:
    """Type the words into «Om boligen», telling of each keystroke before it is made.

    It begins when it is told (on standard input) how many of them are there before the first pause.
    """
    app = QApplication([])
    at_once = int(sys.stdin.readline())
    opened = open_case(Path(path), sheet=sheet)
    workspace = Workspace(case_of(opened, clock.fixed(date(2026, 11, 22))), {})
    workspace.window.show()
    workspace.window.go(Place(topic="visits", id=int(household_id), tab="register"))
    form = workspace.window.page("visits").visits.list.form
    QTest.keyClick(form.fields["heating"].editor(), Qt.Key.Key_F)
    entry = form.fields["about_home"].editor()
    entry.setFocus()
    for count, letter in enumerate(words, 1):
        os.write(1, b".")
        QTest.keyClicks(entry, letter)
        if count > at_once:
            QTest.qWait(BETWEEN_KEYS_MS)
    while True:
        app.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
