"""The facts several papers share, gathered from the case as plain values: sender, parties, the dwelling, the date."""

import dataclasses
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.law.identifiers import show_account
from bolig_desktop.people.records import MemberRole, Person
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import Tenancy, TenancyKind

LONGEST_REFERENCE = 20
"""How many characters of a lease's number the top of a page has room for."""

_ORDER = {MemberRole.MAIN: 0, MemberRole.PARTNER: 1}


@dataclass(frozen=True, kw_only=True)
class Sender:
    """The municipality on its own paper."""

    name: str
    unit: str
    org_number: str
    address: str
    phone: str
    email: str
    officer: str
    account: str


@dataclass(frozen=True, kw_only=True)
class TenantFact:
    """One who signs; born_on is None where it is unknown, or not to be shown (graded address)."""

    name: str
    born_on: date | None


@dataclass(frozen=True, kw_only=True)
class PlaceFacts:
    """The dwelling or room; address is its street, postcode and place."""

    room_name: str
    address: str
    unit_number: str
    rooms: int | None
    area_m2: Decimal | None
    gnr: str
    bnr: str
    fnr: str
    snr: str
    common_rooms: str
    furniture_list: str
    includes_heating: bool
    includes_internet: bool
    includes_furniture: bool
    includes_power: bool | None


def mapping(facts: Any) -> dict[str, object]:
    """Return a record of facts, its properties among them, by name."""
    return {name: getattr(facts, name) for name in names(type(facts))}


def names(record: Any) -> tuple[str, ...]:
    """Return the names of a record's fields and properties, inherited ones among them."""
    held = [
        name for part in reversed(record.__mro__) for name, value in vars(part).items() if isinstance(value, property)
    ]
    return (*(field.name for field in dataclasses.fields(record)), *dict.fromkeys(held))


def sender(municipality: Municipality) -> Sender:
    """Return the municipality as it stands on its papers."""
    return Sender(
        name=municipality.name,
        unit=municipality.unit,
        org_number=grouped(municipality.org_number, (3, 3, 3), " "),
        address=address(municipality.street, municipality.postcode, municipality.city),
        phone=municipality.phone,
        email=municipality.email,
        officer=municipality.case_officer,
        account=show_account(municipality.account_number),
    )


def tenants(case: CaseFile, tenancy: Tenancy) -> tuple[TenantFact, ...]:
    """Return who signs: the household's main person and partner; in a room the main person alone.

    A household with a graded address shows names only.
    """
    shielded = case.households.is_shielded(tenancy.household_id)
    people = signing(case, tenancy.household_id, alone=tenancy.kind is TenancyKind.ROOM)
    return tuple(TenantFact(name=p.name, born_on=None if shielded else p.born_on) for p in people)


def signing(case: CaseFile, household_id: int, *, alone: bool = False) -> list[Person]:
    """Return the household's main person and partner, who sign and are written to. alone: the main person only."""
    members = [m for m in case.memberships.of_household(household_id) if m.left_on is None]
    found = sorted((m for m in members if m.role in _ORDER), key=lambda m: (_ORDER[m.role], m.id or 0))
    return [case.people.get(member.person_id) for member in (found[:1] if alone else found)]


def place(case: CaseFile, dwelling_id: int) -> PlaceFacts:
    """Return the dwelling; what a room does not say of itself is said by its house."""
    unit = case.dwellings.get(dwelling_id)
    house = case.dwellings.find(unit.house_id)
    return PlaceFacts(
        room_name=unit.name if house else "",
        address=address(unit.street, _own(unit, house, "postcode"), _own(unit, house, "city")),
        unit_number=_own(unit, house, "unit_number"),
        rooms=None if house else unit.rooms,
        area_m2=unit.area_m2,
        gnr=_own(unit, house, "gnr"),
        bnr=_own(unit, house, "bnr"),
        fnr=_own(unit, house, "fnr"),
        snr=_own(unit, house, "snr"),
        common_rooms=_own(unit, house, "common_rooms"),
        furniture_list="\n".join(part.furniture_list for part in (unit, house) if part and part.furniture_list),
        includes_heating=bool(_own(unit, house, "includes_heating")),
        includes_internet=bool(_own(unit, house, "includes_internet")),
        includes_furniture=bool(_own(unit, house, "includes_furniture")),
        includes_power=_own(unit, house, "includes_power"),
    )


def _own(unit: Dwelling, house: Dwelling | None, field: str) -> Any:
    value = getattr(unit, field)
    return getattr(house, field) if house and value in (None, "") else value


def address(street: str, postcode: str, city: str) -> str:
    """Return ``Storgata 14 B, 8099 Nordvik``, leaving out what is unknown."""
    return ", ".join(part for part in (street, f"{postcode} {city}".strip()) if part)


def grouped(digits: str, lengths: tuple[int, ...], mark: str) -> str:
    """Return digits in groups (``974 760 673``); anything of another length as it is."""
    plain = "".join(digits.split())
    if len(plain) != sum(lengths) or not plain.isdigit():
        return digits
    parts, at = [], 0
    for length in lengths:
        parts.append(plain[at : at + length])
        at += length
    return mark.join(parts)
