"""No date, however odd, makes a rule fall over: from the calendar's first day to its last."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.law import grants, identifiers, months, terms, workdays
from bolig_desktop.text.dates import parse_date
from bolig_desktop.text.sentences import sentence
from bolig_desktop.text.unreadable import DateProblem

ANY = st.dates(date.min, date.max) | st.sampled_from([date.min, date(1, 1, 2), date(9999, 9, 30), date.max])


@given(ANY, ANY, st.integers(-200_000, 200_000), st.booleans())
def test_the_law_answers_for_every_date(one: date, other: date, count: int, lives_in: bool) -> None:
    assert date.min <= months.add_months(one, count) <= date.max
    assert date.min <= months.add_days(one, count * 100) <= date.max
    months.is_clamped(one, count)
    months.age_on(one, other)
    workdays.next_workday(one)
    workdays.previous_workday(one)
    clock = terms.after_expiry(one)
    assert one <= clock.nominal <= clock.certain_from
    assert terms.earliest_end(one, landlord_lives_in=lives_in) >= min(one, date(9999, 12, 30))
    terms.is_short(one, other)
    grants.counts_as_refugee(one, other)
    identifiers.identity_number("01010150589", one)
    identifiers.fits_birth_date("01010150589", one)


@pytest.mark.parametrize("year", [1, 2, 1582, 1583, 4099, 4100, 9998, 9999])
def test_every_year_has_its_holidays(year: int) -> None:
    assert date(year, 12, 25) in workdays.holidays(year)


def test_what_lies_past_the_calendar_is_its_last_day() -> None:
    assert months.add_months(date(9996, 12, 31), 36) == date(9999, 12, 31)
    assert months.add_months(date(9997, 1, 1), 36) == date.max
    assert months.add_months(date(1, 3, 1), -2) == date(1, 1, 1)
    assert months.add_months(date(1, 3, 1), -3) == date.min
    assert months.add_days(date(9999, 12, 30), 1) == months.add_days(date.max, 1) == date.max
    assert months.add_days(date(1, 1, 2), -1) == months.add_days(date.min, -1) == date.min


TYPED = ["i morgen", "i går", "fredag", "sist fredag", "neste fredag", "+3 mnd", "1.11", "1.11.23"]


@given(st.sampled_from(TYPED), ANY)
def test_a_date_is_read_or_refused_whatever_today_is(typed: str, today: date) -> None:
    try:
        found = parse_date(typed, today)
    except DateProblem as refused:
        assert sentence(refused.code, **refused.facts)
    else:
        assert 1900 <= found.year <= 2199
