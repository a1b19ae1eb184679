"""Every change ever made to the file's shape, in order; a released step is never edited."""

import importlib
import pkgutil

from sqlite_utils import Database, Migrations

from bolig_desktop.errors import FileTrouble, TroubleKind

_NAMES = sorted(m.name for m in pkgutil.iter_modules(__path__) if m.name.startswith("m0"))
_SET = Migrations("bolig")
for _name in _NAMES:
    _SET(name=_name)(importlib.import_module(f"{__name__}.{_name}").apply)


def known() -> tuple[str, ...]:
    """Return the names of all steps this program has, in order."""
    return tuple(_NAMES)


def applied(db: Database) -> tuple[str, ...]:
    """Return the names of the steps the file has had, in order; reads only (sqlite-utils' own would write)."""
    if "_sqlite_migrations" not in db.table_names():
        return ()
    rows = db.execute("select name from _sqlite_migrations where migration_set = 'bolig' order by name").fetchall()
    return tuple(str(row[0]) for row in rows)


def pending(db: Database) -> tuple[str, ...]:
    """Return the steps the file lacks. Raises FileTrouble(NEWER) when the file has steps this program lacks."""
    done = applied(db)
    if done != known()[: len(done)]:
        raise FileTrouble(TroubleKind.NEWER)
    return known()[len(done) :]


def bring_up_to_date(db: Database) -> list[str]:
    """Run the missing steps and return their names; each step is whole or not at all.

    Raises FileTrouble(NEWER) for a file from a newer program, before anything is written, and
    FileTrouble(DAMAGED) when a step left a reference to nothing.
    """
    missing = list(pending(db))
    if not missing:
        return []
    db.execute("PRAGMA foreign_keys = OFF")
    try:
        _SET.apply(db)
        if db.execute("PRAGMA foreign_key_check").fetchall():
            raise FileTrouble(TroubleKind.DAMAGED)
    finally:
        db.execute("PRAGMA foreign_keys = ON")
    return missing
