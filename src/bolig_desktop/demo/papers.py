"""Which papers of Nordvik are printed: leases that show what each is for, and the letters its cases have had."""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from bolig_desktop import clock
from bolig_desktop.agenda.leases import LETTER
from bolig_desktop.archive.records import SentHow
from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo.followed_up import OFFICER
from bolig_desktop.law.months import add_months
from bolig_desktop.law.workdays import previous_workday
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.tenancies.records import (
    DecisionKind,
    DecisionResult,
    MatterKind,
    Tenancy,
    TenancyKind,
    TenancyState,
)
from bolig_desktop.tenancies.rules import state

if TYPE_CHECKING:
    from bolig_desktop.documents.making import Produced

R = TypeVar("R", bound=Any)

_SENT_AND_FILED = (
    (SentHow.BY_HAND, True), (SentHow.POST, False), (SentHow.BY_HAND, True), (SentHow.DIGITAL, True), (None, False),
    (SentHow.BY_HAND, True), (SentHow.POST, True),
)  # fmt: skip
"""How each paper went, and whether it stands in the municipality's archive."""

_OF_MATTERS = (
    ("D12", MatterKind.INDEX_CHANGE, SentHow.DIGITAL, ""),
    ("D14", MatterKind.WARNING, SentHow.BY_HAND, "Overlevert av vaktmester Kåre Moen"),
    ("D15", MatterKind.NOTICE_BY_US, SentHow.REGISTERED, "RR 104 552 371 NO"),
    ("D17", MatterKind.EVICTION_NOTICE, SentHow.REGISTERED, "RR 104 552 385 NO"),
    ("D11b", MatterKind.REQUEST_TO_MOVE, SentHow.REGISTERED, "RR 104 552 394 NO"),
    ("D23", MatterKind.HOUSING_APPLICATION, SentHow.DIGITAL, ""),
)
"""The letter of the first matter of a kind that was sent and is open, and how it went."""
_CLOSED = (MatterKind.HOUSING_APPLICATION,)
"""Kinds whose letter was sent about a matter that is closed since."""

_LIVING = (TenancyState.RUNNING, TenancyState.INDEFINITE)


_LATER = ("received_on", "answered_on", "closed_on", "appealed_on")
"""What comes after a letter has gone."""


class _Letter(NamedTuple):
    """A letter that has gone: what it is about, when it was printed and sent, how, and when it came."""

    number: str
    subject_id: int
    sent_on: date
    how: SentHow
    received_on: date | None = None
    tracking: str = ""


def print_all(case: CaseFile, today: date) -> dict[str, bytes]:
    """Print and file the papers of the first Nordvik; return their bytes by file name (``D1-12.pdf``).

    Raises Refused where a paper cannot be made, and FileTrouble; then none is filed.
    """
    with case.atomic("print"):
        return _print_leases(case, today) | _print_letters(case, today) | _print_guides(case, today)


def _print_guides(case: CaseFile, today: date) -> dict[str, bytes]:
    """Print a welcome binder, the house rules in every language of a house, and a visit's notice."""
    from bolig_desktop.documents.filing import print_and_file

    contents = {}
    for number, subject_id, language in guides(case):
        paper, contents[f"{number}-{subject_id}.pdf"] = print_and_file(case, number, subject_id, language)
        case.papers.change(dataclasses.replace(paper, filed_on=today, filed_as=f"{today.year}/{3000 + subject_id}"))
    return contents


def guides(case: CaseFile) -> list[tuple[str, int, str]]:
    """Return number, household or house, and language of the bilingual papers that are printed."""
    from bolig_desktop.documents.guide import editions

    shielded = case.households.shielded_ids()
    homes = [row_id for row_id in editions.living_with_us(case) if row_id not in shielded]
    spoken = {row_id: editions.language_of(case, row_id) for row_id in homes}
    first = next(row_id for row_id in homes if spoken[row_id] == "ar")
    house = case.house_rules.houses()[0]
    return [
        ("D9", first, "ar"),
        ("D8", house, ""),
        ("D8-v", house, ""),
        ("D10", first, "ar"),
        ("D8-m", case.house_meetings.of_house(house)[0].id or 0, ""),
        ("D8-n", house, ""),
        ("D8-k", case.cost_accounts.of_house(house)[0].id or 0, ""),
    ]


def _print_leases(case: CaseFile, today: date) -> dict[str, bytes]:
    from bolig_desktop.documents.filing import print_and_file

    contents = {}
    for (number, tenancy_id), (how, is_filed) in zip(choose(case, today), _SENT_AND_FILED, strict=True):
        paper, contents[f"{number}-{tenancy_id}.pdf"] = print_and_file(case, number, tenancy_id)
        if how is not None:
            paper = dataclasses.replace(paper, sent_on=today, sent_how=how, sent_by=OFFICER)
        if is_filed:
            paper = dataclasses.replace(paper, filed_on=today, filed_as=f"{today.year}/{1000 + tenancy_id}")
        case.papers.change(paper)
    return contents


def _print_letters(case: CaseFile, today: date) -> dict[str, bytes]:
    """Print each letter as it was on the day it went, and file it; all of them are in the municipality's archive."""
    from bolig_desktop.documents.filing import file_made

    contents, now = {}, case.clock
    try:
        for at, letter in enumerate(letters(case, today)):
            case.clock = clock.fixed(letter.sent_on)
            made = _made_then(case, letter)
            contents[f"{letter.number}-{letter.subject_id}.pdf"] = made.content
            case.papers.change(
                dataclasses.replace(
                    file_made(case, made),
                    sent_on=letter.sent_on,
                    sent_how=letter.how,
                    sent_by=OFFICER,
                    received_on=letter.received_on,
                    tracking=letter.tracking,
                    filed_on=letter.sent_on,
                    filed_as=f"{letter.sent_on.year}/{2000 + at}",
                )
            )
    finally:
        case.clock = now
    return contents


def _made_then(case: CaseFile, letter: _Letter) -> "Produced":
    """Make a letter of what it is about as that stood on the day, before it had come and was answered."""
    from bolig_desktop.documents import kinds, making, subjects

    kind = kinds.find(letter.number)
    assert kind is not None
    about = making.with_matter(case, kind, subjects.find(case, kind.subject, letter.subject_id))
    parts = {name: _as_on(letter.sent_on, getattr(about, name)) for name in ("decision", "matter")}
    return making.make(case, kind, dataclasses.replace(about, **parts), WrittenForm.BOKMAL.value)


def _as_on(day: date, record: R) -> R:
    if record is None:
        return record
    later = {name: None for name in _LATER if (getattr(record, name, None) or day) > day}
    return dataclasses.replace(record, **later)


def letters(case: CaseFile, today: date) -> list[_Letter]:
    """Return the letters whose sending the cases of the first Nordvik tell of, the oldest first."""
    matters, decisions = case.matters.list(), case.decisions.list()
    refused = [d for d in decisions if d.result is DecisionResult.REFUSED and d.received_on is not None]
    told = next(d for d in refused if d.kind is DecisionKind.EXTENSION)
    no_home = next(d for d in refused if d.kind is DecisionKind.ALLOTMENT)
    lease = case.tenancies.get(told.tenancy_id or 0)
    told_of_end = previous_workday(add_months(lease.ends_on or today, -LETTER))
    found = [
        _Letter("D22", told.id or 0, told.decided_on, SentHow.REGISTERED, told.received_on, "RR 104 552 118 NO"),
        _Letter("D11a", lease.id or 0, told_of_end, SentHow.POST),
        _Letter("D22", no_home.id or 0, no_home.decided_on, SentHow.DIGITAL, no_home.received_on),
    ]
    for number, kind, how, tracking in _OF_MATTERS:
        matter = next(m for m in matters if m.kind is kind and m.sent_on and (not m.closed_on or kind in _CLOSED))
        subject_id = matter.tenancy_id if number == "D11b" else matter.id
        sent = matter.sent_on or today
        came = None if kind in _CLOSED else matter.received_on  # an application's is when it came to us
        found.append(_Letter(number, subject_id or 0, sent, how, came, tracking))
    return sorted(found, key=lambda letter: (letter.sent_on, letter.number))


def choose(case: CaseFile, today: date) -> list[tuple[str, int]]:
    """Return paper number and tenancy id of each paper; a shielded household's papers are never among them."""
    shielded = case.households.shielded_ids()
    leases = [t for t in case.tenancies.list() if state(t, today) in _LIVING and t.household_id not in shielded]
    long = _first(leases, lambda t: t.kind is TenancyKind.MUNICIPAL and bool(t.ends_on and t.departures))
    return [
        ("D1", long),
        ("D1", _first(leases, lambda t: t.exception_short_term)),
        ("D1b", _first(leases, lambda t: t.kind is TenancyKind.MUNICIPAL and t.ends_on is None)),
        ("D2", _first(leases, lambda t: t.kind is TenancyKind.ROOM and t.ends_on is not None)),
        ("D3", _first(leases, lambda t: t.kind is TenancyKind.SUBLET and t.guarantee_nok is not None)),
        ("D4", long),
        ("D31", next(line.tenancy_id for line in case.final_account_lines.list())),
    ]


def _first(leases: Iterable[Tenancy], fits: Callable[[Tenancy], bool]) -> int:
    return next(lease.id or 0 for lease in leases if fits(lease))
