"""The units of Nordvik, with the landlords they are hired from, head leases, keys and meters."""

import dataclasses
from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

from bolig_desktop.demo.owners import LANDLORD_OF
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import DAYS_EMPTY, NEW_UNITS, UNITS, Unit
from bolig_desktop.demo.terms import DAY, Stay, first_of
from bolig_desktop.dwellings.records import (
    Dwelling,
    DwellingKind,
    FurnitureOwner,
    Key,
    Meter,
    MeterKind,
    Standard,
    Tenure,
)
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.law.months import add_months

POSTCODE, CITY, MUNICIPALITY_NUMBER = "8099", "Nordvik", "1899"
_DISTRICTS = ("Sentrum", "Havna", "Solsida", "Nordre Moan", "Åsen")
_FREE_KEYS = "Flyktningtjenesten, nøkkelskapet"
_OUR_ROOMS = "Kjøkken, stue, to bad, vaskerom og bod i kjelleren"
_ROOM_FURNITURE = "Seng, madrass, skrivebord, stol, klesskap, lampe og gardiner"

# What sets single units apart from the rest; days count back from today (a negative number is ahead).
_SPECIAL: dict[str, dict[str, Any]] = {
    "M9": {"out_of_use_from": 30, "out_of_use_to": -45, "out_of_use_reason": "Pusses opp: nytt bad og nye gulv"},
    "M15": {"out_of_use_from": 70, "out_of_use_reason": "Radon over 200 Bq/m³, tiltak er bestilt", "radon_bq": 240},
    "M7": {"radon_bq": 130, "smoke_alarm_on": 371},
    "M18": {"given_up_on": 400, "note": "Solgt etter vedtak i kommunestyret."},
    "H10": {"given_up_on": 155, "note": "Levert tilbake til utleieren da innleieavtalen gikk ut."},
    "A4": {"reserved_for": "Enslig, bosettes i neste måned"},
    "H4": {"reserved_for": "Par, leieavtalen er signert"},
    "H8": {"reserved_for": "Familie på fem, bosettes om seks uker"},
    "M10": {"husbanken": "Lån til utleieboliger, tildelingsavtale i 30 år"},
    "M13": {"note": "Carporten leies ikke ut sammen med huset."},
}


def dwellings(
    register: Register, owners: Mapping[str, Landlord], stays: Sequence[Stay], today: date, rng: Random
) -> dict[str, Dwelling]:
    """Return every unit by its key, houses before their rooms."""
    places = {unit.place: "" for unit in UNITS}
    places = {place: register.place(place, rng) for place in places}
    found: dict[str, Dwelling] = {}
    land = {place: (str(rng.randrange(1, 160)), str(rng.randrange(1, 900))) for place in places}
    for unit in UNITS:
        acquired = acquired_on(unit.key, stays, today, rng) if not unit.house else found[unit.house].acquired_on
        owner = owners.get(LANDLORD_OF.get(unit.house or unit.key, ""))
        house = found.get(unit.house)
        rent = _rent(unit, register, rng)
        made = dwelling(unit, (places[unit.place], *land[unit.place]), house, today, rng)
        mine: dict[str, Any] = {"landlord_id": owner.id if owner else None, "acquired_on": acquired, "rent_nok": rent}
        found[unit.key] = register.numbered(dataclasses.replace(made, **mine, **_special(unit.key, today)))
    return found


def dwelling(unit: Unit, where: tuple[str, str, str], house: Dwelling | None, today: date, rng: Random) -> Dwelling:
    """Return a unit with what is in it and around it. where: street and number, gnr and bnr; house: of a room."""
    street, gnr, bnr = where
    return Dwelling(
        house_id=house.id if house else None,
        name=unit.name,
        street=street + (f" {unit.letter}" if unit.letter else ""),
        unit_number=unit.unit_number,
        postcode=POSTCODE,
        city=CITY,
        kind=unit.kind,
        tenure=unit.tenure,
        municipality_number=MUNICIPALITY_NUMBER,
        gnr=gnr,
        bnr=bnr,
        snr="" if unit.letter or unit.house or not unit.unit_number else str(int(unit.unit_number[-2:])),
        rent_nok=unit.rent,
        **_inside(unit, rng),
        **_place(unit, rng),
        **_safety(unit, today, rng),
    )


def acquired_on(key: str, stays: Sequence[Stay], today: date, rng: Random) -> date:
    """Return when we got a unit: some months before its first tenant, or the days ago the scene says."""
    if key in NEW_UNITS:
        return today - NEW_UNITS[key] * DAY
    first = min(stay.starts_on for stay in stays if stay.unit == key or _room_of(stay.unit, key))
    return first_of(add_months(first, -rng.randrange(1, 15)))


def _room_of(room: str, house: str) -> bool:
    return any(unit.key == room and unit.house == house for unit in UNITS)


def _rent(unit: Unit, register: Register, rng: Random) -> int | None:
    if unit.tenure is Tenure.RESIDENT_OWNED:
        return None
    return unit.rent if register.is_first else unit.rent + 100 * rng.randrange(-4, 7)


def _inside(unit: Unit, rng: Random) -> dict[str, Any]:
    room, shared = unit.kind is DwellingKind.ROOM, unit.kind is DwellingKind.SHARED_HOUSE
    floor = {"U": 0, "H": int(unit.unit_number[1:3] or "1")}[unit.unit_number[0]] if unit.unit_number else None
    people = max(1, unit.rooms - 1)
    care = unit.kind is DwellingKind.CARE
    return {
        "rooms": unit.rooms,
        "bedrooms": unit.rooms - 2 if shared else people if unit.rooms > 1 else 1,
        "area_m2": Decimal(unit.area) + (Decimal("0.5") if room else 0),
        "places": 1 if unit.rooms == 1 else unit.rooms - 2 if shared else people * 2,
        "floor": floor,
        "wheelchair": care,
        "step_free": care or rng.random() < 0.3,
        "lift": care or unit.unit_number == "H0402",
        "standard": rng.choices(list(Standard), weights=(5, 4, 1))[0],
        "power_nok": 500 if unit.key.startswith("A") and room else None,
        "includes_heating": room or shared,
        "includes_power": room and unit.key.startswith("B"),
        "includes_water": True,
        "includes_internet": room,
        "includes_furniture": room,
        "furniture_owner": FurnitureOwner.MUNICIPALITY if room or shared else FurnitureOwner.TENANT,
        "furniture_list": _ROOM_FURNITURE if room else "",
        "common_rooms": _OUR_ROOMS if room or shared else "",
        "approved_use": "Bofellesskap, ferdigattest foreligger" if room or shared else "Bolig",
    }


def _place(unit: Unit, rng: Random) -> dict[str, Any]:
    district = _DISTRICTS[sum(map(ord, unit.place)) % len(_DISTRICTS)]
    return {
        "district": district,
        "near_centre": district in ("Sentrum", "Havna"),
        "near_bus": rng.random() < 0.8,
        "near_school": rng.random() < 0.6,
        "near_services": district == "Sentrum" or rng.random() < 0.4,
        "first_settlement": unit.tenure in (Tenure.MUNICIPAL, Tenure.HIRED_IN) and rng.random() < 0.7,
    }


def _safety(unit: Unit, today: date, rng: Random) -> dict[str, Any]:
    winter = date(today.year - rng.randrange(1, 4), 2, rng.randrange(1, 28))
    high_up = unit.unit_number[1:3] in ("03", "04")
    checked = today - rng.randrange(20, 420) * 3 // 4 * DAY  # within the year, as are most
    return {
        "radon_bq": None if high_up else rng.randrange(15, 95),
        "radon_on": None if high_up else winter,
        "smoke_alarm_on": checked,
        "extinguisher_on": checked - rng.randrange(0, 200) // 20 * DAY,
    }


def _special(key: str, today: date) -> dict[str, Any]:
    return {
        name: today - value * DAY if name.endswith(("_on", "_from", "_to")) else value
        for name, value in _SPECIAL.get(key, {}).items()
    }


def keys(register: Register, homes: Mapping[str, Dwelling], stays: Sequence[Stay], today: date) -> list[Key]:
    """Return two kinds of keys for every unit; who holds them is never a name."""
    tenants = {stay.unit: stay.starts_on for stay in stays if stay.starts_on <= today and not stay.moved_out_on}
    found = []
    for key, home in homes.items():
        since = tenants.get(key)
        for label, count in _KEYS.get(home.kind, _HOME_KEYS):
            given_up = home.given_up_on
            found.append(
                register.numbered(
                    Key(
                        dwelling_id=home.id or 0,
                        label=label,
                        count=count,
                        held_by="Leietakeren" if since else "Utleieren" if given_up else _FREE_KEYS,
                        handed_out_on=since or home.acquired_on,
                        returned_on=given_up,
                    )
                )
            )
    return found


_HOME_KEYS = (("Inngangsdør", 3), ("Postkasse", 2))
_KEYS = {
    DwellingKind.SHARED_HOUSE: (("Ytterdør", 7), ("Bod og vaskerom", 2)),
    DwellingKind.ROOM: (("Romdør", 2), ("Ytterdør og postkasse", 1)),
}


def meters(register: Register, homes: Mapping[str, Dwelling], today: date, rng: Random) -> list[Meter]:
    """Return a power meter for every dwelling and house, and a water meter for detached and terraced ones."""
    found = []
    for key, home in homes.items():
        if home.house_id is not None:
            continue
        kinds = [MeterKind.POWER, *([MeterKind.WATER] if home.kind in _OWN_WATER else [])]
        for kind in kinds:
            power = kind is MeterKind.POWER
            found.append(
                register.numbered(
                    Meter(
                        dwelling_id=home.id or 0,
                        kind=kind,
                        number=f"{'NVK' if power else 'VM'}-{rng.randrange(100_000, 1_000_000)}",
                        location="Sikringsskapet i gangen" if power else "Vaskerommet",
                        reading=Decimal(rng.randrange(4_000, 90_000)) / (1 if power else 10),
                        read_on=today - (DAYS_EMPTY.get(key) or rng.randrange(5, 90)) * DAY,
                    )
                )
            )
    return found


_OWN_WATER = (DwellingKind.HOUSE, DwellingKind.TERRACED)
