"""Which record a cell leads to: by the number another sheet of the workbook has, or by what people call it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.addresses import Address, address_in, street_key
from bolig_desktop.exchange.choices import shown
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.exchange.sheets import LINKS, NAMED, Sheet, spelled


class Waiting(Exception):  # noqa: N818 - says what it is
    """The row leads to another one of the import that is not placed yet."""


class NoSuch(Exception):  # noqa: N818 - says what it is
    """The row leads nowhere; ``problem`` says so."""

    def __init__(self, problem: RowProblem) -> None:
        super().__init__(problem.problem.code)
        self.problem = problem


class Links:
    """Finds what cells lead to, in the case file and among the rows placed so far.

    ours: the numbers in the workbook are the case file's own; in anybody else's they only tie its sheets together.
    """

    def __init__(self, case: CaseFile, sheets: Mapping[str, Sheet], rows: Iterable[Row], *, ours: bool) -> None:
        self._case, self._sheets, self._ours = case, sheets, ours
        self._numbered: dict[tuple[str, int], Row] = {}
        for row in rows:
            if row.number is not None:
                self._numbered.setdefault((row.topic, row.number), row)
        self._topics = {topic for topic, _ in self._numbered}
        self._names: dict[str, dict[str, set[int]]] = {}

    def forget_names(self) -> None:
        """Let names be read anew: rows were placed since."""
        self._names.clear()

    def ids(self, row: Row) -> dict[str, int]:
        """Return what each field of a row leads to. Raises Waiting and NoSuch."""
        found = {}
        for name, parent in row.parents.items():
            if parent.id is None:
                raise Waiting
            found[name] = parent.id
        for name, value in row.values.items():
            if name in LINKS:
                found[name] = self._by_number(row, name, value)
        for name, called in row.names.items():
            if name not in found:
                found[name] = self._by_name(row, name, called)
        return found

    def _by_number(self, row: Row, name: str, number: int) -> int:
        topic = LINKS[name]
        there = self._numbered.get((topic, number))
        if there is not None:
            if there.id is None:
                raise Waiting
            return there.id
        if self._ours or topic not in self._topics:
            store = next(store for store in self._case.stores() if store.table == topic)
            if store.find(number) is not None:
                return number
        raise NoSuch(row.says(name, "no_such_number", number=number, sheet=self._sheets[topic].title))

    def _by_name(self, row: Row, name: str, called: str) -> int:
        topic = LINKS[name]
        if topic not in self._names:
            self._names[topic] = self._read(topic)
        found = self._names[topic].get(spelled(called), set())
        if not found and topic == "dwellings":
            found = self._names[topic].get(_home_key(address_in(called)), set())
        if len(found) == 1:
            return next(iter(found))
        code = "several_named" if found else "no_such_name"
        raise NoSuch(row.says(name, code, written=shown(called), sheet=self._sheets[topic].title))

    def _read(self, topic: str) -> dict[str, set[int]]:
        """Return what every row of a topic is called, in every way it may be written."""
        assert topic in NAMED
        found: dict[str, set[int]] = {}
        for row_id, words in _CALLED[topic](self._case):
            if key := spelled(words):
                found.setdefault(key, set()).add(row_id)
        return found


def _dwellings(case: CaseFile) -> Iterator[tuple[int, str]]:
    houses = {unit.house_id for unit in case.dwellings.list() if unit.house_id}
    alone: dict[str, list[int]] = {}
    for unit in case.dwellings.list():
        row_id = unit.id or 0
        yield row_id, unit.label
        for part in {unit.name, unit.unit_number} - {""}:
            yield row_id, f"{unit.street} {part}"
            yield row_id, f"{street_key(unit.street)} {part}"
        if row_id in houses or not unit.house_id:
            alone.setdefault(spelled(street_key(unit.street)), []).append(row_id)
        yield row_id, f"{unit.label} {unit.postcode} {unit.city}"
    for street, ids in alone.items():
        if len(ids) == 1:
            yield ids[0], street


def _home_key(where: Address) -> str:
    """Return what a home is found by however its street is written."""
    return spelled(f"{street_key(where.street)} {where.name or where.unit_number}")


def _people(case: CaseFile) -> Iterator[tuple[int, str]]:
    for person in case.people.list():
        yield from _written(person.id or 0, person)


def _written(row_id: int, person: Any) -> Iterator[tuple[int, str]]:
    yield row_id, f"{person.given_name} {person.family_name}"
    yield row_id, f"{person.family_name} {person.given_name}"


def _households(case: CaseFile) -> Iterator[tuple[int, str]]:
    people = {person.id: person for person in case.people.list()}
    yield from case.households.labels().items()
    for household in case.households.list():
        yield household.id or 0, household.name
    for membership in case.memberships.list("left_on is null"):
        yield from _written(membership.household_id, people[membership.person_id])


_CALLED: Mapping[str, Callable[[CaseFile], Iterable[tuple[int, str]]]] = {
    "dwellings": _dwellings,
    "people": _people,
    "households": _households,
    "landlords": lambda case: ((one.id or 0, one.name) for one in case.landlords.list()),
}
