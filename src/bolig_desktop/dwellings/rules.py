"""What a dwelling must be, what its state is today, and what it costs to let it stand empty."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from bolig_desktop.dwellings.records import (
    Dwelling,
    DwellingKind,
    DwellingState,
    HomeGuide,
    Key,
    Meter,
    Tenure,
    UnitDates,
    WasteDay,
    WasteKind,
    Weekday,
)
from bolig_desktop.errors import Problem
from bolig_desktop.law import identifiers
from bolig_desktop.law.sections import section
from bolig_desktop.law.terms import RADON_ACTION_BQ, RADON_LIMIT_BQ

MOST_RENT_NOK = 100_000

_COUNTS = ("rooms", "bedrooms", "places")
_PAST_DATES = ("radon_on", "smoke_alarm_on", "extinguisher_on")


def state(unit: UnitDates, *, is_let: bool, is_promised: bool = False, today: date) -> DwellingState:
    """Return the unit's state today.

    is_let: somebody has a tenancy of it now, or still lives there. is_promised: a lease of it has not begun yet.
    """
    if unit.given_up_on is not None and unit.given_up_on <= today:
        return DwellingState.GIVEN_UP
    if is_let:
        return DwellingState.LET
    begun = unit.out_of_use_from is not None and unit.out_of_use_from <= today
    if begun and (unit.out_of_use_to is None or today <= unit.out_of_use_to):
        return DwellingState.OUT_OF_USE
    return DwellingState.RESERVED if is_promised or unit.reserved_for else DwellingState.FREE


def idle_days(free_since: date | None, today: date) -> int:
    """Return how many days a unit has stood empty, the first one counted; 0 where it is not free or not known."""
    return max(0, (today - free_since).days + 1) if free_since is not None else 0


def idle_rent(rent_nok: int | None, days: int) -> int:
    """Return the rent lost in so many empty days, in whole kroner rounded down (a year's rent by 365 days)."""
    return (rent_nok or 0) * 12 * days // 365


def dwelling_problems(
    dwelling: Dwelling, *, house: Dwelling | None, rooms: Sequence[Dwelling], today: date
) -> list[Problem]:
    """Return what is wrong with a unit; house is its house if it is a room, rooms its own rooms."""
    return [
        *_place(dwelling),
        *_room_and_house(dwelling, house, rooms),
        *_sizes(dwelling),
        *_money(dwelling),
        *_safety(dwelling, today),
        *_use(dwelling),
    ]


def key_problems(key: Key, *, today: date) -> list[Problem]:
    """Return what is wrong with a key."""
    found = []
    if not key.label.strip():
        found.append(Problem(field="label", code="key.label_missing"))
    if key.count < 1:
        found.append(Problem(field="count", code="key.count"))
    for field in ("handed_out_on", "returned_on"):
        day = getattr(key, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="dwelling.date_ahead", facts={"today": today}))
    if key.handed_out_on and key.returned_on and key.returned_on < key.handed_out_on:
        found.append(
            Problem(field="returned_on", code="key.returned_before", facts={"handed_out": key.handed_out_on})
        )
    return found


def meter_problems(meter: Meter, *, today: date) -> list[Problem]:
    """Return what is wrong with a meter."""
    found = []
    if meter.reading is not None and meter.reading < 0:
        found.append(Problem(field="reading", code="number.negative"))
    if meter.read_on is not None and meter.read_on > today:
        found.append(Problem(field="read_on", code="dwelling.date_ahead", facts={"today": today}))
    if meter.reading is not None and meter.read_on is None:
        found.append(Problem(field="read_on", code="meter.reading_without_date", hard=False))
    return found


def _place(dwelling: Dwelling) -> Iterator[Problem]:
    """Address, bruksenhet (ID-BRU), postcode (ID-POST) and matrikkel (ID-MAT)."""
    if not dwelling.street.strip():
        yield Problem(field="street", code="dwelling.street_missing")
    if dwelling.unit_number and (code := identifiers.unit_number(dwelling.unit_number)):
        yield Problem(field="unit_number", code=code)
    if dwelling.postcode and (code := identifiers.postcode(dwelling.postcode)):
        yield Problem(field="postcode", code=code)
    wrong = identifiers.cadastre(dwelling.municipality_number, dwelling.gnr, dwelling.bnr, dwelling.fnr, dwelling.snr)
    if wrong:
        yield Problem(field=wrong[0], code=wrong[1])


def _room_and_house(dwelling: Dwelling, house: Dwelling | None, rooms: Sequence[Dwelling]) -> Iterator[Problem]:
    is_room = dwelling.kind is DwellingKind.ROOM
    if is_room and dwelling.house_id is None:
        yield Problem(field="house_id", code="dwelling.room_needs_house")
    if not is_room and dwelling.house_id is not None:
        yield Problem(field="kind", code="dwelling.only_rooms_have_house")
    if house is not None and (house.kind is DwellingKind.ROOM or house.house_id is not None):
        yield Problem(field="house_id", code="dwelling.house_is_room")
    if dwelling.id is not None and dwelling.house_id == dwelling.id:
        yield Problem(field="house_id", code="dwelling.house_is_itself")
    if is_room and rooms:
        yield Problem(field="kind", code="dwelling.room_has_rooms", facts={"count": len(rooms)})
    if is_room and not dwelling.name.strip():
        yield Problem(field="name", code="dwelling.room_without_name", hard=False)
    if house is not None and house.tenure is not dwelling.tenure:
        yield Problem(field="tenure", code="dwelling.tenure_unlike_house", hard=False)


def _sizes(dwelling: Dwelling) -> Iterator[Problem]:
    for field in _COUNTS:
        value = getattr(dwelling, field)
        if value is not None and value < 0:
            yield Problem(field=field, code="number.negative")
    if dwelling.area_m2 is not None and dwelling.area_m2 <= 0:
        yield Problem(field="area_m2", code="dwelling.area")
    if dwelling.rooms is not None and dwelling.bedrooms is not None and dwelling.bedrooms > dwelling.rooms >= 0:
        facts = {"rooms": dwelling.rooms, "bedrooms": dwelling.bedrooms}
        yield Problem(field="bedrooms", code="dwelling.more_bedrooms_than_rooms", hard=False, facts=facts)


def _money(dwelling: Dwelling) -> Iterator[Problem]:
    for field in ("rent_nok", "power_nok"):
        value = getattr(dwelling, field)
        if value is not None and value < 0:
            yield Problem(field=field, code="money.negative")
        if value is not None and value > MOST_RENT_NOK:
            yield Problem(field=field, code="dwelling.rent_high", hard=False, facts={"rent_nok": value})


def _safety(dwelling: Dwelling, today: date) -> Iterator[Problem]:
    """Radon (SI-RADON: measures from 100 Bq/m³, at most 200) and dates of what has been done."""
    if dwelling.radon_bq is not None and dwelling.radon_bq < 0:
        yield Problem(field="radon_bq", code="number.negative")
    elif dwelling.radon_bq is not None and dwelling.radon_bq > RADON_ACTION_BQ:
        over = dwelling.radon_bq > RADON_LIMIT_BQ
        yield Problem(
            field="radon_bq",
            code="dwelling.radon_over_limit" if over else "dwelling.radon_action",
            hard=False,
            section=section("SI-RADON"),
            facts={"limit": RADON_LIMIT_BQ if over else RADON_ACTION_BQ},
        )
    for field in _PAST_DATES:
        day = getattr(dwelling, field)
        if day is not None and day > today:
            yield Problem(field=field, code="dwelling.date_ahead", facts={"today": today})


def _use(dwelling: Dwelling) -> Iterator[Problem]:
    start, end = dwelling.out_of_use_from, dwelling.out_of_use_to
    if end is not None and start is None:
        yield Problem(field="out_of_use_from", code="dwelling.out_of_use_from_missing")
    if start is not None and end is not None and end < start:
        yield Problem(field="out_of_use_to", code="dwelling.out_of_use_ends_before", facts={"start": start})
    if start is not None and not dwelling.out_of_use_reason.strip():
        yield Problem(field="out_of_use_reason", code="dwelling.out_of_use_reason_missing")
    acquired, given_up = dwelling.acquired_on, dwelling.given_up_on
    if acquired is not None and given_up is not None and given_up < acquired:
        yield Problem(field="given_up_on", code="dwelling.given_up_before", facts={"acquired": acquired})
    if dwelling.tenure is Tenure.HIRED_IN and dwelling.landlord_id is None:
        yield Problem(field="landlord_id", code="dwelling.hired_in_without_landlord", hard=False)
    if dwelling.tenure is Tenure.MUNICIPAL and dwelling.landlord_id is not None:
        yield Problem(field="landlord_id", code="dwelling.municipal_with_landlord", hard=False)


def home_guide_problems(guide: HomeGuide) -> list[Problem]:
    """Return what is wrong with what the binder says of a home: two ways out are two."""
    found = []
    if guide.way_out is not None and guide.way_out is guide.other_way_out:
        found.append(Problem(field="other_way_out", code="dwelling.one_way_out"))
    for spot in ("stopcock", "fuse_box", "extinguisher", "letterbox"):
        if getattr(guide, f"{spot}_detail").strip() and getattr(guide, spot) is None:
            found.append(Problem(field=spot, code="dwelling.spot_missing", hard=False))
    return found


_TOGETHER = (
    ("stopcock", "stopcock_detail"),
    ("fuse_box", "fuse_box_detail"),
    ("extinguisher", "extinguisher_detail"),
    ("letterbox", "letterbox_detail"),
    ("way_out", "other_way_out", "escape_detail"),
)
"""A place and what is written about it: of a room's and its house's, one never stands with the other's."""


def from_house(own: HomeGuide, house: HomeGuide | None) -> dict[str, Any]:
    """Return what the house says where the room says nothing, by field."""
    if house is None:
        return {}
    said = set(_said(own))
    said |= {name for group in _TOGETHER if said & set(group) for name in group}
    return {name: value for name, value in _said(house).items() if name not in said}


def _said(guide: HomeGuide) -> dict[str, Any]:
    """Return what a guide says; a way of heating that is not ticked is not said to be missing."""
    found = {name: value for name, value in vars(guide).items() if name not in ("id", "dwelling_id")}
    return {
        name: value
        for name, value in found.items()
        if value is not None and value != "" and (value is not False or not name.startswith("heating_"))
    }


MOST_WEEKS = 52


def waste_day_problems(day: WasteDay) -> list[Problem]:
    """Return what is wrong with a day for waste: it is collected on a day, or one brings it somewhere."""
    found = []
    if not 1 <= day.every_weeks <= MOST_WEEKS:
        facts = {"least": 1, "most": MOST_WEEKS}
        found.append(Problem(field="every_weeks", code="municipality.out_of_range", facts=facts))
    if day.weekday is None and not day.bring_to.strip():
        found.append(Problem(field="weekday", code="waste.no_day"))
    if day.weekday is None:
        return found
    if day.every_weeks > 1 and day.first_on is None:
        found.append(Problem(field="first_on", code="waste.no_first_day", hard=False))
    if day.first_on is not None and day.first_on.weekday() != list(Weekday).index(day.weekday):
        found.append(Problem(field="first_on", code="waste.other_weekday", facts={"day": day.first_on}))
    return found


def holding_days(
    own: Sequence[WasteDay], house: Sequence[WasteDay], everywhere: Sequence[WasteDay]
) -> list[WasteDay]:
    """Return the days that hold for a home, by kind: its own, else its house's; of others the municipality's."""
    here = own or house
    kinds = {day.kind for day in here}
    order = {kind: number for number, kind in enumerate(WasteKind)}
    found = [*here, *(day for day in everywhere if day.kind not in kinds)]
    return sorted(found, key=lambda day: (order[day.kind], day.id or 0))


def next_collections(day: WasteDay, today: date, count: int = 4) -> list[date]:
    """Return the next days waste is collected, today among them; [] where they cannot be told."""
    if day.weekday is None or (day.every_weeks > 1 and day.first_on is None):
        return []
    start = day.first_on or today + timedelta(days=(list(Weekday).index(day.weekday) - today.weekday()) % 7)
    step = timedelta(weeks=day.every_weeks)
    if start < today:
        start += -((start - today) // step) * step
    return [start + number * step for number in range(count)]
