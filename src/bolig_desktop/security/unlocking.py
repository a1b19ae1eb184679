"""From what the user has (passphrase, sheet, the system's keyring) to the seed of this very file."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import keyring_slot, sidecar
from bolig_desktop.security.keys import data_key, db_id
from bolig_desktop.security.sheet import NotASheet, seed_of
from bolig_desktop.security.slots import Slots, unlock_with_passphrase, unlock_with_secret
from bolig_desktop.storage.file import key_fits
from bolig_desktop.storage.guard import kind_of

_PLAIN_SQLITE = b"SQLite format 3\0"


@dataclass(frozen=True, kw_only=True)
class Way:
    """How the user wants in: exactly one of passphrase, sheet letters, or the system's keyring."""

    passphrase: str | None = None
    sheet: str | None = None
    keyring: bool = False


@dataclass(frozen=True, kw_only=True)
class Unlocked:
    """The seed, the slots it stands in (None: only the sheet is left), and whether they were fetched elsewhere."""

    seed: bytes
    slots: Slots | None
    fetched: bool = False


def unlock(path: Path, way: Way) -> Unlocked:
    """Return the seed of the case file at ``path``; reads the file's first bytes and the slots, writes nothing.

    Call it before the file is opened. Raises FileTrouble: WRONG_PASSPHRASE, WRONG_SHEET, NO_SLOTS, SLOTS_DAMAGED,
    SLOTS_OF_ANOTHER_FILE, NOT_A_CASE_FILE, or DAMAGED where the key is proved right and the file's start is not.
    """
    name = public_name(path)
    if way.sheet is not None:
        return _by_sheet(path, name, way.sheet)
    first = _main_slots(path, name)
    if isinstance(first, Slots):
        return Unlocked(seed=_seed(first, way), slots=first)
    for slots in _others(path, name):
        return Unlocked(seed=_seed(slots, way), slots=slots, fetched=True)
    if first is TroubleKind.SLOTS_OF_ANOTHER_FILE:
        _blame_the_start(path, way)
    raise FileTrouble(first)


def public_name(path: Path) -> str:
    """Return the file's first sixteen bytes as hexadecimal digits: its ``db_id``. Raises FileTrouble."""
    try:
        with path.open("rb") as file:
            start = file.read(16)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    if start == _PLAIN_SQLITE or len(start) < 16:
        raise FileTrouble(TroubleKind.NOT_A_CASE_FILE)
    return start.hex()


def _by_sheet(path: Path, name: str, letters: str) -> Unlocked:
    try:
        seed = seed_of(letters)
    except NotASheet:
        raise FileTrouble(TroubleKind.WRONG_SHEET) from None
    if db_id(seed) != name:
        proved = key_fits(path, data_key(seed), db_id(seed))
        raise FileTrouble(TroubleKind.DAMAGED if proved else TroubleKind.WRONG_SHEET)
    first = _main_slots(path, name)
    if isinstance(first, Slots):
        return Unlocked(seed=seed, slots=first)
    return Unlocked(seed=seed, slots=next(_others(path, name), None), fetched=True)


def _main_slots(path: Path, name: str) -> Slots | TroubleKind:
    try:
        slots = sidecar.read(sidecar.beside(path))
    except FileTrouble as trouble:
        return trouble.kind
    return slots if slots.db_id == name else TroubleKind.SLOTS_OF_ANOTHER_FILE


def _others(path: Path, name: str) -> Iterator[Slots]:
    from bolig_desktop.security.copyfile import slots_of_newest

    for place in (sidecar.before(path), sidecar.among_settings(name)):
        try:
            slots = sidecar.read(place)
        except FileTrouble:
            continue
        if slots.db_id == name:
            yield slots
    if (slots_in_copy := slots_of_newest(path, name)) is not None:
        yield slots_in_copy


def _seed(slots: Slots, way: Way) -> bytes:
    if way.keyring:
        backend = keyring_slot.real_backend()
        secret = keyring_slot.kept_secret(backend, slots.db_id) if backend else None
        if secret is None:
            raise FileTrouble(TroubleKind.NO_KEYRING)
        seed = unlock_with_secret(slots, secret)
    else:
        seed = unlock_with_passphrase(slots, way.passphrase or "")
    if db_id(seed) != slots.db_id:
        raise FileTrouble(TroubleKind.SLOTS_DAMAGED)
    return seed


def _blame_the_start(path: Path, way: Way) -> None:
    """Raise DAMAGED when the slots do fit and only the file's first bytes say otherwise."""
    try:
        slots = sidecar.read(sidecar.beside(path))
        seed = _seed(slots, way)
    except FileTrouble:
        return
    if key_fits(path, data_key(seed), slots.db_id):
        raise FileTrouble(TroubleKind.DAMAGED)
