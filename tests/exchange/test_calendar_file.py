"""The calendar file: read back by the library that reads them, and byte by byte where programs are picky."""

import dataclasses
from datetime import UTC, date, datetime, time, timedelta

import pytest
from calendars import MOMENT, TODAY, events_in
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop import clock
from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.outside import Entry, Reference, days
from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.calendar import calendar_file
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.shared_housing.records import HouseMeeting
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.text.sentences import LANGUAGES
from bolig_desktop.visits.records import Visit, VisitKind, WhyNot
from build import (
    a_complaint,
    a_defect,
    a_house_with_rooms,
    a_household,
    a_landlord,
    a_municipality,
    a_shielded_household,
    a_tenancy,
)


def entry(**more):
    facts = {"kind": "lease_decide", "key": ("lease", "tenancies", 3, ""), "about": Reference("tenancies", 3)}
    return Entry(**facts | {"words": "Fatt vedtak", "day": date(2026, 12, 30)} | more)


def one(case, kind):
    return next(each for each in days(case).entries if each.kind == kind)


def written(found):
    """Return the one event these entries make."""
    (event,) = events_in(calendar_file([found], TODAY, MOMENT))
    return event


def test_everything_on_the_list_is_in_it(case, lease):
    a_defect(case)
    entries = days(case).entries
    assert {(e.kind, *e.key[1:3], e.day) for e in entries} == {
        (i.kind, i.topic, i.id, i.act_by) for i in Agenda(case).items()
    }
    assert len(events_in(calendar_file(entries, TODAY, MOMENT))) == len(entries) > 5


def test_a_day_is_a_whole_day_that_keeps_nobody_busy(case, lease):
    found = one(case, "lease_talk")
    event = written(found)
    assert (event.start, event.end) == (found.day, found.day + timedelta(days=1))
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["SUMMARY"] == f"Leieforhold {lease.id}: Boligsamtale før leieslutt"


def test_a_visit_stands_at_its_hours_in_norway_summer_and_winter(case, lease):
    for day, hour in ((date(2026, 12, 1), 9), (date(2027, 6, 1), 8)):
        hours = {"time_from": "10.00", "time_to": "11.30"}
        made = case.save(Visit(household_id=lease.household_id, planned_on=day, **hours))
        event = written(one(case, "visit_set"))
        assert event.start == datetime(day.year, day.month, day.day, hour, tzinfo=UTC)
        assert event.end - event.start == timedelta(minutes=90)
        assert event["SUMMARY"] == f"Husstand {lease.household_id}: Avtalt hjemmebesøk"
        case.remove(made)


def test_a_visit_whose_end_is_not_known_takes_an_hour(case, lease):
    case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 12, 1), time_from="10.00"))
    event = written(one(case, "visit_set"))
    assert event.end - event.start == timedelta(hours=1)


@pytest.mark.parametrize("hour", ["", " "])
def test_a_visit_without_hours_is_a_whole_day(hour, case, lease):
    case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 12, 1), time_from=hour))
    assert written(one(case, "visit_set")).start == date(2026, 12, 1)


def test_an_inspection_and_a_repair_are_called_so(case, lease):
    for kind, words in ((VisitKind.INSPECTION, "Avtalt tilsyn"), (VisitKind.REPAIR, "Avtalt besøk for å reparere")):
        made = case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 12, 1), kind=kind))
        assert words in one(case, "visit_set").summary()
        case.remove(made)


def test_a_visit_made_given_up_or_of_a_closed_case_is_not_in_it(case, lease):
    made = case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 11, 20)))
    assert one(case, "visit_set").day == date(2026, 11, 20), "the control: not registered yet, it stands there"
    for more in ({"visited_on": date(2026, 11, 20)}, {"why_not": WhyNot.NOBODY_HOME}):
        changed = case.save(dataclasses.replace(made, **more))
        assert "visit_set" not in {each.kind for each in days(case).entries}
        made = case.save(dataclasses.replace(changed, visited_on=None, why_not=None))
    empty = a_household(case)
    case.save(Visit(household_id=empty.id, planned_on=date(2026, 12, 3)))
    case.save(dataclasses.replace(case.households.get(empty.id), closed_on=TODAY))
    assert [e.day for e in days(case).entries if e.kind == "visit_set"] == [date(2026, 11, 20)]


def test_house_meetings_set_stand_there_each_once(case):
    a_municipality(case)
    house, room = a_house_with_rooms(case, 1)
    a_tenancy(case, dwelling_id=room.id, ends_on=date(2028, 10, 31))
    case.save(HouseMeeting(house_id=house.id, held_on=date(2026, 11, 3), minute="Vasking."))
    assert [e.kind for e in days(case).entries if "meeting" in e.kind] == ["house_meeting"], "the routine's"
    for day in (date(2026, 12, 1), date(2027, 1, 12)):
        case.save(HouseMeeting(house_id=house.id, held_on=day))
    found = [e for e in days(case).entries if "meeting" in e.kind]
    assert [(e.kind, e.day) for e in found] == [
        ("meeting_set", date(2026, 12, 1)),
        ("meeting_set", date(2027, 1, 12)),
    ]
    assert found[0].summary() == f"Bofellesskap {house.id}: Beboermøte"


def test_a_visit_and_a_meeting_that_are_moved_keep_their_place(case, lease):
    visit = case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 12, 1), time_from="10.00"))
    before = written(one(case, "visit_set"))
    case.save(dataclasses.replace(visit, planned_on=date(2026, 12, 8), time_from="13.15"))
    after = written(one(case, "visit_set"))
    assert before["UID"] == after["UID"] and before.start != after.start


def test_identifiers_are_each_ones_own_and_tell_nothing(case, lease):
    a_defect(case)
    events = events_in(calendar_file(days(case).entries, TODAY, MOMENT))
    identifiers = [str(event["UID"]) for event in events]
    assert len(set(identifiers)) == len(identifiers)
    assert not [each for each in identifiers if "lease" in each or "tenanc" in each]


def test_identifiers_are_those_of_every_earlier_file():
    """Written down: were it another tomorrow, every entry in every calendar would be there twice."""
    assert written(entry())["UID"] == "8e964b94-e452-5c57-9505-e3103aca9d09@bolig"


def test_same_facts_same_bytes_and_the_stamp_is_the_moment(case, lease):
    def again():
        other = CaseFile(open_in_memory(), clock=clock.fixed(TODAY))
        a_municipality(other)
        a_tenancy(other, ends_on=date(2027, 4, 30))
        return calendar_file(days(other).entries, TODAY, MOMENT)

    content = calendar_file(days(case).entries, TODAY, MOMENT)
    assert content == again() == calendar_file(days(case).entries, TODAY, MOMENT)
    assert {event.stamp for event in events_in(content)} == {MOMENT}


def test_lines_are_folded_and_end_as_the_standard_says():
    content = calendar_file([entry(words="Ærlig å " * 40)], TODAY, MOMENT)
    lines = content.split(b"\r\n")
    assert lines[-1] == b"" and b"\n" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 75 and sum(line.startswith(b" ") for line in lines) > 4
    for line in lines:
        line.decode()  # no letter is cut in two
    assert written(entry(words="Ærlig å " * 40))["SUMMARY"].count("Ærlig") == 40


@given(st.text())
def test_any_words_come_back_as_they_were_on_short_lines(words):
    content = calendar_file([entry(words=words)], TODAY, MOMENT)
    assert max(map(len, content.split(b"\r\n"))) <= 75
    (event,) = events_in(content)
    assert len(event.walk()) == 1 and str(event["UID"]).endswith("@bolig")
    if words.isprintable():
        assert event["SUMMARY"] == f"Leieforhold 3: {words}"


def test_what_would_break_a_line_is_escaped():
    odd = "a,b;c\\d\ne\r\nATTENDEE:x"
    content = calendar_file([entry(words=odd)], TODAY, MOMENT)
    assert b"a\\,b\\;c\\\\d\\ne" in content and b"\r\nATTENDEE" not in content
    assert written(entry(words=odd))["SUMMARY"].endswith("ATTENDEE:x")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_has_words_in_every_language(language, case, lease):
    a_defect(case)
    case.save(Visit(household_id=lease.household_id, planned_on=date(2026, 12, 1)))
    for event in events_in(calendar_file(days(case, language).entries, TODAY, MOMENT, language)):
        assert event["SUMMARY"] and "{" not in event["SUMMARY"] + event["DESCRIPTION"]


def bells(found):
    return [alarm["TRIGGER"].dt for alarm in written(found).walk("VALARM")]


def test_a_bell_rings_for_what_the_law_binds_us_to_and_for_what_has_an_hour():
    assert bells(entry()) == []
    assert bells(entry(is_binding=True)) == [timedelta(days=-7, hours=9)]
    assert bells(entry(begins=time(10))) == [timedelta(hours=-1)]


def test_no_bell_rings_for_what_has_been():
    """A program that reads in a calendar rings at once for every bell that lies behind."""
    last, first = date(2026, 11, 28), date(2026, 11, 29)
    assert bells(entry(is_binding=True, day=last)) == [] != bells(entry(is_binding=True, day=first))


def test_a_day_that_is_moved_says_so(case):
    a_municipality(case)
    a_tenancy(case, ends_on=date(2026, 10, 31))
    found = one(case, "lease_expired")
    assert found.summary().endswith("Send flytteoppfordring senest denne dagen")
    assert "husleieloven § 9-2" in found.more() and "Selve dagen er 31.01.2027. Gjør det senest 29.01.2027." in (
        found.more()
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_an_entry_is_called_is_found_by_searching_for_it(language, case, lease):
    """A number alone says something only to who can look it up."""
    house, room = a_house_with_rooms(case, 1)
    owner = a_landlord(case)
    case.save(HeadLease(landlord_id=owner.id, dwelling_id=room.id, starts_on=TODAY, ends_on=date(2027, 3, 1)))
    a_tenancy(case, dwelling_id=room.id, ends_on=date(2028, 10, 31))
    case.save(HouseMeeting(house_id=house.id, held_on=date(2026, 12, 1)))
    hidden = a_shielded_household(case)
    case.save(Visit(household_id=hidden.id, planned_on=date(2026, 12, 2)))
    a_defect(case)
    a_complaint(case)
    kinds = {"tenancies": "tenancy", "shared_housing": "dwelling"}
    entries = [one for one in days(case, language).entries if one.about.id]
    assert {one.about.topic for one in entries} >= {
        "tenancies", "households", "shared_housing", "landlords", "defects", "complaints",
    }  # fmt: skip
    for one in entries:
        called, _, _ = one.summary(language).partition(":")
        hits = {(hit.kind, hit.id) for hit in case.search.find(called)}
        assert (kinds.get(one.about.topic, one.about.topic.removesuffix("s")), one.about.id) in hits, called


def test_an_empty_file_is_a_calendar_all_the_same(case):
    assert events_in(calendar_file([], TODAY, MOMENT)) == []
    assert calendar_file([], TODAY, MOMENT).startswith(b"BEGIN:VCALENDAR\r\n")
