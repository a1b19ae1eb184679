"""A kill while photos are attached and removed leaves bytes with their record, and no record without its bytes."""

import random
from collections.abc import Callable
from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.archive.records import Photo
from bolig_desktop.casefile import photos
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import TroubleKind
from bolig_desktop.visits.records import Visit
from build import a_municipality, a_tenancy
from reliability.workshop import Case, killed_while

TODAY = clock.fixed(date(2026, 11, 28))
RUNS = [pytest.param(8, id="quick"), pytest.param(60, id="full", marks=pytest.mark.long)]
BYTES = 150_000
TOGETHER = 3


def _visit(case: Case) -> Visit:
    opened = case.open()
    try:
        ours = case_of(opened, TODAY)
        a_municipality(ours)
        lease = a_tenancy(ours, starts_on=date(2026, 9, 1), ends_on=None)
        return ours.save(Visit(household_id=lease.household_id, visited_on=date(2026, 11, 20)))
    finally:
        opened.close()


def _worker(case: Case, visit: Visit, seed: int) -> Callable[[Callable[[int], None]], None]:
    """Attach three photos at a time, and take every second three away again."""

    def work(acknowledge: Callable[[int], None]) -> None:
        opened = case.open()
        ours = case_of(opened, TODAY)
        acknowledge(0)
        ours.db.execute("PRAGMA cache_size = 4").fetchall()  # long writes reach the file before they are committed
        chance = random.Random(seed)
        facts = {"household_id": visit.household_id, "visit_id": visit.id, "taken_on": date(2026, 11, 20)}
        while True:
            with ours.atomic():
                for _ in range(TOGETHER):
                    made = photos.attach(ours, Photo(width=8, height=6, **facts), chance.randbytes(BYTES))
            acknowledge(made.id)
            if chance.random() < 0.5:
                photos.remove(ours, made)

    return work


@pytest.mark.parametrize("kills", RUNS)
def test_a_kill_leaves_whole_batches_and_every_photo_with_its_bytes(case: Case, kills: int) -> None:
    visit = _visit(case)
    chance, journals, acknowledged = random.Random(20261128), 0, set[int]()
    for run in range(kills):
        acknowledged |= {n for n in killed_while(_worker(case, visit, run), chance, 4, 0.03) if n}
        opened = case.open()
        try:
            journals += TroubleKind.OLD_JOURNAL in opened.notices
            ours = case_of(opened, TODAY)
            added = ours.db.execute("select after from history where table_name = 'photos' and before is null")
            fingerprints = ours.db.execute("select sha256 from photo_contents").fetchall()
            assert len(added.fetchall()) == len(fingerprints), "bytes without a record, or a record without bytes"
            assert len(fingerprints) % TOGETHER == 0
            for photo in ours.photos.list():
                assert len(ours.photo_contents.get(photo.sha256) or b"") == photo.size == BYTES
            removed = ours.db.execute("select row_id from history where table_name = 'photos' and after is null")
            assert acknowledged <= {photo.id for photo in ours.photos.list()} | {row[0] for row in removed.fetchall()}
        finally:
            opened.close()
    assert acknowledged
    assert journals, "nobody was killed in the middle of a write"
