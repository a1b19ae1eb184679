"""Killed while the last copy is made at close: what was written is there, and no half copy counts as one."""

from pathlib import Path

import pytest

from bolig_desktop.security.backup import default_folder, keep_copies, verify
from bolig_desktop.security.copyfile import copies_in
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.slots import Cost
from reliability.workshop import killed_when

CHILD = Path(__file__).with_name("closing_child.py")
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.mark.parametrize("step", [1, 3, 5])
def test_killed_in_the_middle_the_copies_are_whole_and_nothing_written_is_lost(tmp_path, step):
    path = tmp_path / "saker.bolig"
    opened = create_case(path, "hemmelig", typed_back=False, cost=CHEAP)
    seed, (first,) = opened.seed, keep_copies(opened, [default_folder(path)], reason="asked")
    opened.close()
    killed_when("there", [str(CHILD), str(path), "hemmelig", str(step)], BOLIG_HOME=str(tmp_path / "home"))

    assert copies_in(default_folder(path)) == [first], "what was begun counts as no copy"
    opened = open_case(path, passphrase="hemmelig")
    try:
        assert opened.db.execute("select name from landlords").fetchall() == [("Aud Kvalnes",)]
        (second,) = keep_copies(opened, [default_folder(path)], reason="asked")
        assert copies_in(default_folder(path)) == [second, first]
        assert verify(second, seed).counts["landlords"] == 1 and verify(first, seed).counts["landlords"] == 0
        assert [one for one in tmp_path.rglob(".*") if "uferdig" in one.name] == [], "and it is cleared away"
    finally:
        opened.close()
