"""Who was settled in a year, by quarter and kind of household, and how long they waited."""

from collections.abc import Iterable, Iterator

from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.yearly import quota
from bolig_desktop.yearly.figures import Counted, Row, Unsure, counted, gaps, share
from bolig_desktop.yearly.known import Known, Year, quarter_of
from bolig_desktop.yearly.parts import Somebody

Found = Iterator[tuple[str, Counted]]


def figures(known: Known, year: Year) -> Found:
    """Yield the figures of settlement."""
    came = [one for one in known.people.values() if one.settled_on in year]
    settled = [one for one in came if not known.came_to_family(one)]
    missing = _without_day(known)
    yield "settled", counted("people", _ids(settled), *missing)
    for quarter in range(1, 5):
        yield (
            f"settled_q{quarter}",
            counted("people", _ids(one for one in settled if _quarter(one) == quarter), *missing),
        )
    yield from _shared(known, year, settled, missing)
    homes = _households(known, settled)
    yield "settled_households", counted("households", homes, *missing)
    for kind in HouseholdKind:
        of_kind = [one for one in homes if known.households[one].kind is kind]
        yield f"settled_{kind}", counted("households", of_kind, *missing)
    yield "reunited", counted("people", _ids(one for one in came if known.came_to_family(one)), *missing)
    yield "permit_to_settlement", _waited(settled)
    refugees = [
        one for one in known.people.values() if _here(known, one, year) and known.is_refugee(one, year.number)
    ]
    yield "refugees", counted("people", _ids(refugees), *missing)


def _without_day(known: Known) -> list[Unsure]:
    """Return that open households have nobody with a day of settlement."""
    without = [
        household.id
        for household in known.households.values()
        if household.closed_on is None
        and (members := known.members.get(household.id))
        and all(known.people[one.person_id].settled_on is None for one in members)
    ]
    return gaps("no_settlement_date", "households", without)


def _households(known: Known, people: list[Somebody]) -> list[int]:
    """Return the households of these people on their day of settlement: each once."""
    return sorted({whose for person in people for whose in _homes_of(known, person)})


def _homes_of(known: Known, person: Somebody) -> Iterator[int]:
    """Yield the households somebody was in on their day of settlement."""
    day = person.settled_on
    for one in known.memberships.get(person.id, ()):
        if day is not None and (one.left_on is None or one.left_on > day):
            yield one.household_id


def _shared(known: Known, year: Year, settled: list[Somebody], missing: list[Unsure]) -> Found:
    """Yield who was settled in shared housing and who elsewhere (the report's table 16), by their first home here."""
    shared: list[int] = []
    elsewhere: list[int] = []
    without: list[int | None] = []
    for one in settled:
        first = next((home for whose in _homes_of(known, one) if (home := known.first_home(whose)) is not None), None)
        if first is None:
            without.append(one.id)
        else:
            (shared if first.dwelling_id in known.shared_units else elsewhere).append(one.id)
    unsure = [*missing, *gaps("no_first_home", "people", without)]
    yield "settled_shared", counted("people", shared, *unsure)
    others = counted("people", elsewhere, *unsure)
    yield "settled_elsewhere", others
    yield "quota_without_shared", share(others, quota.decided(known, year))


def _waited(settled: list[Somebody]) -> Counted:
    """Return how many days went from the permit to the settlement, on average of those of whom it is known."""
    waited = {one.id: _days_waited(one) for one in settled}
    days = [number for number in waited.values() if number is not None]
    rows = [Row("people", whose) for whose, number in waited.items() if number is not None]
    value = round(sum(days) / len(days)) if days else None
    without = [whose for whose, number in waited.items() if number is None]
    return Counted(value=value, rows=rows, unsure=gaps("no_permit_date", "people", without))


def _days_waited(one: Somebody) -> int | None:
    if one.settled_on is None or one.permit_on is None or one.permit_on > one.settled_on:
        return None
    return (one.settled_on - one.permit_on).days


def _here(known: Known, person: Somebody, year: Year) -> bool:
    """Say whether somebody is settled, and a member of a household, on the counting day."""
    day = year.counting_day
    if person.settled_on is None or person.settled_on > day:
        return False
    return any(one.left_on is None or one.left_on > day for one in known.memberships.get(person.id, ()))


def _quarter(person: Somebody) -> int:
    return 0 if person.settled_on is None else quarter_of(person.settled_on)


def _ids(people: Iterable[Somebody]) -> list[int]:
    return [one.id for one in people]
