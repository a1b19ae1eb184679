"""Who lives in a shared house, and who has not signed its rules."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
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
    version = to_sign(case, house_id)
    if version is None:
        return []
    signatures = case.rule_signatures.of_rules(version.id or 0)
    return rules.not_signed(version, residents(case, house_id), signatures)


Living = list[tuple[int, date]]
"""Households, each with the day its lease began, in the order of the leases."""


def not_signed_anywhere(case: CaseFile, house_id: int | None = None) -> Iterator[tuple[HouseRules, Living]]:
    """Yield the version somebody who lives in a house has not signed, and who: of all houses, or of the one."""
    where = (None, []) if house_id is None else ("house_id = ?", [house_id])
    versions: dict[int, list[HouseRules]] = {}
    for version in case.house_rules.list(*where):
        versions.setdefault(version.house_id, []).append(version)
    if not versions:
        return
    of_houses = living(case, house_id)
    signed = case.rule_signatures.list() if house_id is None else None
    for one in versions:
        asked = rules.to_sign(versions[one], case.clock())
        if asked is None or one not in of_houses:
            continue
        signatures = case.rule_signatures.of_rules(asked.id or 0) if signed is None else signed
        missing = set(rules.not_signed(asked, [household_id for household_id, _ in of_houses[one]], signatures))
        if missing:
            yield asked, [(household_id, began) for household_id, began in of_houses[one] if household_id in missing]


def living(case: CaseFile, house_id: int | None = None) -> dict[int, Living]:
    """Return who lives in each house (or the one), with the day the lease began."""
    if house_id is not None:
        return {house_id: [(lease.household_id, lease.starts_on) for lease in leases_in(case, house_id)]}
    found: dict[int, Living] = {}
    houses, today = case.dwellings.houses(), case.clock()
    for household_id, dwelling_id, began, lives_there in case.tenancies.stays(today):
        if lives_there:
            found.setdefault(houses[dwelling_id], []).append((household_id, date.fromisoformat(began)))
    return found
