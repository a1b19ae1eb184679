"""Few people are told of to nobody outside, and no sum, rest or share gives them away."""

import itertools
from datetime import date

import pytest
from hypothesis import given, settings
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


def test_before_a_whole_is_hidden_a_part_of_nothing_is():
    """Eight of two that are at most four each would be four and four."""
    assert hidden(year(leases_begun=8, begun_1=4, begun_3=4)) == {"begun_1", "begun_2", "begun_3"}
    assert hidden(year(let=10, let_short=9)) == {"let_short"}
    both = hidden(year(leases_begun=8, begun_municipal=4, begun_sublet=2, begun_room=2, begun_3=8))
    assert both == {"begun_municipal", "begun_sublet", "begun_room"}, "four, two and two may be two, two and four"


def test_what_another_side_of_the_whole_tells_counts_too():
    found = year(settled=8, settled_q1=4, settled_q3=4, settled_elsewhere=8)
    assert hidden(found) == {"settled_q1", "settled_q2", "settled_q3"}
    found = year(plans_closed=3, to_bought=3, granted_grant=9, granted_grant_first=9)
    assert hidden(found) == {"plans_closed", "to_bought"}
    ones = dict.fromkeys(("has_home", "can_rent", "outside", "no_dwelling", "other"), 1)
    told = hidden(year(refused_applications=5, new_applications=10, **{f"refused_{one}": 1 for one in ones}))
    assert "refused_applications" in told and "KOSandelnyavslag0000" in told, "five of five that are at least one"
    assert {"refused_not_answered", "new_applications"}.isdisjoint(told), "nothing is hidden that helps nobody"


def test_figures_that_stand_beside_each_other_give_none_away():
    moves = {"leases_begun": 12, "KOSantnyinnflytt0000": 10, "extensions": 2}
    assert hidden(year(**moves)) == {"extensions", "swaps"}, "twelve begun, ten of them new"
    assert hidden(year(**moves | {"leases_begun": 15})) == {"extensions"}, "three were neither: who knows how many"
    visits = year(visits_agreed=8, visits_not_made=2, visits_made=6, made_q1=6)
    assert hidden(visits) == {"visits_not_made", "visits_agreed"}


def test_people_less_households_are_not_the_couples():
    values = {"settled": 10, "settled_q1": 10, "settled_elsewhere": 10, "settled_households": 8, "settled_single": 6}
    secret = hidden(year(**values, settled_couple=2))
    assert {"settled_couple", "settled_single"} < secret and {"settled", "settled_households"}.isdisjoint(secret)
    secret = hidden(year(**values | {"settled": 15}, settled_couple=2, settled_family=1, settled_q2=5))
    assert "settled_households" not in secret, "nobody knows how many are in the family"


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


KINDS = {"single": 1, "unaccompanied_minor": 1, "couple": 2, "single_parent": 2, "family": 3}


def span(name, found, secret):
    """Every number a reader must reckon with: what is told, one to four, or anything."""
    value = found[name].value
    if name not in secret:
        return range(value, value + 1)
    return range(1, FEWEST) if 0 < value < FEWEST else range(value + 6)


def ways(names, found, secret):
    """Every way some figures might be."""
    return itertools.product(*(span(name, found, secret) for name in names))


@settings(max_examples=150)
@given(st.lists(st.integers(0, 5), min_size=4, max_size=4), st.lists(st.integers(0, 3), min_size=3, max_size=3))
def test_no_reader_can_tell_what_a_hidden_figure_of_settlement_is(kinds, cuts):
    """All years that look the same from outside are tried, by every sum at once. A small figure is never one number.

    But where all there is to tell is hidden, as of one and two people who were settled.
    """
    kinds = dict(zip([f"settled_{kind}" for kind in KINDS], [*kinds, 0], strict=True))
    if kinds["settled_single_parent"]:
        kinds |= {"settled_single_parent": 0}
    homes, people = sum(kinds.values()), sum(kinds[f"settled_{kind}"] * size for kind, size in KINDS.items())
    first, second, shared = (people * cut // 3 for cut in sorted(cuts))
    parts = dict(zip(QUARTERS, [first, second - first, 0, people - second], strict=True))
    sides = {"settled_shared": shared, "settled_elsewhere": people - shared}
    found = year(settled=people, settled_households=homes, **kinds, **parts, **sides)
    secret = hidden(found)
    pairs = {
        (sum(each), sum(n * size for n, size in zip(each, KINDS.values(), strict=True)), *each)
        for each in ways(kinds, found, secret)
    }
    larger = any(name in secret for name in ("settled_single_parent", "settled_family"))
    possible = {one: set() for one in ("settled_households", "settled", *kinds, *parts, *sides)}
    of_quarters = {total: [each for each in ways(parts, found, secret) if sum(each) == total] for total in range(40)}
    of_sides = {total: [each for each in ways(sides, found, secret) if sum(each) == total] for total in range(40)}
    for total in span("settled", found, secret):
        if not of_quarters[total] or not of_sides[total]:
            continue
        for households, living, *each in pairs:
            fits = living <= total if larger else living == total
            if households in span("settled_households", found, secret) and fits:
                for name, number in zip(possible, (households, total, *each), strict=False):
                    possible[name].add(number)
                for names, others in ((parts, of_quarters[total]), (sides, of_sides[total])):
                    for at, name in enumerate(names):
                        possible[name].update(other[at] for other in others)
    for name, numbers in possible.items():
        few = 0 < found[name].value < FEWEST
        assert found[name].value in numbers
        assert not few or name in secret
        assert not few or len(numbers) > 1 or possible.keys() <= secret, (name, found[name].value, sorted(secret))


@pytest.mark.parametrize(("sum_of", "parts"), [("idle_days", "idle_q"), ("visits_planned", "planned_q")])
def test_a_quarter_of_few_is_not_what_the_sum_leaves(sum_of, parts):
    found = year()
    for quarter, (days, few) in enumerate([(40, 2), (90, 9), (70, 9), (0, 0)], 1):
        found[f"{parts}{quarter}"] = Counted(value=days, rows=[Row("dwellings", n) for n in range(few)])
    found[sum_of] = Counted(value=200, rows=[Row("dwellings", n) for n in range(11)])
    assert hidden(found) == {f"{parts}1", f"{parts}3"}, "200 less 90 and 70 would be the forty of two"
    found[f"{parts}3"] = Counted(value=70, rows=[Row("dwellings", n) for n in range(3)])
    assert hidden(found) == {f"{parts}1", f"{parts}3"}, "two that are few hide each other"


def told_of(found, *, outside=True):
    return report(CountedYear(2025, found, date(2025, 12, 31)), "nb", outside=outside)


def unsure(found, *, outside):
    return told_of(found, outside=outside).unsure


@pytest.mark.parametrize(("number", "outside"), [(1, "én til fire"), (4, "én til fire"), (5, "5")])
def test_what_makes_a_figure_unsure_tells_of_no_few_either(number, outside):
    found = year(settled=20)
    found["settled"].unsure += gaps("no_settlement_date", "households", range(1, number + 1))
    assert unsure(found, outside=True) == (f"Husstander uten bosettingsdato: {outside}.",)
    assert unsure(found, outside=False) == (f"Husstander uten bosettingsdato: {number}.",)


def test_what_makes_a_figure_unsure_is_not_what_a_hidden_part_leaves():
    """Of 20, 11 for one reason and 7 of whom nobody knows: two for another."""
    found = year(refused_applications=20, refused_has_home=11, refused_can_rent=2)
    found["refused_has_home"].unsure += gaps("no_refusal_reason", "decisions", range(1, 8))
    found["reunited"].unsure += gaps("no_settlement_date", "households", range(1, 7))
    told = ("Husstander uten bosettingsdato: 6.", "Avslag der det ikke er valgt hvorfor: fem eller flere.")
    assert unsure(found, outside=True) == told
    found["refused_has_home"].value, found["refused_can_rent"].value = 13, 0
    assert "Avslag der det ikke er valgt hvorfor: 7." in unsure(found, outside=True)


def test_what_nobody_knows_is_told_to_be_unknown_and_not_hidden():
    found = year(waiting=3, waiting_other=3)
    found["KOSventelistepsy0002"] = Counted(value=None)
    lines = {line.figure.id: line for section in told_of(found).sections for line in section.lines}
    assert lines["KOSventelistepsy0002"].words == "ukjent" and lines["KOSandandrevente0000"].words == "skjult"


def test_what_a_locked_figure_would_be_today_is_told_to_nobody_outside():
    found = year(settled=20)
    found["settled"].unsure.append(Unsure("unsure.other_now", {"day": date(2026, 1, 12), "now": 21}))
    assert unsure(found, outside=True) == ("Året ble låst 12.01.2026. Talt i dag ville tallet vært et annet.",)
    assert unsure(found, outside=False) == ("Året ble låst 12.01.2026. Talt i dag ville tallet vært 21.",)
