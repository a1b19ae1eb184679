"""The lines of the lists, read with one query a table; who is shielded is settled here, for every list at once."""

from datetime import date
from typing import Any

from bolig_desktop.archive.records import PaperLine
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels, left_out
from bolig_desktop.dwellings import rules
from bolig_desktop.dwellings.records import DwellingKind, DwellingLine, DwellingState, Tenure, UnitTerm, label
from bolig_desktop.landlords.records import LandlordKind, LandlordLine
from bolig_desktop.law.months import add_days
from bolig_desktop.people.records import HouseholdKind, HouseholdLine
from bolig_desktop.storage.rows import day_of
from bolig_desktop.tenancies.records import TenancyLine
from bolig_desktop.tenancies.rules import lived_in
from bolig_desktop.text.sentences import sentence

_DWELLINGS = (
    "select id, house_id, street, name, unit_number, city, kind, tenure, rooms, rent_nok, acquired_on,"
    " out_of_use_from, out_of_use_to, out_of_use_reason, reserved_for, given_up_on from dwellings order by id"
)
_LEASES = """
select landlord_id, count(*), min(case when ends_on >= ? then ends_on end) from head_leases
where ends_on is null or ends_on >= ? group by landlord_id
"""


class Naming:
    """What lines about anything are called, read once for many of them.

    A shielded household is called by its number alone, and no dwelling or person is named beside it (AG-3, AG-4).
    """

    def __init__(self, case: CaseFile) -> None:
        self._households, self._dwellings = case.households.labels(), case.dwellings.labels()
        self._shielded = case.households.shielded_ids()
        people = case.touched.kept("people named", ("people", "memberships"), lambda: _people(case))
        self._people, self._hidden = people
        self._homes = case.touched.kept("homes", ("tenancies",), lambda: _homes(case))

    def of(self, household_id: int = 0, dwelling_id: int = 0, tenancy_id: int = 0) -> tuple[str, ...]:
        """Return what a line about these is called: the dwelling and the household, whichever are known."""
        dwelling, household = self._homes.get(tenancy_id, (0, 0))
        concerned = [each for each in (household_id, household) if each]
        hidden = next((each for each in concerned if each in self._shielded), None)
        if hidden is not None:
            return (self._households[hidden],)
        at, whom = self._dwellings.get(dwelling_id or dwelling, ""), concerned[:1]
        return tuple(part for part in (at, *(self._households.get(each, "") for each in whom)) if part)

    def person(self, person_id: int) -> str:
        """Return a person's name; "" for who is or was in a shielded household."""
        return "" if person_id in self._hidden else self._people.get(person_id, "")

    def is_shielded(self, household_id: int = 0, tenancy_id: int = 0) -> bool:
        """Say whether the household, or that of the lease, is shielded."""
        return bool({household_id, self._homes.get(tenancy_id, (0, 0))[1]} & self._shielded)


def hidden_homes(case: CaseFile) -> frozenset[int]:
    """Return the homes somebody shielded has a lease of and has not moved out of; never the house of a room."""
    shielded = case.households.shielded_ids()
    return frozenset(
        lease.dwelling_id
        for household_id in shielded
        for lease in case.tenancies.of_household(household_id)
        if lease.moved_out_on is None
    )


def tenancy_lines(case: CaseFile) -> list[TenancyLine]:
    """Return the list of tenancies; for somebody with code 6 it does not say of which dwelling (law.md AG-3)."""
    strict = case.households.strict_ids()
    lines = case.tenancies.lines(case.clock(), dwelling_labels(case), case.households.labels())
    return (
        [line._replace(dwelling="") if line.household_id in strict else line for line in lines] if strict else lines
    )


def paper_lines(case: CaseFile) -> list[PaperLine]:
    """Return the list of papers, newest first; whoever has been shielded since one was printed is not named."""
    labels, shielded = case.households.labels(), case.households.shielded_ids()
    return [
        line._replace(recipient=labels[line.household_id]) if line.household_id in shielded else line
        for line in case.papers.lines()
    ]


def landlord_lines(case: CaseFile) -> list[LandlordLine]:
    """Return the list of landlords with how many units each has (a house once) and when the next lease ends."""
    today = case.clock().isoformat()
    units = _units_of_landlords(case)
    leases = {row[0]: row[1:] for row in case.db.execute(_LEASES, [today, today]).fetchall()}
    found = []
    landlords = case.db.execute("select id, name, kind, city from landlords order by id").fetchall()
    for row_id, name, kind, city in landlords:
        running, next_end = leases.get(row_id, (0, None))
        found.append(
            LandlordLine(
                id=row_id,
                name=name,
                kind=LandlordKind(kind),
                city=city,
                dwellings=len(units.get(row_id, ())),
                running_leases=running,
                next_end=day_of(next_end),
            )
        )
    return found


def dwelling_lines(case: CaseFile, language: str = "nb") -> list[DwellingLine]:
    """Return the list of dwellings with state, since when a free unit is free, and who lives there.

    A room of a house that is let on one lease is let with it. Nobody with code 6 is said to live anywhere, and no
    text that names somebody shielded is shown (law.md AG-3).
    ``language`` is that of the reason a unit with a lease ahead is reserved for ("avtale fra 01.12.2026").
    """
    today, labels = case.clock(), case.households.labels()
    strict, hidden = case.households.strict_ids(), left_out(case, "dwellings")
    living, last_out, ahead = _residents(case)
    let_houses = _let_houses(case, set(living))
    found = []
    for row in case.db.execute(_DWELLINGS).fetchall():
        is_let = row[0] in living or row[1] in living or row[0] in let_houses
        now = rules.state(_unit(row), is_let=is_let, is_promised=row[0] in ahead, today=today)
        promised = row[0] in ahead and now is DwellingState.RESERVED
        household_id = living.get(row[0])
        household_id = None if household_id in strict else household_id
        fields = hidden.get(("dwellings", row[0]), ())
        reason = "" if "out_of_use_reason" in fields else row[13]
        found.append(
            DwellingLine(
                id=row[0],
                house_id=row[1],
                label=label(row[2], "" if "name" in fields else row[3], row[4]),
                city=row[5],
                kind=DwellingKind(row[6]),
                tenure=Tenure(row[7]),
                rooms=row[8],
                rent_nok=row[9],
                state=now,
                free_since=_free_since(row, last_out.get(row[0])) if now is DwellingState.FREE else None,
                reason=sentence("part.lease_from", language, start=ahead[row[0]]) if promised else reason,
                resident="" if household_id is None else labels[household_id],
                household_id=household_id,
            )
        )
    return found


def dwelling_states(case: CaseFile) -> dict[int, DwellingState]:
    """Return every unit's state today."""
    return {line.id: line.state for line in dwelling_lines(case)}


def household_lines(case: CaseFile) -> list[HouseholdLine]:
    """Return the list of households; a shielded one without name, language, date or dwelling."""
    labels, shielded, dwellings = case.households.labels(), case.households.shielded_ids(), dwelling_labels(case)
    homes = {household: dwelling for dwelling, household in _residents(case)[0].items()}
    members = case.touched.kept("members", ("memberships", "people"), lambda: _members(case))
    found = []
    for row_id, kind, closed_on in case.db.execute(
        "select id, kind, closed_on from households order by id"
    ).fetchall():
        hidden = row_id in shielded
        present = members.get(row_id, _NOBODY)
        home = None if hidden else homes.get(row_id)
        found.append(
            HouseholdLine(
                id=row_id,
                label=labels[row_id],
                kind=HouseholdKind(kind),
                members=present.count,
                language="" if hidden else present.language,
                interpreter=present.interpreter and not hidden,
                settled_on=None if hidden else day_of(present.settled_on),
                closed_on=day_of(closed_on),
                shielded=hidden,
                dwelling="" if home is None else dwellings[home],
                dwelling_id=home,
            )
        )
    return found


def _units_of_landlords(case: CaseFile) -> dict[int, set[int]]:
    """Return the units each landlord owns or has let to us; a house counts once, its rooms not beside it."""
    units: dict[int, set[int]] = {}
    for landlord_id, dwelling_id in case.db.execute("select landlord_id, dwelling_id from head_leases").fetchall():
        units.setdefault(landlord_id, set()).add(dwelling_id)
    owned = "select landlord_id, id, house_id from dwellings where landlord_id is not null order by id"
    for landlord_id, dwelling_id, house_id in case.db.execute(owned).fetchall():
        if house_id not in units.setdefault(landlord_id, set()):
            units[landlord_id].add(dwelling_id)
    return units


def _people(case: CaseFile) -> tuple[dict[int, str], frozenset[int]]:
    """Return everybody's name, and who may not be named: all who are or were in a household with a graded address."""
    rows = case.db.execute("select id, given_name, family_name from people").fetchall()
    names = {row[0]: " ".join(part for part in row[1:] if part) for row in rows}
    shielded = case.households.shielded_ids()
    rows = case.db.execute("select household_id, person_id from memberships").fetchall()
    return names, case.people.shielded_ids() | {person for household, person in rows if household in shielded}


def _homes(case: CaseFile) -> dict[int, tuple[int, int]]:
    """Return the dwelling and the household of every lease."""
    return {row_id: (dwelling, household) for row_id, dwelling, household, _ in case.tenancies.terms()}


class _Present:
    """What a household's line says of the people in it now; settled_on is the first of theirs, as ISO text."""

    __slots__ = ("count", "interpreter", "language", "settled_on")

    def __init__(self) -> None:
        self.count, self.language, self.interpreter = 0, "", False
        self.settled_on: str | None = None


_NOBODY = _Present()


def _members(case: CaseFile) -> dict[int, _Present]:
    """Return who is in each household now; joined here, which is four times quicker than in the file."""
    known = "select id, language, interpreter, settled_on from people"
    people = {row[0]: row[1:] for row in case.db.execute(known).fetchall()}
    found: dict[int, _Present] = {}
    now = "select household_id, person_id, role from memberships where left_on is null"
    for household_id, person_id, role in case.db.execute(now).fetchall():
        language, interpreter, settled_on = people[person_id]
        present = found.get(household_id)
        if present is None:
            present = found[household_id] = _Present()
        present.count += 1
        present.interpreter = present.interpreter or bool(interpreter)
        if role == "main":
            present.language = language
        if settled_on and (present.settled_on is None or settled_on < present.settled_on):
            present.settled_on = settled_on
    return found


def _residents(case: CaseFile) -> tuple[dict[int, int], dict[int, date], dict[int, date]]:
    """Return who lives in each unit now, when the last who left did, and when the next lease ahead begins."""
    today = case.clock()
    return case.touched.kept("residents", ("tenancies",), lambda: _residents_on(case, today), also=today)


def _residents_on(case: CaseFile, today: date) -> tuple[dict[int, int], dict[int, date], dict[int, date]]:
    living: dict[int, int] = {}
    last_out: dict[int, date] = {}
    ahead: dict[int, date] = {}
    for _, dwelling_id, household_id, dates in case.tenancies.terms():
        if lived_in(dates, today):
            living[dwelling_id] = household_id
        elif dates.moved_out_on is not None and dates.moved_out_on <= today:
            last_out[dwelling_id] = max(dates.moved_out_on, last_out.get(dwelling_id, dates.moved_out_on))
        else:
            ahead[dwelling_id] = min(dates.starts_on, ahead.get(dwelling_id, dates.starts_on))
    return living, last_out, ahead


def _let_houses(case: CaseFile, units: set[int]) -> set[int]:
    """Return the shared houses that have at least one room let; the rooms are units of their own."""
    rows = case.db.execute("select id, house_id from dwellings where house_id is not null").fetchall()
    return {house_id for row_id, house_id in rows if row_id in units}


def _free_since(row: tuple[Any, ...], last_out: date | None) -> date | None:
    ready = day_of(row[12])
    candidates = [
        day_of(row[10]),
        last_out and add_days(last_out, 1),
        ready and add_days(ready, 1),
    ]
    return max((day for day in candidates if day), default=None)


def _unit(row: tuple[Any, ...]) -> UnitTerm:
    return UnitTerm(
        out_of_use_from=day_of(row[11]),
        out_of_use_to=day_of(row[12]),
        reserved_for=row[14],
        given_up_on=day_of(row[15]),
    )
