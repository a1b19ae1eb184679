"""Leases by kind and length, what became of those that ran out, and how long people stayed."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.law.months import add_months
from bolig_desktop.tenancies.records import SecurityKind, TenancyState
from bolig_desktop.tenancies.rules import OURS, state
from bolig_desktop.yearly.figures import LENGTHS, Counted, Row, counted
from bolig_desktop.yearly.known import Known, Year
from bolig_desktop.yearly.parts import Lease

_YEAR = 12
_STAYS = (("stay_1", 0, 2), ("stay_5", 2, 6), ("stay_10", 6, 11), ("stay_more", 11, 1000))
"""The report's table 20: 0-1 years, 2-5, 6-10, more than 10; whole years that have gone."""


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of leases."""
    begun = [one for one in known.ours if one.starts_on in year and one.came_to_something]
    yield "leases_begun", _leases(begun)
    lengths = {one.id: length(one) for one in begun}
    for name in LENGTHS:
        yield f"begun_{name}", _leases([one for one in begun if lengths[one.id] == name])
    for kind in OURS:
        yield f"begun_{kind}", _leases([one for one in begun if one.kind is kind])
    yield from _security(known, year)
    ran_out = [one for one in known.ours if one.ends_on in year and _was_there(one)]
    became = {one.id: _became(known, one, year) for one in ran_out}
    yield "leases_ran_out", _leases(ran_out)
    for name in ("ran_out_extended", "ran_out_moved", "ran_out_indefinite", "ran_out_open"):
        yield name, _leases([one for one in ran_out if became[one.id] == name])
    yield from _stays(known, year)


def length(lease: Lease) -> str:
    """Return which of ``LENGTHS`` a lease has: "1" up to a year, and so on to "5"; "longer", or "indefinite"."""
    if lease.ends_on is None:
        return "indefinite"
    for years in range(1, 6):
        if lease.ends_on < add_months(lease.starts_on, years * _YEAR):
            return str(years)
    return "longer"


def _security(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield who moved in with a deposit, or with a guarantee of the municipality or NAV, by a lease of anybody's."""
    begun = [one for one in known.tenancies if one.starts_on in year and one.came_to_something]
    yield "deposits", counted("households", (one.household_id for one in begun if one.deposit_nok))
    ours = (SecurityKind.MUNICIPAL, SecurityKind.NAV)
    yield "guarantees", counted("households", (one.household_id for one in begun if one.guarantee_kind in ours))


def _was_there(lease: Lease) -> bool:
    """Say whether somebody lived there until the lease's end, or past it."""
    return lease.moved_out_on is None or (lease.ends_on is not None and lease.moved_out_on >= lease.ends_on)


def _became(known: Known, lease: Lease, year: Year) -> str:
    """Return what became of a lease that ran out in the year, as it stands on the counting day."""
    day = year.counting_day
    later = (one for one in known.of_household.get(lease.household_id, ()) if one.starts_on > lease.starts_on)
    if any(one.dwelling_id == lease.dwelling_id and one.starts_on <= day for one in later):
        return "ran_out_extended"
    found = state(lease, day)
    if found is TenancyState.ENDED:
        return "ran_out_moved"
    return "ran_out_indefinite" if found is TenancyState.INDEFINITE else "ran_out_open"


def _stays(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield who moved out of our homes for good in the year, and how long they had lived there without a break."""
    months = {}
    for household, leases in known.of_household.items():
        left = _left_for_good(leases, year)
        if left is not None:
            months[household] = _months(_since(leases), left)
    yield "moved_out", counted("households", months)
    for name, least, under in _STAYS:
        yield name, counted("households", (one for one, stay in months.items() if least <= stay // _YEAR < under))
    value = round(sum(months.values()) / len(months), 1) if months else None
    yield "stay", Counted(value=value, rows=[Row("households", one) for one in sorted(months)])


def _left_for_good(leases: list[Lease], year: Year) -> date | None:
    """Return the day of the year a household left the last home it had from us; None where it did not."""
    begun = [one for one in leases if one.starts_on <= year.counting_day]
    left = [one.moved_out_on for one in begun]
    days = [day for day in left if day is not None]
    if not days or len(days) < len(left):
        return None
    return max(days) if max(days) in year else None


def _since(leases: list[Lease]) -> date:
    """Return when a household came to the row of homes it lived in without a break."""
    since, reached = leases[0].starts_on, leases[0].moved_out_on
    for one in leases[1:]:
        if reached is not None and (one.starts_on - reached).days > 1:
            since = one.starts_on
        reached = one.moved_out_on
    return since


def _months(first: date, last: date) -> int:
    """Return how many whole months lie between two days."""
    months = (last.year - first.year) * _YEAR + last.month - first.month
    return months - (add_months(first, months) > last)


def _leases(found: list[Lease]) -> Counted:
    return counted("tenancies", (one.id or 0 for one in found))
