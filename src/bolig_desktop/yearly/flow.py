"""Applications, households that moved in, swaps and extensions: what KOSTRA form 13 counts over the year."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from bolig_desktop.tenancies.records import DecisionResult, Matter, MatterKind, RefusalReason
from bolig_desktop.yearly import reasons, stock
from bolig_desktop.yearly.figures import SIZES, Counted, counted, gaps, share, size_of
from bolig_desktop.yearly.known import Known, Year
from bolig_desktop.yearly.parts import Lease

_DAY = timedelta(days=1)


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of the flow."""
    asked = _applications(known)
    in_year = (one for theirs in asked.values() for one in theirs if one.opened_on in year)
    new = [one for one in in_year if not known.lives_in_ours(one.household_id, one.opened_on)]
    applied = counted("matters", (one.id or 0 for one in new))
    yield "new_applications", applied
    yield from _refused(known, year, asked, applied)
    moved_in = [one for one in known.ours if _begins(one, year)]
    came = [one for one in moved_in if _is_new(known, one, asked)]
    moved = counted("households", (one.household_id for one in came))
    yield "KOSantnyinnflytt0000", moved
    yield from reasons.moved_in(known, year, asked, moved)
    new_leases = {one.id for one in came}
    again = [one for one in moved_in if one.id not in new_leases]
    earlier = {one.id: _before(known, one) or _last_before(known, one) for one in again}
    homes = {row_id: one.dwelling_id for row_id, one in earlier.items() if one is not None}
    swaps = [one for one in again if homes.get(one.id, one.dwelling_id) != one.dwelling_id]
    yield "swaps", counted("households", (one.household_id for one in swaps))
    yield "extensions", counted("tenancies", (one.id for one in again if homes.get(one.id) == one.dwelling_id))
    waiting = _waiting(known, year)
    yield "waiting", waiting
    yield from reasons.waiting(known, year, asked, waiting)
    yield from _need(known, asked, waiting, year)


def _applications(known: Known) -> dict[int, list[Matter]]:
    """Return the applications for a dwelling of each household."""
    found: dict[int, list[Matter]] = defaultdict(list)
    for one in known.case.matters.list("kind = ?", [MatterKind.HOUSING_APPLICATION]):
        found[one.household_id].append(one)
    return found


def _refused(
    known: Known, year: Year, asked: dict[int, list[Matter]], applied: Counted
) -> Iterator[tuple[str, Counted]]:
    """Yield the refusals of the year to households that did not live in a home of ours when they applied, and why.

    A refusal answers the last application before it, also one of the year before.
    """
    refused = []
    for one in known.allotments:
        if one.result is DecisionResult.REFUSED and one.decided_on in year:
            days = [each.opened_on for each in asked.get(one.household_id, ()) if each.opened_on <= one.decided_on]
            if not known.lives_in_ours(one.household_id, max(days, default=one.decided_on)):
                refused.append(one)
    unsure = gaps("no_refusal_reason", "decisions", (one.id for one in refused if one.refusal_reason is None))
    whole = counted("decisions", (one.id or 0 for one in refused))
    yield "refused_applications", whole
    for reason in RefusalReason:
        ids = (one.id or 0 for one in refused if one.refusal_reason is reason)
        yield f"refused_{reason}", counted("decisions", ids, *unsure)
    yield "KOSandelnyavslag0000", share(whole, applied)


def _begins(lease: Lease, year: Year) -> bool:
    """Say whether somebody moved in by a lease in the year; a draft that came to nothing moved nobody in."""
    return lease.starts_on in year and lease.came_to_something


def _is_new(known: Known, lease: Lease, asked: dict[int, list[Matter]]) -> bool:
    """Say whether a household is new by this lease (KOSTRA rule 2): not in a home of ours when it applied.

    What was applied for before an earlier lease of theirs began was answered by that one. Where no application is
    kept, the day before the lease began is asked about.
    """
    if _before(known, lease) is not None and _same_home(known, lease):
        return False
    earlier = [one.starts_on for one in known.of_household[lease.household_id] if one.starts_on < lease.starts_on]
    since = max(earlier, default=date.min)
    theirs = [one.opened_on for one in asked.get(lease.household_id, ()) if since < one.opened_on <= lease.starts_on]
    if not theirs:
        return _before(known, lease) is None
    return not known.lives_in_ours(lease.household_id, max(theirs), besides=lease.id)


def _before(known: Known, lease: Lease) -> Lease | None:
    """Return the lease of ours the household lived by the day before this one began."""
    day = lease.starts_on - _DAY
    earlier = [
        one
        for one in known.of_household.get(lease.household_id, ())
        if one.id != lease.id and one.starts_on <= day and (one.moved_out_on or date.max) >= day
    ]
    return earlier[-1] if earlier else None


def _last_before(known: Known, lease: Lease) -> Lease | None:
    """Return the last lease of ours the household had lived by when this one began; it may have been over a while."""
    earlier = [one for one in known.of_household.get(lease.household_id, ()) if one.starts_on < lease.starts_on]
    return next((one for one in reversed(earlier) if one.came_to_something), None)


def _same_home(known: Known, lease: Lease) -> bool:
    before = _before(known, lease)
    return before is not None and before.dwelling_id == lease.dwelling_id


def _need(
    known: Known, asked: dict[int, list[Matter]], waiting: Counted, year: Year
) -> Iterator[tuple[str, Counted]]:
    """Yield who needs a home on the counting day and the homes that stand free, by bedrooms.

    Who can share a bedroom is not known here: one for a person or two, and one more for each two after them.
    """
    day = year.counting_day
    open_ones = {
        whose
        for whose, theirs in asked.items()
        if any(one.opened_on <= day and (one.answered_on or one.closed_on or date.max) > day for one in theirs)
    }
    without = {whose for whose in open_ones if not known.lives_in_ours(whose, day)}
    need = {row.id for row in waiting.rows} | without
    sizes = {whose: size_of((_members(known, whose, day) + 1) // 2) for whose in need}
    yield "need", counted("households", need)
    for size in SIZES:
        yield f"need_{size}", counted("households", (whose for whose in need if sizes[whose] == size))
    free = [one for one in stock.units_on(known, day) if stock.is_free(known, one, day)]
    bedrooms = {one.id or 0: stock.bedrooms_of(one) for one in free}
    unsure = gaps("no_bedrooms", "dwellings", (unit for unit, number in bedrooms.items() if number is None))
    yield "free", counted("dwellings", bedrooms)
    for size in SIZES:
        of_size = (unit for unit, number in bedrooms.items() if number is not None and size_of(number) == size)
        yield f"free_{size}", counted("dwellings", of_size, *unsure)


def _members(known: Known, household_id: int, day: date) -> int:
    """Return how many are in a household on a day, at least one."""
    here = [one for one in known.members.get(household_id, ()) if one.left_on is None or one.left_on > day]
    return max(len(here), 1)


def _waiting(known: Known, year: Year) -> Counted:
    """Return who has been granted a dwelling and had none by the counting day: what they moved into is no wait."""
    day = year.counting_day
    granted: dict[int, date] = {}
    for one in known.allotments:
        if one.result is DecisionResult.GRANTED and one.decided_on <= day:
            granted[one.household_id] = max(one.decided_on, granted.get(one.household_id, date.min))
    here = {one.id for one in known.households.values() if one.closed_on is None or one.closed_on > day}
    waits = (
        whose
        for whose in granted.keys() & here
        if not known.lives_in_ours(whose, day) and not _moved_in(known, whose, granted[whose], day)
    )
    return counted("households", waits)


def _moved_in(known: Known, household_id: int, since: date, until: date) -> bool:
    """Say whether a household moved into a home of ours from a day to a day."""
    return any(
        since <= one.starts_on <= until and one.came_to_something for one in known.of_household.get(household_id, ())
    )
