"""Put a finished file in its place whole or not at all, readable by its owner only."""

import contextlib
import glob
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from bolig_desktop.errors import FileTrouble, NotPlaced
from bolig_desktop.storage.file import PATIENCE_SECONDS
from bolig_desktop.storage.guard import kind_of

UNFINISHED = ".uferdig"
LONGEST_SECONDS = 60
"""For how long a file made for others can be on its way to its place."""


def chunks_of(path: Path) -> Iterator[bytes]:
    """Yield a file's bytes. Raises OSError."""
    with path.open("rb") as file:
        while chunk := file.read(1 << 20):
            yield chunk


def make_folder(folder: Path) -> Path:
    """Make a folder only its owner may look into, unless it is there; return it. Raises FileTrouble."""
    try:
        for missing in [*(p for p in reversed(folder.parents) if not p.exists()), folder]:
            missing.mkdir(mode=0o700, exist_ok=True)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    return folder


@contextlib.contextmanager
def folders_made(folders: Iterable[Path]) -> Iterator[None]:
    """Make folders as ``make_folder`` does; what raises inside takes those that are new away again."""
    made: list[Path] = []
    try:
        for folder in folders:
            made += [one for one in (*reversed(folder.parents), folder) if not one.exists()]
            make_folder(folder)
        yield
    except BaseException:
        for folder in reversed(made):
            with contextlib.suppress(OSError):
                folder.rmdir()
        raise


def place(path: Path, chunks: Iterable[bytes]) -> None:
    """Write ``chunks`` beside ``path``, make sure they are on the disk, and let them take its place at once.

    Raises FileTrouble (FULL, READ_ONLY, DISK …); what stood at ``path`` is then as it was, and nothing is left over.
    """
    place_together([(path, chunks)])


def place_together(files: Iterable[tuple[Path, Iterable[bytes]]]) -> None:
    """Place some files as ``place`` does one; none takes its place before all of them are on the disk."""
    with contextlib.ExitStack() as unplaced:
        try:
            for unfinished, path in [(_write_beside(path, chunks, unplaced), path) for path, chunks in files]:
                patiently(lambda unfinished=unfinished, path=path: unfinished.replace(path))  # type: ignore[misc]
                settle(path.parent)
        except OSError as error:
            raise FileTrouble(kind_of(error)) from error


def _write_beside(path: Path, chunks: Iterable[bytes], unplaced: contextlib.ExitStack) -> Path:
    """Write what is to take the place of ``path``, and take it away in the end where it did not."""
    unfinished = path.with_name(f".{path.name}-{secrets.token_hex(4)}{UNFINISHED}")
    unplaced.callback(_take_away, unfinished)
    handle = os.open(unfinished, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o600)
    with os.fdopen(handle, "wb") as out:
        for chunk in chunks:
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return unfinished


def _take_away(path: Path) -> None:
    with contextlib.suppress(OSError):
        path.unlink()


def place_for_others(files: Sequence[tuple[Path, bytes]], *, make_folders: bool = False) -> None:
    """Place files that leave the program where she chose, none before all are on the disk. Raises NotPlaced.

    What a kill left of earlier ones goes first: it may be read by whoever looks into the folder. make_folders: make
    those they are to lie in; they are taken away again where nothing comes to lie there.
    """
    folders = {path.parent for path, _ in files}
    with for_others(), folders_made(sorted(folders) if make_folders else ()):
        for folder, suffix in {(path.parent, path.suffix) for path, _ in files}:
            clear_abandoned(folder, f".*{glob.escape(suffix)}-{'[0-9a-f]' * 8}{UNFINISHED}")
        place_together((path, [content]) for path, content in files)


def clear_abandoned(folder: Path, pattern: str) -> None:
    """Remove the unfinished files of this pattern that nobody is writing any more."""
    long_ago = time.time() - LONGEST_SECONDS
    for leftover in folder.glob(pattern):
        with contextlib.suppress(OSError):
            if leftover.stat().st_mtime < long_ago:
                leftover.unlink()


@contextlib.contextmanager
def for_others() -> Iterator[None]:
    """Turn trouble in putting a file where she chose into NotPlaced: nothing is wrong with the case file."""
    try:
        yield
    except FileTrouble as trouble:
        raise NotPlaced(trouble.kind) from trouble
    except OSError as error:
        raise NotPlaced(kind_of(error)) from error


def settle(folder: Path) -> None:
    """Make renamed and new names in a folder survive a power cut, where the system has a way to."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with contextlib.suppress(OSError):  # some network folders cannot
            os.fsync(handle)
    finally:
        os.close(handle)


def patiently(act: Callable[[], object]) -> None:
    """Do ``act``, again for some seconds where a virus scanner holds the file (Windows)."""
    last = time.monotonic() + (PATIENCE_SECONDS if sys.platform == "win32" else 0)
    while True:
        try:
            act()
            return
        except PermissionError:
            if time.monotonic() >= last:
                raise
            time.sleep(0.1)


def free_name(path: Path, word: str) -> Path:
    """Return a name beside ``path`` that nothing has: ``demo.bolig`` and "eldre" give ``demo.eldre-1.bolig``.

    The number is one above the highest there is, so the highest is always the newest.
    """
    begun = path.parent.glob(f"{glob.escape(path.stem)}.{word}-*")
    numbers = (numbered(name) for name in begun)
    return path.with_name(f"{path.stem}.{word}-{max(numbers, default=0) + 1}{path.suffix}")


def named(path: Path, word: str) -> list[Path]:
    """Return what ``free_name`` has named so far, oldest first."""
    return sorted(path.parent.glob(f"{glob.escape(path.stem)}.{word}-*{path.suffix}"), key=numbered)


def numbered(name: Path) -> int:
    """Return the number at the end of such a name, 0 if it has none."""
    tail = name.stem.rpartition("-")[2]
    return int(tail) if tail.isdecimal() else 0


def set_aside(path: Path, word: str) -> Path:
    """Give a file another name beside it, never over anything, and return the name. Raises FileTrouble."""
    name = free_name(path, word)
    try:
        patiently(lambda: path.rename(name))
        settle(path.parent)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    return name


def clear_unfinished(folder: Path, stem: str) -> None:
    """Remove what our own earlier, broken-off writing left beside a file; it was never a finished file."""
    for pattern in (f".{glob.escape(stem)}.*", f".{glob.escape(stem)}-[0-9]*"):
        for leftover in folder.glob(pattern):
            if UNFINISHED in leftover.name:
                with contextlib.suppress(OSError):
                    leftover.unlink()
