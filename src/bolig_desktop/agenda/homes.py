"""What is due about the home: the welcome binder when somebody moves in, and house rules nobody has signed."""

from collections.abc import Iterator
from datetime import date

from bolig_desktop.agenda.house_days import daily_life
from bolig_desktop.agenda.items import Item, item
from bolig_desktop.agenda.leases import Lease
from bolig_desktop.casefile import CaseFile, sharing
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days

BINDER_DAYS = 14
"""How long after the lease begins the welcome binder is to be in the home (a routine of ours)."""
SIGNING_DAYS = 14
"""How long after house rules begin to hold, or somebody moves in, they are to be signed (a routine of ours)."""


def of_binder(lease: Lease, today: date) -> Iterator[Item]:
    """Yield that a household that has no binder is to get one: a note, until it is too late to be news."""
    due = clocks.ours(add_days(lease.starts_on, BINDER_DAYS))
    if due.nominal >= today:
        facts = {"household_id": lease.household_id, "tenancy_id": lease.id, "fact": lease.starts_on}
        yield item("binder", "tenancies", lease.id, due, dwelling_id=lease.dwelling_id, **facts)


def of_houses(case: CaseFile, house_id: int | None = None) -> dict[int, list[Item]]:
    """Return what is due about each house (or the one): unsigned rules, meetings, points, conflicts, accounts."""
    found = daily_life(case, house_id)
    for version, missing in sharing.not_signed_anywhere(case, house_id):
        came = min(began for _, began in missing)
        due = clocks.ours(add_days(max(version.valid_from or came, came), SIGNING_DAYS))
        households = len({household_id for household_id, _ in missing})
        facts = {"dwelling_id": version.house_id, "fact": households, "record": version.id or 0}
        found.setdefault(version.house_id, []).append(
            item("house_rules", "shared_housing", version.house_id, due, **facts)
        )
    return found
