"""Rows and tables: paragraphs on one baseline, boxes to tick, hairlines, and a heading row on every page."""

from collections.abc import Sequence
from typing import Any

from bolig_desktop.documents import fonts, ink, tagging
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import Paragraph, Style

LABEL = Style(size=8.5, leading=15, colour=ink.MUTED, space_before=0)
VALUE = Style(space_before=0)
CELL = Style(size=9, leading=13, space_before=0)
CELL_HEAD = Style(size=8.5, leading=12, weight=fonts.BOLD, colour=ink.INK, space_before=0)
_FEW_ROWS = 4
_SMALL = 200.0


class Ticks:
    """Boxes to tick, each with its words, on one line; a box that is True is ticked already."""

    keep_with_next = False

    def __init__(self, choices: Sequence[tuple[str, bool]], *, space_before: float = 4) -> None:
        self.choices = tuple((Paragraph(words, CELL), ticked) for words, ticked in choices)
        self.space_before = space_before

    def height(self, width: float) -> float:
        """Return the height of one line, or of the tallest of the words."""
        room = width / len(self.choices) - 18
        return max(words.height(room) for words, _ in self.choices)

    def above(self, width: float) -> float:
        """Return how far the baseline of its words stands below its top."""
        return self.choices[0][0].above(width / len(self.choices) - 18)

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the boxes and their words."""
        share = width / len(self.choices)
        for i, (words, ticked) in enumerate(self.choices):
            baseline = top - words.above(share - 18)
            with tagging.grouped(canvas, "P"):
                ink.box(canvas, x + i * share, baseline - 1, 8.5, ticked)
                words.draw(canvas, x + i * share + 13, top, share - 18)


Cell = Paragraph | Ticks | None
"""What a row holds: words, boxes to tick, or nothing, to write in."""


class Row:
    """Paragraphs side by side on one baseline, a hairline under them. shares: parts of the width, adding up to 1.

    pad: room above and below the text; least: least height; upright: hairlines between the cells; fill: a colour
    behind it; inset: the text stands in from the edges as it does where there is a colour; labelled: in a table, its
    first cell says what the others are about; spans: how many columns of the table each cell takes. A cell that is
    None is left empty to write in.
    """

    def __init__(
        self,
        cells: Sequence[Cell],
        shares: Sequence[float],
        *,
        pad: float = 3.5,
        gap: float = 8,
        least: float = 0,
        upright: bool = False,
        underline: bool = True,
        fill: ink.Colour | None = None,
        inset: bool = False,
        labelled: bool = False,
        spans: Sequence[int] = (),
        space_before: float = 0,
    ) -> None:
        self.labelled, self.spans = labelled, tuple(spans) or (1,) * len(cells)
        self.cells, self.shares = tuple(cells), tuple(shares)
        self.pad, self.gap, self.least = pad, gap, least
        self.upright, self.underline, self.fill, self.inset = upright, underline, fill, inset
        self.space_before = space_before
        self.keep_with_next = False

    def _columns(self, width: float) -> list[tuple[Cell, float, float]]:
        """Return each cell with where it begins and how wide its text is."""
        left, columns = 0.0, []
        inset = self.gap / 2 if self.upright or self.fill or self.inset else 0.0
        for cell, share in zip(self.cells, self.shares, strict=True):
            room = share * width - (2 * inset if inset else self.gap)
            columns.append((cell, left + inset, room))
            left += share * width
        return columns

    def _baseline(self, width: float) -> float:
        return max((cell.above(room) for cell, _, room in self._columns(width) if cell), default=0.0)

    def _tallest(self, width: float) -> float:
        above = self._baseline(width)
        return max(
            (above - cell.above(room) + cell.height(room) for cell, _, room in self._columns(width) if cell),
            default=0.0,
        )

    def height(self, width: float) -> float:
        """Return the height of its tallest cell with the padding."""
        return max(self._tallest(width) + 2 * self.pad, self.least)

    def head(self, width: float) -> float:
        """Return its height: a row is parted only where it is taller than what is left of a fresh page."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Row, Row] | None":
        """Part a tall row line by line."""
        inside = room - 2 * self.pad - 4
        first: list[Cell] = []
        rest: list[Cell] = []
        for cell, _, space in self._columns(width):
            if cell is None or cell.height(space) <= inside:
                first.append(cell)
                rest.append(None)
                continue
            parts = cell.split(space, inside)
            if parts is None:
                return None
            first.append(parts[0])
            rest.append(parts[1])
        return self._like(first), self._like(rest)

    def _like(self, cells: Sequence[Cell]) -> "Row":
        return Row(
            cells,
            self.shares,
            pad=self.pad,
            gap=self.gap,
            upright=self.upright,
            underline=self.underline,
            fill=self.fill,
            inset=self.inset,
            labelled=self.labelled,
            spans=self.spans,
        )

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the cells and the hairlines."""
        height = self.height(width)
        if self.fill:
            ink.block(canvas, x, top - height, width, height, self.fill)
        baseline = top - (height - self._tallest(width)) / 2 - self._baseline(width)
        for number, (cell, left, room) in enumerate(self._columns(width)):
            with tagging.cell(canvas, label=self.labelled and not number, span=self.spans[number]):
                if cell:
                    cell.draw(canvas, x + left, baseline + cell.above(room), room)
        if self.upright:
            edge = x
            for share in (0, *self.shares):
                edge += share * width
                ink.rule(canvas, edge, top, edge, top - height)
        if self.underline:
            ink.rule(canvas, x, top - height, x + width, top - height)


class Table:
    """Rows under a heading row that is said again on every page. together: how many at the end are not parted."""

    def __init__(
        self, heading: Row | None, rows: Sequence[Row], *, together: int = 1, space_before: float = 6
    ) -> None:
        self.heading, self.rows, self.together, self.space_before = heading, tuple(rows), together, space_before
        self.keep_with_next = False

    def _top(self, width: float) -> float:
        return self.heading.height(width) if self.heading else 0.0

    def height(self, width: float) -> float:
        """Return the height of the heading and all rows."""
        return self._top(width) + sum(row.height(width) for row in self.rows)

    def head(self, width: float) -> float:
        """Return the height of the heading and two rows, or of a small table, which is never parted."""
        if len(self.rows) <= _FEW_ROWS and self.height(width) <= _SMALL:
            return self.height(width)
        return self._top(width) + sum(row.height(width) for row in self.rows[:2])

    def split(self, width: float, room: float) -> "tuple[Table, Table] | None":
        """Part it between two rows, or inside a row that is taller than a page."""
        used, count = self._top(width), 0
        for row in self.rows:
            if used + row.height(width) > room + 0.01:
                break
            used, count = used + row.height(width), count + 1
        if count < len(self.rows) < count + self.together:
            count = max(1, len(self.rows) - self.together)
            used = self._top(width) + sum(row.height(width) for row in self.rows[:count])
        rest = self.rows[count:]
        if not count or (rest and rest[0].height(width) > 300):
            parts = self.rows[count].split(width, room - used)
            if parts is not None:
                return (
                    Table(self.heading, (*self.rows[:count], parts[0]), space_before=self.space_before),
                    Table(self.heading, (parts[1], *self.rows[count + 1 :]), together=self.together, space_before=0),
                )
        if not count or count == len(self.rows):
            return None
        return (
            Table(self.heading, self.rows[:count], space_before=self.space_before),
            Table(self.heading, rest, together=self.together, space_before=0),
        )

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the heading and the rows."""
        with tagging.grouped(canvas, "Table"):
            for row in (self.heading, *self.rows) if self.heading else self.rows:
                with tagging.row(canvas, heading=row is self.heading):
                    row.draw(canvas, x, top, width)
                top -= row.height(width)


FACT_WIDTH = 350.0
"""Room for what a fact table says, in points, at the ordinary width of a page."""


def fact_table(rows: Sequence[tuple[str, Paragraph]], *, space_before: float = 10) -> Table:
    """Return a table of small labels and what they say, with hairlines."""
    made = [Row((Paragraph(label, LABEL), value), (0.24, 0.76), labelled=True) for label, value in rows]
    return Table(None, made, space_before=space_before)


def grid(
    heads: Sequence[str | Sequence[Run]],
    rows: Sequence[Sequence[Cell]],
    shares: Sequence[float],
    *,
    least: float = 22,
    space_before: float = 6,
    heading: bool = True,
) -> Table:
    """Return a table with lines both ways, roomy enough to write in by hand. least: least height of a row.

    heading: whether it has a row of heads.
    """
    top = Row([Paragraph(head, CELL_HEAD) for head in heads], shares, upright=True, fill=ink.BAND, pad=4)
    made = [Row(row, shares, upright=True, least=least, pad=4) for row in rows]
    return Table(top if heading else None, made, space_before=space_before)
