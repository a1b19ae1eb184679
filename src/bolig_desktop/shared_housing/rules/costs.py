"""Splitting what a house costs, to the last øre, and what those who share it and work in it may be asked."""

import calendar
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bolig_desktop.errors import Problem
from bolig_desktop.shared_housing.records import (
    BenefitForms,
    CostAccount,
    CostKind,
    CostShare,
    CostSplit,
    HouseApproval,
    SharedCost,
    WorkerHours,
)

MOST_PARTS = 100
MOST_HOURS = Decimal(744)
"""As many hours as a month of 31 days has."""
ENERGY = frozenset({CostKind.POWER, CostKind.GRID, CostKind.HEAT})
"""What is paid for in advance as power."""
EARLIEST_YEAR = 1990


class Stay(NamedTuple):
    """Who bears costs of a room and when: from the first day to the last one lived there, both counted.

    ends_on None: still there. advance_nok: what is paid in advance for power a month.
    """

    tenancy_id: int
    dwelling_id: int
    starts_on: date
    ends_on: date | None = None
    advance_nok: int = 0


Split = dict[int | None, int]
"""Øre by lease; None is what the municipality bears."""


def month_days(month: str) -> tuple[date, date]:
    """Return the first and the last day of a month written ``2026-10``. Raises ValueError for another word."""
    first = date.fromisoformat(f"{month}-01")
    return first, first.replace(day=calendar.monthrange(first.year, first.month)[1])


def days_in(stay: Stay, month: str) -> int:
    """Return how many days of a month somebody lived there, the first and the last day counted."""
    first, last = month_days(month)
    begun, gone = max(first, stay.starts_on), min(last, stay.ends_on or last)
    return max(0, (gone - begun).days + 1)


def split(cost: SharedCost, units: Sequence[int], stays: Sequence[Stay], shares: Iterable[CostShare]) -> Split:
    """Return who bears a cost. The øre always add up to the whole.

    Among residents: by the days each lived there. By room, or by the agreement's shares: every room bears its part,
    those who lived there by the days, and the municipality for the days nobody did.
    """
    weights: dict[int | None, int] = {None: 0}
    here = [stay for stay in stays if days_in(stay, cost.month)]
    if cost.split is CostSplit.RESIDENTS:
        weights |= {stay.tenancy_id: days_in(stay, cost.month) for stay in here}
    else:
        parts = parts_in(cost.month, units, shares) if cost.split is CostSplit.SHARES else dict.fromkeys(units, 1)
        whole = (month_days(cost.month)[1] - month_days(cost.month)[0]).days + 1
        for unit in units:
            inside = [stay for stay in here if stay.dwelling_id == unit]
            lived = sum(days_in(stay, cost.month) for stay in inside)
            # Two who share a room, or change on one day, share its part; it does not become more for that.
            for stay in inside:
                weights[stay.tenancy_id] = (
                    parts[unit] * days_in(stay, cost.month) * _SCALE * whole // max(lived, whole)
                )
            vacant = max(0, whole - lived)
            weights[None] = (weights[None] or 0) + parts[unit] * vacant * _SCALE
    return _shared(cost.amount_ore, weights)


_SCALE = 10_000


def parts_in(month: str, units: Sequence[int], shares: Iterable[CostShare]) -> dict[int, int]:
    """Return how many parts each unit bears in a month: the last agreed by then, 0 where nothing is agreed."""
    found = dict.fromkeys(units, 0)
    for share in sorted(shares, key=lambda one: (one.from_month, one.id or 0)):
        if share.from_month <= month and share.dwelling_id in found:
            found[share.dwelling_id] = share.parts
    return found


def _shared(amount: int, weights: Mapping[int | None, int]) -> Split:
    """Return an amount by weights, what is left over to those who lack most of an øre; nobody's is ours."""
    total = sum(weights.values())
    if total == 0:
        return {None: amount}
    found = {whose: amount * weight // total for whose, weight in weights.items() if weight}
    left = amount - sum(found.values())
    lacking = sorted(found, key=lambda whose: (-(amount * weights[whose] % total), whose is None, whose or 0))
    for whose in lacking[:left]:
        found[whose] += 1
    return found


def advance(stay: Stay, month: str) -> int:
    """Return in øre what was paid in advance for power in a month: all of it, or by the days in a month in part."""
    first, last = month_days(month)
    whole = (last - first).days + 1
    return (2 * stay.advance_nok * 100 * days_in(stay, month) + whole) // (2 * whole)


class Line(NamedTuple):
    """A lease's line in the account of a year, in øre: each kind, and what was paid in advance.

    tenancy_id None is what the municipality bears. rest: what is still to be paid for power (below 0: to get back).
    """

    tenancy_id: int | None
    by_kind: dict[CostKind, int]
    paid: int

    @property
    def total(self) -> int:
        """All kinds together."""
        return sum(self.by_kind.values())

    @property
    def rest(self) -> int:
        """Power, grid and heating, less what was paid in advance."""
        return sum(ore for kind, ore in self.by_kind.items() if kind in ENERGY) - self.paid


def year_lines(
    costs: Sequence[SharedCost],
    units: Sequence[int],
    stays: Sequence[Stay],
    shares: Sequence[CostShare],
    hidden: Collection[int] = (),
) -> list[Line]:
    """Return the account: a line for each lease that bears something, and last what the municipality bears.

    What was paid in advance is counted for the months there are costs of power, grid or heating in: the others cannot
    be settled yet. hidden: leases that have no line (AG-2): theirs stands with the municipality's, so that nobody
    else bears more.
    """
    borne: dict[int | None, dict[CostKind, int]] = {}
    for cost in costs:
        for whose, ore in split(cost, units, stays, shares).items():
            kinds = borne.setdefault(None if whose in hidden else whose, {})
            kinds[cost.kind] = kinds.get(cost.kind, 0) + ore
    months = sorted({cost.month for cost in costs if cost.kind in ENERGY})
    found = []
    for stay in stays:
        if stay.tenancy_id in hidden:
            continue
        paid = sum(advance(stay, month) for month in months)
        if stay.tenancy_id in borne or paid:
            found.append(Line(stay.tenancy_id, borne.get(stay.tenancy_id, {}), paid))
    if borne.get(None):
        found.append(Line(None, borne[None], 0))
    return found


def hours_in(year: int, hours: Iterable[WorkerHours]) -> Decimal:
    """Return the hours worked in a year."""
    return sum((one.hours for one in hours if one.month.startswith(f"{year}-")), Decimal(0))


def _month_problems(field: str, month: str, today: date) -> list[Problem]:
    try:
        first, _ = month_days(month)
    except ValueError:
        return [Problem(field=field, code="house_cost.month")]
    if first.year < EARLIEST_YEAR:
        return [Problem(field=field, code="house_cost.month")]
    return [Problem(field=field, code="house_cost.ahead")] if first > today else []


def cost_problems(
    cost: SharedCost, *, others: Sequence[SharedCost], lived_in: bool, has_shares: bool, today: date
) -> list[Problem]:
    """Return what is wrong with a cost. lived_in: whether anybody lived in the house in that month."""
    found = _month_problems("month", cost.month, today)
    if cost.amount_ore <= 0:
        found.append(Problem(field="amount_ore", code="house_cost.amount"))
    if any(one.month == cost.month and one.kind is cost.kind for one in others):
        found.append(Problem(field="month", code="house_cost.twice", hard=False))
    if not lived_in and not any(one.field == "month" and one.hard for one in found):
        found.append(Problem(field="month", code="house_cost.nobody", hard=False))
    if cost.split is CostSplit.SHARES and not has_shares:
        found.append(Problem(field="split", code="house_cost.no_shares", hard=False))
    return found


def share_problems(share: CostShare, *, units: Collection[int], others: Sequence[CostShare]) -> list[Problem]:
    """Return what is wrong with a room's parts: a room of the house, once from a month."""
    found = []
    try:
        month_days(share.from_month)
    except ValueError:
        found.append(Problem(field="from_month", code="house_cost.month"))
    if share.dwelling_id not in units:
        found.append(Problem(field="dwelling_id", code="meeting.other_house"))
    if not 0 <= share.parts <= MOST_PARTS:
        facts = {"least": 0, "most": MOST_PARTS}
        found.append(Problem(field="parts", code="municipality.out_of_range", facts=facts))
    if any((one.dwelling_id, one.from_month) == (share.dwelling_id, share.from_month) for one in others):
        found.append(Problem(field="from_month", code="house_cost.share_twice"))
    return found


def hours_problems(one: WorkerHours, *, today: date) -> list[Problem]:
    """Return what is wrong with the hours of a month."""
    found = _month_problems("month", one.month, today)
    if not 0 < one.hours <= MOST_HOURS:
        found.append(Problem(field="hours", code="house_work.hours", facts={"most": str(MOST_HOURS)}))
    if not one.who.strip():
        found.append(Problem(field="who", code="missing.value"))
    return found


def account_problems(account: CostAccount, *, others: Sequence[CostAccount], today: date) -> list[Problem]:
    """Return what is wrong with a yearly account (husleieloven § 3-4)."""
    found = []
    if not EARLIEST_YEAR <= account.year <= today.year:
        facts = {"least": EARLIEST_YEAR, "most": today.year}
        found.append(Problem(field="year", code="house_cost.year", facts=facts))
    if any((one.year, one.dwelling_id) == (account.year, account.dwelling_id) for one in others):
        found.append(Problem(field="year", code="house_cost.account_twice", hard=False))
    if account.asked_on is not None and account.asked_on > today:
        found.append(Problem(field="asked_on", code="house_cost.asked_ahead"))
    if account.handed_out_on is not None and account.handed_out_on > today:
        found.append(Problem(field="handed_out_on", code="neighbours.ahead"))
    if account.asked_on and account.handed_out_on and account.handed_out_on < account.asked_on:
        found.append(Problem(field="handed_out_on", code="house_cost.before_asked"))
    return found


def approval_problems(approval: HouseApproval, *, others: Sequence[HouseApproval], today: date) -> list[Problem]:
    """Return what is wrong with an approval for bostøtte (HB-BO4): one a house, and not ahead of today."""
    ahead = approval.approved_on is not None and approval.approved_on > today
    found = [Problem(field="approved_on", code="benefit.ahead")] if ahead else []
    if others:
        found.append(Problem(field="reference", code="benefit.one_approval"))
    return found


def forms_problems(forms: BenefitForms, *, others: Sequence[BenefitForms], today: date) -> list[Problem]:
    """Return what is wrong with the days two forms for bostøtte went."""
    found = [
        Problem(field=field, code="benefit.ahead")
        for field in ("form_9s01_on", "form_9s08_on")
        if (getattr(forms, field) or today) > today
    ]
    if others:
        found.append(Problem(field="tenancy_id", code="benefit.there_already"))
    return found
