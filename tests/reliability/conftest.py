import os
import tempfile
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


@pytest.fixture
def case(tmp_path: Path) -> Case:
    """A closed case file with some content."""
    return make_case(tmp_path / "data" / "nordvik.bolig")
