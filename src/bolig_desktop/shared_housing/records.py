"""What is kept about a shared house: its rules, meetings, conflicts, hours, costs, and what neighbours are told."""

import enum
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class RulesState(enum.StrEnum):
    """State today of a version, derived from its dates and never stored."""

    DRAFT = "draft"
    COMING = "coming"
    IN_FORCE = "in_force"
    REPLACED = "replaced"


class RuleGroup(enum.StrEnum):
    """What a rule is about."""

    QUIET = "quiet"
    KITCHEN = "kitchen"
    CLEANING = "cleaning"
    WASTE = "waste"
    GUESTS = "guests"
    SMOKING = "smoking"
    FIRE = "fire"
    HEATING = "heating"
    LAUNDRY = "laundry"
    PARKING = "parking"
    PETS = "pets"
    CALL = "call"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class HouseRules:
    """A version of the rules of a house (husregler).

    house_id: the dwelling that is the house. agreed_on: the house meeting where the residents agreed. valid_from:
    None while it is a draft. change: what is new in it, in Norwegian. The rest are what rules of the library name:
    times as "23.00", guest_nights a number of nights, meeting_place and house_contact in Norwegian.
    """

    id: int | None = None
    house_id: int
    version: int
    agreed_on: date | None = None
    valid_from: date | None = None
    change: str = ""
    quiet_from: str = "23.00"
    quiet_to: str = "07.00"
    guest_nights: int = 2
    laundry_from: str = "08.00"
    laundry_to: str = "21.00"
    meeting_place: str = ""
    house_contact: str = ""


@dataclass(frozen=True, kw_only=True)
class HouseRule:
    """One rule of a version: one of the library (clause) or the house's own, in Norwegian (text)."""

    id: int | None = None
    rules_id: int
    topic: RuleGroup
    clause: str = ""
    text: str = ""
    position: int = 0


@dataclass(frozen=True, kw_only=True)
class RuleSignature:
    """That a resident household has signed a version, in which language and with which interpreter."""

    id: int | None = None
    rules_id: int
    household_id: int
    signed_on: date
    language: str = ""
    interpreter: str = ""


class ConflictStep(enum.StrEnum):
    """How far a breach or a conflict has come: one step at a time."""

    TALK = "talk"
    WARNING = "warning"
    MOVE = "move"


class CostKind(enum.StrEnum):
    """What a shared cost is for."""

    POWER = "power"
    GRID = "grid"
    HEAT = "heat"
    WATER = "water"
    INTERNET = "internet"
    OTHER = "other"


class CostSplit(enum.StrEnum):
    """How a cost is split: among those who live there, or room by room, where the municipality bears the empty."""

    RESIDENTS = "residents"
    ROOMS = "rooms"
    SHARES = "shares"


@dataclass(frozen=True, kw_only=True)
class HouseMeeting:
    """A house meeting (beboermøte), held or set; one that lies ahead has no minute.

    present: the ids of the rooms somebody was there for, parted by spaces: rooms, never people. interpreter: which
    languages were interpreted, and by whom (tolkeloven § 6). signed_on: the day the minute was signed, if it was.
    """

    id: int | None = None
    house_id: int
    held_on: date
    led_by: str = ""
    present: str = ""
    interpreter: str = ""
    minute: str = ""
    next_on: date | None = None
    signed_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class MeetingPoint:
    """Something agreed at a meeting: what, by whom (a room or a role), by when, and when it was done."""

    id: int | None = None
    meeting_id: int
    what: str
    who: str = ""
    due_on: date | None = None
    done_on: date | None = None
    result: str = ""


@dataclass(frozen=True, kw_only=True)
class HouseConflict:
    """A breach of the rules or a conflict, one step of it. household_id None: nobody knows who.

    topic: which of the house's rules it is about. follows_id: the step before. skipped: why a step was passed over.
    matter_id: the matter its warning or request to move is made of, where there is one.
    """

    id: int | None = None
    house_id: int
    step: ConflictStep
    happened_on: date
    household_id: int | None = None
    other_household_id: int | None = None
    topic: RuleGroup
    facts: str
    agreed: str = ""
    interpreter: str = ""
    follow_up_on: date | None = None
    closed_on: date | None = None
    follows_id: int | None = None
    skipped: str = ""
    matter_id: int | None = None


@dataclass(frozen=True, kw_only=True)
class WorkerHours:
    """The hours of an environment worker (miljøarbeider) in a house in a month. who: a role or initials."""

    id: int | None = None
    house_id: int
    month: str
    who: str
    hours: Decimal
    tasks: str = ""


@dataclass(frozen=True, kw_only=True)
class SharedCost:
    """What a house has cost in a month (``2026-10``), in øre, and how it is split."""

    id: int | None = None
    house_id: int
    month: str
    kind: CostKind
    amount_ore: int
    split: CostSplit
    voucher: str = ""


@dataclass(frozen=True, kw_only=True)
class CostShare:
    """How many parts a room bears of what is split by the agreement's shares, from a month on."""

    id: int | None = None
    house_id: int
    dwelling_id: int
    from_month: str
    parts: int


@dataclass(frozen=True, kw_only=True)
class CostAccount:
    """A year's account of shared costs (husleieloven § 3-4). dwelling_id: the room it was asked for from, if any."""

    id: int | None = None
    house_id: int
    year: int
    asked_on: date | None = None
    dwelling_id: int | None = None
    handed_out_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class NewcomerTalk:
    """What those concerned say of a newcomer: know each other, want it. Both sides are asked; nothing else counts."""

    id: int | None = None
    house_id: int
    household_id: int
    asked_on: date | None = None
    knows: bool | None = None
    wants: bool | None = None
    residents_want: bool | None = None
    interpreter: str = ""


@dataclass(frozen=True, kw_only=True)
class NeighbourLetter:
    """A letter to the neighbours of a house: who to call, and perhaps an open day; never who lives there."""

    id: int | None = None
    house_id: int
    contact: str = ""
    phone: str = ""
    new_from: date | None = None
    open_day_on: date | None = None
    open_from: str = ""
    open_to: str = ""
    handed_out_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class HouseApproval:
    """That the municipality has approved a house as shared housing for bostøtte (HB-BO4), and its reference."""

    id: int | None = None
    house_id: int
    approved_on: date | None = None
    reference: str = ""


@dataclass(frozen=True, kw_only=True)
class BenefitForms:
    """When a resident's two forms for bostøtte went, 9s01 and 9s08 (HB-BO4)."""

    id: int | None = None
    tenancy_id: int
    form_9s01_on: date | None = None
    form_9s08_on: date | None = None


class HouseLine(NamedTuple):
    """A shared house in the list.

    version: the one the residents are to have signed, or None. not_signed: how many of the residents have not.
    draft: the number of the version that lies as a draft, or None. in_force: whether any version holds today.
    """

    id: int
    label: str
    rooms: int
    places: int | None
    residents: int
    version: int | None
    in_force: bool
    not_signed: int
    draft: int | None


class RoomLine(NamedTuple):
    """A room of a house, or the house itself where somebody rents all of it, and who lives there.

    household: what the household is called outside its own case, "" where nobody lives there or with code 6, which
    is_hidden tells. language is "" for a household that is shielded.
    """

    dwelling_id: int
    room: str
    household_id: int | None = None
    household: str = ""
    is_hidden: bool = False
    language: str = ""
    tenancy_id: int | None = None
    starts_on: date | None = None
    ends_on: date | None = None


class VersionChange(NamedTuple):
    """What a version changed from the one before it, by content; changed holds the wordings before and now."""

    version: HouseRules
    state: RulesState
    rules: int
    is_first: bool
    came: tuple[str, ...] = ()
    went: tuple[str, ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
