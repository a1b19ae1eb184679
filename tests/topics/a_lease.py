"""A lease, what is around it, and what the rules say of it."""

from dataclasses import replace
from datetime import date, timedelta

from bolig_desktop.dwellings.records import Dwelling, DwellingKind, Tenure
from bolig_desktop.errors import Problem
from bolig_desktop.people.records import MemberRole, Membership, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import (
    Tenancy,
    TenancyKind,
)
from bolig_desktop.tenancies.rules import (
    Surroundings,
    tenancy_problems,
)
from topics.passed import passed

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


def problems_of(lease: Tenancy, around: Surroundings = AROUND) -> list[Problem]:
    return tenancy_problems(lease, around)


def around_with(*others: Tenancy, **changes: object) -> Surroundings:
    """Each of the others assessed and its extension granted; the gate itself is tried in test_renewal_gate.py."""
    return replace(AROUND, house_tenancies=others, **passed(*others), **changes)


def one_problem(problems: list[Problem], code: str) -> Problem:
    (found,) = [problem for problem in problems if problem.code == code]
    return found
