"""Thinning out copies under a clock that lies: always the newest three, never many, nothing kept for ever."""

from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bolig_desktop.security.backup import DAILY, MONTHLY, NEWEST, WEEKLY, kept_of

FIRST = date(2026, 11, 22)


def _run(clock_says: list[date]) -> list[list[int]]:
    """Make one copy a true day and thin out after each; return which days' copies were left after each day."""
    kept: list[tuple[Path, date]] = []
    history = []
    for true_day, said in enumerate(clock_says):
        kept.insert(0, (Path(str(true_day)), said))
        keep = kept_of(kept) | {path for path, _ in kept[:NEWEST]}
        kept = [one for one in kept if one[0] in keep]
        left = [int(path.name) for path, _ in kept]
        assert left[:NEWEST] == list(range(true_day, max(-1, true_day - NEWEST), -1))
        history.append(left)
    return history


def test_an_honest_clock_for_two_years() -> None:
    history = _run([FIRST + timedelta(days=day) for day in range(2 * 365)])[120:]
    assert all([left[0] - day for day in left[:DAILY]] == list(range(DAILY)) for left in history)
    assert max(len(left) for left in history) <= DAILY + WEEKLY + MONTHLY
    ages = [left[0] - left[-1] for left in history]
    assert min(ages) >= 28 and 55 <= max(ages) <= 62


def test_a_clock_that_stands_still_keeps_the_newest_three() -> None:
    history = _run([FIRST] * 100)
    assert history[-1] == [99, 98, 97] and max(map(len, history)) == NEWEST


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(-4000, 4000), min_size=5, max_size=120))
def test_a_lying_clock_never_leaves_fewer_than_three_nor_more_than_sixteen(jumps: list[int]) -> None:
    history = _run([FIRST + timedelta(days=day + jump) for day, jump in enumerate(jumps)])
    assert all(NEWEST <= len(left) <= 16 for left in history[NEWEST:])


@settings(max_examples=40, deadline=None)
@given(st.integers(-4000, 4000), st.integers(1, 200))
def test_after_one_jump_the_old_ones_run_out(jump: int, at: int) -> None:
    days = [FIRST + timedelta(days=day + (jump if day >= at else 0)) for day in range(at + 130)]
    assert _run(days)[-1][-1] >= at + 130 - 1 - 109
