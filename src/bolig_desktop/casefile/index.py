"""What search knows of each record; written in the same transaction as the record itself.

A shielded household is found by its number only: no name and no address of theirs stands in the index
(law.md AG-3), and neither does the dwelling beside them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def keep(case: CaseFile, rows: Iterable[tuple[str, int]]) -> None:
    """Bring the index into step with the rows just written."""
    things: set[tuple[str, int]] = set()
    for table, row_id in rows:
        if table in _AFFECTED:
            things |= _AFFECTED[table](case, row_id)
    for kind, row_id in sorted(things):
        _PUT[kind](case, row_id)


def rebuild(case: CaseFile) -> None:
    """Make the whole index anew."""
    case.db.execute("delete from search")
    tables = ("landlords", "dwellings", "households", "people", "tenancies", "papers")
    for kind, table in zip(_PUT, tables, strict=True):
        for (row_id,) in case.db.execute(f"select id from {table}").fetchall():
            _PUT[kind](case, row_id)


def _of_dwelling(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    units = [row_id, *(room.id for room in case.dwellings.rooms_of(row_id) if room.id)]
    found = {("dwelling", unit) for unit in units}
    for tenancy in case.tenancies.of_dwellings(units):
        found |= {("tenancy", tenancy.id or 0), ("household", tenancy.household_id)}
    return found


def _of_household(case: CaseFile, row_id: int) -> set[tuple[str, int]]:
    found = {("household", row_id)}
    found |= {("person", m.person_id) for m in case.memberships.of_household(row_id)}
    found |= {("tenancy", t.id or 0) for t in case.tenancies.of_household(row_id)}
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
}


def _put_landlord(case: CaseFile, row_id: int) -> None:
    landlord = case.landlords.find(row_id)
    if landlord is None:
        return case.search.drop("landlord", row_id)
    words = f"{landlord.name} {landlord.contact_person} {landlord.org_number} {landlord.phone}"
    return case.search.put("landlord", row_id, landlord.name, landlord.city, words)


def _put_dwelling(case: CaseFile, row_id: int) -> None:
    dwelling = case.dwellings.find(row_id)
    if dwelling is None:
        return case.search.drop("dwelling", row_id)
    words = f"{dwelling.street} {dwelling.name} {dwelling.unit_number} {dwelling.postcode} {dwelling.city}"
    return case.search.put("dwelling", row_id, dwelling.label, dwelling.city, f"{words} {dwelling.district}")


def _put_household(case: CaseFile, row_id: int) -> None:
    household = case.households.find(row_id)
    if household is None:
        return case.search.drop("household", row_id)
    label = case.households.label(row_id)
    if case.households.is_shielded(row_id):
        return case.search.put("household", row_id, label, "", f"skjermet husstand {row_id}")
    people = [case.people.get(m.person_id) for m in case.memberships.of_household(row_id)]
    names = " ".join(person.name for person in people)
    words = f"{label} {names} {household.case_number} husstand {row_id}"
    return case.search.put("household", row_id, label, _home_of(case, row_id), words)


def _put_person(case: CaseFile, row_id: int) -> None:
    person = case.people.find(row_id)
    households = [m.household_id for m in case.memberships.of_person(row_id)]
    if person is None or person.is_shielded or any(map(case.households.is_shielded, households)):
        return case.search.drop("person", row_id)
    labels = ", ".join(case.households.label(h) for h in households)
    return case.search.put("person", row_id, person.name, labels, f"{person.name} {person.phone}")


def _put_tenancy(case: CaseFile, row_id: int) -> None:
    tenancy = case.tenancies.find(row_id)
    if tenancy is None or case.households.is_shielded(tenancy.household_id):
        return case.search.drop("tenancy", row_id)
    dwelling = case.dwellings.get(tenancy.dwelling_id)
    label = case.households.label(tenancy.household_id)
    title = f"{dwelling.label} · {label}"
    words = f"{title} {tenancy.reference} leieforhold {row_id}"
    return case.search.put("tenancy", row_id, title, tenancy.reference, words)


def _put_paper(case: CaseFile, row_id: int) -> None:
    lines = case.papers.lines("id = ?", (row_id,))
    if not lines:
        return case.search.drop("paper", row_id)
    paper = lines[0]
    words = f"{paper.number} {paper.title} {paper.recipient} {paper.filed_as}"
    return case.search.put("paper", row_id, f"{paper.number} {paper.title}", paper.recipient, words)


def _home_of(case: CaseFile, household_id: int) -> str:
    living = [t for t in case.tenancies.of_household(household_id) if t.moved_out_on is None]
    return case.dwellings.get(living[-1].dwelling_id).label if living else ""


_PUT: dict[str, Callable[[CaseFile, int], None]] = {
    "landlord": _put_landlord,
    "dwelling": _put_dwelling,
    "household": _put_household,
    "person": _put_person,
    "tenancy": _put_tenancy,
    "paper": _put_paper,
}
