"""A line never ends between a section sign and its number, an amount and kr, a day and its month."""

import pytest

from bolig_desktop.documents.linebreaks import break_places
from bolig_desktop.documents.lines import Run, set_lines
from bolig_desktop.documents.texts import BLANK


def set_text(text: str, width: float) -> list[str]:
    lines = set_lines((Run(text),), 10, 15, width)
    return ["".join(unit.piece.text for unit in line.units) for line in lines]


@pytest.mark.parametrize(
    "tied",
    [
        "§ 9-2",
        "§§ 9-4",
        "§ 11 a",
        "§ 3-5 fjerde ledd",
        "kr 9 500",
        "9 500 kr",
        "1. desember 2026",
        "15 dager",
        "84 m²",
        "75 55 50 00",
        "bokstav a",
        "tredje ledd",
        "8099 Nordvik",
        "Storgata 14 B",
        "gnr. 12, bnr. 34",
        "a konto",
    ],
)
def test_what_belongs_together_is_never_parted(tied):
    text = f"se {tied} der"
    assert set(break_places(text)) == {3, 4 + len(tied)}
    for width in range(20, 200):
        too_narrow = set_lines((Run(tied),), 10, 15, 999)[0].width > width
        assert too_narrow or any(tied in line for line in set_text(text, width))


def test_every_other_space_is_a_place_to_break():
    assert break_places("en to tre") == (3, 6)


def test_a_word_too_long_for_the_line_is_broken_and_all_of_it_stands():
    for text in ("x" * 300, "Wolfeschlegelsteinhausenbergerdorff" * 6, "ሰላም" * 60, "محمد" * 60):
        lines = set_lines((Run(text),), 10, 15, 120)
        assert len(lines) > 2
        assert all(line.width <= 120.1 for line in lines)
        stands = sorted(letter for line in lines for unit in line.units for letter in unit.piece.text)
        assert stands == sorted(text)


def test_a_date_wider_than_its_column_is_broken_between_words():
    assert [line.strip() for line in set_text("30. november 1988", 70)] == ["30. november", "1988"]


def test_the_last_line_is_not_one_short_word_where_it_can_be_helped():
    text = "Leieren kan kreve rentene utbetalt og utleieren betaler det som kontoen koster nå"
    for width in range(150, 360, 5):
        lines = set_lines((Run(text),), 10, 15, width)
        assert all(line.width <= width + 0.01 for line in lines)


def test_a_blank_to_write_on_is_never_parted():
    (line,) = set_lines(BLANK, 10, 15, 400)
    assert line.width > 60


def test_line_breaks_in_long_texts_stay():
    lines = set_lines((Run("en\nto\r\n\nfire"),), 10, 15, 400)
    assert ["".join(unit.piece.text for unit in line.units) for line in lines] == ["en", "to", "", "fire"]
