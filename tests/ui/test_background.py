"""Long work: away from the window, with progress, and stopped without loss."""

import threading

import pytest
from PySide6.QtCore import QObject

from bolig_desktop.ui.background import Background, ProgressLine


@pytest.fixture
def background(qapp):
    made = Background()
    yield made
    made.wait()
    made.deleteLater()


def test_the_answer_comes_on_the_windows_own_thread(background, qtbot):
    answers = []
    job = background.run(lambda progress: threading.get_ident(),
                         done=lambda worked_in: answers.append((worked_in, threading.get_ident())))  # fmt: skip
    with qtbot.waitSignal(job.ended):
        pass
    assert answers[0][1] == threading.get_ident()
    assert answers[0][0] != threading.get_ident()
    assert not job.is_running


def test_it_tells_how_far_it_is_and_can_be_stopped_without_losing_what_is_done(background, qtbot):
    written, told, begun, go_on = [], [], threading.Event(), threading.Event()

    def work(progress):
        for number in range(10):
            progress.say(number, 10, f"Brev {number + 1}")
            written.append(number)
            if number == 2:
                begun.set()
                go_on.wait(5)

    job = background.run(work)
    line = ProgressLine(job, "Skriver brev")
    qtbot.addWidget(line)
    job.told.connect(lambda *facts: told.append(facts))
    stopped = []
    job.stopped.connect(lambda: stopped.append(1))
    assert begun.wait(5)
    qtbot.waitUntil(lambda: len(told) == 3)
    assert line.label.text() == "Brev 3"
    line.stop.click()
    with qtbot.waitSignal(job.ended):
        go_on.set()
    assert (written, stopped) == ([0, 1, 2], [1])


def test_an_error_is_given_to_the_one_who_listens(background, qtbot):
    failed = []
    job = background.run(lambda progress: 1 // 0, failed=failed.append)
    with qtbot.waitSignal(job.ended):
        pass
    assert isinstance(failed[0], ZeroDivisionError)


def test_an_error_nobody_listens_to_is_raised_for_the_crash_handler(background, qtbot):
    with qtbot.captureExceptions() as raised:
        job = background.run(lambda progress: 1 // 0)
        with qtbot.waitSignal(job.ended):
            pass
    assert raised[0][0] is ZeroDivisionError


class Owner(QObject):
    """Somebody whose only hold on life is the window, as the keeper of copies is."""

    def __init__(self):
        super().__init__()
        self.background = Background(self)
        self.heard = []

    def begin(self):
        self.background.run(lambda progress: "done", done=self.heard.append)


def test_an_owner_who_goes_when_the_work_has_been_finished_takes_nothing_along(qapp):
    """Locked a moment after it was opened, while a copy is looked over: the process used to end here."""
    for _ in range(20):
        owner = Owner()
        owner.begin()
        heard = owner.heard
        owner.background.finish()
        assert heard == ["done"], "what came of it is told before anybody goes"
        del owner
        for _ in range(3):
            qapp.processEvents()
