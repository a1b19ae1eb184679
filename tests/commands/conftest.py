"""The commands run inside the test: what they answer, what they say, and a demo file of one's own to run them on."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from told import Answer

from bolig_desktop import cli
from bolig_desktop.demo.municipality import PASSPHRASE, make_demo
from bolig_desktop.security.opening import open_case
from bolig_desktop.security.slots import Cost

TODAY = date(2026, 11, 22)
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run a command in the test's own folder, with the demo's passphrase at hand."""
    monkeypatch.setenv("BOLIG_PASSPHRASE", "demo")
    monkeypatch.chdir(tmp_path)

    def answer(*words: object) -> Answer:
        capsys.readouterr()
        code = cli.main([str(word) for word in words])
        said = capsys.readouterr()
        return Answer(code, said.out, said.err)

    return answer


@pytest.fixture(scope="session")
def made_once(tmp_path_factory):
    """The demo's folder, made once: only to be copied. Its passphrase is cheap to try, for there are many tests."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOLIG_HOME", str(folder / "home"))
        made = make_demo(folder / "demo", TODAY)
        opened = open_case(made.file, passphrase=PASSPHRASE, cost=CHEAP)
        opened.change_passphrase(PASSPHRASE, PASSPHRASE)
        opened.close()
    return folder / "demo"


@pytest.fixture
def file(made_once, tmp_path) -> Path:
    """The demo's case file with its slots, free to be written to."""
    for name in ("demo.bolig", "demo.nokkel"):
        shutil.copy(made_once / name, tmp_path / name)
    return tmp_path / "demo.bolig"
