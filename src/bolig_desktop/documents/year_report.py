"""The summary of a year on paper (D30): cover, in words, what is unsure, figures and charts, the rules."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from bolig_desktop.documents import fonts, ink, page, pictures, tables, tagging
from bolig_desktop.documents.page import Frame, NewPage
from bolig_desktop.documents.paragraph import BODY, HEADING, Block, Paragraph, Style
from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Chart, Line, Report, Section, heads
from bolig_desktop.yearly.summary import summary

_SHARES, _AGAINST = (0.48, 0.11, 0.15, 0.26), (0.42, 0.09, 0.09, 0.13, 0.27)
"""Of the width: name, value, unit and code; and with the value of another year beside the first."""
_PART = replace(tables.CELL, indent=10)
_LEAST = 17.0
"""How high a row is at least: these are read, and not written in."""
_COVER = Style(size=28, leading=36, weight=fonts.BOLD, space_before=24, whole=True, keep_with_next=True, role="H1")
_LEAD = Style(size=12, leading=17, colour=ink.MUTED, space_before=4)
_WHOSE = Style(size=13, leading=18, weight=fonts.BOLD, space_before=28)
_POINT = replace(BODY, indent=11, space_before=3)
_NO_CHART = replace(tables.CELL_HEAD, space_before=10, keep_with_next=True)
_RULES = (0.32, 0.68)
_SHORT = ("settled", "refugees", "dwellings", "let", "KOSantnyinnflytt0000", "leases_ran_out", "visits_made")
"""The figures of the page that says it in short."""


class Bars:
    """A chart of bars lying under one another: name, bar and number on each line, so that names have room."""

    keep_with_next = False
    space_before = 10.0
    _LINE, _BAR, _NAMES, _WORDS = 17.0, 9.0, 0.36, 64.0

    def __init__(self, chart: Chart) -> None:
        self.title = Paragraph(chart.title, tables.CELL_HEAD)
        self.names = [Paragraph(bar.name, tables.CELL) for bar in chart.bars]
        self.words = [Paragraph(bar.words, tables.CELL) for bar in chart.bars]
        self.values = [bar.value for bar in chart.bars]
        self.colours = [ink.HAIRLINE if bar.is_aim else ink.ACCENT for bar in chart.bars]
        said = "; ".join(f"{bar.name}: {bar.words}" for bar in chart.bars)
        self.alt = f"{chart.title}. {said}"

    def height(self, width: float) -> float:
        """Return the height of the title and all lines."""
        lines = sum(self._tall(number, width) for number in range(len(self.names)))
        return self.title.height(width) + 4 + lines

    def head(self, width: float) -> float:
        """Return its height: it is never parted."""
        return self.height(width)

    def split(self, width: float, room: float) -> None:
        """Never part it."""

    def _tall(self, number: int, width: float) -> float:
        return max(self._LINE, self.names[number].height(width * self._NAMES - 8) + 3)

    def draw(self, canvas: Any, x: float, top: float, width: float) -> None:
        """Draw each line; what is hidden or not known has its word and no bar."""
        self.title.draw(canvas, x, top, width)
        left = x + width * self._NAMES
        room, most = width * (1 - self._NAMES) - self._WORDS, max(*(value or 0 for value in self.values), 1)
        at = top - self.title.height(width) - 4
        lengths = [(value or 0) / most * room for value in self.values]
        tops = []
        for number in range(len(self.names)):
            tops.append(at)
            at -= self._tall(number, width)
        with tagging.shown(canvas, self.alt):
            for middle, length, colour in zip(tops, lengths, self.colours, strict=True):
                if length:
                    ink.block(canvas, left, middle - self._BAR - 2.5, length, self._BAR, colour)
            ink.rule(canvas, left, tops[0] + 1, left, at + 2)
        for number, high in enumerate(tops):
            self.names[number].draw(canvas, x, high, width * self._NAMES - 8)
            self.words[number].draw(canvas, left + lengths[number] + 6, high, self._WORDS)


def year_report(report: Report, *, municipality: str, unit: str) -> bytes:
    """Return the summary of a year as PDF. The same figures give the same bytes. Raises MissingGlyph."""
    language = report.language

    def word(code: str) -> str:
        return sentence(f"year.{code}", language, year=report.number, page="{page}", pages="{pages}")

    frame = Frame(
        sender=municipality,
        unit=unit,
        label=word("label"),
        foot=word("foot"),
        page_words=word("page"),
        title=word("title"),
        lang=language,
    )
    blocks: list[Block] = [*_cover(report, municipality, unit, word), NewPage()]
    lines = {line.figure.id: line for section in report.sections for line in section.lines}
    blocks += [
        Paragraph(word("summary"), HEADING),
        *(Paragraph(said, _POINT, marker="–") for said in summary(report)),
    ]
    blocks += [Paragraph(word("main_figures"), HEADING), _table(report, [lines[one] for one in _SHORT])]
    if report.has_hidden:
        blocks.append(Paragraph(word("hidden_why"), BODY))
    blocks += [Paragraph(word("unsure"), HEADING)]
    unsure = report.unsure or (word("nothing_unsure"),)
    blocks += [
        Paragraph(said, _POINT if report.unsure else BODY, marker="–" if report.unsure else "") for said in unsure
    ]
    for section in report.sections:
        blocks += _section(report, section)
    blocks += [NewPage(), Paragraph(word("form_13"), HEADING), Paragraph(word("contribution"), BODY)]
    blocks.append(_table(report, report.form_13))
    blocks += [NewPage(), Paragraph(word("definitions"), HEADING), *_rules(report.sections, word)]
    return page.render(frame, blocks)[0]


def _cover(report: Report, municipality: str, unit: str, word: Any) -> Iterator[Block]:
    """Yield the first page: what it is, whose, as of when, and what is in it."""
    yield pictures.Picture("house", 96, space_before=0, centred=False)
    yield Paragraph(word("title"), _COVER)
    yield Paragraph(word("subtitle"), _LEAD)
    yield Paragraph(municipality, _WHOSE)
    if unit:
        yield Paragraph(unit, BODY)
    yield Paragraph(sentence("year.counted_on", report.language, day=report.counting_day), BODY)
    if report.locked_on is not None:
        yield Paragraph(sentence("year.locked_on", report.language, day=report.locked_on), BODY)
    yield Paragraph(word("contents"), HEADING)
    for title in (
        word("summary"),
        word("unsure"),
        *(one.title for one in report.sections),
        word("form_13"),
        word("definitions"),
    ):
        yield Paragraph(title, _POINT, marker="–")


def _section(report: Report, section: Section) -> Iterator[Block]:
    yield Paragraph(section.title, HEADING)
    yield _table(report, section.lines)
    for chart in section.charts:
        if any(bar.value or bar.is_hidden for bar in chart.bars):
            yield Bars(chart)
        else:
            yield Paragraph(chart.title, _NO_CHART)
            yield Paragraph(sentence("year.no_bars", report.language, year=str(report.number)), tables.CELL)


def _table(report: Report, lines: Sequence[Line]) -> Block:
    figure, value, before, unit, code = heads(report)[:5]
    if not before:
        return tables.grid((figure, value, unit, code), [_row(line) for line in lines], _SHARES, least=_LEAST)
    return tables.grid((figure, value, before, unit, code), [_row(line) for line in lines], _AGAINST, least=_LEAST)


def _row(line: Line) -> list[tables.Cell]:
    """Return the cells of a figure; a part stands in under its whole."""
    named = Paragraph(line.name, _PART if line.figure.is_inner else tables.CELL)
    before = (line.before.words,) if line.before is not None else ()
    told = (line.words, *before, line.unit, line.code)
    return [named, *(Paragraph(cell, tables.CELL) if cell else None for cell in told)]


def _rules(sections: Sequence[Section], word: Any) -> Iterator[Block]:
    rows = [
        [Paragraph(name, tables.CELL), Paragraph(words, tables.CELL)] for one in sections for name, words in one.rules
    ]
    yield tables.grid([word("head_figure"), word("head_rule")], rows, _RULES, least=_LEAST)
