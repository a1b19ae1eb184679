"""W1, W2: a wrong passphrase is told as one and nothing else, no mistyped sheet passes, nobody is ever locked out."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CTR

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import sidecar
from bolig_desktop.security.keys import counter_key, data_key, db_id, jsonl_key, manifest_key, new_seed
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.security.opening import create_case, open_case
from bolig_desktop.security.sheet import ALPHABET, LETTERS, NotASheet, seed_of, sheet_text
from bolig_desktop.security.slots import (
    REAL_COST,
    Slots,
    _stretched,
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


# Controls: the same looks at locks that are not as good


def _let_through(unlock: Callable[[Slots, str], bytes], tries: list[tuple[Slots, str]]) -> int:
    """Return for how many of these slots and passphrases a seed came out."""
    count = 0
    for slots, passphrase in tries:
        try:
            unlock(slots, passphrase)
            count += 1
        except FileTrouble as trouble:
            assert trouble.kind is TroubleKind.WRONG_PASSPHRASE
    return count


def _unlock_without_a_seal(slots: Slots, passphrase: str) -> bytes:
    """What our lock would do without its seal: the same key, the same bytes, and no look at the last sixteen."""
    slot = slots.slots[0]
    assert slot.cost is not None
    key = _stretched(passphrase, slot.salt, slot.cost)
    return Cipher(AES(key), CTR(slot.nonce + (2).to_bytes(4))).decryptor().update(slot.sealed[:-16])


def _bound_to_nothing(seed: bytes, passphrase: str) -> Slots:
    """A slot that is sealed, but says in clear only whose it is and what it cost."""
    slot = lock_with_passphrase(seed, db_id(seed), passphrase, CHEAP)
    sealed = AESGCM(_stretched(passphrase, slot.salt, CHEAP)).encrypt(slot.nonce, seed, None)
    return Slots(db_id=db_id(seed), slots=(replace(slot, sealed=sealed),))


def _unlock_bound_to_nothing(slots: Slots, passphrase: str) -> bytes:
    slot = slots.slots[0]
    assert slot.cost is not None
    try:
        return AESGCM(_stretched(passphrase, slot.salt, slot.cost)).decrypt(slot.nonce, slot.sealed, None)
    except InvalidTag:
        raise FileTrouble(TroubleKind.WRONG_PASSPHRASE) from None


def test_control_a_lock_without_a_seal_lets_every_passphrase_through() -> None:
    seed = new_seed()
    slots = Slots(db_id=db_id(seed), slots=(lock_with_passphrase(seed, db_id(seed), PASSPHRASE, CHEAP),))
    assert _unlock_without_a_seal(slots, PASSPHRASE) == unlock_with_passphrase(slots, PASSPHRASE) == seed
    tries = [(slots, wrong) for wrong in _wrong_passphrases(980)]
    assert _let_through(unlock_with_passphrase, tries) == 0
    assert _let_through(_unlock_without_a_seal, tries) == 980


def test_control_a_lock_without_a_seal_lets_a_changed_slot_through() -> None:
    seed = new_seed()
    slot = lock_with_passphrase(seed, db_id(seed), PASSPHRASE, CHEAP)
    tries = []
    for at in range(len(slot.sealed)):
        changed = bytearray(slot.sealed)
        changed[at] ^= 1
        tries.append((Slots(db_id=db_id(seed), slots=(replace(slot, sealed=bytes(changed)),)), PASSPHRASE))
    assert _let_through(unlock_with_passphrase, tries) == 0
    assert _let_through(_unlock_without_a_seal, tries) == len(tries) == 32


def test_control_a_lock_bound_to_nothing_opens_beside_another_file() -> None:
    seed, another = new_seed(), db_id(new_seed())
    ours = Slots(db_id=db_id(seed), slots=(lock_with_passphrase(seed, db_id(seed), PASSPHRASE, CHEAP),))
    free = _bound_to_nothing(seed, PASSPHRASE)
    assert _unlock_bound_to_nothing(free, PASSPHRASE) == seed
    assert _let_through(_unlock_bound_to_nothing, [(free, "feil")]) == 0  # its seal is a good one
    assert _let_through(unlock_with_passphrase, [(replace(ours, db_id=another), PASSPHRASE)]) == 0
    assert _let_through(_unlock_bound_to_nothing, [(replace(free, db_id=another), PASSPHRASE)]) == 1


# The sheet


def _mistakes(letters: str) -> set[str]:
    """Return the sheet with each one letter wrong, and with each two neighbours in each other's place."""
    wrong = {
        letters[:at] + other + letters[at + 1 :]
        for at in range(LETTERS)
        for other in ALPHABET
        if other != letters[at]
    }
    return wrong | {
        letters[:at] + letters[at + 1] + letters[at] + letters[at + 2 :]
        for at in range(LETTERS - 1)
        if letters[at] != letters[at + 1]
    }


def _accepted(read: Callable[[str], bytes], texts: set[str]) -> int:
    count = 0
    for text in texts:
        try:
            read(text)
            count += 1
        except NotASheet:
            pass
    return count


def _read_without_a_check(text: str) -> bytes:
    """What the letters would be without the part of them that only checks the others: any are a number."""
    number = 0
    for letter in text:
        number = number * len(ALPHABET) + ALPHABET.index(letter)
    return (number // 65521 % (1 << 128)).to_bytes(16)


def test_control_letters_without_a_check_are_all_accepted() -> None:
    seed = new_seed()
    letters = sheet_text(seed).replace("-", "")
    wrong = _mistakes(letters)
    assert _read_without_a_check(letters) == seed_of(letters) == seed
    assert _accepted(seed_of, wrong) == 0
    assert _accepted(_read_without_a_check, wrong) == len(wrong) >= 900


def test_every_single_mistake_on_the_sheet_is_refused() -> None:
    chance = random.Random(11)
    for seed in (bytes(16), b"\xff" * 16, bytes(range(16)), chance.randbytes(16), chance.randbytes(16)):
        letters = sheet_text(seed).replace("-", "")
        wrong = _mistakes(letters)
        assert len(wrong) >= 900 and letters not in wrong
        assert _accepted(seed_of, wrong) == 0


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


def _killed_changes(
    case: Case, kills: int, change: Callable[[OpenFile, str, str], None], *, until_locked_out: bool = False
) -> tuple[int, int]:
    """Kill a changer of passphrases so many times; return how often neither the old nor the new one opened after.

    until_locked_out: once is enough.
    """
    chance = random.Random(5)

    def changer(now: int) -> Callable[[Callable[[int], None]], None]:
        def work(acknowledge: Callable[[int], None]) -> None:
            opened = case.open()
            acknowledge(0)
            for number in range(now, now + 10_000):
                change(opened, f"ord {number}", f"ord {number + 1}")
                acknowledge(number + 1)

        return work

    _set_passphrase(case, "ord 0")
    now = changes = locked_out = 0
    for _ in range(kills):
        told = max(killed_while(changer(now), chance, 4, 0.01), default=0) or now
        opens = [n for n in (told, told + 1) if _said(case, f"ord {n}") is None]
        changes += told - now
        if opens:
            now = opens[-1]
        else:
            locked_out, now = locked_out + 1, told
            _set_passphrase(case, f"ord {now}")
        if until_locked_out and locked_out:
            return locked_out, changes
    assert changes > kills
    return locked_out, changes


def _set_passphrase(case: Case, passphrase: str) -> None:
    opened = case.open()
    opened.change_passphrase(None, passphrase)
    opened.close()


@pytest.mark.parametrize("kills", KILLS)
def test_killed_while_changing_the_old_or_the_new_one_opens(case: Case, kills: int) -> None:
    assert _killed_changes(case, kills, lambda opened, old, new: opened.change_passphrase(old, new))[0] == 0


def test_control_a_change_that_takes_the_old_one_away_first_locks_her_out(case: Case) -> None:
    def change(opened: OpenFile, old: str, new: str) -> None:
        kept = (sidecar.beside(case.path), sidecar.before(case.path), sidecar.among_settings(case.seed_name))
        for place in kept:
            place.unlink(missing_ok=True)
        opened.change_passphrase(old, new)

    assert _killed_changes(case, 200, change, until_locked_out=True)[0] > 0


# Without the slots


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
