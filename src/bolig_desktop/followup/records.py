"""What was done about a date on the list of things due, or put off, and why."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, kw_only=True)
class Mark:
    """One date seen to: done, or put off to another day with a reason.

    kind, topic, subject_id and nominal name the date it is about, as ``agenda`` does; put_off_to None is done.
    """

    id: int | None = None
    kind: str
    topic: str
    subject_id: int
    nominal: date
    made_on: date
    put_off_to: date | None = None
    reason: str = ""
