"""From characters to glyphs: each piece of text gets the font that has it, and HarfBuzz shapes it."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from bolig_desktop.documents import fonts
from bolig_desktop.documents.fonts import ARABIC, EMOJI, ETHIOPIC, LATIN, PaperFont
from bolig_desktop.errors import Problem, Refused

_JOINERS = frozenset("\u200c\u200d\u200e\u200f\u061c\u2060\ufe0e\ufe0f\u00ad\u034f")
# Enough for readers to see that two letters of a ligature do not stand on top of each other.
_LETTER_STEP = 120.0
_REFUSED = frozenset({"Cc", "Cs", "Co", "Cn", "Zl", "Zp"})
_LOST = "\ufffd"  # stands where a letter was lost before it came to us: as good as a box
_PLAIN = frozenset(range(0x20, 0x7F)) | frozenset(range(0xA0, 0x180)) - {0xAD} | {0x2013, 0x2019, 0xA7}


class MissingGlyph(Refused):
    """A character that no font has, or that must not stand on a paper; a box is never printed.

    character: the character itself. where: what was being printed, such as a fact's name or "".
    """

    def __init__(self, character: str, where: str = "") -> None:
        shown = character if character.isprintable() else ""
        facts = {"character": shown, "code_point": f"U+{ord(character):04X}"}
        super().__init__(Problem(field="", code="paper.missing_glyph", facts=facts))
        self.character = character
        self.where = where


class Glyph(NamedTuple):
    """One glyph; measures in thousandths of the size. text is what it stands for."""

    number: int
    text: str
    advance: float
    x_offset: float
    y_offset: float


class Piece(NamedTuple):
    """Shaped text in one font and one direction, its glyphs from left to right.

    exact: whether the glyphs' texts put together are the text; if not, the text must be carried beside them.
    """

    font: PaperFont
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    exact: bool


def clusters(text: str) -> Iterator[str]:
    """Yield what belongs together as one mark on the paper: a base with its accents, an emoji sequence."""
    start = 0
    for i in range(1, len(text)):
        character, before = text[i], text[i - 1]
        joined = (
            unicodedata.combining(character)
            or unicodedata.category(character) in ("Mn", "Me", "Mc")
            or character in _JOINERS
            or 0x1F3FB <= ord(character) <= 0x1F3FF
            or (before == "\u200d" and ord(character) > 0x2000)
        )
        if not joined:
            yield text[start:i]
            start = i
    if text:
        yield text[start:]


def font_of(cluster: str, weight: str, rtl: bool = False) -> PaperFont | None:
    """Return the font that has the whole cluster, or None where only its characters one by one have a font.

    Signs and spaces that run right to left are the Arabic font's.
    Raises MissingGlyph for a character no font has and for control characters and direction overrides.
    """
    for character in cluster:
        if unicodedata.category(character) in _REFUSED or "\u202a" <= character <= "\u202e":
            raise MissingGlyph(character)
        if "\u2066" <= character <= "\u2069" or character == _LOST:
            raise MissingGlyph(character)
    visible = [ord(c) for c in cluster if c not in _JOINERS]
    emoji_first = "\ufe0f" in cluster or "\u20e3" in cluster or any(c >= 0x1F000 for c in visible)
    order = (ARABIC, LATIN, ETHIOPIC, EMOJI) if rtl else (LATIN, ARABIC, ETHIOPIC, EMOJI)
    if emoji_first:
        order = (EMOJI, LATIN, ARABIC, ETHIOPIC)
    found = fonts.first_with(visible, weight, order)
    if found is None and len(cluster) == 1:
        raise MissingGlyph(cluster)
    return found


@lru_cache(maxsize=20_000)
def itemise(text: str, weight: str, rtl: bool = False) -> tuple[tuple[PaperFont, str], ...]:
    """Cut text into the longest parts that one font can set, in logical order."""
    plain = fonts.font(LATIN, weight)
    if not rtl and all(ord(c) in _PLAIN for c in text):
        return ((plain, text),) if text else ()
    parts: list[tuple[PaperFont, str]] = []
    for cluster in clusters(text):
        easy = not rtl and len(cluster) == 1 and ord(cluster) in _PLAIN
        whole = plain if easy else font_of(cluster, weight, rtl)
        for part in (cluster,) if whole else cluster:
            chosen = whole or font_of(part, weight, rtl) or plain
            if parts and parts[-1][0] is chosen:
                parts[-1] = chosen, parts[-1][1] + part
            else:
                parts.append((chosen, part))
    return tuple(parts)


def missing_in(text: str) -> Problem | None:
    """Return what keeps a text from being printed: the first character no font has. None where all of it can be."""
    try:
        for word in text.split():
            itemise(word, fonts.REGULAR)
            itemise(word, fonts.BOLD)
    except MissingGlyph as missing:
        (problem,) = missing.problems
        return problem
    return None


@lru_cache(maxsize=20_000)
def shape(font: PaperFont, text: str, rtl: bool) -> Piece:
    """Return the text shaped in its own direction.

    Raises MissingGlyph if the font lacks something after all.
    """
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if rtl else "ltr"
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    hb.shape(font.hb_font, buffer)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    starts = sorted({info.cluster for info in infos})
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    thousandth = font.thousandth
    seen: set[int] = set()
    exact = True
    glyphs = []
    for info, position in zip(infos, positions, strict=True):
        stands_for = text[info.cluster : ends[info.cluster]]
        if info.codepoint == 0:
            raise MissingGlyph(stands_for[0])
        if info.cluster in seen:
            if not position.x_advance and info.codepoint in font.blank:
                continue
            exact, stands_for = False, ""
        seen.add(info.cluster)
        glyphs.append(
            Glyph(
                info.codepoint,
                stands_for,
                position.x_advance * thousandth,
                position.x_offset * thousandth,
                position.y_offset * thousandth,
            )
        )
    if rtl:
        glyphs = [part for glyph in glyphs for part in _letter_by_letter(glyph, font)]
    return Piece(font, text, tuple(glyphs), sum(glyph.advance for glyph in glyphs), exact)


def _letter_by_letter(glyph: Glyph, font: PaperFont) -> Iterator[Glyph]:
    """Yield a ligature that runs right to left with one letter for each slot, the extra ones drawing nothing.

    Readers turn what runs right to left round slot by slot; a slot with three letters would come out backwards.
    """
    if len(glyph.text) < 2:
        yield glyph
        return
    before, last = glyph.text[:-1], glyph.text[-1]
    step = min(_LETTER_STEP, glyph.advance / len(glyph.text))
    yield glyph._replace(text=last, advance=glyph.advance - step * len(before))
    for letter in reversed(before):
        yield Glyph(font.space, letter, step, 0.0, 0.0)
