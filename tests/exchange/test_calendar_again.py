"""A calendar file read in over an earlier one: what has moved moves, and nothing stands there twice."""

import dataclasses
from datetime import UTC, date, datetime, timedelta

import pytest
from calendars import MOMENT, TODAY, events_in

from bolig_desktop import clock
from bolig_desktop.agenda.outside import days
from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.calendar import calendar_file
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.shared_housing.records import HouseMeeting, MeetingPoint
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.tenancies.records import Matter, MatterKind
from bolig_desktop.visits.records import Task
from build import (
    a_house_with_rooms,
    a_landlord,
    a_municipality,
    a_tenancy,
    an_assessment,
)


def read(case, made_at=MOMENT):
    """Return the events of a new file of the case, by their identifiers."""
    events = events_in(calendar_file(days(case).entries, case.clock(), made_at))
    found = {str(event["UID"]): event for event in events}
    assert len(found) == len(events), "each has its own"
    return found


def of(case, kind):
    """Return {identifier: first day} of the entries of a kind, by day."""
    events = read(case)
    ours = {one.summary() for one in days(case).entries if one.kind == kind}
    found = {uid: event.start for uid, event in events.items() if str(event["SUMMARY"]) in ours}
    return dict(sorted(found.items(), key=lambda each: each[1]))


def test_a_lease_that_is_lengthened_moves_its_entry(case, lease):
    before = of(case, "lease_talk")
    case.save(dataclasses.replace(lease, ends_on=date(2027, 5, 31)))
    after = of(case, "lease_talk")
    assert list(before) == list(after) and before != after


def test_what_comes_after_in_the_same_chain_is_the_same_entry(case, lease):
    """The talk, the decision and the letter never stand on the list together."""
    (talk,) = of(case, "lease_talk")
    an_assessment(case, lease)
    (decide,) = of(case, "lease_decide")
    assert decide == talk


def test_a_lease_that_has_run_out_keeps_its_entry_from_day_to_day():
    names = set()
    for day in (date(2027, 4, 20), date(2027, 5, 10), date(2027, 7, 29), date(2027, 9, 1)):
        case = CaseFile(open_in_memory(), clock=clock.fixed(day))
        a_municipality(case)
        a_tenancy(case, ends_on=date(2027, 4, 30))
        names.add(frozenset(uid for uid, event in read(case).items() if "Leieforhold 1:" in event["SUMMARY"]))
    assert len(frozenset.intersection(*names)) == 1


@pytest.mark.parametrize(
    ("kind", "field"),
    [(MatterKind.MEMBER_APPLICATION, "received_on"), (MatterKind.HOUSING_APPLICATION, "received_on")],
)
def test_a_deadline_counted_from_a_day_that_is_put_right_moves(kind, field, case, lease):
    facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "opened_on": date(2026, 11, 2)}
    matter = case.save(Matter(kind=kind, received_on=date(2026, 11, 2), **facts))
    before = of(case, str(kind))
    case.save(dataclasses.replace(matter, **{field: date(2026, 11, 9)}))
    after = of(case, str(kind))
    assert list(before) == list(after) and list(before.values()) != list(after.values())


def test_two_of_a_kind_are_two_and_each_keeps_its_own(case, lease):
    one, other = (case.save(Task(household_id=lease.household_id, what=what, due_on=TODAY)) for what in "ab")
    first = of(case, "task")
    assert len(first) == 2 and first == of(case, "task"), "the same a second time"
    case.save(dataclasses.replace(one, due_on=date(2027, 1, 8)))
    moved = of(case, "task")
    assert set(moved) == set(first) and sorted(moved.values()) == [date(2026, 11, 20), date(2027, 1, 8)]
    case.remove(case.tasks.get(one.id))
    assert set(of(case, "task")) < set(first), "the other is not taken for the one that went"
    assert other.id


def points(case, *given):
    house, _ = a_house_with_rooms(case, 1)
    meeting = case.save(HouseMeeting(house_id=house.id, held_on=date(2026, 11, 3), minute="Vasking."))
    return [case.save(MeetingPoint(meeting_id=meeting.id, what="Vask", due_on=day)) for day in given]


def test_what_one_house_has_several_of_is_told_apart_by_its_own_record(case):
    """Not by its place in the row: when the first is done, the second is still the second."""
    a_municipality(case)
    first, _ = points(case, date(2026, 12, 1), date(2027, 1, 12))
    before = of(case, "meeting_point")
    assert list(before.values()) == [date(2026, 12, 1), date(2027, 1, 12)]
    case.save(dataclasses.replace(first, done_on=TODAY))
    assert of(case, "meeting_point") == dict(list(before.items())[1:])


def test_an_owner_with_two_homes_has_two_ends_and_each_moves_alone(case):
    a_municipality(case)
    _, *rooms = a_house_with_rooms(case, 2)
    owner = a_landlord(case)
    lasts = {"starts_on": TODAY, "ends_on": date(2027, 6, 30)}
    hired = [case.save(HeadLease(landlord_id=owner.id, dwelling_id=room.id, **lasts)) for room in rooms]
    before = of(case, "head_lease_ends")
    assert len(before) == 2
    case.save(dataclasses.replace(hired[0], ends_on=date(2027, 9, 30)))
    after = of(case, "head_lease_ends")
    assert set(before) == set(after) and len(set(after.values())) == 2


def test_what_comes_every_month_is_of_its_own_month(case):
    a_municipality(case)
    benefit = of(case, "housing_benefit")
    assert len(benefit) == 2
    later = CaseFile(open_in_memory(), clock=clock.fixed(TODAY + timedelta(days=31)))
    a_municipality(later)
    ahead = of(later, "housing_benefit")
    assert set(list(benefit)[1:]) == set(list(ahead)[:1])
    assert len(set(benefit) | set(ahead)) == 3, "none of another month's"


def test_a_later_file_is_told_to_be_the_later_also_when_nothing_was_written(case, lease):
    first, second = read(case), read(case, MOMENT + timedelta(seconds=1))
    assert first.keys() == second.keys()
    for uid, event in second.items():
        assert event["SEQUENCE"] > first[uid]["SEQUENCE"] > 0
        assert event["DTSTAMP"].dt == event["LAST-MODIFIED"].dt == MOMENT + timedelta(seconds=1)


@pytest.mark.parametrize(
    ("at", "number"),
    [
        (datetime(2019, 12, 31, 23, 59, 59, tzinfo=UTC), 0),
        (datetime(2020, 1, 1, 0, 0, 1, tzinfo=UTC), 1),
        (datetime(2088, 1, 19, 3, 14, 7, tzinfo=UTC), 2**31 - 1),
    ],
)
def test_the_number_fits_where_it_is_read(at, number, case, lease):
    """RFC 5545 has an integer from -2147483648 to 2147483647; a clock set wrong gives no negative one."""
    assert {event["SEQUENCE"] for event in read(case, at).values()} == {number}


def test_nothing_is_called_off(case, lease):
    """No file knows what an earlier one said, so what has fallen away is not in it, and the help says so."""
    task = case.save(Task(household_id=lease.household_id, what="a", due_on=TODAY))
    (uid,) = of(case, "task")
    case.save(dataclasses.replace(task, done_on=TODAY))
    again = read(case)
    assert uid not in again and not [event for event in again.values() if "STATUS" in event]
