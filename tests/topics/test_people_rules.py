"""Persons, memberships and households: dates on both sides, numbers never required, graded addresses."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bolig_desktop.errors import Problem
from bolig_desktop.people.records import (
    Contact,
    ContactRole,
    Grading,
    Household,
    HouseholdKind,
    LeaveReason,
    MemberRole,
    Membership,
    Person,
)
from bolig_desktop.people.rules import (
    contact_problems,
    household_problems,
    is_member_on,
    membership_problems,
    person_problems,
)
from bolig_desktop.text.sentences import problem_sentence
from topics.said import hard, warned

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
SELAM = Person(id=1, given_name="Selam", family_name="Tesfay", born_on=date(2001, 1, 1), language="ti")
MEMBER = Membership(
    id=1, household_id=1, person_id=1, role=MemberRole.MAIN, joined_on=date(2023, 11, 1), left_on=date(2026, 1, 31)
)


def _person(person: Person, memberships: Sequence[Membership] = (), *, demo: bool = False) -> list[Problem]:
    return person_problems(person, memberships=memberships, today=TODAY, demo=demo)


def _member(
    membership: Membership,
    person: Person = SELAM,
    others: Sequence[Membership] = (),
    beside: Sequence[Membership] = (),
) -> list[Problem]:
    return membership_problems(membership, person=person, others=others, household_members=beside, today=TODAY)


def test_a_name_is_enough() -> None:
    assert _person(Person(given_name="Selam")) == []
    assert _person(Person(given_name="", family_name="Tesfay")) == []
    assert hard(_person(Person(given_name="", family_name=" "))) == {("given_name", "person.name_missing")}


def test_identity_numbers_are_checked_when_there_is_one() -> None:
    assert _person(replace(SELAM, identity_number="01010150589")) == []
    assert _person(replace(SELAM, identity_number="410101 50572")) == []
    assert hard(_person(replace(SELAM, identity_number="01010150588"))) == {
        ("identity_number", "identifier.identity_control")
    }
    other_day = replace(SELAM, identity_number="01010150589", born_on=date(2001, 1, 2))
    assert warned(_person(other_day)) == {("identity_number", "identifier.identity_birth_date")}
    assert _person(replace(other_day, born_on=None)) == []


def test_a_duf_number_is_only_warned_about() -> None:
    assert _person(replace(SELAM, duf_number="201212345603")) == []
    odd = _person(replace(SELAM, duf_number="201258697561"))
    assert not hard(odd) and warned(odd) == {("duf_number", "identifier.duf_control")}


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"born_on": TODAY + DAY}, "born_on", "person.born_ahead"),
        ({"arrived_on": date(2000, 12, 31)}, "arrived_on", "person.arrived_before_birth"),
        ({"settled_on": date(2000, 12, 31)}, "settled_on", "person.settled_before_birth"),
        (
            {"arrived_on": date(2022, 5, 1), "settled_on": date(2022, 4, 30)},
            "settled_on",
            "person.settled_before_arrival",
        ),
        ({"language": "klingon"}, "language", "person.language_unknown"),
    ],
)
def test_dates_that_cannot_be_are_refused(changes: dict[str, object], field: str, code: str) -> None:
    assert hard(_person(replace(SELAM, **changes))) == {(field, code)}


@pytest.mark.parametrize(
    "changes",
    [
        {"born_on": TODAY},
        {"arrived_on": date(2001, 1, 1), "settled_on": date(2001, 1, 1)},
        {"arrived_on": TODAY + DAY, "settled_on": TODAY + DAY},
        {"permit_ends_on": TODAY},
    ],
)
def test_dates_on_the_edge_and_plans_ahead_are_fine(changes: dict[str, object]) -> None:
    assert _person(replace(SELAM, **changes)) == []


def test_a_permit_that_ran_out_is_said() -> None:
    assert warned(_person(replace(SELAM, permit_ends_on=TODAY - DAY))) == {("permit_ends_on", "person.permit_over")}


def test_code_6_has_no_address_telephone_or_household_here() -> None:
    graded = replace(SELAM, grading=Grading.STRICTLY_CONFIDENTIAL)
    assert not hard(_person(graded))
    assert warned(_person(graded)) == {("grading", "person.code_6_elsewhere")}
    full = replace(graded, postal_address="Storgata 1", phone="99 99 99 99", email="a@b.no")
    assert hard(_person(full, [MEMBER])) == {
        ("postal_address", "person.code_6_address"),
        ("phone", "person.code_6_reach"),
        ("email", "person.code_6_reach"),
        ("grading", "person.code_6_in_household"),
    }


def test_the_sentence_says_where_code_6_belongs() -> None:
    (problem,) = _person(replace(SELAM, grading=Grading.STRICTLY_CONFIDENTIAL))
    said = problem_sentence(problem)
    assert "kommunens egen særskilte rutine" in said
    assert "SOT6, postboks 2094 Vika, 0125 Oslo" in said


def test_code_7_keeps_no_postal_address_and_shields() -> None:
    graded = replace(SELAM, grading=Grading.CONFIDENTIAL, phone="99 99 99 99")
    assert warned(_person(graded, [MEMBER])) == {("grading", "person.code_7_shielded")}
    assert hard(_person(replace(graded, postal_address="Storgata 1"))) == {
        ("postal_address", "person.code_7_address")
    }


@pytest.mark.parametrize("left_on", [None, date(2026, 1, 31)], ids=["now", "before"])
def test_code_6_is_never_in_a_household(left_on: date | None) -> None:
    graded = replace(SELAM, grading=Grading.STRICTLY_CONFIDENTIAL)
    assert ("person_id", "member.code_6") in hard(_member(replace(MEMBER, left_on=left_on), graded))


def test_code_7_may_and_is_warned_about() -> None:
    found = _member(MEMBER, replace(SELAM, grading=Grading.CONFIDENTIAL))
    assert not hard(found) and warned(found) == {("person_id", "member.code_7")}


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"left_on": date(2023, 10, 31)}, "left_on", "member.left_before_joining"),
        ({"joined_on": date(2000, 12, 31)}, "joined_on", "member.joined_before_birth"),
        ({"left_on": TODAY + DAY, "leave_reason": LeaveReason.DIED}, "left_on", "member.died_ahead"),
        ({"left_on": None, "leave_reason": LeaveReason.MOVED_OUT}, "left_on", "member.left_on_missing"),
    ],
)
def test_memberships_out_of_order_are_refused(changes: dict[str, object], field: str, code: str) -> None:
    assert hard(_member(replace(MEMBER, **changes))) == {(field, code)}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"left_on": date(2023, 11, 1)},
        {"joined_on": date(2001, 1, 1)},
        {"left_on": TODAY, "leave_reason": LeaveReason.DIED},
        {"left_on": TODAY + DAY, "leave_reason": LeaveReason.MOVED_OUT},
        {"joined_on": None, "left_on": None},
    ],
)
def test_memberships_in_order_are_fine(changes: dict[str, object]) -> None:
    assert _member(replace(MEMBER, **changes)) == []


def test_nobody_is_in_two_households_at_once_but_children() -> None:
    elsewhere = replace(MEMBER, id=2, household_id=2, joined_on=date(2026, 1, 30), left_on=None)
    assert hard(_member(MEMBER, others=[elsewhere])) == {("joined_on", "member.two_households")}
    same_day = replace(elsewhere, joined_on=date(2026, 1, 31))
    assert _member(MEMBER, others=[same_day]) == []
    child = _member(replace(MEMBER, role=MemberRole.CHILD), others=[elsewhere])
    assert not hard(child) and warned(child) == {("joined_on", "member.two_households")}
    earlier = replace(MEMBER, id=2, household_id=2, joined_on=date(2020, 1, 1), left_on=MEMBER.joined_on)
    assert _member(MEMBER, others=[earlier]) == []
    assert hard(_member(MEMBER, others=[replace(earlier, left_on=date(2023, 11, 2))]))
    assert hard(_member(MEMBER, others=[replace(elsewhere, joined_on=None)]))
    assert hard(_member(replace(MEMBER, joined_on=None), others=[earlier]))
    mistake = replace(elsewhere, leave_reason=LeaveReason.MISTAKE, left_on=TODAY)
    assert _member(MEMBER, others=[mistake]) == []
    assert hard(_member(MEMBER, others=[replace(elsewhere, household_id=1)])) == {("person_id", "member.twice")}


def test_a_second_main_person_is_said() -> None:
    now = replace(MEMBER, left_on=None)
    other = replace(now, id=2, person_id=2)
    assert warned(_member(now, beside=[other])) == {("role", "member.two_main")}
    assert _member(now, beside=[replace(other, left_on=TODAY)]) == []
    assert _member(replace(now, role=MemberRole.PARTNER), beside=[other]) == []
    assert _member(MEMBER, beside=[other]) == []
    assert warned(_member(now, beside=[replace(other, left_on=TODAY + DAY)])) == {("role", "member.two_main")}


def test_the_day_of_leaving_is_no_longer_in() -> None:
    assert is_member_on(MEMBER, date(2023, 11, 1)) and is_member_on(MEMBER, date(2026, 1, 30))
    assert not is_member_on(MEMBER, date(2023, 10, 31)) and not is_member_on(MEMBER, date(2026, 1, 31))


def test_households_and_contacts() -> None:
    household = Household(kind=HouseholdKind.FAMILY, registered_on=TODAY, closed_on=TODAY)
    assert household_problems(household, today=TODAY) == []
    assert hard(household_problems(replace(household, closed_on=TODAY - DAY), today=TODAY)) == {
        ("closed_on", "household.closed_before")
    }
    ahead = replace(household, registered_on=TODAY + DAY, closed_on=None)
    assert hard(household_problems(ahead, today=TODAY)) == {("registered_on", "household.registered_ahead")}
    assert contact_problems(Contact(household_id=1, name="Ola Verge", role=ContactRole.GUARDIAN)) == []
    contact = Contact(household_id=1, name=" ", role=ContactRole.GUARDIAN, phone="x", email="y")
    assert hard(contact_problems(contact)) == {("name", "contact.name_missing")}
    assert len(warned(contact_problems(contact))) == 2
