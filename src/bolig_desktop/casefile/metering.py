"""What the meters of a home have shown: as kept with the home, in its protocols, and as read at visits.

A reading is written once, where it was taken; what a meter showed last is found here.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.dwellings.records import Meter
from bolig_desktop.visits.records import Reading, Visit
from bolig_desktop.visits.rules import READINGS

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def meters_of(case: CaseFile, dwelling_id: int) -> list[Meter]:
    """Return the meters of a home; a room without any of its own has those of the house."""
    own = case.meters.of_dwelling(dwelling_id)
    home = case.dwellings.find(dwelling_id)
    if own or home is None or home.house_id is None:
        return own
    return case.meters.of_dwelling(home.house_id)


def newest(case: CaseFile, meter: Meter) -> Reading | None:
    """Return what a meter showed last: as it is kept, or read since where it is the only one of its kind."""
    kept = [Reading(meter.read_on, meter.reading)] if meter.reading is not None and meter.read_on else []
    alike = [one for one in case.meters.of_dwelling(meter.dwelling_id) if one.kind is meter.kind]
    taken = _taken(case, _units(case, meter.dwelling_id), str(meter.kind)) if len(alike) == 1 else []
    return max([*kept, *taken], default=None)


def last_readings(case: CaseFile, visit: Visit) -> dict[str, Reading]:
    """Return what each meter of the visited home showed last before a visit, by what it measures.

    Where there are two meters of one kind nobody knows which was read: then nothing is said of it.
    """
    if visit.dwelling_id is None:
        return {}
    day, meters, found = visit.visited_on or case.clock(), meters_of(case, visit.dwelling_id), {}
    for name in READINGS:
        alike = [meter for meter in meters if meter.kind == name]
        if len(alike) > 1:
            continue
        whose = alike[0].dwelling_id if alike else visit.dwelling_id
        read = _taken(case, _units(case, whose), name)
        read += [Reading(one.read_on, one.reading) for one in alike if one.reading is not None and one.read_on]
        if before := [one for one in read if one.read_on < day]:
            found[name] = max(before)
    return found


def _units(case: CaseFile, dwelling_id: int) -> list[int]:
    """Return the home a meter hangs in, and the rooms that have none of their own and so are read with it."""
    rooms = [room.id for room in case.dwellings.rooms_of(dwelling_id) if room.id is not None]
    return [dwelling_id, *(room for room in rooms if not case.meters.of_dwelling(room))]


def _taken(case: CaseFile, units: Iterable[int], name: str) -> list[Reading]:
    """Return what was read at visits and protocols of these homes."""
    ids = list(units)
    found = [*case.visits.readings(ids, name), *case.handovers.readings(ids, name)]
    return [Reading(date.fromisoformat(day), value) for day, value in found]
