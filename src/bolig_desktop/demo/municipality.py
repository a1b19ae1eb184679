"""Make the demo municipality: an encrypted case file, its key slots and its papers in one folder."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bolig_desktop import clock
from bolig_desktop.casefile import opened
from bolig_desktop.demo.fill import fill
from bolig_desktop.demo.papers import print_all
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.security import sidecar
from bolig_desktop.security.opening import create_case

PASSPHRASE = "demo"
FIRST_YEAR, LAST_YEAR = 2015, 2199
"""The years a demo can be made in: its oldest lease is from 2010, and no date in it may be after 2199."""


@dataclass(frozen=True, kw_only=True)
class DemoResult:
    """Where the demo stands: the case file, and its papers as PDF in the order they were printed."""

    file: Path
    papers: tuple[Path, ...]


def make_demo(folder: Path, today: date, scale: int = 1) -> DemoResult:
    """Make folder/demo.bolig with its demo.nokkel, and folder/papers/*.pdf; the passphrase is ``demo``.

    Facts and papers are the same every time for the same today and scale; at any scale the papers are those of
    scale 1. Nothing half-made is left as demo.bolig. Raises ValueError for a day outside ``FIRST_YEAR`` to
    ``LAST_YEAR``, and FileTrouble: EXISTS where there is a demo.bolig already, and what ``create_case`` raises.
    """
    if not FIRST_YEAR <= today.year <= LAST_YEAR:
        raise ValueError(today)
    file = folder / "demo.bolig"
    if file.exists() or file.is_symlink():
        raise FileTrouble(TroubleKind.EXISTS)
    open_file = create_case(file, PASSPHRASE, typed_back=False)
    try:
        open_file.put_fact("demo", "yes")
        opened.keep_search(open_file)  # while it is empty: what comes in is known as it comes
        case = opened.case_of(open_file, clock.fixed(today))
        fill(case, today, scale)
        papers = _save(folder / "papers", print_all(case, today))
    except BaseException:
        open_file.close()
        _take_away(file)
        raise
    open_file.close()
    return DemoResult(file=file, papers=papers)


def _save(folder: Path, contents: dict[str, bytes]) -> tuple[Path, ...]:
    from bolig_desktop.storage.guard import kind_of

    try:
        folder.mkdir(exist_ok=True)
        for name, content in contents.items():
            (folder / name).write_bytes(content)
    except OSError as error:
        raise FileTrouble(kind_of(error)) from error
    return tuple(folder / name for name in contents)


def _take_away(file: Path) -> None:
    """Take away the file this very call has made and not finished; it has never held anybody's case."""
    for path in (file, sidecar.beside(file), sidecar.before(file)):
        path.unlink(missing_ok=True)
