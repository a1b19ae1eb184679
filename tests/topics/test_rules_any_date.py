"""No rule and no state falls over for any date a record can hold, whatever today is."""

from dataclasses import fields, replace
from datetime import date
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.dwellings import rules as dwelling_rules
from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Key, Meter, MeterKind, Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.landlords.rules import head_lease_problems
from bolig_desktop.people.records import Household, HouseholdKind, LeaveReason, MemberRole, Membership, Person
from bolig_desktop.people.rules import household_problems, is_member_on, membership_problems, person_problems
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import FinalAccountLine, Handover, HandoverKind, LineKind, Tenancy, TenancyKind
from bolig_desktop.tenancies.rules import Surroundings, handover_problems, line_problems, state, tenancy_problems
from topics.said import hard, warned

ANY = st.dates(date.min, date.max) | st.sampled_from([date.min, date(2198, 12, 1), date(9999, 10, 1), date.max])
MAYBE = st.none() | ANY


def _dated(record: Any) -> st.SearchStrategy[Any]:
    """Return the record with every date in it drawn anew; one that may be unknown sometimes is."""
    drawn = {
        field.name: ANY if field.name == "starts_on" else MAYBE
        for field in fields(record)
        if "date" in str(field.type)
    }
    return st.fixed_dictionaries(drawn).map(lambda values: replace(record, **values))


DWELLING = _dated(Dwelling(id=1, street="Storgata 14", kind=DwellingKind.APARTMENT, tenure=Tenure.HIRED_IN))
HEAD_LEASE = _dated(HeadLease(id=1, landlord_id=1, dwelling_id=1, starts_on=date.min))
PERSON = _dated(Person(id=1, given_name="Selam", identity_number="01010150589"))
MEMBER = _dated(Membership(id=1, household_id=1, person_id=1, role=MemberRole.MAIN, leave_reason=LeaveReason.DIED))
LEASE = Tenancy(id=1, kind=TenancyKind.SUBLET, dwelling_id=1, household_id=1, starts_on=date.min, rent_nok=1)
LEASES = _dated(LEASE) | _dated(replace(LEASE, exception_short_term=True, vulnerable_notice=True))


@given(DWELLING, st.booleans(), ANY, ANY)
def test_dwellings(dwelling: Dwelling, is_let: bool, today: date, other: date) -> None:
    found = dwelling_rules.dwelling_problems(dwelling, house=None, rooms=(), today=today)
    assert hard(found) is not None and warned(found) is not None
    dwelling_rules.state(dwelling, is_let=is_let, today=today)
    dwelling_rules.idle_rent(9500, dwelling_rules.idle_days(other, today))


@given(_dated(Key(dwelling_id=1, label="dør")), _dated(Meter(dwelling_id=1, kind=MeterKind.POWER)), ANY)
def test_keys_and_meters(key: Key, meter: Meter, today: date) -> None:
    hard(dwelling_rules.key_problems(key, today=today))
    hard(dwelling_rules.meter_problems(meter, today=today))


@given(HEAD_LEASE, HEAD_LEASE, ANY)
def test_head_leases(lease: HeadLease, other: HeadLease, today: date) -> None:
    hard(head_lease_problems(lease, others=[other], today=today))


@given(PERSON, MEMBER, MEMBER, _dated(Household(kind=HouseholdKind.SINGLE)), ANY)
def test_people(person: Person, member: Membership, other: Membership, household: Household, today: date) -> None:
    hard(person_problems(person, memberships=[member], today=today))
    beside = replace(other, id=2)
    hard(membership_problems(member, person=person, others=[beside], household_members=[beside], today=today))
    hard(household_problems(household, today=today))
    is_member_on(member, today)


@given(LEASES, LEASES, st.booleans(), DWELLING, PERSON, MEMBER, HEAD_LEASE, ANY)
def test_leases(
    lease: Tenancy,
    other: Tenancy,
    same: bool,
    dwelling: Dwelling,
    person: Person,
    member: Membership,
    head_lease: HeadLease,
    today: date,
) -> None:
    around = Surroundings(
        dwelling=dwelling,
        house_unit_ids=frozenset({1}),
        house_tenancies=(replace(other, id=2, household_id=1 if same else 2),),
        people=(person,),
        memberships=(member,),
        head_leases=(head_lease,),
        municipality=Municipality(name="Nordvik"),
        today=today,
    )
    for kind in TenancyKind:
        hard(tenancy_problems(replace(lease, kind=kind), around))
    state(lease, today)


@given(_dated(Handover(tenancy_id=1, kind=HandoverKind.HANDBACK)), LEASES, ANY)
def test_protocols(handover: Handover, lease: Tenancy, today: date) -> None:
    hard(handover_problems(handover, tenancy=lease, today=today))


@given(ANY, st.sampled_from(LineKind), LEASES, ANY)
def test_lines_of_a_final_account(day: date, kind: LineKind, lease: Tenancy, today: date) -> None:
    line = FinalAccountLine(tenancy_id=1, kind=kind, dated_on=day, amount_ore=1)
    hard(line_problems(line, tenancy=lease, others=[line], matters=[], today=today, people=[]))
