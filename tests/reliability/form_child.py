"""A window with a half-filled new dwelling in it, waiting to be killed; run by test_form_kill.py."""

import sys
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import open_case
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace


def main(path: str, passphrase: str, typed: str) -> None:
    app = QApplication([])
    opened = open_case(Path(path), passphrase=passphrase)
    workspace = Workspace(case_of(opened, clock.fixed(date(2026, 11, 22))), {})
    workspace.window.show()
    workspace.window.go(Place(topic="dwellings", tab="new"))
    street = workspace.window.page("dwellings").form.fields["street"].editor()
    street.setFocus()
    for letter in typed:
        QTest.keyClicks(street, letter)
        app.processEvents()
    while workspace.case.drafts.find("dwellings") is None:
        app.processEvents()
    sys.stdout.write("kept\n")
    sys.stdout.flush()
    while True:
        app.processEvents()


if __name__ == "__main__":
    main(*sys.argv[1:])
