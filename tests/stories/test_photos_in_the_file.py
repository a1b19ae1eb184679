"""Photos in the real program: locked while they are read, there again after opening, and dropped when it is time."""

from datetime import UTC, date, datetime, timedelta
from functools import partial

import pytest

import photographs
from bolig_desktop import clock
from bolig_desktop.archive.records import Photo
from bolig_desktop.casefile import photos
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.exchange.photos import Source
from bolig_desktop.security.opening import create_case
from bolig_desktop.security.slots import Cost
from bolig_desktop.ui import program as program_module
from bolig_desktop.visits.records import Visit
from build import a_municipality, a_tenancy
from drive import settle
from windows import go

TODAY = date(2026, 11, 22)
PASSPHRASE = "korrekt hest batteri stift"


@pytest.fixture
def path(tmp_path):
    """A file with a household that was visited, one photo of it, and one that has been removed."""
    where = tmp_path / "nordvik.bolig"
    opened = create_case(where, PASSPHRASE, typed_back=False, cost=Cost(memory_kib=64, passes=1, lanes=1))
    case = case_of(opened, clock.fixed(TODAY))
    a_municipality(case)
    lease = a_tenancy(case, starts_on=date(2026, 9, 1), ends_on=None)
    visit = case.save(Visit(household_id=lease.household_id, visited_on=TODAY))
    facts = {"household_id": lease.household_id, "visit_id": visit.id, "taken_on": TODAY, "width": 8, "height": 6}
    photos.attach(case, Photo(**facts), photographs.a_photo(100))
    photos.remove(case, photos.attach(case, Photo(**facts), photographs.a_photo(101)))
    opened.close()
    return where


@pytest.fixture
def started(start, monkeypatch):
    """Open the real program on a file, and look for what is to be dropped at once."""
    monkeypatch.setattr(program_module, "_COPIES_AFTER_MS", 0)
    return partial(start, passphrase=PASSPHRASE)


def kept(program):
    return program.workspace.case.db.execute("select count(*) from photo_contents").fetchone()[0]


@pytest.mark.parametrize(("days", "count"), [(29, 2), (31, 1)])
def test_bytes_nobody_can_get_back_are_dropped_soon_after_opening(started, path, monkeypatch, qtbot, days, count):
    when = (datetime.now(UTC) + timedelta(days=days)).isoformat(timespec="seconds")
    monkeypatch.setattr(photos, "now_utc", lambda: when)
    asked = []
    drop = photos.drop_unused
    monkeypatch.setattr(photos, "drop_unused", lambda case: asked.append(drop(case)))
    program = started(path)
    qtbot.waitUntil(lambda: bool(asked), timeout=5_000)
    assert kept(program) == count


def test_a_file_locked_while_photos_are_read_keeps_those_that_were_read(started, path, qtbot):
    program = started(path)
    window = program.workspace.window
    go(window, "visits", 1, "photos")
    tab = window.page("visits").photos
    tab.add([Source(f"IMG_{n}.jpg", content=photographs.a_photo(1600, 1200 + n)) for n in range(30)])
    assert tab.reading.is_running
    window.act("lock").trigger()
    qtbot.waitUntil(lambda: program.workspace is None and program.closing is None, timeout=10_000)
    settle()
    program.unlock.opening.open(passphrase=PASSPHRASE)
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=10_000)
    case = program.workspace.case
    assert 1 <= case.photos.count() < 31
    assert kept(program) == case.photos.count() + 1, "and the bytes of the one that was removed"
