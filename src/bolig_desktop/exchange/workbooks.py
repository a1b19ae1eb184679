"""Sheets of a workbook that is made in memory: texts are never formulas, days and numbers what they are."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
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
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False}


class Book:
    """A workbook under way. properties: what it says of itself, ``title``, ``keywords`` …"""

    def __init__(self, **properties: str) -> None:
        import xlsxwriter

        self._stream = io.BytesIO()
        self._book: Workbook = xlsxwriter.Workbook(self._stream, _OPTIONS)
        self._book.set_properties(properties)
        self._heading: Format = self._book.add_format({"bold": True, "bottom": 1})
        self._day: Format = self._book.add_format({"num_format": "dd.mm.yyyy"})

    def content(self) -> bytes:
        """Put the workbook together and return its bytes; nothing can be added after."""
        self._book.close()
        return self._stream.getvalue()

    def say(self, title: str, lines: Iterable[str]) -> None:
        """Add a sheet of sentences."""
        page = self._book.add_worksheet(title)
        page.set_column(0, 0, 110)
        for at, words in enumerate(lines):
            page.write_string(at, 0, words)

    def table(self, title: str, headings: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Add a sheet of rows under headings, as wide as what stands in it, and return how many rows there are.

        None and "" are blank cells. What ``rows`` raises breaks off.
        """
        page = self._book.add_worksheet(title)
        widths = [max(_NARROWEST, len(heading) + 2) for heading in headings]
        for at, heading in enumerate(headings):
            page.write_string(0, at, heading, self._heading)
        count = 0
        for count, row in enumerate(rows, start=1):
            for at, value in enumerate(row):
                if value is None or value == "":
                    continue
                _write(page, count, at, value, self._day)
                if count <= _LOOKED_AT:
                    widths[at] = max(widths[at], min(_WIDEST, len(str(value)) + 2))
        for at, width in enumerate(widths):
            page.set_column(at, at, min(width, _WIDEST))
        page.freeze_panes(1, 1)
        page.autofilter(0, 0, count, len(widths) - 1)
        return count


def _write(page: Worksheet, row: int, column: int, value: Any, day: Format) -> None:
    """Write a value as what it is; a number Excel could not keep exactly is written as text."""
    if isinstance(value, date):
        page.write_datetime(row, column, value, day)
    elif isinstance(value, int) and abs(value) < _EXACT:
        page.write_number(row, column, value)
    elif isinstance(value, Decimal) and Decimal(repr(float(value))) == value:
        page.write_number(row, column, float(value))
    else:
        page.write_string(row, column, str(value))
