"""How the municipality's own row is kept."""

from bolig_desktop.settings.records import Municipality
from bolig_desktop.storage.store import Store


class Settings(Store[Municipality]):
    """The one row about the municipality."""

    table, record = "municipality", Municipality

    def municipality(self) -> Municipality:
        """Return the municipality, or an empty one before it has been written."""
        return self.find(1) or Municipality(name="")
