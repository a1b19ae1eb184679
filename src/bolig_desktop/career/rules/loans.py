"""What a loan costs term by term, in whole øre: annuity or serial, interest-only years first.

Only arithmetic, with the user's own rate: nothing here says that anybody is given a loan.
"""

import enum
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from bolig_desktop.career.records import Plan
from bolig_desktop.errors import Problem

MOST_NOK = 99_999_999
MOST_RATE = 30
MOST_YEARS = 50
MOST_TERMS = 52
_MOST_DECIMALS = 4


class LoanKind(enum.StrEnum):
    """How a loan is paid down: the same payment all along (annuitet), or the same repayment (serie)."""

    ANNUITY = "annuity"
    SERIAL = "serial"


@dataclass(frozen=True, kw_only=True)
class Loan:
    """A loan to reckon with. amount_nok: whole kroner; rate: per cent a year, nominal; interest_only: years."""

    amount_nok: int
    rate: Decimal
    years: int
    kind: LoanKind
    interest_only: int = 0
    terms_per_year: int = 12


@dataclass(frozen=True, slots=True)
class Term:
    """One payment: interest and repayment, in øre."""

    interest_ore: int
    principal_ore: int

    @property
    def payment_ore(self) -> int:
        """What is paid in the term, in øre."""
        return self.interest_ore + self.principal_ore


@dataclass(frozen=True)
class Schedule:
    """Every term of a loan, in order."""

    loan: Loan
    terms: tuple[Term, ...]

    @property
    def first_ore(self) -> int:
        """The first payment, in øre."""
        return self.terms[0].payment_ore

    @cached_property
    def highest_ore(self) -> int:
        """The highest payment of any term, in øre."""
        return max(term.payment_ore for term in self.terms)

    @cached_property
    def interest_ore(self) -> int:
        """All interest, in øre."""
        return sum(term.interest_ore for term in self.terms)

    @cached_property
    def years_ore(self) -> tuple[int, ...]:
        """What is paid each year, in øre."""
        per, count = self.loan.terms_per_year, len(self.terms)
        years = (self.terms[first : first + per] for first in range(0, count, per))
        return tuple(sum(term.payment_ore for term in year) for year in years)


def loan_problems(loan: Loan) -> list[Problem]:
    """Return why a loan cannot be reckoned: hard limits against slips of the finger, no law."""
    found = []
    if not 1 <= loan.amount_nok <= MOST_NOK:
        facts = {"least_nok": 1, "most_nok": MOST_NOK}
        found.append(Problem(field="amount_nok", code="loan.amount_nok", facts=facts))
    for field, most in (("years", MOST_YEARS), ("terms_per_year", MOST_TERMS)):
        if not 1 <= getattr(loan, field) <= most:
            found.append(Problem(field=field, code=f"loan.{field}", facts={"least": 1, "most": most}))
    if not loan.rate.is_finite() or not 0 < loan.rate <= MOST_RATE:
        found.append(Problem(field="rate", code="loan.rate", facts={"most": MOST_RATE}))
    elif -int(loan.rate.normalize().as_tuple().exponent) > _MOST_DECIMALS:
        found.append(Problem(field="rate", code="loan.rate_decimals", facts={"most": _MOST_DECIMALS}))
    if loan.interest_only < 0:
        found.append(Problem(field="interest_only", code="loan.interest_only_negative"))
    elif loan.interest_only >= loan.years > 0:
        facts = {"most": loan.years - 1, "years": loan.years}
        found.append(Problem(field="interest_only", code="loan.interest_only", facts=facts))
    return found


def of_plan(plan: Plan, kind: LoanKind) -> Loan | None:
    """Return the example kept with a plan, None where there is none."""
    if plan.loan_nok is None or plan.loan_rate is None or plan.loan_years is None:
        return None
    free = plan.loan_free_years or 0
    return Loan(amount_nok=plan.loan_nok, rate=plan.loan_rate, years=plan.loan_years, kind=kind, interest_only=free)


def schedule(loan: Loan) -> Schedule:
    """Return every term of a loan without problems.

    Interest per term is rate/terms of the balance, rounded to whole øre (a half up); interest-only years come first,
    and the debt is then paid down over the years left; the last term takes the rest.
    """
    return Schedule(loan, tuple(_terms(loan)))


def _terms(loan: Loan) -> Iterator[Term]:
    balance = loan.amount_nok * 100
    rate, per = _per_term(loan)
    for _ in range(loan.interest_only * loan.terms_per_year):
        yield Term(_rounded(balance * rate, per), 0)
    left = (loan.years - loan.interest_only) * loan.terms_per_year
    steady = _annuity(balance, rate, per, left) if loan.kind is LoanKind.ANNUITY else _rounded(balance, left)
    for number in range(left, 0, -1):
        interest = _rounded(balance * rate, per)
        principal = steady - interest if loan.kind is LoanKind.ANNUITY else steady
        principal = balance if number == 1 else min(balance, principal)
        balance -= principal
        yield Term(interest, principal)


def _per_term(loan: Loan) -> tuple[int, int]:
    """Return the rate of one term as a fraction of whole numbers."""
    over, under = loan.rate.as_integer_ratio()
    return over, under * 100 * loan.terms_per_year


def _annuity(amount: int, rate: int, per: int, terms: int) -> int:
    """Return the payment that pays an amount down in so many terms: amount · r / (1 − (1 + r)⁻ⁿ), exact, rounded."""
    grown, flat = (per + rate) ** terms, per**terms
    return _rounded(amount * rate * grown, per * (grown - flat))


def _rounded(over: int, under: int) -> int:
    """Return a fraction of whole numbers above zero as the nearest whole one, a half up."""
    return (2 * over + under) // (2 * under)
