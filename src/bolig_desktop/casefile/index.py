"""What search knows of each record; written in the same transaction as the record itself.

A shielded household is found by its number only: no name and no address of theirs stands in the index
(law.md AG-3), and neither does the dwelling beside them. Nor does a text that names one of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import TYPE_CHECKING

from bolig_desktop.casefile.indexed import LINES, Asked, Read
from bolig_desktop.casefile.naming import Fields, Row, left_out

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

VERSION = "4"
"""Raised with every kind, or word of a kind, that lines already in a file lack (``opened.keep_search``)."""
_MANY = 200
_DEARER = 8
"""How many lines are made anew, with one query a table, while it is asked for what stands around one row."""


def keep(case: CaseFile, rows: Collection[Row], before: Mapping[Row, Fields]) -> None:
    """Bring the index into step with the rows just written; before: the texts left out until then."""
    if len(rows) > _MANY and len(rows) * _DEARER > case.search.count():
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
        found |= {("check", one.id or 0) for one in case.home_checks.of_dwelling(unit)}
    found |= {("meeting", one.id or 0) for one in case.house_meetings.of_house(row_id)}
    found |= {("conflict", one.id or 0) for one in case.house_conflicts.of_house(row_id)}
    found |= {("cost", one.id or 0) for one in case.shared_costs.of_house(row_id)}
    return found


def _of_household(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    found = {("household", row_id)}
    found |= {("person", m.person_id) for m in case.memberships.of_household(row_id)}
    found |= {("tenancy", t.id or 0) for t in case.tenancies.of_household(row_id)}
    found |= {("conflict", one.id or 0) for one in case.house_conflicts.of_household(row_id)}
    found |= _plan_of(case, row_id)
    found |= {("visit", one.id or 0) for one in case.visits.of_household(row_id)}
    found |= {("task", one.id or 0) for one in case.tasks.of_household(row_id)}
    return found | {("paper", p.id) for p in case.papers.of_household(row_id)}


def _plan_of(case: CaseFile, household_id: int) -> set[tuple[str, int]]:
    plan = case.plans.of_household(household_id)
    return {("plan", plan.id or 0)} if plan else set()


def _of_person(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    found = {("person", row_id)}
    for membership in case.memberships.of_person(row_id):
        found |= _of_household(case, membership.household_id)
    return found


def _of_membership(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    households = _ever(case, "memberships", row_id, "household_id")
    found = {("person", person) for person in _ever(case, "memberships", row_id, "person_id")}
    return found.union(*(_of_household(case, household) for household in households))


def _on_plan(table: str) -> Callable[[CaseFile, int], set[tuple[str, int]]]:
    def plans(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
        households = _ever(case, table, row_id, "household_id")
        return {plan for household in households for plan in _plan_of(case, household)}

    return plans


def _ever(case: CaseFile, table: str, row_id: int, column: str) -> set[int]:
    """Return what a row says in a column, now and before its last change; one removed is in the history only."""
    store = next(store for store in case.stores() if store.table == table)
    entries = case.history.of_row(table, row_id)[:2]
    said = {row.get(column) for entry in entries for row in (entry.before or {}, entry.after or {})}
    return {value for value in said | {getattr(store.find(row_id), column, None)} if value}


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
    "meeting_points": lambda case, row_id: {
        ("meeting", one) for one in _ever(case, "meeting_points", row_id, "meeting_id")
    },
    "house_conflicts": lambda case, row_id: {("conflict", row_id)},
    "shared_costs": lambda case, row_id: {("cost", row_id)},
    "home_checks": lambda case, row_id: {("check", row_id)},
    "visits": lambda case, row_id: {("visit", row_id)},
    "tasks": lambda case, row_id: {("task", row_id)},
    "plans": lambda case, row_id: {("plan", row_id)},
    "plan_steps": _on_plan("plan_steps"),
    "schemes": _on_plan("schemes"),
    "plan_talks": _on_plan("plan_talks"),
    "market_tries": _on_plan("market_tries"),
}
