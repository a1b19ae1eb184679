"""What is due about one lease: from six months before it runs out until it is settled what came after."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bolig_desktop.agenda.items import Asked, Item
from bolig_desktop.law import clocks, terms
from bolig_desktop.law.months import add_months
from bolig_desktop.tenancies.records import DecisionResult

TALK, DECIDE, LETTER = 6, 4, 3
"""How many months before its end a lease is talked about, decided on, and written about (law.md § 13, routine)."""

_YEAR = 12


class Lease(NamedTuple):
    """What is to be known of one lease that is not settled.

    talked: the talk before its end is ticked as held; assessed: a finished need assessment stands on it; decision:
    the newest decision's result; neither counts once the lease has been lengthened after it. told: a letter about
    its end was printed, or is ticked as sent; asked_on and move_by: the newest request to move that was sent, and
    the day it gave.
    rent_set_on: when the rent last changed in any way; rent_agreed_on: by anything but the index.
    """

    id: int
    household_id: int
    dwelling_id: int
    starts_on: date
    ends_on: date | None
    binds: bool
    talked: bool = False
    assessed: bool = False
    decision: DecisionResult | None = None
    told: bool = False
    asked_on: date | None = None
    move_by: date | None = None
    guarantee_ends_on: date | None = None
    rent_set_on: date | None = None
    rent_agreed_on: date | None = None


def of_lease(lease: Lease, today: date) -> Iterator[Item]:
    """Yield what is due about a lease; a draft has nothing due yet."""
    if not lease.binds:
        return
    stage = _stage(lease, today)
    if stage is not None:
        yield stage
    yield from of_guarantee(lease)
    yield from _rent(lease, today)


def of_guarantee(lease: Lease) -> Iterator[Item]:
    """Yield the end of a guarantee, where the end of the lease does not say the same."""
    if lease.guarantee_ends_on is not None and lease.guarantee_ends_on != lease.ends_on:
        yield _about(lease, "guarantee_ends", clocks.ours(lease.guarantee_ends_on))


def _about(
    lease: Lease, kind: str, due: clocks.Due, asked: Asked = (), *, urgent: bool = False, fact: object = None
) -> Item:
    return Item(
        kind, "tenancies", lease.id, *due, asked, urgent, lease.household_id, lease.dwelling_id, lease.id, fact
    )


def _stage(lease: Lease, today: date) -> Item | None:
    """Return the one line a lease that runs out has today; it is never without one from six months before."""
    end = lease.ends_on
    if end is None:
        return None
    return _after(lease, end, today) if today > end else _before(lease, end, today)


def _before(lease: Lease, end: date, today: date) -> Item | None:
    talk, decide, letter = (clocks.ours(add_months(end, -months)) for months in (TALK, DECIDE, LETTER))
    if lease.decision is None:
        still_to_talk = not lease.talked and not lease.assessed and today < decide.nominal
        kind, due = ("lease_talk", talk) if still_to_talk else ("lease_decide", decide)
    elif lease.decision is DecisionResult.GRANTED:
        kind, due = "lease_renew", letter
    else:
        kind, due = ("lease_ends", clocks.ours(end)) if lease.told else ("lease_letter", letter)
    return _about(lease, kind, due, asked=_asked(end), urgent=today == end)


def _after(lease: Lease, end: date, today: date) -> Item | None:
    """The three months after the end (HL-9-2-3): only a request sent after it, or a new signed lease, stops them."""
    clock = terms.after_expiry(end)
    if lease.asked_on is not None and end < lease.asked_on < clock.certain_from:
        move_by = clocks.theirs(lease.move_by or lease.asked_on)
        urgent = move_by.act_by < today or lease.asked_on > clock.nominal  # in the uncertain days: a lawyer's matter
        return _about(lease, "lease_move_out", move_by, urgent=urgent, fact=lease.asked_on)
    due = clocks.Due(clock.nominal, clock.act_by)
    if today >= clock.certain_from:
        return _about(lease, "lease_indefinite", due, asked=_asked(end), urgent=True, fact=clock.certain_from)
    if today >= clock.indefinite_from:
        return _about(lease, "lease_uncertain", due, asked=_asked(end), urgent=True, fact=clock.certain_from)
    return _about(lease, "lease_expired", due, asked=_asked(end), urgent=True, fact=(today - end).days)


def _rent(lease: Lease, today: date) -> Iterator[Item]:
    """HL-4-2, HL-4-3: the first day the rent may be changed; no duty, so only before it comes.

    Notice of a rent by the index is to be given a month before, and that is the day to act by.
    """
    set_on = lease.rent_set_on or lease.starts_on
    if lease.ends_on is not None and lease.ends_on < add_months(set_on, _YEAR):
        return
    effect = clocks.earliest(add_months(set_on, _YEAR))
    notice = clocks.ours(add_months(effect.nominal, -1)).act_by
    if today <= notice:
        asked: Asked = (("last_effect", set_on), ("received", add_months(effect.nominal, -1)))
        yield _about(lease, "lease_index", clocks.Due(effect.nominal, notice), asked=asked)
    demand = clocks.market_demand(lease.starts_on, lease.rent_agreed_on)
    if today <= demand.act_by and (lease.ends_on is None or demand.nominal < lease.ends_on):
        asked = (("start", lease.starts_on),)
        asked += (("last_change", lease.rent_agreed_on),) if lease.rent_agreed_on else ()
        yield _about(lease, "lease_market", demand, asked=asked)


def _asked(end: date) -> Asked:
    return (("end", end),)
