"""What stands in Nordvik: every unit, every household, and which state their tenancy is in on any today."""

import enum
from dataclasses import dataclass

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.people.records import HouseholdKind


class Spell(enum.Enum):
    """Where a tenancy stands, seen from today."""

    RUNNING = "running, more than six months left"
    LONG = "running, five years agreed"
    SIX_MONTHS = "ends four to six months ahead"
    FOUR_MONTHS = "ends three to four months ahead"
    THREE_MONTHS = "ends one to three months ahead"
    ONE_MONTH = "ends within a month"
    ONE_WEEK = "ends within a week"
    EXPIRED_DAYS = "ran out some days ago, the tenant still there"
    EXPIRED_WEEKS = "ran out some weeks ago, the tenant still there"
    EXPIRED_MONTHS = "ran out just under three months ago, the tenant still there"
    UNCERTAIN = "three months over, or just under, by a day that § 149 may have moved"
    TURNED_INDEFINITE = "ran out just over three months ago, the tenant still there"
    INDEFINITE = "indefinite from the start"
    SHORT = "shorter than three years, husleieloven § 11-1 sixth paragraph"
    ONE_YEAR = "one year, the landlord lives in the same house"
    DRAFT = "not signed"
    AHEAD = "signed, begins in two weeks"
    MOVED_ON = "moved here from one of our units"
    BOUGHT = "bought a home of their own"
    ENDED = "moved out, the case closed"
    WAITING = "has no home yet"


class Stage(enum.Enum):
    """What has been done about a lease that runs out or has run out."""

    NOTHING = "nothing"
    BEGUN = "an assessment begun"
    ASSESSED = "assessed"
    GRANTED = "decided that they may stay"
    REFUSED = "decided that they must move, and told nobody yet"
    TOLD = "decided that they must move, decision and letter sent"
    ASKED = "a request to move sent after it ran out"


@dataclass(frozen=True, kw_only=True)
class Unit:
    """One unit; place is street and number, house the key of the house a room is in, area in m², rent in kroner."""

    key: str
    place: str
    letter: str = ""
    unit_number: str = ""
    kind: DwellingKind
    tenure: Tenure
    rooms: int
    area: int
    rent: int
    house: str = ""
    name: str = ""


def _unit(
    key: str, place: str, number: str, kind: DwellingKind, rooms: int, area: int, rent: int, *, letter: str = ""
) -> Unit:
    return Unit(
        key=key, place=place, letter=letter, unit_number=number, kind=kind, tenure=_TENURES[key[0]], rooms=rooms,
        area=area, rent=rent,
    )  # fmt: skip


def _house(key: str, place: str, tenure: Tenure, rooms: int, area: int, rent: int) -> tuple[Unit, ...]:
    shared, room = DwellingKind.SHARED_HOUSE, DwellingKind.ROOM
    house = Unit(key=key, place=place, kind=shared, tenure=tenure, rooms=rooms + 2, area=area, rent=rent * rooms)
    return house, *(
        Unit(
            key=f"{key}{n}", place=place, unit_number="H0101" if n <= 2 else "H0201", kind=room, tenure=tenure,
            rooms=1, area=10 + n, rent=rent, house=key, name=f"rom {n}",
        )
        for n in range(1, rooms + 1)
    )  # fmt: skip


_TENURES = {
    "M": Tenure.MUNICIPAL,
    "H": Tenure.HIRED_IN,
    "S": Tenure.ASSIGNED,
    "R": Tenure.BROKERED,
    "O": Tenure.RESIDENT_OWNED,
}
_APARTMENT, _BEDSIT, _HOUSE, _TERRACED, _CARE = (
    DwellingKind.APARTMENT,
    DwellingKind.BEDSIT,
    DwellingKind.HOUSE,
    DwellingKind.TERRACED,
    DwellingKind.CARE,
)

UNITS: tuple[Unit, ...] = (
    _unit("M1", "Storgata 14", "H0201", _APARTMENT, 4, 84, 9500, letter="B"),
    _unit("M2", "Storgata 14", "H0202", _APARTMENT, 2, 48, 7300, letter="B"),
    _unit("M3", "Bakkegata 2", "H0101", _APARTMENT, 3, 66, 8200),
    _unit("M4", "Bakkegata 2", "H0102", _APARTMENT, 3, 61, 7900),
    _unit("M5", "Havnegata 21", "H0201", _APARTMENT, 5, 102, 10400),
    _unit("M6", "Havnegata 21", "H0202", _APARTMENT, 2, 46, 7200),
    _unit("M7", "Havnegata 21", "H0301", _BEDSIT, 1, 31, 5600),
    _unit("M8", "Nordre vei 17", "H0301", _APARTMENT, 4, 79, 9100),
    _unit("M9", "Nordre vei 17", "H0302", _APARTMENT, 4, 80, 9200),
    _unit("M10", "Lyngveien 4", "H0101", _TERRACED, 4, 92, 10900, letter="A"),
    _unit("M11", "Lyngveien 4", "H0101", _TERRACED, 4, 92, 10900, letter="B"),
    _unit("M12", "Lyngveien 4", "H0101", _TERRACED, 5, 108, 11800, letter="C"),
    _unit("M13", "Skolebakken 12", "H0101", _HOUSE, 7, 168, 13900),
    _unit("M14", "Eplehagen 6", "H0101", _CARE, 2, 58, 7800),
    _unit("M15", "Eplehagen 6", "H0102", _CARE, 2, 58, 7800),
    _unit("M16", "Åsveien 31", "H0101", _BEDSIT, 1, 28, 5200),
    _unit("M17", "Åsveien 31", "H0102", _BEDSIT, 1, 29, 5300),
    _unit("M18", "Gamle fjordvei 2", "H0101", _HOUSE, 6, 141, 12200),
    *_house("A", "Fjellgata 8", Tenure.HIRED_IN, 4, 132, 4900),
    *_house("B", "Solbakken 3", Tenure.MUNICIPAL, 5, 158, 5200),
    _unit("H1", "Øvre Strandgate 101", "H0201", _APARTMENT, 4, 78, 9900, letter="C"),
    _unit("H2", "Parkveien 3", "H0101", _HOUSE, 5, 121, 11000),
    _unit("H3", "Tverrgata 7", "H0201", _APARTMENT, 3, 68, 8700),
    _unit("H4", "Tverrgata 7", "H0301", _APARTMENT, 2, 51, 7600),
    _unit("H5", "Fiskergata 15", "U0101", _BEDSIT, 1, 33, 5900),
    _unit("H6", "Kystveien 220", "H0101", _HOUSE, 6, 149, 13200),
    _unit("H7", "Myrveien 18", "H0101", _TERRACED, 4, 96, 10800),
    _unit("H8", "Sagbakken 5", "H0102", _APARTMENT, 4, 82, 9700),
    _unit("H9", "Sagbakken 5", "H0201", _APARTMENT, 4, 84, 9800),
    _unit("H10", "Elvegata 40", "H0101", _APARTMENT, 3, 64, 8400),
    _unit("S1", "Kirkebakken 5", "H0101", _HOUSE, 5, 126, 12900, letter="A"),
    _unit("S2", "Kirkebakken 5", "H0101", _APARTMENT, 3, 70, 9300, letter="B"),
    _unit("S3", "Torget 2", "H0402", _APARTMENT, 2, 44, 7700),
    _unit("R1", "Vestre gate 11", "H0202", _APARTMENT, 3, 65, 9900),
    _unit("R2", "Industrigata 64", "U0101", _BEDSIT, 1, 34, 6900),
    _unit("O1", "Bjørkelia 27", "H0203", _TERRACED, 4, 94, 0),
)

DAYS_EMPTY = {"A3": 75, "B5": 3, "M4": 12, "M9": 33, "M15": 80, "H10": 160, "M18": 420}
"""For how many days the units nobody lives in have stood empty."""
NEW_UNITS = {"H4": 30, "H8": 20}
"""Units never lived in yet, by how many days ago we got them."""


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One household and its tenancy.

    size counts everybody living there, those born since (births) and those who came later (reunited) among them;
    left counts those who have moved out. earlier is the unit it lived in before; the same unit is a renewed lease.
    waited: for how many days those without a home have had their permit. no_programme: nobody has noted that the
    introduction programme has begun for the main person. permit_soon: their permits end within two months.
    """

    unit: str = ""
    spell: Spell
    kind: HouseholdKind
    size: int = 1
    language: str = ""
    family: str = ""
    earlier: str = ""
    births: int = 0
    reunited: int = 0
    left: int = 0
    shielded: bool = False
    waited: int = 80
    no_programme: bool = False
    permit_soon: bool = False
    stage: Stage = Stage.NOTHING


def _scene(unit: str, spell: Spell, kind: HouseholdKind, size: int = 1, language: str = "", **more: object) -> Scene:
    return Scene(unit=unit, spell=spell, kind=kind, size=size, language=language, **more)  # type: ignore[arg-type]


_SINGLE, _COUPLE, _FAMILY = HouseholdKind.SINGLE, HouseholdKind.COUPLE, HouseholdKind.FAMILY
_PARENT, _MINOR = HouseholdKind.SINGLE_PARENT, HouseholdKind.UNACCOMPANIED_MINOR

SCENES: tuple[Scene, ...] = (
    _scene("M1", Spell.EXPIRED_WEEKS, _FAMILY, 5, "ti", family="Tesfay", births=1),
    _scene("M2", Spell.RUNNING, _COUPLE, 2),
    _scene("M3", Spell.SIX_MONTHS, _PARENT, 3, left=1),
    _scene("M5", Spell.RUNNING, _FAMILY, 6, "ar", earlier="M5"),
    _scene("M6", Spell.SHORT, _COUPLE, 2, "uk", no_programme=True),
    _scene("M7", Spell.RUNNING, _SINGLE, 1, "tr"),
    _scene("M8", Spell.RUNNING, _PARENT, 4, "ar", shielded=True),
    _scene("M10", Spell.INDEFINITE, _FAMILY, 5, "so", reunited=4),
    _scene("M11", Spell.EXPIRED_MONTHS, _FAMILY, 4, "kmr", births=1),
    _scene("M12", Spell.TURNED_INDEFINITE, _FAMILY, 7, "ps", reunited=1),
    _scene("M13", Spell.LONG, _FAMILY, 9, "sw", births=1),
    _scene("M14", Spell.INDEFINITE, _COUPLE, 2, "ar"),
    _scene("M16", Spell.RUNNING, _MINOR, 1, "ti"),
    _scene("M17", Spell.ONE_MONTH, _SINGLE, 1, stage=Stage.GRANTED),
    _scene("A1", Spell.RUNNING, _SINGLE, 1, "uk", no_programme=True),
    _scene("A2", Spell.FOUR_MONTHS, _SINGLE, 1, stage=Stage.BEGUN),
    _scene("A4", Spell.DRAFT, _SINGLE, 1, "uk"),
    _scene("B1", Spell.UNCERTAIN, _SINGLE, 1, "prs"),
    _scene("B2", Spell.INDEFINITE, _SINGLE, 1, "ti"),
    _scene("B3", Spell.EXPIRED_DAYS, _SINGLE, 1, "ps", stage=Stage.ASKED),
    _scene("B4", Spell.FOUR_MONTHS, _SINGLE, 1, stage=Stage.GRANTED),
    _scene("H1", Spell.RUNNING, _FAMILY, 4, "uk", left=1),
    _scene("H2", Spell.THREE_MONTHS, _FAMILY, 6, "prs", family="Karimi", births=2, stage=Stage.ASSESSED),
    _scene("H3", Spell.RUNNING, _PARENT, 3, "uk", permit_soon=True),
    _scene("H4", Spell.AHEAD, _COUPLE, 2),
    _scene("H5", Spell.THREE_MONTHS, _SINGLE, 1, "so", stage=Stage.REFUSED),
    _scene("H6", Spell.LONG, _FAMILY, 8, "ar", reunited=7),
    _scene("H7", Spell.ONE_WEEK, _FAMILY, 5, stage=Stage.TOLD),
    _scene("H9", Spell.RUNNING, _PARENT, 5, "sw", earlier="H9"),
    _scene("S1", Spell.LONG, _FAMILY, 7, "sw", births=1, left=1),
    _scene("S2", Spell.RUNNING, _FAMILY, 3, "tr"),
    _scene("S3", Spell.RUNNING, _SINGLE, 1),
    _scene("R1", Spell.MOVED_ON, _PARENT, 3, earlier="M4"),
    _scene("R2", Spell.ONE_YEAR, _SINGLE, 1, "prs", earlier="B5"),
    _scene("O1", Spell.BOUGHT, _FAMILY, 5, "ar", earlier="M9", births=1),
    _scene("", Spell.WAITING, _FAMILY, 5, "ti", waited=230),
    _scene("", Spell.WAITING, _SINGLE, 1),
    _scene("", Spell.WAITING, _PARENT, 2, "uk"),
    _scene("", Spell.WAITING, _MINOR, 1, "prs", waited=75),
    _scene("A1", Spell.ENDED, _SINGLE),
    _scene("A2", Spell.ENDED, _SINGLE),
    _scene("A3", Spell.ENDED, _SINGLE),
    _scene("A4", Spell.ENDED, _SINGLE),
    _scene("B1", Spell.ENDED, _SINGLE),
    _scene("B4", Spell.ENDED, _SINGLE),
    _scene("M1", Spell.ENDED, _FAMILY, 4),
    _scene("M2", Spell.ENDED, _COUPLE, 2),
    _scene("M3", Spell.ENDED, _PARENT, 2),
    _scene("M7", Spell.ENDED, _SINGLE),
    _scene("M10", Spell.ENDED, _FAMILY, 5, "ar"),
    _scene("M15", Spell.ENDED, _COUPLE, 2),
    _scene("M17", Spell.ENDED, _SINGLE),
    _scene("M18", Spell.ENDED, _FAMILY, 6),
    _scene("M18", Spell.ENDED, _FAMILY, 4),
    _scene("H1", Spell.ENDED, _FAMILY, 3),
    _scene("H3", Spell.ENDED, _PARENT, 4),
    _scene("H5", Spell.ENDED, _SINGLE),
    _scene("H7", Spell.ENDED, _FAMILY, 5),
    _scene("H10", Spell.ENDED, _PARENT, 3),
    _scene("S3", Spell.ENDED, _SINGLE),
)
"""The households of one Nordvik; on a unit with several, the newest stands first."""
