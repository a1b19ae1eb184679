"""Leases: every rule with a date or an amount on both sides of its edge; the source stands beside it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Tenure
from bolig_desktop.errors import Problem
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.people.records import Grading, MemberRole, Membership, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import (
    Handover,
    HandoverKind,
    SecurityKind,
    Tenancy,
    TenancyKind,
    TenancyState,
)
from bolig_desktop.tenancies.rules import (
    Surroundings,
    earlier_short_leases,
    handover_problems,
    state,
    tenancy_problems,
)
from bolig_desktop.text.sentences import problem_sentence
from topics.passed import passed
from topics.said import hard, warned

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
SELAM = Person(id=1, given_name="Selam", family_name="Tesfay", born_on=date(1990, 1, 1))
MEMBER = Membership(id=1, household_id=1, person_id=1, role=MemberRole.MAIN)
FLAT = Dwelling(id=1, street="Storgata 14 B", kind=DwellingKind.APARTMENT, tenure=Tenure.MUNICIPAL)
ROOM = Dwelling(id=3, house_id=2, name="rom 3", street="Fjellgata 8", kind=DwellingKind.ROOM, tenure=Tenure.MUNICIPAL)
AROUND = Surroundings(
    dwelling=FLAT,
    house_unit_ids=frozenset({1}),
    house_tenancies=(),
    people=(SELAM,),
    memberships=(MEMBER,),
    head_leases=(),
    municipality=Municipality(name="Nordvik", account_number="1234.56.78903"),
    today=TODAY,
)
LEASE = Tenancy(
    id=1,
    kind=TenancyKind.MUNICIPAL,
    dwelling_id=1,
    household_id=1,
    starts_on=date(2026, 12, 1),
    ends_on=date(2029, 11, 30),
    rent_nok=9500,
    signed_landlord_on=TODAY,
    signed_tenant_on=TODAY,
)
SHORT = replace(
    LEASE,
    ends_on=date(2027, 11, 30),
    vulnerable_notice=True,
    exception_short_term=True,
    short_term_reason="Boligen skal rives i 2028.",
    short_term_decision="26/114",
)


def _problems(lease: Tenancy, around: Surroundings = AROUND) -> list[Problem]:
    return tenancy_problems(lease, around)


def _with(*others: Tenancy, **changes: object) -> Surroundings:
    """Each of the others assessed and its extension granted; the gate itself is tried in test_renewal_gate.py."""
    return replace(AROUND, house_tenancies=others, **passed(*others), **changes)


def _one(problems: list[Problem], code: str) -> Problem:
    (found,) = [problem for problem in problems if problem.code == code]
    return found


# The shortest term: HL-9-3


def test_a_lease_of_three_years_is_fine_and_one_day_less_is_not() -> None:
    assert _problems(LEASE) == []  # law.md § 12 A: 1 Dec 2026 to at least 30 Nov 2029
    problem = _one(_problems(replace(LEASE, ends_on=date(2029, 11, 29))), "tenancy.term_too_short")
    assert (problem.hard, problem.field, problem.section) == (True, "ends_on", "husleieloven § 9-3")
    assert "kan tidligst slutte 30.11.2029" in problem_sentence(problem)


def test_a_start_on_a_leap_day_needs_the_clamped_day_itself() -> None:
    leap = replace(LEASE, starts_on=date(2024, 2, 29), ends_on=date(2027, 2, 28))
    assert not hard(_problems(leap))
    assert hard(_problems(replace(leap, ends_on=date(2027, 2, 27)))) == {("ends_on", "tenancy.term_too_short")}


def test_an_indefinite_lease_has_no_shortest_term() -> None:
    assert _problems(replace(LEASE, ends_on=None)) == []


def test_one_year_is_enough_where_a_private_landlord_lives_in_the_house() -> None:
    private = replace(LEASE, kind=TenancyKind.PRIVATE, landlord_lives_in=True, ends_on=date(2027, 11, 30))
    assert _problems(private) == []
    short = _problems(replace(private, ends_on=date(2027, 11, 29)))
    assert not hard(short) and warned(short) == {("ends_on", "tenancy.term_too_short_private")}
    elsewhere = _problems(replace(private, landlord_lives_in=False))
    assert warned(elsewhere) == {("ends_on", "tenancy.term_too_short_private")}


def test_the_municipality_lives_in_no_house() -> None:
    found = _problems(replace(LEASE, landlord_lives_in=True, ends_on=date(2027, 11, 30)))
    assert hard(found) == {("ends_on", "tenancy.term_too_short")}
    assert ("landlord_lives_in", "tenancy.municipality_lives_nowhere") in warned(found)


def test_another_just_cause_is_taken_with_a_warning() -> None:
    found = _problems(replace(LEASE, ends_on=date(2027, 11, 30), just_cause="Eieren skal bruke boligen selv."))
    assert not hard(found) and warned(found) == {("just_cause", "tenancy.just_cause_told")}


# Short municipal leases: HL-11-1a to HL-11-1d


def test_a_short_lease_with_notice_tick_reason_and_decision_is_fine() -> None:
    assert _problems(SHORT) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"vulnerable_notice": False}, "vulnerable_notice", "tenancy.exception_without_notice"),
        ({"exception_short_term": False}, "ends_on", "tenancy.term_too_short"),
        ({"short_term_reason": " "}, "short_term_reason", "tenancy.short_term_reason_missing"),
        ({"short_term_decision": ""}, "short_term_decision", "tenancy.short_term_decision_missing"),
    ],
)
def test_each_part_of_the_short_lease_is_needed(changes: dict[str, object], field: str, code: str) -> None:
    found = _problems(replace(SHORT, **changes))
    assert hard(found) == {(field, code)}
    assert all(p.section.startswith("husleieloven §") for p in found)


@pytest.mark.parametrize("field", ["exception_family", "exception_others", "exception_absence"])
def test_every_exception_must_be_told_in_writing(field: str) -> None:
    told = replace(LEASE, vulnerable_notice=True, **{field: True})
    assert _problems(told) == []
    untold = replace(told, vulnerable_notice=False)
    assert hard(_problems(untold)) == {("vulnerable_notice", "tenancy.exception_without_notice")}


def test_a_notice_without_exceptions_and_a_tick_without_need_are_said() -> None:
    assert warned(_problems(replace(LEASE, vulnerable_notice=True))) == {
        ("vulnerable_notice", "tenancy.notice_without_exception")
    }
    assert warned(_problems(replace(SHORT, ends_on=date(2029, 11, 30)))) == {
        ("exception_short_term", "tenancy.not_short")
    }


@pytest.mark.parametrize("ends_on", [None, LEASE.starts_on - DAY], ids=["unread", "before the start"])
def test_nothing_is_said_of_the_tick_where_the_length_is_not_known(ends_on: date | None) -> None:
    found = _problems(replace(SHORT, ends_on=ends_on))
    assert ("exception_short_term", "tenancy.not_short") not in warned(found)
    one_day = _problems(replace(SHORT, ends_on=LEASE.starts_on))
    assert not hard(one_day) and not warned(one_day)


def test_the_exceptions_are_for_dwellings_at_public_disposal() -> None:
    brokered = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.BROKERED))
    assert ("vulnerable_notice", "tenancy.not_disposed") in hard(_problems(SHORT, brokered))
    assigned = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.ASSIGNED))
    assert _problems(SHORT, assigned) == []


def test_the_notice_alone_is_refused_where_nothing_is_at_public_disposal() -> None:
    brokered = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.BROKERED))
    assert ("vulnerable_notice", "tenancy.not_disposed") in hard(
        _problems(replace(LEASE, vulnerable_notice=True), brokered)
    )
    told_too_little = replace(LEASE, exception_family=True)
    assert ("vulnerable_notice", "tenancy.not_disposed") in hard(_problems(told_too_little, brokered))


def test_a_second_short_lease_needs_weighty_reasons() -> None:
    first = replace(SHORT, id=9, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    found = _problems(SHORT, _with(first))
    assert hard(found) == {("short_term_weighty", "tenancy.second_short_lease")}
    assert "01.12.2025" in problem_sentence(found[0])
    assert not hard(_problems(replace(SHORT, short_term_weighty="Ny bolig er ikke ferdig."), _with(first)))


@pytest.mark.parametrize(
    "changes",
    [
        {"ends_on": date(2028, 11, 30), "moved_out_on": date(2026, 11, 30)},  # an ordinary lease of three years
        {"household_id": 2, "moved_out_on": date(2026, 11, 30)},
        {"exception_short_term": False, "just_cause": "Eieren skulle bruke boligen selv."},
        {"kind": TenancyKind.PRIVATE},
    ],
)
def test_other_leases_before_it_do_not_count(changes: dict[str, object]) -> None:
    first = replace(SHORT, id=9, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    assert earlier_short_leases(SHORT, _with(first)) == [first]
    assert earlier_short_leases(SHORT, _with(replace(first, **changes))) == []


def test_a_short_lease_counts_whatever_else_was_given_as_its_ground() -> None:
    first = replace(SHORT, id=9, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    both = replace(first, just_cause="Eieren skulle bruke boligen selv.")
    neither = replace(first, exception_short_term=False)
    assert earlier_short_leases(SHORT, _with(both)) == [both]
    assert earlier_short_leases(SHORT, _with(neither)) == [neither]
    assert earlier_short_leases(first, _with(replace(first, id=10))) == []


def test_a_draft_that_came_to_nothing_does_not_count() -> None:
    draft = replace(SHORT, id=9, starts_on=TODAY + DAY, signed_tenant_on=None)
    assert earlier_short_leases(SHORT, _with(draft)) == []


def test_another_room_in_the_same_house_counts_as_the_same_dwelling() -> None:
    room = replace(SHORT, kind=TenancyKind.ROOM, dwelling_id=3)
    first = replace(room, id=9, dwelling_id=4, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    around = _with(first, dwelling=ROOM, house_unit_ids=frozenset({2, 3, 4}))
    assert hard(_problems(room, around)) == {("short_term_weighty", "tenancy.second_short_lease")}  # edge 9


# Security: HL-3-5a, HL-3-5b, HL-3-6


def test_the_deposit_is_at_most_six_rents_without_power() -> None:
    assert _problems(replace(LEASE, deposit_nok=57_000, power_nok=500)) == []
    found = _problems(replace(LEASE, deposit_nok=57_001, power_nok=500))
    assert hard(found) == {("deposit_nok", "tenancy.deposit_too_high")}
    assert found[0].section == "husleieloven § 3-5"


def test_deposit_and_guarantee_share_the_ceiling() -> None:
    both = replace(LEASE, deposit_nok=28_500, guarantee_nok=28_500, guarantee_kind=SecurityKind.MUNICIPAL)
    assert _problems(both) == []
    found = _problems(replace(both, guarantee_nok=28_501))
    assert hard(found) == {("guarantee_nok", "tenancy.security_too_high")}
    assert found[0].section == "husleieloven § 3-6"
    assert hard(_problems(replace(both, deposit_nok=None, guarantee_nok=57_001))) == {
        ("guarantee_nok", "tenancy.security_too_high")
    }


def test_a_private_landlords_deposit_is_warned_about_and_our_guarantee_refused() -> None:
    private = replace(LEASE, kind=TenancyKind.PRIVATE, deposit_nok=57_001)
    assert warned(_problems(private)) == {("deposit_nok", "tenancy.deposit_too_high")}
    ours = replace(private, deposit_nok=None, guarantee_nok=57_001, guarantee_kind=SecurityKind.MUNICIPAL)
    assert hard(_problems(ours)) == {("guarantee_nok", "tenancy.security_too_high")}


def test_the_deposit_is_never_on_the_municipalitys_own_account() -> None:
    assert hard(_problems(replace(LEASE, deposit_nok=1, deposit_account="12345678903"))) == {
        ("deposit_account", "tenancy.deposit_on_own_account")
    }
    odd = _problems(replace(LEASE, deposit_nok=1, deposit_account="12345678904"))
    assert not hard(odd) and warned(odd) == {("deposit_account", "identifier.account_control")}


def test_a_guarantee_has_somebody_behind_it_and_lasts_past_the_start() -> None:
    assert warned(_problems(replace(LEASE, guarantee_nok=1))) == {("guarantee_kind", "tenancy.guarantee_by_whom")}
    ends = replace(LEASE, guarantee_ends_on=LEASE.starts_on)
    assert _problems(ends) == []
    assert hard(_problems(replace(ends, guarantee_ends_on=LEASE.starts_on - DAY))) == {
        ("guarantee_ends_on", "tenancy.guarantee_ends_before_start")
    }


@pytest.mark.parametrize("field", ["rent_nok", "power_nok", "water_nok", "deposit_nok", "guarantee_nok"])
def test_no_sum_is_below_nothing(field: str) -> None:
    assert (field, "money.negative") in hard(_problems(replace(LEASE, **{field: -1})))
    assert not hard(_problems(replace(LEASE, **{field: 0})))


def test_odd_rents_and_due_days() -> None:
    assert warned(_problems(replace(LEASE, rent_nok=0))) == {("rent_nok", "tenancy.rent_zero")}
    assert _problems(replace(LEASE, rent_nok=100_000)) == []
    assert warned(_problems(replace(LEASE, rent_nok=100_001))) == {("rent_nok", "tenancy.rent_high")}
    assert not hard(_problems(replace(LEASE, due_day=28)))
    for day in (0, 29):
        assert hard(_problems(replace(LEASE, due_day=day))) == {("due_day", "tenancy.due_day")}


# What the lease says: HL-9-2-1, HL-9-6, HL-ROOM, HL-3-7, TV-13-2a and b


def test_a_fixed_term_says_whether_it_can_be_terminated() -> None:
    untold = _problems(replace(LEASE, told_not_terminable=False))
    assert not hard(untold) and warned(untold) == {("told_not_terminable", "tenancy.not_told_terminable")}
    agreed = replace(LEASE, told_not_terminable=False, terminable_in_term=True)
    assert _problems(agreed) == []
    assert hard(_problems(replace(agreed, told_not_terminable=True))) == {
        ("terminable_in_term", "tenancy.terminable_both_ways")
    }
    assert _problems(replace(LEASE, ends_on=None, told_not_terminable=False)) == []


def test_notice_is_three_months_for_rooms_too() -> None:
    assert warned(_problems(replace(LEASE, notice_months=2))) == {("notice_months", "tenancy.notice_short")}
    assert hard(_problems(replace(LEASE, notice_months=0))) == {("notice_months", "tenancy.notice_none")}
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    around = replace(AROUND, dwelling=ROOM, house_unit_ids=frozenset({2, 3}))
    assert _problems(room, around) == []
    assert warned(_problems(replace(room, notice_months=1), around)) == {("notice_months", "tenancy.room_protected")}


def test_eviction_clauses_are_a_choice() -> None:
    found = _problems(replace(LEASE, eviction_unpaid=False, eviction_expiry=False))
    assert not hard(found)
    assert {(p.code, p.section[-9:]) for p in found} == {
        ("tenancy.no_eviction_unpaid", "bokstav a"),
        ("tenancy.no_eviction_expiry", "bokstav b"),
    }
    assert _problems(replace(LEASE, ends_on=None, eviction_expiry=False)) == []


@pytest.mark.parametrize("text", ["Nøkkelgebyr 500 kr", "kommunale avgifter kommer i tillegg", "bot ved røyking"])
def test_fees_in_free_text_are_warned_about(text: str) -> None:
    found = _problems(replace(LEASE, departures=text))
    assert warned(found) == {("departures", "tenancy.fee_in_text")} and found[0].section == "husleieloven § 3-7"


def test_ordinary_free_text_is_left_alone() -> None:
    assert _problems(replace(LEASE, departures="Leieren kan bruke boden. Robot-støvsuger følger med.")) == []


# Dates and signatures


def test_ends_and_moves_on_the_first_day_at_the_earliest() -> None:
    private = replace(LEASE, kind=TenancyKind.OWNED, ends_on=LEASE.starts_on, moved_out_on=LEASE.starts_on)
    assert _problems(private) == []
    before = replace(private, ends_on=LEASE.starts_on - DAY, moved_out_on=LEASE.starts_on - DAY)
    assert hard(_problems(before)) == {
        ("ends_on", "tenancy.ends_before_start"),
        ("moved_out_on", "tenancy.moved_out_before_start"),
    }


def test_signatures_are_not_ahead_and_not_forgotten() -> None:
    assert hard(_problems(replace(LEASE, signed_tenant_on=TODAY + DAY))) == {
        ("signed_tenant_on", "tenancy.signed_ahead")
    }
    unsigned = replace(LEASE, signed_landlord_on=None)
    assert _problems(unsigned) == []
    started = replace(unsigned, starts_on=TODAY, ends_on=None)
    assert warned(_problems(started)) == {("signed_landlord_on", "tenancy.not_signed")}


# Who and what: AG-2 to AG-4, MI-1, the unit


@pytest.mark.parametrize("left_on", [None, date(2025, 1, 1)], ids=["now", "before"])
def test_code_6_in_the_household_refuses_the_lease(left_on: date | None) -> None:
    graded = replace(SELAM, grading=Grading.STRICTLY_CONFIDENTIAL)
    around = replace(AROUND, people=(graded,), memberships=(replace(MEMBER, left_on=left_on),))
    found = _problems(LEASE, around)
    assert hard(found) == {("household_id", "tenancy.code_6")}
    assert "særskilte rutine" in problem_sentence(found[0])


def test_code_7_shields_and_an_empty_household_is_said() -> None:
    around = replace(AROUND, people=(replace(SELAM, grading=Grading.CONFIDENTIAL),))
    assert warned(_problems(LEASE, around)) == {("household_id", "tenancy.code_7")}
    empty = replace(AROUND, people=(), memberships=())
    found = _problems(LEASE, empty)
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
    assert warned(_problems(LEASE, around)) == expected
    private = replace(LEASE, kind=TenancyKind.PRIVATE)  # no paper of ours
    assert not warned(_problems(private, around))
    over = replace(LEASE, starts_on=date(2023, 1, 1), ends_on=None, moved_out_on=TODAY)
    assert not warned(_problems(over, around))


@pytest.mark.parametrize(
    ("born_on", "needed"), [(date(2008, 11, 23), True), (date(2008, 11, 22), False), (None, False)]
)
def test_a_guardian_signs_for_who_is_under_eighteen_on_the_day_of_signing(born_on: date | None, needed: bool) -> None:
    around = replace(AROUND, people=(replace(SELAM, born_on=born_on),))
    expected = {("guardian", "tenancy.minor_needs_guardian")} if needed else set()
    assert hard(_problems(LEASE, around)) == expected
    assert not hard(_problems(replace(LEASE, guardian="Ola Verge"), around))


def test_where_nobody_is_the_main_person_all_of_them_are_tenants() -> None:
    child = replace(SELAM, born_on=date(2010, 1, 1))
    around = replace(AROUND, people=(child,), memberships=(replace(MEMBER, role=MemberRole.OTHER),))
    nobody_to_sign = {("household_id", "tenancy.nobody_to_sign")}
    assert hard(_problems(LEASE, around)) == {("guardian", "tenancy.minor_needs_guardian")}
    grown_up = replace(SELAM, id=2)
    both = replace(
        around,
        people=(child, grown_up),
        memberships=(*around.memberships, replace(MEMBER, id=2, person_id=2, role=MemberRole.OTHER)),
    )
    assert not hard(_problems(LEASE, both)) and warned(_problems(LEASE, both)) == nobody_to_sign
    left = replace(MEMBER, left_on=date(2025, 1, 1))
    assert not hard(_problems(LEASE, replace(around, memberships=(left,))))


def test_a_grown_up_tenant_with_children_needs_no_guardian() -> None:
    child = Person(id=2, given_name="Luna", born_on=date(2020, 1, 1))
    around = replace(
        AROUND,
        people=(SELAM, child),
        memberships=(MEMBER, replace(MEMBER, id=2, person_id=2, role=MemberRole.CHILD)),
    )
    assert _problems(LEASE, around) == []


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
    found = _problems(replace(LEASE, kind=kind), replace(AROUND, dwelling=unit))
    assert (field, code) in (hard(found) if is_hard else warned(found))


def test_a_room_is_for_one() -> None:
    around = replace(
        AROUND,
        dwelling=ROOM,
        people=(SELAM, replace(SELAM, id=2)),
        memberships=(MEMBER, replace(MEMBER, id=2, person_id=2, role=MemberRole.PARTNER)),
    )
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    assert warned(_problems(room, around)) == {("household_id", "tenancy.room_for_one")}


def test_a_unit_given_up_or_out_of_use_is_not_let() -> None:
    given_up = replace(AROUND, dwelling=replace(FLAT, given_up_on=LEASE.starts_on))
    assert hard(_problems(LEASE, given_up)) == {("dwelling_id", "tenancy.dwelling_given_up")}
    later = replace(AROUND, dwelling=replace(FLAT, given_up_on=LEASE.starts_on + DAY))
    assert _problems(LEASE, later) == []
    out = replace(FLAT, out_of_use_from=TODAY, out_of_use_to=LEASE.starts_on, out_of_use_reason="vannskade")
    assert warned(_problems(LEASE, replace(AROUND, dwelling=out))) == {("starts_on", "tenancy.dwelling_out_of_use")}
    first_day = replace(out, out_of_use_from=LEASE.starts_on, out_of_use_to=None)
    assert len(warned(_problems(LEASE, replace(AROUND, dwelling=first_day)))) == 1
    ahead = replace(first_day, out_of_use_from=LEASE.starts_on + DAY)
    assert _problems(LEASE, replace(AROUND, dwelling=ahead)) == []
    back = replace(out, out_of_use_to=LEASE.starts_on - DAY)
    assert _problems(LEASE, replace(AROUND, dwelling=back)) == []


# Sublets: HL-7-2, HL-7-7


def test_a_sublet_has_a_head_lease_the_owners_consent_and_time_enough() -> None:
    hired = replace(FLAT, tenure=Tenure.HIRED_IN)
    head = HeadLease(
        landlord_id=1, dwelling_id=1, starts_on=date(2026, 1, 1), ends_on=LEASE.ends_on, sublet_consent_on=TODAY
    )
    sublet = replace(LEASE, kind=TenancyKind.SUBLET)
    assert _problems(sublet, replace(AROUND, dwelling=hired, head_leases=(head,))) == []
    assert warned(_problems(sublet, replace(AROUND, dwelling=hired))) == {
        ("dwelling_id", "tenancy.head_lease_missing"),
        ("owner_consent_on", "tenancy.owner_consent_missing"),
    }
    ends_first = replace(head, ends_on=date(2029, 11, 29), sublet_consent_on=None)
    found = _problems(sublet, replace(AROUND, dwelling=hired, head_leases=(ends_first,)))
    assert not hard(found)
    assert warned(found) == {
        ("owner_consent_on", "tenancy.owner_consent_missing"),
        ("ends_on", "tenancy.head_lease_ends_first"),
    }
    consented = replace(sublet, owner_consent_on=TODAY)
    endless = replace(ends_first, ends_on=None)
    assert _problems(consented, replace(AROUND, dwelling=hired, head_leases=(endless,))) == []


def test_a_room_in_a_hired_in_house_needs_the_owners_consent_too() -> None:
    around = replace(AROUND, dwelling=replace(ROOM, tenure=Tenure.HIRED_IN))
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    assert ("owner_consent_on", "tenancy.owner_consent_missing") in warned(_problems(room, around))


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
    assert hard(_problems(short, around)) == {("ends_on", "tenancy.term_too_short")}  # edge 11


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
    found = hard(_problems(LEASE, _with(other)))
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
    found = _problems(LEASE, _with(old))
    assert not hard(found) and warned(found) == expected
    from_the_other_side = _problems(old, replace(_with(LEASE), today=LEASE.starts_on))
    assert hard(from_the_other_side) == set()
    assert {said for said in warned(from_the_other_side) if said[1] == "tenancy.same_day_handover"} == (
        {("moved_out_on", "tenancy.same_day_handover")} if expected else set()
    )
    assert _problems(replace(LEASE, household_id=2), _with(old)) == []  # they stay themselves


def test_a_former_tenant_who_may_still_be_there_is_said() -> None:
    other = replace(
        LEASE, id=9, household_id=2, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31), moved_out_on=None
    )
    assert warned(_problems(LEASE, _with(other))) == {("starts_on", "tenancy.former_tenant_there")}
    assert _problems(LEASE, _with(replace(other, moved_out_on=date(2026, 10, 31)))) == []


def test_a_lease_that_turned_indefinite_goes_on() -> None:
    other = replace(LEASE, id=9, household_id=2, starts_on=date(2023, 8, 1), ends_on=date(2026, 7, 31))
    assert hard(_problems(LEASE, _with(other))) == {("starts_on", "tenancy.overlaps")}


def test_a_house_and_a_room_in_it_are_not_let_at_once_but_two_rooms_are() -> None:
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    around = _with(dwelling=ROOM, house_unit_ids=frozenset({2, 3, 4}))
    house = replace(LEASE, id=9, household_id=2, dwelling_id=2)
    beside = replace(room, id=9, household_id=2, dwelling_id=4)
    assert hard(_problems(room, replace(around, house_tenancies=(house,)))) == {("starts_on", "tenancy.overlaps")}
    assert _problems(room, replace(around, house_tenancies=(beside,))) == []
    whole = replace(FLAT, id=2, kind=DwellingKind.HOUSE)
    from_house = replace(around, dwelling=whole, house_tenancies=(beside,))
    assert hard(_problems(replace(LEASE, dwelling_id=2), from_house)) == {("starts_on", "tenancy.overlaps")}


def test_a_renewal_may_begin_before_the_old_lease_ends() -> None:
    old = replace(LEASE, id=9, starts_on=date(2024, 1, 1), ends_on=date(2026, 12, 31))
    assert hard(_problems(LEASE, _with(old))) == {("starts_on", "tenancy.overlaps")}
    renewed = _problems(replace(LEASE, previous_id=9), _with(old))
    assert not hard(renewed) and warned(renewed) == {("starts_on", "tenancy.renewed_before_end")}


def test_a_fixed_term_after_an_indefinite_one_gives_up_protection() -> None:
    old = replace(LEASE, id=9, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    new = replace(LEASE, previous_id=9, starts_on=date(2027, 3, 1), ends_on=date(2030, 2, 28))
    warning = ("ends_on", "tenancy.gives_up_indefinite")  # edge 6; law.md § 12 A: from 1 Feb 2027
    last_day = replace(_with(old), today=date(2027, 1, 31))
    after = replace(_with(old), today=date(2027, 2, 1))
    unsigned = replace(new, signed_tenant_on=None, signed_landlord_on=None)
    assert warning not in warned(_problems(unsigned, last_day))
    assert warning in warned(_problems(unsigned, after))
    assert warning not in warned(_problems(replace(unsigned, ends_on=None), after))
    assert warning in warned(_problems(unsigned, replace(after, house_tenancies=(replace(old, ends_on=None),))))
    for changes in ({"household_id": 2}, {"dwelling_id": 7}, {"moved_out_on": date(2027, 1, 31)}):
        other = replace(after, house_tenancies=(replace(old, **changes),))
        assert warning not in warned(_problems(unsigned, other))
    later = replace(old, starts_on=new.starts_on, ends_on=None)
    assert warning not in warned(_problems(unsigned, replace(after, house_tenancies=(later,))))


# State


@pytest.mark.parametrize(
    ("today", "expected"),
    [  # law.md § 12 A: lease 1 Nov 2023 - 31 Oct 2026, nobody has asked them to move
        (date(2023, 10, 31), TenancyState.RUNNING),
        (date(2026, 10, 31), TenancyState.RUNNING),
        (date(2026, 11, 1), TenancyState.EXPIRED),
        (date(2027, 1, 31), TenancyState.EXPIRED),
        (date(2027, 2, 1), TenancyState.EXPIRED),  # uncertain: § 149 may stretch the three months
        (date(2027, 2, 2), TenancyState.INDEFINITE),
    ],
)
def test_the_state_of_a_lease_that_runs_out(today: date, expected: TenancyState) -> None:
    lease = replace(LEASE, starts_on=date(2023, 11, 1), ends_on=date(2026, 10, 31))
    assert state(lease, today) is expected


def test_the_state_of_drafts_indefinite_and_ended_leases() -> None:
    unsigned = replace(LEASE, signed_tenant_on=None)
    assert state(unsigned, LEASE.starts_on - DAY) is TenancyState.DRAFT
    assert state(unsigned, LEASE.starts_on) is TenancyState.RUNNING
    assert state(replace(LEASE, signed_landlord_on=None), TODAY) is TenancyState.DRAFT
    assert state(LEASE, TODAY) is TenancyState.RUNNING
    assert state(replace(LEASE, ends_on=None), TODAY) is TenancyState.INDEFINITE
    moved = replace(LEASE, moved_out_on=date(2027, 6, 30))
    assert state(moved, date(2027, 6, 29)) is TenancyState.RUNNING
    assert state(moved, date(2027, 6, 30)) is TenancyState.ENDED


# Private and owned homes; protocols


def test_a_home_of_their_own_has_no_lease_to_judge() -> None:
    owned = replace(
        LEASE, kind=TenancyKind.OWNED, rent_nok=0, ends_on=None, eviction_unpaid=False, signed_tenant_on=None
    )
    assert _problems(owned, replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.RESIDENT_OWNED))) == []


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
