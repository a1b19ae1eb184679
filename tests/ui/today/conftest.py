"""A day that can be moved, a case file that lives by it, and the window on it."""

import pytest
from today_seen import open_today

from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.file import open_in_memory
from build import a_municipality


@pytest.fixture
def case(calendar):
    return CaseFile(open_in_memory(), clock=calendar)


@pytest.fixture
def window(qtbot, case):
    a_municipality(case)
    return open_today(qtbot, case)
