"""What the binder says of a home and of waste: what is refused, what comes from the house, the next collections."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bolig_desktop.dwellings.records import (
    Bin,
    HomeGuide,
    Spot,
    Upkeep,
    Washing,
    WasteDay,
    WasteKind,
    WayOut,
    Weekday,
)
from bolig_desktop.dwellings.rules import (
    MOST_WEEKS,
    from_house,
    holding_days,
    home_guide_problems,
    next_collections,
    waste_day_problems,
)
from bolig_desktop.settings.records import ContactKind, LocalContact, Municipality
from bolig_desktop.settings.rules import local_contact_problems, municipality_problems
from topics.said import hard, warned

TODAY = date(2026, 11, 22)  # a Sunday
GUIDE = HomeGuide(dwelling_id=1)
FOOD = WasteDay(kind=WasteKind.FOOD, bin=Bin.BROWN, weekday=Weekday.TUESDAY)
TUESDAY = date(2026, 11, 24)


# a home


def test_nothing_said_is_fine() -> None:
    assert home_guide_problems(GUIDE) == []


def test_two_ways_out_are_two() -> None:
    one = replace(GUIDE, way_out=WayOut.BALCONY)
    assert home_guide_problems(one) == []
    assert home_guide_problems(replace(one, other_way_out=WayOut.WINDOW)) == []
    assert home_guide_problems(replace(GUIDE, other_way_out=WayOut.WINDOW)) == []
    assert hard(home_guide_problems(replace(one, other_way_out=WayOut.BALCONY))) == {
        ("other_way_out", "dwelling.one_way_out")
    }


@pytest.mark.parametrize("spot", ["stopcock", "fuse_box", "extinguisher", "letterbox"])
def test_a_detail_without_its_spot_is_warned_of(spot: str) -> None:
    detailed = replace(GUIDE, **{f"{spot}_detail": "bak døra"})
    assert warned(home_guide_problems(detailed)) == {(spot, "dwelling.spot_missing")}
    assert home_guide_problems(replace(detailed, **{spot: Spot.HALLWAY})) == []
    assert home_guide_problems(replace(GUIDE, **{f"{spot}_detail": "  "})) == []


# a room and its house

HOUSE = HomeGuide(
    dwelling_id=2,
    heating_radiator=True,
    stopcock=Spot.BASEMENT,
    stopcock_detail="rød kran",
    way_out=WayOut.DOOR_STAIRS,
    other_way_out=WayOut.FIRE_STAIRS,
    meeting_place="ved bodene",
    washing=Washing.SHARED,
    snow=Upkeep.SHARED,
    shared_bins=True,
)


def test_a_room_that_says_nothing_has_all_from_its_house() -> None:
    said = from_house(GUIDE, HOUSE)
    assert replace(GUIDE, **said) == replace(HOUSE, dwelling_id=1)
    assert from_house(GUIDE, None) == {}


def test_what_a_room_says_stands() -> None:
    room = replace(GUIDE, heating_wood=True, washing=Washing.OWN, meeting_place="ved veien")
    merged = replace(room, **from_house(room, HOUSE))
    assert (merged.heating_wood, merged.heating_radiator) == (True, True)
    assert (merged.washing, merged.meeting_place, merged.snow) == (Washing.OWN, "ved veien", Upkeep.SHARED)


def test_a_rooms_no_is_an_answer() -> None:
    room = replace(GUIDE, shared_bins=False)
    assert "shared_bins" not in from_house(room, HOUSE)
    assert from_house(replace(GUIDE, shared_bins=None), replace(HOUSE, shared_bins=False))["shared_bins"] is False


@pytest.mark.parametrize(
    ("own", "left"),
    [
        ({"stopcock": Spot.KITCHEN}, {"stopcock", "stopcock_detail"}),
        ({"stopcock_detail": "bak døra"}, {"stopcock", "stopcock_detail"}),
        ({"other_way_out": WayOut.WINDOW}, {"way_out", "other_way_out", "escape_detail"}),
    ],
)
def test_a_place_and_what_is_written_of_it_are_of_the_same_home(own: dict[str, object], left: set[str]) -> None:
    said = from_house(replace(GUIDE, **own), HOUSE)
    assert not left & said.keys()
    assert "meeting_place" in said


# a day for waste


def test_a_day_or_a_place() -> None:
    neither = WasteDay(kind=WasteKind.BULKY)
    assert hard(waste_day_problems(neither)) == {("weekday", "waste.no_day")}
    assert hard(waste_day_problems(replace(neither, bring_to="  "))) == {("weekday", "waste.no_day")}
    assert waste_day_problems(replace(neither, bring_to="Torget")) == []
    assert waste_day_problems(FOOD) == []
    assert waste_day_problems(replace(FOOD, bring_to="Torget")) == []


@pytest.mark.parametrize(("weeks", "ok"), [(0, False), (1, True), (MOST_WEEKS, True), (MOST_WEEKS + 1, False)])
def test_how_often(weeks: int, ok: bool) -> None:
    found = hard(waste_day_problems(replace(FOOD, every_weeks=weeks, first_on=TUESDAY)))
    assert (found == set()) is ok
    assert ok or found == {("every_weeks", "municipality.out_of_range")}


def test_not_every_week_needs_a_day_to_count_from() -> None:
    assert warned(waste_day_problems(replace(FOOD, every_weeks=2))) == {("first_on", "waste.no_first_day")}
    assert waste_day_problems(replace(FOOD, every_weeks=2, first_on=TUESDAY)) == []
    brought = WasteDay(kind=WasteKind.BULKY, bring_to="Torget", every_weeks=2)
    assert waste_day_problems(brought) == []


@pytest.mark.parametrize("days", range(-1, 2))
def test_the_day_counted_from_is_that_weekday(days: int) -> None:
    first = TUESDAY + timedelta(days=days)
    found = hard(waste_day_problems(replace(FOOD, first_on=first)))
    assert found == (set() if days == 0 else {("first_on", "waste.other_weekday")})


# the next collections


def test_every_week_from_the_next_such_day() -> None:
    assert next_collections(FOOD, TODAY, 3) == [TUESDAY, date(2026, 12, 1), date(2026, 12, 8)]
    assert len(next_collections(FOOD, TODAY)) == 4


def test_today_itself_is_among_them_and_yesterday_is_not() -> None:
    assert next_collections(FOOD, TUESDAY, 1) == [TUESDAY]
    assert next_collections(FOOD, TUESDAY + timedelta(days=1), 1) == [date(2026, 12, 1)]
    assert next_collections(replace(FOOD, first_on=TUESDAY), TUESDAY, 1) == [TUESDAY]


@pytest.mark.parametrize("weekday", list(Weekday))
def test_every_weekday_within_a_week(weekday: Weekday) -> None:
    (day,) = next_collections(replace(FOOD, weekday=weekday), TODAY, 1)
    assert 0 <= (day - TODAY).days < 7
    assert day.weekday() == list(Weekday).index(weekday)


@pytest.mark.parametrize(
    ("weeks", "first", "today", "expected"),
    [
        (2, TUESDAY, TUESDAY, [date(2026, 11, 24), date(2026, 12, 8)]),
        (2, TUESDAY, date(2026, 11, 25), [date(2026, 12, 8), date(2026, 12, 22)]),
        (2, date(2026, 11, 10), date(2026, 11, 24), [date(2026, 11, 24), date(2026, 12, 8)]),
        (2, date(2026, 11, 10), date(2026, 11, 23), [date(2026, 11, 24), date(2026, 12, 8)]),
        (4, date(2026, 11, 24), date(2026, 12, 21), [date(2026, 12, 22), date(2027, 1, 19)]),
        (4, date(2026, 11, 24), date(2026, 12, 23), [date(2027, 1, 19), date(2027, 2, 16)]),
        (2, date(2025, 12, 30), date(2026, 12, 31), [date(2027, 1, 12), date(2027, 1, 26)]),
        (1, date(2020, 1, 7), date(2026, 12, 30), [date(2027, 1, 5), date(2027, 1, 12)]),
        (52, date(2026, 11, 24), date(2026, 11, 25), [date(2027, 11, 23), date(2028, 11, 21)]),
    ],
)
def test_counted_from_a_day_over_months_and_years(weeks: int, first: date, today: date, expected: list[date]) -> None:
    assert next_collections(replace(FOOD, every_weeks=weeks, first_on=first), today, 2) == expected


@pytest.mark.parametrize("weeks", [1, 2, 4])
def test_a_first_day_ahead_is_the_first(weeks: int) -> None:
    ahead = replace(FOOD, every_weeks=weeks, first_on=date(2027, 3, 2))
    assert next_collections(ahead, TODAY, 2) == [date(2027, 3, 2), date(2027, 3, 2) + timedelta(weeks=weeks)]


def test_what_cannot_be_told_is_not() -> None:
    assert next_collections(replace(FOOD, every_weeks=2), TODAY) == []
    assert next_collections(WasteDay(kind=WasteKind.BULKY, bring_to="Torget"), TODAY) == []


# which days hold


def _day(id_: int, kind: WasteKind, home: int | None = None) -> WasteDay:
    return replace(FOOD, id=id_, kind=kind, dwelling_id=home)


def test_a_homes_own_days_go_before_the_municipalitys_kind_by_kind() -> None:
    own = [_day(3, WasteKind.PAPER, 1)]
    everywhere = [_day(1, WasteKind.PAPER), _day(2, WasteKind.FOOD)]
    assert holding_days(own, [], everywhere) == [everywhere[1], own[0]]
    assert holding_days([], [], everywhere) == [everywhere[1], everywhere[0]]


def test_the_houses_days_hold_where_a_room_has_none() -> None:
    house, own = [_day(3, WasteKind.PAPER, 2)], [_day(4, WasteKind.GARDEN, 1)]
    everywhere = [_day(1, WasteKind.PAPER)]
    assert holding_days([], house, everywhere) == house
    assert holding_days(own, house, everywhere) == [everywhere[0], own[0]]


# the municipality


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({}, {("name", "contact.nothing")}),
        ({"name": " ", "phone": " ", "note": " "}, {("name", "contact.nothing")}),
        ({"name": "Nav Nordvik"}, set()),
        ({"phone": "43 00 00 00"}, set()),
        ({"note": "Kom innom"}, set()),
    ],
)
def test_a_contact_says_something(changes: dict[str, str], codes: set[tuple[str, str]]) -> None:
    assert hard(local_contact_problems(LocalContact(kind=ContactKind.NAV, **changes))) == codes


def test_a_number_that_looks_like_none_is_warned_of() -> None:
    found = local_contact_problems(LocalContact(kind=ContactKind.NAV, phone="ring"))
    assert warned(found) == {("phone", "identifier.phone")} and hard(found) == set()


@pytest.mark.parametrize(
    ("text", "ok"),
    [("00.00", True), ("23.59", True), ("24.00", False), ("22.60", False), ("7.00", False), ("", False)],
)
def test_quiet_hours_are_times(text: str, ok: bool) -> None:
    for field in ("quiet_from", "quiet_to"):
        found = hard(municipality_problems(Municipality(name="Nordvik", **{field: text})))
        assert found == (set() if ok else {(field, "house_rules.clock")})


def test_a_rooms_letterbox_never_stands_with_what_is_written_of_its_houses() -> None:
    house = replace(HOUSE, letterbox=Spot.HALLWAY, letterbox_detail="nr. 4")
    assert "letterbox_detail" not in from_house(replace(GUIDE, letterbox=Spot.BY_THE_ROAD), house)
