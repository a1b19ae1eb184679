"""The main window on an empty case file, for what is done from its File menu."""

import pytest

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(shown, case):
    made = Workspace(case, {})
    made.window.go(Place(topic="today"))
    shown(made.window, 1280, 720)
    return made
