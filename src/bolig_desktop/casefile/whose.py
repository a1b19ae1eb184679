"""Which households a written row is about, also when the row is gone again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

_OF_HOUSEHOLD = frozenset(
    {
        "tenancies",
        "matters",
        "decisions",
        "assessments",
        "memberships",
        "papers",
        "rule_signatures",
        "binder_editions",
    }
)


def households_of(case: CaseFile, table: str, row_id: int) -> frozenset[int]:
    """Return the households a row is about; empty where it is about none."""
    if table == "households":
        return frozenset({row_id})
    if table == "people":
        return frozenset(m.household_id for m in case.memberships.of_person(row_id))
    if table == "marks":
        return _of_mark(case, row_id)
    if table not in _OF_HOUSEHOLD:
        return frozenset()
    found = case.db.execute(f"select household_id from {table} where id = ?", [row_id]).fetchone()
    known = {found[0]} if found else set()
    for entry in case.history.of_row(table, row_id)[:2]:  # a change of household is about both
        known |= {row.get("household_id") for row in (entry.before or {}, entry.after or {})}
    return frozenset(household for household in known if household is not None)


def _of_mark(case: CaseFile, row_id: int) -> frozenset[int]:
    """A mark is about the households of what it marks."""
    mark = case.marks.find(row_id)
    if mark is not None:
        return households_of(case, mark.topic, mark.subject_id)
    gone = case.history.of_row("marks", row_id)[0]
    known = gone.before or gone.after or {}
    return households_of(case, str(known.get("topic")), int(known.get("subject_id") or 0))
