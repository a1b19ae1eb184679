"""What stands behind a figure, row by row: what each is called, and where in the program it is."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple, TypeVar

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.exchange.year_rows import Described
from bolig_desktop.people.records import Grading, full_name
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page import place_among
from bolig_desktop.ui.words import language, tr
from bolig_desktop.yearly.figures import Counted, Row
from bolig_desktop.yearly.report import said


class Named(NamedTuple):
    """A row in words: what kind of thing it is, what it is called, and where it is."""

    kind: str
    words: str
    place: Place


class _Called(NamedTuple):
    id: int
    given_name: str
    family_name: str
    grading: Grading


class _Member(NamedTuple):
    id: int
    household_id: int
    person_id: int
    left_on: date | None


class _Whose(NamedTuple):
    id: int
    household_id: int


class _Visit(NamedTuple):
    id: int
    household_id: int
    planned_on: date | None
    visited_on: date | None


class _Meeting(NamedTuple):
    id: int
    house_id: int
    held_on: date


class _Where(NamedTuple):
    id: int
    dwelling_id: int


class Naming:
    """Names rows by a household, or by a home, but never both: whoever is shielded is named by number.

    A table is read whole with the first row of it; after ``read_ahead`` rows can be named on any thread.
    """

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._named: dict[Row, Named] = {}

    def read_ahead(self) -> None:
        """Read all there is to read now, where the file is open."""
        for name, one in vars(Naming).items():
            if isinstance(one, cached_property):
                getattr(self, name)

    @cached_property
    def households(self) -> Mapping[int, str]:
        """What every household is called."""
        return {row_id: household_words(words) for row_id, words in self._case.households.labels().items()}

    @cached_property
    def shielded(self) -> frozenset[int]:
        """The households that are called by number."""
        return self._case.households.shielded_ids()

    @cached_property
    def dwellings(self) -> Mapping[int, str]:
        """What every unit is called."""
        return dwelling_labels(self._case)

    @cached_property
    def people(self) -> Mapping[int, _Called]:
        """What everybody is called."""
        return _by_id(self._case.people.parts(_Called))

    @cached_property
    def memberships(self) -> Mapping[int, Sequence[_Member]]:
        """The memberships of everybody."""
        found: dict[int, list[_Member]] = defaultdict(list)
        for one in self._case.memberships.parts(_Member):
            found[one.person_id].append(one)
        return dict(found)

    @cached_property
    def tenancies(self) -> Mapping[int, _Whose]:
        """Whose every tenancy is."""
        return _by_id(self._case.tenancies.parts(_Whose))

    @cached_property
    def matters(self) -> Mapping[int, _Whose]:
        """Whose every matter is."""
        return _by_id(self._case.matters.parts(_Whose))

    @cached_property
    def decisions(self) -> Mapping[int, _Whose]:
        """Whose every decision is."""
        return _by_id(self._case.decisions.parts(_Whose))

    @cached_property
    def visits(self) -> Mapping[int, _Visit]:
        """At whose home every visit was, and when."""
        return _by_id(self._case.visits.parts(_Visit))

    @cached_property
    def meetings(self) -> Mapping[int, _Meeting]:
        """In which house every meeting was, and when."""
        return _by_id(self._case.house_meetings.parts(_Meeting))

    @cached_property
    def defects(self) -> Mapping[int, _Where]:
        """Where every defect is."""
        return _by_id(self._case.defects.parts(_Where))

    def named(self, rows: Iterable[Row]) -> Iterator[Named]:
        """Yield the rows in words."""
        for row in rows:
            if row not in self._named:
                self._named[row] = _WORDS[row.topic](self, row.id)
            yield self._named[row]

    def described(self, counted: Counted) -> Iterator[Described]:
        """Yield the rows behind a figure as a workbook has them, and after them those that lack what it needs."""
        for row, one in zip(counted.rows, self.named(counted.rows), strict=True):
            yield Described(one.kind, one.words, row.id)
        for gap in counted.unsure:
            lacks = said(gap, language())
            for row, one in zip(gap.rows, self.named(gap.rows), strict=True):
                yield Described(one.kind, one.words, row.id, lacks)


P = TypeVar("P", _Called, _Whose, _Visit, _Meeting, _Where)


def _by_id(parts: Iterable[P]) -> dict[int, P]:
    return {one.id: one for one in parts}


def _household(naming: Naming, row_id: int) -> Named:
    return Named(tr("Husstand"), naming.households[row_id], Place(topic="households", id=row_id))


def _person(naming: Naming, row_id: int) -> Named:
    person, memberships = naming.people[row_id], naming.memberships.get(row_id, ())
    homes = [one.household_id for one in memberships]
    hidden = person.grading is not Grading.NONE or not naming.shielded.isdisjoint(homes)
    name = full_name(person.given_name, person.family_name)
    words = (naming.households[homes[-1]] if homes else "") if hidden else name
    return Named(tr("Person"), words, place_among(memberships, row_id))


def _dwelling(naming: Naming, row_id: int) -> Named:
    return Named(tr("Bolig"), naming.dwellings[row_id], Place(topic="dwellings", id=row_id))


def _tenancy(naming: Naming, row_id: int) -> Named:
    whose = naming.tenancies[row_id].household_id
    return Named(tr("Leieforhold"), naming.households[whose], Place(topic="tenancies", id=row_id))


def _matter(naming: Naming, row_id: int) -> Named:
    whose = naming.matters[row_id].household_id
    return Named(tr("Søknad"), naming.households[whose], Place(topic="households", id=whose))


def _decision(naming: Naming, row_id: int) -> Named:
    whose = naming.decisions[row_id].household_id
    return Named(tr("Vedtak"), naming.households[whose], Place(topic="households", id=whose))


def _visit(naming: Naming, row_id: int) -> Named:
    visit = naming.visits[row_id]
    day = visit.visited_on or visit.planned_on
    words = " · ".join(
        part for part in (naming.households[visit.household_id], show_date(day) if day else "") if part
    )
    return Named(tr("Hjemmebesøk"), words, Place(topic="visits", id=visit.household_id))


def _meeting(naming: Naming, row_id: int) -> Named:
    meeting = naming.meetings[row_id]
    words = f"{naming.dwellings[meeting.house_id]} · {show_date(meeting.held_on)}"
    return Named(tr("Beboermøte"), words, Place(topic="shared_housing", id=meeting.house_id, tab="meetings"))


def _defect(naming: Naming, row_id: int) -> Named:
    words = naming.dwellings[naming.defects[row_id].dwelling_id]
    return Named(tr("Avvik"), words, Place(topic="defects", id=row_id))


_WORDS: Mapping[str, Callable[[Naming, int], Named]] = {
    "households": _household,
    "people": _person,
    "dwellings": _dwelling,
    "tenancies": _tenancy,
    "matters": _matter,
    "decisions": _decision,
    "visits": _visit,
    "meetings": _meeting,
    "defects": _defect,
}
