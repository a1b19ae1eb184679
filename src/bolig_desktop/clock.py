"""Today, as something that is passed in."""

from collections.abc import Callable
from datetime import UTC, date, datetime

Clock = Callable[[], date]


def today() -> date:
    """Return the date on the machine's own clock."""
    return date.today()  # noqa: DTZ011 - the user's own calendar day is what the law counts in


def fixed(day: date) -> Clock:
    """Return a clock that always says ``day`` (``--today`` and tests)."""
    return lambda: day


def now() -> datetime:
    """Return this moment in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def now_utc() -> str:
    """Return this moment as ISO text in UTC, for the history and the copies."""
    return now().isoformat(timespec="seconds")
