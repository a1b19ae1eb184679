"""What is done on the page of settings, by the words on the screen."""

import threading
import time
from datetime import UTC, datetime, timedelta

from PySide6.QtTest import QTest

from bolig_desktop.security.copying import Copying
from bolig_desktop.security.slots import Cost
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.unlock.asking import Asking
from drive import settle

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
SAID = "fire grønne elger danser"
MORNING = datetime(2026, 11, 22, 8, 2, tzinfo=UTC)


class Now:
    """A clock that is moved by hand."""

    def __init__(self):
        self.at = MORNING

    def __call__(self):
        return self.at

    def later(self, **by):
        self.at += timedelta(**by)


class Answers(Asking):
    """Answers the question for a folder."""

    answer = None

    def folder(self, over, start):
        return self.answer


class Held:
    """Holds one method of every copy up, until it is let go; ``times``: how often it has begun."""

    def __init__(self, monkeypatch, name):
        self.there, self.go_on, self.times = threading.Event(), threading.Event(), 0
        real = getattr(Copying, name)

        def slow(copying, told=lambda done, of: None):
            self.times += 1
            self.there.set()
            assert self.go_on.wait(10)
            return real(copying, told)

        monkeypatch.setattr(Copying, name, slow)


def left_over(file):
    return [path.name for path in (*file.path.parent.rglob(".*"),) if "uferdig" in path.name]


def make(copies, reason="asked"):
    """Make a copy, wait for it, and say whether it was made."""
    return _answered(copies, lambda then: copies.make_beside(reason, then))


def make_last(copies):
    """Make the copy before the file is closed, if one is due, and say whether all is well."""
    return _answered(copies, copies.make_last)


def _answered(copies, begin):
    answers = []
    begin(answers.append)
    until = time.monotonic() + 20
    while not answers and time.monotonic() < until:
        QTest.qWait(5)
    return answers == [True]


def open_tab(page, key):
    page.open(Place(topic="settings", tab=key))
    settle()
