"""Dwellings, keys and meters: what is refused, what is warned about, and the state derived."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from bolig_desktop.dwellings.records import Dwelling, DwellingKind, DwellingState, Key, Meter, MeterKind, Tenure
from bolig_desktop.dwellings.rules import (
    dwelling_problems,
    idle_days,
    idle_rent,
    key_problems,
    meter_problems,
    state,
)
from bolig_desktop.errors import Problem
from topics.said import hard, warned

TODAY = date(2026, 11, 22)
FLAT = Dwelling(id=1, street="Storgata 14 B", kind=DwellingKind.APARTMENT, tenure=Tenure.MUNICIPAL)
HOUSE = Dwelling(id=2, street="Fjellgata 8", kind=DwellingKind.SHARED_HOUSE, tenure=Tenure.MUNICIPAL)
ROOM = Dwelling(id=3, house_id=2, name="rom 3", street="Fjellgata 8", kind=DwellingKind.ROOM, tenure=Tenure.MUNICIPAL)


def _problems(dwelling: Dwelling, house: Dwelling | None = None, rooms: tuple[Dwelling, ...] = ()) -> list[Problem]:
    return dwelling_problems(dwelling, house=house, rooms=rooms, today=TODAY)


def test_a_plain_flat_a_house_and_its_room_are_fine() -> None:
    assert _problems(FLAT) == []
    assert _problems(HOUSE, rooms=(ROOM,)) == []
    assert _problems(ROOM, HOUSE) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"street": " "}, "street", "dwelling.street_missing"),
        ({"unit_number": "201"}, "unit_number", "identifier.unit_number"),
        ({"postcode": "125"}, "postcode", "identifier.postcode"),
        ({"municipality_number": "301"}, "municipality_number", "identifier.municipality_number"),
        ({"bnr": "34"}, "bnr", "identifier.cadastre_order"),
        ({"kind": DwellingKind.ROOM, "name": "rom 1"}, "house_id", "dwelling.room_needs_house"),
        ({"rooms": -1}, "rooms", "number.negative"),
        ({"bedrooms": -1}, "bedrooms", "number.negative"),
        ({"places": -1}, "places", "number.negative"),
        ({"area_m2": Decimal("0")}, "area_m2", "dwelling.area"),
        ({"rent_nok": -1}, "rent_nok", "money.negative"),
        ({"power_nok": -1}, "power_nok", "money.negative"),
        ({"radon_bq": -1}, "radon_bq", "number.negative"),
        ({"radon_on": date(2026, 11, 23)}, "radon_on", "dwelling.date_ahead"),
        ({"smoke_alarm_on": date(2026, 11, 23)}, "smoke_alarm_on", "dwelling.date_ahead"),
        ({"out_of_use_to": TODAY}, "out_of_use_from", "dwelling.out_of_use_from_missing"),
        ({"out_of_use_from": TODAY}, "out_of_use_reason", "dwelling.out_of_use_reason_missing"),
        (
            {"out_of_use_from": TODAY, "out_of_use_to": date(2026, 11, 21), "out_of_use_reason": "vannskade"},
            "out_of_use_to",
            "dwelling.out_of_use_ends_before",
        ),
        (
            {"acquired_on": TODAY, "given_up_on": date(2026, 11, 21)},
            "given_up_on",
            "dwelling.given_up_before",
        ),
    ],
)
def test_the_impossible_is_refused(changes: dict[str, object], field: str, code: str) -> None:
    assert hard(_problems(replace(FLAT, **changes))) == {(field, code)}


@pytest.mark.parametrize(
    "changes",
    [
        {"unit_number": "H0201", "postcode": "0125", "municipality_number": "0301", "gnr": "1", "bnr": "2"},
        {"rooms": 0, "bedrooms": 0, "places": 0, "rent_nok": 0, "power_nok": 0, "radon_bq": 0, "floor": -1},
        {"radon_on": TODAY, "smoke_alarm_on": TODAY, "extinguisher_on": TODAY, "area_m2": Decimal("0.5")},
        {"out_of_use_from": TODAY, "out_of_use_to": TODAY, "out_of_use_reason": "vannskade"},
        {"acquired_on": TODAY, "given_up_on": TODAY},
        {"rooms": 3, "bedrooms": 3, "rent_nok": 100_000, "radon_bq": 100},
    ],
)
def test_the_other_side_of_the_edge_is_fine(changes: dict[str, object]) -> None:
    assert _problems(replace(FLAT, **changes)) == []


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"rooms": 2, "bedrooms": 3}, "bedrooms", "dwelling.more_bedrooms_than_rooms"),
        ({"rooms": 0, "bedrooms": 1}, "bedrooms", "dwelling.more_bedrooms_than_rooms"),
        ({"rent_nok": 100_001}, "rent_nok", "dwelling.rent_high"),
        ({"radon_bq": 101}, "radon_bq", "dwelling.radon_action"),
        ({"radon_bq": 200}, "radon_bq", "dwelling.radon_action"),
        ({"radon_bq": 201}, "radon_bq", "dwelling.radon_over_limit"),
        ({"tenure": Tenure.HIRED_IN}, "landlord_id", "dwelling.hired_in_without_landlord"),
        ({"landlord_id": 4}, "landlord_id", "dwelling.municipal_with_landlord"),
    ],
)
def test_the_unlikely_is_warned_about(changes: dict[str, object], field: str, code: str) -> None:
    found = _problems(replace(FLAT, **changes))
    assert warned(found) == {(field, code)} and not hard(found)


def test_rooms_stand_in_houses_and_houses_do_not() -> None:
    assert ("house_id", "dwelling.house_is_room") in hard(_problems(replace(ROOM, id=4, house_id=3), ROOM))
    loose = replace(ROOM, house_id=None)
    assert ("house_id", "dwelling.house_is_room") in hard(_problems(replace(ROOM, id=4, house_id=3), loose))
    assert ("kind", "dwelling.only_rooms_have_house") in hard(_problems(replace(FLAT, house_id=2), HOUSE))
    assert ("kind", "dwelling.room_has_rooms") in hard(_problems(replace(ROOM, id=2, house_id=9), rooms=(ROOM,)))
    assert ("house_id", "dwelling.house_is_itself") in hard(_problems(replace(ROOM, house_id=3)))
    assert warned(_problems(replace(ROOM, name=""), HOUSE)) == {("name", "dwelling.room_without_name")}
    assert warned(_problems(ROOM, replace(HOUSE, tenure=Tenure.ASSIGNED))) == {
        ("tenure", "dwelling.tenure_unlike_house")
    }


@pytest.mark.parametrize(
    ("changes", "is_let", "expected"),
    [
        ({}, False, DwellingState.FREE),
        ({}, True, DwellingState.LET),
        ({"reserved_for": "familie på fire"}, False, DwellingState.RESERVED),
        ({"reserved_for": "familie på fire"}, True, DwellingState.LET),
        ({"given_up_on": TODAY}, True, DwellingState.GIVEN_UP),
        ({"given_up_on": date(2026, 11, 23)}, False, DwellingState.FREE),
        ({"out_of_use_from": TODAY}, False, DwellingState.OUT_OF_USE),
        ({"out_of_use_from": TODAY}, True, DwellingState.LET),
        ({"out_of_use_from": date(2026, 11, 23)}, False, DwellingState.FREE),
        ({"out_of_use_from": date(2026, 1, 1), "out_of_use_to": TODAY}, False, DwellingState.OUT_OF_USE),
        ({"out_of_use_from": date(2026, 1, 1), "out_of_use_to": date(2026, 11, 21)}, False, DwellingState.FREE),
    ],
)
def test_the_state_is_derived(changes: dict[str, object], is_let: bool, expected: DwellingState) -> None:
    assert state(replace(FLAT, **changes), is_let=is_let, today=TODAY) is expected


def test_a_promised_unit_is_reserved_unless_somebody_is_there_or_it_cannot_be_used() -> None:
    def promised(**changes: object) -> DwellingState:
        is_let = bool(changes.pop("is_let", False))
        return state(replace(FLAT, **changes), is_let=is_let, is_promised=True, today=TODAY)

    assert promised() is DwellingState.RESERVED
    assert promised(is_let=True) is DwellingState.LET
    assert promised(out_of_use_from=TODAY) is DwellingState.OUT_OF_USE
    assert promised(given_up_on=TODAY) is DwellingState.GIVEN_UP


def test_empty_days_and_what_they_cost() -> None:
    assert idle_days(TODAY, TODAY) == 1
    assert idle_days(date(2026, 11, 1), TODAY) == 22
    assert idle_days(date(2026, 11, 23), TODAY) == idle_days(None, TODAY) == 0
    assert idle_rent(9500, 365) == 114_000
    assert idle_rent(9500, 22) == 6871
    assert idle_rent(None, 22) == 0


def test_keys_and_meters() -> None:
    key = Key(dwelling_id=1, label="ytterdør", handed_out_on=TODAY, returned_on=TODAY)
    assert key_problems(key, today=TODAY) == []
    assert hard(key_problems(replace(key, returned_on=date(2026, 11, 21)), today=TODAY)) == {
        ("returned_on", "key.returned_before")
    }
    assert hard(key_problems(Key(dwelling_id=1, label=" ", count=0), today=TODAY)) == {
        ("label", "key.label_missing"),
        ("count", "key.count"),
    }
    meter = Meter(dwelling_id=1, kind=MeterKind.POWER, reading=Decimal("0"), read_on=TODAY)
    assert meter_problems(meter, today=TODAY) == []
    wrong = replace(meter, reading=Decimal("-0.1"), read_on=date(2026, 11, 23))
    assert hard(meter_problems(wrong, today=TODAY)) == {
        ("reading", "number.negative"),
        ("read_on", "dwelling.date_ahead"),
    }
    assert warned(meter_problems(replace(meter, read_on=None), today=TODAY)) == {
        ("read_on", "meter.reading_without_date")
    }
