"""Locking by idleness, and all of it around one open file."""

from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QRadioButton,
)
from settings_seen import CHEAP, MORNING, SAID, make

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.security import backup
from bolig_desktop.security.copyfile import copies_in
from bolig_desktop.security.opening import open_case
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui import words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.settings import applying
from bolig_desktop.ui.unlock.idle import IdleLock
from bolig_desktop.ui.unlock.window import UnlockWindow
from bolig_desktop.ui.widgets.messages import Confirm, confirm
from drive import dialogs, press, settle, the_dialog, words_on, write

# Locking


def test_left_alone_it_locks_after_the_minutes_chosen(qapp, now):
    idle = IdleLock(Machine(idle_minutes=5), now=now)
    times = []
    idle.time_is_up.connect(lambda: times.append(now.at))
    idle.start()
    now.later(minutes=4, seconds=59)
    idle.look()
    assert times == []
    now.later(seconds=1)
    idle.look()
    settle()
    assert times == [MORNING + timedelta(minutes=5)]


def test_a_question_nobody_answers_does_not_keep_it_open(shown, now, qtbot):
    over = shown(QLineEdit())
    confirm(over, "Fjerne?", lambda: pytest.fail("nobody said so"), act="Fjern")
    idle = IdleLock(Machine(), now=now)
    idle.start()
    now.later(minutes=10)
    with qtbot.waitSignal(idle.time_is_up):
        idle.look()
    assert dialogs() == []


def test_a_key_or_the_mouse_keeps_it_open(qtbot, shown, now):
    line = shown(QLineEdit())
    idle = IdleLock(Machine(), now=now)
    times = []
    idle.time_is_up.connect(lambda: times.append(now.at))
    idle.start()
    now.later(minutes=9)
    QTest.keyClick(line.windowHandle(), Qt.Key.Key_A)
    now.later(minutes=9)
    idle.look()
    QTest.mouseMove(line.windowHandle(), QPoint(5, 5))
    now.later(minutes=9)
    idle.look()
    assert times == []
    QApplication.sendEvent(line.windowHandle(), QEvent(QEvent.Type.UpdateRequest))
    now.later(minutes=1)
    idle.look()
    settle()
    assert len(times) == 1
    idle.stop()


def test_it_waits_for_what_must_not_be_cut_off(qapp, now):
    busy = [True]
    idle = IdleLock(Machine(), now=now, busy=lambda: busy[0])
    times = []
    idle.time_is_up.connect(lambda: times.append(now.at))
    idle.start()
    now.later(minutes=30)
    idle.look()
    assert times == []
    busy.clear()
    busy.append(False)
    idle.look()
    settle()
    assert len(times) == 1


def test_the_locked_file_asks_for_its_passphrase_again(qtbot, file):
    path = file.path
    file.close()
    window = UnlockWindow(Machine(), clock.fixed(date(2026, 11, 22)), cost=CHEAP)
    qtbot.addWidget(window)
    window.begin(path, locked=True)
    window.show()
    assert "Saksfilen er låst" in words_on(window)
    with qtbot.waitSignal(window.opened, timeout=10_000) as opened:
        write(window, "Passord", SAID)
        press(window, "Åpne")
    opened.args[0].close()


def test_restoring_from_the_settings_lists_the_copies(qtbot, file):
    backup.make_copy(file, backup.default_folder(file.path), reason="asked")
    path = file.path
    file.close()
    window = UnlockWindow(Machine(), clock.fixed(date(2026, 11, 22)), cost=CHEAP)
    qtbot.addWidget(window)
    window.begin_restore(path)
    window.show()
    assert [b for b in window.findChildren(QRadioButton) if b.text().startswith("Kopi 1  ·")]


# All of it around one open file


def test_f1_opens_the_help_of_the_page_one_is_on(program):
    window = program.workspace.window
    window.go(Place(topic="settings"))
    window.act("help").trigger()
    assert window.here() == Place(topic="help", tab="settings")
    window.back()
    assert window.here() == Place(topic="settings")


def test_closing_without_a_copy_is_not_passed_over_in_silence(program):
    backup.default_folder(program.path).write_text("something else lies where the copies should")
    program.workspace.window.close()
    settle()
    assert program.open_file is None and program.closing is None
    assert program.unlock.isVisible()
    assert "Kopien ble ikke laget." in words_on(program.unlock)


def test_left_alone_it_is_locked_with_what_was_typed_kept_and_a_copy_made(program, qtbot):
    window = program.workspace.window
    window.go(Place(topic="settings"))
    entry = window.page("settings").form.fields["due_day"].entry
    entry.setFocus()
    entry.selectAll()
    QTest.keyClicks(entry, "31")
    program.idle._now = lambda: datetime.now(UTC) + timedelta(minutes=11)
    program.idle.look()
    qtbot.waitUntil(lambda: program.workspace is None)
    assert not window.isVisible(), "out of sight at once"
    qtbot.waitUntil(lambda: program.unlock.isVisible() and "Saksfilen er låst" in words_on(program.unlock))
    assert len(copies_in(backup.default_folder(program.path))) == 1
    write(program.unlock, "Passord", SAID)
    press(program.unlock, "Åpne")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=10_000)
    program.workspace.window.go(Place(topic="settings"))
    assert program.workspace.window.page("settings").form.fields["due_day"].entry.text() == "31"


def test_a_change_under_way_is_neither_locked_nor_closed_but_ended_first(program, qtbot):
    """A long import lets the window live meanwhile, and must find its file again."""
    window, case = program.workspace.window, program.workspace.case
    program.idle._now = lambda: datetime.now(UTC) + timedelta(minutes=11)
    with case.atomic():
        program.idle.look()
        window.close()
        settle()
        assert program.open_file is not None and window.isVisible()
        case.save(Landlord(name="Aud Kvalnes"))
    program.idle.look()
    qtbot.waitUntil(lambda: program.workspace is None and program.closing is None, timeout=10_000)
    opened = open_case(program.path, passphrase=SAID)
    assert [one.name for one in case_of(opened).landlords.list()] == ["Aud Kvalnes"]
    opened.close()


def test_what_was_changed_right_before_it_is_locked_is_not_read_from_a_closed_file(program, qtbot):
    """So it is when nobody is there while letters to many are made: they are stopped, and the file is put away."""
    window = program.workspace.window
    window.go(Place(topic="today"))
    window.go(Place(topic="settings"))
    program.workspace.session.run(lambda case: case.save(Landlord(name="Aud Kvalnes")))
    QTimer.singleShot(0, program.lock)
    qtbot.waitUntil(lambda: program.workspace is None and program.closing is None, timeout=10_000)
    qtbot.wait(50)
    assert program.crashes.reports == []


def test_a_copy_is_taken_back_by_way_of_the_settings(program, qtbot):
    window = program.workspace.window
    assert make(program.copies)
    window.go(Place(topic="settings", tab="municipality"))
    write(window, "Enhet", "Boligkontoret")
    window.go(Place(topic="settings", tab="security"))
    settle()
    press(window, "Hent tilbake fra kopi")
    box = the_dialog(Confirm)
    press(box, "Lukk og velg kopi")
    qtbot.waitUntil(lambda: program.unlock.isVisible() and program.closing is None, timeout=10_000)
    first = next(b for b in program.unlock.findChildren(QRadioButton) if b.text().startswith("Kopi 1  ·"))
    first.click()
    write(program.unlock, "Passord", SAID)
    press(program.unlock, "Hent tilbake")
    qtbot.waitUntil(lambda: "Kopien er hentet tilbake" in words_on(program.unlock), timeout=10_000)
    press(program.unlock, "Gå videre")
    qtbot.waitUntil(lambda: program.workspace is not None, timeout=10_000)
    assert program.workspace.case.settings.municipality().unit == "Flyktningtjenesten"
    assert len(list(program.path.parent.glob("*.bolig"))) == 2


def test_another_language_is_spoken_at_once(program):
    window = program.workspace.window
    window.go(Place(topic="settings", tab="machine"))
    settle()
    write(window, "Språk på skjermen", "Nynorsk")
    settle()
    assert program.workspace.window is not window
    assert program.workspace.window.here() == Place(topic="settings", tab="machine")
    assert words.language() == "nn"
    applying.apply(Machine(scheme="light"))
