"""What the rules of a shared house are: a version, its rules, and who has signed it."""

import enum
from dataclasses import dataclass
from datetime import date
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
