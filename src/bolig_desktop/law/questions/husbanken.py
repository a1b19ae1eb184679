"""Husbanken's schemes and the municipality's guarantee (law.md § 5)."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated

from bolig_desktop.law import clocks, parameters
from bolig_desktop.law.answers import Found
from bolig_desktop.law.arguments import AnyMonth, Count, Form, Kroner, OneOf, Whole, WrongQuestion
from bolig_desktop.law.parameters import Parameter
from bolig_desktop.law.questions.rent import security
from bolig_desktop.law.steps import note, unmoved

AGREEMENT_MONTHS = {"tildelingsavtale": 360, "tilvisningsavtale": 240}
"""HB-UT: how long a dwelling is bound by each kind of agreement."""
Agreement = Annotated[str, OneOf(words=tuple(AGREEMENT_MONTHS))]
Persons = Annotated[int, Whole(least=1, most=99)]
MOST_PERSONS = 5


def _apply(month: AnyMonth, paper: bool = False, own: Iterable[Parameter] = ()) -> Found:
    apply_day = _known("housing_allowance_apply_day", month, own)
    pay_day = _known("housing_allowance_pay_day", month, own)
    due = clocks.allowance_application(month.replace(day=apply_day), paper=paper)
    paid = clocks.allowance_payment(month, pay_day)
    moved = note("law.allowance_paper" if paper else "law.allowance_digital", act_by=due.act_by)
    steps = (note("law.allowance_apply", nominal=due.nominal), moved, note("law.allowance_paid", day=paid))
    return Found(steps=steps, nominal=due.nominal, act_by=due.act_by, paid_on=paid)


def _cap(persons: Persons, day: date, own: Iterable[Parameter] = ()) -> Found:
    cap = _known(f"housing_allowance_cap_{min(persons, MOST_PERSONS)}", day, own)
    return Found(steps=(note("law.allowance_cap", persons=persons, amount_nok=cap),), amount=cap)


def _bound(start: date, agreement: Agreement) -> Found:
    return _option_end(start, AGREEMENT_MONTHS[agreement])


def _rent_to_own(start: date, years: Count = 5) -> Found:
    return _option_end(start, 12 * years)


def _option_end(start: date, months: int) -> Found:
    last = clocks.last_day_of(start, months)
    step = note("law.lasts_until", start=start, length_counted=(("year", months // 12),), result=last)
    return unmoved(clocks.unmoved(last), step)


def _guarantee(rent: Kroner, months: Count, deposit: Kroner | None = None) -> Found:
    return security(rent, deposit or 0, rent * months)


def _known(name: str, day: date, own: Iterable[Parameter]) -> int:
    found = parameters.number(name, day, own)
    if found is None:
        raise WrongQuestion("law.wrong_unknown", day=day)
    return int(found)


QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    "HB-BO1": (_apply,),
    "HB-BO2": (_cap,),
    "HB-UT": (_bound,),
    "HB-LTE": (_rent_to_own,),
    "GA-1": (_guarantee,),
}
