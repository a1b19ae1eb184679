"""Append-only history: when, what, before and after, from the first version of the file."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlite_utils import Database

from bolig_desktop.clock import now_utc
from bolig_desktop.storage.writing import insert

Row = Mapping[str, Any]


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One row's change: ``before`` None means it was added, ``after`` None that it was removed."""

    id: int
    change_no: int
    at: str
    what: str
    table_name: str
    row_id: int
    before: dict[str, Any] | None
    after: dict[str, Any] | None
    undoes: int | None


class History:
    """Writes and reads the history; triggers in the file refuse to change or remove what stands there."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._open: tuple[int, str, int | None] | None = None

    def begin(self, what: str, undoes: int | None = None) -> None:
        """Open one change; every row noted until ``end`` belongs to it. ``undoes`` is the change taken back."""
        self._open = (self._last_change_no() + 1, what, undoes)

    def end(self) -> None:
        """Close the change."""
        self._open = None

    @property
    def is_open(self) -> bool:
        """Whether a change is under way."""
        return self._open is not None

    def note(self, table: str, row_id: int, before: Row | None, after: Row | None) -> None:
        """Write down one row's change inside the change under way."""
        change_no, what, undoes = self._open or (self._last_change_no() + 1, "", None)
        entry = {
            "change_no": change_no,
            "at": now_utc(),
            "what": what,
            "table_name": table,
            "row_id": row_id,
            "before": _as_text(before),
            "after": _as_text(after),
            "undoes": undoes,
        }
        insert(self._db, "history", entry)

    def note_added(self, table: str, rows: Iterable[Row]) -> None:
        """Write down many added rows at once."""
        change_no, what, undoes = self._open or (self._last_change_no() + 1, "", None)
        at = now_utc()
        self._db.conn.executemany(
            "insert into history (change_no, at, what, table_name, row_id, before, after, undoes)"
            " values (?, ?, ?, ?, ?, null, ?, ?)",
            [(change_no, at, what, table, row["id"], _as_text(row), undoes) for row in rows],
        )

    def length(self) -> int:
        """Return how many entries there are (the counter beside the file is held against it)."""
        return int(self._db.execute("select coalesce(max(id), 0) from history").fetchone()[0])

    def begun_on(self) -> date | None:
        """Return the day of the first entry (UTC), None where there is none."""
        row = self._db.execute("select at from history order by id limit 1").fetchone()
        return date.fromisoformat(row[0][:10]) if row else None

    def of_row(self, table: str, row_id: int) -> list[Entry]:
        """Return everything that happened to one row, newest first."""
        return self._read("table_name = ? and row_id = ? order by id desc", [table, row_id])

    def changes(self, table: str, column: str) -> Iterator[tuple[int, str, Any, Any]]:
        """Yield (row, when, before, after) of each change of one column, the oldest first.

        Changes on the day a row was added are left out: what was mistyped is mended then.
        """
        rows = self._db.execute(
            "select row_id, at, before, after, (select substr(a.at, 1, 10) from history a where"
            " a.table_name = h.table_name and a.row_id = h.row_id and a.before is null order by a.id desc limit 1)"
            " from history h where table_name = ? and before like ? and after is not null order by id",
            [table, f'%"{column}":%'],
        ).fetchall()
        for row_id, at, before, after, added in rows:
            if at[:10] != added:
                yield row_id, at, json.loads(before)[column], json.loads(after)[column]

    def of_change(self, change_no: int) -> list[Entry]:
        """Return the entries of one change, newest first."""
        return self._read("change_no = ? order by id desc", [change_no])

    def last_undoable(self) -> int | None:
        """Return the number of the newest change that can be taken back, or None.

        Taking back goes backwards one change at a time; a printed paper stays filed and stops it.
        """
        newest = (
            "select change_no, max(undoes), max(what) from history"
            " group by change_no order by change_no desc limit 200"
        )
        for change_no, undoes, what in self._db.execute(newest).fetchall():
            if undoes is not None or self._is_undone(change_no):
                continue
            return None if what in NOT_UNDOABLE else int(change_no)
        return None

    def _is_undone(self, change_no: int) -> bool:
        found = self._db.execute("select 1 from history where undoes = ? limit 1", [change_no]).fetchone()
        return found is not None

    def _last_change_no(self) -> int:
        return int(self._db.execute("select coalesce(max(change_no), 0) from history").fetchone()[0])

    def _read(self, where: str, args: list[Any]) -> list[Entry]:
        rows = self._db.query(f"select * from history where {where}", args)
        return [
            Entry(**{**row, "before": _from_text(row["before"]), "after": _from_text(row["after"])}) for row in rows
        ]


NOT_UNDOABLE = frozenset({"print", "setup", "import"})


def _as_text(row: Row | None) -> str | None:
    if row is None:
        return None
    return json.dumps({k: _fingerprint(v) for k, v in row.items()}, ensure_ascii=False, separators=(",", ":"))


def _fingerprint(value: Any) -> Any:
    return {"sha256": hashlib.sha256(value).hexdigest()} if isinstance(value, bytes) else value


def _from_text(text: str | None) -> dict[str, Any] | None:
    return None if text is None else dict(json.loads(text))
