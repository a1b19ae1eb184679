"""A full disk, a read error, a disk become read-only: told as what it is, and nothing is lost or left over."""

import contextlib
import os
import resource
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from bolig_desktop.documents import year_files
from bolig_desktop.errors import FileTrouble, NotPlaced, TroubleKind
from bolig_desktop.security import sidecar
from bolig_desktop.security.backup import make_copy, repeat_copy
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.placing import for_others, place_for_others
from bolig_desktop.security.restore import restore, restore_from_jsonl
from bolig_desktop.storage import file
from bolig_desktop.text.sentences import trouble_sentence
from reliability.workshop import PASSPHRASE, Case, add_person, in_other_process, snapshot

MESSAGES = {TroubleKind.FULL, TroubleKind.DISK, TroubleKind.READ_ONLY}


@contextlib.contextmanager
def largest_file(size: int) -> Iterator[None]:
    """Let no file grow past ``size`` bytes, as on a disk with no room left."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    hard = resource.getrlimit(resource.RLIMIT_FSIZE)[1]
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def _count(opened: object) -> int:
    return int(opened.db.execute("SELECT count(*) FROM people").fetchone()[0])  # type: ignore[attr-defined]


@pytest.mark.parametrize("pages", [0, 1, 2, 3, 5, 8, 13, 21, 34, 55])
def test_a_write_with_no_room_left_is_told_and_the_next_one_works(case: Case, pages: int) -> None:
    opened = case.open()
    used = opened.db.execute("PRAGMA page_count").fetchone()[0]
    opened.db.execute(f"PRAGMA max_page_count = {used + pages}")
    saved = _count(opened)
    with pytest.raises(FileTrouble) as refused:
        for _ in range(300):
            with opened.writing() as db:
                add_person(db, "Ny", note="x" * 3000)
            saved += 1
    assert refused.value.kind is TroubleKind.FULL
    assert not opened.db.conn.in_transaction and _count(opened) == saved
    with opened.writing() as db:  # it was closed, opened and checked again: the same object goes on
        add_person(db, "Etterpå")
    opened.close()
    again = case.open()
    assert again.notices == [] and _count(again) == saved + 1
    again.close()


@pytest.mark.parametrize("room", [0, 100, 4096, 5000, 20_000, 60_000])
def test_a_disk_that_refuses_to_write_is_told_and_nothing_is_lost(case: Case, room: int) -> None:
    def fill() -> tuple[int, str, int, int]:
        opened = case.open()
        saved, said = _count(opened), ""
        with largest_file(case.path.stat().st_size + room):
            try:
                for _ in range(300):
                    with opened.writing() as db:
                        add_person(db, "Ny", note="x" * 3000)
                    saved += 1
            except FileTrouble as trouble:
                said = trouble.kind
        readable = _count(opened)
        with opened.writing() as db:
            add_person(db, "Etterpå")
        opened.close()
        return saved, said, readable, 0

    saved, said, readable, _ = in_other_process(fill)
    assert said in MESSAGES and readable == saved
    again = case.open()
    assert again.notices == [] and _count(again) == saved + 1
    again.close()


@pytest.mark.parametrize("room", [0, 3000, 50_000, 150_000])
def test_copying_restoring_and_creating_with_no_room_leave_nothing_unfinished(
    case: Case, room: int, tmp_path: Path
) -> None:
    opened = case.open()
    copy = make_copy(opened, tmp_path / "kopier", reason="asked")
    opened.close()

    def tries() -> list[str]:
        opened = case.open()
        said = []
        acts = (
            lambda: make_copy(opened, tmp_path / "til", reason="asked"),
            lambda: repeat_copy(copy, tmp_path / "til", case.seed),
            lambda: restore(copy, tmp_path / "til" / "a.bolig", passphrase=PASSPHRASE),
            lambda: restore_from_jsonl(copy, tmp_path / "til" / "b.bolig", passphrase=PASSPHRASE),
            lambda: create_case(tmp_path / "til" / "c.bolig", "x"),
        )
        with largest_file(room):
            for act in acts:
                try:
                    act()
                    said.append("")
                except FileTrouble as trouble:
                    said.append(trouble.kind.value)
        opened.close()
        return said

    said = in_other_process(tries)
    assert len(said) == 5 and set(said) <= {kind.value for kind in MESSAGES}, said
    left = {path.suffix for path in (tmp_path / "til").iterdir()}
    assert left <= {".nokkel", ".forrige"}
    assert not [name for name in snapshot(tmp_path / "data") if "uferdig" in name]
    case.open().close()


def test_a_passphrase_that_cannot_be_written_down_leaves_the_old_one(case: Case) -> None:
    def change() -> str:
        opened = case.open()
        with largest_file(100):
            try:
                opened.change_passphrase(None, "nytt")
            except FileTrouble as trouble:
                return trouble.kind.value
            finally:
                opened.close()
        return ""

    assert in_other_process(change) in {kind.value for kind in MESSAGES}
    case.open(passphrase=PASSPHRASE).close()
    assert sidecar.read(sidecar.beside(case.path)).db_id == case.seed_name


def test_a_file_that_becomes_unwritable_is_told_as_read_only(case: Case) -> None:
    opened = case.open()
    opened.db.execute("PRAGMA query_only = ON")
    with pytest.raises(FileTrouble) as refused, opened.writing() as db:
        add_person(db, "Ny")
    assert refused.value.kind is TroubleKind.READ_ONLY
    with opened.writing() as db:
        add_person(db, "Etterpå")
    opened.close()


def test_damage_met_while_writing_is_told_as_damage_once_it_is_looked_at(case: Case) -> None:
    opened = case.open()

    def damage() -> None:
        with case.path.open("r+b") as out:
            for page in range(3, case.path.stat().st_size // 4096):
                out.seek(page * 4096 + 100)
                out.write(b"damage")

    in_other_process(damage)
    opened.db.execute("PRAGMA cache_size = 1")
    opened.db.execute("PRAGMA shrink_memory")
    opened._guard.mark()  # the guard looks the other way, as if the disk itself had done it
    with pytest.raises(FileTrouble) as refused, opened.writing() as db:
        db.execute("SELECT count(*), max(note) FROM people WHERE note LIKE '%q%'").fetchall()
        add_person(db, "Ny")
    assert refused.value.kind is TroubleKind.DAMAGED
    opened.close()


def test_a_passing_read_error_is_not_told_as_damage(case: Case) -> None:
    opened = case.open()
    said = opened.after_trouble(FileTrouble(TroubleKind.DAMAGED))
    assert said.kind is TroubleKind.DISK
    with opened.writing() as db:
        add_person(db, "Etterpå")
    opened.close()


def test_our_own_bugs_are_not_dressed_up_as_trouble(case: Case) -> None:
    opened = case.open()
    with pytest.raises(Exception, match="no such table") as bug, opened.writing() as db:
        db.execute("INSERT INTO finnes_ikke VALUES (1)")
    assert not isinstance(bug.value, FileTrouble)
    with pytest.raises(Exception, match="FOREIGN KEY") as bug, file.guarded():
        opened.db.execute("INSERT INTO keys VALUES (1, 99, '', 1, '', NULL, NULL, '')")
    assert not isinstance(bug.value, FileTrouble)
    opened.db.conn.rollback()
    opened.close()


@pytest.mark.parametrize("room", [0, 3000, 20_000])
def test_files_that_belong_together_leave_nothing_where_the_last_has_no_room(tmp_path: Path, room: int) -> None:
    """And nothing is said of the case file: where they were to lie is the trouble."""
    files = [("rapport.pdf", b"x" * 1000), ("csv/tall.csv", b"y" * 4000), ("ark.xlsx", b"z" * 30_000)]
    folder = tmp_path / "året"
    folder.mkdir()
    (folder / "rapport.pdf").write_bytes(b"fra i fjor")

    def work() -> object:
        with largest_file(room), pytest.raises(NotPlaced) as told:
            year_files.write(folder, files)
        return told.value.kind, trouble_sentence(told.value)

    kind, said = in_other_process(work)
    assert kind is TroubleKind.FULL and said.startswith("Det er ikke plass der")
    assert [path.name for path in folder.iterdir()] == ["rapport.pdf"]
    assert (folder / "rapport.pdf").read_bytes() == b"fra i fjor"
    year_files.write(folder, files)
    assert {path.name for path in folder.rglob("*")} == {"rapport.pdf", "csv", "tall.csv", "ark.xlsx"}


def test_what_a_kill_left_of_a_file_for_others_goes_with_the_next_one(tmp_path: Path) -> None:
    """Everything stands in it, and nobody looks for its name; but another may be on its way to its place."""
    left, under_way = tmp_path / ".alt.xlsx-0a1b2c3d.uferdig", tmp_path / ".annet.xlsx-4e5f6a7b.uferdig"
    for path in (left, under_way):
        path.write_bytes(b"Selam Tesfay, Storgata 14 B")
    os.utime(left, (0, 0))
    place_for_others([(tmp_path / "nytt.xlsx", b"x")])
    assert {path.name for path in tmp_path.glob("*") if path.is_file()} == {under_way.name, "nytt.xlsx"}


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (TroubleKind.NOT_FOUND, "Mappen finnes ikke"),
        (TroubleKind.READ_ONLY, "åpen i et annet program"),
        (TroubleKind.FULL, "ikke plass"),
        (TroubleKind.DISK, "kunne ikke legges der"),
        (TroubleKind.EXISTS, "kunne ikke legges der"),
    ],
)
def test_a_place_that_will_not_do_is_told_as_one(kind: TroubleKind, said: str) -> None:
    with pytest.raises(NotPlaced) as told, for_others():
        raise FileTrouble(kind)
    assert said in trouble_sentence(told.value) and "aksfil" not in trouble_sentence(told.value)
    assert said not in trouble_sentence(FileTrouble(kind))
