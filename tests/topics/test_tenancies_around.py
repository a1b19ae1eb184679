"""The rules of a lease that ask who lives there, what the unit is, and what else is let: both sides of each edge."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.people.records import Grading, MemberRole, Person
from bolig_desktop.tenancies.records import (
    Handover,
    HandoverKind,
    TenancyKind,
)
from bolig_desktop.tenancies.rules import (
    handover_problems,
)
from bolig_desktop.text.sentences import problem_sentence
from topics.a_lease import AROUND, DAY, FLAT, LEASE, MEMBER, ROOM, SELAM, TODAY, around_with, problems_of
from topics.said import hard, warned

# Who and what: AG-2 to AG-4, MI-1, the unit


@pytest.mark.parametrize("left_on", [None, date(2025, 1, 1)], ids=["now", "before"])
def test_code_6_in_the_household_refuses_the_lease(left_on: date | None) -> None:
    graded = replace(SELAM, grading=Grading.STRICTLY_CONFIDENTIAL)
    around = replace(AROUND, people=(graded,), memberships=(replace(MEMBER, left_on=left_on),))
    found = problems_of(LEASE, around)
    assert hard(found) == {("household_id", "tenancy.code_6")}
    assert "særskilte rutine" in problem_sentence(found[0])


def test_code_7_shields_and_an_empty_household_is_said() -> None:
    around = replace(AROUND, people=(replace(SELAM, grading=Grading.CONFIDENTIAL),))
    assert warned(problems_of(LEASE, around)) == {("household_id", "tenancy.code_7")}
    empty = replace(AROUND, people=(), memberships=())
    found = problems_of(LEASE, empty)
    assert not hard(found) and warned(found) == {("household_id", "tenancy.household_empty")}
    assert "tom linje for leieren" in problem_sentence(found[0])


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, set()),
        ({"role": MemberRole.PARTNER}, set()),
        ({"role": MemberRole.OTHER}, {("household_id", "tenancy.nobody_to_sign")}),
        ({"left_on": date(2025, 1, 1)}, {("household_id", "tenancy.household_empty")}),
    ],
)
def test_a_lease_with_an_empty_line_for_the_tenant_is_said(
    changes: dict[str, object], expected: set[tuple[str, str]]
) -> None:
    around = replace(AROUND, memberships=(replace(MEMBER, **changes),))
    assert warned(problems_of(LEASE, around)) == expected
    private = replace(LEASE, kind=TenancyKind.PRIVATE)  # no paper of ours
    assert not warned(problems_of(private, around))
    over = replace(LEASE, starts_on=date(2023, 1, 1), ends_on=None, moved_out_on=TODAY)
    assert not warned(problems_of(over, around))


@pytest.mark.parametrize(
    ("born_on", "needed"), [(date(2008, 11, 23), True), (date(2008, 11, 22), False), (None, False)]
)
def test_a_guardian_signs_for_who_is_under_eighteen_on_the_day_of_signing(born_on: date | None, needed: bool) -> None:
    around = replace(AROUND, people=(replace(SELAM, born_on=born_on),))
    expected = {("guardian", "tenancy.minor_needs_guardian")} if needed else set()
    assert hard(problems_of(LEASE, around)) == expected
    assert not hard(problems_of(replace(LEASE, guardian="Ola Verge"), around))


def test_where_nobody_is_the_main_person_all_of_them_are_tenants() -> None:
    child = replace(SELAM, born_on=date(2010, 1, 1))
    around = replace(AROUND, people=(child,), memberships=(replace(MEMBER, role=MemberRole.OTHER),))
    nobody_to_sign = {("household_id", "tenancy.nobody_to_sign")}
    assert hard(problems_of(LEASE, around)) == {("guardian", "tenancy.minor_needs_guardian")}
    grown_up = replace(SELAM, id=2)
    both = replace(
        around,
        people=(child, grown_up),
        memberships=(*around.memberships, replace(MEMBER, id=2, person_id=2, role=MemberRole.OTHER)),
    )
    assert not hard(problems_of(LEASE, both)) and warned(problems_of(LEASE, both)) == nobody_to_sign
    left = replace(MEMBER, left_on=date(2025, 1, 1))
    assert not hard(problems_of(LEASE, replace(around, memberships=(left,))))


def test_a_grown_up_tenant_with_children_needs_no_guardian() -> None:
    child = Person(id=2, given_name="Luna", born_on=date(2020, 1, 1))
    around = replace(
        AROUND,
        people=(SELAM, child),
        memberships=(MEMBER, replace(MEMBER, id=2, person_id=2, role=MemberRole.CHILD)),
    )
    assert problems_of(LEASE, around) == []


@pytest.mark.parametrize(
    ("kind", "unit", "field", "code", "is_hard"),
    [
        (TenancyKind.ROOM, FLAT, "dwelling_id", "tenancy.room_needs_room", True),
        (TenancyKind.MUNICIPAL, ROOM, "kind", "tenancy.room_as_municipal", False),
        (TenancyKind.SUBLET, FLAT, "kind", "tenancy.sublet_needs_hired_in", False),
        (
            TenancyKind.MUNICIPAL,
            replace(FLAT, tenure=Tenure.HIRED_IN),
            "kind",
            "tenancy.hired_in_as_municipal",
            False,
        ),
        (TenancyKind.MUNICIPAL, replace(FLAT, tenure=Tenure.RESIDENT_OWNED), "kind", "tenancy.not_ours_to_let", True),
        (
            TenancyKind.MUNICIPAL,
            replace(FLAT, kind=DwellingKind.SHARED_HOUSE),
            "dwelling_id",
            "tenancy.joint_lease",
            False,
        ),
    ],
)
def test_the_kind_of_lease_fits_the_unit(
    kind: TenancyKind, unit: Dwelling, field: str, code: str, is_hard: bool
) -> None:
    found = problems_of(replace(LEASE, kind=kind), replace(AROUND, dwelling=unit))
    assert (field, code) in (hard(found) if is_hard else warned(found))


def test_a_room_is_for_one() -> None:
    around = replace(
        AROUND,
        dwelling=ROOM,
        people=(SELAM, replace(SELAM, id=2)),
        memberships=(MEMBER, replace(MEMBER, id=2, person_id=2, role=MemberRole.PARTNER)),
    )
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    assert warned(problems_of(room, around)) == {("household_id", "tenancy.room_for_one")}


def test_a_unit_given_up_or_out_of_use_is_not_let() -> None:
    given_up = replace(AROUND, dwelling=replace(FLAT, given_up_on=LEASE.starts_on))
    assert hard(problems_of(LEASE, given_up)) == {("dwelling_id", "tenancy.dwelling_given_up")}
    later = replace(AROUND, dwelling=replace(FLAT, given_up_on=LEASE.starts_on + DAY))
    assert problems_of(LEASE, later) == []
    out = replace(FLAT, out_of_use_from=TODAY, out_of_use_to=LEASE.starts_on, out_of_use_reason="vannskade")
    assert warned(problems_of(LEASE, replace(AROUND, dwelling=out))) == {("starts_on", "tenancy.dwelling_out_of_use")}
    first_day = replace(out, out_of_use_from=LEASE.starts_on, out_of_use_to=None)
    assert len(warned(problems_of(LEASE, replace(AROUND, dwelling=first_day)))) == 1
    ahead = replace(first_day, out_of_use_from=LEASE.starts_on + DAY)
    assert problems_of(LEASE, replace(AROUND, dwelling=ahead)) == []
    back = replace(out, out_of_use_to=LEASE.starts_on - DAY)
    assert problems_of(LEASE, replace(AROUND, dwelling=back)) == []


# Sublets: HL-7-2, HL-7-7


def test_a_sublet_has_a_head_lease_the_owners_consent_and_time_enough() -> None:
    hired = replace(FLAT, tenure=Tenure.HIRED_IN)
    head = HeadLease(
        landlord_id=1, dwelling_id=1, starts_on=date(2026, 1, 1), ends_on=LEASE.ends_on, sublet_consent_on=TODAY
    )
    sublet = replace(LEASE, kind=TenancyKind.SUBLET)
    assert problems_of(sublet, replace(AROUND, dwelling=hired, head_leases=(head,))) == []
    assert warned(problems_of(sublet, replace(AROUND, dwelling=hired))) == {
        ("dwelling_id", "tenancy.head_lease_missing"),
        ("owner_consent_on", "tenancy.owner_consent_missing"),
    }
    ends_first = replace(head, ends_on=date(2029, 11, 29), sublet_consent_on=None)
    found = problems_of(sublet, replace(AROUND, dwelling=hired, head_leases=(ends_first,)))
    assert not hard(found)
    assert warned(found) == {
        ("owner_consent_on", "tenancy.owner_consent_missing"),
        ("ends_on", "tenancy.head_lease_ends_first"),
    }
    consented = replace(sublet, owner_consent_on=TODAY)
    endless = replace(ends_first, ends_on=None)
    assert problems_of(consented, replace(AROUND, dwelling=hired, head_leases=(endless,))) == []


def test_a_room_in_a_hired_in_house_needs_the_owners_consent_too() -> None:
    around = replace(AROUND, dwelling=replace(ROOM, tenure=Tenure.HIRED_IN))
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    assert ("owner_consent_on", "tenancy.owner_consent_missing") in warned(problems_of(room, around))


def test_a_head_lease_that_ends_is_no_reason_for_a_short_term() -> None:
    hired = replace(FLAT, tenure=Tenure.HIRED_IN)
    head = HeadLease(
        landlord_id=1,
        dwelling_id=1,
        starts_on=date(2026, 1, 1),
        ends_on=date(2028, 1, 1),
        sublet_consent_on=TODAY,
    )
    short = replace(LEASE, kind=TenancyKind.SUBLET, ends_on=date(2028, 1, 1))
    around = replace(AROUND, dwelling=hired, head_leases=(head,))
    assert hard(problems_of(short, around)) == {("ends_on", "tenancy.term_too_short")}  # edge 11


# Two at once


@pytest.mark.parametrize(
    ("changes", "is_hard"),
    [
        ({"ends_on": date(2026, 12, 1)}, True),
        ({"ends_on": date(2026, 11, 30)}, False),
        ({"ends_on": None}, True),
        ({"ends_on": None, "moved_out_on": date(2026, 12, 2)}, True),
        ({"ends_on": None, "moved_out_on": date(2026, 12, 1)}, False),
        ({"starts_on": date(2029, 11, 30), "ends_on": None}, True),
        ({"starts_on": date(2029, 12, 1), "ends_on": None}, False),
    ],
)
def test_a_unit_is_let_once_at_a_time(changes: dict[str, object], is_hard: bool) -> None:
    other = replace(LEASE, id=9, household_id=2, **({"starts_on": date(2023, 12, 1)} | changes))
    found = hard(problems_of(LEASE, around_with(other)))
    assert found == ({("starts_on", "tenancy.overlaps")} if is_hard else set())


@pytest.mark.parametrize(
    ("moved_out_on", "expected"),
    [
        (LEASE.starts_on - DAY, set()),  # the day before: free from the day the lease starts
        (LEASE.starts_on, {("starts_on", "tenancy.same_day_handover")}),
    ],
)
def test_handing_over_the_same_day_is_allowed_and_said(moved_out_on: date, expected: set[tuple[str, str]]) -> None:
    old = replace(LEASE, id=9, household_id=2, starts_on=date(2023, 12, 1), ends_on=None, moved_out_on=moved_out_on)
    found = problems_of(LEASE, around_with(old))
    assert not hard(found) and warned(found) == expected
    from_the_other_side = problems_of(old, replace(around_with(LEASE), today=LEASE.starts_on))
    assert hard(from_the_other_side) == set()
    assert {said for said in warned(from_the_other_side) if said[1] == "tenancy.same_day_handover"} == (
        {("moved_out_on", "tenancy.same_day_handover")} if expected else set()
    )
    assert problems_of(replace(LEASE, household_id=2), around_with(old)) == []  # they stay themselves


def test_a_former_tenant_who_may_still_be_there_is_said() -> None:
    other = replace(
        LEASE, id=9, household_id=2, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31), moved_out_on=None
    )
    assert warned(problems_of(LEASE, around_with(other))) == {("starts_on", "tenancy.former_tenant_there")}
    assert problems_of(LEASE, around_with(replace(other, moved_out_on=date(2026, 10, 31)))) == []


def test_a_lease_that_turned_indefinite_goes_on() -> None:
    other = replace(LEASE, id=9, household_id=2, starts_on=date(2023, 8, 1), ends_on=date(2026, 7, 31))
    assert hard(problems_of(LEASE, around_with(other))) == {("starts_on", "tenancy.overlaps")}


def test_a_house_and_a_room_in_it_are_not_let_at_once_but_two_rooms_are() -> None:
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    around = around_with(dwelling=ROOM, house_unit_ids=frozenset({2, 3, 4}))
    house = replace(LEASE, id=9, household_id=2, dwelling_id=2)
    beside = replace(room, id=9, household_id=2, dwelling_id=4)
    assert hard(problems_of(room, replace(around, house_tenancies=(house,)))) == {("starts_on", "tenancy.overlaps")}
    assert problems_of(room, replace(around, house_tenancies=(beside,))) == []
    whole = replace(FLAT, id=2, kind=DwellingKind.HOUSE)
    from_house = replace(around, dwelling=whole, house_tenancies=(beside,))
    assert hard(problems_of(replace(LEASE, dwelling_id=2), from_house)) == {("starts_on", "tenancy.overlaps")}


def test_a_renewal_may_begin_before_the_old_lease_ends() -> None:
    old = replace(LEASE, id=9, starts_on=date(2024, 1, 1), ends_on=date(2026, 12, 31))
    assert hard(problems_of(LEASE, around_with(old))) == {("starts_on", "tenancy.overlaps")}
    renewed = problems_of(replace(LEASE, previous_id=9), around_with(old))
    assert not hard(renewed) and warned(renewed) == {("starts_on", "tenancy.renewed_before_end")}


def test_a_fixed_term_after_an_indefinite_one_gives_up_protection() -> None:
    old = replace(LEASE, id=9, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    new = replace(LEASE, previous_id=9, starts_on=date(2027, 3, 1), ends_on=date(2030, 2, 28))
    warning = ("ends_on", "tenancy.gives_up_indefinite")  # edge 6; law.md § 12 A: from 1 Feb 2027
    last_day = replace(around_with(old), today=date(2027, 1, 31))
    after = replace(around_with(old), today=date(2027, 2, 1))
    unsigned = replace(new, signed_tenant_on=None, signed_landlord_on=None)
    assert warning not in warned(problems_of(unsigned, last_day))
    assert warning in warned(problems_of(unsigned, after))
    assert warning not in warned(problems_of(replace(unsigned, ends_on=None), after))
    assert warning in warned(problems_of(unsigned, replace(after, house_tenancies=(replace(old, ends_on=None),))))
    for changes in ({"household_id": 2}, {"dwelling_id": 7}, {"moved_out_on": date(2027, 1, 31)}):
        other = replace(after, house_tenancies=(replace(old, **changes),))
        assert warning not in warned(problems_of(unsigned, other))
    later = replace(old, starts_on=new.starts_on, ends_on=None)
    assert warning not in warned(problems_of(unsigned, replace(after, house_tenancies=(later,))))


# Private and owned homes; protocols


def test_a_home_of_their_own_has_no_lease_to_judge() -> None:
    owned = replace(
        LEASE, kind=TenancyKind.OWNED, rent_nok=0, ends_on=None, eviction_unpaid=False, signed_tenant_on=None
    )
    assert problems_of(owned, replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.RESIDENT_OWNED))) == []


def test_protocols() -> None:
    handover = Handover(tenancy_id=1, kind=HandoverKind.HANDBACK, held_on=LEASE.starts_on, signed_on=TODAY)
    assert handover_problems(handover, tenancy=LEASE, today=TODAY) == []
    wrong = replace(handover, held_on=LEASE.starts_on - DAY, signed_on=TODAY + DAY)
    assert hard(handover_problems(wrong, tenancy=LEASE, today=TODAY)) == {
        ("held_on", "handover.before_start"),
        ("signed_on", "handover.signed_ahead"),
    }
    read = replace(handover, power_reading=Decimal(0), water_reading=Decimal(0))
    assert handover_problems(read, tenancy=LEASE, today=TODAY) == []
    below = replace(handover, power_reading=Decimal(-1), water_reading=Decimal("-0.1"))
    assert hard(handover_problems(below, tenancy=LEASE, today=TODAY)) == {
        ("power_reading", "number.negative"),
        ("water_reading", "number.negative"),
    }
    takeover = replace(handover, kind=HandoverKind.TAKEOVER, held_on=LEASE.starts_on - DAY, smoke_alarms_ok=False)
    assert warned(handover_problems(takeover, tenancy=LEASE, today=TODAY)) == {
        ("smoke_alarms_ok", "handover.smoke_alarms_ok")
    }
