"""The pages of two languages: columns on one baseline that part in step, marks, and lines set as Qt sets them."""

import itertools

import pytest
from reading import FRAME
from test_corpus import families, marked, ours, qts  # noqa: F401 - families is a fixture

from bolig_desktop.casefile.wording import Wording
from bolig_desktop.documents import page
from bolig_desktop.documents.guide import layout, pages
from bolig_desktop.documents.guide.lines import HEADING, ITEM, TEXT, lines
from bolig_desktop.documents.guide.topic import GUTTER, PICTURE, Topic
from bolig_desktop.documents.guide.writer import BODY, HEAD, Writer
from bolig_desktop.documents.page import WIDTH
from bolig_desktop.documents.paragraph import Paragraph
from bolig_desktop.documents.texts import BadTemplate
from bolig_desktop.text.languages import language as language_of
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import OwnText

LATIN = "En setning som er så lang at den må gå over flere linjer i en smal spalte på arket. "
ARABIC = "جملة طويلة يجب أن تمتد على عدة أسطر في عمود ضيق من الورقة. "


def a_topic(left: int, right: int, **more) -> Topic:
    pair = Paragraph(LATIN * left, BODY), Paragraph(ARABIC * right, BODY, rtl=True) if right else None
    return Topic([pair], **more)


class Canvas:
    """Writes down where text begins: what is drawn, not how it looks."""

    def __init__(self):
        self.code = []
        self._doc = None

    def addLiteral(self, code):
        self.code.append(code)


def baselines(monkeypatch, topic: Topic) -> list[tuple[float, float]]:
    found: list[tuple[float, float]] = []
    monkeypatch.setattr(
        "bolig_desktop.documents.ink.draw_units",
        lambda canvas, x, baseline, units, size, colour: found.append((x, baseline)),
    )
    topic.draw(Canvas(), 0, 0, WIDTH)
    return found


def test_both_columns_begin_on_one_baseline(monkeypatch):
    head = Paragraph("Luft", HEAD), Paragraph("هواء", HEAD, rtl=True)
    body = Paragraph(LATIN, BODY), Paragraph(ARABIC, BODY, rtl=True)
    found = baselines(monkeypatch, Topic([head, body]))
    middle = WIDTH / 2
    left = [y for x, y in found if x < middle]
    right = [y for x, y in found if x >= middle]
    assert left[0] == pytest.approx(right[0]), "the headings"
    assert left[1] == pytest.approx(right[1]), "the first lines under them"


def test_the_norwegian_is_read_whole_before_the_other(monkeypatch):
    pairs = [(Paragraph(LATIN, BODY), Paragraph(ARABIC, BODY, rtl=True)) for _ in range(3)]
    sides = [x < WIDTH / 2 for x, _ in baselines(monkeypatch, Topic(pairs))]
    assert [side for side, _ in itertools.groupby(sides)] == [True, False]


@pytest.mark.parametrize(("left", "right"), [(9, 9), (20, 6), (6, 30), (40, 0)])
def test_a_long_text_parts_in_both_columns_at_once(left, right):
    topic = a_topic(left, right)
    whole = topic.height(WIDTH)
    if whole < 340:
        assert topic.split(WIDTH, 200) is None
        return
    first, rest = topic.split(WIDTH, 250)
    assert first.height(WIDTH) <= 250
    assert rest.height(WIDTH) < whole
    for part in (first, rest):
        (pair,) = part.pairs
        assert all(p is not None for p, q in zip(pair, topic.pairs[0], strict=True) if q is not None)
    shares = [
        len(half.lines(column)) / len(all_of.lines(column))
        for half, all_of, (_, column) in zip(first.pairs[0], topic.pairs[0], topic.columns(WIDTH), strict=True)
        if all_of is not None
    ]
    assert max(shares) - min(shares) < 0.25, "the same share of each column stands above"


def test_what_is_short_is_never_parted_and_nothing_is_lost_over_pages():
    topics = [a_topic(3, 3) for _ in range(30)]
    placed = [block for one in page.lay_out(topics) for block, _ in one]
    assert placed == topics
    long = a_topic(60, 60)
    parts = [block for one in page.lay_out([long]) for block, _ in one]
    assert len(parts) > 1
    for side in (0, 1):
        column = long.columns(WIDTH)[side][1]
        told = [line for part in parts for pair in part.pairs if pair[side] for line in pair[side].lines(column)]
        assert told == list(long.pairs[0][side].lines(column))


def test_a_heading_is_not_left_alone_at_the_foot():
    pairs = [(Paragraph("Overskrift", HEAD), Paragraph("Heading", HEAD)), a_topic(40, 40).pairs[0]]
    topic = Topic(pairs)
    assert topic.split(WIDTH, 40) is None
    first, rest = topic.split(WIDTH, 300)
    assert len(first.pairs) == 2 and len(rest.pairs) == 1


def test_a_picture_needs_its_room_and_stands_in_neither_column():
    plain, pictured = a_topic(1, 1), a_topic(1, 1, picture="house", mark="draft")
    assert pictured.height(WIDTH) >= PICTURE > plain.height(WIDTH) - 20
    (left, room), (right, _) = pictured.columns(WIDTH)
    assert left + room + GUTTER == pytest.approx(right)
    alone = a_topic(1, 0, alone=True, picture="house")
    assert alone.columns(WIDTH)[0][0] == GUTTER


def test_pages_of_two_languages_are_the_same_every_time():
    blocks = [a_topic(30, 40, picture="fire", mark="outdated", blank=2), a_topic(2, 2, tick=True)]
    assert page.render(FRAME, blocks) == page.render(FRAME, blocks)


def test_a_text_is_a_heading_paragraphs_and_points():
    kinds = [line.kind for line in lines("Overskrift\nTekst.\n- ett\n- to")]
    assert kinds == [HEADING, TEXT, ITEM, ITEM]
    assert [line.kind for line in lines("Bare tekst.")] == [TEXT]
    assert [line.kind for line in lines("- ett\n- to")] == [ITEM, ITEM]
    assert [line.kind for line in lines("Første linje\nAndre", True)] == [TEXT, TEXT]
    assert lines("{navn} og **", True)[0].words.pattern == "{navn} og **"
    for wrong in ("{Navn}", "**åpen", "en } alene"):
        with pytest.raises(BadTemplate):
            lines(wrong)


@pytest.mark.parametrize(
    "raw",
    [
        {"units": ["a"], "special": "b"},
        {"picture": "house"},
        {"units": ["a"], "colour": "red"},
    ],
)
def test_a_plan_written_wrongly_is_not_read(raw):
    with pytest.raises(BadTemplate):
        layout._topic(raw)


def a_writer(language: str | None, **facts) -> Writer:
    nb = Wording(None, "nb")
    return Writer(nb, Wording(None, language) if language else None, nb, lambda wording: facts)


def test_what_was_said_has_a_print_by_content():
    write = a_writer("en", phone="1")
    write.topic("contacts_us")
    first = write.take_print()
    write.topic("contacts_us")
    assert write.take_print() == first
    write.topic("contacts_us", "binder_interpreter")
    assert write.take_print() != first
    other = a_writer("en", phone="2")
    other.topic("contacts_us")
    assert other.take_print() != first, "a fact is part of what is said"
    write.each(lambda wording: "1. desember", counts=False)
    assert write.take_print() == a_writer("en").take_print(), "a day that comes and goes is not"


def test_the_worst_of_its_texts_is_what_a_topic_is_marked_with():
    topic = a_writer("en").topic("airing_daily")
    assert topic.mark == "draft"
    assert a_writer(None).topic("airing_daily").mark == ""
    assert a_writer(None).alone and not a_writer("en").alone
    assert a_writer("ar").rtl and not a_writer("ti").rtl


def test_a_section_begins_only_where_there_is_room_for_a_good_part_of_it():
    section = pages.together(a_topic(1, 1, keep_with_next=True), [a_topic(3, 3) for _ in range(8)])
    assert section.height(WIDTH) > 300
    assert 150 < section.head(WIDTH) < section.height(WIDTH)
    small = pages.together(a_topic(1, 1, keep_with_next=True), [a_topic(1, 1)])
    assert small.head(WIDTH) == pytest.approx(small.height(WIDTH))


@pytest.mark.parametrize("code", ["ar", "prs", "ps", "ti", "uk", "ru", "kmr", "so"])
def test_every_text_we_ship_is_set_as_qt_sets_it(code, families):  # noqa: F811
    """Glyph by glyph and from left to right, the corpus apart: some 500 lines of real text in each language."""
    rtl = bool(language_of(code).rtl)
    seen = 0
    for unit, text in shipped.texts(code).items():
        for line in text.replace("{", "").replace("}", "").replace("_", "").splitlines():
            mine, theirs = ours(line, rtl), qts(marked(line) if rtl else line, rtl, families)
            assert len(mine) == len(theirs), (unit, line)
            for own, other in zip(mine, theirs, strict=True):
                if own.script == other.script:
                    assert own.number == other.number, (unit, own)
            seen += 1
    assert seen > 450


def test_one_outdated_text_marks_a_topic_of_drafts_as_outdated(case):
    own = OwnText(language="nb", unit="airing_vents", text="Ventiler\nLa dem stå åpne.", written_on=case.clock())
    case.save(own)
    assert pages.writer(case, "en", lambda wording: {}).topic("airing_daily", "airing_vents").mark == "outdated"
