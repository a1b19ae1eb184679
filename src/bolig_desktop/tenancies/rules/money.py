"""Rent, deposit and guarantee: whole kroner, and at most six months' rent as security."""

from collections.abc import Iterator

from bolig_desktop.errors import Problem
from bolig_desktop.law import identifiers, terms
from bolig_desktop.law.sections import section
from bolig_desktop.settings.records import Municipality
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.tenancies.rules.around import OURS

MOST_RENT_NOK = 100_000

_SUMS = ("power_nok", "water_nok", "deposit_nok", "guarantee_nok")


def sums(tenancy: Tenancy) -> Iterator[Problem]:
    """Whole kroner from nothing up, and a day of the month that every month has."""
    if tenancy.rent_nok < 0:
        yield Problem(field="rent_nok", code="money.negative")
    if tenancy.rent_nok > MOST_RENT_NOK:
        yield Problem(field="rent_nok", code="tenancy.rent_high", hard=False, facts={"rent_nok": tenancy.rent_nok})
    if tenancy.rent_nok == 0 and tenancy.kind in OURS:
        yield Problem(field="rent_nok", code="tenancy.rent_zero", hard=False)
    for field in _SUMS:
        value = getattr(tenancy, field)
        if value is not None and value < 0:
            yield Problem(field=field, code="money.negative")
    if not 1 <= tenancy.due_day <= 28:
        yield Problem(field="due_day", code="tenancy.due_day")


def security(tenancy: Tenancy, municipality: Municipality) -> Iterator[Problem]:
    """HL-3-5a, HL-3-5b, HL-3-6, GA-1: at most six months' rent in all, the deposit on the tenant's own account."""
    deposit, guarantee, rent = tenancy.deposit_nok or 0, tenancy.guarantee_nok or 0, max(0, tenancy.rent_nok)
    hard = tenancy.kind in OURS or guarantee > 0
    ceiling = terms.security_ceiling(rent)
    facts = {"ceiling_nok": ceiling, "rent_nok": rent, "total_nok": deposit + guarantee}
    if deposit > ceiling:
        yield Problem(
            field="deposit_nok",
            code="tenancy.deposit_too_high",
            hard=hard,
            section=section("HL-3-5a"),
            facts=facts,
        )
    elif deposit >= 0 and guarantee > 0 and deposit + guarantee > ceiling:
        yield Problem(
            field="guarantee_nok",
            code="tenancy.security_too_high",
            hard=hard,
            section=section("HL-3-6"),
            facts=facts,
        )
    if tenancy.deposit_account.strip():
        own = identifiers.tidy(municipality.account_number)
        if own and identifiers.tidy(tenancy.deposit_account) == own:
            yield Problem(field="deposit_account", code="tenancy.deposit_on_own_account", section=section("HL-3-5b"))
        elif code := identifiers.account_number(tenancy.deposit_account):
            yield Problem(field="deposit_account", code=code, hard=False)
    if guarantee > 0 and tenancy.guarantee_kind is None:
        yield Problem(field="guarantee_kind", code="tenancy.guarantee_by_whom", hard=False)
    if tenancy.guarantee_ends_on is not None and tenancy.guarantee_ends_on < tenancy.starts_on:
        yield Problem(
            field="guarantee_ends_on",
            code="tenancy.guarantee_ends_before_start",
            facts={"start": tenancy.starts_on},
        )
