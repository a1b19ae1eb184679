"""Rows of a list people keep of several topics in one, parted into rows of the topics that lead to each other.

A row is a household with its people, a home and a lease; it may lack any of them. The same address in many rows is
one home, or rooms of one shared house where rows name a room; the same person in many rows is one person. Nothing is
guessed that a wrong guess would make wrong: what may be read in two ways is said or asked.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bolig_desktop.dwellings.records import DwellingKind, Tenure
from bolig_desktop.exchange.addresses import Address, address_in, street_key, unit_in
from bolig_desktop.exchange.list_people import (
    Named,
    People,
    Unclear,
    ask_name_alone,
    ask_sum,
    ask_together,
    count_note,
    merge,
    named,
    of_topic,
    sum_of_column,
)
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.person_names import is_nobody, writes_last_first
from bolig_desktop.exchange.questions import Answers
from bolig_desktop.exchange.rows import Each, Row, RowProblem, Sized
from bolig_desktop.law.clocks import GROWN_UP
from bolig_desktop.law.months import age_on
from bolig_desktop.people.records import HouseholdKind, MemberRole
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.text.names import fold

_ROOMS = re.compile(r"\s*[,;/&\n]\s*|\s+(?:og|and)\s+")
_OF_A_HOUSE = (DwellingKind.SHARED_HOUSE, DwellingKind.ROOM)
_KIND_OF = {
    Tenure.MUNICIPAL: TenancyKind.MUNICIPAL,
    Tenure.HIRED_IN: TenancyKind.SUBLET,
    Tenure.ASSIGNED: TenancyKind.PRIVATE,
    Tenure.BROKERED: TenancyKind.PRIVATE,
    Tenure.RESIDENT_OWNED: TenancyKind.OWNED,
}
"""What kind of lease a home of each tenure is let by."""
_UNTOLD: Mapping[str, Any] = dict.fromkeys(("told_not_terminable", "eviction_unpaid", "eviction_expiry"), False)
"""What no list says of a lease and a notice to move may rest on: taken as not agreed until she has read the lease."""
_LEADS = {
    "dwelling_id": "dwellings.street",
    "house_id": "dwellings.street",
    "landlord_id": "landlords.name",
    "household_id": "people.full_name",
    "person_id": "people.full_name",
    "role": "people.full_name",
}
"""Under which heading of a list stands what a field of its parts leads to."""


class Parting:
    """Parts the rows of one list."""

    def __init__(self, mapped: Mapped, answers: Answers, found: list[RowProblem]) -> None:
        self._assumed, self._answers, self._found = mapped.assumed, answers, found
        self._people = People(answers)
        self._landlords: dict[str, Row] = {}
        self._homes: dict[tuple[str, ...], Row] = {}
        self._units: list[Row] = []
        self._households: dict[object, Row] = {}
        self._memberships: set[tuple[int, int]] = set()
        self._leases: list[Row] = []
        self._rows: list[Row] = []
        self._last_first = False

    def rows(self, lines: Sequence[Row]) -> list[Row]:
        """Return the parts of every row; what is unclear is added to what was found wrong."""
        self._last_first = writes_last_first(
            line.values["people.full_name"] for line in lines if "people.full_name" in line.values
        )
        for line in lines:
            try:
                self._part(line)
            except Unclear as unclear:
                self._found.append(unclear.problem)
        self._finish()
        return self._rows

    def _part(self, line: Row) -> None:
        ask_sum(line)
        found = named(line, last_first=self._last_first)
        rooms = self._rooms(line, len(found.people))
        if len(rooms) > 1:
            for at, (room, person) in enumerate(zip(rooms, found.people, strict=True)):
                self._household_in_home(line, Named(people=[person]), room, at, len(rooms))
            return
        ask_name_alone(line, found, self._answers)
        ask_together(line, found, self._answers)
        self._household_in_home(line, found, rooms[0] if rooms else "", 0, 1)

    def _rooms(self, line: Row, people: int) -> list[str]:
        """Return the rooms a row names: one for each of its people, or one, or none."""
        text = str(line.values.get("dwellings.name", "")).strip()
        parts = [part for part in _ROOMS.split(text) if part.strip()]
        if len(parts) < 2:
            return parts
        if len(parts) != people:
            raise Unclear(line.says("dwellings.name", "not_one_each", count=len(parts), people=people))
        begun = re.match(r"\D*", parts[0])
        return [part if not part.isdigit() else f"{begun[0] if begun else ''}{part}" for part in parts]

    def _household_in_home(self, line: Row, who: Named, room: str, at: int, of: int) -> None:
        note = {"note": line.values["tenancies.note"]} if "tenancies.note" in line.values else {}
        lease = {name: value for name, value in of_topic(line, "tenancies").items() if name != "note"}
        rent = lease.pop("rent_nok", None)
        if isinstance(rent, Each) or (of > 1 and rent is not None):
            if not isinstance(rent, Each) or len(rent) != of:
                count = len(rent) if isinstance(rent, Each) else 1
                raise Unclear(line.says("tenancies.rent_nok", "not_one_each", count=count, people=of))
            rent = rent[at]
        home = self._home(line, room)
        if not who.is_anybody:
            self._empty_home(line, home, lease, rent, note)
            return
        has_lease = home is not None or bool(lease) or rent is not None
        household = self._household(line, who, at, {} if has_lease else note)
        if has_lease:
            if rent is not None:
                lease["rent_nok"] = rent
            self._lease(line, household, home, lease | note)

    # people

    def _household(self, line: Row, who: Named, at: int, note: Mapping[str, Any]) -> Row:
        people = []
        for number, person in enumerate(who.people, start=at):
            row = self._new(line, "people")
            row.at = number
            heading = line.headings.get("people.full_name")
            if number > at and "second.full_name" in line.values:
                row.headings |= {
                    name: line.headings[f"second.{name}"] for name in person if f"second.{name}" in line.headings
                }
                heading = line.headings["second.full_name"]
            if heading is not None:
                row.headings = {"given_name": heading, "family_name": heading} | row.headings
            kept = self._people.row(person, row)
            if kept is row:
                self._rows.append(row)
            people.append(kept)
        household = self._one_household(line, who, people, note)
        for number, member in enumerate(people):
            self._member(line, household, member, number, len(people))
        return household

    def _one_household(self, line: Row, who: Named, people: list[Row], note: Mapping[str, Any]) -> Row:
        stated = of_topic(line, "households")
        count = stated.pop("count", None)
        if who.family:
            stated.setdefault("name", who.family)
        notes = [*note.values(), *count_note(count, len(people))]
        key = id(people[0]) if people else ("name", fold(stated["name"]))
        row = self._households.get(key)
        if row is None:
            row = self._households[key] = self._new(line, "households")
            row.through = people[0] if people else None
            row.values.update(stated)
            if notes:
                row.values["note"] = "\n".join(notes)
            self._rows.append(row)
        else:
            merge(row, stated, self._new(line, "households"))
        if "kind" not in stated:
            row.assumed |= {"kind"}
            row.values.setdefault("kind", _household_kind(line, count, people))
        if count is not None:
            row.assumed |= {"note"}
        return row

    def _member(self, line: Row, household: Row, person: Row, number: int, of: int) -> None:
        key = (id(household), id(person))
        if key in self._memberships:
            return
        self._memberships.add(key)
        row = self._new(line, "memberships")
        row.values["role"] = _role(line, person, number, of)
        row.assumed = frozenset({"role"})
        row.parents = {"household_id": household, "person_id": person}
        self._rows.append(row)

    # homes

    def _home(self, line: Row, room: str) -> Row | None:
        stated = of_topic(line, "dwellings")
        stated.pop("name", None)
        if isinstance(sized := stated.get("kind"), Sized):
            stated = {"rooms": sized.rooms} | stated | {"kind": sized.kind}
        where = address_in(stated.pop("street", ""))
        unit = self._unit(line, room, str(stated.pop("unit_number", "")), where)
        for name in ("postcode", "city"):
            if value := getattr(where, name):
                stated.setdefault(name, value)
        if not where.street and not stated and not unit.name and not unit.unit_number:
            return None
        landlord = self._landlord(line, stated)
        if unit.is_room and stated.get("kind", DwellingKind.ROOM) in _OF_A_HOUSE:
            shared: dict[str, Any] = {
                name: stated[name] for name in ("postcode", "city", "tenure", "district") if name in stated
            }
            house = self._unit_row(line, Address(where.street), shared, landlord)
            if house.values.setdefault("kind", DwellingKind.SHARED_HOUSE) is not DwellingKind.SHARED_HOUSE:
                raise Unclear(line.says("dwellings.name", "room_of_no_house", first=house.line))
            stated["kind"] = DwellingKind.ROOM
            row = self._unit_row(line, Address(where.street, unit.name), stated, landlord)
            row.parents["house_id"] = house
            return row
        return self._unit_row(line, Address(where.street, unit.name, unit.unit_number), stated, landlord)

    def _unit(self, line: Row, room: str, unit: str, where: Address) -> Address:
        """Return the room, the unit or the name that tells a home from others of its address."""
        hybel = fold(line.headings.get("dwellings.name", "")).startswith("hybel")
        if room:
            named_room = unit_in(room)
            name = named_room.name or (f"{'hybel' if hybel else 'rom'} {room}" if len(room) < 4 else room)
            return Address("", name, is_room=not named_room.name or named_room.is_room)
        if unit:
            found = unit_in(unit)
            return found if found.name or found.unit_number else Address("", unit)
        return Address("", where.name, where.unit_number, is_room=where.is_room)

    def _unit_row(self, line: Row, where: Address, stated: Mapping[str, Any], landlord: Row | None) -> Row:
        key = (street_key(where.street), fold(where.name), fold(where.unit_number))
        here = {"street": where.street, "name": where.name, "unit_number": where.unit_number}
        row = self._homes.get(key)
        if row is None or not where.street:
            row = self._homes[key] = self._new(line, "dwellings")
            self._units.append(row)
            row.values.update({name: value for name, value in here.items() if value})
            row.values.update(stated)
            self._rows.append(row)
        else:
            merge(row, stated, self._new(line, "dwellings"))
        if landlord is not None:
            if row.parents.get("landlord_id", landlord) is not landlord:
                raise Unclear(line.says("landlords.name", "two_answers", first=row.line))
            row.parents["landlord_id"] = landlord
        return row

    def _landlord(self, line: Row, stated: dict[str, Any]) -> Row | None:
        name = str(line.values.get("landlords.name", ""))
        if is_nobody(name):
            return None
        if fold(name).startswith("kommun") or fold(name).endswith("kommune"):
            stated.setdefault("tenure", Tenure.MUNICIPAL)
            return None
        key = fold(name)
        if key not in self._landlords:
            row = self._landlords[key] = self._new(line, "landlords")
            row.values["name"] = name
            self._rows.append(row)
        return self._landlords[key]

    def _empty_home(
        self, line: Row, home: Row | None, lease: dict[str, Any], rent: Any, note: dict[str, Any]
    ) -> None:
        if lease:
            raise Unclear(line.says(f"tenancies.{next(iter(lease))}", "lease_of_nobody"))
        if home is None:
            raise Unclear(line.says("", "nobody_nowhere", sum_of_column(line)))
        merge(home, note | ({"rent_nok": rent} if rent is not None else {}), self._new(line, "dwellings"))

    # leases

    def _lease(self, line: Row, household: Row, home: Row | None, lease: dict[str, Any]) -> None:
        row = self._new(line, "tenancies")
        row.shares = False
        if (signed := lease.pop("signed_on", None)) is not None:
            lease |= {"signed_tenant_on": signed, "signed_landlord_on": signed}
        if "starts_on" not in lease and "handover_on" in lease:
            lease["starts_on"] = lease["handover_on"]
            row.headings["starts_on"] = line.headings["tenancies.handover_on"]
        row.values.update({**_UNTOLD, **lease})
        row.assumed |= _UNTOLD.keys()
        row.parents["household_id"] = household
        if home is not None:
            row.parents["dwelling_id"] = home
        self._rows.append(row)
        self._leases.append(row)

    def _finish(self) -> None:
        """Fill in what the list does not say: what homes are and are let for, and what kind of lease it is."""
        for home in self._units:
            assumed = {"kind": self._assumed.kind, "tenure": self._tenure(home)}
            home.assumed |= assumed.keys() - home.values.keys()
            home.values = assumed | home.values
        for lease in sorted(self._leases, key=lambda row: str(row.values.get("starts_on", ""))):
            home_of = lease.parents.get("dwelling_id")
            if home_of is None:
                continue
            if "kind" not in lease.values:
                lease.assumed |= {"kind"}
                lease.values["kind"] = self._lease_kind(home_of)
            if "rent_nok" in lease.values and ("rent_nok" not in home_of.values or "rent_nok" in home_of.assumed):
                home_of.values["rent_nok"] = lease.values["rent_nok"]
                home_of.assumed |= {"rent_nok"}

    def _tenure(self, home: Row) -> Tenure:
        house = home.parents.get("house_id", home)
        stated = house.values.get("tenure", home.values.get("tenure"))
        if isinstance(stated, Tenure):
            return stated
        return self._assumed.with_landlord if "landlord_id" in house.parents else self._assumed.tenure

    def _lease_kind(self, home: Row) -> TenancyKind:
        kind = _KIND_OF[home.values["tenure"]]
        is_ours = kind in (TenancyKind.MUNICIPAL, TenancyKind.SUBLET)
        return TenancyKind.ROOM if is_ours and home.values["kind"] is DwellingKind.ROOM else kind

    def _new(self, line: Row, topic: str) -> Row:
        """Return a part of a row that says nothing yet; its fields stand where the row has them."""
        begins = f"{topic}."
        headings = {key.removeprefix(begins): words for key, words in line.headings.items() if key.startswith(begins)}
        leads = {name: line.headings.get(key) or _first(line.headings, "people.") for name, key in _LEADS.items()}
        return Row(topic=topic, sheet=line.sheet, line=line.line, headings=leads | headings, shares=True)


def _first(headings: Mapping[str, str], begins: str) -> str:
    return next((words for key, words in headings.items() if key.startswith(begins)), "")


def _household_kind(line: Row, count: int | None, people: Sequence[Row]) -> HouseholdKind:
    """Return what sort of household it is, as far as its people and their number tell."""
    living = max(count or 0, len(people))
    if living < 2:
        return HouseholdKind.SINGLE
    roles = [_role(line, person, number, len(people)) for number, person in enumerate(people)]
    if living == len(people) and roles.count(MemberRole.CHILD) == living - 1:
        return HouseholdKind.SINGLE_PARENT
    return HouseholdKind.COUPLE if living == len(people) == 2 else HouseholdKind.FAMILY


def _role(line: Row, person: Row, number: int, of: int) -> MemberRole:
    """Return somebody's place: the first is the main person, one other the partner, who is not grown up a child."""
    if number == 0:
        return MemberRole.MAIN
    born, starts = person.values.get("born_on"), line.values.get("tenancies.starts_on")
    if born is not None and starts is not None and starts >= born and age_on(born, starts) < GROWN_UP:
        return MemberRole.CHILD
    return MemberRole.PARTNER if of == 2 or "second.full_name" in line.values else MemberRole.OTHER
