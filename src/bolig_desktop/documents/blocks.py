"""What a paper is built of beside paragraphs: rows and tables, signature lines, bands, and what stays together."""

from collections.abc import Sequence
from typing import Any

from bolig_desktop.documents import fonts, ink
from bolig_desktop.documents.paragraph import SMALL, Block, Paragraph, Style

LABEL = Style(size=8.5, leading=15, colour=ink.MUTED, space_before=0)
VALUE = Style(space_before=0)
CELL = Style(size=9, leading=13, space_before=0)
CELL_HEAD = Style(size=8.5, leading=12, weight=fonts.BOLD, colour=ink.INK, space_before=0)


class Row:
    """Paragraphs side by side on one baseline, a hairline under them. shares: parts of the width, adding up to 1.

    pad: room above and below the text; least: least height; upright: hairlines between the cells; fill: a colour
    behind it. A cell that is None is left empty to write in.
    """

    def __init__(
        self,
        cells: Sequence[Paragraph | None],
        shares: Sequence[float],
        *,
        pad: float = 3.5,
        gap: float = 8,
        least: float = 0,
        upright: bool = False,
        underline: bool = True,
        fill: ink.Colour | None = None,
        space_before: float = 0,
    ) -> None:
        self.cells, self.shares = tuple(cells), tuple(shares)
        self.pad, self.gap, self.least = pad, gap, least
        self.upright, self.underline, self.fill = upright, underline, fill
        self.space_before = space_before
        self.keep_with_next = False

    def _columns(self, width: float) -> list[tuple[Paragraph | None, float, float]]:
        """Return each cell with where it begins and how wide its text is."""
        left, columns = 0.0, []
        inset = self.gap / 2 if self.upright or self.fill else 0.0
        for cell, share in zip(self.cells, self.shares, strict=True):
            room = share * width - (2 * inset if inset else self.gap)
            columns.append((cell, left + inset, room))
            left += share * width
        return columns

    def _baseline(self, width: float) -> float:
        return max((cell.above(room) for cell, _, room in self._columns(width) if cell), default=0.0)

    def height(self, width: float) -> float:
        """Return the height of its tallest cell with the padding."""
        above = self._baseline(width)
        tallest = max(
            (above - cell.above(room) + cell.height(room) for cell, _, room in self._columns(width) if cell),
            default=0.0,
        )
        return max(tallest + 2 * self.pad, self.least)

    def head(self, width: float) -> float:
        """Return its height: a row is parted only where it is taller than what is left of a fresh page."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Row, Row] | None":
        """Part a tall row line by line."""
        inside = room - 2 * self.pad - 4
        first: list[Paragraph | None] = []
        rest: list[Paragraph | None] = []
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

    def _like(self, cells: Sequence[Paragraph | None]) -> "Row":
        return Row(
            cells,
            self.shares,
            pad=self.pad,
            gap=self.gap,
            upright=self.upright,
            underline=self.underline,
            fill=self.fill,
        )

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the cells and the hairlines."""
        height = self.height(width)
        if self.fill:
            ink.block(canvas, x, top - height, width, height, self.fill)
        above = self._baseline(width)
        for cell, left, room in self._columns(width):
            if cell:
                cell.draw(canvas, x + left, top - self.pad - above + cell.above(room), room)
        if self.upright:
            edge = x
            for share in (0, *self.shares):
                edge += share * width
                ink.rule(canvas, edge, top, edge, top - height)
        if self.underline:
            ink.rule(canvas, x, top - height, x + width, top - height)


class Stack:
    """Blocks under one another. whole: kept on one page where a page has room for them."""

    def __init__(self, blocks: Sequence[Block], *, space_before: float = 0, whole: bool = True) -> None:
        self.blocks = tuple(blocks)
        self.space_before = space_before
        self.whole = whole
        self.keep_with_next = False

    def height(self, width: float) -> float:
        """Return the height of all of them."""
        return sum(
            block.height(width) + (block.space_before if i else 0) for i, block in enumerate(self.blocks)
        )

    def head(self, width: float) -> float:
        """Return its height, or of its first block where it may be parted."""
        return self.height(width) if self.whole else self.blocks[0].head(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Part it between two blocks (reached only when it is taller than a page, or may be parted)."""
        used = 0.0
        count = 0
        for i, block in enumerate(self.blocks):
            need = block.height(width) + (block.space_before if i else 0)
            if used + need > room + 0.01:
                break
            used, count = used + need, i + 1
        while count and self.blocks[count - 1].keep_with_next:
            count -= 1
        if not count:
            parts = self.blocks[0].split(width, room)
            if parts is None:
                return None
            return parts[0], Stack((parts[1], *self.blocks[1:]), whole=self.whole)
        if count == len(self.blocks):
            return None
        return Stack(self.blocks[:count]), Stack(self.blocks[count:], whole=self.whole)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw them from ``top`` down."""
        for i, block in enumerate(self.blocks):
            top -= block.space_before if i else 0
            block.draw(canvas, x, top, width)
            top -= block.height(width)


class Table:
    """Rows under a heading row that is said again on every page."""

    def __init__(self, heading: Row | None, rows: Sequence[Row], *, space_before: float = 6) -> None:
        self.heading, self.rows, self.space_before = heading, tuple(rows), space_before
        self.keep_with_next = False

    def _top(self, width: float) -> float:
        return self.heading.height(width) if self.heading else 0.0

    def height(self, width: float) -> float:
        """Return the height of the heading and all rows."""
        return self._top(width) + sum(row.height(width) for row in self.rows)

    def head(self, width: float) -> float:
        """Return the height of the heading and two rows."""
        return self._top(width) + sum(row.height(width) for row in self.rows[:2])

    def split(self, width: float, room: float) -> "tuple[Table, Table] | None":
        """Part it between two rows, or inside a row that is taller than a page."""
        used, count = self._top(width), 0
        for row in self.rows:
            if used + row.height(width) > room + 0.01:
                break
            used, count = used + row.height(width), count + 1
        rest = self.rows[count:]
        if not count or (rest and rest[0].height(width) > 300):
            parts = self.rows[count].split(width, room - used)
            if parts is not None:
                return (
                    Table(self.heading, (*self.rows[:count], parts[0]), space_before=self.space_before),
                    Table(self.heading, (parts[1], *self.rows[count + 1 :]), space_before=0),
                )
        if not count or count == len(self.rows):
            return None
        return (
            Table(self.heading, self.rows[:count], space_before=self.space_before),
            Table(self.heading, rest, space_before=0),
        )

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the heading and the rows."""
        for row in (self.heading, *self.rows) if self.heading else self.rows:
            row.draw(canvas, x, top, width)
            top -= row.height(width)


def fact_table(rows: Sequence[tuple[str, Paragraph]], *, space_before: float = 10) -> Table:
    """Return a table of small labels and what they say, with hairlines."""
    made = [Row((Paragraph(label, LABEL), value), (0.24, 0.76)) for label, value in rows]
    return Table(None, made, space_before=space_before)


def grid(
    heads: Sequence[str],
    rows: Sequence[Sequence[Paragraph | None]],
    shares: Sequence[float],
    *,
    least: float = 22,
    space_before: float = 6,
) -> Table:
    """Return a table with lines both ways, roomy enough to write in by hand. least: least height of a row."""
    heading = Row(
        [Paragraph(head, CELL_HEAD) for head in heads], shares, upright=True, fill=ink.BAND, pad=4
    )
    made = [Row(row, shares, upright=True, least=least, pad=4) for row in rows]
    return Table(heading, made, space_before=space_before)


class Signature:
    """A line for place and date, a line for the name, and who signs."""

    keep_with_next = False
    _ROOM = 34.0

    def __init__(
        self, role: str, name: Paragraph, captions: tuple[str, str], *, space_before: float = 8
    ) -> None:
        self.role = Paragraph(role, Style(size=9, leading=13, weight=fonts.BOLD, space_before=0))
        self.name = name
        self.captions = tuple(Paragraph(caption, Style(size=8, leading=11, colour=ink.MUTED)) for caption in captions)
        self.space_before = space_before

    def height(self, width: float) -> float:
        """Return the height with room to write."""
        right = width * 0.58
        return self.role.height(width) + self._ROOM + max(11.0, self.name.height(right)) + 11

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part a signature."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the role, the two lines and what they are for."""
        self.role.draw(canvas, x, top, width)
        line = top - self.role.height(width) - self._ROOM
        left, right = width * 0.36, width * 0.42
        ink.rule(canvas, x, line, x + left, line, ink.MUTED, 0.7)
        ink.rule(canvas, x + right, line, x + width, line, ink.MUTED, 0.7)
        self.captions[0].draw(canvas, x, line - 2, left)
        name_height = self.name.height(width - right)
        self.name.draw(canvas, x + right, line - 2, width - right)
        self.captions[1].draw(canvas, x + right, line - 2 - name_height, width - right)


class Band:
    """A tinted panel with paragraphs in it, for what the reader must not miss."""

    keep_with_next = False
    _PAD = 9.0

    def __init__(self, blocks: Sequence[Block], *, space_before: float = 8) -> None:
        self.inside = Stack(blocks)
        self.space_before = space_before

    def height(self, width: float) -> float:
        """Return the height with padding."""
        return self.inside.height(width - 2 * self._PAD - 4) + 2 * self._PAD - 2

    def head(self, width: float) -> float:
        """Return its height: it is kept whole where a page has room."""
        return self.height(width)

    def split(self, width: float, room: float) -> "tuple[Band, Band] | None":
        """Part it between or inside its paragraphs."""
        parts = self.inside.split(width - 2 * self._PAD - 4, room - 2 * self._PAD)
        return None if parts is None else (Band([parts[0]], space_before=self.space_before), Band([parts[1]]))

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the panel, its edge and what it says."""
        height = self.height(width)
        ink.block(canvas, x, top - height, width, height, ink.BAND)
        ink.block(canvas, x, top - height, 3, height, ink.ACCENT)
        self.inside.draw(canvas, x + self._PAD + 4, top - self._PAD + 1, width - 2 * self._PAD - 4)


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
            ink.box(canvas, x + i * share, baseline - 1, 8.5, ticked)
            words.draw(canvas, x + i * share + 13, top, share - 18)


def note(text: str) -> Paragraph:
    """Return a small muted paragraph."""
    return Paragraph(text, SMALL)
