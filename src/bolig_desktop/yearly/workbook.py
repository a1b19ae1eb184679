"""The year as a workbook: a sheet for each group with native charts, one with the rules, one with what is unsure."""

import io
import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Chart, Line, Report, Section, heads, rule

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NAME, _VALUE, _BEFORE, _UNIT, _CODE, _RULE, _UNSURE = range(7)
_WIDTHS = (46, 10, 10, 15, 24, 64, 44)
_A4, _LINE = 9, 15
_ROW, _BAR, _AROUND = 20, 28, 100
"""Pixels: a row of the sheet, the room of a bar with its name, and what stands around the bars of a chart."""
_COLOUR, _AIM = "#086661", "#B9C4C4"
_BARS, _VALUES = _RULE, _UNSURE
"""Where the bars of a chart stand, at the right of its drawing."""


class _Looks(NamedTuple):
    """How cells look: the name of a whole, of a part standing in, a number, and words that may take many lines."""

    whole: "Format"
    part: "Format"
    number: "Format"
    words: "Format"


def workbook(report: Report) -> bytes:
    """Return the report as .xlsx. Text is written as text: nothing in it becomes a formula."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(out, options)
    title = sentence("year.title", report.language, year=report.number)
    book.set_properties({"title": title, "author": "", "comments": ""})
    for section in report.sections:
        _section(book, section, report)
    _form_13(book, report)
    _notes(book, report)
    book.close()
    return out.getvalue()


def _section(book: "Workbook", section: Section, report: Report) -> None:
    sheet = book.add_worksheet(section.title[:31])
    first = _table(book, sheet, section.lines, report)
    if section.charts:
        sheet.set_h_pagebreaks([first - 1])
    for chart in section.charts:
        first += _chart(book, sheet, chart, first)


def _form_13(book: "Workbook", report: Report) -> None:
    _table(book, book.add_worksheet(sentence("year.form_13", report.language)[:31]), report.form_13, report)


def _table(book: "Workbook", sheet: "Worksheet", lines: Sequence[Line], report: Report) -> int:
    """Write the figures, and return the row where what stands under them may begin."""
    _heads(book, sheet, report)
    looks = _Looks(
        whole=book.add_format({"valign": "top"}),
        part=book.add_format({"valign": "top", "align": "left", "indent": 1}),
        number=book.add_format({"valign": "top", "align": "right"}),
        words=book.add_format({"valign": "top", "align": "left", "indent": 1, "text_wrap": True}),
    )
    for row, line in enumerate(lines, 1):
        _line(sheet, row, line, report.language, looks)
    return len(lines) + 2


def _heads(book: "Workbook", sheet: "Worksheet", report: Report) -> None:
    bold = book.add_format({"bold": True, "bottom": 1, "align": "left", "indent": 1})
    first = book.add_format({"bold": True, "bottom": 1})
    number = book.add_format({"bold": True, "bottom": 1, "align": "right"})
    looks = {_NAME: first, _VALUE: number, _BEFORE: number}
    for column, (head, width) in enumerate(zip(heads(report), _WIDTHS, strict=True)):
        sheet.write_string(0, column, head, looks.get(column, bold))
        sheet.set_column(column, column, width if head else 0)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _line(sheet: "Worksheet", row: int, line: Line, language: str, looks: _Looks) -> None:
    sheet.write_string(row, _NAME, line.name, looks.part if line.figure.is_inner else looks.whole)
    told, unsure = rule(line.figure, language), " ".join(line.unsure)
    texts = {_UNIT: line.unit, _CODE: line.code, _RULE: told, _UNSURE: unsure}
    needed = max(len(told) / _WIDTHS[_RULE], len(unsure) / _WIDTHS[_UNSURE], 1)
    sheet.set_row(row, _LINE * math.ceil(needed))  # not every program makes a row as high as its words
    for column, text in texts.items():
        sheet.write_string(row, column, text, looks.words)
    for column, each in ((_VALUE, line), (_BEFORE, line.before)):
        if each is not None and each.value is None:
            sheet.write_string(row, column, each.words, looks.number)
        elif each is not None and each.value is not None:
            sheet.write_number(row, column, each.value, looks.number)


def _chart(book: "Workbook", sheet: "Worksheet", chart: Chart, at: int) -> int:
    """Put a chart under the table, with its bars in two columns at the right of it; return how many rows it takes."""
    for row, bar in enumerate(chart.bars, at):
        sheet.write_string(row, _BARS, bar.name)
        if bar.value is None:
            sheet.write_string(row, _VALUES, bar.words)
        else:
            sheet.write_number(row, _VALUES, bar.value)
    last, name = at + len(chart.bars) - 1, sheet.get_name()
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "categories": [name, at, _BARS, last, _BARS],
            "values": [name, at, _VALUES, last, _VALUES],
            "points": [{"fill": {"color": _AIM if bar.is_aim else _COLOUR}} for bar in chart.bars],
            "data_labels": {"value": True},
        }
    )
    drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"size": 8}})
    drawn.set_x_axis({"major_gridlines": {"visible": False}})
    height = _AROUND + _BAR * len(chart.bars)
    drawn.set_size({"width": 640, "height": height})
    sheet.insert_chart(at, 0, drawn, {"description": chart.title})
    return math.ceil(height / _ROW) + 2


def _notes(book: "Workbook", report: Report) -> None:
    sheet = book.add_worksheet(sentence("year.head_unsure", report.language))
    sheet.set_column(0, 0, 120)
    said = [sentence("year.contribution", report.language)]
    said += [sentence("year.hidden_why", report.language)] if report.has_hidden else []
    said += list(report.unsure) or [sentence("year.nothing_unsure", report.language)]
    for row, words in enumerate(said):
        sheet.write_string(row, 0, words)
