"""Days on which month arithmetic goes wrong if it can: a leap day, month ends, a holiday, the first of a month."""

import functools
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo.fill import fill
from bolig_desktop.storage.file import open_in_memory

DAYS = (
    date(2026, 11, 22), date(2028, 2, 29), date(2027, 1, 31), date(2026, 12, 31), date(2025, 3, 31),
    date(2027, 2, 28), date(2027, 5, 17), date(2026, 4, 1),
)  # fmt: skip


@pytest.fixture(params=DAYS, ids=str)
def today(request) -> date:
    return request.param


@pytest.fixture
def nordvik(today) -> CaseFile:
    """Nordvik filled on ``today``, made once a day: only to be read."""
    return _filled(today)


@functools.cache
def _filled(day: date) -> CaseFile:
    case = CaseFile(open_in_memory(), clock=clock.fixed(day), demo=True)
    fill(case, day)
    return case
