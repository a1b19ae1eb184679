"""Key slots: the seed locked by the passphrase, and by a secret in the system's keyring where the user chose that.

The file beside the case file is one line of JSON, one line with its checksum, blanks up to a whole disk sector, and
one last line of fixed width with the length of the history, which is written over in place.
"""

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import dataclass, replace

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.keys import counter_key

SECTOR = 512
_COUNTER_WIDTH = 88
_LONGEST = 64 * SECTOR


@dataclass(frozen=True, kw_only=True)
class Cost:
    """What one guess at the passphrase costs (Argon2id): memory in KiB, passes over it, lanes."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4


REAL_COST = Cost()


@dataclass(frozen=True, kw_only=True)
class Slot:
    """One lock around the seed. kind: ``passphrase`` or ``keyring``; cost is None for the latter."""

    kind: str
    cost: Cost | None
    salt: bytes
    nonce: bytes
    sealed: bytes


@dataclass(frozen=True, kw_only=True)
class Slots:
    """All locks of one case file, and the signed line about its history as it was read."""

    db_id: str
    slots: tuple[Slot, ...]
    counter: bytes = b""

    def of_kind(self, kind: str) -> Slot | None:
        """Return the slot of this kind, or None."""
        return next((slot for slot in self.slots if slot.kind == kind), None)

    def with_slot(self, new: Slot) -> "Slots":
        """Return the slots with this one in the place of the one of its kind."""
        return replace(self, slots=(*(s for s in self.slots if s.kind != new.kind), new))

    def without(self, kind: str) -> "Slots":
        """Return the slots without the one of this kind."""
        return replace(self, slots=tuple(s for s in self.slots if s.kind != kind))


def lock_with_passphrase(seed: bytes, db_id: str, passphrase: str, cost: Cost = REAL_COST) -> Slot:
    """Return the seed locked by a passphrase."""
    salt = secrets.token_bytes(16)
    return _sealed(seed, db_id, "passphrase", cost, salt, _stretched(passphrase, salt, cost))


def lock_with_secret(seed: bytes, db_id: str, secret: bytes) -> Slot:
    """Return the seed locked by 32 random bytes that the system's keyring keeps."""
    return _sealed(seed, db_id, "keyring", None, secrets.token_bytes(16), secret)


def unlock_with_passphrase(slots: Slots, passphrase: str) -> bytes:
    """Return the seed. Raises FileTrouble(WRONG_PASSPHRASE), also when there is no such slot."""
    slot = slots.of_kind("passphrase")
    if slot is None or slot.cost is None:
        raise FileTrouble(TroubleKind.WRONG_PASSPHRASE)
    return _opened(slots.db_id, slot, _stretched(passphrase, slot.salt, slot.cost))


def unlock_with_secret(slots: Slots, secret: bytes) -> bytes:
    """Return the seed. Raises FileTrouble(NO_KEYRING): the keyring's secret is not this file's."""
    slot = slots.of_kind("keyring")
    if slot is None:
        raise FileTrouble(TroubleKind.NO_KEYRING)
    try:
        return _opened(slots.db_id, slot, secret)
    except FileTrouble:
        raise FileTrouble(TroubleKind.NO_KEYRING) from None


def to_bytes(slots: Slots) -> bytes:
    """Return the slot file's bytes; ``slots.counter`` must be a line made by ``counter_line``."""
    body = {"version": 1, "db_id": slots.db_id, "slots": [_as_plain(slot) for slot in slots.slots]}
    text = json.dumps(body, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    text += hashlib.sha256(text).hexdigest().encode()
    filled = -(-(len(text) + 1) // SECTOR) * SECTOR
    return text.ljust(filled - 1) + b"\n" + slots.counter


def from_bytes(data: bytes) -> Slots:
    """Return the slots a file holds, if every byte before its last line is as it was written.

    Raises FileTrouble(SLOTS_DAMAGED). The last line can only be judged with the seed: see ``counted``.
    """
    try:
        if len(data) > _LONGEST or len(data) % SECTOR != _COUNTER_WIDTH:
            raise ValueError
        body = json.loads(data.split(b"\n", 1)[0])
        found = Slots(
            db_id=str(body["db_id"]),
            slots=tuple(_from_plain(plain) for plain in body["slots"]),
            counter=data[-_COUNTER_WIDTH:],
        )
        if to_bytes(found) != data:
            raise ValueError
    except (ValueError, KeyError, TypeError, RecursionError):
        raise FileTrouble(TroubleKind.SLOTS_DAMAGED) from None
    return found


def counter_line(seed: bytes, history_length: int, *, in_use: bool) -> bytes:
    """Return the signed last line: how long the history is, and whether the file is open just now."""
    text = f"{history_length:014d} {'open' if in_use else 'shut'}"
    signed = hmac.new(counter_key(seed), text.encode(), "sha256").hexdigest()
    return f"{text} {signed}".encode().ljust(_COUNTER_WIDTH - 1) + b"\n"


def counted(slots: Slots, seed: bytes) -> tuple[int, bool] | None:
    """Return the length of the history and whether the file was in use, or None when the line was tampered with."""
    try:
        length, state, _ = slots.counter.decode("ascii").split(None, 2)
        in_use = state == "open"
        whole = counter_line(seed, int(length), in_use=in_use)
    except ValueError:
        return None
    return (int(length), in_use) if hmac.compare_digest(whole, slots.counter) else None


def _stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib)
    return kdf.derive(unicodedata.normalize("NFC", passphrase).encode("utf-8", "surrogatepass"))


def _sealed(seed: bytes, db_id: str, kind: str, cost: Cost | None, salt: bytes, key: bytes) -> Slot:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    sealed = AESGCM(key).encrypt(nonce, seed, _bound_to(db_id, kind, cost, salt))
    return Slot(kind=kind, cost=cost, salt=salt, nonce=nonce, sealed=sealed)


def _opened(db_id: str, slot: Slot, key: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(slot.nonce, slot.sealed, _bound_to(db_id, slot.kind, slot.cost, slot.salt))
    except InvalidTag:
        raise FileTrouble(TroubleKind.WRONG_PASSPHRASE) from None


def _bound_to(db_id: str, kind: str, cost: Cost | None, salt: bytes) -> bytes:
    return json.dumps([1, db_id, kind, _plain_cost(cost), salt.hex()]).encode()


def _plain_cost(cost: Cost | None) -> list[int] | None:
    return None if cost is None else [cost.memory_kib, cost.passes, cost.lanes]


def _as_plain(slot: Slot) -> dict[str, object]:
    hexed = {"salt": slot.salt.hex(), "nonce": slot.nonce.hex(), "sealed": slot.sealed.hex()}
    return {"kind": slot.kind, "argon2id": _plain_cost(slot.cost), **hexed}


def _from_plain(plain: dict[str, str | list[int] | None]) -> Slot:
    salt, nonce, sealed = (bytes.fromhex(str(plain[name])) for name in ("salt", "nonce", "sealed"))
    cost = None
    if isinstance(found := plain["argon2id"], list):
        memory, passes, lanes = found
        cost = Cost(memory_kib=memory, passes=passes, lanes=lanes)
        # A forged cost must not be able to take all memory before it is found out.
        if not (8 * lanes <= memory <= 1 << 20 and 1 <= passes <= 20 and 1 <= lanes <= 16):
            raise ValueError
    if plain["kind"] not in ("passphrase", "keyring") or (plain["kind"] == "passphrase") != (cost is not None):
        raise ValueError
    return Slot(kind=str(plain["kind"]), cost=cost, salt=salt, nonce=nonce, sealed=sealed)
