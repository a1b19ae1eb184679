"""Who lives in a shared house, and who has not signed its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bolig_desktop.dwellings.records import Dwelling, DwellingKind
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import HouseRules
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.tenancies.rules import lived_in

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def is_house(case: CaseFile, dwelling: Dwelling) -> bool:
    """Return whether a dwelling is a house with rooms of their own leases, or is to be one."""
    if dwelling.house_id is not None:
        return False
    return dwelling.kind is DwellingKind.SHARED_HOUSE or bool(case.dwellings.rooms_of(dwelling.id or 0))


def houses(case: CaseFile) -> list[Dwelling]:
    """Return the shared houses that are not given up, by id."""
    with_rooms = {room.house_id for room in case.dwellings.list("house_id is not null")}
    return [
        unit
        for unit in case.dwellings.list("house_id is null and given_up_on is null")
        if unit.kind is DwellingKind.SHARED_HOUSE or unit.id in with_rooms
    ]


def leases_in(case: CaseFile, house_id: int) -> list[Tenancy]:
    """Return the leases somebody lives under in a house today, room by room."""
    units = [house_id, *(room.id or 0 for room in case.dwellings.rooms_of(house_id))]
    today = case.clock()
    found = [t for t in case.tenancies.of_dwellings(units) if lived_in(t, today)]
    return sorted(found, key=lambda t: (units.index(t.dwelling_id), t.id or 0))


def residents(case: CaseFile, house_id: int) -> list[int]:
    """Return the households that live in a house today, room by room."""
    return list(dict.fromkeys(lease.household_id for lease in leases_in(case, house_id)))


def to_sign(case: CaseFile, house_id: int) -> HouseRules | None:
    """Return the version of a house's rules its residents are to have signed, None where there is none."""
    return rules.to_sign(case.house_rules.of_house(house_id), case.clock())


def not_signed(case: CaseFile, house_id: int) -> list[int]:
    """Return which resident households have not signed the present version; [] where there is none."""
    return list(dict.fromkeys(lease.household_id for lease in leases_not_signed(case, to_sign(case, house_id))))


def leases_not_signed(case: CaseFile, version: HouseRules | None) -> list[Tenancy]:
    """Return the leases of those in a house who have not signed a version of its rules; [] where there is none."""
    if version is None:
        return []
    living = leases_in(case, version.house_id)
    signatures = case.rule_signatures.of_rules(version.id or 0)
    missing = set(rules.not_signed(version, [lease.household_id for lease in living], signatures))
    return [lease for lease in living if lease.household_id in missing]
