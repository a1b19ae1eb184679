"""The moment calendar files are made at in tests, and what stands in one."""

from datetime import UTC, date, datetime

from icalendar import Calendar, Event

TODAY = date(2026, 11, 22)
MOMENT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)


def events_in(content: bytes) -> list[Event]:
    """Return the events of a file, as the library that others read it with has them."""
    return list(Calendar.from_ical(content).events)
