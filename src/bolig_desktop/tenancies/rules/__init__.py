"""What a lease must be to be lawful, and what its state is today.

Hard where the law makes the clause void or the thing is impossible; a warning where it is a choice or where we are
no party to the lease (private, owned).
"""

from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import Handover, HandoverKind, Tenancy, TenancyKind
from bolig_desktop.tenancies.rules.around import OURS, Surroundings, lived_in, state
from bolig_desktop.tenancies.rules.clauses import clauses, dates, guardian, household
from bolig_desktop.tenancies.rules.final_account import line_problems
from bolig_desktop.tenancies.rules.followed_up import assessment_problems, decision_problems, matter_problems
from bolig_desktop.tenancies.rules.gate import gate
from bolig_desktop.tenancies.rules.money import security, sums
from bolig_desktop.tenancies.rules.term import earlier_short_leases, exceptions, given_up_protection, term
from bolig_desktop.tenancies.rules.unit import head_lease, overlaps, unit

__all__ = [
    "OURS",
    "Surroundings",
    "assessment_problems",
    "decision_problems",
    "earlier_short_leases",
    "handover_problems",
    "line_problems",
    "lived_in",
    "matter_problems",
    "state",
    "tenancy_problems",
]


def tenancy_problems(tenancy: Tenancy, around: Surroundings) -> list[Problem]:
    """Return every rule the lease breaks, hard ones and warnings."""
    found = [
        *household(tenancy, around),
        *dates(tenancy, around.today),
        *overlaps(tenancy, around),
        *unit(tenancy, around),
        *sums(tenancy),
        *security(tenancy, around.municipality),
        *guardian(tenancy, around),
    ]
    if tenancy.kind is not TenancyKind.OWNED:
        found += term(tenancy, around)
    if tenancy.kind in OURS:
        found += [*exceptions(tenancy, around), *clauses(tenancy), *head_lease(tenancy, around)]
        found += [*given_up_protection(tenancy, around), *gate(tenancy, around)]
    return found


def handover_problems(handover: Handover, *, tenancy: Tenancy, today: date) -> list[Problem]:
    """Return what is wrong with a protocol (HL-2-1, HL-10-2, SI-FIRE)."""
    found = []
    if handover.signed_on is not None and handover.signed_on > today:
        found.append(Problem(field="signed_on", code="handover.signed_ahead", facts={"today": today}))
    back = handover.kind is HandoverKind.HANDBACK
    if back and handover.held_on is not None and handover.held_on < tenancy.starts_on:
        found.append(Problem(field="held_on", code="handover.before_start", facts={"start": tenancy.starts_on}))
    for field in ("power_reading", "water_reading"):
        reading = getattr(handover, field)
        if reading is not None and reading < 0:
            found.append(Problem(field=field, code="number.negative"))
    for field in ("smoke_alarms_ok", "extinguisher_ok"):
        if getattr(handover, field) is False:
            found.append(Problem(field=field, code=f"handover.{field}", hard=False, section=section("SI-FIRE")))
    return found
