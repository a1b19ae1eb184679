"""Which households, shared houses and homes a written row is about, also when the row is gone again."""

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
        "visits",
        "visit_wishes",
        "tasks",
        "plans",
        "plan_steps",
        "schemes",
        "plan_talks",
        "market_tries",
    }
)

_OF_HOUSE = frozenset({"house_rules", "house_meetings", "house_conflicts", "cost_accounts"})


_OF_HOME = frozenset({"defects", "complaints", "home_checks"})


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
    return _said(case, table, row_id, "household_id")


def houses_of(case: CaseFile, table: str, row_id: int) -> frozenset[int]:
    """Return the shared houses a row is about: where it says who lives there, which rules hold, or who has signed."""
    if table in _OF_HOUSE:
        return _said(case, table, row_id, "house_id")
    if table == "meeting_points":
        meetings = _said(case, table, row_id, "meeting_id")
        return frozenset(house for one in meetings for house in _said(case, "house_meetings", one, "house_id"))
    if table == "dwellings":
        return frozenset({row_id}) | _said(case, table, row_id, "house_id")
    if table == "rule_signatures":
        versions = _said(case, table, row_id, "rules_id")
        return frozenset(house for version in versions for house in _said(case, "house_rules", version, "house_id"))
    if table == "tenancies":
        houses = case.dwellings.houses()
        return frozenset(houses.get(unit, unit) for unit in _said(case, table, row_id, "dwelling_id"))
    if table == "marks":
        topic, subject_id = _marked(case, row_id)
        return frozenset({subject_id}) if topic == "shared_housing" else frozenset()
    return frozenset()


def homes_of(case: CaseFile, table: str, row_id: int) -> frozenset[int]:
    """Return the homes a row is about: what is wrong with one, complained of, or looked over in it."""
    if table == "dwellings":
        return frozenset({row_id})
    if table in _OF_HOME:
        return _said(case, table, row_id, "dwelling_id")
    if table == "marks":
        topic, subject_id = _marked(case, row_id)
        return homes_of(case, topic, subject_id) if topic == "dwellings" or topic in _OF_HOME else frozenset()
    return frozenset()


def _said(case: CaseFile, table: str, row_id: int, column: str) -> frozenset[int]:
    """Return what a row says in a column, and what it said before its last change: a move is about both."""
    found = case.db.execute(f"select {column} from {table} where id = ?", [row_id]).fetchone()
    known = {found[0]} if found else set()
    for entry in case.history.of_row(table, row_id)[:2]:
        known |= {row.get(column) for row in (entry.before or {}, entry.after or {})}
    return frozenset(value for value in known if value is not None)


def _of_mark(case: CaseFile, row_id: int) -> frozenset[int]:
    """A mark is about the households of what it marks; one about visits names the household itself."""
    topic, subject_id = _marked(case, row_id)
    return households_of(case, "households" if topic == "visits" else topic, subject_id)


def _marked(case: CaseFile, row_id: int) -> tuple[str, int]:
    """Return the topic and the id of what a mark marks, or marked."""
    mark = case.marks.find(row_id)
    if mark is not None:
        return mark.topic, mark.subject_id
    gone = case.history.of_row("marks", row_id)[0]
    known = gone.before or gone.after or {}
    return str(known.get("topic")), int(known.get("subject_id") or 0)
