"""The list and the banner count empty days as the rule does: the first day is one."""

from datetime import date, timedelta

import pytest

from bolig_desktop.dwellings.records import DwellingState
from bolig_desktop.ui.dwellings.columns import state_pill

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("days_ago", "words", "tone"),
    [(0, "Ledig 1 d.", "good"), (59, "Ledig 60 d.", "good"), (60, "Ledig 61 d.", "danger")],
)
def test_the_pill_turns_red_the_day_after_the_limit(qapp, days_ago, words, tone):
    pill = state_pill(DwellingState.FREE, TODAY - timedelta(days=days_ago), TODAY, 60)
    assert pill == (words, tone)
