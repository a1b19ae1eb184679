"""W1, W2: a wrong passphrase is told as one and nothing else, no mistyped sheet passes, nobody is ever locked out."""

import random
from collections.abc import Callable
from typing import Any

import keyring.backend
import keyring.backends.fail
import keyring.backends.null
import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import keyring_slot, sidecar
from bolig_desktop.security.keys import counter_key, data_key, db_id, jsonl_key, manifest_key, new_seed
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.sheet import ALPHABET, LETTERS, NotASheet, seed_of, sheet_text
from bolig_desktop.security.slots import (
    REAL_COST,
    Slots,
    lock_with_passphrase,
    unlock_with_passphrase,
    unlock_with_secret,
)
from reliability.workshop import CHEAP, PASSPHRASE, Case, killed_while

KILLS = [pytest.param(15, id="quick"), pytest.param(300, id="full", marks=pytest.mark.long)]
REAL = [pytest.param(3, id="quick"), pytest.param(20, id="full", marks=pytest.mark.long)]


def _wrong_passphrases(count: int) -> list[str]:
    chance = random.Random(7)
    near = ["", " ", PASSPHRASE + " ", PASSPHRASE.upper(), PASSPHRASE[:-1], PASSPHRASE.replace("å", "a"), "\ud800"]
    letters = "abcdefghijklmnopqrstuvwxyzæøå ÆØÅ0123456789éß漢🙂\0"
    return [*near, *("".join(chance.choices(letters, k=chance.randrange(40))) for _ in range(count))][:count]


def _said(case: Case, passphrase: str) -> TroubleKind | None:
    try:
        open_case(case.path, passphrase=passphrase).close()
    except FileTrouble as trouble:
        return trouble.kind
    return None


def test_980_wrong_passphrases_are_told_as_such(case: Case) -> None:
    said = {_said(case, wrong) for wrong in _wrong_passphrases(980)}
    assert said == {TroubleKind.WRONG_PASSPHRASE}
    assert _said(case, PASSPHRASE) is None


@pytest.mark.parametrize("count", REAL)
def test_wrong_passphrases_at_the_real_cost(case: Case, count: int) -> None:
    opened = case.open()
    opened._cost = REAL_COST
    opened.change_passphrase(None, PASSPHRASE)
    opened.close()
    slot = sidecar.read(sidecar.beside(case.path)).of_kind("passphrase")
    assert slot is not None and slot.cost == REAL_COST
    assert REAL_COST.memory_kib >= 64 * 1024 and REAL_COST.passes >= 3
    assert {_said(case, wrong) for wrong in _wrong_passphrases(count)} == {TroubleKind.WRONG_PASSPHRASE}
    assert _said(case, PASSPHRASE) is None


def test_new_files_pay_the_real_cost_unless_told_otherwise(tmp_path: Any) -> None:
    opened = create_case(tmp_path / "ny.bolig", PASSPHRASE)
    opened.close()
    slot = sidecar.read(sidecar.beside(tmp_path / "ny.bolig")).of_kind("passphrase")
    assert slot is not None and slot.cost == REAL_COST


# The sheet


def test_every_single_mistake_on_the_sheet_is_refused() -> None:
    chance = random.Random(11)
    for seed in (bytes(16), b"\xff" * 16, bytes(range(16)), chance.randbytes(16), chance.randbytes(16)):
        letters = sheet_text(seed).replace("-", "")
        wrong = {
            letters[:at] + other + letters[at + 1 :]
            for at in range(LETTERS)
            for other in ALPHABET
            if other != letters[at]
        }
        wrong |= {
            letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
            for at in range(LETTERS - 1)
            if letters[at] != letters[at + 1]
        }
        assert len(wrong) >= 900 and letters not in wrong
        for text in wrong:
            with pytest.raises(NotASheet):
                seed_of(text)


def test_a_sheet_is_read_as_people_write_it() -> None:
    seed = new_seed()
    text = sheet_text(seed)
    assert len(text) == 35 and set(text) <= set(ALPHABET) | {"-"} and not set("ILO01") & set(text)
    for typed in (
        text,
        text.lower(),
        text.replace("-", ""),
        text.replace("-", " "),
        f"  {text.replace('-', ' – ')}\n",
    ):
        assert seed_of(typed) == seed


@pytest.mark.parametrize("text", ["", "A", "A" * 29, "A" * 31, "A" * 30, "9" * 30, "Æ" * 30, "0" * 30, "漢" * 30])
def test_what_is_no_sheet_at_all_is_refused(text: str) -> None:
    with pytest.raises(NotASheet):
        seed_of(text)


def test_another_files_sheet_is_told_as_such(case: Case) -> None:
    with pytest.raises(FileTrouble) as refused:
        open_case(case.path, sheet=sheet_text(new_seed()))
    assert refused.value.kind is TroubleKind.WRONG_SHEET


def test_every_purpose_has_a_key_of_its_own() -> None:
    seed = new_seed()
    made = [data_key(seed), jsonl_key(seed), manifest_key(seed), counter_key(seed), bytes.fromhex(db_id(seed))]
    assert len({key[:16] for key in (*made, seed)}) == 6
    assert all(len(key) == 32 for key in made[:4])


# Changing the passphrase


def test_changing_the_passphrase_leaves_the_file_alone(case: Case) -> None:
    before = case.path.read_bytes()
    opened = case.open(passphrase=PASSPHRASE)
    with pytest.raises(FileTrouble) as refused:
        opened.change_passphrase("feil", "nytt")
    assert refused.value.kind is TroubleKind.WRONG_PASSPHRASE
    with pytest.raises(FileTrouble):
        opened.change_passphrase(None, "nytt")  # only the sheet stands in for the old one
    opened.change_passphrase(PASSPHRASE, "nytt")
    assert opened.sheet_text_after_passphrase("nytt") == case.sheet
    with pytest.raises(FileTrouble):
        opened.sheet_text_after_passphrase(PASSPHRASE)
    opened.close()
    assert case.path.read_bytes() == before
    assert _said(case, PASSPHRASE) is TroubleKind.WRONG_PASSPHRASE
    assert _said(case, "nytt") is None
    for place in (sidecar.before(case.path), sidecar.among_settings(case.seed_name)):
        with pytest.raises(FileTrouble):
            unlock_with_passphrase(sidecar.read(place), PASSPHRASE)


@pytest.mark.parametrize("kills", KILLS)
def test_killed_while_changing_the_old_or_the_new_one_opens(case: Case, kills: int) -> None:
    chance = random.Random(5)

    def changer(now: int) -> Callable[[Callable[[int], None]], None]:
        def work(acknowledge: Callable[[int], None]) -> None:
            opened = case.open()
            acknowledge(0)
            for number in range(now, now + 10_000):
                opened.change_passphrase(f"ord {number}", f"ord {number + 1}")
                acknowledge(number + 1)

        return work

    opened = case.open()
    opened.change_passphrase(None, "ord 0")
    opened.close()
    now = changes = 0
    for _ in range(kills):
        told = max(killed_while(changer(now), chance, 4, 0.01), default=0) or now
        opens = [n for n in (told, told + 1) if _said(case, f"ord {n}") is None]
        assert opens, f"locked out after {told}"
        changes += told - now
        now = opens[-1]
    assert changes > kills


# The system's keyring


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


def test_a_keyring_that_forgets_or_breaks_is_not_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(SystemKeyring, "kept", {})
    monkeypatch.setattr(SystemKeyring, "get_password", lambda self, s, u: None)
    assert keyring_slot.keep_secret(SystemKeyring(), "x") is None
    assert keyring_slot.keep_secret(keyring.backends.fail.Keyring(), "x") is None
    assert keyring_slot.kept_secret(keyring.backends.fail.Keyring(), "x") is None


def test_slots_without_the_wanted_kind_open_nothing() -> None:
    seed = new_seed()
    empty = Slots(db_id=db_id(seed), slots=())
    only_word = empty.with_slot(lock_with_passphrase(seed, db_id(seed), "a", CHEAP))
    for act in (lambda: unlock_with_passphrase(empty, "a"), lambda: unlock_with_secret(only_word, bytes(32))):
        with pytest.raises(FileTrouble):
            act()


def test_lost_slots_and_no_copies_the_sheet_still_opens(case: Case) -> None:
    for place in (sidecar.beside(case.path), sidecar.before(case.path), sidecar.among_settings(case.seed_name)):
        place.unlink()
    assert _said(case, PASSPHRASE) is TroubleKind.NO_SLOTS
    opened = case.open(sheet=case.sheet.lower().replace("-", " "))
    assert opened.needs_passphrase and opened.db.execute("SELECT count(*) FROM people").fetchone()[0] == 60
    opened.change_passphrase(None, "nytt")
    opened.close()
    assert _said(case, "nytt") is None
