"""How landlords and head leases are kept."""

from bolig_desktop.landlords.records import HeadLease, Landlord
from bolig_desktop.storage.store import Store


class Landlords(Store[Landlord]):
    """Landlords (utleiere)."""

    table, record = "landlords", Landlord

    def names(self) -> dict[int, str]:
        """Return every landlord's name by id."""
        return dict(self.db.execute("select id, name from landlords").fetchall())


class HeadLeases(Store[HeadLease]):
    """Our own leases with owners (innleieavtaler)."""

    table, record = "head_leases", HeadLease

    def of_landlord(self, landlord_id: int) -> list[HeadLease]:
        """Return the landlord's head leases."""
        return self.list("landlord_id = ?", [landlord_id])

    def of_dwellings(self, dwelling_ids: list[int]) -> list[HeadLease]:
        """Return the head leases of these units (a room's house among them)."""
        marks = ", ".join("?" * len(dwelling_ids))
        return self.list(f"dwelling_id in ({marks})", dwelling_ids)
