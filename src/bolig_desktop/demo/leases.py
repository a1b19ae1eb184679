"""The tenancies of Nordvik with their terms, security and protocols."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from bolig_desktop.demo import synthetic
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.scenes import Spell
from bolig_desktop.demo.terms import DAY, Stay
from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.landlords.records import HeadLease
from bolig_desktop.tenancies.records import Handover, HandoverKind, SecurityKind, Tenancy, TenancyKind
from bolig_desktop.text.languages import norwegian_name

_OWN_PARTY = (TenancyKind.MUNICIPAL, TenancyKind.SUBLET, TenancyKind.ROOM)
_GUARANTEES = {
    "M2": SecurityKind.NAV, "M5": SecurityKind.NAV, "H1": SecurityKind.NAV, "H3": SecurityKind.NAV,
    "S1": SecurityKind.MUNICIPAL, "R1": SecurityKind.MUNICIPAL, "S2": SecurityKind.BANK, "H9": SecurityKind.OTHER,
}  # fmt: skip
_DEPOSIT_MONTHS = {"M7": 2, "S3": 3}
SETTLED, _SETTLED_MONTHS = "M4", 3
"""The unit whose tenant has moved out and whose deposit is to be settled now, and how many months' rent it is."""
_SHORT = {
    "exception_short_term": True,
    "short_term_reason": "Boligen skal bygges om når avtalen slutter, og ingen kan bo der mens det bygges. "
    "Husstanden trenger bolig fram til da.",
}
_DEPARTURES = {"M13": "Leietakeren klipper plenen og måker gangveien. Redskap står i boden."}


@dataclass(frozen=True, kw_only=True)
class Tenant:
    """What a lease needs to know of its household."""

    household_id: int
    language: str
    interpreter: bool
    guardian: str = ""


def tenancies(
    register: Register,
    homes: Mapping[str, Dwelling],
    hired: Sequence[HeadLease],
    tenants: Mapping[int, Tenant],
    stays: Sequence[Stay],
    rng: Random,
) -> list[Tenancy]:
    """Return the tenancy of every stay, in the same order (the oldest first)."""
    found: list[Tenancy] = []
    latest: dict[int, int | None] = {}
    consent = {lease.dwelling_id: lease.sublet_consent_on for lease in hired}
    for stay in stays:
        home, tenant = homes[stay.unit], tenants[stay.scene]
        kind = kind_of(home)
        tenancy = Tenancy(
            kind=kind,
            dwelling_id=home.id or 0,
            household_id=tenant.household_id,
            previous_id=latest.get(stay.scene) if stay.renews else None,
            reference=register.reference(stay.starts_on.year) if kind in _OWN_PARTY else "",
            starts_on=stay.starts_on,
            ends_on=stay.ends_on,
            handover_on=None if kind is TenancyKind.OWNED or stay.renews else stay.starts_on,
            moved_out_on=stay.moved_out_on,
            rent_nok=home.rent_nok or 0,
            power_nok=home.power_nok,
            owner_consent_on=consent.get(home.house_id or home.id or 0) if home.tenure is Tenure.HIRED_IN else None,
            guardian=tenant.guardian,
            interpreter=_interpreter(tenant, rng) if tenant.interpreter and kind in _OWN_PARTY else "",
            departures=_DEPARTURES.get(stay.unit, ""),
            **_signatures(stay, rng),
            **_security(stay, home, rng),
            **(_exceptions(stay, kind, rng) if kind in _OWN_PARTY else {}),
            **_kind_terms(stay, kind),
        )
        found.append(register.numbered(tenancy))
        latest[stay.scene] = found[-1].id
    return found


def kind_of(home: Dwelling) -> TenancyKind:
    """Return the kind of lease a unit is let on."""
    if home.house_id is not None:
        return TenancyKind.ROOM
    return {
        Tenure.MUNICIPAL: TenancyKind.MUNICIPAL,
        Tenure.HIRED_IN: TenancyKind.SUBLET,
        Tenure.ASSIGNED: TenancyKind.PRIVATE,
        Tenure.BROKERED: TenancyKind.PRIVATE,
        Tenure.RESIDENT_OWNED: TenancyKind.OWNED,
    }[home.tenure]


def _signatures(stay: Stay, rng: Random) -> dict[str, Any]:
    if stay.spell is Spell.DRAFT:
        return {}
    days = 17 if stay.spell is Spell.AHEAD else 4 if stay.spell in _RECENT else rng.randrange(3, 20)
    signed = stay.starts_on - days * DAY
    return {"signed_landlord_on": signed, "signed_tenant_on": signed}


_RECENT = (Spell.MOVED_ON, Spell.ONE_YEAR, Spell.BOUGHT)


def _security(stay: Stay, home: Dwelling, rng: Random) -> dict[str, Any]:
    rent = home.rent_nok or 0
    if stay.moved_out_on is not None and stay.unit == SETTLED:
        # With dice of its own, so that what is thrown for everybody else stays as it was.
        return {
            "deposit_nok": rent * _SETTLED_MONTHS,
            "deposit_bank": "Nordvik Sparebank",
            "deposit_account": synthetic.account_number(Random(f"{home.label} deposit")),
            "deposit_opened_on": stay.starts_on,
        }
    if stay.moved_out_on is None and stay.unit in _DEPOSIT_MONTHS:
        return {
            "deposit_nok": rent * _DEPOSIT_MONTHS[stay.unit],
            "deposit_bank": "Nordvik Sparebank",
            "deposit_account": synthetic.account_number(rng),
            "deposit_opened_on": stay.starts_on,
            "deposit_same_bank": stay.unit == "M7",
        }
    if stay.moved_out_on is None and stay.unit in _GUARANTEES:
        return {
            "guarantee_kind": _GUARANTEES[stay.unit],
            "guarantee_nok": rent * 3,
            "guarantee_ends_on": stay.ends_on,
        }
    return {}


def _exceptions(stay: Stay, kind: TenancyKind, rng: Random) -> dict[str, Any]:
    short = stay.spell is Spell.SHORT
    if not short and rng.random() < 0.25:
        return {}
    told: dict[str, Any] = {
        "vulnerable_notice": True,
        "exception_family": True,
        "exception_others": kind is TenancyKind.ROOM or short or rng.random() < 0.3,
        "exception_absence": short or rng.random() < 0.2,
    }
    if short:
        told |= _SHORT
        told["short_term_decision"] = f"Vedtak {stay.starts_on.year}/118, sak {stay.starts_on.year}/1034"
    return told


def _kind_terms(stay: Stay, kind: TenancyKind) -> dict[str, Any]:
    if kind is TenancyKind.OWNED:
        return {"eviction_unpaid": False, "eviction_expiry": False, "told_not_terminable": False}
    terms: dict[str, Any] = {
        "landlord_lives_in": stay.spell is Spell.ONE_YEAR,
        "told_not_terminable": stay.ends_on is not None,
    }
    if stay.unit in ("M11", "M12"):
        terms["water_nok"] = 190
    return terms


def _interpreter(tenant: Tenant, rng: Random) -> str:
    return f"Tolk i {norwegian_name(tenant.language)}, oppdrag {rng.randrange(20_000, 90_000)}"


def handovers(
    register: Register, leases: Sequence[Tenancy], stays: Sequence[Stay], today: date, rng: Random
) -> list[Handover]:
    """Return a takeover protocol of every lease of ours that has begun, and a hand-back of those given up."""
    found = []
    renewed = {lease.previous_id for lease in leases if lease.previous_id}
    for lease, stay in zip(leases, stays, strict=True):
        if lease.kind not in _OWN_PARTY:
            continue
        if not stay.renews and lease.starts_on <= today:
            found.append(_handover(register, lease, stay, HandoverKind.TAKEOVER, lease.starts_on, rng))
        if lease.moved_out_on and lease.id not in renewed:
            found.append(_handover(register, lease, stay, HandoverKind.HANDBACK, lease.moved_out_on, rng))
    return found


def _handover(register: Register, lease: Tenancy, stay: Stay, kind: HandoverKind, day: date, rng: Random) -> Handover:
    room = lease.kind is TenancyKind.ROOM
    months = (day - date(2010, 1, 1)) // timedelta(days=30)
    battery = stay.unit == "M2" and lease.moved_out_on is None
    minor = bool(lease.guardian)
    present = ["Leietaker", "boligkonsulent", *(["tolk"] if lease.interpreter else []), *(["verge"] if minor else [])]
    return register.numbered(
        Handover(
            tenancy_id=lease.id or 0,
            kind=kind,
            held_on=day,
            present=", ".join(present),
            keys="2 romnøkler, 1 nøkkel til ytterdør og postkasse" if room else "3 til inngangsdør, 2 til postkasse",
            power_reading=None if room else Decimal(months * 420 + rng.randrange(400)),
            water_reading=Decimal(months * 9) + Decimal("0.4") if lease.water_nok else None,
            smoke_alarms_ok=not battery,
            extinguisher_ok=True,
            condition="Rent og i orden. Noen merker etter bilder i stua." if not room else "Rent og i orden.",
            remarks="Batteriet i røykvarsleren i gangen manglet og ble satt inn samme dag." if battery else "",
            signed_on=day,
        )
    )
