"""The file on its way to be closed: out of sight at once, its copy made beside the window, and nothing ever lost."""

import threading

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QProgressBar, QWidget
from settings_seen import SAID, left_over, make

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.security import backup, copyfile
from bolig_desktop.security.copyfile import copies_in, manifest_in
from bolig_desktop.security.copying import Copying
from bolig_desktop.security.opening import open_case
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui import closing as closing_module
from bolig_desktop.ui import program as program_module
from bolig_desktop.ui.settings import applying
from drive import press, settle, words_on, write


@pytest.fixture
def patience(monkeypatch):
    """Show what is going on after a moment that tests can wait for."""
    monkeypatch.setattr(closing_module, "_PATIENCE_MS", 20)


@pytest.fixture
def seen(qapp):
    """Note what kind of every window comes into sight."""

    class Seen(QObject):
        def __init__(self):
            super().__init__()
            self.kinds = []

        def eventFilter(self, watched, event):
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
                self.kinds.append(type(watched).__name__)
            return False

    watching = Seen()
    qapp.installEventFilter(watching)
    yield watching.kinds
    qapp.removeEventFilter(watching)


def keep(program, name="Aud Kvalnes"):
    program.workspace.session.run(lambda case: case.save(Landlord(name=name)))


def copies(program):
    return copies_in(backup.default_folder(program.path))


def until_put_away(program, qtbot):
    qtbot.waitUntil(lambda: program.closing is None, timeout=10_000)
    settle()  # what is told stands there a turn of the event loop later


def kept(path):
    """Open the closed file as anybody would, and return what was kept in it."""
    opened = open_case(path, passphrase=SAID)
    try:
        return [row[0] for row in opened.db.execute("select name from landlords").fetchall()]
    finally:
        opened.close()


def test_closing_shows_how_far_the_copy_is_and_the_window_lives(program, taking, patience, qtbot):
    keep(program)
    window, unlock = program.workspace.window, program.unlock
    window.close()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: unlock.isVisible() and taking.there.is_set())
    assert "Lager kopi …" in words_on(unlock) and "Saksfilen er låst" not in words_on(unlock)
    bar = unlock.findChild(QProgressBar)
    qtbot.waitUntil(lambda: unlock.focusWidget() is bar)
    QTest.keyClicks(unlock.focusWidget(), " a \r")  # typed blindly, it stops nothing
    assert not unlock.close() and unlock.isVisible() and program.closing is not None, "closed twice it goes on"
    taking.go_on.set()
    until_put_away(program, qtbot)
    assert not unlock.isVisible() and program.open_file is None
    (copy,) = copies(program)
    assert manifest_in(copy, opened_seed(program.path)).reason == "close" and not left_over(program)
    assert kept(program.path) == ["Aud Kvalnes"]


def opened_seed(path):
    opened = open_case(path, passphrase=SAID)
    try:
        return opened.seed
    finally:
        opened.close()


def test_a_quick_copy_does_not_flash(program, seen, qtbot, monkeypatch):
    monkeypatch.setattr(closing_module, "_PATIENCE_MS", 10_000)
    keep(program)
    seen.clear()
    program.workspace.window.close()
    until_put_away(program, qtbot)
    assert seen == [] and len(copies(program)) == 1


def test_where_nothing_was_written_it_is_closed_at_once(program, seen):
    make(program.copies)
    seen.clear()
    program.workspace.window.close()
    assert program.closing is None and seen == [] and len(copies(program)) == 1


@pytest.mark.parametrize(
    ("how", "words", "after"), [("close", "Lukk uten kopi", ""), ("lock", "Lås uten kopi", "Saksfilen er låst")]
)
def test_the_copy_can_be_left_out_and_is_made_the_next_time(
    program, taking, patience, qtbot, monkeypatch, how, words, after
):
    taking.go_on.set()
    make(program.copies)
    taking.go_on.clear()
    taking.there.clear()
    keep(program)
    window = program.workspace.window
    window.close() if how == "close" else window.act("lock").trigger()
    qtbot.waitUntil(lambda: program.unlock.isVisible() and taking.there.is_set())
    press(program.unlock, words)
    assert "Stopper …" in words_on(program.unlock)
    taking.go_on.set()
    until_put_away(program, qtbot)
    assert program.unlock.isVisible() is (how == "lock") and after in words_on(program.unlock)
    assert "Kopien ble ikke laget." not in words_on(program.unlock)
    assert len(copies(program)) == 1 and not left_over(program)
    assert kept(program.path) == ["Aud Kvalnes"]

    monkeypatch.setattr(program_module, "_COPIES_AFTER_MS", 0)
    program.unlock.begin(program.path)
    program.unlock.show()
    write(program.unlock, "Passord", SAID)
    press(program.unlock, "Åpne")
    qtbot.waitUntil(lambda: program.workspace is not None and len(copies(program)) == 2, timeout=10_000)
    qtbot.waitUntil(lambda: "sikkerhetskopi kontrollert i dag" in program.copies.status(), timeout=10_000)


def test_locked_and_then_closed_it_ends_without_asking_for_the_passphrase(program, taking, patience, qtbot):
    keep(program)
    program.workspace.window.act("lock").trigger()
    qtbot.waitUntil(program.unlock.isVisible)
    assert not program.unlock.close()
    taking.go_on.set()
    until_put_away(program, qtbot)
    assert not program.unlock.isVisible() and len(copies(program)) == 1


def test_another_language_can_be_chosen_meanwhile(program, taking, patience, qtbot):
    keep(program)
    program.workspace.window.act("lock").trigger()
    qtbot.waitUntil(program.unlock.isVisible)
    write(program.unlock, "Språk på skjermen", "English")
    QApplication.processEvents()
    assert "Making a copy …" in words_on(program.unlock)
    taking.go_on.set()
    until_put_away(program, qtbot)
    assert "The case file is locked" in words_on(program.unlock)
    applying.apply(Machine(scheme="light"))


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (TroubleKind.FULL, "Det er ikke plass til den på disken. Alt som er lagret, står i saksfilen."),
        (TroubleKind.READ_ONLY, "Mappen for kopiene kan ikke skrives til."),
        (TroubleKind.DISK, "Se etter om disken eller minnepinnen sitter i"),
    ],
)
def test_what_was_in_the_way_is_said_and_the_file_is_whole(program, qtbot, monkeypatch, kind, words):
    def write_none(*args):
        raise FileTrouble(kind)

    monkeypatch.setattr(copyfile, "write", write_none)
    keep(program)
    program.workspace.window.close()
    until_put_away(program, qtbot)
    assert program.unlock.isVisible() and words in words_on(program.unlock)
    assert "står fortsatt i feltene" not in words_on(program.unlock), "there are no fields any more"
    assert copies(program) == [] and not left_over(program) and kept(program.path) == ["Aud Kvalnes"]


def test_the_memory_stick_with_the_file_is_pulled_out(program, taking, patience, qtbot):
    keep(program)
    program.workspace.window.act("lock").trigger()
    qtbot.waitUntil(lambda: program.unlock.isVisible() and taking.there.is_set())
    folder, away = program.path.parent, program.path.parent.with_name("away")
    folder.rename(away)
    taking.go_on.set()
    until_put_away(program, qtbot)
    assert "Kopien ble ikke laget." in words_on(program.unlock) and "minnepinnen" in words_on(program.unlock)
    assert program.crashes.reports == []
    away.rename(folder)
    assert kept(program.path) == ["Aud Kvalnes"]


def test_what_nobody_foresaw_keeps_no_file_open(program, qtbot, monkeypatch):
    monkeypatch.setattr(Copying, "finish", lambda copying, told: 1 // 0)
    keep(program)
    with qtbot.captureExceptions() as raised:
        program.workspace.window.close()
        until_put_away(program, qtbot)
    assert raised[0][0] is ZeroDivisionError
    assert program.unlock.isVisible() and "Kopien ble ikke laget." in words_on(program.unlock)
    assert kept(program.path) == ["Aud Kvalnes"]


def test_a_copy_under_way_gives_way_to_the_last_one(program, taking, qtbot):
    program.copies.make_beside("hours")
    assert taking.there.wait(5)
    keep(program)
    program.workspace.window.close()
    taking.go_on.set()
    until_put_away(program, qtbot)
    (copy,) = copies(program)
    assert manifest_in(copy, opened_seed(program.path)).reason == "close"


@pytest.mark.parametrize("is_slow", [False, True])
def test_at_the_end_of_the_session_the_file_is_closed_in_time(program, taking, qtbot, monkeypatch, is_slow):
    """Logged out of, with seconds left: the copy where there is time for it, and the file closed in any case."""
    monkeypatch.setattr(program_module, "_LAST_SECONDS", 0.2 if is_slow else 10)
    keep(program)
    if is_slow:
        threading.Timer(0.5, taking.go_on.set).start()
    else:
        taking.go_on.set()
    program._end_session()  # as Qt says it; the signal cannot be given by hand
    program.workspace.window.close()
    assert program.closing is None and not program.unlock.isVisible(), "all of it before it is back"
    assert len(copies(program)) == (0 if is_slow else 1) and not left_over(program)
    assert kept(program.path) == ["Aud Kvalnes"]
