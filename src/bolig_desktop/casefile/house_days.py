"""What a shared house's meetings, costs and checklists are read from: its rooms, and who lived where and when."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.house_lines import room_name
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import SharedCost
from bolig_desktop.shared_housing.rules import Line, Split, Stay
from bolig_desktop.tenancies.records import Tenancy

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

_A_DAY = timedelta(days=1)


def units(case: CaseFile, house_id: int) -> list[int]:
    """Return what costs are split by: the rooms of a house, or the house where it has none or is let as a whole."""
    rooms = [room.id or 0 for room in case.dwellings.rooms_of(house_id)]
    return rooms if rooms and not case.tenancies.of_dwellings([house_id]) else [*rooms, house_id]


def hidden(case: CaseFile, house_id: int) -> frozenset[int]:
    """Return the leases of a house with code 6 (AG-2): they count in a split, and stand nowhere by themselves."""
    strict = case.households.strict_ids()
    found = case.tenancies.of_dwellings(units(case, house_id)) if strict else []
    return frozenset(one.id or 0 for one in found if one.household_id in strict)


def borne(case: CaseFile, house_id: int, costs: Sequence[SharedCost]) -> dict[int | None, Split]:
    """Return who bears each cost, by its id; what is hidden stands with the municipality's."""
    gone, here, rooms = hidden(case, house_id), stays(case, house_id), units(case, house_id)
    shares, found = case.cost_shares.of_house(house_id), dict[int | None, Split]()
    for cost in costs:
        lines = found.setdefault(cost.id, {})
        for whose, ore in rules.split(cost, rooms, here, shares).items():
            line = None if whose in gone else whose
            lines[line] = lines.get(line, 0) + ore
    return found


def leases(case: CaseFile, house_id: int) -> list[Tenancy]:
    """Return every lease anybody lived under in a house, room by room and by time; never one with code 6 (AG-2)."""
    order, strict = units(case, house_id), case.households.strict_ids()
    found = [one for one in case.tenancies.of_dwellings(order) if one.household_id not in strict]
    return sorted(found, key=lambda one: (order.index(one.dwelling_id), one.starts_on, one.id or 0))


def stays(case: CaseFile, house_id: int) -> list[Stay]:
    """Return who bore costs in a house, and when. Somebody who stays on after the term still does.

    The day of moving out is the next one's, as everywhere in the program (``tenancies.rules.lived_in``).
    """
    order = units(case, house_id)
    return [
        Stay(
            one.id or 0,
            one.dwelling_id,
            one.starts_on,
            None if one.moved_out_on is None else one.moved_out_on - _A_DAY,
            one.power_nok or 0,
        )
        for one in sorted(
            case.tenancies.of_dwellings(order),
            key=lambda one: (order.index(one.dwelling_id), one.starts_on, one.id or 0),
        )
    ]


def year_account(case: CaseFile, house_id: int, year: int) -> list[Line]:
    """Return the account of shared costs of a house in a year (husleieloven § 3-4)."""
    return rules.year_lines(
        case.shared_costs.of_year(house_id, year),
        units(case, house_id),
        stays(case, house_id),
        case.cost_shares.of_house(house_id),
        hidden(case, house_id),
    )


def room_names(case: CaseFile, house_id: int) -> dict[int, str]:
    """Return what the rooms of a house are called beside it, without a name of somebody shielded."""
    labels, street = dwelling_labels(case), case.dwellings.get(house_id).street
    return {unit: room_name(labels[unit], street) for unit in [*units(case, house_id), house_id]}


class Approval(NamedTuple):
    """One point of the checklist for bostøtte: what it is about, and whether it is in order.

    what: ``approved``, ``lease``, ``9s01`` or ``9s08``; room: "" for the house. day: when, where a day is known.
    """

    what: str
    room: str
    in_order: bool
    day: date | None = None
    tenancy_id: int = 0


def approval(case: CaseFile, house_id: int) -> list[Approval]:
    """Return the checklist for bostøtte in shared housing (HB-BO4): approved, a lease each, 9s01 and 9s08."""
    approved = next(iter(case.house_approvals.of_house(house_id)), None)
    day = approved.approved_on if approved else None
    found = [Approval("approved", "", day is not None, day)]
    names, strict = room_names(case, house_id), case.households.strict_ids()
    for lease in sharing.leases_in(case, house_id):
        if lease.household_id in strict:
            continue
        room = names[lease.dwelling_id]
        own = lease.dwelling_id != house_id and lease.signed_tenant_on is not None
        forms = next(iter(case.benefit_forms.of_tenancy(lease.id or 0)), None)
        first, second = (forms.form_9s01_on, forms.form_9s08_on) if forms else (None, None)
        facts = {"tenancy_id": lease.id or 0}
        found.append(Approval("lease", room, own, lease.signed_tenant_on, **facts))
        found.append(Approval("9s01", room, first is not None, first, **facts))
        found.append(Approval("9s08", room, second is not None, second, **facts))
    return found


class Fit(NamedTuple):
    """What can be said of a newcomer, in facts and never as a score.

    languages: those shared with a resident, each with how many residents; asked: how many residents' are known.
    """

    languages: tuple[tuple[str, int], ...]
    asked: int
    residents: int


def fit(case: CaseFile, house_id: int, household_id: int) -> Fit:
    """Return which languages a newcomer shares with those who live in a house, leaving out everybody shielded."""
    here = [one for one in sharing.residents(case, house_id) if one != household_id]
    open_ones = [one for one in here if not case.households.is_shielded(one)]
    known = {one: spoken for one in open_ones if (spoken := _languages(case, one))}
    theirs = set() if case.households.is_shielded(household_id) else _languages(case, household_id)
    shared = {code: sum(code in spoken for spoken in known.values()) for code in sorted(theirs)}
    return Fit(tuple((code, count) for code, count in shared.items() if count), len(known), len(here))


def _languages(case: CaseFile, household_id: int) -> set[str]:
    members = [one for one in case.memberships.of_household(household_id) if one.left_on is None]
    people = [case.people.get(one.person_id) for one in members]
    return {code for person in people for code in (person.language, person.second_language) if code}
