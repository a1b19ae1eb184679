"""What the figures read of each record, under the record's own names: a year goes through every record there is."""

from datetime import date
from typing import NamedTuple

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.people.records import HouseholdKind, JoinReason, PermitKind
from bolig_desktop.tenancies.records import SecurityKind, TenancyKind


class Unit(NamedTuple):
    """Of a dwelling or a room."""

    id: int
    house_id: int | None
    kind: DwellingKind
    tenure: Tenure
    bedrooms: int | None
    wheelchair: bool | None
    acquired_on: date | None
    given_up_on: date | None
    out_of_use_from: date | None
    out_of_use_to: date | None


class Lease(NamedTuple):
    """Of a tenancy."""

    id: int
    kind: TenancyKind
    dwelling_id: int
    household_id: int
    starts_on: date
    ends_on: date | None
    moved_out_on: date | None
    signed_tenant_on: date | None
    signed_landlord_on: date | None
    deposit_nok: int | None
    guarantee_kind: SecurityKind | None

    @property
    def came_to_something(self) -> bool:
        """Whether anybody lived by it; one they left before it began moved nobody in."""
        return self.moved_out_on is None or self.moved_out_on > self.starts_on


class Somebody(NamedTuple):
    """Of a person."""

    id: int
    born_on: date | None
    settled_on: date | None
    permit: PermitKind | None
    permit_on: date | None


class Group(NamedTuple):
    """Of a household."""

    id: int
    kind: HouseholdKind
    closed_on: date | None


class Member(NamedTuple):
    """Of a membership."""

    id: int
    household_id: int
    person_id: int
    joined_on: date | None
    join_reason: JoinReason | None
    left_on: date | None


class Fault(NamedTuple):
    """Of a defect."""

    id: int
    reported_on: date
    mended_on: date | None
