"""The facts of the notice before a petition for eviction and of the notice to the social service: D17 and D18."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letters.breach import BasisFacts, basis
from bolig_desktop.documents.letters.sent import lease_ends, newest
from bolig_desktop.documents.subjects import About
from bolig_desktop.law import clocks
from bolig_desktop.tenancies.records import MatterBasis, MatterKind


@dataclass(frozen=True, kw_only=True)
class EvictionFacts(BasisFacts):
    """The notice of § 4-18. sent_on: the day it is reckoned to be sent; petition_on: the first day for a petition.

    terminated_on, left_on: when our unprotested termination was sent, and the day it gave. heved_on: when heving was.
    """

    sent_on: date
    petition_on: date
    terminated_on: date | None
    left_on: date | None
    heved_on: date | None

    @property
    def expiry(self) -> bool:
        """Basis b: the term has run out."""
        return self.basis == MatterBasis.EXPIRY

    @property
    def unprotested(self) -> bool:
        """Basis c: a termination nobody protested against in time."""
        return self.basis == MatterBasis.UNPROTESTED

    @property
    def heved(self) -> bool:
        """Basis d: heving; the petition goes to the court (§ 13-3 second paragraph)."""
        return not (self.unpaid or self.expiry or self.unprotested)

    @property
    def enforcement_officer(self) -> bool:
        """Whether the petition goes to the enforcement officer (namsfogden)."""
        return not self.heved


@dataclass(frozen=True, kw_only=True)
class SocialNoticeFacts(BasisFacts):
    """The notice of § 9-11. petition_on: the earliest day a petition should come."""

    petition_on: date

    @property
    def expiry(self) -> bool:
        """The term has run out, and the tenant has not moved."""
        return self.basis == MatterBasis.EXPIRY


def notice(case: CaseFile, about: About, today: date) -> EvictionFacts:
    """Return the facts of D17."""
    matter, lease = about.its_matter, about.tenancy
    sent = matter.sent_on or today
    ours = newest(case, lease, MatterKind.NOTICE_BY_US)
    heving = newest(case, lease, MatterKind.TERMINATION)
    return EvictionFacts(
        **basis(case, about, today),
        sent_on=sent,
        petition_on=clocks.petition(sent).act_by,
        terminated_on=ours.sent_on if ours else None,
        left_on=lease_ends(case, ours, lease, today) if ours else None,
        heved_on=heving.sent_on if heving else None,
    )


def social_notice(case: CaseFile, about: About, today: date) -> SocialNoticeFacts:
    """Return the facts of D18 (HL-9-11)."""
    sent = about.its_matter.sent_on or today
    return SocialNoticeFacts(
        **basis(case, about, today), petition_on=clocks.petition_after_social_notice(sent).act_by
    )
