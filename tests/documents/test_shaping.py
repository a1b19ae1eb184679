"""Characters become the right glyphs, in the right font, or are refused; never a box."""

import pytest
import uharfbuzz as hb

from bolig_desktop import paths
from bolig_desktop.documents import fonts, shaping
from bolig_desktop.documents.shaping import MissingGlyph

ARABIC = "محمد عبد الرحمن"
PERSIAN = "می\u200cخواهم"
TIGRINYA = "ሰላም ተስፋይ"


def harfbuzz_glyphs(file: str, text: str, direction: str) -> list[int]:
    """Shape with HarfBuzz alone, outside our own code."""
    face = hb.Face(hb.Blob.from_file_path(str(paths.resources() / "fonts" / f"{file}.ttf")))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.direction = direction
    hb.shape(hb.Font(face), buffer)
    return [info.codepoint for info in buffer.glyph_infos]


@pytest.mark.parametrize(
    ("script", "file", "text", "direction"),
    [
        (fonts.ARABIC, "NotoNaskhArabic-Regular", ARABIC, "rtl"),
        (fonts.ARABIC, "NotoNaskhArabic-Regular", PERSIAN, "rtl"),
        (fonts.ETHIOPIC, "NotoSansEthiopic-Regular", TIGRINYA, "ltr"),
    ],
)
def test_glyphs_come_in_harfbuzz_order(script, file, text, direction):
    piece = shaping.shape(fonts.font(script, fonts.REGULAR), text, direction == "rtl")
    assert [glyph.number for glyph in piece.glyphs] == harfbuzz_glyphs(file, text, direction)


def test_arabic_letters_are_joined():
    joined = shaping.shape(fonts.font(fonts.ARABIC, fonts.REGULAR), "بيت", True)
    lone = [shaping.shape(fonts.font(fonts.ARABIC, fonts.REGULAR), letter, True).glyphs[0] for letter in "بيت"]
    assert {glyph.number for glyph in joined.glyphs}.isdisjoint(glyph.number for glyph in lone)


def test_a_ligature_gives_back_each_of_its_letters():
    piece = shaping.shape(fonts.font(fonts.ARABIC, fonts.REGULAR), "لله", True)
    assert "".join(glyph.text for glyph in reversed(piece.glyphs)) == "لله"
    assert piece.width == pytest.approx(sum(glyph.advance for glyph in piece.glyphs))


def test_latin_ligatures_and_accents_keep_their_text():
    for text in ("fjord offer fin", "A\u030ase", "x\u030a"):
        piece = shaping.shape(fonts.font(fonts.LATIN, fonts.REGULAR), text, False)
        assert "".join(glyph.text for glyph in piece.glyphs) == text


@pytest.mark.parametrize(
    ("text", "scripts"),
    [
        ("Åse Øst", [fonts.LATIN]),
        ("Олена Łukasz Şahin", [fonts.LATIN]),
        ("Ali محمد", [fonts.LATIN, fonts.ARABIC]),
        ("Selam ሰላም", [fonts.LATIN, fonts.ETHIOPIC]),
        ("Ola 😀", [fonts.LATIN, fonts.EMOJI]),
        ("👩\u200d👩\u200d👧", [fonts.EMOJI]),
        ("❤\ufe0f", [fonts.EMOJI]),
    ],
)
def test_each_part_has_the_font_that_has_it(text, scripts):
    assert [font.script for font, _ in shaping.itemise(text, fonts.REGULAR)] == scripts


def test_signs_between_arabic_words_are_the_arabic_fonts_own():
    assert [font.script for font, _ in shaping.itemise("محمد، علي", fonts.REGULAR, True)] == [fonts.ARABIC]


@pytest.mark.parametrize(
    "character", ["漢", "\u0e01", "\x07", "\x00", "\u202e", "\u2066", "\ud800", "\uffff", "\ue000", "\U000e0001"]
)
def test_what_no_font_has_is_refused_by_name(character):
    with pytest.raises(MissingGlyph) as caught:
        shaping.itemise(f"Ola {character}", fonts.REGULAR)
    assert caught.value.character == character
    assert caught.value.problems[0].facts["code_point"] == f"U+{ord(character):04X}"


def test_every_character_a_font_claims_gets_a_glyph_and_its_own_text():
    """The control of "never a box": glyph 0 is the box."""
    for script in (fonts.LATIN, fonts.ARABIC, fonts.ETHIOPIC, fonts.EMOJI):
        font = fonts.font(script, fonts.REGULAR)
        for code in sorted(font.covered)[::7]:
            if code == 0xFFFF:
                continue
            piece = shaping.shape(font, chr(code), script == fonts.ARABIC)
            assert all(glyph.number for glyph in piece.glyphs), hex(code)
            assert piece.exact, hex(code)
