"""The rows behind the figures of a year as a workbook for the office: names stand in it, and nothing is hidden."""

import io
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Line, Report, Section

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_HEADS, _WIDTHS = ("figure", "value", "kind", "who", "number", "lacks"), (46, 10, 18, 44, 9, 60)
_A4 = 9


class Described(NamedTuple):
    """A row in words: what kind of thing it is, what it is called, its id; lacks: what a figure misses of it."""

    kind: str
    words: str
    number: int
    lacks: str = ""


def rows_workbook(report: Report, behind: Mapping[str, Sequence[Described]]) -> bytes:
    """Return a sheet for each group of figures, with a line for every row of each, as .xlsx.

    behind: the rows by the figure's id, whoever is shielded named by number; what a row lacks is said once a sheet.
    Text is written as text: nothing in it becomes a formula.
    """
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    title = sentence("year.rows_title", report.language, year=report.number)
    book.set_properties({"title": title, "author": "", "comments": ""})
    for section in report.sections:
        _section(book, section, report.language, behind)
    book.close()
    return out.getvalue()


def _section(book: "Workbook", section: Section, language: str, behind: Mapping[str, Sequence[Described]]) -> None:
    sheet = book.add_worksheet(section.title[:31])
    bold = book.add_format({"bold": True, "bottom": 1})
    words = book.add_format({"align": "left", "indent": 1})
    number = book.add_format({"align": "right"})
    sheet.write_string(0, 0, sentence("year.rows_inside", language), book.add_format({"bold": True}))
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.write_string(1, column, sentence(f"year.head_{head}", language), bold)
        sheet.set_column(column, column, width)
    row = 2
    told: set[Described] = set()
    for line in section.lines:
        for each in behind.get(line.figure.id, ()):
            if each.lacks and each in told:
                continue  # what one home lacks makes many figures of a group unsure
            told.add(each)
            _line(sheet, row, line, each, words, number)
            row += 1
    sheet.autofilter(1, 0, max(row - 1, 2), len(_HEADS) - 1)
    sheet.freeze_panes(2, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(1)


def _line(sheet: "Worksheet", row: int, line: Line, each: Described, words: "Format", number: "Format") -> None:
    sheet.write_string(row, 0, line.name)
    if line.value is None:
        sheet.write_string(row, 1, line.words, number)
    else:
        sheet.write_number(row, 1, line.value, number)
    for column, text in ((2, each.kind), (3, each.words), (5, each.lacks)):
        sheet.write_string(row, column, text, words)
    sheet.write_number(row, 4, each.number, number)
