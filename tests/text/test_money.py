"""Kroner, øre and areas as typed and as shown."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.text.money import (
    parse_decimal,
    parse_kroner,
    parse_ore,
    parse_whole,
    show_decimal,
    show_kroner,
    show_ore,
)
from bolig_desktop.text.sentences import LANGUAGES, sentence
from bolig_desktop.text.unreadable import MoneyProblem, NumberProblem


@pytest.mark.parametrize(
    "text",
    [
        "9500",
        "9 500",
        "9.500",
        "9.500,-",
        "9 500,-",
        "kr 9500",
        "kr. 9 500,-",
        "9500 kr",
        "9500 kr.",
        "9\u00a0500\u00a0kr",
        "9\u202f500",
        "9500,00",
        "9 500,–",
        "9500.-",
        " 9500 ",
        "NOK 9500",
        "9'500",
        "9500 kroner",
        "9500,--",
    ],
)
def test_kroner_are_read_as_typed(text: str) -> None:
    assert parse_kroner(text) == 9500


def test_nothing_and_millions_are_amounts() -> None:
    assert parse_kroner("0") == 0
    assert parse_kroner("1.234.567") == 1_234_567
    assert parse_kroner("99 999 999") == 99_999_999


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("9 500,50", "money.not_whole"),
        ("9500,5", "money.not_whole"),
        ("9500.50", "money.not_whole"),
        ("-1", "money.negative"),
        ("−1", "money.negative"),
        ("- 9 500", "money.negative"),
        ("(9500)", "money.negative"),
        ("9500-", "money.negative"),
        ("100 000 000", "money.too_large"),
        ("9" * 400, "money.too_large"),
        ("9,500", "money.unclear_comma"),
        ("", "money.empty"),
        ("kr", "money.empty"),
        ("ni tusen", "money.unreadable"),
        ("9.50.0", "money.unreadable"),
        ("9500 $", "money.unreadable"),
        ("1e5", "money.unreadable"),
        ("=1+1", "money.unreadable"),
        ("9..500", "money.unreadable"),
        ("\x00", "money.unreadable"),
    ],
)
def test_what_is_no_rent_gets_its_own_sentence(text: str, code: str) -> None:
    with pytest.raises(MoneyProblem) as refused:
        parse_kroner(text)
    assert refused.value.code == code
    assert all(sentence(code, language, **refused.value.facts) for language in LANGUAGES)


def test_the_sentence_names_the_whole_kroner_on_both_sides() -> None:
    with pytest.raises(MoneyProblem) as refused:
        parse_kroner("9 500,50")
    said = sentence(refused.value.code, **refused.value.facts)
    assert said == "Beløpet må være i hele kroner. Skriv 9\u00a0500\u00a0kr eller 9\u00a0501\u00a0kr."


def test_a_lower_ceiling_can_be_asked_for() -> None:
    assert parse_kroner("100000", most=100_000) == 100_000
    with pytest.raises(MoneyProblem, match=r"money\.too_large"):
        parse_kroner("100001", most=100_000)


def test_ore_keep_their_decimals() -> None:
    assert parse_ore("9 500,50") == 950_050
    assert parse_ore("9 500,5") == 950_050
    assert parse_ore("9500") == parse_ore("9.500,-") == 950_000
    assert show_ore(950_050) == "9\u00a0500,50\u00a0kr"
    assert show_ore(-5) == "−0,05\u00a0kr"


@given(st.integers(0, 99_999_999))
def test_what_is_shown_can_be_typed_back(kroner: int) -> None:
    shown = show_kroner(kroner)
    assert parse_kroner(shown) == kroner
    assert not any(c in shown for c in " \n\t")
    assert parse_ore(show_ore(kroner)) == kroner


@given(st.text(max_size=20))
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        assert 0 <= parse_kroner(text) <= 99_999_999
    except MoneyProblem as refused:
        assert sentence(refused.code, **refused.facts)


def test_areas_have_a_decimal_comma() -> None:
    assert parse_decimal("11,5") == parse_decimal("11.5") == parse_decimal("11,5 m²") == Decimal("11.5")
    assert show_decimal(Decimal("11.50")) == "11,5"
    assert show_decimal(Decimal("1234")) == "1\u00a0234"
    assert show_decimal(0.5) == "0,5"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("-3", "number.negative"),
        ("tre", "number.unreadable"),
        ("", "number.unreadable"),
        ("1,2,3", "number.unreadable"),
        ("NaN", "number.unreadable"),
    ],
)
def test_what_is_no_number_is_refused(text: str, code: str) -> None:
    with pytest.raises(NumberProblem) as refused:
        parse_decimal(text)
    assert refused.value.code == code


def test_rooms_are_whole() -> None:
    assert parse_whole("3") == 3
    with pytest.raises(NumberProblem, match=r"number\.not_whole"):
        parse_whole("2,5")
