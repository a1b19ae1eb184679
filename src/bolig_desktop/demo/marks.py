"""What has been ticked as done in Nordvik, and what was put off, and why."""

from collections.abc import Iterator, Sequence
from datetime import date

from bolig_desktop.agenda.leases import LETTER, TALK
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import SCENES, Spell, Stage
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.followup.records import Mark
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.law import clocks
from bolig_desktop.law.months import add_months
from bolig_desktop.tenancies.records import Decision, Tenancy


def marks(
    register: Register,
    leases: Sequence[Tenancy],
    stays: Sequence[Stay],
    decisions: Sequence[Decision],
    hired: Sequence[HeadLease],
    today: date,
) -> list[Mark]:
    """Return the marks about leases, the appeal nobody made, and a head lease that ends."""
    told = {lease.id for lease, stay in zip(leases, stays, strict=True) if SCENES[stay.scene].stage is Stage.TOLD}
    found = [*_of_leases(leases, stays, today), *_of_decisions(decisions, told, today), *_of_owners(hired, today)]
    return [register.numbered(mark) for mark in found]


def _of_leases(leases: Sequence[Tenancy], stays: Sequence[Stay], today: date) -> Iterator[Mark]:
    for lease, stay in zip(leases, stays, strict=True):
        scene = SCENES[stay.scene]
        if lease.ends_on is None or stay.spell is not scene.spell:
            continue
        if scene.stage is Stage.TOLD:
            yield _mark("lease_letter", "tenancies", lease.id, add_months(lease.ends_on, -LETTER), today)
        elif scene.spell is Spell.SIX_MONTHS:
            talk = add_months(lease.ends_on, -TALK)
            yield _mark("lease_talk", "tenancies", lease.id, talk, today, 9, "Tolken er ikke ledig før.")


def _of_decisions(decisions: Sequence[Decision], told: set[int | None], today: date) -> Iterator[Mark]:
    for decision in decisions:
        if decision.tenancy_id in told and decision.received_on is not None:
            yield _mark("appeal", "decisions", decision.id, clocks.appeal(decision.received_on).nominal, today)


def _of_owners(hired: Sequence[HeadLease], today: date) -> Iterator[Mark]:
    """The owner's lease that ends first is spoken of when the owner is back."""
    ahead = [lease for lease in hired if lease.ends_on is not None and lease.ends_on > today]
    for lease in sorted(ahead, key=lambda lease: (lease.ends_on or today, lease.id or 0))[:1]:
        ends = lease.ends_on or today
        yield _mark("head_lease_ends", "landlords", lease.landlord_id, ends, today, 12, "Utleieren er på reise.")


def _mark(
    kind: str,
    topic: str,
    row_id: int | None,
    nominal: date,
    today: date,
    put_off: int | None = None,
    reason: str = "",
) -> Mark:
    return Mark(
        kind=kind,
        topic=topic,
        subject_id=row_id or 0,
        nominal=nominal,
        made_on=today - 2 * DAY,
        put_off_to=None if put_off is None else today + put_off * DAY,
        reason=reason,
    )
