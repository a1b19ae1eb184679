"""What stands behind a figure, row by row: what each is called, and where in the program it is."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page import place_of_person
from bolig_desktop.ui.words import tr
from bolig_desktop.yearly.figures import Row


class Named(NamedTuple):
    """A row in words: what kind of thing it is, what it is called, and where it is."""

    kind: str
    words: str
    place: Place


def named(case: CaseFile, rows: Iterable[Row]) -> Iterator[Named]:
    """Yield the rows in words. A household, or a home, but never both: whoever is shielded is named by number."""
    labels = {row_id: household_words(words) for row_id, words in case.households.labels().items()}
    for row in rows:
        if row.topic in _WORDS:
            yield _WORDS[row.topic](case, row.id, labels)


Labels = dict[int, str]


def _household(case: CaseFile, row_id: int, labels: Labels) -> Named:
    return Named(tr("Husstand"), labels[row_id], Place(topic="households", id=row_id))


def _person(case: CaseFile, row_id: int, labels: Labels) -> Named:
    person = case.people.get(row_id)
    homes = [one.household_id for one in case.memberships.of_person(row_id)]
    hidden = person.is_shielded or any(map(case.households.is_shielded, homes))
    words = (labels[homes[-1]] if homes else "") if hidden else person.name
    return Named(tr("Person"), words, place_of_person(case, row_id))


def _dwelling(case: CaseFile, row_id: int, labels: Labels) -> Named:
    return Named(tr("Bolig"), dwelling_labels(case)[row_id], Place(topic="dwellings", id=row_id))


def _tenancy(case: CaseFile, row_id: int, labels: Labels) -> Named:
    lease = case.tenancies.get(row_id)
    return Named(tr("Leieforhold"), labels[lease.household_id], Place(topic="tenancies", id=row_id))


def _matter(case: CaseFile, row_id: int, labels: Labels) -> Named:
    whose = case.matters.get(row_id).household_id
    return Named(tr("Søknad"), labels[whose], Place(topic="households", id=whose))


def _decision(case: CaseFile, row_id: int, labels: Labels) -> Named:
    whose = case.decisions.get(row_id).household_id
    return Named(tr("Vedtak"), labels[whose], Place(topic="households", id=whose))


def _visit(case: CaseFile, row_id: int, labels: Labels) -> Named:
    visit = case.visits.get(row_id)
    day = visit.visited_on or visit.planned_on
    words = " · ".join(part for part in (labels[visit.household_id], show_date(day) if day else "") if part)
    return Named(tr("Hjemmebesøk"), words, Place(topic="visits", id=visit.household_id))


def _meeting(case: CaseFile, row_id: int, labels: Labels) -> Named:
    meeting = case.house_meetings.get(row_id)
    words = f"{dwelling_labels(case)[meeting.house_id]} · {show_date(meeting.held_on)}"
    return Named(tr("Beboermøte"), words, Place(topic="shared_housing", id=meeting.house_id, tab="meetings"))


def _defect(case: CaseFile, row_id: int, labels: Labels) -> Named:
    words = dwelling_labels(case)[case.defects.get(row_id).dwelling_id]
    return Named(tr("Avvik"), words, Place(topic="defects", id=row_id))


_WORDS: dict[str, Callable[[CaseFile, int, Labels], Named]] = {
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
