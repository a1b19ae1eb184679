"""Open the case file from a path: the key, every check, a copy before the file changes shape, and closing again."""

import contextlib
import getpass
import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from bolig_desktop import clock
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.security.opening import open_case


def passphrase() -> str:
    """Return the passphrase from ``BOLIG_PASSPHRASE`` or the terminal.

    Raises FileTrouble(WRONG_PASSPHRASE) where neither has one.
    """
    given = os.environ.get("BOLIG_PASSPHRASE")
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        given = getpass.getpass("Passord: ")
    if not given:
        raise FileTrouble(TroubleKind.WRONG_PASSPHRASE)
    return given


def case_of(open_file: OpenFile, day: clock.Clock = clock.today) -> CaseFile:
    """Return the case file of an open file, with its guards tied to every write."""
    return CaseFile(
        open_file.db,
        clock=day,
        before_write=open_file.before_write,
        after_commit=open_file.after_commit,
        after_trouble=open_file.after_trouble,
        demo=open_file.fact("demo") == "yes",
    )


@contextlib.contextmanager
def file(path: Path) -> Iterator[OpenFile]:
    """Open with the passphrase at hand and close again. Raises FileTrouble."""
    open_file = open_case(path, passphrase=passphrase())
    try:
        if not open_file.setup_finished:
            raise FileTrouble(TroubleKind.SETUP_UNFINISHED)
        yield open_file
    finally:
        open_file.close()


@contextlib.contextmanager
def case_file(path: Path, today: date | None = None) -> Iterator[CaseFile]:
    """Open the case file for one command and close it again. Raises FileTrouble."""
    with file(path) as open_file:
        yield case_of(open_file, clock.fixed(today) if today else clock.today)
