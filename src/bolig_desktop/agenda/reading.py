"""Read what dates hang on, of one household or of all, with one query a table, and turn it into items."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Any

from bolig_desktop.agenda.calendar import of_calendar
from bolig_desktop.agenda.items import Item, item
from bolig_desktop.agenda.leases import Lease, of_lease
from bolig_desktop.agenda.matters import of_assessment, of_decision, of_matter
from bolig_desktop.agenda.people import Resident, of_person
from bolig_desktop.casefile import CaseFile
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months
from bolig_desktop.people.records import HouseholdKind
from bolig_desktop.storage.rows import day_of
from bolig_desktop.tenancies.records import Decision, Matter, MatterKind
from bolig_desktop.tenancies.rules.gate import unfinished

HEAD_LEASE_MONTHS = 3
"""How long before a head lease ends it is to be settled what comes after (a routine of ours)."""

_LEASE_END_LETTER = "D11a"


def of_households(case: CaseFile, today: date, household_id: int | None = None) -> dict[int, list[Item]]:
    """Return what is due about one household, or about every household, by its id."""
    found: dict[int, list[Item]] = defaultdict(list)
    post_days = case.settings.municipality().post_days
    decisions = case.decisions.list(*_where(household_id))
    assessments = case.assessments.list(*_where(household_id))
    matters = case.matters.with_clocks(household_id)
    letters = case.papers.sent(household_id)
    for lease in _leases(case, today, household_id, decisions, assessments, matters, letters):
        found[lease.household_id] += of_lease(lease, today)
    for matter in matters:
        found[matter.household_id] += of_matter(matter, post_days)
    sent = {row[2]: day_of(row[4]) for row in letters if row[2] is not None and row[4] is not None}
    decided = {decision.assessment_id for decision in decisions}
    for decision in decisions:
        found[decision.household_id] += of_decision(decision, post_days, sent.get(decision.id))
    for assessment in assessments:
        found[assessment.household_id] += of_assessment(assessment, decided=assessment.id in decided)
    for row in case.people.with_dates(household_id):
        person = _resident(row)
        found[person.household_id] += of_person(person, today)
    return found


def of_owners(case: CaseFile) -> list[Item]:
    """Return what is due about our own leases with owners that no newer one follows."""
    leases = case.head_leases.list()
    newest: dict[tuple[int, int], date] = {}
    for lease in leases:
        key = (lease.landlord_id, lease.dwelling_id)
        newest[key] = max(lease.starts_on, newest.get(key, lease.starts_on))
    given_up = {d.id for d in case.dwellings.list("given_up_on is not null")}
    found = []
    for lease in leases:
        followed = newest[lease.landlord_id, lease.dwelling_id] > lease.starts_on
        facts = {"dwelling_id": lease.dwelling_id}
        if lease.ends_on is not None and not followed and lease.dwelling_id not in given_up:
            settle = clocks.ours(add_months(lease.ends_on, -(lease.notice_months or HEAD_LEASE_MONTHS)))
            due = clocks.Due(lease.ends_on, settle.act_by)
            found.append(item("head_lease_ends", "landlords", lease.landlord_id, due, fact=lease.ends_on, **facts))
        if lease.guarantee_ends_on is not None and not followed:
            due = clocks.ours(lease.guarantee_ends_on)
            found.append(item("head_guarantee_ends", "landlords", lease.landlord_id, due, **facts))
    return found


def of_papers(case: CaseFile) -> list[Item]:
    """Return the papers that wait for the municipality's archive (AR-1): a month after printing, our routine."""
    return [
        item(
            "archive",
            "papers",
            row_id,
            clocks.ours(add_months(date.fromisoformat(printed_on), 1)),
            household_id=household_id or 0,
            tenancy_id=tenancy_id or 0,
        )
        for row_id, household_id, tenancy_id, printed_on in case.papers.not_filed()
    ]


def of_everybody(today: date) -> list[Item]:
    """Return the calendar's own dates."""
    return list(of_calendar(today))


def _where(household_id: int | None) -> tuple[str | None, list[int]]:
    return (None, []) if household_id is None else ("household_id = ?", [household_id])


def _leases(
    case: CaseFile,
    today: date,
    household_id: int | None,
    decisions: list[Decision],
    assessments: list[Any],
    matters: list[Matter],
    letters: list[tuple[Any, ...]],
) -> Iterable[Lease]:
    """Yield the leases of ours that somebody still lives on, each with what was done about its end."""
    houses = case.dwellings.houses()
    rows = case.tenancies.ends(household_id)
    after: dict[tuple[int, int], list[tuple[str, int, bool]]] = defaultdict(list)
    for row in rows:
        after[row[1], houses[row[2]]].append((row[3], row[0], bool(row[6])))
    assessed = {a.tenancy_id for a in assessments if not unfinished(a)}
    results = {d.tenancy_id: d.result for d in sorted(decisions, key=lambda d: (d.decided_on, d.id or 0))}
    told = {row[1]: row[3] for row in letters if row[0] == _LEASE_END_LETTER}
    asked, rents = _of_matters(matters)
    now = today.isoformat()
    for row_id, household, dwelling, starts, ends, moved_out, signed, guarantee in rows:
        if moved_out is not None and moved_out <= now:
            continue
        later = [(start, i, s) for start, i, s in after[household, houses[dwelling]] if (start, i) > (starts, row_id)]
        begun = [start for start, _, s in later if s or start <= now]
        if begun and min(begun) <= now:
            continue  # the household lives on the newer lease now
        request = asked.get(row_id)
        rent = rents.get(row_id, (None, None))
        yield Lease(
            id=row_id,
            household_id=household,
            dwelling_id=dwelling,
            starts_on=date.fromisoformat(starts),
            ends_on=day_of(ends),
            binds=bool(signed) or starts <= now,
            assessed=row_id in assessed,
            decision=results.get(row_id),
            followed=bool(later),
            follows_signed=any(s for _, _, s in later),
            told_on=day_of(told.get(row_id)),
            asked_on=request.sent_on if request else None,
            move_by=request.due_on if request else None,
            guarantee_ends_on=day_of(guarantee),
            rent_set_on=rent[0],
            rent_agreed_on=rent[1],
        )


def _of_matters(matters: list[Matter]) -> tuple[dict[int, Matter], dict[int, tuple[date | None, date | None]]]:
    """Return the newest request to move sent about each lease, and when its rent was last set, and last agreed."""
    asked: dict[int, Matter] = {}
    rents: dict[int, tuple[date | None, date | None]] = {}
    for matter in matters:
        key = matter.tenancy_id
        if key is None:
            continue
        if matter.kind is MatterKind.REQUEST_TO_MOVE and matter.sent_on is not None:
            known = asked.get(key)
            if known is None or (known.sent_on or date.min) <= matter.sent_on:
                asked[key] = matter
        elif matter.kind in (MatterKind.INDEX_CHANGE, MatterKind.MARKET_RENT) and matter.effect_on is not None:
            set_on, agreed = rents.get(key, (None, None))
            set_on = max(matter.effect_on, set_on or matter.effect_on)
            if matter.kind is MatterKind.MARKET_RENT:
                agreed = max(matter.effect_on, agreed or matter.effect_on)
            rents[key] = (set_on, agreed)
    return asked, rents


def _resident(row: tuple[Any, ...]) -> Resident:
    return Resident(
        id=row[0],
        household_id=row[1],
        born_on=day_of(row[2]),
        permit_on=day_of(row[3]),
        permit_ends_on=day_of(row[4]),
        settled_on=day_of(row[5]),
        programme_on=day_of(row[6]),
        registered_on=day_of(row[7]),
        minor_alone=row[8] == HouseholdKind.UNACCOMPANIED_MINOR,
    )
