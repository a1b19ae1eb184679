"""How long a lease must last, what follows when it runs out, and how much security may be asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bolig_desktop.law.months import add_days, add_months, is_clamped
from bolig_desktop.law.sections import section
from bolig_desktop.law.workdays import next_workday, previous_workday

ORDINARY_MONTHS = 36
LANDLORD_LIVES_IN_MONTHS = 12
SECURITY_MONTHS = 6


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What a rule says about one case.

    rule: its id. section: ready to print. code and facts: its plain sentence. nominal: the date it gives. amount_nok:
    the ceiling, or what is left of it, in whole kroner. lawful: None where nothing was put to the test.
    """

    rule: str
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)
    nominal: date | None = None
    amount_nok: int | None = None
    lawful: bool | None = None

    @property
    def section(self) -> str:
        """The section of law, ready to print."""
        return section(self.rule)


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
    months = _months(landlord_lives_in)
    last = add_months(start, months)
    return last if is_clamped(start, months) else add_days(last, -1)


def shortest_term(start: date, end: date | None = None, *, landlord_lives_in: bool = False) -> Answer:
    """Answer HL-9-3 for a start, and whether ``end`` is lawful without any exception (None: indefinite, lawful)."""
    earliest = earliest_end(start, landlord_lives_in=landlord_lives_in)
    return Answer(
        rule="HL-9-3",
        code="law.shortest_term",
        facts={"start": start, "earliest": earliest, "years": _months(landlord_lives_in) // 12},
        nominal=earliest,
        lawful=end is None or end >= earliest,
    )


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


def deposit_ceiling(rent_nok: int, deposit_nok: int | None = None) -> Answer:
    """Answer HL-3-5a (husleieloven § 3-5): at most six months' rent, rent without energy, in whole kroner."""
    ceiling = SECURITY_MONTHS * rent_nok
    return Answer(
        rule="HL-3-5a",
        code="law.deposit_ceiling",
        facts={"ceiling_nok": ceiling, "rent_nok": rent_nok},
        amount_nok=ceiling,
        lawful=None if deposit_nok is None else deposit_nok <= ceiling,
    )


def security_ceiling(rent_nok: int, *, deposit_nok: int = 0, guarantee_nok: int = 0) -> Answer:
    """Answer HL-3-6 (husleieloven § 3-6): deposit and guarantee together are at most six months' rent without energy.

    amount_nok is what is left of the ceiling, 0 when it is used up or passed.
    """
    ceiling, total = SECURITY_MONTHS * rent_nok, deposit_nok + guarantee_nok
    return Answer(
        rule="HL-3-6",
        code="law.security_ceiling",
        facts={"ceiling_nok": ceiling, "total_nok": total, "left_nok": max(0, ceiling - total), "rent_nok": rent_nok},
        amount_nok=max(0, ceiling - total),
        lawful=total <= ceiling,
    )


def _months(landlord_lives_in: bool) -> int:
    return LANDLORD_LIVES_IN_MONTHS if landlord_lives_in else ORDINARY_MONTHS
