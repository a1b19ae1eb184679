"""F3: each way a file can be wrong has its own kind of trouble, and whatever it is, nothing is changed."""

import contextlib
import fcntl
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import sidecar
from bolig_desktop.security.backup import default_folder, make_copy
from bolig_desktop.security.keys import data_key
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.storage.file import close, put_meta
from reliability.workshop import (
    CHEAP,
    NOBODY,
    PASSPHRASE,
    Case,
    another_case,
    become_nobody,
    in_other_process,
    kind_refused,
    mounted_read_only,
    snapshot,
)

K = TroubleKind


def _empty(case: Case) -> None:
    case.path.write_bytes(b"")


def _cut_in_a_page(case: Case) -> None:
    os.truncate(case.path, 40_000)


def _cut_at_a_page(case: Case) -> None:
    os.truncate(case.path, 4096 * 9)


def _one_page(case: Case) -> None:
    os.truncate(case.path, 4096)


def _longer(case: Case) -> None:
    with case.path.open("ab") as file:
        file.write(b"x" * 100)


def _picture(case: Case) -> None:
    case.path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 64)


def _plain_sqlite(case: Case) -> None:
    case.path.write_bytes(b"SQLite format 3\0" + bytes(8176))


def _few_bytes(case: Case) -> None:
    case.path.write_bytes(b"hei")


def _another_case(case: Case) -> None:
    other = another_case(case)
    sidecar.among_settings(other.seed_name).unlink()  # made on another machine: its slots are not among the settings
    shutil.copy(other.path, case.path)


def _start_overwritten(case: Case) -> None:
    with case.path.open("r+b") as file:
        file.write(bytes(16))


def _first_page_overwritten(case: Case) -> None:
    with case.path.open("r+b") as file:
        file.seek(16)
        file.write(bytes(4000))


def _newer(case: Case) -> None:
    db = case.raw()
    with db.atomic():
        db.execute(
            "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES ('bolig', 'm9999_later', '')"
        )
    close(db)


def _not_ours(case: Case) -> None:
    db = case.raw()
    db.execute("PRAGMA application_id = 1")
    close(db)


def _meta_of_another(case: Case) -> None:
    db = case.raw()
    put_meta(db, "db_id", "0" * 32)
    close(db)


def _gone(case: Case) -> None:
    case.path.unlink()


def _link(case: Case) -> None:
    case.path.rename(case.path.with_name("ekte.bolig"))
    case.path.symlink_to("ekte.bolig")


def _two_names(case: Case) -> None:
    os.link(case.path, case.path.with_name("kopi.bolig"))


def _a_folder(case: Case) -> None:
    case.path.unlink()
    case.path.mkdir()


def _read_only(case: Case) -> None:
    case.path.chmod(0o400)


def _read_only_folder(case: Case) -> None:
    case.path.parent.chmod(0o500)


WAYS = [
    (_empty, K.EMPTY),
    (_cut_in_a_page, K.DAMAGED),
    (_cut_at_a_page, K.DAMAGED),
    (_one_page, K.DAMAGED),
    (_longer, K.DAMAGED),
    (_picture, K.SLOTS_OF_ANOTHER_FILE),
    (_plain_sqlite, K.NOT_A_CASE_FILE),
    (_few_bytes, K.NOT_A_CASE_FILE),
    (_another_case, K.SLOTS_OF_ANOTHER_FILE),
    (_start_overwritten, K.DAMAGED),
    (_first_page_overwritten, K.DAMAGED),
    (_newer, K.NEWER),
    (_not_ours, K.NOT_A_CASE_FILE),
    (_meta_of_another, K.NOT_A_CASE_FILE),
    (_gone, K.NOT_FOUND),
    (_link, K.LINK),
    (_two_names, K.LINK),
    (_a_folder, K.NOT_A_CASE_FILE),
    (_read_only, K.READ_ONLY),
    (_read_only_folder, K.READ_ONLY),
]


@pytest.mark.parametrize(("spoil", "kind"), WAYS, ids=[spoil.__name__[1:] for spoil, _ in WAYS])
def test_what_is_wrong_is_told_and_nothing_is_changed(
    case: Case, spoil: Callable[[Case], None], kind: TroubleKind, tmp_path: Path
) -> None:
    opened = case.open()
    copies = [make_copy(opened, folder, reason="asked") for folder in (default_folder(case.path), tmp_path / "minne")]
    opened.close()
    spoil(case)
    before = snapshot(tmp_path)
    try:
        assert kind_refused(case, passphrase=PASSPHRASE) is kind
    finally:
        case.path.parent.chmod(0o700)
    assert snapshot(tmp_path) == before
    assert {str(copy.relative_to(tmp_path)) for copy in copies} <= before.keys()


@pytest.mark.parametrize(("spoil", "kind"), WAYS, ids=[spoil.__name__[1:] for spoil, _ in WAYS])
def test_the_sheet_tells_them_apart_too(case: Case, spoil: Callable[[Case], None], kind: TroubleKind) -> None:
    spoil(case)
    if kind is K.SLOTS_OF_ANOTHER_FILE:
        kind = K.WRONG_SHEET
    try:
        assert kind_refused(case, sheet=case.sheet) is kind
    finally:
        case.path.parent.chmod(0o700)


@pytest.mark.parametrize("spoil", [_empty, _newer, _two_names, _not_ours])
def test_control_sqlite_alone_opens_and_writes_to_what_we_refuse(
    case: Case, spoil: Callable[[Case], None], tmp_path: Path
) -> None:
    """A look that only asks whether SQLite opens the file: it would have refused none of these."""
    spoil(case)
    before = snapshot(tmp_path)
    conn = dbapi2.connect(str(case.path))
    conn.execute(f"PRAGMA key = \"x'{data_key(case.seed).hex()}{case.seed_name}'\"")
    conn.execute("CREATE TABLE IF NOT EXISTS x (y)")
    conn.commit()
    conn.close()
    assert snapshot(tmp_path) != before


# What really cannot be written to, whoever asks (the tests may run as one who may write anywhere)


def _open_and_say(case: Case, prepare: Callable[[], bool]) -> object:
    """Return how opening went in a process for which ``prepare`` made something read-only; None: it could not."""

    def work() -> object:
        if not prepare():
            return None
        try:
            case.open(passphrase=PASSPHRASE).close()
        except FileTrouble as trouble:
            return trouble.kind.value
        return "opened"

    return in_other_process(work)


@pytest.mark.parametrize("what", ["the file", "the folder", "the disk"])
def test_a_read_only_disk_is_told_and_nothing_is_changed(case: Case, what: str, tmp_path: Path) -> None:
    place = {"the file": case.path, "the folder": case.path.parent, "the disk": tmp_path}[what]
    before = snapshot(tmp_path)

    def prepare() -> bool:
        if mounted_read_only(place):
            with pytest.raises(OSError, match="Read-only"):  # it is so even for one who may write anywhere
                os.close(os.open(case.path, os.O_RDWR))
            return True
        if os.getuid() == 0:
            become_nobody(only_in_effect=False)
        else:
            place.chmod(0o500)
        return not os.access(place, os.W_OK)

    with reachable(tmp_path):
        assert _open_and_say(case, prepare) == K.READ_ONLY.value
    assert snapshot(tmp_path) == before
    case.path.parent.chmod(0o700)
    tmp_path.chmod(0o700)
    case.path.chmod(0o600)
    case.open(passphrase=PASSPHRASE).close()  # the control: it was only that


@contextlib.contextmanager
def reachable(folder: Path) -> Iterator[None]:
    """Let others look into this folder, as far as our own folders above it keep them out.

    Those above are other test processes' too: one at a time, or the first to end shuts the door on the next.
    """
    ours = [one for one in (folder, *folder.parents) if one.stat().st_uid == os.getuid()]
    door = os.open(ours[-1], os.O_RDONLY)
    fcntl.flock(door, fcntl.LOCK_EX)
    modes = [(one, one.stat().st_mode & 0o7777) for one in ours]
    closed = [(one, mode) for one, mode in modes if not mode & 0o001]
    for one, mode in closed:
        one.chmod(mode | 0o011)
    try:
        yield
    finally:
        for one, mode in closed:
            one.chmod(mode)
        os.close(door)


@pytest.mark.parametrize("only_in_effect", [False, True], ids=["for good", "in effect"])
@pytest.mark.parametrize("theirs", ["the file", "the folder", "both", "neither"])
def test_somebody_elses_file_or_folder_is_told(case: Case, theirs: str, only_in_effect: bool, tmp_path: Path) -> None:
    """Ours is what the user who opens may write to; the modes say that its owner may, and who that is decides."""
    folder = case.path.parent
    for one in (folder, *folder.rglob("*"), *(tmp_path / "home").rglob("*"), tmp_path / "home"):
        one.chmod(0o755 if one.is_dir() else 0o644)
        if os.getuid() == 0:
            os.chown(one, NOBODY, NOBODY)
    taken = {"the file": [case.path], "the folder": [folder], "both": [case.path, folder], "neither": []}[theirs]
    before = snapshot(tmp_path)

    def prepare() -> bool:
        for one in taken:
            os.chown(one, 0, 0) if os.getuid() == 0 else one.chmod(0o555)
        if os.getuid() == 0:
            become_nobody(only_in_effect=only_in_effect)
        return True

    with reachable(tmp_path):
        told = _open_and_say(case, prepare)
    assert told == (K.READ_ONLY.value if taken else "opened")  # the last is the control
    assert snapshot(tmp_path) == before


def test_control_the_untouched_file_opens_and_stays_as_it_is(case: Case, tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    case.open().close()
    case.open(passphrase=PASSPHRASE).close()
    assert snapshot(tmp_path) == before


def test_a_newer_file_is_as_it_was_to_the_last_byte(case: Case, tmp_path: Path) -> None:
    _newer(case)
    before = snapshot(tmp_path)
    for _ in range(3):
        assert kind_refused(case, sheet=case.sheet) is K.NEWER
    assert snapshot(tmp_path) == before


# Creating


def test_creating_never_touches_what_is_there(case: Case, tmp_path: Path) -> None:
    before = snapshot(tmp_path)
    with pytest.raises(FileTrouble) as refused:
        create_case(case.path, "x", cost=CHEAP)
    assert refused.value.kind is K.EXISTS
    assert snapshot(tmp_path) == before


def test_a_case_file_left_without_its_file_keeps_its_slots_when_another_is_made(case: Case) -> None:
    slots = sidecar.beside(case.path).read_bytes()
    case.path.unlink()
    create_case(case.path, "x", cost=CHEAP).close()
    assert case.path.with_name("nordvik.tilsidesatt-1.nokkel").read_bytes() == slots


def test_everything_made_is_for_its_owner_only(case: Case) -> None:
    opened = case.open()
    make_copy(opened, default_folder(case.path), reason="asked")
    for one in case.path.parent.rglob("*"):
        assert one.stat().st_mode & 0o077 == 0, one
    opened.close()


def test_nothing_can_be_written_before_the_sheet_is_typed_back(tmp_path: Path) -> None:
    path = tmp_path / "ny.bolig"
    opened = create_case(path, PASSPHRASE, cost=CHEAP)
    with pytest.raises(FileTrouble) as refused:
        opened.before_write()
    assert refused.value.kind is K.SETUP_UNFINISHED
    opened.close()
    opened = open_case(path, passphrase=PASSPHRASE, cost=CHEAP)
    letters = opened.sheet_text().replace("-", "")
    asked = opened.asked_positions()
    assert len(set(asked)) == 4 and all(1 <= at <= 30 for at in asked)
    right = {at: letters[at - 1].lower() for at in asked}
    assert not opened.finish_setup({})
    assert not opened.finish_setup(right | {asked[2]: "0"})
    assert not opened.setup_finished
    assert opened.finish_setup(right)
    opened.before_write()
    opened.close()
    again = open_case(path, passphrase=PASSPHRASE, cost=CHEAP)
    assert again.setup_finished
    again.close()
