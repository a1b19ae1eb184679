"""The year as a workbook: a sheet for each group with native charts, one with the rules, one with what is unsure."""

import io
from typing import TYPE_CHECKING

from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Chart, Line, Report, Section, rule

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_HEADS = ("figure", "value", "unit", "code", "rule", "unsure")
_WIDTHS = (52, 12, 14, 24, 80, 60)
_CHART_ROWS = 16
_COLOUR = "#086661"


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
    _heads(book, sheet, report.language)
    rows = {line.figure.id: row for row, line in enumerate(section.lines, 1)}
    under = book.add_format({"indent": 1})
    for line in section.lines:
        _line(sheet, rows[line.figure.id], line, report.language, under if line.figure.part_of else None)
    for number, chart in enumerate(section.charts):
        _chart(book, sheet, chart, rows, len(rows) + 2 + number * _CHART_ROWS)


def _heads(book: "Workbook", sheet: "Worksheet", language: str) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for column, (head, width) in enumerate(zip(_HEADS, _WIDTHS, strict=True)):
        sheet.write_string(0, column, sentence(f"year.head_{head}", language), bold)
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)


def _line(sheet: "Worksheet", row: int, line: Line, language: str, look: "Format | None") -> None:
    sheet.write_string(row, 0, line.name, look)
    texts = {2: line.unit, 3: line.code, 4: rule(line.figure, language), 5: " ".join(line.unsure)}
    for column, text in texts.items():
        sheet.write_string(row, column, text)
    if line.value is None:
        sheet.write_string(row, 1, line.words)
    else:
        sheet.write_number(row, 1, line.value)


def _chart(book: "Workbook", sheet: "Worksheet", chart: Chart, rows: dict[str, int], at: int) -> None:
    first, last = (rows[chart.bars[end].figure.id] for end in (0, -1))
    drawn = book.add_chart({"type": "bar"})
    name = sheet.get_name()
    series = {
        "categories": [name, first, 0, last, 0],
        "values": [name, first, 1, last, 1],
        "fill": {"color": _COLOUR},
    }
    drawn.add_series(series | {"data_labels": {"value": True}})
    drawn.set_title({"name": chart.title, "name_font": {"size": 11}})
    drawn.set_legend({"none": True})
    drawn.set_y_axis({"reverse": True})
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
