"""The facts of answers to applications and of what comes before a decision: D19, D23 and D24."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.tenancies.records import ApplicationSort


@dataclass(frozen=True, kw_only=True)
class AnswerFacts(LetterFacts):
    """The answer about somebody who is to move in, or about subletting; person is who it is about."""

    received_on: date
    person: str
    sort: str
    granted: bool
    reason: str
    exception_family: bool
    exception_others: bool
    exception_absence: bool

    @property
    def refused(self) -> bool:
        """Whether the answer is no."""
        return not self.granted

    @property
    def member(self) -> bool:
        """§ 7-1: somebody is to be taken into the household."""
        return self.sort == ApplicationSort.MEMBER

    @property
    def sublet(self) -> bool:
        """§§ 7-2 to 7-5: all or a part of the dwelling is to be sublet."""
        return not self.member

    @property
    def part(self) -> bool:
        """§ 7-3: a part of the dwelling."""
        return self.sort == ApplicationSort.PART

    @property
    def absence(self) -> bool:
        """§ 7-4: while the tenant is away."""
        return self.sort == ApplicationSort.ABSENCE

    @property
    def rest_of_term(self) -> bool:
        """§ 7-5: the rest of a fixed term."""
        return self.sort == ApplicationSort.REST_OF_TERM

    @property
    def whole(self) -> bool:
        """§ 7-2: otherwise."""
        return self.sort == ApplicationSort.SUBLET

    @property
    def section_11_1(self) -> bool:
        """Whether the exception of § 11-1 for this is agreed."""
        if self.member:
            return self.exception_family or self.exception_others
        return self.exception_absence if self.absence else self.part and self.exception_others


@dataclass(frozen=True, kw_only=True)
class WaitingFacts(LetterFacts):
    """An interim reply: received, why it takes longer and when an answer is expected."""

    received_on: date
    about: str
    reason: str
    expected_on: date


@dataclass(frozen=True, kw_only=True)
class AdvanceFacts(LetterFacts):
    """What the municipality considers of its own accord, the facts, and by when the party may speak."""

    about: str
    reason: str
    reply_by: date


def answer(case: CaseFile, about: About, today: date) -> AnswerFacts:
    """Return the facts of D19."""
    matter, lease = about.its_matter, about.tenancy
    told = lease.vulnerable_notice
    return AnswerFacts(
        **common(case, about, today),
        received_on=matter.received_on or matter.opened_on,
        person=matter.about,
        sort=(matter.sort or ApplicationSort.MEMBER).value,
        granted=bool(matter.granted),
        reason=matter.reason,
        exception_family=told and lease.exception_family,
        exception_others=told and lease.exception_others,
        exception_absence=told and lease.exception_absence,
    )


def waiting(case: CaseFile, about: About, today: date) -> WaitingFacts:
    """Return the facts of D23."""
    matter = about.its_matter
    return WaitingFacts(
        **common(case, about, today),
        received_on=matter.received_on or matter.opened_on,
        about=matter.about,
        reason=matter.reason,
        expected_on=matter.due_on or today,
    )


def advance(case: CaseFile, about: About, today: date) -> AdvanceFacts:
    """Return the facts of D24."""
    matter = about.its_matter
    return AdvanceFacts(
        **common(case, about, today), about=matter.about, reason=matter.reason, reply_by=matter.due_on or today
    )
