"""The defects, complaints and checks of Nordvik: every state of each, in homes that are somewhere else every time."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from bolig_desktop.demo.register import Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.dwellings.records import Dwelling, Tenure
from bolig_desktop.maintenance.records import (
    CheckKind,
    CheckResult,
    Complaint,
    ComplaintSource,
    Defect,
    DefectKind,
    HomeCheck,
    Reporter,
    Urgency,
)

# Room, what, kind, how bad, days since it was told of; then what has come of it.
_OURS: tuple[tuple[str, str, DefectKind, Urgency, int, dict[str, Any]], ...] = (
    ("bad", "Det drypper fra taket over dusjen.", DefectKind.LEAK, Urgency.NOW, 1, {}),
    ("stue", "Ovnen blir ikke varm.", DefectKind.HEATING, Urgency.SOON, 12, {"sent": 10, "to": "Vaktmesteren"}),
    ("kjøkken", "Kranen drypper.", DefectKind.TAP, Urgency.CAN_WAIT, 20, {}),
    (
        "bad", "Svart mugg i hjørnet ved vinduet.", DefectKind.DAMP, Urgency.SOON, 190,
        {"sent": 188, "to": "Vaktmesteren", "mended": 160, "cost": 8400, "cause": "Avtrekket var tett."},
    ),
    (
        "gang", "Låsen i ytterdøren går ikke igjen.", DefectKind.LOCK, Urgency.NOW, 420,
        {"replace": True, "sent": 420, "to": "Nordvik Låsservice", "mended": 419, "cost": 3250,
         "cause": "Utslitt låskasse."},
    ),
)  # fmt: skip
_OWNERS: tuple[tuple[str, str, DefectKind, Urgency, int, dict[str, Any]], ...] = (
    (
        "soverom", "Vinduet kan ikke lukkes helt.", DefectKind.WINDOW_DOOR, Urgency.SOON, 30,
        {"sent": 28, "promised": -9, "promise": "Snekkeren kommer."},
    ),
    (
        "kjøkken", "Komfyren virker ikke på to plater.", DefectKind.WHITE_GOODS, Urgency.SOON, 40,
        {"sent": 39, "promised": 6, "promise": "Ny komfyr."},
    ),
    ("ute", "Takrennen henger løs over inngangen.", DefectKind.ROOF_OUTSIDE, Urgency.SOON, 16, {}),
)  # fmt: skip


def defects(register: Register, units: Mapping[str, Dwelling], today: date) -> list[Defect]:
    """Return a defect in each state, of our own homes and of those that are hired in."""
    own = _of(units, Tenure.MUNICIPAL)
    hired = _of(units, Tenure.HIRED_IN)
    made = [*_made(_OURS, own, today), *_made(_OWNERS, hired, today)]
    return [register.numbered(one) for one in made]


def complaints(register: Register, units: Mapping[str, Dwelling], today: date) -> list[Complaint]:
    """Return one that waits for an answer, one that waits too long, and one that is answered and closed."""
    own = _of(units, Tenure.MUNICIPAL)
    made = (
        Complaint(
            dwelling_id=own[1].id or 0, complainant="Gunvor Nabostad", received_on=today - 4 * DAY,
            what="Barna løper i trappen tidlig om morgenen.",
        ),
        Complaint(
            dwelling_id=own[2].id or 0, source=ComplaintSource.HOUSING_COMPANY, received_on=today - 19 * DAY,
            what="Søppel utenfor containeren to uker på rad.",
        ),
        Complaint(
            dwelling_id=own[3].id or 0, complainant="Oddleif Gjerdet", received_on=today - 120 * DAY,
            what="Høy musikk på en hverdag.", answered_on=today - 115 * DAY,
            answer="Vi har snakket med husstanden om når det skal være stille.", closed_on=today - 90 * DAY,
        ),
    )  # fmt: skip
    return [register.numbered(one) for one in made]


def checks(register: Register, units: Mapping[str, Dwelling], today: date) -> list[HomeCheck]:
    """Return a count of keys that is late, one that is soon, looks that are well, and a home with none of them."""
    own = _of(units, Tenure.MUNICIPAL)
    made = (
        HomeCheck(
            dwelling_id=own[0].id or 0, kind=CheckKind.KEYS, done_on=today - 380 * DAY, result=CheckResult.WELL
        ),
        HomeCheck(
            dwelling_id=own[1].id or 0, kind=CheckKind.KEYS, done_on=today - 350 * DAY, result=CheckResult.WELL
        ),
        HomeCheck(
            dwelling_id=own[2].id or 0, kind=CheckKind.ELECTRICAL, months=36, done_on=today - 200 * DAY,
            result=CheckResult.DEFECT, note="To kurser var overbelastet, rettet av installatøren.",
        ),
    )  # fmt: skip
    known = {(one.dwelling_id, one.kind) for one in made} | {(own[3].id or 0, kind) for kind in CheckKind}
    others = looked_over([*own, *_of(units, Tenure.HIRED_IN)], today)
    well = [one for one in others if (one.dwelling_id, one.kind) not in known]
    return [register.numbered(one) for one in (*made, *well)]


def looked_over(homes: Sequence[Dwelling], today: date) -> Iterator[HomeCheck]:
    """Yield that keys and electrical installation of each home were well, on days of the last year or two."""
    for at, home in enumerate(homes):
        for kind, ago in ((CheckKind.KEYS, 40), (CheckKind.ELECTRICAL, 400)):
            done_on = today - (ago + at % 9 * 20) * DAY
            if home.house_id is None:
                yield HomeCheck(dwelling_id=home.id or 0, kind=kind, done_on=done_on, result=CheckResult.WELL)


def _of(units: Mapping[str, Dwelling], tenure: Tenure) -> list[Dwelling]:
    return [unit for unit in units.values() if unit.tenure is tenure and unit.given_up_on is None]


def _made(
    rows: Sequence[tuple[str, str, DefectKind, Urgency, int, dict[str, Any]]], homes: Sequence[Dwelling], today: date
) -> Iterator[Defect]:
    for at, (room, what, kind, urgency, ago, came) in enumerate(rows):
        days = {f"{name}_on": today - came[name] * DAY for name in ("sent", "promised", "mended") if name in came}
        yield Defect(
            dwelling_id=homes[at % len(homes)].id or 0,
            room=room,
            what=what,
            kind=kind,
            urgency=urgency,
            replace=came.get("replace", False),
            reported_on=today - ago * DAY,
            reported_by=Reporter.CARETAKER if at == 1 else Reporter.HOUSEHOLD,
            sent_to=came.get("to", ""),
            promise=came.get("promise", ""),
            cost_nok=came.get("cost"),
            cause=came.get("cause", ""),
            **days,
        )
