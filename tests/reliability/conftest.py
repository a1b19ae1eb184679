import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from reliability.workshop import Case, make_case

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Everything the program keeps on a machine, and its temporary files, lie inside this test's own folder."""
    monkeypatch.setenv("BOLIG_HOME", str(tmp_path / "home"))
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    return tmp_path


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case file made once; each test gets its own copy of all its files."""
    folder = tmp_path_factory.mktemp("template")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOLIG_HOME", str(folder / "home"))
        return make_case(folder / "data" / "nordvik.bolig")


@pytest.fixture
def case(template: Case, tmp_path: Path) -> Case:
    """A closed case file with some content, its slots, and their copy among the machine's settings."""
    shutil.copytree(template.path.parent.parent, tmp_path, dirs_exist_ok=True)
    return replace(template, path=tmp_path / "data" / "nordvik.bolig")
