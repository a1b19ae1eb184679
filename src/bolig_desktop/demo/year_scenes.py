"""The scenes of a calendar year: who and what shows a rule the year is counted by (kostra.md 5.2), on both its sides.

They stand on dates of the calendar, and not so many days before today, since it is the calendar that divides them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from bolig_desktop.allocation.records import StayKind
from bolig_desktop.career.records import Outcome, Rung, SchemeKind
from bolig_desktop.demo.scenes import Scene, Spell, Unit
from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.tenancies.records import DecisionResult, MainReason, RefusalReason


class On(NamedTuple):
    """A day: how many years after last year (0 is last year, 1 the year of today), month and day."""

    years: int
    month: int
    day: int

    def seen_from(self, today: date) -> date:
        """Return the day itself."""
        return date(today.year - 1 + self.years, self.month, self.day)


class Home(NamedTuple):
    """A unit, when we got it and, where we have given it up, when."""

    unit: Unit
    acquired: On
    given_up: On | None = None


@dataclass(frozen=True, kw_only=True)
class Family:
    """A household. family_came: when the others came to the main person, who has a permit on humanitarian grounds."""

    scene: Scene
    settled: On
    family_came: On | None = None
    closed: On | None = None
    note: str = ""


class Lived(NamedTuple):
    """A lease; ends None: three years, as the law has it. moved: out, where that is over; renews: the one before."""

    family: str
    unit: str
    starts: On
    ends: On | None = None
    moved: On | None = None
    renews: bool = False


class Applied(NamedTuple):
    """An application for a municipal dwelling, its answer, and what it says is the main reason."""

    family: str
    opened: On
    answered: On
    about: str
    reason: MainReason | None = None


class Decided(NamedTuple):
    """A decision about a dwelling, and of a no why."""

    family: str
    decided: On
    result: DecisionResult = DecisionResult.GRANTED
    why: RefusalReason | None = None


class Stayed(NamedTuple):
    """A stay in temporary housing."""

    family: str
    kind: StayKind
    first: On
    last: On


class Granted(NamedTuple):
    """A scheme that was granted. amount: kroner, a month for housing benefit; ends: where it has run out."""

    family: str
    kind: SchemeKind
    granted: On
    amount: int
    ends: On | None = None


class Planned(NamedTuple):
    """A plan; closed and outcome: where it is closed, and where they went."""

    family: str
    made: On
    wish: str
    goal: Rung | None
    closed: On | None = None
    outcome: Outcome | None = None


def _unit(key: str, place: str, number: str, kind: DwellingKind, rooms: int, area: int, rent: int) -> Unit:
    return Unit(
        key=key,
        place=place,
        unit_number=number,
        kind=kind,
        tenure=Tenure.MUNICIPAL,
        rooms=rooms,
        area=area,
        rent=rent,
    )


def _room(number: int) -> Unit:
    return Unit(
        key=f"N1{number}", place="Kvernveien 9", unit_number="H0101", kind=DwellingKind.ROOM, tenure=Tenure.MUNICIPAL,
        rooms=1, area=11 + number, rent=4700, house="N1", name=f"rom {number}",
    )  # fmt: skip


def _family(kind: HouseholdKind, size: int, language: str, name: str, *, reunited: int = 0) -> Scene:
    return Scene(spell=Spell.RUNNING, kind=kind, size=size, language=language, family=name, reunited=reunited)


_APARTMENT, _TERRACED = DwellingKind.APARTMENT, DwellingKind.TERRACED

HOMES: tuple[Home, ...] = (
    Home(_unit("N1", "Kvernveien 9", "", DwellingKind.SHARED_HOUSE, 5, 121, 14100), On(-4, 6, 1)),
    *(Home(_room(number), On(-4, 6, 1)) for number in (1, 2, 3)),
    Home(_unit("N2", "Møllesvingen 3", "H0101", _APARTMENT, 3, 63, 8100), On(-4, 6, 1)),
    Home(_unit("N3", "Møllesvingen 3", "H0201", _APARTMENT, 4, 81, 9300), On(-4, 6, 1)),
    Home(_unit("N4", "Møllesvingen 3", "H0202", _APARTMENT, 3, 64, 8200), On(-4, 6, 1)),
    Home(_unit("N5", "Prestegårdsveien 16", "H0101", _APARTMENT, 2, 49, 7400), On(-4, 6, 1)),
    Home(_unit("N6", "Prestegårdsveien 16", "H0102", _APARTMENT, 3, 66, 8300), On(-4, 1, 1)),
    Home(_unit("N7", "Nyjordet 2", "H0101", _TERRACED, 3, 71, 9400), On(0, 12, 31)),
    Home(_unit("N8", "Nyjordet 2", "H0102", _TERRACED, 3, 71, 9400), On(1, 1, 1)),
    Home(_unit("N9", "Verftsgata 11", "H0101", _APARTMENT, 2, 45, 6900), On(-4, 6, 1), On(0, 12, 31)),
    Home(_unit("N10", "Verftsgata 11", "H0102", _APARTMENT, 2, 45, 6900), On(-4, 6, 1), On(1, 1, 1)),
)
"""A house let by the room and then on one lease; two homes taken into use and two sold around 31 December."""

_SINGLE, _COUPLE, _PARENT = HouseholdKind.SINGLE, HouseholdKind.COUPLE, HouseholdKind.SINGLE_PARENT
_MANY = HouseholdKind.FAMILY

FAMILIES: Mapping[str, Family] = {
    "one lease": Family(scene=_family(_MANY, 8, "sw", "Mutombo"), settled=On(0, 2, 1)),
    "room": Family(
        scene=_family(_SINGLE, 1, "so", "Guleed"), settled=On(-2, 2, 1), closed=On(0, 12, 7),
        note="Flyttet til en annen kommune.",
    ),
    "swap": Family(
        scene=_family(_MANY, 4, "ar", "al-Sayyid", reunited=3), settled=On(-2, 3, 1), family_came=On(-2, 11, 20)
    ),
    "extension": Family(
        scene=_family(_MANY, 3, "prs", "Yaqubi", reunited=2), settled=On(-3, 9, 1), family_came=On(-3, 12, 10)
    ),
    "fifth year": Family(
        scene=_family(_PARENT, 3, "ti", "Zerai"), settled=On(-4, 11, 20), note="Bodde først hos slektninger."
    ),
    "sixth year": Family(
        scene=_family(_COUPLE, 2, "kmr", "Barzan"), settled=On(-5, 12, 20),
        note="Leide privat i tre år, til utleieren solgte.",
    ),
    "refused": Family(
        scene=_family(_SINGLE, 1, "tr", "Ekinci"), settled=On(-1, 4, 1), closed=On(0, 11, 30),
        note="Flyttet til en annen kommune.",
    ),
    "last day": Family(scene=_family(_PARENT, 2, "uk", "Bilous"), settled=On(0, 12, 31)),
    "first day": Family(scene=_family(_COUPLE, 2, "uk", "Tkachuk"), settled=On(1, 1, 1)),
    "new year": Family(scene=_family(_MANY, 3, "ar", "Darwish"), settled=On(0, 12, 18)),
    "until the last day": Family(
        scene=_family(_SINGLE, 1, "ps", "Mangal"), settled=On(-2, 1, 1), closed=On(1, 1, 7),
        note="Kjøpte egen bolig med startlån.",
    ),
    "until the first day": Family(
        scene=_family(_COUPLE, 2, "ti", "Habtemariam"), settled=On(-2, 1, 2), closed=On(1, 1, 8),
        note="Leier privat med garanti.",
    ),
}  # fmt: skip
"""Who is in the scenes, by what they show."""

LIVED: tuple[Lived, ...] = (
    Lived("room", "N11", On(-2, 2, 1), moved=On(0, 1, 15)),
    Lived("one lease", "N1", On(0, 2, 1)),
    Lived("room", "N9", On(0, 1, 16), moved=On(0, 11, 30)),
    Lived("swap", "N2", On(-2, 3, 1), moved=On(0, 5, 31)),
    Lived("swap", "N3", On(0, 6, 1)),
    Lived("extension", "N4", On(-3, 9, 1), On(0, 8, 31), On(0, 8, 31)),
    Lived("extension", "N4", On(0, 9, 1), renews=True),
    Lived("fifth year", "N2", On(0, 6, 15)),
    Lived("sixth year", "N6", On(-4, 2, 1), moved=On(-3, 12, 31)),
    Lived("sixth year", "N5", On(0, 10, 1)),
    Lived("until the last day", "N6", On(-2, 1, 1), On(0, 12, 31), On(0, 12, 31)),
    Lived("until the first day", "N10", On(-2, 1, 2), On(1, 1, 1), On(1, 1, 1)),
    Lived("last day", "N7", On(0, 12, 31)),
    Lived("first day", "N8", On(1, 1, 1)),
    Lived("new year", "N6", On(1, 1, 12)),
)
"""Who lived where; nobody whose lease runs on is near its end, so that the list of what is due stays as it is."""

APPLIED: tuple[Applied, ...] = (
    Applied("swap", On(0, 3, 10), On(0, 5, 5), "større bolig, barna har kommet", MainReason.REFUGEE),
    Applied("extension", On(0, 2, 10), On(0, 3, 1), "større bolig"),
    Applied("fifth year", On(0, 2, 17), On(0, 6, 3), "egen bolig, bor hos slektninger", MainReason.REFUGEE),
    Applied("sixth year", On(0, 7, 1), On(0, 9, 1), "bolig, huset de leier er solgt", MainReason.REFUGEE),
    Applied("refused", On(0, 8, 5), On(0, 8, 28), "bolig", MainReason.OTHER),
    Applied("new year", On(0, 12, 18), On(0, 12, 22), "bolig på ett plan", MainReason.ACCESSIBLE),
)
"""Two who lived in ours when they applied, and so are not new applicants, and four who did not."""

DECIDED: tuple[Decided, ...] = (
    Decided("one lease", On(0, 1, 10)),
    Decided("extension", On(0, 3, 1), DecisionResult.REFUSED, RefusalReason.HAS_HOME),
    Decided("swap", On(0, 5, 5)),
    Decided("fifth year", On(0, 6, 3)),
    Decided("refused", On(0, 8, 28), DecisionResult.REFUSED, RefusalReason.HAS_HOME),
    Decided("sixth year", On(0, 9, 1)),
    Decided("last day", On(0, 12, 5)),
    Decided("first day", On(0, 12, 5)),
    Decided("new year", On(0, 12, 22)),
)
"""On 31 December two of them have a decision and no home yet, and one has just got it."""

STAYED: tuple[Stayed, ...] = (
    Stayed("fifth year", StayKind.BOARDING_HOUSE, On(0, 2, 20), On(0, 6, 15)),
    Stayed("until the last day", StayKind.MUNICIPAL, On(0, 3, 1), On(0, 3, 9)),
    Stayed("until the last day", StayKind.HOTEL, On(0, 4, 1), On(0, 4, 9)),
    Stayed("refused", StayKind.NIGHT_SHELTER, On(0, 8, 1), On(0, 8, 4)),
    Stayed("sixth year", StayKind.HOTEL, On(0, 9, 10), On(0, 9, 16)),
    Stayed("sixth year", StayKind.CAMPING, On(0, 9, 20), On(0, 9, 27)),
    Stayed("new year", StayKind.HOTEL, On(0, 12, 18), On(1, 1, 12)),
)
"""Two stays that make thirteen days and two that make sixteen, children for over three months, and a New Year."""

GRANTED: tuple[Granted, ...] = (
    Granted("one lease", SchemeKind.DEPOSIT_GUARANTEE, On(0, 1, 28), 42_300),
    Granted("one lease", SchemeKind.HOUSING_BENEFIT, On(0, 3, 20), 4_200, On(0, 11, 30)),
    Granted("swap", SchemeKind.DEPOSIT_GUARANTEE, On(0, 5, 28), 27_900),
    Granted("swap", SchemeKind.HOUSING_BENEFIT, On(0, 7, 20), 3_650, On(0, 12, 31)),
    Granted("until the last day", SchemeKind.START_LOAN, On(0, 11, 14), 2_350_000),
    Granted("until the first day", SchemeKind.RENT_GUARANTEE, On(0, 12, 15), 31_500),
)
"""The same two for the first home of some and the second of others, and what those who moved on were granted."""

PLANNED: tuple[Planned, ...] = (
    Planned("one lease", On(0, 2, 10), "Vi vil bo samlet, og barna vil ha en hage.", Rung.OWNED),
    Planned("swap", On(-2, 3, 20), "Vi vil ha plass til barna når de kommer.", Rung.PRIVATE),
    Planned(
        "room", On(0, 2, 4), "Jeg vil bo nær broren min.", None, On(0, 11, 30), Outcome.MOVED_AWAY,
    ),
    Planned(
        "until the last day", On(-1, 9, 2), "Jeg vil ha noe eget.", Rung.OWNED, On(0, 12, 31), Outcome.BOUGHT,
    ),
    Planned(
        "until the first day", On(0, 3, 3), "Vi vil leie i sentrum.", Rung.PRIVATE, On(1, 1, 1), Outcome.PRIVATE_RENT,
    ),
)  # fmt: skip
"""Schemes hang on a plan; three of them were closed, one on the first day of this year."""

VISITED = ("swap", On(0, 9, 10), On(0, 11, 5))
"""Whom we were to visit twice last year: the first time they were visited, the second nobody was at home."""
MEETINGS: tuple[On, ...] = (On(0, 4, 15), On(0, 10, 14))
"""When those in the shared house met last year."""
