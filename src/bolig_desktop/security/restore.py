"""Bring a case file back from a copy: everything is checked first, and nothing that was there is lost."""

import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import copyfile, instance, sidecar
from bolig_desktop.security.copyfile import Manifest
from bolig_desktop.security.journal import journal_of
from bolig_desktop.security.keys import data_key, db_id
from bolig_desktop.security.logical import fill, summarised
from bolig_desktop.security.openfile import history_length
from bolig_desktop.security.placing import (
    UNFINISHED,
    chunks_of,
    clear_unfinished,
    free_name,
    make_folder,
    patiently,
    place,
    settle,
)
from bolig_desktop.security.sheet import NotASheet, seed_of
from bolig_desktop.security.slots import Slots, counter_line, unlock_with_passphrase
from bolig_desktop.storage import file
from bolig_desktop.storage.guard import kind_of

_WORD = "for-gjenoppretting"


def restore(copy: Path, target: Path, *, passphrase: str | None = None, sheet: str | None = None) -> Path | None:
    """Put the case file in ``copy`` at ``target``; return the name the file that was there got, None if none was.

    The copy stays where it is. The passphrase is the copy's, or that of the file now at ``target``.
    Raises FileTrouble: NOT_A_COPY, WRONG_PASSPHRASE, WRONG_SHEET, COPY_DAMAGED (try ``restore_from_jsonl``), IN_USE,
    FULL …; the file at ``target`` is then untouched.
    """

    def take(unfinished: Path, seed: bytes, manifest: Manifest) -> None:
        copyfile.checked(copy, seed)
        place(unfinished, copyfile.database_in(copy))

    return _restore(copy, target, passphrase, sheet, take)


def restore_from_jsonl(
    copy: Path, target: Path, *, passphrase: str | None = None, sheet: str | None = None
) -> Path | None:
    """Do the same from the copy's second form, for when the database in it cannot be read. Raises FileTrouble."""

    def take(unfinished: Path, seed: bytes, manifest: Manifest) -> None:
        found = _unpacked(copyfile.rows_in(copy, seed))
        try:
            file.close(file.create(unfinished, data_key(seed), manifest.db_id, lambda db: fill(db, found)))
        except (ValueError, KeyError, zlib.error):
            raise FileTrouble(TroubleKind.COPY_DAMAGED) from None

    return _restore(copy, target, passphrase, sheet, take)


def _restore(
    copy: Path,
    target: Path,
    passphrase: str | None,
    sheet: str | None,
    take: Callable[[Path, bytes, Manifest], None],
) -> Path | None:
    copy, target = copy.absolute(), target.absolute()
    if not copy.is_file():
        raise FileTrouble(TroubleKind.NOT_FOUND)
    if not copyfile.is_copy(copy):
        raise FileTrouble(TroubleKind.NOT_A_COPY)
    make_folder(target.parent)
    lock = instance.take(target)
    unfinished = target.with_name(f".{target.stem}.gjenopprettes{UNFINISHED}")
    try:
        clear_unfinished(target.parent, target.stem)
        seed, slots = _way_in(copy, target, passphrase, sheet)
        manifest = copyfile.manifest_in(copy, seed)
        take(unfinished, seed, manifest)
        length = _check(unfinished, seed, manifest)
        aside = _set_aside(target)
        if slots is not None:
            sidecar.write(target, replace(slots, counter=counter_line(seed, length, in_use=False)))
        patiently(lambda: unfinished.rename(target))
        settle(target.parent)
        return aside
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    finally:
        for leftover in (unfinished, journal_of(unfinished)):
            leftover.unlink(missing_ok=True)
        instance.give_back(lock)


def _way_in(copy: Path, target: Path, passphrase: str | None, sheet: str | None) -> tuple[bytes, Slots | None]:
    candidates = list(_slots_for(copy, target))
    if sheet is not None:
        try:
            seed = seed_of(sheet)
        except NotASheet:
            raise FileTrouble(TroubleKind.WRONG_SHEET) from None
        names = {next(copyfile.database_in(copy), b"")[:16].hex(), *(slots.db_id for slots in candidates)}
        if db_id(seed) not in names:
            raise FileTrouble(TroubleKind.WRONG_SHEET)
        return seed, next((slots for slots in candidates if slots.db_id == db_id(seed)), None)
    if not candidates:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
    for slots in candidates:
        try:
            return unlock_with_passphrase(slots, passphrase or ""), slots
        except FileTrouble:
            continue
    raise FileTrouble(TroubleKind.WRONG_PASSPHRASE)


def _slots_for(copy: Path, target: Path) -> Iterator[Slots]:
    """Yield the copy's own slots, then those of the file at the target: its passphrase may be a newer one."""
    try:
        own = copyfile.slots_in(copy)
    except FileTrouble as trouble:
        if trouble.kind is not TroubleKind.COPY_DAMAGED:
            raise
        own = None
    if own is not None:
        yield own
    for place_of in (sidecar.beside(target), sidecar.before(target)):
        try:
            slots = sidecar.read(place_of)
        except FileTrouble:
            continue
        if own is None or slots.db_id == own.db_id:
            yield slots


def _check(unfinished: Path, seed: bytes, manifest: Manifest) -> int:
    """Return how long the restored file's history is, after every check."""
    try:
        db = file.open_checked(unfinished, data_key(seed), db_id(seed), full=True)
    except FileTrouble as trouble:
        damaged = trouble.kind in (TroubleKind.DAMAGED, TroubleKind.NOT_A_CASE_FILE)
        raise FileTrouble(TroubleKind.COPY_DAMAGED) if damaged else trouble from trouble
    try:
        with file.guarded():
            if summarised(db).digest != manifest.digest:
                raise FileTrouble(TroubleKind.COPY_DAMAGED)
            return history_length(db)
    finally:
        file.close(db)


def _set_aside(target: Path) -> Path | None:
    """Give what is at the target, its journal and its slots another name, together."""
    aside, there = free_name(target, _WORD), target.exists() or target.is_symlink()
    # At no moment may the old file lie without its journal, nor a journal where the new file will come.
    if journal_of(target).exists():
        place(journal_of(aside), chunks_of(journal_of(target)))
    for place_of in (sidecar.before, sidecar.beside, lambda path: path):
        _rename(place_of(target), place_of(aside))
    journal_of(target).unlink(missing_ok=True)
    settle(target.parent)
    return aside if there else None


def _rename(source: Path, name: Path) -> None:
    if source.exists() or source.is_symlink():
        patiently(lambda: source.rename(name))


def _unpacked(packed: bytes) -> Iterator[bytes]:
    """Yield the lines of the compressed rows."""
    unpacker, rest = zlib.decompressobj(), b""
    for start in range(0, len(packed), 1 << 20):
        *whole, rest = (rest + unpacker.decompress(packed[start : start + (1 << 20)])).split(b"\n")
        yield from whole
    *whole, rest = (rest + unpacker.flush()).split(b"\n")
    yield from whole
    if rest or not unpacker.eof:
        raise FileTrouble(TroubleKind.COPY_DAMAGED)
