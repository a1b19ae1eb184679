"""What is known of every lease somebody lives on: what was done about its end, gathered from the other topics."""

from collections.abc import Collection, Iterable
from datetime import date
from typing import Any, NamedTuple

from bolig_desktop.agenda.items import Key
from bolig_desktop.agenda.leases import LETTER, TALK, Lease
from bolig_desktop.casefile import CaseFile
from bolig_desktop.law.months import add_months
from bolig_desktop.storage.rows import day_of
from bolig_desktop.tenancies.records import (
    Decision,
    DecisionKind,
    DecisionResult,
    Matter,
    MatterKind,
    NeedAssessment,
)
from bolig_desktop.tenancies.rules.gate import unfinished

_LEASE_END_LETTER = "D11a"

Rents = dict[int, tuple[date | None, date | None]]


class Around(NamedTuple):
    """What was done about leases, by the lease's id: see ``Lease``. done: what is ticked as done."""

    assessed: frozenset[int]
    decided: dict[int | None, DecisionResult]
    told: frozenset[int]
    asked: dict[int, Matter]
    rents: Rents
    done: Collection[Key]


def around(
    case: CaseFile,
    done: Collection[Key],
    assessments: Iterable[NeedAssessment],
    decisions: Iterable[Decision],
    matters: Iterable[Matter],
    letters: Iterable[tuple[Any, ...]],
) -> Around:
    """Return what was done about leases; what came before a lease was lengthened no longer counts."""
    longer = case.touched.kept("lengthened", ("tenancies",), case.tenancies.lengthened)
    counting = [
        decision
        for decision in decisions
        if decision.kind is DecisionKind.EXTENSION
        and decision.decided_on > longer.get(decision.tenancy_id or 0, date.min)
    ]
    return Around(
        assessed=frozenset(
            a.tenancy_id
            for a in assessments
            if not unfinished(a) and a.assessed_on > longer.get(a.tenancy_id, date.min)
        ),
        decided={d.tenancy_id: d.result for d in sorted(counting, key=lambda d: (d.decided_on, d.id or 0))},
        told=frozenset(row[1] for row in letters if row[0] == _LEASE_END_LETTER),
        asked=_asked(matters),
        rents=_rents(matters),
        done=done,
    )


def leases(case: CaseFile, today: date, household_id: int | None, known: Around) -> Iterable[tuple[Lease, bool]]:
    """Yield the leases that are not settled, and whether they are ours; others' have a guarantee of ours.

    A lease is settled when they have moved out, and when another of the same people in the same dwelling or house is
    signed by both; a draft settles nothing, not even once its first day has come.
    """
    houses, now = case.dwellings.houses(), today.isoformat()
    rows = case.tenancies.ends(household_id)
    newest: dict[tuple[int, int], tuple[str, int]] = {}
    for row in rows:
        if row[6] and row[8]:
            where = row[1], houses[row[2]]
            newest[where] = max((row[3], row[0]), newest.get(where, ("", 0)))
    for row_id, household, dwelling, starts, ends, moved_out, signed, guarantee, ours in rows:
        last = newest.get((household, houses[dwelling]), ("", 0))
        if (moved_out is not None and moved_out <= now) or last > (starts, row_id):
            continue  # moved out, or what comes after is signed
        lease = Lease(
            id=row_id,
            household_id=household,
            dwelling_id=dwelling,
            starts_on=date.fromisoformat(starts),
            ends_on=day_of(ends),
            binds=bool(signed) or starts <= now,
            guarantee_ends_on=day_of(guarantee),
        )
        yield _with_what_was_done(lease, known), bool(ours)


def _with_what_was_done(lease: Lease, known: Around) -> Lease:
    request = known.asked.get(lease.id)
    rent = known.rents.get(lease.id, (None, None))
    return lease._replace(
        talked=_is_ticked(known.done, "lease_talk", lease, TALK),
        assessed=lease.id in known.assessed,
        decision=known.decided.get(lease.id),
        told=lease.id in known.told or _is_ticked(known.done, "lease_letter", lease, LETTER),
        asked_on=request.sent_on if request else None,
        move_by=request.due_on if request else None,
        rent_set_on=rent[0],
        rent_agreed_on=rent[1],
    )


def _is_ticked(done: Collection[Key], kind: str, lease: Lease, months: int) -> bool:
    end = lease.ends_on
    return end is not None and (kind, "tenancies", lease.id, add_months(end, -months)) in done


def _asked(matters: Iterable[Matter]) -> dict[int, Matter]:
    """Return the newest request to move sent about each lease."""
    sent = [m for m in matters if m.kind is MatterKind.REQUEST_TO_MOVE and m.sent_on is not None]
    return {m.tenancy_id: m for m in sorted(sent, key=lambda m: m.sent_on or date.min) if m.tenancy_id is not None}


def _rents(matters: Iterable[Matter]) -> Rents:
    """Return when each lease's rent last changed in any way, and when by anything but the index."""
    rents: Rents = {}
    for matter in matters:
        if matter.kind not in (MatterKind.INDEX_CHANGE, MatterKind.MARKET_RENT) or matter.effect_on is None:
            continue
        key = matter.tenancy_id or 0
        set_on, agreed = rents.get(key, (None, None))
        if matter.kind is MatterKind.MARKET_RENT:
            agreed = max(matter.effect_on, agreed or matter.effect_on)
        rents[key] = max(matter.effect_on, set_on or matter.effect_on), agreed
    return rents
