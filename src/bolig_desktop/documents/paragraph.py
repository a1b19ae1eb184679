"""The one paragraph of all papers: mixed scripts and directions, bold, and facts that are text and never markup."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, Protocol

from bolig_desktop.documents import fonts, ink, shaping, tagging
from bolig_desktop.documents.lines import Line, Run, Unit, set_lines


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a paragraph is set; size, leading, indent and space_before in points.

    keep_with_next: never the last thing on a page. whole: never parted over two pages. right: set against the right
    edge, as sums in a table are. role: what it is when the paper is read aloud: P, or a heading H1, H2, H3.
    """

    size: float = 10
    leading: float = 14.5
    weight: str = fonts.REGULAR
    colour: ink.Colour = ink.INK
    space_before: float = 4
    indent: float = 0
    keep_with_next: bool = False
    whole: bool = False
    right: bool = False
    role: str = "P"


TITLE = Style(size=19, leading=25, weight=fonts.BOLD, space_before=0, keep_with_next=True, whole=True, role="H1")
SUBTITLE = Style(size=9.5, leading=14, colour=ink.MUTED, space_before=2, keep_with_next=True, whole=True)
HEADING = Style(
    size=11,
    leading=15,
    weight=fonts.BOLD,
    colour=ink.ACCENT,
    space_before=12,
    keep_with_next=True,
    whole=True,
    role="H2",
)
BODY = Style()
SMALL = Style(size=8.5, leading=12.5, colour=ink.MUTED, space_before=3)


class Block(Protocol):
    """Something that stands in the column of a page. All measures are in points."""

    @property
    def space_before(self) -> float:
        """Room above, left out at the top of a page."""

    @property
    def keep_with_next(self) -> bool:
        """Whether it may not be the last thing on a page."""

    def height(self, width: float) -> float:
        """Return the height it takes in a column of ``width``."""

    def head(self, width: float) -> float:
        """Return the least part of it that may stand at the foot of a page."""

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Return the part that fits in ``room`` and the rest, or None if it cannot be parted there."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at ``x``, ``top``."""


def anchors(block: object) -> tuple[str, ...]:
    """Return the anchors a block tells of before it is drawn."""
    return tuple(getattr(block, "anchors", ()))


class Paragraph:
    """A paragraph of runs. ``marker`` stands in the indent of its first line (a number, a letter, a dash).

    lang: BCP 47 tag of its language, where that is not the paper's. anchor: a name that links lead to; link: the
    anchor it leads to itself. outline: its title among the paper's bookmarks, on the first level where it is a
    heading H1 and on the second otherwise.
    """

    def __init__(
        self,
        text: str | Sequence[Run],
        style: Style = BODY,
        *,
        rtl: bool = False,
        marker: str = "",
        lang: str = "",
        outline: str = "",
        anchor: str = "",
        link: str = "",
    ) -> None:
        runs = (Run(text),) if isinstance(text, str) else tuple(text)
        if style.weight != fonts.REGULAR:
            runs = tuple(run if run.weight != fonts.REGULAR else run._replace(weight=style.weight) for run in runs)
        self.runs, self.style, self.rtl, self.marker = runs, style, rtl, marker
        self.lang, self.outline, self.anchor, self.link = lang, outline, anchor, link
        self._part: tuple[Line, ...] | None = None
        self._part_of: Paragraph | None = None

    @property
    def anchors(self) -> tuple[str, ...]:
        """The names that links lead to it by."""
        return (self.anchor,) if self.anchor else ()

    @property
    def space_before(self) -> float:
        """Room above, left out at the top of a page."""
        return self.style.space_before

    @property
    def keep_with_next(self) -> bool:
        """Whether it may not be the last thing on a page."""
        return self.style.keep_with_next

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return its lines set to ``width``, indent taken off."""
        if self._part is not None:
            return self._part
        return set_lines(self.runs, self.style.size, self.style.leading, width - self.style.indent, self.rtl)

    def height(self, width: float) -> float:
        """Return the height of all its lines."""
        return sum(line.above + line.below for line in self.lines(width))

    def above(self, width: float) -> float:
        """Return how far its first baseline stands below its top."""
        return self.lines(width)[0].above

    def head(self, width: float) -> float:
        """Return the height of its first two lines, or of all where it must stay whole or has three lines."""
        lines = self.lines(width)
        if self.style.whole or len(lines) <= 3:
            return self.height(width)
        return sum(line.above + line.below for line in lines[:2])

    def split(self, width: float, room: float) -> "tuple[Paragraph, Paragraph] | None":
        """Part it so that at least two lines stand on either side."""
        lines = self.lines(width)
        if self.style.whole and self.height(width) < 400:
            return None
        count, used = 0, 0.0
        for line in lines:
            used += line.above + line.below
            if used > room + 0.01:
                break
            count += 1
        count = min(count, len(lines) - 2)
        if count < 2:
            return None
        whole = self._part_of or copy(self)
        return self._with(lines[:count], whole), self._with(lines[count:], whole, first=False)

    def _with(self, lines: tuple[Line, ...], whole: "Paragraph", first: bool = True) -> "Paragraph":
        style = self.style if first else replace(self.style, space_before=0)
        part = Paragraph(
            self.runs,
            style,
            rtl=self.rtl,
            marker=self.marker if first else "",
            lang=self.lang,
            outline=self.outline if first else "",
            anchor=self.anchor if first else "",
            link=self.link,
        )
        part._part, part._part_of = lines, whole
        return part

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw its lines from ``top`` down."""
        lines = self.lines(width)
        if self.anchor or self.outline:
            level = 0 if self.style.role == "H1" else 1
            tagging.place(canvas, x, top, anchor=self.anchor, outline=self.outline, level=level)
        if not self.marker and not any(line.units for line in lines):
            return
        with self._said(canvas, x, top, width, lines):
            self._draw_lines(canvas, x, top, width, lines)

    def _said(
        self, canvas: Any, x: float, top: float, width: float, lines: Sequence[Line]
    ) -> AbstractContextManager[None]:
        """Return what its lines are drawn in, so that they are read aloud and copied as one text in logical order."""
        actual = self._in_order() if _out_of_order(lines) else ""
        if self.link:
            rectangle = (x, top - self.height(width), x + width, top)
            return tagging.linked(canvas, rectangle, self.link, self._in_order(), lang=self.lang, actual=actual)
        return tagging.said(canvas, self.style.role, lang=self.lang, actual=actual, part_of=self._part_of)

    def _in_order(self) -> str:
        """Return what the whole paragraph says, in logical order."""
        whole = self._part_of or self
        said = "".join(run.text for run in whole.runs)
        return f"{whole.marker} {said}" if whole.marker else said

    def _draw_lines(self, canvas: Any, x: float, top: float, width: float, lines: Sequence[Line]) -> None:
        style = self.style
        left = x if self.rtl else x + style.indent
        room = width - style.indent
        for index, (line, baseline) in enumerate(_baselines(lines, top)):
            if not index and self.marker:
                _draw_marker(canvas, self, x, baseline, width)
            start = left + room - line.width if self.rtl or style.right else left
            ink.draw_units(canvas, start, baseline, _ended(line), style.size, style.colour)


def _ended(line: Line) -> Sequence[Unit]:
    """Return the units of a line with the space that parts its last word from the next, for who reads it aloud."""
    if not line.parted or not line.units or line.units[-1].level % 2:
        return line.units
    space = shaping.shape(line.units[-1].piece.font, " ", False)
    return (*line.units, Unit(space, 0, 0.0, True))


def _out_of_order(lines: Sequence[Line]) -> bool:
    """Return whether glyphs stand in another order than they are read, or stand for more than their own texts."""
    return any(unit.level % 2 or not unit.piece.exact for line in lines for unit in line.units)


def _baselines(lines: Sequence[Line], top: float) -> Iterator[tuple[Line, float]]:
    for line in lines:
        yield line, top - line.above
        top -= line.above + line.below


def _draw_marker(canvas: Any, paragraph: Paragraph, x: float, baseline: float, width: float) -> None:
    style = paragraph.style
    run = Run(paragraph.marker, style.weight)
    line = set_lines((run,), style.size, style.leading, width)[0]
    start = x + width - line.width if paragraph.rtl else x
    ink.draw_units(canvas, start, baseline, line.units, style.size, ink.ACCENT)
