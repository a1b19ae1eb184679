"""S2: a file replaced, written over, cut or removed while it is open is noticed before the next write."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from reliability.workshop import Case, add_person, in_other_process


def _replaced(path: Path) -> None:
    shutil.copy(path, path.with_suffix(".ny"))
    path.with_suffix(".ny").replace(path)


def _written_over(path: Path) -> None:
    path.write_bytes(path.read_bytes())


def _one_byte(path: Path) -> None:
    with path.open("r+b") as file:
        file.seek(9000)
        file.write(b"x")


def _one_byte_and_the_time_set_back(path: Path) -> None:
    before = path.stat()
    _one_byte(path)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def _cut(path: Path) -> None:
    os.truncate(path, 8192)


def _longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(4096))


def _removed(path: Path) -> None:
    path.unlink()


def _moved(path: Path) -> None:
    path.rename(path.with_suffix(".flyttet"))


CASES = [_replaced, _written_over, _one_byte, _one_byte_and_the_time_set_back, _cut, _longer, _removed, _moved]


@pytest.mark.parametrize("change", CASES, ids=[change.__name__[1:] for change in CASES])
def test_what_others_do_to_the_file_is_noticed(case: Case, change: Callable[[Path], None]) -> None:
    opened = case.open()
    opened.before_write()
    in_other_process(lambda: change(case.path))
    with pytest.raises(FileTrouble) as refused, opened.writing() as db:
        add_person(db, "Blir ikke skrevet")
    assert refused.value.kind is TroubleKind.CHANGED_BY_OTHER
    with pytest.raises(FileTrouble), opened.db.atomic():  # also for whoever goes past the door
        add_person(opened.db, "Blir ikke skrevet")
    with pytest.raises(FileTrouble):
        opened.before_write()
    opened.close()


def test_our_own_writes_are_not_taken_for_others(case: Case) -> None:
    opened = case.open()
    opened.db.execute("PRAGMA cache_size = 2")
    for number in range(8):
        with opened.writing() as db:
            add_person(db, f"nr {number}", note="x" * 5000)
        with opened.db.atomic():
            opened.db.execute("INSERT OR REPLACE INTO meta VALUES ('a', ?)", [str(number)])
        with pytest.raises(ZeroDivisionError), opened.writing() as db:
            for _ in range(20):
                add_person(db, "tas tilbake", note="x" * 5000)
            raise ZeroDivisionError
        opened.before_write()
    opened.close()
    again = case.open()
    assert again.notices == [] and again.db.execute("SELECT count(*) FROM people").fetchone()[0] == 68
    again.close()
