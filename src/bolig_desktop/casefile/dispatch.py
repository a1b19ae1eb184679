"""A letter that was sent moves the clock of what it is about, and one that was not sent after all moves it back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from bolig_desktop.archive.records import Paper
from bolig_desktop.tenancies.records import MatterKind, Tenancy

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

R = TypeVar("R", bound=Any)

_LETTER = {"sent_on": "sent_on", "received_on": "received_on"}
_OF_MATTER: Mapping[MatterKind, Mapping[str, str]] = {
    MatterKind.HOUSING_APPLICATION: {"sent_on": "sent_on"},  # the interim reply; what came in came in before
    MatterKind.NOTICE_BY_TENANT: {"sent_on": "sent_on"},
    MatterKind.MEMBER_APPLICATION: {"sent_on": "answered_on"},
    MatterKind.BANK_NOTICE: {"sent_on": "answered_on"},  # its own sent_on is when the bank wrote
}
"""Which day of a matter a paper's day is; a letter of our own has both. What came from others has its own days."""
_APPEAL_SENT_ON = "D25"
REQUEST_TO_MOVE = "D11b"


def follow(case: CaseFile, before: Paper | None, paper: Paper) -> None:
    """Write when a letter was sent, and came, on what it is about; part of the paper's own change."""
    matter, decision = case.matters.find(paper.matter_id), case.decisions.find(paper.decision_id)
    if matter is not None:
        case.matters.change(_moved(matter, before, paper, _OF_MATTER.get(matter.kind, _LETTER)))
    if decision is not None:
        appeal = paper.number == _APPEAL_SENT_ON
        days = {"sent_on": "forwarded_on"} if appeal else {"received_on": "received_on"}
        case.decisions.change(_moved(decision, before, paper, days))


def asked_to_move(case: CaseFile, lease: Tenancy) -> list[date]:
    """Return the days requests to move were sent after the lease's end: only those count (HL-9-2-3)."""
    end = lease.ends_on
    if end is None or lease.id is None:
        return []
    sent = [m.sent_on for m in case.matters.of_tenancy(lease.id) if m.kind is MatterKind.REQUEST_TO_MOVE]
    sent += [paper.sent_on for paper in case.papers.of_tenancy(lease.id) if paper.number == REQUEST_TO_MOVE]
    return [day for day in sent if day is not None and day > end]


def _moved(record: R, before: Paper | None, paper: Paper, days: Mapping[str, str]) -> R:
    """Return the record with the paper's dates where it had none, or those of the same paper before."""
    changes = {}
    for of_paper, of_record in days.items():
        was, now = getattr(before, of_paper, None), getattr(paper, of_paper)
        if was != now and getattr(record, of_record) in (None, was):
            changes[of_record] = now
    return dataclasses.replace(record, **changes)
