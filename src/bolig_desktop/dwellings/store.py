"""How dwellings, keys and meters are kept."""

from collections.abc import Mapping, Sequence
from datetime import date

from bolig_desktop.dwellings.records import Dwelling, HomeGuide, Key, LookedOver, Meter, Tenure, WasteDay, label
from bolig_desktop.storage.rows import day_of
from bolig_desktop.storage.store import Store


class Dwellings(Store[Dwelling]):
    """Dwellings and rooms (boliger og rom)."""

    table, record = "dwellings", Dwelling

    def rooms_of(self, house_id: int) -> list[Dwelling]:
        """Return the rooms of a shared house."""
        return self.list("house_id = ?", [house_id])

    def of_landlord(self, landlord_id: int) -> list[Dwelling]:
        """Return the units this landlord owns."""
        return self.list("landlord_id = ?", [landlord_id])

    def labels(self) -> dict[int, str]:
        """Return what every unit is called, by id."""
        return self.touched.kept("dwelling labels", ("dwellings",), self._labels)

    def houses(self) -> dict[int, int]:
        """Return the house of every room, and every other unit itself, by id."""
        return self.touched.kept("houses", ("dwellings",), self._houses)

    def tenures(self) -> Mapping[int, Tenure]:
        """Return how we dispose of every unit, by id."""
        return self.touched.kept_by_row("tenures", "dwellings", self._tenures)

    def checked(self, row_id: int | None = None) -> list[LookedOver]:
        """Return when things were last looked over in every home (or the one) that is ours to look after.

        A room is looked over with its house.
        """
        query = (
            "select id, floor, unit_number, acquired_on, smoke_alarm_on, extinguisher_on, radon_on from dwellings"
            " where given_up_on is null and house_id is null"
            " and tenure not in ('brokered', 'resident_owned') and coalesce(id = ?, 1) order by id"
        )
        rows = self.db.execute(query, [row_id]).fetchall()
        return [LookedOver(*row[:3], *map(day_of, row[3:])) for row in rows]

    def entered(self) -> Mapping[int, date]:
        """Return the day every unit was written into this file (UTC), by id."""
        return self.touched.kept_by_row("entered", "dwellings", self._entered)

    def _entered(self, ids: Sequence[int]) -> dict[int, date]:
        here = f" and row_id in ({', '.join('?' * len(ids))})" if ids else ""
        query = (
            "select row_id, min(substr(at, 1, 10)) from history"
            f" where table_name = 'dwellings' and before is null{here} group by row_id"
        )
        return {row[0]: date.fromisoformat(row[1]) for row in self.db.execute(query, list(ids)).fetchall()}

    def _tenures(self, ids: Sequence[int]) -> dict[int, Tenure]:
        here = f" where id in ({', '.join('?' * len(ids))})" if ids else ""
        rows = self.db.execute(f"select id, tenure from dwellings{here}", list(ids)).fetchall()
        return {row[0]: Tenure(row[1]) for row in rows}

    def _houses(self) -> dict[int, int]:
        return {row[0]: row[1] or row[0] for row in self.db.execute("select id, house_id from dwellings").fetchall()}

    def _labels(self) -> dict[int, str]:
        rows = self.db.execute("select id, street, name, unit_number from dwellings").fetchall()
        return {row[0]: label(row[1], row[2], row[3]) for row in rows}


class Keys(Store[Key]):
    """Keys (nøkler)."""

    table, record = "keys", Key

    def of_dwelling(self, dwelling_id: int) -> list[Key]:
        """Return the unit's keys."""
        return self.list("dwelling_id = ?", [dwelling_id])


class Meters(Store[Meter]):
    """Meters (målere)."""

    table, record = "meters", Meter

    def of_dwelling(self, dwelling_id: int) -> list[Meter]:
        """Return the unit's meters."""
        return self.list("dwelling_id = ?", [dwelling_id])


class HomeGuides(Store[HomeGuide]):
    """What the welcome binder says of each home."""

    table, record = "home_guides", HomeGuide

    def of_dwelling(self, dwelling_id: int) -> HomeGuide | None:
        """Return what is said of a unit, None where nothing is."""
        return next(iter(self.list("dwelling_id = ?", [dwelling_id])), None)


class WasteDays(Store[WasteDay]):
    """When waste is collected."""

    table, record = "waste_days", WasteDay

    def everywhere(self) -> list[WasteDay]:
        """Return what holds in the whole municipality."""
        return self.list("dwelling_id is null")

    def of_dwelling(self, dwelling_id: int) -> list[WasteDay]:
        """Return a unit's own days."""
        return self.list("dwelling_id = ?", [dwelling_id])
