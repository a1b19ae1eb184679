"""Every clock on both sides of its edge; the source stands beside the dates (law.md §§ 2-7 and 12)."""

from datetime import date, timedelta

import pytest

from bolig_desktop.law import clocks
from bolig_desktop.law.clocks import Due
from bolig_desktop.law.months import add_months

DAY = timedelta(days=1)


def d(text: str) -> date:
    return date.fromisoformat(text)


# (clock, from, nominal, act_by)
CASES = [
    # HL-3-2b, § 3-2: the day itself, a Sunday, 1 May 2027 (Saturday), 17 May 2027 (2. pinsedag too), 24 December
    (clocks.rent_due, "2026-12-01", "2026-12-01", "2026-12-01"),
    (clocks.rent_due, "2026-11-01", "2026-11-01", "2026-11-02"),
    (clocks.rent_due, "2027-05-01", "2027-05-01", "2027-05-03"),
    (clocks.rent_due, "2027-05-17", "2027-05-17", "2027-05-18"),
    (clocks.rent_due, "2026-12-24", "2026-12-24", "2026-12-24"),
    (clocks.rent_due, "2026-12-25", "2026-12-25", "2026-12-28"),
    # HL-3-5c, § 3-5: sent + 35 days, the previous working day
    (clocks.deposit_reply, "2026-11-23", "2026-12-28", "2026-12-28"),
    (clocks.deposit_reply, "2026-11-22", "2026-12-27", "2026-12-24"),
    (clocks.deposit_reply, "2026-11-20", "2026-12-25", "2026-12-24"),
    # HL-7-6, § 7-6, law.md § 12 C: received 23 November, answer by Wednesday 23 December
    (clocks.household_answer, "2026-11-23", "2026-12-23", "2026-12-23"),
    (clocks.household_answer, "2026-11-25", "2026-12-25", "2026-12-24"),
    (clocks.household_answer, "2026-01-31", "2026-02-28", "2026-02-27"),
    # HL-7-7, § 7-7: fifteen days before the nominal protest day
    (clocks.subtenant_warning, "2026-11-24", "2026-12-09", "2026-12-09"),
    (clocks.subtenant_warning, "2026-11-28", "2026-12-13", "2026-12-11"),
    # HL-8-2, § 8-2: a month, theirs
    (clocks.step_in_reply, "2026-11-24", "2026-12-24", "2026-12-24"),
    (clocks.step_in_reply, "2026-11-25", "2026-12-25", "2026-12-28"),
    # HL-5-4, §§ 5-6 and 9-6: three months to the month's end, whatever the day in the month; § 6-3: a month from sent
    (clocks.works_start, "2026-11-01", "2027-03-01", "2027-03-01"),
    (clocks.works_start, "2026-11-30", "2027-03-01", "2027-03-01"),
    (clocks.works_start, "2026-12-01", "2027-04-01", "2027-04-01"),
    (clocks.works_start, "2027-01-31", "2027-05-01", "2027-05-03"),
    (clocks.represented_works_start, "2026-11-25", "2026-12-25", "2026-12-28"),
    # HL-9-6, § 9-6, law.md § 12 C: received 24 November 2026, ends Sunday 28 February 2027, not moved
    (clocks.termination, "2026-11-24", "2027-02-28", "2027-02-28"),
    (clocks.termination, "2026-11-30", "2027-02-28", "2027-02-28"),
    (clocks.termination, "2026-12-01", "2027-03-31", "2027-03-31"),
    (clocks.termination, "2027-11-30", "2028-02-29", "2028-02-29"),
    (clocks.room_termination, "2026-11-24", "2026-12-24", "2026-12-24"),
    (clocks.room_termination, "2026-11-25", "2026-12-25", "2026-12-25"),
    # HL-9-8a, § 9-8, law.md § 12 C: until Thursday 24 December, which is no holiday
    (clocks.protest, "2026-11-24", "2026-12-24", "2026-12-24"),
    (clocks.protest, "2026-11-25", "2026-12-25", "2026-12-28"),
    # HL-9-8b, § 9-8, law.md § 12 C: sue by Wednesday 24 March; edge 2: from the nominal day, not 28 December
    (clocks.lawsuit, "2026-11-24", "2027-03-24", "2027-03-24"),
    (clocks.lawsuit, "2026-11-25", "2027-03-25", "2027-03-24"),
    (clocks.lawsuit, "2026-11-26", "2027-03-26", "2027-03-24"),
    (clocks.lawsuit, "2026-10-31", "2027-02-28", "2027-02-26"),
    # HL-9-11, § 9-11: two weeks
    (clocks.petition_after_social_notice, "2026-11-23", "2026-12-07", "2026-12-07"),
    (clocks.petition_after_social_notice, "2026-12-11", "2026-12-25", "2026-12-28"),
    # TV-4-18, §§ 4-18 and 2-7, law.md § 3.7 and § 12 A: the period first moves, then passes
    (clocks.petition, "2026-11-23", "2026-12-08", "2026-12-08"),
    (clocks.petition, "2026-12-11", "2026-12-29", "2026-12-29"),
    (clocks.petition, "2026-12-10", "2026-12-25", "2026-12-28"),
    (clocks.petition, "2026-11-20", "2026-12-05", "2026-12-07"),
    (clocks.petition, "2026-11-21", "2026-12-08", "2026-12-08"),
    # TV-4-19, § 4-19: a year
    (clocks.notice_lapses, "2026-11-23", "2027-11-23", "2027-11-23"),
    (clocks.notice_lapses, "2026-11-20", "2027-11-20", "2027-11-19"),
    (clocks.notice_lapses, "2028-02-29", "2029-02-28", "2029-02-28"),
    # TV-13-6, § 13-6: two weeks, theirs
    (clocks.eviction_reply, "2026-11-23", "2026-12-07", "2026-12-07"),
    (clocks.eviction_reply, "2026-12-12", "2026-12-26", "2026-12-28"),
    # RENTE, § 2: thirty days
    (clocks.interest_after_demand, "2026-11-22", "2026-12-22", "2026-12-22"),
    (clocks.interest_after_demand, "2026-11-25", "2026-12-25", "2026-12-28"),
    # FV-11a, § 11 a
    (clocks.interim_reply, "2026-11-23", "2026-12-23", "2026-12-23"),
    (clocks.interim_reply, "2026-11-26", "2026-12-26", "2026-12-24"),
    # FV-29, § 29, law.md § 12 C: received Monday 23 November, until Monday 14 December
    (clocks.appeal, "2026-11-23", "2026-12-14", "2026-12-14"),
    (clocks.appeal, "2026-12-04", "2026-12-25", "2026-12-28"),
    (clocks.appeal, "2026-12-03", "2026-12-24", "2026-12-24"),
    # FV-31, § 31
    (clocks.late_appeal, "2026-11-23", "2027-11-23", "2027-11-23"),
    (clocks.late_appeal, "2026-11-20", "2027-11-20", "2027-11-22"),
    # IN-12, § 12
    (clocks.programme_start, "2026-11-23", "2027-02-23", "2027-02-23"),
    (clocks.programme_start, "2026-11-30", "2027-02-28", "2027-02-26"),
    # IN-30/32, § 30
    (clocks.training_offer, "2026-10-31", "2027-01-31", "2027-01-29"),
    # IN-BOS, IMDi and KS: six months
    (clocks.settlement_goal, "2026-11-23", "2027-05-23", "2027-05-21"),
    # PV-3, art. 12; PV-8, art. 33: three days, never before the day it was found
    (clocks.access_reply, "2026-11-23", "2026-12-23", "2026-12-23"),
    (clocks.breach_report, "2026-11-23", "2026-11-26", "2026-11-26"),
    (clocks.breach_report, "2026-12-24", "2026-12-27", "2026-12-24"),
    (clocks.breach_report, "2027-03-26", "2027-03-29", "2027-03-26"),
    # FR-1, § 6-1: eight days, the first not counted
    (clocks.moving_report, "2026-11-23", "2026-12-01", "2026-12-01"),
    (clocks.moving_report, "2026-11-20", "2026-11-28", "2026-11-30"),
    # HL-2-1, § 2-1: the third turn of a month, not moved
    (clocks.takeover, "2026-11-22", "2027-02-01", "2027-02-01"),
    (clocks.takeover, "2026-11-30", "2027-02-01", "2027-02-01"),
    (clocks.takeover, "2026-12-01", "2027-03-01", "2027-03-01"),
    (clocks.takeover, "2026-10-15", "2027-01-01", "2027-01-01"),
]


@pytest.mark.parametrize(
    ("clock", "start", "nominal", "act_by"), CASES, ids=lambda part: getattr(part, "__name__", str(part))
)
def test_the_clock(clock, start: str, nominal: str, act_by: str) -> None:
    assert clock(d(start)) == Due(d(nominal), d(act_by))


def test_an_unaccompanied_minor_has_three_months() -> None:  # IN-BOS
    assert clocks.settlement_goal(d("2026-11-23"), minor=True) == Due(d("2027-02-23"), d("2027-02-23"))


@pytest.mark.parametrize(
    ("last_effect", "received", "nominal", "act_by", "month"),
    [
        ("2025-11-01", "2026-11-22", "2026-12-22", "2026-12-22", "2027-01-01"),  # HL-4-2, law.md § 12 C
        (
            "2026-01-01",
            "2026-06-01",
            "2027-01-01",
            "2027-01-04",
            "2027-01-01",
        ),  # the year decides; § 149 only the month
        ("2025-01-01", "2026-11-30", "2026-12-30", "2026-12-30", "2027-01-01"),
        ("2025-01-01", "2026-12-01", "2027-01-01", "2027-01-04", "2027-02-01"),  # the notice month is not cut short
        ("2025-01-01", "2026-10-31", "2026-11-30", "2026-11-30", "2026-12-01"),
        ("2025-01-01", "2026-11-01", "2026-12-01", "2026-12-01", "2026-12-01"),
        ("2025-01-01", "2026-11-02", "2026-12-02", "2026-12-02", "2027-01-01"),
        ("2024-02-29", "2024-12-01", "2025-02-28", "2025-02-28", "2025-03-01"),
    ],
)
def test_the_earliest_index_effect(last_effect: str, received: str, nominal: str, act_by: str, month: str) -> None:
    assert clocks.index_effect(d(last_effect), d(received)) == Due(d(nominal), d(act_by))
    assert clocks.index_month(d(last_effect), d(received)) == d(month)


def test_the_earliest_demand_for_market_rent() -> None:  # HL-4-3, § 4-3: thirty months
    assert clocks.market_demand(d("2024-01-01")) == Due(d("2026-07-01"), d("2026-07-01"))
    assert clocks.market_demand(d("2024-01-01"), d("2025-03-01")) == Due(d("2027-09-01"), d("2027-09-01"))
    assert clocks.market_demand(d("2024-01-01"), d("2023-01-01")).nominal == d("2026-07-01")
    assert clocks.market_demand(d("2024-08-31")) == Due(d("2027-02-28"), d("2027-03-01"))


def test_the_earliest_effect_of_market_rent() -> None:  # HL-4-3: six months after the demand, a year after any change
    assert clocks.market_effect(d("2026-07-01"), d("2025-11-01")).nominal == d("2027-01-01")
    assert clocks.market_effect(d("2026-07-01"), d("2026-01-02")).nominal == d("2027-01-02")  # index change pushes
    assert clocks.market_effect(d("2026-07-01"), d("2025-12-31")).nominal == d("2027-01-01")
    on_the_day = clocks.market_effect(d("2026-07-01"), d("2024-01-01"), d("2024-01-01"))
    the_day_before = clocks.market_effect(d("2026-06-30"), d("2024-01-01"), d("2024-01-01"))
    assert on_the_day == the_day_before == Due(d("2027-01-01"), d("2027-01-04"))
    assert clocks.market_effect(d("2026-06-30"), d("2024-01-01")).nominal == d("2026-12-30")


@pytest.mark.parametrize(
    ("start", "months", "last"),
    [
        ("2026-12-01", 12, "2027-11-30"),  # IN-13
        ("2028-02-29", 12, "2029-02-28"),  # the number is missing
        ("2028-02-29", 48, "2032-02-28"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-01", 24, "2027-12-31"),  # HL-7-3/4/5
    ],
)
def test_a_term_ends_the_day_before(start: str, months: int, last: str) -> None:
    assert clocks.last_day_of(d(start), months) == d(last)


def test_eighteen_is_the_age_on_the_birthday() -> None:  # MI-1
    assert clocks.of_age(d("2008-11-22")) == d("2026-11-22")
    assert clocks.of_age(d("2008-02-29")) == d("2026-03-01")


def test_husbankens_days() -> None:
    """HB-BO1, law.md § 5: 25 November; paper in December: Monday 28; paid 18 December and 20 January."""
    assert clocks.allowance_application(d("2026-11-25")) == Due(d("2026-11-25"), d("2026-11-25"))
    assert clocks.allowance_application(d("2026-12-25")) == Due(d("2026-12-25"), d("2026-12-25"))
    assert clocks.allowance_application(d("2026-12-25"), paper=True) == Due(d("2026-12-25"), d("2026-12-28"))
    assert clocks.allowance_payment(d("2026-11-01"), 20) == d("2026-12-18")
    assert clocks.allowance_payment(d("2026-12-31"), 20) == d("2027-01-20")


def test_a_months_end() -> None:
    assert clocks.month_end(d("2026-12-31"), 2) == d("2027-02-28")
    assert clocks.month_end(d("2026-12-01")) == d("2026-12-31")


def test_days_are_never_counted_where_the_law_says_months() -> None:  # law.md § 12, edge 7
    assert add_months(d("2026-10-31"), 3) == d("2026-10-31") + timedelta(days=92)
    assert add_months(d("2026-11-30"), 3) == d("2026-11-30") + timedelta(days=90)
