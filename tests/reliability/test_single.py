"""S1: one program at a time; the second one is turned away before it has read a byte."""

import os
import signal
import threading
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import sidecar
from bolig_desktop.security.instance import give_back, take
from bolig_desktop.security.keys import data_key
from reliability.workshop import (
    LOCKED,
    PASSPHRASE,
    Case,
    add_person,
    in_other_process,
    make_case,
    read_by_another_program,
)


def _tries(case: Case, passphrase: str = PASSPHRASE) -> object:
    return in_other_process(lambda: case.open(passphrase=passphrase).close())


def test_a_second_process_is_turned_away_whatever_it_brings(case: Case) -> None:
    opened = case.open()
    before = sidecar.beside(case.path).read_bytes()
    assert _tries(case) == ("FileTrouble", "in_use")
    assert _tries(case, "feil") == ("FileTrouble", "in_use")  # it has not even looked at the slots
    assert sidecar.beside(case.path).read_bytes() == before
    opened.close()
    assert _tries(case) is None


def test_a_second_window_of_the_same_program_is_turned_away(case: Case) -> None:
    opened = case.open()
    with pytest.raises(FileTrouble) as refused:
        case.open()
    assert refused.value.kind is TroubleKind.IN_USE
    opened.close()
    case.open().close()


def test_a_killed_holder_leaves_nothing_that_is_in_the_way(case: Case) -> None:
    def hold() -> None:
        case.open()
        os.kill(os.getpid(), signal.SIGKILL)

    in_other_process(hold)
    case.open().close()


def test_two_files_side_by_side_are_not_in_each_others_way(case: Case, tmp_path: Path) -> None:
    other = make_case(tmp_path / "data" / "andre.bolig", people=1)
    one, two = case.open(), other.open()
    one.close()
    two.close()


def test_another_program_that_does_not_ask_for_our_lock_cannot_read_either(case: Case) -> None:
    opened = case.open()
    assert read_by_another_program(case) == LOCKED
    with opened.writing() as db:
        add_person(db, "Ny")
    assert read_by_another_program(case) == LOCKED
    opened.close()
    assert read_by_another_program(case) == 61


def test_another_program_that_has_it_open_is_told_as_such(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bolig_desktop.storage.file.PATIENCE_SECONDS", 0.0)
    ready, done = threading.Event(), threading.Event()

    def foreign() -> None:
        conn = dbapi2.connect(str(case.path))
        conn.execute(f"PRAGMA key = \"x'{data_key(case.seed).hex()}'\"")
        conn.execute("BEGIN IMMEDIATE")
        ready.set()
        done.wait()
        conn.close()

    thread = threading.Thread(target=foreign)
    thread.start()
    ready.wait()
    try:
        with pytest.raises(FileTrouble) as refused:
            case.open()
        assert refused.value.kind is TroubleKind.IN_USE
    finally:
        done.set()
        thread.join()
    case.open().close()


def test_the_lock_leaves_no_file_behind_and_keeps_out_whoever_waited(case: Case) -> None:
    lock = take(case.path)
    name = case.path.with_name(case.path.name + ".laas")
    assert name.exists()
    give_back(lock)
    assert not name.exists()
    first = take(case.path)
    with pytest.raises(FileTrouble):
        take(case.path)
    give_back(first)
    give_back(first)
    give_back(take(case.path))


def test_closing_twice_is_no_harm_and_the_key_is_gone(case: Case) -> None:
    opened = case.open()
    opened.close()
    opened.close()
    with pytest.raises(RuntimeError):
        opened.sheet_text()
