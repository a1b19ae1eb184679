"""Every figure of a year: its id (Statistics Norway's code where there is one), its group and what it is counted in.

What a figure is called and the rule it is counted by stand in ``resources/sentences`` (``figure.ID.name``,
``figure.ID.rule``); how it is counted is the function of the same id in the room of its group.
"""

import enum
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from bolig_desktop.career.records import Outcome, SchemeKind
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.tenancies.records import RefusalReason
from bolig_desktop.tenancies.rules import OURS
from bolig_desktop.visits.records import GuidanceTopic


class Group(enum.StrEnum):
    """What a figure belongs to, in the order they are shown."""

    SETTLEMENT = "settlement"
    STOCK = "stock"
    FLOW = "flow"
    LEASES = "leases"
    WAY_ON = "way_on"
    FOLLOW_UP = "follow_up"


class Unit(enum.StrEnum):
    """What a figure is a number of; the last six are decided, planned or reckoned, the others counted."""

    PEOPLE = "people"
    HOUSEHOLDS = "households"
    HOMES = "homes"
    LEASES = "leases"
    APPLICATIONS = "applications"
    VISITS = "visits"
    MEETINGS = "meetings"
    DEFECTS = "defects"
    DAYS = "days"
    MONTHS = "months"
    PLACES = "places"
    PLANNED = "planned"
    PERCENT = "percent"
    PER_THOUSAND = "per_thousand"


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure. of: the figures it is reckoned from; of a share, those above and under the line.

    part_of: the figure it is a part of; side: which way that is parted, so that what a whole leaves for the parts
    nobody counts is known too (``hiding``). under: the figure it stands under and is counted as, where it is no part
    of what that counts.
    """

    id: str
    group: Group
    unit: Unit
    part_of: str = ""
    side: str = ""
    of: tuple[str, ...] = ()
    under: str = ""

    @property
    def is_inner(self) -> bool:
        """Whether it stands in under another figure."""
        return bool(self.part_of or self.under)

    @property
    def is_count(self) -> bool:
        """Whether it counts something, and is not reckoned from other figures."""
        return self.unit not in (Unit.DAYS, Unit.MONTHS, Unit.PERCENT, Unit.PER_THOUSAND) and not self.is_aim

    @property
    def is_aim(self) -> bool:
        """Whether it is what was decided or planned, and not what was done."""
        return self.unit in (Unit.PLACES, Unit.PLANNED)


class Row(NamedTuple):
    """What a figure counted: a topic and the id of its record."""

    topic: str
    id: int


class Unsure(NamedTuple):
    """Something that makes a figure unsure: the code of a sentence (``unsure.…``), its facts, and who lacks what."""

    code: str
    facts: Mapping[str, Any]
    rows: tuple[Row, ...] = ()


@dataclass(kw_only=True)
class Counted:
    """A figure of one year. value: None where it is not known; a share has one decimal.

    rows: the records it was counted or reckoned from. locked_behind: how many they were when the year was locked,
    None where it is counted today.
    """

    value: float | int | None = None
    rows: list[Row] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    locked_behind: int | None = None

    @property
    def behind(self) -> int:
        """How many records its value was counted or reckoned from."""
        return len(self.rows) if self.locked_behind is None else self.locked_behind


class CountedYear(NamedTuple):
    """A calendar year with every figure of it, by id; locked_on: when it was locked, None where it is not."""

    number: int
    found: Mapping[str, Counted]
    counting_day: date
    locked_on: date | None = None


def counted(topic: str, ids: Iterable[int], *unsure: Unsure) -> Counted:
    """Return the number of these records, with them behind it; each once, by id."""
    rows = [Row(topic, row_id) for row_id in sorted(set(ids))]
    return Counted(value=len(rows), rows=rows, unsure=list(unsure))


def share(part: Counted, whole: Counted) -> Counted:
    """Return how many per cent one is of the other, with one decimal; None of nothing."""
    found = None
    if part.value is not None and whole.value:
        found = round(100 * part.value / whole.value, 1)
    unsure = [*part.unsure, *(one for one in whole.unsure if one not in part.unsure)]
    return Counted(value=found, rows=part.rows, unsure=unsure)


def gaps(code: str, topic: str, ids: Iterable[int | None]) -> list[Unsure]:
    """Return that these records lack something a figure needs; [] where none does."""
    rows = tuple(Row(topic, row_id) for row_id in sorted({row_id or 0 for row_id in ids}))
    return [Unsure(f"unsure.{code}", {"number": len(rows)}, rows)] if rows else []


def not_kept(code: str) -> Counted:
    """Return a figure that this program keeps nothing for, and why."""
    return Counted(unsure=[Unsure(f"unsure.{code}", {})])


OTHER_NOW = "unsure.other_now"
"""What makes a figure of a locked year unsure: it would be another today."""
CODED = "KOS"
"""How Statistics Norway's codes begin."""
LENGTHS = ("1", "2", "3", "4", "5", "longer", "indefinite")
"""Terms of leases in years, as the report's table 21 has them."""
SIZES = ("1", "2", "3", "more")
"""Sizes of homes by bedrooms, and of households by how many bedrooms they need: the last is four and more."""


def size_of(bedrooms: int) -> str:
    """Return the size of a home with so many bedrooms; one without any is of the smallest."""
    return SIZES[min(max(bedrooms, 1), len(SIZES)) - 1]


def _all(group: Group, unit: Unit, *ids: str) -> tuple[Figure, ...]:
    return tuple(Figure(id=one, group=group, unit=unit) for one in ids)


def _parts(group: Group, unit: Unit, whole: str, *ids: str, side: str = "") -> tuple[Figure, ...]:
    return tuple(Figure(id=one, group=group, unit=unit, part_of=whole, side=side) for one in ids)


def _under(group: Group, unit: Unit, whole: str, *ids: str) -> tuple[Figure, ...]:
    return tuple(Figure(id=one, group=group, unit=unit, under=whole) for one in ids)


def _share(group: Group, figure_id: str, part: str, whole: str) -> tuple[Figure, ...]:
    return (Figure(id=figure_id, group=group, unit=Unit.PERCENT, of=(part, whole)),)


def _settlement() -> Iterator[Figure]:
    here, homes = Group.SETTLEMENT, Unit.HOUSEHOLDS
    yield from _all(here, Unit.PLACES, "asked", "quota")
    yield from _under(here, Unit.PLACES, "quota", *(f"quota_q{quarter}" for quarter in range(1, 5)))
    yield from _all(here, Unit.PEOPLE, "settled")
    yield from _parts(here, Unit.PEOPLE, "settled", *(f"settled_q{quarter}" for quarter in range(1, 5)))
    yield from _parts(here, Unit.PEOPLE, "settled", "settled_shared", "settled_elsewhere", side="home")
    yield from _share(here, "quota_without_shared", "settled_elsewhere", "quota")
    yield from _all(here, homes, "settled_households")
    yield from _parts(here, homes, "settled_households", *(f"settled_{kind}" for kind in HouseholdKind))
    yield from _all(here, Unit.PEOPLE, "reunited")
    yield from _all(here, Unit.DAYS, "permit_to_settlement")
    yield from _all(here, Unit.PEOPLE, "refugees")


def _stock() -> Iterator[Figure]:
    here = Group.STOCK
    yield from _all(here, Unit.HOMES, "dwellings")
    yield from _parts(here, Unit.HOMES, "dwellings", "dwellings_owned", "dwellings_hired_in", "dwellings_assigned")
    yield from _share(here, "KOSEidavsamlet0000", "dwellings_owned", "dwellings")
    yield from _share(here, "KOSboligpkommuna0000", "dwellings_assigned", "dwellings")
    yield from _parts(here, Unit.HOMES, "dwellings", *(f"kind_{kind}" for kind in DwellingKind), side="kind")
    yield from _parts(here, Unit.HOMES, "dwellings", *(f"bedrooms_{size}" for size in SIZES), side="size")
    yield from _parts(here, Unit.HOMES, "dwellings", "dwellings_accessible", side="access")
    yield from _share(here, "KOSAndeltilgjeng0000", "dwellings_accessible", "dwellings")
    yield Figure(id="KOSboligSper10000000", group=here, unit=Unit.PER_THOUSAND, of=("dwellings",))
    yield from _all(here, Unit.LEASES, "let")
    yield from _parts(here, Unit.LEASES, "let", "let_short")
    yield from _all(here, Unit.DAYS, "idle_days")
    yield from _under(here, Unit.DAYS, "idle_days", *(f"idle_q{quarter}" for quarter in range(1, 5)))
    yield Figure(id="idle_share", group=here, unit=Unit.PERCENT, of=("idle_days",))
    yield from _all(here, Unit.HOMES, "shared_places")
    yield from _all(here, Unit.HOUSEHOLDS, "shared_residents")


def _flow() -> Iterator[Figure]:
    here, homes = Group.FLOW, Unit.HOUSEHOLDS
    yield from _all(here, Unit.APPLICATIONS, "new_applications")
    yield from _all(here, Unit.APPLICATIONS, "refused_applications")
    refused = (f"refused_{reason}" for reason in RefusalReason)
    yield from _parts(here, Unit.APPLICATIONS, "refused_applications", *refused)
    yield from _share(here, "KOSandelnyavslag0000", "refused_applications", "new_applications")
    moved_in = "KOSantnyinnflytt0000"
    yield from _all(here, homes, moved_in)
    yield from _parts(here, homes, moved_in, "KOSnyinnflyttfly0000", "moved_in_accessible", "moved_in_other")
    yield from _all(here, homes, "KOSnyinnflyttpsy0001")
    yield from _share(here, "KOSandnyinnflytt0001", "KOSnyinnflyttpsy0001", moved_in)
    yield from _all(here, homes, "swaps")
    yield from _all(here, Unit.LEASES, "extensions")
    yield from _all(here, homes, "waiting")
    yield from _parts(here, homes, "waiting", "waiting_refugees", "KOSventelistetil0000", "waiting_other")
    yield from _share(here, "KOSandtilretteve0000", "KOSventelistetil0000", "waiting")
    yield from _share(here, "KOSandandrevente0000", "waiting_other", "waiting")
    yield from _all(here, homes, "KOSventelistepsy0001")
    yield from _share(here, "KOSventelistepsy0002", "KOSventelistepsy0001", "waiting")
    yield from _all(here, homes, "need")
    yield from _parts(here, homes, "need", *(f"need_{size}" for size in SIZES))
    yield from _all(here, Unit.HOMES, "free")
    yield from _parts(here, Unit.HOMES, "free", *(f"free_{size}" for size in SIZES))
    yield from _all(here, homes, "KOStotmidlbo0000")
    yield from _parts(here, homes, "KOStotmidlbo0000", "KOSmidlbobarn0000", side="children")
    yield from _parts(here, homes, "KOSmidlbobarn0000", "stays_children_long")
    yield from _share(here, "KOSandbarn3m0000", "stays_children_long", "KOSmidlbobarn0000")
    yield from _parts(here, homes, "KOStotmidlbo0000", "stays_short", side="days")
    yield from _share(here, "KOSandmidlbo14d0000", "stays_short", "KOStotmidlbo0000")
    yield from _all(here, homes, "KOStotnatt0000")


def _leases() -> Iterator[Figure]:
    here, leases = Group.LEASES, Unit.LEASES
    yield from _all(here, leases, "leases_begun")
    yield from _parts(here, leases, "leases_begun", *(f"begun_{length}" for length in LENGTHS))
    yield from _parts(here, leases, "leases_begun", *(f"begun_{kind}" for kind in OURS), side="kind")
    yield from _all(here, Unit.HOUSEHOLDS, "deposits", "guarantees")
    yield from _all(here, leases, "leases_ran_out")
    became = ("ran_out_extended", "ran_out_moved", "ran_out_indefinite", "ran_out_open")
    yield from _parts(here, leases, "leases_ran_out", *became)
    yield from _all(here, Unit.HOUSEHOLDS, "moved_out")
    yield from _parts(here, Unit.HOUSEHOLDS, "moved_out", "stay_1", "stay_5", "stay_10", "stay_more")
    yield from _all(here, Unit.MONTHS, "stay")


def _way_on() -> Iterator[Figure]:
    here, homes = Group.WAY_ON, Unit.HOUSEHOLDS
    yield from _all(here, homes, "plans_closed")
    yield from _parts(here, homes, "plans_closed", *(f"to_{outcome}" for outcome in Outcome))
    for kind in SchemeKind:
        yield from _all(here, homes, f"granted_{kind}")
        yield from _parts(here, homes, f"granted_{kind}", f"granted_{kind}_first", f"granted_{kind}_later")


def _follow_up() -> Iterator[Figure]:
    here, homes = Group.FOLLOW_UP, Unit.HOUSEHOLDS
    yield from _all(here, Unit.PLANNED, "visits_planned")
    yield from _under(here, Unit.PLANNED, "visits_planned", *(f"planned_q{quarter}" for quarter in range(1, 5)))
    yield from _all(here, Unit.VISITS, "visits_made")
    yield from _parts(here, Unit.VISITS, "visits_made", *(f"made_q{quarter}" for quarter in range(1, 5)))
    yield from _all(here, Unit.VISITS, "visits_agreed")
    yield from _parts(here, Unit.VISITS, "visits_agreed", "visits_not_made")
    yield from _all(here, homes, "households_visited")
    yield from _parts(here, homes, "households_visited", "households_with_problem")
    for topic in GuidanceTopic:
        yield from _parts(here, homes, "households_visited", f"weak_{topic}", side=topic)
    yield from _all(here, Unit.MEETINGS, "house_meetings")
    yield from _all(here, Unit.DEFECTS, "defects_reported", "defects_mended")


FIGURES: tuple[Figure, ...] = (*_settlement(), *_stock(), *_flow(), *_leases(), *_way_on(), *_follow_up())
"""Every figure there is, in the order they are shown."""

_NO_CODE = (
    *("dwellings", "dwellings_owned", "dwellings_hired_in", "dwellings_assigned", "dwellings_accessible"),
    *("let", "let_short", "new_applications", "refused_applications", "moved_in_accessible", "moved_in_other"),
    *("waiting", "waiting_refugees", "waiting_other", "stays_children_long", "stays_short"),
    *("deposits", "guarantees"),
)
"""What form 13 asks for and no code was found of (kostra.md 5.1)."""
FORM_13: tuple[Figure, ...] = tuple(one for one in FIGURES if one.id.startswith(CODED) or one.id in _NO_CODE)
"""The figures that are our contribution to KOSTRA form 13."""

BY_ID: Mapping[str, Figure] = {one.id: one for one in FIGURES}
