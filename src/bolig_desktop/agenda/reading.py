"""Read what dates hang on, of one household or of all, with one query a table, and turn it into items."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from bolig_desktop.agenda.calendar import of_calendar
from bolig_desktop.agenda.career import of_plans
from bolig_desktop.agenda.homes import of_binder
from bolig_desktop.agenda.items import Item, Key, item, one_line
from bolig_desktop.agenda.leases import of_guarantee, of_lease
from bolig_desktop.agenda.lived_on import around, leases
from bolig_desktop.agenda.matters import of_assessment, of_decision, of_matter
from bolig_desktop.agenda.people import Resident, of_person
from bolig_desktop.agenda.visits import of_tasks, of_visits
from bolig_desktop.casefile import CaseFile
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months
from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.storage.rows import day_of

HEAD_LEASE_MONTHS = 3
"""How long before a head lease ends it is to be settled what comes after (a routine of ours)."""

Done = Collection[Key]
"""What is ticked as done."""


def of_households(case: CaseFile, today: date, done: Done, household_id: int | None = None) -> dict[int, list[Item]]:
    """Return what is due about one household, or about every household, by its id."""
    found: dict[int, list[Item]] = defaultdict(list)
    post_days = case.settings.municipality().post_days
    decisions = case.decisions.list(*_where(household_id))
    assessments = case.assessments.list(*_where(household_id))
    matters = case.matters.with_clocks(household_id)
    letters = case.papers.sent(household_id)
    with_binder = case.binder_editions.households()
    known = around(case, done, assessments, decisions, matters, letters)
    for lease, ours in leases(case, today, household_id, known):
        found[lease.household_id] += of_lease(lease, today) if ours else of_guarantee(lease)
        if ours and lease.household_id not in with_binder:
            found[lease.household_id] += of_binder(lease, today)
    to_decide = {one.id for items in found.values() for one in items if one.kind in ("lease_talk", "lease_decide")}
    for matter in matters:
        found[matter.household_id] += of_matter(matter, post_days)
    sent = {row[2]: day_of(row[4]) for row in letters if row[2] is not None and row[4] is not None}
    decided = {decision.assessment_id for decision in decisions}
    for decision in decisions:
        found[decision.household_id] += of_decision(decision, post_days, sent.get(decision.id))
    for assessment in assessments:
        if assessment.tenancy_id in to_decide:
            continue  # the lease's own line says so
        found[assessment.household_id] += of_assessment(assessment, decided=assessment.id in decided)
    of_people: dict[int, list[Item]] = defaultdict(list)
    for row in case.people.with_dates(household_id):
        person = _resident(row)
        of_people[person.household_id] += of_person(person, today)
    for household, items in of_people.items():
        found[household] += one_line(items)
    for household, one in _followed_up(case, today, household_id):
        found[household].append(one)
    return found


def _followed_up(case: CaseFile, today: date, household_id: int | None) -> Iterator[tuple[int, Item]]:
    """Yield what is due about visits to a household, its tasks and its plan, with whose it is."""
    for one in (*of_visits(case, today, household_id), *of_tasks(case, household_id)):
        yield one.household_id, one
    for household, items in of_plans(case, today, household_id).items():
        for one in items:
            yield household, one


def of_owners(case: CaseFile) -> list[Item]:
    """Return what is due about our own leases with owners that no newer one follows."""
    hired = case.head_leases.list()
    newest: dict[tuple[int, int], date] = {}
    for lease in hired:
        key = (lease.landlord_id, lease.dwelling_id)
        newest[key] = max(lease.starts_on, newest.get(key, lease.starts_on))
    given_up = {d.id for d in case.dwellings.list("given_up_on is not null")}
    found = []
    for lease in hired:
        followed = newest[lease.landlord_id, lease.dwelling_id] > lease.starts_on
        facts = {"dwelling_id": lease.dwelling_id, "record": lease.id or 0}
        if lease.ends_on is not None and not followed and lease.dwelling_id not in given_up:
            settle = clocks.ours(add_months(lease.ends_on, -(lease.notice_months or HEAD_LEASE_MONTHS)))
            due = clocks.Due(lease.ends_on, settle.act_by)
            found.append(item("head_lease_ends", "landlords", lease.landlord_id, due, fact=lease.ends_on, **facts))
        if lease.guarantee_ends_on is not None and not followed:
            due = clocks.ours(lease.guarantee_ends_on)
            found.append(item("head_guarantee_ends", "landlords", lease.landlord_id, due, **facts))
    return found


def of_papers(case: CaseFile) -> list[Item]:
    """Return the papers that wait for the municipality's archive (AR-1): a month after printing, our routine."""
    return one_line(
        item(
            "archive",
            "papers",
            row_id,
            clocks.ours(add_months(date.fromisoformat(printed_on), 1)),
            household_id=household_id or 0,
            tenancy_id=tenancy_id or 0,
        )
        for row_id, household_id, tenancy_id, printed_on in case.papers.not_filed()
    )


def of_everybody(case: CaseFile, today: date) -> list[Item]:
    """Return the calendar's own dates."""
    return list(of_calendar(today, case.own_parameters.rows()))


def _where(household_id: int | None) -> tuple[str | None, list[int]]:
    return (None, []) if household_id is None else ("household_id = ?", [household_id])


def _resident(row: tuple[Any, ...]) -> Resident:
    return Resident(
        id=row[0],
        household_id=row[1],
        born_on=day_of(row[2]),
        permit_on=day_of(row[3]),
        permit_ends_on=day_of(row[4]),
        settled_on=day_of(row[5]),
        programme_on=day_of(row[6]),
        registered_on=day_of(row[7]),
        minor_alone=row[8] == HouseholdKind.UNACCOMPANIED_MINOR,
    )
