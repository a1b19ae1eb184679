"""Gather what the rules of allocation need to know, and ask them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from bolig_desktop.allocation import rules
from bolig_desktop.allocation.records import LockedYear, SettlementQuota, TemporaryStay
from bolig_desktop.errors import Problem

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def stay(case: CaseFile, record: TemporaryStay) -> list[Problem]:
    """Return what is wrong with a temporary stay."""
    others = [one for one in case.temporary_stays.of_household(record.household_id) if one.id != record.id]
    is_strict = case.households.is_strict(record.household_id)
    return rules.stay_problems(record, others=others, today=case.clock(), is_strict=is_strict)


def quota(case: CaseFile, record: SettlementQuota) -> list[Problem]:
    """Return what is wrong with a settlement quota."""
    others = [one for one in case.settlement_quotas.list() if one.id != record.id]
    return rules.quota_problems(record, others=others, today=case.clock())


def locked(case: CaseFile, record: LockedYear) -> list[Problem]:
    """Return why a year cannot be locked."""
    others = [one for one in case.locked_years.list() if one.id != record.id]
    return rules.locking_problems(record, others=others, today=case.clock())


CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {
    TemporaryStay: stay,
    SettlementQuota: quota,
    LockedYear: locked,
}


def on_household(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    """Return the temporary stays of a household."""
    return {"stay": case.temporary_stays.of_household(row_id)}
