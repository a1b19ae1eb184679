"""What a landlord (utleier) and a head lease (innleieavtale) are."""

import enum
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple


class LandlordKind(enum.StrEnum):
    """Who owns the dwelling."""

    PERSON = "person"
    ORGANISATION = "organisation"


@dataclass(frozen=True, kw_only=True)
class Landlord:
    """A private owner the municipality hires from, or that a household rents from directly.

    account_number is eleven digits as text; wishes is what the owner wants to be told before a new tenant moves in.
    """

    id: int | None = None
    name: str
    kind: LandlordKind = LandlordKind.PERSON
    org_number: str = ""
    contact_person: str = ""
    phone: str = ""
    email: str = ""
    street: str = ""
    postcode: str = ""
    city: str = ""
    account_number: str = ""
    municipal_contact: str = ""
    wishes: str = ""
    note: str = ""


class LandlordLine(NamedTuple):
    """One line of the list of landlords; next_end is when the first running head lease ends."""

    id: int
    name: str
    kind: LandlordKind
    city: str
    dwellings: int
    running_leases: int
    next_end: date | None


@dataclass(frozen=True, kw_only=True)
class HeadLease:
    """Our own lease with the owner of one dwelling or house (innleieavtale).

    rent_nok is whole kroner a month; guarantee_nok is what the municipality has guaranteed the owner;
    sublet_consent_on is when the owner agreed in writing to subletting (husleieloven § 7-2).
    """

    id: int | None = None
    landlord_id: int
    dwelling_id: int
    reference: str = ""
    starts_on: date
    ends_on: date | None = None
    rent_nok: int | None = None
    notice_months: int | None = None
    guarantee_nok: int | None = None
    guarantee_ends_on: date | None = None
    sublet_consent_on: date | None = None
    note: str = ""
