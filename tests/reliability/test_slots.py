"""F2: every changed byte and every cut of the slot file and of a copy is noticed; the slots do what they say."""

import json
import random
from dataclasses import replace
from pathlib import Path

import pytest

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile, sidecar
from bolig_desktop.security.backup import default_folder, make_copy
from bolig_desktop.security.keys import db_id, new_seed
from bolig_desktop.security.slots import (
    Slots,
    counted,
    counter_line,
    from_bytes,
    lock_with_passphrase,
    lock_with_secret,
    to_bytes,
    unlock_with_passphrase,
    unlock_with_secret,
)
from reliability.workshop import CHEAP, Case

SEED = bytes(range(16))
SECRET = bytes(range(32))


def _slots() -> Slots:
    name = db_id(SEED)
    both = (lock_with_passphrase(SEED, name, "ord", CHEAP), lock_with_secret(SEED, name, SECRET))
    return Slots(db_id=name, slots=both, counter=counter_line(SEED, 41, in_use=False))


def _is_noticed(data: bytes) -> bool:
    try:
        return counted(from_bytes(data), SEED) is None
    except FileTrouble as trouble:
        return trouble.kind is TroubleKind.SLOTS_DAMAGED


def test_every_changed_byte_of_the_slot_file_is_noticed() -> None:
    data = to_bytes(_slots())
    assert not _is_noticed(data)
    for at in range(len(data)):
        for change in (1, 0x20, 0xFF):
            changed = bytearray(data)
            changed[at] ^= change
            assert _is_noticed(bytes(changed)), (at, change)


def test_every_cut_of_the_slot_file_is_noticed() -> None:
    data = to_bytes(_slots())
    for length in range(len(data)):
        assert _is_noticed(data[:length]), length
    assert _is_noticed(data + b"\n")


def _is_noticed_by_reading(data: bytes) -> bool:
    """What a reader would notice that asks for no checksum, no seal and no signature: that it cannot be read."""
    try:
        body = json.loads(data.split(b"\n", 1)[0])
        {bytes.fromhex(slot[part]) for slot in body["slots"] for part in ("salt", "nonce", "sealed")}
        int(data[-88:].split()[0])
    except (ValueError, KeyError, TypeError, IndexError):
        return True
    return False


def test_control_a_reader_without_checksum_and_seal_misses_most_of_it() -> None:
    data = to_bytes(_slots())
    changed = [data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :] for at in range(len(data))]
    missed = sum(not _is_noticed_by_reading(one) for one in changed)
    assert missed > len(data) / 2
    assert sum(not _is_noticed(one) for one in changed) == 0


def test_slots_survive_being_written_and_read() -> None:
    slots = _slots()
    assert from_bytes(to_bytes(slots)) == slots
    assert unlock_with_passphrase(slots, "ord") == unlock_with_secret(slots, SECRET) == SEED
    assert counted(slots, SEED) == (41, False)
    assert to_bytes(slots.without("keyring")) != to_bytes(slots)


def test_a_passphrase_is_the_same_however_its_letters_are_put_together() -> None:
    slots = Slots(db_id=db_id(SEED), slots=(lock_with_passphrase(SEED, db_id(SEED), "bl\u00e5", CHEAP),))
    assert unlock_with_passphrase(slots, "bla\u030a") == SEED


@pytest.mark.parametrize("change", ["cost", "name", "kind", "salt"])
def test_a_slot_moved_or_made_cheaper_does_not_open(change: str) -> None:
    slots = _slots()
    slot = slots.slots[0]
    if change == "cost":
        slots = replace(slots, slots=(replace(slot, cost=replace(CHEAP, passes=2)),))
    elif change == "name":
        slots = replace(slots, db_id=db_id(new_seed()))
    elif change == "kind":
        slots = replace(slots, slots=(replace(slots.slots[1], kind="passphrase", cost=CHEAP),))
    else:
        slots = replace(slots, slots=(replace(slot, salt=bytes(16)),))
    with pytest.raises(FileTrouble) as refused:
        unlock_with_passphrase(from_bytes(to_bytes(slots)), "ord")
    assert refused.value.kind is TroubleKind.WRONG_PASSPHRASE


@pytest.mark.parametrize("cost", [[1 << 24, 3, 4], [65536, 10**6, 4], [65536, 3, 10**6], [-1, 3, 4]])
def test_a_forged_cost_is_refused_before_it_is_paid(cost: list[int]) -> None:
    import hashlib

    body = json.loads(to_bytes(_slots()).split(b"\n")[0])
    body["slots"][0]["argon2id"] = cost
    text = json.dumps(body, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    text += hashlib.sha256(text).hexdigest().encode()
    data = text.ljust(-(-(len(text) + 1) // 512) * 512 - 1) + b"\n" + counter_line(SEED, 41, in_use=False)
    with pytest.raises(FileTrouble) as refused:
        from_bytes(data)
    assert refused.value.kind is TroubleKind.SLOTS_DAMAGED


def test_the_counter_is_written_over_and_the_slots_are_not(case: Case) -> None:
    before = sidecar.beside(case.path).read_bytes()
    inode = sidecar.beside(case.path).stat().st_ino
    opened = case.open()
    with opened.writing() as db:
        db.execute("INSERT INTO history VALUES (null, 9999, 'x', 'x', 'people', 1, null, null, null)")
    opened.close()
    after = sidecar.beside(case.path).read_bytes()
    assert after[:-88] == before[:-88] and after[-88:] != before[-88:]
    assert sidecar.beside(case.path).stat().st_ino == inode


def _copy_is_noticed(copy: Path, seed: bytes) -> bool:
    try:
        copyfile.checked(copy, seed)
        copyfile.slots_in(copy)
        counter = counted(copyfile.slots_in(copy), seed)
    except FileTrouble as trouble:
        return trouble.kind is TroubleKind.COPY_DAMAGED
    return counter is None


@pytest.mark.parametrize("spots", [pytest.param("some", id="quick"), pytest.param("all", marks=pytest.mark.long)])
def test_every_changed_byte_of_a_copy_is_noticed(case: Case, spots: str) -> None:
    opened = case.open()
    copy = make_copy(opened, default_folder(case.path), reason="asked")
    opened.close()
    assert not _copy_is_noticed(copy, case.seed)
    size, parts = copy.stat().st_size, copyfile._parts(copy)
    before_database = parts["database"].start  # what it is, lengths, slots, manifest: always all of them
    rest = range(before_database, size)
    picked = rest if spots == "all" else random.Random(2).sample(rest, 300)
    with copy.open("r+b", buffering=0) as file:
        for at in [*range(before_database), *picked]:
            file.seek(at)
            old = file.read(1)[0]
            file.seek(at)
            file.write(bytes([old ^ (1 << at % 8)]))
            assert _copy_is_noticed(copy, case.seed), at
            file.seek(at)
            file.write(bytes([old]))
    assert not _copy_is_noticed(copy, case.seed)


def test_every_cut_of_a_copy_is_noticed(case: Case) -> None:
    opened = case.open()
    copy = make_copy(opened, default_folder(case.path), reason="asked")
    opened.close()
    lengths = random.Random(3).sample(range(copy.stat().st_size), 1000)
    for length in sorted([0, 15, 39, *lengths], reverse=True):
        with copy.open("r+b") as file:
            file.truncate(length)
        assert _copy_is_noticed(copy, case.seed), length


def _is_noticed_by_its_head(copy: Path) -> bool:
    """What a reader would notice that believes what a copy says about itself: lengths that are not its own."""
    try:
        copyfile.slots_in(copy)
        return copyfile._parts(copy)["rows"].start + copyfile._parts(copy)["rows"].length != copy.stat().st_size
    except FileTrouble:
        return True


def test_control_a_reader_that_looks_at_the_head_only_misses_what_is_behind_it(case: Case) -> None:
    opened = case.open()
    copy = make_copy(opened, default_folder(case.path), reason="asked")
    opened.close()
    start = copyfile._parts(copy)["manifest"].start
    missed = 0
    with copy.open("r+b", buffering=0) as file:
        for at in random.Random(4).sample(range(start, copy.stat().st_size), 60):
            file.seek(at)
            old = file.read(1)[0]
            file.seek(at)
            file.write(bytes([old ^ 1]))
            missed += not _is_noticed_by_its_head(copy)
            assert _copy_is_noticed(copy, case.seed), at
            file.seek(at)
            file.write(bytes([old]))
    assert missed == 60
