"""What is said of how a paper was sent must be possible."""

from datetime import date

from bolig_desktop.archive.records import Paper
from bolig_desktop.errors import Problem


def paper_problems(paper: Paper, *, today: date) -> list[Problem]:
    """Return what is wrong with how a paper is said to be sent (DL-146: the day it was handed over counts)."""
    found = []
    for field in ("sent_on", "received_on", "filed_on"):
        day = getattr(paper, field)
        if day is not None and day > today:
            found.append(Problem(field=field, code="paper.ahead", facts={"today": today}))
        elif day is not None and day < paper.printed_on:
            facts = {"day": paper.printed_on}  # it may have been written elsewhere, and printed here afterwards
            found.append(Problem(field=field, code="paper.before_printed", hard=False, facts=facts))
    if paper.sent_on is not None and paper.received_on is not None and paper.received_on < paper.sent_on:
        found.append(Problem(field="received_on", code="matter.received_before_sent", facts={"day": paper.sent_on}))
    return found
