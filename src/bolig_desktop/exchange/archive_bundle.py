"""Papers for the municipality's archive: their exact bytes in a folder, with a sheet that says what each is (AR-4).

No file is called after anybody: a paper's name is its number and its id (``D1-12.pdf``). The folder is clear text;
whoever asks for it is told first. It comes into its place whole, as one folder of its own, or not at all.

Reading the case file (``bundle``, ``outgoing``) and writing to the disk (``write_folder``) are apart, as a slow
disk is to hold nobody up.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.errors import FileTrouble, NotPlaced, TroubleKind
from bolig_desktop.exchange.archive_sheet import FOR_PEOPLE, FOR_SYSTEMS, Row, as_csv, as_workbook
from bolig_desktop.security.placing import UNFINISHED, settle
from bolig_desktop.text.sentences import sentence

if TYPE_CHECKING:
    from datetime import date

    from bolig_desktop.archive.records import PaperLine
    from bolig_desktop.casefile.case import CaseFile

_AN_HOUR = 3_600
"""How many seconds ago a folder must have been begun to be one that was left unfinished."""


class Bundle(NamedTuple):
    """Which papers go into a folder. shielded: how many do only where asked for; strict: how many never do."""

    papers: tuple[PaperLine, ...]
    shielded: int
    strict: int


def bundle(case: CaseFile, paper_ids: Sequence[int], *, with_shielded: bool = False) -> Bundle:
    """Return which of these papers go into a folder, by id.

    On a paper of a shielded household name and address stand together, so it is left out unless it is asked for;
    one of a household with code 6 always is (law.md AG-2, AG-3).
    """
    shielded, strict = case.households.shielded_ids(), case.households.strict_ids()
    chosen = set(paper_ids)
    known = sorted((line for line in case.papers.lines() if line.id in chosen), key=lambda line: line.id)
    open_to_all = [line for line in known if line.household_id not in shielded]
    hidden = [line for line in known if line.household_id in shielded and line.household_id not in strict]
    papers = sorted((*open_to_all, *hidden), key=lambda line: line.id) if with_shielded else open_to_all
    return Bundle(tuple(papers), len(hidden), len(known) - len(open_to_all) - len(hidden))


class Outgoing(NamedTuple):
    """One paper as it goes out: its bytes, and its row in the sheet."""

    content: bytes
    row: Row


def outgoing(case: CaseFile, paper_id: int) -> Outgoing:
    """Read one paper from the case file; of somebody shielded its row says neither name nor case."""
    paper = case.papers.get(paper_id)
    household = case.households.find(paper.household_id)
    hidden = household is not None and case.households.is_shielded(household.id or 0)
    row = Row(
        file=f"{paper.number}-{paper.id}.pdf",
        number=paper.number,
        title=paper.title,
        printed_on=paper.printed_on,
        sent_on=paper.sent_on,
        case=household.case_number if household is not None and not hidden else "",
        filed_as="" if hidden else paper.filed_as,
        language=paper.language,
        pages=paper.pages,
        recipient="" if hidden else paper.recipient,
        sha256=paper.sha256,
    )
    return Outgoing(paper.content, row)


def write_folder(
    folder: Path, day: date, papers: Iterable[Outgoing], told: Callable[[int], object] = lambda done: None
) -> Path:
    """Write the papers and their sheet into a new folder within ``folder``, and return it; asks no case file.

    told: how many papers are written; what it raises, and what ``papers`` raises, breaks off. Raises NotPlaced, and
    FileTrouble (DAMAGED) where a paper's bytes are not those that were filed. Broken off, nothing is left over, and
    nothing that was there is ever written over.
    """
    clear_unfinished(folder)
    making = folder / f".{secrets.token_hex(6)}{UNFINISHED}"
    rows: list[Row] = []
    try:
        making.mkdir(mode=0o700)
        try:
            for paper in papers:
                _put(paper, making)
                rows.append(paper.row)
                told(len(rows))
            _write(making / FOR_SYSTEMS, as_csv(rows))
            _write(making / FOR_PEOPLE, as_workbook(rows))
            settle(making)
            made = _free(folder / sentence("bundle.folder.title", day=day))
            making.rename(made)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        settle(folder)
    except OSError as error:
        from bolig_desktop.storage.guard import kind_of

        raise NotPlaced(kind_of(error)) from error
    return made


def _put(paper: Outgoing, folder: Path) -> None:
    if hashlib.sha256(paper.content).hexdigest() != paper.row.sha256:
        raise FileTrouble(TroubleKind.DAMAGED)
    _write(folder / paper.row.file, paper.content)


def _write(path: Path, content: bytes) -> None:
    handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())


def _free(path: Path) -> Path:
    """Return the name, or the first with a number behind it that nothing has."""
    number, found = 1, path
    while found.exists() or found.is_symlink():
        number += 1
        found = path.with_name(f"{path.name}-{number}")
    return found


def clear_unfinished(folder: Path) -> None:
    """Take away folders that never came to their place, since the program was stopped in the middle."""
    for leftover in folder.glob(f".{'[0-9a-f]' * 12}{UNFINISHED}"):
        with contextlib.suppress(OSError):
            if leftover.is_dir() and leftover.stat().st_mtime < time.time() - _AN_HOUR:
                shutil.rmtree(leftover, ignore_errors=True)
