"""Pictures: each can be read, stays on its grid, needs no font, and is named where it is written wrongly."""

import io
import re
import tomllib

import pypdfium2
import pytest
from reading import a_paper, letters
from reportlab.pdfgen.canvas import Canvas

from bolig_desktop import paths
from bolig_desktop.documents import ink, page, pictures, shapes
from bolig_desktop.documents.paragraph import Paragraph
from bolig_desktop.documents.pictures import CAPTION, SECOND, BadPicture, Picture, Pictured, PictureStrip

_LIST = """
house apartment_door family person phone emergency fire police ambulance doctor calendar coin invoice bank_card
power electric_heater heat_pump wood_stove thermometer_18 window_open fan shower damp_wall mould bin_food bin_paper
bin_plastic bin_glass_metal bin_residual bin_textile bin_hazardous washing_machine drying_rack smoke_alarm
fire_extinguisher escape_route assembly_point stopcock fuse_box broken_tap tools neighbours quiet snow_shovel
garden letterbox moving application umbrella_insurance deposit_key lease scales shield_privacy kitchen_pot broom
guest no_smoking parking paw ladder_steps key candle child clock interpreter
"""
NEEDED = _LIST.split()
OPERATORS = {"q", "Q", "cm", "m", "l", "c", "h", "S", "f", "B", "rg", "RG", "w", "J", "j"}
LONG = "Test røykvarsleren den første i hver måned, og bytt batteri når den piper. " * 2
SIZE = 64


def a_canvas_with(*drawn: str) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(SIZE, SIZE), invariant=1, pageCompression=0)
    for name in drawn:
        pictures.draw(canvas, name, 0, 0, SIZE)
    canvas.save()
    return out.getvalue()


class Written:
    """A canvas that keeps what is written on it and knows nothing else, no font either."""

    def __init__(self):
        self.code = []
        self.addLiteral = self.code.append


def pixels(pdf: bytes):
    return pypdfium2.PdfDocument(pdf)[0].render(scale=2).to_pil().convert("RGB")


def reach(name: str) -> list[tuple[float, float]]:
    """Return points all along the lines of a picture, with half the stroke on either side."""
    found = []
    for one in pictures.shapes_of(name):
        half, at = one.width / 2 if one.stroke else 0.0, (0.0, 0.0)
        for step in one.steps:
            points = _along(at, step.points) if step.operator == "c" else step.points
            found += [(x + way * half, y + way * half) for x, y in points for way in (-1, 1)]
            at = step.points[-1] if step.points else at
    return found


def _along(start, handles):
    a, b, c, d = start, *handles
    for i in range(33):
        t = i / 32
        parts = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        yield tuple(
            sum(part * point[axis] for part, point in zip(parts, (a, b, c, d), strict=True)) for axis in (0, 1)
        )


def strip(count: int, rtl: bool = False, **how) -> PictureStrip:
    second = Paragraph("مرحبا", SECOND, rtl=True) if rtl else Paragraph("morgen og kveld", SECOND)
    one = Pictured(name="window_open", caption=Paragraph("5–10 min", CAPTION), second=second, alt="Åpent vindu")
    return PictureStrip([one] * count, rtl=rtl, **how)


def test_all_that_is_needed_is_there():
    assert set(NEEDED) <= set(pictures.names())
    assert len(pictures.names()) == len(set(pictures.names()))


@pytest.mark.parametrize("name", NEEDED)
def test_a_picture_stays_on_its_grid_and_stands_in_the_middle_of_it(name):
    across, down = zip(*reach(name), strict=True)
    for low, high in ((min(across), max(across)), (min(down), max(down))):
        assert low >= 0 and high <= shapes.GRID
        assert abs((low + high) / 2 - shapes.GRID / 2) <= 3
    assert max(max(across) - min(across), max(down) - min(down)) >= 45


@pytest.mark.parametrize("name", NEEDED)
def test_a_picture_marks_the_paper_and_no_two_are_alike(name):
    shown = pixels(a_canvas_with(name))
    ink_share = sum(1 for colour in shown.get_flattened_data() if min(colour) < 200) / (shown.width * shown.height)
    assert 0.05 < ink_share < 0.6
    assert not [
        other for other in NEEDED if other != name and pictures._code(other, False) == pictures._code(name, False)
    ]


def test_only_the_colours_of_the_palette_and_red_only_where_it_says_no():
    rows = tomllib.loads((paths.resources() / "pictures" / "guide.toml").read_text("utf-8"))
    red = {
        name for name, shown in rows.items() if any("red" in (row.get("fill"), row.get("stroke")) for row in shown)
    }
    assert red == {"quiet", "no_smoking"}


def test_pictures_need_no_font_and_leave_the_state_as_it_was():
    for name in NEEDED:
        canvas = Written()
        pictures.draw(canvas, name, 5, 5, 40)
        said = " ".join(canvas.code).split()
        assert set(re.findall(r"[A-Za-z]+", " ".join(said))) <= OPERATORS
        assert said[0] == "q" and said[-1] == "Q" and said.count("q") == 1


def test_a_picture_stands_where_it_is_put_the_right_way_up():
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(200, 200), invariant=1)
    pictures.draw(canvas, "wood_stove", 100, 50, 64)
    canvas.save()
    shown = pypdfium2.PdfDocument(out.getvalue())[0].render().to_pil().convert("L").point(lambda v: 255 * (v < 200))
    left, top, right, bottom = shown.getbbox()
    assert left >= 100 and right <= 164 and top >= 86 and bottom <= 150
    pipe, stove = shown.crop((100, 90, 164, 98)).getbbox(), shown.crop((100, 110, 164, 125)).getbbox()
    assert pipe[2] - pipe[0] < stove[2] - stove[0]


def test_same_bytes_twice():
    assert a_canvas_with(*NEEDED) == a_canvas_with(*NEEDED)
    assert a_paper(strip(3), Picture("key")) == a_paper(strip(3), Picture("key"))


@pytest.mark.parametrize(
    "row",
    [
        {"path": "M1 2 L3"},
        {"path": "M1 2"},
        {"path": "L3 4 M1 2"},
        {"path": "M1 2 l3 4"},
        {"path": "M1 2 L3 4 5 6"},
        {"path": "M1 2 L3 x"},
        {"path": ""},
        {"path": 3},
        {"path": "M10 10 A2 2 0 0 1 30 30"},
        {"path": "M10 10 A9 8 0 0 1 12 12"},
        {"circle": [1, 2]},
        {"circle": "1 2 3"},
        {"rect": [1, 2, "3", 4]},
        {"line": [1, 2, 3]},
        {"line": [1, 2, 3, 4], "circle": [1, 2, 3]},
        {"line": [1, 2, 3, 4], "fill": "green"},
        {"line": [1, 2, 3, 4], "colour": "red"},
        {"line": [1, 2, 3, 4], "width": "2"},
        {},
        "M1 2 L3 4",
    ],
)
def test_what_is_written_wrongly_says_in_which_picture(row):
    with pytest.raises(BadPicture, match=r"^lamp: "):
        pictures.read("lamp", [row])


def test_a_picture_there_is_none_of_says_its_name():
    with pytest.raises(BadPicture, match="spaceship"):
        a_canvas_with("spaceship")


def test_an_arc_is_the_arc_of_its_circle_whichever_way_it_goes():
    for large, sweep, middle in ((0, 1, (30, 10)), (0, 0, (10, 30)), (1, 1, (30, 30)), (1, 0, (10, 10))):
        (one,) = pictures.read("arc", [{"path": f"M10 10 A20 20 0 {large} {sweep} 30 30"}])
        centre = {(30, 10): (10, 30), (10, 30): (30, 10), (30, 30): (30, 10), (10, 10): (10, 30)}[middle]
        assert one.steps[-1].points[-1] == (30, 30)
        at = one.steps[0].points[0]
        for step in one.steps[1:]:
            for x, y in _along(at, step.points):
                assert abs(((x - centre[0]) ** 2 + (y - centre[1]) ** 2) ** 0.5 - 20) < 0.02
            at = step.points[-1]
        assert len(one.steps) == (4 if large else 2)


def test_a_turned_line_goes_clockwise():
    (one,) = pictures.read("hand", [{"line": [32, 32, 32, 12], "turn": 90}])
    assert one.steps[1].points[0] == pytest.approx((52, 32))


def test_on_a_band_what_is_pale_is_white():
    pale, banded = pictures._code("house", False), pictures._code("house", True)
    band, paper = (" ".join(f"{part:g}" for part in colour) + " rg" for colour in (ink.BAND, ink.PAPER))
    assert pale.index(band) < pale.index(paper) and banded.index(paper) < banded.index(band)


def test_a_picture_alone_takes_its_size_and_keeps_its_words():
    one = Picture("key", 34, alt="Nøkkel", centred=False)
    assert (one.height(400), one.head(400), one.split(400, 10), one.alt) == (34, 34, None, "Nøkkel")


def test_a_strip_is_as_high_as_its_picture_or_its_words_and_is_never_parted():
    low = strip(2)
    assert low.height(page.WIDTH) == 40 + 2 * PictureStrip._PAD == low.head(page.WIDTH)
    assert low.split(page.WIDTH, 30) is None
    under = strip(3)
    assert under.height(page.WIDTH) == pytest.approx(low.height(page.WIDTH) + 4 + 2 * 13)
    words = PictureStrip([Pictured(name="smoke_alarm", caption=Paragraph(LONG, CAPTION))])
    assert words.height(150) > words.height(page.WIDTH) > low.height(page.WIDTH) - 0.01


def test_a_strip_has_one_to_four_pictures_and_says_what_they_say():
    assert strip(2).alt == "Åpent vindu; Åpent vindu"
    for count in (0, 5):
        with pytest.raises(ValueError):
            strip(count)


@pytest.mark.parametrize("count", [1, 2, 3, 4])
@pytest.mark.parametrize("rtl", [False, True])
def test_a_strip_says_both_captions_inside_its_band(count, rtl):
    out = a_paper(strip(count, rtl))
    assert letters(out).count("5–10min") == count
    with pypdfium2.PdfDocument(out) as document:
        text = document[0].get_textpage()
        for i in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(i)
            assert left >= page.LEFT - 1 and right <= page.LEFT + page.WIDTH + 1


def test_the_second_caption_stands_at_the_right_where_its_script_does():
    def right_of(text: str, **how) -> float:
        one = Pictured(name="key", caption=Paragraph("N", CAPTION), second=Paragraph(text, SECOND))
        with pypdfium2.PdfDocument(a_paper(PictureStrip([one], **how))) as document:
            sheet = document[0].get_textpage()
            place = sheet.get_text_range().index(text)
            return sheet.get_charbox(place)[0]

    assert right_of("zzz", rtl=True) > page.LEFT + page.WIDTH - 40 > right_of("zzz")
