"""What of a record a workbook leaves blank, since all of it lies open beside every address in the file (law.md AG-3).

Of a household with a graded address stands the number alone, and with code 7 the bare facts of the lease and of the
visits: never a name, a birth date or a word about them. With code 6 stands nothing but the row's own number. A text
that names somebody shielded outside their own case is left out wherever it stands, and so is who complains.
"""

from collections.abc import Mapping
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.naming import TEXTS, Fields, Row, left_out, sought
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.maintenance.records import Complaint, Defect
from bolig_desktop.people.records import Household, Person
from bolig_desktop.storage.rows import column_names, value_type
from bolig_desktop.tenancies.records import Tenancy
from bolig_desktop.text.named import is_named, may_be_named
from bolig_desktop.text.names import loose
from bolig_desktop.visits.records import Visit

_ALWAYS: Mapping[type, Fields] = {Defect: ("household_id",), Complaint: ("household_id", "complainant")}
"""Who told of a defect and who complains stands in no list, and so not here."""
_OWN_NAMES: Mapping[type, Fields] = {Person: ("given_name", "family_name"), Household: ("name",)}
"""Anybody may have anybody's name."""
_WAYS = ("tenancy_id", "assessment_id", "visit_id", "matter_id")


class Hidden:
    """What is left blank, of a case file as it is now."""

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._shielded = case.households.shielded_ids()
        self._strict = case.households.strict_ids()
        members = [(m.household_id, m.person_id) for m in case.memberships.list()] if self._shielded else []
        self._people = case.people.shielded_ids() | {person for home, person in members if home in self._shielded}
        self._homes = {home for _, home, household, _ in case.tenancies.terms() if household in self._shielded}
        self._names = [one.name for one in sought(case)]
        self._left_out: dict[str, Mapping[Row, Fields]] = {}
        self._households: dict[str, dict[int, int]] = {}

    def fields(self, table: str, record: Any) -> frozenset[str]:
        """Return the fields of a record that are left blank."""
        everything = frozenset(column_names(type(record))) - {"id"}
        households = self.households_of(record)
        if households & self._strict or (isinstance(record, Person) and record.id in self._people):
            return everything
        hidden = set(_ALWAYS.get(type(record), ()))
        if households & self._shielded:
            if not isinstance(record, Tenancy | Visit):
                return everything
            hidden |= {name for name in everything if value_type(type(record), name) is str}
        if isinstance(record, Dwelling) and record.id in self._homes:
            hidden |= {"note", "reserved_for"}
        return frozenset(hidden | self._naming(table, record))

    def households_of(self, record: Any) -> frozenset[int]:
        """Return the households a record is about, itself or by what it belongs to."""
        if isinstance(record, Household):
            return frozenset({record.id or 0})
        if not self._shielded or isinstance(record, Defect | Complaint):
            return frozenset()
        found = {getattr(record, name, None) for name in ("household_id", "other_household_id")}
        for way in _WAYS:
            row_id = getattr(record, way, None)
            if row_id is not None:
                found.add(self._household_by(way, row_id))
        return frozenset(row_id for row_id in found if row_id)

    def is_hidden_household(self, household_id: int | None) -> bool:
        """Return whether a household may not be called by what it is called."""
        return household_id in self._shielded

    def is_hidden_person(self, person_id: int | None) -> bool:
        """Return whether a person may not be named."""
        return person_id in self._people

    def _household_by(self, way: str, row_id: int) -> int:
        if way not in self._households:
            store = {
                "tenancy_id": self._case.tenancies,
                "assessment_id": self._case.assessments,
                "visit_id": self._case.visits,
                "matter_id": self._case.matters,
            }[way]
            self._households[way] = {one.id or 0: one.household_id for one in store.list()}  # type: ignore[attr-defined]
        return self._households[way].get(row_id, 0)

    def _naming(self, table: str, record: Any) -> set[str]:
        """Return the texts that name somebody shielded: by the program's own list, and elsewhere by any of them."""
        if not self._names:
            return set()
        if type(record) in TEXTS:
            if table not in self._left_out:
                self._left_out[table] = left_out(self._case, table)
            return set(self._left_out[table].get((table, record.id or 0), ()))
        found, own = set(), _OWN_NAMES.get(type(record), ())
        for name in column_names(type(record)):
            text = getattr(record, name)
            if type(text) is str and text and name not in own:
                loosened = loose(text)
                if any(may_be_named(one, loosened) and is_named(one, text) for one in self._names):
                    found.add(name)
        return found
