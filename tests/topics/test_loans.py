"""What a loan costs, held against the textbook's closed formulas over a thousand random loans."""

from decimal import Decimal, getcontext
from random import Random

import pytest

from bolig_desktop.career.rules.loans import Loan, LoanKind, Schedule, loan_problems, schedule
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence

getcontext().prec = 60
LOANS = 1_000


def a_loan(**more: object) -> Loan:
    facts = {"amount_nok": 2_000_000, "rate": Decimal("5"), "years": 25, "kind": LoanKind.ANNUITY}
    return Loan(**{**facts, **more})  # type: ignore[arg-type]


def random_loans() -> list[Loan]:
    rng = Random(20261128)
    loans = []
    for _ in range(LOANS):
        years = rng.randint(1, 40)
        loans.append(
            Loan(
                amount_nok=rng.randint(1_000, 8_000_000),
                rate=Decimal(rng.randint(1, 1_200)) / 100,
                years=years,
                kind=rng.choice(list(LoanKind)),
                interest_only=rng.randint(0, min(10, years - 1)),
                terms_per_year=rng.choice((1, 2, 4, 12)),
            )
        )
    return loans


def independent(loan: Loan) -> tuple[Decimal, Decimal, Decimal, Decimal]:
    """Return first and highest payment, all interest and how far rounding may carry it, in øre; closed formulas."""
    amount = Decimal(loan.amount_nok * 100)
    rate = loan.rate / 100 / loan.terms_per_year
    free, left = loan.interest_only * loan.terms_per_year, (loan.years - loan.interest_only) * loan.terms_per_year
    idle = amount * rate
    if loan.kind is LoanKind.ANNUITY:
        steady = idle / (1 - (1 + rate) ** -left)
        highest, interest = steady, steady * left - amount
        # Half an øre too much or too little each term grows with the loan's own interest until the last one.
        drift = ((1 + rate) ** left - 1) / rate
    else:
        highest = amount / left + idle
        interest = rate * amount * (left + 1) / 2
        drift = Decimal(left) * (1 + rate * left)
    first = idle if free else highest
    return first, highest, interest + idle * free, drift + free + left


@pytest.mark.parametrize("loan", random_loans(), ids=lambda loan: f"{loan.amount_nok} {loan.rate} {loan.kind}")
def test_it_agrees_with_the_formulas(loan):
    assert loan_problems(loan) == []
    found = schedule(loan)
    first, highest, interest, slack = independent(loan)
    assert len(found.terms) == loan.years * loan.terms_per_year
    assert abs(found.first_ore - first) <= 1
    assert abs(highest_before_the_rest(loan, found) - highest) <= 1
    assert abs(found.interest_ore - interest) <= slack
    assert sum(term.principal_ore for term in found.terms) == loan.amount_nok * 100
    assert all(term.interest_ore >= 0 and term.principal_ore >= 0 for term in found.terms)
    assert len(found.years_ore) == loan.years
    assert sum(found.years_ore) == found.interest_ore + loan.amount_nok * 100
    if loan.kind is LoanKind.ANNUITY:
        assert abs(found.terms[-1].payment_ore - highest) <= slack, "the last term takes the rest, and no more"


def highest_before_the_rest(loan: Loan, found: Schedule) -> int:
    """Return the first payment with repayment in it: an annuity's steady one, a serial loan's highest."""
    return found.terms[loan.interest_only * loan.terms_per_year].payment_ore


def test_a_loan_reckoned_by_hand():
    """1 000 kr at 12 % over three months-like terms: 10 kr interest the first month, balance to whole øre."""
    loan = a_loan(amount_nok=1_000, rate=Decimal(12), years=1, terms_per_year=2)
    # 6 % a term: payment 1000·0,06/(1 − 1,06⁻²) = 545,4369 → 545,44; interest 60,00, then 0,06·514,56 = 30,87.
    assert [(t.interest_ore, t.principal_ore) for t in schedule(loan).terms] == [(6_000, 48_544), (3_087, 51_456)]
    serial = a_loan(amount_nok=1_000, rate=Decimal(12), years=1, terms_per_year=3, kind=LoanKind.SERIAL)
    # 33333,33 øre repaid a term, the last takes the rest; 4 % of the balance.
    assert [(t.interest_ore, t.principal_ore) for t in schedule(serial).terms] == [
        (4_000, 33_333),
        (2_667, 33_333),
        (1_333, 33_334),
    ]


def test_half_an_ore_is_rounded_up():
    loan = a_loan(amount_nok=1, rate=Decimal("0.5"), years=1, terms_per_year=1)
    assert schedule(loan).interest_ore == 1  # 0,5 øre


def test_interest_only_years_come_first_and_the_debt_is_paid_over_the_years_left():
    found = schedule(a_loan(interest_only=5))
    assert {term.principal_ore for term in found.terms[:60]} == {0}
    assert found.first_ore == 833_333  # 2 000 000 · 5 % / 12
    assert found.terms[60].payment_ore == schedule(a_loan(years=20)).first_ore
    assert found.interest_ore > schedule(a_loan()).interest_ore


def test_a_serial_loan_costs_most_first_and_least_in_all():
    """Report 2011, S:3683: with a serial loan people pay most when they have least."""
    annuity, serial = schedule(a_loan()), schedule(a_loan(kind=LoanKind.SERIAL))
    assert serial.first_ore == serial.highest_ore > annuity.first_ore
    assert serial.interest_ore < annuity.interest_ore
    assert serial.years_ore[-1] < annuity.years_ore[-1]


@pytest.mark.parametrize("kind", LoanKind)
@pytest.mark.parametrize("amount", [1, 2, 7, 99_999_999])
def test_the_smallest_and_the_largest_are_paid_down_to_the_ore(kind, amount):
    found = schedule(a_loan(amount_nok=amount, rate=Decimal(30), years=50, interest_only=1, kind=kind))
    assert sum(term.principal_ore for term in found.terms) == amount * 100
    assert min(term.principal_ore for term in found.terms) >= 0


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"amount_nok": 0}, "amount_nok"),
        ({"amount_nok": -1}, "amount_nok"),
        ({"amount_nok": 100_000_000}, "amount_nok"),
        ({"rate": Decimal(0)}, "rate"),
        ({"rate": Decimal("-0.1")}, "rate"),
        ({"rate": Decimal("30.01")}, "rate"),
        ({"rate": Decimal("NaN")}, "rate"),
        ({"rate": Decimal("4.12345")}, "rate"),
        ({"years": 0}, "years"),
        ({"years": 51}, "years"),
        ({"interest_only": -1}, "interest_only"),
        ({"interest_only": 25}, "interest_only"),
        ({"terms_per_year": 0}, "terms_per_year"),
        ({"terms_per_year": 53}, "terms_per_year"),
    ],
)
def test_what_cannot_be_reckoned_is_said_in_a_sentence(more, field):
    (problem,) = loan_problems(a_loan(**more))
    assert problem.field == field and problem.hard
    for language in LANGUAGES:
        assert problem_sentence(problem, language).endswith(".")


@pytest.mark.parametrize(
    "more",
    [
        {"amount_nok": 1}, {"amount_nok": 99_999_999}, {"rate": Decimal("0.0001")}, {"rate": Decimal(30)},
        {"years": 1}, {"years": 50}, {"interest_only": 24}, {"terms_per_year": 1}, {"terms_per_year": 52},
    ],
)  # fmt: skip
def test_the_edges_can_be_reckoned(more):
    assert loan_problems(a_loan(**more)) == []
