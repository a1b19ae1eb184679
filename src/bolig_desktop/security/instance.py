"""One program at a time has the case file open; the second is turned away before it has read a byte."""

from pathlib import Path

from filelock import BaseFileLock, FileLock, Timeout

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.storage.file import kind_of


def take(path: Path) -> BaseFileLock:
    """Return the lock on the case file at ``path``; ``release`` gives it back, and so does the end of the process.

    Raises FileTrouble(IN_USE) at once when somebody else has it.
    """
    lock = FileLock(path.with_name(path.name + ".laas"), timeout=0, mode=0o600)
    try:
        lock.acquire()
    except Timeout:
        raise FileTrouble(TroubleKind.IN_USE) from None
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    return lock
