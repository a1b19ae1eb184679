"""A locked year keeps the figures it was handed in with, and says what would be another number today."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.allocation.records import LockedYear
from bolig_desktop.yearly.figures import OTHER_NOW, Counted, Unsure

if TYPE_CHECKING:
    from bolig_desktop.casefile import CaseFile


def lock(case: CaseFile, number: int, found: Mapping[str, Counted]) -> LockedYear:
    """Keep a year's figures as they are now. Raises Refused for one that is not over or locked already."""
    values = json.dumps({name: [one.value, one.behind] for name, one in found.items()}, sort_keys=True)
    return case.save(LockedYear(year=number, locked_on=case.clock(), figures=values))


def unlock(case: CaseFile, number: int) -> None:
    """Count a year anew again; does nothing to one that is not locked."""
    locked = case.locked_years.of_year(number)
    if locked is not None:
        case.remove(locked)


def keep(case: CaseFile, number: int, found: Mapping[str, Counted]) -> date | None:
    """Put the figures a locked year was handed in with in place of today's, and say where these are others.

    How few stood behind them that day decides what is told outside; the first years locked did not keep it.

    Returns when it was locked, None where it is not.
    A figure that came into the program later has no number of that day, and stands as it is counted now.
    """
    locked = case.locked_years.of_year(number)
    if locked is None:
        return None
    values = json.loads(locked.figures)
    for name, one in found.items():
        if name not in values:
            continue
        value, one.locked_behind = values[name] if isinstance(values[name], list) else (values[name], None)
        if value != one.value:
            now, one.value = one.value, value
            code = "unsure.now_unknown" if now is None else OTHER_NOW
            one.unsure.insert(0, Unsure(code, {"day": locked.locked_on, "now": now}))
    return locked.locked_on
