"""A line of a contents page: what it leads to, dots, and the number of the page that stands on."""

from typing import Any

from bolig_desktop.documents import ink, tagging
from bolig_desktop.documents.paragraph import BODY, Paragraph, Style

_NUMBER = 30.0


class ContentsLine:
    """The words at the left and the page number of ``anchor`` at the right; both lead there."""

    keep_with_next = False

    def __init__(self, words: str, anchor: str, style: Style = BODY, *, lang: str = "", rtl: bool = False) -> None:
        self.anchor, self.style, self.rtl = anchor, style, rtl
        self.words = Paragraph(words, style, lang=lang, rtl=rtl, link=anchor)
        self.space_before = style.space_before

    def height(self, width: float) -> float:
        """Return the height of the words."""
        return self.words.height(width - _NUMBER)

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the words, dots on what is left of their last line, and the number."""
        room = width - _NUMBER
        number = Paragraph(str(tagging.page_of(canvas, self.anchor)), self.style, link=self.anchor)
        lines = self.words.lines(room)
        baseline = top - self.height(width) + lines[-1].below
        last = baseline + number.above(_NUMBER)
        digits = number.lines(_NUMBER)[0].width
        if self.rtl:
            self.words.draw(canvas, x + _NUMBER, top, room)
            ink.dots(canvas, x + digits + 6, x + width - lines[-1].width - 6, baseline)
            number.draw(canvas, x, last, _NUMBER)
        else:
            self.words.draw(canvas, x, top, room)
            ink.dots(canvas, x + self.style.indent + lines[-1].width + 6, x + width - digits - 6, baseline)
            number.draw(canvas, x + width - digits, last, digits + 1)
