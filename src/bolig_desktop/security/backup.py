"""Copies of the case file: made in one step, opened again and compared before they count, thinned out by number."""

import random
import tempfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile
from bolig_desktop.security.copyfile import Manifest, copies_in, default_folder
from bolig_desktop.security.copying import Copying, Told, Way, read_again, repeat_copy, untold
from bolig_desktop.security.keys import db_id
from bolig_desktop.security.losses import accept_fewer_rows, shrunk
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.security.placing import place
from bolig_desktop.security.restore import restore, restore_from_jsonl

__all__ = ["accept_fewer_rows", "default_folder", "keep_copies", "make_copy", "repeat_copy", "restore"]
__all__ += ["restore_from_jsonl", "reverify_one", "rotate", "shrunk", "verify"]

DAILY, WEEKLY, MONTHLY, NEWEST = 7, 4, 3, 3
_READ_AGAIN = 2


def keep_copies(open_file: OpenFile, folders: Iterable[Path], *, reason: str, told: Told = untold) -> list[Path]:
    """Make one copy, put it in every folder that can be reached, and thin each out. Returns the copies' paths.

    reason: ``close``, ``before_import``, ``hours``, ``asked`` …. A folder that is away (the memory stick is at home)
    is passed over; the first must be there. A suspicious loss of rows stands in ``open_file.notices``.
    Raises FileTrouble.
    """
    first, *others = folders
    copying = Copying(open_file, first, reason=reason, more=others)
    made = kept(_taken(copying, told), told)
    note_loss(open_file, copying)
    return made


def kept(copying: Copying, told: Told = untold) -> list[Path]:
    """Finish a copy that holds, thin out each place it went to, and return the copies; on any thread.

    Nothing is thinned out where many rows are gone. Raises FileTrouble.
    """
    made = copying.finish(told)
    if not copying.shrunk:
        for copy in made:
            thin_out(copy.parent, copying.seed)
    return made


def note_loss(open_file: OpenFile, copying: Copying) -> None:
    """Note in ``open_file.notices`` that many rows are gone, where they are."""
    if copying.shrunk and TroubleKind.SHRUNK not in open_file.notices:
        open_file.notices.append(TroubleKind.SHRUNK)


def make_copy(open_file: OpenFile, folder: Path, *, reason: str) -> Path:
    """Make one finished, encrypted copy in ``folder`` and return its path.

    It counts only when it was opened again with the key, all of SQLite's and SQLCipher's checks passed, its rows and
    their hash equal the open file's, and every byte was read back. Raises FileTrouble; nothing unfinished is left.
    """
    return _taken(Copying(open_file, folder, reason=reason)).finish()[0]


def _taken(copying: Copying, told: Told = untold) -> Copying:
    copying.take(told)
    if not copying.holds():
        copying.drop()
        raise RuntimeError("the file was written to while it was copied on its own thread")
    return copying


def verify(copy: Path, seed: bytes, told: Told = untold) -> Manifest:
    """Return a copy's manifest after opening the database in it and comparing rows and hash, in both its forms.

    told: what it raises breaks off.

    Raises FileTrouble(COPY_DAMAGED), or NEWER for a copy made by a newer program.
    """
    manifest = copyfile.checked(copy, seed)
    if copyfile.slots_in(copy).db_id != manifest.db_id or db_id(seed) != manifest.db_id:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    with tempfile.TemporaryDirectory(prefix="bolig-") as folder:  # 0700, and what lies in it is encrypted
        taken = Path(folder) / "kopi.bolig"
        place(taken, copyfile.database_in(copy))
        try:
            found = read_again(taken, seed, Way(told, _READ_AGAIN))
        except FileTrouble as trouble:
            if trouble.kind is TroubleKind.NEWER:
                raise
            raise FileTrouble(TroubleKind.COPY_DAMAGED) from trouble
    if (found.summary.digest, found.summary.counts) != (manifest.digest, manifest.counts):
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    if zlib.decompress(found.rows) != zlib.decompress(copyfile.rows_in(copy, seed)):
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    return manifest


def reverify_one(
    folder: Path, seed: bytes, told: Told = untold, *, chance: random.Random | None = None
) -> Path | None:
    """Pick one copy of this case file at random, verify it, and return its path (None: there are no copies).

    Raises FileTrouble(COPY_DAMAGED, copy=its name).
    """
    ours = [copy for copy in copies_in(folder) if _is_of(copy, db_id(seed))]
    if not ours:
        return None
    picked = (chance or random.Random()).choice(ours)
    try:
        verify(picked, seed, told)
    except FileTrouble as trouble:
        raise FileTrouble(trouble.kind, copy=picked.name) from trouble
    return picked


def rotate(open_file: OpenFile, folder: Path) -> list[Path]:
    """Remove the copies that are no longer needed and return their paths.

    Kept: of the last seven days, four weeks and three months with a copy in them, the newest; and always the three
    newest whole ones, by number and not by the clock. A copy that cannot be read or is another file's is left alone.
    Raises FileTrouble(SHRUNK), and removes nothing, when many rows are gone without having been deleted.
    """
    if shrunk(open_file):
        raise FileTrouble(TroubleKind.SHRUNK)
    return thin_out(folder, open_file.seed)


def thin_out(folder: Path, seed: bytes) -> list[Path]:
    """Do what ``rotate`` does for a file that has lost no rows; asks nothing of the open file."""
    ours: list[tuple[Path, date]] = []
    whole: list[Path] = []
    for copy in copies_in(folder):
        try:
            manifest = copyfile.manifest_in(copy, seed)
            if len(whole) < NEWEST:
                copyfile.checked(copy, seed)
                whole.append(copy)
        except FileTrouble:
            continue
        ours.append((copy, datetime.fromisoformat(manifest.made_at).date()))
    kept = kept_of(ours) | set(whole)
    removed = [copy for copy, _ in ours if copy not in kept] if len(whole) >= NEWEST else []
    for copy in removed:
        copy.unlink(missing_ok=True)
    return removed


def kept_of(copies: Iterable[tuple[Path, date]]) -> set[Path]:
    """Return which of the copies (newest number first, with the day the clock said) the levels keep."""
    kept: set[Path] = set()
    days: list[object] = []
    weeks: list[object] = []
    months: list[object] = []
    for copy, day in copies:
        week, month = day.isocalendar()[:2], (day.year, day.month)
        for label, labels, most in ((day, days, DAILY), (week, weeks, WEEKLY), (month, months, MONTHLY)):
            if len(labels) < most and label not in labels:
                labels.append(label)
                kept.add(copy)
    return kept


def _is_of(copy: Path, name: str) -> bool:
    try:
        return copyfile.slots_in(copy).db_id == name
    except FileTrouble as trouble:
        return trouble.kind is TroubleKind.COPY_DAMAGED
