"""What each sheet of a workbook is: its topic's record, headings in many spellings, and what tells a row apart.

Everything is read from ``resources/exchange/sheets.toml``; how a cell is read and written follows from the record's
own field types (``cells``). Beside it ``lists.toml`` has the lists people keep of several topics in one, which are
read in the same way, and are parted into rows of the topics (``lists``).
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from types import MappingProxyType

from bolig_desktop import paths
from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.rows import value_type
from bolig_desktop.text.names import fold

NUMBER = "Nr"
"""The heading of a record's own number."""
LINKS: Mapping[str, str] = MappingProxyType(
    {
        "landlord_id": "landlords",
        "dwelling_id": "dwellings",
        "house_id": "dwellings",
        "household_id": "households",
        "other_household_id": "households",
        "person_id": "people",
        "previous_id": "tenancies",
        "tenancy_id": "tenancies",
        "assessment_id": "assessments",
        "visit_id": "visits",
        "meeting_id": "house_meetings",
        "rules_id": "house_rules",
        "follows_id": "house_conflicts",
        "matter_id": "matters",
    }
)
"""Which sheet a field leads to."""
_OWN_KINDS: Mapping[str, type] = MappingProxyType({"full_name": str, "count": int, "signed_on": date})
"""What of a list is no field of a record: whole names, how many live there, the day both parties signed."""
FULL_NAME = "full_name"
"""What a column with whole names fills; it becomes the given and the family name, of one person or of several."""
NAMED = frozenset({"landlords", "dwellings", "households", "people"})
"""The sheets whose rows have a name one can lead to; the others are led to by number alone."""
EXCUSED: Mapping[str, str] = MappingProxyType(
    {
        "municipality": "its settings are one form; where things are stands on the first page",
        "kpi": "comes from Statistics Norway's own file",
        "own_parameters": "a figure of the user's own is checked where it is looked up",
        "source_looks": "made by a button",
        "own_texts": "texts of papers, edited beside their original",
        "text_checks": "that somebody has checked one wording of a text",
        "marks": "what was put off on I dag",
        "papers": "their bytes are the paper",
        "binder_editions": "made by printing",
        "locked_years": "made by a button",
        "photos": "their bytes are the photo",
    }
)
"""The tables that have no sheet, and why."""


@dataclass(frozen=True)
class Column:
    """One column: the field it fills, its heading and other spellings of that.

    by_name: of a field that leads to another sheet, whether the cell holds what that row is called, not its number.
    topic: in a list of several topics, whose field it is.
    """

    field: str
    heading: str
    spellings: tuple[str, ...]
    kind: type
    by_name: bool = False
    topic: str = ""

    @property
    def key(self) -> str:
        """What a row's value of it is known by."""
        return f"{self.topic}.{self.field}" if self.topic else self.field


@dataclass(frozen=True)
class Sheet:
    """One topic's sheet, or a list of several topics in one.

    last: the fields whose rules need rows of other sheets to be there first. read_too: columns that are read where
    people have them, and never written. needs: of a list of several topics, the columns it is known by: one of each
    group.
    """

    topic: str
    title: str
    spellings: tuple[str, ...]
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    last: tuple[str, ...] = ()
    read_too: tuple[Column, ...] = ()
    needs: tuple[tuple[str, ...], ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether its rows are of several topics in one."""
        return bool(self.needs)

    @property
    def readable(self) -> tuple[Column, ...]:
        """Every column that is read."""
        return (*self.columns, *self.read_too)

    def column(self, heading: str) -> Column | None:
        """Return the column with this heading, as it is written, or None."""
        return next((column for column in self.readable if column.heading == heading), None)

    def heading_of(self, field: str) -> str:
        """Return the heading a field is known by, "" for one that has none."""
        return next((column.heading for column in self.columns if column.field == field), "")


def spelled(text: str) -> str:
    """Return a heading or a sheet's name without what people spell differently: case, points, spaces, ø and oe."""
    return fold(text).replace(" ", "")


def sheets_of(case: CaseFile) -> Mapping[str, Sheet]:
    """Return every sheet by its topic (its store's table), in the order in which they are written and read."""
    return _sheets(tuple((store.table, store.record) for store in case.stores()))


def readable_sheets(case: CaseFile) -> Mapping[str, Sheet]:
    """Return every sheet that is read: lists people keep of several topics in one, and those that are written."""
    records = tuple((store.table, store.record) for store in case.stores())
    return {**_lists(records), **_sheets(records)}


@cache
def _sheets(records: tuple[tuple[str, type], ...]) -> Mapping[str, Sheet]:
    with (paths.resources() / "exchange" / "sheets.toml").open("rb") as stream:
        read = tomllib.load(stream)
    record_of = dict(records)
    return {topic: _sheet(topic, facts, record_of[topic]) for topic, facts in read.items()}


@cache
def _lists(records: tuple[tuple[str, type], ...]) -> Mapping[str, Sheet]:
    with (paths.resources() / "exchange" / "lists.toml").open("rb") as stream:
        read = tomllib.load(stream)
    record_of = {**dict(records), "second": dict(records)["people"]}
    found = {}
    for name, facts in read.items():
        columns = [
            Column(
                field,
                heading,
                tuple(spellings),
                _OWN_KINDS.get(field) or value_type(record_of[topic], field),
                topic=topic,
            )
            for topic, fields in facts["columns"].items()
            for field, (heading, *spellings) in fields.items()
        ]
        needs = tuple(tuple(group) for group in facts["needs"])
        found[name] = Sheet(name, facts["sheet"], tuple(facts["spellings"]), (), tuple(columns), needs=needs)
    return found


def _sheet(topic: str, facts: Mapping[str, object], record: type) -> Sheet:
    columns = [Column("id", NUMBER, ("nummer", "id", "no"), int)]
    written = facts["columns"]
    assert isinstance(written, dict)
    for field, (heading, *spellings) in written.items():
        if field not in LINKS:
            columns.append(Column(field, heading, tuple(spellings), value_type(record, field)))
            continue
        columns.append(Column(field, f"{heading} nr", (f"{heading}nummer", f"{heading} id", field), int))
        if LINKS[field] in NAMED:
            columns.append(Column(field, heading, tuple(spellings), str, by_name=True))
    too = facts.get("read_too", {})
    assert isinstance(too, dict)
    read_too = tuple(Column(field, first, tuple(more), str) for field, (first, *more) in too.items())
    title, spellings, key, last = facts["sheet"], facts["spellings"], facts["key"], facts.get("last", [])
    assert isinstance(title, str) and isinstance(spellings, list) and isinstance(key, list) and isinstance(last, list)
    return Sheet(topic, title, tuple(spellings), tuple(key), tuple(columns), tuple(last), read_too)
