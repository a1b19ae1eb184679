"""Makes filled case files cheaply, kills writers, and looks at what is left."""

import ctypes
import hashlib
import multiprocessing
import os
import random
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

import bolig_desktop.storage  # noqa: F401 - the driver's shim comes first
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.keys import data_key, db_id
from bolig_desktop.security.opening import OpenFile, create_case, open_case
from bolig_desktop.security.sheet import seed_of
from bolig_desktop.security.slots import Cost
from bolig_desktop.storage import file
from bolig_desktop.storage.file import Database
from bolig_desktop.storage.history import History

CHEAP = Cost(memory_kib=8, passes=1, lanes=1)
PASSPHRASE = "blå sykkel ved elva"
TEXT = "Æ bor på Ørlandet ved åa. " * 20


@dataclass(frozen=True, kw_only=True)
class Case:
    """A closed case file and the ways into it."""

    path: Path
    passphrase: str
    sheet: str

    @property
    def seed(self) -> bytes:
        return seed_of(self.sheet)

    @property
    def seed_name(self) -> str:
        return db_id(self.seed)

    def open(self, **way: Any) -> OpenFile:
        """Open with the sheet unless another way is given: it costs no key stretching."""
        return open_case(self.path, **(way or {"sheet": self.sheet}), cost=CHEAP)

    def raw(self, path: Path | None = None) -> Database:
        """Open past slots and lock, as a test's own tool."""
        return file.open_checked(path or self.path, data_key(self.seed), db_id(self.seed), full=True)


def make_case(path: Path, *, people: int = 60) -> Case:
    """Make a case file with some people, history and a well-used free list, and close it."""
    opened = create_case(path, PASSPHRASE, typed_back=False, cost=CHEAP)
    try:
        with opened.writing() as db:
            for number in range(people):
                add_person(db, f"Person {number}", note=TEXT)
        return Case(path=path, passphrase=PASSPHRASE, sheet=opened.sheet_text())
    finally:
        opened.close()


def full_row(db: Database, table: str, **known: Any) -> dict[str, Any]:
    """Return a row with something in every column that must have it."""
    row: dict[str, Any] = {}
    for _, name, kind, notnull, default, pk in db.execute(f"PRAGMA table_info({table})").fetchall():
        if notnull and not pk and default is None:
            row[name] = 0 if kind == "INTEGER" else ""
    return row | known


def add_person(db: Database, name: str, **known: Any) -> int:
    """Write one person and her line of history."""
    row = full_row(db, "people", given_name=name, grading="none", **known)
    row_id = int(db["people"].insert(row).last_pk)  # type: ignore[union-attr,arg-type]
    History(db).note("people", row_id, None, {"given_name": name})
    return row_id


def add_dwelling(db: Database, **known: Any) -> int:
    """Write one dwelling and its line of history."""
    row_id = int(db["dwellings"].insert(full_row(db, "dwellings", **known)).last_pk)  # type: ignore[union-attr,arg-type]
    History(db).note("dwellings", row_id, None, {})
    return row_id


def marker_words() -> list[str]:
    """Return fifty words that stand nowhere else, the same ones each time."""
    chance = random.Random(50)
    letters = "ABCDEFGHKLMNPRSTUVXYZÆØÅ"
    return ["Mrk" + "".join(chance.choices(letters, k=12)) for _ in range(50)]


def snapshot(folder: Path) -> dict[str, str]:
    """Return the hash of every file under a folder (nothing of ours may be open there)."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.is_symlink():
            found[str(path.relative_to(folder))] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def killed_while(
    work: Callable[[Callable[[int], None]], None], chance: random.Random, most: int, longest: float
) -> list[int]:
    """Run ``work(acknowledge)`` in a process of its own, kill it -9 at a random moment, return what it acknowledged.

    The moment: up to ``longest`` seconds after one of the first ``most`` acknowledgements (0 says "begun").
    """
    reader, writer = os.pipe()
    process = multiprocessing.get_context("fork").Process(target=_child, args=(work, reader, writer))
    process.start()
    os.close(writer)
    try:
        wanted, data = 8 * chance.randint(1, most), b""
        while len(data) < wanted and (more := os.read(reader, 8)):
            data += more
        process.join(chance.uniform(0, longest))
        os.kill(process.pid or 0, signal.SIGKILL)
        process.join()
        while more := os.read(reader, 1 << 16):
            data += more
    finally:
        os.close(reader)
    return [int.from_bytes(data[i : i + 8]) for i in range(0, len(data) - len(data) % 8, 8)]


def _child(work: Callable[[Callable[[int], None]], None], reader: int, writer: int) -> None:
    os.close(reader)

    def acknowledge(number: int) -> None:
        os.write(writer, number.to_bytes(8))

    try:
        work(acknowledge)
    finally:
        os._exit(0)


LOCKED = "database is locked"


def killed_when(said: str, command: list[str], **environment: str) -> None:
    """Start a program of ours with no screen, and kill it when it has written one line that says so."""
    child = subprocess.Popen(
        [sys.executable, *command],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"} | environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    with child:
        try:
            assert child.stdout is not None and child.stdout.readline() == f"{said}\n"
        finally:
            child.send_signal(signal.SIGKILL)


def another_case(case: Case) -> Case:
    """Make another case file beside this one, with a key of its own."""
    taken = len(list(case.path.parent.glob("andre*.bolig")))
    return make_case(case.path.with_name(f"andre{taken}.bolig"), people=1)


def kind_refused(case: Case, **way: str) -> TroubleKind:
    """Return why the file is not opened. Fails where it is."""
    with pytest.raises(FileTrouble) as refused:
        open_case(case.path, **way, cost=CHEAP)
    return refused.value.kind


def read_by_another_program(case: Case) -> int | str:
    """Return how many people a program that does not ask for our lock reads in the file, or what SQLite told it.

    A program started anew: a forked one has the memory of ours, and SQLite in it knows our locks without asking.
    """
    code = (
        "import sys\nfrom sqlcipher3 import dbapi2\nconn = dbapi2.connect(sys.argv[1], timeout=0)\n"
        'try:\n    conn.execute(f"PRAGMA key = \\"x\'{sys.argv[2]}\'\\"")\n'
        "    print(conn.execute('SELECT count(*) FROM people').fetchone()[0])\n"
        "except dbapi2.Error as error:\n    print(error)\n"
    )
    command = [sys.executable, "-c", code, str(case.path), data_key(case.seed).hex()]
    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
    return int(told) if told.isdecimal() else told


def in_other_process(work: Callable[[], object]) -> Any:
    """Run ``work`` in a process of its own and return what it returned, or the exception it raised."""
    context = multiprocessing.get_context("fork")
    ours, theirs = context.Pipe()

    def run() -> None:
        try:
            theirs.send(work())
        except Exception as error:
            theirs.send((type(error).__name__, str(error)))
        finally:
            os._exit(0)

    process = context.Process(target=run)
    process.start()
    theirs.close()
    try:
        return ours.recv()
    except EOFError:
        return None
    finally:
        process.join()
        ours.close()


_CLONE_NEWNS, _CLONE_NEWUSER = 0x20000, 0x10000000
_MS_RDONLY, _MS_REMOUNT, _MS_BIND, _MS_REC, _MS_PRIVATE = 1, 32, 4096, 16384, 1 << 18
NOBODY = 65534


def mounted_read_only(place: Path) -> bool:
    """Make a file, or a folder with all in it, read-only for this process alone, as on a disk mounted so.

    Returns False where this machine lets nobody mount; nothing is then changed. Only in a process of its own.
    """
    try:
        libc = ctypes.CDLL(None, use_errno=True)
        own, group = os.getuid(), os.getgid()
        if libc.unshare(_CLONE_NEWNS if own == 0 else _CLONE_NEWNS | _CLONE_NEWUSER):
            return False
        if own != 0:
            Path("/proc/self/uid_map").write_text(f"0 {own} 1")
            Path("/proc/self/setgroups").write_text("deny")
            Path("/proc/self/gid_map").write_text(f"0 {group} 1")
        at = os.fsencode(place)
        if libc.mount(b"none", b"/", None, _MS_REC | _MS_PRIVATE, None) or libc.mount(at, at, None, _MS_BIND, None):
            return False
        return bool(libc.mount(None, at, None, _MS_BIND | _MS_REMOUNT | _MS_RDONLY, None) == 0)
    except (OSError, AttributeError):
        return False


def become_nobody(*, only_in_effect: bool) -> None:
    """Give up being root, for good or only as far as files are concerned; nothing of root's may be written then."""
    os.setgroups([])
    os.setegid(NOBODY) if only_in_effect else os.setgid(NOBODY)
    os.seteuid(NOBODY) if only_in_effect else os.setuid(NOBODY)
