"""Numbers: the test values of law.md § 6, and the digit beside each of them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.law.identifiers import (
    account_number,
    cadastre,
    clock,
    duf_number,
    fits_birth_date,
    identity_number,
    org_number,
    postcode,
    show_account,
    tidy,
    unit_number,
)
from bolig_desktop.text.sentences import LANGUAGES, sentence

TODAY = date(2026, 11, 22)
BIRTH_NUMBER, D_NUMBER = "01010150589", "41010150572"


def _with_control(nine: str, first_remainder: int = 0) -> str | None:
    """Return the nine digits with control digits that leave the wanted first remainder, or None where none do."""
    for control in range(100):
        number = f"{nine}{control:02}"
        first = sum(int(d) * w for d, w in zip(number, (3, 7, 6, 1, 8, 9, 4, 5, 2, 1), strict=False)) % 11
        second = sum(int(d) * w for d, w in zip(number, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1), strict=True)) % 11
        if (first, second) == (first_remainder, 0):
            return number
    return None


@pytest.mark.parametrize("number", [BIRTH_NUMBER, D_NUMBER, "010101 50589", "010101-50589"])
def test_real_looking_numbers_are_taken(number: str) -> None:
    assert identity_number(number, TODAY) is None


@pytest.mark.parametrize(
    ("number", "code"),
    [
        ("", "identity_length"),
        ("0101015058", "identity_length"),
        ("010101505890", "identity_length"),
        ("0101015058A", "identity_length"),
        ("٠١٠١٠١٥٠٥٨٩", "identity_length"),
        ("01010150588", "identity_control"),
        ("01010150579", "identity_control"),
        ("00010150589", "identity_date"),
        ("32010150589", "identity_date"),
        ("72010150589", "identity_date"),
        ("30020150589", "identity_date"),
        ("29020150589", "identity_date"),
        ("01130150589", "identity_date"),
        ("01000150589", "identity_date"),
        ("01400150589", "identity_date"),
        ("01800150589", "identity_date"),
        ("01930150589", "identity_date"),
    ],
)
def test_impossible_numbers_are_refused(number: str, code: str) -> None:
    assert identity_number(number, TODAY) == f"identifier.{code}"


def test_a_leap_day_is_a_birthday_in_leap_years() -> None:
    leap = next(n for i in range(100, 999) if (n := _with_control(f"290204{i}")))
    assert identity_number(leap, TODAY) is None


@pytest.mark.parametrize("birth", ["311290", "300690", "280201", "010190"])
def test_the_last_and_first_days_of_months_are_birthdays(birth: str) -> None:
    number = next(n for i in range(100, 999) if (n := _with_control(f"{birth}{i}")))
    assert identity_number(number, TODAY) is None


def test_h_numbers_are_taken_and_made_up_ones_only_in_the_demo() -> None:
    h_number = next(n for i in range(100, 999) if (n := _with_control(f"014101{i}")))
    made_up = next(n for i in range(100, 999) if (n := _with_control(f"018101{i}")))
    assert identity_number(h_number, TODAY) is None
    assert identity_number(made_up, TODAY) == "identifier.identity_synthetic"
    assert identity_number(made_up, TODAY, demo=True) is None


@pytest.mark.parametrize("remainder", [1, 2, 3])
def test_the_rule_of_2032_is_not_taken_the_day_before(remainder: int) -> None:
    number = next(n for i in range(100, 999) if (n := _with_control(f"010101{i}", remainder)))
    assert identity_number(number, date(2031, 12, 31)) == "identifier.identity_control"
    assert identity_number(number, date(2032, 1, 1)) is None
    assert identity_number(BIRTH_NUMBER, date(2032, 1, 1)) is None


@pytest.mark.parametrize("remainder", [4, 5, 10])
def test_other_remainders_are_never_taken(remainder: int) -> None:
    number = next(n for i in range(100, 999) if (n := _with_control(f"010101{i}", remainder)))
    assert identity_number(number, date(2032, 1, 1)) == "identifier.identity_control"


def test_a_number_is_compared_with_the_date_of_birth() -> None:
    assert fits_birth_date(BIRTH_NUMBER, date(2001, 1, 1)) and fits_birth_date(BIRTH_NUMBER, date(1901, 1, 1))
    assert fits_birth_date(D_NUMBER, date(2001, 1, 1))
    assert not fits_birth_date(BIRTH_NUMBER, date(2001, 1, 2))


def test_duf_numbers() -> None:
    for number in ("201212345603", "200205705502", "200900595509"):
        assert duf_number(number) is None
    assert duf_number("201234567890") == "identifier.duf_control"
    assert duf_number("201258697561") == "identifier.duf_control"  # the directorate's own printed example
    assert duf_number("20121234560") == duf_number("301212345603") == "identifier.duf_length"


def test_org_and_account_numbers() -> None:
    assert org_number("974 760 673") is None
    assert org_number("974760674") == "identifier.org_control"
    assert org_number("97476067") == "identifier.org_length"
    assert account_number("1234.56.78903") is None
    assert account_number("12345678904") == "identifier.account_control"
    assert account_number("NO9386011117947") == "identifier.account_length"
    assert org_number("000000000") == "identifier.org_control"
    assert show_account("12345678903") == "1234 56 78903" and show_account("x") == "x"


def test_postcodes_keep_their_zero() -> None:
    assert postcode("0125") is None
    assert postcode("125") == postcode("O125") == postcode("01255") == "identifier.postcode"


@pytest.mark.parametrize("number", ["H0101", "h0201", "U0102", "K0101", "L0101", "H 0201"])
def test_unit_numbers(number: str) -> None:
    assert unit_number(number) is None


@pytest.mark.parametrize("number", ["", "X0101", "H201", "H02011", "0201", "H02O1"])
def test_impossible_unit_numbers(number: str) -> None:
    assert unit_number(number) == "identifier.unit_number"


def test_the_land_register() -> None:
    assert cadastre("3411", "12", "34", "0", "1") is None
    assert cadastre("0301", "12") is None
    assert cadastre("", "") is None
    assert cadastre("341", "12", "34") == ("municipality_number", "identifier.municipality_number")
    assert cadastre("3411", "12a") == ("gnr", "identifier.cadastre_digits")
    assert cadastre("3411", "", "34") == ("bnr", "identifier.cadastre_order")
    assert cadastre("3411", "12", "", "", "1") == ("snr", "identifier.cadastre_order")


@given(st.text(max_size=16))
def test_any_text_gets_an_answer_with_a_sentence(text: str) -> None:
    for check in (org_number, account_number, postcode, unit_number, duf_number):
        code = check(text)
        assert code is None or all(sentence(code, language) for language in LANGUAGES)
    code = identity_number(text, TODAY)
    assert code is None or sentence(code)
    assert tidy(tidy(text)) == tidy(text)


@pytest.mark.parametrize("text", ["00.00", "07.00", "19.59", "20.00", "23.59"])
def test_a_time_of_day_as_the_papers_print_it(text: str) -> None:
    assert clock(text) is None


@pytest.mark.parametrize("text", ["", "24.00", "23.60", "7.00", "07:00", "07.0", "07.000", "٠٧.٠٠"])
def test_what_is_no_time_of_day_is_said_so(text: str) -> None:
    assert clock(text) == "house_rules.clock"
