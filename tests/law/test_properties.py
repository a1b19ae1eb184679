"""What holds for every date: ours never late, theirs never early, the earliest never too soon, no month skipped."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.law import clocks, terms
from bolig_desktop.law.asking import ask
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.workdays import is_workday

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
DAY = timedelta(days=1)

OURS = [
    clocks.deposit_reply,
    clocks.household_answer,
    clocks.subtenant_warning,
    clocks.lawsuit,
    clocks.notice_lapses,
    clocks.interim_reply,
    clocks.programme_start,
    clocks.training_offer,
    clocks.settlement_goal,
    clocks.access_reply,
    terms.after_expiry,
]
THEIRS = [
    clocks.rent_due,
    clocks.step_in_reply,
    clocks.protest,
    clocks.eviction_reply,
    clocks.appeal,
    clocks.late_appeal,
    clocks.moving_report,
]
EARLIEST = [
    clocks.market_demand,
    clocks.works_start,
    clocks.represented_works_start,
    clocks.petition_after_social_notice,
    clocks.petition,
    clocks.interest_after_demand,
]
UNMOVED = [clocks.takeover, clocks.termination, clocks.room_termination]
NAMED = {"ids": lambda clock: clock.__name__}


def test_every_clock_is_of_one_kind() -> None:
    kinds = {*OURS, *THEIRS, *EARLIEST, *UNMOVED} - {terms.after_expiry}
    tools = {"ours", "theirs", "earliest", "unmoved", "month_end", "last_day_of", "of_age"}
    apart = {"index_effect", "index_month", "market_effect", "breach_report"}  # have tests of their own
    husbanken = {"allowance_application", "allowance_payment"}
    public = {
        name
        for name, thing in vars(clocks).items()
        if callable(thing) and getattr(thing, "__module__", "") == clocks.__name__ and name != "Due"
    }
    assert public == {clock.__name__ for clock in kinds} | tools | apart | husbanken


@pytest.mark.parametrize("clock", OURS, **NAMED)
@given(start=DAYS)
def test_ours_is_the_last_working_day_not_after_it(clock, start: date) -> None:
    due = clock(start)
    assert due.act_by <= due.nominal and is_workday(due.act_by)
    assert not any(is_workday(due.act_by + n * DAY) for n in range(1, (due.nominal - due.act_by).days + 1))


@pytest.mark.parametrize("clock", [*THEIRS, *EARLIEST], **NAMED)
@given(start=DAYS)
def test_theirs_and_the_earliest_are_the_next_working_day_not_before_it(clock, start: date) -> None:
    due = clock(start)
    assert due.act_by >= due.nominal and is_workday(due.act_by)
    assert not any(is_workday(due.nominal + n * DAY) for n in range((due.act_by - due.nominal).days))


@pytest.mark.parametrize("clock", UNMOVED, **NAMED)
@given(start=DAYS)
def test_a_tenancys_own_days_are_never_moved(clock, start: date) -> None:
    assert clock(start).act_by == clock(start).nominal


@given(DAYS, DAYS)
def test_an_index_change_never_comes_early(last_effect: date, received: date) -> None:
    due = clocks.index_effect(last_effect, received)
    assert due.nominal == max(add_months(last_effect, 12), add_months(received, 1))
    assert due.act_by >= due.nominal and is_workday(due.act_by)
    month = clocks.index_month(last_effect, received)
    assert month.day == 1 and due.nominal <= month


@given(DAYS, DAYS, DAYS)
def test_market_rent_never_comes_early(demand: date, last_effect: date, start: date) -> None:
    due = clocks.market_effect(demand, last_effect, start)
    assert due.nominal >= add_months(demand, 6) and due.nominal >= add_months(last_effect, 12)
    assert due.nominal >= add_months(clocks.market_demand(start).nominal, 6)
    assert due.act_by >= due.nominal and is_workday(due.act_by)


@given(DAYS, st.integers(0, 480))
def test_adding_months_never_skips_one(start: date, months: int) -> None:
    found = add_months(start, months)
    assert found.year * 12 + found.month == start.year * 12 + start.month + months
    assert found.day == start.day or (found + DAY).day == 1


@given(DAYS)
def test_two_steps_start_from_the_nominal_day(received: date) -> None:  # law.md § 12, edge 2
    nominal = add_months(received, 1)
    assert clocks.lawsuit(received).nominal == add_months(nominal, 3)
    assert clocks.subtenant_warning(received).nominal == add_days(nominal, -15)


@given(DAYS)
def test_the_uncertain_days_lie_between_the_two_readings(end: date) -> None:  # HL-9-2-3
    clock = terms.after_expiry(end)
    assert clock.indefinite_from == clock.nominal + DAY <= clock.certain_from
    assert (clock.indefinite_from == clock.certain_from) == is_workday(clock.nominal)
    assert is_workday(clock.certain_from - DAY)


@given(st.integers(0, 100_000), st.integers(0, 700_000), st.integers(0, 700_000))
def test_what_is_left_and_what_is_lawful_agree(rent: int, deposit: int, guarantee: int) -> None:  # HL-3-6
    answer = ask("HL-3-6", {"rent": rent, "deposit": deposit, "guarantee": guarantee})
    assert answer.lawful is (deposit + guarantee <= 6 * rent)
    assert answer.amount == max(0, 6 * rent - deposit - guarantee)
