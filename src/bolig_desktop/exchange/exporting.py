"""Everything in the case file as a workbook: one sheet a topic, in again without change.

Texts are always texts and never formulas, dates and numbers are what they are. What is shielded is left blank
(``hiding``), and a blank cell means "unchanged" where the sheet is read in again. Nothing is written to the disk on
the way: the workbook is made in memory and put in its place whole.
"""

import io
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange.cells import LONGEST, written
from bolig_desktop.exchange.choices import Choices, Labels
from bolig_desktop.exchange.hiding import Hidden
from bolig_desktop.exchange.sheets import LINKS, Sheet, sheets_of
from bolig_desktop.security.placing import place

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

OURS = "bolig-desktop 1"
"""What a workbook of ours says of itself: the numbers in it are the case file's own."""
ABOUT, WHERE = "Om filen", "Hvor ting er:"
SUFFIX = ".xlsx"
_ABOUT = (
    "Alt som er ført i Bolig, ett ark for hvert tema. Filen kan hentes inn igjen.",
    "Filen er ikke kryptert: den som får tak i den, kan lese den. Slett den når du er ferdig med den.",
    "«Nr» er nummeret i Bolig. En rad uten nummer er ny når filen hentes inn.",
    "Det som gjelder en gradert adresse, står tomt. En tom celle der betyr «uendret» når filen hentes inn.",
)
_MOST_ROWS = 1_048_575
_EXACT = 2**53
_WIDEST, _NARROWEST, _LOOKED_AT = 48, 8, 200
_BOLD, _ARROW = 1.15, 3
"""How much wider bold letters are, and the room of the arrow that filters."""
_HEADING_HIGH, _A4 = 20, 9
Told = Callable[[int, int], object]


def export(case: CaseFile, path: Path, labels: Labels, told: Told = lambda done, of: None) -> int:
    """Write the workbook, whole or not at all, and return how many rows it has.

    told: how many sheets are done, of how many; what it raises breaks off with nothing written. Raises Refused where
    the name is not a workbook's, and FileTrouble.
    """
    if path.suffix.lower() != SUFFIX or path.is_dir():
        raise Refused(Problem(field="", code="sheet.not_a_workbook_name", facts={"file": path.name}))
    content, rows = workbook(case, labels, told)
    place(path, [content])
    return rows


def workbook(case: CaseFile, labels: Labels, told: Told = lambda done, of: None) -> tuple[bytes, int]:
    """Return the workbook's bytes, and how many rows it has."""
    import xlsxwriter

    stream = io.BytesIO()
    book = xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": "Bolig", "keywords": OURS})
    looks = _Looks(book)
    about = book.add_worksheet(ABOUT)
    about.set_column(0, 0, 80)
    about.hide_gridlines(2)
    about.set_paper(_A4)
    about.set_landscape()
    sheets = sheets_of(case)
    rows = 0
    names, hidden, choices = _Names(case), Hidden(case), Choices(labels)
    for at, words in enumerate((*_ABOUT, *_where_things_are(case, hidden))):
        about.write_string(at, 0, words, looks.wrapped)
    for done, sheet in enumerate(sheets.values()):
        told(done, len(sheets))
        rows += _write_sheet(book, sheet, _rows(case, sheet, names, hidden, choices), looks)
    told(len(sheets), len(sheets))
    book.close()
    return stream.getvalue(), rows


def _where_things_are(case: CaseFile, hidden: Hidden) -> Iterable[str]:
    """Yield what she has written for whoever takes over, unless it names somebody shielded."""
    municipality = case.settings.municipality()
    if municipality.where_things_are and "where_things_are" not in hidden.fields("municipality", municipality):
        yield from ("", WHERE, municipality.where_things_are[:LONGEST])


class _Looks:
    """How headings and cells look, on screen and printed; what stands in them is the same."""

    def __init__(self, book: "Workbook") -> None:
        self.heading = book.add_format({"bold": True, "bottom": 1, "bg_color": "#E3F0EE", "valign": "vcenter"})
        self.wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._day = book.add_format({"num_format": "dd.mm.yyyy", "align": "left"})
        self._number = book.add_format({"align": "left"})
        self._kroner, self._ore = (
            book.add_format({"num_format": "#,##0"}),
            book.add_format({"num_format": "#,##0.00"}),
        )

    def of(self, field: str, value: Any) -> "Format | None":
        """Return how a field's value looks: sums to the right, the numbers of rows and days to the left."""
        if isinstance(value, date):
            return self._day
        if field.endswith("_ore"):
            return self._ore
        if field.endswith("_nok"):
            return self._kroner
        return self._number if field == "id" or field in LINKS else None


class _Names:
    """What the rows of a sheet are called beside a number that leads to them; nobody shielded by name."""

    def __init__(self, case: CaseFile) -> None:
        people = case.people.list()
        hidden = Hidden(case)
        self._by_topic: Mapping[str, Mapping[int, str]] = {
            "dwellings": dwelling_labels(case),
            "households": case.households.labels(),
            "landlords": {one.id or 0: one.name for one in case.landlords.list()},
            "people": {one.id or 0: "" if hidden.is_hidden_person(one.id) else one.name for one in people},
        }

    def name(self, topic: str, row_id: int | None) -> str:
        return self._by_topic[topic].get(row_id, "") if row_id is not None else ""


def _rows(case: CaseFile, sheet: Sheet, names: _Names, hidden: Hidden, choices: Choices) -> Iterable[list[Any]]:
    store = next(store for store in case.stores() if store.table == sheet.topic)
    for record in store.list():
        blank = hidden.fields(sheet.topic, record)
        yield [
            None
            if column.field in blank
            else names.name(LINKS[column.field], getattr(record, column.field))
            if column.by_name
            else written(getattr(record, column.field), column.field, choices)
            for column in sheet.columns
        ]


def _write_sheet(book: "Workbook", sheet: Sheet, rows: Iterable[list[Any]], looks: _Looks) -> int:
    page = book.add_worksheet(sheet.title)
    widths = [max(_NARROWEST, int(len(column.heading) * _BOLD) + _ARROW) for column in sheet.columns]
    for at, column in enumerate(sheet.columns):
        page.write_string(0, at, column.heading, looks.heading)
    count = 0
    for count, row in enumerate(rows, start=1):
        if count > _MOST_ROWS:
            raise Refused(Problem(field="", code="sheet.too_many_to_write", facts={"sheet": sheet.title}))
        for at, value in enumerate(row):
            if value is not None and value != "":
                _write(page, count, at, value, looks.of(sheet.columns[at].field, value))
                if count <= _LOOKED_AT:
                    widths[at] = max(widths[at], min(_WIDEST, len(str(value)) + 2))
    for at, width in enumerate(widths):
        page.set_column(at, at, min(width, _WIDEST))
    page.set_row(0, _HEADING_HIGH)
    page.freeze_panes(1, 1)
    page.autofilter(0, 0, count, len(widths) - 1)
    _set_up_printing(page)
    return count


def _set_up_printing(page: "Worksheet") -> None:
    """Printed, a sheet lies on its side, and every page has the headings, the rows' numbers and what sheet it is."""
    page.set_paper(_A4)
    page.set_landscape()
    page.print_across()
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_footer("&L&A&Rside &P av &N")


def _write(page: "Worksheet", row: int, column: int, value: Any, look: "Format | None") -> None:
    """Write a value as what it is; a number Excel could not keep exactly is written as text."""
    if isinstance(value, date):
        page.write_datetime(row, column, value, look)
    elif isinstance(value, int) and abs(value) < _EXACT:
        page.write_number(row, column, value, look)
    elif isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        page.write_number(row, column, float(value), look)
    else:
        page.write_string(row, column, str(value))
