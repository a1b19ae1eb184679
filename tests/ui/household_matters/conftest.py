"""A household, and the window on its case file."""

import pytest

from build import a_household, a_municipality, a_person
from windows import open_window


@pytest.fixture
def window(qtbot, case):
    a_municipality(case, case_officer="Aud Kvalnes", appeal_body="kommunestyret")
    return open_window(qtbot, case)


@pytest.fixture
def household(case):
    return a_household(case, a_person(case))
