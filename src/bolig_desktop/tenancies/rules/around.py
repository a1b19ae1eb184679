"""What the rules need to know around a tenancy, and its state today."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.law import terms
from bolig_desktop.people.records import Membership, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import Decision, NeedAssessment, Tenancy, TenancyKind, TenancyState, Term

OURS = (TenancyKind.MUNICIPAL, TenancyKind.SUBLET, TenancyKind.ROOM)
"""Kinds where the municipality is the landlord."""

DISPOSED = (Tenure.MUNICIPAL, Tenure.HIRED_IN, Tenure.ASSIGNED)
"""Tenures of dwellings the municipality disposes of (HL-11-1a)."""


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What the rules need to know around a tenancy.

    house_unit_ids: the unit, its house and every room in it; house_tenancies: every other tenancy of those.
    people and memberships: everybody who is or was in the household. head_leases: of the unit and its house.

    For the renewal gate: assessments and decisions of the household's leases here; same_people: other households
    with the same tenant in them; before: the lease as it stands in the file; written_in_today: whether it was
    registered today; lengthened: how often a lease got a later end after that; file_begun_on: the file's first day.
    """

    dwelling: Dwelling
    house_unit_ids: frozenset[int]
    house_tenancies: tuple[Tenancy, ...]
    people: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    head_leases: tuple[HeadLease, ...]
    municipality: Municipality
    today: date
    assessments: tuple[NeedAssessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    same_people: frozenset[int] = frozenset()
    before: Tenancy | None = None
    written_in_today: bool = False
    lengthened: Mapping[int, int] = field(default_factory=dict)
    file_begun_on: date | None = None


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


def lived_in(term: Term, today: date) -> bool:
    """Return whether somebody lives under a lease today: it has begun, and nobody has moved out, signed or not."""
    return term.starts_on <= today and state(term, today) is not TenancyState.ENDED


@lru_cache(maxsize=4096)
def _certain_from(end: date) -> date:
    return terms.after_expiry(end).certain_from
