"""What the rules of a shared house are: a version, its rules, and who has signed it."""

import enum
from dataclasses import dataclass
from datetime import date


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
