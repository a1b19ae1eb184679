"""What search knows of house meetings and conflicts: the house and the words, and nobody shielded."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def meeting_of_point(case: CaseFile, row_id: int) -> set[int]:
    """Return the meeting a point was agreed at, also when the point is gone."""
    found = {
        row["meeting_id"]
        for entry in case.history.of_row("meeting_points", row_id)[:2]
        for row in (entry.before or {}, entry.after or {})
        if row.get("meeting_id")
    }
    point = case.meeting_points.find(row_id)
    return found | ({point.meeting_id} if point else set())
