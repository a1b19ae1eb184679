"""W2: the system's keyring opens the file once it is chosen, and what is none is given nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import keyring_slot, sidecar
from reliability.workshop import PASSPHRASE, Case


class PlaintextKeyring(keyring.backend.KeyringBackend):
    """What keyrings.alt offers: a file anybody can read."""

    priority = 10  # type: ignore[assignment]
    kept: dict[str, str] = {}  # noqa: RUF012

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get(username)


class SystemKeyring(PlaintextKeyring):
    """Stands where the system's own would; where a keyring comes from is its class's module."""

    priority = 5  # type: ignore[assignment]


SystemKeyring.__module__ = "keyring.backends.SecretService"


@pytest.mark.parametrize(
    "found",
    [[], [keyring.backends.null.Keyring()], [keyring.backends.fail.Keyring()], [PlaintextKeyring()]],
    ids=["none", "null", "fail", "plaintext"],
)
def test_what_is_no_real_keyring_is_never_given_anything(
    case: Case, found: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.backend, "get_all_keyring", lambda: found)
    before = sidecar.beside(case.path).read_bytes()[:-88]
    opened = case.open()
    assert opened.use_keyring() is False
    opened.close()
    assert sidecar.beside(case.path).read_bytes()[:-88] == before
    assert PlaintextKeyring.kept == {}
    with pytest.raises(FileTrouble) as refused:
        case.open(use_keyring=True)
    assert refused.value.kind is TroubleKind.NO_KEYRING


def test_the_systems_own_keyring_opens_the_file_once_it_is_chosen(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SystemKeyring, "kept", kept := {})
    monkeypatch.setattr(SystemKeyring, "delete_password", lambda self, s, u: kept.pop(u), raising=False)
    monkeypatch.setattr(
        keyring.backend,
        "get_all_keyring",
        lambda: [PlaintextKeyring(), SystemKeyring(), keyring.backends.null.Keyring()],
    )
    opened = case.open(passphrase=PASSPHRASE)
    assert sidecar.read(sidecar.beside(case.path)).of_kind("keyring") is None  # off by default
    assert opened.use_keyring() is True
    opened.close()
    assert [len(secret) for secret in kept.values()] == [44] and PlaintextKeyring.kept == {}
    case.open(use_keyring=True).close()
    for foreign in ("x" * 44, "A" * 43 + "=", "ikke base64", ""):
        kept[case.seed_name] = foreign
        with pytest.raises(FileTrouble) as refused:
            case.open(use_keyring=True)
        assert refused.value.kind is TroubleKind.NO_KEYRING
    opened = case.open(passphrase=PASSPHRASE)  # nothing here is the only key
    opened.forget_keyring()
    opened.close()
    assert kept == {}
    assert sidecar.read(sidecar.beside(case.path)).of_kind("keyring") is None


KEYRING_CHILD = Path(__file__).with_name("keyring_child.py")
TINY = """
from pathlib import Path
from keyring.backend import KeyringBackend

class Plaintext(KeyringBackend):
    priority = 20
    file = Path(__file__).with_name("kept.txt")

    def set_password(self, service, username, password):
        with self.file.open("a") as out:
            out.write(f"{service} {username} {password}\\n")

    def get_password(self, service, username):
        lines = [line.split() for line in self.file.read_text().splitlines()] if self.file.exists() else []
        return next((word for where, who, word in reversed(lines) if (where, who) == (service, username)), None)
"""


def _installed(folder: Path) -> Path:
    """Install a keyring that keeps everything in a readable file, the way keyrings.alt is installed."""
    about = folder / "tiny_keyring-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: tiny-keyring\nVersion: 1.0\n")
    (about / "entry_points.txt").write_text("[keyring.backends]\ntiny = tiny_keyring\n")
    (folder / "tiny_keyring.py").write_text(TINY)
    return folder


@pytest.mark.parametrize(
    ("backend", "control"),
    [("keyring.backends.null.Keyring", None), ("tiny_keyring.Plaintext", "hemmelig"), ("", "hemmelig")],
    ids=["null", "plaintext chosen", "plaintext as the best there is"],
)
def test_what_the_user_has_installed_and_chosen_for_a_keyring_is_given_nothing_either(
    case: Case, backend: str, control: str | None, tmp_path: Path
) -> None:
    """keyring itself, in a process of its own: its settings and the plug-ins it finds, nothing stood in for."""
    plugins = _installed(tmp_path / "plugins")
    environment = {k: v for k, v in os.environ.items() if k != "DBUS_SESSION_BUS_ADDRESS"}
    environment |= {"PYTHONPATH": os.pathsep.join([str(plugins), *sys.path])}
    environment |= {"PYTHON_KEYRING_BACKEND": backend} if backend else {}
    command = [sys.executable, str(KEYRING_CHILD), str(case.path), case.sheet]
    before = sidecar.beside(case.path).read_bytes()[:-88]
    ran = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert ran.returncode == 0, ran.stderr
    told = json.loads(ran.stdout)
    assert "tiny_keyring.Plaintext" in told["found"]  # it is there to be used
    assert told["kept"] is None and told["used"] is False and told["opens"] == "no_keyring"
    assert sidecar.beside(case.path).read_bytes()[:-88] == before
    assert told["control"] == control  # whoever asks keyring for its own choice does write there
    readable = (plugins / "kept.txt").read_text() if control else ""
    assert ("hemmelig" in readable) is bool(control) and case.seed_name not in readable


def test_a_keyring_that_forgets_or_breaks_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemKeyring, "kept", {})
    monkeypatch.setattr(SystemKeyring, "get_password", lambda self, s, u: None)
    assert keyring_slot.keep_secret(SystemKeyring(), "x") is None
    assert keyring_slot.keep_secret(keyring.backends.fail.Keyring(), "x") is None
    assert keyring_slot.kept_secret(keyring.backends.fail.Keyring(), "x") is None
