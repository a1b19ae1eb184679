"""What the rules need to know around a tenancy, and its state today."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.law import terms
from bolig_desktop.people.records import Membership, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import Tenancy, TenancyKind, TenancyState, Term

OURS = (TenancyKind.MUNICIPAL, TenancyKind.SUBLET, TenancyKind.ROOM)
"""Kinds where the municipality is the landlord."""

DISPOSED = (Tenure.MUNICIPAL, Tenure.HIRED_IN, Tenure.ASSIGNED)
"""Tenures of dwellings the municipality disposes of (HL-11-1a)."""


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
    """Return the tenancy's state today (HL-9-2-3, husleieloven § 9-2 third paragraph).

    A draft is a lease that lies ahead and is not signed by both: a household that has moved in has a tenancy whether
    it is signed or not (§ 1-4). Expired: the fixed term is over, the household is there, and it is not yet certain
    that three months have made it indefinite; the uncertain days count as expired, so that it stays on the list.
    """
    if term.moved_out_on is not None and term.moved_out_on <= today:
        return TenancyState.ENDED
    if term.starts_on > today and (term.signed_tenant_on is None or term.signed_landlord_on is None):
        return TenancyState.DRAFT
    if term.ends_on is None:
        return TenancyState.INDEFINITE
    if today <= term.ends_on:
        return TenancyState.RUNNING
    return TenancyState.INDEFINITE if today >= _certain_from(term.ends_on) else TenancyState.EXPIRED


@lru_cache(maxsize=4096)
def _certain_from(end: date) -> date:
    return terms.after_expiry(end).certain_from
