"""The clocks of the law as bare dates: one small function for each rule, quick enough for every lease in the file.

Each function names its rule, its section and how certain it is: A (the statute was read), B (official guidance), C
(another source), M (from memory, to be checked). Sentences are made in ``law.asking``. The shortest term and what
follows when it runs out stand in ``law.terms``.
"""

from datetime import date
from typing import NamedTuple

from bolig_desktop.law.months import add_days, add_months, is_clamped
from bolig_desktop.law.workdays import next_workday, previous_workday

GROWN_UP = 18


class Due(NamedTuple):
    """A computed date: as the rule gives it, and the day to act by (law.md § 0, the design rule)."""

    nominal: date
    act_by: date


def ours(nominal: date) -> Due:
    """A deadline that binds us: act by the last working day not after it (DL-OWN, a recommendation)."""
    return Due(nominal, previous_workday(nominal))


def theirs(nominal: date) -> Due:
    """A deadline that binds the other party: moved forward off weekends and holidays (DL-149, domstolloven § 149)."""
    return Due(nominal, next_workday(nominal))


def earliest(nominal: date) -> Due:
    """The first day a step may be taken: the next working day not before it (law.md § 0)."""
    return Due(nominal, next_workday(nominal))


def unmoved(nominal: date) -> Due:
    """The end or the start of a tenancy or an agreement, which no weekend moves (law.md § 2)."""
    return Due(nominal, nominal)


def month_end(day: date, months: int = 0) -> date:
    """Return the last day of the month ``months`` after the one ``day`` lies in."""
    return add_days(add_months(day.replace(day=1), months + 1), -1)


def last_day_of(start: date, months: int) -> date:
    """Return the last day of a term of ``months`` that starts on ``start``, the first day counted.

    The day before the same day number; the shorter month's last day where that number is missing in it.
    """
    last = add_months(start, months)
    return last if is_clamped(start, months) else add_days(last, -1)


# The lease while it runs


def takeover(agreed: date) -> Due:
    """HL-2-1 (husleieloven § 2-1, A): the third turn of a month after the agreement, where no day was agreed."""
    return unmoved(add_months(agreed.replace(day=1), 3))


def rent_due(due: date) -> Due:
    """HL-3-2b (husleieloven § 3-2, A): rent that falls due on a day off is due on the next working day."""
    return theirs(due)


def deposit_reply(sent: date) -> Due:
    """HL-3-5c (husleieloven § 3-5, A): five weeks from the bank's notice; the bank must have our answer by then."""
    return ours(add_days(sent, 35))


def index_effect(last_effect: date, received: date) -> Due:
    """HL-4-2 (husleieloven § 4-2, A): the first day a new rent by the index may apply.

    last_effect: when the rent last changed in any way; received: when the tenant got the written notice.
    """
    return earliest(max(add_months(last_effect, 12), add_months(received, 1)))


def index_month(last_effect: date, received: date) -> date:
    """HL-4-2 (A): the first turn of a month a new monthly rent may apply from, the notice month not cut short."""
    effect = max(add_months(last_effect, 12), next_workday(add_months(received, 1)))
    return effect if effect.day == 1 else add_days(month_end(effect), 1)


def market_demand(start: date, last_change: date | None = None) -> Due:
    """HL-4-3 (husleieloven § 4-3, A): the first day *gjengs leie* may be demanded, thirty months on.

    last_change: when the rent last changed by anything but the index.
    """
    return earliest(add_months(max(start, last_change or start), 30))


def market_effect(demand: date, last_effect: date, start: date | None = None, last_change: date | None = None) -> Due:
    """HL-4-3 (husleieloven § 4-3, A): the first day *gjengs leie* may apply.

    Six months after the demand and a year after the rent last changed in any way. A demand made too early counts
    from the first day it could be made, where ``start`` or ``last_change`` tells which that is.
    """
    since = max((day for day in (start, last_change) if day is not None), default=None)
    counted = demand if since is None else max(demand, add_months(since, 30))
    return earliest(max(add_months(counted, 6), add_months(last_effect, 12)))


def works_start(received: date) -> Due:
    """HL-5-4 (husleieloven §§ 5-4 and 9-6, A): works beyond the trivial, after three months' notice to a month's end.

    That the works start the day after the period is the cautious reading.
    """
    return earliest(add_days(month_end(received, 3), 1))


def represented_works_start(received: date) -> Due:
    """HL-5-4 (husleieloven § 6-3, A): larger works, a month after the tenants' representative was told."""
    return earliest(add_months(received, 1))


def household_answer(received: date) -> Due:
    """HL-7-6 (husleieloven § 7-6, A): no answer within a month of receipt approves the application."""
    return ours(add_months(received, 1))


def subtenant_warning(received: date) -> Due:
    """HL-7-7 (husleieloven § 7-7, A): warn the sub-tenant at least fifteen days before our own protest runs out.

    received: when we, as head tenant, got the termination.
    """
    return ours(add_days(add_months(received, 1), -15))


def step_in_reply(received: date) -> Due:
    """HL-8-2 (husleieloven § 8-2, A): the household's written reply within a month of receiving the termination."""
    return theirs(add_months(received, 1))


# The lease comes to its end


def termination(received: date) -> Due:
    """HL-9-6 (husleieloven § 9-6, A): three months' notice, to the end of a month; an end is never moved."""
    return unmoved(month_end(received, 3))


def room_termination(received: date) -> Due:
    """HL-9-6 (husleieloven § 9-6 second paragraph, A): one month for a single room with access to another's dwelling.

    Whether it runs to a month's end is not settled (law.md § 14); this is the month to the day.
    """
    return unmoved(add_months(received, 1))


def protest(received: date) -> Due:
    """HL-9-8a (husleieloven § 9-8, A): the tenant protests within a month of receiving the termination."""
    return theirs(add_months(received, 1))


def lawsuit(received: date) -> Due:
    """HL-9-8b (husleieloven § 9-8, A): after a protest we sue within three months of the tenant's own deadline.

    received: when the tenant got the termination. Counted from the nominal protest day: the cautious reading.
    """
    return ours(add_months(add_months(received, 1), 3))


def petition_after_social_notice(sent: date) -> Due:
    """HL-9-11 (husleieloven § 9-11, A): a petition for eviction should wait two weeks from this optional notice."""
    return earliest(add_days(sent, 14))


def petition(sent: date) -> Due:
    """TV-4-18 (tvangsfullbyrdelsesloven §§ 4-18 and 2-7, A): the first day eviction may be petitioned for.

    Two weeks must have passed; where they end on a day off, so much longer.
    """
    return earliest(add_days(next_workday(add_days(sent, 14)), 1))


def notice_lapses(sent: date) -> Due:
    """TV-4-19 (tvangsfullbyrdelsesloven § 4-19, A): a year on, a new notice is needed.

    Counted from the notice, the cautious reading: the act counts from when a petition could first be made.
    """
    return ours(add_months(sent, 12))


def eviction_reply(received: date) -> Due:
    """TV-13-6 (tvangsfullbyrdelsesloven § 13-6, A): the two weeks the enforcement officer gives the tenant."""
    return theirs(add_days(received, 14))


def interest_after_demand(demand: date) -> Due:
    """RENTE (forsinkelsesrenteloven § 2, A; the rate M): interest where no due day was fixed, thirty days on."""
    return earliest(add_days(demand, 30))


# The municipality's duties, and what others must do in time


def interim_reply(received: date) -> Due:
    """FV-11a (forvaltningsloven § 11 a, A): an interim reply where there is no decision within a month."""
    return ours(add_months(received, 1))


def appeal(received: date) -> Due:
    """FV-29 (forvaltningsloven § 29, A): three weeks from when the decision reached the party."""
    return theirs(add_days(received, 21))


def late_appeal(decision: date) -> Due:
    """FV-31 (forvaltningsloven § 31, A): a late appeal is not taken when a year has passed from the decision."""
    return theirs(add_months(decision, 12))


def programme_start(settled: date) -> Due:
    """IN-12 (integreringsloven § 12, A): decision and start within three months of settlement, or of the claim."""
    return ours(add_months(settled, 3))


def training_offer(registered: date) -> Due:
    """IN-30/32 (integreringsloven § 30, A): training in Norwegian is offered within three months."""
    return ours(add_months(registered, 3))


def settlement_goal(permit: date, *, minor: bool = False) -> Due:
    """IN-BOS (IMDi and KS, C): settled within six months of the permit, three for an unaccompanied minor; a goal."""
    return ours(add_months(permit, 3 if minor else 6))


def access_reply(received: date) -> Due:
    """PV-3 (GDPR art. 12, M): access to one's own data within a month."""
    return ours(add_months(received, 1))


def breach_report(discovered: date) -> Due:
    """PV-8 (GDPR art. 33, M): 72 hours to report a breach; the last working day in them, if there is one."""
    nominal = add_days(discovered, 3)
    return Due(nominal, max(discovered, previous_workday(nominal)))


def of_age(born: date) -> date:
    """MI-1 (vergemålsloven, M): the day somebody turns eighteen; born on 29 February: 1 March in other years."""
    months = 12 * GROWN_UP
    return add_days(add_months(born, months), 1 if is_clamped(born, months) else 0)


def allowance_application(due: date, *, paper: bool = False) -> Due:
    """HB-BO1 (Husbanken, B): the day to apply by; on paper the next working day, otherwise the day itself."""
    return theirs(due) if paper else unmoved(due)


def allowance_payment(month: date, pay_day: int) -> date:
    """HB-BO1 (Husbanken, B): paid on a day of the month after, or the working day before it."""
    return previous_workday(add_months(month.replace(day=1), 1).replace(day=pay_day))


def moving_report(moved: date) -> Due:
    """FR-1 (folkeregisterloven § 6-1, A): who moves reports it within eight days."""
    return theirs(add_days(moved, 8))
