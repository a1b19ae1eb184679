"""How tenancies, protocols, assessments, decisions, matters and final accounts are kept."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from bolig_desktop.storage.rows import day_of
from bolig_desktop.storage.store import Store
from bolig_desktop.tenancies.records import (
    Decision,
    FinalAccountLine,
    Handover,
    Matter,
    MatterKind,
    NeedAssessment,
    SecurityKind,
    Tenancy,
    TenancyKind,
    TenancyLine,
    TermDates,
)
from bolig_desktop.tenancies.rules import state

_COLUMNS = (
    "id, kind, dwelling_id, household_id, rent_nok, starts_on, ends_on, moved_out_on,"
    " signed_tenant_on, signed_landlord_on"
)


class Tenancies(Store[Tenancy]):
    """Leases (leieforhold)."""

    table, record = "tenancies", Tenancy

    def of_dwelling(self, dwelling_id: int) -> list[Tenancy]:
        """Return every tenancy the unit has had."""
        return self.list("dwelling_id = ?", [dwelling_id])

    def of_dwellings(self, dwelling_ids: list[int]) -> list[Tenancy]:
        """Return every tenancy these units have had."""
        marks = ", ".join("?" * len(dwelling_ids))
        return self.list(f"dwelling_id in ({marks})", dwelling_ids)

    def of_household(self, household_id: int) -> list[Tenancy]:
        """Return every tenancy the household has had."""
        return self.list("household_id = ?", [household_id])

    def terms(self, households: Collection[int] | None = None) -> Iterator[tuple[int, int, int, TermDates]]:
        """Yield (id, dwelling, household, dates) of every tenancy, or of these households': what states come from."""
        only = next(iter(households)) if households is not None and len(households) == 1 else None
        for row in self._rows(only):
            if households is None or row[3] in households:
                yield row[0], row[2], row[3], _dates(row)

    def stays(self, today: date, household_id: int | None = None) -> list[tuple[int, int, str, bool]]:
        """Return (household, dwelling, start as ISO text, whether lived in today) of what has begun, all or of one.

        Of leases and not of dwellings people own. Lived in as ``rules.lived_in`` has it: begun and nobody moved out.
        """
        day = today.isoformat()
        return self.db.execute(
            "select household_id, dwelling_id, starts_on, moved_out_on is null or moved_out_on > ? from tenancies"
            f" where kind <> '{TenancyKind.OWNED}' and starts_on <= ?" + _of(household_id) + " order by id",
            [day, day, *([] if household_id is None else [household_id])],
        ).fetchall()

    def ends(self, household_id: int | None = None) -> list[tuple[Any, ...]]:
        """Return (id, household, dwelling, start, end, moved out, both signed, guarantee's end, whether ours).

        Of leases of ours, and of others' where the municipality stands for the guarantee. Dates as ISO text; of one
        household, or of all.
        """
        ours = ", ".join(f"'{kind}'" for kind in (TenancyKind.MUNICIPAL, TenancyKind.SUBLET, TenancyKind.ROOM))
        return self.db.execute(
            "select id, household_id, dwelling_id, starts_on, ends_on, moved_out_on,"
            " signed_tenant_on is not null and signed_landlord_on is not null, guarantee_ends_on,"
            f" kind in ({ours}) from tenancies"
            f" where (kind in ({ours}) or guarantee_kind = '{SecurityKind.MUNICIPAL}')" + _of(household_id),
            [] if household_id is None else [household_id],
        ).fetchall()

    def lengthened(self) -> dict[int, date]:
        """Return when a lease last got a later end, on another day than it was written in, by the lease's id."""
        return {
            row_id: date.fromisoformat(at[:10])
            for row_id, at, before, after in self.history.changes(self.table, "ends_on")
            if before and (after is None or after > before)
        }

    def lines(self, today: date, dwellings: dict[int, str], households: dict[int, str]) -> list[TenancyLine]:
        """Return the list's lines, by id; the labels come from the caller, who knows who is shielded."""
        return [
            TenancyLine(
                id=row[0],
                kind=TenancyKind(row[1]),
                dwelling_id=row[2],
                dwelling=dwellings[row[2]],
                household_id=row[3],
                household=households[row[3]],
                rent_nok=row[4],
                starts_on=dates.starts_on,
                ends_on=dates.ends_on,
                moved_out_on=dates.moved_out_on,
                state=state(dates, today),
            )
            for row in self._rows()
            for dates in (_dates(row),)
        ]

    def _rows(self, household_id: int | None = None) -> list[tuple[Any, ...]]:
        where = "" if household_id is None else " where household_id = ?"
        asked = f"select {_COLUMNS} from tenancies{where} order by id"
        return self.db.execute(asked, [] if household_id is None else [household_id]).fetchall()


class Handovers(Store[Handover]):
    """Takeover and hand-back protocols."""

    table, record = "handovers", Handover

    def of_tenancy(self, tenancy_id: int) -> list[Handover]:
        """Return the tenancy's protocols."""
        return self.list("tenancy_id = ?", [tenancy_id])

    def readings(self, dwelling_ids: Sequence[int], name: str) -> list[tuple[str, Decimal]]:
        """Return (day, value) of what the meter that measures ``name`` showed in the protocols of these homes."""
        if name not in ("power", "water"):
            return []
        marks = ", ".join("?" * len(dwelling_ids))
        rows = self.db.execute(
            f"select h.held_on, h.{name}_reading from handovers h join tenancies t on t.id = h.tenancy_id"
            f" where h.{name}_reading is not null and h.held_on is not null and t.dwelling_id in ({marks})",
            list(dwelling_ids),
        ).fetchall()
        return [(day, Decimal(value)) for day, value in rows]


class Assessments(Store[NeedAssessment]):
    """Need assessments."""

    table, record = "assessments", NeedAssessment

    def of_tenancy(self, tenancy_id: int) -> list[NeedAssessment]:
        """Return the assessments of a lease that runs out."""
        return self.list("tenancy_id = ?", [tenancy_id])

    def of_household(self, household_id: int) -> list[NeedAssessment]:
        """Return the household's assessments."""
        return self.list("household_id = ?", [household_id])


class Decisions(Store[Decision]):
    """Decisions (enkeltvedtak)."""

    table, record = "decisions", Decision

    def of_tenancy(self, tenancy_id: int) -> list[Decision]:
        """Return the decisions about a lease."""
        return self.list("tenancy_id = ?", [tenancy_id])

    def of_household(self, household_id: int) -> list[Decision]:
        """Return the decisions about a household."""
        return self.list("household_id = ?", [household_id])


class Matters(Store[Matter]):
    """Matters with a clock."""

    table, record = "matters", Matter

    def of_tenancy(self, tenancy_id: int) -> list[Matter]:
        """Return what runs, or ran, about a lease."""
        return self.list("tenancy_id = ?", [tenancy_id])

    def of_household(self, household_id: int) -> list[Matter]:
        """Return what runs, or ran, about a household."""
        return self.list("household_id = ?", [household_id])

    def of_rents(self, tenancy_id: int | None = None) -> list[Matter]:
        """Return what has changed a rent, or is to change it, of one lease or of all."""
        kinds = f"kind in ('{MatterKind.INDEX_CHANGE}', '{MatterKind.MARKET_RENT}')"
        if tenancy_id is None:
            return self.list(kinds)
        return self.list(f"{kinds} and tenancy_id = ?", [tenancy_id])

    def ends_by_notice(self) -> dict[int, date]:
        """Return, by lease, the first day a notice that runs ends it."""
        kinds = f"'{MatterKind.NOTICE_BY_US}', '{MatterKind.NOTICE_BY_TENANT}'"
        rows = self.db.execute(
            f"select tenancy_id, min(effect_on) from matters where kind in ({kinds}) and tenancy_id is not null"
            " and effect_on is not null and closed_on is null group by tenancy_id"
        ).fetchall()
        return {row[0]: date.fromisoformat(row[1]) for row in rows}

    def with_clocks(self, household_id: int | None = None) -> list[Matter]:
        """Return what is not closed, and what has changed a rent, of one household or of all."""
        kinds = (MatterKind.INDEX_CHANGE, MatterKind.MARKET_RENT, MatterKind.REQUEST_TO_MOVE)
        closed = ", ".join(f"'{kind}'" for kind in kinds)
        where = f"(closed_on is null or kind in ({closed}))" + _of(household_id)
        return self.list(where, [] if household_id is None else [household_id])


class FinalAccountLines(Store[FinalAccountLine]):
    """The lines of final accounts (oppgjør)."""

    table, record = "final_account_lines", FinalAccountLine

    def of_tenancy(self, tenancy_id: int) -> list[FinalAccountLine]:
        """Return the final account of a lease."""
        return self.list("tenancy_id = ?", [tenancy_id])


def _of(household_id: int | None) -> str:
    return "" if household_id is None else " and household_id = ?"


def _dates(row: tuple[Any, ...]) -> TermDates:
    return TermDates(
        starts_on=date.fromisoformat(row[5]),
        ends_on=day_of(row[6]),
        moved_out_on=day_of(row[7]),
        signed_tenant_on=day_of(row[8]),
        signed_landlord_on=day_of(row[9]),
    )
