"""One letter to many: which leases get it, which do not and why, and the making of each one."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from bolig_desktop.archive.records import Paper
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.documents import kinds
from bolig_desktop.documents.making import PaperKind, problems, with_matter
from bolig_desktop.documents.subjects import About
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.law.months import add_days
from bolig_desktop.law.sections import section
from bolig_desktop.tenancies.records import DecisionKind, Tenancy, TenancyState
from bolig_desktop.tenancies.rules import OURS, state

LETTERS = ("D11a", "D11b", "D12", "D13", "D14", "D17", "D22", "D24")
"""The letters that go to many at once; the others answer one person about one thing."""
LATELY_DAYS = 30
"""No law: how long after a letter about a lease the same one is not made again without asking."""

NOT_OURS, ENDED, DRAFT, NOTHING = "paper.not_our_lease", "batch.ended", "batch.draft", "batch.nothing_to_send"
COUNTED = (NOT_OURS, ENDED, DRAFT, NOTHING)
"""Reasons that are the same for many: told of with their number, not one by one."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One lease that was asked for, with what it is called outside its own case; no dwelling where it is shielded.

    subject_id: the id of what the letter is about, 0 where there is nothing. left_out: why it gets none.
    made_on: when the same letter about the same thing was last made or sent, where that is to be asked about.
    """

    id: int
    subject_id: int
    household: str
    dwelling: str
    ends_on: date | None
    left_out: Problem | None = None
    made_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class _Known:
    """What is read once for all the leases."""

    kind: PaperKind
    strict: frozenset[int]
    shielded: frozenset[int]
    households: dict[int, str]
    dwellings: dict[int, str]
    followed: frozenset[int]
    made: dict[int, date]


def plan(
    case: CaseFile, letter: str, *, only: Collection[int] | None = None, before: date | None = None
) -> list[Line]:
    """Return the leases asked for, those that get the letter and those that do not; nothing is written.

    letter: its number or name; only: these leases; before: those that end before a day, which has no place for a
    lease without an end. Raises KeyError for a letter there is none of.
    """
    leases = case.tenancies.list()
    known = _read(case, letter, leases)
    return [
        _line(case, known, lease)
        for lease in leases
        if (only is None or lease.id in only) and (before is None or _ends_before(lease, before))
    ]


def make(
    case: CaseFile,
    letter: str,
    line: Line,
    form: str = "",
    *,
    explained: bool = False,
    ready: Callable[[bytes], object] = lambda content: None,
) -> tuple[Paper, bytes]:
    """Make and file the letter of one line, exactly as a single one is; see ``filing.print_and_file``.

    form: the written form of the letter; explained: a page of plain words in the household's own language is behind.
    Raises Refused also where the line no longer holds: it is left out now, or the letter was made in the meantime.
    """
    from bolig_desktop.documents.filing import print_and_file
    from bolig_desktop.documents.guide.editions import language_of
    from bolig_desktop.documents.guide.writer import NORWEGIAN

    lease = case.tenancies.find(line.id)
    if lease is None:
        raise Refused(Problem(field="", code="batch.changed"))
    theirs = case.tenancies.of_household(lease.household_id)
    now = _line(case, _read(case, letter, theirs, lease.household_id), lease)
    if now.left_out is not None:
        raise Refused(now.left_out)
    if now.subject_id != line.subject_id:
        raise Refused(Problem(field="", code="batch.changed"))
    if now.made_on != line.made_on:
        raise Refused(Problem(field="", code="batch.made_meanwhile", facts={"day": now.made_on}))
    spoken = language_of(case, lease.household_id) if explained else ""
    language = form if spoken in NORWEGIAN else spoken or form
    return print_and_file(case, letter, line.subject_id, language, form=form, ready=ready)


def _ends_before(lease: Tenancy, day: date) -> bool:
    return lease.ends_on is not None and lease.ends_on < day


def _read(case: CaseFile, letter: str, leases: Sequence[Tenancy], household_id: int | None = None) -> _Known:
    kind = kinds.find(letter)
    if kind is None:
        raise KeyError(letter)
    return _Known(
        kind=kind,
        strict=case.households.strict_ids(),
        shielded=case.households.shielded_ids(),
        households=case.households.labels(),
        dwellings=case.dwellings.labels(),
        followed=_followed(case, leases),
        made=case.papers.newest(kind.number, kind.subject, household_id),
    )


def _followed(case: CaseFile, leases: Sequence[Tenancy]) -> frozenset[int]:
    """Return the leases after which the household has another of the same home, signed by both."""
    houses = case.dwellings.houses()
    newest: dict[tuple[int, int], tuple[date, int]] = {}
    for lease in leases:
        if lease.signed_tenant_on is not None and lease.signed_landlord_on is not None:
            home = lease.household_id, houses[lease.dwelling_id]
            newest[home] = max((lease.starts_on, lease.id or 0), newest.get(home, (date.min, 0)))
    return frozenset(
        lease.id or 0
        for lease in leases
        if (lease.starts_on, lease.id or 0)
        < newest.get((lease.household_id, houses[lease.dwelling_id]), (date.min, 0))
    )


def _line(case: CaseFile, known: _Known, lease: Tenancy) -> Line:
    left_out = _stands_outside(case, known, lease)
    about = None if left_out else _about(case, known.kind, lease)
    if left_out is None:
        left_out = _refused(case, known.kind, about)
    subject_id = 0 if about is None else _subject_id(known.kind, about)
    hidden = lease.household_id in known.shielded
    return Line(
        id=lease.id or 0,
        subject_id=subject_id,
        household=known.households[lease.household_id],
        dwelling="" if hidden else known.dwellings[lease.dwelling_id],
        ends_on=lease.ends_on,
        left_out=left_out,
        made_on=None if left_out or about is None else _made_on(case, known, about, subject_id),
    )


def _stands_outside(case: CaseFile, known: _Known, lease: Tenancy) -> Problem | None:
    """Return why a lease gets no letter with many others, whatever stands in it (AG-2, AG-3); None where it may."""
    if lease.household_id in known.strict:
        return Problem(field="", code="tenancy.code_6", section=section("AG-2"))
    if lease.household_id in known.shielded:
        return Problem(field="", code="batch.shielded", section=section("AG-3"))
    if known.kind.ours and lease.kind not in OURS:
        return Problem(field="", code=NOT_OURS)
    now = state(lease, case.clock())
    if now in (TenancyState.DRAFT, TenancyState.ENDED):
        return Problem(field="", code=ENDED if now is TenancyState.ENDED else DRAFT)
    if known.kind.subject == "tenancy" and lease.id in known.followed:
        return Problem(field="", code="batch.followed")
    return None


def _about(case: CaseFile, kind: PaperKind, lease: Tenancy) -> About | None:
    """Return what the letter is about: the lease, its newest open matter of the kind, or its newest decision."""
    about = About(household_id=lease.household_id, lease=lease)
    if kind.subject == "tenancy":
        return with_matter(case, kind, about)
    if kind.subject == "decision":
        decisions = [d for d in case.decisions.of_tenancy(lease.id or 0) if d.kind is DecisionKind.EXTENSION]
        decision = max(decisions, key=lambda d: (d.decided_on, d.id or 0), default=None)
        return None if decision is None else replace(about, decision=decision)
    matters = [m for m in case.matters.of_tenancy(lease.id or 0) if m.kind in kind.of and m.closed_on is None]
    matter = max(matters, key=lambda m: (m.opened_on, m.id or 0), default=None)
    return None if matter is None else replace(about, matter=matter)


def _subject_id(kind: PaperKind, about: About) -> int:
    return (about.tenancy.id if kind.subject == "tenancy" else about.record.id) or 0


def _refused(case: CaseFile, kind: PaperKind, about: About | None) -> Problem | None:
    """Return the first of what keeps this very letter from being made, as when it is asked for alone."""
    if about is None:
        return Problem(field="", code=NOTHING)
    return next((problem for problem in problems(case, kind, about) if problem.hard), None)


def _made_on(case: CaseFile, known: _Known, about: About, subject_id: int) -> date | None:
    """Return when the letter was made or sent: whenever that was for one thing, of late for a lease as such."""
    made = known.made.get(subject_id)
    if known.kind.subject == "tenancy" and made is not None and made < add_days(case.clock(), -LATELY_DAYS):
        made = None
    sent = about.matter.sent_on if about.matter else about.decision.received_on if about.decision else None
    return max((day for day in (made, sent) if day is not None), default=None)
