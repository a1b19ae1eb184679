"""Why a record cannot be removed: what stands on it, by name and number."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from bolig_desktop.archive.records import Paper
from bolig_desktop.career.records import Plan
from bolig_desktop.casefile import (
    allocation_checks,
    career_checks,
    house_checks,
    maintenance_checks,
    visiting_checks,
)
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.errors import Problem
from bolig_desktop.landlords.records import Landlord
from bolig_desktop.maintenance.records import Defect
from bolig_desktop.people.records import Household, Person
from bolig_desktop.shared_housing.records import HouseRule, HouseRules
from bolig_desktop.tenancies.records import Decision, Matter, NeedAssessment, Tenancy
from bolig_desktop.visits.records import Visit

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def removal_problems(case: CaseFile, record: Any) -> list[Problem]:
    """Return why a record cannot be removed: what stands on it, by name and number."""
    if isinstance(record, Paper):
        return [Problem(field="", code="remove.paper")]
    if isinstance(record, HouseRule) and case.rule_signatures.of_rules(record.rules_id):
        return [Problem(field="text", code="house_rules.signed_text")]
    standing = _STANDING[type(record)](case, record.id) if type(record) in _STANDING else {}
    things = tuple((thing, len(found)) for thing, found in standing.items() if found)
    if not things:
        return []
    code = "remove.has_papers" if standing.get("paper") else "remove.in_use"
    return [Problem(field="", code=code, facts={"things_counted": things})]


Standing = dict[str, Sequence[Any]]


def _on_dwelling(case: CaseFile, row_id: int) -> Standing:
    return {
        "lease": case.tenancies.of_dwelling(row_id),
        "room": case.dwellings.rooms_of(row_id),
        "head_lease": case.head_leases.of_dwellings([row_id]),
        "paper": case.papers.of_dwelling(row_id),
        "key": case.keys.of_dwelling(row_id),
        "meter": case.meters.of_dwelling(row_id),
        "home_guide": case.home_guides.list("dwelling_id = ?", [row_id]),
        "waste_day": case.waste_days.of_dwelling(row_id),
        "house_rules": case.house_rules.of_house(row_id),
        **visiting_checks.on_dwelling(case, row_id),
        **maintenance_checks.on_dwelling(case, row_id),
        **house_checks.on_house(case, row_id),
    }


def _on_household(case: CaseFile, row_id: int) -> Standing:
    return {
        "lease": case.tenancies.of_household(row_id),
        "member": case.memberships.of_household(row_id),
        "paper": case.papers.of_household(row_id),
        "contact": case.contacts.of_household(row_id),
        "assessment": case.assessments.of_household(row_id),
        "decision": case.decisions.of_household(row_id),
        "matter": case.matters.of_household(row_id),
        "rule_signature": case.rule_signatures.of_household(row_id),
        **allocation_checks.on_household(case, row_id),
        **visiting_checks.on_household(case, row_id),
        **maintenance_checks.on_household(case, row_id),
        "plan": case.plans.list("household_id = ?", [row_id]),
        **career_checks.standing(case, row_id),
        **house_checks.on_household(case, row_id),
    }


def _on_tenancy(case: CaseFile, row_id: int) -> Standing:
    return {
        "handover": case.handovers.of_tenancy(row_id),
        "assessment": case.assessments.of_tenancy(row_id),
        "decision": case.decisions.of_tenancy(row_id),
        "matter": case.matters.of_tenancy(row_id),
        "final_account_line": case.final_account_lines.of_tenancy(row_id),
        "paper": case.papers.of_tenancy(row_id),
        "renewal": case.tenancies.list("previous_id = ?", [row_id]),
        "benefit_forms": case.benefit_forms.of_tenancy(row_id),
    }


def _on_assessment(case: CaseFile, row_id: int) -> Standing:
    return {"decision": case.decisions.list("assessment_id = ?", [row_id])}


def _on_decision(case: CaseFile, row_id: int) -> Standing:
    return {"paper": case.papers.lines("decision_id = ?", (row_id,))}


def _on_matter(case: CaseFile, row_id: int) -> Standing:
    return {"paper": case.papers.lines("matter_id = ?", (row_id,))}


def _on_house_rules(case: CaseFile, row_id: int) -> Standing:
    return {"rule_signature": case.rule_signatures.of_rules(row_id), "rule": case.house_rule_lines.of_rules(row_id)}


def _on_landlord(case: CaseFile, row_id: int) -> Standing:
    return {
        "head_lease": case.head_leases.of_landlord(row_id),
        "dwelling": case.dwellings.of_landlord(row_id),
    }


def _on_person(case: CaseFile, row_id: int) -> Standing:
    return {"household": case.memberships.of_person(row_id)}


_STANDING: dict[type, Callable[[CaseFile, int], Standing]] = {
    Landlord: _on_landlord,
    Dwelling: _on_dwelling,
    Person: _on_person,
    Household: _on_household,
    Tenancy: _on_tenancy,
    NeedAssessment: _on_assessment,
    Decision: _on_decision,
    Matter: _on_matter,
    HouseRules: _on_house_rules,
    Visit: visiting_checks.on_visit,
    Defect: maintenance_checks.on_defect,
    Plan: lambda case, row_id: career_checks.standing(case, case.plans.get(row_id).household_id),
    **house_checks.STANDING,
}
