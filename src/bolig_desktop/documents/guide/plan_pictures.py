"""What is drawn on the plan: the ladder with its rungs, and what a loan costs year by year."""

from collections.abc import Sequence
from typing import Any

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


class LoanCurves:
    """What is paid each year by two loans: a full line and a dashed one."""

    keep_with_next = False
    space_before = 8.0
    _HIGH = 120.0

    def __init__(self, first: Sequence[int], second: Sequence[int], alt: str) -> None:
        self.first, self.second, self.alt = tuple(first), tuple(second), alt

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
        """Draw the axes and both curves."""
        foot, most = top - self._HIGH + 4, max(*self.first, *self.second, 1)
        with tagging.shown(canvas, self.alt):
            ink.rule(canvas, x, foot, x + width, foot)
            ink.rule(canvas, x, foot, x, top - 4)
            for curve, colour, dashes in ((self.first, ink.ACCENT, "[] 0 d"), (self.second, ink.INK, "[5 3] 0 d")):
                across = width / max(len(curve) - 1, 1)
                points = [(x + n * across, foot + paid / most * (self._HIGH - 10)) for n, paid in enumerate(curve)]
                path = " ".join(f"{px:.2f} {py:.2f} {'l' if n else 'm'}" for n, (px, py) in enumerate(points))
                stroke = " ".join(f"{part:.3f}" for part in colour)
                tagging.decorate(canvas, f"q {stroke} RG 1.6 w {dashes} {path} S Q")
