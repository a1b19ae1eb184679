"""Open the case file: the only module that names the SQLite driver, with every check made before data is shown."""

import contextlib
import functools
import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, TypeVar, cast
from urllib.parse import quote

import sqlite_utils.utils
from sqlcipher3 import dbapi2 as driver
from sqlite_utils import Database as Database  # for whoever must not import it before the shim

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.storage import migrations
from bolig_desktop.storage.guard import Guard, check_entry, kind_of

T = TypeVar("T")
APPLICATION_ID = 0x424F4C49  # "BOLI"
PAGE = 4096
PATIENCE_SECONDS = 5.0  # an antivirus program may hold the file for a moment
_CACHE_KIB = 32 * 1024  # every page read from outside the cache is decrypted again
_CACHE_TO_OPEN_KIB = 2048  # each page is read once or twice; more memory to lock would hold up the check beside
SETTINGS = (
    "cipher_memory_security = ON",  # for the whole process from then on, and for all memory the driver asks for
    "foreign_keys = ON",
    "trusted_schema = OFF",
    "secure_delete = ON",
    "cell_size_check = ON",
    "temp_store = MEMORY",
    f"cache_size = -{_CACHE_TO_OPEN_KIB}",
    "fullfsync = ON",
    "synchronous = EXTRA",
    "locking_mode = EXCLUSIVE",
)
"""What every connection to a case file asks for (reliability.md § 3)."""
_OLDEST_SQLITE = (3, 51, 3)  # older ones have the WAL-reset corruption bug
_DAYS_BETWEEN_FULL_CHECKS = 7

if sqlite_utils.utils.OperationalError is not driver.OperationalError:
    raise RuntimeError("sqlite_utils was imported before bolig_desktop.storage: import the latter first")

_KINDS = {
    3: TroubleKind.READ_ONLY,  # SQLITE_PERM
    5: TroubleKind.IN_USE,  # BUSY
    6: TroubleKind.IN_USE,  # LOCKED
    8: TroubleKind.READ_ONLY,  # READONLY
    10: TroubleKind.DISK,  # IOERR
    11: TroubleKind.DAMAGED,  # CORRUPT
    13: TroubleKind.FULL,  # FULL
    14: TroubleKind.DISK,  # CANTOPEN
    26: TroubleKind.DAMAGED,  # NOTADB
}
_READONLY_DBMOVED = 1032
_NO_LOCKS = "mode=ro&immutable=1"


@contextlib.contextmanager
def guarded() -> Iterator[None]:
    """Turn the driver's errors about disk, lock and damage into FileTrouble; every other error is our own bug."""
    try:
        yield
    except driver.Error as error:
        code = int(getattr(error, "sqlite_errorcode", 0) or 0)
        kind = TroubleKind.CHANGED_BY_OTHER if code == _READONLY_DBMOVED else _KINDS.get(code & 0xFF)
        if kind is None:
            raise
        raise FileTrouble(kind) from error


class _Connection(driver.Connection):  # type: ignore[misc]
    """A connection that asks the guard before every transaction and tells it after, whoever began it."""

    guard: Guard | None = None

    def execute(self, sql: str, *args: Any) -> Any:
        word = sql[:8].lstrip().upper()
        if self.guard is not None and word.startswith("BEGIN"):
            self.guard.check()
        try:
            return super().execute(sql, *args)
        finally:
            if self.guard is not None and word.startswith(("COMMIT", "ROLLBACK", "END")):
                self.guard.mark()

    def rollback(self) -> None:
        super().rollback()
        if self.guard is not None:
            self.guard.mark()  # a long write may have begun to reach the file before it was taken back


def watch(db: Database, guard: Guard) -> None:
    """Let the guard stand before every transaction of an open file from now on."""
    cast(_Connection, db.conn).guard = guard


def create(path: Path, key: bytes, db_id: str, fill: Callable[[Database], None] | None = None) -> Database:
    """Make a new encrypted file for its owner only (0600) and return it open.

    key: 32 bytes. db_id: 32 hexadecimal digits; they are the file's first sixteen bytes and stand in ``meta`` too.
    fill: makes the tables and the rows; without it the file is empty and of this program's newest shape.
    Raises FileTrouble(EXISTS) rather than touch anything that is there already.
    """
    _make_empty(path)
    with guarded():
        db = _connect(path, key, db_id)
        try:
            _take(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            if fill is None:
                migrations.bring_up_to_date(db)
                put_meta(db, "db_id", db_id)
            else:
                fill(db)
        except BaseException:
            close(db)
            raise
    return db


def open_checked(
    path: Path, key: bytes, db_id: str, *, full: bool = False, patience: float | None = None
) -> Database:
    """Return the open file after every check of reliability.md § 3; only the date of the weekly check is written.

    full: make the weekly check (``integrity_check``, ``foreign_key_check``) now, and write nothing. patience:
    seconds to wait for another program's lock. Steps the file lacks are left to ``bring_up_to_date``.
    Raises FileTrouble: NOT_FOUND, LINK, EMPTY, READ_ONLY, IN_USE, DAMAGED, NOT_A_CASE_FILE, NEWER, DISK.
    """
    db = open_unchecked(path, key, db_id, patience=patience)
    try:
        check_beside(path, key, db_id)
        accept(db, db_id, full=full)
    except BaseException:
        close(db)
        raise
    return db


def open_unchecked(path: Path, key: bytes, db_id: str, *, patience: float | None = None) -> Database:
    """Return the file, ours alone from now on, before anybody knows whether it is whole.

    Nothing of it may be shown before ``check_beside`` and ``accept``, and nothing can be written.
    Raises FileTrouble as ``open_checked`` does.
    """
    check_entry(path)
    _check_outside(path, db_id)
    with guarded():
        db = _connect(path, key, db_id, patience)
        try:
            _take(db)
            if path.stat().st_size % PAGE:
                raise FileTrouble(TroubleKind.DAMAGED)
            db.execute("PRAGMA query_only = ON")
        except BaseException:
            close(db)
            raise
    return db


def check_beside(path: Path, key: bytes, db_id: str) -> None:
    """Check every page of a file that is open and not written to, through a connection that takes no locks.

    The thread that does this holds up no other, and the open connection can be read meanwhile.
    Raises FileTrouble(DAMAGED).
    """
    with guarded(), _beside(path, key, db_id) as db:
        _check_pages(db.conn)


def accept(db: Database, db_id: str, *, full: bool = False) -> None:
    """Make the checks that are left once every page is known to be whole, and let it be written to.

    Raises FileTrouble; the file is then as it was.
    """
    with guarded():
        _check_whose(db, db_id)
        migrations.pending(db)
        due = _full_check_due(meta(db, "full_check_on"), today := datetime.now(UTC).date())
        if full or due:
            check_fully(db)
        db.execute("PRAGMA query_only = OFF")
        db.execute(f"PRAGMA cache_size = -{_CACHE_KIB}")
        if due and not full:
            put_meta(db, "full_check_on", today.isoformat())


def open_in_memory() -> Database:
    """Return an empty, migrated file in memory, for tests: a copy of one made once in each process."""
    db = Database(driver.connect(":memory:"), execute_plugins=False)
    _migrated_in_memory().backup(db.conn)
    db.execute("PRAGMA foreign_keys = ON")
    return db


@functools.cache
def _migrated_in_memory() -> Any:
    db = Database(driver.connect(":memory:", check_same_thread=False), execute_plugins=False)
    migrations.bring_up_to_date(db)
    return db.conn


def pending(db: Database) -> tuple[str, ...]:
    """Return the migrations the file lacks; the caller makes a copy before it runs them."""
    return migrations.pending(db)


def key_fits(path: Path, key: bytes, db_id: str) -> bool:
    """Return whether the key opens the file's first page, whatever its first sixteen bytes say; writes nothing."""
    try:
        with guarded(), _beside(path, key, db_id) as db:
            db.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except FileTrouble:
        return False
    return True


def reconnect(db: Database, path: Path, key: bytes, db_id: str) -> None:
    """Close a connection that met trouble, open and check the file anew, and put the new connection in its place.

    Everything that holds ``db`` goes on with it. Raises what ``open_checked`` raises; ``db`` is then closed.
    """
    guard = cast(_Connection, db.conn).guard
    close(db)
    db.conn = open_checked(path, key, db_id, full=True).conn
    if guard is not None:
        guard.mark()
        watch(db, guard)


def is_open(db: Database) -> bool:
    """Return whether the connection is there; it is not after trouble that looking again did not end."""
    try:
        return db.conn.in_transaction is not None
    except driver.ProgrammingError:
        return False


def close(db: Database) -> None:
    """Close, whatever state the connection is in; an unfinished transaction is taken back."""
    with contextlib.suppress(driver.Error):
        db.conn.rollback()
    with contextlib.suppress(driver.Error):
        db.conn.close()


def meta(db: Database, name: str) -> str | None:
    """Return one of the file's own facts (``db_id``, ``setup_finished`` …), or None."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", [name]).fetchone()
    return None if row is None else str(row[0])


def put_meta(db: Database, name: str, value: str) -> None:
    """Write one of the file's own facts."""
    with db.atomic():
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", [name, value])


def copy_beside(
    path: Path, taken: Path, key: bytes, db_id: str, look: Callable[[Database], T],
    between: Callable[[], object] = lambda: None,
) -> T:  # fmt: skip
    """Copy a file that is open and not written to meanwhile into a new encrypted one (0600), on any thread.

    Like ``check_beside`` it takes no locks. A damaged page would get a valid seal in the copy, so all are checked
    first. Returns what ``look`` finds in the file itself. Raises FileTrouble; whoever called removes what was begun.
    between: called when all is checked and when all is copied; what it raises breaks off.
    """
    _make_empty(taken)
    with guarded(), _beside(path, key, db_id) as source:
        _check_pages(source.conn)
        between()
        copy = _connect(taken, key, db_id)
        try:
            copy.execute("PRAGMA journal_mode = MEMORY")
            source.conn.backup(copy.conn)
        finally:
            copy.conn.close()
        between()
        return look(source)


@contextlib.contextmanager
def _beside(path: Path, key: bytes, db_id: str) -> Iterator[Database]:
    """Give a connection to a file that is open elsewhere in this program; it reads, and takes no locks."""
    db = _connect(path, key, db_id, mode=_NO_LOCKS)
    try:
        yield db
    finally:
        db.conn.close()


def _make_empty(path: Path) -> None:
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise FileTrouble(TroubleKind.EXISTS) from None
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error


def _check_outside(path: Path, db_id: str) -> None:
    """Check the first sixteen bytes: SQLCipher does not look at them when it is told what they are."""
    try:
        with path.open("rb") as file:  # before SQLite has locks here that closing would drop
            start = file.read(16)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    if start != bytes.fromhex(db_id):
        raise FileTrouble(TroubleKind.DAMAGED)


def _connect(path: Path, key: bytes, db_id: str, patience: float | None = None, mode: str = "mode=rw") -> Database:
    whole = path.absolute().as_posix()
    uri = "file:" + ("" if whole.startswith("/") else "/") + quote(whole) + "?" + mode
    wait = PATIENCE_SECONDS if patience is None else patience
    # Opened on one thread and used on another, never by both at once.
    conn = driver.connect(uri, uri=True, timeout=wait, factory=_Connection, check_same_thread=False)
    try:
        conn.execute(f"PRAGMA key = \"x'{key.hex()}{db_id}'\"")
        conn.execute("PRAGMA cipher_log_level = NONE")
        if not conn.execute("PRAGMA cipher_version").fetchall() or driver.sqlite_version_info < _OLDEST_SQLITE:
            raise RuntimeError("not an encrypting SQLite, or one with known faults")
        for setting in SETTINGS:
            conn.execute(f"PRAGMA {setting}")
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def _take(db: Database) -> None:
    if db.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise FileTrouble(TroubleKind.DAMAGED)
    db.conn.execute("BEGIN EXCLUSIVE")  # locking_mode alone takes no lock before the first write
    # SQLite opens what it may not write to for reading only, without a word or a lock. This asks to write, and has
    # nothing to write: the pages it would tidy are of a kind of file we do not make.
    db.conn.execute("PRAGMA incremental_vacuum").fetchall()
    db.conn.execute("COMMIT")


def _check_pages(conn: Any) -> None:
    if conn.execute("PRAGMA cipher_integrity_check").fetchall():
        raise FileTrouble(TroubleKind.DAMAGED)
    if conn.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise FileTrouble(TroubleKind.DAMAGED)


def check_fully(db: Database) -> None:
    """Read every page, index and reference. Raises FileTrouble(DAMAGED)."""
    _check_pages(db.conn)
    if db.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise FileTrouble(TroubleKind.DAMAGED)
    if db.execute("PRAGMA foreign_key_check").fetchall():
        raise FileTrouble(TroubleKind.DAMAGED)


def _check_whose(db: Database, db_id: str) -> None:
    if db.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise FileTrouble(TroubleKind.NOT_A_CASE_FILE)
    if "meta" not in db.table_names() or meta(db, "db_id") != db_id:
        raise FileTrouble(TroubleKind.NOT_A_CASE_FILE)


def _full_check_due(last: str | None, now: date) -> bool:
    # A clock that was set back must not put the check off for ever.
    return last is None or not 0 <= (now - date.fromisoformat(last)).days < _DAYS_BETWEEN_FULL_CHECKS
