"""Which letter an item of the list asks for, and what has to come before it."""

from typing import NamedTuple

from bolig_desktop.agenda.items import Item
from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Problem
from bolig_desktop.tenancies.records import Decision, Matter, MatterKind, Tenancy
from bolig_desktop.ui.followup.places import place_of_line
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.words import tr

LEASE_END, REQUEST_TO_MOVE = "lease-end", "request-to-move"
_OF_LEASE = {
    "lease_letter": LEASE_END,
    "lease_expired": REQUEST_TO_MOVE,
    "lease_uncertain": REQUEST_TO_MOVE,
}
_OF_MATTER = {
    "member_application": {MatterKind.MEMBER_APPLICATION: "member-answer"},
    "housing_application": {MatterKind.HOUSING_APPLICATION: "interim-reply"},
    "bank_reply": {MatterKind.BANK_NOTICE: "security-claim"},
    "rent_changes": {MatterKind.INDEX_CHANGE: "index-notice", MatterKind.MARKET_RENT: "market-rent"},
    "notice_ends": {MatterKind.NOTICE_BY_TENANT: "tenants-termination"},
}
_OF_DECISION = {"appeal_forward": "appeal-forwarding"}
_ONCE = ("rent_changes", "notice_ends")
"""Their date stays on the list when the letter has gone; then it is not asked for again."""
NUMBERS = {LEASE_END: "D11a", REQUEST_TO_MOVE: "D11b"}
"""Those that go to many at once, by their number."""


class Letter(NamedTuple):
    """One letter to be printed: its name, and what it is about."""

    paper: str
    record: Tenancy | Matter | Decision

    @property
    def subject_id(self) -> int:
        """The id the paper takes."""
        return self.record.id or 0


def letter_of(case: CaseFile, one: Item) -> Letter | None:
    """Return the letter an item asks for; None where it asks for none, or where it has gone already."""
    if one.kind in _OF_LEASE:
        lease = case.tenancies.find(one.tenancy_id)
        return None if lease is None else Letter(_OF_LEASE[one.kind], lease)
    if one.kind in _OF_MATTER and one.topic == "matters":
        matter = case.matters.find(one.id)
        paper = _OF_MATTER[one.kind].get(matter.kind) if matter else None
        gone = matter is not None and one.kind in _ONCE and _has_gone(case, matter)
        return Letter(paper, matter) if matter and paper and not gone else None
    if one.kind in _OF_DECISION and one.topic == "decisions":
        decision = case.decisions.find(one.id)
        return None if decision is None else Letter(_OF_DECISION[one.kind], decision)
    return None


def letter_words(letter: Letter) -> str:
    """Return what the button is called that shows a letter."""
    return {
        LEASE_END: tr("Send brevet"),
        REQUEST_TO_MOVE: tr("Send flytteoppfordring"),
        "member-answer": tr("Skriv svaret"),
        "interim-reply": tr("Skriv foreløpig svar"),
        "security-claim": tr("Skriv til banken"),
        "index-notice": tr("Skriv ut varselet"),
        "market-rent": tr("Skriv ut kravet"),
        "tenants-termination": tr("Bekreft oppsigelsen"),
        "appeal-forwarding": tr("Send klagen videre"),
    }[letter.paper]


def lacking(case: CaseFile, letter: Letter) -> tuple[Problem, Place] | None:
    """Return what has to be settled on the matter or the decision before the letter, and where; None where nothing.

    What hinders a letter otherwise (it would be false, it is too early) is said by the letter itself.
    """
    from bolig_desktop.documents.kinds import find, refusing
    from bolig_desktop.documents.making import with_matter
    from bolig_desktop.documents.subjects import About

    kind, record = find(letter.paper), letter.record
    hindering = next((problem for problem in refusing(case, letter.paper, letter.subject_id) if problem.field), None)
    if kind is not None and isinstance(record, Tenancy):
        about = with_matter(case, kind, About(household_id=record.household_id, lease=record))
        record = about.matter or record
    if hindering is None or isinstance(record, Tenancy):
        return None
    return hindering, place_of_line(record, letter.paper)


def unsent(case: CaseFile, letter: Letter) -> int | None:
    """Return the newest request to move where it is printed and not said to be sent: until then it stops no clock."""
    if not isinstance(letter.record, Tenancy) or letter.paper != REQUEST_TO_MOVE:
        return None
    papers = [line for line in case.papers.of_tenancy(letter.subject_id) if line.number == NUMBERS[letter.paper]]
    return papers[0].id if papers and papers[0].sent_on is None else None


def _has_gone(case: CaseFile, matter: Matter) -> bool:
    paper = _OF_MATTER["notice_ends"].get(matter.kind)
    printed = paper is not None and (matter.id or 0) in case.papers.newest("D15b", "matter")
    return matter.sent_on is not None or printed
