"""What is due, as a calendar file (RFC 5545) other programs read: whole days, agreed hours, and a bell for some."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from bolig_desktop.text.sentences import sentence

if TYPE_CHECKING:
    from icalendar import Alarm, Event

    from bolig_desktop.agenda.outside import Entry

_NORWAY = "Europe/Oslo"
_NAMES = uuid.UUID("6f6d0d5e-3c1c-5a4e-9a52-b0119d3e5c70")
"""What our identifiers are made within; a letter changed here would double every entry in every calendar."""
_FIRST = datetime(2020, 1, 1, tzinfo=UTC)
"""What seconds are counted from: a later file has a higher number, which fits its 31 bits until 2088."""
_HOUR = timedelta(hours=1)
_NINE = timedelta(hours=9)
_A_DAY, _A_WEEK = timedelta(days=1), timedelta(days=7)


def calendar_file(entries: Iterable[Entry], today: date, made_at: datetime, language: str = "nb") -> bytes:
    """Return the entries as a calendar file; the same entries on the same day and moment give the same bytes.

    An entry keeps its identifier for as long as it is about the same, so reading a newer file in changes what stands
    there. Which of two files is the newer is told by the moment it was made: nothing is kept of what earlier files
    said, and an entry may change by a day's going. For the same reason nothing is called off: what is no longer due
    is not in the file, and stays in a calendar that had it. What a visit's hours are in Norway is written in UTC,
    which every program reads alike.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Bolig//Bolig//NO")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", "Bolig")
    for one in entries:
        made.add_component(_event(one, today, made_at, language))
    return bytes(made.to_ical())


def identifier(key: tuple[str, str, int, str]) -> str:
    """Return what names an entry in every calendar; it tells nothing to who does not have the file."""
    return f"{uuid.uuid5(_NAMES, '|'.join(map(str, key)))}@bolig"


def _event(one: Entry, today: date, made_at: datetime, language: str) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", identifier(one.key))
    event.add("dtstamp", made_at)
    event.add("last-modified", made_at)
    event.add("sequence", max(0, int((made_at - _FIRST).total_seconds())))
    event.add("summary", one.summary(language))
    event.add("description", one.more(language))
    event.add("class", "PRIVATE")
    if one.begins is None:
        event.add("dtstart", one.day)
        event.add("dtend", one.day + _A_DAY)
        event.add("transp", "TRANSPARENT")  # a day something is due by is not a day she is busy
    else:
        begins = _moment(one.day, one.begins)
        event.add("dtstart", begins)
        event.add("dtend", _moment(one.day, one.ends) if one.ends else begins + _HOUR)
    bell = _bell(one)
    if bell is not None and one.day + bell >= today:
        event.add_component(_alarm(bell, one.summary(language)))
    return event


def _moment(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(_NORWAY)).astimezone(UTC)


def _bell(one: Entry) -> timedelta | None:
    """Return how long from its beginning it rings: an hour before a visit, a week before what the law binds us to."""
    if one.begins is not None:
        return -_HOUR
    if one.kind == "meeting_set":
        return _NINE - _A_DAY
    return _NINE - _A_WEEK if one.is_binding else None


def _alarm(bell: timedelta, words: str) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", words)
    alarm.add("trigger", bell)
    return alarm


def left_out_words(count: int, language: str = "nb") -> str:
    """Return the sentence about what is not in the file, "" where everything is."""
    if not count:
        return ""
    return sentence("calendar.left_out.one" if count == 1 else "calendar.left_out.many", language, count=count)
