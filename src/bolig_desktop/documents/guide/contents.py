"""The contents of a bilingual paper: each section's title in both languages with its page number between them."""

from typing import Any, NamedTuple

from bolig_desktop.documents import fonts, ink, tagging
from bolig_desktop.documents.guide.topic import GUTTER
from bolig_desktop.documents.paragraph import Paragraph, Style

_LINE = Style(size=10, leading=14, space_before=0)
_NUMBER = Style(size=10, leading=14, weight=fonts.BOLD, colour=ink.ACCENT, space_before=0)
_MIDDLE = GUTTER
_PAD, _TIGHT = 5.0, 2.5


class Entry(NamedTuple):
    """A section: the anchor it begins at, and its title in both languages; other "" where there is one language."""

    anchor: str
    title: str
    other: str


class ContentsRow:
    """One line of the contents; both titles and the number lead to the section."""

    keep_with_next = False
    space_before = 0.0

    def __init__(self, entry: Entry, *, lang: str = "", rtl: bool = False) -> None:
        self.anchor, self.rtl, self.pad = entry.anchor, rtl, _PAD
        self.title = Paragraph(entry.title, _LINE, link=entry.anchor)
        self.other = Paragraph(entry.other, _LINE, rtl=rtl, lang=lang, link=entry.anchor) if entry.other else None

    def tighten(self, tight: bool = True) -> None:
        """Take less room, or as much as at first."""
        self.pad = _TIGHT if tight else _PAD

    def _columns(self, width: float) -> tuple[float, float]:
        column = (width - _MIDDLE) / 2
        return (column, column) if self.other else (width - _MIDDLE, 0.0)

    def _above(self, width: float) -> float:
        left, right = self._columns(width)
        return max(self.title.above(left), self.other.above(right) if self.other else 0.0)

    def height(self, width: float) -> float:
        """Return the height of the taller title."""
        left, right = self._columns(width)
        above = self._above(width)
        tall = above - self.title.above(left) + self.title.height(left)
        if self.other:
            tall = max(tall, above - self.other.above(right) + self.other.height(right))
        return tall + 2 * self.pad

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the titles on one baseline, and the number between or behind them."""
        left, right = self._columns(width)
        baseline = top - self.pad - self._above(width)
        self.title.draw(canvas, x, baseline + self.title.above(left), left)
        number = Paragraph(str(tagging.page_of(canvas, self.anchor)), _NUMBER, link=self.anchor)
        digits = number.lines(_MIDDLE)[0].width
        number.draw(canvas, x + left + (_MIDDLE - digits) / 2, baseline + number.above(_MIDDLE), digits + 1)
        if self.other:
            self.other.draw(canvas, x + left + _MIDDLE, baseline + self.other.above(right), right)
        ink.rule(canvas, x, top - self.height(width), x + width, top - self.height(width))
