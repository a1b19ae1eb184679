"""A half-filled form survives a kill of the process, in the real window (reliability.md K2, the form's half)."""

from pathlib import Path

import pytest

from bolig_desktop import clock
from bolig_desktop.casefile.opened import case_of
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import Cost
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace
from reliability.workshop import killed_when

CHILD = Path(__file__).with_name("form_child.py")
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.mark.parametrize("typed", ["Storgata 14 B", "Ov"])
def test_what_was_typed_stands_in_the_form_after_kill_9(tmp_path, qapp, typed):
    path = tmp_path / "saker.bolig"
    create_case(path, "hemmelig", typed_back=False, cost=CHEAP).close()
    killed_when("kept", [str(CHILD), str(path), "hemmelig", typed])

    opened = open_case(path, passphrase="hemmelig")
    workspace = Workspace(case_of(opened, clock.today), {})
    try:
        assert workspace.case.dwellings.count() == 0
        workspace.window.go(Place(topic="dwellings", tab="new"))
        kept = workspace.window.page("dwellings").form.fields["street"].typed()
        assert kept and typed.startswith(kept)
    finally:
        workspace.window.close()
        workspace.window.deleteLater()
        opened.close()
