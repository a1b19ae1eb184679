"""K1: a writer killed at any moment has lost nothing it acknowledged, and left nothing half-written."""

import random
import shutil
from collections.abc import Callable

import pytest

from bolig_desktop.errors import TroubleKind
from reliability.workshop import Case, add_dwelling, add_person, killed_while

RUNS = [pytest.param(10, id="quick"), pytest.param(300, id="full", marks=pytest.mark.long)]


def _writer(case: Case, start: int, while_opening: bool) -> Callable[[Callable[[int], None]], None]:
    def work(acknowledge: Callable[[int], None]) -> None:
        if while_opening:
            acknowledge(0)
        opened = case.open()
        acknowledge(0)
        opened.db.execute("PRAGMA cache_size = 4")  # long writes reach the file before they are committed
        number = start
        while True:
            with opened.writing() as db:
                for _ in range(1 if number % 5 else 8):
                    add_person(db, f"nr {number}", note="x" * 3000)
                add_dwelling(db, name=f"nr {number}")
            acknowledge(number)
            number += 1

    return work


@pytest.mark.parametrize("kills", RUNS)
def test_a_killed_writer_has_lost_nothing_it_acknowledged(case: Case, template: Case, kills: int) -> None:
    chance = random.Random(20261122)
    acknowledged: set[int] = set()
    kept: set[int] = set()
    live_journals = last = 0
    for kill in range(kills):
        if kill % 30 == 0:  # a new file now and then: checking a grown one takes long
            shutil.copytree(template.path.parent.parent, case.path.parent.parent, dirs_exist_ok=True)
            last, kept = last + len(acknowledged), set()
            acknowledged = set()
        writer = _writer(case, 1 + max(acknowledged | kept, default=0), while_opening=kill % 10 == 9)
        acknowledged.update(n for n in killed_while(writer, chance, 6, 0.02) if n)
        opened = case.open()  # every check of the gate, the full one too, since it was not closed
        try:
            live_journals += TroubleKind.OLD_JOURNAL in opened.notices
            assert TroubleKind.BEHIND not in opened.notices
            rows = opened.db.execute("SELECT given_name, count(*) FROM people GROUP BY 1").fetchall()
            people = {name: count for name, count in rows if name.startswith("nr ")}
            names = [row[0] for row in opened.db.execute("SELECT name FROM dwellings WHERE name <> ''").fetchall()]
            kept = {int(name[3:]) for name in names}
        finally:
            opened.close()
        assert acknowledged <= kept  # 0 lost
        assert sorted(names) == sorted(people)  # 0 torn
        assert all(people[f"nr {n}"] == (1 if n % 5 else 8) for n in kept)
    assert last + len(acknowledged) > kills
    assert live_journals > 0  # else nobody was killed in the middle of a write
