"""What is due about people: settlement, the introduction programme, permits, and the last grant year."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from bolig_desktop.agenda.items import Asked, Item
from bolig_desktop.law import clocks
from bolig_desktop.law.grants import GRANT_YEARS
from bolig_desktop.law.months import add_months, age_on

YOUNGEST, OLDEST = 18, 55
"""IN-8 (integreringsloven § 8): who the programme is for, by age; whom the age is not known of is counted in."""


PERMIT_MONTHS = 2
"""How long before a permit ends its holder is reminded to apply for a new one (a routine of ours)."""


class Resident(NamedTuple):
    """What is to be known of one person in an open household. registered_on: the household's, None unknown."""

    id: int
    household_id: int
    born_on: date | None
    permit_on: date | None
    permit_ends_on: date | None
    settled_on: date | None
    programme_on: date | None
    registered_on: date | None
    minor_alone: bool


def of_person(person: Resident, today: date) -> Iterator[Item]:
    """Yield what is due about a person. What lay behind them when they were registered is not brought up again."""
    if person.settled_on is None:
        if person.permit_on is not None:
            due = clocks.settlement_goal(person.permit_on, minor=person.minor_alone)
            asked = (("permit", person.permit_on), *((("minor", True),) if person.minor_alone else ()))
            yield _about(person, "settlement", due, asked=asked)
    else:
        yield from _settled(person, person.settled_on, today)
    if person.permit_ends_on is not None and _is_news(person, person.permit_ends_on):
        remind = clocks.ours(add_months(person.permit_ends_on, -PERMIT_MONTHS))
        yield _about(person, "permit_ends", clocks.Due(person.permit_ends_on, remind.act_by))


def _settled(person: Resident, settled_on: date, today: date) -> Iterator[Item]:
    programme = clocks.programme_start(settled_on)
    of_age = person.born_on is None or YOUNGEST <= age_on(person.born_on, settled_on) <= OLDEST
    if person.programme_on is None and of_age and _is_news(person, programme.nominal):
        yield _about(person, "programme", programme, asked=(("settled", settled_on),))
    last = settled_on.year + GRANT_YEARS - 1
    if last == today.year:
        yield _about(
            person, "grant_ends", clocks.ours(date(last, 12, 31)), asked=(("settled", settled_on), ("year", last))
        )


def _is_news(person: Resident, day: date) -> bool:
    return person.registered_on is None or day >= person.registered_on


def _about(person: Resident, kind: str, due: clocks.Due, asked: Asked = ()) -> Item:
    return Item(kind, "people", person.id, *due, asked, household_id=person.household_id)
