"""A lease with days to put in a calendar."""

from datetime import date

import pytest

from build import a_municipality, a_tenancy


@pytest.fixture
def lease(case):
    a_municipality(case)
    return a_tenancy(case, ends_on=date(2027, 4, 30))
