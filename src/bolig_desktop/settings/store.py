"""How the municipality's own row, the price index and the dated figures of its own are kept."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from bolig_desktop.law.sources import Look
from bolig_desktop.settings.records import (
    ContactKind,
    KpiValue,
    LocalContact,
    LookedUp,
    Municipality,
    OwnParameter,
    SourceLook,
)
from bolig_desktop.storage.store import Store

if TYPE_CHECKING:
    from bolig_desktop.law.parameters import Parameter


class Settings(Store[Municipality]):
    """The one row about the municipality."""

    table, record = "municipality", Municipality

    def municipality(self) -> Municipality:
        """Return the municipality, or an empty one before it has been written."""
        return self.touched.kept("municipality", (self.table,), lambda: self.find(1) or Municipality(name=""))


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


class OwnParameters(Store[OwnParameter]):
    """The dated figures of the user's own, which go before the shipped ones."""

    table, record = "own_parameters", OwnParameter

    def of_name(self, name: str) -> list[OwnParameter]:
        """Return the rows of one figure, the first to hold first."""
        return sorted(self.list("name = ?", [name]), key=lambda row: row.valid_from or date.min)

    def rows(self) -> tuple[Parameter, ...]:
        """Return every row as the law reads it; read again only when one has been written."""
        return self.touched.kept(self.table, (self.table,), lambda: tuple(map(as_parameter, self.list())))


class SourceLooks(Store[SourceLook]):
    """When rules and shipped figures were looked up in their sources."""

    table, record = "source_looks", SourceLook

    def newest(self, kind: LookedUp) -> dict[str, Look]:
        """Return the newest look at each rule, or at each figure, by its id or name."""
        found = sorted(self.list("kind = ?", [kind.value]), key=lambda one: (one.looked_on, one.id or 0))
        return {one.name: Look(one.looked_on, one.next_check) for one in found}


class LocalContacts(Store[LocalContact]):
    """Whom residents may need to reach in the municipality."""

    table, record = "local_contacts", LocalContact

    def in_order(self) -> list[LocalContact]:
        """Return them by kind, in the order the kinds are offered."""
        order = {kind: number for number, kind in enumerate(ContactKind)}
        return sorted(self.list(), key=lambda one: (order[one.kind], one.id or 0))


def as_parameter(row: OwnParameter) -> Parameter:
    """Return a row of the user's own as the law reads it; a name the program no longer knows has no value."""
    from bolig_desktop.law import figures  # read where there is a row, not when the program starts
    from bolig_desktop.law.parameters import Parameter

    figure = figures.FIGURES.get(row.name)
    return Parameter(
        id=row.id,
        name=row.name,
        value=figures.read(figure.sort, row.value) if figure else None,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        certainty=row.certainty,
        source=row.source,
        next_check=row.next_check,
    )
