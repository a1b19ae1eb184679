"""The page of leases on a case file of its own."""

import pytest
from leases_seen import shown

from build import a_municipality


@pytest.fixture
def page(qtbot, case):
    a_municipality(case)
    return shown(qtbot, case)
