"""How a lease of a sheet stands to the leases there are: it may renew one, and one household seldom has two homes."""

from dataclasses import replace
from datetime import date

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import dwelling_labels
from bolig_desktop.errors import Problem
from bolig_desktop.exchange.questions import Answer, Answers, Key, Question
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.law.months import add_days
from bolig_desktop.tenancies.records import Tenancy

_AT = -4
"""The place of the question among those of a row."""


class Leases:
    """Looks at the leases of the same household, those placed from earlier rows too."""

    def __init__(self, case: CaseFile, answers: Answers) -> None:
        self._case, self._answers = case, answers

    def renewed(self, lease: Tenancy) -> Tenancy | None:
        """Return the lease one follows without a day between: the same people's, in the same home."""
        if lease.starts_on is None:
            return None
        for other in self._case.tenancies.of_household(lease.household_id):
            last = _last(other)
            if other.dwelling_id != lease.dwelling_id or last is None or other.starts_on >= lease.starts_on:
                continue
            if last <= lease.starts_on <= add_days(last, 1):
                return other
        return None

    def end(self, renewed: Tenancy) -> None:
        """End a lease whose term is over by its last day, since another follows it. Raises Refused.

        Otherwise it would stand as one that nobody ended, and as turned indefinite (husleieloven § 9-2).
        """
        if renewed.moved_out_on is None and renewed.ends_on is not None and renewed.ends_on < self._case.clock():
            self._case.save(replace(renewed, moved_out_on=renewed.ends_on))

    def elsewhere(self, row: Row, lease: Tenancy) -> RowProblem | None:
        """Return the question about a household with another home at the same time: mostly it is one home twice."""
        key = Key(row.sheet, row.line, _AT)
        if lease.starts_on is None or lease.dwelling_id is None or self._answers.get(key) is Answer.BOTH:
            return None
        house = self._house(lease.dwelling_id)
        for other in self._case.tenancies.of_household(lease.household_id):
            if self._house(other.dwelling_id) == house or not self._at_once(lease, other):
                continue
            hidden = lease.household_id in self._case.households.shielded_ids()
            home = f"nr {other.dwelling_id}" if hidden else dwelling_labels(self._case)[other.dwelling_id]
            question = Question(key=key, who=_called(row), there=home, answers=(Answer.BOTH, Answer.LEAVE))
            return row.says("dwelling_id", "two_homes", question, home=home)
        return None

    def taken(self, row: Row, problem: Problem) -> RowProblem | None:
        """Return what to do where others live in the home of a list's row, which may be two homes of one address."""
        home, household = row.parents.get("dwelling_id"), row.parents.get("household_id")
        if problem.code != "tenancy.overlaps" or home is None or household is None:
            return None
        other = self._case.tenancies.find(problem.facts["lease"])  # type: ignore[arg-type]
        is_named = bool(home.values.keys() & {"name", "unit_number"})
        if is_named or other is None or other.household_id == household.id:
            return None
        return row.says(problem.field, "home_taken", **problem.facts)

    def _house(self, dwelling_id: int) -> int:
        return self._case.dwellings.get(dwelling_id).house_id or dwelling_id

    def _at_once(self, one: Tenancy, other: Tenancy) -> bool:
        """Return whether two leases run at once, and one of them still does."""
        first, second = _last(one) or date.max, _last(other) or date.max
        return one.starts_on <= second and other.starts_on <= first and max(first, second) >= self._case.clock()


def _last(lease: Tenancy) -> date | None:
    return lease.moved_out_on or lease.ends_on


def _called(row: Row) -> str:
    """Return what the household of a list's row is called there."""
    household = row.parents.get("household_id")
    person = household.through if household is not None else None
    values = person.values if person is not None else household.values if household is not None else {}
    named = (values.get("given_name", ""), values.get("family_name", ""), values.get("name", ""))
    return " ".join(part for part in named if part)
