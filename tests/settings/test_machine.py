import json
import os
import stat
from dataclasses import asdict

import pytest

from bolig_desktop.settings.machine import Machine, read, write


def test_nothing_kept_gives_the_defaults(tmp_path):
    assert read(tmp_path) == Machine()
    assert (Machine().language, Machine().scheme, Machine().idle_minutes) == ("nb", "system", 10)
    assert list(tmp_path.iterdir()) == []


def test_what_is_kept_comes_back(tmp_path):
    kept = Machine(last_file="saker.bolig", language="nn", scheme="dark", text_size=130, idle_minutes=5,
                   second_folder="kopier", window_width=1280, window_height=720, window_maximised=True,
                   widths={"dwellings.label": 220})  # fmt: skip
    write(kept, tmp_path / "new")
    assert read(tmp_path / "new") == kept
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["machine.json"]


def test_only_the_owner_may_read_it(tmp_path):
    write(Machine(), tmp_path)
    assert os.name == "nt" or stat.S_IMODE((tmp_path / "machine.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["", "{", "[]", "null", '{"language": ', "\x00\x01", "[" * 100_000])
def test_a_damaged_file_gives_defaults_and_is_kept_aside(tmp_path, damage):
    (tmp_path / "machine.json").write_text(damage)
    assert read(tmp_path) == Machine()
    assert (tmp_path / "machine.skadet").read_text() == damage
    assert not (tmp_path / "machine.json").exists()


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path):
    for words in ("one", "two"):
        (tmp_path / "machine.json").write_text(words)
        read(tmp_path)
    assert {file.read_text() for file in tmp_path.iterdir()} == {"one", "two"}


@pytest.mark.parametrize(
    ("name", "value"),
    [("language", "ru"), ("scheme", 3), ("text_size", 7), ("idle_minutes", 0), ("idle_minutes", True),
     ("window_width", -1), ("window_maximised", 1), ("widths", []), ("last_file", None)],
)  # fmt: skip
def test_a_value_that_makes_no_sense_is_the_default(tmp_path, name, value):
    (tmp_path / "machine.json").write_text(json.dumps({**asdict(Machine()), name: value, "unknown": 1}))
    assert read(tmp_path) == Machine()


def test_widths_that_make_no_sense_are_left_out(tmp_path):
    (tmp_path / "machine.json").write_text(json.dumps({"widths": {"a": 5, "b": "6", "c": -1, "d": True}}))
    assert read(tmp_path).widths == {"a": 5}


def test_a_write_that_fails_leaves_the_old_one(tmp_path, monkeypatch):
    write(Machine(language="nn"), tmp_path)

    def full(_):
        raise OSError(28, "full")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="full"):
        write(Machine(language="en"), tmp_path)
    assert read(tmp_path).language == "nn"
    assert [file.name for file in tmp_path.iterdir()] == ["machine.json"]
