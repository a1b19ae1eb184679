"""Reference cycles are collected on the window's thread, whatever other threads are doing."""

import gc
import subprocess
import sys
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from bolig_desktop.ui.background import Background
from bolig_desktop.ui.garbage import Collector

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
