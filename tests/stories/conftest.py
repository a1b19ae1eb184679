"""What the stories begin with: a case file on a Monday, and the real program."""

from datetime import date

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.ui.program import Program
from build import a_municipality
from drive import settle
from windows import put_away

TODAY = date(2026, 11, 22)


@pytest.fixture
def monday(calendar):
    """A case file that is first opened on a Monday, by a calendar that can be moved."""
    calendar.day = date(2026, 11, 23)
    case = CaseFile(open_in_memory(), clock=calendar)
    a_municipality(case, case_officer="Kari Nordli")
    return case


@pytest.fixture
def start(qtbot):
    """Start programs that are put away afterwards, whatever happened; an error in a slot fails the test."""
    started = []

    def begin(path=None, passphrase=None):
        program = Program(clock.fixed(TODAY))
        started.append(program)
        program.begin(path, passphrase)
        there = program.unlock.isVisible if path is None else lambda: program.workspace is not None
        qtbot.waitUntil(there, timeout=10_000)
        settle()
        return program

    yield begin
    for program in started:
        put_away(program)
        assert program.crashes.reports == []
