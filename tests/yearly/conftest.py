"""A case file of a municipality with nothing in it, seen late in 2026."""

from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.file import open_in_memory
from build import a_municipality


@pytest.fixture
def case():
    made = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 11, 28)))
    a_municipality(made)
    return made
