"""E1: no file the program makes, at any moment of a session, holds a word of what was typed or a plain database."""

import os
import re
import sqlite3  # the control
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble
from bolig_desktop.security.backup import default_folder, keep_copies, verify
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.restore import restore, restore_from_jsonl
from bolig_desktop.storage.drafts import Drafts
from bolig_desktop.storage.search import Search
from reliability.workshop import CHEAP, PASSPHRASE, Case, add_dwelling, add_person, in_other_process, marker_words

PLAIN = b"SQLite format 3"


def _spellings(words: list[str]) -> list[bytes]:
    """Return what to look for: the words in every form they are kept in, and the start of a plain database."""
    wanted = [PLAIN, *(word.encode(code) for word in words for code in ("utf-8", "utf-16-le", "utf-16-be"))]
    return wanted + [word.casefold().encode() for word in words]


def _found(folder: Path, words: list[str]) -> list[str]:
    """Return what lies readable in any file under a folder; asked in another process, since a file may be open."""
    wanted = _spellings(words)

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
    words = marker_words()
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
    words = marker_words()
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


# Everything a session hands to the system, also to files that are gone again when it ends (Linux: strace)

CHILD = Path(__file__).with_name("session_child.py")
WRITES = "write,pwrite64,writev,pwritev,pwritev2,sendto,sendmsg,sendmmsg"
CALL = re.compile(rb"^(?:\d+ +)?(\w+)\((\d+), (.*)$")
TEXT = re.compile(rb'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')


def _written(log: Path) -> Iterator[bytes]:
    """Yield what went into each open file, in the order it was written; nothing may have been cut short."""
    streams: dict[bytes, bytearray] = {}
    with log.open("rb") as lines:
        for line in lines:
            call = CALL.match(line)
            if call is None:
                continue
            for text, cut in TEXT.findall(call[3]):
                assert not cut, line[:80]
                streams.setdefault(call[2], bytearray()).extend(bytes.fromhex(text.replace(b"\\x", b"").decode()))
    yield from map(bytes, streams.values())


def _session(folder: Path, *settings: str) -> tuple[int, int, int]:
    """Run a session under strace; return how many bytes it wrote, how many words were seen, and how many are left."""
    log = folder / "strace.log"
    (folder / "home").mkdir()
    (folder / "tmp").mkdir()
    environment = os.environ | {"BOLIG_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    environment |= {"PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    environment |= {"TMPDIR": str(folder / "tmp"), "SQLITE_TMPDIR": str(folder / "tmp")}
    trace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", f"trace={WRITES}", "-e", "signal=none", "-xx"]
    command = [*trace, "-s", "100000000", "-o", str(log), sys.executable, str(CHILD), str(folder / "a.bolig")]
    ran = subprocess.run([*command, *settings], capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    wanted, size, seen = _spellings(marker_words()), 0, 0
    for stream in _written(log):
        size += len(stream)
        seen += sum(stream.count(word) for word in wanted)
    log.unlink()
    left = _found(folder, marker_words())
    return size, seen, len(left)


@pytest.mark.long
def test_nothing_a_whole_session_writes_is_readable(tmp_path: Path) -> None:
    size, seen, left = _session(tmp_path)
    assert size > 10_000_000  # else little was written, or little of it was seen
    assert (seen, left) == (0, 0)


@pytest.mark.long
def test_control_sorting_in_temporary_files_is_seen_though_they_are_gone_afterwards(tmp_path: Path) -> None:
    _, seen, left = _session(tmp_path, "temp_store = FILE")
    assert seen > 50 and left == 0
