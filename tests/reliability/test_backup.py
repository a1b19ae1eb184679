"""B1: a copy made between two writes is whole and in step; a copy of the bare file made by others need not be."""

import shutil
import zlib
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile
from bolig_desktop.security.backup import (
    accept_fewer_rows,
    default_folder,
    keep_copies,
    make_copy,
    repeat_copy,
    reverify_one,
    rotate,
    shrunk,
    verify,
)
from bolig_desktop.security.journal import journal_of
from bolig_desktop.security.logical import summarised
from bolig_desktop.security.placing import UNFINISHED
from bolig_desktop.storage.file import Database, close
from reliability.workshop import Case, add_dwelling, add_person, in_other_process, make_case, snapshot

TOTAL = 400 * 1000


def _dwellings(case: Case) -> None:
    opened = case.open()
    with opened.writing() as db:
        for number in range(400):
            add_dwelling(db, name=f"bolig {number}", rent_nok=1000, note="n" * 200)
    opened.close()


def _move_rent(db: Database, steps: int, chance_from: int) -> None:
    for step in range(steps):
        giver, taker = 1 + (chance_from + step * 7) % 400, 1 + (chance_from + step * 13 + 5) % 400
        db.execute("UPDATE dwellings SET rent_nok = rent_nok - 5 WHERE id = ? AND rent_nok >= 5", [giver])
        if db.execute("SELECT changes()").fetchone()[0]:
            db.execute("UPDATE dwellings SET rent_nok = rent_nok + 5 WHERE id = ?", [taker])


def _sum(db: Database) -> int:
    return int(db.execute("SELECT sum(rent_nok) FROM dwellings").fetchone()[0])


@pytest.mark.parametrize("copies", [pytest.param(4, id="quick"), pytest.param(20, id="full", marks=pytest.mark.long)])
def test_copies_between_writes_are_whole_and_in_step(case: Case, copies: int, tmp_path: Path) -> None:
    _dwellings(case)
    opened = case.open()
    for number in range(copies):
        with opened.writing() as db:
            _move_rent(db, 30, number * 31)
        copy = make_copy(opened, tmp_path / "kopier", reason="hours")
        expected = summarised(opened.db)
        manifest = verify(copy, case.seed)
        assert (manifest.digest, manifest.counts) == (expected.digest, expected.counts)
        taken = tmp_path / "lest.bolig"
        taken.write_bytes(b"".join(copyfile.database_in(copy)))
        db = case.raw(taken)
        assert _sum(db) == TOTAL
        close(db)
        taken.unlink()
    assert [copyfile.sequence_of(copy) for copy in copyfile.copies_in(tmp_path / "kopier")] == [*range(copies, 0, -1)]
    opened.close()


def test_control_a_foreign_copy_of_the_bare_file_is_not(case: Case, tmp_path: Path) -> None:
    _dwellings(case)
    opened = case.open()
    opened.db.execute("PRAGMA cache_size = 2")
    bad = 0
    for number in range(2):
        naive = tmp_path / f"naiv{number}.bolig"
        with opened.db.atomic():
            _move_rent(opened.db, 40, number * 77)
            opened.db.execute("UPDATE dwellings SET rent_nok = rent_nok + 1000")
            _move_rent(opened.db, 40, number * 91)
            in_other_process(lambda naive=naive: shutil.copy(case.path, naive) and None)
            opened.db.execute("UPDATE dwellings SET rent_nok = rent_nok - 1000")
        try:
            db = case.raw(naive)
            bad += _sum(db) != TOTAL
            close(db)
        except FileTrouble:
            bad += 1
    assert _sum(opened.db) == TOTAL
    opened.close()
    assert bad > 0


def test_making_a_copy_leaves_nothing_else_behind(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    before = {path.name for path in case.path.parent.iterdir()}
    copy = make_copy(opened, tmp_path / "kopier", reason="asked")
    after = {path.name for path in case.path.parent.iterdir()}
    assert after - {"nordvik.bolig-journal"} == before  # SQLite keeps an emptied one while the file is open
    assert [path.name for path in (tmp_path / "kopier").iterdir()] == [copy.name] == ["nordvik-000001.bolig-kopi"]
    assert list((tmp_path / "temp").iterdir()) == []
    verify(copy, case.seed)
    assert list((tmp_path / "temp").iterdir()) == []
    opened.close()


def test_what_a_broken_off_copy_left_is_gone_at_the_next_start(case: Case) -> None:
    folder = default_folder(case.path)
    folder.mkdir()
    taken = case.path.with_name(f".nordvik.kopi-0a1b2c3d{UNFINISHED}")
    left = [taken, folder / f".nordvik-000001.bolig-kopi-ab{UNFINISHED}"]
    foreign = case.path.with_name(f".nordvik2.kopi{UNFINISHED}")
    for one in (*left, foreign):
        one.write_bytes(b"x")
    opened = case.open()
    assert not left[0].exists() and foreign.exists()
    make_copy(opened, folder, reason="asked")
    assert not left[1].exists()
    opened.close()


def test_a_damaged_page_in_the_open_file_never_reaches_a_copy(case: Case, tmp_path: Path) -> None:
    opened = case.open()

    def damage() -> None:
        with case.path.open("r+b") as file:
            file.seek(case.path.stat().st_size - 3000)
            file.write(b"x" * 40)

    in_other_process(damage)
    opened._guard.mark()
    with pytest.raises(FileTrouble) as refused:
        make_copy(opened, tmp_path / "kopier", reason="asked")
    assert refused.value.kind is TroubleKind.DAMAGED
    assert copyfile.copies_in(tmp_path / "kopier") == []
    opened.close()


def test_the_sequence_goes_on_past_the_newest_in_the_folder(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "kopier"
    folder.mkdir()
    opened = case.open()
    copy = make_copy(opened, folder, reason="asked")
    copy.rename(folder / copyfile.name_of("nordvik", 41))
    assert make_copy(opened, folder, reason="asked").name == "nordvik-000042.bolig-kopi"
    opened.close()


def test_copies_go_to_every_place_that_can_be_reached(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    blocked = tmp_path / "fil"
    blocked.write_text("dette er ingen mappe")
    made = keep_copies(opened, [tmp_path / "en", blocked / "under", tmp_path / "to"], reason="close")
    opened.close()
    assert [copy.parent.name for copy in made] == ["en", "to"]
    assert made[0].read_bytes() == made[1].read_bytes()


def test_a_second_place_is_read_back(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copy = make_copy(opened, tmp_path / "en", reason="asked")
    opened.close()
    with copy.open("r+b") as file:
        file.seek(5000)
        file.write(b"\0\1\2")
    with pytest.raises(FileTrouble) as refused:
        repeat_copy(copy, tmp_path / "to", case.seed)
    assert refused.value.kind is TroubleKind.COPY_DAMAGED
    assert copyfile.copies_in(tmp_path / "to") == []
    assert copy.exists()


def test_one_old_copy_is_looked_at_and_damage_is_told(case: Case, tmp_path: Path) -> None:
    assert reverify_one(tmp_path / "kopier", case.seed) is None
    opened = case.open()
    copy = make_copy(opened, tmp_path / "kopier", reason="asked")
    opened.close()
    assert reverify_one(tmp_path / "kopier", case.seed) == copy
    with copy.open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"\0")
    with pytest.raises(FileTrouble) as refused:
        reverify_one(tmp_path / "kopier", case.seed)
    assert (refused.value.kind, refused.value.facts["copy"]) == (TroubleKind.COPY_DAMAGED, copy.name)


def test_a_sudden_loss_of_rows_stops_the_thinning_out_but_not_the_copy(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    for _ in range(5):
        make_copy(opened, tmp_path / "kopier", reason="asked")
    opened.db.execute("DELETE FROM people WHERE id > 40")  # nothing in the history says so
    opened.db.commit()
    made = keep_copies(opened, [tmp_path / "kopier"], reason="close")
    assert opened.notices == [TroubleKind.SHRUNK]
    assert len(copyfile.copies_in(tmp_path / "kopier")) == 6 and made[0].exists()
    make_copy(opened, tmp_path / "kopier", reason="asked")
    with pytest.raises(FileTrouble):
        rotate(opened, tmp_path / "kopier")  # the smaller copies do not become the new measure by themselves
    accept_fewer_rows(opened)
    assert len(rotate(opened, tmp_path / "kopier")) == 4
    opened.close()


def test_deleting_that_is_in_the_history_is_no_sudden_loss(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    make_copy(opened, tmp_path / "kopier", reason="asked")
    with opened.writing() as db:
        for row_id in range(1, 51):
            db.execute("DELETE FROM people WHERE id = ?", [row_id])
            db.execute("INSERT INTO history VALUES (null, 9999, '', 'x', 'people', ?, '{}', null, null)", [row_id])
    assert not shrunk(opened)
    opened.close()


def test_rotation_keeps_the_three_newest_and_leaves_what_it_cannot_read(case: Case, tmp_path: Path) -> None:
    folder = tmp_path / "kopier"
    other = make_case(tmp_path / "andre" / "nordvik.bolig")
    foreign = other.open()
    kept_foreign = make_copy(foreign, folder, reason="asked")
    foreign.close()
    opened = case.open()
    copies = [make_copy(opened, folder, reason="asked") for _ in range(6)]
    with copies[-1].open("r+b") as file:
        file.seek(60_000)
        file.write(b"xyz")
    removed = rotate(opened, folder)
    assert removed == copies[1::-1]  # the damaged newest does not count among the three, and is not removed
    assert copyfile.copies_in(folder) == [*reversed(copies[2:]), kept_foreign]
    opened.close()


def test_with_fewer_than_three_whole_ones_nothing_is_removed(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    copies = [make_copy(opened, tmp_path, reason="asked") for _ in range(4)]
    for copy in copies[:2]:
        copy.write_bytes(copy.read_bytes()[:-1])
    assert rotate(opened, tmp_path) == []
    opened.close()


def test_the_rows_in_a_copy_are_all_there_and_readable_without_us(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    with opened.writing() as db:
        add_person(db, "Łukasz 🙂 <b>", note="linje\nto", postal_address="\u2028'\"")
    copy = make_copy(opened, tmp_path, reason="asked")
    opened.close()
    text = zlib.decompress(copyfile.rows_in(copy, case.seed)).decode()
    assert text.startswith('["bolig-jsonl/1"]\n') and "Łukasz 🙂 <b>" in text


def test_a_copy_is_made_before_an_older_file_is_changed(case: Case, monkeypatch: pytest.MonkeyPatch) -> None:
    from bolig_desktop.storage import migrations

    monkeypatch.setattr(migrations, "known", lambda: (*migrations._NAMES, "m0999_later"))
    monkeypatch.setattr("bolig_desktop.storage.migrations.bring_up_to_date", lambda db: ["m0999_later"])
    before = case.open()
    before.close()
    copies = copyfile.copies_in(default_folder(case.path))
    assert [copyfile.manifest_in(copy, case.seed).reason for copy in copies] == ["before_update"]


def test_no_journal_is_left_beside_a_closed_file(case: Case, tmp_path: Path) -> None:
    opened = case.open()
    make_copy(opened, tmp_path / "kopier", reason="asked")
    opened.close()
    assert not journal_of(case.path).exists()
    first = snapshot(tmp_path / "data")
    case.open().close()
    assert snapshot(tmp_path / "data") == first
