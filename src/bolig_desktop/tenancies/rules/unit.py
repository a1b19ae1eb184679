"""The unit that is let: fit for this kind of lease, ours to let, and not let to somebody else at the same time."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.errors import Problem
from bolig_desktop.law.months import add_days
from bolig_desktop.law.sections import section
from bolig_desktop.people.rules import is_member_on
from bolig_desktop.tenancies.records import Tenancy, TenancyKind, TenancyState
from bolig_desktop.tenancies.rules.around import DISPOSED, OURS, Surroundings, state


def unit(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """Kind of lease against kind and tenure of dwelling; HL-SHARE, HL-JOINT."""
    dwelling, kind = around.dwelling, tenancy.kind
    is_room = dwelling.kind is DwellingKind.ROOM
    if kind in OURS and dwelling.tenure not in DISPOSED:
        yield Problem(field="kind", code="tenancy.not_ours_to_let")
    if kind is TenancyKind.ROOM and not is_room:
        yield Problem(field="dwelling_id", code="tenancy.room_needs_room")
    if kind is TenancyKind.MUNICIPAL and is_room:
        yield Problem(field="kind", code="tenancy.room_as_municipal", hard=False)
    if kind is TenancyKind.MUNICIPAL and dwelling.tenure is Tenure.HIRED_IN:
        yield Problem(field="kind", code="tenancy.hired_in_as_municipal", hard=False, section=section("HL-7-2"))
    if kind is TenancyKind.SUBLET and dwelling.tenure is not Tenure.HIRED_IN:
        yield Problem(field="kind", code="tenancy.sublet_needs_hired_in", hard=False)
    if kind in OURS and dwelling.kind is DwellingKind.SHARED_HOUSE:
        yield Problem(field="dwelling_id", code="tenancy.joint_lease", hard=False)
    present = [m for m in around.memberships if is_member_on(m, tenancy.starts_on)]
    if kind is TenancyKind.ROOM and len(present) > 1:
        yield Problem(field="household_id", code="tenancy.room_for_one", hard=False, facts={"count": len(present)})
    if dwelling.given_up_on is not None and dwelling.given_up_on <= tenancy.starts_on:
        yield Problem(field="dwelling_id", code="tenancy.dwelling_given_up", facts={"day": dwelling.given_up_on})
    begun = dwelling.out_of_use_from is not None and dwelling.out_of_use_from <= tenancy.starts_on
    if begun and (dwelling.out_of_use_to is None or tenancy.starts_on <= dwelling.out_of_use_to):
        yield Problem(field="starts_on", code="tenancy.dwelling_out_of_use", hard=False)


def head_lease(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """HL-7-2, HL-7-7: the owner's consent, and a head lease that ends first, which gives no short term by itself."""
    if tenancy.kind is not TenancyKind.SUBLET and around.dwelling.tenure is not Tenure.HIRED_IN:
        return
    if not around.head_leases:
        yield Problem(field="dwelling_id", code="tenancy.head_lease_missing", hard=False)
    consents = [lease for lease in around.head_leases if lease.sublet_consent_on is not None]
    if tenancy.owner_consent_on is None and not consents:
        yield Problem(
            field="owner_consent_on", code="tenancy.owner_consent_missing", hard=False, section=section("HL-7-2")
        )
    ends = [lease.ends_on for lease in around.head_leases]
    if not ends or None in ends:
        return
    last = max(day for day in ends if day is not None)
    if tenancy.ends_on is None or tenancy.ends_on > last:
        facts = {"ends": last}
        yield Problem(
            field="ends_on", code="tenancy.head_lease_ends_first", hard=False, section=section("HL-7-7"), facts=facts
        )


def overlaps(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """No two leases of one unit at once; a whole house and a room in it are one unit here."""
    for other in around.house_tenancies:
        if not _same_unit(tenancy, other, around):
            continue
        facts = {"start": other.starts_on, "lease": other.id}
        if _at_once(tenancy, other, around.today):
            renewed = _renews(tenancy, other) or _renews(other, tenancy)
            code = "tenancy.renewed_before_end" if renewed else "tenancy.overlaps"
            yield Problem(field="starts_on", code=code, hard=not renewed, facts=facts)
        elif field := _same_day(tenancy, other):
            facts = {"day": getattr(tenancy, field)}
            yield Problem(field=field, code="tenancy.same_day_handover", hard=False, facts=facts)
        elif (
            other.household_id != tenancy.household_id
            and other.starts_on < tenancy.starts_on
            and other.moved_out_on is None
        ):
            yield Problem(field="starts_on", code="tenancy.former_tenant_there", hard=False, facts=facts)


def _same_unit(tenancy: Tenancy, other: Tenancy, around: Surroundings) -> bool:
    house_id = around.dwelling.house_id
    if other.dwelling_id in (tenancy.dwelling_id, house_id):
        return True
    return house_id is None and other.dwelling_id in around.house_unit_ids


def _same_day(tenancy: Tenancy, other: Tenancy) -> str:
    """Return which date it is on which one household moves out and the other in; "" where there is none."""
    if other.household_id == tenancy.household_id:
        return ""
    if other.moved_out_on == tenancy.starts_on:
        return "starts_on"
    return "moved_out_on" if tenancy.moved_out_on == other.starts_on else ""


def _renews(tenancy: Tenancy, other: Tenancy) -> bool:
    return other.id is not None and tenancy.previous_id == other.id


def _at_once(one: Tenancy, other: Tenancy, today: date) -> bool:
    first, second = _first_free_day(one, today), _first_free_day(other, today)
    return (second is None or one.starts_on < second) and (first is None or other.starts_on < first)


def _first_free_day(tenancy: Tenancy, today: date) -> date | None:
    """Return the first day the next lease may start: the day they move out (which is said), or after the term.

    None where the tenancy goes on: it has no end, or it turned indefinite after its end (HL-9-2-3).
    """
    if tenancy.moved_out_on is not None:
        return tenancy.moved_out_on
    if tenancy.ends_on is None or state(tenancy, today) is TenancyState.INDEFINITE:
        return None
    return add_days(tenancy.ends_on, 1)
