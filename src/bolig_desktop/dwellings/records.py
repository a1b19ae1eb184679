"""What a dwelling or a room is, with its keys and meters."""

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, Protocol


class DwellingKind(enum.StrEnum):
    """Type of dwelling (boligtype)."""

    APARTMENT = "apartment"
    BEDSIT = "bedsit"
    HOUSE = "house"
    TERRACED = "terraced"
    SHARED_HOUSE = "shared_house"
    ROOM = "room"
    CARE = "care"


class Tenure(enum.StrEnum):
    """How the municipality disposes of it (disposisjonsform); the last two are only places somebody moved on to."""

    MUNICIPAL = "municipal"
    HIRED_IN = "hired_in"
    ASSIGNED = "assigned"
    BROKERED = "brokered"
    RESIDENT_OWNED = "resident_owned"


class Standard(enum.StrEnum):
    """Standard of the dwelling, as the municipality judges it."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"


class FurnitureOwner(enum.StrEnum):
    """Who owns the furniture."""

    NONE = "none"
    MUNICIPALITY = "municipality"
    LANDLORD = "landlord"
    TENANT = "tenant"


class DwellingState(enum.StrEnum):
    """State today, derived from tenancies and dates and never stored."""

    FREE = "free"
    RESERVED = "reserved"
    LET = "let"
    OUT_OF_USE = "out_of_use"
    GIVEN_UP = "given_up"


@dataclass(frozen=True, kw_only=True)
class Dwelling:
    """A unit that is let: a whole dwelling, a shared house, or a room in one (house_id is then the house).

    name tells rooms apart ("rom 3"); unit_number is the bruksenhetsnummer (H0201); municipality_number, gnr, bnr,
    fnr and snr are the matrikkel as text; area_m2 may have a decimal; rent_nok and power_nok are whole kroner a
    month (power_nok: on account, husleieloven § 3-1); radon_bq is Bq/m³. None means unknown.
    """

    id: int | None = None
    house_id: int | None = None
    name: str = ""
    street: str
    unit_number: str = ""
    postcode: str = ""
    city: str = ""
    kind: DwellingKind
    tenure: Tenure
    landlord_id: int | None = None
    municipality_number: str = ""
    gnr: str = ""
    bnr: str = ""
    fnr: str = ""
    snr: str = ""
    rooms: int | None = None
    bedrooms: int | None = None
    area_m2: Decimal | None = None
    places: int | None = None
    floor: int | None = None
    wheelchair: bool | None = None
    step_free: bool | None = None
    lift: bool | None = None
    standard: Standard | None = None
    district: str = ""
    near_centre: bool | None = None
    near_bus: bool | None = None
    near_school: bool | None = None
    near_services: bool | None = None
    first_settlement: bool | None = None
    rent_nok: int | None = None
    power_nok: int | None = None
    includes_heating: bool | None = None
    includes_power: bool | None = None
    includes_water: bool | None = None
    includes_internet: bool | None = None
    includes_furniture: bool | None = None
    furniture_owner: FurnitureOwner | None = None
    furniture_list: str = ""
    common_rooms: str = ""
    husbanken: str = ""
    radon_bq: int | None = None
    radon_on: date | None = None
    approved_use: str = ""
    smoke_alarm_on: date | None = None
    extinguisher_on: date | None = None
    acquired_on: date | None = None
    out_of_use_from: date | None = None
    out_of_use_to: date | None = None
    out_of_use_reason: str = ""
    reserved_for: str = ""
    given_up_on: date | None = None
    note: str = ""

    @property
    def label(self) -> str:
        """What the unit is called in lists and on links: street and room name or bruksenhet."""
        return label(self.street, self.name, self.unit_number)


class LookedOver(NamedTuple):
    """When three things in a home were last looked over, None where nothing is known, and what that hangs on."""

    dwelling_id: int
    floor: int | None
    unit_number: str
    acquired_on: date | None
    smoke_alarm_on: date | None
    extinguisher_on: date | None
    radon_on: date | None


def label(street: str, name: str, unit_number: str) -> str:
    """Return what a unit is called: ``Storgata 14 B, H0201`` or ``Fjellgata 8, rom 3``."""
    return ", ".join(part for part in (street, name or unit_number) if part)


class UnitDates(Protocol):
    """What a unit's state is derived from; a Dwelling has it, and so has a bare line of the list."""

    @property
    def given_up_on(self) -> date | None: ...
    @property
    def out_of_use_from(self) -> date | None: ...
    @property
    def out_of_use_to(self) -> date | None: ...
    @property
    def reserved_for(self) -> str: ...


class UnitTerm(NamedTuple):
    """The dates of one unit and nothing else (see UnitDates)."""

    given_up_on: date | None
    out_of_use_from: date | None
    out_of_use_to: date | None
    reserved_for: str


class DwellingLine(NamedTuple):
    """One line of the list of dwellings; resident is the household's label, shielded ones without a name."""

    id: int
    house_id: int | None
    label: str
    city: str
    kind: DwellingKind
    tenure: Tenure
    rooms: int | None
    rent_nok: int | None
    state: DwellingState
    free_since: date | None = None
    reason: str = ""
    resident: str = ""
    household_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class Key:
    """A key or a set of them: how many there are and who has them."""

    id: int | None = None
    dwelling_id: int
    label: str
    count: int = 1
    held_by: str = ""
    handed_out_on: date | None = None
    returned_on: date | None = None
    note: str = ""


class MeterKind(enum.StrEnum):
    """What a meter measures."""

    POWER = "power"
    WATER = "water"
    HEAT = "heat"


@dataclass(frozen=True, kw_only=True)
class Meter:
    """A meter of the dwelling with its last reading (kWh for power and heat, m³ for water)."""

    id: int | None = None
    dwelling_id: int
    kind: MeterKind
    number: str = ""
    location: str = ""
    reading: Decimal | None = None
    read_on: date | None = None


class Spot(enum.StrEnum):
    """Where in or by a home a thing is; each has its words in every language of the papers."""

    KITCHEN_SINK = "kitchen_sink"
    KITCHEN = "kitchen"
    BATHROOM = "bathroom"
    HALLWAY = "hallway"
    BEDROOM = "bedroom"
    LIVING_ROOM = "living_room"
    BASEMENT = "basement"
    LAUNDRY_ROOM = "laundry_room"
    STAIRWELL = "stairwell"
    STORE_ROOM = "store_room"
    ATTIC = "attic"
    OUTSIDE = "outside"
    BY_THE_DOOR = "by_the_door"
    BY_THE_ROAD = "by_the_road"


class WayOut(enum.StrEnum):
    """A way out of a home when it burns."""

    DOOR_STAIRS = "door_stairs"
    FRONT_DOOR = "front_door"
    BALCONY = "balcony"
    WINDOW = "window"
    TERRACE_DOOR = "terrace_door"
    FIRE_LADDER = "fire_ladder"
    FIRE_STAIRS = "fire_stairs"


class Washing(enum.StrEnum):
    """Where the washing is done."""

    OWN = "own"
    SHARED = "shared"


class Upkeep(enum.StrEnum):
    """Who clears the snow, or keeps the garden."""

    RESIDENT = "resident"
    SHARED = "shared"
    OTHERS = "others"


@dataclass(frozen=True, kw_only=True)
class HomeGuide:
    """What the welcome binder says of one home, beside what the dwelling itself says.

    Each ``…_detail`` is Norwegian and is printed as it is, beside the spot in the reader's own language. What a room
    does not say of itself is said by its house. None means unknown: a line to write on.
    """

    id: int | None = None
    dwelling_id: int
    heating_electric: bool = False
    heating_floor: bool = False
    heating_pump: bool = False
    heating_radiator: bool = False
    heating_wood: bool = False
    heating_detail: str = ""
    stopcock: Spot | None = None
    stopcock_detail: str = ""
    fuse_box: Spot | None = None
    fuse_box_detail: str = ""
    extinguisher: Spot | None = None
    extinguisher_detail: str = ""
    way_out: WayOut | None = None
    other_way_out: WayOut | None = None
    escape_detail: str = ""
    meeting_place: str = ""
    letterbox: Spot | None = None
    letterbox_detail: str = ""
    washing: Washing | None = None
    snow: Upkeep | None = None
    garden: Upkeep | None = None
    shared_bins: bool | None = None


class WasteKind(enum.StrEnum):
    """What is sorted by itself."""

    FOOD = "food"
    PAPER = "paper"
    PLASTIC = "plastic"
    GLASS_METAL = "glass_metal"
    RESIDUAL = "residual"
    TEXTILE = "textile"
    HAZARDOUS = "hazardous"
    GARDEN = "garden"
    BULKY = "bulky"


class Bin(enum.StrEnum):
    """What it is put in."""

    GREEN = "green"
    BLUE = "blue"
    BROWN = "brown"
    GREY = "grey"
    BLACK = "black"
    RED = "red"
    YELLOW = "yellow"
    WHITE = "white"
    BAG = "bag"


class Weekday(enum.StrEnum):
    """A day of the week, Monday first."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"


@dataclass(frozen=True, kw_only=True)
class WasteDay:
    """When one kind of waste is collected, or where one brings it.

    dwelling_id None: the same in the whole municipality; a home's own rows go before those. every_weeks: 1 is every
    week; first_on: a day it is collected, from which the others are counted where it is not every week. bring_to: a
    place, in Norwegian, where nothing is collected.
    """

    id: int | None = None
    dwelling_id: int | None = None
    kind: WasteKind
    bin: Bin | None = None
    weekday: Weekday | None = None
    every_weeks: int = 1
    first_on: date | None = None
    bring_to: str = ""
