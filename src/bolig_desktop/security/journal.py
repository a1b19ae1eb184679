"""A journal left beside the case file: kept, with the file as it was, before SQLite may act on it.

After a crash SQLite needs it to take half a write back. But one that belongs to an older state would undo work
without any check noticing, so both files are copied first, and the length of the history is looked at afterwards.
"""

import contextlib
from pathlib import Path

from bolig_desktop.errors import FileTrouble
from bolig_desktop.security.placing import chunks_of, free_name, named, place
from bolig_desktop.storage.guard import kind_of

_HEADER = 28
_KEPT = 3
_WORD = "for-retting"


def journal_of(path: Path) -> Path:
    """Return the journal's place."""
    return path.with_name(path.name + "-journal")


def is_live(path: Path) -> bool:
    """Return whether a journal that SQLite would act on lies beside the file (its header is not blank)."""
    try:
        with journal_of(path).open("rb") as file:
            return bool(file.read(_HEADER).strip(b"\0"))
    except FileNotFoundError:
        return False
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error


def keep_both(path: Path) -> Path:
    """Copy the file and its journal aside and return the copy's path. Call it before the file is opened.

    Only the newest three such pairs are kept: they are whole copies of the file. Raises FileTrouble.
    """
    kept = free_name(path, _WORD)
    # The journal's copy gets a name SQLite would not look for: opening the copy must not run it.
    place(kept.with_suffix(".journal"), chunks_of(journal_of(path)))
    place(kept, chunks_of(path))
    for old in named(path, _WORD)[:-_KEPT]:
        for one in (old, old.with_suffix(".journal")):
            with contextlib.suppress(OSError):
                one.unlink()
    return kept
