"""Right-to-left text stands in the order a reader expects, and numbers in it stay whole."""

import pytest

from bolig_desktop.documents import directions
from bolig_desktop.documents.lines import Run, set_lines

ARABIC = "اتصلوا على الرقم 75 55 50 00 اليوم"


def visual(*runs: Run, rtl: bool = False) -> str:
    """Return one line's text from left to right, right-to-left words letter by letter as they are drawn."""
    (line,) = set_lines(runs, 10, 15, 10_000, rtl)
    return "".join(glyph.text for unit in line.units for glyph in unit.piece.glyphs)


def test_plain_norwegian_is_level_nought():
    assert set(directions.levels("Storgata 14 B, 8099 Nordvik", False)) == {0}


def test_a_telephone_number_in_arabic_is_not_turned_round():
    assert "75 55 50 00" in visual(Run(ARABIC), rtl=True)


def test_an_amount_and_a_date_in_arabic_stay_whole():
    drawn = visual(Run("الإيجار 9 500 kr من 1.12.2026 شهريا"), rtl=True)
    assert "9 500 kr" in drawn
    assert "1.12.2026" in drawn


def test_an_address_put_into_arabic_is_left_to_right():
    assert "Storgata 14 B, 8099 Nordvik" in visual(
        Run("العنوان "), Run("Storgata 14 B, 8099 Nordvik", "regular", True), Run(" في المدينة"), rtl=True
    )


def test_two_arabic_names_in_norwegian_keep_their_order():
    drawn = visual(Run("علي", "regular", True), Run(" og "), Run("سارة", "regular", True))
    assert drawn.index("ع") < drawn.index(" og ") < drawn.index("س")


def test_without_isolation_the_same_names_would_change_places():
    """The control: read as one text, a number between Arabic names belongs to neither."""
    together = visual(Run("علي 1 سارة"))
    apart = visual(Run("علي", "regular", True), Run(" 1 "), Run("سارة", "regular", True))
    assert together.index("س") < together.index("ع")
    assert apart.index("ع") < apart.index("س")


def test_an_arabic_name_after_a_latin_one_stands_to_its_right():
    drawn = visual(Run("Leier: "), Run("Ali محمد", "regular", True))
    assert drawn.startswith("Leier: Ali ")


def test_brackets_are_mirrored():
    """Drawn from the left, a bracketed Arabic word begins with the glyph of an opening bracket: ( and not )."""
    (turned,) = set_lines((Run("(محمد)"),), 10, 15, 1000, True)
    (plain,) = set_lines((Run("()"),), 10, 15, 1000, False)
    opening, closing = (glyph.number for glyph in plain.units[0].piece.glyphs)
    drawn = [glyph for unit in turned.units for glyph in unit.piece.glyphs]
    assert (drawn[0].number, drawn[0].text) == (opening, ")")
    assert (drawn[-1].number, drawn[-1].text) == (closing, "(")


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("الغرفة رقم 2 في Solbakken 3 (rom 2) لكم", "Solbakken 3 (rom 2)"),
        ("سكن (Solbakken 3) هنا", "Solbakken 3"),  # the brackets follow the Arabic they begin after
        ("في Nordvik (محمد 2) هنا", "2 دمحم"),
        ("في Solbakken 3 (rom هنا", "Solbakken 3"),  # never closed: a sign like any other
        ("منذ 1. november 2023 في Rådhusgata 1, 8099 Nordvik هنا", "1. november 2023"),
        ("منذ 1. november 2023 في Rådhusgata 1, 8099 Nordvik هنا", "Rådhusgata 1, 8099 Nordvik"),
        ("المادة § 9-2 من القانون", "§ 9-2"),
        ("اكتبوا إلى ola.nordmann@nordvik.example الآن", "ola.nordmann@nordvik.example"),
        ("نسبة 73,7 % منها", "73,7 %"),
    ],
)
def test_what_is_latin_or_a_number_stays_together(text, together):
    assert together in visual(Run(text), rtl=True)


def test_brackets_stay_with_what_they_hold():
    """UAX 9, rule N0, on both sides: brackets that hold Arabic after Arabic are its own, else the paragraph's."""
    assert visual(Run("Leier er محمد (علي) her")) == "Leier er )يلع( دمحم her"
    assert visual(Run("Leier er Ali (علي) her")) == "Leier er Ali (يلع) her"
    drawn = visual(Run("Leier er محمد (født 1977) og علي (to barn) her"))
    assert "(født 1977) og" in drawn and "(to barn) her" in drawn
    turned = visual(Run("سكن (Solbakken 3) هنا"), rtl=True)
    assert turned.index("ا") < turned.index(")") < turned.index("Solbakken 3") < turned.index("(") < turned.index("س")


def test_visual_order_is_rule_l2():
    assert directions.visual_order([0, 1, 0]) == [0, 1, 2]
    assert directions.visual_order([1, 1, 1]) == [2, 1, 0]
    assert directions.visual_order([1, 2, 2, 1]) == [3, 1, 2, 0]
    assert directions.visual_order([0, 1, 2, 1, 0]) == [0, 3, 2, 1, 4]
    assert directions.visual_order([]) == []
