"""What a folder says about a case file, without opening it: fit to open, changed by somebody else, out of room."""

import os
import stat
from dataclasses import dataclass
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind


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


def check_entry(path: Path) -> None:
    """Raise FileTrouble unless the path is an ordinary, writable, non-empty file with one name; never opens it."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        raise FileTrouble(TroubleKind.NOT_FOUND) from None
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    if not (stat.S_ISREG(found.st_mode) or stat.S_ISLNK(found.st_mode)):
        raise FileTrouble(TroubleKind.NOT_A_CASE_FILE)
    if stat.S_ISLNK(found.st_mode) or found.st_nlink > 1:
        raise FileTrouble(TroubleKind.LINK)  # a second name has a second journal: SQLite would mix them
    if found.st_size == 0:
        raise FileTrouble(TroubleKind.EMPTY)
    for place, mode in ((path, found.st_mode), (path.parent, path.parent.stat().st_mode)):
        if not mode & 0o222 or not os.access(place, os.W_OK):
            raise FileTrouble(TroubleKind.READ_ONLY)


def kind_of(error: OSError) -> TroubleKind:
    """Return what an error from the operating system means for the user."""
    if isinstance(error, FileNotFoundError):
        return TroubleKind.NOT_FOUND
    if isinstance(error, PermissionError) or error.errno == 30:  # EROFS
        return TroubleKind.READ_ONLY
    return TroubleKind.FULL if error.errno in (27, 28, 122) else TroubleKind.DISK  # EFBIG, ENOSPC, EDQUOT
