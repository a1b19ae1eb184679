"""The year as a workbook: a sheet for each group with native charts, one with the rules, one with what is unsure."""

import io
import math
from typing import TYPE_CHECKING

from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Chart, Line, Report, Section, heads, rule

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_NAME, _VALUE, _BEFORE, _UNIT, _CODE, _RULE, _UNSURE = range(7)
_WIDTHS = (46, 10, 10, 15, 24, 64, 44)
_CHART_ROWS, _A4, _LINE = 16, 9, 15
_COLOUR, _AIM = "#086661", "#B9C4C4"
_BARS = 7


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
    _notes(book, report)
    book.close()
    return out.getvalue()


def _section(book: "Workbook", section: Section, report: Report) -> None:
    sheet = book.add_worksheet(section.title[:31])
    _heads(book, sheet, report)
    rows = {line.figure.id: row for row, line in enumerate(section.lines, 1)}
    top = book.add_format({"valign": "top"})
    under = book.add_format({"valign": "top", "indent": 1})
    wrapped = book.add_format({"valign": "top", "text_wrap": True})
    for line in section.lines:
        _line(sheet, rows[line.figure.id], line, report.language, under if line.figure.part_of else top, wrapped)
    for number, chart in enumerate(section.charts):
        _chart(book, sheet, chart, len(rows) + 2 + number * _CHART_ROWS)


def _heads(book: "Workbook", sheet: "Worksheet", report: Report) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, (head, width) in enumerate(zip(heads(report), _WIDTHS, strict=True)):
        sheet.write_string(0, column, head, bold)
        sheet.set_column(column, column, width if head else 0)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)


def _line(sheet: "Worksheet", row: int, line: Line, language: str, look: "Format", wrapped: "Format") -> None:
    sheet.write_string(row, 0, line.name, look)
    told, unsure = rule(line.figure, language), " ".join(line.unsure)
    texts = {_UNIT: line.unit, _CODE: line.code, _RULE: told, _UNSURE: unsure}
    needed = max(len(told) / _WIDTHS[_RULE], len(unsure) / _WIDTHS[_UNSURE], 1)
    sheet.set_row(row, _LINE * math.ceil(needed))  # not every program makes a row as high as its words
    for column, text in texts.items():
        sheet.write_string(row, column, text, wrapped)
    for column, each in ((_VALUE, line), (_BEFORE, line.before)):
        if each is not None and each.value is None:
            sheet.write_string(row, column, each.words, wrapped)
        elif each is not None and each.value is not None:
            sheet.write_number(row, column, each.value, wrapped)


def _chart(book: "Workbook", sheet: "Worksheet", chart: Chart, at: int) -> None:
    """Put a chart under the table, with its bars in two columns of their own at the right of it."""
    for row, bar in enumerate(chart.bars, at):
        sheet.write_string(row, _BARS, bar.name)
        if bar.value is None:
            sheet.write_string(row, _BARS + 1, bar.words)
        else:
            sheet.write_number(row, _BARS + 1, bar.value)
    last, name = at + len(chart.bars) - 1, sheet.get_name()
    drawn = book.add_chart({"type": "bar"})
    drawn.add_series(
        {
            "categories": [name, at, _BARS, last, _BARS],
            "values": [name, at, _BARS + 1, last, _BARS + 1],
            "points": [{"fill": {"color": _AIM if bar.is_aim else _COLOUR}} for bar in chart.bars],
            "data_labels": {"value": True},
        }
    )
    drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"reverse": True, "interval_unit": 1, "num_font": {"size": 8}})
    drawn.set_x_axis({"major_gridlines": {"visible": False}})
    drawn.set_size({"width": 640, "height": 290})
    sheet.insert_chart(at, 0, drawn, {"description": chart.title})


def _notes(book: "Workbook", report: Report) -> None:
    sheet = book.add_worksheet(sentence("year.head_unsure", report.language))
    sheet.set_column(0, 0, 120)
    said = [sentence("year.contribution", report.language)]
    said += [sentence("year.hidden_why", report.language)] if report.has_hidden else []
    said += list(report.unsure) or [sentence("year.nothing_unsure", report.language)]
    for row, words in enumerate(said):
        sheet.write_string(row, 0, words)
