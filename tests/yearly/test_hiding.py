"""Few people are told of to nobody outside, and no sum, rest or share gives them away."""

import itertools
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.yearly.figures import FIGURES, Counted, CountedYear, Row, Unsure, gaps
from bolig_desktop.yearly.hiding import FEWEST, hidden
from bolig_desktop.yearly.report import report

QUARTERS = [f"settled_q{quarter}" for quarter in range(1, 5)]


def year(**values):
    """Every figure of a year, 0 where nothing else is said; a share has the rows of what it is a share of."""
    found = {figure.id: Counted(value=0) for figure in FIGURES}
    found |= {
        name: Counted(value=value, rows=[Row("people", n) for n in range(value)]) for name, value in values.items()
    }
    return found


@pytest.mark.parametrize(("value", "is_hidden"), [(0, False), (1, True), (4, True), (5, False)])
def test_one_to_four_are_hidden_and_none_and_five_are_not(value, is_hidden):
    assert ("reunited" in hidden(year(reunited=value))) is is_hidden


def test_a_part_that_could_be_reckoned_takes_the_smallest_of_the_others_with_it():
    assert hidden(year(settled=20, settled_q1=2, settled_q2=8, settled_q3=10)) == {"settled_q1", "settled_q2"}


def test_where_no_other_part_can_hide_it_the_whole_is_hidden():
    assert hidden(year(plans_closed=5, to_bought=5)) == set()
    assert hidden(year(leases_begun=6, begun_1=2, begun_3=4)) == {"begun_1", "begun_3"}
    assert hidden(year(leases_begun=2, begun_1=1, begun_3=1)) == {"leases_begun", "begun_1", "begun_3"}
    assert hidden(year(leases_begun=8, begun_1=4, begun_3=4)) == {"leases_begun", "begun_1", "begun_3"}


def test_the_rest_that_nobody_counts_is_a_part_too():
    found = hidden(year(KOSantnyinnflytt0000=9, KOSnyinnflyttfly0000=7))
    assert found == {"KOSnyinnflyttfly0000"}, "the two who are no refugees could be reckoned"
    assert hidden(year(KOSantnyinnflytt0000=12, KOSnyinnflyttfly0000=12)) == set()
    assert hidden(year(households_visited=30, households_with_problem=3)) == {"households_with_problem"}


def test_a_share_of_what_is_hidden_and_a_mean_of_few_are_hidden():
    found = year(dwellings=40, dwellings_owned=30, dwellings_hired_in=7, dwellings_assigned=3, moved_out=9, stay=0)
    found["stay"] = Counted(value=25.8, rows=[Row("households", n) for n in range(4)])
    told = hidden(found)
    assert {"dwellings_assigned", "KOSboligpkommuna0000", "dwellings_hired_in", "stay"} <= told
    assert "KOSEidavsamlet0000" not in told and "dwellings" not in told


@given(st.lists(st.integers(0, 12), min_size=4, max_size=4))
def test_no_reader_can_tell_what_a_hidden_quarter_is(quarters):
    """Every year that would look the same is tried, and each hidden cell may be at least two things."""
    found = year(settled=sum(quarters), **dict(zip(QUARTERS, quarters, strict=True)))
    secret = hidden(found)
    closed = [n for n, name in enumerate(QUARTERS) if name in secret]
    few = [n for n in closed if 0 < quarters[n] < FEWEST]
    assert all(name in secret for n, name in enumerate(QUARTERS) if 0 < quarters[n] < FEWEST)
    if "settled" in secret or not few:
        return
    total = sum(quarters[n] for n in closed)
    others = range(1, total + 1)
    alike = [each for each in itertools.product(others, repeat=len(closed)) if sum(each) == total]
    for at in range(len(closed)):
        assert len({each[at] for each in alike}) > 1, (quarters, secret)


@pytest.mark.parametrize(("sum_of", "parts"), [("idle_days", "idle_q"), ("visits_planned", "planned_q")])
def test_a_quarter_of_few_is_not_what_the_sum_leaves(sum_of, parts):
    found = year()
    for quarter, (days, few) in enumerate([(40, 2), (90, 9), (70, 9), (0, 0)], 1):
        found[f"{parts}{quarter}"] = Counted(value=days, rows=[Row("dwellings", n) for n in range(few)])
    found[sum_of] = Counted(value=200, rows=[Row("dwellings", n) for n in range(11)])
    assert hidden(found) == {f"{parts}1", f"{parts}3"}, "200 less 90 and 70 would be the forty of two"
    found[f"{parts}3"] = Counted(value=70, rows=[Row("dwellings", n) for n in range(3)])
    assert hidden(found) == {f"{parts}1", f"{parts}3"}, "two that are few hide each other"


def unsure(found, *, outside):
    told = report(CountedYear(2025, found, date(2025, 12, 31)), "nb", outside=outside)
    return told.unsure


@pytest.mark.parametrize(("number", "outside"), [(1, "én til fire"), (4, "én til fire"), (5, "5")])
def test_what_makes_a_figure_unsure_tells_of_no_few_either(number, outside):
    found = year(settled=20)
    found["settled"].unsure += gaps("no_settlement_date", "households", range(1, number + 1))
    assert unsure(found, outside=True) == (f"Husstander uten bosettingsdato: {outside}.",)
    assert unsure(found, outside=False) == (f"Husstander uten bosettingsdato: {number}.",)


def test_what_a_locked_figure_would_be_today_is_told_to_nobody_outside():
    found = year(settled=20)
    found["settled"].unsure.append(Unsure("unsure.other_now", {"day": date(2026, 1, 12), "now": 21}))
    assert unsure(found, outside=True) == ("Året ble låst 12.01.2026. Talt i dag ville tallet vært et annet.",)
    assert unsure(found, outside=False) == ("Året ble låst 12.01.2026. Talt i dag ville tallet vært 21.",)
