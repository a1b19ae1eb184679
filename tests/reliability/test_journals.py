"""F3: journals beside a file: taken back, kept aside, and noticed where they are gone or too old."""

import os
import signal
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.journal import is_live, journal_of
from reliability.workshop import (
    PASSPHRASE,
    Case,
    add_person,
    in_other_process,
    kind_refused,
    snapshot,
)

K = TroubleKind


def _die_in_the_middle(case: Case, people: int = 60) -> None:
    """Leave a file some of whose pages are new and a journal that can take them back."""

    def work() -> None:
        opened = case.open()
        opened.db.execute("PRAGMA cache_size = 2")
        opened.db.conn.execute("BEGIN")
        opened.db.execute("UPDATE people SET note = note || 'endret', family_name = 'Ny'")
        for number in range(people):
            add_person(opened.db, f"Halv {number}", note="z" * 3000)
        os.kill(os.getpid(), signal.SIGKILL)

    in_other_process(work)


def test_a_journal_of_a_broken_off_write_takes_it_back_and_both_are_kept_aside(case: Case) -> None:
    before = case.open()
    people = before.db.execute("SELECT * FROM people").fetchall()
    before.close()
    _die_in_the_middle(case)
    assert is_live(case.path)
    half, journal = case.path.read_bytes(), journal_of(case.path).read_bytes()
    opened = case.open()
    assert opened.notices == [K.OLD_JOURNAL]
    assert opened.db.execute("SELECT * FROM people").fetchall() == people
    opened.close()
    kept = case.path.with_name("nordvik.for-retting-1.bolig")
    assert (kept.read_bytes(), kept.with_suffix(".journal").read_bytes()) == (half, journal)


def test_a_journal_tidied_away_in_the_middle_of_a_write_is_noticed(case: Case, tmp_path: Path) -> None:
    _die_in_the_middle(case)
    journal_of(case.path).unlink()
    before = snapshot(tmp_path / "data")
    assert kind_refused(case, passphrase=PASSPHRASE) is K.DAMAGED
    assert {k: v for k, v in snapshot(tmp_path / "data").items() if not k.endswith(".laas")} == {
        k: v for k, v in before.items() if not k.endswith(".laas")
    }


def test_an_old_journal_beside_a_newer_file_is_told_and_the_newer_file_is_kept(case: Case) -> None:
    _die_in_the_middle(case)
    old = journal_of(case.path).read_bytes()
    opened = case.open()
    for number in range(60):
        with opened.writing() as db:
            add_person(db, f"Senere {number}", note="w" * 300)
    length = opened.db.execute("SELECT count(*) FROM history").fetchone()[0]
    opened.close()
    newer = case.path.read_bytes()
    journal_of(case.path).write_bytes(old)
    try:
        opened = case.open()
    except FileTrouble as trouble:
        assert trouble.kind is K.DAMAGED
    else:
        assert {K.OLD_JOURNAL, K.BEHIND} <= set(opened.notices)
        assert opened.shortfall == length - opened.db.execute("SELECT count(*) FROM history").fetchone()[0] > 0
        opened.close()
    newest = max(case.path.parent.glob("*.for-retting-*.bolig"))
    assert newest.read_bytes() == newer


def test_at_most_three_pairs_are_kept_aside(case: Case) -> None:
    for _ in range(4):
        _die_in_the_middle(case, people=20)
        case.open().close()
    kept = sorted(one.name for one in case.path.parent.glob("*.for-retting-*"))
    assert kept == [f"nordvik.for-retting-{n}.{end}" for n in (2, 3, 4) for end in ("bolig", "journal")]
