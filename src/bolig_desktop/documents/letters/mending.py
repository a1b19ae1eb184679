"""The facts of the message to whoever is to mend a defect: D32, a paper of this program's own."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bolig_desktop.casefile import naming
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.maintenance_lines import mender_of
from bolig_desktop.documents.facts import sender
from bolig_desktop.documents.letter_facts import LetterFacts, dwelling_line
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.law.sections import section
from bolig_desktop.maintenance.records import Defect, Mender, Urgency


@dataclass(frozen=True, kw_only=True)
class DefectFacts(LetterFacts):
    """What is wrong, where, and by when it was promised. to_owner, to_municipality: who is asked to mend it.

    Nobody who lives there is named: whoever mends it reaches them through the municipality.
    """

    to: str
    address_to: tuple[str, ...]
    to_owner: bool
    number: int
    room: str
    what: str
    is_urgent: bool
    can_wait: bool
    replace: bool
    reported_on: date
    promised_on: date | None

    @property
    def to_address(self) -> tuple[str, ...]:
        """Where the owner is written to; whoever mends it for the municipality is in the house."""
        return self.address_to or (" ",)


def report(case: CaseFile, about: About, today: date) -> DefectFacts:
    """Return the facts of D32 (HL-5-3)."""
    defect = about.its_defect
    owner = owner_of(case, defect)
    asks_owner = mender_of(case, defect) is Mender.OWNER
    to = defect.sent_to or (owner.name if owner is not None and asks_owner else "")
    is_owner = owner is not None and to == owner.name
    return DefectFacts(
        sender=sender(case.settings.municipality()),
        tenants=(),
        guardian="",
        minor=False,
        copy_to_tenant=False,
        address=(),
        printed_on=today,
        case_number="",
        dwelling=dwelling_line(case, defect.dwelling_id),
        reference="",
        starts_on=None,
        ends_on=None,
        to=to,
        address_to=_address(owner) if owner is not None and is_owner else (),
        to_owner=asks_owner,
        number=defect.id or 0,
        room=defect.room,
        what=defect.what,
        is_urgent=defect.urgency is Urgency.NOW,
        can_wait=defect.urgency is Urgency.CAN_WAIT,
        replace=defect.replace,
        reported_on=defect.reported_on,
        promised_on=defect.promised_on,
    )


def owner_of(case: CaseFile, defect: Defect) -> Landlord | None:
    """Return who owns the dwelling of a defect: as it says itself, or its house, or as our own lease says."""
    dwelling = case.dwellings.get(defect.dwelling_id)
    units = [defect.dwelling_id, *([dwelling.house_id] if dwelling.house_id else [])]
    house = case.dwellings.find(dwelling.house_id)
    known = dwelling.landlord_id or (house.landlord_id if house is not None else None)
    leases = case.head_leases.of_dwellings(units)
    newest = max(leases, key=lambda lease: lease.starts_on, default=None)
    return case.landlords.find(known or (newest.landlord_id if newest is not None else None))


def names_nobody(case: CaseFile, about: About) -> Iterator[Problem]:
    """AG-3: a text that names somebody shielded does not go out beside the address of a home."""
    fields = naming.naming_fields(case, about.its_defect)
    for field in ("room", "what", "sent_to"):
        if field in fields:
            yield Problem(field=field, code="defect.names_shielded", section=section("AG-3"))


def is_to_be_mended(case: CaseFile, about: About) -> Iterator[Problem]:
    """What is mended is not asked for, and what is wrong has to be said."""
    if about.its_defect.mended_on is not None:
        yield Problem(field="mended_on", code="paper.defect_mended")


def _address(owner: Landlord) -> tuple[str, ...]:
    town = f"{owner.postcode} {owner.city}".strip()
    return tuple(part for part in (owner.street, town) if part)
