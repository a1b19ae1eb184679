"""What was sent before a letter: the newest of its kind, and the day our own termination ends the lease."""

from datetime import date

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days, add_months
from bolig_desktop.law.workdays import next_workday
from bolig_desktop.tenancies.records import Matter, MatterKind, Tenancy


def newest(case: CaseFile, lease: Tenancy, kind: MatterKind) -> Matter | None:
    """Return the newest matter of a kind that was sent about a lease."""
    found = [m for m in case.matters.of_tenancy(lease.id or 0) if m.kind is kind and m.sent_on is not None]
    return max(found, key=lambda m: (m.sent_on or date.min, m.id or 0), default=None)


def came_on(case: CaseFile, matter: Matter, today: date) -> date:
    """Return when our letter came: as known, else reckoned with the post (law.md § 12, edge 12)."""
    if matter.received_on is not None:
        return matter.received_on
    return add_days(matter.sent_on or today, case.settings.municipality().post_days)


def lease_ends(case: CaseFile, matter: Matter, lease: Tenancy, today: date) -> date:
    """Return the last day of a lease we terminate: the day given, or the earliest (HL-9-6)."""
    months = notice_months(lease)
    return matter.effect_on or clocks.month_end(came_on(case, matter, today), months)


def notice_months(lease: Tenancy) -> int:
    """Return the notice we give: three months, or the longer period agreed."""
    return max(3, lease.notice_months)


def index_came_by(effect: date) -> date:
    """Return the last day a notice may come for an index change on a day (HL-4-2: a whole month)."""
    day = add_months(effect, -1)
    while next_workday(add_months(day, 1)) > effect:
        day = add_days(day, -1)
    return day
