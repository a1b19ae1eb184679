"""What a home visit is, what was gone through there, and whether a household is to be visited."""

import enum
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple


class VisitKind(enum.StrEnum):
    """What a visit is for: guidance is voluntary, an inspection is the landlord's right after notice (§ 5-6)."""

    GUIDANCE = "guidance"
    INSPECTION = "inspection"
    REPAIR = "repair"


class WhyNot(enum.StrEnum):
    """Why a visit that was agreed did not come about."""

    NOBODY_HOME = "nobody_home"
    THEY_PUT_OFF = "they_put_off"
    WE_PUT_OFF = "we_put_off"
    NO_INTERPRETER = "no_interpreter"


class VisitState(enum.StrEnum):
    """State today of a visit, derived from its dates and never stored."""

    AGREED = "agreed"
    TO_REGISTER = "to_register"
    DONE = "done"
    NOT_DONE = "not_done"


class GuidanceTopic(enum.StrEnum):
    """What is gone through in the home (boveiledning); each is a field of a visit with the same name."""

    HEATING = "heating"
    POWER = "power"
    AIRING = "airing"
    MOISTURE = "moisture"
    WASTE = "waste"
    WASHING = "washing"
    FIRE = "fire"
    NEIGHBOURS = "neighbours"
    OUTDOORS = "outdoors"


class Guided(enum.StrEnum):
    """How far a topic came at one visit; the value is the letter it is kept as."""

    TOLD = "t"
    SHOWN = "s"
    REPEATED = "r"
    PROBLEM = "p"


@dataclass(frozen=True, kw_only=True)
class Visit:
    """One home visit (hjemmebesøk), agreed or made.

    dwelling_id: the home that was visited, None where that is not known. planned_on, time_from, time_to ("HH.MM"):
    what was agreed. noticed_on: the day the notice (D10) was given. visited_on: None until it is made. next_on: the
    day agreed for the next one, None where the plan says. interpreter_language: a code of text.languages, "" where no
    interpreter was there. A topic holds the letters of ``Guided`` in their order ("ts"); own_topics one of the
    household's own in each line, its letters before its words ("tp|Sykkelboden"). about_home and about_people are
    kept apart: what is about people stands on no paper (law.md D10b). The readings are what the meters of the home
    showed on the day: kWh for power and heat, m³ for water.
    """

    id: int | None = None
    household_id: int
    dwelling_id: int | None = None
    kind: VisitKind = VisitKind.GUIDANCE
    planned_on: date | None = None
    time_from: str = ""
    time_to: str = ""
    visitors: str = ""
    purpose: str = ""
    noticed_on: date | None = None
    visited_on: date | None = None
    why_not: WhyNot | None = None
    interpreter_language: str = ""
    heating: str = ""
    power: str = ""
    airing: str = ""
    moisture: str = ""
    waste: str = ""
    washing: str = ""
    fire: str = ""
    neighbours: str = ""
    outdoors: str = ""
    own_topics: str = ""
    power_reading: Decimal | None = None
    water_reading: Decimal | None = None
    heat_reading: Decimal | None = None
    about_home: str = ""
    about_people: str = ""
    agreed: str = ""
    next_on: date | None = None

    def guided(self, topic: GuidanceTopic) -> frozenset[Guided]:
        """Return how far a topic came."""
        return frozenset(Guided(letter) for letter in getattr(self, topic))

    @property
    def own(self) -> dict[GuidanceTopic | str, frozenset[Guided]]:
        """How far each of the household's own topics came, by its words."""
        return {one.words: frozenset(map(Guided, one.letters)) for one in own_topics(self.own_topics)}

    @property
    def went_through(self) -> dict[GuidanceTopic | str, frozenset[Guided]]:
        """What was gone through and how far it came: everybody's topics, and after them the household's own."""
        found: dict[GuidanceTopic | str, frozenset[Guided]] = {topic: self.guided(topic) for topic in GuidanceTopic}
        return {topic: marks for topic, marks in (found | self.own).items() if marks}

    @property
    def is_problem(self) -> bool:
        """Whether something was still a problem at it."""
        return any(Guided.PROBLEM in marks for marks in self.went_through.values())


class OwnTopic(NamedTuple):
    """One of a household's own topics at a visit: the letters of how far it came, and what it is called."""

    letters: str
    words: str


BETWEEN = "|"
"""What stands between the letters and the words of a household's own topic."""


def own_topics(text: str) -> list[OwnTopic]:
    """Return the topics that a visit's ``own_topics`` holds."""
    parted = (line.partition(BETWEEN) for line in text.splitlines())
    return [OwnTopic(letters, words) for letters, _, words in parted if words]


def own_text(topics: Iterable[OwnTopic]) -> str:
    """Return how topics are kept in a visit: those that have words, each in a line of its own."""
    tidied = ((letters, " ".join(words.replace(BETWEEN, "/").split())) for letters, words in topics)
    return "\n".join(f"{letters}{BETWEEN}{words}" for letters, words in tidied if words)


@dataclass(frozen=True, kw_only=True)
class Task:
    """Something to be done for a household (oppgave), mostly found on a visit.

    who: by whom in words, "" where it is the user's own. due_on: by when; done_on: None until it is.
    """

    id: int | None = None
    household_id: int
    visit_id: int | None = None
    what: str
    who: str = ""
    due_on: date
    done_on: date | None = None


class Reading(NamedTuple):
    """What a meter of a home showed: kWh for power and heat, m³ for water."""

    read_on: date
    value: Decimal


class VisitDates(NamedTuple):
    """What the day of the next visit hangs on, of one visit; the names are those of ``Visit``."""

    id: int
    household_id: int
    planned_on: date | None
    visited_on: date | None
    why_not: str | None
    next_on: date | None
    is_problem: bool


@dataclass(frozen=True, kw_only=True)
class VisitWish:
    """That a household has asked not to be visited (guidance is voluntary), or wants it again.

    asked_on: the day they said so. There is one for each household at most; without one they are visited.
    """

    id: int | None = None
    household_id: int
    wanted: bool = False
    asked_on: date
    reason: str = ""


class TopicStanding(NamedTuple):
    """How a topic stands for a household: what was done at any visit, and whether it was a problem at the last.

    topic: one of everybody's, or one of the household's own in its words. last: the day it was last gone through,
    None where it never was.
    """

    topic: GuidanceTopic | str
    told: bool
    shown: bool
    times: int
    is_problem: bool
    last: date | None

    @property
    def is_weak(self) -> bool:
        """Whether it is to be gone through again: never shown, or still a problem."""
        return self.is_problem or not self.shown


class NextVisit(NamedTuple):
    """The next visit of a household. visit_id: the one that is agreed, None where the plan gives the day.

    week: the step of the plan it is ("week 4"), None for those that come after the steps, and where it is agreed.
    sooner: whether it comes before the plan's day because something was still a problem.
    """

    day: date
    visit_id: int | None = None
    week: int | None = None
    sooner: bool = False


class VisitLine(NamedTuple):
    """A household on the page of visits; id is the household's.

    label: what it is called outside its own case; dwelling: "" where it is shielded. next: None where it asked not to
    be visited.
    """

    id: int
    label: str
    dwelling: str
    is_shielded: bool
    last: date | None
    next: NextVisit | None
    is_overdue: bool
    to_register: bool
