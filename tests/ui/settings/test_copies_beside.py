"""Copies made beside the window: it lives meanwhile, and what she writes meanwhile makes no copy a mixture."""

import dataclasses
import threading
import time

import pytest
from PySide6.QtWidgets import QApplication
from settings_seen import left_over, make_last

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.errors import FileTrouble, Refused, TroubleKind
from bolig_desktop.security import backup
from bolig_desktop.security.copyfile import copies_in, manifest_in
from bolig_desktop.security.copying import Copying
from bolig_desktop.security.logical import summarised
from bolig_desktop.ui.settings import copy_making


def write(file, words):
    case = case_of(file)
    case.save(dataclasses.replace(case.settings.municipality(), unit=words))


def until_made(qtbot, copies):
    qtbot.waitUntil(lambda: copies._making.job is None, timeout=20_000)


def whole_and_like(file, copy):
    manifest, expected = backup.verify(copy, file.seed), summarised(file.db)
    return (manifest.digest, manifest.counts) == (expected.digest, expected.counts)


def test_the_window_lives_and_reads_while_the_file_is_read(copies, file, taking, qtbot):
    answers = []
    job = copies.make_beside("asked", answers.append)
    assert taking.there.wait(5)
    for _ in range(20):
        QApplication.processEvents()
        assert case_of(file).settings.municipality().unit == "Flyktningtjenesten"
    assert (answers, job.is_running, copies.told) == ([], True, ["Lager en sikkerhetskopi …"])
    taking.go_on.set()
    until_made(qtbot, copies)
    assert answers == [True] and copies.told[-1] == copies.status() != "ingen sikkerhetskopi ennå"
    (copy,) = copies_in(copies.first_place)
    assert whole_and_like(file, copy) and not left_over(file)


def test_what_is_written_while_the_file_is_read_makes_it_be_read_anew(copies, file, taking, qtbot):
    copies.make_beside("asked")
    assert taking.there.wait(5)
    write(file, "Boligkontoret")
    taking.go_on.set()
    until_made(qtbot, copies)
    assert taking.times == 2
    (copy,) = copies_in(copies.first_place)
    assert whole_and_like(file, copy) and not left_over(file)


def test_in_the_middle_of_a_change_none_is_begun_and_none_compared(copies, file, taking, qtbot):
    """An import of thousands of rows is one change that lets the window live; what it takes back is in no copy."""
    case, answers = case_of(file), []
    with pytest.raises(Refused), case.atomic():
        case.save(dataclasses.replace(case.settings.municipality(), unit="Boligkontoret"))
        copies.make_beside("asked", answers.append)
        qtbot.wait(3 * copy_making._WAIT_MS)
        assert not taking.times
        raise Refused()
    taking.go_on.set()
    until_made(qtbot, copies)
    assert answers == [True] and taking.times == 1
    (copy,) = copies_in(copies.first_place)
    assert whole_and_like(file, copy) and manifest_in(copy, file.seed).sequence == int(file.fact("copy_sequence"))


def test_trouble_in_reading_what_was_written_to_meanwhile_is_no_trouble(copies, file, monkeypatch, qtbot):
    """A page half written looks damaged to who reads it in that moment."""
    real, there, go_on, begun = Copying.take, threading.Event(), threading.Event(), []

    def torn(copying, told):
        begun.append(copying)
        if len(begun) > 1:
            return real(copying, told)
        there.set()
        assert go_on.wait(10)
        raise FileTrouble(TroubleKind.DAMAGED)

    monkeypatch.setattr(Copying, "take", torn)
    answers = []
    copies.make_beside("asked", answers.append)
    assert there.wait(5)
    write(file, "Boligkontoret")
    go_on.set()
    until_made(qtbot, copies)
    assert answers == [True] and len(begun) == 2


def test_damage_where_nothing_was_written_is_told(copies, file, monkeypatch, qtbot):
    def damaged(copying, told):
        raise FileTrouble(TroubleKind.DAMAGED)

    monkeypatch.setattr(Copying, "take", damaged)
    answers = []
    copies.make_beside("asked", answers.append)
    until_made(qtbot, copies)
    assert answers == [False] and "skadet" in copies.told[-1]
    assert copies_in(copies.first_place) == []


@pytest.fixture
def taken(monkeypatch):
    """As if she wrote whenever the file is read beside the window; of each reading, whether the window waited."""
    real, found = Copying.take, []

    def take(copying, told=lambda done, of: None):
        found.append(threading.current_thread() is threading.main_thread())
        real(copying, told)
        copying._kept_still = None if not found[-1] else copying._kept_still

    monkeypatch.setattr(Copying, "take", take)
    return found


def test_who_never_stops_writing_gets_the_copy_she_asks_for_all_the_same(copies, file, taken, qtbot):
    answers = []
    copies.make_beside("asked", answers.append)
    until_made(qtbot, copies)
    assert answers == [True] and taken == [False] * copy_making.ATTEMPTS + [True]
    (copy,) = copies_in(copies.first_place)
    assert whole_and_like(file, copy)


def test_the_copy_of_every_fourth_hour_holds_nobody_up_who_writes_until_it_has_been_put_off_too_often(
    copies, file, now, taken, qtbot
):
    now.later(hours=4)
    for look in range(1, 16):
        copies.make_when_due()
        until_made(qtbot, copies)
        assert not any(taken) and copies_in(copies.first_place) == [] and not left_over(file), look
        now.later(minutes=1)
    copies.make_when_due()
    until_made(qtbot, copies)
    assert taken[-1] and len(copies_in(copies.first_place)) == 1


def test_who_asks_while_such_a_one_is_under_way_gets_hers(copies, taken, qtbot):
    answers = []
    copies.make_beside("hours", insists=False)
    copies.make_beside("asked", answers.append)
    until_made(qtbot, copies)
    assert answers == [True] and taken[-1] and len(copies_in(copies.first_place)) == 1


def test_what_is_written_while_the_copy_is_proved_is_in_the_next_one(copies, file, finishing, qtbot):
    copies.make_beside("hours")
    qtbot.waitUntil(finishing.there.is_set, timeout=10_000)
    before = summarised(file.db)
    write(file, "Boligkontoret")
    finishing.go_on.set()
    until_made(qtbot, copies)
    (copy,) = copies_in(copies.first_place)
    assert backup.verify(copy, file.seed).digest == before.digest, "the file as it was"
    assert make_last(copies)
    assert [manifest_in(one, file.seed).reason for one in copies_in(copies.first_place)] == ["close", "hours"]


def test_closing_meanwhile_waits_and_makes_its_own(copies, file, taking):
    answers = []
    copies.make_beside("hours", answers.append)
    assert taking.there.wait(5)
    threading.Timer(0.2, taking.go_on.set).start()
    assert make_last(copies)
    copies.stop()
    assert answers == [] and [manifest_in(one, file.seed).reason for one in copies_in(copies.first_place)] == [
        "close"
    ]
    assert not left_over(file)


def test_it_can_be_stopped_and_nothing_is_left(copies, file, taking, qtbot):
    answers = []
    job = copies.make_beside("asked", answers.append)
    assert taking.there.wait(5)
    job.stop()
    taking.go_on.set()
    until_made(qtbot, copies)
    assert answers == [] and copies.told[-1] == "ingen sikkerhetskopi ennå"
    assert copies_in(copies.first_place) == [] and not left_over(file)
    copies.make_beside("asked", answers.append)
    until_made(qtbot, copies)
    assert answers == [True]


def test_two_who_ask_get_the_same_copy(copies, file, taking, qtbot):
    answers = []
    assert copies.make_beside("hours", answers.append) is copies.make_beside("asked", answers.append)
    taking.go_on.set()
    until_made(qtbot, copies)
    assert answers == [True, True] and len(copies_in(copies.first_place)) == 1


def test_a_place_that_is_none_is_told_at_once(copies, file):
    copies.first_place.write_text("not a folder")
    answers = []
    assert not copies.make_beside("asked", answers.append).is_running
    assert answers == [False] and copies.told[-1].startswith("Kopien ble ikke laget.")


def test_written_to_without_pause_every_copy_is_one_moment_of_the_file(copies, file, qtbot):
    """Nothing is held up here: what is taken is torn or not, and only what is not is counted."""
    until = time.monotonic() + 3
    number = 0
    while time.monotonic() < until:
        if copies._making.job is None:
            copies.make_beside("asked")
        write(file, f"Kontor {number}")
        number += 1
        QApplication.processEvents()
    until_made(qtbot, copies)
    made = copies_in(copies.first_place)
    assert made and number > 10
    for copy in made:
        backup.verify(copy, file.seed)
    assert not [words for words in copies.told if "skadet" in words or "ikke laget" in words]
