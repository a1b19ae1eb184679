"""What a meter showed last: as kept with the home, in its protocols, and at visits; never a guess between two."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from bolig_desktop.casefile import finding, metering
from bolig_desktop.dwellings.records import DwellingKind, Meter, MeterKind
from bolig_desktop.errors import Refused
from bolig_desktop.tenancies.records import Handover, HandoverKind
from bolig_desktop.visits.records import Reading, Visit
from build import a_dwelling, a_municipality, a_tenancy

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def case(case):
    a_municipality(case)
    return case


@pytest.fixture
def lease(case):
    return a_tenancy(case, starts_on=date(2026, 9, 1), ends_on=None)


def read(case, lease, day, **values):
    facts = {"household_id": lease.household_id, "dwelling_id": lease.dwelling_id}
    return case.save(Visit(visited_on=day, **facts, **{k: Decimal(v) for k, v in values.items()}))


def meter(case, dwelling_id, **more):
    return case.save(Meter(dwelling_id=dwelling_id, **({"kind": MeterKind.POWER} | more)))


def test_the_newest_of_all_three_is_the_last(case, lease):
    one = meter(case, lease.dwelling_id, reading=Decimal(100), read_on=TODAY - 30 * DAY)
    assert metering.newest(case, one) == Reading(TODAY - 30 * DAY, Decimal(100))
    taken = {"tenancy_id": lease.id, "kind": HandoverKind.TAKEOVER, "held_on": TODAY - 20 * DAY}
    case.save(Handover(power_reading=Decimal(150), **taken))
    assert metering.newest(case, one) == Reading(TODAY - 20 * DAY, Decimal(150))
    read(case, lease, TODAY - 10 * DAY, power_reading="170.5")
    assert metering.newest(case, one) == Reading(TODAY - 10 * DAY, Decimal("170.5"))


def test_only_what_was_read_before_a_visit_is_set_against_it(case, lease):
    first = read(case, lease, TODAY - 10 * DAY, power_reading="100", water_reading="7")
    second = read(case, lease, TODAY, power_reading="120")
    assert metering.last_readings(case, first) == {}
    assert metering.last_readings(case, second)["power"] == Reading(TODAY - 10 * DAY, Decimal(100))
    assert set(metering.last_readings(case, second)) == {"power", "water"}
    assert metering.last_readings(case, replace(second, dwelling_id=None)) == {}


def test_between_two_meters_of_one_kind_nothing_is_guessed(case, lease):
    one, other = meter(case, lease.dwelling_id), meter(case, lease.dwelling_id, number="2")
    first = read(case, lease, TODAY - DAY, power_reading="100")
    assert metering.newest(case, one) is metering.newest(case, other) is None
    assert metering.last_readings(case, replace(first, id=None, visited_on=TODAY)) == {}


def test_a_room_without_its_own_is_read_with_the_house(case, lease):
    house = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE)
    rooms = [
        a_dwelling(case, kind=DwellingKind.ROOM, house_id=house.id, name=f"Rom {n}", unit_number=f"H020{n}")
        for n in (1, 2)
    ]
    one = meter(case, house.id)
    visit = case.save(
        Visit(household_id=lease.household_id, dwelling_id=rooms[0].id, visited_on=TODAY, power_reading=Decimal(9))
    )
    assert metering.meters_of(case, rooms[1].id) == [one]
    assert metering.newest(case, one) == Reading(TODAY, Decimal(9))
    next_door = replace(visit, id=None, dwelling_id=rooms[1].id, visited_on=TODAY + DAY)
    assert metering.last_readings(case, next_door) == {"power": Reading(TODAY, Decimal(9))}
    meter(case, rooms[0].id)
    assert metering.newest(case, one) is None, "the room has its own by now, and that was read"


def test_a_finding_without_a_home_is_refused_as_a_defect_and_kept_as_a_task(case, lease):
    visit = Visit(household_id=lease.household_id, visited_on=TODAY)
    with pytest.raises(Refused) as refused:
        finding.defect(case, visit, "Løs ventil")
    assert [one.code for one in refused.value.problems] == ["finding.no_dwelling"]
    assert finding.task(case, visit, "Løs ventil").due_on == date(2026, 12, 4)


def test_a_line_there_is_no_room_for_in_a_task_is_refused_and_not_cut(case, lease):
    visit = Visit(household_id=lease.household_id, visited_on=TODAY)
    assert finding.task(case, visit, "x" * 300).what == "x" * 300
    with pytest.raises(Refused) as refused:
        finding.task(case, visit, "x" * 301)
    assert [(one.code, dict(one.facts)) for one in refused.value.problems] == [
        ("text.too_long", {"length": 301, "most": 300})
    ]


def test_a_visit_and_its_findings_are_written_together_or_not_at_all(case, lease):
    visit = Visit(household_id=lease.household_id, dwelling_id=lease.dwelling_id, visited_on=TODAY)
    found = [finding.defect(case, visit, "Løs ventil"), finding.task(case, visit, "Ring")]
    case.remove(found[0])
    wrong = replace(visit, visited_on=TODAY + DAY)
    with pytest.raises(Refused):
        finding.keep_visit(case, wrong, found)
    assert case.visits.count() == 0 and case.tasks.get(found[1].id).visit_id is None
    saved = finding.keep_visit(case, visit, found)
    assert case.tasks.get(found[1].id).visit_id == saved.id
    assert case.defects.find(found[0].id) is None, "what was taken away meanwhile stays away"
    with pytest.raises(Refused) as refused:
        case.remove(saved)
    assert refused.value.problems[0].code == "remove.in_use"
