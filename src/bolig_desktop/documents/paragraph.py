"""The one paragraph of all papers: mixed scripts and directions, bold, and facts that are text and never markup."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from bolig_desktop.documents import fonts, ink
from bolig_desktop.documents.lines import Line, Run, set_lines


@dataclass(frozen=True, kw_only=True)
class Style:
    """How a paragraph is set; size, leading, indent and space_before in points.

    keep_with_next: never the last thing on a page. whole: never parted over two pages. right: set against the right
    edge, as sums in a table are.
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


TITLE = Style(size=19, leading=25, weight=fonts.BOLD, space_before=0, keep_with_next=True, whole=True)
SUBTITLE = Style(size=9.5, leading=14, colour=ink.MUTED, space_before=2, keep_with_next=True, whole=True)
HEADING = Style(
    size=11, leading=15, weight=fonts.BOLD, colour=ink.ACCENT, space_before=12, keep_with_next=True, whole=True
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


class Paragraph:
    """A paragraph of runs. ``marker`` stands in the indent of its first line (a number, a letter, a dash)."""

    def __init__(
        self, text: str | Sequence[Run], style: Style = BODY, *, rtl: bool = False, marker: str = ""
    ) -> None:
        runs = (Run(text),) if isinstance(text, str) else tuple(text)
        if style.weight != fonts.REGULAR:
            runs = tuple(run if run.weight != fonts.REGULAR else run._replace(weight=style.weight) for run in runs)
        self.runs, self.style, self.rtl, self.marker = runs, style, rtl, marker
        self._part: tuple[Line, ...] | None = None

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
        return self._with(lines[:count]), self._with(lines[count:], first=False)

    def _with(self, lines: tuple[Line, ...], first: bool = True) -> "Paragraph":
        style = self.style if first else replace(self.style, space_before=0)
        part = Paragraph(self.runs, style, rtl=self.rtl, marker=self.marker if first else "")
        part._part = lines
        return part

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw its lines from ``top`` down."""
        style = self.style
        left = x if self.rtl else x + style.indent
        room = width - style.indent
        for index, (line, baseline) in enumerate(_baselines(self.lines(width), top)):
            if not index and self.marker:
                _draw_marker(canvas, self, x, baseline, width)
            start = left + room - line.width if self.rtl or style.right else left
            ink.draw_units(canvas, start, baseline, line.units, style.size, style.colour)


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
