"""What the lease says and who signs it: notice, eviction, fees, dates, guardian, graded address."""

import re
from collections.abc import Iterator
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.law.clocks import GROWN_UP
from bolig_desktop.law.months import age_on
from bolig_desktop.law.sections import section
from bolig_desktop.people.records import Grading, MemberRole
from bolig_desktop.people.rules import is_member_on
from bolig_desktop.tenancies.records import Tenancy, TenancyKind
from bolig_desktop.tenancies.rules.around import OURS, Surroundings

_FEES = re.compile(
    r"(?i)\b\w*(gebyr|avgift|bøter)\w*|\b(bot|boten|mulkt\w*|forskudd\w*|forskot\w*|kontraktspenge\w*)\b"
)


SIGNING = (MemberRole.MAIN, MemberRole.PARTNER)


def household(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """Somebody stands as tenant on our lease. AG-3: nothing is let to one with code 6, now or before; AG-4."""
    gradings = {person.grading for person in around.people}
    if Grading.STRICTLY_CONFIDENTIAL in gradings:
        yield Problem(field="household_id", code="tenancy.code_6", section=section("AG-2"))
    elif Grading.CONFIDENTIAL in gradings:
        yield Problem(field="household_id", code="tenancy.code_7", hard=False, section=section("AG-4"))
    if tenancy.kind not in OURS or tenancy.moved_out_on is not None:
        return
    present = [m.role for m in around.memberships if m.left_on is None]
    if not present:
        yield Problem(field="household_id", code="tenancy.household_empty", hard=False)
    elif not any(role in SIGNING for role in present):
        yield Problem(field="household_id", code="tenancy.nobody_to_sign", hard=False)


def dates(tenancy: Tenancy, today: date) -> Iterator[Problem]:
    """Dates in their order, signatures not ahead of today, and a lease that runs unsigned (HL-1-4)."""
    start = tenancy.starts_on
    if tenancy.ends_on is not None and tenancy.ends_on < start:
        yield Problem(field="ends_on", code="tenancy.ends_before_start", facts={"start": start})
    if tenancy.moved_out_on is not None and tenancy.moved_out_on < start:
        yield Problem(field="moved_out_on", code="tenancy.moved_out_before_start", facts={"start": start})
    for field in ("signed_tenant_on", "signed_landlord_on"):
        signed = getattr(tenancy, field)
        if signed is not None and signed > today:
            yield Problem(field=field, code="tenancy.signed_ahead", facts={"today": today})
    unsigned = tenancy.signed_tenant_on is None or tenancy.signed_landlord_on is None
    if tenancy.kind in OURS and unsigned and start <= today:
        field = "signed_tenant_on" if tenancy.signed_tenant_on is None else "signed_landlord_on"
        yield Problem(field=field, code="tenancy.not_signed", hard=False, section=section("HL-1-4"))


def clauses(tenancy: Tenancy) -> Iterator[Problem]:
    """HL-9-2-1, HL-9-6, HL-ROOM, HL-3-7 and the two clauses of TV-13-2a and TV-13-2b."""
    fixed = tenancy.ends_on is not None
    if fixed and tenancy.told_not_terminable and tenancy.terminable_in_term:
        yield Problem(field="terminable_in_term", code="tenancy.terminable_both_ways", section=section("HL-9-2-2"))
    if fixed and not tenancy.told_not_terminable and not tenancy.terminable_in_term:
        yield Problem(
            field="told_not_terminable", code="tenancy.not_told_terminable", hard=False, section=section("HL-9-2-1")
        )
    if tenancy.notice_months < 1:
        yield Problem(field="notice_months", code="tenancy.notice_none", section=section("HL-9-6"))
    elif tenancy.notice_months < 3:
        room = tenancy.kind is TenancyKind.ROOM
        code, rule = ("tenancy.room_protected", "HL-ROOM") if room else ("tenancy.notice_short", "HL-9-6")
        yield Problem(field="notice_months", code=code, hard=False, section=section(rule))
    if not tenancy.eviction_unpaid:
        yield Problem(
            field="eviction_unpaid", code="tenancy.no_eviction_unpaid", hard=False, section=section("TV-13-2a")
        )
    if fixed and not tenancy.eviction_expiry:
        yield Problem(
            field="eviction_expiry", code="tenancy.no_eviction_expiry", hard=False, section=section("TV-13-2b")
        )
    if fee := _FEES.search(tenancy.departures):
        facts = {"word": fee.group().lower()}
        yield Problem(
            field="departures", code="tenancy.fee_in_text", hard=False, section=section("HL-3-7"), facts=facts
        )


def guardian(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """MI-1: for a tenant under eighteen the guardian or representative signs."""
    if tenancy.guardian.strip():
        return
    day = tenancy.signed_tenant_on or min(tenancy.starts_on, around.today)
    present = {m.person_id: m.role for m in around.memberships if is_member_on(m, max(day, tenancy.starts_on))}
    tenants = [p for p in around.people if present.get(p.id or 0) is MemberRole.MAIN]
    tenants = tenants or [p for p in around.people if p.id in present]
    born = [person.born_on for person in tenants if person.born_on is not None]
    if born and len(born) == len(tenants) and all(age_on(day_born, day) < GROWN_UP for day_born in born):
        yield Problem(field="guardian", code="tenancy.minor_needs_guardian", section=section("MI-1"))
