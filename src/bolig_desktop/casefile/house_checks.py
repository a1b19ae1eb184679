"""Gather what the rules of daily life in a shared house need to know, and ask them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from bolig_desktop.casefile import house_days
from bolig_desktop.errors import Problem
from bolig_desktop.shared_housing import rules
from bolig_desktop.shared_housing.records import (
    BenefitForms,
    CostAccount,
    CostShare,
    HouseApproval,
    HouseConflict,
    HouseMeeting,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
    SharedCost,
    WorkerHours,
)

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile

R = TypeVar("R", bound=Any)


def _but(record: R, records: Sequence[R]) -> list[R]:
    return [other for other in records if other.id != record.id]


def meeting(case: CaseFile, one: HouseMeeting) -> list[Problem]:
    """Return what is wrong with a house meeting."""
    points = case.meeting_points.of_meeting(one.id) if one.id else []
    found = rules.meeting_problems(one, rooms=house_days.units(case, one.house_id), today=case.clock())
    if any(point.due_on and point.due_on < one.held_on for point in points):
        found.append(Problem(field="held_on", code="meeting.points_before"))
    return found


def point(case: CaseFile, one: MeetingPoint) -> list[Problem]:
    """Return what is wrong with something agreed at a meeting."""
    return rules.point_problems(one, meeting=case.house_meetings.get(one.meeting_id), today=case.clock())


def conflict(case: CaseFile, one: HouseConflict) -> list[Problem]:
    """Return what is wrong with an entry of the log."""
    others = _but(one, case.house_conflicts.of_house(one.house_id))
    strict = case.households.strict_ids()
    return rules.conflict_problems(one, others=others, strict=strict, today=case.clock())


def hours(case: CaseFile, one: WorkerHours) -> list[Problem]:
    """Return what is wrong with an environment worker's hours."""
    return rules.hours_problems(one, today=case.clock())


def cost(case: CaseFile, one: SharedCost) -> list[Problem]:
    """Return what is wrong with a shared cost."""
    stays = house_days.stays(case, one.house_id)
    try:
        lived_in = any(rules.days_in(stay, one.month) for stay in stays)
    except ValueError:
        lived_in = False
    return rules.cost_problems(
        one,
        others=_but(one, case.shared_costs.of_house(one.house_id)),
        lived_in=lived_in,
        has_shares=bool(case.cost_shares.of_house(one.house_id)),
        today=case.clock(),
    )


def share(case: CaseFile, one: CostShare) -> list[Problem]:
    """Return what is wrong with a room's parts."""
    others = _but(one, case.cost_shares.of_house(one.house_id))
    return rules.share_problems(one, units=house_days.units(case, one.house_id), others=others)


def account(case: CaseFile, one: CostAccount) -> list[Problem]:
    """Return what is wrong with a yearly account."""
    others = _but(one, case.cost_accounts.of_house(one.house_id))
    return rules.account_problems(one, others=others, today=case.clock())


def talk(case: CaseFile, one: NewcomerTalk) -> list[Problem]:
    """Return what is wrong with what was asked about a newcomer."""
    from bolig_desktop.casefile import sharing

    return rules.talk_problems(
        one,
        others=_but(one, case.newcomer_talks.of_house(one.house_id)),
        strict=case.households.strict_ids(),
        lives_here=one.household_id in sharing.residents(case, one.house_id),
        today=case.clock(),
    )


def neighbours(case: CaseFile, one: NeighbourLetter) -> list[Problem]:
    """Return what is wrong with a letter to the neighbours."""
    return rules.neighbour_problems(one, today=case.clock())


def approval(case: CaseFile, one: HouseApproval) -> list[Problem]:
    """Return what is wrong with an approval."""
    others = _but(one, case.house_approvals.of_house(one.house_id))
    return rules.approval_problems(one, others=others, today=case.clock())


def forms(case: CaseFile, one: BenefitForms) -> list[Problem]:
    """Return what is wrong with when the forms went."""
    others = _but(one, case.benefit_forms.of_tenancy(one.tenancy_id))
    return rules.forms_problems(one, others=others, today=case.clock())


CHECKS: dict[type, Callable[[CaseFile, Any], list[Problem]]] = {
    HouseMeeting: meeting,
    MeetingPoint: point,
    HouseConflict: conflict,
    WorkerHours: hours,
    SharedCost: cost,
    CostShare: share,
    CostAccount: account,
    NewcomerTalk: talk,
    NeighbourLetter: neighbours,
    HouseApproval: approval,
    BenefitForms: forms,
}
"""What to ask of each record of daily life in a shared house."""


def on_house(case: CaseFile, dwelling_id: int) -> dict[str, Sequence[Any]]:
    """Return what stands on a house or a room in the log of daily life, by the thing it is counted as."""
    word = "' ' || present || ' ' like ?"
    return {
        "house_meeting": [
            *case.house_meetings.of_house(dwelling_id),
            *case.house_meetings.list(word, [f"% {dwelling_id} %"]),
        ],
        "house_conflict": case.house_conflicts.of_house(dwelling_id),
        "house_cost": [
            *case.shared_costs.of_house(dwelling_id),
            *case.cost_shares.list("house_id = ? or dwelling_id = ?", [dwelling_id, dwelling_id]),
            *case.cost_accounts.list("house_id = ? or dwelling_id = ?", [dwelling_id, dwelling_id]),
        ],
        "house_note": [
            *case.worker_hours.of_house(dwelling_id),
            *case.newcomer_talks.of_house(dwelling_id),
            *case.neighbour_letters.of_house(dwelling_id),
            *case.house_approvals.of_house(dwelling_id),
        ],
    }


def on_household(case: CaseFile, household_id: int) -> dict[str, Sequence[Any]]:
    """Return what stands on a household in the houses' logs."""
    return {
        "house_conflict": case.house_conflicts.of_household(household_id),
        "newcomer_talk": case.newcomer_talks.list("household_id = ?", [household_id]),
    }


def _on_meeting(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    return {"meeting_point": case.meeting_points.of_meeting(row_id)}


def _on_conflict(case: CaseFile, row_id: int) -> dict[str, Sequence[Any]]:
    return {"house_conflict": case.house_conflicts.list("follows_id = ?", [row_id])}


STANDING: dict[type, Callable[[CaseFile, int], dict[str, Sequence[Any]]]] = {
    HouseMeeting: _on_meeting,
    HouseConflict: _on_conflict,
}
"""What stands on a record of daily life."""
