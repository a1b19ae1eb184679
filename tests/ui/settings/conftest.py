"""A case file of its own, its copies, and the page of settings on it."""

from datetime import date

import pytest
from settings_seen import CHEAP, SAID, Answers, Held, Now

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import create_case
from bolig_desktop.settings.machine import Machine
from bolig_desktop.settings.records import Municipality
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.program import Program
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings import applying
from bolig_desktop.ui.settings.copies import Copies
from bolig_desktop.ui.settings.page import SettingsPage
from windows import put_away


@pytest.fixture
def now():
    return Now()


@pytest.fixture
def file(tmp_path):
    opened = create_case(tmp_path / "saker.bolig", SAID, typed_back=False, cost=CHEAP)
    case_of(opened).save(Municipality(name="Nordvik kommune", unit="Flyktningtjenesten"))
    yield opened
    opened.close()


@pytest.fixture
def copies(qapp, file, now):
    made = Copies(file, Machine(), now=now)
    made.told = []
    made.said.connect(made.told.append)
    yield made
    made.stop()


@pytest.fixture
def taking(monkeypatch):
    held = Held(monkeypatch, "take")
    yield held
    held.go_on.set()


@pytest.fixture
def finishing(monkeypatch):
    held = Held(monkeypatch, "finish")
    yield held
    held.go_on.set()


@pytest.fixture
def page(qtbot, shown, file, copies):
    made = SettingsPage(
        Session(case_of(file, clock.fixed(date(2026, 11, 22)))), file, copies.machine, copies, asking=Answers()
    )
    made.open(Place(topic="settings"))
    made.panel = shown(made.case_panel)
    yield made
    applying.apply(Machine(scheme="light"))


@pytest.fixture
def program(qtbot, file):
    path = file.path
    file.close()
    made = Program(clock.fixed(date(2026, 11, 22)))
    qtbot.addWidget(made.unlock)
    made.begin(path, SAID)
    qtbot.waitUntil(lambda: made.workspace is not None, timeout=10_000)
    made.path = path
    yield made
    put_away(made)
