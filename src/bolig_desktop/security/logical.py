"""The data without the database: one line of JSON for each table and row, for hashing, and to rebuild a file from."""

import base64
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bolig_desktop.storage.file import Database

_FORM = "bolig-jsonl/1"
_ORDER = {"table": 0, "fts5": 1, "index": 2, "trigger": 3, "view": 4}


@dataclass(kw_only=True)
class Summary:
    """What went by: rows of each table, and one hash over all of it."""

    counts: dict[str, int] = field(default_factory=dict)
    digest: str = ""


def lines(db: Database, summary: Summary) -> Iterator[bytes]:
    """Yield everything the file holds as JSON lines, the same for the same contents; fills ``summary`` on the way."""
    digest = hashlib.sha256()
    for line in _plain_lines(db, summary):
        digest.update(line)
        yield line
    summary.digest = digest.hexdigest()


def summarised(db: Database, each: Callable[[], object] = lambda: None) -> Summary:
    """Return the counts and the hash of everything the file holds; each: called for every row."""
    summary = Summary()
    for _ in lines(db, summary):
        each()
    return summary


def fill(db: Database, found: Iterable[bytes]) -> None:
    """Make the tables and rows of ``found`` (what ``lines`` gave) in an empty file, in one transaction.

    Indexes and triggers come after the rows, so that no trigger acts twice. Raises ValueError for anything else.
    """
    late: list[str] = []
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        with db.atomic():
            source = iter(found)
            if json.loads(next(source, b"null")) != [_FORM]:
                raise ValueError("not a logical copy")
            insert = ""
            for line in source:
                insert = _put(db, json.loads(line), insert, late)
            for sql in late:
                db.execute(sql)
    finally:
        db.execute("PRAGMA foreign_keys = ON")


def _put(db: Database, parsed: Any, insert: str, late: list[str]) -> str:
    if isinstance(parsed, list):
        db.conn.execute(insert, [_from_plain(value) for value in parsed])
        return insert
    if "make" in parsed:
        if _ORDER[parsed["kind"]] < 2:
            db.execute(parsed["make"])
        else:
            late.append(parsed["make"])
        return insert
    columns = ", ".join(_quoted(name) for name in parsed["columns"])
    marks = ", ".join("?" * len(parsed["columns"]))
    return f"INSERT INTO {_quoted(parsed['table'])} ({columns}) VALUES ({marks})"


def _plain_lines(db: Database, summary: Summary) -> Iterator[bytes]:
    made = _schema(db)
    yield _line([_FORM])
    for kind, name, sql in made:
        yield _line({"make": sql, "kind": kind, "name": name})
    for kind, name, sql in made:
        if kind == "table" or (kind == "fts5" and " fts5vocab" not in sql.casefold()):
            yield from _rows(db, kind, name, summary)


def _rows(db: Database, kind: str, name: str, summary: Summary) -> Iterator[bytes]:
    columns = [str(row[1]) for row in db.execute(f"PRAGMA table_info({_quoted(name)})").fetchall()]
    if kind == "fts5":
        yield _line({"table": name, "columns": [name, "rank"]})
        settings = db.execute(f"SELECT k, v FROM {_quoted(name + '_config')} WHERE k <> 'version' ORDER BY k")
        for row in settings.fetchall():
            yield _line(list(row))
        columns.insert(0, "rowid")
    yield _line({"table": name, "columns": columns})
    count = 0
    for row in db.execute(f"SELECT {', '.join(map(_quoted, columns))} FROM {_quoted(name)} ORDER BY rowid"):
        count += 1
        yield _line([_to_plain(value) for value in row])
    summary.counts[name] = count


def _schema(db: Database) -> list[tuple[str, str, str]]:
    listed = db.execute("SELECT name FROM pragma_table_list WHERE type = 'shadow'").fetchall()
    shadows = {str(row[0]) for row in listed}
    rows = db.execute("SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL").fetchall()
    made = []
    for kind, name, sql in rows:
        if name in shadows or name.startswith("sqlite_"):
            continue
        virtual = kind == "table" and sql.lstrip().upper().startswith("CREATE VIRTUAL TABLE")
        made.append(("fts5" if virtual else str(kind), str(name), str(sql)))
    return sorted(made, key=lambda one: (_ORDER[one[0]], "fts5vocab" in one[2], one[1]))


def _line(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass") + b"\n"


def _to_plain(value: object) -> object:
    return {"b64": base64.b64encode(value).decode()} if isinstance(value, bytes) else value


def _from_plain(value: Any) -> Any:
    return base64.b64decode(value["b64"]) if isinstance(value, dict) else value


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
