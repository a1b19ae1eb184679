"""How the municipality's own row and the price index are kept."""

from bolig_desktop.settings.records import KpiValue, Municipality
from bolig_desktop.storage.store import Store


class Settings(Store[Municipality]):
    """The one row about the municipality."""

    table, record = "municipality", Municipality

    def municipality(self) -> Municipality:
        """Return the municipality, or an empty one before it has been written."""
        return self.find(1) or Municipality(name="")


class Kpi(Store[KpiValue]):
    """The consumer price index, one row for each table's month."""

    table, record = "kpi", KpiValue

    def of_series(self, series: str) -> list[KpiValue]:
        """Return a table's values, the oldest month first."""
        return sorted(self.list("series = ?", [series]), key=lambda one: one.month)

    def around(self, value: KpiValue) -> list[KpiValue]:
        """Return what the table has of the same month and, nearest to it, before and after, oldest first."""
        found = [
            *self.list(f"{_BESIDE} (select max(month) from kpi where series = ? and month < ?)", _keys(value)),
            *self.list("series = ? and month = ?", [value.series, value.month]),
            *self.list(f"{_BESIDE} (select min(month) from kpi where series = ? and month > ?)", _keys(value)),
        ]
        return [one for one in found if one.id != value.id]


_BESIDE = "series = ? and month ="


def _keys(value: KpiValue) -> list[str]:
    return [value.series, value.series, value.month]
