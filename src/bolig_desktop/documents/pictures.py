"""Pictures for those who look rather than read, drawn by us in one line style, and the blocks that hold them."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bolig_desktop import paths
from bolig_desktop.documents import fonts, ink, shapes, tagging
from bolig_desktop.documents.paragraph import Paragraph, Style
from bolig_desktop.documents.shapes import GRID, BadPicture, Shape

__all__ = ["BadPicture", "Picture", "PictureStrip", "Pictured", "draw", "names"]

CAPTION = Style(size=9.5, leading=13, weight=fonts.BOLD, space_before=0)
SECOND = Style(size=9.5, leading=13, colour=ink.MUTED, space_before=0)


def names() -> tuple[str, ...]:
    """Return the names of all pictures, in the order of the file."""
    return tuple(_rows())


def draw(canvas: Any, name: str, x: float, y: float, size: float, *, banded: bool = False) -> None:
    """Draw a picture ``size`` points wide and high with its lower left corner at x, y.

    banded: it stands on a pale band, so what is else pale is drawn white.
    """
    scale = size / GRID
    tagging.decorate(canvas, f"q {scale:.4f} 0 0 {-scale:.4f} {x:.2f} {y + size:.2f} cm {_code(name, banded)} Q")


@cache
def _rows() -> dict[str, list[dict[str, object]]]:
    """Return the file as it is written: the rows of each picture."""
    return tomllib.loads((paths.resources() / "pictures" / "guide.toml").read_text("utf-8"))


@cache
def shapes_of(name: str) -> tuple[Shape, ...]:
    """Return the shapes of a picture, in the order they are drawn.

    Raises BadPicture, naming the picture, where there is none or it is written wrongly.
    """
    if name not in _rows():
        raise BadPicture(f"{name}: no such picture")
    return read(name, _rows()[name])


def read(name: str, rows: Sequence[dict[str, object]]) -> tuple[Shape, ...]:
    """Return the shapes that rows describe.

    Raises BadPicture, naming the picture, where they are written wrongly.
    """
    try:
        return tuple(shapes.shape(row) for row in rows)
    except (ValueError, TypeError, AttributeError) as wrong:
        raise BadPicture(f"{name}: {wrong}") from wrong


@cache
def _code(name: str, banded: bool) -> str:
    surface, ground = (ink.PAPER, ink.BAND) if banded else (ink.BAND, ink.PAPER)
    return shapes.operators(shapes_of(name), surface, ground)


class Picture:
    """One picture in the column. alt: what it says, for who does not see it; banded: as in ``draw``."""

    keep_with_next = False

    def __init__(
        self,
        name: str,
        size: float = 60,
        *,
        alt: str = "",
        centred: bool = True,
        banded: bool = False,
        space_before: float = 8,
    ) -> None:
        self.name, self.size, self.alt, self.centred, self.banded = name, size, alt, centred, banded
        self.space_before = space_before

    def height(self, width: float) -> float:
        """Return its size."""
        return self.size

    def head(self, width: float) -> float:
        """Return its size: it is never parted."""
        return self.size

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw it in the middle or at the left."""
        left = x + (width - self.size) / 2 if self.centred else x
        draw(canvas, self.name, left, top - self.size, self.size, banded=self.banded)


@dataclass(frozen=True, kw_only=True)
class Pictured:
    """A picture in a strip, with its caption and the same in the other language. alt: as for a picture alone."""

    name: str
    caption: Paragraph
    second: Paragraph | None = None
    alt: str = ""

    @property
    def captions(self) -> tuple[Paragraph, ...]:
        """Return the paragraphs it has."""
        return (self.caption,) if self.second is None else (self.caption, self.second)


class PictureStrip:
    """A pale band with one to four pictures side by side, each with its captions.

    Captions stand beside one or two pictures and under more; under: says otherwise. rtl: the second caption is in a
    right-to-left script and stands against the right edge of its cell.
    """

    keep_with_next = False
    _PAD, _GAP, _CORNER = 11.0, 12.0, 5.0

    def __init__(
        self,
        pictured: Sequence[Pictured],
        *,
        size: float = 40,
        under: bool | None = None,
        rtl: bool = False,
        space_before: float = 8,
    ) -> None:
        if not 1 <= len(pictured) <= 4:
            raise ValueError("a strip has one to four pictures")
        self.pictured, self.size, self.rtl, self.space_before = tuple(pictured), size, rtl, space_before
        self.under = len(self.pictured) > 2 if under is None else under
        # Further apart where captions stand beside, or one would seem to belong to the next picture.
        self.between = self._GAP if self.under else 30.0

    @property
    def alt(self) -> str:
        """Return what all its pictures say."""
        return "; ".join(one.alt for one in self.pictured if one.alt)

    def _cell(self, width: float) -> float:
        count = len(self.pictured)
        return (width - 2 * self._PAD - (count - 1) * self.between) / count

    def height(self, width: float) -> float:
        """Return the height of its tallest cell, with padding."""
        cell = self._cell(width)
        if self.under:
            return 2 * self._PAD + self.size + 4 + sum(self._rows(cell))
        text = max(_height(one.captions, cell - self.size - self._GAP) for one in self.pictured)
        return 2 * self._PAD + max(self.size, text)

    def _rows(self, cell: float) -> tuple[float, float]:
        """Return the heights of first and second captions, alike in all cells so that they stand in line."""
        first = max(one.caption.height(cell) for one in self.pictured)
        return first, max(one.second.height(cell) if one.second else 0.0 for one in self.pictured)

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw the band, and each picture with its captions."""
        height = self.height(width)
        _band(canvas, x, top - height, width, height, self._CORNER)
        cell = self._cell(width)
        for place, one in enumerate(self.pictured):
            left = x + self._PAD + place * (cell + self.between)
            if self.under:
                self._draw_under(canvas, one, left, top - self._PAD, cell)
            else:
                self._draw_beside(canvas, one, left, top - height / 2, cell)

    def _draw_under(self, canvas: Any, one: Pictured, x: float, top: float, width: float) -> None:
        """Draw the picture in the middle of its cell and each caption, as one body, in the middle under it."""
        draw(canvas, one.name, x + (width - self.size) / 2, top - self.size, self.size, banded=True)
        top -= self.size + 4
        for caption, room in zip(one.captions, self._rows(width), strict=False):
            aside = (width - _widest(caption, width)) / 2
            caption.draw(canvas, x - aside if caption.rtl else x + aside, top, width)
            top -= room

    def _draw_beside(self, canvas: Any, one: Pictured, x: float, middle: float, width: float) -> None:
        """Draw the picture at the left and its captions at the right, both about the middle."""
        draw(canvas, one.name, x, middle - self.size / 2, self.size, banded=True)
        x, width = x + self.size + self._GAP, width - self.size - self._GAP
        top = middle + _height(one.captions, width) / 2
        for caption in one.captions:
            against_right = self.rtl and caption is one.second and not caption.rtl
            caption.draw(canvas, x + (width - _widest(caption, width) if against_right else 0), top, width)
            top -= caption.height(width)


def _height(paragraphs: Sequence[Paragraph], width: float) -> float:
    return sum(paragraph.height(width) for paragraph in paragraphs)


def _widest(paragraph: Paragraph, width: float) -> float:
    return paragraph.style.indent + max(line.width for line in paragraph.lines(width))


def _band(canvas: Any, x: float, y: float, width: float, height: float, corner: float) -> None:
    """Draw the band with round corners."""
    band = shapes.shape({"rect": [x, y, width, height, corner], "fill": "surface", "stroke": ""})
    tagging.decorate(canvas, f"q {shapes.operators((band,), ink.BAND, ink.PAPER)} Q")
