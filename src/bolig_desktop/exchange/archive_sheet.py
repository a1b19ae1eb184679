"""The sheet beside papers for the archive: what each file is, for the archive's system and for people."""

import csv
import io
from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from bolig_desktop.exchange.workbooks import Book
from bolig_desktop.text.cells import one_cell
from bolig_desktop.text.sentences import sentence

FOR_SYSTEMS, FOR_PEOPLE = "metadata.csv", "metadata.xlsx"
"""The same sheet twice: archives read the first (law.md AR-4), the second opens in Excel as it should look."""


class Row(NamedTuple):
    """One paper as the sheet has it. case, filed_as and recipient are "" of somebody shielded."""

    file: str
    number: str
    title: str
    printed_on: date
    sent_on: date | None
    case: str
    filed_as: str
    language: str
    pages: int
    recipient: str
    sha256: str


def headings() -> list[str]:
    """Return what the columns are called."""
    return [sentence(f"bundle.{name}.title") for name in Row._fields]


def as_csv(rows: Iterable[Row]) -> bytes:
    """Return the sheet as text: semicolons, days as 2026-11-22, and a mark that says it is UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(headings())
    writer.writerows([one_cell("" if cell is None else str(cell)) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def as_workbook(rows: Iterable[Row]) -> bytes:
    """Return the sheet as a workbook: days are days, and no text is a formula."""
    made = Book(title=sentence("bundle.sheet.title"))
    made.table(sentence("bundle.sheet.title"), headings(), rows)
    return made.content()
