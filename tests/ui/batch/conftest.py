"""Leases that run out, the window on them, and the dialog of one letter for many."""

from datetime import date

import pytest
from batch_seen import NAMES, ending, open_dialog
from shiboken6 import isValid

from build import a_municipality
from windows import go, open_window


@pytest.fixture
def leases(case):
    a_municipality(case)
    return [ending(case, name, date(2027, month, 28)) for month, name in enumerate(NAMES, 2)]


@pytest.fixture
def window(qtbot, case, leases):
    made = open_window(qtbot, case)
    go(made, "tenancies")
    return made


@pytest.fixture
def letters(window, tmp_path):
    """The dialog, opened from the list, saving into a folder of its own."""
    made = open_dialog(window)
    made.folder = tmp_path / "letters"
    made.folder.mkdir()
    made.choose_folder = lambda over: made.folder
    yield made
    if isValid(made):
        made.close()
