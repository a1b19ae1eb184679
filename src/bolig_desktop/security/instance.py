"""One program at a time has the case file open; the second is turned away before it has read a byte."""

import contextlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.storage.guard import kind_of

if TYPE_CHECKING:
    from filelock import BaseFileLock


def give_back(lock: "BaseFileLock") -> None:
    """Let others in, and take the lock's empty file away where another's wait on it cannot be disturbed."""
    if sys.platform != "win32" and lock.is_locked:
        with contextlib.suppress(OSError):
            Path(lock.lock_file).unlink()  # while it is ours: whoever waits on the old name looks again
    lock.release()


def take(path: Path) -> "BaseFileLock":
    """Return the lock on the case file at ``path``; ``give_back`` gives it back, and so does the end of the process.

    Raises FileTrouble(IN_USE) at once when somebody else has it.
    """
    from filelock import FileLock, Timeout

    lock = FileLock(path.with_name(path.name + ".laas"), timeout=0, mode=0o600, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        raise FileTrouble(TroubleKind.IN_USE) from None
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    return lock
