"""Gather what the rules of defects, complaints and checks need to know from the other topics, and ask them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from bolig_desktop.errors import Problem
from bolig_desktop.maintenance import rules
from bolig_desktop.maintenance.records import Complaint, Defect, HomeCheck
from bolig_desktop.tenancies.rules import lived_in

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def defect(case: CaseFile, record: Defect) -> list[Problem]:
    """Return what is wrong with a defect."""
    return rules.defect_problems(
        record,
        dwelling=case.dwellings.get(record.dwelling_id),
        others=_but(record, case.defects.of_dwelling(record.dwelling_id)),
        strict=_is_strict(case, record.household_id),
        today=case.clock(),
    )


def complaint(case: CaseFile, record: Complaint) -> list[Problem]:
    """Return what is wrong with a complaint."""
    return rules.complaint_problems(
        record,
        dwelling=case.dwellings.get(record.dwelling_id),
        strict=_is_strict(case, record.household_id),
        left_on=_left_on(case, record),
        today=case.clock(),
    )


def home_check(case: CaseFile, record: HomeCheck) -> list[Problem]:
    """Return what is wrong with a check."""
    others = _but(record, case.home_checks.of_dwelling(record.dwelling_id))
    return rules.check_problems(record, others=others, today=case.clock())


CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {
    Defect: defect,
    Complaint: complaint,
    HomeCheck: home_check,
}


def on_dwelling(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return what of this stands on a dwelling."""
    return {
        "defect": case.defects.of_dwelling(row_id),
        "complaint": case.complaints.of_dwelling(row_id),
        "home_check": case.home_checks.of_dwelling(row_id),
    }


def on_defect(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return what stands on a defect."""
    return {"paper": case.papers.lines("defect_id = ?", (row_id,)), "photo": case.photos.of_defect(row_id)}


def on_household(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return what of this stands on a household."""
    return {"defect": case.defects.of_household(row_id), "complaint": case.complaints.of_household(row_id)}


def _is_strict(case: CaseFile, household_id: int | None) -> bool:
    return household_id is not None and case.households.is_strict(household_id)


def _left_on(case: CaseFile, record: Complaint) -> date | None:
    """Return when the household moved from the dwelling, None where it still lived there when the complaint came."""
    if record.household_id is None:
        return None
    leases = [t for t in case.tenancies.of_household(record.household_id) if t.dwelling_id == record.dwelling_id]
    if any(lived_in(lease, record.received_on) for lease in leases):
        return None
    return max((lease.moved_out_on for lease in leases if lease.moved_out_on is not None), default=None)


def _but(record: Any, records: list[Any]) -> list[Any]:
    return [other for other in records if other.id != record.id]
