"""What runs in Nordvik: applications, notices, warnings and requests, each kind in a state that shows its clock."""

import dataclasses
import math
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import SCENES, Spell, Stage
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.law import clocks
from bolig_desktop.law.indexing import indexed_rent, month_of, newest_published, table_on
from bolig_desktop.tenancies.records import Matter, MatterBasis, MatterKind, Tenancy


class _Told(NamedTuple):
    """One matter about a unit's newest lease (over: the newest that is over); numbers are days before today."""

    unit: str
    kind: MatterKind
    opened: int
    over: bool = False
    sent: int | None = None
    received: int | None = None
    answered: int | None = None
    due: int | None = None
    closed: int | None = None
    basis: MatterBasis | None = None
    amount_nok: int | None = None
    reason: str = ""
    about: str = ""
    outcome: str = ""


_KPI_THEN, _KPI_NOW = Decimal("97.1"), Decimal("100.0")
_Lived = Sequence[tuple[Tenancy, Stay]]
_K, _B = MatterKind, MatterBasis
_TOLD = (
    _Told("H1", _K.MEMBER_APPLICATION, opened=21, received=21, reason="Mor på 63 år vil flytte inn."),
    _Told(
        "M13", _K.MEMBER_APPLICATION, opened=300, received=300, answered=280, closed=280,
        reason="En fetter vil bo der mens han studerer.", outcome="Godkjent for ett år.",
    ),
    _Told("B2", _K.WARNING, opened=75, sent=75, due=61, closed=55, basis=_B.NUISANCE,
          reason="Bråk om natten, klaget på tre ganger.", outcome="Fortsatte etter varselet."),
    _Told("B2", _K.NOTICE_BY_US, opened=21, sent=21, received=19, basis=_B.NUISANCE,
          reason="Gjentatt bråk om natten etter skriftlig varsel."),
    _Told("M10", _K.NOTICE_BY_US, opened=50, sent=50, received=48, answered=24, basis=_B.OTHER,
          reason="Rekken skal rives og bygges ny. Husstanden har fått tilbud om Lyngveien 6."),
    _Told("M14", _K.NOTICE_BY_TENANT, opened=12, received=12, reason="Flytter til sønnen i en annen kommune."),
    _Told("A1", _K.WARNING, opened=6, sent=6, due=-8, basis=_B.NEGLECT,
          reason="Brannvarsleren på rommet er tatt ned to ganger.",
          about="Brannvarsleren skal henge på plass og virke hele tiden."),
    _Told("M2", _K.SOCIAL_SERVICE_NOTICE, opened=40, sent=40, closed=20, basis=_B.UNPAID,
          reason="To måneder uten betalt leie.", outcome="Nav har laget avtale om nedbetaling."),
    _Told("M2", _K.EVICTION_NOTICE, opened=13, sent=13, received=10, basis=_B.UNPAID, amount_nok=14_600,
          reason="Husleie for de to siste månedene, 7 300 kr for hver. Avtalen om nedbetaling er ikke holdt."),
    _Told("M7", _K.BANK_NOTICE, opened=3, sent=3, received=2, amount_nok=11_200,
          reason="Leieren ber om å få ut depositumet og stille garanti i stedet."),
    _Told("B5", _K.LEFT_BELONGINGS, over=True, opened=2, sent=2, due=-12,
          reason="En sykkel, to kofferter og en kasse med bøker står i boden."),
    _Told("H3", _K.GUARANTEE_CLAIM, over=True, opened=40, sent=40, due=10, answered=12, closed=12,
          amount_nok=8_700, reason="En måned uten betalt leie ved utflytting.", outcome="Garantisten har betalt."),
    _Told("M7", _K.TERMINATION, over=True, opened=500, sent=500, closed=470, basis=_B.UNPAID,
          reason="Fire måneder uten betalt leie.", outcome="Flyttet ut etter avtale."),
    _Told("M14", _K.MARKET_RENT, opened=240, sent=240, closed=190, amount_nok=7_800,
          reason="Leien var lavere enn for like boliger.", outcome="Trukket, leien ble som den var."),
)  # fmt: skip


def matters(
    register: Register, leases: Sequence[Tenancy], stays: Sequence[Stay], waiting: Sequence[int], today: date
) -> list[Matter]:
    """Return every matter; waiting: the ids of households that have no home yet, in the scenes' order."""
    lived = list(zip(leases, stays, strict=True))
    found = [
        *(_told(told, lived, today) for told in _TOLD),
        *_asked_to_move(lived, today),
        *_warned_of_refusal(lived),
        *_indexed(lived, today),
        *_applied(waiting, today),
    ]
    return [register.numbered(matter) for matter in found]


def _told(told: _Told, lived: _Lived, today: date) -> Matter:
    lease = max(
        (lease for lease, stay in lived if stay.unit == told.unit and told.over == (stay.spell is Spell.ENDED)),
        key=lambda lease: lease.starts_on,
    )
    matter = Matter(
        kind=told.kind,
        household_id=lease.household_id,
        tenancy_id=lease.id,
        opened_on=today - told.opened * DAY,
        due_on=_ago(today, told.due),
        sent_on=_ago(today, told.sent),
        received_on=_ago(today, told.received),
        answered_on=_ago(today, told.answered),
        closed_on=_ago(today, told.closed),
        basis=told.basis,
        amount_nok=told.amount_nok,
        reason=told.reason,
        about=told.about,
        outcome=told.outcome,
    )
    if told.kind in (MatterKind.NOTICE_BY_US, MatterKind.NOTICE_BY_TENANT) and matter.received_on:
        return dataclasses.replace(matter, effect_on=clocks.termination(matter.received_on).nominal)
    return matter


def _ago(today: date, days: int | None) -> date | None:
    return None if days is None else today - days * DAY


def _asked_to_move(lived: _Lived, today: date) -> Iterator[Matter]:
    """The letter that stops the three months (HL-9-2-3), sent when the lease had run out."""
    for lease, stay in lived:
        if SCENES[stay.scene].stage is Stage.ASKED and lease.ends_on is not None:
            sent = max(lease.ends_on + DAY, today - 2 * DAY)
            yield Matter(
                kind=MatterKind.REQUEST_TO_MOVE,
                household_id=lease.household_id,
                tenancy_id=lease.id,
                opened_on=sent,
                sent_on=sent,
                due_on=sent + 20 * DAY,
                reason="Leietiden er ute, og boligen trengs til bosetting.",
            )


def _warned_of_refusal(lived: _Lived) -> Iterator[Matter]:
    """Told beforehand (FV-16/17/18) that the lease will not be renewed, answered, and closed with the decision."""
    for lease, stay in lived:
        scene = SCENES[stay.scene]
        if scene.stage in (Stage.REFUSED, Stage.TOLD) and stay.spell is scene.spell and lease.ends_on is not None:
            sent = lease.ends_on - 148 * DAY
            yield Matter(
                kind=MatterKind.ADVANCE_NOTICE,
                household_id=lease.household_id,
                tenancy_id=lease.id,
                opened_on=sent,
                sent_on=sent,
                due_on=sent + 14 * DAY,
                answered_on=sent + 9 * DAY,
                closed_on=sent + 16 * DAY,
                reason="Kommunen vurderer å ikke fornye leieavtalen.",
                outcome="Leieren vil helst bli, men har fast inntekt nå.",
            )


def _indexed(lived: _Lived, today: date) -> Iterator[Matter]:
    """Rents by the index: one ahead, told of; one a while ago (HL-4-2). Nordvik's index is invented."""
    for lease, stay in lived:
        if stay.spell is not Spell.LONG or stay.unit not in ("M13", "H6"):
            continue
        sent = today - (12 if stay.unit == "M13" else 330) * DAY
        received = sent + 2 * DAY
        effect = clocks.index_month(lease.starts_on, received)
        yield Matter(
            kind=MatterKind.INDEX_CHANGE,
            household_id=lease.household_id,
            tenancy_id=lease.id,
            opened_on=sent,
            sent_on=sent,
            received_on=received,
            effect_on=effect,
            closed_on=effect if effect <= today else None,
            amount_nok=lease.rent_nok if effect <= today else indexed_rent(lease.rent_nok, _KPI_THEN, _KPI_NOW),
            old_rent_nok=math.ceil(lease.rent_nok * _KPI_THEN / _KPI_NOW) if effect <= today else lease.rent_nok,
            kpi_series=table_on(sent)[0],
            kpi_from_month=month_of(lease.starts_on),
            kpi_from=_KPI_THEN,
            kpi_to_month=newest_published(sent),
            kpi_to=_KPI_NOW,
            reason="Regulert etter konsumprisindeksen.",
        )


def _applied(waiting: Sequence[int], today: date) -> Iterator[Matter]:
    """Applications for a home: one eleven days old, one answered in time, one after an interim reply (FV-11a)."""
    for household_id, days, answered in zip(waiting, (120, 11, 45), (100, None, 12), strict=False):
        late = days == 45
        yield Matter(
            kind=MatterKind.HOUSING_APPLICATION,
            household_id=household_id,
            opened_on=today - days * DAY,
            received_on=today - days * DAY,
            sent_on=today - 20 * DAY if late else None,
            due_on=today + 8 * DAY if late else None,
            answered_on=_ago(today, answered),
            closed_on=_ago(today, answered),
            about="kommunal bolig fra bosetting",
            reason="Vi venter på svar fra Nav om inntekten." if late else "",
            outcome="" if answered is None else "Vedtak er fattet.",
        )
