"""The facts every letter has: sender, to whom and where, about which dwelling and lease."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.facts import Sender, place, sender, signing
from bolig_desktop.documents.subjects import About
from bolig_desktop.law.clocks import GROWN_UP
from bolig_desktop.law.months import age_on
from bolig_desktop.people.records import ContactRole, HouseholdKind, Person
from bolig_desktop.tenancies.records import DecisionResult, Tenancy, TenancyKind
from bolig_desktop.tenancies.rules import lived_in

TOLD_DIRECTLY = 15
"""A minor of this age is told of a decision directly too (forvaltningsloven § 27, FV-27)."""
POST_BOX = ("SOT7", "Postboks 2094 Vika", "0125 Oslo")
"""Where post to a household with code 7 goes (law.md AG-2)."""


@dataclass(frozen=True, kw_only=True)
class LetterFacts:
    """What stands on every letter.

    tenants: who it is about and, where no guardian is needed, to. guardian: who receives it in their place ("" with
    minor: not known). address: the lines under the name, () where unknown. copy_to_tenant: a minor or ward who gets a
    copy. dwelling is "" for a household with a graded address: no letter puts that beside a name (law.md AG-3).
    """

    sender: Sender
    tenants: tuple[str, ...]
    guardian: str
    minor: bool
    copy_to_tenant: bool
    address: tuple[str, ...]
    printed_on: date
    case_number: str
    dwelling: str
    reference: str
    starts_on: date | None
    ends_on: date | None

    @property
    def variant(self) -> str:
        """Which of its titles the letter has, where it has several."""
        return ""

    @property
    def to_address(self) -> tuple[str, ...]:
        """Where an office or a landlord it is addressed to is written to, () where nobody knows."""
        return ()

    @property
    def landlord(self) -> str:
        """The municipality's name."""
        return self.sender.name

    @property
    def landlord_address(self) -> str:
        """The municipality's address."""
        return self.sender.address

    @property
    def unit(self) -> str:
        """The municipality's office."""
        return self.sender.unit

    @property
    def officer(self) -> str:
        """Who signs."""
        return self.sender.officer

    @property
    def phone(self) -> str:
        """Where help is to be had."""
        return self.sender.phone

    @property
    def represented(self) -> bool:
        """Whether somebody else receives the letter in the tenant's place (MI-1)."""
        return bool(self.guardian) or self.minor

    @property
    def names(self) -> str:
        """The tenants' names on one line."""
        return ", ".join(self.tenants)


@dataclass(frozen=True, kw_only=True)
class ResultFacts(LetterFacts):
    """A letter that follows what has been decided. result: of ``DecisionResult``, "" while nothing is."""

    result: str

    @property
    def granted(self) -> bool:
        """Granted as asked."""
        return self.result == DecisionResult.GRANTED

    @property
    def refused(self) -> bool:
        """Refused."""
        return self.result == DecisionResult.REFUSED

    @property
    def other_dwelling(self) -> bool:
        """Another dwelling is granted than the one asked for."""
        return self.result == DecisionResult.OTHER_DWELLING


def common(case: CaseFile, about: About, today: date) -> dict[str, Any]:
    """Return the facts every letter has, by name."""
    lease = about.lease
    people = signing(case, about.household_id, alone=lease is not None and lease.kind is TenancyKind.ROOM)
    shielded = case.households.is_shielded(about.household_id)
    guardian, minor = _guardian(case, about, people, today)
    home = _home(case, about, today)
    ages = [age_on(person.born_on, today) for person in people if person.born_on is not None]
    return {
        "sender": sender(case.settings.municipality()),
        "tenants": tuple(person.name for person in people),
        "guardian": guardian,
        "minor": minor,
        "copy_to_tenant": (bool(guardian) or minor) and all(age >= TOLD_DIRECTLY for age in ages),
        "address": POST_BOX if shielded else _address(case, about, people, guardian, minor, home, today),
        "printed_on": today,
        "case_number": case.households.get(about.household_id).case_number,
        "dwelling": "" if shielded or lease is None else dwelling_line(case, lease.dwelling_id),
        "reference": lease.reference if lease else "",
        "starts_on": lease.starts_on if lease else None,
        "ends_on": lease.ends_on if lease else None,
    }


def dwelling_line(case: CaseFile, dwelling_id: int) -> str:
    """Return ``rom 3, Storgata 14 B, 8099 Nordvik, H0201``, leaving out what is unknown."""
    spot = place(case, dwelling_id)
    return ", ".join(part for part in (spot.room_name, spot.address, spot.unit_number) if part)


def _guardian(case: CaseFile, about: About, people: list[Person], today: date) -> tuple[str, bool]:
    """Return who receives the letter in the tenant's place, and whether somebody must (MI-1, vergemålsloven).

    Whoever has come of age since the lease began gets their own post again.
    """
    born = [person.born_on for person in people if person.born_on is not None]
    ages = [age_on(day, today) for day in born]
    alone = case.households.get(about.household_id).kind is HouseholdKind.UNACCOMPANIED_MINOR
    minor = bool(ages) and len(ages) == len(people) and all(age < GROWN_UP for age in ages)
    grown = bool(ages) and len(ages) == len(people) and all(age >= GROWN_UP for age in ages)
    written = about.lease.guardian.strip() if about.lease else ""
    begun = about.lease.starts_on if about.lease else today
    came_of_age = grown and (alone or all(age_on(day, begun) < GROWN_UP for day in born))
    if came_of_age:
        return "", False
    if written:
        return written, minor or alone
    if not (minor or alone):
        return "", False
    return next((c.name for c in _representatives(case, about.household_id)), ""), True


def _representatives(case: CaseFile, household_id: int) -> list[Any]:
    roles = (ContactRole.GUARDIAN, ContactRole.REPRESENTATIVE)
    return [c for c in case.contacts.of_household(household_id) if c.role in roles]


def _home(case: CaseFile, about: About, today: date) -> Tenancy | None:
    """Return the lease the household lives under now: the one the letter is about, or another."""
    if about.lease is not None and lived_in(about.lease, today):
        return about.lease
    leases = [lease for lease in case.tenancies.of_household(about.household_id) if lived_in(lease, today)]
    return max(leases, key=lambda lease: lease.starts_on, default=None)


def _address(
    case: CaseFile, about: About, people: list[Person], guardian: str, minor: bool, home: Tenancy | None, today: date
) -> tuple[str, ...]:
    """Return the lines under the name: the guardian's, the dwelling's, or the tenant's own; () where unknown."""
    if guardian or minor:
        known = [c.address for c in _representatives(case, about.household_id) if c.name == guardian]
        return _lines(known[0]) if known else ()
    if home is not None:
        return _lines(place(case, home.dwelling_id).address)
    return _lines(people[0].postal_address) if people else ()


def _lines(address: str) -> tuple[str, ...]:
    """Return an address line by line: as it was typed, or parted at the comma before the postcode."""
    parts = address.splitlines() if "\n" in address else address.rsplit(", ", 1)
    return tuple(part.strip() for part in parts if part.strip())
