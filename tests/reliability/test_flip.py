"""F1: one changed bit anywhere in the file is noticed before any data is shown, and what is damaged is left alone."""

import random
import sqlite3  # the control: what a file without our checks would have said
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from reliability.workshop import Case, add_person

RUNS = [pytest.param(120, id="quick"), pytest.param(1000, id="full", marks=pytest.mark.long)]


def _spots(chance: random.Random, size: int, count: int) -> list[tuple[int, int]]:
    return [(chance.randrange(size), 1 << chance.randrange(8)) for _ in range(count)]


def _flip(path: Path, offset: int, bit: int) -> None:
    with path.open("r+b") as file:
        file.seek(offset)
        old = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([old ^ bit]))


@pytest.mark.parametrize("flips", RUNS)
def test_every_flipped_bit_is_noticed_before_anything_is_shown(case: Case, flips: int) -> None:
    opened = case.open()
    with opened.writing() as db:
        for number in range(150):
            add_person(db, f"Flere {number}", note="y" * (number * 40))
    opened.close()
    said: dict[TroubleKind | None, int] = {}
    for offset, bit in _spots(random.Random(1), case.path.stat().st_size, flips):
        _flip(case.path, offset, bit)
        damaged = case.path.read_bytes()
        try:
            case.open().close()
            kind = None
        except FileTrouble as trouble:
            kind = trouble.kind
        assert case.path.read_bytes() == damaged
        said[kind] = said.get(kind, 0) + 1
        _flip(case.path, offset, bit)
    assert said == {TroubleKind.DAMAGED: flips}  # 0 silent, and never taken for a wrong key
    case.open().close()


@pytest.mark.parametrize("flips", RUNS)
def test_control_a_plain_file_misses_most_of_them(case: Case, flips: int, tmp_path: Path) -> None:
    plain = tmp_path / "plain.db"
    opened = case.open()
    people = opened.db.execute("SELECT given_name, note FROM people").fetchall()
    opened.close()
    conn = sqlite3.connect(plain)
    conn.execute("CREATE TABLE people (id INTEGER PRIMARY KEY, given_name TEXT NOT NULL, note TEXT NOT NULL) STRICT")
    conn.executemany("INSERT INTO people (given_name, note) VALUES (?, ?)", people)
    conn.commit()
    conn.close()
    missed = 0
    for offset, bit in _spots(random.Random(1), plain.stat().st_size, flips):
        _flip(plain, offset, bit)
        try:
            conn = sqlite3.connect(plain)
            missed += conn.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        except sqlite3.DatabaseError:
            pass
        finally:
            conn.close()
        _flip(plain, offset, bit)
    assert missed > flips / 2
