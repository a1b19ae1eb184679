"""The recovery sheet: the key to the case file in large letters with their numbers, and where to keep it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from bolig_desktop.documents import blocks, fonts, ink, page, tagging, texts
from bolig_desktop.documents.lines import Run, set_lines
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import HEADING, SUBTITLE, TITLE, Block, Paragraph, Style

TEMPLATE = "recovery_sheet"
DERIVED = frozenset({"made_on", "page", "pages"})
_ITEM = Style(space_before=3, indent=14)


class Letters:
    """Groups of letters, three groups a row, each letter over its number."""

    keep_with_next = False
    space_before = 12.0
    _GROUPS = 3
    _ROW = 62.0

    def __init__(self, groups: Sequence[str]) -> None:
        self.groups = tuple(groups)

    def height(self, width: float) -> float:
        """Return the height of all rows with padding."""
        return -(-len(self.groups) // self._GROUPS) * self._ROW + 18

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw a band with the letters in it."""
        ink.block(canvas, x, top - self.height(width), width, self.height(width), ink.BAND)
        places = list(self._places(x, top, width))
        with tagging.said(canvas):
            for letter, _, left, baseline in places:
                _centred(canvas, left, baseline, letter, 25, fonts.BOLD, ink.INK)
        with tagging.artifact(canvas):
            for _, number, left, baseline in places:
                _centred(canvas, left, baseline - 14, str(number), 7.5, fonts.REGULAR, ink.MUTED)

    def _places(self, x: float, top: float, width: float) -> Iterator[tuple[str, int, float, float]]:
        """Yield each letter, its number, its middle and its baseline."""
        share = (width - 20) / self._GROUPS
        number = 1
        for i, group in enumerate(self.groups):
            left = x + 10 + (i % self._GROUPS) * share + 7
            baseline = top - 12 - (i // self._GROUPS) * self._ROW - 30
            step = (share - 14) / len(group)
            for at, letter in enumerate(group):
                yield letter, number, left + (at + 0.5) * step, baseline
                number += 1


def _centred(canvas: Any, x: float, baseline: float, text: str, size: float, weight: str, colour: ink.Colour) -> None:
    line = set_lines((Run(text, weight),), size, size, 1000)[0]
    ink.draw_units(canvas, x - line.width / 2, baseline, line.units, size, colour)


def recovery_sheet(letters: str, *, municipality: str, unit: str = "", made_on: date, language: str = "nb") -> bytes:
    """Return the sheet as PDF.

    letters: the sheet's text, groups with hyphens between (``security.sheet.sheet_text``); language: nb, or nn.
    """
    template = texts.template(TEMPLATE, language if language in texts.LANGUAGES else "nb")
    word = template.text
    made: list[Block] = [
        Paragraph(word("title"), TITLE),
        Paragraph(word("subtitle"), SUBTITLE),
        Letters(letters.split("-")),
        Paragraph(template.runs("made", {"made_on": made_on}), SUBTITLE),
    ]
    for clause, parts in texts.standing(template.clauses, {}):
        lines: list[Block] = [Paragraph(texts.fill(clause.heading, {}, template.language), HEADING)]
        for part in parts:
            runs = texts.fill(part.words, {}, template.language)
            is_item = part.kind == "item"
            lines.append(Paragraph(runs, _ITEM, marker="–") if is_item else Paragraph(runs))
        made.append(blocks.Stack(lines, space_before=HEADING.space_before))
    frame = Frame(
        sender=municipality,
        unit=unit,
        label=word("label"),
        foot=word("foot"),
        page_words=template.words["page"].pattern,
        title=word("title"),
        lang=template.language,
    )
    return page.render(frame, made)[0]
