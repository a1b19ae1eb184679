"""Leases: every rule with a date or an amount on both sides of its edge; the source stands beside it."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.tenancies.records import (
    SecurityKind,
    TenancyKind,
    TenancyState,
)
from bolig_desktop.tenancies.rules import (
    earlier_short_leases,
    state,
)
from bolig_desktop.text.sentences import problem_sentence
from topics.a_lease import AROUND, DAY, FLAT, LEASE, ROOM, SHORT, TODAY, around_with, one_problem, problems_of
from topics.said import hard, warned

# The shortest term: HL-9-3


def test_a_lease_of_three_years_is_fine_and_one_day_less_is_not() -> None:
    assert problems_of(LEASE) == []  # law.md § 12 A: 1 Dec 2026 to at least 30 Nov 2029
    problem = one_problem(problems_of(replace(LEASE, ends_on=date(2029, 11, 29))), "tenancy.term_too_short")
    assert (problem.hard, problem.field, problem.section) == (True, "ends_on", "husleieloven § 9-3")
    assert "kan tidligst slutte 30.11.2029" in problem_sentence(problem)


def test_a_start_on_a_leap_day_needs_the_clamped_day_itself() -> None:
    leap = replace(LEASE, starts_on=date(2024, 2, 29), ends_on=date(2027, 2, 28))
    assert not hard(problems_of(leap))
    assert hard(problems_of(replace(leap, ends_on=date(2027, 2, 27)))) == {("ends_on", "tenancy.term_too_short")}


def test_an_indefinite_lease_has_no_shortest_term() -> None:
    assert problems_of(replace(LEASE, ends_on=None)) == []


def test_one_year_is_enough_where_a_private_landlord_lives_in_the_house() -> None:
    private = replace(LEASE, kind=TenancyKind.PRIVATE, landlord_lives_in=True, ends_on=date(2027, 11, 30))
    assert problems_of(private) == []
    short = problems_of(replace(private, ends_on=date(2027, 11, 29)))
    assert not hard(short) and warned(short) == {("ends_on", "tenancy.term_too_short_private")}
    elsewhere = problems_of(replace(private, landlord_lives_in=False))
    assert warned(elsewhere) == {("ends_on", "tenancy.term_too_short_private")}


def test_the_municipality_lives_in_no_house() -> None:
    found = problems_of(replace(LEASE, landlord_lives_in=True, ends_on=date(2027, 11, 30)))
    assert hard(found) == {("ends_on", "tenancy.term_too_short")}
    assert ("landlord_lives_in", "tenancy.municipality_lives_nowhere") in warned(found)


def test_another_just_cause_is_taken_with_a_warning() -> None:
    found = problems_of(replace(LEASE, ends_on=date(2027, 11, 30), just_cause="Eieren skal bruke boligen selv."))
    assert not hard(found) and warned(found) == {("just_cause", "tenancy.just_cause_told")}


# Short municipal leases: HL-11-1a to HL-11-1d


def test_a_short_lease_with_notice_tick_reason_and_decision_is_fine() -> None:
    assert problems_of(SHORT) == []


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
    found = problems_of(replace(SHORT, **changes))
    assert hard(found) == {(field, code)}
    assert all(p.section.startswith("husleieloven §") for p in found)


@pytest.mark.parametrize("field", ["exception_family", "exception_others", "exception_absence"])
def test_every_exception_must_be_told_in_writing(field: str) -> None:
    told = replace(LEASE, vulnerable_notice=True, **{field: True})
    assert problems_of(told) == []
    untold = replace(told, vulnerable_notice=False)
    assert hard(problems_of(untold)) == {("vulnerable_notice", "tenancy.exception_without_notice")}


def test_a_notice_without_exceptions_and_a_tick_without_need_are_said() -> None:
    assert warned(problems_of(replace(LEASE, vulnerable_notice=True))) == {
        ("vulnerable_notice", "tenancy.notice_without_exception")
    }
    assert warned(problems_of(replace(SHORT, ends_on=date(2029, 11, 30)))) == {
        ("exception_short_term", "tenancy.not_short")
    }


@pytest.mark.parametrize("ends_on", [None, LEASE.starts_on - DAY], ids=["unread", "before the start"])
def test_nothing_is_said_of_the_tick_where_the_length_is_not_known(ends_on: date | None) -> None:
    found = problems_of(replace(SHORT, ends_on=ends_on))
    assert ("exception_short_term", "tenancy.not_short") not in warned(found)
    one_day = problems_of(replace(SHORT, ends_on=LEASE.starts_on))
    assert not hard(one_day) and not warned(one_day)


def test_the_exceptions_are_for_dwellings_at_public_disposal() -> None:
    brokered = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.BROKERED))
    assert ("vulnerable_notice", "tenancy.not_disposed") in hard(problems_of(SHORT, brokered))
    assigned = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.ASSIGNED))
    assert problems_of(SHORT, assigned) == []


def test_the_notice_alone_is_refused_where_nothing_is_at_public_disposal() -> None:
    brokered = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.BROKERED))
    assert ("vulnerable_notice", "tenancy.not_disposed") in hard(
        problems_of(replace(LEASE, vulnerable_notice=True), brokered)
    )
    told_too_little = replace(LEASE, exception_family=True)
    assert ("vulnerable_notice", "tenancy.not_disposed") in hard(problems_of(told_too_little, brokered))


def test_a_second_short_lease_needs_weighty_reasons() -> None:
    first = replace(SHORT, id=9, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    found = problems_of(SHORT, around_with(first))
    assert hard(found) == {("short_term_weighty", "tenancy.second_short_lease")}
    assert "01.12.2025" in problem_sentence(found[0])
    assert not hard(problems_of(replace(SHORT, short_term_weighty="Ny bolig er ikke ferdig."), around_with(first)))


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
    assert earlier_short_leases(SHORT, around_with(first)) == [first]
    assert earlier_short_leases(SHORT, around_with(replace(first, **changes))) == []


def test_a_short_lease_counts_whatever_else_was_given_as_its_ground() -> None:
    first = replace(SHORT, id=9, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    both = replace(first, just_cause="Eieren skulle bruke boligen selv.")
    neither = replace(first, exception_short_term=False)
    assert earlier_short_leases(SHORT, around_with(both)) == [both]
    assert earlier_short_leases(SHORT, around_with(neither)) == [neither]
    assert earlier_short_leases(first, around_with(replace(first, id=10))) == []


def test_a_draft_that_came_to_nothing_does_not_count() -> None:
    draft = replace(SHORT, id=9, starts_on=TODAY + DAY, signed_tenant_on=None)
    assert earlier_short_leases(SHORT, around_with(draft)) == []


def test_another_room_in_the_same_house_counts_as_the_same_dwelling() -> None:
    room = replace(SHORT, kind=TenancyKind.ROOM, dwelling_id=3)
    first = replace(room, id=9, dwelling_id=4, starts_on=date(2025, 12, 1), ends_on=date(2026, 11, 30))
    around = around_with(first, dwelling=ROOM, house_unit_ids=frozenset({2, 3, 4}))
    assert hard(problems_of(room, around)) == {("short_term_weighty", "tenancy.second_short_lease")}  # edge 9


# Security: HL-3-5a, HL-3-5b, HL-3-6


def test_the_deposit_is_at_most_six_rents_without_power() -> None:
    assert problems_of(replace(LEASE, deposit_nok=57_000, power_nok=500)) == []
    found = problems_of(replace(LEASE, deposit_nok=57_001, power_nok=500))
    assert hard(found) == {("deposit_nok", "tenancy.deposit_too_high")}
    assert found[0].section == "husleieloven § 3-5"


def test_deposit_and_guarantee_share_the_ceiling() -> None:
    both = replace(LEASE, deposit_nok=28_500, guarantee_nok=28_500, guarantee_kind=SecurityKind.MUNICIPAL)
    assert problems_of(both) == []
    found = problems_of(replace(both, guarantee_nok=28_501))
    assert hard(found) == {("guarantee_nok", "tenancy.security_too_high")}
    assert found[0].section == "husleieloven § 3-6"
    assert hard(problems_of(replace(both, deposit_nok=None, guarantee_nok=57_001))) == {
        ("guarantee_nok", "tenancy.security_too_high")
    }


def test_a_private_landlords_deposit_is_warned_about_and_our_guarantee_refused() -> None:
    private = replace(LEASE, kind=TenancyKind.PRIVATE, deposit_nok=57_001)
    assert warned(problems_of(private)) == {("deposit_nok", "tenancy.deposit_too_high")}
    ours = replace(private, deposit_nok=None, guarantee_nok=57_001, guarantee_kind=SecurityKind.MUNICIPAL)
    assert hard(problems_of(ours)) == {("guarantee_nok", "tenancy.security_too_high")}


def test_the_deposit_is_never_on_the_municipalitys_own_account() -> None:
    assert hard(problems_of(replace(LEASE, deposit_nok=1, deposit_account="12345678903"))) == {
        ("deposit_account", "tenancy.deposit_on_own_account")
    }
    odd = problems_of(replace(LEASE, deposit_nok=1, deposit_account="12345678904"))
    assert not hard(odd) and warned(odd) == {("deposit_account", "identifier.account_control")}


def test_a_guarantee_has_somebody_behind_it_and_lasts_past_the_start() -> None:
    assert warned(problems_of(replace(LEASE, guarantee_nok=1))) == {("guarantee_kind", "tenancy.guarantee_by_whom")}
    ends = replace(LEASE, guarantee_ends_on=LEASE.starts_on)
    assert problems_of(ends) == []
    assert hard(problems_of(replace(ends, guarantee_ends_on=LEASE.starts_on - DAY))) == {
        ("guarantee_ends_on", "tenancy.guarantee_ends_before_start")
    }


@pytest.mark.parametrize("field", ["rent_nok", "power_nok", "water_nok", "deposit_nok", "guarantee_nok"])
def test_no_sum_is_below_nothing(field: str) -> None:
    assert (field, "money.negative") in hard(problems_of(replace(LEASE, **{field: -1})))
    assert not hard(problems_of(replace(LEASE, **{field: 0})))


def test_odd_rents_and_due_days() -> None:
    assert warned(problems_of(replace(LEASE, rent_nok=0))) == {("rent_nok", "tenancy.rent_zero")}
    assert problems_of(replace(LEASE, rent_nok=100_000)) == []
    assert warned(problems_of(replace(LEASE, rent_nok=100_001))) == {("rent_nok", "tenancy.rent_high")}
    assert not hard(problems_of(replace(LEASE, due_day=28)))
    for day in (0, 29):
        assert hard(problems_of(replace(LEASE, due_day=day))) == {("due_day", "tenancy.due_day")}


# What the lease says: HL-9-2-1, HL-9-6, HL-ROOM, HL-3-7, TV-13-2a and b


def test_a_fixed_term_says_whether_it_can_be_terminated() -> None:
    untold = problems_of(replace(LEASE, told_not_terminable=False))
    assert not hard(untold) and warned(untold) == {("told_not_terminable", "tenancy.not_told_terminable")}
    agreed = replace(LEASE, told_not_terminable=False, terminable_in_term=True)
    assert problems_of(agreed) == []
    assert hard(problems_of(replace(agreed, told_not_terminable=True))) == {
        ("terminable_in_term", "tenancy.terminable_both_ways")
    }
    assert problems_of(replace(LEASE, ends_on=None, told_not_terminable=False)) == []


def test_notice_is_three_months_for_rooms_too() -> None:
    assert warned(problems_of(replace(LEASE, notice_months=2))) == {("notice_months", "tenancy.notice_short")}
    assert hard(problems_of(replace(LEASE, notice_months=0))) == {("notice_months", "tenancy.notice_none")}
    room = replace(LEASE, kind=TenancyKind.ROOM, dwelling_id=3)
    around = replace(AROUND, dwelling=ROOM, house_unit_ids=frozenset({2, 3}))
    assert problems_of(room, around) == []
    assert warned(problems_of(replace(room, notice_months=1), around)) == {
        ("notice_months", "tenancy.room_protected")
    }


def test_eviction_clauses_are_a_choice() -> None:
    found = problems_of(replace(LEASE, eviction_unpaid=False, eviction_expiry=False))
    assert not hard(found)
    assert {(p.code, p.section[-9:]) for p in found} == {
        ("tenancy.no_eviction_unpaid", "bokstav a"),
        ("tenancy.no_eviction_expiry", "bokstav b"),
    }
    assert problems_of(replace(LEASE, ends_on=None, eviction_expiry=False)) == []


@pytest.mark.parametrize("text", ["Nøkkelgebyr 500 kr", "kommunale avgifter kommer i tillegg", "bot ved røyking"])
def test_fees_in_free_text_are_warned_about(text: str) -> None:
    found = problems_of(replace(LEASE, departures=text))
    assert warned(found) == {("departures", "tenancy.fee_in_text")} and found[0].section == "husleieloven § 3-7"


def test_ordinary_free_text_is_left_alone() -> None:
    assert problems_of(replace(LEASE, departures="Leieren kan bruke boden. Robot-støvsuger følger med.")) == []


# Dates and signatures


def test_ends_and_moves_on_the_first_day_at_the_earliest() -> None:
    private = replace(LEASE, kind=TenancyKind.OWNED, ends_on=LEASE.starts_on, moved_out_on=LEASE.starts_on)
    assert problems_of(private) == []
    before = replace(private, ends_on=LEASE.starts_on - DAY, moved_out_on=LEASE.starts_on - DAY)
    assert hard(problems_of(before)) == {
        ("ends_on", "tenancy.ends_before_start"),
        ("moved_out_on", "tenancy.moved_out_before_start"),
    }


def test_signatures_are_not_ahead_and_not_forgotten() -> None:
    assert hard(problems_of(replace(LEASE, signed_tenant_on=TODAY + DAY))) == {
        ("signed_tenant_on", "tenancy.signed_ahead")
    }
    unsigned = replace(LEASE, signed_landlord_on=None)
    assert problems_of(unsigned) == []
    started = replace(unsigned, starts_on=TODAY, ends_on=None)
    assert warned(problems_of(started)) == {("signed_landlord_on", "tenancy.not_signed")}


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
