"""The top of a letter: the address where a window envelope shows it, and date, case and contact to its right."""

from collections.abc import Sequence
from typing import Any

from bolig_desktop.documents import ink
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import Paragraph, Style

_RETURN = Style(size=6.5, leading=10, colour=ink.MUTED, space_before=0)
_NAME = Style(size=10.5, leading=14.5, space_before=0)
_LABEL = Style(size=8, leading=13, colour=ink.MUTED, space_before=0)
_VALUE = Style(size=8.5, leading=13, space_before=0)
# In points from the top of the block, which stands 29 mm from the paper's edge: the window begins 45 mm from it.
_WINDOW, _HIGH = 46.0, 140.0
_LEFT, _RIGHT, _LABELS = 240.0, 292.0, 66.0
_BLANK = "_" * 30


class Envelope:
    """A block for the head of the first page.

    back_to: where it goes if it cannot be delivered (never the office: it is read through the window). to: the lines
    of the address, each with its fact's name; an empty line is one to write on. details: label, value and name of
    what stands to the right; what is unknown is left out.
    """

    space_before = 0.0
    keep_with_next = False

    def __init__(self, back_to: str, to: Sequence[tuple[str, str]], details: Sequence[tuple[str, str, str]]) -> None:
        self._return = Paragraph((Run(back_to, "regular", True, "sender"),), _RETURN)
        self._to = [Paragraph((Run(line, "regular", True, name),) if line else _BLANK, _NAME) for line, name in to]
        self._rows = [
            (Paragraph(label, _LABEL), Paragraph((Run(value, "regular", True, name),), _VALUE))
            for label, value, name in details
            if value
        ]

    def height(self, width: float) -> float:
        """Return the height: room for the window, or for what stands in it where that is more."""
        return max(_HIGH, self._left_height() + 12, self._right_height(width) + 12)

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the address and what stands beside it."""
        y = top - _WINDOW
        self._return.draw(canvas, x, y, _LEFT)
        y -= self._return.height(_LEFT) + 4
        for line in self._to:
            line.draw(canvas, x, y, _LEFT)
            y -= line.height(_LEFT)
        y = top - _WINDOW
        room = width - _RIGHT - _LABELS
        for label, value in self._rows:
            label.draw(canvas, x + _RIGHT, y - value.above(room) + label.above(_LABELS), _LABELS)
            value.draw(canvas, x + _RIGHT + _LABELS, y, room)
            y -= max(label.height(_LABELS), value.height(room))

    def _left_height(self) -> float:
        lines = sum(line.height(_LEFT) for line in self._to)
        return _WINDOW + self._return.height(_LEFT) + 4 + lines

    def _right_height(self, width: float) -> float:
        room = width - _RIGHT - _LABELS
        return _WINDOW + sum(max(label.height(_LABELS), value.height(room)) for label, value in self._rows)
