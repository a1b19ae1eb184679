"""A year's figures in words, for page, paper, workbook and tables; outside the office some are hidden."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from bolig_desktop.career.records import SchemeKind
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.text.money import show_decimal
from bolig_desktop.text.sentences import sentence, sentences
from bolig_desktop.visits.records import GuidanceTopic
from bolig_desktop.yearly.figures import (
    BY_ID,
    CODED,
    FIGURES,
    FORM_13,
    LENGTHS,
    OTHER_NOW,
    SIZES,
    Counted,
    CountedYear,
    Figure,
    Group,
    Unsure,
)
from bolig_desktop.yearly.hiding import FEWEST, hidden, untold

CHARTS: Mapping[Group, tuple[tuple[str, tuple[str, ...]], ...]] = {
    Group.SETTLEMENT: (
        (
            "settled_quarters",
            tuple(f"{what}_q{quarter}" for quarter in range(1, 5) for what in ("quota", "settled")),
        ),
        (
            "settled_kinds",
            tuple(one.id for one in FIGURES if one.part_of == "settled_households"),
        ),
    ),
    Group.STOCK: (
        ("tenures", ("dwellings_owned", "dwellings_hired_in", "dwellings_assigned")),
        ("kinds", tuple(f"kind_{kind}" for kind in DwellingKind)),
        ("idle", tuple(f"idle_q{quarter}" for quarter in range(1, 5))),
    ),
    Group.FLOW: (("need", tuple(f"{what}_{size}" for size in SIZES for what in ("need", "free"))),),
    Group.FOLLOW_UP: (
        ("visits", tuple(f"{what}_q{quarter}" for quarter in range(1, 5) for what in ("planned", "made"))),
        ("weak", tuple(f"weak_{topic}" for topic in GuidanceTopic)),
    ),
    Group.LEASES: (
        ("lengths", tuple(f"begun_{length}" for length in LENGTHS)),
        ("ran_out", tuple(one.id for one in FIGURES if one.part_of == "leases_ran_out")),
        ("stays", tuple(one.id for one in FIGURES if one.part_of == "moved_out")),
    ),
    Group.WAY_ON: (
        ("moved_on", tuple(one.id for one in FIGURES if one.part_of == "plans_closed")),
        ("schemes", tuple(f"granted_{kind}_{home}" for kind in SchemeKind for home in ("first", "later"))),
    ),
}
"""The charts of each group: a sentence's code (``chart.…``) and the figures that are its bars."""


class Line(NamedTuple):
    """A figure as it is shown. value: None where it is not known or hidden; words: what stands in its place.

    before: the same of the year it is held against, None where there is none.
    """

    figure: Figure
    name: str
    value: float | int | None
    words: str
    unit: str
    unsure: tuple[str, ...]
    is_hidden: bool = False
    before: Line | None = None

    @property
    def is_aim(self) -> bool:
        """Whether it is what was decided or planned, and not done: another colour beside the others."""
        return self.figure.is_aim

    @property
    def code(self) -> str:
        """Statistics Norway's code, "" where it has none."""
        return self.figure.id if self.figure.id.startswith(CODED) else ""


class Chart(NamedTuple):
    """Bars beside one another: the lines they show."""

    title: str
    bars: tuple[Line, ...]


class Section(NamedTuple):
    """A group of figures, with its charts and the rules its figures are counted by."""

    group: Group
    title: str
    lines: tuple[Line, ...]
    charts: tuple[Chart, ...]
    rules: tuple[tuple[str, str], ...]


class Report(NamedTuple):
    """A whole year. has_hidden: whether anything was hidden because too few stand behind it.

    against: the year its figures are held against, None where it stands alone. counting_day: the day its stock is of.
    """

    number: int
    counting_day: date
    locked_on: date | None
    language: str
    sections: tuple[Section, ...]
    has_hidden: bool
    against: int | None = None

    @property
    def form_13(self) -> tuple[Line, ...]:
        """The lines of our contribution to KOSTRA form 13."""
        lines = {line.figure.id: line for section in self.sections for line in section.lines}
        return tuple(lines[figure.id] for figure in FORM_13)

    @property
    def unsure(self) -> tuple[str, ...]:
        """Everything that makes a figure unsure, each said once."""
        said = (words for section in self.sections for line in section.lines for words in line.unsure)
        return tuple(dict.fromkeys(said))


def report(year: CountedYear, language: str, *, outside: bool, against: CountedYear | None = None) -> Report:
    """Return a year's figures in words.

    outside: it leaves the office, so that what few stand behind is hidden. against: another year to hold it against.
    """
    lines = _lines(year, language, outside)
    if against is not None:
        others = _lines(against, language, outside)
        lines = {name: line._replace(before=others[name]) for name, line in lines.items()}
    sections = tuple(_section(group, lines, language) for group in Group)
    every = [each for line in lines.values() for each in (line, line.before) if each is not None]
    has_hidden = any(each.is_hidden for each in every)
    return Report(
        year.number,
        year.counting_day,
        year.locked_on,
        language,
        sections,
        has_hidden,
        against.number if against is not None else None,
    )


def _lines(year: CountedYear, language: str, outside: bool) -> dict[str, Line]:
    if not outside:
        return {one.id: _line(one, year.found[one.id], language, said) for one in FIGURES}
    secret = hidden(year.found)
    codes = untold(year.found, secret)

    def told(one: Unsure, language: str) -> str:
        return said_outside(one, language, codes)

    return {one.id: _line(one, year.found[one.id], language, told, is_hidden=one.id in secret) for one in FIGURES}


def heads(report: Report) -> tuple[str, ...]:
    """Return the heads of a table of figures: name, value, value of the other year ("" for none), and the rest."""
    figure, unit, code, told, unsure = (
        sentence(f"year.head_{one}", report.language) for one in ("figure", "unit", "code", "rule", "unsure")
    )
    against = str(report.against) if report.against is not None else ""
    return figure, str(report.number), against, unit, code, told, unsure


def name(figure_id: str, language: str) -> str:
    """Return what a figure is called."""
    return sentence(f"figure.{figure_id}.name", language)


def rule(figure: Figure, language: str) -> str:
    """Return the rule a figure is counted by: its own, or that of what it stands under or is a share of."""
    while f"figure.{figure.id}.rule" not in sentences("nb"):
        figure = BY_ID[figure.part_of or figure.under or (figure.of or ("",))[0]]
    return sentence(f"figure.{figure.id}.rule", language)


def said(one: Unsure, language: str) -> str:
    """Return in words what makes a figure unsure."""
    return sentence(one.code, language, **one.facts)


def said_outside(one: Unsure, language: str, codes: Collection[str]) -> str:
    """Return the same for what leaves the office: it tells neither of few, nor what a sum leaves for a hidden figure.

    codes: of what is told without its number (``hiding.untold``).
    """
    if one.code == OTHER_NOW:  # what a locked figure would be today, beside what it is, tells of those between
        return sentence("unsure.another_now", language, **one.facts)
    number = one.facts.get("number", 0)
    if 0 < number < FEWEST:
        return sentence(one.code, language, **{**one.facts, "number": sentence("year.few", language)})
    if number and one.code in codes:
        return sentence(one.code, language, **{**one.facts, "number": sentence("year.not_few", language)})
    return said(one, language)


def _line(
    figure: Figure,
    found: Counted,
    language: str,
    told: Callable[[Unsure, str], str],
    *,
    is_hidden: bool = False,
) -> Line:
    value = None if is_hidden else found.value
    if value is None:
        words = sentence("year.hidden" if is_hidden else "year.unknown", language)
    else:
        words = show_decimal(value)
    unit = sentence(f"figure_unit.{figure.unit}", language)
    unsure = tuple(told(one, language) for one in found.unsure)
    return Line(figure, name(figure.id, language), value, words, unit, unsure, is_hidden)


def _section(group: Group, lines: Mapping[str, Line], language: str) -> Section:
    ours = tuple(line for line in lines.values() if line.figure.group is group)
    charts = tuple(
        Chart(sentence(f"chart.{code}", language), tuple(lines[one] for one in ids))
        for code, ids in CHARTS.get(group, ())
    )
    return Section(group, sentence(f"figure_group.{group}", language), ours, charts, tuple(_rules(ours, language)))


def _rules(lines: tuple[Line, ...], language: str) -> Iterator[tuple[str, str]]:
    """Yield each rule of a section once, under the name of the first figure counted by it."""
    told: set[str] = set()
    for line in lines:
        words = rule(line.figure, language)
        if words not in told:
            told.add(words)
            yield line.name, words
