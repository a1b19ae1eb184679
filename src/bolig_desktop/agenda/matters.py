"""What is due about matters and decisions: answers, protests, waits, appeals."""

from collections.abc import Callable, Iterator
from datetime import date

from bolig_desktop.agenda.items import Asked, Item, item
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionResult,
    Matter,
    MatterKind,
    NeedAssessment,
)

_TO_FINISH_DAYS = 14
"""How long a need assessment that was begun may lie (a routine of ours, no rule of law)."""


def of_matter(matter: Matter, post_days: int) -> Iterator[Item]:
    """Yield what is due about a matter that is not closed.

    post_days: how long a letter is reckoned to be on its way, where it is not known when it came.
    """
    if matter.closed_on is None and matter.kind in _CLOCKS:
        yield from _CLOCKS[matter.kind](matter, post_days)


def of_decision(decision: Decision, post_days: int, sent_on: date | None) -> Iterator[Item]:
    """Yield the appeal period of a no, and an appeal that waits (FV-29, FV-32/33). sent_on: when the letter went."""
    facts = {"household_id": decision.household_id, "tenancy_id": decision.tenancy_id or 0}
    row_id = decision.id or 0
    if decision.appealed_on is not None:
        if decision.forwarded_on is None:
            due = clocks.interim_reply(decision.appealed_on)
            yield item("appeal_forward", "decisions", row_id, due, **facts)
    elif decision.result is not DecisionResult.GRANTED and (sent_on or decision.received_on) is not None:
        received = _received(decision.received_on, sent_on, post_days)
        yield item(
            "appeal", "decisions", row_id, clocks.appeal(received), asked=(("received", received),), **facts,
            fact=decision.received_on is None,
        )  # fmt: skip


def of_assessment(assessment: NeedAssessment, *, decided: bool) -> Iterator[Item]:
    """Yield an assessment that was begun and has come to nothing yet."""
    if assessment.conclusion is None and not decided:
        facts = {"household_id": assessment.household_id, "tenancy_id": assessment.tenancy_id}
        due = clocks.ours(add_days(assessment.assessed_on, _TO_FINISH_DAYS))
        yield item("assessment_open", "assessments", assessment.id or 0, due, **facts)


def _received(known: date | None, sent: date | None, post_days: int) -> date:
    """Return when a letter came: as known, else assumed from when it was sent (law.md § 12, edge 12)."""
    if known is not None:
        return known
    return add_days(sent or date.max, post_days)


def _about(matter: Matter, kind: str, due: clocks.Due, asked: Asked = (), fact: object = None) -> Item:
    facts = {"household_id": matter.household_id, "tenancy_id": matter.tenancy_id or 0}
    return item(kind, "matters", matter.id or 0, due, asked=asked, fact=fact, **facts)


def _housing_application(matter: Matter, post_days: int) -> Iterator[Item]:
    """FV-11a: a decision, or an interim reply, within a month; ``sent_on`` is when the interim reply went."""
    if matter.answered_on is None and matter.sent_on is None:
        received = matter.received_on or matter.opened_on
        yield _about(matter, "housing_application", clocks.interim_reply(received), (("received", received),))


def _member_application(matter: Matter, post_days: int) -> Iterator[Item]:
    """HL-7-6: only an answer counts; a month's silence is a yes."""
    if matter.answered_on is None:
        received = matter.received_on or matter.opened_on
        yield _about(matter, "member_application", clocks.household_answer(received), (("received", received),))


def _notice(matter: Matter, post_days: int) -> Iterator[Item]:
    """HL-9-8a, HL-9-8b: their protest, then our lawsuit; HL-9-6: the day the tenancy ends."""
    if matter.sent_on is None and matter.received_on is None:
        return
    received = _received(matter.received_on, matter.sent_on, post_days)
    asked: Asked = (("received", received),)
    assumed = matter.received_on is None
    if matter.answered_on is None:
        yield _about(matter, "notice_protest", clocks.protest(received), asked, assumed)
    else:
        # Our own deadline is counted from the day it may have come at the earliest.
        early = matter.received_on or matter.sent_on or received
        yield _about(matter, "notice_lawsuit", clocks.lawsuit(early), (("received", early),), assumed)
    yield _about(matter, "notice_ends", clocks.ours(matter.effect_on or clocks.termination(received).nominal))


def _notice_of_tenant(matter: Matter, post_days: int) -> Iterator[Item]:
    received = matter.received_on or matter.opened_on
    yield _about(matter, "notice_ends", clocks.ours(matter.effect_on or clocks.termination(received).nominal))


def _eviction(matter: Matter, post_days: int) -> Iterator[Item]:
    if matter.sent_on is not None:
        asked: Asked = (("sent", matter.sent_on),)
        yield _about(matter, "eviction_petition", clocks.petition(matter.sent_on), asked, matter.basis)
        yield _about(matter, "eviction_lapses", clocks.notice_lapses(matter.sent_on), asked)


def _social_notice(matter: Matter, post_days: int) -> Iterator[Item]:
    if matter.sent_on is not None:
        due = clocks.petition_after_social_notice(matter.sent_on)
        yield _about(matter, "social_notice", due, (("sent", matter.sent_on),))


def _bank(matter: Matter, post_days: int) -> Iterator[Item]:
    if matter.answered_on is None:
        sent = matter.sent_on or matter.opened_on
        yield _about(matter, "bank_reply", clocks.deposit_reply(sent), (("sent", sent),))


def _rent_change(matter: Matter, post_days: int) -> Iterator[Item]:
    if matter.effect_on is not None:
        yield _about(matter, "rent_changes", clocks.ours(matter.effect_on), fact=matter.amount_nok)


def _answer_by(matter: Matter, post_days: int) -> Iterator[Item]:
    if matter.due_on is not None and matter.answered_on is None:
        yield _about(matter, "answer_by", clocks.theirs(matter.due_on), fact=matter.kind)


_CLOCKS: dict[MatterKind, Callable[[Matter, int], Iterator[Item]]] = {
    MatterKind.HOUSING_APPLICATION: _housing_application,
    MatterKind.MEMBER_APPLICATION: _member_application,
    MatterKind.NOTICE_BY_US: _notice,
    MatterKind.NOTICE_BY_TENANT: _notice_of_tenant,
    MatterKind.WARNING: _answer_by,
    MatterKind.TERMINATION: _answer_by,
    MatterKind.EVICTION_NOTICE: _eviction,
    MatterKind.SOCIAL_SERVICE_NOTICE: _social_notice,
    MatterKind.BANK_NOTICE: _bank,
    MatterKind.INDEX_CHANGE: _rent_change,
    MatterKind.MARKET_RENT: _rent_change,
    MatterKind.LEFT_BELONGINGS: _answer_by,
    MatterKind.GUARANTEE_CLAIM: _answer_by,
    MatterKind.ADVANCE_NOTICE: _answer_by,
}
"""REQUEST_TO_MOVE has none of its own: it stops the lease's (agenda.leases)."""
