"""A small municipality whose facts are written day by day, in the case file itself or in its stand-in."""

import dataclasses
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item
from bolig_desktop.archive.records import Paper
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.followup.records import Mark
from bolig_desktop.followup.rules import mark_problems
from bolig_desktop.law.months import add_months
from bolig_desktop.people.records import HouseholdKind, Person
from bolig_desktop.tenancies.records import (
    Conclusion,
    Decision,
    DecisionKind,
    DecisionResult,
    Matter,
    MatterKind,
    NeedAssessment,
    SecurityKind,
    Tenancy,
    TenancyKind,
)

DAY = timedelta(days=1)
OURS = (TenancyKind.MUNICIPAL, TenancyKind.SUBLET, TenancyKind.ROOM)
HOUSES = {1: 1, 2: 2, 3: 3, 4: 3}
"""Which house each unit is in: two dwellings, and a house with one room of its own."""


class StandIn:
    """What the agenda asks a case file for, kept in lists: quick, and with no rule in the way."""

    def __init__(self, clock: Callable[[], date]) -> None:
        self.clock = clock
        self.rows: dict[type, list[Any]] = {kind: [] for kind in (Tenancy, NeedAssessment, Decision, Matter, Mark)}
        self.rows |= {Paper: [], Person: []}
        self._writes = 0
        self.longer: dict[int, date] = {}
        self._added: dict[int, date] = {}
        none = SimpleNamespace(list=lambda *_: [])
        visits = {"visit_weeks": "1, 2", "visit_every_weeks": 13, "visit_notice_days": 3}
        self.settings = SimpleNamespace(municipality=lambda: SimpleNamespace(post_days=7, **visits))
        self.plans = self.plan_steps = self.schemes = none
        self.tasks = SimpleNamespace(undone=lambda *_: [])
        self.visits, self.visit_wishes = SimpleNamespace(dates=lambda *_: [], without_notice=set), none
        self.households = SimpleNamespace(strict_ids=frozenset, shielded_ids=frozenset)
        self.history = SimpleNamespace(begun_on=lambda: None)
        self.own_parameters = SimpleNamespace(rows=lambda: ())
        self.head_leases = none
        self.binder_editions = SimpleNamespace(households=lambda: frozenset(range(1_000)))
        self.house_rules = SimpleNamespace(list=lambda *where: [])
        self.house_meetings = self.meeting_points = self.house_conflicts = self.cost_accounts = none
        self.dwellings = SimpleNamespace(
            houses=lambda: HOUSES, list=lambda *_: [], tenures=dict, checked=lambda *_: []
        )
        self.defects = self.complaints = self.home_checks = none
        self.decisions, self.assessments, self.marks = (
            SimpleNamespace(list=lambda *_, kind=kind: self.rows[kind]) for kind in (Decision, NeedAssessment, Mark)
        )
        self.matters = SimpleNamespace(with_clocks=lambda *_: self.rows[Matter])
        self.tenancies = SimpleNamespace(ends=self._ends, lengthened=lambda: self.longer, stays=lambda *_: [])
        self.people = SimpleNamespace(with_dates=self._people)
        self.papers = SimpleNamespace(
            sent=lambda *_: [(p.number, p.tenancy_id, p.decision_id, None, None) for p in self.rows[Paper]],
            not_filed=lambda: [],
        )
        self.touched = SimpleNamespace(since=self._since, kept=lambda name, tables, read: read())

    def save(self, record: Any) -> Any:
        rows = self.rows[type(record)]
        self._writes += 1
        if record.id is None:
            rows.append(dataclasses.replace(record, id=len(rows) + 1))
            if isinstance(record, Tenancy):
                self._added[len(rows)] = self.clock()
            return rows[-1]
        before = rows[record.id - 1]
        if isinstance(record, Tenancy) and _is_longer(before, record) and self._added[record.id] != self.clock():
            self.longer[record.id] = self.clock()
        rows[record.id - 1] = record
        return record

    def refusing(self, mark: Mark) -> list[Problem]:
        return [problem for problem in mark_problems(mark, today=self.clock()) if problem.hard]

    def _since(self, mark: int) -> tuple[int, list[tuple[str, int]]]:
        """Once anything is written, everything is to be read again."""
        return self._writes, [("municipality", 1)] if self._writes > mark else []

    def all(self, kind: type) -> list[Any]:
        return self.rows[kind]

    def _ends(self, _: object = None) -> list[tuple[Any, ...]]:
        return [
            (
                t.id, t.household_id, t.dwelling_id, _iso(t.starts_on), _iso(t.ends_on), _iso(t.moved_out_on),
                is_signed(t), _iso(t.guarantee_ends_on), t.kind in OURS,
            )
            for t in self.rows[Tenancy]
            if t.kind in OURS or t.guarantee_kind is SecurityKind.MUNICIPAL
        ]  # fmt: skip

    def _people(self, _: object = None) -> list[tuple[Any, ...]]:
        return [
            (
                p.id, p.id, _iso(p.born_on), _iso(p.permit_on), _iso(p.permit_ends_on), _iso(p.settled_on),
                _iso(p.programme_on), None, str(HouseholdKind.SINGLE),
            )
            for p in self.rows[Person]
        ]  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _is_longer(before: Tenancy, after: Tenancy) -> bool:
    return before.ends_on is not None and (after.ends_on is None or after.ends_on > before.ends_on)


def is_signed(lease: Tenancy) -> bool:
    return lease.signed_landlord_on is not None and lease.signed_tenant_on is not None


class World:
    """Two households on one calendar, and what happens to them. case: a CaseFile or a StandIn."""

    def __init__(self, case: Any, all_of: Callable[[type], list[Any]], first: date) -> None:
        self.case, self.all = case, all_of
        self.today = first
        self.agenda = Agenda(case)
        self.written: set[int] = set()
        """The households something was written about today."""

    def write(self, record: Any) -> None:
        """Save a record; what the rules refuse does not happen."""
        try:
            saved = self.case.save(record)
        except Refused:
            return
        self.written.add(saved.id if isinstance(saved, Person) else saved.household_id)

    def mark(self, one: Item, roll: int) -> None:
        """Tick one line as done, or put it off; what is refused does not happen."""
        try:
            if roll % 2:
                self.agenda.done(one)
            else:
                self.agenda.put_off(one, self.today + (1 + roll % 200) * DAY, "Venter på svar")
        except Refused:
            return
        self.written |= {one.household_id, 0} - ({0} if one.household_id else set())

    def act(self, action: int, roll: int) -> None:
        """Let one of the things happen that a consultant may write; roll decides about what and how."""
        _ACTS[action % len(_ACTS)](self, roll)


def _lease(world: World, roll: int) -> None:
    """Mostly one that runs out within the year, as those do that matter here; now and then one just begun."""
    today = world.today
    months = (None, 6, 12, 36, 36, 36, 60)[roll % 7]
    ago = (months or 0) * 30 - roll // 11 % 300 if roll % 5 else roll % 60
    start = today - max(ago, -20) * DAY
    signed = (today, today, today, None)[roll // 7 % 4]
    kind = (TenancyKind.MUNICIPAL, TenancyKind.MUNICIPAL, TenancyKind.PRIVATE)[roll // 28 % 3]
    end = None if months is None else add_months(start, months) - DAY
    guaranteed = kind is TenancyKind.PRIVATE
    world.write(
        Tenancy(
            kind=kind, dwelling_id=1 + roll // 5 % 2, household_id=1 + roll // 3 % 2, starts_on=start, ends_on=end,
            rent_nok=9000, told_not_terminable=end is not None, signed_landlord_on=signed, signed_tenant_on=signed,
            just_cause="Husstanden studerer her i kort tid" if months and months < 36 else "",
            guarantee_kind=SecurityKind.MUNICIPAL if guaranteed else None,
            guarantee_nok=9000 if guaranteed else None,
            guarantee_ends_on=add_months(start, 5 + roll % 30) if guaranteed else None,
        )
    )  # fmt: skip


def _some(world: World, kind: type, roll: int) -> Any:
    found = world.all(kind)
    return found[roll % len(found)] if found else None


def _sign(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None:
        world.write(dataclasses.replace(lease, signed_landlord_on=world.today, signed_tenant_on=world.today))


def _assess(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None:
        begun = roll // 10 % 3 == 0
        words = {} if begun else dict.fromkeys(("income", "family", "tried", "next_step", "reasons"), "Fylt ut")
        world.write(
            NeedAssessment(
                household_id=lease.household_id, tenancy_id=lease.id, assessed_on=world.today, assessed_by="Kari Moe",
                conclusion=None if begun else Conclusion.EXTEND, **words,
            )
        )  # fmt: skip


def _decide(world: World, roll: int) -> None:
    assessment = _some(world, NeedAssessment, roll)
    if assessment is not None:
        result = (DecisionResult.GRANTED, DecisionResult.REFUSED, DecisionResult.OTHER_DWELLING)[roll // 7 % 3]
        world.write(
            Decision(
                household_id=assessment.household_id, tenancy_id=assessment.tenancy_id, assessment_id=assessment.id,
                kind=DecisionKind.EXTENSION, result=result, decided_on=world.today, facts="Fakta",
                considerations="Hensyn", received_on=world.today if roll % 2 else None,
            )
        )  # fmt: skip


def _appeal(world: World, roll: int) -> None:
    decision = _some(world, Decision, roll)
    if decision is not None:
        step = {"forwarded_on": world.today} if decision.appealed_on else {"appealed_on": world.today}
        world.write(dataclasses.replace(decision, **step))


def _renew(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None and lease.ends_on is not None:
        start = max(lease.ends_on + DAY, world.today - 30 * DAY) + (roll // 3 % 3) * 20 * DAY
        signed = world.today if roll % 4 else None
        world.write(
            dataclasses.replace(
                lease, id=None, previous_id=lease.id, starts_on=start, ends_on=add_months(start, 36) - DAY,
                moved_out_on=None, signed_landlord_on=signed, signed_tenant_on=signed, just_cause="",
                guarantee_ends_on=None, guarantee_kind=None, guarantee_nok=None,
            )
        )  # fmt: skip


def _move_out(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None and lease.starts_on <= world.today:
        world.write(dataclasses.replace(lease, moved_out_on=world.today + (roll // 10 % 40) * DAY))


def _lengthen(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None and lease.ends_on is not None:
        world.write(dataclasses.replace(lease, ends_on=add_months(lease.ends_on, 6 + roll % 30)))


def _request(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None:
        sent = world.today if roll // 10 % 4 else None
        world.write(
            Matter(
                kind=MatterKind.REQUEST_TO_MOVE, household_id=lease.household_id, tenancy_id=lease.id,
                opened_on=world.today, sent_on=sent, due_on=world.today + (roll // 40 % 60) * DAY,
            )
        )  # fmt: skip


def _matter(world: World, roll: int) -> None:
    lease = _some(world, Tenancy, roll)
    if lease is not None:
        kinds = [kind for kind in MatterKind if kind is not MatterKind.REQUEST_TO_MOVE]
        today = world.today
        world.write(
            Matter(
                kind=kinds[roll // 3 % len(kinds)], household_id=lease.household_id, tenancy_id=lease.id,
                opened_on=today - (roll % 20) * DAY, received_on=today if roll % 3 else None,
                sent_on=today - (roll % 20) * DAY if roll % 5 else None,
                due_on=today + (roll % 50) * DAY if roll % 7 else None,
                effect_on=today + (roll % 120) * DAY if roll % 11 else None,
            )
        )  # fmt: skip


def _go_on(world: World, roll: int) -> None:
    matter = _some(world, Matter, roll)
    if matter is not None:
        step = ("answered_on", "closed_on", "received_on")[roll // 10 % 3]
        world.write(dataclasses.replace(matter, **{step: world.today}))


def _person(world: World, roll: int) -> None:
    person = _some(world, Person, roll)
    if person is not None:
        today = world.today
        step = (
            {"permit_on": today - (roll % 100) * DAY},
            {"settled_on": today},
            {"programme_on": today},
            {"permit_ends_on": today + (roll % 500) * DAY},
        )[roll // 10 % 4]
        world.write(dataclasses.replace(person, **step))


def _mark(world: World, roll: int) -> None:
    """Every other time one that may be ticked, so that a stage of a lease is done with."""
    lines = [one for one in world.agenda.items() if one.about.by_hand or roll // 100 % 2 == 0]
    if lines:
        world.mark(lines[roll % len(lines)], roll // 100)


_ACTS = (
    _lease, _sign, _assess, _assess, _decide, _decide, _appeal, _renew, _move_out, _lengthen, _request, _matter,
    _matter, _go_on, _person, _mark, _mark,
)  # fmt: skip
