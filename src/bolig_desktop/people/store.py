"""How persons, households, memberships and contacts are kept."""

from bolig_desktop.people.records import Contact, Household, Membership, Person
from bolig_desktop.storage.store import Store

_SHIELDED = """
select distinct m.household_id from memberships m join people p on p.id = m.person_id where p.grading <> 'none'
"""
_LABELS = """
select h.id, h.name, p.given_name, p.family_name, h.kind
from households h
left join memberships m on m.household_id = h.id and m.role = 'main'
left join people p on p.id = m.person_id
order by h.id, m.left_on is not null, m.id
"""


class People(Store[Person]):
    """Persons."""

    table, record = "people", Person

    def shielded_ids(self) -> frozenset[int]:
        """Return the ids of everybody with a graded address."""
        return frozenset(r[0] for r in self.db.execute("select id from people where grading <> 'none'").fetchall())


class Households(Store[Household]):
    """Households (husstander)."""

    table, record = "households", Household

    def shielded_ids(self) -> frozenset[int]:
        """Return the households with anybody, now or before, whose address is graded (law.md AG-4)."""
        return frozenset(row[0] for row in self.db.execute(_SHIELDED).fetchall())

    def labels(self) -> dict[int, str]:
        """Return what every household is called in lists; a shielded one by its number only."""
        shielded = self.shielded_ids()
        found: dict[int, str] = {}
        for row_id, name, given, family, kind in self.db.execute(_LABELS).fetchall():
            if row_id not in found:
                found[row_id] = (
                    shielded_label(row_id) if row_id in shielded else _label(row_id, name, given, family, kind)
                )
        return found

    def label(self, household_id: int) -> str:
        """Return what one household is called in lists."""
        if self.is_shielded(household_id):
            return shielded_label(household_id)
        return self.name_inside(household_id)

    def name_inside(self, household_id: int) -> str:
        """Return what the household is called inside its own case, where a shielded one has its name too."""
        query = _LABELS.replace("order by", "where h.id = ? order by")
        row = self.db.execute(query, [household_id]).fetchone()
        return _label(*row) if row else ""

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
    return f"Skjermet husstand {household_id}"


def _label(household_id: int, name: str, given: str | None, family: str | None, kind: str) -> str:
    if name:
        return name
    if kind in ("family", "single_parent", "couple") and family:
        return f"familien {family}"
    return " ".join(part for part in (given, family) if part) or f"Husstand {household_id}"
