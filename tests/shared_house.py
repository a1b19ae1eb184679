"""A shared house with a life: meetings, conflicts, costs; one room let to a shielded household."""

from datetime import date, timedelta
from decimal import Decimal

from bolig_desktop.shared_housing.records import (
    ConflictStep,
    CostAccount,
    CostKind,
    CostSplit,
    HouseConflict,
    HouseMeeting,
    MeetingPoint,
    NeighbourLetter,
    RuleGroup,
    SharedCost,
    WorkerHours,
)
from bolig_desktop.tenancies.records import TenancyKind
from build import a_house_with_rooms, a_household, a_municipality, a_person, a_shielded_household, a_tenancy

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def lived_in(case, rooms=3):
    """A house of three rooms; the first let to one who speaks Dari, the second to a shielded household."""
    a_municipality(case, phone="75555000")
    house, *built = a_house_with_rooms(case, rooms)
    farid = a_household(case, a_person(case, given_name="Farid", family_name="Noori", language="prs"))
    leases = [
        a_tenancy(
            case,
            kind=TenancyKind.ROOM,
            dwelling_id=room.id,
            household_id=who.id,
            starts_on=TODAY - 400 * DAY,
            ends_on=TODAY + 900 * DAY,
            power_nok=500,
        )
        for room, who in zip(built, (farid, a_shielded_household(case)), strict=False)
    ]
    return house, built, leases


def a_meeting(case, house, **more):
    facts = {"house_id": house.id, "held_on": TODAY - 10 * DAY, "minute": "Vi snakket om kjøkkenet."} | more
    return case.save(HouseMeeting(**facts))


def a_point(case, meeting, **more):
    return case.save(MeetingPoint(**({"meeting_id": meeting.id, "what": "Kjøpe ny kost", "who": "rom 1"} | more)))


def a_talk(case, house, **more):
    facts = {
        "house_id": house.id,
        "step": ConflictStep.TALK,
        "happened_on": TODAY - 20 * DAY,
        "topic": RuleGroup.QUIET,
        "facts": "Høy musikk etter kl. 23.",
    }
    return case.save(HouseConflict(**(facts | more)))


def a_cost(case, house, **more):
    facts = {
        "house_id": house.id,
        "month": "2026-10",
        "kind": CostKind.POWER,
        "amount_ore": 100_001,
        "split": CostSplit.RESIDENTS,
    }
    return case.save(SharedCost(**(facts | more)))


def an_account(case, house, **more):
    return case.save(CostAccount(**({"house_id": house.id, "year": 2026} | more)))


def a_neighbour_letter(case, house, **more):
    return case.save(NeighbourLetter(**({"house_id": house.id, "contact": "miljøarbeideren"} | more)))


def some_hours(case, house, **more):
    facts = {"house_id": house.id, "month": "2026-10", "who": "KM", "hours": Decimal("4.5")}
    return case.save(WorkerHours(**(facts | more)))
