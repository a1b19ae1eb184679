"""What a lease must be to be lawful, and what its state is today."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.errors import Problem
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.people.records import Membership, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import Handover, Tenancy, TenancyState, Term


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the rules need to know around a tenancy.

    house_unit_ids: the unit, its house and every room in it; house_tenancies: every other tenancy of those.
    people and memberships: everybody who is or was in the household. head_leases: of the unit and its house.
    """

    dwelling: Dwelling
    house_unit_ids: frozenset[int]
    house_tenancies: tuple[Tenancy, ...]
    people: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    head_leases: tuple[HeadLease, ...]
    municipality: Municipality
    today: date


def state(term: Term, today: date) -> TenancyState:
    """Return the tenancy's state today (to be completed with husleieloven § 9-2 third paragraph)."""
    if term.moved_out_on is not None and term.moved_out_on <= today:
        return TenancyState.ENDED
    if term.signed_tenant_on is None or term.signed_landlord_on is None:
        return TenancyState.DRAFT
    if term.ends_on is None:
        return TenancyState.INDEFINITE
    return TenancyState.RUNNING if today <= term.ends_on else TenancyState.EXPIRED


def tenancy_problems(tenancy: Tenancy, around: Surroundings) -> list[Problem]:
    """Return every rule the lease breaks, hard ones and warnings."""
    return []


def handover_problems(handover: Handover, *, tenancy: Tenancy, today: date) -> list[Problem]:
    """Return what is wrong with a protocol."""
    return []
