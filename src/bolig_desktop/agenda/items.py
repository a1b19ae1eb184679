"""One date on the list, and where it stands today."""

import enum
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from bolig_desktop.agenda.kinds import KINDS, Kind
from bolig_desktop.law.clocks import Due

Asked = tuple[tuple[str, object], ...]
"""What a rule is asked with: names and values."""

Key = tuple[str, str, int, date]
"""What names one date of one thing: kind, topic, id, nominal."""

A_WEEK, A_MONTH = timedelta(days=7), timedelta(days=30)


class Status(enum.StrEnum):
    """Which group a date stands in today."""

    LATE = "late"
    UNCERTAIN = "uncertain"
    WEEK = "week"
    MONTH = "month"
    LATER = "later"


class Item(NamedTuple):
    """One date of one thing. topic and id: whose page it opens (id 0: nobody's, the calendar's).

    nominal: as the rule gives it; act_by: the day to act by. asked: what the rule is asked with to explain itself.
    urgent: on top whatever its day. fact: an amount, a count or a text its sentence needs. record: the row whose day
    it is, where one thing may have several of a kind.
    """

    kind: str
    topic: str
    id: int
    nominal: date
    act_by: date
    asked: Asked = ()
    urgent: bool = False
    household_id: int = 0
    dwelling_id: int = 0
    tenancy_id: int = 0
    fact: object = None
    record: int = 0

    @property
    def about(self) -> Kind:
        """What kind of date it is."""
        return KINDS[self.kind]

    @property
    def key(self) -> Key:
        """What a mark about it names."""
        return self.kind, self.topic, self.id, self.nominal


def item(kind: str, topic: str, row_id: int, due: Due, **more: object) -> Item:
    """Return an item of a computed date."""
    return Item(kind, topic, row_id, *due, **more)  # type: ignore[arg-type]


def one_line(items: Iterable[Item]) -> list[Item]:
    """Return those of one kind and day as one line: the first one's, with how many they are.

    When the first is done with the line is the next one's, so nobody is done with for another.
    """
    found: dict[tuple[str, date], list[Item]] = {}
    for one in items:
        found.setdefault((one.kind, one.nominal), []).append(one)
    return [_together(alike) for alike in found.values()]


def _together(alike: list[Item]) -> Item:
    first = min(alike, key=lambda one: (one.id, one.record))
    households = {one.household_id for one in alike}
    of_one = first if len(alike) == 1 else first._replace(tenancy_id=0)
    return of_one._replace(household_id=first.household_id if len(households) == 1 else 0, fact=len(alike))


def status(one: Item, today: date) -> Status:
    """Return where an item stands today: late once its day to act by has gone, then within a week, within a month."""
    if one.kind == "lease_uncertain":
        return Status.UNCERTAIN
    if one.urgent or one.act_by < today:
        return Status.LATE
    if one.act_by <= today + A_WEEK:
        return Status.WEEK
    return Status.MONTH if one.act_by <= today + A_MONTH else Status.LATER
