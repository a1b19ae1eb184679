"""Where the key slots lie: beside the case file, the version before it, and a copy among the machine's settings."""

import contextlib
import os
from dataclasses import replace
from pathlib import Path

from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.paths import settings_folder
from bolig_desktop.security.placing import make_folder, place, set_aside
from bolig_desktop.security.slots import Slots, from_bytes, to_bytes

SUFFIX = ".nokkel"


def beside(path: Path) -> Path:
    """Return the slot file's place beside a case file."""
    return path.with_suffix(SUFFIX)


def before(path: Path) -> Path:
    """Return the place of its second copy beside a case file; during a change it is the version before."""
    return path.with_suffix(SUFFIX + ".forrige")


def among_settings(db_id: str) -> Path:
    """Return the place of its third copy, among this machine's settings."""
    return settings_folder() / "nokler" / (db_id + SUFFIX)


def read(place_of: Path) -> Slots:
    """Return the slots a file holds. Raises FileTrouble(NO_SLOTS or SLOTS_DAMAGED)."""
    try:
        with place_of.open("rb") as file:
            return from_bytes(file.read(1 << 20))
    except FileNotFoundError:
        raise FileTrouble(TroubleKind.NO_SLOTS) from None
    except OSError:
        raise FileTrouble(TroubleKind.SLOTS_DAMAGED) from None


def write(path: Path, slots: Slots) -> None:
    """Keep the slots of the case file at ``path``: the old or the new ones stand there, whatever happens.

    The version before stays until the new one is read back; then it goes too, so that a passphrase that was changed
    opens nothing any more. Raises FileTrouble.
    """
    new, main = to_bytes(slots), beside(path)
    with contextlib.suppress(FileTrouble):
        place(before(path), [to_bytes(read(main))])
    place(main, [new])
    if to_bytes(read(main)) != new:
        raise FileTrouble(TroubleKind.DISK)
    place(before(path), [new])
    keep_among_settings(slots)


def keep_among_settings(slots: Slots) -> None:
    """Keep the machine's own copy; a settings folder that cannot be written to is no reason to stop."""
    with contextlib.suppress(FileTrouble):
        kept = among_settings(slots.db_id)
        make_folder(kept.parent)
        place(kept, [to_bytes(slots)])


def write_counter(path: Path, slots: Slots, line: bytes) -> Slots:
    """Write the last line over in place and return the slots with it; the slots themselves are not rewritten.

    It is not forced to the disk: after a power cut it may say too little, never too much.
    Raises FileTrouble.
    """
    now = replace(slots, counter=line)
    try:
        offset = len(to_bytes(slots)) - len(line)
        handle = os.open(beside(path), os.O_WRONLY | getattr(os, "O_BINARY", 0))
        try:
            if os.fstat(handle).st_size != offset + len(line):
                raise FileNotFoundError
            os.lseek(handle, offset, os.SEEK_SET)
            os.write(handle, line)
        finally:
            os.close(handle)
    except OSError:
        place(beside(path), [to_bytes(now)])  # gone, cut short or locked: put it back whole
    return now


def set_damaged_aside(path: Path) -> None:
    """Give a damaged or foreign slot file another name, so that a good one can take its place."""
    if beside(path).exists():
        set_aside(beside(path), "tilsidesatt")
