"""Rent, security and the two ways to change a rent (law.md §§ 3.2, 3.3 and 10)."""

from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from bolig_desktop.law import clocks, terms
from bolig_desktop.law.answers import Found
from bolig_desktop.law.arguments import Form, Kroner, WrongQuestion
from bolig_desktop.law.indexing import indexed_rent, same_table
from bolig_desktop.law.months import add_months
from bolig_desktop.law.steps import also, counted, earliest, note, ours, theirs


def _advance(rent: Kroner, advance: Kroner | None = None) -> Found:
    lawful = None if advance is None else advance <= rent
    why = None if lawful is None else note("law.sum_within" if lawful else "law.sum_above", ceiling_nok=rent)
    return Found(steps=(note("law.advance_ceiling", ceiling_nok=rent),), amount=rent, lawful=lawful, why=why)


def _rent_due(due: date) -> Found:
    return theirs(clocks.rent_due(due))


def _deposit(rent: Kroner, deposit: Kroner | None = None) -> Found:
    ceiling = terms.security_ceiling(rent)
    lawful = None if deposit is None else deposit <= ceiling
    why = None if lawful is None else note("law.sum_within" if lawful else "law.sum_above", ceiling_nok=ceiling)
    steps = (note("law.deposit_ceiling", ceiling_nok=ceiling, rent_nok=rent),)
    return Found(steps=steps, amount=ceiling, lawful=lawful, why=why)


def _deposit_first(rent: Kroner, deposit: Kroner, guarantee: Kroner | None = None) -> Found:
    return security(rent, deposit, guarantee)


def _guarantee_first(rent: Kroner, guarantee: Kroner, deposit: Kroner | None = None) -> Found:
    return security(rent, deposit, guarantee)


def security(rent: int, deposit: int | None, guarantee: int | None) -> Found:
    """Answer HL-3-6: what is left of the ceiling, and whether both together are within it."""
    ceiling, total = terms.security_ceiling(rent), (deposit or 0) + (guarantee or 0)
    left, within = max(0, ceiling - total), total <= ceiling
    tested = not within or (deposit is not None and guarantee is not None)
    why = note("law.sum_within" if within else "law.sum_above", ceiling_nok=ceiling)
    facts = {"ceiling_nok": ceiling, "total_nok": total, "left_nok": left, "rent_nok": rent}
    return Found(
        steps=(note("law.security_ceiling", **facts),),
        amount=left,
        lawful=within if tested else None,
        why=why if tested else None,
    )


def _deposit_reply(sent: date) -> Found:
    due = clocks.deposit_reply(sent)
    return ours(due, *counted(sent, ("week", 5), due.nominal), note("law.note_bank_receives"))


def _index_effect(last_effect: date, received: date) -> Found:
    due = clocks.index_effect(last_effect, received)
    month = clocks.index_month(last_effect, received)
    found = earliest(
        due,
        *counted(last_effect, ("year", 1), add_months(last_effect, 12)),
        *counted(received, ("month", 1), add_months(received, 1)),
        note("law.the_latest", day=due.nominal),
    )
    return also(found, note("law.index_month", month=month), month=month)


def _index_amount(rent: Kroner, kpi_a: Decimal, kpi_b: Decimal) -> Found:
    if not same_table(kpi_a, kpi_b):
        raise WrongQuestion("law.wrong_index_table", kpi_a=kpi_a, kpi_b=kpi_b)
    amount = indexed_rent(rent, kpi_a, kpi_b)
    raw = (rent * kpi_b / kpi_a).quantize(Decimal("0.01"), ROUND_HALF_UP)
    facts = {"rent_nok": rent, "kpi_a": kpi_a, "kpi_b": kpi_b, "raw": raw, "amount_nok": amount}
    rounded = "law.index_rise" if kpi_b >= kpi_a else "law.index_fall"
    return Found(
        steps=(note("law.index_product", **facts), note(rounded, amount_nok=amount), note("law.note_index_months")),
        amount=amount,
    )


def _market_demand(start: date, last_change: date | None = None) -> Found:
    due = clocks.market_demand(start, last_change)
    since = max(start, last_change or start)
    return earliest(due, *counted(since, ("month", 30), due.nominal))


def _market_effect(
    demand: date, last_effect: date, start: date | None = None, last_change: date | None = None
) -> Found:
    since = max((day for day in (start, last_change) if day is not None), default=None)
    first = None if since is None else add_months(since, 30)
    begun = demand if first is None else max(demand, first)
    due = clocks.market_effect(demand, last_effect, start, last_change)
    found = earliest(
        due,
        *counted(begun, ("month", 6), add_months(begun, 6)),
        *counted(last_effect, ("year", 1), add_months(last_effect, 12)),
        note("law.the_latest", day=due.nominal),
    )
    if first is None:
        return also(found, note("law.note_index_pushes"))
    lawful = demand >= first
    why = note("law.demand_in_time" if lawful else "law.demand_too_early", demand=demand, first=first)
    return also(found, note("law.note_index_pushes"), lawful=lawful, why=why)


QUESTIONS: Mapping[str, tuple[Form, ...]] = {
    "HL-3-2a": (_advance,),
    "HL-3-2b": (_rent_due,),
    "HL-3-5a": (_deposit,),
    "HL-3-5c": (_deposit_reply,),
    "HL-3-6": (_deposit_first, _guarantee_first),
    "HL-4-2": (_index_effect, _index_amount),
    "HL-4-3": (_market_demand, _market_effect),
}
