"""Workbooks and text files as people make them, in memory."""

import datetime
import io

import openpyxl

from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.exporting import workbook
from bolig_desktop.labels.every import LABELS

PEOPLE = ("Fornavn", "Etternavn", "Fødselsdato", "Tlf")
HOMES = ("Adresse", "Bruksenhet", "Postnr", "Poststed", "Boligtype", "Disposisjonsform", "Husleie")
A_HOME = ("Storgata 14 B", "H0201", "8099", "Nordvik", "Leilighet", "Kommunalt eid", 9500)


def a_book(**pages) -> bytes:
    """A workbook with a sheet for each name; a list of rows of cells, the headings first."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for title, rows in pages.items():
        page = book.create_sheet(title)
        for row in rows:
            page.append(list(row))
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def brought(case: CaseFile, content: bytes, topic: str = "", **how) -> importing.Outcome:
    """Bring a file's rows into the case file as the command does."""
    book = reading.read(content)
    pages = importing.understood(case, book, topic)
    assert pages, "nothing was understood"
    return importing.bring_in(case, pages, LABELS, ours=book.ours, **how)


def said(outcome: importing.Outcome) -> list[tuple[int, str, str]]:
    """What was wrong: the row, the column's heading, the sentence."""
    return [(one.row, one.column, one.sentence()) for one in outcome.problems]


def exported(case: CaseFile) -> bytes:
    return workbook(case, LABELS)[0]


def cells_of(content: bytes) -> dict[str, list[tuple]]:
    """Every sheet's rows by its name."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    found = {page.title: [tuple(_plain(cell) for cell in row) for row in page.values] for page in book.worksheets}
    book.close()
    return found


def _plain(cell):
    return cell.date() if isinstance(cell, datetime.datetime) else cell


def everything(case: CaseFile) -> dict[str, list]:
    return {store.table: store.list() for store in case.stores()}
