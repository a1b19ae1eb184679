"""The facts of the papers of a shared house: a minute, the letter to the neighbours, and the yearly account.

Everything goes by room; who lives there stands on none of them, nor a text that names somebody shielded (AG-3).
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from bolig_desktop.casefile import house_days, sharing
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import naming_fields
from bolig_desktop.documents.facts import Sender, sender
from bolig_desktop.documents.subjects import About
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import CostKind, MeetingPoint
from bolig_desktop.shared_housing.rules import Line


@dataclass(frozen=True, kw_only=True)
class HousePaper:
    """What every paper of a house has."""

    sender: Sender
    printed_on: date
    house: str

    @property
    def landlord(self) -> str:
        """The municipality's name."""
        return self.sender.name

    @property
    def unit(self) -> str:
        """The municipality's office."""
        return self.sender.unit


@dataclass(frozen=True, kw_only=True)
class MinuteFacts(HousePaper):
    """A house meeting. present, absent: rooms. points: what was agreed here; before: what came back from earlier."""

    held_on: date
    led_by: str
    interpreter: str
    minute: str
    next_on: date | None
    signed_on: date | None
    present: str
    absent: str
    points: tuple[MeetingPoint, ...]
    before: tuple[MeetingPoint, ...]
    rooms: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class NeighbourFacts(HousePaper):
    """A letter to the neighbours of a house."""

    contact: str
    phone: str
    email: str
    new_from: date | None
    open_day_on: date | None
    open_from: str
    open_to: str


@dataclass(frozen=True, kw_only=True)
class AccountFacts(HousePaper):
    """A year's account: a line for each room and lease, and what the municipality bears. room: of one resident's.

    rest_ore, back_ore: of one resident's, what is still to be paid or to be got back for power.
    """

    year: str
    room: str
    kinds: tuple[CostKind, ...]
    lines: tuple[tuple[str, Line], ...]
    costs: tuple[tuple[CostKind, int], ...]
    total_ore: int

    @property
    def rest_ore(self) -> int:
        """What is still to be paid for power, 0 where nothing is."""
        return max(0, sum(line.rest for _, line in self.lines)) if self.room else 0

    @property
    def back_ore(self) -> int:
        """What is to be got back for power, 0 where nothing is."""
        return max(0, -sum(line.rest for _, line in self.lines)) if self.room else 0


def _around(case: CaseFile, house: Dwelling) -> dict[str, Any]:
    return {
        "sender": sender(case.settings.municipality()),
        "printed_on": case.clock(),
        "house": house.street,
    }


def minute(case: CaseFile, about: About, today: date) -> MinuteFacts:
    """Return the facts of a house meeting's minute."""
    house = about.its_house
    meeting, house_id = about.its_meeting, house.id or 0
    names = house_days.room_names(case, house_id)
    present = rules.rooms_present(meeting)
    lived_in = {lease.dwelling_id for lease in sharing.leases_in(case, house_id)}
    points = case.meeting_points.of_house(house_id)
    meetings = case.house_meetings.of_house(house_id)
    hidden = naming_fields(case, meeting)
    text: dict[str, Any] = {
        name: "" if name in hidden else getattr(meeting, name) for name in ("led_by", "interpreter", "minute")
    }
    return MinuteFacts(
        **_around(case, house),
        held_on=meeting.held_on,
        **text,
        next_on=meeting.next_on,
        signed_on=meeting.signed_on,
        present=", ".join(names[room] for room in names if room in present),
        absent=", ".join(names[room] for room in names if room in lived_in and room not in present),
        points=_said(case, [one for one in points if one.meeting_id == meeting.id]),
        before=_said(case, rules.points_for(meeting, points, meetings)),
        rooms=tuple(names[room] for room in names if room in present) or ("",),
    )


def _said(case: CaseFile, points: list[MeetingPoint]) -> tuple[MeetingPoint, ...]:
    """Return points without a text that names somebody shielded."""
    hidden = [(one, naming_fields(case, one)) for one in points]
    return tuple(
        replace(
            one,
            what="" if "what" in fields else one.what,
            who="" if "who" in fields else one.who,
            result="" if "result" in fields else one.result,
        )
        for one, fields in hidden
    )


def neighbours(case: CaseFile, about: About, today: date) -> NeighbourFacts:
    """Return the facts of the newest letter to the neighbours of a house."""
    house = about.its_house
    letter, ours = case.neighbour_letters.of_house(house.id or 0)[0], case.settings.municipality()
    hidden = "contact" in naming_fields(case, letter)
    return NeighbourFacts(
        **_around(case, house),
        contact="" if hidden else letter.contact,
        phone=letter.phone or ours.phone,
        email=ours.email,
        new_from=letter.new_from,
        open_day_on=letter.open_day_on,
        open_from=letter.open_from,
        open_to=letter.open_to,
    )


def house_account(case: CaseFile, about: About, today: date) -> AccountFacts:
    """Return the account of a house in a year, room by room."""
    account = about.its_account
    return _account(case, about.its_house, account.year)


def resident_account(case: CaseFile, about: About, today: date) -> AccountFacts:
    """Return what one lease bears in the newest account of its house."""
    house = house_of(case, about)
    year = case.cost_accounts.of_house(house.id or 0)[0].year
    whole = _account(case, house, year)
    names = house_days.room_names(case, house.id or 0)
    own = tuple((name, line) for name, line in whole.lines if line.tenancy_id == about.tenancy.id)
    return replace(whole, lines=own, room=names[about.tenancy.dwelling_id])


def house_of(case: CaseFile, about: About) -> Dwelling:
    """Return the house of a lease."""
    unit = case.dwellings.get(about.tenancy.dwelling_id)
    return case.dwellings.get(unit.house_id) if unit.house_id else unit


def _account(case: CaseFile, house: Dwelling, year: int) -> AccountFacts:
    house_id = house.id or 0
    names = house_days.room_names(case, house_id)
    rooms = {lease.id: names[lease.dwelling_id] for lease in house_days.leases(case, house_id)}
    lines = house_days.year_account(case, house_id, year)
    costs: dict[CostKind, int] = {}
    for cost in case.shared_costs.of_year(house_id, year):
        costs[cost.kind] = costs.get(cost.kind, 0) + cost.amount_ore
    return AccountFacts(
        **_around(case, house),
        year=str(year),
        room="",
        kinds=tuple(kind for kind in CostKind if kind in costs),
        lines=tuple((rooms.get(line.tenancy_id, ""), line) for line in lines),
        costs=tuple((kind, costs[kind]) for kind in CostKind if kind in costs),
        total_ore=sum(costs.values()),
    )
