"""Sheets of a workbook that is made in memory: texts are never formulas, days and numbers what they are."""

from __future__ import annotations

import enum
import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_ROWS = 1_048_575
"""How many rows a sheet has room for under its headings."""
_EXACT = 2**53
_WIDEST, _NARROWEST, _LOOKED_AT = 48, 8, 200
_BOLD, _ARROW = 1.15, 3
"""How much wider bold letters are, and the room of the arrow that filters."""
_HEADING_HIGH, _SENTENCES_WIDE, _A4 = 20, 110, 9
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


class Look(enum.Enum):
    """How the numbers of a column look: as they are, to the left (a row's number), kroner, or kroner with øre."""

    PLAIN = enum.auto()
    NUMBER = enum.auto()
    KRONER = enum.auto()
    ORE = enum.auto()


class Book:
    """A workbook under way. properties: what it says of itself, ``title``, ``keywords`` …"""

    def __init__(self, **properties: str) -> None:
        import xlsxwriter

        self._stream = io.BytesIO()
        self._book: Workbook = xlsxwriter.Workbook(self._stream, _OPTIONS)
        self._book.set_properties(properties)
        made = self._book.add_format
        self._heading: Format = made({"bold": True, "bottom": 1, "bg_color": "#E3F0EE", "valign": "vcenter"})
        self._wrapped: Format = made({"text_wrap": True, "valign": "top"})
        self._day: Format = made({"num_format": "dd.mm.yyyy", "align": "left"})
        self._looks: Mapping[Look, Format | None] = {
            Look.PLAIN: None,
            Look.NUMBER: made({"align": "left"}),
            Look.KRONER: made({"num_format": "#,##0"}),
            Look.ORE: made({"num_format": "#,##0.00"}),
        }

    def content(self) -> bytes:
        """Put the workbook together and return its bytes; nothing can be added after."""
        self._book.close()
        return self._stream.getvalue()

    def say(self, title: str, lines: Iterable[str]) -> None:
        """Add a sheet of sentences."""
        page = self._book.add_worksheet(title)
        page.set_column(0, 0, _SENTENCES_WIDE)
        page.hide_gridlines(2)
        page.set_paper(_A4)
        page.set_landscape()
        for at, words in enumerate(lines):
            page.write_string(at, 0, words, self._wrapped)

    def table(
        self, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]], looks: Sequence[Look] = ()
    ) -> int:
        """Add a sheet of rows under headings, as wide as what stands in it, and return how many rows there are.

        None and "" are blank cells. looks: how the numbers of each column look. What ``rows`` raises breaks off.
        """
        page = self._book.add_worksheet(title)
        widths = [max(_NARROWEST, int(len(heading) * _BOLD) + _ARROW) for heading in headings]
        for at, heading in enumerate(headings):
            page.write_string(0, at, heading, self._heading)
        numbers = [self._looks[look] for look in looks or [Look.PLAIN] * len(headings)]
        count = 0
        for count, row in enumerate(rows, start=1):
            for at, value in enumerate(row):
                if value is None or value == "":
                    continue
                _write(page, count, at, value, self._day if isinstance(value, date) else numbers[at])
                if count <= _LOOKED_AT:
                    widths[at] = max(widths[at], min(_WIDEST, len(str(value)) + 2))
        for at, width in enumerate(widths):
            page.set_column(at, at, min(width, _WIDEST))
        page.set_row(0, _HEADING_HIGH)
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, count, len(widths) - 1)
        _set_up_printing(page)
        return count


def _set_up_printing(page: Worksheet) -> None:
    """Printed, a sheet lies on its side, and every page has the headings, the rows' numbers and what sheet it is."""
    page.set_paper(_A4)
    page.set_landscape()
    page.print_across()
    page.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    page.repeat_rows(0)
    page.repeat_columns(0)
    page.set_footer("&L&A&Rside &P av &N")


def _write(page: Worksheet, row: int, column: int, value: Any, look: Format | None) -> None:
    """Write a value as what it is; a number Excel could not keep exactly is written as text."""
    if isinstance(value, date):
        page.write_datetime(row, column, value, look)
    elif isinstance(value, int) and abs(value) < _EXACT:
        page.write_number(row, column, value, look)
    elif isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        page.write_number(row, column, float(value), look)
    else:
        page.write_string(row, column, str(value))
