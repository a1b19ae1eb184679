"""The line of the search index for each kind of thing, whether it is asked for alone or all are read at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from bolig_desktop.archive.records import PaperLine
from bolig_desktop.career.records import Plan
from bolig_desktop.casefile import indexed_plan
from bolig_desktop.casefile.indexed_days import check, conflict, cost, meeting
from bolig_desktop.casefile.naming import left_out, without_names
from bolig_desktop.dwellings.records import Dwelling, DwellingKind
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.maintenance.records import Complaint, Defect
from bolig_desktop.people.records import Household, Person
from bolig_desktop.storage.store import Store
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.text.dates import show_date
from bolig_desktop.visits.records import Task, Visit

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

R = TypeVar("R", bound=Any)


@dataclass(frozen=True, slots=True)
class Line:
    """What stands in the index: what is shown (title, detail) and the words it is found by."""

    title: str
    detail: str
    words: str


class Around(Protocol):
    """Where a line finds its record and what stands around it."""

    case: CaseFile

    def landlord(self, row_id: int) -> Landlord | None: ...
    def dwelling(self, row_id: int) -> Dwelling | None: ...
    def household(self, row_id: int) -> Household | None: ...
    def person(self, row_id: int) -> Person | None: ...
    def tenancy(self, row_id: int) -> Tenancy | None: ...
    def paper(self, row_id: int) -> PaperLine | None: ...
    def defect(self, row_id: int) -> Defect | None: ...
    def complaint(self, row_id: int) -> Complaint | None: ...
    def plan(self, row_id: int) -> Plan | None: ...
    def on_plan(self, household_id: int) -> list[indexed_plan.Part]: ...
    def visit(self, row_id: int) -> Visit | None: ...
    def task(self, row_id: int) -> Task | None: ...
    def label(self, household_id: int) -> str: ...
    def is_shielded(self, household_id: int) -> bool: ...
    def people_of(self, household_id: int) -> list[Person]: ...
    def households_of(self, person_id: int) -> list[int]: ...
    def tenancies_of(self, household_id: int) -> list[Tenancy]: ...


class Asked:
    """Asks the file for one thing at a time: for a few rows just written."""

    def __init__(self, case: CaseFile) -> None:
        self.case = self._case = case
        self.household, self.person = case.households.find, case.people.find
        self.label, self.is_shielded = case.households.label, case.households.is_shielded
        self.tenancies_of = case.tenancies.of_household

    def landlord(self, row_id: int) -> Landlord | None:
        """Return the landlord, without a text that names somebody shielded."""
        return self._without_names("landlords", self._case.landlords.find(row_id))

    def dwelling(self, row_id: int) -> Dwelling | None:
        """Return the dwelling, without such a text."""
        return self._without_names("dwellings", self._case.dwellings.find(row_id))

    def tenancy(self, row_id: int) -> Tenancy | None:
        """Return the tenancy, without such a text."""
        return self._without_names("tenancies", self._case.tenancies.find(row_id))

    def defect(self, row_id: int) -> Defect | None:
        """Return the defect, without such a text."""
        return self._without_names("defects", self._case.defects.find(row_id))

    def complaint(self, row_id: int) -> Complaint | None:
        """Return the complaint, without such a text."""
        return self._without_names("complaints", self._case.complaints.find(row_id))

    def plan(self, row_id: int) -> Plan | None:
        """Return the plan, without such a text."""
        return self._without_names("plans", self._case.plans.find(row_id))

    def on_plan(self, household_id: int) -> list[indexed_plan.Part]:
        """Return what stands on a household's plan, without such texts."""
        return [
            self._without_names(store.table, part)
            for store in parts_of_plans(self._case)
            for part in store.list("household_id = ?", [household_id])
        ]

    def visit(self, row_id: int) -> Visit | None:
        """Return the visit, without such a text."""
        return self._without_names("visits", self._case.visits.find(row_id))

    def task(self, row_id: int) -> Task | None:
        """Return the task, without such a text."""
        return self._without_names("tasks", self._case.tasks.find(row_id))

    def _without_names(self, table: str, record: R) -> R:
        return record and without_names(self._case, table, record)

    def paper(self, row_id: int) -> PaperLine | None:
        """Return the paper's line."""
        return next(iter(self._case.papers.lines("id = ?", (row_id,))), None)

    def people_of(self, household_id: int) -> list[Person]:
        """Return everybody who is or was in the household."""
        return [self._case.people.get(m.person_id) for m in self._case.memberships.of_household(household_id)]

    def households_of(self, person_id: int) -> list[int]:
        """Return the households somebody is or was in."""
        return [m.household_id for m in self._case.memberships.of_person(person_id)]


class Read:
    """Reads every table once: for the whole index, or very many rows."""

    def __init__(self, case: CaseFile) -> None:
        self.case = case
        landlords = {record.id or 0: record for record in case.landlords.list()}
        dwellings = {record.id or 0: record for record in case.dwellings.list()}
        households = {record.id or 0: record for record in case.households.list()}
        people = {record.id or 0: record for record in case.people.list()}
        tenancies = {record.id or 0: record for record in case.tenancies.list()}
        papers = {record.id: record for record in case.papers.lines()}
        defects = {record.id or 0: record for record in case.defects.list()}
        complaints = {record.id or 0: record for record in case.complaints.list()}
        plans = {record.id or 0: record for record in case.plans.list()}
        visits = {record.id or 0: record for record in case.visits.list()}
        tasks = {record.id or 0: record for record in case.tasks.list()}
        parts = {store.table: {one.id or 0: one for one in store.list()} for store in parts_of_plans(case)}
        by_table: dict[str, dict[int, Any]] = {"landlords": landlords, "dwellings": dwellings, "tenancies": tenancies}
        by_table |= {"defects": defects, "complaints": complaints, "plans": plans, **parts}
        by_table |= {"visits": visits, "tasks": tasks}
        for table, row_id in left_out(case):
            if table in by_table:
                by_table[table][row_id] = without_names(case, table, by_table[table][row_id])
        self.landlord, self.dwelling, self.household = landlords.get, dwellings.get, households.get
        self.person, self.tenancy, self.paper = people.get, tenancies.get, papers.get
        self.defect, self.complaint, self.plan = defects.get, complaints.get, plans.get
        self.visit, self.task = visits.get, tasks.get
        self.ids: dict[str, list[int]] = {
            "landlord": list(landlords),
            "dwelling": list(dwellings),
            "household": list(households),
            "person": list(people),
            "tenancy": list(tenancies),
            "meeting": [one.id or 0 for one in case.house_meetings.list()],
            "conflict": [one.id or 0 for one in case.house_conflicts.list()],
            "paper": list(papers),
            "defect": list(defects),
            "complaint": list(complaints),
            "plan": list(plans),
            "check": [one.id or 0 for one in case.home_checks.list()],
            "cost": [one.id or 0 for one in case.shared_costs.list()],
            "visit": list(visits),
            "task": list(tasks),
        }
        self.label = case.households.labels().__getitem__
        self.is_shielded = case.households.shielded_ids().__contains__
        self._people: dict[int, list[Person]] = defaultdict(list)
        self._households: dict[int, list[int]] = defaultdict(list)
        self._tenancies: dict[int, list[Tenancy]] = defaultdict(list)
        self._on_plan: dict[int, list[indexed_plan.Part]] = defaultdict(list)
        for membership in case.memberships.list():
            self._people[membership.household_id].append(people[membership.person_id])
            self._households[membership.person_id].append(membership.household_id)
        for tenancy in tenancies.values():
            self._tenancies[tenancy.household_id].append(tenancy)
        self.people_of, self.households_of = self._people.__getitem__, self._households.__getitem__
        for part in (one for records in parts.values() for one in records.values()):
            self._on_plan[part.household_id].append(part)
        self.tenancies_of, self.on_plan = self._tenancies.__getitem__, self._on_plan.__getitem__


def parts_of_plans(case: CaseFile) -> tuple[Store[Any], ...]:
    """Return the stores of what stands on plans."""
    return case.plan_steps, case.schemes, case.plan_talks, case.market_tries


def _landlord(around: Around, row_id: int) -> Line | None:
    landlord = around.landlord(row_id)
    if landlord is None:
        return None
    words = f"{landlord.name} {landlord.contact_person} {landlord.org_number} {landlord.phone}"
    return Line(landlord.name, landlord.city, f"{words} {_numbered('landlord', row_id)}")


def _dwelling(around: Around, row_id: int) -> Line | None:
    dwelling = around.dwelling(row_id)
    if dwelling is None:
        return None
    words = f"{dwelling.street} {dwelling.name} {dwelling.unit_number} {dwelling.postcode} {dwelling.city}"
    house = _numbered("house", row_id) if dwelling.kind is DwellingKind.SHARED_HOUSE else ""
    return Line(
        dwelling.label, dwelling.city, f"{words} {dwelling.district} {_numbered('dwelling', row_id)} {house}".strip()
    )


def _household(around: Around, row_id: int) -> Line | None:
    household = around.household(row_id)
    if household is None:
        return None
    label = around.label(row_id)
    if around.is_shielded(row_id):
        return Line(label, "", f"skjermet {_numbered('household', row_id)}")
    names = " ".join(person.name for person in around.people_of(row_id))
    words = f"{label} {names} {household.case_number} {_numbered('household', row_id)}"
    return Line(label, _home_of(around, row_id), words)


def _person(around: Around, row_id: int) -> Line | None:
    person, households = around.person(row_id), around.households_of(row_id)
    if person is None or person.is_shielded or any(map(around.is_shielded, households)):
        return None
    return Line(person.name, ", ".join(map(around.label, households)), f"{person.name} {person.phone}")


def _tenancy(around: Around, row_id: int) -> Line | None:
    tenancy = around.tenancy(row_id)
    if tenancy is None or around.is_shielded(tenancy.household_id):
        return None
    dwelling = around.dwelling(tenancy.dwelling_id)
    title = f"{dwelling.label if dwelling else ''} · {around.label(tenancy.household_id)}"
    return Line(title, tenancy.reference, f"{title} {tenancy.reference} {_numbered('tenancy', row_id)}")


def _paper(around: Around, row_id: int) -> Line | None:
    paper = around.paper(row_id)
    if paper is None:
        return None
    # Whoever has been shielded since it was printed is not named here.
    hidden = paper.household_id is not None and around.is_shielded(paper.household_id)
    recipient = around.label(paper.household_id) if hidden and paper.household_id else paper.recipient
    words = f"{paper.number} {paper.title} {recipient} {paper.filed_as}"
    return Line(f"{paper.number} {paper.title}", recipient, words)


def _defect(around: Around, row_id: int) -> Line | None:
    defect = around.defect(row_id)
    dwelling = around.dwelling(defect.dwelling_id) if defect else None
    if defect is None or dwelling is None:
        return None
    title, where = indexed_plan.first_line(defect.what), " ".join((dwelling.label, defect.room))
    return Line(title or dwelling.label, dwelling.label, f"{defect.what} {where} {_numbered('defect', row_id)}")


def _complaint(around: Around, row_id: int) -> Line | None:
    """Whoever complains is not found, nor whom it is about."""
    complaint = around.complaint(row_id)
    dwelling = around.dwelling(complaint.dwelling_id) if complaint else None
    if complaint is None or dwelling is None:
        return None
    title = indexed_plan.first_line(complaint.what)
    return Line(
        title or dwelling.label, dwelling.label, f"{complaint.what} {dwelling.label} {_numbered('complaint', row_id)}"
    )


def _plan(around: Around, row_id: int) -> Line | None:
    plan = around.plan(row_id)
    if plan is None or around.is_shielded(plan.household_id):
        return None
    label = around.label(plan.household_id)
    return _line_of(indexed_plan.plan(plan, label, around.on_plan(plan.household_id)))


def _visit(around: Around, row_id: int) -> Line | None:
    """Found by what was agreed, its purpose, the household's own topics and the home; not by what is about people."""
    visit = around.visit(row_id)
    if visit is None or around.is_shielded(visit.household_id):
        return None
    texts = [visit.purpose, visit.about_home, visit.agreed, *map(str, visit.own)]
    day = visit.visited_on or visit.planned_on
    if day is None or not any(texts):
        return None
    label = around.label(visit.household_id)
    return Line(f"Hjemmebesøk {show_date(day)}", label, f"hjemmebesøk heimebesøk {label} {' '.join(texts)}")


def _task(around: Around, row_id: int) -> Line | None:
    task = around.task(row_id)
    if task is None or around.is_shielded(task.household_id):
        return None
    label, title = around.label(task.household_id), indexed_plan.first_line(task.what)
    return Line(title or label, label, f"oppgave {task.what} {task.who} {label}")


_CALLED = {
    "landlord": "utleier utleigar landlord",
    "dwelling": "bolig bustad dwelling",
    "house": "bofellesskap bufellesskap shared house",
    "household": "husstand household",
    "tenancy": "leieforhold leigeforhold tenancy",
    "defect": "avvik defect",
    "complaint": "klage complaint",
}
"""What a thing is called before its number in the languages of the screen: a calendar has no more than that."""


def _numbered(what: str, row_id: int) -> str:
    return f"{_CALLED[what]} {row_id}"


def _home_of(around: Around, household_id: int) -> str:
    living = [t for t in around.tenancies_of(household_id) if t.moved_out_on is None]
    dwelling = around.dwelling(living[-1].dwelling_id) if living else None
    return dwelling.label if dwelling else ""


def _line_of(words: tuple[str, str, str] | None) -> Line | None:
    return words and Line(*words)


LINES: dict[str, Callable[[Around, int], Line | None]] = {
    "landlord": _landlord,
    "dwelling": _dwelling,
    "household": _household,
    "person": _person,
    "tenancy": _tenancy,
    "meeting": lambda around, row_id: _line_of(meeting(around.case, row_id)),
    "conflict": lambda around, row_id: _line_of(conflict(around.case, row_id)),
    "paper": _paper,
    "defect": _defect,
    "complaint": _complaint,
    "plan": _plan,
    "check": lambda around, row_id: _line_of(check(around.case, row_id)),
    "cost": lambda around, row_id: _line_of(cost(around.case, row_id)),
    "visit": _visit,
    "task": _task,
}
