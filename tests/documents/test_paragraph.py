"""What is put into a paragraph is what stands on the paper."""

import io

import pytest
from pypdf import PdfReader
from reading import a_paper, letters, spaced, unspaced, words

from bolig_desktop.documents import blocks, tables
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.paragraph import BODY, Paragraph, Style

STRANGE = [
    "<b>",
    "Ali <b>Hassan",
    "</b>",
    "<Hassan>",
    "<!-- -->",
    "<![CDATA[x]]>",
    "<img src='/etc/hostname'>",
    "<img src='http://example.invalid/x.png'>",
    "<font color=\"[[[getattr(pow,Word('__globals__'))['os']]]]\">x</font>",
    "&amp; & &lt;",
    "{x} {0} %s %(a)s",
    "**fet** __x__",
    "\\n \\(x\\) (y)",
    "=1+1 @x -x +x",
    'O\'Brien "Sitat" «norsk»',
    "Åse Øst Ærlig Łukasz Şahin Олена Ђорђе Nguyễn Thị Čáhppes",
    "😀 👩\u200d👩\u200d👧 ❤\ufe0f 🇳🇴",
    "ሰላም ተስፋይ",
    "fi ffi fl offisiell",
    "A\u030ase e\u0301",
    "1 000\u00a0kr",
]


@pytest.mark.parametrize("text", STRANGE)
def test_text_comes_out_as_it_went_in(text):
    paragraph = Paragraph((Run("Navn: "), Run(text, "bold", True, "name"), Run(" slutt")))
    assert unspaced(f"Navn: {text} slutt") in letters(a_paper(paragraph))


@pytest.mark.parametrize("name", ["محمد عبد الله", "مُحَمَّد", "می\u200cخواهم", "علي حسن", "Ali محمد Hassan"])
def test_arabic_names_can_be_searched(name):
    assert name in words(a_paper(Paragraph((Run("Leier: "), Run(name, "regular", True), Run(", født i dag")))))


def test_only_embedded_subset_fonts_are_used():
    pdf = a_paper(Paragraph("Norsk العربية ሰላም 😀"), Paragraph((Run("fet", "bold"), Run("skrå", "italic"))))
    found = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    fonts = [font.get_object() for font in found.values()]
    assert len(fonts) == 6
    for font in fonts:
        assert "+Noto" in font["/BaseFont"]
        assert font["/FontDescriptor"]["/FontFile2"].get_object().get_data()


def test_each_embedded_font_holds_only_what_is_used():
    assert len(a_paper(Paragraph("kort"))) < 30_000


def test_a_paragraph_is_parted_with_two_lines_on_either_side():
    paragraph = Paragraph("ord " * 200, BODY)
    count = len(paragraph.lines(300))
    for room in range(0, 15 * count, 7):
        parts = paragraph.split(300, room)
        if parts is not None:
            first, rest = (len(part.lines(300)) for part in parts)
            assert first >= 2
            assert rest >= 2
            assert first + rest == count
            assert parts[0].height(300) <= room + 0.01


def test_right_to_left_stands_at_the_right():
    paragraph = Paragraph("سلام", rtl=True)

    class Canvas:
        _doc = type("Document", (), {"fontMapping": {}, "delayedFonts": [], "__hash__": object.__hash__})()

        def __init__(self):
            self.code = []

        def addLiteral(self, code):
            self.code.append(code)

    canvas = Canvas()
    paragraph.draw(canvas, 100, 500, 300)
    left = float(canvas.code[0].split("1 0 0 1 ")[1].split()[0])
    assert left == pytest.approx(400 - paragraph.lines(300)[0].width, abs=0.01)


def test_cells_of_a_row_stand_on_one_baseline():
    small, large = Paragraph("a", Style(size=8, leading=12)), Paragraph("سلام", Style(size=12, leading=18))
    row = tables.Row((small, large), (0.5, 0.5))
    assert row.height(400) >= large.height(200)
    assert row.height(400) >= small.height(200)


def test_lines_with_tall_scripts_get_room():
    latin, arabic = Paragraph("abc"), Paragraph("سلام")
    assert arabic.height(300) > latin.height(300)


def test_stacks_and_bands_hold_what_is_in_them():
    text = spaced(
        words(a_paper(blocks.Band([Paragraph("i båndet")]), blocks.Stack([Paragraph("en"), Paragraph("to")])))
    )
    for said in ("i båndet", "en", "to"):
        assert said in text
