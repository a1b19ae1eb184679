"""The dwellings the municipality disposes of on the counting day, and how long they stood empty."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.law.months import add_months
from bolig_desktop.law.terms import is_short
from bolig_desktop.tenancies.rules import lived_in
from bolig_desktop.tenancies.rules.around import DISPOSED
from bolig_desktop.yearly.figures import SIZES, Counted, Row, Unsure, counted, gaps, share, size_of
from bolig_desktop.yearly.known import Known, Year
from bolig_desktop.yearly.parts import Unit

_NO_END = date.max


def figures(known: Known, year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield the figures of the stock (KOSTRA form 13, point 2)."""
    units = units_on(known, year.counting_day)
    unsure = gaps("no_acquired_date", "dwellings", (one.id for one in units if one.acquired_on is None))
    whole = counted("dwellings", _ids(units), *unsure)
    of = {
        "dwellings_owned": Tenure.MUNICIPAL,
        "dwellings_hired_in": Tenure.HIRED_IN,
        "dwellings_assigned": Tenure.ASSIGNED,
    }
    parts = {
        name: counted("dwellings", _ids(one for one in units if one.tenure is tenure), *unsure)
        for name, tenure in of.items()
    }
    yield "dwellings", whole
    yield from parts.items()
    yield "KOSEidavsamlet0000", share(parts["dwellings_owned"], whole)
    yield "KOSboligpkommuna0000", share(parts["dwellings_assigned"], whole)
    for kind in DwellingKind:
        yield f"kind_{kind}", counted("dwellings", _ids(one for one in units if one.kind is kind), *unsure)
    sized = [(one, bedrooms_of(one)) for one in units]
    no_size = gaps("no_bedrooms", "dwellings", (one.id for one, bedrooms in sized if bedrooms is None))
    for size in SIZES:
        of_size = [one for one, bedrooms in sized if bedrooms is not None and size_of(bedrooms) == size]
        yield f"bedrooms_{size}", counted("dwellings", _ids(of_size), *unsure, *no_size)
    not_said = gaps("no_wheelchair", "dwellings", (one.id for one in units if one.wheelchair is None))
    accessible = counted("dwellings", _ids(one for one in units if one.wheelchair), *unsure, *not_said)
    yield "dwellings_accessible", accessible
    yield "KOSAndeltilgjeng0000", share(accessible, whole)
    yield "KOSboligSper10000000", _per_thousand(known, whole, year)
    let = [one for one in known.ours if lived_in(one, year.counting_day)]
    yield "let", counted("tenancies", (one.id for one in let))
    yield "let_short", counted("tenancies", (one.id for one in let if is_short(one.starts_on, one.ends_on)))
    yield from _idle(known, units, year)
    shared = [one for one in units if one.kind is DwellingKind.SHARED_HOUSE or one.house_id is not None]
    yield "shared_places", counted("dwellings", _ids(shared), *unsure)
    yield "shared_residents", _shared_residents(known, year)


def _per_thousand(known: Known, whole: Counted, year: Year) -> Counted:
    kept = known.case.settlement_quotas.of_year(year.number)
    people = kept.inhabitants if kept else None
    if not people or whole.value is None:
        return Counted(rows=whole.rows, unsure=[*whole.unsure, Unsure("unsure.no_inhabitants", {})])
    return Counted(value=round(1000 * whole.value / people, 1), rows=whole.rows, unsure=list(whole.unsure))


def units_on(known: Known, day: date) -> list[Unit]:
    """Return what counts as one dwelling each on a day (KOSTRA rule 1).

    Where the rooms of a house have leases of their own, each room is one; where one lease covers the house, the house
    is one. Nobody is asked which: the leases of that day say so, and where there is none, the rooms.
    """
    found = []
    for unit in known.dwellings.values():
        if unit.house_id is None and _is_disposed(unit, day):
            rooms = [one for one in known.rooms.get(unit.id, ()) if _is_kept(one, day)]
            found += rooms if rooms and not _is_let(known, unit, day) else [unit]
    return sorted(found, key=lambda one: one.id)


def bedrooms_of(unit: Unit) -> int | None:
    """Return how many bedrooms a unit has, None where it is not said; a room in a house is one."""
    return 1 if unit.house_id is not None else unit.bedrooms


def is_free(known: Known, unit: Unit, day: date) -> bool:
    """Say whether nobody lives in a unit on a day, nor in the house it is a room of, and it can be let."""
    out = unit.out_of_use_from is not None and unit.out_of_use_from <= day <= (unit.out_of_use_to or day)
    lived = known.of_dwelling.get(unit.id, []) + known.of_dwelling.get(unit.house_id or 0, [])
    return not out and not any(lived_in(one, day) for one in lived)


def _is_disposed(unit: Unit, day: date) -> bool:
    return unit.tenure in DISPOSED and _is_kept(unit, day)


def _is_kept(unit: Unit, day: date) -> bool:
    """Say whether a unit is ours on a day: taken over, and not given up by then."""
    begun = unit.acquired_on is None or unit.acquired_on <= day
    return begun and (unit.given_up_on is None or unit.given_up_on > day)


def _is_let(known: Known, unit: Unit, day: date) -> bool:
    return any(lived_in(one, day) for one in known.of_dwelling.get(unit.id, ()))


def _shared_residents(known: Known, year: Year) -> Counted:
    units, day = known.shared_units, year.counting_day
    living = (one for one in known.ours if one.dwelling_id in units and lived_in(one, day))
    return counted("households", (one.household_id for one in living))


def _idle(known: Known, units: list[Unit], year: Year) -> Iterator[tuple[str, Counted]]:
    """Yield how many days the units of the counting day stood empty, and how large a part of all their days."""
    spans = [_quarter(year.number, one) for one in range(1, 5)]
    quarters = [Counted(value=0) for _ in spans]
    possible, rows = 0, []
    for unit in units:
        first = max(year.first, unit.acquired_on or year.first)
        possible += max((year.counting_day - first).days + 1, 0)
        row = Row("dwellings", unit.id)
        for found, (begin, end) in zip(quarters, spans, strict=True):
            days = _idle_days(known, unit, max(first, begin), min(end, year.counting_day))
            if days:
                found.value = (found.value or 0) + days
                found.rows.append(row)
        if any(found.rows[-1:] == [row] for found in quarters):
            rows.append(row)
    idle = sum(int(found.value or 0) for found in quarters)
    yield "idle_days", Counted(value=idle, rows=rows)
    for number, found in enumerate(quarters, 1):
        yield f"idle_q{number}", found
    yield "idle_share", Counted(value=round(100 * idle / possible, 1) if possible else None, rows=rows)


def _quarter(year: int, number: int) -> tuple[date, date]:
    first = date(year, 3 * number - 2, 1)
    return first, add_months(first, 3) - timedelta(days=1)


def _idle_days(known: Known, unit: Unit, first: date, last: date) -> int:
    """Return how many days of a span nobody lived in a unit that could be let."""
    days = (last - first).days + 1
    return max(days - _lived_days(known, unit, first, last) - _out_of_use(unit, first, last), 0) if days > 0 else 0


def _lived_days(known: Known, unit: Unit, first: date, last: date) -> int:
    """Return how many days of a span somebody lived in a unit, or in the house it is a room of; no day twice."""
    leases = [*known.of_dwelling.get(unit.id, ()), *known.of_dwelling.get(unit.house_id or 0, ())]
    spans = sorted((one.starts_on, one.moved_out_on or _NO_END) for one in leases)
    days, reached = 0, first
    for began, left in spans:
        begin, end = max(began, reached), min(left, last + timedelta(days=1))
        if end > begin:
            days += (end - begin).days
            reached = end
    return days


def _out_of_use(unit: Unit, first: date, last: date) -> int:
    if unit.out_of_use_from is None:
        return 0
    begin, end = max(unit.out_of_use_from, first), min(unit.out_of_use_to or last, last)
    return max((end - begin).days + 1, 0)


def _ids(units: Iterable[Unit]) -> list[int]:
    return [one.id for one in units]
