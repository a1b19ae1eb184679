"""Edges of law.md §§ 3 and 6 that the tests of the topics leave open: each rule's id stands beside its dates."""

from dataclasses import replace
from datetime import date

import pytest

from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.law import identifiers
from bolig_desktop.people.records import Grading, LeaveReason, MemberRole, Person
from bolig_desktop.people.rules import membership_problems, person_problems
from bolig_desktop.tenancies.records import Handover, HandoverKind, TenancyKind, TenancyState
from bolig_desktop.tenancies.rules import (
    earlier_short_leases,
    handover_problems,
    state,
    tenancy_problems,
)
from topics.a_lease import AROUND, DAY, FLAT, LEASE, MEMBER, SELAM, SHORT, TODAY
from topics.said import hard, warned


@pytest.mark.parametrize(
    ("end", "last_day"),
    [
        (date(2026, 8, 31), date(2026, 11, 30)),  # law.md § 12 B: no 31 November; a Monday, so nothing is uncertain
        (date(2026, 9, 30), date(2026, 12, 30)),  # not 31 December
        (date(2026, 11, 30), date(2027, 3, 1)),  # no 30 February; a Sunday, so Monday is uncertain
        (date(2026, 12, 25), date(2027, 3, 30)),  # skjærtorsdag 2027: the next working day is the Tuesday
        (date(2027, 2, 17), date(2027, 5, 18)),  # 17 May and 2. pinsedag at once
    ],
)
def test_the_last_day_a_lease_that_ran_out_is_not_yet_indefinite(end: date, last_day: date) -> None:  # HL-9-2-3
    lease = replace(LEASE, starts_on=date(2020, 1, 1), ends_on=end)
    assert state(lease, last_day) is TenancyState.EXPIRED
    assert state(lease, last_day + DAY) is TenancyState.INDEFINITE


@pytest.mark.parametrize(("starts_on", "counts"), [(date(2026, 11, 30), True), (date(2026, 12, 1), False)])
def test_a_short_lease_of_the_same_day_is_not_an_earlier_one(starts_on: date, counts: bool) -> None:  # HL-11-1d
    other = replace(SHORT, id=9, starts_on=starts_on, ends_on=date(2027, 11, 29))
    assert bool(earlier_short_leases(SHORT, replace(AROUND, house_tenancies=(other,)))) is counts


@pytest.mark.parametrize(("ends_on", "counts"), [(date(2026, 11, 29), True), (date(2026, 11, 30), False)])
def test_a_lease_of_three_years_to_the_day_is_no_short_one(ends_on: date, counts: bool) -> None:  # HL-9-3, HL-11-1d
    other = replace(SHORT, id=9, starts_on=date(2023, 12, 1), ends_on=ends_on)
    assert bool(earlier_short_leases(SHORT, replace(AROUND, house_tenancies=(other,)))) is counts


def test_a_day_short_is_as_short_as_three_weeks() -> None:  # HL-9-3: breach makes it indefinite, however small
    for ends_on in (date(2029, 11, 29), date(2029, 11, 9), LEASE.starts_on):
        assert hard(tenancy_problems(replace(LEASE, ends_on=ends_on), AROUND)) == {
            ("ends_on", "tenancy.term_too_short")
        }
    assert tenancy_problems(replace(LEASE, ends_on=date(2029, 12, 1)), AROUND) == []


@pytest.mark.parametrize(("months", "is_said"), [(1, True), (2, True), (3, False), (4, False)])
def test_three_months_notice_is_the_laws_own(months: int, is_said: bool) -> None:  # HL-9-6
    assert bool(warned(tenancy_problems(replace(LEASE, notice_months=months), AROUND))) is is_said


@pytest.mark.parametrize(
    ("departures", "is_said"),
    [
        ("Leieren betaler forskudd for to måneder.", True),  # HL-3-2a
        ("Mulkt ved forsinket betaling.", True),  # HL-3-7
        ("Kontraktspenger: 500 kr.", True),
        ("Boten er 200 kroner.", True),
        ("Forsikring må leieren ordne selv.", False),
        ("Leieren har botid fra før og får bruke båten.", False),
    ],
)
def test_other_payments_are_looked_for_in_the_text(departures: str, is_said: bool) -> None:
    found = tenancy_problems(replace(LEASE, departures=departures), AROUND)
    assert bool(warned(found)) is is_said and not hard(found)


@pytest.mark.parametrize(
    ("account", "expected"),
    [
        ("1234 56 78903", {("deposit_account", "tenancy.deposit_on_own_account")}),  # the municipality's, spaced
        ("1234.56.78903", {("deposit_account", "tenancy.deposit_on_own_account")}),
        ("", set()),
    ],
)
def test_our_own_account_is_known_however_it_is_typed(  # HL-3-5b
    account: str, expected: set[tuple[str, str]]
) -> None:
    assert hard(tenancy_problems(replace(LEASE, deposit_nok=1, deposit_account=account), AROUND)) == expected


@pytest.mark.parametrize(("deposit", "is_refused"), [(0, False), (1, True)])
def test_free_rent_gives_no_security(deposit: int, is_refused: bool) -> None:  # HL-3-5a: six times nothing
    found = hard(tenancy_problems(replace(LEASE, rent_nok=0, deposit_nok=deposit), AROUND))
    assert bool(found) is is_refused


@pytest.mark.parametrize(
    ("ends_on", "is_said"), [(date(2029, 11, 30), False), (date(2029, 12, 1), True), (None, True)]
)
def test_a_sublet_may_last_as_long_as_our_own_lease(ends_on: date | None, is_said: bool) -> None:  # HL-7-7
    head = HeadLease(
        landlord_id=1, dwelling_id=1, starts_on=date(2026, 1, 1), ends_on=date(2029, 11, 30), sublet_consent_on=TODAY
    )
    earlier = replace(head, id=2, starts_on=date(2020, 1, 1), ends_on=date(2025, 12, 31))
    around = replace(AROUND, dwelling=replace(FLAT, tenure=Tenure.HIRED_IN), head_leases=(head, earlier))
    found = warned(tenancy_problems(replace(LEASE, kind=TenancyKind.SUBLET, ends_on=ends_on), around))
    assert (("ends_on", "tenancy.head_lease_ends_first") in found) is is_said


@pytest.mark.parametrize(
    ("starts_on", "signed_on", "eighteen_on", "needed"),
    [  # MI-1: the day the tenant signs; unsigned: today, or the first day where that is past
        (date(2026, 12, 1), date(2026, 11, 20), date(2026, 11, 20), False),
        (date(2026, 12, 1), date(2026, 11, 20), date(2026, 11, 21), True),
        (date(2026, 12, 1), None, TODAY, False),
        (date(2026, 12, 1), None, TODAY + DAY, True),
        (date(2026, 11, 1), None, date(2026, 11, 1), False),
        (date(2026, 11, 1), None, date(2026, 11, 2), True),
    ],
)
def test_the_day_that_decides_whether_a_guardian_signs(
    starts_on: date, signed_on: date | None, eighteen_on: date, needed: bool
) -> None:
    young = replace(SELAM, born_on=eighteen_on.replace(year=eighteen_on.year - 18))
    lease = replace(LEASE, starts_on=starts_on, ends_on=None, signed_tenant_on=signed_on)
    found = hard(tenancy_problems(lease, replace(AROUND, people=(young,))))
    assert found == ({("guardian", "tenancy.minor_needs_guardian")} if needed else set())


@pytest.mark.parametrize("field", ["smoke_alarms_ok", "extinguisher_ok"])
@pytest.mark.parametrize(("answer", "is_said"), [(True, False), (None, False), (False, True)])
def test_fire_safety_that_fails_is_said(field: str, answer: bool | None, is_said: bool) -> None:  # SI-FIRE
    handover = replace(Handover(tenancy_id=1, kind=HandoverKind.TAKEOVER), **{field: answer})
    found = warned(handover_problems(handover, tenancy=LEASE, today=TODAY))
    assert found == ({(field, f"handover.{field}")} if is_said else set())


@pytest.mark.parametrize("reason", [*LeaveReason, None], ids=str)
def test_code_6_joins_nothing_whatever_the_reason_for_leaving_was(reason: LeaveReason | None) -> None:  # AG-2, AG-3
    graded = replace(SELAM, grading=Grading.STRICTLY_CONFIDENTIAL)
    past = replace(MEMBER, joined_on=date(2020, 1, 1), left_on=date(2021, 1, 1), leave_reason=reason)
    found = membership_problems(past, person=graded, others=[], household_members=[], today=TODAY)
    assert ("person_id", "member.code_6") in hard(found)
    assert ("grading", "person.code_6_in_household") in hard(person_problems(graded, memberships=[past], today=TODAY))


def test_one_graded_member_of_many_decides_for_the_lease() -> None:  # AG-3, AG-4
    for grading, code, is_hard in (
        (Grading.STRICTLY_CONFIDENTIAL, "tenancy.code_6", True),
        (Grading.CONFIDENTIAL, "tenancy.code_7", False),
    ):
        child = Person(id=2, given_name="Luna", born_on=date(2020, 1, 1), grading=grading)
        beside = replace(MEMBER, id=2, person_id=2, role=MemberRole.CHILD)
        found = tenancy_problems(LEASE, replace(AROUND, people=(SELAM, child), memberships=(MEMBER, beside)))
        assert [(p.code, p.hard) for p in found] == [(code, is_hard)]


@pytest.mark.parametrize(
    ("typed", "is_possible"),
    [
        ("12345", True),
        ("1234", False),
        ("+47 999 99 999", True),
        ("1" * 15, True),
        ("1" * 16, False),
        ("12345a", False),
    ],
)
def test_telephone_numbers(typed: str, is_possible: bool) -> None:
    assert (identifiers.phone(typed) is None) is is_possible


@pytest.mark.parametrize(
    ("typed", "is_possible"), [("a@b.no", True), ("a@b.n", False), ("a b@c.no", False), ("ab.no", False)]
)
def test_e_mail_addresses(typed: str, is_possible: bool) -> None:
    assert (identifiers.email(typed) is None) is is_possible


@pytest.mark.parametrize(
    ("parts", "wrong"),
    [  # ID-MAT
        (("3411", "12345"), None),
        (("3411", "123456"), ("gnr", "identifier.cadastre_digits")),
        (("0301", "1", "2", "3"), None),
        (("0301", "1", "", "3"), ("fnr", "identifier.cadastre_order")),
        (("", "1", "2", "3", "4"), None),
    ],
)
def test_the_parts_of_a_cadastre_number(parts: tuple[str, ...], wrong: tuple[str, str] | None) -> None:
    assert identifiers.cadastre(*parts) == wrong
