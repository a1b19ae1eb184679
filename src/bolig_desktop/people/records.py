"""What a person, a household, a membership and a contact are."""

import enum
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

SHIELDED, UNNAMED = "Skjermet husstand", "Husstand"
"""What a household is called with its number behind, where its name must not be told and where it has none."""


class Grading(enum.StrEnum):
    """Graded address (adressesperre): none, code 7 (fortrolig) or code 6 (strengt fortrolig)."""

    NONE = "none"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"

    @property
    def keeps_empty(self) -> tuple[str, ...]:
        """The fields of a person that must be empty: the postal address, with code 6 every way to reach them."""
        if self is Grading.STRICTLY_CONFIDENTIAL:
            return ("postal_address", "phone", "email")
        return ("postal_address",) if self is Grading.CONFIDENTIAL else ()


class Literacy(enum.StrEnum):
    """How well the person reads, in any language."""

    NONE = "none"
    SOME = "some"
    GOOD = "good"


class PermitKind(enum.StrEnum):
    """Ground of residence (oppholdsgrunnlag)."""

    ASYLUM = "asylum"
    RESETTLEMENT = "resettlement"
    HUMANITARIAN = "humanitarian"
    COLLECTIVE = "collective"
    FAMILY = "family"
    PERMANENT = "permanent"
    CITIZEN = "citizen"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Person:
    """One person; every identity number may be empty.

    language and second_language are codes of text.languages; settled_on is bosettingsdato as in IMDinett;
    permit_on is when the permit was given; programme_on when the introduction programme began;
    postal_address must be empty for anybody with a graded address.
    """

    id: int | None = None
    given_name: str
    family_name: str = ""
    born_on: date | None = None
    identity_number: str = ""
    duf_number: str = ""
    language: str = ""
    second_language: str = ""
    interpreter: bool | None = None
    literacy: Literacy | None = None
    phone: str = ""
    email: str = ""
    postal_address: str = ""
    grading: Grading = Grading.NONE
    permit: PermitKind | None = None
    permit_on: date | None = None
    permit_ends_on: date | None = None
    arrived_on: date | None = None
    settled_on: date | None = None
    programme_on: date | None = None
    note: str = ""

    @property
    def name(self) -> str:
        """Given and family name, for use inside the case only."""
        return full_name(self.given_name, self.family_name)

    @property
    def is_shielded(self) -> bool:
        """Whether the address is graded, so that name and address never stand together outside the case."""
        return self.grading is not Grading.NONE


def full_name(given: str, family: str) -> str:
    """Return given and family name as they are said together."""
    return f"{given} {family}".strip()


class HouseholdKind(enum.StrEnum):
    """Kind of household (husstandstype)."""

    SINGLE = "single"
    COUPLE = "couple"
    FAMILY = "family"
    SINGLE_PARENT = "single_parent"
    UNACCOMPANIED_MINOR = "unaccompanied_minor"


@dataclass(frozen=True, kw_only=True)
class Household:
    """People who live or are to live together; name is what the consultant calls it ("familien Tesfay")."""

    id: int | None = None
    name: str = ""
    kind: HouseholdKind
    registered_on: date | None = None
    case_number: str = ""
    closed_on: date | None = None
    note: str = ""


class HouseholdLine(NamedTuple):
    """One line of the list of households; a shielded one has neither name nor dwelling here."""

    id: int
    label: str
    kind: HouseholdKind
    members: int
    language: str
    interpreter: bool
    settled_on: date | None
    closed_on: date | None
    shielded: bool
    dwelling: str = ""
    dwelling_id: int | None = None


class MemberRole(enum.StrEnum):
    """Place in the household."""

    MAIN = "main"
    PARTNER = "partner"
    CHILD = "child"
    OTHER = "other"


class JoinReason(enum.StrEnum):
    """How a member came to the household."""

    ARRIVAL = "arrival"
    BIRTH = "birth"
    REUNIFICATION = "reunification"
    MOVED_IN = "moved_in"


class LeaveReason(enum.StrEnum):
    """Why a member left the household."""

    MOVED_OUT = "moved_out"
    SEPARATED = "separated"
    DIED = "died"
    MISTAKE = "mistake"


@dataclass(frozen=True, kw_only=True)
class Membership:
    """A person in a household from a date to a date."""

    id: int | None = None
    household_id: int
    person_id: int
    role: MemberRole
    joined_on: date | None = None
    join_reason: JoinReason | None = None
    left_on: date | None = None
    leave_reason: LeaveReason | None = None


class TakenOut(NamedTuple):
    """Somebody with a graded address who was taken out of a household; the names of those gone from the file too."""

    household_id: int
    person_id: int
    grading: Grading
    given_name: str = ""
    family_name: str = ""


class ContactRole(enum.StrEnum):
    """Who a contact is to the household."""

    GUARDIAN = "guardian"
    REPRESENTATIVE = "representative"
    NAV = "nav"
    PROGRAMME = "programme"
    SCHOOL = "school"
    HEALTH = "health"
    VOLUNTEER = "volunteer"
    FAMILY = "family"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Somebody around the household, with their role; address is where a guardian's or representative's post goes."""

    id: int | None = None
    household_id: int
    name: str
    role: ContactRole
    phone: str = ""
    email: str = ""
    address: str = ""
    note: str = ""
