"""B2: the restore drill: from the newest copy, from its second form, with the sheet only, read by another program."""

import os
from pathlib import Path

import apsw
import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile, sidecar
from bolig_desktop.security.backup import default_folder, make_copy
from bolig_desktop.security.instance import give_back, take
from bolig_desktop.security.journal import journal_of
from bolig_desktop.security.keys import data_key
from bolig_desktop.security.logical import summarised
from bolig_desktop.security.opening import open_case
from bolig_desktop.security.placing import UNFINISHED
from bolig_desktop.security.restore import restore, restore_from_jsonl
from bolig_desktop.storage.file import close
from bolig_desktop.storage.search import Search
from reliability.workshop import CHEAP, PASSPHRASE, Case, add_dwelling, add_person, make_case, snapshot

WAYS = [pytest.param(restore, id="database"), pytest.param(restore_from_jsonl, id="rows")]


def _copied(case: Case) -> tuple[Path, str]:
    """Return a copy of the case with something of everything in it, and the hash of what it holds."""
    opened = case.open()
    with opened.writing() as db:
        home = add_dwelling(db, name="Storgata 1", rent_nok=9500)
        add_dwelling(db, name="H0101", house_id=home)
        add_person(db, "Łukasz 🙂 <b>", note="linje\nto\u2028tre", family_name="Şahin")
        Search(db).put("person", 1, "Łukasz", "", "Łukasz Şahin")
        db.execute(
            "INSERT INTO papers (id, number, title, template, language, rules, recipient, printed_on, filed_as,"
            " pages, sha256, content) VALUES (1, 'D1', '', '', 'nb', '', '', '', '', 1, '', ?)",
            [bytes(range(256)) * 9],
        )
    copy = make_copy(opened, default_folder(case.path), reason="asked")
    digest = summarised(opened.db).digest
    opened.close()
    return copy, digest


def _digest(path: Path, **way: str) -> str:
    opened = open_case(path, **way, cost=CHEAP)
    try:
        assert opened.notices == [] and opened.shortfall == 0
        assert [hit.title for hit in Search(opened.db).find("sahin")] == ["Łukasz"]
        with pytest.raises(Exception, match="append-only"):
            opened.db.execute("UPDATE history SET what = ''")
        return summarised(opened.db).digest
    finally:
        opened.close()


def _spoil(copy: Path, name: str) -> None:
    """Write noise over one of the two forms of the content in a copy."""
    part = copyfile._parts(copy)[name]
    with copy.open("r+b") as file:
        file.seek(part.start)
        file.write(os.urandom(part.length))


@pytest.mark.parametrize("bring_back", WAYS)
def test_on_a_new_machine_with_the_passphrase(
    case: Case, bring_back: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy, digest = _copied(case)
    monkeypatch.setenv("BOLIG_HOME", str(tmp_path / "another"))
    target = tmp_path / "ny" / "mappe" / "hentet.bolig"
    assert bring_back(copy, target, passphrase=PASSPHRASE) is None  # type: ignore[operator]
    assert _digest(target, passphrase=PASSPHRASE) == digest
    assert target.stat().st_mode & 0o777 == sidecar.beside(target).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("bring_back", WAYS)
def test_with_the_sheet_only(case: Case, bring_back: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy, digest = _copied(case)
    monkeypatch.setenv("BOLIG_HOME", str(tmp_path / "another"))
    target = tmp_path / "ny" / "hentet.bolig"
    bring_back(copy, target, sheet=case.sheet.lower())  # type: ignore[operator]
    assert _digest(target, sheet=case.sheet) == digest


def test_the_second_form_alone_is_enough(case: Case, tmp_path: Path) -> None:
    copy, digest = _copied(case)
    _spoil(copy, "database")
    target = tmp_path / "hentet.bolig"
    with pytest.raises(FileTrouble) as refused:
        restore(copy, target, sheet=case.sheet)
    assert refused.value.kind is TroubleKind.COPY_DAMAGED
    assert not target.exists() and not sidecar.beside(target).exists()
    restore_from_jsonl(copy, target, sheet=case.sheet)
    assert _digest(target, sheet=case.sheet) == digest


@pytest.mark.parametrize("words", [b"", b"noe helt annet", None])
def test_what_is_no_copy_is_called_so_and_not_damaged(case: Case, tmp_path: Path, words: bytes | None) -> None:
    """None: a whole case file, opened by the same sheet."""
    other = tmp_path / "z.bolig"
    other.write_bytes(case.path.read_bytes() if words is None else words)
    for way in (restore, restore_from_jsonl):
        with pytest.raises(FileTrouble) as refused:
            way(other, tmp_path / "hentet.bolig", sheet=case.sheet)
        assert refused.value.kind is TroubleKind.NOT_A_COPY
    copy, _ = _copied(case)
    copy.write_bytes(b"x" + copy.read_bytes()[1:])
    with pytest.raises(FileTrouble) as refused:
        restore(copy, tmp_path / "hentet.bolig", sheet=case.sheet)
    assert refused.value.kind is TroubleKind.COPY_DAMAGED
    assert not (tmp_path / "hentet.bolig").exists()


def test_the_database_form_alone_is_enough(case: Case, tmp_path: Path) -> None:
    copy, digest = _copied(case)
    _spoil(copy, "rows")
    with pytest.raises(FileTrouble):
        restore_from_jsonl(copy, tmp_path / "a.bolig", sheet=case.sheet)
    taken = tmp_path / "b.bolig"
    taken.write_bytes(b"".join(copyfile.database_in(copy)))
    db = case.raw(taken)
    assert summarised(db).digest == digest
    close(db)


def test_another_program_reads_the_file_with_the_sheet_alone(case: Case, tmp_path: Path) -> None:
    """The format is open: SQLite Multiple Ciphers, a second implementation, reads what SQLCipher wrote."""
    copy, _ = _copied(case)
    taken = tmp_path / "b.bolig"
    taken.write_bytes(b"".join(copyfile.database_in(copy)))
    opened = case.open()
    tables = [name for name in opened.db.table_names() if not name.startswith("search")]
    ours = {name: [tuple(row) for row in opened.db.execute(f"SELECT * FROM {name}").fetchall()] for name in tables}
    opened.close()
    conn = apsw.Connection(str(taken), flags=apsw.SQLITE_OPEN_READONLY)
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{data_key(case.seed).hex()}'\""):
        list(conn.execute(f"PRAGMA {setting}"))
    assert list(conn.execute("PRAGMA integrity_check")) == [("ok",)]
    theirs = {name: list(conn.execute(f"SELECT * FROM {name}")) for name in tables}
    conn.close()
    assert theirs == {name: rows for name, rows in ours.items()}
    assert len(theirs["people"]) == 61


def test_control_another_program_reads_nothing_with_another_sheet(case: Case, tmp_path: Path) -> None:
    copy, _ = _copied(case)
    taken = tmp_path / "b.bolig"
    taken.write_bytes(b"".join(copyfile.database_in(copy)))
    conn = apsw.Connection(str(taken), flags=apsw.SQLITE_OPEN_READONLY)
    for setting in ("cipher = 'sqlcipher'", "legacy = 4", f"key = \"x'{data_key(bytes(16)).hex()}'\""):
        list(conn.execute(f"PRAGMA {setting}"))
    with pytest.raises(apsw.NotADBError):
        list(conn.execute("SELECT count(*) FROM people"))
    conn.close()


def test_control_a_drill_that_brought_back_anything_else_would_fail(case: Case, tmp_path: Path) -> None:
    """One cell of any table, one row too few, one too many: each is another hash than the open file's."""
    copy, digest = _copied(case)
    restore(copy, tmp_path / "a.bolig", sheet=case.sheet)
    db = case.raw(tmp_path / "a.bolig")
    changes = [
        "UPDATE people SET note = note || ' ' WHERE id = 61",
        "UPDATE dwellings SET rent_nok = 9501 WHERE rent_nok = 9500",
        "UPDATE papers SET content = substr(content, 1, length(content) - 1)",
        "INSERT INTO history VALUES (null, 9999, '', '', 'people', 1, null, null, null)",
        "DELETE FROM people WHERE id = 60",
        "INSERT INTO people SELECT 999, "
        + ", ".join(c.name for c in db["people"].columns[1:])
        + " FROM people LIMIT 1",
    ]
    assert summarised(db).digest == digest
    for change in changes:
        db.conn.execute("BEGIN")
        assert db.conn.execute(change).rowcount == 1, change
        assert summarised(db).digest != digest, change
        db.conn.execute("ROLLBACK")
    assert summarised(db).digest == digest
    close(db)


def test_what_was_there_is_renamed_with_its_slots_and_still_opens(case: Case) -> None:
    copy, digest = _copied(case)
    opened = case.open()
    with opened.writing() as db:
        add_person(db, "Etter kopien")
    later = summarised(opened.db).digest
    opened.close()
    before, kept_copy = case.path.read_bytes(), copy.read_bytes()
    aside = restore(copy, case.path, passphrase=PASSPHRASE)
    assert aside == case.path.with_name("nordvik.for-gjenoppretting-1.bolig")
    assert aside.read_bytes() == before and copy.read_bytes() == kept_copy
    assert _digest(aside, passphrase=PASSPHRASE) == later
    assert _digest(case.path, passphrase=PASSPHRASE) == digest
    again = restore(copy, case.path, passphrase=PASSPHRASE)
    assert again == case.path.with_name("nordvik.for-gjenoppretting-2.bolig")
    assert aside.exists() and copy.exists()


def test_an_old_journal_goes_aside_with_its_file(case: Case) -> None:
    copy, digest = _copied(case)
    journal_of(case.path).write_bytes(b"\xd9\xd5\x05\xf9 a journal somebody left")
    aside = restore(copy, case.path, passphrase=PASSPHRASE)
    assert aside is not None
    assert journal_of(aside).read_bytes().startswith(b"\xd9\xd5") and not journal_of(case.path).exists()
    assert _digest(case.path, passphrase=PASSPHRASE) == digest


def test_a_journal_and_slots_without_their_file_are_not_mixed_with_what_comes(case: Case) -> None:
    copy, digest = _copied(case)
    case.path.unlink()
    journal_of(case.path).write_bytes(b"\xd9\xd5 left behind")
    assert restore(copy, case.path, passphrase=PASSPHRASE) is None
    assert _digest(case.path, passphrase=PASSPHRASE) == digest
    kept = case.path.with_name("nordvik.for-gjenoppretting-1.bolig")
    assert journal_of(kept).exists() and sidecar.beside(kept).exists() and not kept.exists()


def test_a_passphrase_changed_since_the_copy_works_too(case: Case) -> None:
    copy, digest = _copied(case)
    opened = case.open()
    opened.change_passphrase(None, "nyere")
    opened.close()
    restore(copy, case.path, passphrase="nyere")
    assert _digest(case.path, passphrase="nyere") == digest


def test_damage_in_the_file_itself_is_no_hindrance(case: Case) -> None:
    copy, digest = _copied(case)
    case.path.write_bytes(b"helt i stykker".ljust(5000))
    damaged = case.path.read_bytes()
    aside = restore(copy, case.path, passphrase=PASSPHRASE)
    assert aside is not None and aside.read_bytes() == damaged
    assert _digest(case.path, passphrase=PASSPHRASE) == digest


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ({"passphrase": "feil"}, TroubleKind.WRONG_PASSPHRASE),
        ({}, TroubleKind.WRONG_PASSPHRASE),
        ({"sheet": "AAAAA"}, TroubleKind.WRONG_SHEET),
    ],
)
def test_a_wrong_way_in_changes_nothing(case: Case, way: dict[str, str], kind: TroubleKind, tmp_path: Path) -> None:
    copy, _ = _copied(case)
    before = snapshot(tmp_path)
    for bring_back in (restore, restore_from_jsonl):
        with pytest.raises(FileTrouble) as refused:
            bring_back(copy, case.path, **way)
        assert refused.value.kind is kind
    assert snapshot(tmp_path) == before


def test_another_files_sheet_and_another_files_copy_are_refused(case: Case, tmp_path: Path) -> None:
    copy, _ = _copied(case)
    other = make_case(tmp_path / "andre" / "andre.bolig", people=1)
    before = snapshot(tmp_path)
    with pytest.raises(FileTrouble) as refused:
        restore(copy, case.path, sheet=other.sheet)
    assert refused.value.kind is TroubleKind.WRONG_SHEET
    assert snapshot(tmp_path) == before


@pytest.mark.parametrize("at", [0.0, 0.001, 0.01, 0.3, 0.999])
def test_a_damaged_copy_is_refused_before_anything_is_renamed(case: Case, at: float, tmp_path: Path) -> None:
    copy, _ = _copied(case)
    with copy.open("r+b") as file:
        file.seek(int(copy.stat().st_size * at))
        old = file.read(1)
        file.seek(-1, 1)
        file.write(bytes([old[0] ^ 4]))
    before = snapshot(tmp_path)
    with pytest.raises(FileTrouble) as refused:
        restore(copy, case.path, passphrase=PASSPHRASE)
    assert refused.value.kind is TroubleKind.COPY_DAMAGED
    assert snapshot(tmp_path) == before


def test_an_open_file_is_not_restored_over(case: Case) -> None:
    copy, _ = _copied(case)
    lock = take(case.path)
    with pytest.raises(FileTrouble) as refused:
        restore(copy, case.path, passphrase=PASSPHRASE)
    assert refused.value.kind is TroubleKind.IN_USE
    give_back(lock)


def test_a_copy_that_is_not_there(case: Case, tmp_path: Path) -> None:
    with pytest.raises(FileTrouble) as refused:
        restore(tmp_path / "borte.bolig-kopi", case.path, passphrase=PASSPHRASE)
    assert refused.value.kind is TroubleKind.NOT_FOUND


def test_nothing_unfinished_is_left(case: Case, tmp_path: Path) -> None:
    copy, _ = _copied(case)
    restore(copy, tmp_path / "a.bolig", passphrase=PASSPHRASE)
    restore_from_jsonl(copy, tmp_path / "b.bolig", passphrase=PASSPHRASE)
    assert not [path for path in tmp_path.rglob("*") if UNFINISHED in path.name or path.name.endswith("-journal")]
