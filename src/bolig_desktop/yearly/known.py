"""What the figures of a year are counted from, read once: records by id, and what belongs together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import TypeVar

from bolig_desktop.career.records import Scheme
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.people.records import JoinReason, PermitKind
from bolig_desktop.tenancies.records import Decision, DecisionKind, TenancyKind
from bolig_desktop.tenancies.rules import OURS, lived_in
from bolig_desktop.yearly.parts import Group, Lease, Member, Somebody, Unit

R = TypeVar("R")
_DAY = timedelta(days=1)
GRANT_YEARS, GRANT_YEARS_OF_FAMILY = 5, 3
"""Calendar years the integration grant runs, the year of settlement with them (law.md IN-TIL)."""


@dataclass(frozen=True)
class Year:
    """A calendar year, and the day stock is counted on: its last, or today where it is not over."""

    number: int
    counting_day: date

    @classmethod
    def of(cls, number: int, today: date) -> Year:
        """Return the year seen from today."""
        return cls(number, min(date(number, 12, 31), today))

    @property
    def first(self) -> date:
        """1 January."""
        return date(self.number, 1, 1)

    @property
    def is_over(self) -> bool:
        """Whether 31 December has come."""
        return self.counting_day == date(self.number, 12, 31)

    def __contains__(self, day: date | None) -> bool:
        """Say whether a day lies in the year, up to the counting day."""
        return day is not None and self.first <= day <= self.counting_day


class Known:
    """Everything in the case file that figures are counted from; what is not asked for is not read."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case

    @cached_property
    def dwellings(self) -> dict[int, Unit]:
        """Every unit by id."""
        return {one.id: one for one in self.case.dwellings.parts(Unit)}

    @cached_property
    def rooms(self) -> dict[int, list[Unit]]:
        """The rooms of each house."""
        return _grouped((one.house_id, one) for one in self.dwellings.values() if one.house_id is not None)

    @cached_property
    def tenancies(self) -> list[Lease]:
        """Every tenancy, by id."""
        return list(self.case.tenancies.parts(Lease))

    @cached_property
    def ours(self) -> list[Lease]:
        """The tenancies the municipality is landlord of, by the day they begin."""
        return sorted((t for t in self.tenancies if t.kind in OURS), key=lambda t: (t.starts_on, t.id))

    @cached_property
    def of_household(self) -> dict[int, list[Lease]]:
        """The tenancies of ours that each household has had, by the day they begin."""
        return _grouped((one.household_id, one) for one in self.ours)

    @cached_property
    def of_dwelling(self) -> dict[int, list[Lease]]:
        """The tenancies of ours that each unit has had, by the day they begin."""
        return _grouped((one.dwelling_id, one) for one in self.ours)

    @cached_property
    def _homes(self) -> dict[int, list[Lease]]:
        """The tenancies of every kind that each household has lived by, by the day they begin."""
        in_order = sorted(
            (one for one in self.tenancies if one.came_to_something), key=lambda one: (one.starts_on, one.id)
        )
        return _grouped((one.household_id, one) for one in in_order)

    def homes(self, household_id: int) -> list[Lease]:
        """Return every tenancy a household has lived by, its own home among them, by the day they begin."""
        return self._homes.get(household_id, [])

    def first_home(self, household_id: int) -> Lease | None:
        """Return the first tenancy of a household, None where it has had none."""
        return next(iter(self.homes(household_id)), None)

    def stays(self, household_id: int) -> Iterator[tuple[date, date]]:
        """Yield from when to when (the day it left, or ``date.max``) a household lived in each home it does not own.

        Leases of one home that follow each other are one stay.
        """
        open_stay: tuple[int, date, date] | None = None
        for one in self.homes(household_id):
            left = one.moved_out_on or date.max
            if one.kind is TenancyKind.OWNED:
                continue
            if open_stay is not None and open_stay[0] == one.dwelling_id and one.starts_on - _DAY <= open_stay[2]:
                open_stay = one.dwelling_id, open_stay[1], max(left, open_stay[2])
                continue
            if open_stay is not None:
                yield open_stay[1:]
            open_stay = one.dwelling_id, one.starts_on, left
        if open_stay is not None:
            yield open_stay[1:]

    @cached_property
    def shared_units(self) -> frozenset[int]:
        """The houses that are shared, and their rooms."""
        houses = {
            row_id for row_id, one in self.dwellings.items() if one.kind is DwellingKind.SHARED_HOUSE
        } | self.rooms.keys()
        return frozenset(houses | {room.id for rooms in self.rooms.values() for room in rooms})

    @cached_property
    def people(self) -> dict[int, Somebody]:
        """Everybody by id."""
        return {one.id: one for one in self.case.people.parts(Somebody)}

    @cached_property
    def allotments(self) -> list[Decision]:
        """The decisions about a first dwelling, by id."""
        return self.case.decisions.list("kind = ?", [DecisionKind.ALLOTMENT])

    @cached_property
    def granted(self) -> list[Scheme]:
        """The schemes that were granted, by id."""
        return self.case.schemes.list("granted = 1")

    @cached_property
    def households(self) -> dict[int, Group]:
        """Every household by id."""
        return {one.id: one for one in self.case.households.parts(Group)}

    @cached_property
    def members(self) -> dict[int, list[Member]]:
        """Who is or was in each household."""
        return _grouped((one.household_id, one) for one in self._every_membership)

    @cached_property
    def memberships(self) -> dict[int, list[Member]]:
        """The memberships of each person."""
        return _grouped((one.person_id, one) for one in self._every_membership)

    @cached_property
    def _every_membership(self) -> list[Member]:
        return list(self.case.memberships.parts(Member))

    def lives_in_ours(self, household_id: int, day: date, *, besides: int | None = None) -> bool:
        """Say whether a household lives in a dwelling of ours on a day, by any other lease than ``besides``."""
        return any(lived_in(one, day) for one in self.of_household.get(household_id, ()) if one.id != besides)

    def is_refugee(self, person: Somebody, year: int) -> bool:
        """Say whether somebody is within the period of the integration grant in a year (law.md IN-TIL, HB-REF).

        The year of settlement and the four after it; with the two after it only, for family of somebody with a
        permit on humanitarian grounds.
        """
        if person.settled_on is None:
            return False
        years = GRANT_YEARS_OF_FAMILY if self._is_family_of_humanitarian(person) else GRANT_YEARS
        return 0 <= year - person.settled_on.year < years

    def _is_family_of_humanitarian(self, person: Somebody) -> bool:
        if person.permit is not PermitKind.FAMILY:
            return False
        return any(
            self.people[other.person_id].permit is PermitKind.HUMANITARIAN
            for one in self.memberships.get(person.id, ())
            for other in self.members.get(one.household_id, ())
            if other.person_id != person.id
        )

    def came_to_family(self, person: Somebody) -> bool:
        """Say whether somebody came by reunification, or was born here: not counted as settled (kostra.md, IMDi)."""
        reasons = (JoinReason.REUNIFICATION, JoinReason.BIRTH)
        return any(one.join_reason in reasons for one in self.memberships.get(person.id, ()))


def quarter_of(day: date) -> int:
    """Return which quarter of its year a day lies in, 1 to 4."""
    return (day.month + 2) // 3


def _grouped(pairs: Iterable[tuple[int, R]]) -> dict[int, list[R]]:
    found: dict[int, list[R]] = defaultdict(list)
    for key, one in pairs:
        found[key].append(one)
    return dict(found)
