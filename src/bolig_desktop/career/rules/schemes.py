"""How far a scheme has come, which papers it needs, when it ends, and what is wrong with it.

Housing benefit is never reckoned here (law.md HB-BO2): Husbanken's own calculator does that.
"""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.career.records import Scheme, SchemeKind, SchemeState
from bolig_desktop.career.rules.plan import LONGEST_TEXT
from bolig_desktop.errors import Problem
from bolig_desktop.law.months import add_months

MOST_NOK = 99_999_999
BENEFIT_DROP_MONTHS = 12
"""When housing benefit may fall: after the first year, when introduction benefit counts as income (S:3596)."""

_PAPERS: dict[SchemeKind, tuple[str, ...]] = {
    SchemeKind.HOUSING_BENEFIT: ("has_lease", "has_costs", "has_dwelling", "has_shared_form"),
    SchemeKind.START_LOAN: ("has_income", "has_costs"),
    SchemeKind.GRANT: ("has_income", "has_costs"),
    SchemeKind.DEPOSIT_GUARANTEE: ("has_lease", "has_income"),
    SchemeKind.RENT_GUARANTEE: ("has_lease", "has_income"),
    SchemeKind.RENT_TO_OWN: ("has_lease", "has_income", "has_dwelling"),
}
"""What each scheme needs: housing benefit by HB-BO5 and § 8 D20; the others a routine of ours."""


def state(scheme: Scheme, today: date) -> SchemeState:
    """Return how far a scheme has come."""
    if scheme.granted is False:
        return SchemeState.REFUSED
    if scheme.granted:
        over = scheme.ends_on is not None and scheme.ends_on < today
        return SchemeState.ENDED if over else SchemeState.GRANTED
    return SchemeState.THOUGHT_OF if scheme.applied_on is None else SchemeState.APPLIED


def papers(kind: SchemeKind, *, shared: bool) -> tuple[str, ...]:
    """Return the fields that tick off what a scheme needs; shared: whether they live in shared housing (HB-BO4)."""
    return tuple(name for name in _PAPERS[kind] if shared or name != "has_shared_form")


def papers_left(scheme: Scheme, *, shared: bool) -> tuple[str, ...]:
    """Return the papers a scheme still lacks."""
    return tuple(name for name in papers(scheme.kind, shared=shared) if not getattr(scheme, name))


def ends(scheme: Scheme) -> date | None:
    """Return when a granted scheme, or the option of leie til eie, ends."""
    return scheme.ends_on if scheme.granted else None


def benefit_may_fall_on(scheme: Scheme) -> date | None:
    """Return when housing benefit may fall for the first time, None where it does not run a year."""
    if scheme.kind is not SchemeKind.HOUSING_BENEFIT or not scheme.granted or scheme.starts_on is None:
        return None
    day = add_months(scheme.starts_on, BENEFIT_DROP_MONTHS)
    return None if scheme.ends_on is not None and scheme.ends_on < day else day


def scheme_problems(scheme: Scheme, *, today: date, others: Sequence[Scheme] = ()) -> list[Problem]:
    """Return what is wrong with a scheme. others: the household's other ones."""
    found = _odd_values(scheme, today)
    if scheme.granted is False and not scheme.reason.strip():
        found.append(Problem(field="reason", code="scheme.no_reason", hard=False))
    if scheme.granted is not None and scheme.answered_on is None:
        found.append(Problem(field="answered_on", code="scheme.answered_when", hard=False))
    if scheme.kind is SchemeKind.RENT_TO_OWN and scheme.granted and scheme.ends_on is None:
        found.append(Problem(field="ends_on", code="scheme.option_end", hard=False))
    if len(scheme.reason) > LONGEST_TEXT:
        facts = {"longest": LONGEST_TEXT, "length": len(scheme.reason)}
        found.append(Problem(field="reason", code="translation.too_long", facts=facts))
    running = {SchemeState.APPLIED, SchemeState.GRANTED}
    if state(scheme, today) in running and any(
        other.kind is scheme.kind and state(other, today) in running for other in others
    ):
        found.append(Problem(field="kind", code="scheme.twice", hard=False))
    return found


def _odd_values(scheme: Scheme, today: date) -> list[Problem]:
    found = []
    for field in ("amount_nok", "price_nok"):
        amount = getattr(scheme, field)
        if amount is not None and not 0 <= amount <= MOST_NOK:
            found.append(Problem(field=field, code="scheme.amount", facts={"most_nok": MOST_NOK}))
    for field in ("applied_on", "answered_on"):
        day = getattr(scheme, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="plan.ahead"))
    if scheme.applied_on and scheme.answered_on and scheme.answered_on < scheme.applied_on:
        found.append(Problem(field="answered_on", code="scheme.answered_before", facts={"day": scheme.applied_on}))
    if scheme.starts_on and scheme.ends_on and scheme.ends_on < scheme.starts_on:
        found.append(Problem(field="ends_on", code="scheme.ends_before", facts={"day": scheme.starts_on}))
    return found
