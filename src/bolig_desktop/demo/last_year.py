"""Put the scenes of last year and of this year's first days together, after everything else in a Nordvik."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date
from random import Random
from typing import Any

from bolig_desktop.allocation.records import TemporaryStay
from bolig_desktop.career.records import Plan, Rung, Scheme, SchemeKind
from bolig_desktop.demo import followed_up, homes, house_rules, leases, reasons, upkeep, visits
from bolig_desktop.demo.register import Part, Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.demo.year_homes import Cast, cast, renewed
from bolig_desktop.demo.year_scenes import (
    APPLIED,
    DECIDED,
    GRANTED,
    MEETINGS,
    PLANNED,
    STAYED,
    VISITED,
    Granted,
    On,
    Planned,
)
from bolig_desktop.dwellings.records import Dwelling
from bolig_desktop.followup.records import Mark
from bolig_desktop.law import clocks
from bolig_desktop.shared_housing.records import HouseMeeting
from bolig_desktop.tenancies.records import Decision, DecisionKind, DecisionResult, Matter, MatterKind, Tenancy
from bolig_desktop.tenancies.rules import lived_in
from bolig_desktop.text.languages import PAPER_CODES
from bolig_desktop.visits.records import Visit, WhyNot

_AT = 7
"""Visits to those in the scenes are as to the households after the ones in a state of their own (``visits``)."""


def part(register: Register, shared: dict[str, Dwelling], lived: list[Tenancy], today: date, rng: Random) -> Part:
    """Return the records of the scenes. shared: the units of this Nordvik and lived its leases, for its house."""
    here = cast(register, today, rng)
    extended = renewed(here)
    assessed = followed_up.assessments(register, extended, today, rng)
    of_leases = followed_up.decisions(register, extended, assessed, rng)
    decided = [*of_leases, *map(register.numbered, _decisions(here, today))]
    schemes = [register.numbered(_scheme(here, one, today)) for one in GRANTED]
    return Part(
        dwellings=tuple(here.units.values()),
        keys=tuple(homes.keys(register, here.units, here.stays, today)),
        meters=tuple(homes.meters(register, here.units, today, rng)),
        households=tuple(family.household for family in here.families.values()),
        people=tuple(person for family in here.families.values() for person in family.people),
        memberships=tuple(one for family in here.families.values() for one in family.memberships),
        contacts=tuple(contact for family in here.families.values() for contact in family.contacts),
        tenancies=tuple(here.tenancies),
        handovers=tuple(leases.handovers(register, here.tenancies, here.stays, today, rng)),
        assessments=tuple(assessed),
        decisions=tuple(decided),
        matters=tuple(map(register.numbered, _applications(here, today))),
        visits=tuple(map(register.numbered, _visits(here, today))),
        home_checks=tuple(map(register.numbered, upkeep.looked_over(list(here.units.values()), today))),
        plans=tuple(map(register.numbered, (_plan(here, one, today) for one in PLANNED))),
        schemes=tuple(schemes),
        marks=tuple(map(register.numbered, _seen_to(decided, schemes))),
        temporary_stays=tuple(map(register.numbered, _stays(here, today))),
        house_meetings=tuple(map(register.numbered, _meetings(shared, lived, today))),
    )


def _past(day: On, today: date) -> date | None:
    """Return a day that has come, None for one that has not."""
    seen = day.seen_from(today)
    return seen if seen <= today else None


def _decisions(here: Cast, today: date) -> Iterator[Decision]:
    for family, day, result, why in DECIDED:
        decided, kind, whose = day.seen_from(today), DecisionKind.ALLOTMENT, here.whose(family)
        facts, considerations = reasons.OTHER[kind, result]
        yield Decision(
            household_id=whose, kind=kind, result=result, decided_on=decided, decided_by=followed_up.OFFICER,
            reference=f"{decided.year}/{whose:04d}", facts=facts, considerations=considerations,
            received_on=min(decided + 4 * DAY, today), refusal_reason=why,
        )  # fmt: skip


def _seen_to(decided: Sequence[Decision], schemes: Sequence[Scheme]) -> Iterator[Mark]:
    """Yield the marks of what is over: nobody appealed, and housing benefit that ended was seen to."""
    for decision in decided:
        if decision.result is DecisionResult.REFUSED and decision.received_on is not None:
            until = clocks.appeal(decision.received_on).nominal
            yield _done("appeal", "decisions", decision.id, until)
    for scheme in schemes:
        if scheme.ends_on is not None:
            yield _done("scheme_ends", "schemes", scheme.id, scheme.ends_on)


def _done(kind: str, topic: str, row_id: int | None, nominal: date) -> Mark:
    return Mark(kind=kind, topic=topic, subject_id=row_id or 0, nominal=nominal, made_on=nominal)


def _applications(here: Cast, today: date) -> Iterator[Matter]:
    for family, opened, answered, about, reason in APPLIED:
        came, closed = opened.seen_from(today), answered.seen_from(today)
        yield Matter(
            kind=MatterKind.HOUSING_APPLICATION, household_id=here.whose(family), opened_on=came, received_on=came,
            answered_on=closed, closed_on=closed, about=about, outcome="Vedtak er fattet.",
            main_reason=reason,
        )  # fmt: skip


def _stays(here: Cast, today: date) -> Iterator[TemporaryStay]:
    for family, kind, first, last in STAYED:
        yield TemporaryStay(
            household_id=here.whose(family), kind=kind, from_on=first.seen_from(today), to_on=_past(last, today)
        )


def _scheme(here: Cast, one: Granted, today: date) -> Scheme:
    answered = one.granted.seen_from(today)
    benefit, loan = one.kind is SchemeKind.HOUSING_BENEFIT, one.kind is SchemeKind.START_LOAN
    return Scheme(
        household_id=here.whose(one.family),
        kind=one.kind,
        applied_on=answered - 25 * DAY,
        answered_on=answered,
        granted=True,
        amount_nok=one.amount,
        starts_on=answered.replace(day=1) if benefit else answered,
        ends_on=one.ends.seen_from(today) if one.ends else None,
        has_lease=not loan,
        has_costs=benefit or loan,
        has_income=not benefit,
        has_dwelling=benefit,
    )


def _plan(here: Cast, one: Planned, today: date) -> Plan:
    made, closed = one.made.seen_from(today), one.closed.seen_from(today) if one.closed else None
    return Plan(
        household_id=here.whose(one.family),
        wish=one.wish,
        now=Rung.MUNICIPAL,
        goal=one.goal,
        made_on=made,
        reviewed_on=(closed or today) - 20 * DAY,
        review_on=None if closed else today + 90 * DAY,
        closed_on=closed,
        outcome=one.outcome,
    )


def _visits(here: Cast, today: date) -> Iterator[Visit]:
    """Yield one visit agreed and made, one to nobody at home, and the routine's own to all who live there."""
    families = list(here.families.values())
    whose, made, missed = VISITED
    home = next(one for one in here.tenancies if one.household_id == here.whose(whose) and one.moved_out_on is None)
    agreed: dict[str, Any] = {
        "household_id": home.household_id, "dwelling_id": home.dwelling_id, "visitors": visits.OFFICER,
        "time_from": "13.00", "time_to": "14.00",
    }  # fmt: skip
    yield Visit(
        planned_on=made.seen_from(today), visited_on=made.seen_from(today), about_home="Alle rommene er tatt i bruk.",
        heating="ts", power="t", moisture="p", **agreed,
    )  # fmt: skip
    yield Visit(planned_on=missed.seen_from(today), why_not=WhyNot.NOBODY_HOME, **agreed)
    for at, (lease, stay) in enumerate(zip(here.tenancies, here.stays, strict=True), start=_AT):
        language = families[stay.scene].origin.language
        if lived_in(lease, today):
            for one in visits.regular(lease, at, language if language in PAPER_CODES else "", today):
                yield dataclasses.replace(one, power_reading=None)
            yield from visits.first_weeks(lease, today)


def _meetings(units: dict[str, Dwelling], lived: list[Tenancy], today: date) -> Iterator[HouseMeeting]:
    house_id = units[house_rules.HOUSE].id or 0
    for day in MEETINGS:
        held = day.seen_from(today)
        rooms = [str(lease.dwelling_id) for lease in house_rules.leases_in(house_id, units, lived, held)]
        yield HouseMeeting(
            house_id=house_id, held_on=held, led_by="miljøarbeideren", present=" ".join(rooms),
            interpreter="tolk nr. 2210", minute="Vaskeplan, ro om kvelden og dugnaden.", signed_on=held + 2 * DAY,
        )  # fmt: skip
