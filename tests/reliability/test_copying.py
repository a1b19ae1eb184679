"""A copy taken beside the open file counts only where the file stood still, and taking one costs the file nothing."""

import os
import random
import signal
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.backup import verify
from bolig_desktop.security.copyfile import copies_in
from bolig_desktop.security.copying import Copying
from bolig_desktop.security.logical import summarised
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.storage.file import close
from reliability.workshop import Case, add_person, in_other_process, read_by_another_program


def _begin(opened: OpenFile, tmp_path: Path) -> Copying:
    return Copying(opened, tmp_path / "kopier", reason="asked")


def _left(case: Case) -> list[str]:
    return [path.name for path in case.path.parent.iterdir() if path.name.startswith(".nordvik.kopi")]


def _add(opened: OpenFile) -> None:
    with opened.writing() as db:
        add_person(db, "Selam")


def _take_back(opened: OpenFile) -> None:
    with pytest.raises(ZeroDivisionError), opened.writing() as db:
        add_person(db, "Selam")
        raise ZeroDivisionError


def _as_it_was(opened: OpenFile) -> None:
    with opened.writing() as db:
        db.execute("UPDATE people SET given_name = given_name WHERE id = 1")


WRITES: dict[str, Callable[[OpenFile], None]] = {"a row": _add, "taken back": _take_back, "the same": _as_it_was}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
@pytest.mark.parametrize("when", ["before", "after"])
def test_written_to_meanwhile_it_does_not_hold(
    case: Case, tmp_path: Path, write: Callable[[OpenFile], None], when: str
) -> None:
    opened = case.open()
    copying = _begin(opened, tmp_path)
    if when == "before":
        write(opened)
    copying.take()
    if when == "after":
        write(opened)
    assert not copying.holds()
    copying.drop()
    assert _left(case) == [] and copies_in(tmp_path / "kopier") == []
    opened.close()


def test_read_meanwhile_it_holds_and_is_the_file(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copying = _begin(opened, tmp_path)
    worker = threading.Thread(target=copying.take)
    worker.start()
    while worker.is_alive():
        opened.db.execute("SELECT count(*) FROM people").fetchone()
    worker.join()
    assert copying.holds()
    (copy,) = copying.finish()
    assert verify(copy, case.seed).digest == summarised(opened.db).digest
    opened.close()


def test_written_to_after_it_was_asked_it_is_the_file_as_it_was(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copying = _begin(opened, tmp_path)
    copying.take()
    before = summarised(opened.db).digest
    assert copying.holds()
    _add(opened)
    (copy,) = copying.finish()
    assert verify(copy, case.seed).digest == before != summarised(opened.db).digest
    opened.close()


def test_somebody_else_at_the_file_meanwhile_is_trouble(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copying = _begin(opened, tmp_path)
    copying.take()

    def touch() -> None:
        content = case.path.read_bytes()
        case.path.write_bytes(content)

    in_other_process(touch)
    with pytest.raises(FileTrouble) as refused:
        copying.holds()
    assert refused.value.kind is TroubleKind.CHANGED_BY_OTHER
    copying.drop()
    opened._guard.mark()
    opened.close()


def test_a_file_that_was_closed_for_its_damage_meanwhile_is_trouble(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copying = _begin(opened, tmp_path)
    copying.take()
    close(opened.db)
    with pytest.raises(FileTrouble) as refused:
        copying.holds()
    assert refused.value.kind is TroubleKind.DAMAGED
    copying.drop()
    opened.close()


def test_the_file_is_as_much_ours_after_a_copy_as_before(case: Case, tmp_path: Path) -> None:
    """A second connection that is closed could drop the locks of the first (POSIX)."""
    opened = case.open()
    before = read_by_another_program(case)
    assert before == "database is locked"
    copying = _begin(opened, tmp_path)
    copying.take()
    assert copying.holds()
    copying.finish()
    _add(opened)
    assert read_by_another_program(case) == before
    opened.close()


def test_what_is_wrong_with_what_was_taken_is_found(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copying = _begin(opened, tmp_path)
    copying.take()
    (name,) = _left(case)
    taken = case.path.with_name(name)
    content = bytearray(taken.read_bytes())
    content[random.Random(1).randrange(4096, len(content))] ^= 4
    taken.write_bytes(content)
    with pytest.raises(FileTrouble):
        copying.finish()
    assert _left(case) == [] and copies_in(tmp_path / "kopier") == []
    opened.close()


def test_another_file_in_place_of_what_was_taken_is_found(case: Case, tmp_path: Path) -> None:
    """It is whole and has the right key; only its rows are others."""
    opened = case.open()
    first = _begin(opened, tmp_path)
    first.take()
    (name,) = _left(case)
    older = case.path.with_name(name).read_bytes()
    first.drop()
    _add(opened)
    copying = _begin(opened, tmp_path)
    copying.take()
    (name,) = _left(case)
    case.path.with_name(name).write_bytes(older)
    with pytest.raises(FileTrouble) as refused:
        copying.finish()
    assert refused.value.kind is TroubleKind.COPY_DAMAGED and copies_in(tmp_path / "kopier") == []
    opened.close()


@pytest.mark.parametrize("at", [0, 1, 2])
def test_killed_at_any_step_the_file_opens_and_nothing_is_left_of_it(case: Case, tmp_path: Path, at: int) -> None:
    def work() -> None:
        opened = case.open()

        def tell(done: int, of: int) -> None:
            if done == at:
                os.kill(os.getpid(), signal.SIGKILL)

        copying = _begin(opened, tmp_path)
        copying.take(tell)
        copying.finish(tell)

    in_other_process(work)
    assert bool(_left(case)) is (at > 0), "the control: it was killed in the middle"
    opened = case.open()
    assert _left(case) == [] and opened.shortfall == 0
    copying = _begin(opened, tmp_path)
    copying.take()
    assert copying.holds()
    (copy,) = copying.finish()
    assert verify(copy, case.seed).digest == summarised(opened.db).digest
    opened.close()


class Enough(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """Whoever is told has had enough."""


@pytest.mark.parametrize("at", range(6))
def test_broken_off_it_leaves_nothing_unfinished(case: Case, tmp_path: Path, at: int) -> None:
    opened = case.open()
    told = []

    def tell(done: int, of: int) -> None:
        told.append((done, of))
        if done == at:
            raise Enough

    copying = _begin(opened, tmp_path)
    with pytest.raises(Enough):
        copying.take(tell)
        copying.finish(tell)
    assert list(dict.fromkeys(told)) == [(done, 6) for done in range(at + 1)]
    assert _left(case) == [] and copies_in(tmp_path / "kopier") == []
    opened.close()


def test_broken_off_on_the_way_to_a_slow_memory_stick_the_first_copy_is_whole(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bolig_desktop.security.copying._TOLD_AGAIN_SECONDS", 0)
    opened, stick, told = case.open(), tmp_path / "pinne", []

    def tell(done: int, of: int) -> None:
        told.append((done, of))
        if told.count((6, 7)) > 1:
            raise Enough

    copying = Copying(opened, tmp_path / "kopier", reason="asked", more=[stick])
    with pytest.raises(Enough):
        copying.take(tell)
        copying.finish(tell)
    assert list(stick.iterdir()) == [] and _left(case) == []
    (copy,) = copies_in(tmp_path / "kopier")
    assert verify(copy, case.seed).digest == summarised(opened.db).digest
    opened.close()


@pytest.mark.parametrize("step", [2, 4])
def test_it_can_be_broken_off_between_two_rows(
    case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    """In a file with many photos the rows are what takes long."""
    monkeypatch.setattr("bolig_desktop.security.copying._TOLD_AGAIN_SECONDS", 0)
    opened = case.open()
    told = []

    def tell(done: int, of: int) -> None:
        told.append(done)
        if told.count(step) > 5:
            raise Enough

    copying = _begin(opened, tmp_path)
    with pytest.raises(Enough):
        copying.take(tell)
        copying.finish(tell)
    assert set(told) == set(range(step + 1)) and told.count(step) == 6
    assert _left(case) == [] and copies_in(tmp_path / "kopier") == []
    opened.close()
