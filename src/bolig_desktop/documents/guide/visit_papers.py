"""The sheet for a home visit, printed before it, and the record of it that the household gets (D10b)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bolig_desktop.casefile import metering, visiting
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import TEXTS, without_names
from bolig_desktop.documents import tables
from bolig_desktop.documents.blocks import Lines
from bolig_desktop.documents.facts import place
from bolig_desktop.documents.guide import pages
from bolig_desktop.documents.guide.house_rules import both, cell
from bolig_desktop.documents.guide.pages import Around
from bolig_desktop.documents.guide.topic import Topic
from bolig_desktop.documents.guide.writer import BODY, HEAD, Writer, lead
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.page import Frame
from bolig_desktop.documents.paragraph import Block, Paragraph
from bolig_desktop.dwellings.records import Meter
from bolig_desktop.text.dates import long_date, show_date
from bolig_desktop.text.languages import norwegian_name
from bolig_desktop.text.money import show_decimal
from bolig_desktop.visits import rules
from bolig_desktop.visits.records import GuidanceTopic, Guided, Reading, TopicStanding, Visit

SHEET_VERSION, RECORD_VERSION = "visit_sheet/1", "visit_record/1"
SHEET_RULES, RECORD_RULES = ("SP-5",), ("PV-2", "SP-2", "SP-5")
TOPIC_UNITS = {
    GuidanceTopic.HEATING: "heating_title",
    GuidanceTopic.POWER: "power_title",
    GuidanceTopic.AIRING: "airing_title",
    GuidanceTopic.MOISTURE: "visit_moisture",
    GuidanceTopic.WASTE: "waste_title",
    GuidanceTopic.WASHING: "washing_title",
    GuidanceTopic.FIRE: "fire_title",
    GuidanceTopic.NEIGHBOURS: "neighbours_title",
    GuidanceTopic.OUTDOORS: "outdoors_title",
}
MARK_UNITS = {
    Guided.TOLD: "visit_sheet_told",
    Guided.SHOWN: "visit_sheet_shown",
    Guided.REPEATED: "visit_sheet_again",
    Guided.PROBLEM: "visit_sheet_problem",
}
_FACTS, _GRID, _MADE = (0.32, 0.68), (0.36, 0.155, 0.155, 0.155, 0.175), (0.4, 0.6)
_LINE = 21.0
_UNITS = {"power": "kWh", "water": "m³", "heat": "kWh"}
_METERS = {"power": "power_title", "water": "visit_water", "heat": "heating_title"}


@dataclass(frozen=True, kw_only=True)
class SheetFacts:
    """What the sheet is made from. who, where: "" for a shielded household, whose sheet says neither (law.md AG-3).

    coming: the visit that is agreed, None where none is. last: the newest that was made.
    """

    number: int
    who: str
    where: str
    coming: Visit | None
    last: Visit | None
    weak: tuple[TopicStanding, ...]
    meters: tuple[tuple[Meter, Reading | None], ...]


def gather(case: CaseFile, household_id: int) -> SheetFacts:
    """Return what the sheet is made from. Raises NoSuchRow."""
    visits = [_told(case, visit) for visit in case.visits.of_household(household_id)]
    made = [visit for visit in visits if visit.visited_on is not None]
    coming = visiting.next_visits(case, household_id).get(household_id)
    home = visiting.homes(case, household_id).get(household_id)
    shielded = case.households.is_shielded(household_id)
    meters = metering.meters_of(case, home.dwelling_id) if home else []
    standings = rules.standings(visits)
    return SheetFacts(
        number=household_id,
        who="" if shielded else case.households.label(household_id),
        where="" if shielded or home is None else place(case, home.dwelling_id).address,
        coming=next((v for v in visits if coming is not None and v.id == coming.visit_id), None),
        last=max(made, key=lambda v: (v.visited_on or date.min, v.id or 0), default=None),
        weak=tuple(one for one in standings if one.is_weak) or tuple(standings),
        # Where a meter hangs may tell of the home.
        meters=()
        if shielded
        else tuple((without_names(case, "meters", one), metering.newest(case, one)) for one in meters),
    )


def sheet(case: CaseFile, household_id: int, language: str) -> tuple[Frame, list[Block]]:
    """Return the sheet for the next visit: this household, this home, and only what is weak. Raises NoSuchRow."""
    facts = gather(case, household_id)
    write = _writer(case, language)
    made: list[Block] = [write.title("visit_sheet_title"), _facts(write, _known(case, facts, write))]
    made += [_heading(write, "visit_sheet_last")]
    said = facts.last.agreed if facts.last is not None else ""
    made += [Paragraph((Run(said, fact=True),), BODY)] if said else [Lines(1, high=_LINE)]
    made.append(_grid(write, facts.weak))
    if facts.meters:
        rows = [[Paragraph(both(*_meter(write, *one)), tables.CELL), None] for one in facts.meters]
        made += [_heading(write, "visit_sheet_meter"), tables.grid(("", ""), rows, _FACTS, heading=False)]
    for unit, count in (("visit_sheet_home", 4), ("visit_sheet_agreed", 3), ("visit_sheet_next", 1)):
        made += [_heading(write, unit), Lines(count, high=_LINE, space_before=0)]
    return _framed(case, write, "visit_sheet_title"), pages.snug(made)


def record(case: CaseFile, visit: Visit, language: str) -> tuple[Frame, list[Block]]:
    """Return what the household gets after a visit: what was gone through, seen in the home and agreed.

    Nothing of what was noted about people stands in it (law.md D10b).
    """
    write, visit = _writer(case, language), _told(case, visit)
    shielded = case.households.is_shielded(visit.household_id)
    where = "" if shielded or visit.dwelling_id is None else place(case, visit.dwelling_id).address
    day = visit.visited_on
    who = "" if shielded else case.households.label(visit.household_id)
    known = [
        ("", " · ".join(part for part in (who, where) if part)),
        ("visit_record_day", long_date(day, write.norwegian.language) if day else ""),
        ("visit_who", visit.visitors),
        ("visit_interpreter", norwegian_name(visit.interpreter_language) if visit.interpreter_language else ""),
    ]
    made: list[Block] = [write.title("visit_record_title"), _facts(write, [row for row in known if row[1]])]
    went = visit.went_through
    if went:
        heads = [
            both(write.text(unit), write.other_text(unit)) for unit in ("visit_sheet_topic", "visit_record_done")
        ]
        rows = [[_topic(write, topic), _marks(write, marks)] for topic, marks in went.items()]
        made.append(tables.grid(heads, rows, _MADE))
    for unit, said in (("visit_sheet_home", visit.about_home), ("visit_sheet_agreed", visit.agreed)):
        if said.strip() or shielded:
            said_or_lines = Paragraph((Run(said, fact=True),), BODY) if said.strip() else Lines(3, high=_LINE)
            made += [_heading(write, unit), said_or_lines]
    coming = visiting.next_visits(case, visit.household_id).get(visit.household_id)
    if coming is not None and coming.day >= case.clock():
        made += [_heading(write, "visit_sheet_next"), _day(write, coming.day)]
    made.append(write.topic("visit_privacy", picture="shield_privacy", closed=False))
    return _framed(case, write, "visit_record_title"), pages.snug(made)


def _told(case: CaseFile, visit: Visit) -> Visit:
    """Return a visit without what may not be told: what names somebody shielded, and all typed of a shielded one."""
    if case.households.is_shielded(visit.household_id):
        typed: dict[str, Any] = dict.fromkeys(TEXTS[Visit], "")
        return replace(visit, **typed)
    return without_names(case, "visits", visit)


def _writer(case: CaseFile, language: str) -> Writer:
    facts = {"phone": case.settings.municipality().phone}
    return pages.writer(case, language, lambda wording: facts)


def _framed(case: CaseFile, write: Writer, unit: str) -> Frame:
    title = write.text(unit)
    around = Around(municipality=case.settings.municipality(), label=title, title=title, printed_on=case.clock())
    return pages.frame(around, write)


def _known(case: CaseFile, facts: SheetFacts, write: Writer) -> list[tuple[str, str]]:
    coming = facts.coming
    times = "–".join(part for part in (coming.time_from, coming.time_to) if part) if coming else ""
    day = coming.planned_on if coming else None
    return [
        ("", " · ".join(part for part in (facts.who or f"nr. {facts.number}", facts.where) if part)),
        ("visit_when_day", " ".join(part for part in (show_date(day) if day else "", times) if part)),
        ("visit_who", coming.visitors if coming else ""),
        ("visit_interpreter", ""),
    ]


def _facts(write: Writer, rows: Sequence[tuple[str, str]]) -> Block:
    made: list[Sequence[tables.Cell]] = []
    for unit, said in rows:
        label = _beside(write, unit) if unit else None
        made.append([label, Paragraph((Run(said, fact=True),), tables.CELL) if said else None])
    return tables.grid(("", ""), made, _FACTS, heading=False, space_before=0)


def _heading(write: Writer, unit: str) -> Block:
    pairs = write.pairs(unit, lead(HEAD))
    return Topic(pairs, wide=write.alone, alone=write.alone, keep_with_next=True, closed=False)


def _grid(write: Writer, weak: Sequence[TopicStanding]) -> Block:
    heads = [both(write.text(unit), write.other_text(unit)) for unit in ("visit_sheet_topic", *MARK_UNITS.values())]
    rows: list[Sequence[tables.Cell]] = [[_topic(write, one.topic), None, None, None, None] for one in weak]
    return tables.grid(heads, rows, _GRID)


def _topic(write: Writer, topic: GuidanceTopic | str) -> Paragraph:
    if not isinstance(topic, GuidanceTopic):
        return Paragraph((Run(topic, fact=True),), tables.CELL)
    return _beside(write, TOPIC_UNITS[topic])


def _beside(write: Writer, unit: str) -> Paragraph:
    """Return a text in both languages after one another: a sheet to write on has little room."""
    told = [text for text in dict.fromkeys((write.text(unit), write.other_text(unit))) if text]
    runs = [Run(text, fact=True) for text in told]
    return Paragraph(tuple(part for run in runs for part in (Run(" / "), run))[1:], tables.CELL)


def _marks(write: Writer, marks: frozenset[Guided]) -> Paragraph:
    units = [MARK_UNITS[mark] for mark in Guided if mark in marks]
    return cell(", ".join(map(write.text, units)), ", ".join(filter(None, map(write.other_text, units))))


def _meter(write: Writer, meter: Meter, last: Reading | None) -> tuple[str, ...]:
    unit = _METERS[str(meter.kind)]
    said = (
        ""
        if last is None
        else f"{show_decimal(last.value)}\u00a0{_UNITS[str(meter.kind)]} ({show_date(last.read_on)})"
    )
    about = " · ".join(part for part in (" ".join((meter.number, meter.location)).strip(), said) if part)
    return write.text(unit), write.other_text(unit), about


def _day(write: Writer, day: date) -> Block:
    said = write.each(lambda wording: long_date(day, wording.language))
    return Topic([said], wide=write.alone, alone=write.alone, closed=False)
