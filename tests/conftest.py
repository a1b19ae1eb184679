"""What every test may use: a case file in memory on a fixed day, and a machine that is nobody's."""

import gc
import itertools
import os
import sys
from datetime import date
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage import file
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.ui.garbage import collect_what_is_due

SOURCE = Path(__file__).parents[1] / "src"
TODAY = date(2026, 11, 22)
_NUMBERS = itertools.count()

# The same examples every time: what fails here fails for everybody. Other seeds are tried by hand before a release.
settings.register_profile("the same every time", derandomize=True, deadline=None)
settings.load_profile("the same every time")


@pytest.fixture(scope="session", autouse=True)
def memory_is_not_locked():
    """Leave out what locks and wipes all the memory the driver uses: it makes thousands of tests take twice as long.

    Once asked for, it is on in the whole process. That the program asks for it, a process of its own shows
    (reliability/test_deps.py); programs the tests start and kill ask for it too.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file, "SETTINGS", tuple(each for each in file.SETTINGS if "memory_security" not in each))
        yield


def pytest_configure(config):
    """Keep bytecode with pytest's own files where Python may write none beside the source.

    Without any, each worker compiles every test anew, and each program a test starts compiles ours.
    """
    if sys.dont_write_bytecode:
        sys.dont_write_bytecode = False
        sys.pycache_prefix = str(config.rootpath / ".pytest_cache" / "bytecode")


@pytest.fixture(scope="session", autouse=True)
def children_run_what_is_tested():
    """Programs the tests start run the source beside these tests, whatever is installed."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(SOURCE), prepend=os.pathsep)
        if sys.pycache_prefix:
            patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
            patch.setenv("PYTHONPYCACHEPREFIX", sys.pycache_prefix)
        yield


def pytest_collection_finish():
    """Leave thousands of tests, and all that was imported with them, out of every later look for garbage."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol():
    """Collect garbage between tests and on this thread, as the program does (``bolig_desktop.ui.garbage``).

    Left to itself Python would collect it in any thread, that of the test runner too, windows and timers with it.
    """
    gc.disable()
    try:
        return (yield)
    finally:
        collect_what_is_due()


@pytest.fixture(scope="session")
def homes(tmp_path_factory):
    """Where the homes of all tests would lie; most tests make none."""
    return tmp_path_factory.mktemp("homes")


@pytest.fixture(autouse=True)
def nobodys_machine(homes, monkeypatch):
    """Keep settings and default folders of the machine's user out of every test."""
    monkeypatch.setenv("BOLIG_HOME", str(homes / str(next(_NUMBERS))))


class Calendar:
    """A clock that can be moved to another day."""

    day = TODAY

    def __call__(self):
        return self.day


@pytest.fixture
def calendar():
    return Calendar()


@pytest.fixture
def case():
    return CaseFile(open_in_memory(), clock=clock.fixed(TODAY))
