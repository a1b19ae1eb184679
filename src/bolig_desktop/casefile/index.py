"""What search knows of each record; written in the same transaction as the record itself.

A shielded household is found by its number only: no name and no address of theirs stands in the index
(law.md AG-3), and neither does the dwelling beside them. Nor does a text that names one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from bolig_desktop.casefile.indexed import LINES, Asked, Read
from bolig_desktop.casefile.indexed_days import meeting_of_point
from bolig_desktop.casefile.naming import Fields, Row, left_out

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

_MANY = 2_000  # rows from which on reading everything once is cheaper than asking for what stands around each


def keep(case: CaseFile, rows: Collection[Row], before: Mapping[Row, Fields]) -> None:
    """Bring the index into step with the rows just written; before: the texts left out until then."""
    if len(rows) > _MANY:
        return rebuild(case)
    things: set[tuple[str, int]] = set()
    now = left_out(case)
    elsewhere = {row for row in before.keys() | now.keys() if before.get(row) != now.get(row)}
    for table, row_id in {*rows, *elsewhere}:
        if table in _AFFECTED:
            things |= _AFFECTED[table](case, row_id)
    asked = Asked(case)
    for kind, row_id in sorted(things):
        line = LINES[kind](asked, row_id)
        if line is None:
            case.search.drop(kind, row_id)
        else:
            case.search.put(kind, row_id, line.title, line.detail, line.words)


def rebuild(case: CaseFile) -> None:
    """Make the whole index anew, with one query a table."""
    read = Read(case)
    found = ((kind, row_id, LINES[kind](read, row_id)) for kind in LINES for row_id in read.ids[kind])
    case.search.put_all((kind, row_id, line.title, line.detail, line.words) for kind, row_id, line in found if line)


def _of_dwelling(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    units = [row_id, *(room.id for room in case.dwellings.rooms_of(row_id) if room.id)]
    found = {("dwelling", unit) for unit in units}
    for tenancy in case.tenancies.of_dwellings(units):
        found |= {("tenancy", tenancy.id or 0), ("household", tenancy.household_id)}
    for unit in units:
        found |= {("defect", one.id or 0) for one in case.defects.of_dwelling(unit)}
        found |= {("complaint", one.id or 0) for one in case.complaints.of_dwelling(unit)}
    found |= {("meeting", one.id or 0) for one in case.house_meetings.of_house(row_id)}
    found |= {("conflict", one.id or 0) for one in case.house_conflicts.of_house(row_id)}
    return found


def _of_household(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    found = {("household", row_id)}
    found |= {("person", m.person_id) for m in case.memberships.of_household(row_id)}
    found |= {("tenancy", t.id or 0) for t in case.tenancies.of_household(row_id)}
    found |= {("conflict", one.id or 0) for one in case.house_conflicts.of_household(row_id)}
    return found | {("paper", p.id) for p in case.papers.of_household(row_id)}


def _of_person(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    found = {("person", row_id)}
    for membership in case.memberships.of_person(row_id):
        found |= _of_household(case, membership.household_id)
    return found


def _of_membership(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    # A removed membership is known from the history only.
    found: set[tuple[str, int]] = set()
    for entry in case.history.of_row("memberships", row_id)[:2]:
        row = (entry.before or {}) | (entry.after or {})
        membership = case.memberships.find(row_id)
        household = row.get("household_id") or (membership and membership.household_id)
        person = row.get("person_id") or (membership and membership.person_id)
        found |= _of_household(case, household) if household else set()
        found |= {("person", person)} if person else set()
    return found


def _of_tenancy(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    tenancy = case.tenancies.find(row_id)
    return {("tenancy", row_id)} | ({("household", tenancy.household_id)} if tenancy else set())


_AFFECTED: dict[str, Callable[[CaseFile, int], set[tuple[str, int]]]] = {
    "landlords": lambda case, row_id: {("landlord", row_id)},
    "dwellings": _of_dwelling,
    "households": _of_household,
    "people": _of_person,
    "memberships": _of_membership,
    "tenancies": _of_tenancy,
    "papers": lambda case, row_id: {("paper", row_id)},
    "defects": lambda case, row_id: {("defect", row_id)},
    "complaints": lambda case, row_id: {("complaint", row_id)},
    "house_meetings": lambda case, row_id: {("meeting", row_id)},
    "meeting_points": lambda case, row_id: {("meeting", one) for one in meeting_of_point(case, row_id)},
    "house_conflicts": lambda case, row_id: {("conflict", row_id)},
}
