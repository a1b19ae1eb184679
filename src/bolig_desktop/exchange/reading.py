"""Open a workbook or a text file that comes from anywhere: nothing in it is run or fetched, and bombs are refused.

Everything stays in memory. What a reader of XML could be led astray by (entities, document types) has no place in a
workbook and is refused before anything is parsed, and so is what would unpack to more than a sheet ever is.
"""

import csv
import dataclasses
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bolig_desktop.errors import Refused
from bolig_desktop.exchange.encodings import decoded
from bolig_desktop.exchange.exporting import ABOUT, OURS
from bolig_desktop.exchange.pages import MOST_BYTES, MOST_COLUMNS, Book, Counted, Page, letters, refused

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MOST_UNPACKED = 400_000_000
MOST_MEMBERS = 2_000
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_FORBIDDEN = tuple(
    word.encode(encoding) for word in ("<!DOCTYPE", "<!ENTITY") for encoding in ("utf-8", "utf-16-le", "utf-16-be")
)
_ROW_HIDDEN = re.compile(rb"<(?:\w+:)?row\b(?=[^>]*\shidden=[\"'](?:1|true)[\"'])[^>]*?\sr=[\"'](\d+)[\"']")
_COLUMNS_HIDDEN = re.compile(rb"<(?:\w+:)?col\b(?=[^>]*\shidden=[\"'](?:1|true)[\"'])[^>]*>")
_FROM_TO = re.compile(rb"\s(min|max)=[\"'](\d+)[\"']")
_MERGED = re.compile(rb"<(?:\w+:)?mergeCell\b[^>]*?\sref=[\"']([A-Z]+)(\d+):([A-Z]+)(\d+)[\"']")
_NOT_RECKONED = re.compile(
    rb"<(?:\w+:)?c\b[^>]*?\sr=[\"']([A-Z]+\d+)[\"'][^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_MOST_MERGED_ROWS = 2_000
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
Told = Callable[[int, int], object]


def read_file(path: Path, told: Told = lambda done, of: None) -> Book:
    """Return what a file has. Raises Refused with a sentence, what ``told`` raises, and OSError."""
    if path.is_dir():
        raise refused("folder")
    if path.stat().st_size > MOST_BYTES:
        raise refused("too_large", megabytes=path.stat().st_size // 1_000_000, most=MOST_BYTES // 1_000_000)
    with path.open("rb") as stream:
        book = read(stream.read(MOST_BYTES + 1), told)
    pages = [page if page.title else dataclasses.replace(page, title=path.stem) for page in book.pages]
    return dataclasses.replace(book, pages=pages)


def read(content: bytes, told: Told = lambda done, of: None) -> Book:
    """Return what a file's bytes have. Raises Refused with a sentence."""
    if len(content) > MOST_BYTES:
        raise refused("too_large", megabytes=len(content) // 1_000_000, most=MOST_BYTES // 1_000_000)
    if not content.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise refused("empty_file")
    if content.startswith(_OLD_OR_LOCKED):
        raise refused("locked_or_old")
    book = _workbook(content, told) if content.startswith(_ZIP) else Book(pages=[_text_page(content)])
    if not any(page.lines for page in book.pages):
        raise refused("nothing_in_it")
    return book


def _workbook(content: bytes, told: Told) -> Book:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check(archive)
    except Refused:
        raise
    except Exception:  # what unpacks foreign bytes may raise anything
        raise refused("damaged") from None
    import openpyxl

    stopped: list[Exception] = []

    def telling(done: int, of: int) -> None:
        try:
            told(done, of)
        except Exception as stop:
            stopped.append(stop)
            raise

    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        try:
            pages = list(_pages(book, content, telling))
            return Book(pages=pages, ours=(book.properties.keywords or "") == OURS)
        finally:
            book.close()
    except Refused:
        raise
    except Exception as error:  # a reader of foreign bytes may raise anything
        if error in stopped:
            raise
        raise refused("damaged") from None


def _check(archive: zipfile.ZipFile) -> None:
    """Refuse what unpacks to too much, what is encrypted, and XML that could lead a reader elsewhere."""
    members = archive.infolist()
    names = {member.filename for member in members}
    if "EncryptedPackage" in names or any(member.flag_bits & 1 for member in members):
        raise refused("locked_or_old")
    if "xl/workbook.xml" not in {name.lower() for name in names}:
        raise refused("not_a_workbook")
    if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_UNPACKED:
        raise refused("bomb")
    for member in members:
        is_xml = member.filename.lower().endswith((".xml", ".rels", ".vml"))
        if is_xml and any(word in archive.read(member).upper() for word in _FORBIDDEN):
            raise refused("entities")


def _pages(book: "Workbook", content: bytes, told: Told) -> Iterator[Page]:
    shown: list[Any] = [sheet for sheet in book.worksheets if sheet.title != ABOUT]
    from_1904 = book.epoch.year == 1904
    for done, sheet in enumerate(shown):
        told(done, len(shown))
        if not hasattr(sheet, "reset_dimensions"):
            continue  # a chart on a sheet of its own
        sheet.reset_dimensions()  # what a file says of its size need not be so
        counted = Counted()
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            raw = archive.read(sheet._worksheet_path.lstrip("/"))  # the only way to the sheet's own bytes
        merged, wide = _merged(raw)
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            counted.take(number, _filled(row, number, merged, counted) if merged else row)
        yield Page(
            title=sheet.title,
            lines=counted.lines,
            hidden=frozenset(int(found) for found in _ROW_HIDDEN.findall(raw)),
            without_value=frozenset(found.decode() for found in _NOT_RECKONED.findall(raw)),
            from_1904=from_1904,
            wide=wide,
            is_hidden=sheet.sheet_state != "visible",
            hidden_columns=_hidden_columns(raw),
        )


def _hidden_columns(raw: bytes) -> frozenset[int]:
    """Return the places of hidden columns, up to as many as a sheet may have."""
    found: set[int] = set()
    for column in _COLUMNS_HIDDEN.findall(raw):
        ends = {name: int(number) for name, number in _FROM_TO.findall(column)}
        first = ends.get(b"min", 1)
        found.update(range(first - 1, min(ends.get(b"max", first), MOST_COLUMNS)))
    return frozenset(found)


def _merged(raw: bytes) -> tuple[dict[int, list[tuple[int, int]]], frozenset[int]]:
    """Return which columns of which rows repeat the cell above, and which rows have a cell over several columns.

    Cells merged downwards stand in every row, in their first column.
    """
    down: dict[int, list[tuple[int, int]]] = {}
    wide: set[int] = set()
    for left, top, right, bottom in _MERGED.findall(raw):
        first, last = int(top), int(bottom)
        if last - first >= _MOST_MERGED_ROWS:
            continue
        if left != right:
            wide.update(range(first, last + 1))
        column = _number_of(left.decode())
        for row in range(first + 1, last + 1):
            down.setdefault(row, []).append((column, first))
    return down, frozenset(wide)


def _number_of(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1


def _filled(row: tuple[Any, ...], number: int, merged: dict[int, list[tuple[int, int]]], counted: Counted) -> Any:
    """Return the row with what stands in cells merged with cells above it."""
    cells = list(row)
    for column, top in merged.get(number, ()):
        above = next((line.cells for line in reversed(counted.lines) if line.number == top), ())
        cells += [None] * (column + 1 - len(cells))
        if column < len(above) and cells[column] is None:
            cells[column] = above[column]
    return cells


def _text_page(content: bytes) -> Page:
    text = _text(content)
    first, _, rest = text.partition("\n")
    told = re.fullmatch(r"sep=(.)\r?", first)
    between = told[1] if told else _between(text)
    counted = Counted()
    reader = csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=between)
    try:
        for number, row in enumerate(reader, start=2 if told else 1):
            counted.take(number, row)
    except csv.Error:
        raise refused("not_text") from None
    return Page(title="", lines=counted.lines)


def _text(content: bytes) -> str:
    """Return the bytes as text: as a mark at their beginning says, UTF-8, or as the letters in it tell."""
    encoding = next((encoding for mark, encoding in _BOMS if content.startswith(mark)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        found = decoded(content)
        if found is None:
            raise refused("odd_letters") from None
        text = found
    if any(ord(sign) < 32 and sign not in "\t\r\n\f" for sign in text):
        raise refused("not_text")
    return text


def _between(text: str) -> str:
    """Return what parts the cells: the sign that stands most often outside quotes in the first lines."""
    bare = re.sub(r'"[^"]*"', "", text[:4_000])
    lines = [line for line in bare.splitlines() if line.strip()][:5]
    return max(";\t,", key=lambda sign: min((line.count(sign) for line in lines), default=0) * 100 + bare.count(sign))


def cell_name(column: int, row: int) -> str:
    """Return what Excel calls a cell: B7."""
    return f"{letters(column)}{row}"
