"""The facts of the takeover and hand-back protocol (D4), gathered apart from how it looks."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents.facts import Sender, TenantFact, place, sender, tenants
from bolig_desktop.tenancies.records import Handover, HandoverKind, TenancyKind


@dataclass(frozen=True, kw_only=True)
class KeyFact:
    """A key or a set, and how many."""

    label: str
    count: int


@dataclass(frozen=True, kw_only=True)
class MeterFact:
    """A meter: kind is power, water or heat; readings are None until taken."""

    kind: str
    number: str
    location: str
    read_in: Decimal | None
    read_out: Decimal | None


@dataclass(frozen=True, kw_only=True)
class VisitFact:
    """One of the two meetings, as far as it is registered; None and "" are left to fill in by hand."""

    held_on: date | None
    present: str
    smoke_alarms_ok: bool | None
    extinguisher_ok: bool | None
    keys: str
    condition: str
    remarks: str


@dataclass(frozen=True, kw_only=True)
class TakeoverFacts:
    """What stands on the protocol; floor is the dwelling's own, bedrooms None where unknown."""

    sender: Sender
    tenant_facts: tuple[TenantFact, ...]
    guardian: str
    interpreter: str
    printed_on: date
    reference: str
    case_number: str
    room: bool
    room_name: str
    address: str
    unit_number: str
    common_rooms: str
    floor: int | None
    bedrooms: int | None
    starts_on: date
    ends_on: date | None
    keys: tuple[KeyFact, ...]
    meters: tuple[MeterFact, ...]
    takeover: VisitFact
    handback: VisitFact

    @property
    def landlord(self) -> str:
        """The municipality's name."""
        return self.sender.name

    @property
    def place(self) -> str:
        """Room and address as one."""
        return ", ".join(part for part in (self.room_name, self.address) if part)


_METER_KINDS = ("power", "water")


def gather(case: CaseFile, tenancy_id: int, today: date) -> TakeoverFacts:
    """Return the facts of a tenancy's protocol. Raises NoSuchRow."""
    tenancy = case.tenancies.get(tenancy_id)
    unit = case.dwellings.get(tenancy.dwelling_id)
    spot = place(case, tenancy.dwelling_id)
    held = case.handovers.of_tenancy(tenancy_id)
    taken, back = _latest(held, HandoverKind.TAKEOVER), _latest(held, HandoverKind.HANDBACK)
    return TakeoverFacts(
        sender=sender(case.settings.municipality()),
        tenant_facts=tenants(case, tenancy),
        guardian=tenancy.guardian,
        interpreter=tenancy.interpreter,
        printed_on=today,
        reference=tenancy.reference,
        case_number=case.households.get(tenancy.household_id).case_number,
        room=tenancy.kind is TenancyKind.ROOM,
        room_name=spot.room_name,
        address=spot.address,
        unit_number=spot.unit_number,
        common_rooms=spot.common_rooms,
        floor=unit.floor,
        bedrooms=unit.bedrooms,
        starts_on=tenancy.starts_on,
        ends_on=tenancy.ends_on,
        keys=tuple(KeyFact(label=key.label, count=key.count) for key in case.keys.of_dwelling(tenancy.dwelling_id)),
        meters=_meters(case, tenancy.dwelling_id, taken, back),
        takeover=_visit(taken),
        handback=_visit(back),
    )


def _latest(held: list[Handover], kind: HandoverKind) -> Handover | None:
    return next((handover for handover in reversed(held) if handover.kind is kind), None)


def _visit(handover: Handover | None) -> VisitFact:
    return VisitFact(
        held_on=handover.held_on if handover else None,
        present=handover.present if handover else "",
        smoke_alarms_ok=handover.smoke_alarms_ok if handover else None,
        extinguisher_ok=handover.extinguisher_ok if handover else None,
        keys=handover.keys if handover else "",
        condition=handover.condition if handover else "",
        remarks=handover.remarks if handover else "",
    )


def _meters(case: CaseFile, dwelling_id: int, taken: Handover | None, back: Handover | None) -> tuple[MeterFact, ...]:
    """Return the dwelling's meters, and one row each for power and water where none is registered.

    A protocol has one reading for power and one for water; it is put beside the only meter of its kind.
    """
    found = [(m.kind.value, m.number, m.location) for m in case.meters.of_dwelling(dwelling_id)]
    found.extend((kind, "", "") for kind in _METER_KINDS if kind not in {f[0] for f in found})
    kinds = [kind for kind, _, _ in found]
    return tuple(
        MeterFact(
            kind=kind,
            number=number,
            location=location,
            read_in=_reading(taken, kind) if kinds.count(kind) == 1 else None,
            read_out=_reading(back, kind) if kinds.count(kind) == 1 else None,
        )
        for kind, number, location in found
    )


def _reading(handover: Handover | None, kind: str) -> Decimal | None:
    if handover is None:
        return None
    return {"power": handover.power_reading, "water": handover.water_reading}.get(kind)
