"""The lines of the lists, read with one query a table; who is shielded is settled here, for every list at once."""

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.dwellings import rules
from bolig_desktop.dwellings.records import DwellingKind, DwellingLine, DwellingState, Tenure
from bolig_desktop.people.records import HouseholdKind, HouseholdLine
from bolig_desktop.tenancies.records import TenancyLine, TenancyState, TermDates
from bolig_desktop.tenancies.rules import state

_LIVING = (TenancyState.RUNNING, TenancyState.EXPIRED, TenancyState.INDEFINITE)
_DWELLINGS = (
    "id, house_id, street, name, unit_number, city, kind, tenure, rooms, rent_nok, acquired_on, out_of_use_from,"
    " out_of_use_to, out_of_use_reason, reserved_for, given_up_on"
)


def tenancy_lines(case: CaseFile) -> list[TenancyLine]:
    """Return the list of tenancies."""
    return case.tenancies.lines(case.clock(), case.dwellings.labels(), case.households.labels())
