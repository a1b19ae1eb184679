"""E1: no file the program makes, at any moment of a session, holds a word of what was typed or a plain database."""

import random
import sqlite3  # the control
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble
from bolig_desktop.security.backup import default_folder, keep_copies, verify
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.restore import restore, restore_from_jsonl
from bolig_desktop.storage.drafts import Drafts
from bolig_desktop.storage.search import Search
from reliability.workshop import CHEAP, PASSPHRASE, Case, add_dwelling, add_person, in_other_process

PLAIN = b"SQLite format 3"


def _markers() -> list[str]:
    chance = random.Random(50)
    letters = "ABCDEFGHKLMNPRSTUVXYZÆØÅ"
    return ["Mrk" + "".join(chance.choices(letters, k=12)) for _ in range(50)]


def _found(folder: Path, words: list[str]) -> list[str]:
    """Return what lies readable in any file under a folder; asked in another process, since a file may be open."""
    wanted = [PLAIN, *(word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be"))]
    wanted += [word.casefold().encode() for word in words]

    def look() -> list[str]:
        hits = []
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                data = path.read_bytes()
                hits += [f"{path.name}: {word!r}" for word in wanted if word in data]
            hits += [f"{path.name} (its name)" for word in words if word.casefold() in path.name.casefold()]
        return hits

    return list(in_other_process(look))


def _write_all(case: Case, words: list[str]) -> None:
    opened = case.open()
    with opened.writing() as db:
        for number, word in enumerate(words):
            row_id = add_person(db, word, note=word * 40, identity_number=word, postal_address=word)
            add_dwelling(db, name=word, street=word)
            Search(db).put("person", row_id, word, word, word)
            Drafts(db).keep("people", {"note": word}, record_id=number)
    opened.close()


def test_a_whole_session_leaves_nothing_readable(case: Case, tmp_path: Path) -> None:
    words = _markers()
    _write_all(case, words)
    assert _found(tmp_path, words) == []
    opened = case.open()
    opened.db.execute("PRAGMA cache_size = 2")
    with opened.writing() as db:  # in the middle of a write: pages and journal are on the disk
        db.execute("UPDATE people SET note = note || ?", [words[0]])
        db.execute("UPDATE dwellings SET note = ?", [words[1] * 50])
        assert (case.path.parent / "nordvik.bolig-journal").stat().st_size > 512
        assert _found(tmp_path, words) == []
    db.execute("SELECT * FROM people ORDER BY note, postal_address").fetchall()
    copies = keep_copies(opened, [default_folder(case.path), tmp_path / "minnepinne"], reason="close")
    verify(copies[0], case.seed)
    opened.change_passphrase(None, words[2])
    opened.close()
    restore(copies[0], tmp_path / "a" / "a.bolig", passphrase=PASSPHRASE)
    restore_from_jsonl(copies[1], tmp_path / "b" / "b.bolig", sheet=case.sheet)
    restore(copies[0], case.path, sheet=case.sheet)
    with pytest.raises(FileTrouble):
        case.open(passphrase="feil")
    create_case(tmp_path / "ny.bolig", words[3], cost=CHEAP).close()
    letters = case.sheet.replace("-", "")
    assert _found(tmp_path, [*words, PASSPHRASE, case.sheet, letters, case.seed.hex()]) == []
    assert len(list(tmp_path.rglob("*.bolig"))) == 5  # else there was nothing to look in


def test_control_a_plain_database_is_found(tmp_path: Path) -> None:
    words = _markers()
    conn = sqlite3.connect(tmp_path / "plain.bolig")
    conn.execute("CREATE TABLE people (name TEXT)")
    conn.executemany("INSERT INTO people VALUES (?)", [(word,) for word in words])
    conn.commit()
    conn.close()
    hits = _found(tmp_path, words)
    assert len(hits) >= 51 and any("SQLite format 3" in hit for hit in hits)
    (tmp_path / f"{words[0]}.txt").write_text("")
    assert len(_found(tmp_path, words)) > len(hits)


def test_no_case_file_begins_like_a_plain_one(case: Case) -> None:
    assert case.path.read_bytes()[:16] == bytes.fromhex(case.seed_name)
