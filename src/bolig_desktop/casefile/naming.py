"""Free texts that name somebody with a graded address: found by the few names, told of, and left out outside.

A name typed beside an address ("Reservert for …", who holds a key) stands there also after the address is graded
(law.md AG-3). The texts are searched for the names of the shielded, who are few; what was found is kept until the
table or the names change.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from bolig_desktop.archive.records import Photo
from bolig_desktop.career.records import MarketTry, Plan, Scheme, Step, Talk
from bolig_desktop.dwellings.records import Dwelling, HomeGuide, Key, Meter, WasteDay, label
from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.maintenance.records import Complaint, Defect, HomeCheck
from bolig_desktop.people.records import Person
from bolig_desktop.settings.records import LocalContact
from bolig_desktop.shared_housing.records import (
    HouseConflict,
    HouseMeeting,
    HouseRule,
    HouseRules,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    SharedCost,
    WorkerHours,
)
from bolig_desktop.tenancies.records import FinalAccountLine, Handover, Tenancy
from bolig_desktop.text.named import Name, is_named, may_be_named, name_of_household, name_of_person
from bolig_desktop.text.names import loose
from bolig_desktop.visits.records import Task, Visit, VisitWish

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

R = TypeVar("R", bound=Any)
Row = tuple[str, int]
Fields = tuple[str, ...]

# Streets and towns are named after people, and a landlord may have anybody's name.
TEXTS: dict[type, Fields] = {
    Dwelling: (
        "name", "district", "furniture_list", "common_rooms", "husbanken", "approved_use", "out_of_use_reason",
        "reserved_for", "note",
    ),
    Key: ("label", "held_by", "note"),
    Meter: ("number", "location"),
    HomeGuide: (
        "heating_detail", "stopcock_detail", "fuse_box_detail", "extinguisher_detail", "escape_detail",
        "meeting_place", "letterbox_detail",
    ),
    WasteDay: ("bring_to",),
    HouseRules: ("change", "meeting_place", "house_contact"),
    HouseRule: ("text",),
    HouseMeeting: ("led_by", "interpreter", "minute"),
    MeetingPoint: ("what", "who", "result"),
    HouseConflict: ("facts", "agreed", "interpreter", "skipped"),
    WorkerHours: ("who", "tasks"),
    NewcomerTalk: ("interpreter",),
    SharedCost: ("voucher",),
    NeighbourLetter: ("contact",),
    Landlord: ("contact_person", "municipal_contact", "wishes", "note"),
    HeadLease: ("reference", "note"),
    Tenancy: (
        "reference", "deposit_bank", "short_term_reason", "short_term_decision", "short_term_weighty", "just_cause",
        "guardian", "interpreter", "departures", "note",
    ),
    Handover: ("present", "keys", "condition", "remarks"),
    FinalAccountLine: ("reason", "voucher"),
    LocalContact: ("name", "note"),
    Visit: ("visitors", "purpose", "own_topics", "about_home", "about_people", "agreed"),
    VisitWish: ("reason",),
    Task: ("what", "who"),
    Defect: ("room", "what", "sent_to", "promise", "cause", "note"),
    Complaint: ("complainant", "what", "answer", "note"),
    HomeCheck: ("note",),
    Plan: ("wish", "outcome_note", "look_back_note"),
    Step: ("text",),
    Scheme: ("reason",),
    Talk: ("said",),
    MarketTry: ("about", "reason"),
    Photo: ("caption",),
}  # fmt: skip

_OF_TENANCY = ("o.dwelling_id, o.household_id", "join tenancies o on o.id = t.tenancy_id")
_OF_HOUSEHOLD = ("0, t.household_id", "")
_OF_VISIT_OR_DEFECT = (
    "coalesce(v.dwelling_id, d.dwelling_id, 0), coalesce(t.household_id, 0)",
    "left join visits v on v.id = t.visit_id left join defects d on d.id = t.defect_id",
)
# Each table's rows with the dwelling a text there stands beside, and the household whose own case it is.
_FROM = {
    "dwellings": (Dwelling, "t.id, 0", ""),
    "keys": (Key, "t.dwelling_id, 0", ""),
    "meters": (Meter, "t.dwelling_id, 0", ""),
    "home_guides": (HomeGuide, "t.dwelling_id, 0", ""),
    "waste_days": (WasteDay, "coalesce(t.dwelling_id, 0), 0", ""),
    "house_rules": (HouseRules, "t.house_id, 0", ""),
    "house_rule_lines": (HouseRule, "r.house_id, 0", "join house_rules r on r.id = t.rules_id"),
    "house_meetings": (HouseMeeting, "t.house_id, 0", ""),
    "meeting_points": (MeetingPoint, "m.house_id, 0", "join house_meetings m on m.id = t.meeting_id"),
    "house_conflicts": (HouseConflict, "t.house_id, 0", ""),
    "worker_hours": (WorkerHours, "t.house_id, 0", ""),
    "shared_costs": (SharedCost, "t.house_id, 0", ""),
    "newcomer_talks": (NewcomerTalk, "t.house_id, 0", ""),
    "neighbour_letters": (NeighbourLetter, "t.house_id, 0", ""),
    "landlords": (Landlord, "0, 0", ""),
    "local_contacts": (LocalContact, "0, 0", ""),
    "head_leases": (HeadLease, "t.dwelling_id, 0", ""),
    "tenancies": (Tenancy, "t.dwelling_id, t.household_id", ""),
    "handovers": (Handover, *_OF_TENANCY),
    "final_account_lines": (FinalAccountLine, *_OF_TENANCY),
    "visits": (Visit, "coalesce(t.dwelling_id, 0), t.household_id", ""),
    "visit_wishes": (VisitWish, "0, t.household_id", ""),
    "tasks": (Task, "0, t.household_id", ""),
    "defects": (Defect, "t.dwelling_id, 0", ""),
    "complaints": (Complaint, "t.dwelling_id, 0", ""),
    "home_checks": (HomeCheck, "t.dwelling_id, 0", ""),
    "plans": (Plan, *_OF_HOUSEHOLD),
    "plan_steps": (Step, *_OF_HOUSEHOLD),
    "schemes": (Scheme, *_OF_HOUSEHOLD),
    "plan_talks": (Talk, *_OF_HOUSEHOLD),
    "market_tries": (MarketTry, *_OF_HOUSEHOLD),
    "photos": (Photo, *_OF_VISIT_OR_DEFECT),
}
_STANDS_BESIDE = {_OF_TENANCY: ("tenancies",), _OF_VISIT_OR_DEFECT: ("visits", "defects")}
"""The tables that say which dwelling such a text stands beside."""
_MANY = 500  # rows from which on the whole table is read as quickly
_LISTED = (
    "dwellings", "landlords", "head_leases", "tenancies", "defects", "complaints", "home_checks", "house_meetings",
    "meeting_points", "house_conflicts", "shared_costs", "plans", "plan_steps", "schemes", "plan_talks",
    "market_tries",
)  # fmt: skip
"""The tables whose texts stand in lists and in search."""


@dataclass(frozen=True)
class Sought:
    """A name to look for, whose it is, and the households whose own case may name them."""

    name: Name
    people: frozenset[int]
    households: frozenset[int]


@dataclass(frozen=True)
class Found:
    """One text that names somebody shielded."""

    table: str
    row_id: int
    field: str
    dwelling_id: int
    people: frozenset[int]
    households: frozenset[int]


def sought(case: CaseFile) -> tuple[Sought, ...]:
    """Return the names of everybody with a graded address, of those in a household with one, and of these."""
    return case.touched.kept("names sought", ("people", "memberships", "households"), lambda: _sought(case))


def naming_fields(case: CaseFile, record: Any) -> Fields:
    """Return the record's fields whose text names somebody shielded, in a case that is not their own."""
    texts = TEXTS.get(type(record), ())
    own = _household_of(case, record)
    names = [one.name for one in sought(case) if own not in one.households] if texts else []
    return tuple(field for field in texts if any(is_named(name, getattr(record, field)) for name in names))


def beside(case: CaseFile, record: Dwelling | Landlord) -> bool:
    """Return whether a key, meter or head lease of a dwelling (or a head lease of a landlord) names somebody."""
    if record.id is None or not sought(case):
        return False
    if isinstance(record, Landlord):
        return any(naming_fields(case, lease) for lease in case.head_leases.of_landlord(record.id))
    parts = (
        *case.keys.of_dwelling(record.id),
        *case.meters.of_dwelling(record.id),
        *case.head_leases.of_dwellings([record.id]),
        *case.home_guides.list("dwelling_id = ?", [record.id]),
        *case.waste_days.of_dwelling(record.id),
    )
    return any(naming_fields(case, part) for part in parts)


def naming_person(case: CaseFile, person: Person) -> list[Found]:
    """Return the texts that name a shielded person or their household."""
    return [one for table in _FROM for one in _found_in(case, table) if person.id in one.people]


def naming_household(case: CaseFile, household_id: int) -> list[Found]:
    """Return the texts that name a shielded household, or anybody who is, was or has been taken out of it."""
    return [one for table in _FROM for one in _found_in(case, table) if household_id in one.households]


def places(case: CaseFile, found: Iterable[Found]) -> tuple[str, ...]:
    """Return where texts stand, each once: labels of dwellings, names of landlords."""
    labels, landlords = case.dwellings.labels(), case.landlords.names()
    names = (
        labels[one.dwelling_id] if one.dwelling_id else landlords[one.row_id]
        for one in found
        if one.dwelling_id or one.table == "landlords"
    )
    return tuple(dict.fromkeys(names))


def left_out(case: CaseFile, *tables: str) -> Mapping[Row, Fields]:
    """Return which texts stand in no list and are found by no search, by table and row (all tables by default)."""
    wanted, names = tables or _LISTED, sought(case)
    name = f"left out {' '.join(wanted)}"
    return case.touched.kept(name, wanted, lambda: _left_out(case, wanted), also=names) if names else {}


def without_names(case: CaseFile, table: str, record: R) -> R:
    """Return the record without the texts that are left out."""
    fields = left_out(case, table).get((table, record.id), ())
    return dataclasses.replace(record, **dict.fromkeys(fields, "")) if fields else record


def dwelling_labels(case: CaseFile) -> dict[int, str]:
    """Return what every unit is called in lists: a room named after somebody shielded by its number or not at all."""
    labels, fields = case.dwellings.labels(), left_out(case, "dwellings")
    rooms = [row_id for (_, row_id), names in fields.items() if "name" in names]
    if not rooms:
        return labels
    units = (case.dwellings.get(row_id) for row_id in rooms)
    return labels | {unit.id or 0: label(unit.street, "", unit.unit_number) for unit in units}


def is_hidden_in_history(case: CaseFile, table: str, row_id: int, field: str, value: Any) -> bool:
    """Return whether an earlier value may not be shown although the record itself may.

    That is a text naming somebody shielded outside their own case, the address of somebody whose address is graded,
    and for code 6 also how they are reached and where the household lives.
    """
    record = next(store for store in case.stores() if store.table == table).find(row_id)
    if isinstance(record, Person):
        return field in record.grading.keeps_empty
    if isinstance(record, Tenancy) and field == "dwelling_id":
        return case.households.is_strict(record.household_id)
    if isinstance(record, Defect | Complaint) and field == "household_id":
        return str(value).isdigit() and case.households.is_strict(int(value))
    if record is None or field not in TEXTS.get(type(record), ()):
        return False
    return field in naming_fields(case, dataclasses.replace(record, **{field: str(value)}))


def _left_out(case: CaseFile, tables: Iterable[str]) -> Mapping[Row, Fields]:
    found: dict[Row, Fields] = {}
    for table in tables:
        for one in _found_in(case, table):
            row = one.table, one.row_id
            found[row] = (*found.get(row, ()), one.field)
    return found


def _sought(case: CaseFile) -> tuple[Sought, ...]:
    shielded, gone = case.households.shielded_ids(), case.households.taken_out()
    members: dict[int, set[int]] = {household_id: set() for household_id in shielded}
    homes: dict[int, set[int]] = {person_id: set() for person_id in case.people.shielded_ids()}
    inside = "select household_id, person_id from memberships"
    for household_id, person_id in case.db.execute(inside).fetchall() if shielded else ():
        if household_id in shielded:
            members[household_id].add(person_id)
            homes.setdefault(person_id, set()).add(household_id)
    for one in gone:
        if one.person_id in homes:
            homes[one.person_id].add(one.household_id)
    found = []
    for person_id, households in homes.items():
        person = case.people.get(person_id)
        name = name_of_person(person.given_name, person.family_name)
        found.append(Sought(name, frozenset({person_id}), frozenset(households)))
    for household_id, people in members.items():
        household = case.households.find(household_id)
        name = name_of_household(household.name) if household else Name()
        found.append(Sought(name, frozenset(people), frozenset({household_id})))
    for one in gone:
        name = name_of_person(one.given_name, one.family_name)
        found.append(Sought(name, frozenset(), frozenset({one.household_id})))
    return tuple(one for one in found if one.name != Name())


def _found_in(case: CaseFile, table: str) -> list[Found]:
    names = sought(case)
    if not names:
        return []
    around = _STANDS_BESIDE.get(_FROM[table][1:], ())
    beside_it = case.touched.kept(f"read: {' '.join(around)}", around, object) if around else None
    found = case.touched.kept_by_row(
        f"naming {table}", table, lambda ids: _search(case, table, names, ids), also=(names, beside_it)
    )
    return [one for row_id in sorted(found) for one in found[row_id]]


def _search(
    case: CaseFile, table: str, names: Collection[Sought], ids: Sequence[int]
) -> dict[int, tuple[Found, ...]]:
    record, around, join = _FROM[table]
    fields = TEXTS[record]
    columns = ", ".join(f"t.{field}" for field in fields)
    # One by one: put together first, every row's texts take memory that is wiped afterwards.
    filled = " or ".join(f"t.{field} <> ''" for field in fields)
    query = f"select t.id, {around}, {columns} from {table} t {join} where ({filled})"
    if len(ids) > _MANY:
        ids = ()
    if ids:
        query += f" and t.id in ({', '.join('?' * len(ids))})"
    rows = case.db.execute(query, list(ids)).fetchall()
    everything = loose("\n".join(text for row in rows for text in row[3:]))
    names = [one for one in names if may_be_named(one.name, everything)]
    found: dict[int, tuple[Found, ...]] = {}
    for row_id, dwelling_id, household_id, *texts in rows if names else ():
        loosened = loose("\n".join(texts))
        likely = [one for one in names if may_be_named(one.name, loosened) and household_id not in one.households]
        if not likely:
            continue
        here = []
        for field, text in zip(fields, texts, strict=True):
            who = [one for one in likely if is_named(one.name, text)]
            if who:
                people = frozenset().union(*(one.people for one in who))
                households = frozenset().union(*(one.households for one in who))
                here.append(Found(table, row_id, field, dwelling_id, people, households))
        if here:
            found[row_id] = tuple(here)
    return found


def _household_of(case: CaseFile, record: Any) -> int:
    if isinstance(record, Handover | FinalAccountLine):
        tenancy = case.tenancies.find(record.tenancy_id)
        return tenancy.household_id if tenancy else 0
    if isinstance(record, Plan | Step | Scheme | Talk | MarketTry):
        return record.household_id
    return record.household_id or 0 if isinstance(record, Tenancy | Visit | VisitWish | Photo) else 0
