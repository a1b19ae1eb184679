"""What is drawn on the plan: the ladder with its rungs, and what a loan costs year by year."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from bolig_desktop.documents import ink, tagging
from bolig_desktop.documents.paragraph import Paragraph

_RISE, _LEAST, _PAD = 10.0, 46.0, 4.0


class LadderPicture:
    """Boxes that rise from the left, each with its words; a marked one has a heavier edge and a pale ground."""

    keep_with_next = False
    space_before = 6.0

    def __init__(self, rungs: Sequence[tuple[Paragraph, bool]]) -> None:
        self.rungs = tuple(rungs)

    @property
    def anchors(self) -> tuple[str, ...]:
        """It has none."""
        return ()

    def _inside(self, width: float) -> float:
        return width / len(self.rungs) - 4 - 2 * _PAD

    def _box(self, width: float) -> float:
        return max(_LEAST, *(words.height(self._inside(width)) + 2 * _PAD for words, _ in self.rungs))

    def height(self, width: float) -> float:
        """Return the height of the highest rung."""
        return self._box(width) + _RISE * (len(self.rungs) - 1)

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw every rung, the words as text."""
        each, foot = width / len(self.rungs), top - self.height(width)
        for number, (words, marked) in enumerate(self.rungs):
            left, high = x + number * each + 2, self._box(width) + number * _RISE
            right = left + each - 4
            if marked:
                ink.block(canvas, left, foot, right - left, high, ink.BAND)
            edge, heavy = (ink.ACCENT, 1.4) if marked else (ink.HAIRLINE, 0.6)
            for x1, y1, x2, y2 in (
                (left, foot, left, foot + high),
                (right, foot, right, foot + high),
                (left, foot + high, right, foot + high),
                (left, foot, right, foot),
            ):
                ink.rule(canvas, x1, y1, x2, y2, edge, heavy)
            words.draw(canvas, left + _PAD, foot + high - _PAD, self._inside(width))


class Level(NamedTuple):
    """A height on the picture of a loan that has a name: so much a year (øre), and what stands over its line."""

    ore: int
    words: Paragraph


class LoanCurves:
    """What is paid each year by two loans: a full line and a dashed one, with levels to read them by.

    years: what stands under the first year and under the last.
    """

    keep_with_next = False
    space_before = 8.0
    _HIGH, _UNDER, _OVER, _LAST = 160.0, 16.0, 28.0, 16.0

    def __init__(self, first: Sequence[int], second: Sequence[int], alt: str, *, levels: Sequence[Level],
                 years: tuple[Paragraph, Paragraph]) -> None:  # fmt: skip
        self.first, self.second, self.alt = tuple(first), tuple(second), alt
        self.levels, self.years = tuple(levels), years

    @property
    def anchors(self) -> tuple[str, ...]:
        """It has none."""
        return ()

    def height(self, width: float) -> float:
        """Return the height it is drawn in."""
        return self._HIGH

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self._HIGH

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the axes, the levels and both curves, the words as text."""
        most = max(*self.first, *self.second, *(level.ore for level in self.levels), 1)
        foot, high = top - self._HIGH + self._UNDER, self._HIGH - self._UNDER - self._OVER
        with tagging.shown(canvas, self.alt):
            ink.rule(canvas, x, foot, x + width, foot)
            ink.rule(canvas, x, foot, x, foot + high)
            for level in self.levels:
                at = foot + level.ore / most * high
                ink.rule(canvas, x, at, x + width, at, ink.HAIRLINE, 0.4)
            for curve, colour, dashes in ((self.first, ink.ACCENT, "[] 0 d"), (self.second, ink.INK, "[5 3] 0 d")):
                across = width / max(len(curve) - 1, 1)
                points = [(x + n * across, foot + paid / most * high) for n, paid in enumerate(curve)]
                path = " ".join(f"{px:.2f} {py:.2f} {'l' if n else 'm'}" for n, (px, py) in enumerate(points))
                stroke = " ".join(f"{part:.3f}" for part in colour)
                tagging.decorate(canvas, f"q {stroke} RG 1.6 w {dashes} {path} S Q")
        for number, (ore, words) in enumerate(self.levels):
            # The first over its line and the next under it, further in: two levels may be as high as each other.
            left, at = x + 3 + number * width / 3, foot + ore / most * high
            is_over = number == 0 or at - foot < words.height(width / 2) + 2
            over = at + words.height(width / 2) + 1 if is_over else at - 1
            self._make_room(canvas, words, left, over, width / 2)
            words.draw(canvas, left, over, width / 2)
        first, last = self.years
        first.draw(canvas, x, foot - 2, width)
        last.draw(canvas, x + width - self._LAST, foot - 2, self._LAST)

    def _make_room(self, canvas: Any, words: Paragraph, left: float, top: float, width: float) -> None:
        """Lay paper under words, so that no curve runs through them."""
        wide, high = max(line.width for line in words.lines(width)), words.height(width)
        with tagging.artifact(canvas):
            ink.block(canvas, left - 2, top - high, wide + 4, high, ink.PAPER)
