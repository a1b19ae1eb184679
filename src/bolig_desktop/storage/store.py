"""What every store can do: add, change, remove, get, list, and remember which rows it touched."""

import dataclasses
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from sqlite_utils import Database

from bolig_desktop.storage.history import Entry, History
from bolig_desktop.storage.rows import from_row, parts_from, to_row
from bolig_desktop.storage.writing import insert, together

R = TypeVar("R", bound=Any)
T = TypeVar("T")
P = TypeVar("P", bound=NamedTuple)


class UnknownTable(LookupError):  # noqa: N818 - says what it is
    """A store names a table no migration has made; sqlite-utils would silently create it."""


class NoSuchRow(LookupError):  # noqa: N818 - says what it is
    """No row has this id."""


class Touched:
    """Which rows were written since the last ``take``, and what was read from tables not written since."""

    def __init__(self) -> None:
        self.rows: set[tuple[str, int]] = set()
        self._written: dict[str, list[int]] = {}
        self._log: list[tuple[str, int]] = []
        self._kept: dict[str, tuple[object, Any]] = {}

    def add(self, table: str, row_id: int) -> None:
        """Remember one row."""
        self.rows.add((table, row_id))
        self._written.setdefault(table, []).append(row_id)
        self._log.append((table, row_id))

    def since(self, mark: int) -> tuple[int, frozenset[tuple[str, int]]]:
        """Return a new mark, and the rows written since the old one; what was taken back again may be among them."""
        return len(self._log), frozenset(self._log[mark:])

    def kept(self, name: str, tables: tuple[str, ...], read: Callable[[], T], also: object = None) -> T:
        """Return what ``read`` gave last time, or read anew where one of the tables (or ``also``) has changed.

        Nobody may change what comes back: everybody gets the same.
        """
        stamp = (tuple(len(self._written.get(table, ())) for table in tables), also)
        known = self._kept.get(name)
        if known is None or known[0] != stamp:
            known = self._kept[name] = (stamp, read())
        return typing.cast(T, known[1])

    def kept_by_row(
        self, name: str, table: str, read: Callable[[Sequence[int]], Mapping[int, T]], also: object = None
    ) -> Mapping[int, T]:
        """Return what ``read`` gave for the rows of one table, of which only those written since are read again.

        ``read`` gets their ids, none for all rows of the table.
        """
        written = self._written.get(table, [])
        stamp = (len(written), also)
        known = self._kept.get(name)
        if known is None or typing.cast(tuple[int, object], known[0])[1] != also:
            known = self._kept[name] = (stamp, read(()))
        elif known[0] != stamp:
            ids = sorted(set(written[typing.cast(tuple[int, object], known[0])[0] :]))
            others = {row_id: found for row_id, found in known[1].items() if row_id not in ids}
            known = self._kept[name] = (stamp, others | dict(read(ids)))
        return typing.cast(Mapping[int, T], known[1])

    def forget(self) -> None:
        """Let everything kept be read anew: some may have been read from what was then not written after all."""
        self._kept.clear()

    def take(self) -> frozenset[tuple[str, int]]:
        """Return the rows and forget them."""
        rows = frozenset(self.rows)
        self.rows.clear()
        return rows


class Store(Generic[R]):
    """One table of one kind of record."""

    table: ClassVar[str]
    record: type[R]

    def __init__(self, db: Database, history: History, touched: Touched) -> None:
        if self.table not in db.table_names():
            raise UnknownTable(self.table)
        self.db, self.history, self.touched = db, history, touched

    def add(self, record: R) -> R:
        """Write a new record and return it with its id."""
        row = to_row(record)
        with together(self.db):
            row["id"] = row_id = insert(self.db, self.table, row)
            self.history.note(self.table, row_id, None, row)
        self.touched.add(self.table, row_id)
        return dataclasses.replace(record, id=row_id)

    def add_many(self, records: Iterable[R]) -> list[R]:
        """Write many new records in one go and return them with their ids."""
        rows, added = [], []
        highest = int(self.db.execute(f"select coalesce(max(id), 0) from {self.table}").fetchone()[0])
        for row_id, record in enumerate(records, highest + 1):
            added.append(dataclasses.replace(record, id=row_id))
            rows.append(to_row(added[-1]))
        if rows:
            marks = ", ".join(f":{name}" for name in rows[0])
            with together(self.db):
                self.db.conn.executemany(f"insert into {self.table} ({', '.join(rows[0])}) values ({marks})", rows)
                self.history.note_added(self.table, rows)
            for row in rows:
                self.touched.add(self.table, int(typing.cast(int, row["id"])))
        return added

    def change(self, record: R) -> R:
        """Write the record over the one with its id; the same values write nothing.

        Raises NoSuchRow when there is none.
        """
        before, after = self._row(record.id), to_row(record)
        changed = {k: v for k, v in after.items() if before[k] != v}
        if changed:
            with together(self.db):
                self.db.table(self.table).update(record.id, changed)
                self.history.note(self.table, record.id, {k: before[k] for k in changed}, changed)
            self.touched.add(self.table, record.id)
        return record

    def remove(self, row_id: int) -> None:
        """Remove one record; the history keeps what it was. Raises NoSuchRow."""
        before = self._row(row_id)
        with together(self.db):
            self.db.table(self.table).delete(row_id)
            self.history.note(self.table, row_id, before, None)
        self.touched.add(self.table, row_id)

    def put_back(self, entry: Entry) -> R | None:
        """Write one row as it was before the entry and return it; None when the entry had added it."""
        row_id = entry.row_id
        with together(self.db):
            if entry.before is None:
                self.db.table(self.table).delete(row_id)
                self.history.note(self.table, row_id, entry.after, None)
            elif entry.after is None:
                self.db.table(self.table).insert(entry.before)
                self.history.note(self.table, row_id, None, entry.before)
            else:
                self.db.table(self.table).update(row_id, entry.before)
                self.history.note(self.table, row_id, entry.after, entry.before)
        self.touched.add(self.table, row_id)
        return None if entry.before is None else self.get(row_id)

    def get(self, row_id: int) -> R:
        """Return the record with this id. Raises NoSuchRow."""
        return from_row(self.record, self._row(row_id))

    def find(self, row_id: int | None) -> R | None:
        """Return the record with this id, or None."""
        try:
            return None if row_id is None else self.get(row_id)
        except NoSuchRow:
            return None

    def list(self, where: str | None = None, args: Sequence[Any] = ()) -> list[R]:
        """Return the records that answer ``where`` (SQL, with ``?`` for ``args``), by id."""
        return [from_row(self.record, row) for row in self._selected(where, args)]

    def parts(self, part_type: type[P], where: str | None = None, args: Sequence[Any] = ()) -> Sequence[P]:
        """Return a few fields of the records that answer ``where``, by id: a long list read in a part of the time.

        part_type: a NamedTuple whose names are fields of the record.
        """
        condition = "" if where is None else f" where {where}"
        columns = ", ".join(part_type._fields)
        rows = self.db.execute(f"select {columns} from {self.table}{condition} order by id", list(args))
        return parts_from(self.record, part_type)(rows.fetchall())

    def count(self) -> int:
        """Return how many records there are."""
        return int(self.db.table(self.table).count)

    def _row(self, row_id: int) -> dict[str, Any]:
        found = self._selected("id = ?", [row_id])
        if not found:
            raise NoSuchRow(f"{self.table} {row_id}")
        return found[0]

    def _selected(self, where: str | None, args: Sequence[Any]) -> Sequence[dict[str, Any]]:
        # sqlite-utils asks for all tables and all views before each read; a page reads some hundred times.
        condition = "" if where is None else f" where {where}"
        found = self.db.execute(f"select * from {self.table}{condition} order by id", list(args))
        names = [column[0] for column in found.description]
        return [dict(zip(names, row, strict=True)) for row in found]
