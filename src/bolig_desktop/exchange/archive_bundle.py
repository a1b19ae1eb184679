"""Papers for the municipality's archive: their exact bytes in a folder, with a sheet that says what each is (AR-4).

No file is called after anybody: a paper's name is its number and its id (``D1-12.pdf``). The folder is clear text;
whoever asks for it is told first. It comes into its place whole, as one folder of its own, or not at all.
"""

from __future__ import annotations

import contextlib
import csv
import hashlib
import io
import os
import secrets
import shutil
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.placing import UNFINISHED, settle
from bolig_desktop.text.cells import one_cell
from bolig_desktop.text.sentences import sentence

if TYPE_CHECKING:
    from bolig_desktop.archive.records import Paper, PaperLine
    from bolig_desktop.casefile.case import CaseFile

SHEET = "metadata.csv"
COLUMNS = (
    "file", "number", "title", "printed_on", "sent_on", "case",
    "filed_as", "language", "pages", "recipient", "sha256",
)  # fmt: skip
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


def write_bundle(case: CaseFile, papers: Sequence[PaperLine], folder: Path) -> Path:
    """Write the papers and their sheet into a new folder within ``folder``, and return it.

    Raises FileTrouble (DAMAGED where a paper's bytes are not those that were filed); nothing is then left over, and
    nothing that was there is ever written over.
    """
    clear_unfinished(folder)
    making = folder / f".{secrets.token_hex(6)}{UNFINISHED}"
    try:
        making.mkdir(mode=0o700)
        try:
            rows = [_put(case, case.papers.get(line.id), making) for line in papers]
            _write(making / SHEET, sheet(rows))
            settle(making)
            made = _free(folder / sentence("bundle.folder.title", day=case.clock()))
            making.rename(made)
        except BaseException:
            shutil.rmtree(making, ignore_errors=True)
            raise
        settle(folder)
    except OSError as error:
        from bolig_desktop.storage.guard import kind_of

        raise FileTrouble(kind_of(error)) from error
    return made


def sheet(rows: Sequence[Sequence[str]]) -> bytes:
    """Return the sheet as Excel in Norway opens it: semicolons, and a mark that says it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([sentence(f"bundle.{name}.title") for name in COLUMNS])
    writer.writerows([one_cell(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _put(case: CaseFile, paper: Paper, folder: Path) -> tuple[str, ...]:
    """Write one paper, and return its row of the sheet; of somebody shielded it says neither name nor case."""
    if hashlib.sha256(paper.content).hexdigest() != paper.sha256:
        raise FileTrouble(TroubleKind.DAMAGED)
    name = f"{paper.number}-{paper.id}.pdf"
    _write(folder / name, paper.content)
    household = case.households.find(paper.household_id)
    hidden = household is not None and case.households.is_shielded(household.id or 0)
    return (
        name,
        paper.number,
        paper.title,
        paper.printed_on.isoformat(),
        paper.sent_on.isoformat() if paper.sent_on else "",
        household.case_number if household is not None and not hidden else "",
        "" if hidden else paper.filed_as,
        paper.language,
        str(paper.pages),
        "" if hidden else paper.recipient,
        paper.sha256,
    )


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
