"""What comes out of a workbook or a text file before anybody asks what it means: pages of rows of cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange.cells import Cell, is_empty

MOST_BYTES = 50_000_000
MOST_ROWS = 60_000
MOST_COLUMNS = 300
MOST_CELLS = 3_000_000


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row of a page: its number as the program it comes from shows it, and its cells."""

    number: int
    cells: Sequence[Cell]


@dataclass(frozen=True, kw_only=True)
class Page:
    """One sheet of a workbook, or a text file; rows where nothing stands are left out.

    title: "" where a text file has none. hidden: the numbers of hidden rows. without_value: the cells ("B7") of a
    formula whose result was not kept. from_1904: the workbook counts its days from 1904. wide: the numbers of rows
    with a cell merged over several columns; what it says stands in the first of them. is_hidden: the whole sheet is
    hidden in its workbook. hidden_columns: the places of hidden columns.
    """

    title: str
    lines: Sequence[Line]
    hidden: frozenset[int] = frozenset()
    without_value: frozenset[str] = frozenset()
    from_1904: bool = False
    wide: frozenset[int] = frozenset()
    is_hidden: bool = False
    hidden_columns: frozenset[int] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Book:
    """A workbook or a text file as it was read; ours: it is an export of this program, so its numbers are ids."""

    pages: Sequence[Page]
    ours: bool = False


@dataclass
class Counted:
    """Counts what was read, and refuses what is more than any sheet of people and homes has."""

    cells: int = 0
    lines: list[Line] = field(default_factory=list)

    def take(self, number: int, cells: Sequence[Cell]) -> None:
        """Keep a row unless nothing stands in it. Raises Refused."""
        width = len(cells)
        while width and is_empty(cells[width - 1]):
            width -= 1
        if not width:
            return
        self.cells += width
        if width > MOST_COLUMNS:
            raise refused("too_many_columns", most=MOST_COLUMNS)
        if len(self.lines) >= MOST_ROWS:
            raise refused("too_many_rows", most=MOST_ROWS)
        if self.cells > MOST_CELLS:
            raise refused("too_many_cells", most=MOST_CELLS)
        self.lines.append(Line(number=number, cells=tuple(cells[:width])))


def letters(column: int) -> str:
    """Return what Excel calls a column: 0 is A, 27 is AB."""
    called = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        called = chr(ord("A") + rest) + called
    return called


def refused(code: str, **facts: object) -> Refused:
    """Return why a file as a whole is not read."""
    return Refused(Problem(field="", code=f"sheet.{code}", facts=facts))
