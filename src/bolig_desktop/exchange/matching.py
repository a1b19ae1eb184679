"""Whether a row stands in the case file already: the same, with something else in it, or not at all."""

import dataclasses
from collections.abc import Hashable, Iterator
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.tidying import tidied
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.exchange.addresses import street_key
from bolig_desktop.exchange.cells import text_of, written
from bolig_desktop.exchange.choices import Choices, shown
from bolig_desktop.exchange.hiding import Hidden
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.exchange.sheets import LINKS, Sheet
from bolig_desktop.storage.rows import is_required
from bolig_desktop.storage.store import Store
from bolig_desktop.text.names import fold, search_key

_SPELLED = frozenset({"street", "name", "city"})
"""What of a home is the same however it is spelt."""
_HOUSES = (DwellingKind.SHARED_HOUSE, DwellingKind.ROOM)


class Matcher:
    """Finds the records of one topic that rows stand for; what is placed meanwhile is told with ``placed``."""

    def __init__(self, case: CaseFile, sheet: Sheet, store: Store[Any], choices: Choices, *, ours: bool) -> None:
        self._sheet, self._store, self._choices, self._ours = sheet, store, choices, ours
        self._hidden = Hidden(case)
        self._records: dict[int, Any] = {record.id: record for record in store.list()}
        self._by_key: dict[Hashable, list[int]] = {}
        self._loose_key = tuple(name for name in sheet.key if is_required(store.record, name))
        self._by_loose_key: dict[Hashable, list[int]] = {}
        self._came_with: dict[int, Row] = {}
        self._taken: set[int] = set()
        self._by_street: dict[str, list[Any]] | None = None
        self._alike: dict[tuple[str, ...], dict[Hashable, list[int]]] = {}
        for record in self._records.values():
            self._file(record)

    def record(self, row: Row, ids: dict[str, int]) -> Any:
        """Return the record a row would be, with None where something has to be filled in."""
        kind = self._store.record
        lacking = {
            field.name: None
            for field in dataclasses.fields(kind)
            if field.default is dataclasses.MISSING and field.default_factory is dataclasses.MISSING
        }
        return tidied(kind(**{**lacking, **row.values, **ids}))

    def is_free(self, number: int) -> bool:
        """Return whether no record has this number."""
        return number not in self._records

    def find(self, row: Row, record: Any) -> Any:
        """Return the record that stands for the row in the case file, or None."""
        if self._ours and row.number is not None:
            return self._records.get(row.number)
        keys = list(keys_of(self._sheet, record))
        for key in keys:
            ids = self._by_key.get(key, ())
            same = [row_id for row_id in ids if not any(self.differing(row, record, self._records[row_id]))]
            if ids:
                return self._records[(same or ids)[0]]
        if self._lacks_of_key(record):
            return next((self._records[row_id] for row_id in self._by_loose_key.get(self._loose(record), ())), None)
        return None if keys and not self.is_loose(record) else self._one_alike(row, record)

    def _lacks_of_key(self, record: Any) -> bool:
        """Return whether a row does not say all of what tells it apart: a member's row without the day they came."""
        return len(self._loose_key) > 1 and any(
            getattr(record, name) is None for name in self._sheet.key if name not in self._loose_key
        )

    def _loose(self, record: Any) -> Hashable:
        return tuple(_plain(getattr(record, name)) for name in self._loose_key)

    def is_loose(self, record: Any) -> bool:
        """Return whether only the whole row can tell a person apart: no number, and no birth date."""
        return self._sheet.topic == "people" and not any(True for _ in _keys_of_person(record))

    def is_told_apart(self, person: Any) -> bool:
        """Return whether a birth date or a number that came with no row of this import tells a person apart."""
        return person.id not in self._came_with and not self.is_loose(person)

    def _one_alike(self, row: Row, record: Any) -> Any:
        """Return a record with the same in every field the row states; each stands for one row only."""
        names = tuple(sorted({*row.values, *row.names, *row.parents}))
        if names not in self._alike:
            self._alike[names] = {}
            for known in self._records.values():
                self._alike[names].setdefault(tuple(getattr(known, name) for name in names), []).append(known.id)
        for row_id in self._alike[names].get(tuple(getattr(record, name) for name in names), ()):
            if row_id not in self._taken and row_id not in self._came_with:
                self._taken.add(row_id)
                return self._records[row_id]
        return None

    def unit_alike(self, home: Any) -> Any:
        """Return a home here before the import at the same address, of which only one of the two says which it is."""
        if not home.street or home.house_id is not None or home.kind in _HOUSES:
            return None
        if self._by_street is None:
            self._by_street = {}
            for known in self._records.values():
                self._by_street.setdefault(street_key(known.street), []).append(known)
        for known in self._by_street.get(street_key(home.street), ()):
            is_unit = bool(known.name or known.unit_number)
            is_here = known.kind not in _HOUSES and known.id not in self._came_with
            if is_here and is_unit != bool(home.name or home.unit_number):
                return known
        return None

    def differing(self, row: Row, record: Any, known: Any) -> Iterator[RowProblem]:
        """Yield where the row says something else than the record; a blank that hides something says nothing."""
        code = "person_known" if self._sheet.topic == "people" and not self._ours else "differs"
        for name in (*row.values, *(name for name in (*row.names, *row.parents) if name not in row.values)):
            if name in row.assumed:
                continue
            value, there = getattr(record, name), getattr(known, name)
            if self._is_spelt_otherwise(name, value, there):
                continue
            if value != there and (name not in row.cells or row.cells[name] != written(there, name, self._choices)):
                yield self._differs(row, name, known, code)
        if self._ours and row.blank:
            in_sight = row.blank - self._hidden.fields(self._sheet.topic, known)
            for name in sorted(in_sight):
                if written(getattr(known, name), name, self._choices) is not None:
                    yield row.says(name, "emptied", number=known.id)

    def _differs(self, row: Row, name: str, known: Any, code: str) -> RowProblem:
        """Return that a row says something else than the record, and what stands in both unless that is hidden."""
        there = written(getattr(known, name), name, self._choices)
        if there is None or name in LINKS or name in self._hidden.fields(self._sheet.topic, known):
            return row.says(name, code, number=known.id)
        facts = {"number": known.id, "there": shown(text_of(there))}  # type: ignore[arg-type]
        found = row.says(name, f"{code}_there", **facts)
        stated = row.cells.get(name, written(row.values.get(name), name, self._choices))
        return dataclasses.replace(found, cell=shown(text_of(stated)))  # type: ignore[arg-type]

    def _is_spelt_otherwise(self, name: str, value: Any, there: Any) -> bool:
        """Return whether a home's address is only written in another way; in sheets of ours every letter counts."""
        if self._ours or self._sheet.topic != "dwellings" or name not in _SPELLED:
            return False
        return street_key(value) == street_key(there)

    def came_with(self, record_id: int) -> Row | None:
        """Return the row of this import a record was placed from, or None."""
        return self._came_with.get(record_id)

    def placed(self, row: Row, record: Any) -> None:
        """Remember a record that was just written."""
        self._records[record.id] = record
        self._came_with[record.id] = row
        self._file(record)

    def _file(self, record: Any) -> None:
        for key in keys_of(self._sheet, record):
            self._by_key.setdefault(key, []).append(record.id)
        if len(self._loose_key) > 1:
            self._by_loose_key.setdefault(self._loose(record), []).append(record.id)


def keys_of(sheet: Sheet, record: Any) -> Iterator[Hashable]:
    """Yield what tells a record apart from others of its topic; nothing where only all of it does."""
    if sheet.topic == "people":
        yield from _keys_of_person(record)
        return
    values = [getattr(record, name) for name in sheet.key]
    if any(value not in (None, "") for value in values):
        yield tuple(
            street_key(value) if name == "street" and type(value) is str else _plain(value)
            for name, value in zip(sheet.key, values, strict=True)
        )


def _keys_of_person(record: Any) -> Iterator[Hashable]:
    for name in ("identity_number", "duf_number"):
        if number := getattr(record, name):
            yield name, number
    if record.born_on is not None:
        yield "born", search_key(record.name), record.born_on


def _plain(value: Any) -> Hashable:
    return fold(value) if type(value) is str else value
