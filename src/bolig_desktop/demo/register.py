"""What has been handed out so far: ids, references and addresses; and the records of one Nordvik."""

import dataclasses
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any, TypeVar

from bolig_desktop.allocation.records import TemporaryStay
from bolig_desktop.career.records import MarketTry, Plan, Scheme, Step, Talk
from bolig_desktop.dwellings.records import Dwelling, HomeGuide, Key, Meter, WasteDay
from bolig_desktop.followup.records import Mark
from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.maintenance.records import Complaint, Defect, HomeCheck
from bolig_desktop.people.records import Contact, Household, Membership, Person
from bolig_desktop.shared_housing.records import (
    BenefitForms,
    CostAccount,
    HouseApproval,
    HouseConflict,
    HouseMeeting,
    HouseRule,
    HouseRules,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    RuleSignature,
    SharedCost,
    WorkerHours,
)
from bolig_desktop.tenancies.records import Decision, FinalAccountLine, Handover, Matter, NeedAssessment, Tenancy
from bolig_desktop.visits.records import Task, Visit, VisitWish

R = TypeVar("R", bound=Any)

_STEMS = (
    "Alm Ask Bekke Berg Bjørk Bratt Bring Dal Einer Elve Eng Fager Fjell Fjære Furu Gran Hage Hassel Haug Heim Hegge"
    " Hestmark Kirke Klokker Kvern Lang Lerke Lind Lund Lyng Løvetann Mølle Måne Nedre Nattergal Orre Os Rogne Rosen"
    " Rype Selje Skog Slette Sol Stein Strand Sund Svale Tind Trane Tjern Ulve Vake Vier Våg Østre Åker"
)
_STEM_WORDS = tuple(_STEMS.split(" "))
_ENDINGS = ("veien", "bakken", "stien", "gata", "lia", "svingen", "tunet", "haugen")
_FIRM_ENDINGS = ("nes", "vika", "hamna", "åsen", "myra", "holmen", "sletta", "toppen", "elva", "gjerdet", "vollen")


@dataclass(frozen=True, kw_only=True)
class HouseDays:
    """The daily life of the shared houses; what others point at comes first."""

    house_meetings: tuple[HouseMeeting, ...] = ()
    meeting_points: tuple[MeetingPoint, ...] = ()
    house_conflicts: tuple[HouseConflict, ...] = ()
    worker_hours: tuple[WorkerHours, ...] = ()
    shared_costs: tuple[SharedCost, ...] = ()
    cost_accounts: tuple[CostAccount, ...] = ()
    newcomer_talks: tuple[NewcomerTalk, ...] = ()
    neighbour_letters: tuple[NeighbourLetter, ...] = ()
    house_approvals: tuple[HouseApproval, ...] = ()
    benefit_forms: tuple[BenefitForms, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Part(HouseDays):
    """The records of one Nordvik, with ids that run on from the part before."""

    landlords: tuple[Landlord, ...] = ()
    dwellings: tuple[Dwelling, ...] = ()
    head_leases: tuple[HeadLease, ...] = ()
    keys: tuple[Key, ...] = ()
    meters: tuple[Meter, ...] = ()
    home_guides: tuple[HomeGuide, ...] = ()
    waste_days: tuple[WasteDay, ...] = ()
    households: tuple[Household, ...] = ()
    people: tuple[Person, ...] = ()
    memberships: tuple[Membership, ...] = ()
    contacts: tuple[Contact, ...] = ()
    tenancies: tuple[Tenancy, ...] = ()
    handovers: tuple[Handover, ...] = ()
    assessments: tuple[NeedAssessment, ...] = ()
    decisions: tuple[Decision, ...] = ()
    matters: tuple[Matter, ...] = ()
    final_account_lines: tuple[FinalAccountLine, ...] = ()
    marks: tuple[Mark, ...] = ()
    house_rules: tuple[HouseRules, ...] = ()
    house_rule_lines: tuple[HouseRule, ...] = ()
    rule_signatures: tuple[RuleSignature, ...] = ()
    visits: tuple[Visit, ...] = ()
    visit_wishes: tuple[VisitWish, ...] = ()
    tasks: tuple[Task, ...] = ()
    defects: tuple[Defect, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    home_checks: tuple[HomeCheck, ...] = ()
    plans: tuple[Plan, ...] = ()
    plan_steps: tuple[Step, ...] = ()
    schemes: tuple[Scheme, ...] = ()
    plan_talks: tuple[Talk, ...] = ()
    market_tries: tuple[MarketTry, ...] = ()
    temporary_stays: tuple[TemporaryStay, ...] = ()

    def with_more(self, more: "Part") -> "Part":
        """Return these records with those of another part after them, topic by topic."""
        topics = (topic.name for topic in dataclasses.fields(self))
        return Part(**{topic: getattr(self, topic) + getattr(more, topic) for topic in topics})


class Register:
    """Hands out ids, lease references and street addresses, none of them twice."""

    def __init__(self) -> None:
        self._ids: Counter[type] = Counter()
        self._references: Counter[int] = Counter()
        self._taken: set[str] = set()
        self._parts = 0

    def begin(self) -> None:
        """Begin the next Nordvik."""
        self._parts += 1

    @property
    def is_first(self) -> bool:
        """Whether this is the Nordvik that every scale has."""
        return self._parts == 1

    def new_name(self, ending: str, rng: Random) -> str:
        """Return a firm's name nobody has yet."""
        return self._unused(lambda: f"{rng.choice(_STEM_WORDS)}{rng.choice(_FIRM_ENDINGS)} {ending}", "")

    def numbered(self, record: R) -> R:
        """Return the record with the next id of its kind."""
        self._ids[type(record)] += 1
        return dataclasses.replace(record, id=self._ids[type(record)])

    def reference(self, year: int) -> str:
        """Return the next lease number of a year: ``2026-031``."""
        self._references[year] += 1
        return f"{year}-{self._references[year]:03d}"

    def place(self, known: str, rng: Random) -> str:
        """Return ``known`` the first time it is asked for, and a new street and number after that."""
        return self._unused(lambda: f"{rng.choice(_STEM_WORDS)}{rng.choice(_ENDINGS)} {rng.randrange(1, 180)}", known)

    def _unused(self, make: Callable[[], str], first: str) -> str:
        name = first or make()
        while name in self._taken:
            name = make()
        self._taken.add(name)
        return name
