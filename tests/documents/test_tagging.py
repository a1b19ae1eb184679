"""What is read aloud and copied is what the paper says, in its order; links and bookmarks lead where they say."""

import gc
import io
import re
import weakref

import pytest
from pdfa import Paper, check
from pypdf import PdfReader
from reading import FRAME, a_lease, a_paper, pages

from bolig_desktop.documents import blocks, ink, page, tables, tagging
from bolig_desktop.documents.guide.contents import ContentsRow, Entry
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import BODY, HEADING, TITLE, Block, Paragraph, Style

ARABIC = "هذا النص باللغة العربية عن شقة في Storgata 14 B برقم 75 55 50 00. "


def roles(pdf: bytes) -> list[str]:
    return [str(element["/S"])[1:] for element, _ in Paper(pdf).elements]


def spoken(pdf: bytes) -> list[tuple[str, str, str]]:
    """Each paragraph that says something in another order, or another language: role, language and text."""
    return [(str(e["/S"])[1:], str(e.get("/Lang", "")), str(e.get("/ActualText", "")))
            for e, _ in Paper(pdf).elements[1:] if "/ActualText" in e or "/Lang" in e]  # fmt: skip


def test_headings_paragraphs_and_tables_have_their_roles():
    grid = tables.grid(("Rom", "Gulv"), [[Paragraph("bad", tables.CELL), None]], (0.5, 0.5))
    facts = tables.fact_table([("merknad", Paragraph("ingen", tables.VALUE))])
    pdf = a_paper(Paragraph("Tittel", TITLE), Paragraph("Hva", HEADING), Paragraph("Ord"), grid, facts)
    assert roles(pdf) == ["Document", "Part", "H1", "H2", "P", "Table", "TR", "TH", "TH", "TR", "TD", "TD",
                          "Table", "TR", "TH", "TD"]  # fmt: skip


def test_a_row_outside_a_table_is_no_row_of_one():
    assert roles(a_paper(tables.Row([Paragraph("a"), Paragraph("b")], (0.5, 0.5)))) == ["Document", "Part", "P", "P"]


def test_text_that_runs_left_to_right_is_not_said_twice():
    assert spoken(a_lease()) == []


def test_right_to_left_text_is_said_whole_and_in_logical_order():
    runs = (Run("رقم "), Run("75 55 50 00", "bold", True), Run(" في Storgata"))
    pdf = a_paper(Paragraph(runs, rtl=True, lang="ar", marker="٢"))
    assert spoken(pdf) == [("P", "ar", "٢ رقم 75 55 50 00 في Storgata")]


def test_a_name_in_another_script_makes_its_whole_paragraph_said():
    pdf = a_paper(Paragraph((Run("Leier: "), Run("علي", "regular", True), Run(" og Per"))), Paragraph("Per"))
    assert spoken(pdf) == [("P", "", "Leier: علي og Per")]


def test_a_language_is_said_only_where_it_is_another():
    pdf = a_paper(Paragraph("norsk", lang="nb"), Paragraph("ሰላም", lang="ti"), Paragraph("norsk"))
    assert spoken(pdf) == [("P", "ti", "")]


def test_a_part_in_another_language_says_so_once():
    other = page.Frame(**{**vars(FRAME), "lang": "en"})
    pdf = a_paper(Paragraph("norsk"), page.NewPart(other), Paragraph("English", lang="en"), Paragraph("x", lang="nb"))
    assert spoken(pdf) == [("Part", "en", ""), ("P", "nb", "")]
    assert check(pdf) == []


@pytest.mark.parametrize("block", [
    lambda p: p,
    lambda p: blocks.Stack([p], whole=False),
    lambda p: tables.fact_table([("hva", p)]),
])  # fmt: skip
def test_a_paragraph_over_three_pages_is_one(block):
    long = ARABIC * 130
    pdf = a_paper(block(Paragraph(long, rtl=True, lang="ar", marker="١")))
    assert len(PdfReader(io.BytesIO(pdf)).pages) >= 3
    assert [text for _, _, text in spoken(pdf)] == [f"١ {long}"]
    assert check(pdf) == []


def test_one_paragraph_set_twice_is_two():
    long = Paragraph(ARABIC * 100, rtl=True)
    pdf = a_paper(long, long)
    assert len(spoken(pdf)) == 2
    assert check(pdf) == []


def test_a_box_is_said_with_its_words_in_one_paragraph():
    pdf = a_paper(tables.Ticks((("ja", True), ("نعم", False))))
    assert roles(pdf) == ["Document", "Part", "P", "P", "Span"]
    assert spoken(pdf) == [("Span", "", "نعم")]
    content = PdfReader(io.BytesIO(pdf)).pages[0].get_contents().get_data()
    assert b"/Span <</ActualText <FEFF2612>>> BDC" in content
    assert b"/Span <</ActualText <FEFF2610>>> BDC" in content


def test_a_word_at_the_end_of_a_line_is_parted_from_the_next():
    """Whoever reads the tree aloud has only the glyphs: a space that is left out would make two words one."""
    narrow = tables.Row([Paragraph("en to\ntre fire-og-tjue"), None], (0.08, 0.92))
    (shown,) = Paper(a_paper(narrow)).shown
    assert said_by_glyphs(a_paper(narrow)).rstrip() == "en to tre fire-og-tjue"
    assert len([one for one in shown if one.marks == (0,)]) >= 4, "lines that end in the midst of a word too"


def said_by_glyphs(pdf: bytes) -> str:
    """Return what the marks of the tree say on the first page, glyph by glyph."""
    paper = Paper(pdf)
    texts = {}
    for name, (font, _) in paper.fonts.items():
        table = font["/ToUnicode"].get_object().get_data().decode("ascii")
        texts[name] = {int(code, 16): bytes.fromhex(text).decode("utf-16-be")
                       for code, text in re.findall(r"<([0-9A-F]{2})> <([0-9A-F]*)>\n", table)}  # fmt: skip
    return "".join(texts[one.font][code] for one in paper.shown[0] if isinstance(one.marks[0], int)
                   for code in one.codes)  # fmt: skip


class Picture(blocks.Lines):
    """A house with a roof."""

    def draw(self, canvas, x, top, width):
        with tagging.shown(canvas, "Et hus", lang="nn"):
            ink.block(canvas, x, top - 20, 20, 20, ink.ACCENT)


def test_a_picture_says_what_it_shows():
    pdf = a_paper(Picture(1))
    (figure,) = [element for element, _ in Paper(pdf).elements if element["/S"] == "/Figure"]
    assert (figure["/Alt"], figure["/Lang"]) == ("Et hus", "nn")
    assert check(pdf) == []


def test_what_is_drawn_without_a_paper_is_drawn_all_the_same():
    class Canvas:
        def __init__(self):
            self.code = []

        def addLiteral(self, code):
            self.code.append(code)

    canvas = Canvas()
    ink.rule(canvas, 0, 0, 9, 9)
    ink.box(canvas, 0, 0, 9, ticked=True)
    for drawing in (tagging.said(canvas), tagging.shown(canvas, "x"), tagging.artifact(canvas),
                    tagging.grouped(canvas, "Sect"), tagging.row(canvas), tagging.cell(canvas)):  # fmt: skip
        with drawing:
            pass
    tagging.place(canvas, 0, 0, anchor="x")
    assert tagging.page_of(canvas, "x") == 0
    assert len(canvas.code) == 2


def test_a_paper_is_let_go_of_at_once(monkeypatch):
    made = []
    begin = tagging.Tags.__init__
    monkeypatch.setattr(
        tagging.Tags,
        "__init__",
        lambda self, canvas, *more, **named: made.append(weakref.ref(canvas)) or begin(self, canvas, *more, **named),
    )
    gc.collect()
    gc.disable()
    try:
        a_paper(*contents())
        assert [canvas() for canvas in made] == [None, None], "drawn twice: a table does not tell of its anchors"
    finally:
        gc.enable()


# bookmarks, links and page numbers


def contents() -> list[Block]:
    return [
        Paragraph("Innhold", TITLE, outline="Innhold"),
        ContentsRow(Entry("keys", "Nøkler", "")),
        ContentsRow(Entry("waste", "Søppel", "")),
        ContentsRow(Entry("arabic", "Hilsen", "سلام"), lang="ar", rtl=True),
        page.NewPage(),
        Paragraph("Nøkler", HEADING, outline="Nøkler til boligen", anchor="keys"),
        Paragraph("ord " * 1300),
        blocks.Stack([tables.fact_table([("a", Paragraph("Søppel", anchor="waste"))])]),
        page.NewPart(FRAME),
        Paragraph("سلام", TITLE, rtl=True, outline="سلام", anchor="arabic"),
        Paragraph("Tilbake", link="keys"),
    ]


def test_the_contents_page_knows_the_pages():
    first, *others = pages(a_paper(*contents()))
    (waste,) = [number for number, text in enumerate(others, 2) if "Søppel" in text]
    assert waste == 3
    for said in ("Nøkler 2", f"Søppel {waste}"):
        assert said in first.replace(" .", "")
    assert "1" in first.split("Søppel")[1], "the last part has page numbers of its own"
    assert a_paper(*contents()) == a_paper(*contents())


def test_links_lead_to_the_page_of_their_anchor():
    reader = PdfReader(io.BytesIO(a_paper(*contents())))
    numbers = [sheet.indirect_reference.idnum for sheet in reader.pages]
    leads = [[numbers.index(link.get_object()["/Dest"][0].idnum) + 1 for link in sheet.get("/Annots", [])]
             for sheet in reader.pages]  # fmt: skip
    assert leads == [[2, 2, 3, 3, 4, 4, 4], [], [], [2]], "a row in two languages is two titles and a number"
    words, number = (link.get_object()["/Contents"] for link in reader.pages[0]["/Annots"][:2])
    assert (words, number) == ("Nøkler", "2")


def test_a_link_covers_its_paragraph():
    (link,) = PdfReader(io.BytesIO(a_paper(Paragraph("hit", link="a", anchor="a")))).pages[0]["/Annots"]
    assert [float(edge) for edge in link.get_object()["/Rect"]] == pytest.approx(
        [page.LEFT, page._TOP - 14.5, page.LEFT + page.WIDTH, page._TOP], abs=0.01
    )


def test_the_outline_has_two_levels():
    reader = PdfReader(io.BytesIO(a_paper(*contents())))
    first, inside, last = reader.outline
    assert (first.title, [entry.title for entry in inside], last.title) == ("Innhold", ["Nøkler til boligen"], "سلام")
    assert reader.page_mode == "/UseOutlines"


def test_an_outline_may_begin_on_its_second_level():
    reader = PdfReader(io.BytesIO(a_paper(Paragraph("a", outline="a"), Paragraph("b", TITLE, outline="b"))))
    assert [entry.title for entry in reader.outline] == ["a", "b"]
    assert "/Outlines" not in PdfReader(io.BytesIO(a_paper(Paragraph("a")))).trailer["/Root"]


@pytest.mark.parametrize("block", [Paragraph("hit", link="nowhere"), ContentsRow(Entry("nowhere", "hit", ""))])
def test_a_link_to_what_is_not_there_is_our_own_bug(block):
    with pytest.raises(tagging.UnknownAnchor):
        a_paper(block)


def test_a_parted_paragraph_has_its_anchor_once_and_its_link_on_both_pages():
    style = Style(**{**vars(BODY), "role": "H2"})
    pdf = a_paper(Paragraph("ord " * 2500, style, anchor="a", outline="a", link="a"))
    reader = PdfReader(io.BytesIO(pdf))
    assert [len(sheet["/Annots"]) for sheet in reader.pages] == [1] * len(reader.pages)
    assert len(reader.outline) == 1
