"""What the lists of defects, complaints and checks say; a home is named in them, and nobody who is shielded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from bolig_desktop.casefile.naming import dwelling_labels, without_names
from bolig_desktop.maintenance import rules
from bolig_desktop.maintenance.records import (
    Checked,
    CheckKind,
    ComplaintLine,
    Defect,
    DefectLine,
    HomeCheck,
    Mender,
)

if TYPE_CHECKING:
    from bolig_desktop.casefile.case import CaseFile


def defect_lines(case: CaseFile) -> list[DefectLine]:
    """Return the list of defects; no household stands in it, and no text that names somebody shielded."""
    labels, tenures, today = dwelling_labels(case), case.dwellings.tenures(), case.clock()
    found = []
    for record in case.defects.list():
        shown = without_names(case, "defects", record)
        mender = rules.mender_of(record, tenures[record.dwelling_id])
        found.append(
            DefectLine(
                id=record.id or 0,
                dwelling_id=record.dwelling_id,
                dwelling=labels[record.dwelling_id],
                room=shown.room,
                what=shown.what,
                kind=record.kind,
                urgency=record.urgency,
                state=rules.defect_state(record, mender, today),
                mender=mender,
                reported_on=record.reported_on,
                promised_on=record.promised_on,
                mended_on=record.mended_on,
                cost_nok=record.cost_nok,
            )
        )
    return found


def complaint_lines(case: CaseFile) -> list[ComplaintLine]:
    """Return the list of complaints, never with who complains; a shielded household is not named beside a home."""
    labels, households = dwelling_labels(case), case.households.labels()
    shielded = case.households.shielded_ids()
    found = []
    for record in case.complaints.list():
        shown, about = without_names(case, "complaints", record), record.household_id
        found.append(
            ComplaintLine(
                id=record.id or 0,
                dwelling_id=record.dwelling_id,
                dwelling=labels[record.dwelling_id],
                household="" if about is None or about in shielded else households[about],
                source=record.source,
                what=shown.what,
                received_on=record.received_on,
                state=rules.complaint_state(record),
            )
        )
    return found


def mender_of(case: CaseFile, defect: Defect) -> Mender:
    """Return who is to mend a defect."""
    return rules.mender_of(defect, case.dwellings.get(defect.dwelling_id).tenure)


def checks_of(case: CaseFile, dwelling_id: int) -> list[Checked]:
    """Return everything to be looked over in one dwelling, done or never done."""
    dwelling = case.dwellings.get(dwelling_id)
    own = {CheckKind.SMOKE_ALARM: dwelling.smoke_alarm_on, CheckKind.EXTINGUISHER: dwelling.extinguisher_on,
           CheckKind.RADON: dwelling.radon_on}  # fmt: skip
    rows = {row.kind: row for row in case.home_checks.of_dwelling(dwelling_id)}
    return [checked(kind, rows.get(kind), own.get(kind)) for kind in CheckKind]


def checked(kind: CheckKind, row: HomeCheck | None, own: date | None) -> Checked:
    """Return one thing to be looked over; own: the day the dwelling itself says it was done."""
    kept = (row.months, row.done_on) if row is not None else (None, None)
    months = kept[0] or rules.MONTHS[kind]
    last = max((day for day in (kept[1], own) if day is not None), default=None)
    return Checked(kind=kind, row=row, months=months, last_on=last, next_on=rules.next_check(last, months))


class HomeChecks(NamedTuple):
    """Everything to be looked over in one home, and the day from which what never was is counted."""

    dwelling_id: int
    counted_from: date
    checks: tuple[Checked, ...]


def checks_of_homes(case: CaseFile, dwelling_id: int | None = None) -> Iterator[HomeChecks]:
    """Yield what is to be looked over in every home (or the one) ours to look after.

    What never was is counted from the day the home was written into this file, or from when we have it where that is
    later. Radon nobody has measured is left out where it need not be.
    """
    rows: dict[int, dict[CheckKind, HomeCheck]] = {}
    for row in case.home_checks.list() if dwelling_id is None else case.home_checks.of_dwelling(dwelling_id):
        rows.setdefault(row.dwelling_id, {})[row.kind] = row
    today = case.clock()
    homes = case.dwellings.checked(dwelling_id)
    all_entered = case.dwellings.entered() if homes else {}
    for home in homes:
        kept = rows.get(home.dwelling_id, {})
        own = {CheckKind.SMOKE_ALARM: home.smoke_alarm_on, CheckKind.EXTINGUISHER: home.extinguisher_on,
               CheckKind.RADON: home.radon_on}  # fmt: skip
        each = [checked(kind, kept.get(kind), own.get(kind)) for kind in CheckKind]
        if not rules.needs_radon(home.floor, home.unit_number):
            each = [one for one in each if one.kind is not CheckKind.RADON or one.last_on is not None]
        entered = min(all_entered.get(home.dwelling_id, today), today)
        yield HomeChecks(home.dwelling_id, max(entered, home.acquired_on or entered), tuple(each))


def asked_of_landlord(case: CaseFile, landlord_id: int) -> list[Defect]:
    """Return the defects of the units this landlord owns or lets to us, and of the rooms in them; open ones first."""
    units = {unit.id or 0 for unit in case.dwellings.of_landlord(landlord_id)}
    units |= {lease.dwelling_id for lease in case.head_leases.of_landlord(landlord_id)}
    houses = case.dwellings.houses()
    units |= {unit for unit, house in houses.items() if house in units}
    found = case.defects.of_dwellings(sorted(units)) if units else []
    theirs = [one for one in found if mender_of(case, one) is Mender.OWNER or one.promised_on is not None]
    return sorted(theirs, key=lambda one: (one.mended_on is not None, -one.reported_on.toordinal()))


def costs(case: CaseFile) -> list[tuple[int, str, int, int]]:
    """Return what defects have cost: dwelling, what it is called, year and whole kroner; the newest year first."""
    labels = dwelling_labels(case)
    by_dwelling: dict[int, list[Defect]] = {}
    for defect in case.defects.list("cost_nok > 0"):
        by_dwelling.setdefault(defect.dwelling_id, []).append(defect)
    found = [
        (dwelling_id, labels[dwelling_id], year, nok)
        for dwelling_id, defects in by_dwelling.items()
        for year, nok in rules.costs_by_year(defects).items()
    ]
    return sorted(found, key=lambda row: (-row[2], row[1]))


def by_year(rows: Iterable[tuple[int, str, int, int]]) -> Mapping[int, int]:
    """Return the sum of each year, whole kroner."""
    found: dict[int, int] = {}
    for _, _, year, nok in rows:
        found[year] = found.get(year, 0) + nok
    return found
