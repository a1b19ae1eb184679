"""What is due about defects, complaints and recurring checks: routines of ours all but what was promised."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from bolig_desktop.agenda.items import Item, item
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.maintenance_lines import HomeChecks, checks_of_homes
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_days
from bolig_desktop.maintenance.records import Checked, Complaint, Defect, Mender, Urgency
from bolig_desktop.maintenance.rules import (
    ANSWER_DAYS,
    FIRST_CHECK_DAYS,
    SEND_DAYS,
    answer_by,
    first_check_by,
    mender_of,
    send_by,
)

CHECK_AHEAD = 30
"""How many days before its date a check is told of."""


def of_homes(case: CaseFile, today: date, dwelling_id: int | None = None) -> dict[int, list[Item]]:
    """Return what is due about each home (or the one) itself, whoever lives there: no household is named."""
    found: dict[int, list[Item]] = defaultdict(list)
    here, args = ("", []) if dwelling_id is None else (" and dwelling_id = ?", [dwelling_id])
    tenures = case.dwellings.tenures()
    for defect in case.defects.list(f"mended_on is null{here}", args):
        found[defect.dwelling_id] += of_defect(defect, mender_of(defect, tenures[defect.dwelling_id]))
    for complaint in case.complaints.list(f"answered_on is null and closed_on is null{here}", args):
        found[complaint.dwelling_id].append(of_complaint(complaint))
    for home in checks_of_homes(case, dwelling_id):
        found[home.dwelling_id] += of_checks(home, today)
    return {home: items for home, items in found.items() if items}


def of_defect(defect: Defect, mender: Mender) -> Iterator[Item]:
    """Yield that an open defect is to be sent to whoever mends it, or that the day they promised has come.

    What the tenant keeps is nobody else's to mend and is not told of; it stands on the list of defects.
    """
    about = {"dwelling_id": defect.dwelling_id}
    if defect.promised_on is not None:
        due = clocks.unmoved(defect.promised_on)
        yield item("defect_promised", "defects", defect.id or 0, due, fact=defect.reported_on, **about)
    elif defect.sent_on is None and mender is not Mender.TENANT:
        urgent = defect.urgency is Urgency.NOW
        # A leak on a Saturday is told of on that Saturday.
        due = clocks.unmoved(send_by(defect)) if urgent else clocks.ours(send_by(defect))
        kind = "defect_urgent" if urgent else "defect_unsent"
        asked = (("reported", defect.reported_on), ("days", SEND_DAYS[defect.urgency]))
        yield item(kind, "defects", defect.id or 0, due, asked=asked, urgent=urgent, **about)


def of_complaint(complaint: Complaint) -> Item:
    """Return that a complaint is to be answered."""
    asked = (("received", complaint.received_on), ("days", ANSWER_DAYS))
    due = clocks.ours(answer_by(complaint))
    about = {"dwelling_id": complaint.dwelling_id}
    return item("complaint_unanswered", "complaints", complaint.id or 0, due, asked=asked, **about)


def of_checks(home: HomeChecks, today: date) -> Iterator[Item]:
    """Yield what is to be looked over again in a home, and, as one line, what it never was."""
    for one in home.checks:
        yield from of_check(home.dwelling_id, one, today)
    never = tuple(f"part.check_{one.kind}" for one in home.checks if one.next_on is None)
    first = first_check_by(home.counted_from)
    if never and first <= add_days(today, CHECK_AHEAD):
        asked = (("never_codes", never), ("since", home.counted_from), ("days", FIRST_CHECK_DAYS))
        about = {"dwelling_id": home.dwelling_id}
        yield item("check_never", "dwellings", home.dwelling_id, clocks.ours(first), asked=asked, **about)


def of_check(dwelling_id: int, one: Checked, today: date) -> Iterator[Item]:
    """Yield that a thing that was looked over once is to be so again, a month before and until it is."""
    if one.next_on is not None and one.next_on <= add_days(today, CHECK_AHEAD):
        asked = (("last", one.last_on), ("months", one.months))
        due = clocks.ours(one.next_on)
        yield item(f"check_{one.kind}", "dwellings", dwelling_id, due, asked=asked, dwelling_id=dwelling_id)
