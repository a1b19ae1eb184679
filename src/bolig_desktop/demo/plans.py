"""The housing-career plans of Nordvik: under way, late, refused, and closed with a look back."""

import dataclasses
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from bolig_desktop.career.records import (
    Anchors,
    MarketTry,
    Outcome,
    Plan,
    Rung,
    Scheme,
    SchemeKind,
    Step,
    StepKind,
    Talk,
    TalkKind,
    TryAnswer,
    TryKind,
)
from bolig_desktop.career.rules.plan import due, proposed
from bolig_desktop.demo.households import Home
from bolig_desktop.demo.register import Register
from bolig_desktop.demo.terms import DAY
from bolig_desktop.law.months import add_months
from bolig_desktop.people.records import Grading
from bolig_desktop.tenancies.records import Tenancy, TenancyKind
from bolig_desktop.tenancies.rules import lived_in

_WISHES = (
    ("Vi vil bo nær skolen, og barna vil ha hvert sitt rom.", Rung.OWNED),
    ("Jeg vil leie selv, i sentrum, når jeg er ferdig på kurset.", Rung.PRIVATE),
    ("Vi vil kjøpe rekkehuset vi bor i, hvis det går an.", Rung.RENT_TO_OWN),
    ("Et lite sted for meg selv, gjerne med plass til en katt.", Rung.PRIVATE),
    ("Vi vil spare til et hus sammen.", Rung.OWNED),
    ("Jeg vet ikke ennå. Først vil jeg lære norsk.", None),
)
_MOST = 8
_SOON = 40
_OWN = {0: 10, 3: -14}


@dataclasses.dataclass(frozen=True, kw_only=True)
class Career:
    """What there is about the way on."""

    plans: tuple[Plan, ...]
    steps: tuple[Step, ...]
    schemes: tuple[Scheme, ...]
    talks: tuple[Talk, ...]
    tries: tuple[MarketTry, ...]


def career(register: Register, tenancies: Sequence[Tenancy], families: Sequence[Home], today: date) -> Career:
    """Return a plan for some of those who live in a home of ours, and one of a household that has moved on."""
    living = {lease.household_id: lease for lease in tenancies if lived_in(lease, today)}
    chosen = [one for one in families if one.household.id in living and one.household.closed_on is None][:_MOST]
    gone = [one for one in families if one.household.closed_on is not None and one.household.closed_on <= today]
    left = sorted(gone, key=lambda one: one.household.closed_on or today)[-1:]
    plans = [register.numbered(_plan(one, n, living[one.household.id or 0], today)) for n, one in enumerate(chosen)]
    plans += [register.numbered(_closed(one, today)) for one in left]
    running = list(enumerate(zip(plans, chosen, strict=False)))
    steps = (
        step for n, (plan, home) in running for step in _steps(plan, n, living[home.household.id or 0].ends_on, today)
    )
    schemes = (scheme for n, (plan, _) in running for scheme in _schemes(plan, n, today))
    talks = (talk for _, (plan, home) in running for talk in _talks(plan, home))
    tries = (tried for n, (plan, home) in running for tried in _tries(plan, home, n, today))
    return Career(
        plans=tuple(plans),
        steps=tuple(map(register.numbered, steps)),
        schemes=tuple(map(register.numbered, schemes)),
        talks=tuple(map(register.numbered, talks)),
        tries=tuple(map(register.numbered, tries)),
    )


def _plan(home: Home, number: int, lease: Tenancy, today: date) -> Plan:
    wish, goal = _WISHES[number % len(_WISHES)]
    began = home.people[0].programme_on
    private = lease.kind is TenancyKind.PRIVATE
    loan = goal is Rung.OWNED
    return Plan(
        household_id=home.household.id or 0,
        wish=wish,
        now=Rung.PRIVATE if private else Rung.MUNICIPAL,
        goal=goal,
        made_on=min(max(today - (120 + 30 * number) * DAY, lease.starts_on), today - 10 * DAY),
        reviewed_on=today - 10 * DAY if number != 1 else None,
        programme_ends_on=add_months(began, 24) if began else None,
        loan_nok=1_900_000 if loan else None,
        loan_rate=Decimal("4.9") if loan else None,
        loan_years=30 if loan else None,
        loan_free_years=0 if loan else None,
    )


def _closed(home: Home, today: date) -> Plan:
    closed = min(home.household.closed_on or today, today)
    return Plan(
        household_id=home.household.id or 0,
        wish="Vi vil bo nær søsteren min.",
        now=Rung.MUNICIPAL,
        goal=Rung.PRIVATE,
        made_on=closed - 300 * DAY,
        reviewed_on=closed - 60 * DAY,
        closed_on=closed,
        outcome=Outcome.PRIVATE_RENT,
        outcome_note="Fant leilighet selv, med vår garanti.",
        look_back=True,
    )


def _steps(plan: Plan, number: int, lease_ends_on: date | None, today: date) -> Iterator[Step]:
    """Yield the routine's steps, done where their day has come, and for some one of their own."""
    counted = Anchors(lease_ends_on, plan.programme_ends_on)
    for step in proposed(plan, []):
        day = due(step, counted)
        past = day is not None and day <= today + _SOON * DAY
        yield dataclasses.replace(step, done_on=min(max(day or today, plan.made_on), today) if past else None)
    if number in _OWN:
        yield Step(
            household_id=plan.household_id, kind=StepKind.OTHER, text="Åpne sparekonto til bolig",
            due_on=today + _OWN[number] * DAY,
        )  # fmt: skip


def _schemes(plan: Plan, number: int, today: date) -> Iterator[Scheme]:
    whose, began = plan.household_id, plan.made_on
    benefit = Scheme(household_id=whose, kind=SchemeKind.HOUSING_BENEFIT, has_lease=True, has_costs=number % 2 == 0)
    match number % 4:
        case 0:
            starts = add_months(today, -11).replace(day=1)
            yield dataclasses.replace(
                benefit, applied_on=starts, answered_on=starts, granted=True, amount_nok=3_150, starts_on=starts,
                has_dwelling=True,
            )  # fmt: skip
        case 1:
            yield dataclasses.replace(benefit, applied_on=began)
            yield Scheme(
                household_id=whose, kind=SchemeKind.RENT_GUARANTEE, applied_on=began, answered_on=began,
                granted=True, amount_nok=52_000, starts_on=began, ends_on=today + 75 * DAY,
            )  # fmt: skip
        case 2:
            yield Scheme(
                household_id=whose, kind=SchemeKind.START_LOAN, applied_on=began, answered_on=began, granted=False,
                reason="For lav inntekt til å betale lånet nå.",
            )  # fmt: skip
            yield Scheme(
                household_id=whose, kind=SchemeKind.RENT_TO_OWN, applied_on=began, answered_on=began, granted=True,
                price_nok=2_100_000, starts_on=began, ends_on=add_months(began, 60),
            )  # fmt: skip
        case _:
            yield Scheme(household_id=whose, kind=SchemeKind.DEPOSIT_GUARANTEE)


def _talks(plan: Plan, home: Home) -> Iterator[Talk]:
    person = home.people[0]
    yield Talk(
        household_id=plan.household_id,
        held_on=plan.made_on,
        kind=TalkKind.TALK,
        said="Boligstigen, hva planen er, og at den er frivillig.",
        interpreter=bool(person.interpreter),
        language=person.language if person.interpreter else "",
    )


def _tries(plan: Plan, home: Home, number: int, today: date) -> Iterator[MarketTry]:
    if number % 2 or any(person.grading is not Grading.NONE for person in home.people):
        return
    yield MarketTry(
        household_id=plan.household_id, tried_on=today - 15 * DAY, kind=TryKind.VIEWING,
        about="Toroms i sentrum, 9 800 kr", answer=TryAnswer.NO, reason="Utleieren ville ha fast jobb",
    )  # fmt: skip
    yield MarketTry(
        household_id=plan.household_id, tried_on=today - 4 * DAY, kind=TryKind.CALL, about="Hybel ved skolen"
    )
