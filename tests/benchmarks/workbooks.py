"""Workbooks of ten thousand rows brought into a case file, measured beside openpyxl reading the same sheet."""

import io
import tempfile
import time
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from pathlib import Path

TODAY = date(2026, 11, 22)
ROWS = 10_000
PEOPLE = ("Fornavn", "Etternavn", "Fødselsdato", "Telefon", "Språk", "Trenger tolk", "Merknad")
LIST = (
    "Navn",
    "Fødselsdato",
    "Telefon",
    "Adresse",
    "Husleie",
    "Depositum",
    "Kontrakt fra",
    "Kontrakt til",
    "Merknad",
)


def sheet() -> dict[str, object]:
    """People into a file in memory and into an encrypted one, and a list of households with home and lease."""
    from bolig_desktop import clock
    from bolig_desktop.casefile import CaseFile
    from bolig_desktop.storage.file import open_in_memory

    people, flat = _written(PEOPLE, map(_person, range(ROWS))), _written(LIST, map(_household, range(ROWS)))
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY))
    found = {
        "plain": _timed(lambda: _read(people)),
        "plain_list": _timed(lambda: _read(flat)),
        "brought": _timed(lambda: _bring(case, people)),
        "again": _timed(lambda: _bring(case, people)),
    }
    for name, content in (("encrypted", people), ("list", flat)):
        found |= {f"{name}{what}": value for what, value in _into_encrypted(content).items()}
    return found


def _into_encrypted(content: bytes) -> dict[str, float]:
    from bolig_desktop import clock
    from bolig_desktop.casefile.opened import case_of
    from bolig_desktop.security.opening import create_case

    with tempfile.TemporaryDirectory() as folder:
        opened = create_case(Path(folder) / "saker.bolig", "et passord for malingen", typed_back=False)
        case = case_of(opened, clock.fixed(TODAY))
        first = _timed(lambda: _bring(case, content))
        records = case.history.length()
        again = _timed(lambda: _bring(case, content))
        opened.close()
    return {"": first, "_records": records, "_again": again}


def _person(n: int) -> tuple[object, ...]:
    born = date(1950, 1, 1) + timedelta(days=n)
    return f"Navn{n}", f"Etternavnsen{n}", born, f"41 00 {n:04}", "arabisk", "ja", f"Merknad {n}"


def _household(n: int) -> tuple[object, ...]:
    born = date(1950, 1, 1) + timedelta(days=n)
    rent, deposit, starts, ends = "kr 9 500,-", 19_000, date(2023, 11, 1), date(2026, 10, 31)
    name = f"Navn{_letters(n)} Etternavnsen{_letters(n)}"
    return name, born, f"41 00 {n:04}", f"Storgata {n + 1}", rent, deposit, starts, ends, f"Merknad {n}"


def _letters(number: int) -> str:
    """Return a number in letters: a name has no digits."""
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _written(headings: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row in (headings, *rows):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _read(content: bytes) -> None:
    import openpyxl

    for _ in openpyxl.load_workbook(io.BytesIO(content), read_only=True).active.values:
        pass


def _bring(case: object, content: bytes) -> None:
    from bolig_desktop.exchange import importing, reading
    from bolig_desktop.labels.every import LABELS

    pages = importing.understood(case, reading.read(content))
    assert not importing.bring_in(case, pages, LABELS).problems


def _timed(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000
