"""One finished copy as one file: how its parts lie, and that not one byte of them has changed.

16 bytes      what it is
24 bytes      the lengths of the four parts
slots         the key slots, readable without a key: they are how one gets in
manifest      AES-GCM, bound to all bytes before the slots; carries the hashes of the other three parts
database      an encrypted case file
rows          the same data as compressed JSON lines, AES-GCM, for when no database can be read
"""

import hashlib
import json
import secrets
import struct
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security.keys import jsonl_key, manifest_key
from bolig_desktop.security.placing import place
from bolig_desktop.security.slots import Slots, from_bytes, to_bytes
from bolig_desktop.storage.guard import kind_of

SUFFIX = ".bolig-kopi"
_CASE_FILE = ".bolig"
_MAGIC = b"BOLIG-KOPI/1\r\n\x1a\n"
_HEAD = struct.Struct(">16sIIQQ")
_CHUNK = 1 << 20
_LONGEST_HEAD_PART = 1 << 24


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What a copy says about itself; ``sequence`` orders copies, ``made_at`` (UTC) is only what the clock said."""

    sequence: int
    made_at: str
    reason: str
    db_id: str
    schema: tuple[str, ...]
    history_length: int
    counts: dict[str, int]
    digest: str
    sha256: dict[str, str]


@dataclass(frozen=True)
class _Part:
    start: int
    length: int


def default_folder(path: Path) -> Path:
    """Return the folder the copies of a case file go to: ``<stem>-kopier`` beside it."""
    return path.with_name(path.stem + "-kopier")


def name_of(stem: str, sequence: int) -> str:
    """Return the name of a copy."""
    return f"{stem}-{sequence:06d}{SUFFIX}"


def is_copy(copy: Path) -> bool:
    """Say whether a file is meant as a copy, whole or damaged: by its name or its beginning. Raises FileTrouble.

    A case file is told by its name alone: it may be open, and closing it after a look would drop its locks.
    """
    if copy.name.endswith(SUFFIX) or copy.suffix == _CASE_FILE:
        return copy.name.endswith(SUFFIX)
    try:
        with copy.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error


def sequence_of(copy: Path) -> int:
    """Return the number in a copy's name, -1 where there is none."""
    tail = copy.name.removesuffix(SUFFIX).rpartition("-")[2]
    return int(tail) if tail.isdecimal() and tail.isascii() else -1


def copies_in(folder: Path) -> list[Path]:
    """Return the finished copies in a folder, newest number first."""
    try:
        found = [one for one in folder.iterdir() if one.name.endswith(SUFFIX) and not one.name.startswith(".")]
    except OSError:
        return []
    return sorted((one for one in found if sequence_of(one) >= 0), key=sequence_of, reverse=True)


def write(copy: Path, seed: bytes, manifest: Manifest, slots: Slots, database: Path, rows: bytes) -> None:
    """Put a copy together from its parts; ``manifest.sha256`` is filled in here. Raises FileTrouble."""
    slot_bytes, sealed_rows = to_bytes(slots), _sealed(jsonl_key(seed), rows, b"")
    hashes = {"slots": _sha(slot_bytes), "database": _sha_of_file(database), "rows": _sha(sealed_rows)}
    plain = json.dumps({**asdict(manifest), "sha256": hashes}, sort_keys=True).encode()
    lengths = (len(slot_bytes), len(plain) + 28, database.stat().st_size, len(sealed_rows))
    head = _HEAD.pack(_MAGIC, *lengths)

    def chunks() -> Iterator[bytes]:
        yield head
        yield slot_bytes
        yield _sealed(manifest_key(seed), plain, head)
        with database.open("rb") as file:
            while chunk := file.read(_CHUNK):
                yield chunk
        yield sealed_rows

    place(copy, chunks())


def slots_in(copy: Path) -> Slots:
    """Return the key slots a copy carries. Raises FileTrouble(COPY_DAMAGED)."""
    try:
        return from_bytes(_read(copy, _parts(copy)["slots"]))
    except FileTrouble as trouble:
        raise FileTrouble(_as_copy_trouble(trouble.kind)) from trouble


def slots_of_newest(path: Path, name: str) -> Slots | None:
    """Return the key slots in the newest copy of a case file that fit it, from the folder beside it."""
    for copy in copies_in(default_folder(path)):
        try:
            slots = slots_in(copy)
        except FileTrouble:
            continue
        if slots.db_id == name:
            return slots
    return None


def manifest_in(copy: Path, seed: bytes) -> Manifest:
    """Return what a copy says about itself, once that is proved whole and its length right. Raises COPY_DAMAGED."""
    part = _parts(copy)["manifest"]
    with_head = _read(copy, _Part(0, _HEAD.size))
    plain = json.loads(_opened(manifest_key(seed), _read(copy, part), with_head))
    return Manifest(**{**plain, "schema": tuple(plain["schema"])})


def checked(copy: Path, seed: bytes) -> Manifest:
    """Return the manifest after holding every byte of every part against it. Raises FileTrouble(COPY_DAMAGED)."""
    manifest, parts = manifest_in(copy, seed), _parts(copy)
    for name, expected in manifest.sha256.items():
        _hold_against(copy, parts[name], expected)
    return manifest


def rows_in(copy: Path, seed: bytes) -> bytes:
    """Return the compressed JSON lines, proved whole. Raises FileTrouble(COPY_DAMAGED)."""
    return _opened(jsonl_key(seed), _read(copy, _parts(copy)["rows"]), b"")


def database_in(copy: Path) -> Iterator[bytes]:
    """Yield the bytes of the encrypted case file inside a copy. Raises FileTrouble."""
    yield from _chunks(copy, _parts(copy)["database"])


def _parts(copy: Path) -> dict[str, _Part]:
    head = _read(copy, _Part(0, _HEAD.size))
    magic, *lengths = _HEAD.unpack(head)
    if magic != _MAGIC or max(lengths[:2]) > _LONGEST_HEAD_PART:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    parts, start = {}, _HEAD.size
    for name, length in zip(("slots", "manifest", "database", "rows"), lengths, strict=True):
        parts[name] = _Part(start, length)
        start += length
    if copy.stat().st_size != start:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    return parts


def _read(copy: Path, part: _Part) -> bytes:
    try:
        with copy.open("rb") as file:
            file.seek(part.start)
            found = file.read(part.length)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    if len(found) != part.length:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    return found


def _chunks(copy: Path, part: _Part) -> Iterator[bytes]:
    try:
        with copy.open("rb") as file:
            file.seek(part.start)
            left = part.length
            while left and (chunk := file.read(min(left, _CHUNK))):
                left -= len(chunk)
                yield chunk
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error


def _hold_against(copy: Path, part: _Part, expected: str) -> None:
    digest = hashlib.sha256()
    for chunk in _chunks(copy, part):
        digest.update(chunk)
    if digest.hexdigest() != expected:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)


def _as_copy_trouble(kind: TroubleKind) -> TroubleKind:
    return TroubleKind.COPY_DAMAGED if kind is TroubleKind.SLOTS_DAMAGED else kind


def _sealed(key: bytes, plain: bytes, bound_to: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = secrets.token_bytes(12)
    return nonce + AESGCM(key).encrypt(nonce, plain, bound_to)


def _opened(key: bytes, sealed: bytes, bound_to: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(sealed[:12], sealed[12:], bound_to)
    except (InvalidTag, ValueError):
        raise FileTrouble(TroubleKind.COPY_DAMAGED) from None


def _sha(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _sha_of_file(taken: Path) -> str:
    with taken.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
