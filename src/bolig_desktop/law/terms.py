"""Limits: how long a lease must last, what follows when it runs out, the most security, and radon."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.law.clocks import last_day_of
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.workdays import next_workday, previous_workday

ORDINARY_MONTHS = 36
LANDLORD_LIVES_IN_MONTHS = 12
SECURITY_MONTHS = 6
RADON_ACTION_BQ, RADON_LIMIT_BQ = 100, 200
"""SI-RADON (strålevernforskriften § 6): something must be done above the first; the second is the most, in Bq/m³."""


@dataclass(frozen=True, kw_only=True, slots=True)
class AfterExpiry:
    """The clock of husleieloven § 9-2 third paragraph for one end date.

    nominal: three months after the end. act_by: the last working day not after it, when a request to move must have
    been sent. indefinite_from: from when the tenancy is indefinite on the strict reading. certain_from: from when it
    is on every reading; the days between are uncertain, since § 149 may stretch the three months.
    """

    nominal: date
    act_by: date
    indefinite_from: date
    certain_from: date


def earliest_end(start: date, *, landlord_lives_in: bool = False) -> date:
    """Return the earliest lawful last day of a fixed term (HL-9-3, husleieloven § 9-3).

    Three years, or one for a loft, basement or two-family unit where the landlord lives in the same house: the day
    before the same day number. A start on 29 February has no such day, and the shorter month's last day is asked for.
    """
    return last_day_of(start, LANDLORD_LIVES_IN_MONTHS if landlord_lives_in else ORDINARY_MONTHS)


def is_short(start: date, end: date | None) -> bool:
    """Return whether a fixed term is shorter than three years (HL-9-3, HL-11-1d)."""
    return end is not None and end < earliest_end(start)


def after_expiry(end: date) -> AfterExpiry:
    """Return the clock that starts when a fixed term runs out (HL-9-2-3, husleieloven § 9-2 third paragraph)."""
    nominal = add_months(end, 3)
    return AfterExpiry(
        nominal=nominal,
        act_by=previous_workday(nominal),
        indefinite_from=add_days(nominal, 1),
        certain_from=add_days(next_workday(nominal), 1),
    )


def security_ceiling(rent_nok: int) -> int:
    """Return the most a tenant may put up as security, in whole kroner: six months' rent without energy.

    For the deposit alone (HL-3-5a, husleieloven § 3-5), and for deposit and guarantee together (HL-3-6, § 3-6).
    """
    return SECURITY_MONTHS * rent_nok
