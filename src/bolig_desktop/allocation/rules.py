"""What a temporary stay and a settlement quota must be, and when a year can be locked."""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.allocation.records import LockedYear, SettlementQuota, TemporaryStay
from bolig_desktop.errors import Problem
from bolig_desktop.law.sections import section

FIRST_YEAR, YEARS_AHEAD = 1990, 5
"""A quota lies no further back, or ahead of this year, than anybody decides one."""


def stay_problems(
    stay: TemporaryStay, *, others: Sequence[TemporaryStay], today: date, is_strict: bool = False
) -> list[Problem]:
    """Return what is wrong with a stay. others: the household's other stays."""
    if is_strict:
        return [Problem(field="", code="tenancy.code_6", section=section("AG-2"))]
    found = []
    if stay.from_on > today:
        found.append(Problem(field="from_on", code="stay.ahead", facts={"today": today}))
    if stay.to_on is not None and stay.to_on < stay.from_on:
        found.append(Problem(field="to_on", code="stay.ends_before", facts={"day": stay.from_on}))
    elif stay.to_on is not None and stay.to_on > today:
        found.append(Problem(field="to_on", code="stay.ahead", facts={"today": today}))
    for other in others:
        if other.from_on <= (stay.to_on or date.max) and stay.from_on <= (other.to_on or date.max):
            found.append(Problem(field="from_on", code="stay.overlaps", hard=False, facts={"day": other.from_on}))
            break
    return found


def quota_problems(quota: SettlementQuota, *, others: Sequence[SettlementQuota], today: date) -> list[Problem]:
    """Return what is wrong with a quota. others: the quotas of other years, and another of this one."""
    last = today.year + YEARS_AHEAD
    found = []
    if not FIRST_YEAR <= quota.year <= last:
        found.append(Problem(field="year", code="year.outside", facts={"first": FIRST_YEAR, "last": last}))
    if any(other.year == quota.year for other in others):
        found.append(Problem(field="year", code="quota.there", facts={"year": str(quota.year)}))
    for name in ("asked", "decided", "q1", "q2", "q3", "q4", "inhabitants"):
        if (getattr(quota, name) or 0) < 0:
            found.append(Problem(field=name, code="quota.negative"))
    known = [one for one in quota.quarters if one is not None]
    if quota.decided is not None and len(known) == len(quota.quarters) and sum(known) != quota.decided:
        facts = {"sum": sum(known), "decided": quota.decided}
        found.append(Problem(field="q4", code="quota.sum", hard=False, facts=facts))
    return found


def locking_problems(locked: LockedYear, *, others: Sequence[LockedYear], today: date) -> list[Problem]:
    """Return why a year cannot be locked: it is not over, or it is locked already."""
    if any(other.year == locked.year for other in others):
        return [Problem(field="year", code="year.locked_already", facts={"year": str(locked.year)})]
    if locked.year >= today.year:
        return [Problem(field="year", code="year.not_over", facts={"year": str(locked.year)})]
    return []
