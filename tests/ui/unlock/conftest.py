"""The first window, and a file it may open."""

import pytest
from unlock_seen import CHEAP, SAID, Unlocking

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import create_case
from bolig_desktop.settings.records import Municipality
from bolig_desktop.ui import words


@pytest.fixture
def unlock(qtbot):
    made = []

    def start(machine=None, path=None):
        made.append(Unlocking(qtbot, machine, path))
        return made[-1]

    yield start
    words.speak("nb")
    for one in made:
        one.window.opening.leave()
        for file in one.opened:
            file.close()


@pytest.fixture
def path(tmp_path):
    """A case file with a passphrase, its sheet on paper, closed."""
    file = create_case(tmp_path / "saker.bolig", SAID, typed_back=False, cost=CHEAP)
    case_of(file).save(Municipality(name="Nordvik kommune"))
    file.close()
    return file.path
