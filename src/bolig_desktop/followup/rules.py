"""What a mark must say."""

from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.followup.records import Mark


def mark_problems(mark: Mark, *, today: date) -> list[Problem]:
    """Return what is wrong with a mark: putting off needs a day ahead and a reason."""
    if mark.put_off_to is None:
        return []
    found = []
    if mark.put_off_to <= today:
        found.append(Problem(field="put_off_to", code="mark.not_ahead", facts={"today": today}))
    if not mark.reason.strip():
        found.append(Problem(field="reason", code="mark.reason_missing"))
    return found
