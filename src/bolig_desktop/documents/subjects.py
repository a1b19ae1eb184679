"""What a paper is about: a lease, a decision or a matter, with the household and the lease it belongs to."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from bolig_desktop.casefile import sharing
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.maintenance.records import Defect
from bolig_desktop.shared_housing.records import CostAccount, HouseMeeting
from bolig_desktop.tenancies.records import Decision, Matter, Tenancy
from bolig_desktop.visits.records import Visit

_HIGHEST_ID = 2**63 - 1  # SQLite has no higher numbers


@dataclass(frozen=True, kw_only=True)
class About:
    """A lease, a decision or a matter; lease is the one it is about, None where there is none.

    household_id: 0 where it is about no household but a house of several.
    """

    household_id: int
    house: Dwelling | None = None
    lease: Tenancy | None = None
    decision: Decision | None = None
    matter: Matter | None = None
    visit: Visit | None = None
    defect: Defect | None = None
    meeting: HouseMeeting | None = None
    account: CostAccount | None = None

    @property
    def record(self) -> Tenancy | Decision | Matter:
        """The record whose id was given."""
        found = self.matter or self.decision or self.lease
        if found is None:
            raise LookupError("about nothing")
        return found

    @property
    def its_house(self) -> Dwelling:
        """The shared house, for papers that take the id of one."""
        if self.house is None:
            raise LookupError("no house")
        return self.house

    @property
    def its_defect(self) -> Defect:
        """The defect, for papers that take the id of one."""
        if self.defect is None:
            raise LookupError("no defect")
        return self.defect

    @property
    def its_meeting(self) -> HouseMeeting:
        """The house meeting, for papers that take the id of one."""
        if self.meeting is None:
            raise LookupError("no meeting")
        return self.meeting

    @property
    def its_account(self) -> CostAccount:
        """The yearly account, for papers that take the id of one."""
        if self.account is None:
            raise LookupError("no account")
        return self.account

    @property
    def tenancy(self) -> Tenancy:
        """The lease, for papers that are about one (see ``required``)."""
        if self.lease is None:
            raise LookupError("no lease")
        return self.lease

    @property
    def its_matter(self) -> Matter:
        """The matter, for papers that take the id of one."""
        if self.matter is None:
            raise LookupError("no matter")
        return self.matter

    @property
    def its_visit(self) -> Visit:
        """The home visit, for papers that take the id of one."""
        if self.visit is None:
            raise LookupError("no visit")
        return self.visit

    @property
    def its_decision(self) -> Decision:
        """The decision, for papers that take the id of one."""
        if self.decision is None:
            raise LookupError("no decision")
        return self.decision


def _tenancy(case: CaseFile, row_id: int) -> About | None:
    found = case.tenancies.find(row_id)
    return None if found is None else About(household_id=found.household_id, lease=found)


def _decision(case: CaseFile, row_id: int) -> About | None:
    found = case.decisions.find(row_id)
    if found is None:
        return None
    return About(household_id=found.household_id, lease=case.tenancies.find(found.tenancy_id), decision=found)


def _matter(case: CaseFile, row_id: int) -> About | None:
    found = case.matters.find(row_id)
    if found is None:
        return None
    return About(household_id=found.household_id, lease=case.tenancies.find(found.tenancy_id), matter=found)


def _household(case: CaseFile, row_id: int) -> About | None:
    return None if case.households.find(row_id) is None else About(household_id=row_id)


def _plan(case: CaseFile, row_id: int) -> About | None:
    found = case.plans.find(row_id)
    return None if found is None else About(household_id=found.household_id)


def _house(case: CaseFile, row_id: int) -> About | None:
    found = case.dwellings.find(row_id)
    return None if found is None or not sharing.is_house(case, found) else About(household_id=0, house=found)


def _visit(case: CaseFile, row_id: int) -> About | None:
    found = case.visits.find(row_id)
    return None if found is None else About(household_id=found.household_id, visit=found)


def _defect(case: CaseFile, row_id: int) -> About | None:
    """A defect is about its dwelling and about no household: the paper names nobody who lives there."""
    found = case.defects.find(row_id)
    if found is None:
        return None
    return About(household_id=0, house=case.dwellings.get(found.dwelling_id), defect=found)


def _meeting(case: CaseFile, row_id: int) -> About | None:
    found = case.house_meetings.find(row_id)
    if found is None:
        return None
    return About(household_id=0, house=case.dwellings.get(found.house_id), meeting=found)


def _account(case: CaseFile, row_id: int) -> About | None:
    found = case.cost_accounts.find(row_id)
    if found is None:
        return None
    return About(household_id=0, house=case.dwellings.get(found.house_id), account=found)


_FINDERS: Mapping[str, Callable[[CaseFile, int], About | None]] = {
    "tenancy": _tenancy,
    "decision": _decision,
    "matter": _matter,
    "household": _household,
    "house": _house,
    "visit": _visit,
    "defect": _defect,
    "plan": _plan,
    "meeting": _meeting,
    "account": _account,
}
SUBJECTS = tuple(_FINDERS)
"""Whose id a paper can take."""


def find(case: CaseFile, subject: str, row_id: int) -> About:
    """Return what a paper is about. Raises Refused (``paper.no_tenancy``, ``…_decision`` …)."""
    about = _FINDERS[subject](case, row_id) if 0 < row_id <= _HIGHEST_ID else None
    if about is None:
        raise Refused(Problem(field="", code=f"paper.no_{subject}", facts={"number": str(row_id)}))
    return about
