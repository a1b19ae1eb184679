"""A topic's records as plain rows for scripts, with everything shielded left out.

A person with a graded address, and everybody in a household with one (law.md AG-3, AG-4), has an id and a grading
here and nothing else; free text about them, or naming them, is left out too, and for code 6 so is which dwelling a
lease or a paper is of. Identity numbers are never listed.
"""

from typing import Any

from bolig_desktop.archive.records import Paper
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.lines import dwelling_states
from bolig_desktop.casefile.maintenance_lines import checks_of, complaint_lines, defect_lines
from bolig_desktop.casefile.naming import dwelling_labels, left_out
from bolig_desktop.shared_housing.rules import rooms_present
from bolig_desktop.storage.rows import column_names, to_row
from bolig_desktop.tenancies.rules import state
from bolig_desktop.visits import rules as visit_rules

TOPICS = (
    "checks", "complaints", "defects", "dwellings", "households", "landlords", "head_leases", "meetings", "papers",
    "people", "plans", "schemes", "tenancies", "visits",
)  # fmt: skip
Row = dict[str, Any]

_NEVER = ("identity_number", "duf_number", "content")
_VISIT_TEXTS = (
    "visitors", "purpose", "own_topics", "about_home", "about_people", "agreed", "time_from", "time_to",
    "interpreter_language",
)  # fmt: skip
_TENANCY_TEXTS = (
    "reference", "guardian", "interpreter", "departures", "note", "short_term_reason", "short_term_decision",
    "short_term_weighty", "just_cause", "deposit_account", "guarantee_decision",
)  # fmt: skip


def rows(case: CaseFile, topic: str) -> list[Row]:
    """Return the topic's rows by id; keys are the records' field names and what is derived from them.

    Raises KeyError for a topic that is not one of ``TOPICS``.
    """
    return {
        "checks": _checks,
        "complaints": _complaints,
        "defects": _defects,
        "dwellings": _dwellings,
        "households": _households,
        "landlords": lambda case: [_named_nobody(case, "landlords", record) for record in case.landlords.list()],
        "head_leases": lambda case: [_named_nobody(case, "head_leases", r) for r in case.head_leases.list()],
        "meetings": _meetings,
        "papers": _papers,
        "people": _people,
        "plans": lambda case: [_of_household(case, "plans", record) for record in case.plans.list()],
        "schemes": lambda case: [_of_household(case, "schemes", record) for record in case.schemes.list()],
        "tenancies": _tenancies,
        "visits": _visits,
    }[topic](case)


def _plain(record: Any) -> Row:
    booleans = {k: v for k, v in vars(record).items() if isinstance(v, bool)}
    return {k: v for k, v in (to_row(record) | booleans).items() if k not in _NEVER}


def _named_nobody(case: CaseFile, table: str, record: Any) -> Row:
    """Return the row without the texts that name somebody shielded."""
    return _plain(record) | dict.fromkeys(left_out(case, table).get((table, record.id), ()))


def _of_household(case: CaseFile, table: str, record: Any) -> Row:
    """Return the row of a household's plan or scheme; of a shielded one only that it is there."""
    row = _named_nobody(case, table, record)
    return _blank(row, ("id", "household_id")) if case.households.is_shielded(record.household_id) else row


def _blank(row: Row, keep: tuple[str, ...]) -> Row:
    return {k: v if k in keep else None for k, v in row.items()}


def _defects(case: CaseFile) -> list[Row]:
    """No household stands in it, not even by its number: the dwelling does."""
    lines = {line.id: line for line in defect_lines(case)}
    found = []
    for record in case.defects.list():
        line = lines[record.id or 0]
        row = _named_nobody(case, "defects", record) | {"mender": str(line.mender), "state": str(line.state)}
        found.append(row | {"household_id": None, "note": None})
    return found


def _complaints(case: CaseFile) -> list[Row]:
    """Who complains is never listed, and a shielded household not beside the dwelling."""
    lines, shielded = {line.id: line for line in complaint_lines(case)}, case.households.shielded_ids()
    found = []
    for record in case.complaints.list():
        row = _named_nobody(case, "complaints", record) | {"state": str(lines[record.id or 0].state)}
        hidden = {"household_id": None} if record.household_id in shielded else {}
        found.append(row | {"complainant": None, "note": None} | hidden)
    return found


def _checks(case: CaseFile) -> list[Row]:
    rows = []
    for record in case.home_checks.list():
        derived = next(one for one in checks_of(case, record.dwelling_id) if one.kind is record.kind)
        days = {"months": derived.months, "done_on": derived.last_on and derived.last_on.isoformat()}
        days["next_on"] = derived.next_on and derived.next_on.isoformat()
        rows.append(_named_nobody(case, "home_checks", record) | days)
    return rows


def _dwellings(case: CaseFile) -> list[Row]:
    states = dwelling_states(case)
    shielded = case.households.shielded_ids()
    hidden = {dwelling for _, dwelling, household, _ in case.tenancies.terms() if household in shielded}
    found = []
    labels = dwelling_labels(case)
    for record in case.dwellings.list():
        row = _named_nobody(case, "dwellings", record)
        row |= {"label": labels[record.id or 0], "state": str(states[record.id or 0])}
        found.append(row | {"note": None, "reserved_for": None} if record.id in hidden else row)
    return found


def _households(case: CaseFile) -> list[Row]:
    shielded, labels = case.households.shielded_ids(), case.households.labels()
    found = []
    for record in case.households.list():
        row = _plain(record) | {"label": labels[record.id or 0], "shielded": record.id in shielded}
        found.append(_blank(row, ("id", "kind", "shielded", "label")) if record.id in shielded else row)
    return found


def _people(case: CaseFile) -> list[Row]:
    households = case.households.shielded_ids()
    beside = {m.person_id for m in case.memberships.list() if m.household_id in households}
    found = []
    for record in case.people.list():
        row = {"id": record.id, "name": record.name} | _plain(record)
        hidden = record.is_shielded or record.id in beside
        found.append(_blank(row, ("id", "grading")) if hidden else row)
    return found


def _meetings(case: CaseFile) -> list[Row]:
    """Rooms and never households; points by what was agreed, each in its meeting."""
    hidden = left_out(case, "meeting_points")
    points: dict[int, list[Row]] = {}
    for point in case.meeting_points.list():
        row = _plain(point) | dict.fromkeys(hidden.get(("meeting_points", point.id or 0), ()))
        points.setdefault(point.meeting_id, []).append(row)
    return [
        _named_nobody(case, "house_meetings", one)
        | {"present": list(rooms_present(one)), "points": points.get(one.id or 0, [])}
        for one in case.house_meetings.list()
    ]


def _papers(case: CaseFile) -> list[Row]:
    names = [name for name in column_names(Paper) if name not in _NEVER]
    labels, shielded = case.households.labels(), case.households.shielded_ids()
    strict = case.households.strict_ids()
    found = []
    for values in case.db.execute(f"select {', '.join(names)} from papers order by id").fetchall():
        row = dict(zip(names, values, strict=True))
        hidden = row["household_id"] in shielded
        row |= {"dwelling_id": None} if row["household_id"] in strict else {}
        found.append(row | {"recipient": labels[row["household_id"]], "filed_as": None} if hidden else row)
    return found


def _tenancies(case: CaseFile) -> list[Row]:
    shielded, strict, today = case.households.shielded_ids(), case.households.strict_ids(), case.clock()
    found = []
    for record in case.tenancies.list():
        row = _named_nobody(case, "tenancies", record) | {"state": str(state(record, today))}
        hidden = dict.fromkeys(_TENANCY_TEXTS) if record.household_id in shielded else {}
        hidden |= {"dwelling_id": None} if record.household_id in strict else {}
        found.append(row | hidden)
    return found


def _visits(case: CaseFile) -> list[Row]:
    shielded, strict, today = case.households.shielded_ids(), case.households.strict_ids(), case.clock()
    found = []
    for record in case.visits.list():
        row = _named_nobody(case, "visits", record) | {"state": str(visit_rules.state(record, today))}
        hidden = dict.fromkeys(_VISIT_TEXTS) if record.household_id in shielded else {}
        hidden |= {"dwelling_id": None} if record.household_id in strict else {}
        found.append(row | hidden)
    return found
