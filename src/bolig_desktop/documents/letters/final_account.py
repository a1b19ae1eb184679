"""The facts of the final account of a tenancy, and of the release of its deposit by the bank: D31."""

from dataclasses import dataclass
from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.letter_facts import LetterFacts, common
from bolig_desktop.documents.subjects import About
from bolig_desktop.law.identifiers import show_account
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind
from bolig_desktop.tenancies.rules.final_account import CLAIMS, FinalAccount, line_order, settle


@dataclass(frozen=True, kw_only=True)
class FinalAccountFacts(LetterFacts):
    """The lines, what they come to, and where the deposit stands.

    same_bank: the lease has the clause by which the bank may pay out documented unpaid rent (§ 3-5). moved_out_on:
    the day the tenancy was over. account: the deposit's own number, "" where nobody has written it.
    """

    lines: tuple[FinalAccountLine, ...]
    came_to: FinalAccount
    moved_out_on: date | None
    bank: str
    account: str
    same_bank: bool
    deposit_nok: int | None
    guarantee_nok: int | None

    @property
    def landlord_account(self) -> str:
        """Where the bank pays what is the landlord's."""
        return self.sender.account

    @property
    def claimed_ore(self) -> int:
        """Everything the landlord claims."""
        return self.came_to.claimed_ore

    @property
    def overpaid_ore(self) -> int:
        """What the landlord pays back."""
        return self.came_to.overpaid_ore

    @property
    def deposit_ore(self) -> int:
        """What was paid in on the account."""
        return self.came_to.deposit_ore

    @property
    def to_landlord_ore(self) -> int:
        """What the landlord gets of the deposit."""
        return self.came_to.to_landlord_ore

    @property
    def to_tenant_ore(self) -> int:
        """What the tenant gets of the deposit, the interest not among it."""
        return self.came_to.to_tenant_ore

    @property
    def left_ore(self) -> int:
        """What is owed still, when the deposit has been taken."""
        return self.came_to.left_ore

    @property
    def interest_known(self) -> bool:
        """Whether anybody has written what the bank's statement says."""
        return self.came_to.interest_ore is not None

    @property
    def interest_ore(self) -> int | None:
        """The interest on the account, None while it is not known."""
        return self.came_to.interest_ore

    @property
    def interest_on(self) -> date | None:
        """The day of the bank's statement."""
        return self.came_to.interest_on

    @property
    def from_account_ore(self) -> int | None:
        """What the tenant gets from the account by that statement, None while the interest is not known."""
        return self.came_to.from_account_ore

    @property
    def nobody_owes(self) -> bool:
        """Whether there is no deposit and nothing to pay either way."""
        return not (self.deposit_ore or self.left_ore or self.overpaid_ore)

    @property
    def after_end(self) -> bool:
        """Whether anything is claimed for the time after the end (§ 10-3)."""
        return any(line.kind is LineKind.AFTER_END for line in self.lines)

    @property
    def vouchers(self) -> bool:
        """Whether any claim is shown by a receipt or an invoice."""
        return any(line.voucher for line in self.lines if line.kind in CLAIMS)

    @property
    def damaged(self) -> bool:
        """Whether anything is claimed for damage or cleaning (§§ 10-2, 10-3)."""
        return any(line.kind in (LineKind.DAMAGE, LineKind.CLEANING) for line in self.lines)


def final_account(case: CaseFile, about: About, today: date) -> FinalAccountFacts:
    """Return the facts of D31 (HL-3-5b, HL-3-5c, HL-10-3)."""
    lease = about.tenancy
    lines = sorted(case.final_account_lines.of_tenancy(lease.id or 0), key=line_order)
    return FinalAccountFacts(
        **common(case, about, today),
        lines=tuple(lines),
        came_to=settle(lines),
        moved_out_on=lease.moved_out_on,
        bank=lease.deposit_bank,
        account=show_account(lease.deposit_account),
        same_bank=lease.deposit_same_bank,
        deposit_nok=lease.deposit_nok,
        guarantee_nok=lease.guarantee_nok,
    )
