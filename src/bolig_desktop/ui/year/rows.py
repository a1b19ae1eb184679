"""What stands behind a figure, row by row: what each is called, and where in the program it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.exchange.year_rows import Described
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page import place_of_person
from bolig_desktop.ui.words import language, tr
from bolig_desktop.yearly.figures import Counted, Row
from bolig_desktop.yearly.report import said


class Named(NamedTuple):
    """A row in words: what kind of thing it is, what it is called, and where it is."""

    kind: str
    words: str
    place: Place


class Naming:
    """Names rows by a household, or by a home, but never both: whoever is shielded is named by number."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        self._named: dict[Row, Named] = {}

    @cached_property
    def households(self) -> Mapping[int, str]:
        """What every household is called."""
        return {row_id: household_words(words) for row_id, words in self.case.households.labels().items()}

    @cached_property
    def dwellings(self) -> Mapping[int, str]:
        """What every unit is called."""
        return dwelling_labels(self.case)

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
            for row, one in zip(gap.rows, self.named(gap.rows), strict=True):
                yield Described(one.kind, one.words, row.id, said(gap, language()))


def _household(naming: Naming, row_id: int) -> Named:
    return Named(tr("Husstand"), naming.households[row_id], Place(topic="households", id=row_id))


def _person(naming: Naming, row_id: int) -> Named:
    case = naming.case
    person = case.people.get(row_id)
    homes = [one.household_id for one in case.memberships.of_person(row_id)]
    hidden = person.is_shielded or any(map(case.households.is_shielded, homes))
    words = (naming.households[homes[-1]] if homes else "") if hidden else person.name
    return Named(tr("Person"), words, place_of_person(case, row_id))


def _dwelling(naming: Naming, row_id: int) -> Named:
    return Named(tr("Bolig"), naming.dwellings[row_id], Place(topic="dwellings", id=row_id))


def _tenancy(naming: Naming, row_id: int) -> Named:
    lease = naming.case.tenancies.get(row_id)
    return Named(tr("Leieforhold"), naming.households[lease.household_id], Place(topic="tenancies", id=row_id))


def _matter(naming: Naming, row_id: int) -> Named:
    whose = naming.case.matters.get(row_id).household_id
    return Named(tr("Søknad"), naming.households[whose], Place(topic="households", id=whose))


def _decision(naming: Naming, row_id: int) -> Named:
    whose = naming.case.decisions.get(row_id).household_id
    return Named(tr("Vedtak"), naming.households[whose], Place(topic="households", id=whose))


def _visit(naming: Naming, row_id: int) -> Named:
    visit = naming.case.visits.get(row_id)
    day = visit.visited_on or visit.planned_on
    words = " · ".join(
        part for part in (naming.households[visit.household_id], show_date(day) if day else "") if part
    )
    return Named(tr("Hjemmebesøk"), words, Place(topic="visits", id=visit.household_id))


def _meeting(naming: Naming, row_id: int) -> Named:
    meeting = naming.case.house_meetings.get(row_id)
    words = f"{naming.dwellings[meeting.house_id]} · {show_date(meeting.held_on)}"
    return Named(tr("Beboermøte"), words, Place(topic="shared_housing", id=meeting.house_id, tab="meetings"))


def _defect(naming: Naming, row_id: int) -> Named:
    words = naming.dwellings[naming.case.defects.get(row_id).dwelling_id]
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
