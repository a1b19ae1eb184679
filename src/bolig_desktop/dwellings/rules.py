"""What a dwelling must be, and what its state is today."""

from collections.abc import Sequence
from datetime import date

from bolig_desktop.dwellings.records import Dwelling, DwellingState, Key, Meter, UnitDates
from bolig_desktop.errors import Problem


def state(unit: UnitDates, *, is_let: bool, today: date) -> DwellingState:
    """Return the unit's state today; is_let: somebody has a tenancy of it now, or still lives there."""
    if unit.given_up_on is not None and unit.given_up_on <= today:
        return DwellingState.GIVEN_UP
    if is_let:
        return DwellingState.LET
    begun = unit.out_of_use_from is not None and unit.out_of_use_from <= today
    if begun and (unit.out_of_use_to is None or today <= unit.out_of_use_to):
        return DwellingState.OUT_OF_USE
    return DwellingState.RESERVED if unit.reserved_for else DwellingState.FREE


def dwelling_problems(
    dwelling: Dwelling, *, house: Dwelling | None, rooms: Sequence[Dwelling], today: date
) -> list[Problem]:
    """Return what is wrong with a unit; house is its house if it is a room, rooms its own rooms."""
    return []


def key_problems(key: Key, *, today: date) -> list[Problem]:
    """Return what is wrong with a key."""
    return []


def meter_problems(meter: Meter, *, today: date) -> list[Problem]:
    """Return what is wrong with a meter."""
    return []
