"""What a temporary stay and a settlement quota must be, on both sides of each edge."""

import dataclasses
from datetime import date

import pytest

from bolig_desktop.allocation.records import SettlementQuota, StayKind, TemporaryStay
from bolig_desktop.allocation.rules import quota_problems, stay_problems
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Grading
from build import a_household, a_person

TODAY = date(2026, 11, 22)


def stay(first, last=None, **more):
    return TemporaryStay(household_id=1, kind=StayKind.HOTEL, from_on=first, to_on=last, **more)


@pytest.mark.parametrize(
    ("first", "last", "codes"),
    [
        (TODAY, None, []),
        (date(2026, 11, 23), None, ["stay.ahead"]),
        (date(2026, 11, 1), date(2026, 11, 1), []),
        (date(2026, 11, 2), date(2026, 11, 1), ["stay.ends_before"]),
        (date(2026, 11, 1), TODAY, []),
        (date(2026, 11, 1), date(2026, 11, 23), ["stay.ahead"]),
    ],
)
def test_a_stay_has_begun_and_ends_after_it(first, last, codes):
    assert [one.code for one in stay_problems(stay(first, last), others=[], today=TODAY)] == codes


@pytest.mark.parametrize(
    ("first", "last", "overlaps"),
    [
        (date(2026, 1, 1), date(2026, 1, 9), False),
        (date(2026, 1, 1), date(2026, 1, 10), True),
        (date(2026, 1, 20), None, True),
        (date(2026, 1, 21), None, False),
    ],
)
def test_two_stays_on_the_same_day_are_told_of(first, last, overlaps):
    other = stay(date(2026, 1, 10), date(2026, 1, 20), id=7)
    found = stay_problems(stay(first, last), others=[other], today=TODAY)
    assert [(one.code, one.hard) for one in found] == ([("stay.overlaps", False)] if overlaps else [])


def test_with_code_6_nothing_of_where_they_live_is_kept(case):
    person = a_person(case)
    hidden = a_household(case, person)
    case.people.change(dataclasses.replace(person, grading=Grading.STRICTLY_CONFIDENTIAL))
    with pytest.raises(Refused):
        case.save(TemporaryStay(household_id=hidden.id, kind=StayKind.HOTEL, from_on=date(2026, 1, 1)))
    assert case.temporary_stays.count() == 0


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({"year": 1990}, []),
        ({"year": 1989}, ["year.outside"]),
        ({"year": 2031}, []),
        ({"year": 2032}, ["year.outside"]),
        ({"year": 2026, "decided": 0}, []),
        ({"year": 2026, "decided": -1}, ["quota.negative"]),
        ({"year": 2026, "decided": 10, "q1": 1, "q2": 2, "q3": 3, "q4": 4}, []),
        ({"year": 2026, "decided": 11, "q1": 1, "q2": 2, "q3": 3, "q4": 4}, ["quota.sum"]),
        ({"year": 2026, "decided": 11, "q1": 1}, []),
    ],
)
def test_a_quota_has_a_year_and_quarters_that_add_up(facts, codes):
    assert [one.code for one in quota_problems(SettlementQuota(**facts), others=[], today=TODAY)] == codes


def test_a_year_has_one_quota_and_a_household_with_a_stay_is_not_removed(case):
    case.save(SettlementQuota(year=2025, decided=5))
    with pytest.raises(Refused) as refused:
        case.save(SettlementQuota(year=2025, decided=6))
    assert refused.value.problems[0].code == "quota.there"
    household = a_household(case, a_person(case))
    kept = case.save(TemporaryStay(household_id=household.id, kind=StayKind.CAMPING, from_on=date(2026, 1, 1)))
    with pytest.raises(Refused):
        case.remove(household)
    case.remove(kept)
    case.undo_last()
    assert case.temporary_stays.count() == 1
