"""The facts of what is written when a lease comes to its end: D11a, D11b and D15b."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, ResultFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days
from bolig_desktop.law.workdays import next_workday, previous_workday
from bolig_desktop.tenancies.records import Decision, DecisionKind, Matter, MatterKind

MOVE_OUT_DAYS = 14
"""No law: how long they get where nobody has chosen a day."""


@dataclass(frozen=True, kw_only=True)
class RenewalFacts(ResultFacts):
    """What has been decided about another lease. result "" and decided_on None: nothing yet."""

    decided_on: date | None
    appealed_on: date | None
    being_considered: bool
    handover_on: date | None
    rent_nok: int

    @property
    def undecided(self) -> bool:
        """Whether nothing is decided."""
        return not self.result


@dataclass(frozen=True, kw_only=True)
class MoveFacts(RenewalFacts):
    """A request to move. clause: eviction may be demanded when the term has run out."""

    move_by: date
    clause: bool

    @property
    def not_accepted(self) -> bool:
        """Whether nobody has applied and nothing is decided."""
        return self.undecided and not self.being_considered


@dataclass(frozen=True, kw_only=True)
class LeavingFacts(LetterFacts):
    """The tenant's own termination. period_ends_on: when the notice runs out. by_agreement: the term binds, and
    another day is agreed.
    """

    received_on: date
    leaves_on: date
    period_ends_on: date
    by_agreement: bool
    handover_on: date
    rent_nok: int

    @property
    def sooner(self) -> bool:
        """Whether they leave before the notice has run out, with our consent."""
        return self.leaves_on < self.period_ends_on and not self.by_agreement

    @property
    def later(self) -> bool:
        """Whether they have asked for a later day than the notice gives."""
        return self.leaves_on > self.period_ends_on and not self.by_agreement


def lease_end(case: CaseFile, about: About, today: date) -> RenewalFacts:
    """Return the facts of D11a."""
    return RenewalFacts(**common(case, about, today), **_renewal(case, about))


def request_to_move(case: CaseFile, about: About, today: date) -> MoveFacts:
    """Return the facts of D11b."""
    return MoveFacts(
        **common(case, about, today),
        **_renewal(case, about),
        move_by=move_by(about.matter, today),
        clause=about.tenancy.eviction_expiry,
    )


def move_by(request: Matter | None, today: date) -> date:
    """Return the day a request to move gives: the one written on it, else two weeks on, on a working day.

    HL-9-2-3 asks for a clear request to move by a day and has no shortest time; two weeks is what § 4-18 lets go
    before a petition (TV-4-18).
    """
    given = request.due_on if request is not None else None
    return given or next_workday(add_days(today, MOVE_OUT_DAYS))


def tenants_notice(case: CaseFile, about: About, today: date) -> LeavingFacts:
    """Return the facts of D15b (HL-9-6: from when it came to us, to the end of a month)."""
    lease, matter = about.tenancy, about.its_matter
    received = matter.received_on or matter.opened_on
    period_ends = clocks.month_end(received, lease.notice_months)
    leaves = matter.effect_on or period_ends
    bound = lease.ends_on is not None and lease.told_not_terminable and not lease.terminable_in_term
    return LeavingFacts(
        **common(case, about, today),
        received_on=received,
        leaves_on=leaves,
        period_ends_on=period_ends,
        by_agreement=bound and matter.effect_on is not None,
        handover_on=matter.due_on or previous_workday(leaves),
        rent_nok=lease.rent_nok,
    )


def _renewal(case: CaseFile, about: About) -> dict[str, Any]:
    """Return what is decided, or is being considered, about another lease (BS-TILD)."""
    lease = about.tenancy
    decision = _newest_decision(case, lease.id or 0)
    return {
        "result": decision.result.value if decision else "",
        "decided_on": decision.decided_on if decision else None,
        "appealed_on": decision.appealed_on if decision else None,
        "being_considered": decision is None and _considered(case, lease.id or 0, about.household_id),
        "handover_on": previous_workday(lease.ends_on) if lease.ends_on else None,
        "rent_nok": lease.rent_nok,
    }


def _newest_decision(case: CaseFile, lease_id: int) -> Decision | None:
    found = [d for d in case.decisions.of_tenancy(lease_id) if d.kind is DecisionKind.EXTENSION]
    return max(found, key=lambda d: (d.decided_on, d.id or 0), default=None)


def _considered(case: CaseFile, lease_id: int, household_id: int) -> bool:
    """Whether an application lies unanswered, or an assessment has been begun."""
    waiting = any(
        m.kind is MatterKind.HOUSING_APPLICATION and m.answered_on is None and m.closed_on is None
        for m in case.matters.of_household(household_id)
        if m.tenancy_id in (None, lease_id)
    )
    return waiting or bool(case.assessments.of_tenancy(lease_id))
