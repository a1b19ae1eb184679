"""The facts of deposit and guarantee: D5, D6 and D7."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.law import clocks
from bolig_desktop.law.terms import SECURITY_MONTHS
from bolig_desktop.tenancies.records import MatterKind, Tenancy
from bolig_desktop.tenancies.rules import OURS


@dataclass(frozen=True, kw_only=True)
class SecurityFacts(LetterFacts):
    """Rent, deposit and guarantee of a lease; ceiling_nok is six months' rent (§§ 3-5, 3-6)."""

    rent_nok: int
    deposit_nok: int | None
    guarantee_nok: int | None
    ceiling_nok: int
    bank: str


@dataclass(frozen=True, kw_only=True)
class GuaranteeFacts(SecurityFacts):
    """A municipal guarantee. creditor: the landlord; decision: the council's (kommuneloven § 14-19)."""

    creditor: str
    creditor_address: tuple[str, ...]
    months: int
    guarantee_ends_on: date | None
    decision: str

    @property
    def to_address(self) -> tuple[str, ...]:
        """Where the landlord is written to."""
        return self.creditor_address


@dataclass(frozen=True, kw_only=True)
class ClaimFacts(SecurityFacts):
    """A claim, or the answer to one. to_bank: we answer the bank; to_guarantor: we claim as landlord.

    reply_by: when the bank must have it, five weeks from its notice (§ 3-5), or the day given.
    """

    to_bank: bool
    to_guarantor: bool
    claim_nok: int
    documentation: str
    position: str
    reply_by: date
    notice_on: date
    other_party: str
    other_address: tuple[str, ...]
    granted: bool

    @property
    def to_address(self) -> tuple[str, ...]:
        """Where the other party is written to."""
        return self.other_address

    @property
    def from_landlord(self) -> bool:
        """Whether another landlord claims, and we answer as guarantor."""
        return not (self.to_bank or self.to_guarantor)

    @property
    def variant(self) -> str:
        """Which of the three it is."""
        return "bank" if self.to_bank else "guarantor" if self.to_guarantor else "landlord"

    @property
    def paid(self) -> bool:
        """Whether we, as guarantor, pay."""
        return self.from_landlord and self.granted

    @property
    def not_paid(self) -> bool:
        """Whether we, as guarantor, do not."""
        return self.from_landlord and not self.granted


def deposit(case: CaseFile, about: About, today: date) -> SecurityFacts:
    """Return the facts of D5."""
    return SecurityFacts(**_security(case, about, today))


def guarantee(case: CaseFile, about: About, today: date) -> GuaranteeFacts:
    """Return the facts of D6."""
    lease = about.tenancy
    name, address = creditor(case, lease)
    return GuaranteeFacts(
        **_security(case, about, today),
        creditor=name,
        creditor_address=address,
        months=lease.guarantee_months or 0,
        guarantee_ends_on=lease.guarantee_ends_on,
        decision=lease.guarantee_decision,
    )


def claim(case: CaseFile, about: About, today: date) -> ClaimFacts:
    """Return the facts of D7 (HL-3-5c, GA-3)."""
    matter, lease = about.its_matter, about.tenancy
    to_bank = matter.kind is MatterKind.BANK_NOTICE
    notice = min(day for day in (matter.sent_on, matter.opened_on) if day is not None)  # the bank's own, or earlier
    ours = lease.kind in OURS
    name, address = ("", ()) if ours else creditor(case, lease)
    return ClaimFacts(
        **_security(case, about, today),
        to_bank=to_bank,
        to_guarantor=not to_bank and ours,
        claim_nok=matter.amount_nok or 0,
        documentation=matter.reason,
        position=matter.position,
        reply_by=matter.due_on or (clocks.deposit_reply(notice).act_by if to_bank else today),
        notice_on=notice,
        other_party=matter.about or (lease.deposit_bank if to_bank else name),
        other_address=() if to_bank or matter.about else address,
        granted=bool(matter.granted),
    )


def creditor(case: CaseFile, lease: Tenancy) -> tuple[str, tuple[str, ...]]:
    """Return the landlord a guarantee is given to, with where they are written to."""
    if lease.kind in OURS:
        ours = case.settings.municipality()
        return ours.name, (ours.street, f"{ours.postcode} {ours.city}".strip())
    unit = case.dwellings.get(lease.dwelling_id)
    landlord = case.landlords.find(unit.landlord_id)
    if landlord is None:
        return "", ()
    lines = (landlord.street, f"{landlord.postcode} {landlord.city}".strip())
    return landlord.name, tuple(line for line in lines if line)


def _security(case: CaseFile, about: About, today: date) -> dict[str, Any]:
    lease = about.tenancy
    return common(case, about, today) | {
        "rent_nok": lease.rent_nok,
        "deposit_nok": lease.deposit_nok,
        "guarantee_nok": lease.guarantee_nok,
        "ceiling_nok": SECURITY_MONTHS * lease.rent_nok,
        "bank": lease.deposit_bank,
    }
