"""Meetings, conflicts and shared costs: both sides of every edge, and øre that add up to the whole."""

import dataclasses
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import (
    BenefitForms,
    ConflictStep,
    CostAccount,
    CostKind,
    CostShare,
    CostSplit,
    HouseApproval,
    HouseConflict,
    HouseMeeting,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    RuleGroup,
    SharedCost,
    WorkerHours,
)
from bolig_desktop.shared_housing.rules import Stay

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def codes(found, hard=None):
    return {one.code for one in found if hard is None or one.hard is hard}


# meetings


def a_meeting(**more):
    return HouseMeeting(**({"id": 1, "house_id": 1, "held_on": TODAY} | more))


@pytest.mark.parametrize(
    ("held_on", "minute", "wrong"),
    [(TODAY, "Vi snakket.", False), (TODAY + DAY, "Vi snakket.", True), (TODAY + DAY, "", False)],
)
def test_a_meeting_ahead_has_no_minute(held_on, minute, wrong):
    found = rules.meeting_problems(a_meeting(held_on=held_on, minute=minute), rooms=(), today=TODAY)
    assert ("meeting.ahead" in codes(found)) is wrong


@pytest.mark.parametrize(("length", "wrong"), [(3_000, False), (3_001, True)])
def test_a_minute_stands_on_one_screen(length, wrong):
    found = rules.meeting_problems(a_meeting(minute="a" * length), rooms=(), today=TODAY)
    assert ("meeting.too_long" in codes(found)) is wrong


@pytest.mark.parametrize(("days", "wrong"), [(-1, True), (0, True), (1, False)])
def test_the_next_meeting_comes_after(days, wrong):
    found = rules.meeting_problems(a_meeting(next_on=TODAY + days * DAY), rooms=(), today=TODAY)
    assert ("meeting.next_before" in codes(found)) is wrong


def test_only_rooms_of_the_house_are_present():
    assert not rules.meeting_problems(a_meeting(present="2 3"), rooms=(2, 3), today=TODAY)
    assert codes(rules.meeting_problems(a_meeting(present="2 4"), rooms=(2, 3), today=TODAY)) == {
        "meeting.other_house"
    }


@pytest.mark.parametrize(("days", "wrong"), [(-1, True), (0, False), (1, False)])
def test_a_point_is_due_from_the_day_of_the_meeting(days, wrong):
    point = MeetingPoint(meeting_id=1, what="Kost", due_on=TODAY + days * DAY)
    found = rules.point_problems(point, meeting=a_meeting(), today=TODAY)
    assert ("meeting.due_before" in codes(found)) is wrong


@pytest.mark.parametrize(("days", "wrong"), [(-1, True), (0, False), (1, True)])
def test_a_point_is_done_between_the_meeting_and_today(days, wrong):
    point = MeetingPoint(meeting_id=1, what="Kost", done_on=TODAY + days * DAY)
    found = rules.point_problems(point, meeting=a_meeting(), today=TODAY)
    assert ("meeting.done_when" in codes(found)) is wrong


def test_a_point_says_something():
    found = rules.point_problems(MeetingPoint(meeting_id=1, what="  "), meeting=a_meeting(), today=TODAY)
    assert codes(found) == {"missing.value"}


def test_the_next_meeting_is_the_one_set_else_a_month_on():
    last = a_meeting(held_on=date(2026, 10, 31))
    assert rules.next_meeting([], TODAY) is None
    assert rules.next_meeting([last], TODAY) == date(2026, 11, 30), "31 November is not a day"
    assert rules.next_meeting([dataclasses.replace(last, next_on=date(2026, 12, 9))], TODAY) == date(2026, 12, 9)
    planned = a_meeting(id=2, held_on=TODAY + 3 * DAY)
    assert rules.next_meeting([last, planned], TODAY) == TODAY + 3 * DAY


def test_open_points_come_back_until_the_meeting_after_they_are_done():
    first = a_meeting(id=1, held_on=TODAY - 60 * DAY)
    second = a_meeting(id=2, held_on=TODAY - 30 * DAY)
    third = a_meeting(id=3, held_on=TODAY)
    point = MeetingPoint(id=1, meeting_id=1, what="Kost", done_on=TODAY - 30 * DAY + DAY)
    meetings = [first, second, third]
    assert rules.points_for(first, [point], meetings) == []
    assert rules.points_for(second, [point], meetings) == [point]
    assert rules.points_for(third, [point], meetings) == []


# conflicts


def an_entry(step=ConflictStep.TALK, **more):
    facts = {
        "house_id": 1,
        "step": step,
        "happened_on": TODAY,
        "topic": RuleGroup.QUIET,
        "facts": "Musikk.",
        "household_id": 5,
    }
    return HouseConflict(**(facts | more))


def of(entry, *others, strict=()):
    return codes(rules.conflict_problems(entry, others=others, strict=strict, today=TODAY))


TALK = an_entry(id=1)
WARNING = an_entry(ConflictStep.WARNING, id=2, follows_id=1)


@pytest.mark.parametrize(
    ("entry", "others", "skips"),
    [
        (an_entry(), (), False),
        (an_entry(ConflictStep.WARNING), (), True),
        (an_entry(ConflictStep.WARNING), (TALK,), True),
        (an_entry(ConflictStep.WARNING, follows_id=1), (TALK,), False),
        (an_entry(ConflictStep.MOVE, follows_id=1), (TALK,), True),
        (an_entry(ConflictStep.MOVE, follows_id=2), (TALK, WARNING), False),
        (an_entry(ConflictStep.TALK, follows_id=2), (TALK, WARNING), False),
    ],
)
def test_no_step_is_passed_over_without_a_reason(entry, others, skips):
    assert ("house_conflict.skips" in of(entry, *others)) is skips
    assert "house_conflict.skips" not in of(dataclasses.replace(entry, skipped="Vold mot en beboer."), *others)


def test_a_talk_after_a_talk_leads_to_a_warning():
    again = an_entry(id=3, follows_id=1)
    assert of(an_entry(ConflictStep.WARNING, follows_id=3), TALK, again) == set()


def test_a_talk_may_be_about_nobody_known_but_a_warning_is_somebodys():
    assert of(an_entry(household_id=None)) == set()
    assert "house_conflict.nobody" in of(an_entry(ConflictStep.WARNING, follows_id=1, household_id=None), TALK)


def test_nothing_is_kept_about_code_6():
    assert of(an_entry(), strict={5}) == {"house_conflict.code_6"}
    assert of(an_entry(other_household_id=7), strict={7}) == {"house_conflict.code_6"}


@pytest.mark.parametrize(("days", "wrong"), [(-1, True), (0, False), (1, False)])
def test_it_is_followed_up_the_same_day_or_later(days, wrong):
    assert ("house_conflict.follow_up_before" in of(an_entry(follow_up_on=TODAY + days * DAY))) is wrong


def test_entries_do_not_go_in_a_ring_nor_before_what_they_follow():
    ring = dataclasses.replace(TALK, follows_id=2)
    assert "house_conflict.round" in of(ring, WARNING)
    assert "house_conflict.before_last" in of(an_entry(follows_id=1, happened_on=TODAY - DAY), TALK)
    assert "house_conflict.other_house" in of(an_entry(follows_id=9), TALK)


def test_what_is_followed_or_closed_is_not_to_be_followed_up():
    due = dataclasses.replace(TALK, follow_up_on=TODAY)
    assert rules.to_follow_up([due]) == [due]
    assert rules.to_follow_up([due, WARNING]) == []
    assert rules.to_follow_up([dataclasses.replace(due, closed_on=TODAY)]) == []


# costs


def a_cost(**more):
    facts = {"house_id": 1, "month": "2026-11", "kind": CostKind.POWER, "amount_ore": 100_000}
    return SharedCost(**(facts | {"split": CostSplit.RESIDENTS} | more))


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "days"),
    [
        (date(2026, 1, 1), None, 30),
        (date(2026, 11, 1), date(2026, 11, 30), 30),
        (date(2026, 11, 2), None, 29),
        (date(2026, 11, 30), None, 1),
        (date(2026, 12, 1), None, 0),
        (date(2026, 1, 1), date(2026, 11, 1), 1),
        (date(2026, 1, 1), date(2026, 10, 31), 0),
        (date(2026, 11, 10), date(2026, 11, 9), 0),
    ],
)
def test_days_lived_in_a_month_at_both_edges(starts_on, ends_on, days):
    assert rules.days_in(Stay(1, 2, starts_on, ends_on), "2026-11") == days


def test_february_has_29_days_in_a_leap_year_only():
    stay = Stay(1, 2, date(2020, 1, 1))
    assert [rules.days_in(stay, month) for month in ("2027-02", "2028-02")] == [28, 29]


def test_two_who_change_on_a_day_do_not_both_bear_it():
    out = Stay(1, 2, date(2026, 1, 1), date(2026, 11, 14))
    come = Stay(2, 2, date(2026, 11, 15))
    assert rules.split(a_cost(amount_ore=30_000), [2], [out, come], []) == {1: 14_000, 2: 16_000}


def test_by_room_the_municipality_bears_the_empty_ones():
    stay = Stay(1, 2, date(2026, 1, 1))
    assert rules.split(a_cost(split=CostSplit.ROOMS), [2, 3, 4, 5], [stay], []) == {1: 25_000, None: 75_000}


def test_by_shares_a_room_bears_what_was_agreed_from_the_month_on():
    stays = [Stay(1, 2, date(2026, 1, 1)), Stay(2, 3, date(2026, 1, 1))]
    shares = [CostShare(house_id=1, dwelling_id=room, from_month="2026-01", parts=1) for room in (2, 3)]
    shares.append(CostShare(house_id=1, dwelling_id=3, from_month="2026-11", parts=3))
    cost = a_cost(split=CostSplit.SHARES)
    assert rules.split(cost, [2, 3], stays, shares) == {1: 25_000, 2: 75_000}
    before = dataclasses.replace(cost, month="2026-10")
    assert rules.split(before, [2, 3], stays, shares) == {1: 50_000, 2: 50_000}


@pytest.mark.parametrize("how", list(CostSplit))
def test_a_month_with_nobody_is_the_municipalitys(how):
    assert rules.split(a_cost(split=how), [2, 3], [], []) == {None: 100_000}
    assert rules.split(a_cost(split=how), [], [], []) == {None: 100_000}


DAYS = st.dates(date(2026, 9, 1), date(2027, 1, 31))
STAYS = st.lists(st.tuples(st.integers(0, 3), DAYS, st.none() | DAYS), max_size=8)
PARTS = st.lists(st.integers(0, 100), min_size=4, max_size=4)


@given(amount=st.integers(1, 10_000_000), stays=STAYS, parts=PARTS, how=st.sampled_from(list(CostSplit)))
def test_the_ore_add_up_to_the_whole_and_nobody_bears_less_than_nothing(amount, stays, parts, how):
    lived = [Stay(number, room, begun, gone) for number, (room, begun, gone) in enumerate(stays, 1)]
    shares = [CostShare(house_id=9, dwelling_id=r, from_month="2026-01", parts=p) for r, p in enumerate(parts)]
    borne = rules.split(a_cost(amount_ore=amount, split=how), [0, 1, 2, 3], lived, shares)
    assert sum(borne.values()) == amount
    assert all(ore >= 0 for ore in borne.values())
    absent = {stay.tenancy_id for stay in lived if not rules.days_in(stay, "2026-11")}
    assert not absent & borne.keys(), "nobody pays for a month they did not live there"


def test_paid_in_advance_is_all_of_a_whole_month_and_by_days_in_part():
    assert rules.advance(Stay(1, 2, date(2026, 1, 1), None, 500), "2026-11") == 50_000
    assert rules.advance(Stay(1, 2, date(2026, 11, 16), None, 500), "2026-11") == 25_000
    assert rules.advance(Stay(1, 2, date(2026, 12, 1), None, 500), "2026-11") == 0


def test_the_year_sets_what_was_paid_against_power_and_not_against_the_net():
    stay = Stay(1, 2, date(2026, 1, 1), None, 500)
    costs = [a_cost(month="2026-10"), a_cost(amount_ore=9_900, kind=CostKind.INTERNET)]
    (line,) = rules.year_lines(costs, [2], [stay], [])
    assert (line.total, line.paid, line.rest) == (109_900, 50_000, 50_000)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"amount_ore": 0}, "house_cost.amount"),
        ({"amount_ore": -1}, "house_cost.amount"),
        ({"month": "2026-13"}, "house_cost.month"),
        ({"month": "31.02.2026"}, "house_cost.month"),
        ({"month": "1026-01"}, "house_cost.month"),
        ({"month": "2026-12"}, "house_cost.ahead"),
    ],
)
def test_a_cost_that_cannot_be_is_refused(more, code):
    facts = {"others": (), "lived_in": True, "has_shares": True, "today": TODAY}
    assert rules.cost_problems(a_cost(), **facts) == []
    assert code in codes(rules.cost_problems(a_cost(**more), **facts), hard=True)


def test_a_month_with_nobody_and_the_same_cost_twice_are_told_of():
    found = rules.cost_problems(a_cost(), others=(a_cost(id=9),), lived_in=False, has_shares=False, today=TODAY)
    assert codes(found, hard=False) == {"house_cost.twice", "house_cost.nobody"}


@pytest.mark.parametrize(("hours", "wrong"), [("0", True), ("0.25", False), ("744", False), ("744.5", True)])
def test_a_month_has_744_hours_at_most(hours, wrong):
    one = WorkerHours(house_id=1, month="2026-11", who="KM", hours=Decimal(hours))
    assert ("house_work.hours" in codes(rules.hours_problems(one, today=TODAY))) is wrong


def test_hours_add_up_by_year():
    worked = [
        WorkerHours(house_id=1, month=month, who="KM", hours=Decimal("4.5"))
        for month in ("2025-12", "2026-01", "2026-02")
    ]
    assert rules.hours_in(2026, worked) == Decimal("9.0")


def test_an_account_is_of_a_year_that_has_begun_and_given_after_it_was_asked_for():
    account = CostAccount(house_id=1, year=2026, asked_on=TODAY, handed_out_on=TODAY)
    assert rules.account_problems(account, others=(), today=TODAY) == []
    for more, code in (
        ({"year": 2027}, "house_cost.year"),
        ({"handed_out_on": TODAY - DAY}, "house_cost.before_asked"),
        ({"asked_on": TODAY + DAY}, "house_cost.asked_ahead"),
    ):
        found = rules.account_problems(dataclasses.replace(account, **more), others=(), today=TODAY)
        assert code in codes(found)


# newcomers, neighbours, bostøtte


def test_a_newcomer_with_code_6_is_not_kept_and_nobody_stands_twice():
    talk = NewcomerTalk(house_id=1, household_id=5, asked_on=TODAY, wants=True)
    facts = {"others": (), "lives_here": False, "today": TODAY}
    assert rules.talk_problems(talk, strict=(), **facts) == []
    assert codes(rules.talk_problems(talk, strict={5}, **facts)) == {"newcomer.code_6"}
    again = rules.talk_problems(talk, strict=(), **(facts | {"others": [dataclasses.replace(talk, id=9)]}))
    assert codes(again) == {"newcomer.there_already"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"open_from": "25.00"}, "house_rules.clock"),
        ({"open_from": "17.00", "open_to": "17.00"}, "neighbours.ends_before"),
        ({"open_day_on": None, "open_from": "17.00"}, "neighbours.no_day"),
        ({"handed_out_on": TODAY + DAY}, "neighbours.ahead"),
        ({"open_day_on": TODAY - DAY, "handed_out_on": TODAY}, "neighbours.too_late"),
    ],
)
def test_a_letter_to_the_neighbours_invites_to_a_day_that_can_be(more, code):
    letter = NeighbourLetter(house_id=1, contact="KM", open_day_on=TODAY + DAY)
    assert rules.neighbour_problems(letter, today=TODAY) == []
    assert code in codes(rules.neighbour_problems(dataclasses.replace(letter, **more), today=TODAY))


def test_approval_and_forms_are_not_ahead_and_there_is_one_of_each():
    approval = HouseApproval(house_id=1, approved_on=TODAY)
    assert rules.approval_problems(approval, others=(), today=TODAY) == []
    late = dataclasses.replace(approval, approved_on=TODAY + DAY)
    assert codes(rules.approval_problems(late, others=[approval], today=TODAY)) == {
        "benefit.ahead",
        "benefit.one_approval",
    }
    forms = BenefitForms(tenancy_id=1, form_9s01_on=TODAY + DAY)
    assert codes(rules.forms_problems(forms, others=(), today=TODAY)) == {"benefit.ahead"}
