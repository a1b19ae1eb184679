"""A letter that was sent moves the clock of what it is about, and one that was not sent after all moves it back."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, TypeVar

from bolig_desktop.archive.records import Paper

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

R = TypeVar("R", bound=Any)


def follow(case: CaseFile, before: Paper | None, paper: Paper) -> None:
    """Write when a letter was sent, and came, on what it is about; part of the paper's own change."""
    matter, decision = case.matters.find(paper.matter_id), case.decisions.find(paper.decision_id)
    if matter is not None:
        case.matters.change(_moved(matter, before, paper, ("sent_on", "received_on")))
    if decision is not None:
        case.decisions.change(_moved(decision, before, paper, ("received_on",)))


def _moved(record: R, before: Paper | None, paper: Paper, fields: tuple[str, ...]) -> R:
    """Return the record with the paper's dates where it had none, or those of the same paper before."""
    changes = {}
    for field in fields:
        was, now = getattr(before, field, None), getattr(paper, field)
        if was != now and getattr(record, field) in (None, was):
            changes[field] = now
    return dataclasses.replace(record, **changes)
