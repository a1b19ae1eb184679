"""Reference cycles are collected on the window's thread; a closed window takes all that was in it along."""

import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QApplication

from bolig_desktop.ui import program
from bolig_desktop.ui.background import Background
from bolig_desktop.ui.garbage import Collector
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace
from build import a_house_with_rooms, a_household, a_municipality, a_tenancy

LEFT_TO_ITSELF = """
import threading, weakref

class Knot:
    pass

def work():
    return [[number] for number in range(100_000)]

ended, knot = [], Knot()
knot.itself = knot
weakref.finalize(knot, lambda: ended.append(threading.get_ident()))
del knot
thread = threading.Thread(target=work)
thread.start()
thread.join()
assert ended == [thread.ident], ended
"""


class Knot:
    """Holds itself, as a window and its buttons hold each other."""

    def __init__(self):
        self.itself = self


def ended_on(made, threads):
    weakref.finalize(made, lambda: threads.append(threading.get_ident()))


def work_that_asks_for_much_memory(progress):
    """Python would collect many times over here."""
    return [[number] for number in range(100 * gc.get_threshold()[0])]


@pytest.fixture
def parent(qapp):
    made = QObject()
    yield made
    made.deleteLater()


@pytest.fixture
def background(parent):
    made = Background(parent)
    yield made
    made.wait()


def test_a_cycle_left_while_work_goes_on_elsewhere_ends_on_the_windows_thread(parent, background, qtbot):
    gc.collect()  # what other tests left must not end elsewhere, should this one fail
    gc.enable()  # as in a program nobody has told
    threads = []
    collector = Collector(parent)
    collector.start()
    ended_on(Knot(), threads)
    kept = []
    job = background.run(work_that_asks_for_much_memory, done=kept.append)
    with qtbot.waitSignal(job.ended):
        pass
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_python_left_to_itself_ends_it_where_the_work_is():
    """The control: what the program must never do with a window. In a process of its own, whose garbage it is."""
    subprocess.run([sys.executable, "-c", LEFT_TO_ITSELF], check=True, timeout=60)


def test_what_work_holds_is_let_go_on_the_windows_thread(background, qtbot):
    threads = []
    held = Knot()
    held.itself = None
    ended_on(held, threads)

    def work(progress, held=held):
        return None

    job = background.run(work)
    del held, work
    with qtbot.waitSignal(job.ended):
        pass
    qtbot.waitUntil(lambda: bool(threads))
    assert threads == [threading.get_ident()]


def test_a_closed_window_leaves_none_of_its_pages_behind(case, qapp):
    """Locking the file and changing the language make a new window: the old one's tabs must not pile up."""
    a_municipality(case)
    house, *_ = a_house_with_rooms(case, 2)
    places = [("households", a_household(case).id), ("tenancies", a_tenancy(case).id), ("shared_housing", house.id),
              ("dwellings", house.id), ("today", None)]  # fmt: skip
    before = set(QApplication.allWidgets())
    workspace = Workspace(case, {})
    window = workspace.window
    window.show()
    for topic, row_id in places:
        window.go(Place(topic=topic, id=row_id))
    assert len(QApplication.allWidgets()) > len(before) + 500
    program._drop(workspace)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = set(QApplication.allWidgets()) - before
    assert not left, {type(widget).__name__ for widget in left}
