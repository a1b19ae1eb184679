"""What the final account (oppgjør) of a tenancy comes to, and what each of its lines must be."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.law.months import add_months
from bolig_desktop.law.sections import section
from bolig_desktop.people.records import Person
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind, Matter, MatterKind, Tenancy
from bolig_desktop.tenancies.rules.followed_up import graded

CLAIMS = (
    LineKind.UNPAID_RENT,
    LineKind.AFTER_END,
    LineKind.DAMAGE,
    LineKind.CLEANING,
    LineKind.OTHER_CLAIM,
)
"""What the landlord claims: each springs from the lease (husleieloven § 3-5), and each has its reason."""
MONTHS_AHEAD = 1
"""Rent may be agreed paid a month ahead at most (HL-3-2a), so it may fall due before the lease begins."""

_NOTICES = (MatterKind.NOTICE_BY_US, MatterKind.NOTICE_BY_TENANT)
_FROM_BEFORE = (LineKind.UNPAID_RENT, LineKind.PAYMENT)
_MAY_BE_NOTHING = (LineKind.DEPOSIT, LineKind.INTEREST)


@dataclass(frozen=True, kw_only=True)
class FinalAccount:
    """What the lines add up to, in øre.

    interest_ore is None while no statement of the bank has been written in: unknown, and never reckoned.
    interest_on: the day of the newest statement.
    """

    claimed_ore: int
    paid_ore: int
    deposit_ore: int
    interest_ore: int | None
    interest_on: date | None

    @property
    def owed_ore(self) -> int:
        """What is still owed the landlord, before anything is taken of the deposit."""
        return max(0, self.claimed_ore - self.paid_ore)

    @property
    def overpaid_ore(self) -> int:
        """What the tenant has paid more than was claimed, and gets back."""
        return max(0, self.paid_ore - self.claimed_ore)

    @property
    def to_landlord_ore(self) -> int:
        """What the landlord gets of the deposit: what is owed, and never more than what was paid in (HL-3-5c)."""
        return min(self.owed_ore, self.deposit_ore)

    @property
    def to_tenant_ore(self) -> int:
        """What is left of the deposit, for the tenant; the interest comes beside it (HL-3-5b)."""
        return self.deposit_ore - self.to_landlord_ore

    @property
    def left_ore(self) -> int:
        """What the deposit does not cover: still a claim."""
        return self.owed_ore - self.to_landlord_ore

    @property
    def from_account_ore(self) -> int | None:
        """What the tenant gets from the account, None while the interest is not known."""
        return None if self.interest_ore is None else self.to_tenant_ore + self.interest_ore


def settle(lines: Sequence[FinalAccountLine]) -> FinalAccount:
    """Return what the lines come to (HL-3-5b, HL-3-5c).

    The deposit covers claims that spring from the lease. Its interest is the tenant's, who may draw it at any time,
    and covers nothing; what the deposit does not cover stays a claim, and what is left of it is the tenant's.
    """
    interest = [line for line in lines if line.kind is LineKind.INTEREST]
    return FinalAccount(
        claimed_ore=_sum(line for line in lines if line.kind in CLAIMS),
        paid_ore=_sum(line for line in lines if line.kind is LineKind.PAYMENT),
        deposit_ore=_sum(line for line in lines if line.kind is LineKind.DEPOSIT),
        interest_ore=_sum(interest) if interest else None,
        interest_on=max((line.dated_on for line in interest), default=None),
    )


def line_order(line: FinalAccountLine) -> tuple[int, date, int]:
    """Return where a line stands among the others: by kind as in the choices, then by day."""
    return tuple(LineKind).index(line.kind), line.dated_on, line.id or 0


def ended_on(tenancy: Tenancy, matters: Sequence[Matter]) -> date | None:
    """Return the last day of the lease: its own, or an earlier one by notice or heving; None where it has none."""
    days = [tenancy.ends_on]
    days += [matter.effect_on for matter in matters if matter.kind in _NOTICES]
    heving = [matter for matter in matters if matter.kind is MatterKind.TERMINATION]
    days += [matter.due_on or matter.sent_on or matter.opened_on for matter in heving]
    return min((day for day in days if day is not None), default=None)


def lacks_deposit(tenancy: Tenancy, lines: Sequence[FinalAccountLine]) -> bool:
    """Whether there is a deposit, by the lease or by its interest, and nobody has written what was paid in."""
    known = any(line.kind is LineKind.DEPOSIT for line in lines)
    came_to = settle(lines)
    return (bool(tenancy.deposit_nok) and not known) or (bool(came_to.interest_ore) and not came_to.deposit_ore)


def line_problems(
    line: FinalAccountLine,
    *,
    tenancy: Tenancy,
    others: Sequence[FinalAccountLine],
    matters: Sequence[Matter],
    today: date,
    people: Sequence[Person],
) -> list[Problem]:
    """Return what is wrong with a line of a final account; others and matters are those of the same lease."""
    return [
        *graded(people),
        *_amount(line),
        *_day(line, tenancy, ended_on(tenancy, matters), today),
        *_shown(line),
        *_deposit(line, tenancy, others),
    ]


def _sum(lines: Iterator[FinalAccountLine] | Sequence[FinalAccountLine]) -> int:
    return sum(line.amount_ore for line in lines)


def _amount(line: FinalAccountLine) -> Iterator[Problem]:
    """The kind says which way an amount counts; only the bank's statement may say nothing at all."""
    if line.amount_ore < 0:
        yield Problem(field="amount_ore", code="money.negative")
    elif line.amount_ore == 0 and line.kind not in _MAY_BE_NOTHING:
        yield Problem(field="amount_ore", code="final_account.amount_nothing")


def _day(line: FinalAccountLine, tenancy: Tenancy, end: date | None, today: date) -> Iterator[Problem]:
    """Only what has happened, and nothing from before the lease (HL-3-2a); § 10-3 is about after its end."""
    if line.dated_on > today:
        yield Problem(field="dated_on", code="final_account.ahead", facts={"today": today})
    elif line.kind is not LineKind.DEPOSIT and line.dated_on < _first_day(line, tenancy):
        yield Problem(field="dated_on", code="final_account.before_start", facts={"start": tenancy.starts_on})
    if line.kind is LineKind.AFTER_END and end is not None and line.dated_on <= end:
        source = section("HL-10-3")
        yield Problem(field="dated_on", code="final_account.before_end", section=source, facts={"end": end})


def _first_day(line: FinalAccountLine, tenancy: Tenancy) -> date:
    start = tenancy.starts_on
    return add_months(start, -MONTHS_AHEAD) if line.kind in _FROM_BEFORE else start


def _shown(line: FinalAccountLine) -> Iterator[Problem]:
    """HL-3-5c: who claims of the deposit says for what; damage is shown with a receipt, or can hardly be upheld."""
    if line.kind in CLAIMS and not line.reason.strip():
        code = "final_account.months_missing" if line.kind is LineKind.UNPAID_RENT else "final_account.reason_missing"
        yield Problem(field="reason", code=code, section=section("HL-3-5c"))
    if lacks_voucher(line):
        yield Problem(field="voucher", code="final_account.voucher_missing", hard=False, section=section("HL-10-3"))


def lacks_voucher(line: FinalAccountLine) -> bool:
    """Whether the line is about damage and names no receipt."""
    return line.kind is LineKind.DAMAGE and not line.voucher.strip()


def _deposit(line: FinalAccountLine, tenancy: Tenancy, others: Sequence[FinalAccountLine]) -> Iterator[Problem]:
    """HL-3-5a: more on the account than the lease says is either mistyped or was demanded beyond the lease."""
    if line.kind is not LineKind.DEPOSIT or not line.amount_ore:
        return
    agreed = (tenancy.deposit_nok or 0) * 100
    total = line.amount_ore + settle(others).deposit_ore
    if not agreed:
        yield Problem(
            field="amount_ore", code="final_account.no_deposit_agreed", hard=False, section=section("HL-3-5a")
        )
    elif total > agreed:
        facts = {"agreed_nok": tenancy.deposit_nok}
        code = "final_account.deposit_above_agreed"
        yield Problem(field="amount_ore", code=code, hard=False, section=section("HL-3-5a"), facts=facts)
