"""The block of all bilingual papers: a picture, and two columns on common baselines that part together."""

from collections.abc import Sequence
from typing import Any

from bolig_desktop.documents import ink, pictures, tagging
from bolig_desktop.documents.blocks import Lines
from bolig_desktop.documents.paragraph import Paragraph, Style

GUTTER = 56.0
"""Room between the columns, in points; a picture stands in it, for it belongs to both languages."""
PICTURE = 36.0
_PAD = 6.0
_TIGHT = 4.0
_SMALL = 340.0  # points; what is no taller than half a page is not parted
_MOST_ALONE = 400.0  # points; a single column is not set wider, or its lines are hard to follow

NOTE = Style(size=8, leading=11, colour=ink.MUTED, space_before=3)
"""How a note to the text above it is set; it never parts from it."""

Pair = tuple[Paragraph | None, Paragraph | None]


class Topic:
    """Pairs of paragraphs under one another, the Norwegian at the left and the other language at the right.

    Where there is no other language the Norwegian has the page to itself. picture: one of ``pictures.names``; mark:
    a small sign under it (see ``MARKS``); tick: a box in its place, ticked or not. blank: lines to write on.
    closed: a hairline under it. wide: a Norwegian title, which begins where the page does.
    """

    keep_with_next = False

    def __init__(
        self,
        pairs: Sequence[Pair],
        *,
        alone: bool = False,
        wide: bool = False,
        picture: str = "",
        mark: str = "",
        blank: int = 0,
        tick: bool = False,
        ticked: bool = False,
        closed: bool = True,
        keep_with_next: bool = False,
        space_before: float = 0,
    ) -> None:
        self.pairs, self.alone, self.picture, self.mark = tuple(pairs), alone, picture, mark
        self.wide, self.tick, self.ticked = wide, tick, ticked
        self.blank = Lines(blank) if blank else None
        self.closed, self.keep_with_next, self.space_before = closed and not blank, keep_with_next, space_before
        self.pad = _PAD

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of its paragraphs."""
        return tuple(anchor for pair in self.pairs for part in pair if part for anchor in part.anchors)

    def columns(self, width: float) -> tuple[tuple[float, float], tuple[float, float]]:
        """Return where each column begins and how wide it is."""
        if self.wide:
            return (0.0, width), (width, 0.0)
        if self.alone:
            return (GUTTER, min(width - GUTTER, _MOST_ALONE)), (width, 0.0)
        column = (width - GUTTER) / 2
        return (0.0, column), (column + GUTTER, column)

    def _gap(self, number: int) -> float:
        """Return the room above a pair."""
        return max(part.style.space_before for part in self.pairs[number] if part) if number else 0.0

    def _pair(self, pair: Pair, width: float) -> tuple[float, float]:
        """Return how far a pair's first baseline stands below its top, and its height."""
        rooms = [room for _, room in self.columns(width)]
        parts = [(part, room) for part, room in zip(pair, rooms, strict=True) if part is not None]
        above = max(part.above(room) for part, room in parts)
        return above, max(above - part.above(room) + part.height(room) for part, room in parts)

    def height(self, width: float) -> float:
        """Return the height of all pairs, of the picture where that is taller, and of the lines to write on."""
        text = sum(self._gap(number) + self._pair(pair, width)[1] for number, pair in enumerate(self.pairs))
        text += self.blank.height(width) if self.blank else 0.0
        beside = PICTURE + (_MARK_ROOM if self.mark else 0.0) if self.picture else 0.0
        beside = max(beside, _TICK if self.tick else 0.0)
        return max(text, beside) + 2 * self.pad

    def head(self, width: float) -> float:
        """Return its height, or of its first pairs where it is taller than half a page."""
        whole = self.height(width)
        if whole < _SMALL or not self.pairs:
            return whole
        used = self.pad + self._pair(self.pairs[0], width)[1]
        if len(self.pairs) > 1:
            used += self._gap(1) + min(60.0, self._pair(self.pairs[1], width)[1])
        return used

    def split(self, width: float, room: float) -> "tuple[Topic, Topic] | None":
        """Part it between two pairs, or inside one: both columns at once, so that they stay in step."""
        if self.height(width) < _SMALL:
            return None
        used, count = self.pad, 0
        for number, pair in enumerate(self.pairs):
            need = self._gap(number) + self._pair(pair, width)[1]
            if used + need > room - self.pad + 0.01:
                break
            used, count = used + need, number + 1
        if count == len(self.pairs) or (count + 1 == len(self.pairs) and _notes(self.pairs[count])):
            return None
        inside = self._part(self.pairs[count], width, room - self.pad - used - self._gap(count))
        if inside is not None:
            return self._first([*self.pairs[:count], inside[0]]), self._rest([inside[1], *self.pairs[count + 1 :]])
        if not count or (count == 1 and len(self.pairs) > 1 and _leads(self.pairs[0])):
            return None
        return self._first(self.pairs[:count]), self._rest(self.pairs[count:])

    def _part(self, pair: Pair, width: float, room: float) -> tuple[Pair, Pair] | None:
        """Return a pair parted so that the same share of each column stands above, None where too little would."""
        rooms = [column for _, column in self.columns(width)]
        height = self._pair(pair, width)[1]
        if height <= 0 or room < 30:
            return None
        first: list[Paragraph | None] = []
        rest: list[Paragraph | None] = []
        parts = list(zip(pair, rooms, strict=True))
        tallest = max(part.height(column) for part, column in parts if part is not None)
        share = (room - (height - tallest)) / tallest
        for part, column in parts:
            if part is None:
                first.append(None)
                rest.append(None)
                continue
            halves = part.split(column, part.height(column) * share)
            if halves is None:
                return None
            first.append(halves[0])
            rest.append(halves[1])
        return (first[0], first[1]), (rest[0], rest[1])

    def tighten(self, tight: bool) -> None:
        """Make the room above and below it smaller, so that a page has room for more; or ordinary again."""
        self.pad = _TIGHT if tight else _PAD

    def _first(self, pairs: Sequence[Pair]) -> "Topic":
        first = Topic(
            pairs,
            alone=self.alone,
            picture=self.picture,
            mark=self.mark,
            closed=False,
            space_before=self.space_before,
        )
        first.pad = self.pad
        return first

    def _rest(self, pairs: Sequence[Pair]) -> "Topic":
        rest = Topic(pairs, alone=self.alone, mark="", closed=self.closed, keep_with_next=self.keep_with_next)
        rest.blank, rest.pad = self.blank, self.pad
        return rest

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the picture, its mark, and the pairs from ``top`` down: all of one language, then all of the other."""
        height = self.height(width)
        self._draw_picture(canvas, x, top - self.pad, width)
        for side, (left, room) in enumerate(self.columns(width)):
            y = top - self.pad
            for number, pair in enumerate(self.pairs):
                y -= self._gap(number)
                above, tall = self._pair(pair, width)
                part = pair[side]
                if part is not None:
                    part.draw(canvas, x + left, y - above + part.above(room), room)
                y -= tall
        if self.blank:
            left = GUTTER if self.alone else 0.0
            self.blank.draw(canvas, x + left, y, width - left)
        if self.closed:
            ink.rule(canvas, x, top - height, x + width, top - height)

    def _draw_picture(self, canvas: Any, x: float, top: float, width: float) -> None:
        middle = x + (GUTTER - 12) / 2 if self.alone else x + width / 2
        with tagging.artifact(canvas):  # the text beside it says the same
            if self.picture:
                pictures.draw(canvas, self.picture, middle - PICTURE / 2, top - PICTURE, PICTURE)
            if self.tick:
                ink.box(canvas, middle - _TICK / 2, top - _TICK - 1, _TICK, self.ticked)
            if self.mark and not self.tick:
                below = PICTURE + 2 if self.picture else 2
                draw_mark(canvas, self.mark, middle, top - below - _MARK / 2 - 1)


def _notes(pair: Pair) -> bool:
    """Return whether a pair is only a note to what stands above it."""
    return all(part is None or part.style == NOTE for part in pair)


def _leads(pair: Pair) -> bool:
    return any(part is not None and part.keep_with_next for part in pair)


DRAFT, OUTDATED, MISSING = "draft", "outdated", "missing"
MARKS = (DRAFT, OUTDATED, MISSING)
"""What a mark says of the translation: an open ring, not checked by an interpreter; a full triangle, the Norwegian is
newer; a cross, not translated. What is checked has none."""
_TICK = 15.0
_MARK = 4.4
_MARK_ROOM = 9.0


def draw_mark(canvas: Any, mark: str, x: float, y: float) -> None:
    """Draw a mark with its middle at x, y."""
    half = _MARK / 2
    if mark == DRAFT:
        ink.ring(canvas, x, y, half)
    elif mark == OUTDATED:
        ink.triangle(canvas, x, y, half + 0.6)
    elif mark == MISSING:
        ink.rule(canvas, x - half, y - half, x + half, y + half, ink.MUTED, 0.8)
        ink.rule(canvas, x - half, y + half, x + half, y - half, ink.MUTED, 0.8)
