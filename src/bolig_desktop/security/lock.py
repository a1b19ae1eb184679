"""When an open file left alone must be locked."""

from datetime import datetime, timedelta

IDLE_MINUTES = 10


def must_lock(last_used: datetime, now: datetime, *, minutes: int = IDLE_MINUTES, busy: bool = False) -> bool:
    """Return whether the file must be closed and its key forgotten.

    last_used, now: times with a zone, so that a machine that slept counts as left alone. minutes: 0 never locks.
    busy: a copy or a print is under way; it is locked at the next question instead.
    A clock set back by more than a minute locks too: nobody can say how long it has been.
    """
    if busy or minutes <= 0:
        return False
    return now - last_used >= timedelta(minutes=minutes) or now < last_used - timedelta(minutes=1)


def minutes_left(last_used: datetime, now: datetime, *, minutes: int = IDLE_MINUTES) -> int:
    """Return the whole minutes until the file locks, 0 when it is time."""
    left = timedelta(minutes=minutes) - (now - last_used)
    return max(0, -(-left // timedelta(minutes=1)))
