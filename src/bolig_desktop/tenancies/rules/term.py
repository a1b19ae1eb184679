"""How long the lease lasts: shortest terms, the exceptions from them, and an indefinite lease given up."""

from collections.abc import Iterator

from bolig_desktop.errors import Problem
from bolig_desktop.law import terms
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import Tenancy, TenancyState
from bolig_desktop.tenancies.rules.around import DISPOSED, OURS, Surroundings, state


def term(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """HL-9-3: three years, or one where the landlord lives in the house, unless an exception holds."""
    ours = tenancy.kind in OURS
    lives_in = tenancy.landlord_lives_in and not ours
    if tenancy.landlord_lives_in and ours:
        yield Problem(
            field="landlord_lives_in",
            code="tenancy.municipality_lives_nowhere",
            hard=False,
            section=section("HL-9-3"),
        )
    if tenancy.ends_on is None or tenancy.ends_on < tenancy.starts_on:
        return
    earliest = terms.earliest_end(tenancy.starts_on, landlord_lives_in=lives_in)
    if tenancy.ends_on >= earliest:
        if tenancy.exception_short_term:
            yield Problem(
                field="exception_short_term", code="tenancy.not_short", hard=False, section=section("HL-11-1d")
            )
        return
    if tenancy.exception_short_term and ours:
        yield from _short_term(tenancy, around)
    elif tenancy.just_cause.strip():
        yield Problem(field="just_cause", code="tenancy.just_cause_told", hard=False, section=section("HL-9-3"))
    else:
        code = "tenancy.term_too_short" if ours else "tenancy.term_too_short_private"
        facts = {"start": tenancy.starts_on, "earliest": earliest, "years": 1 if lives_in else 3}
        yield Problem(field="ends_on", code=code, hard=ours, section=section("HL-9-3"), facts=facts)


def earlier_short_leases(tenancy: Tenancy, around: Surroundings) -> list[Tenancy]:
    """Return earlier leases under three years of the same household and dwelling, the oldest first (HL-11-1d).

    A room in the same house counts as the same dwelling: whether it is, is not settled, and this is the cautious
    reading (law.md § 12, edge 9). Leases that were short for another just cause (§ 9-3) do not count.
    """
    return sorted(
        (
            other
            for other in around.house_tenancies
            if other.household_id == tenancy.household_id
            and other.kind in OURS
            and other.starts_on < tenancy.starts_on
            and terms.is_short(other.starts_on, other.ends_on)
            and (other.exception_short_term or not other.just_cause.strip())
            and state(other, around.today) is not TenancyState.DRAFT
        ),
        key=lambda other: other.starts_on,
    )


def exceptions(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """HL-11-1a, HL-11-1b: for dwellings the municipality disposes of, and told in writing with what is agreed."""
    ticked = (
        tenancy.exception_family or tenancy.exception_others or tenancy.exception_absence
        or tenancy.exception_short_term
    )  # fmt: skip
    if ticked and not tenancy.vulnerable_notice:
        yield Problem(field="vulnerable_notice", code="tenancy.exception_without_notice", section=section("HL-11-1b"))
    if tenancy.vulnerable_notice and not ticked:
        yield Problem(
            field="vulnerable_notice",
            code="tenancy.notice_without_exception",
            hard=False,
            section=section("HL-11-1b"),
        )
    if (ticked or tenancy.vulnerable_notice) and around.dwelling.tenure not in DISPOSED:
        yield Problem(field="vulnerable_notice", code="tenancy.not_disposed", section=section("HL-11-1a"))


def given_up_protection(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """law.md § 12, edge 6: a fixed term signed by somebody who already has an indefinite tenancy."""
    if tenancy.ends_on is None:
        return
    for other in around.house_tenancies:
        same = other.household_id == tenancy.household_id and other.dwelling_id == tenancy.dwelling_id
        if not same or other.starts_on >= tenancy.starts_on or other.moved_out_on is not None:
            continue
        day = max(tenancy.signed_tenant_on or around.today, other.starts_on)
        if other.ends_on is None or day >= terms.after_expiry(other.ends_on).indefinite_from:
            yield Problem(
                field="ends_on", code="tenancy.gives_up_indefinite", hard=False, section=section("HL-9-2-3")
            )


def _short_term(tenancy: Tenancy, around: Surroundings) -> Iterator[Problem]:
    """HL-11-1d: special reasons, the decision, and weighty reasons from the second short lease on."""
    source = section("HL-11-1d")
    if not tenancy.short_term_reason.strip():
        yield Problem(field="short_term_reason", code="tenancy.short_term_reason_missing", section=source)
    if not tenancy.short_term_decision.strip():
        yield Problem(field="short_term_decision", code="tenancy.short_term_decision_missing", section=source)
    earlier = earlier_short_leases(tenancy, around)
    if earlier and not tenancy.short_term_weighty.strip():
        facts = {"count": len(earlier), "start": earlier[-1].starts_on}
        yield Problem(field="short_term_weighty", code="tenancy.second_short_lease", section=source, facts=facts)
