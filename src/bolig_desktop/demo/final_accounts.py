"""The final account of the household that has just moved out: some rent, some damage, and the deposit to release."""

from collections.abc import Sequence

from bolig_desktop.demo.leases import SETTLED
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.law.months import add_months
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind, Tenancy
from bolig_desktop.text.dates import month_name


def lines(register: Register, leases: Sequence[Tenancy], stays: Sequence[Stay]) -> list[FinalAccountLine]:
    """Return the lines of every final account there is."""
    found = []
    for lease, stay in zip(leases, stays, strict=True):
        if stay.unit == SETTLED and lease.deposit_nok:
            found += [register.numbered(line) for line in _of(lease)]
    return found


def _of(lease: Tenancy) -> list[FinalAccountLine]:
    left = lease.moved_out_on or lease.starts_on
    month = add_months(left.replace(day=1), -1)

    def line(kind: LineKind, ore: int, days: int, reason: str = "", voucher: str = "") -> FinalAccountLine:
        return FinalAccountLine(
            tenancy_id=lease.id or 0,
            kind=kind,
            dated_on=left + days * DAY,
            amount_ore=ore,
            reason=reason,
            voucher=voucher,
        )

    due = (month - left).days
    whole = (lease.starts_on - left).days
    return [
        line(LineKind.UNPAID_RENT, lease.rent_nok * 100, due, f"{month_name(month.month, 'nb')} {month.year}"),
        line(LineKind.DAMAGE, 235_050, 0, "knust rute i stuedøren, skiftet", "faktura 2041, Glass og Ramme"),
        line(LineKind.CLEANING, 180_000, 2, "kjøkken og bad", "faktura 318"),
        line(LineKind.PAYMENT, 400_000, -5, "delbetaling av leien", "kontoutskrift"),
        line(LineKind.DEPOSIT, (lease.deposit_nok or 0) * 100, whole),
        line(LineKind.INTEREST, 41_237, 5, "", "kontoutskrift fra banken"),
    ]
