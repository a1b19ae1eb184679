"""What search knows of house meetings, conflicts, shared costs and checks: the home, the words, nobody shielded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bolig_desktop.casefile.indexed_plan import first_line
from bolig_desktop.casefile.naming import dwelling_labels, without_names
from bolig_desktop.text.dates import show_date

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

Words = tuple[str, str, str]
"""Title, detail and the words it is found by."""


def meeting(case: CaseFile, row_id: int) -> Words | None:
    """Return a meeting's line, None where it is gone."""
    found = case.house_meetings.find(row_id)
    if found is None:
        return None
    found = without_names(case, "house_meetings", found)
    house = dwelling_labels(case)[found.house_id]
    points = [without_names(case, "meeting_points", one) for one in case.meeting_points.of_meeting(row_id)]
    agreed = " ".join(f"{one.what} {one.who}" for one in points)
    return f"Beboermøte {show_date(found.held_on)}", house, f"beboermøte {house} {found.minute} {agreed}"


def conflict(case: CaseFile, row_id: int) -> Words | None:
    """Return a conflict's line, None where it is gone; not a word of it where it is about somebody shielded."""
    found = case.house_conflicts.find(row_id)
    if found is None:
        return None
    if any(case.households.is_shielded(one) for one in (found.household_id, found.other_household_id) if one):
        return None
    found = without_names(case, "house_conflicts", found)
    house = dwelling_labels(case)[found.house_id]
    return f"Hendelse {show_date(found.happened_on)}", house, f"konflikt brudd {house} {found.facts} {found.agreed}"


def cost(case: CaseFile, row_id: int) -> Words | None:
    """Return the line of a shared cost by its voucher, None where it has none or is gone."""
    found = case.shared_costs.find(row_id)
    if found is None:
        return None
    voucher = without_names(case, "shared_costs", found).voucher
    house = dwelling_labels(case)[found.house_id]
    return (f"Bilag {voucher}", house, f"bilag felleskostnad {voucher} {house}") if voucher else None


def check(case: CaseFile, row_id: int) -> Words | None:
    """Return the line of a recurring check that somebody has written something about, else None."""
    found = case.home_checks.find(row_id)
    note = without_names(case, "home_checks", found).note.strip() if found is not None else ""
    if found is None or not note:
        return None
    home = dwelling_labels(case)[found.dwelling_id]
    return first_line(note), home, f"kontroll {note} {home}"
