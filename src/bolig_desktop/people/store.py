"""How persons, households, memberships and contacts are kept."""

import json
from typing import Any

from bolig_desktop.people.records import (
    SHIELDED,
    UNNAMED,
    Contact,
    Grading,
    Household,
    Membership,
    Person,
    TakenOut,
)
from bolig_desktop.storage.store import Store

_SHIELDED = """
select distinct m.household_id from memberships m join people p on p.id = m.person_id where p.grading <> 'none'
"""
_STRICTLY = """
select distinct m.household_id from memberships m join people p on p.id = m.person_id
where p.grading = 'strictly_confidential'
"""
# Who was taken out of which household (and did not only come in by a slip that was taken back), with what they are
# graded today or, taken out of the file as well, were graded then.
_TAKEN_OUT = """
select json_extract(h.before, '$.household_id'), json_extract(h.before, '$.person_id'), p.grading,
    (select g.before from history g where g.table_name = 'people' and g.after is null
        and g.row_id = json_extract(h.before, '$.person_id') order by g.id desc limit 1)
from history h left join people p on p.id = json_extract(h.before, '$.person_id')
where h.table_name = 'memberships' and h.after is null and h.undoes is null
"""
# The one who is main person now comes last, and so wins; joined to households in Python, which is ten times quicker.
_MAIN = """
select m.household_id, p.given_name, p.family_name from memberships m join people p on p.id = m.person_id
where m.role = 'main' {and_where} order by m.left_on is null, m.id desc
"""


class People(Store[Person]):
    """Persons."""

    table, record = "people", Person

    def with_dates(self, household_id: int | None = None) -> list[tuple[Any, ...]]:
        """Return (id, household, born, permit given, permit ends, settled, programme, registered, kind of household).

        Of those who are in an open household now; dates as ISO text. Of one household, or of all.
        """
        return self.db.execute(
            "select p.id, m.household_id, p.born_on, p.permit_on, p.permit_ends_on, p.settled_on, p.programme_on,"
            " h.registered_on, h.kind from memberships m join people p on p.id = m.person_id"
            " join households h on h.id = m.household_id where m.left_on is null and h.closed_on is null"
            + ("" if household_id is None else " and h.id = ?"),
            [] if household_id is None else [household_id],
        ).fetchall()

    def shielded_ids(self) -> frozenset[int]:
        """Return the ids of everybody with a graded address."""
        return frozenset(r[0] for r in self.db.execute("select id from people where grading <> 'none'").fetchall())


class Households(Store[Household]):
    """Households (husstander)."""

    table, record = "households", Household

    def closed_ids(self) -> set[int]:
        """Return the ids of the households whose case is closed."""
        return {row[0] for row in self.db.execute("select id from households where closed_on is not null").fetchall()}

    def shielded_ids(self) -> frozenset[int]:
        """Return the households with anybody, now or before, whose address is graded (law.md AG-4).

        One from which somebody graded has been taken out is still theirs: what is left there has their address.
        """
        left = {gone.household_id for gone in self.taken_out()}
        return frozenset(row[0] for row in self.db.execute(_SHIELDED).fetchall()) | left

    def strict_ids(self) -> frozenset[int]:
        """Return those of them with anybody who has, or had when taken out, code 6: no address at all (AG-3)."""
        left = {gone.household_id for gone in self.taken_out() if gone.grading is Grading.STRICTLY_CONFIDENTIAL}
        return frozenset(row[0] for row in self.db.execute(_STRICTLY).fetchall()) | left

    def is_strict(self, household_id: int) -> bool:
        """Whether anybody there has, or had when taken out, code 6."""
        now = self.db.execute(_STRICTLY + " and m.household_id = ? limit 1", [household_id]).fetchone() is not None
        strict = Grading.STRICTLY_CONFIDENTIAL
        return now or any(gone.household_id == household_id and gone.grading is strict for gone in self.taken_out())

    def taken_out(self) -> tuple[TakenOut, ...]:
        """Return everybody with a graded address who was taken out of a household, as the history has them."""
        return self.touched.kept("taken out", ("memberships", "people"), self._taken_out)

    def _taken_out(self) -> tuple[TakenOut, ...]:
        found = []
        for household_id, person_id, grading, before in self.db.execute(_TAKEN_OUT).fetchall():
            was = json.loads(before) if grading is None and before else {}
            code = Grading(grading or was.get("grading", "none"))
            if code is not Grading.NONE:
                names = was.get("given_name", ""), was.get("family_name", "")
                found.append(TakenOut(household_id, person_id, code, *names))
        return tuple(found)

    def labels(self) -> dict[int, str]:
        """Return what every household is called in lists; a shielded one by its number only."""
        return self.touched.kept("household labels", ("households", "memberships", "people"), self._labels)

    def _labels(self) -> dict[int, str]:
        shielded = self.shielded_ids()
        names = {row[0]: row[1:] for row in self.db.execute(_MAIN.format(and_where="")).fetchall()}
        found: dict[int, str] = {}
        for row_id, name, kind in self.db.execute("select id, name, kind from households").fetchall():
            given, family = names.get(row_id, ("", ""))
            hidden = row_id in shielded
            found[row_id] = shielded_label(row_id) if hidden else _label(row_id, name, given, family, kind)
        return found

    def label(self, household_id: int) -> str:
        """Return what one household is called in lists."""
        if self.is_shielded(household_id):
            return shielded_label(household_id)
        return self.name_inside(household_id)

    def name_inside(self, household_id: int) -> str:
        """Return what the household is called inside its own case, where a shielded one has its name too."""
        household = self.find(household_id)
        rows = self.db.execute(_MAIN.format(and_where="and m.household_id = ?"), [household_id]).fetchall()
        _, given, family = rows[-1] if rows else (0, "", "")
        return _label(household_id, household.name, given, family, household.kind) if household else ""

    def is_shielded(self, household_id: int) -> bool:
        """Whether anybody in the household, now or before, has a graded address."""
        query = _SHIELDED + " and m.household_id = ? limit 1"
        now = self.db.execute(query, [household_id]).fetchone() is not None
        return now or any(gone.household_id == household_id for gone in self.taken_out())


class Memberships(Store[Membership]):
    """Who is in which household, from when to when."""

    table, record = "memberships", Membership

    def of_household(self, household_id: int) -> list[Membership]:
        """Return the household's memberships, past ones among them."""
        return self.list("household_id = ?", [household_id])

    def of_person(self, person_id: int) -> list[Membership]:
        """Return the person's memberships, past ones among them."""
        return self.list("person_id = ?", [person_id])


class Contacts(Store[Contact]):
    """Contacts around a household."""

    table, record = "contacts", Contact

    def of_household(self, household_id: int) -> list[Contact]:
        """Return the household's contacts."""
        return self.list("household_id = ?", [household_id])


def shielded_label(household_id: int) -> str:
    """Return the only name a shielded household has outside its own case."""
    return f"{SHIELDED} {household_id}"


def _label(household_id: int, name: str, given: str, family: str, kind: str) -> str:
    if name:
        return name
    if kind in ("family", "single_parent", "couple") and family:
        return f"familien {family}"
    return " ".join(part for part in (given, family) if part) or f"{UNNAMED} {household_id}"
