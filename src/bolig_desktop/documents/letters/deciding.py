"""The facts of decisions and of appeals against them: D22 and D25."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import ResultFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days
from bolig_desktop.tenancies.records import DecisionKind


@dataclass(frozen=True, kw_only=True)
class DecisionFacts(ResultFacts):
    """An enkeltvedtak. facts, considerations, content and rules as written; body: who in the municipality decides an
    appeal over allotment and extension, "" where the municipality has not said so and it is kommunestyret (§ 28).
    """

    kind: str
    decided_on: date
    decided_by: str
    decision_number: str
    facts: str
    considerations: str
    content: str
    rules: str
    body: str

    @property
    def variant(self) -> str:
        """What is decided about."""
        return self.kind

    @property
    def extension(self) -> bool:
        """Another lease of the same dwelling."""
        return self.kind == DecisionKind.EXTENSION

    @property
    def allotment(self) -> bool:
        """A dwelling of ours."""
        return self.kind == DecisionKind.ALLOTMENT

    @property
    def help(self) -> bool:
        """Help by boligsosialloven § 7."""
        return self.kind == DecisionKind.HELP

    @property
    def against(self) -> bool:
        """Whether it goes against the party, so that delay may be asked for (§ 42)."""
        return not self.granted

    @property
    def ours(self) -> bool:
        """Whether an appeal is decided inside the municipality (BS-TILD) and not by statsforvalteren (BS-7a)."""
        return not self.help

    @property
    def council(self) -> bool:
        """Whether the council decides the appeal."""
        return self.ours and not self.body

    @property
    def named_body(self) -> bool:
        """Whether the council has named somebody else to."""
        return self.ours and bool(self.body)


@dataclass(frozen=True, kw_only=True)
class AppealFacts(DecisionFacts):
    """An appeal sent on. received_on None: not known when the decision came, so reckoned with the post.

    deadline: the last day, moved forward; late: certainly after it.
    """

    appealed_on: date
    received_on: date | None
    deadline: date
    appeal: str
    appeal_assessment: str

    @property
    def to_address(self) -> tuple[str, ...]:
        """Where the body is written to: a body of our own has our address, statsforvalteren's is not known here."""
        return tuple(self.landlord_address.rsplit(", ", 1)) if self.ours and self.landlord_address else ()

    @property
    def in_time(self) -> bool:
        """Whether it came by the last day."""
        return self.appealed_on <= self.deadline

    @property
    def late(self) -> bool:
        """Whether it is known to have come after the last day; an assumed day never makes it so."""
        return not self.in_time and self.received_on is not None

    @property
    def perhaps_late(self) -> bool:
        """Whether it came after the last day, but nobody knows when the decision reached the party."""
        return not self.in_time and self.received_on is None


def decision(case: CaseFile, about: About, today: date) -> DecisionFacts:
    """Return the facts of D22."""
    return DecisionFacts(**_decided(case, about, today))


def appeal(case: CaseFile, about: About, today: date) -> AppealFacts:
    """Return the facts of D25 (FV-29, FV-32/33)."""
    made = about.its_decision
    sent = [p.sent_on for p in case.papers.lines("decision_id = ? and number = 'D22'", (made.id,)) if p.sent_on]
    assumed = add_days(max(sent, default=made.decided_on), case.settings.municipality().post_days)
    return AppealFacts(
        **_decided(case, about, today),
        appealed_on=made.appealed_on or today,
        received_on=made.received_on,
        deadline=clocks.appeal(made.received_on or assumed).act_by,
        appeal=made.appeal,
        appeal_assessment=made.appeal_assessment,
    )


def _decided(case: CaseFile, about: About, today: date) -> dict[str, Any]:
    made = about.its_decision
    return common(case, about, today) | {
        "kind": made.kind.value,
        "result": made.result.value,
        "decided_on": made.decided_on,
        "decided_by": made.decided_by,
        "decision_number": made.reference,
        "facts": made.facts,
        "considerations": made.considerations,
        "content": made.content,
        "rules": made.rules,
        "body": case.settings.municipality().appeal_body,
    }
