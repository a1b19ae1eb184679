"""A command answers without reading Qt: it is run on machines with no screen, and a script is not to wait for it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_CHILD = """
import sys
from bolig_desktop import cli
code = cli.main(sys.argv[1:])
read = [name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")]
read += [name for name in sys.modules if name.startswith("bolig_desktop.ui")]
sys.exit(code or (f"Qt was read: {sorted(read)[:4]}" if read else 0))
"""


def in_a_process_of_its_own(*words):
    source = Path(sys.modules["bolig_desktop"].__file__).parents[1]
    env = os.environ | {"BOLIG_PASSPHRASE": "demo", "PYTHONPATH": str(source)}
    done = subprocess.run(
        [sys.executable, "-c", _CHILD, *map(str, words)], env=env, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stderr


@pytest.mark.parametrize(
    "words",
    [
        ("export", "FILE", "OUT.xlsx"),
        ("year", "FILE", "2025", "--json"),
        ("calendar", "FILE", "OUT.ics"),
        ("due", "FILE"),
        ("list", "FILE", "tenancies", "--json"),
        ("print", "FILE", "lease", "1", "-o", "OUT.pdf"),
        ("handover", "FILE", "-o", "OUT.pdf"),
    ],
    ids=lambda words: words[0],
)
def test_a_command_reads_nothing_of_qt(words, file, tmp_path):
    given = {"FILE": file} | {f"OUT.{kind}": tmp_path / f"ut.{kind}" for kind in ("xlsx", "ics", "pdf")}
    assert in_a_process_of_its_own(*(given.get(word, word) for word in words)) == (0, "")


def test_bringing_a_sheet_in_reads_nothing_of_qt(run, file, tmp_path):
    assert run("export", file, tmp_path / "ut.xlsx").code == 0
    assert in_a_process_of_its_own("import", file, tmp_path / "ut.xlsx", "--dry-run") == (0, "")


def test_it_is_noticed_where_qt_is_read(monkeypatch):
    """The control: the child does see what is there."""
    monkeypatch.setitem(globals(), "_CHILD", _CHILD.replace("cli.main(sys.argv[1:])", "__import__('PySide6') and 0"))
    code, said = in_a_process_of_its_own()
    assert code == 1 and "Qt was read" in said
