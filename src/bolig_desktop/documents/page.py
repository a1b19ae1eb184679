"""The page of every paper: letterhead, document number, page numbers, and blocks laid out without orphans."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from bolig_desktop.documents import archival, fonts, ink, tagging
from bolig_desktop.documents.lines import Run, set_lines
from bolig_desktop.documents.paragraph import Block, anchors

A4 = (595.276, 841.89)
LEFT = 62.0
WIDTH = A4[0] - 2 * LEFT
_HEAD_BASELINE = A4[1] - 54
_TOP = A4[1] - 82
_FOOT_RULE = 50.0
_BOTTOM = 62.0
_LEAST_FOOT = 6.0

Placed = tuple[Block, float]


@dataclass(frozen=True, kw_only=True)
class Frame:
    """What stands around the blocks on every page.

    sender: the municipality; unit: its office; label: what the paper is, with its number; foot: what stands at the
    left of the foot; page_words: "Side {page} av {pages}"; title: the PDF's own title (never with a person's name);
    lang: BCP 47 tag of the paper's language. second_foot: under the foot, in the language second_lang (second_rtl:
    one that runs right to left); "" where the paper has one language.
    """

    sender: str
    unit: str
    label: str
    foot: str
    page_words: str
    title: str
    lang: str
    second_foot: str = ""
    second_lang: str = ""
    second_rtl: bool = False


class NewPage:
    """What follows begins on a new page."""

    space_before = 0.0
    keep_with_next = False

    def height(self, width: float) -> float:
        """Return nothing: it takes no room."""
        return 0.0

    def head(self, width: float) -> float:
        """Return nothing: it takes no room."""
        return 0.0

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw nothing."""


class NewPart(NewPage):
    """What follows is a paper of its own in the same file: a new page, a frame and page numbers of its own."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame


class TooTall(Exception):  # noqa: N818 - our own bug: a block that no page has room for
    """A block that cannot be parted is taller than a page."""


def render(frame: Frame, blocks: Sequence[Block]) -> tuple[bytes, int]:
    """Return the PDF and how many pages it has; the same frame and blocks give the same bytes.

    Raises MissingGlyph for a character no font has, and UnknownAnchor for a link that leads nowhere.
    """
    parts = [(part, lay_out(inside)) for part, inside in _parts(frame, blocks)]
    content, tags = _drawn(frame, parts, _laid_out(parts), sure=False)
    if tags.asked:  # for a place no block tells of before it is drawn
        content, _ = _drawn(frame, parts, tags.places, sure=True)
    return content, sum(len(pages) for _, pages in parts)


def _drawn(
    frame: Frame, parts: Sequence[tuple[Frame, list[list[Placed]]]], known: dict[str, int], *, sure: bool
) -> tuple[bytes, tagging.Tags]:
    """Return the PDF and its tags. known: the page numbers of anchors; sure: whether there are no others."""
    from reportlab import rl_config
    from reportlab.pdfgen.canvas import Canvas

    rl_config.useA85 = 0  # bytes as they are: smaller and quicker than text
    out = BytesIO()
    first_font = fonts.font(fonts.LATIN, fonts.REGULAR)
    canvas = Canvas(
        out,
        pagesize=A4,
        invariant=1,
        pageCompression=1,
        initialFontName=first_font.fontName,
        lang=frame.lang,
        pdfVersion=(1, 6),
    )
    canvas.setTitle(frame.title)
    canvas.setAuthor(frame.sender)
    canvas.setSubject(frame.label)
    canvas.setCreator("Bolig")
    canvas.setProducer("Bolig")
    canvas.setViewerPreference("DisplayDocTitle", "true")
    tags = tagging.Tags(canvas, frame.lang, known, sure=sure)
    for part, pages in parts:
        with tagging.grouped(canvas, "Part", lang=part.lang):
            for number, page in enumerate(pages, 1):
                tags.begin_page(number)
                _draw_frame(canvas, part, number, len(pages))
                for block, top in page:
                    block.draw(canvas, LEFT, top, WIDTH)
                canvas.showPage()
    tags.finish()
    archival.make_archival(canvas._doc, [part.lang for part, _ in parts])
    canvas.save()
    return out.getvalue(), tags


def _laid_out(parts: Sequence[tuple[Frame, list[list[Placed]]]]) -> dict[str, int]:
    """Return the page number of each anchor that a block tells of."""
    return {
        anchor: number
        for _, pages in parts
        for number, page in enumerate(pages, 1)
        for block, _ in page
        for anchor in anchors(block)
    }


def _parts(frame: Frame, blocks: Sequence[Block]) -> list[tuple[Frame, list[Block]]]:
    """Return the papers in the file, each with its frame and its blocks."""
    parts: list[tuple[Frame, list[Block]]] = [(frame, [])]
    for block in blocks:
        if isinstance(block, NewPart):
            parts.append((block.frame, []))
        else:
            parts[-1][1].append(block)
    return parts


def lay_out(blocks: Sequence[Block]) -> list[list[Placed]]:
    """Return the pages: each block with the height its top stands at.

    A block that asks to be kept with the next moves with it; whatever can be parted is parted at the foot.
    """
    waiting = deque(blocks)
    pages: list[list[Placed]] = [[]]
    top = _TOP
    while waiting:
        block = waiting.popleft()
        if isinstance(block, NewPage):
            if pages[-1]:
                pages.append([])
                top = _TOP
            continue
        gap = block.space_before if pages[-1] else 0.0
        room = top - gap - _BOTTOM
        height = block.height(WIDTH)
        if height + _following(block, height, waiting) <= room + 0.01:
            pages[-1].append((block, top - gap))
            top -= gap + height
            continue
        parts = block.split(WIDTH, room) if not block.keep_with_next or height > room else None
        if parts is not None and (not pages[-1] or block.head(WIDTH) <= room):
            pages[-1].append((parts[0], top - gap))
            waiting.appendleft(parts[1])
        elif not pages[-1]:
            if height > room:
                raise TooTall(type(block).__name__)
            pages[-1].append((block, top - gap))
            top -= gap + height
            continue
        else:
            waiting.appendleft(block)
        pages.append([])
        top = _TOP
    return pages


def _following(block: Block, height: float, waiting: "deque[Block]") -> float:
    """Return the room that must be left under a block for what it is kept with.

    Where no page has room for all of that, the beginning of the next block is enough.
    """
    if not block.keep_with_next or not waiting:
        return 0.0
    least = waiting[0].space_before + waiting[0].head(WIDTH)
    room = 0.0
    for following in waiting:
        if not block.keep_with_next:
            break
        room += following.space_before
        room += following.height(WIDTH) if following.keep_with_next else following.head(WIDTH)
        block = following
    return room if height + room <= _TOP - _BOTTOM else least


def _draw_frame(canvas: Any, frame: Frame, number: int, pages: int) -> None:
    """Draw the letterhead line and the foot of one page."""
    right = LEFT + WIDTH
    with tagging.artifact(canvas, "Header"):
        _draw_head(canvas, frame)
    with tagging.artifact(canvas, "Footer"):
        ink.rule(canvas, LEFT, _FOOT_RULE, right, _FOOT_RULE)
        words = frame.page_words.format(page=number, pages=pages)
        width = _write(canvas, right, _FOOT_RULE - 13, words, 8, ink.MUTED, right=True, room=WIDTH * 0.3)
        _write(canvas, LEFT, _FOOT_RULE - 13, frame.foot, 8, ink.MUTED, room=WIDTH - width - 16, least=_LEAST_FOOT)
        if frame.second_foot:
            at = right if frame.second_rtl else LEFT
            rtl, foot = frame.second_rtl, frame.second_foot
            _write(canvas, at, _FOOT_RULE - 25, foot, 8, ink.MUTED, right=rtl, room=WIDTH, least=_LEAST_FOOT)


def _draw_head(canvas: Any, frame: Frame) -> None:
    y, right = _HEAD_BASELINE, LEFT + WIDTH
    ink.block(canvas, LEFT, y - 3.5, 14, 14, ink.ACCENT)
    label_width = _write(canvas, right, y, frame.label, 8.5, ink.MUTED, right=True, room=WIDTH * 0.38)
    room = WIDTH - 21 - label_width - 16
    used = _write(canvas, LEFT + 21, y, frame.sender, 10.5, ink.INK, weight=fonts.BOLD, room=room)
    if frame.unit and room - used > 60:
        _write(canvas, LEFT + 21 + used + 10, y, frame.unit, 8.5, ink.MUTED, room=room - used - 10)
    ink.rule(canvas, LEFT, y - 14, right, y - 14)


def _write(
    canvas: Any,
    x: float,
    baseline: float,
    text: str,
    size: float,
    colour: ink.Colour,
    *,
    room: float,
    weight: str = fonts.REGULAR,
    right: bool = False,
    least: float = 0.0,
) -> float:
    """Write one line and return its width in points.

    Where it is wider than ``room`` it is set smaller (to ``least``; 0: never), then cut with an ellipsis.
    """
    text = " ".join(text.split())
    line = set_lines((Run(text, weight, True),), size, size * 1.4, 100_000)[0]
    if least and line.width > room:
        size = max(least, size * room / line.width)
        line = set_lines((Run(text, weight, True),), size, size * 1.4, 100_000)[0]
    while line.width > room + 0.01 and len(text) > 1:
        text = text[: min(len(text) - 2, int(len(text) * room / line.width))].rstrip() + "…"
        line = set_lines((Run(text, weight, True),), size, size * 1.4, 100_000)[0]
    ink.draw_units(canvas, x - line.width if right else x, baseline, line.units, size, colour)
    return line.width
