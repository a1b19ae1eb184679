"""Copies of the case file: made in one step, opened again and compared before they count, thinned out by number."""

import json
import random
import tempfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path

from bolig_desktop.clock import now_utc
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile
from bolig_desktop.security.copyfile import Manifest, copies_in, default_folder, name_of, sequence_of
from bolig_desktop.security.keys import data_key, db_id
from bolig_desktop.security.logical import Summary, lines, summarised
from bolig_desktop.security.openfile import OpenFile, history_length
from bolig_desktop.security.packing import Packer
from bolig_desktop.security.placing import UNFINISHED, chunks_of, clear_unfinished, make_folder, place
from bolig_desktop.security.restore import restore, restore_from_jsonl
from bolig_desktop.security.slots import counter_line
from bolig_desktop.storage import file, migrations

__all__ = ["accept_fewer_rows", "default_folder", "keep_copies", "make_copy", "repeat_copy", "restore"]
__all__ += ["restore_from_jsonl", "reverify_one", "rotate", "shrunk", "verify"]

DAILY, WEEKLY, MONTHLY, NEWEST = 7, 4, 3, 3
_SHRUNK_BY = 0.2
_NOT_TOPICS = ("history", "drafts", "meta", "search", "search_words", "photo_contents", "_sqlite_migrations")


def keep_copies(open_file: OpenFile, folders: Iterable[Path], *, reason: str) -> list[Path]:
    """Make one copy, put it in every folder that can be reached, and thin each out. Returns the copies' paths.

    reason: ``close``, ``before_import``, ``hours``, ``asked`` …. A folder that is away (the memory stick is at home)
    is passed over; the first must be there. A suspicious loss of rows stands in ``open_file.notices``.
    Raises FileTrouble.
    """
    first, *others = folders
    made = [make_copy(open_file, first, reason=reason)]
    for folder in others:
        try:
            made.append(repeat_copy(made[0], folder, open_file.seed))
        except FileTrouble:
            continue
    for copy in made:
        try:
            rotate(open_file, copy.parent)
        except FileTrouble as trouble:
            if trouble.kind is not TroubleKind.SHRUNK:
                raise
            if trouble.kind not in open_file.notices:
                open_file.notices.append(trouble.kind)
    return made


def make_copy(open_file: OpenFile, folder: Path, *, reason: str) -> Path:
    """Make one finished, encrypted copy in ``folder`` and return its path.

    It counts only when it was opened again with the key, all of SQLite's and SQLCipher's checks passed, its rows and
    their hash equal the open file's, and every byte was read back. Raises FileTrouble; nothing unfinished is left.
    """
    path, seed = open_file.path, open_file.seed
    make_folder(folder)
    for place_of in (folder, path.parent):
        clear_unfinished(place_of, path.stem)
    if not shrunk(open_file):
        _note_rows(open_file)
    sequence = _next_sequence(open_file, folder)
    open_file.put_fact("copy_sequence", str(sequence))
    taken = path.with_name(f".{path.stem}.kopi{UNFINISHED}")
    try:
        file.copy_into(open_file.db, taken, data_key(seed), open_file.db_id)
        rows, summary, length = _read_again(taken, seed)
        if summary != summarised(open_file.db):
            raise FileTrouble(TroubleKind.COPY_DAMAGED)
        manifest = Manifest(
            sequence=sequence,
            made_at=now_utc(),
            reason=reason,
            db_id=open_file.db_id,
            schema=migrations.applied(open_file.db),
            history_length=length,
            counts=summary.counts,
            digest=summary.digest,
            sha256={},
        )
        copy = folder / name_of(path.stem, sequence)
        slots = open_file.slots_with(counter_line(seed, length, in_use=False))
        copyfile.write(copy, seed, manifest, slots, taken, rows)
    finally:
        taken.unlink(missing_ok=True)
    _count_or_remove(copy, seed)
    return copy


def repeat_copy(copy: Path, folder: Path, seed: bytes) -> Path:
    """Put the same finished copy in a second place, read it back there, and return its path. Raises FileTrouble."""
    make_folder(folder)
    second = folder / copy.name
    place(second, chunks_of(copy))
    _count_or_remove(second, seed)
    return second


def verify(copy: Path, seed: bytes) -> Manifest:
    """Return a copy's manifest after opening the database in it and comparing rows and hash, in both its forms.

    Raises FileTrouble(COPY_DAMAGED), or NEWER for a copy made by a newer program.
    """
    manifest = copyfile.checked(copy, seed)
    if copyfile.slots_in(copy).db_id != manifest.db_id or db_id(seed) != manifest.db_id:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    with tempfile.TemporaryDirectory(prefix="bolig-") as folder:  # 0700, and what lies in it is encrypted
        taken = Path(folder) / "kopi.bolig"
        place(taken, copyfile.database_in(copy))
        try:
            rows, summary, _ = _read_again(taken, seed)
        except FileTrouble as trouble:
            if trouble.kind is TroubleKind.NEWER:
                raise
            raise FileTrouble(TroubleKind.COPY_DAMAGED) from trouble
    if (summary.digest, summary.counts) != (manifest.digest, manifest.counts):
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    if zlib.decompress(rows) != zlib.decompress(copyfile.rows_in(copy, seed)):
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    return manifest


def reverify_one(folder: Path, seed: bytes, *, chance: random.Random | None = None) -> Path | None:
    """Pick one copy of this case file at random, verify it, and return its path (None: there are no copies).

    Raises FileTrouble(COPY_DAMAGED, copy=its name).
    """
    ours = [copy for copy in copies_in(folder) if _is_of(copy, db_id(seed))]
    if not ours:
        return None
    picked = (chance or random.Random()).choice(ours)
    try:
        verify(picked, seed)
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
    ours: list[tuple[Path, date]] = []
    whole: list[Path] = []
    for copy in copies_in(folder):
        try:
            manifest = copyfile.manifest_in(copy, open_file.seed)
            if len(whole) < NEWEST:
                copyfile.checked(copy, open_file.seed)
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


def shrunk(open_file: OpenFile) -> bool:
    """Return whether over a fifth of the rows is gone since the last copy that was in order, and not by deleting."""
    noted = json.loads(open_file.fact("rows_at_copy") or "null")
    if noted is None:
        return False
    missing = noted["rows"] - _topic_rows(open_file)
    deleted = open_file.db.execute(
        "SELECT count(*) FROM history WHERE after IS NULL AND id > ?", [noted["history"]]
    ).fetchone()[0]
    return bool(missing - deleted > _SHRUNK_BY * noted["rows"])


def accept_fewer_rows(open_file: OpenFile) -> None:
    """Take the rows there are now as right, after the user has said so. Raises FileTrouble."""
    _note_rows(open_file)


def _note_rows(open_file: OpenFile) -> None:
    noted = {"rows": _topic_rows(open_file), "history": history_length(open_file.db)}
    open_file.put_fact("rows_at_copy", json.dumps(noted))


def _topic_rows(open_file: OpenFile) -> int:
    shadows = tuple(f"{name}_" for name in _NOT_TOPICS)
    tables = [n for n in open_file.db.table_names() if n not in _NOT_TOPICS and not n.startswith(shadows)]
    return sum(int(open_file.db[name].count) for name in tables)


def _next_sequence(open_file: OpenFile, folder: Path) -> int:
    # A file that was restored remembers a lower number than the copies it came from.
    in_folder = max(map(sequence_of, copies_in(folder)), default=0)
    return max(int(open_file.fact("copy_sequence") or 0), in_folder) + 1


def _read_again(taken: Path, seed: bytes) -> tuple[bytes, Summary, int]:
    db = file.open_checked(taken, data_key(seed), db_id(seed), full=True)
    try:
        summary, packer = Summary(), Packer()
        rows = b"".join([packer.begin(), *(packer.pack(line) for line in lines(db, summary)), packer.end()])
        return rows, summary, history_length(db)
    finally:
        file.close(db)


def _count_or_remove(copy: Path, seed: bytes) -> None:
    try:
        copyfile.checked(copy, seed)
    except FileTrouble:
        copy.unlink(missing_ok=True)  # this moment's own attempt, not a copy anybody has counted on
        raise


def _is_of(copy: Path, name: str) -> bool:
    try:
        return copyfile.slots_in(copy).db_id == name
    except FileTrouble as trouble:
        return trouble.kind is TroubleKind.COPY_DAMAGED
