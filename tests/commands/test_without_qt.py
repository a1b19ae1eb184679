"""A command answers without reading Qt: it is run on machines with no screen, and a script is not to wait for it."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_CHILD = """
import contextlib, io, json, sys
from bolig_desktop import cli
answers, known = {}, set()
for words in json.loads(sys.argv[1]):
    with contextlib.redirect_stdout(io.StringIO()):
        code = cli.main(words)
    of_qt = {name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6")}
    of_qt |= {name for name in sys.modules if name.startswith("bolig_desktop.ui")}
    answers[words[0]], known = [code, sorted(of_qt - known)], known | of_qt
print(json.dumps(answers))
"""
COMMANDS = (
    ("export", "FILE", "OUT.xlsx"),
    ("import", "FILE", "OUT.xlsx", "--dry-run"),
    ("year", "FILE", "2025", "--json"),
    ("calendar", "FILE", "OUT.ics"),
    ("due", "FILE"),
    ("list", "FILE", "tenancies", "--json"),
    ("print", "FILE", "lease", "1", "-o", "OUT.pdf"),
    ("handover", "FILE", "-o", "OUT.pdf"),
)


def in_a_process_of_its_own(child, commands, home):
    """Run commands in one process; return of each its code, and what of Qt it was the first to read."""
    source = Path(sys.modules["bolig_desktop"].__file__).parents[1]
    env = os.environ | {"BOLIG_PASSPHRASE": "demo", "PYTHONPATH": str(source), "BOLIG_HOME": str(home)}
    words = [sys.executable, "-c", child, json.dumps(commands)]
    done = subprocess.run(words, env=env, capture_output=True, text=True, check=True)
    return json.loads(done.stdout), done.stderr


@pytest.fixture(scope="module")
def answered(made_once, tmp_path_factory):
    folder = tmp_path_factory.mktemp("ut")
    for name in ("demo.bolig", "demo.nokkel"):
        shutil.copy(made_once / name, folder / name)
    given = {"FILE": "demo.bolig"} | {f"OUT.{kind}": f"ut.{kind}" for kind in ("xlsx", "ics", "pdf")}
    commands = [[str(folder / given[word]) if word in given else word for word in words] for words in COMMANDS]
    return in_a_process_of_its_own(_CHILD, commands, folder)


@pytest.mark.parametrize("command", [words[0] for words in COMMANDS])
def test_a_command_reads_nothing_of_qt(command, answered):
    answers, said = answered
    assert (answers[command], said) == ([0, []], "")


def test_it_is_noticed_where_qt_is_read(tmp_path):
    """The control: the child does see what is there."""
    child = _CHILD.replace("cli.main(words)", "__import__('PySide6') and 0")
    answers, _ = in_a_process_of_its_own(child, [["export"]], tmp_path)
    assert answers["export"][1][0].startswith("PySide6")
