"""The command ``loan``: what a loan costs with the asker's own rate; it opens no file and promises no loan."""

import argparse
import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from bolig_desktop.career.rules.loans import Loan, LoanKind, Schedule, loan_problems, schedule
from bolig_desktop.cli.answering import GOOD, line, put
from bolig_desktop.cli.words import WrongWords
from bolig_desktop.text.money import show_ore
from bolig_desktop.text.sentences import problem_sentence

_LONGEST = 20
"""How many characters of a number are read: what is longer is no loan."""


def loan(options: argparse.Namespace) -> int:
    """Answer what a loan costs. Raises WrongWords with one sentence for what cannot be reckoned."""
    asked = Loan(
        amount_nok=_whole("--amount", options.amount),
        rate=_rate(options.rate),
        years=_whole("--years", options.years),
        kind=_kind(options.kind),
        interest_only=_whole("--interest-only", options.interest_only),
        terms_per_year=_whole("--terms-per-year", options.terms_per_year),
    )
    for problem in loan_problems(asked):
        raise WrongWords(problem_sentence(problem))
    found = schedule(asked)
    if options.json:
        put(_value(found))
    else:
        for words in _lines(found):
            line(words)
    return GOOD


def _value(found: Schedule) -> dict[str, Any]:
    """Return the answer in kroner with øre."""
    years = enumerate(found.years_ore, start=1)
    return {
        "first_payment": found.first_ore / 100,
        "highest_payment": found.highest_ore / 100,
        "total_interest": found.interest_ore / 100,
        "years": [{"year": year, "payment": paid / 100} for year, paid in years],
    }


def _lines(found: Schedule) -> Iterator[str]:
    yield f"Første termin: {show_ore(found.first_ore)}"
    yield f"Høyeste termin: {show_ore(found.highest_ore)}"
    yield f"Renter i alt: {show_ore(found.interest_ore)}"
    for year, paid in enumerate(found.years_ore, start=1):
        yield f"År {year}: {show_ore(paid)}"
    yield "Dette er et regneeksempel med din egen rente, og ikke et løfte om lån."


def _whole(name: str, text: str) -> int:
    if re.fullmatch(r"-?[0-9]+", text) and len(text) <= _LONGEST:
        return int(text)
    raise WrongWords(f"Feil bruk, {name} må være et helt tall uten mellomrom og desimaler, ikke «{_shown(text)}».")


def _rate(text: str) -> Decimal:
    if re.fullmatch(r"-?[0-9]+([.,][0-9]+)?", text) and len(text) <= _LONGEST:
        return Decimal(text.replace(",", "."))
    raise WrongWords(f"Feil bruk, --rate må være et tall som 4.9 uten prosenttegn, ikke «{_shown(text)}».")


def _kind(text: str) -> LoanKind:
    if text in set(LoanKind):
        return LoanKind(text)
    raise WrongWords(f"Feil bruk, --kind må være annuity eller serial, ikke «{_shown(text)}».")


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
