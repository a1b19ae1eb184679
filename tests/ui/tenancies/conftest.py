"""The page of leases on a case file of its own."""

import pytest

from bolig_desktop.ui.tenancies.page import TenanciesPage
from build import a_municipality
from windows import open_page


@pytest.fixture
def page(qtbot, case):
    a_municipality(case)
    return open_page(qtbot, case, TenanciesPage)
