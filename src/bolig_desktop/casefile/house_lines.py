"""The list of shared houses and of who lives in each room; who is shielded is settled here, as in every list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.people.records import MemberRole
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import HouseLine, RoomLine
from bolig_desktop.tenancies.records import Tenancy

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def house_lines(case: CaseFile) -> list[HouseLine]:
    """Return the list of shared houses that are not given up."""
    return [house_line(case, house) for house in sharing.houses(case)]


def house_line(case: CaseFile, house: Dwelling) -> HouseLine:
    """Return the line of one house."""
    house_id, today = house.id or 0, case.clock()
    versions, here = case.house_rules.of_house(house_id), sharing.residents(case, house_id)
    wanted = rules.to_sign(versions, today)
    signatures = case.rule_signatures.of_rules(wanted.id or 0) if wanted else []
    return HouseLine(
        id=house_id,
        label=dwelling_labels(case)[house_id],
        rooms=len(case.dwellings.rooms_of(house_id)),
        places=house.places,
        residents=len(here),
        version=wanted.version if wanted else None,
        in_force=rules.in_force(versions, today) is not None,
        not_signed=len(rules.not_signed(wanted, here, signatures)) if wanted else 0,
        draft=max((one.version for one in versions if one.valid_from is None), default=None),
    )


def room_lines(case: CaseFile, house_id: int) -> list[RoomLine]:
    """Return every room of a house with who lives there today; the house itself where it is let as a whole.

    A household with code 6 is not said to live anywhere, only that the room is taken (law.md AG-3).
    """
    labels, leases = dwelling_labels(case), sharing.leases_in(case, house_id)
    street = case.dwellings.get(house_id).street
    units = [room.id or 0 for room in case.dwellings.rooms_of(house_id)]
    taken = {lease.dwelling_id for lease in leases}
    found = []
    for unit in ([house_id] if house_id in taken else []) + units:
        here = [lease for lease in leases if lease.dwelling_id == unit]
        room = room_name(labels[unit], street)
        found += [_resident(case, room, lease) for lease in here] or [RoomLine(unit, room)]
    return found


def room_name(label: str, street: str) -> str:
    """Return what a room is called beside its house: ``rom 2`` of ``Fjellgata 8, rom 2``."""
    return label.removeprefix(street).lstrip(", ") or label


def _resident(case: CaseFile, room: str, lease: Tenancy) -> RoomLine:
    households, whose = case.households, lease.household_id
    if households.is_strict(whose):
        return RoomLine(lease.dwelling_id, room, is_hidden=True)
    return RoomLine(
        dwelling_id=lease.dwelling_id,
        room=room,
        household_id=whose,
        household=households.label(whose),
        language="" if households.is_shielded(whose) else main_language(case, whose),
        tenancy_id=lease.id,
        starts_on=lease.starts_on,
        ends_on=lease.ends_on,
    )


def main_language(case: CaseFile, household_id: int) -> str:
    """Return the language of a household's main person, "" where none is known."""
    members = [one for one in case.memberships.of_household(household_id) if one.left_on is None]
    first = next((one for one in members if one.role is MemberRole.MAIN), None)
    return case.people.get(first.person_id).language if first else ""
