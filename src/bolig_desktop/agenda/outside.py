"""What of the list may leave the office: a day, what is to be done and a reference, and not a word about anybody.

A calendar is kept on other machines than this one. So an entry has the program's own words and a number the search
finds again, never a name, an address or a text somebody typed; and nothing at all of a household with code 6, for
even a visit at a set hour would say where to wait for them.
"""

from datetime import date, time
from typing import NamedTuple

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.agenda.items import Item
from bolig_desktop.agenda.kinds import Who
from bolig_desktop.agenda.words import title
from bolig_desktop.casefile import CaseFile
from bolig_desktop.law import identifiers
from bolig_desktop.law.sections import section
from bolig_desktop.shared_housing.records import HouseMeeting
from bolig_desktop.text.sentences import sentence
from bolig_desktop.visits.records import Visit

_VISITS, _HOUSES = "visits", "shared_housing"
_OWN_ENTRIES = frozenset({"visit_agreed", "house_meeting"})
"""Kinds that are told of by the visit or the meeting itself, which keeps its entry when it is moved."""

_WORDS = dict.fromkeys(("lease_expired", "lease_uncertain"), "calendar.request_to_move.title")
"""What a kind is called on the day to act by, where the list's own words tell what has happened before it."""


_ONE_AFTER_ANOTHER = dict.fromkeys(("visit_step", "visit_sooner"), "visit") | {"defect_urgent": "defect_unsent"}
"""Kinds a thing has one of at a time, though they are no chain (``Kind.chain``), by the name their entry goes by."""


class Reference(NamedTuple):
    """What an entry is about: a topic and a number; nobody's where the number is 0."""

    topic: str
    id: int


class Entry(NamedTuple):
    """One day for a calendar. kind: what kind of date it is. key: what names it for good, whatever its day, so that a
    new export changes it where it stands.

    begins, ends: the hours that are agreed, None for a whole day. nominal: the rule's own day where it is another
    than ``day``, and moved what ``day`` then is. is_binding: whether the law binds us to it. rule: the rule's id, ""
    for a routine.
    """

    kind: str
    key: tuple[str, str, int, str]
    about: Reference
    words: str
    day: date
    begins: time | None = None
    ends: time | None = None
    nominal: date | None = None
    moved: str = ""
    is_binding: bool = False
    rule: str = ""

    def summary(self, language: str = "nb") -> str:
        """Return the entry in a few words: ``Leieforhold 12: Leieavtalen er utløpt``."""
        if not self.about.id:
            return self.words
        facts = {"number": self.about.id, "what": self.words}
        return sentence(f"calendar.of.{self.about.topic}.title", language, **facts)

    def more(self, language: str = "nb") -> str:
        """Return what stands under it: the section, the rule's own day, and where the rest is to be read."""
        said = [section(self.rule)] if self.rule else []
        if self.nominal is not None:
            said.append(sentence(f"calendar.moved.{self.moved}", language, day=self.nominal, act_by=self.day))
        return "\n".join((*said, sentence("calendar.see", language)))


class Days(NamedTuple):
    """What there is for a calendar, by day; left_out: how many dates of households with code 6 are not in it."""

    entries: list[Entry]
    left_out: int


def days(case: CaseFile, language: str = "nb") -> Days:
    """Return everything with a day that may be said outside: what is due, agreed visits and house meetings set."""
    strict, shielded = case.households.strict_ids(), case.households.shielded_ids()
    visits = _agreed(case)
    meetings = case.house_meetings.list("held_on > ?", [case.clock().isoformat()])
    items = [one for one in Agenda(case).items() if not _told_by_itself(one, meetings)]
    found = [_of_item(one, shielded, language) for one in items if one.household_id not in strict]
    found += [_of_visit(one, language) for one in visits if one.household_id not in strict]
    found += [_of_meeting(one, language) for one in meetings]
    everything = len(items) + len(visits) + len(meetings)
    return Days(sorted(found, key=_place), everything - len(found))


def _place(one: Entry) -> tuple[date, time, tuple[str, str, int, str]]:
    return one.day, one.begins or time.min, one.key


def _told_by_itself(one: Item, meetings: list[HouseMeeting]) -> bool:
    """A house meeting the routine asks for stands until one is set; a visit on the list is always an agreed one."""
    if one.kind not in _OWN_ENTRIES:
        return False
    return one.kind == "visit_agreed" or any(meeting.house_id == one.id for meeting in meetings)


def _of_item(one: Item, shielded: frozenset[int], language: str) -> Entry:
    return Entry(
        kind=one.kind,
        key=_key(one),
        about=_reference(one, shielded),
        words=sentence(known, language) if (known := _WORDS.get(one.kind)) else title(one, language),
        day=one.act_by,
        nominal=one.nominal if one.nominal != one.act_by else None,
        moved="earliest" if one.about.opens else str(one.about.who),
        is_binding=one.about.rule is not None and one.about.who is Who.US and not one.about.note,
        rule=one.about.rule or "",
    )


def _key(one: Item) -> tuple[str, str, int, str]:
    """Return what names a date for as long as it is about the same, on whatever day it comes to fall.

    What follows one another and never stands on the list together is one entry that moves on: the talk before a lease
    ends, the decision, the letter. What comes every month or year is told apart by its month or year.
    """
    period = dict(one.asked).get("month") or dict(one.asked).get("year") if one.topic == "calendar" else None
    name = one.about.chain or _ONE_AFTER_ANOTHER.get(one.kind, one.kind)
    return name, one.topic, one.id, str(period or one.record or "")


def _reference(one: Item, shielded: frozenset[int]) -> Reference:
    """Return the number search knows it by; of a shielded household that is the household's own and no other."""
    if one.household_id in shielded:
        return Reference("households", one.household_id)
    if one.topic in ("defects", "complaints", _HOUSES, "landlords"):
        return Reference(one.topic, one.id)
    if one.tenancy_id:
        return Reference("tenancies", one.tenancy_id)
    if one.household_id:
        return Reference("households", one.household_id)
    return Reference("dwellings", one.dwelling_id)


def _agreed(case: CaseFile) -> list[Visit]:
    """Return the visits that are agreed and neither made nor given up, of households whose case is open."""
    closed = case.households.closed_ids()
    agreed = case.visits.list("planned_on is not null and visited_on is null and why_not is null")
    return [visit for visit in agreed if visit.household_id not in closed]


def _of_visit(visit: Visit, language: str) -> Entry:
    begins, ends = _hour(visit.time_from), _hour(visit.time_to)
    return Entry(
        kind="visit_set",
        key=("visit_set", _VISITS, visit.id or 0, ""),
        about=Reference("households", visit.household_id),
        words=sentence(f"calendar.visit.{visit.kind}.title", language),
        day=visit.planned_on or date.min,
        begins=begins,
        ends=ends if begins and ends and ends > begins else None,
    )


def _hour(text: str) -> time | None:
    """Return a time of day as visits have it ("09.30"), None where it is not known."""
    return time.fromisoformat(text.replace(".", ":")) if identifiers.clock(text) is None else None


def _of_meeting(meeting: HouseMeeting, language: str) -> Entry:
    return Entry(
        kind="meeting_set",
        key=("meeting_set", _HOUSES, meeting.id or 0, ""),
        about=Reference(_HOUSES, meeting.house_id),
        words=sentence("agenda.house_meeting.title", language),
        day=meeting.held_on,
    )
