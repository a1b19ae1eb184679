"""What is done on the page of settings, by the words on the screen."""

from datetime import UTC, datetime, timedelta

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


def open_tab(page, key):
    page.open(Place(topic="settings", tab=key))
    settle()
