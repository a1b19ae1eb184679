"""One copy in the making: begun where the file is open, taken and finished on any thread."""

import contextlib
import secrets
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bolig_desktop.clock import now_utc
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile
from bolig_desktop.security.copyfile import Manifest, copies_in, name_of, sequence_of
from bolig_desktop.security.keys import data_key, db_id
from bolig_desktop.security.logical import Summary, lines, summarised
from bolig_desktop.security.losses import accept_fewer_rows, shrunk
from bolig_desktop.security.openfile import OpenFile, history_length
from bolig_desktop.security.packing import Packer
from bolig_desktop.security.placing import UNFINISHED, chunks_of, clear_unfinished, make_folder, place
from bolig_desktop.security.slots import counter_line
from bolig_desktop.storage import file, migrations

Told = Callable[[int, int], object]
"""How many steps are done, of how many; what it raises breaks off, and nothing unfinished is left."""
_TAKEN = 3
"""Taking one has three steps: its pages are checked, it is copied, its rows are read."""
_STEPS = _TAKEN + 3
"""And finishing it: what was copied is opened and checked, its rows are packed, and it is put in its first place."""
_TOLD_AGAIN_SECONDS = 0.1


def untold(done: int, of: int) -> None:
    """Tell nobody."""


class Way:
    """How far long work has come: each step is told, and again now and then, for telling is where it is stopped."""

    def __init__(self, told: Told, of: int, *, done: int = 0) -> None:
        self._told, self._of, self._done = told, of, done
        self._tell()

    def step(self) -> None:
        """Say that one more step is done."""
        self._done += 1
        self._tell()

    def go_on(self) -> None:
        """Say, as often as one likes, that the work goes on."""
        if time.monotonic() >= self._again_at:
            self._tell()

    def _tell(self) -> None:
        self._told(self._done, self._of)
        self._again_at = time.monotonic() + _TOLD_AGAIN_SECONDS


@dataclass(frozen=True, kw_only=True)
class Found:
    """What was read in a database: its rows as they are packed, what they come to, and how long the history is."""

    rows: bytes
    summary: Summary
    history_length: int


class Copying:
    """Begin one where the file is open, ``take`` it, ask there whether it ``holds``, and ``finish`` or ``drop`` it.

    The file is read through a connection that takes no locks, so what was taken is the file only if nothing was
    written meanwhile; what went wrong in taking it means nothing where it does not hold. Beginning one writes its
    number into the file. All of them raise FileTrouble.
    """

    def __init__(self, open_file: OpenFile, folder: Path, *, reason: str, more: Iterable[Path] = ()) -> None:
        """Begin a copy for ``folder``, where it must go, and for ``more``, where it may."""
        path = open_file.path
        make_folder(folder)
        for place_of in (folder, path.parent):
            clear_unfinished(place_of, path.stem)
        self.shrunk = shrunk(open_file)
        if not self.shrunk:
            accept_fewer_rows(open_file)
        sequence = _next_sequence(open_file, folder)
        open_file.put_fact("copy_sequence", str(sequence))
        self._open_file, self._path, self.seed, self._db_id = open_file, path, open_file.seed, open_file.db_id
        self._folder, self._more, self._sequence, self._reason = folder, tuple(more), sequence, reason
        self._schema, self._length = migrations.applied(open_file.db), history_length(open_file.db)
        self._slots = open_file.slots_with(counter_line(open_file.seed, self._length, in_use=False))
        self._taken = path.with_name(f".{path.stem}.kopi-{secrets.token_hex(4)}{UNFINISHED}")
        self._summary = Summary()
        self._kept_still = self._writes()

    def take(self, told: Told = untold) -> None:
        """Check every page of the file, copy it in one step, and read all its rows."""
        key = data_key(self.seed)
        try:
            way = Way(told, self._steps())
            self._summary = file.copy_beside(
                self._path, self._taken, key, self._db_id, lambda db: summarised(db, way.go_on), way.step
            )
            way.step()
        except BaseException:
            self.drop()
            raise

    def holds(self) -> bool:
        """Return whether the file has stood still since the copy was begun, so that what was taken is the file."""
        if not file.is_open(self._open_file.db):
            raise FileTrouble(TroubleKind.DAMAGED)  # it met trouble meanwhile, and looking again did not end it
        self._open_file.before_write()
        return self._writes() == self._kept_still

    def finish(self, told: Told = untold) -> list[Path]:
        """Open what was taken, compare it, put the copy in its places, read it back there, and return the copies.

        A second place that cannot be reached (the memory stick is at home) is passed over.
        """
        try:
            way = Way(told, self._steps(), done=_TAKEN)
            found = read_again(self._taken, self.seed, way)
            if (found.summary, found.history_length) != (self._summary, self._length):
                raise FileTrouble(TroubleKind.COPY_DAMAGED)
            copy = self._folder / name_of(self._path.stem, self._sequence)
            copyfile.write(copy, self.seed, self._manifest(found), self._slots, self._taken, found.rows)
        finally:
            self.drop()
        _count_or_remove(copy, self.seed)
        return [copy, *self._repeated(copy, way)]

    def drop(self) -> None:
        """Take away what was taken; where something holds it, the next copy or opening does."""
        with contextlib.suppress(OSError):
            self._taken.unlink()

    def _repeated(self, copy: Path, way: Way) -> Iterable[Path]:
        for folder in self._more:
            way.step()
            with contextlib.suppress(FileTrouble):
                yield repeat_copy(copy, folder, self.seed, way.go_on)

    def _steps(self) -> int:
        return _STEPS + len(self._more)

    def _writes(self) -> tuple[object, int]:
        conn = self._open_file.db.conn
        return conn, conn.total_changes

    def _manifest(self, found: Found) -> Manifest:
        return Manifest(
            sequence=self._sequence,
            made_at=now_utc(),
            reason=self._reason,
            db_id=self._db_id,
            schema=self._schema,
            history_length=found.history_length,
            counts=found.summary.counts,
            digest=found.summary.digest,
            sha256={},
        )


def repeat_copy(copy: Path, folder: Path, seed: bytes, each: Callable[[], object] = lambda: None) -> Path:
    """Put the same finished copy in a second place, read it back there, and return its path. Raises FileTrouble.

    each: called now and then; what it raises breaks off with nothing unfinished left there.
    """
    make_folder(folder)
    second = folder / copy.name
    place(second, _watched(chunks_of(copy), each))
    _count_or_remove(second, seed)
    return second


def _watched(chunks: Iterable[bytes], each: Callable[[], object]) -> Iterator[bytes]:
    for chunk in chunks:
        each()
        yield chunk


def read_again(taken: Path, seed: bytes, way: Way) -> Found:
    """Open a copied database with its key, make every check there is, and read all of it. Raises FileTrouble.

    These are two steps on its ``way``.
    """
    db = file.open_checked(taken, data_key(seed), db_id(seed), full=True)
    try:
        way.step()
        summary, packer = Summary(), Packer()
        packed = [packer.begin()]
        for line in lines(db, summary):
            way.go_on()
            packed.append(packer.pack(line))
        rows = b"".join([*packed, packer.end()])
        way.step()
        return Found(rows=rows, summary=summary, history_length=history_length(db))
    finally:
        file.close(db)


def _next_sequence(open_file: OpenFile, folder: Path) -> int:
    # A file that was restored remembers a lower number than the copies it came from.
    in_folder = max(map(sequence_of, copies_in(folder)), default=0)
    return max(int(open_file.fact("copy_sequence") or 0), in_folder) + 1


def _count_or_remove(copy: Path, seed: bytes) -> None:
    try:
        copyfile.checked(copy, seed)
    except FileTrouble:
        copy.unlink(missing_ok=True)  # this moment's own attempt, not a copy anybody has counted on
        raise
