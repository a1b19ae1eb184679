"""The same glyphs in the same order from left to right as Qt's own text layout, line by line, for each script.

Qt decides direction, order and fonts by itself: only the numbers that are kept whole are told to it, with the marks
Unicode has for that. The lines were written for this: quotes, brackets, addresses and amounts within each script,
letters only one language has, vowel signs, ligatures, the joiner Persian needs, and very long words.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QTextLayout, QTextOption

from bolig_desktop import paths
from bolig_desktop.documents import directions, fonts
from bolig_desktop.documents.lines import Run, set_lines

CORPUS = Path(__file__).with_name("corpus")
LINES = [
    pytest.param(line, name != "ethiopic", id=f"{name}-{number}")
    for name in ("arabic", "persian", "pashto", "ethiopic")
    for number, line in enumerate((CORPUS / f"{name}.txt").read_text(encoding="utf-8").splitlines(), 1)
]
KEEP, END = "\u2066", "\u2069"
FILES = {"NotoSans-Regular": fonts.LATIN, "NotoNaskhArabic-Regular": fonts.ARABIC,
         "NotoSansEthiopic-Regular": fonts.ETHIOPIC}  # fmt: skip


class Drawn(NamedTuple):
    """One glyph that draws something: whose font, its number in it, and the text it stands for if that is known."""

    script: str
    number: int
    text: str = ""


def ours(text: str, rtl: bool) -> list[Drawn]:
    (line,) = set_lines((Run(text),), 10, 14, 100_000, rtl)
    found: list[tuple[float, Drawn]] = []
    x = 0.0
    for unit in line.units:
        for glyph in unit.piece.glyphs:
            if glyph.number not in unit.piece.font.blank:
                drawn = Drawn(unit.piece.font.script, glyph.number, glyph.text)
                found.append((x + glyph.x_offset * unit.piece.font.scale, drawn))
            x += glyph.advance * unit.piece.font.scale
    return _from_left(found)


def _from_left(found: list[tuple[float, Drawn]]) -> list[Drawn]:
    """Return glyphs by where they stand; two in one place, as in a ligature of two, by number."""
    return [glyph for _, glyph in sorted(found, key=lambda each: (round(each[0], 3), each[1].number))]


@pytest.fixture(scope="module")
def families(qapp) -> Iterator[dict[str, str]]:
    """The papers' fonts, known to Qt for as long as this file is tried: family to script."""
    added = {QFontDatabase.addApplicationFont(str(paths.resources() / "fonts" / f"{name}.ttf")): script
             for name, script in FILES.items()}  # fmt: skip
    yield {QFontDatabase.applicationFontFamilies(number)[0]: script for number, script in added.items()}
    for number in added:
        QFontDatabase.removeApplicationFont(number)


def qts(text: str, rtl: bool, families: dict[str, str]) -> list[Drawn]:
    font = QFont()
    font.setFamilies(sorted(families, key=lambda family: [fonts.LATIN, *families.values()].index(families[family])))
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    layout.createLine().setLineWidth(1_000_000)
    layout.endLayout()
    flags = QTextLayout.GlyphRunRetrievalFlag
    found: list[tuple[float, Drawn]] = []
    for run in layout.glyphRuns(-1, -1, flags.RetrieveAll):
        script = families[run.rawFont().familyName()]
        blank = fonts.font(script, fonts.REGULAR).blank
        for number, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            if number not in blank:
                found.append((place.x(), Drawn(script, number)))
    return _from_left(found)


def marked(text: str) -> str:
    """Return the text with what we keep whole marked for Qt."""
    for start, end in reversed(directions.kept_whole(text, True)):
        text = f"{text[:start]}{KEEP}{text[start:end]}{END}{text[end:]}"
    return text


@pytest.mark.parametrize(("text", "rtl"), LINES)
def test_a_line_is_set_as_qt_sets_it(text, rtl, families):
    mine, theirs = ours(text, rtl), qts(marked(text) if rtl else text, rtl, families)
    assert len(mine) == len(theirs)
    for own, other in zip(mine, theirs, strict=True):
        if own.script == other.script:
            assert own.number == other.number, own
        else:
            assert own.text and unicodedata.category(own.text)[0] not in "LM", "only of a sign are both fonts asked"


def test_the_corpus_is_long_enough():
    for name in ("arabic", "persian", "pashto", "ethiopic"):
        assert sum(param.id.startswith(name) for param in LINES) >= 40
