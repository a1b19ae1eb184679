"""K1: a writer killed at any moment has lost nothing it acknowledged, and left nothing half-written."""

import random
import shutil
from collections.abc import Callable
from dataclasses import dataclass

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from reliability.workshop import Case, add_dwelling, add_person, killed_while

RUNS = [pytest.param(10, id="quick"), pytest.param(300, id="full", marks=pytest.mark.long)]
Writer = Callable[[Case, int, bool], Callable[[Callable[[int], None]], None]]


@dataclass
class Found:
    """What was left after the kills; what was acknowledged and is not there is lost."""

    acknowledged: int = 0
    lost: int = 0
    torn: int = 0
    unopenable: int = 0
    behind: int = 0
    live_journals: int = 0


def _writer(
    case: Case, start: int, while_opening: bool, *, settings: tuple[str, ...] = (), early: bool = False
) -> Callable[[Callable[[int], None]], None]:
    def work(acknowledge: Callable[[int], None]) -> None:
        if while_opening:
            acknowledge(0)
        opened = case.open()
        acknowledge(0)
        for setting in ("cache_size = 4", *settings):  # long writes reach the file before they are committed
            opened.db.execute(f"PRAGMA {setting}").fetchall()
        number = start
        while True:
            with opened.writing() as db:
                for _ in range(1 if number % 5 else 8):
                    add_person(db, f"nr {number}", note="x" * 3000)
                add_dwelling(db, name=f"nr {number}")
                if early:
                    acknowledge(number)
            if not early:
                acknowledge(number)
            number += 1

    return work


def _without_a_journal(case: Case, start: int, while_opening: bool) -> Callable[[Callable[[int], None]], None]:
    return _writer(case, start, while_opening, settings=("journal_mode = OFF",))


def _acknowledged_too_early(case: Case, start: int, while_opening: bool) -> Callable[[Callable[[int], None]], None]:
    return _writer(case, start, while_opening, early=True)


def _killed(
    case: Case, template: Case, kills: int, writer: Writer, *, enough: Callable[[Found], bool] = lambda found: False
) -> Found:
    """Kill writers one after the other on the same file, and look after each; start anew now and then.

    enough: ends it before so many kills. A control waits for one fault, and when that comes is chance.
    """
    chance, found = random.Random(20261122), Found()
    acknowledged: set[int] = set()
    kept: set[int] = set()
    anew = True
    for kill in range(kills):
        if anew or kill % 30 == 0:  # checking a grown file takes long
            shutil.copytree(template.path.parent.parent, case.path.parent.parent, dirs_exist_ok=True)
            case.path.with_name(case.path.name + "-journal").unlink(missing_ok=True)
            acknowledged, kept, anew = set(), set(), False
        work = writer(case, 1 + max(acknowledged | kept, default=0), kill % 10 == 9)
        now = {n for n in killed_while(work, chance, 6, 0.02) if n}
        found.acknowledged += len(now)
        acknowledged |= now
        try:
            opened = case.open()  # every check of the gate, the full one too, since it was not closed
        except FileTrouble:
            found.unopenable += 1
            anew = True
            if enough(found):
                break
            continue
        try:
            found.live_journals += TroubleKind.OLD_JOURNAL in opened.notices
            found.behind += TroubleKind.BEHIND in opened.notices
            rows = opened.db.execute("SELECT given_name, count(*) FROM people GROUP BY 1").fetchall()
            people = {name: count for name, count in rows if name.startswith("nr ")}
            names = [row[0] for row in opened.db.execute("SELECT name FROM dwellings WHERE name <> ''").fetchall()]
            kept = {int(name[3:]) for name in names}
        finally:
            opened.close()
        found.lost += len(acknowledged - kept)
        acknowledged &= kept  # counted once
        found.torn += len(set(names) ^ set(people)) + len(names) - len(set(names))
        found.torn += sum(people.get(f"nr {n}") != (1 if n % 5 else 8) for n in kept)
        if enough(found):
            break
    return found


@pytest.mark.parametrize("kills", RUNS)
def test_a_killed_writer_has_lost_nothing_it_acknowledged(case: Case, template: Case, kills: int) -> None:
    found = _killed(case, template, kills, _writer)
    assert (found.lost, found.torn, found.unopenable, found.behind) == (0, 0, 0, 0)
    assert found.acknowledged > kills
    assert found.live_journals > 0  # else nobody was killed in the middle of a write


def test_control_without_a_journal_it_is_torn_or_does_not_open(case: Case, template: Case) -> None:
    found = _killed(case, template, 300, _without_a_journal, enough=lambda found: bool(found.torn + found.unopenable))
    assert found.torn + found.unopenable > 0


def test_control_what_is_acknowledged_too_early_is_lost(case: Case, template: Case) -> None:
    found = _killed(case, template, 300, _acknowledged_too_early, enough=lambda found: bool(found.lost))
    assert found.lost > 0
