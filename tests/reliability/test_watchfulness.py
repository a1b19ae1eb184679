"""When to lock, which folders are synced, how a passphrase is judged, and what is said about each trouble."""

import json
import re
import tomllib
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.paths import resources
from bolig_desktop.security.lock import minutes_left, must_lock
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.passphrase import Level, strength
from bolig_desktop.security.synced import synced_by
from reliability.workshop import CHEAP, PASSPHRASE, Case

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("seconds", "locks"), [(0, False), (599, False), (600, True), (86_400, True), (-59, False), (-61, True)]
)
def test_it_locks_after_ten_minutes_left_alone(seconds: int, locks: bool) -> None:
    assert must_lock(NOON, NOON + timedelta(seconds=seconds)) is locks


def test_it_does_not_lock_in_the_middle_of_something_or_where_told_not_to() -> None:
    later = NOON + timedelta(hours=2)
    assert not must_lock(NOON, later, busy=True) and not must_lock(NOON, later, minutes=0)
    assert must_lock(NOON, later, minutes=120) and not must_lock(NOON, later, minutes=121)
    assert [minutes_left(NOON, NOON + timedelta(seconds=s)) for s in (0, 30, 541, 600, 9999)] == [10, 10, 1, 0, 0]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/home/kari/OneDrive/saker/a.bolig", "OneDrive"),
        ("/home/kari/OneDrive - Nordvik kommune/a.bolig", "OneDrive"),
        ("/home/kari/Dropbox/a.bolig", "Dropbox"),
        ("/home/kari/Dropbox (Personal)/a.bolig", "Dropbox"),
        ("/home/kari/Google Drive/a.bolig", "Google Drive"),
        ("/home/kari/iCloudDrive/a.bolig", "iCloud"),
        ("/home/kari/Library/Mobile Documents/com~apple/a.bolig", "iCloud"),
        ("/home/kari/Library/CloudStorage/Box-Box/a.bolig", "cloud"),
        ("/srv/felles/KommuneSky/under/a.bolig", "OneDrive"),
        ("/data/delt/a.bolig", "Dropbox"),
        ("\\\\server\\felles\\a.bolig", "network"),
        ("//server/felles/a.bolig", "network"),
        ("/home/kari/bolig/a.bolig", None),
        ("/home/kari/Dropboxen/a.bolig", None),
        ("/home/kari/OneDrive.bolig", None),
        ("/home/kari/saker/OneDrive", None),
    ],
)
def test_synced_folders_are_known(path: str, name: str | None, tmp_path: Path) -> None:
    home = tmp_path / "kari"
    (home / ".dropbox").mkdir(parents=True)
    (home / ".dropbox" / "info.json").write_text(json.dumps({"personal": {"path": "/data/delt"}}))
    moved = path.replace("/home/kari", str(home)) if path.startswith("/home/kari") else path
    environ = {"OneDriveCommercial": "/srv/felles/KommuneSky", "OneDrive": "", "HOME": str(home)}
    assert synced_by(Path(moved), environ=environ, home=home) == name


def test_a_folder_that_leads_into_a_synced_one_is_known(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "saker").symlink_to(tmp_path / "Dropbox")
    assert synced_by(tmp_path / "saker" / "a.bolig", environ={}, home=tmp_path) == "Dropbox"


@pytest.mark.parametrize("text", ["[]", "{", '{"personal": 3}', '{"personal": {}}', "\ufeff"])
def test_a_strange_dropbox_setting_is_no_hindrance(text: str, tmp_path: Path) -> None:
    (tmp_path / ".dropbox").mkdir()
    (tmp_path / ".dropbox" / "info.json").write_text(text)
    assert synced_by(tmp_path / "a.bolig", environ={}, home=tmp_path) is None


def test_a_file_in_a_synced_folder_is_refused_unless_asked_for(case: Case, tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive - Nordvik kommune"
    with pytest.raises(FileTrouble) as refused:
        create_case(synced / "a.bolig", PASSPHRASE, cost=CHEAP)
    assert refused.value.kind is TroubleKind.SYNCED_FOLDER
    create_case(synced / "a.bolig", PASSPHRASE, cost=CHEAP, allow_synced=True).close()
    with pytest.raises(FileTrouble) as refused:
        open_case(synced / "a.bolig", passphrase=PASSPHRASE)
    assert refused.value.facts == {"service": "OneDrive"}
    open_case(synced / "a.bolig", passphrase=PASSPHRASE, allow_synced=True).close()


@pytest.mark.parametrize(
    ("passphrase", "level"),
    [
        ("", Level.EMPTY),
        ("   ", Level.EMPTY),
        ("demo", Level.WEAK),
        ("passord", Level.WEAK),
        ("P4ssord1", Level.WEAK),
        ("Sommer2026!", Level.WEAK),
        ("qwertyuiop", Level.WEAK),
        ("aaaaaaaaaaaaaaaa", Level.WEAK),
        ("1234567890", Level.WEAK),
        ("Nordvik kommune", Level.WEAK),
        ("hund hund hund hund hund", Level.WEAK),
        ("tolv trette travhester", Level.FAIR),
        ("blå sykkel ved elva i regn", Level.STRONG),
        ("korrekt hest batteri stift", Level.STRONG),
        ("vQ7#mz2!Lp9@xR4w", Level.STRONG),
    ],
)
def test_passphrases_are_judged_by_what_guessers_try(passphrase: str, level: Level) -> None:
    assert strength(passphrase, near=["Nordvik"]).level == level


def test_more_words_are_never_worse() -> None:
    said = [strength(" ".join(["fjell", "lyng", "bukk", "sti", "vann", "regn"][:count])) for count in range(7)]
    assert [one.bits for one in said] == sorted(one.bits for one in said)
    assert said[0].text == "passphrase.empty" and said[-1].text == "passphrase.never"


COMPUTER_WORDS = r"database|sqlite|sql|backup|byte|journal|krypter|encrypt|error|feilkode|exception|hash"
NEVER_OFFERED = r"slett|begynn på nytt|start på nytt|delete|start afresh|start over|byrje på nytt"


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_trouble_has_a_kind_sentence(language: str) -> None:
    with (resources() / "sentences" / language / "trouble.toml").open("rb") as file:
        said = tomllib.load(file)
    assert {f"trouble.{kind.value}" for kind in TroubleKind} == {code for code in said if code.startswith("trouble.")}
    texts = {strength(text).text for text in ("", "a", "kjøttkaker 12", "tolv trette x", "tolv trette hest", "x" * 1)}
    assert texts <= set(said)
    assert {"hours", "weeks", "years", "decades", "never"} <= {c.removeprefix("passphrase.") for c in said}
    for code, sentence in said.items():
        assert not re.search(COMPUTER_WORDS, sentence, re.IGNORECASE), code
        assert not re.search(NEVER_OFFERED, sentence, re.IGNORECASE), code
        assert sentence.strip() == sentence and sentence.endswith((".", "»", "”.")), code
        assert "{" not in sentence, code
