"""The facts of the handover: what is due, who is to be visited, who is who, who has which keys, what is broken.

It is a paper with many households on it, so it is made as if anybody might read it: somebody shielded is a number,
with no home, telephone or language, and a home where they live is a number too, wherever it stands (law.md AG-3).
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from textwrap import shorten
from typing import NamedTuple

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item, Status, status
from bolig_desktop.agenda.kinds import Who
from bolig_desktop.agenda.words import short, title
from bolig_desktop.casefile import visiting
from bolig_desktop.casefile.case import CaseFile
from bolig_desktop.casefile.lines import Naming, hidden_homes, household_lines
from bolig_desktop.casefile.maintenance_lines import defect_lines
from bolig_desktop.casefile.naming import dwelling_labels, without_names
from bolig_desktop.documents.facts import Sender, sender
from bolig_desktop.maintenance.records import DefectLine, Urgency
from bolig_desktop.people.records import MemberRole
from bolig_desktop.text.languages import norwegian_name

_ON_THE_PAGE_OF_VISITS = frozenset({"visit", "visit_step", "visit_sooner", "visit_agreed"})
_LONGEST = 140
"""How much of what somebody has typed there is room for; the rest is in the program."""
DAYS = 30
"""How far ahead it looks: a month is what a substitute can be asked to see to."""


class Due(NamedTuple):
    """Something to be done, and why. about: what it is about, part by part; home_id: where that is a number only."""

    day: date
    what: str
    why: str
    about: tuple[str, ...]
    home_id: int
    is_late: bool


class Visiting(NamedTuple):
    """A visit that is agreed, or due by the plan; hours "" where none are agreed."""

    day: date
    hours: str
    household: str
    home: str
    is_agreed: bool


class Whose(NamedTuple):
    """A household: its number, what it is called, and, unless it is shielded, home, telephone and language."""

    id: int
    household: str
    home: str
    phone: str
    language: str
    needs_interpreter: bool


class KeysHeld(NamedTuple):
    """The keys of a home that one has, each with how many; home "" and home_id where the home is a number only."""

    home: str
    home_id: int
    held_by: str
    keys: tuple[tuple[str, int], ...]


class Broken(NamedTuple):
    """A defect that is not mended; sent_to "" where it is not sent."""

    home: str
    home_id: int
    what: str
    reported_on: date
    sent_to: str
    promised_on: date | None
    is_urgent: bool


@dataclass(frozen=True, kw_only=True)
class HandoverFacts:
    """Everything on the paper. theirs: what waits on somebody else; hidden: how many households are a number only."""

    sender: Sender
    printed_on: date
    where_things_are: str
    ours: tuple[Due, ...]
    theirs: tuple[Due, ...]
    visits: tuple[Visiting, ...]
    households: tuple[Whose, ...]
    keys: tuple[KeysHeld, ...]
    defects: tuple[Broken, ...]
    hidden: int

    @property
    def officer(self) -> str:
        """Who hands over."""
        return self.sender.officer

    @property
    def unit(self) -> str:
        """The office."""
        return self.sender.unit

    @property
    def one_hidden(self) -> bool:
        """Whether there is exactly one who is a number only."""
        return self.hidden == 1

    @property
    def many_hidden(self) -> bool:
        """Whether there are more."""
        return self.hidden > 1

    @property
    def late(self) -> int:
        """How many are late."""
        return sum(one.is_late for one in self.ours)

    @property
    def soon(self) -> int:
        """How many come within the month."""
        return len(self.ours) - self.late


def gather(case: CaseFile, language: str = "nb") -> HandoverFacts:
    """Return what whoever stands in for her needs to know today; language: of what the list calls things."""
    ours, today = case.settings.municipality(), case.clock()
    hidden = hidden_homes(case)
    naming, due = Naming(case), Agenda(case).within(DAYS)
    due = [one for one in due if one.kind not in _ON_THE_PAGE_OF_VISITS]
    said = [(one.about.who, _due(one, naming, hidden, today, language)) for one in due]
    shielded = case.households.shielded_ids()
    people = _people(case)
    return HandoverFacts(
        sender=sender(ours),
        printed_on=today,
        where_things_are=ours.where_things_are.strip(),
        ours=tuple(one for who, one in said if who is Who.US),
        theirs=tuple(one for who, one in said if who is Who.THEM),
        visits=tuple(_visits(case, today)),
        households=people,
        keys=tuple(_keys(case, hidden)),
        defects=tuple(_defects(case, hidden)),
        hidden=sum(one.id in shielded for one in people),
    )


def _due(one: Item, naming: Naming, hidden: Collection[int], today: date, language: str) -> Due:
    unnamed = one.dwelling_id in hidden and not naming.is_shielded(one.household_id, one.tenancy_id)
    about = () if unnamed else naming.of(one.household_id, one.dwelling_id, one.tenancy_id)
    late = status(one, today) in (Status.LATE, Status.UNCERTAIN)
    return Due(
        one.act_by, title(one, language), _cut(short(one, language)), about, one.dwelling_id if unnamed else 0, late
    )


def _visits(case: CaseFile, today: date) -> Iterable[Visiting]:
    """Yield the visits of the month and those that are overdue, by day."""
    last = date.fromordinal(today.toordinal() + DAYS)
    found = []
    for line in visiting.lines(case):
        if line.next is None or line.next.day > last:
            continue
        agreed = case.visits.find(line.next.visit_id)
        hours = "–".join(hour for hour in (agreed.time_from, agreed.time_to) if hour) if agreed else ""
        found.append(Visiting(line.next.day, hours, line.label, line.dwelling, agreed is not None))
    return sorted(found)


def _people(case: CaseFile) -> tuple[Whose, ...]:
    """Return every household whose case is open, by what it is called."""
    phones = {
        one.household_id: case.people.get(one.person_id).phone
        for one in case.memberships.list("role = ? and left_on is null", [MemberRole.MAIN.value])
    }
    found = [
        Whose(
            line.id,
            line.label,
            line.dwelling,
            "" if line.shielded else phones.get(line.id, ""),
            norwegian_name(line.language) if line.language else "",
            line.interpreter,
        )
        for line in household_lines(case)
        if line.closed_on is None
    ]
    return tuple(sorted(found, key=lambda one: (one.household.casefold(), one.id)))


def _keys(case: CaseFile, hidden: Collection[int]) -> Iterable[KeysHeld]:
    """Yield the keys somebody has, by home and holder; those of a home given up are nobody's to ask for."""
    labels = dwelling_labels(case) | dict.fromkeys(hidden, "")
    given_up = {one.id for one in case.dwellings.list("given_up_on is not null")}
    held: dict[tuple[str, int, str], list[tuple[str, int]]] = {}
    for key in case.keys.list("returned_on is null and trim(held_by) <> ''"):
        if key.dwelling_id not in given_up:
            shown, home = without_names(case, "keys", key), labels[key.dwelling_id]
            held.setdefault((home, key.dwelling_id, shown.held_by), []).append((shown.label, key.count))
    # By their number and last of all: a place among the streets would tell of the street.
    for (home, home_id, held_by), keys in sorted(held.items(), key=lambda one: (not one[0][0], *one[0])):
        yield KeysHeld(home, 0 if home else home_id, held_by, tuple(keys))


def _defects(case: CaseFile, hidden: Collection[int]) -> Iterable[Broken]:
    """Yield what is not mended, what was told of first first."""

    def place(line: DefectLine) -> tuple[bool, date, int]:
        return line.urgency is not Urgency.NOW, line.reported_on, line.id

    for line in sorted((one for one in defect_lines(case) if one.mended_on is None), key=place):
        sent = without_names(case, "defects", case.defects.get(line.id))
        is_hidden = line.dwelling_id in hidden
        yield Broken(
            home="" if is_hidden else line.dwelling,
            home_id=line.dwelling_id if is_hidden else 0,
            what=_cut(", ".join(part for part in (line.room, line.what.strip().split("\n", 1)[0]) if part)),
            reported_on=line.reported_on,
            sent_to=sent.sent_to if sent.sent_on else "",
            promised_on=line.promised_on,
            is_urgent=line.urgency is Urgency.NOW,
        )


def _cut(words: str) -> str:
    return shorten(words, _LONGEST, placeholder=" …")
