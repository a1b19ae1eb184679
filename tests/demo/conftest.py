"""Days on which month arithmetic goes wrong if it can: a leap day, month ends, a holiday, the first of a month."""

from datetime import date

import pytest

DAYS = (
    date(2026, 11, 22), date(2028, 2, 29), date(2027, 1, 31), date(2026, 12, 31), date(2025, 3, 31),
    date(2027, 2, 28), date(2027, 5, 17), date(2026, 4, 1),
)  # fmt: skip


@pytest.fixture(params=DAYS, ids=str)
def today(request) -> date:
    return request.param
