"""Index changes of the leases in the file: who can have one and who cannot, registering, and taking into use.

A household with a strictly confidential address is never in it (law.md AG-2); a shielded one by its number only.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.law.answers import Step
from bolig_desktop.law.indexing import Month, newest_published, table_on
from bolig_desktop.law.sections import section
from bolig_desktop.settings.records import KpiSource, KpiValue
from bolig_desktop.tenancies.records import Matter, MatterKind, Tenancy
from bolig_desktop.tenancies.rules.indexing import RENT_KINDS, IndexChange, IndexTable, index_change


class RunLine(NamedTuple):
    """One lease in a run, with what it is called outside its own case."""

    id: int
    household_id: int
    household: str
    dwelling: str
    change: IndexChange

    @property
    def left_out(self) -> Step | None:
        """Why the lease cannot be changed by this notice; None where it can."""
        return self.change.left_out


def index_table(case: CaseFile, on: date) -> IndexTable:
    """Return the index as the case file has it: the table that holds on a day, and no other."""
    series, base = table_on(on, case.own_parameters.rows())
    values = {one.month: one.value for one in case.kpi.of_series(series) if one.base == base}
    return IndexTable(series=series, base=base, values=values)


def missing_months(case: CaseFile, today: date) -> list[Month]:
    """Return the months whose values are wanted today and are not in the file, the oldest first.

    The newest figure that is out, and every month a lease's next change is reckoned from.
    """
    lines = index_run(case, today)
    wanted = {
        line.change.from_month for line in lines if line.left_out and line.left_out.code == "index.value_missing"
    }
    wanted.add(newest_published(today))
    return sorted(wanted - index_table(case, today).values.keys())


def index_run(
    case: CaseFile,
    notice_on: date,
    received_on: date | None = None,
    *,
    table: IndexTable | None = None,
    only: Collection[int] | None = None,
) -> list[RunLine]:
    """Return what a notice on a day gives each lease, by its own dates, also those it leaves out and why.

    received_on: when the notice reaches the tenants, the same day where it is not told. table: the index to reckon
    with, the case file's own where none is given. only: the leases that are asked for.
    """
    table = table or index_table(case, notice_on)
    never = case.households.strict_ids()
    leases = [lease for lease in case.tenancies.list() if lease.household_id not in never]
    followed, given_up = _followed(case, leases, notice_on), case.matters.ends_by_notice()
    matters: Mapping[int, list[Matter]] = defaultdict(list)
    for matter in case.matters.of_rents():
        if matter.tenancy_id is not None:
            matters[matter.tenancy_id].append(matter)
    households, dwellings = case.households.labels(), case.dwellings.labels()
    return [
        RunLine(
            id=lease.id or 0,
            household_id=lease.household_id,
            household=households[lease.household_id],
            dwelling=dwellings[lease.dwelling_id],
            change=index_change(
                lease,
                matters[lease.id or 0],
                table,
                notice_on=notice_on,
                received_on=received_on or notice_on,
                followed_on=followed.get(lease.id or 0),
                given_up_on=given_up.get(lease.id or 0),
            ),
        )
        for lease in leases
        if only is None or lease.id in only
    ]


def register(case: CaseFile, ids: Sequence[int], notice_on: date, received_on: date) -> list[Matter]:
    """Make an index change of each lease named, reckoned anew; all of them or none, one step of the history.

    Raises Refused where one of them cannot be changed by this notice.
    """
    lines = {line.id: line for line in index_run(case, notice_on, received_on, only=set(ids))}
    if missing := [row_id for row_id in ids if row_id not in lines]:
        raise Refused(Problem(field="", code="index.code_6", section=section("AG-2"), facts={"lease": missing[0]}))
    with case.atomic("index"):
        return [case.save(_matter(lines[row_id], case.clock())) for row_id in ids]


def take_into_use(case: CaseFile, matter: Matter) -> Tenancy:
    """Let a lease have the new rent it was told of, from the day it applies; the matter is closed with it.

    Raises Refused before that day, and where the rent is another than the change was reckoned of.
    """
    tenancy = case.tenancies.find(matter.tenancy_id)
    if matter.kind not in RENT_KINDS or tenancy is None or matter.amount_nok is None or matter.effect_on is None:
        raise Refused(Problem(field="", code="index.not_a_change"))
    today = case.clock()
    if matter.effect_on > today:
        raise Refused(Problem(field="effect_on", code="index.not_yet", facts={"day": matter.effect_on}))
    if matter.closed_on is not None:
        raise Refused(Problem(field="closed_on", code="index.in_use"))
    if matter.old_rent_nok not in (None, tenancy.rent_nok):
        facts = {"rent_nok": tenancy.rent_nok, "old_nok": matter.old_rent_nok}
        raise Refused(Problem(field="old_rent_nok", code="index.rent_changed", facts=facts))
    with case.atomic("rent"):
        case.save(replace(matter, closed_on=today))
        return case.save(replace(tenancy, rent_nok=matter.amount_nok))


def keep_index(
    case: CaseFile, table: tuple[str, str], values: Mapping[Month, Decimal], lines: Mapping[Month, int]
) -> tuple[int, int]:
    """Write the months of a file that are not there yet; return how many were added, and how many there already.

    All or nothing. Raises Refused where a month has another value in the case file, or is not over yet.
    """
    series, base = table
    known = {one.month: one.value for one in case.kpi.of_series(series)}
    new = {month: value for month, value in values.items() if month not in known}
    problems = [
        Problem(
            field="",
            code="kpi_file.differs",
            facts={"line": lines[month], "month": month, "value": value, "known": known[month]},
        )
        for month, value in values.items()
        if known.get(month, value) != value
    ]
    today = case.clock()
    rows = [
        KpiValue(series=series, base=base, month=month, value=value, source=KpiSource.FILE, entered_on=today)
        for month, value in sorted(new.items())
    ]
    problems += [
        Problem(field="", code="kpi_file.not_over", facts={"line": lines[row.month], "month": row.month})
        for row in rows
        if row.month >= f"{today:%Y-%m}"
    ]
    if problems:
        raise Refused(*problems)
    with case.atomic("kpi"):
        for row in rows:
            case.save(row)
    return len(new), len(values) - len(new)


def _matter(line: RunLine, today: date) -> Matter:
    change = line.change
    if change.left_out is not None or change.new_nok is None:
        why = change.left_out or Step(code="index.not_a_change")
        raise Refused(Problem(field="", code=why.code, section=section("HL-4-2"), facts=why.facts))
    return Matter(
        kind=MatterKind.INDEX_CHANGE,
        household_id=line.household_id,
        tenancy_id=line.id,
        opened_on=today,
        effect_on=change.effect_on,
        amount_nok=change.new_nok,
        kpi_series=change.table.series,
        kpi_from_month=change.from_month,
        kpi_from=change.from_value,
        kpi_to_month=change.to_month,
        kpi_to=change.to_value,
        old_rent_nok=change.old_nok,
    )


def _followed(case: CaseFile, leases: Sequence[Tenancy], day: date) -> dict[int, date]:
    """Return, for each lease, when the household's next lease of the same house begins: one that binds already."""
    houses = case.dwellings.houses()
    of_home: Mapping[tuple[int, int], list[Tenancy]] = defaultdict(list)
    for lease in leases:
        of_home[lease.household_id, houses[lease.dwelling_id]].append(lease)
    found = {}
    for together in of_home.values():
        for lease in together:
            later = [
                other.starts_on
                for other in together
                if (other.starts_on, other.id or 0) > (lease.starts_on, lease.id or 0)
                and (other.starts_on <= day or (other.signed_tenant_on and other.signed_landlord_on))
            ]
            if later:
                found[lease.id or 0] = min(later)
    return found
