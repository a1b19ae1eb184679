"""Why a letter is not made: it would say what is not so, or lack what the law makes it void without."""

from collections.abc import Callable, Iterator
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.checks import surroundings
from bolig_desktop.casefile.dispatch import asked_to_move
from bolig_desktop.documents.letters.sent import came_on, index_came_by, lease_ends, newest, notice_months
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem
from bolig_desktop.law import clocks, terms
from bolig_desktop.law.indexing import is_month, month_of, out_of_line
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.terms import SECURITY_MONTHS
from bolig_desktop.law.workdays import next_workday
from bolig_desktop.tenancies.records import (
    DecisionKind,
    DecisionResult,
    MatterBasis,
    MatterKind,
    SecurityKind,
    Tenancy,
    TenancyState,
)
from bolig_desktop.tenancies.rules import OURS, state
from bolig_desktop.tenancies.rules.final_account import lacks_deposit
from bolig_desktop.tenancies.rules.indexing import RENT_KINDS
from bolig_desktop.tenancies.rules.term import exceptions, term

Rule = Callable[[CaseFile, About], Iterator[Problem]]


def refuse(code: str, section: str = "", field: str = "", **facts: object) -> Problem:
    """Return the problem that keeps a letter from being made."""
    return Problem(field=field, code=f"paper.{code}", section=section, facts=facts)


def lacks(*fields: str) -> Rule:
    """Return the rule that these fields of the matter or decision are filled in (``paper.lacks_reason`` …)."""

    def rule(case: CaseFile, about: About) -> Iterator[Problem]:
        for name in fields:
            value = getattr(about.record, name)
            if value is None or value == "" or (isinstance(value, str) and not value.strip()):
                yield refuse(f"lacks_{name}", field=name)

    return rule


def too_short_to_bind(case: CaseFile, lease: Tenancy) -> bool:
    """Whether §§ 9-3 and 11-1 make a fixed term indefinite: too short, without an exception that holds."""
    if not terms.is_short(lease.starts_on, lease.ends_on):
        return False  # what stands around the lease takes long to read
    around = surroundings(case, lease)
    return any(problem.hard for problem in (*term(lease, around), *exceptions(lease, around)))


def _asked_before(case: CaseFile, lease: Tenancy, before: date) -> bool:
    return any(day < before for day in asked_to_move(case, lease))


def term_ends(case: CaseFile, about: About) -> Iterator[Problem]:
    """The lease has an end that binds (HL-9-3, HL-11-1d); § 9-5 is the way out of one that has none."""
    lease = about.tenancy
    if lease.ends_on is None:
        yield refuse("no_end", "husleieloven § 9-5")
    elif too_short_to_bind(case, lease):
        yield refuse("really_indefinite", "husleieloven §§ 9-3 og 11-1")


def term_runs(case: CaseFile, about: About) -> Iterator[Problem]:
    """D11a tells of an end that lies ahead."""
    end = about.tenancy.ends_on
    if end is not None and case.clock() > end:
        yield refuse("term_over", "husleieloven § 9-2 tredje ledd", day=end)


def term_over(case: CaseFile, about: About) -> Iterator[Problem]:
    """D11b is sent after the end; and it says nothing once the lease is indefinite on every reading (HL-9-2-3)."""
    lease = about.tenancy
    if lease.ends_on is None:
        return
    source = "husleieloven § 9-2 tredje ledd"
    certain = terms.after_expiry(lease.ends_on).certain_from
    if case.clock() <= lease.ends_on:
        yield refuse("term_runs", source, day=lease.ends_on)
    elif case.clock() >= certain and not _asked_before(case, lease, certain):
        yield refuse("certainly_indefinite", source, day=certain)


def is_terminable(case: CaseFile, lease: Tenancy) -> bool:
    """Whether a lease may be terminated by us: it has no end that binds, or that is agreed or was not told of."""
    if lease.ends_on is None or lease.terminable_in_term or not lease.told_not_terminable:
        return True
    return too_short_to_bind(case, lease)


def day_to_move_lies_ahead(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-9-2-3: a request that is still to be sent gives a day they can keep."""
    request = about.matter
    if request is None or request.due_on is None or request.sent_on is not None:
        return
    if request.due_on < case.clock():
        yield refuse("move_by_passed", field="due_on", day=request.due_on)


def can_be_terminated(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-9-2-1, HL-9-2-2: a term the tenant was told cannot be terminated ends by itself, and not before."""
    lease = about.tenancy
    if lease.ends_on is None or is_terminable(case, lease):
        return
    if case.clock() <= lease.ends_on:
        yield refuse("not_terminable", "husleieloven § 9-2", day=lease.ends_on)
    elif case.clock() < terms.after_expiry(lease.ends_on).indefinite_from:
        yield refuse("ask_to_move_instead", "husleieloven § 9-2 tredje ledd", day=lease.ends_on)


def ends_late_enough(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-9-6: at least three months from receipt, to the end of a month; a longer period agreed is kept."""
    matter = about.its_matter
    came = matter.received_on or matter.sent_on or case.clock()
    earliest = clocks.month_end(came, notice_months(about.tenancy))
    if matter.effect_on is not None and matter.effect_on < earliest:
        yield refuse("ends_too_early", "husleieloven § 9-6", "effect_on", day=earliest)
    elif matter.effect_on is not None and matter.effect_on != clocks.month_end(matter.effect_on):
        yield refuse("ends_mid_month", "husleieloven § 9-6", "effect_on", day=clocks.month_end(matter.effect_on))


def tenant_may_leave(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-9-2-2: in a term that cannot be terminated the tenant leaves early only where a day is agreed."""
    lease, matter = about.tenancy, about.its_matter
    bound = lease.ends_on is not None and lease.told_not_terminable and not lease.terminable_in_term
    if bound and matter.effect_on is None and not too_short_to_bind(case, lease):
        yield refuse("tenant_bound", "husleieloven § 9-2", "effect_on", day=lease.ends_on)


def eviction(case: CaseFile, about: About) -> Iterator[Problem]:
    """TV-4-18, TV-13-2a to TV-13-2d: each special basis has what it asks for, and the claim has fallen due."""
    yield from _EVICTION.get(about.its_matter.basis or MatterBasis.OTHER, _after_heving)(case, about)


def _unpaid(case: CaseFile, about: About) -> Iterator[Problem]:
    if not about.tenancy.eviction_unpaid:
        yield refuse("no_clause_unpaid", "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav a")
    yield from lacks("amount_nok", "reason")(case, about)


def _expiry(case: CaseFile, about: About) -> Iterator[Problem]:
    lease = about.tenancy
    yield from term_ends(case, about)
    if lease.ends_on is None or too_short_to_bind(case, lease):
        return
    if not lease.eviction_expiry:
        yield refuse("no_clause_expiry", "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav b")
    strict = terms.after_expiry(lease.ends_on).indefinite_from
    if case.clock() <= lease.ends_on:
        yield refuse("claim_not_due", "tvangsfullbyrdelsesloven § 4-18", day=add_days(lease.ends_on, 1))
    elif case.clock() >= strict and not _asked_before(case, lease, strict):
        yield refuse("perhaps_indefinite", "husleieloven § 9-2 tredje ledd", day=strict)


def _unprotested(case: CaseFile, about: About) -> Iterator[Problem]:
    """TV-13-2c: a termination that was sent, not protested against in time, and whose last day has passed."""
    source = "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav c"
    notice = newest(case, about.tenancy, MatterKind.NOTICE_BY_US)
    if notice is None:
        yield refuse("no_termination_sent", source)
        return
    if notice.answered_on is not None:
        yield refuse("protested", "husleieloven § 9-8", day=notice.answered_on)
        return
    days = case.settings.municipality().post_days
    open_until = clocks.protest(came_on(case, notice, case.clock())).act_by
    # Their protest may be on its way: it counts from when it was posted (domstolloven § 146).
    if case.clock() <= add_days(open_until, days):
        yield refuse("protest_runs", "husleieloven § 9-8", day=open_until, days=days)
    ends = lease_ends(case, notice, about.tenancy, case.clock())
    if case.clock() <= ends:
        yield refuse("claim_not_due", "tvangsfullbyrdelsesloven § 4-18", day=add_days(ends, 1))


def _after_heving(case: CaseFile, about: About) -> Iterator[Problem]:
    """TV-13-2d: heving was sent, and the day it gave has come."""
    heving = newest(case, about.tenancy, MatterKind.TERMINATION)
    if heving is None:
        yield refuse("no_heving_sent", "tvangsfullbyrdelsesloven § 13-2 tredje ledd bokstav d")
    elif heving.due_on is not None and case.clock() < heving.due_on:
        yield refuse("claim_not_due", "tvangsfullbyrdelsesloven § 4-18", day=heving.due_on)


_EVICTION: dict[MatterBasis, Rule] = {
    MatterBasis.UNPAID: _unpaid,
    MatterBasis.EXPIRY: _expiry,
    MatterBasis.UNPROTESTED: _unprotested,
}


def social_notice(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-9-11: not where the tenant has asked in writing that the social service is not told."""
    declined = about.tenancy.social_notice_declined_on
    if declined is not None:
        yield refuse("opted_out", "husleieloven § 9-11", day=declined)


def answered_in_time(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-7-6: after a month without an answer the application is approved, and a no says what is not so."""
    matter = about.its_matter
    due = clocks.household_answer(matter.received_on or matter.opened_on).nominal
    answered = matter.sent_on or case.clock()
    if matter.granted is False:
        yield from lacks("reason")(case, about)
        if answered > next_workday(due):
            yield refuse("approved_by_silence", "husleieloven § 7-6", day=due)


def decision_content(case: CaseFile, about: About) -> Iterator[Problem]:
    """BS-7a: what help is given is said where any is given; and only what ends can be extended."""
    if about.its_decision.kind is DecisionKind.EXTENSION and about.lease is not None and about.lease.ends_on is None:
        yield refuse("nothing_to_extend", "husleieloven § 9-1")
    if about.its_decision.result is not DecisionResult.REFUSED:
        yield from lacks("content")(case, about)


def appeal_in_a_year(case: CaseFile, about: About) -> Iterator[Problem]:
    """FV-31: after a year from the decision an appeal cannot be taken, and is rejected instead of sent on (§ 33)."""
    made = about.its_decision
    last = add_months(made.decided_on, 12)
    if made.appealed_on is not None and made.appealed_on > last:
        yield refuse("appeal_after_a_year", "forvaltningsloven § 31", "appealed_on", day=last)


def index_change(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-4-2: both values of one table, and a notice that comes a whole month before the new rent."""
    matter = about.its_matter
    values = (matter.kpi_from, matter.kpi_to)
    months = (matter.kpi_from_month, matter.kpi_to_month)
    if any(value is None or value <= 0 for value in values) or not all(map(is_month, months)):
        yield refuse("lacks_index", "husleieloven § 4-2", "kpi_from")
        return
    kpi_a, kpi_b = values
    assert kpi_a is not None and kpi_b is not None
    pair = {months[0]: kpi_a, months[1]: kpi_b}
    if len(pair) == 2 and out_of_line(pair):
        yield refuse("index_tables_mixed", "husleieloven § 4-2", "kpi_to")
    effect = matter.effect_on
    if effect is None:
        return
    if months[1] > month_of(effect):
        yield refuse("index_month_after_effect", "husleieloven § 4-2", "kpi_to_month")
    came = came_on(case, matter, case.clock())
    if came > index_came_by(effect):
        first = clocks.index_month(date.min, came)
        yield refuse("notice_too_short", "husleieloven § 4-2", "effect_on", day=index_came_by(effect), first=first)


def market_rent(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-4-3: thirty months with nothing but index changes, half a year from the demand, a year from any change."""
    matter, lease = about.its_matter, about.tenancy
    earlier = [
        other
        for other in case.matters.of_tenancy(lease.id or 0)
        if other.id != matter.id and other.kind in RENT_KINDS and other.effect_on is not None
        if matter.effect_on is None or other.effect_on < matter.effect_on
    ]
    agreed = [m.effect_on for m in earlier if m.effect_on and m.kind is MatterKind.MARKET_RENT]
    changed = [m.effect_on for m in earlier if m.effect_on]
    demand = matter.sent_on or case.clock()
    last_change = max(agreed, default=None)
    first = clocks.market_demand(lease.starts_on, last_change).nominal
    if demand < first:
        yield refuse("demand_too_early", "husleieloven § 4-3", "opened_on", day=first)
        return
    came = came_on(case, matter, case.clock())
    effect = clocks.market_effect(came, max([lease.starts_on, *changed]), lease.starts_on, last_change).act_by
    if matter.effect_on is not None and matter.effect_on < effect:
        yield refuse("market_effect_too_early", "husleieloven § 4-3", "effect_on", day=effect)


def security_within_ceiling(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-3-5a, HL-3-6: deposit and guarantee together are at most six months' rent."""
    lease = about.tenancy
    ceiling = SECURITY_MONTHS * lease.rent_nok
    if (lease.deposit_nok or 0) + (lease.guarantee_nok or 0) > ceiling:
        yield refuse("security_too_high", "husleieloven §§ 3-5 og 3-6", ceiling_nok=ceiling)


def municipal_guarantee(case: CaseFile, about: About) -> Iterator[Problem]:
    """GA-1: the document is the municipality's own promise, and never above the months it names."""
    lease = about.tenancy
    if lease.guarantee_kind is not SecurityKind.MUNICIPAL:
        yield refuse("not_our_guarantee", field="guarantee_kind")
    months, guaranteed = lease.guarantee_months or 0, lease.guarantee_nok or 0
    if months and guaranteed > months * lease.rent_nok:
        yield refuse("guarantee_above_months", field="guarantee_nok", most_nok=months * lease.rent_nok)


def over_and_reckoned(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-3-5c, HL-10-3: a final account is of a tenancy that is over, and says what stands on the deposit account."""
    lease = about.tenancy
    lines = case.final_account_lines.of_tenancy(lease.id or 0)
    if state(lease, case.clock()) is not TenancyState.ENDED:
        yield refuse("not_moved_out", "husleieloven § 10-2", "moved_out_on")
    if not lines:
        yield refuse("no_final_account_lines")
    elif lacks_deposit(lease, lines):
        yield refuse("deposit_not_entered", "husleieloven § 3-5")


def claim(case: CaseFile, about: About) -> Iterator[Problem]:
    """HL-3-5c: the bank takes a claim for unpaid rent by the same-bank clause only; a landlord's is answered."""
    matter, lease = about.its_matter, about.tenancy
    if matter.kind is MatterKind.BANK_NOTICE:
        if not lease.deposit_same_bank:
            yield refuse("no_same_bank", "husleieloven § 3-5", "deposit_same_bank")
    elif lease.kind in OURS:
        yield from lacks("due_on")(case, about)
    else:
        yield from lacks("granted", "due_on")(case, about)
