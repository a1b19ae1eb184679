"""Dates as people type them; the days that do not exist; what is shown."""

from datetime import date

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.text.dates import add_months, long_date, parse_date, show_date
from bolig_desktop.text.sentences import LANGUAGES, sentence
from bolig_desktop.text.unreadable import DateProblem

TODAY = date(2026, 11, 22)  # a Sunday

TYPED = {
    "1.11.23": date(2023, 11, 1),
    "01.11.2023": date(2023, 11, 1),
    "1/11-23": date(2023, 11, 1),
    "1/11 2023": date(2023, 11, 1),
    "1-11-23": date(2023, 11, 1),
    "011123": date(2023, 11, 1),
    "01112023": date(2023, 11, 1),
    "20231101": date(2023, 11, 1),
    "2023-11-01": date(2023, 11, 1),
    "2023-1-2": date(2023, 1, 2),
    "1. november 2023": date(2023, 11, 1),
    "1 nov 2023": date(2023, 11, 1),
    "1. nov. 23": date(2023, 11, 1),
    "1.november 2023": date(2023, 11, 1),
    "1 NOV": date(2026, 11, 1),
    "  1.11.2023  ": date(2023, 11, 1),
    "1 . 11 . 2023": date(2023, 11, 1),
    "1.11.2023.": date(2023, 11, 1),
    "November 1, 2023": date(2023, 11, 1),
    "1 May 2024": date(2024, 5, 1),
    "3. mai 2024": date(2024, 5, 3),
    "٠١٫١١": None,
    "1.11": date(2026, 11, 1),
    "15.1": date(2027, 1, 15),
    "1.11.": date(2026, 11, 1),
    "29.2.2024": date(2024, 2, 29),
    "29.2.24": date(2024, 2, 29),
    "29 februar": None,
    "31.12.99": date(1999, 12, 31),
    "1.1.46": date(2046, 1, 1),
    "1.1.47": date(1947, 1, 1),
    "i dag": TODAY,
    "I DAG": TODAY,
    "idag": TODAY,
    "today": TODAY,
    "i morgen": date(2026, 11, 23),
    "i morgon": date(2026, 11, 23),
    "i går": date(2026, 11, 21),
    "i overmorgen": date(2026, 11, 24),
    "+3 mnd": date(2027, 2, 22),
    "+3mnd.": date(2027, 2, 22),
    "+3 månader": date(2027, 2, 22),
    "om 3 måneder": date(2027, 2, 22),
    "+14 dager": date(2026, 12, 6),
    "+14 dagar": date(2026, 12, 6),
    "+14d": date(2026, 12, 6),
    "+2 uker": date(2026, 12, 6),
    "+2 veker": date(2026, 12, 6),
    "+1 år": date(2027, 11, 22),
    "-1 år": date(2025, 11, 22),
    "for 2 uker siden": date(2026, 11, 8),
    "–2 uker": date(2026, 11, 8),
    "fredag": date(2026, 11, 27),
    "Søndag": date(2026, 11, 29),
    "måndag": date(2026, 11, 23),
    "tysdag": date(2026, 11, 24),
    "laurdag": date(2026, 11, 28),
    "neste fredag": date(2026, 11, 27),
    "sist fredag": date(2026, 11, 20),
    "førre søndag": date(2026, 11, 15),
    "på mandag": date(2026, 11, 23),
}


@pytest.mark.parametrize(("text", "expected"), [(k, v) for k, v in TYPED.items() if v])
def test_a_date_is_read_as_typed(text: str, expected: date) -> None:
    assert parse_date(text, TODAY) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31.11.2023", "date.no_such_day"),
        ("31.02.2026", "date.no_such_day_in_year"),
        ("29.02.2026", "date.no_such_day_in_year"),
        ("29 februar", "date.no_such_day_in_year"),
        ("1.13.2026", "date.month_first"),
        ("31.13.2026", "date.no_such_month"),
        ("11/30/2023", "date.month_first"),
        ("0.1.2026", "date.day_zero"),
        ("1.1.1023", "date.odd_year"),
        ("+99999 år", "date.odd_year"),
        ("+99999 uker", "date.odd_year"),
        ("", "date.empty"),
        ("   ", "date.empty"),
        ("snart", "date.unreadable"),
        ("1", "date.unreadable"),
        ("12345", "date.unreadable"),
        ("1.1.2", "date.unreadable"),
        ("1.11.2023 kl 12", "date.unreadable"),
        ("٠١٫١١", "date.unreadable"),
        ("3 mnd", "date.unreadable"),
        ("+3 epler", "date.unreadable"),
        ("for 2 uker", "date.unreadable"),
        ("1 foo 2023", "date.unreadable"),
        ("\x00", "date.unreadable"),
        ("9" * 500, "date.unreadable"),
    ],
)
def test_what_is_no_date_gets_its_own_sentence(text: str, code: str) -> None:
    with pytest.raises(DateProblem) as refused:
        parse_date(text, TODAY)
    assert refused.value.code == code
    assert all(sentence(code, language, **refused.value.facts) for language in LANGUAGES)


def test_the_sentence_says_what_was_wrong_and_what_may_be_meant() -> None:
    with pytest.raises(DateProblem) as refused:
        parse_date("31.11.2023", TODAY)
    said = sentence(refused.value.code, **refused.value.facts)
    assert said == "Datoen finnes ikke: november har 30 dager. Mente du 30.11.2023?"
    assert refused.value.problem("starts_on").field == "starts_on"


def test_a_date_of_birth_is_never_ahead() -> None:
    assert parse_date("1.1.38", TODAY, past=True) == date(1938, 1, 1)
    assert parse_date("1.1.38", TODAY) == date(2038, 1, 1)
    assert parse_date("22.11.26", TODAY, past=True) == date(2026, 11, 22)
    assert parse_date("23.11.26", TODAY, past=True) == date(1926, 11, 23)


@pytest.mark.parametrize(
    ("typed", "code", "meant"),
    [
        ("1.13.26", "date.month_first", date(2026, 1, 13)),
        ("11.22.26", "date.month_first", date(2026, 11, 22)),
        ("11.23.26", "date.month_first", date(1926, 11, 23)),  # the day meant lies ahead: a hundred years older
        ("31.11.26", "date.no_such_day", date(1926, 11, 30)),
        ("31.9.26", "date.no_such_day", date(2026, 9, 30)),
        ("29.2.26", "date.no_such_day_in_year", date(2026, 2, 28)),
        ("32.1.26", "date.no_such_day", date(2026, 1, 31)),
    ],
)
def test_what_is_proposed_for_a_date_of_birth_is_the_nearest_that_can_be(typed: str, code: str, meant: date) -> None:
    with pytest.raises(DateProblem) as refused:
        parse_date(typed, TODAY, past=True)
    assert (refused.value.code, refused.value.facts["suggestion"]) == (code, meant)


def test_next_week_is_counted_from_monday() -> None:
    wednesday = date(2026, 11, 25)
    assert parse_date("fredag", wednesday) == date(2026, 11, 27)
    assert parse_date("neste fredag", wednesday) == date(2026, 12, 4)
    assert parse_date("onsdag", wednesday) == date(2026, 12, 2)
    assert parse_date("forrige onsdag", wednesday) == date(2026, 11, 18)


def test_dates_are_shown_as_norwegians_write_them() -> None:
    assert show_date(date(2026, 1, 9)) == "09.01.2026"
    assert long_date(date(2026, 11, 1), "nb") == long_date(date(2026, 11, 1), "nn") == "1. november 2026"
    assert long_date(date(2026, 11, 1), "en") == "1 November 2026"
    assert long_date(date(2026, 11, 1), "tr") == "1 Kasım 2026"


@given(st.dates(date(1947, 1, 1), date(2046, 12, 31)))
def test_what_is_shown_can_be_typed_back(day: date) -> None:
    for text in (show_date(day), day.isoformat(), long_date(day, "nb"), long_date(day, "en"), f"{day:%d%m%y}"):
        assert parse_date(text, TODAY) == day


@given(st.dates(date(1950, 1, 1), date(2150, 1, 1)), st.integers(-500, 500))
def test_months_are_added_as_dateutil_does(day: date, months: int) -> None:
    assert add_months(day, months) == day + relativedelta(months=months)


@given(st.text(max_size=30))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        found = parse_date(text, TODAY)
    except DateProblem as refused:
        assert sentence(refused.code, **refused.facts)
    else:
        assert 1900 <= found.year <= 2199
