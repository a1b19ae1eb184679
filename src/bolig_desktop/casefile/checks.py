"""Gather what a rule needs to know from the other topics and ask it; the rules themselves are pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from bolig_desktop.archive import rules as archive_rules
from bolig_desktop.archive.records import BinderEdition, Paper
from bolig_desktop.casefile import (
    allocation_checks,
    bilingual_checks,
    career_checks,
    house_checks,
    maintenance_checks,
    naming,
    photos,
    visiting_checks,
)
from bolig_desktop.clock import now_utc
from bolig_desktop.dwellings import rules as dwelling_rules
from bolig_desktop.dwellings.records import Dwelling, HomeGuide, Key, Meter, WasteDay
from bolig_desktop.errors import Problem
from bolig_desktop.followup import rules as followup_rules
from bolig_desktop.followup.records import Mark
from bolig_desktop.landlords import rules as landlord_rules
from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.law.months import add_months
from bolig_desktop.people import rules as people_rules
from bolig_desktop.people.records import Contact, Grading, Household, Membership, Person
from bolig_desktop.settings import rules as settings_rules
from bolig_desktop.settings.records import KpiValue, LocalContact, Municipality, OwnParameter, SourceLook
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleSignature
from bolig_desktop.storage.rows import column_names, is_required, value_type
from bolig_desktop.tenancies import rules as tenancy_rules
from bolig_desktop.tenancies.records import Decision, FinalAccountLine, Handover, Matter, NeedAssessment, Tenancy
from bolig_desktop.tenancies.rules.clauses import SIGNING
from bolig_desktop.translations import rules as translation_rules
from bolig_desktop.translations.records import OwnText, TextCheck

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

R = TypeVar("R", bound=Any)
_GRADED = ".code_"  # person.code_6_address, member.code_6, tenancy.code_6 …

# No law: a guard against a slip of the finger in a year. Nothing in this work is older, or planned so far ahead.
EARLIEST, MOST_YEARS_AHEAD = date(1900, 1, 1), 50


def problems(case: CaseFile, record: Any) -> list[Problem]:
    """Return every rule the record breaks, hard ones and warnings."""
    if lacking := missing(record):
        return lacking
    odd = odd_dates(record, case.clock())
    beside = {problem.field for problem in odd}
    found = [*_CHECKS[type(record)](case, record), *_naming(case, record)]
    return odd + [problem for problem in found if problem.field not in beside]


def refusing(before: Any, record: Any, found: Sequence[Problem], known: Sequence[Problem]) -> list[Problem]:
    """Return the hard problems among ``found`` that this change itself brings, and that therefore refuse it.

    before: the record as it stands in the file (None: a new one); known: its problems, judged today as well. A
    problem stood there before when it has the same code, field and facts, and the change leaves that field, the kind
    and everything the record belongs to as they were. Graded addresses (AG-2, AG-3) are never let through.
    """
    hard = [problem for problem in found if problem.hard]
    if not hard or before is None:
        return hard
    changed = {name for name in column_names(type(record)) if getattr(before, name) != getattr(record, name)}
    if any(name == "kind" or name.endswith("_id") for name in changed):
        return hard
    return [p for p in hard if p not in known or p.field in changed or _GRADED in p.code]


def missing(record: Any) -> list[Problem]:
    """Return what has to be filled in and is not: every field whose type does not allow None."""
    return [
        Problem(
            field=name, code="missing.value" if value_type(type(record), name) in (str, bool) else f"missing.{name}"
        )
        for name in column_names(type(record))
        if getattr(record, name) is None and is_required(type(record), name)
    ]


def odd_dates(record: Any, today: date) -> list[Problem]:
    """Return the dates that can only be mistyped: before 1900, or more than fifty years ahead of today."""
    last = add_months(today, 12 * MOST_YEARS_AHEAD)
    found = []
    for name in column_names(type(record)):
        day = getattr(record, name)
        if not isinstance(day, date):
            continue
        if day > last:
            found.append(Problem(field=name, code="date.too_far_ahead", facts={"years": MOST_YEARS_AHEAD}))
        elif day < EARLIEST:
            found.append(Problem(field=name, code="date.too_early", facts={"first": str(EARLIEST.year)}))
    return found


def _person(case: CaseFile, person: Person) -> list[Problem]:
    memberships = case.memberships.of_person(person.id) if person.id else []
    strictly = person.grading is Grading.STRICTLY_CONFIDENTIAL
    return people_rules.person_problems(
        person,
        memberships=memberships,
        today=case.clock(),
        demo=case.demo,
        own=case.own_parameters.rows(),
        named_at=naming.places(case, naming.naming_person(case, person)) if person.id else (),
        had_address=strictly and (bool(memberships) or _had_address(case, person)),
    )


def _had_address(case: CaseFile, person: Person) -> bool:
    """Return whether the history has an address, a telephone or a household of a person."""
    entries = case.history.of_row("people", person.id) if person.id else []
    rows = [row for entry in entries for row in (entry.before, entry.after) if row]
    return any(row.get(name) for row in rows for name in ("postal_address", "phone", "email")) or any(
        gone.person_id == person.id for gone in case.households.taken_out()
    )


def _naming(case: CaseFile, record: Any) -> list[Problem]:
    fields = naming.naming_fields(case, record)
    has_parts = isinstance(record, Dwelling | Landlord)
    found = people_rules.naming_problems(fields, beside=has_parts and naming.beside(case, record))
    # A part has its own field to stand beside; the banner is that of the whole case.
    return found if has_parts or isinstance(record, Tenancy) else [problem for problem in found if problem.field]


def _membership(case: CaseFile, membership: Membership) -> list[Problem]:
    return people_rules.membership_problems(
        membership,
        person=case.people.get(membership.person_id),
        others=_but(membership, case.memberships.of_person(membership.person_id)),
        household_members=_but(membership, case.memberships.of_household(membership.household_id)),
        today=case.clock(),
    )


def _dwelling(case: CaseFile, dwelling: Dwelling) -> list[Problem]:
    return dwelling_rules.dwelling_problems(
        dwelling,
        house=case.dwellings.find(dwelling.house_id),
        rooms=case.dwellings.rooms_of(dwelling.id) if dwelling.id else [],
        today=case.clock(),
    )


def _head_lease(case: CaseFile, lease: HeadLease) -> list[Problem]:
    others = _but(lease, case.head_leases.of_dwellings([lease.dwelling_id]))
    return landlord_rules.head_lease_problems(lease, others=others, today=case.clock())


def _tenancy(case: CaseFile, tenancy: Tenancy) -> list[Problem]:
    return tenancy_rules.tenancy_problems(tenancy, surroundings(case, tenancy))


def surroundings(case: CaseFile, tenancy: Tenancy) -> tenancy_rules.Surroundings:
    """Return what the rules need to know around a tenancy."""
    dwelling = case.dwellings.get(tenancy.dwelling_id)
    house_id = dwelling.house_id or dwelling.id or 0
    house = [house_id, *(room.id for room in case.dwellings.rooms_of(house_id) if room.id)]
    memberships = case.memberships.of_household(tenancy.household_id)
    same_people = _households_of(case, memberships) - {tenancy.household_id}
    households = sorted({tenancy.household_id, *same_people})
    decisions = [decision for row_id in households for decision in case.decisions.of_household(row_id)]
    decided = {decision.tenancy_id for decision in decisions if decision.tenancy_id is not None}
    return tenancy_rules.Surroundings(
        dwelling=dwelling,
        house_unit_ids=frozenset(house),
        house_tenancies=tuple(_but(tenancy, case.tenancies.of_dwellings(house))),
        people=tuple(case.people.get(m.person_id) for m in memberships),
        memberships=tuple(memberships),
        head_leases=tuple(case.head_leases.of_dwellings([tenancy.dwelling_id, house_id])),
        municipality=case.settings.municipality(),
        today=case.clock(),
        assessments=tuple(a for row_id in households for a in case.assessments.of_household(row_id)),
        decisions=tuple(decisions),
        same_people=same_people,
        before=case.tenancies.find(tenancy.id),
        written_in_today=_written_in_today(case, tenancy.id),
        lengthened={row_id: _lengthened(case, row_id) for row_id in decided},
        file_begun_on=case.history.begun_on(),
    )


def _households_of(case: CaseFile, memberships: Sequence[Membership]) -> frozenset[int]:
    """Return every household in which somebody who signs here is or was the one who signs."""
    signing = {m.person_id for m in memberships if m.role in SIGNING}
    found = [m for person_id in signing for m in case.memberships.of_person(person_id)]
    return frozenset(m.household_id for m in found if m.role in SIGNING)


def _written_in_today(case: CaseFile, row_id: int | None) -> bool:
    added = [entry for entry in case.history.of_row("tenancies", row_id) if entry.before is None] if row_id else []
    return bool(added) and added[-1].at[:10] == now_utc()[:10]


def _lengthened(case: CaseFile, row_id: int) -> int:
    """Return how often a lease got a later end on another day than it was written in."""
    entries = case.history.of_row("tenancies", row_id)
    first = entries[-1].at[:10] if entries else ""
    ends = [(e.before, e.after) for e in entries if e.at[:10] != first and e.before and e.after]
    changed = [(before["ends_on"], after["ends_on"]) for before, after in ends if "ends_on" in before]
    return sum(1 for before, after in changed if before and (after is None or after > before))


def _handover(case: CaseFile, handover: Handover) -> list[Problem]:
    tenancy = case.tenancies.get(handover.tenancy_id)
    return tenancy_rules.handover_problems(handover, tenancy=tenancy, today=case.clock())


def _assessment(case: CaseFile, assessment: NeedAssessment) -> list[Problem]:
    tenancy = case.tenancies.find(assessment.tenancy_id)
    decisions = case.decisions.list("assessment_id = ?", [assessment.id]) if assessment.id else []
    return tenancy_rules.assessment_problems(
        assessment, tenancy=tenancy, decisions=decisions, today=case.clock(), people=_people_of(case, assessment)
    )


def _decision(case: CaseFile, decision: Decision) -> list[Problem]:
    return tenancy_rules.decision_problems(
        decision,
        tenancy=case.tenancies.find(decision.tenancy_id),
        assessment=case.assessments.find(decision.assessment_id),
        today=case.clock(),
        people=_people_of(case, decision),
    )


def _matter(case: CaseFile, matter: Matter) -> list[Problem]:
    return tenancy_rules.matter_problems(
        matter,
        tenancy=case.tenancies.find(matter.tenancy_id),
        others=_but(matter, case.matters.of_tenancy(matter.tenancy_id) if matter.tenancy_id else []),
        today=case.clock(),
        people=_people_of(case, matter),
    )


def _final_account_line(case: CaseFile, line: FinalAccountLine) -> list[Problem]:
    tenancy = case.tenancies.get(line.tenancy_id)
    return tenancy_rules.line_problems(
        line,
        tenancy=tenancy,
        others=_but(line, case.final_account_lines.of_tenancy(line.tenancy_id)),
        matters=case.matters.of_tenancy(line.tenancy_id),
        today=case.clock(),
        people=_people_of(case, tenancy),
    )


def _kpi(case: CaseFile, value: KpiValue) -> list[Problem]:
    return settings_rules.kpi_problems(value, beside=case.kpi.around(value), today=case.clock())


def _own_parameter(case: CaseFile, row: OwnParameter) -> list[Problem]:
    return settings_rules.parameter_problems(row, others=_but(row, case.own_parameters.of_name(row.name)))


def _people_of(case: CaseFile, record: NeedAssessment | Decision | Matter | Tenancy) -> list[Person]:
    return [case.people.get(m.person_id) for m in case.memberships.of_household(record.household_id)]


def _but(record: R, records: Sequence[R]) -> list[R]:
    return [other for other in records if other.id != record.id]


_CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {
    Landlord: lambda case, record: landlord_rules.landlord_problems(record),
    HeadLease: _head_lease,
    Dwelling: _dwelling,
    Key: lambda case, record: dwelling_rules.key_problems(record, today=case.clock()),
    Meter: lambda case, record: dwelling_rules.meter_problems(record, today=case.clock()),
    Person: _person,
    Household: lambda case, record: people_rules.household_problems(record, today=case.clock()),
    Membership: _membership,
    Contact: lambda case, record: people_rules.contact_problems(record),
    Tenancy: _tenancy,
    Handover: _handover,
    NeedAssessment: _assessment,
    Decision: _decision,
    Matter: _matter,
    FinalAccountLine: _final_account_line,
    Mark: lambda case, record: followup_rules.mark_problems(record, today=case.clock()),
    Paper: lambda case, record: archive_rules.paper_problems(record, today=case.clock()),
    Municipality: visiting_checks.municipality,
    KpiValue: _kpi,
    OwnParameter: _own_parameter,
    SourceLook: lambda case, record: settings_rules.look_problems(record, today=case.clock()),
    LocalContact: lambda case, record: settings_rules.local_contact_problems(record),
    HomeGuide: lambda case, record: dwelling_rules.home_guide_problems(record),
    WasteDay: lambda case, record: dwelling_rules.waste_day_problems(record),
    OwnText: bilingual_checks.own_text,
    TextCheck: lambda case, record: translation_rules.check_problems(record, today=case.clock()),
    HouseRules: bilingual_checks.house_rules,
    HouseRule: bilingual_checks.house_rule,
    RuleSignature: bilingual_checks.signature,
    **allocation_checks.CHECKS,
    **career_checks.CHECKS,
    BinderEdition: lambda case, record: [],
    **photos.CHECKS,
    **visiting_checks.CHECKS,
    **maintenance_checks.CHECKS,
    **house_checks.CHECKS,
}
