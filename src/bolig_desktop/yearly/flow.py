"""Applications, households that moved in, swaps and extensions: what KOSTRA form 13 counts over the year."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from bolig_desktop.tenancies.records import DecisionKind, DecisionResult, Matter, MatterKind, Tenancy
from bolig_desktop.yearly.figures import Counted, counted, share
from bolig_desktop.yearly.known import Known, Year

_DAY = timedelta(days=1)


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of the flow."""
    asked = _applications(known)
    in_year = (one for theirs in asked.values() for one in theirs if one.opened_on in year)
    new = [one for one in in_year if not known.lives_in_ours(one.household_id, one.opened_on)]
    applied = counted("matters", (one.id or 0 for one in new))
    yield "new_applications", applied
    refused = _refused(known, year, {one.household_id for one in new})
    yield "refused_applications", refused
    yield "KOSandelnyavslag0000", share(refused, applied)
    moved_in = [one for one in known.ours if _begins(one, year)]
    came = [one for one in moved_in if _is_new(known, one, asked)]
    yield "KOSantnyinnflytt0000", counted("households", (one.household_id for one in came))
    yield (
        "KOSnyinnflyttfly0000",
        counted("households", (one.household_id for one in came if _is_refugee(known, one, year.number))),
    )
    again = [one for one in moved_in if one not in came]
    swaps = [one for one in again if _before(known, one) is not None and not _same_home(known, one)]
    yield "swaps", counted("households", (one.household_id for one in swaps))
    yield "extensions", counted("tenancies", (one.id or 0 for one in again if _same_home(known, one)))
    yield "waiting", _waiting(known, year)


def _applications(known: Known) -> dict[int, list[Matter]]:
    """Return the applications for a dwelling of each household."""
    found: dict[int, list[Matter]] = defaultdict(list)
    for one in known.case.matters.list("kind = ?", [MatterKind.HOUSING_APPLICATION]):
        found[one.household_id].append(one)
    return found


def _refused(known: Known, year: Year, applicants: set[int]) -> Counted:
    decided = known.case.decisions.list()
    found = [
        one.id or 0
        for one in decided
        if one.kind is DecisionKind.ALLOTMENT
        and one.result is DecisionResult.REFUSED
        and one.decided_on in year
        and one.household_id in applicants
    ]
    return counted("decisions", found)


def _begins(lease: Tenancy, year: Year) -> bool:
    """Say whether somebody moved in by a lease in the year; a draft that came to nothing moved nobody in."""
    began = lease.starts_on in year
    return began and (lease.moved_out_on is None or lease.moved_out_on > lease.starts_on)


def _is_new(known: Known, lease: Tenancy, asked: dict[int, list[Matter]]) -> bool:
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


def _before(known: Known, lease: Tenancy) -> Tenancy | None:
    """Return the lease of ours the household lived by the day before this one began."""
    day = lease.starts_on - _DAY
    earlier = [
        one
        for one in known.of_household.get(lease.household_id, ())
        if one.id != lease.id and one.starts_on <= day and (one.moved_out_on or date.max) >= day
    ]
    return earlier[-1] if earlier else None


def _same_home(known: Known, lease: Tenancy) -> bool:
    before = _before(known, lease)
    return before is not None and before.dwelling_id == lease.dwelling_id


def _is_refugee(known: Known, lease: Tenancy, year: int) -> bool:
    members = known.members.get(lease.household_id, ())
    return any(known.is_refugee(known.people[one.person_id], year) for one in members)


def _waiting(known: Known, year: Year) -> Counted:
    """Return who has been granted a dwelling and has none on the counting day."""
    day = year.counting_day
    granted = {
        one.household_id
        for one in known.case.decisions.list()
        if one.kind is DecisionKind.ALLOTMENT and one.result is DecisionResult.GRANTED and one.decided_on <= day
    }
    here = {one.id for one in known.households.values() if one.closed_on is None or one.closed_on > day}
    waits = (one for one in granted & here if not known.lives_in_ours(one, day))
    return counted("households", waits)
