"""What is due about the home: the welcome binder when somebody moves in, and house rules nobody has signed."""

from collections.abc import Iterator
from datetime import date

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


def of_houses(case: CaseFile) -> list[Item]:
    """Return the houses whose rules somebody who lives there has not signed."""
    found = []
    for house_id in case.house_rules.houses():
        version = sharing.to_sign(case, house_id)
        missing = sharing.leases_not_signed(case, version)
        if version is None or version.valid_from is None or not missing:
            continue
        came = min(lease.starts_on for lease in missing)
        due = clocks.ours(add_days(max(version.valid_from, came), SIGNING_DAYS))
        facts = {"dwelling_id": house_id, "fact": len({lease.household_id for lease in missing})}
        found.append(item("house_rules", "shared_housing", house_id, due, **facts))
    return found
