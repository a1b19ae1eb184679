"""How persons, households, memberships and contacts are kept."""

from typing import Any

from bolig_desktop.people.records import SHIELDED, UNNAMED, Contact, Household, Membership, Person
from bolig_desktop.storage.store import Store

_MEMBERS_GRADED = (
    "select distinct m.household_id from memberships m join people p on p.id = m.person_id where p.grading"
)
_SHIELDED = f"{_MEMBERS_GRADED} <> 'none'"
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

    def shielded_ids(self) -> frozenset[int]:
        """Return the households with anybody, now or before, whose address is graded (law.md AG-4)."""
        return frozenset(row[0] for row in self.db.execute(_SHIELDED).fetchall())

    def strictly_ids(self) -> frozenset[int]:
        """Return the households with anybody, now or before, whose address is strictly confidential (AG-2)."""
        rows = self.db.execute(f"{_MEMBERS_GRADED} = 'strictly_confidential'").fetchall()
        return frozenset(row[0] for row in rows)

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
        return self.db.execute(query, [household_id]).fetchone() is not None


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
