"""The command ``loan``: its answer in kroner with øre, and one sentence for everything that cannot be reckoned."""

import pytest
from told import one_sentence

GOOD = {"--amount": "2000000", "--rate": "5", "--years": "25", "--kind": "annuity"}


def words(**more: str) -> list[str]:
    given = GOOD | {f"--{name.replace('_', '-')}": value for name, value in more.items()}
    return ["loan", *(f"{name}={value}" for name, value in given.items())]


def test_an_annuity_loan_in_kroner_with_ore(run):
    """2 000 000 kr at 5 % over 25 years is 11 691,80 a month by any table of annuities."""
    said = run(*words(), "--json").value
    assert list(said) == ["first_payment", "highest_payment", "total_interest", "years"]
    assert said["first_payment"] == 11691.80
    assert [year["year"] for year in said["years"]] == list(range(1, 26))
    assert said["years"][0]["payment"] == round(12 * 11691.80, 2)
    paid = sum(round(year["payment"] * 100) for year in said["years"])
    assert paid == 200_000_000 + round(said["total_interest"] * 100)


def test_a_serial_loan_with_interest_only_years(run):
    said = run(*words(kind="serial", interest_only="5", terms_per_year="2"), "--json").value
    assert said["first_payment"] == 50_000.0  # 2,5 % of two million
    assert said["highest_payment"] == 100_000.0  # and a fortieth
    assert said["years"][0]["payment"] == 100_000.0


def test_a_rate_is_written_with_comma_or_point(run):
    assert run(*words(rate="4,9"), "--json").value == run(*words(rate="4.9"), "--json").value


def test_it_says_that_no_loan_is_promised(run):
    answer = run(*words())
    assert answer.code == 0 and "ikke et løfte om lån" in answer.out


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"amount": "0"}, "Lånet må være fra"),
        ({"amount": "-2000000"}, "Lånet må være fra"),
        ({"amount": "100000000"}, "Lånet må være fra"),
        ({"amount": "9" * 5000}, "--amount"),
        ({"amount": "1e6"}, "--amount"),
        ({"amount": "2 000 000"}, "--amount"),
        ({"amount": "1000,50"}, "--amount"),
        ({"amount": ""}, "--amount"),
        ({"amount": "٢٠٠٠"}, "--amount"),
        ({"rate": "0"}, "Renten må være mer enn 0"),
        ({"rate": "-1"}, "Renten må være mer enn 0"),
        ({"rate": "12.5 %"}, "--rate"),
        ({"rate": "31"}, "Renten må være mer enn 0"),
        ({"rate": "NaN"}, "--rate"),
        ({"rate": "inf"}, "--rate"),
        ({"rate": "4.12345"}, "desimaler"),
        ({"years": "0"}, "Nedbetalingstiden"),
        ({"years": "51"}, "Nedbetalingstiden"),
        ({"years": "2.5"}, "--years"),
        ({"kind": "mixed"}, "--kind"),
        ({"kind": "ANNUITY"}, "--kind"),
        ({"interest_only": "25"}, "Avdragsfrie år"),
        ({"interest_only": "-1"}, "Avdragsfrie år"),
        ({"terms_per_year": "0"}, "terminer"),
        ({"terms_per_year": "400"}, "terminer"),
        ({"amount": "-1", "rate": "0", "years": "0"}, "Lånet må være fra"),
    ],
)
def test_what_cannot_be_reckoned_is_one_sentence(run, more, told):
    answer = run(*words(**more), "--json")
    assert told in one_sentence(answer, (2,))
    assert answer.out == ""


@pytest.mark.parametrize("left_out", GOOD)
def test_a_word_left_out_is_told_of(run, left_out):
    answer = run("loan", *(f"{name}={value}" for name, value in GOOD.items() if name != left_out))
    assert left_out in one_sentence(answer, (2,))
