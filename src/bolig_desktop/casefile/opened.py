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
from bolig_desktop.storage.file import PAGE, put_meta
from bolig_desktop.storage.guard import check_entry

_SUFFIX = ".bolig"
_INDEX = "search_index"  # the file's own fact: which version of what search knows it holds
_ABOUT_SLOTS = {TroubleKind.NO_SLOTS, TroubleKind.SLOTS_DAMAGED, TroubleKind.SLOTS_OF_ANOTHER_FILE}


class NoPassphrase(FileTrouble):
    """Nobody gave a passphrase: ``BOLIG_PASSPHRASE`` is not set, and there is no terminal to ask at."""

    def __init__(self) -> None:
        super().__init__(TroubleKind.WRONG_PASSPHRASE)


def passphrase() -> str:
    """Return the passphrase from ``BOLIG_PASSPHRASE`` or the terminal. Raises NoPassphrase where neither has one."""
    given = os.environ.get("BOLIG_PASSPHRASE")
    if given is None and sys.stdin is not None and sys.stdin.isatty():
        with contextlib.suppress(EOFError):
            given = getpass.getpass("Passord: ")
    if not given:
        raise NoPassphrase
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


def keep_search(open_file: OpenFile) -> None:
    """Make the search index anew where the file's own was made by a program that knew less. Raises FileTrouble."""
    from bolig_desktop.casefile import index

    if open_file.setup_finished and open_file.fact(_INDEX) != index.VERSION:
        with open_file.writing() as db:
            index.rebuild(case_of(open_file))
            put_meta(db, _INDEX, index.VERSION)


@contextlib.contextmanager
def file(path: Path) -> Iterator[OpenFile]:
    """Open with the passphrase at hand and close again. Raises FileTrouble."""
    check_entry(path)
    open_file = _opened(path, passphrase())
    try:
        if not open_file.setup_finished:
            raise FileTrouble(TroubleKind.SETUP_UNFINISHED)
        keep_search(open_file)
        yield open_file
    finally:
        open_file.close()


@contextlib.contextmanager
def case_file(path: Path, today: date | None = None) -> Iterator[CaseFile]:
    """Open the case file for one command and close it again. Raises FileTrouble."""
    with file(path) as open_file:
        yield case_of(open_file, clock.fixed(today) if today else clock.today)


def _opened(path: Path, word: str) -> OpenFile:
    try:
        return open_case(path, passphrase=word)
    except FileTrouble as trouble:
        # Without its slots nothing inside tells a case file from any other file; its name and size do.
        strange = path.suffix != _SUFFIX or path.stat().st_size % PAGE
        if trouble.kind in _ABOUT_SLOTS and strange:
            raise FileTrouble(TroubleKind.NOT_A_CASE_FILE) from trouble
        raise
