"""Which papers of Nordvik are printed: one of each kind, each for a tenancy that shows what it is for."""

import dataclasses
from collections.abc import Callable, Iterable
from datetime import date

from bolig_desktop.archive.records import SentHow
from bolig_desktop.casefile import CaseFile
from bolig_desktop.demo.followed_up import OFFICER
from bolig_desktop.tenancies.records import Tenancy, TenancyKind, TenancyState
from bolig_desktop.tenancies.rules import state

_SENT_AND_FILED = (
    (SentHow.BY_HAND, True), (SentHow.POST, False), (SentHow.BY_HAND, True), (SentHow.DIGITAL, True), (None, False),
    (SentHow.BY_HAND, True), (SentHow.POST, True),
)  # fmt: skip
"""How each paper went, and whether it stands in the municipality's archive."""

_LIVING = (TenancyState.RUNNING, TenancyState.INDEFINITE)


def print_all(case: CaseFile, today: date) -> dict[str, bytes]:
    """Print and file the papers of the first Nordvik; return their bytes by file name (``D1-12.pdf``).

    Raises Refused where a paper cannot be made, and FileTrouble; then none is filed.
    """
    from bolig_desktop.documents.filing import print_and_file

    contents = {}
    with case.atomic("print"):
        for (number, tenancy_id), (how, is_filed) in zip(choose(case, today), _SENT_AND_FILED, strict=True):
            paper, contents[f"{number}-{tenancy_id}.pdf"] = print_and_file(case, number, tenancy_id)
            if how is not None:
                paper = dataclasses.replace(paper, sent_on=today, sent_how=how, sent_by=OFFICER)
            if is_filed:
                paper = dataclasses.replace(paper, filed_on=today, filed_as=f"{today.year}/{1000 + tenancy_id}")
            case.papers.change(paper)
    return contents


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
