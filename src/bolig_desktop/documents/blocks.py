"""What a paper is built of beside paragraphs and tables: signature lines, bands, and what stays together."""

from collections.abc import Sequence
from typing import Any

from bolig_desktop.documents import fonts, ink
from bolig_desktop.documents.paragraph import Block, Paragraph, Style, anchors


class Stack:
    """Blocks under one another.

    whole: kept on one page where a page has room for them. again: said at the top of the next page where they are
    parted.
    """

    def __init__(
        self,
        blocks: Sequence[Block],
        *,
        space_before: float = 0,
        whole: bool = True,
        keep_with_next: bool = False,
        again: Block | None = None,
    ) -> None:
        self.blocks = tuple(blocks)
        self.again = again
        self.space_before = space_before
        self.whole = whole
        self.keep_with_next = keep_with_next

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of all of them."""
        return tuple(anchor for block in self.blocks for anchor in anchors(block))

    def height(self, width: float) -> float:
        """Return the height of all of them."""
        return sum(block.height(width) + (block.space_before if i else 0) for i, block in enumerate(self.blocks))

    def head(self, width: float) -> float:
        """Return its height, or, where it may be parted, of its first block with what that is kept with."""
        if self.whole:
            return self.height(width)
        used = 0.0
        for block in self.blocks:
            used += block.space_before if used else 0
            if not block.keep_with_next:
                return used + block.head(width)
            used += block.height(width)
        return used

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Part it between two blocks (reached only when it is taller than a page, or may be parted)."""
        used = 0.0
        count = 0
        for i, block in enumerate(self.blocks):
            need = block.height(width) + (block.space_before if i else 0)
            if used + need > room + 0.01:
                break
            used, count = used + need, i + 1
        if count == len(self.blocks):
            return None
        gap = self.blocks[count].space_before if count else 0
        parts = self.blocks[count].split(width, room - used - gap)
        if parts is not None:
            return Stack((*self.blocks[:count], parts[0])), self._rest((parts[1], *self.blocks[count + 1 :]))
        while count and self.blocks[count - 1].keep_with_next:
            count -= 1
        if not count:
            return None
        return Stack(self.blocks[:count]), self._rest(self.blocks[count:])

    def _rest(self, blocks: Sequence[Block]) -> "Stack":
        said = (self.again,) if self.again else ()
        return Stack((*said, *blocks), whole=self.whole, keep_with_next=self.keep_with_next, again=self.again)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw them from ``top`` down."""
        for i, block in enumerate(self.blocks):
            top -= block.space_before if i else 0
            block.draw(canvas, x, top, width)
            top -= block.height(width)


class Signature:
    """A line for place and date, a line for the name, and who signs."""

    _ROOM = 29.0

    def __init__(
        self,
        role: str,
        name: Paragraph,
        captions: tuple[str, str],
        *,
        space_before: float = 11,
        keep_with_next: bool = False,
    ) -> None:
        self.role = Paragraph(role, Style(size=9, leading=13, weight=fonts.BOLD, space_before=0))
        self.name = name
        self.captions = tuple(Paragraph(caption, Style(size=8, leading=11, colour=ink.MUTED)) for caption in captions)
        self.space_before, self.keep_with_next = space_before, keep_with_next

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


class Beside:
    """Two blocks side by side, their tops in line; share: how much of the width the left one has."""

    space_before = 0.0
    keep_with_next = False
    _GAP = 24.0

    def __init__(self, left: Block, right: Block, *, share: float = 0.5) -> None:
        self.left, self.right, self.share = left, right, share

    def _widths(self, width: float) -> tuple[float, float]:
        left = self.share * (width - self._GAP)
        return left, width - self._GAP - left

    def height(self, width: float) -> float:
        """Return the height of the taller one."""
        left, right = self._widths(width)
        return max(self.left.height(left), self.right.height(right))

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw both."""
        left, right = self._widths(width)
        self.left.draw(canvas, x, top, left)
        self.right.draw(canvas, x + width - right, top, right)


class Lines:
    """Lines to write on by hand. count: how many; high: points between them; share: part of the width they take."""

    keep_with_next = False

    def __init__(self, count: int, *, high: float = 24, space_before: float = 2, share: float = 1) -> None:
        self.count, self.high, self.space_before, self.share = count, high, space_before, share

    def height(self, width: float) -> float:
        """Return the height of all lines."""
        return self.count * self.high

    def head(self, width: float) -> float:
        """Return the height of all lines: they are never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part them."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the lines."""
        for i in range(1, self.count + 1):
            ink.rule(canvas, x, top - i * self.high, x + self.share * width, top - i * self.high, ink.MUTED, 0.5)
