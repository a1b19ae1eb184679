"""The facts of warning, termination and heving: D14, D15 and D16."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.letters.sent import lease_ends, notice_months
from bolig_desktop.documents.refusals import is_terminable
from bolig_desktop.documents.subjects import About
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months
from bolig_desktop.tenancies.records import ApplicationSort, MatterBasis, MatterKind


@dataclass(frozen=True, kw_only=True)
class BasisFacts(LetterFacts):
    """What a letter about a breach stands on, in words and as a sum where one is owed."""

    basis: str
    reason: str
    about: str
    amount_nok: int | None
    due_on: date | None

    @property
    def unpaid(self) -> bool:
        """Rent is not paid."""
        return self.basis == MatterBasis.UNPAID

    @property
    def neglect(self) -> bool:
        """The dwelling is neglected."""
        return self.basis == MatterBasis.NEGLECT

    @property
    def nuisance(self) -> bool:
        """Others in the house are disturbed."""
        return self.basis == MatterBasis.NUISANCE

    @property
    def subletting(self) -> bool:
        """The dwelling is sublet without consent."""
        return self.basis == MatterBasis.SUBLETTING

    @property
    def wrong_use(self) -> bool:
        """The dwelling is used for something else than agreed."""
        return self.basis == MatterBasis.WRONG_USE

    @property
    def breach(self) -> bool:
        """Whether it is one of the tenant's breaches."""
        return self.unpaid or self.neglect or self.nuisance or self.subletting or self.wrong_use


@dataclass(frozen=True, kw_only=True)
class WarningFacts(BasisFacts):
    """A warning. terminable: whether we may also terminate; a term that binds is only ended by heving (§ 9-2)."""

    terminable: bool


@dataclass(frozen=True, kw_only=True)
class TerminationFacts(BasisFacts):
    """Our termination. came_by: the last day it may come for the end to be lawful (HL-9-6)."""

    leaves_on: date
    came_by: date
    notice_months: int
    subtenant: str


@dataclass(frozen=True, kw_only=True)
class HevingFacts(BasisFacts):
    """Heving. warned_on: when the written warning about the same thing was sent (§ 9-9)."""

    warned_on: date | None


def basis(case: CaseFile, about: About, today: date) -> dict[str, Any]:
    """Return the facts of a letter that stands on a breach."""
    matter = about.its_matter
    return common(case, about, today) | {
        "basis": matter.basis.value if matter.basis else "",
        "reason": matter.reason,
        "about": matter.about,
        "amount_nok": matter.amount_nok,
        "due_on": matter.due_on,
    }


def warning(case: CaseFile, about: About, today: date) -> WarningFacts:
    """Return the facts of D14."""
    return WarningFacts(**basis(case, about, today), terminable=is_terminable(case, about.tenancy))


def termination(case: CaseFile, about: About, today: date) -> TerminationFacts:
    """Return the facts of D15. The end is the one given, or the earliest with time for the post."""
    months = notice_months(about.tenancy)
    leaves = lease_ends(case, about.its_matter, about.tenancy, today)
    return TerminationFacts(
        **basis(case, about, today),
        leaves_on=leaves,
        came_by=clocks.month_end(add_months(leaves.replace(day=1), -months)),
        notice_months=months,
        subtenant=_subtenant(case, about),
    )


def heving(case: CaseFile, about: About, today: date) -> HevingFacts:
    """Return the facts of D16."""
    matter = about.its_matter
    sent = [
        other.sent_on
        for other in case.matters.of_tenancy(about.tenancy.id or 0)
        if other.kind is MatterKind.WARNING and other.basis is matter.basis and other.sent_on is not None
    ]
    return HevingFacts(**basis(case, about, today), warned_on=max(sent, default=None))


def _subtenant(case: CaseFile, about: About) -> str:
    """Return whom the tenant sublets to with our approval (HL-7-7: they get a copy, or the notice is invalid)."""
    found = [
        matter.about
        for matter in case.matters.of_tenancy(about.tenancy.id or 0)
        if matter.kind is MatterKind.MEMBER_APPLICATION
        and matter.granted
        and matter.sort not in (None, ApplicationSort.MEMBER)
    ]
    return ", ".join(name for name in found if name)
