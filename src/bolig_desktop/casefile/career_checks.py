"""Gather what the rules of the housing career need to know, and ask them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from bolig_desktop.career.records import Anchors, MarketTry, Plan, Scheme, Step, Talk
from bolig_desktop.career.rules import loans
from bolig_desktop.career.rules import plan as plan_rules
from bolig_desktop.career.rules import schemes as scheme_rules
from bolig_desktop.errors import Problem
from bolig_desktop.tenancies.records import Tenancy, Term
from bolig_desktop.tenancies.rules import lived_in

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


_LOAN = {
    "amount_nok": "loan_nok",
    "rate": "loan_rate",
    "years": "loan_years",
    "interest_only": "loan_free_years",
    "terms_per_year": "loan_years",
}


def anchors(case: CaseFile, plan: Plan) -> Anchors:
    """Return what the steps and reviews of a plan are counted from: the ends of lease and programme."""
    return Anchors(lease_end(case, plan.household_id), plan.programme_ends_on)


def lease_end(case: CaseFile, household_id: int) -> date | None:
    """Return when the last of the leases a household lives on ends, None where one has no end or there is none."""
    return last_end(case.tenancies.of_household(household_id), case.clock())


def lease_of(case: CaseFile, household_id: int) -> Tenancy | None:
    """Return the lease a household lives on today, else one that is signed to follow, else None."""
    leases, today = case.tenancies.of_household(household_id), case.clock()
    known = (*(one for one in leases if lived_in(one, today)), *(one for one in leases if _follows(one, today)))
    return next(iter(known), None)


def last_end(leases: Iterable[Term], today: date) -> date | None:
    """Return when the last of the leases lived on today, or signed to follow, ends; None as ``lease_end``."""
    ends = [lease.ends_on for lease in leases if lived_in(lease, today) or _follows(lease, today)]
    return None if None in ends else max((end for end in ends if end is not None), default=None)


def _follows(lease: Term, today: date) -> bool:
    return lease.starts_on > today and lease.signed_tenant_on is not None and lease.moved_out_on is None


def settled_on(case: CaseFile, household_id: int) -> date | None:
    """Return when the first of a household was settled."""
    people = [case.people.get(one.person_id) for one in case.memberships.of_household(household_id)]
    return min((one.settled_on for one in people if one.settled_on is not None), default=None)


def plan(case: CaseFile, record: Plan) -> list[Problem]:
    """Return what is wrong with a plan."""
    household = case.households.find(record.household_id)
    example = loans.of_plan(record, loans.LoanKind.ANNUITY)
    wrong = loans.loan_problems(example) if example else []
    found = [replace(problem, field=_LOAN[problem.field]) for problem in wrong]
    return found + plan_rules.plan_problems(
        record,
        others=[one for one in case.plans.list("household_id = ?", [record.household_id]) if one.id != record.id],
        left_on=household.closed_on if household else None,
        before=case.plans.find(record.id),
        today=case.clock(),
    )


def step(case: CaseFile, record: Step) -> list[Problem]:
    """Return what is wrong with a step."""
    found = plan_rules.step_problems(record, settled_on=settled_on(case, record.household_id), today=case.clock())
    return [*_without_plan(case, record), *found]


def scheme(case: CaseFile, record: Scheme) -> list[Problem]:
    """Return what is wrong with a scheme."""
    others = [one for one in case.schemes.of_household(record.household_id) if one.id != record.id]
    return [*_without_plan(case, record), *scheme_rules.scheme_problems(record, today=case.clock(), others=others)]


def talk(case: CaseFile, record: Talk) -> list[Problem]:
    """Return what is wrong with a talk."""
    return [*_without_plan(case, record), *plan_rules.talk_problems(record, today=case.clock())]


def tried(case: CaseFile, record: MarketTry) -> list[Problem]:
    """Return what is wrong with a try in the private market."""
    strict = case.households.is_strict(record.household_id)
    return [*_without_plan(case, record), *plan_rules.try_problems(record, strict=strict, today=case.clock())]


def _without_plan(case: CaseFile, record: Step | Scheme | Talk | MarketTry) -> list[Problem]:
    """Return that the household has no plan: all of this stands on its page."""
    known = case.plans.of_household(record.household_id) is not None
    return [] if known else [Problem(field="household_id", code="plan.none")]


def standing(case: CaseFile, household_id: int) -> dict[str, Sequence[Any]]:
    """Return what stands on the plan of a household, by name."""
    return {
        "step": case.plan_steps.of_household(household_id),
        "scheme": case.schemes.of_household(household_id),
        "talk": case.plan_talks.of_household(household_id),
        "try": case.market_tries.of_household(household_id),
    }


CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {
    Plan: plan,
    Step: step,
    Scheme: scheme,
    Talk: talk,
    MarketTry: tried,
}
