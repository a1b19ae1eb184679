"""Open the case file: the only module that names the SQLite driver, with every check made before data is shown."""

import contextlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import quote

import sqlite_utils.utils
from sqlcipher3 import dbapi2 as driver
from sqlite_utils import Database

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.storage import migrations

APPLICATION_ID = 0x424F4C49  # "BOLI"
PAGE = 4096
PATIENCE_SECONDS = 5.0  # an antivirus program may hold the file for a moment
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


@dataclass(frozen=True)
class _Stamp:
    inode: int
    size: int
    mtime_ns: int
    ctime_ns: int


class Guard:
    """Notices that somebody else changed, replaced or removed the file; looks at its entry only, never opens it.

    Opening and closing the file ourselves would drop SQLite's locks on it (POSIX).
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stamp = _stamp(path)

    def check(self) -> None:
        """Raise FileTrouble(CHANGED_BY_OTHER) unless the file is as it was at the last ``mark``."""
        if _stamp(self._path) != self._stamp:
            raise FileTrouble(TroubleKind.CHANGED_BY_OTHER)

    def mark(self) -> None:
        """Remember how the file looks after our own write."""
        self._stamp = _stamp(self._path)


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.lstat()
    except OSError:
        return None
    return _Stamp(found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns)


def create(path: Path, key: bytes, db_id: str) -> Database:
    """Make a new, migrated, encrypted file for its owner only (0600) and return it open.

    key: 32 bytes. db_id: 32 hexadecimal digits; they are the file's first sixteen bytes and stand in ``meta`` too.
    Raises FileTrouble(EXISTS) rather than touch anything that is there already.
    """
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except FileExistsError:
        raise FileTrouble(TroubleKind.EXISTS) from None
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    with guarded():
        db = _connect(path, key, db_id)
        try:
            _take(db)
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrations.bring_up_to_date(db)
            put_meta(db, "db_id", db_id)
        except BaseException:
            db.conn.close()
            raise
    return db


def open_checked(
    path: Path, key: bytes, db_id: str, *, full: bool = False, patience: float = PATIENCE_SECONDS
) -> Database:
    """Return the open file after every check of reliability.md § 3; only the date of a full check is written.

    full: make the weekly check (``integrity_check``, ``foreign_key_check``) now. patience: seconds to wait for
    another program's lock. Steps the file lacks are left to ``pending`` and ``bring_up_to_date``.
    Raises FileTrouble: NOT_FOUND, LINK, EMPTY, READ_ONLY, IN_USE, DAMAGED, NOT_A_CASE_FILE, NEWER, DISK.
    """
    check_entry(path)
    _check_outside(path, db_id)
    with guarded():
        db = _connect(path, key, db_id, patience)
        try:
            _take(db)
            if path.stat().st_size % PAGE:
                raise FileTrouble(TroubleKind.DAMAGED)
            _check_pages(db)
            _check_whose(db, db_id)
            migrations.pending(db)
            due = full or _full_check_due(meta(db, "full_check_on"), datetime.now(UTC).date())
            if due:
                check_fully(db)
                put_meta(db, "full_check_on", datetime.now(UTC).date().isoformat())
        except BaseException:
            db.conn.close()
            raise
    return db


def open_in_memory() -> Database:
    """Return an empty, migrated file in memory, for tests."""
    db = Database(driver.connect(":memory:"), execute_plugins=False)
    db.execute("PRAGMA foreign_keys = ON")
    migrations.bring_up_to_date(db)
    return db


def pending(db: Database) -> tuple[str, ...]:
    """Return the migrations the file lacks; the caller makes a copy before it runs them."""
    return migrations.pending(db)


def key_fits(path: Path, key: bytes, db_id: str) -> bool:
    """Return whether the key opens the file's first page, whatever its first sixteen bytes say; writes nothing."""
    try:
        with guarded(), contextlib.closing(_connect(path, key, db_id, mode="mode=ro&immutable=1").conn) as conn:
            conn.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    except FileTrouble:
        return False
    return True


def reconnect(db: Database, path: Path, key: bytes, db_id: str) -> None:
    """Close a connection that met trouble, open and check the file anew, and put the new connection in its place.

    Everything that holds ``db`` goes on with it. Raises what ``open_checked`` raises; ``db`` is then closed.
    """
    close(db)
    db.conn = open_checked(path, key, db_id, full=True).conn


def close(db: Database) -> None:
    """Close, whatever state the connection is in; an unfinished transaction is taken back."""
    with contextlib.suppress(driver.Error):
        db.conn.rollback()
    with contextlib.suppress(driver.Error):
        db.conn.close()


def check_entry(path: Path) -> None:
    """Raise FileTrouble unless the path is an ordinary, writable, non-empty file with one name; never opens it."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        raise FileTrouble(TroubleKind.NOT_FOUND) from None
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    if stat.S_ISLNK(found.st_mode) or found.st_nlink > 1:
        raise FileTrouble(TroubleKind.LINK)  # a second name has a second journal: SQLite would mix them
    if not stat.S_ISREG(found.st_mode):
        raise FileTrouble(TroubleKind.NOT_A_CASE_FILE)
    if found.st_size == 0:
        raise FileTrouble(TroubleKind.EMPTY)
    for place, mode in ((path, found.st_mode), (path.parent, path.parent.stat().st_mode)):
        if not mode & 0o222 or not os.access(place, os.W_OK):
            raise FileTrouble(TroubleKind.READ_ONLY)


def meta(db: Database, name: str) -> str | None:
    """Return one of the file's own facts (``db_id``, ``setup_finished`` …), or None."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", [name]).fetchone()
    return None if row is None else str(row[0])


def put_meta(db: Database, name: str, value: str) -> None:
    """Write one of the file's own facts."""
    with db.atomic():
        db.execute("INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)", [name, value])


def copy_into(db: Database, path: Path, key: bytes, db_id: str) -> None:
    """Copy the open file, in one step, into a new encrypted file (0600) that must not exist. Raises FileTrouble."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with guarded():
        copy = _connect(path, key, db_id)
        try:
            copy.execute("PRAGMA journal_mode = MEMORY")
            db.conn.backup(copy.conn)
        finally:
            copy.conn.close()


def kind_of(error: OSError) -> TroubleKind:
    """Return what an error from the operating system means for the user."""
    if isinstance(error, FileNotFoundError):
        return TroubleKind.NOT_FOUND
    if isinstance(error, PermissionError) or error.errno == 30:  # EROFS
        return TroubleKind.READ_ONLY
    return TroubleKind.FULL if error.errno in (27, 28, 122) else TroubleKind.DISK  # EFBIG, ENOSPC, EDQUOT


def _check_outside(path: Path, db_id: str) -> None:
    """Check the first sixteen bytes: SQLCipher does not look at them when it is told what they are."""
    try:
        with path.open("rb") as file:  # before SQLite has locks here that closing would drop
            start = file.read(16)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    if start != bytes.fromhex(db_id):
        raise FileTrouble(TroubleKind.DAMAGED)


def _connect(
    path: Path, key: bytes, db_id: str, patience: float = PATIENCE_SECONDS, mode: str = "mode=rw"
) -> Database:
    whole = path.absolute().as_posix()
    uri = "file:" + ("" if whole.startswith("/") else "/") + quote(whole) + "?" + mode
    conn = driver.connect(uri, uri=True, timeout=patience)
    try:
        conn.execute(f"PRAGMA key = \"x'{key.hex()}{db_id}'\"")
        conn.execute("PRAGMA cipher_log_level = NONE")
        if not conn.execute("PRAGMA cipher_version").fetchall() or driver.sqlite_version_info < _OLDEST_SQLITE:
            raise RuntimeError("not an encrypting SQLite, or one with known faults")
        for setting in (
            "cipher_memory_security = ON",
            "foreign_keys = ON",
            "trusted_schema = OFF",
            "secure_delete = ON",
            "cell_size_check = ON",
            "temp_store = MEMORY",
            "fullfsync = ON",
            "synchronous = EXTRA",
            "locking_mode = EXCLUSIVE",
        ):
            conn.execute(f"PRAGMA {setting}")
        return Database(conn, execute_plugins=False)
    except BaseException:
        conn.close()
        raise


def _take(db: Database) -> None:
    if db.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
        raise FileTrouble(TroubleKind.DAMAGED)
    db.conn.execute("BEGIN EXCLUSIVE")  # locking_mode alone takes no lock before the first write
    db.conn.execute("COMMIT")


def _check_pages(db: Database) -> None:
    if db.execute("PRAGMA cipher_integrity_check").fetchall():
        raise FileTrouble(TroubleKind.DAMAGED)
    if db.execute("PRAGMA quick_check").fetchall() != [("ok",)]:
        raise FileTrouble(TroubleKind.DAMAGED)


def check_fully(db: Database) -> None:
    """Read every page, index and reference. Raises FileTrouble(DAMAGED)."""
    _check_pages(db)
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
