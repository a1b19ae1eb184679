"""The page: letterhead, numbers, the same bytes, and no heading left alone at the foot."""

import io

import pytest
from pypdf import PdfReader
from reading import FRAME, a_paper, pages

from bolig_desktop.documents import blocks, page, tables
from bolig_desktop.documents.paragraph import BODY, HEADING, Paragraph

TEXT = "Avtalen gjelder i tre år og slutter uten oppsigelse på siste dag. " * 4


def a_long_paper(clauses: int = 20) -> list:
    made = []
    for number in range(1, clauses + 1):
        made += [Paragraph(f"{number}  Overskrift", HEADING), Paragraph(TEXT)]
    return made


def test_every_page_says_which_of_how_many():
    sheets = pages(a_paper(*a_long_paper()))
    assert len(sheets) > 2
    for number, sheet in enumerate(sheets, 1):
        assert f"Side {number} av {len(sheets)}" in sheet
        for said in ("Nordvik kommune", "Flyktningtjenesten", "Prøve nr. 1", "Foten"):
            assert said in sheet


def test_same_blocks_same_bytes_whatever_was_printed_before():
    first = a_paper(*a_long_paper(3))
    a_paper(Paragraph("محمد noe helt annet 😀 ሰላም"))
    assert a_paper(*a_long_paper(3)) == first


def test_title_language_and_nobodys_name_in_the_metadata():
    reader = PdfReader(io.BytesIO(a_paper(Paragraph("Selam Tesfay"))))
    assert reader.metadata.title == "Prøve"
    assert reader.trailer["/Root"]["/Lang"] == "nb"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]
    assert "Tesfay" not in str(reader.metadata)


def test_no_heading_stands_last_on_a_page():
    for before in range(0, 60):
        filler = [Paragraph("x", BODY) for _ in range(before)]
        for sheet in page.lay_out([*filler, Paragraph("Overskrift", HEADING), Paragraph(TEXT)]):
            assert not sheet[-1][0].keep_with_next


def test_nothing_stands_below_the_foot_or_on_top_of_another():
    rows = [tables.fact_table([(f"rad {i}", Paragraph(TEXT, tables.VALUE)) for i in range(9)])]
    grid = [tables.grid(("a", "b"), [[Paragraph("ja", tables.CELL), None]] * 40, (0.5, 0.5))]
    mixed = [*a_long_paper(5), *rows, *grid, blocks.Band([Paragraph(TEXT)]), blocks.Lines(6), *a_long_paper(4)]
    for sheet in page.lay_out(mixed):
        lowest = page._TOP + 0.01
        for block, top in sheet:
            assert top <= lowest
            lowest = top - block.height(page.WIDTH)
            assert lowest >= page._BOTTOM - 0.02


def test_nothing_is_lost_where_pages_break():
    long_row = tables.fact_table([("merknad", Paragraph("prikk " * 2500, tables.VALUE))])
    text = " ".join(pages(a_paper(long_row, Paragraph("til slutt"))))
    assert text.count("prikk") == 2500
    assert "til slutt" in text


def test_a_table_says_its_heading_again_on_the_next_page():
    grid = tables.grid(("Rom", "Gulv"), [[Paragraph(f"rom {i}", tables.CELL), None] for i in range(90)], (0.5, 0.5))
    sheets = pages(a_paper(grid))
    assert len(sheets) == 3
    assert all("Rom Gulv" in sheet for sheet in sheets)


def test_a_table_of_few_rows_is_never_parted():
    grid = tables.grid(("Hva", "Svar"), [[Paragraph(f"rad {i}", tables.CELL), None] for i in range(4)], (0.5, 0.5))
    for before in range(20, 50):
        sheets = pages(a_paper(*[Paragraph("x")] * before, grid))
        (sheet,) = [sheet for sheet in sheets if "rad 0" in sheet]
        assert "rad 3" in sheet


def test_what_is_kept_whole_is_on_one_page():
    kept = blocks.Stack([Paragraph("Underskrifter", HEADING), *[Paragraph(f"linje {i}") for i in range(12)]])
    for before in range(20, 50):
        sheets = pages(a_paper(*[Paragraph("x")] * before, kept))
        (sheet,) = [sheet for sheet in sheets if "Underskrifter" in sheet]
        assert "linje 11" in sheet


def test_a_new_page_begins_where_it_is_asked_for():
    sheets = pages(a_paper(Paragraph("først"), page.NewPage(), Paragraph("så")))
    assert len(sheets) == 2
    assert "først" in sheets[0]
    assert "så" in sheets[1]


def test_a_label_too_long_for_the_head_is_cut_and_never_printed_over():
    with_long = page.Frame(**{**vars(FRAME), "label": "x" * 400, "sender": "Øvre " * 60, "unit": "y" * 90})
    content, _ = page.render(with_long, [Paragraph("innhold")])
    assert "…" in pages(content)[0]


def test_the_foot_is_set_smaller_before_it_is_cut():
    said = "The Norwegian text is the one that counts and this is said in full. " * 2
    longer = page.Frame(**{**vars(FRAME), "second_foot": said, "second_lang": "en"})
    assert " ".join(said.split()) in pages(page.render(longer, [Paragraph("innhold")])[0])[0]
    longest = page.Frame(**{**vars(longer), "second_foot": said * 3})
    assert "…" in pages(page.render(longest, [Paragraph("innhold")])[0])[0]


def test_a_block_no_page_has_room_for_is_our_own_bug():
    with pytest.raises(page.TooTall):
        page.lay_out([blocks.Lines(50)])
