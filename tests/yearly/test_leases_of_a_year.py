"""Leases by term and kind, what became of those that ran out, and how long people stayed."""

from dataclasses import replace
from datetime import date

import pytest
from counting import lives, settled, values

from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.tenancies.records import SecurityKind, TenancyKind
from bolig_desktop.yearly.figures import LENGTHS
from build import a_dwelling, a_house_with_rooms, a_tenancy


@pytest.mark.parametrize(
    ("ends", "name"),
    [
        (date(2025, 12, 31), "begun_1"),
        (date(2026, 1, 1), "begun_2"),
        (date(2026, 12, 31), "begun_2"),
        (date(2027, 12, 31), "begun_3"),
        (date(2028, 1, 1), "begun_4"),
        (date(2028, 12, 31), "begun_4"),
        (date(2029, 12, 31), "begun_5"),
        (date(2030, 1, 1), "begun_longer"),
        (None, "begun_indefinite"),
    ],
)
def test_a_new_lease_is_counted_by_how_long_it_is_for(case, ends, name):
    lease = lives(case, settled(case, date(2024, 2, 1)), date(2025, 1, 1))
    case.tenancies.change(replace(lease, ends_on=ends))  # as an old file may hold it: the rules refuse short terms
    names = [f"begun_{one}" for one in LENGTHS]
    assert dict(zip(names, values(case, *names), strict=True)) == {one: int(one == name) for one in names}


@pytest.mark.parametrize(
    ("end", "more", "name"),
    [
        (date(2025, 11, 30), {}, "ran_out_open"),
        (date(2025, 8, 31), {}, "ran_out_indefinite"),
        (date(2025, 8, 31), {"moved": date(2025, 8, 31)}, "ran_out_moved"),
    ],
)
def test_what_became_of_a_lease_that_ran_out(case, end, more, name):
    lives(case, settled(case, date(2022, 2, 1)), date(2022, 9, 1), ends=end, **more)
    names = ["ran_out_extended", "ran_out_moved", "ran_out_indefinite", "ran_out_open"]
    assert dict(zip(names, values(case, *names), strict=True)) == {one: int(one == name) for one in names}


@pytest.mark.parametrize(
    ("since", "name", "months"),
    [
        (date(2023, 6, 2), "stay_1", 23),
        (date(2023, 6, 1), "stay_5", 24),
        (date(2019, 6, 2), "stay_5", 71),
        (date(2019, 6, 1), "stay_10", 72),
        (date(2014, 6, 1), "stay_more", 132),
    ],
)
def test_a_stay_is_counted_in_whole_years_without_a_break(case, since, name, months):
    household, middle = settled(case, since), date(2024, 6, 1)
    lives(case, household, since, moved=middle)
    lives(case, household, middle, moved=date(2025, 6, 1))
    names = ["stay_1", "stay_5", "stay_10", "stay_more"]
    assert dict(zip(names, values(case, *names), strict=True)) == {one: int(one == name) for one in names}
    assert values(case, "stay", "moved_out") == (months, 1)


def test_a_break_begins_a_new_stay_and_who_moves_within_has_not_moved_out(case):
    household = settled(case, date(2015, 1, 1))
    lives(case, household, date(2015, 1, 1), moved=date(2020, 1, 1))
    lives(case, household, date(2025, 1, 1), moved=date(2025, 6, 1))
    assert values(case, "stay", "moved_out") == (5, 1)
    lives(case, household, date(2025, 6, 1))
    assert values(case, "stay", "moved_out") == (None, 0)


@pytest.mark.parametrize(("ends", "is_short"), [(date(2027, 12, 30), 1), (date(2027, 12, 31), 0), (None, 0)])
def test_a_lease_for_less_than_three_years_is_a_short_one(case, ends, is_short):
    """Husleieloven § 9-3: three years from 1 January end on 31 December."""
    lease = lives(case, settled(case, date(2024, 2, 1)), date(2025, 1, 1))
    case.tenancies.change(replace(lease, ends_on=ends))
    assert values(case, "let", "let_short") == (1, is_short)


def test_new_leases_are_told_apart_by_kind(case):
    _, room = a_house_with_rooms(case, 1)
    lives(case, settled(case, date(2024, 2, 1)), date(2025, 1, 1))
    whose = settled(case, date(2024, 2, 1))
    facts = {"household_id": whose.id, "dwelling_id": room.id, "kind": TenancyKind.ROOM, "ends_on": None}
    a_tenancy(case, starts_on=date(2025, 12, 31), **facts)
    assert values(case, "leases_begun", "begun_municipal", "begun_sublet", "begun_room") == (2, 1, 0, 1)


@pytest.mark.parametrize(
    ("kind", "counts"), [(SecurityKind.MUNICIPAL, 1), (SecurityKind.NAV, 1), (SecurityKind.BANK, 0)]
)
def test_a_guarantee_of_ours_is_counted_also_at_a_private_landlord(case, kind, counts):
    home = a_dwelling(case, tenure=Tenure.BROKERED)
    whose, facts = settled(case, date(2024, 2, 1)), {"guarantee_kind": kind, "guarantee_nok": 20000}
    lease = a_tenancy(
        case,
        household_id=whose.id,
        dwelling_id=home.id,
        kind=TenancyKind.PRIVATE,
        starts_on=date(2025, 12, 31),
        **facts,
    )
    assert values(case, "guarantees", "deposits", "leases_begun") == (counts, 0, 0)
    case.tenancies.change(replace(lease, starts_on=date(2026, 1, 1)))
    assert values(case, "guarantees") == 0


def test_a_household_that_moved_in_twice_with_a_deposit_is_counted_once(case):
    whose = settled(case, date(2024, 2, 1))
    for start, moved in ((date(2025, 1, 1), date(2025, 5, 1)), (date(2025, 5, 1), None)):
        lease = lives(case, whose, start, moved=moved)
        case.tenancies.change(replace(lease, deposit_nok=24000))
    assert values(case, "deposits", "guarantees") == (1, 0)
