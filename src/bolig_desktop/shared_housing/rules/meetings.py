"""House meetings, what was agreed at them, and conflicts that go step by step."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from bolig_desktop.errors import Problem
from bolig_desktop.law import identifiers
from bolig_desktop.law.months import add_months
from bolig_desktop.shared_housing.records import (
    ConflictStep,
    HouseConflict,
    HouseMeeting,
    MeetingPoint,
    NeighbourLetter,
    NewcomerTalk,
)

LONGEST_MINUTE = 3_000
"""How many characters a minute may have: what stands on one screen."""
MONTHS_BETWEEN = 1
"""How long after a house meeting the next one is to be (a routine of ours)."""
_GRADE = {step: number for number, step in enumerate(ConflictStep, start=1)}


def rooms_present(meeting: HouseMeeting) -> tuple[int, ...]:
    """Return the ids of the rooms somebody was there for."""
    return tuple(int(word) for word in meeting.present.split() if word.isdigit())


def next_meeting(meetings: Sequence[HouseMeeting], today: date) -> date | None:
    """Return when the next meeting of a house is: the one set, or a month after the last; None where none was ever.

    Meetings that lie ahead come first: one of them is the next.
    """
    ahead = [one.held_on for one in meetings if one.held_on > today]
    if ahead:
        return min(ahead)
    last = max(meetings, key=lambda one: (one.held_on, one.id or 0), default=None)
    if last is None:
        return None
    return last.next_on or add_months(last.held_on, MONTHS_BETWEEN)


def meeting_problems(meeting: HouseMeeting, *, rooms: Collection[int], today: date) -> list[Problem]:
    """Return what is wrong with a meeting. rooms: the units of the house."""
    found = []
    if meeting.held_on > today and (meeting.minute.strip() or meeting.present or meeting.signed_on):
        found.append(Problem(field="held_on", code="meeting.ahead"))
    if len(meeting.minute) > LONGEST_MINUTE:
        facts = {"longest": LONGEST_MINUTE, "length": len(meeting.minute)}
        found.append(Problem(field="minute", code="meeting.too_long", facts=facts))
    if meeting.next_on is not None and meeting.next_on <= meeting.held_on:
        found.append(Problem(field="next_on", code="meeting.next_before", facts={"day": meeting.held_on}))
    if meeting.signed_on is not None and not meeting.held_on <= meeting.signed_on <= today:
        found.append(Problem(field="signed_on", code="meeting.signed_when", facts={"day": meeting.held_on}))
    if any(room not in rooms for room in rooms_present(meeting)):
        found.append(Problem(field="present", code="meeting.other_house"))
    return found


def point_problems(point: MeetingPoint, *, meeting: HouseMeeting, today: date) -> list[Problem]:
    """Return what is wrong with something agreed: it says what, and its days come after the meeting."""
    found = []
    if not point.what.strip():
        found.append(Problem(field="what", code="missing.value"))
    if point.due_on is not None and point.due_on < meeting.held_on:
        found.append(Problem(field="due_on", code="meeting.due_before", facts={"day": meeting.held_on}))
    if point.done_on is not None and not meeting.held_on <= point.done_on <= today:
        found.append(Problem(field="done_on", code="meeting.done_when", facts={"day": meeting.held_on}))
    return found


def points_for(
    meeting: HouseMeeting, points: Iterable[MeetingPoint], meetings: Iterable[HouseMeeting]
) -> list[MeetingPoint]:
    """Return what an agenda of a meeting takes up again: agreed before, and not done when it was held."""
    held = {one.id: one.held_on for one in meetings}
    before = [
        point
        for point in points
        if point.meeting_id != meeting.id
        and held[point.meeting_id] <= meeting.held_on
        and (point.done_on is None or point.done_on > meeting.held_on)
    ]
    return sorted(before, key=lambda one: (one.due_on or date.max, one.id or 0))


def grade_of(entry: HouseConflict, others: Iterable[HouseConflict]) -> int:
    """Return the highest step an entry's story has come to before it, 0 where it begins here."""
    by_id = {one.id: one for one in others}
    grade, seen, at = 0, set(), entry.follows_id
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        grade = max(grade, _GRADE[by_id[at].step])
        at = by_id[at].follows_id
    return grade


def skips(entry: HouseConflict, others: Iterable[HouseConflict]) -> bool:
    """Return whether an entry passes over a step: talk comes before a warning, a warning before a move."""
    return _GRADE[entry.step] > grade_of(entry, others) + 1


def conflict_problems(
    entry: HouseConflict, *, others: Sequence[HouseConflict], strict: Collection[int], today: date
) -> list[Problem]:
    """Return what is wrong with an entry. others: of the same house; strict: households with code 6 (AG-2).

    A warning comes before termination for breach (husleieloven § 9-9).
    """
    found = []
    if {entry.household_id, entry.other_household_id} & set(strict):
        found.append(Problem(field="household_id", code="house_conflict.code_6"))
    if entry.household_id is not None and entry.household_id == entry.other_household_id:
        found.append(Problem(field="other_household_id", code="house_conflict.same"))
    if not entry.facts.strip():
        found.append(Problem(field="facts", code="missing.value"))
    if entry.happened_on > today:
        found.append(Problem(field="happened_on", code="house_conflict.ahead"))
    if entry.follow_up_on is not None and entry.follow_up_on < entry.happened_on:
        found.append(Problem(field="follow_up_on", code="house_conflict.follow_up_before"))
    if entry.closed_on is not None and not entry.happened_on <= entry.closed_on <= today:
        found.append(Problem(field="closed_on", code="house_conflict.closed_when"))
    if entry.step is not ConflictStep.TALK and entry.household_id is None:
        found.append(Problem(field="household_id", code="house_conflict.nobody"))
    return found + _order_problems(entry, others)


def _order_problems(entry: HouseConflict, others: Sequence[HouseConflict]) -> list[Problem]:
    found = []
    before = next((one for one in others if one.id == entry.follows_id), None)
    if entry.follows_id is not None and before is None:
        found.append(Problem(field="follows_id", code="house_conflict.other_house"))
    if before is not None and before.happened_on > entry.happened_on:
        facts = {"day": before.happened_on}
        found.append(Problem(field="happened_on", code="house_conflict.before_last", facts=facts))
    if before is not None and _comes_round(entry, others):
        found.append(Problem(field="follows_id", code="house_conflict.round"))
    if skips(entry, others) and not entry.skipped.strip():
        section = "husleieloven § 9-9" if entry.step is ConflictStep.MOVE else ""
        found.append(Problem(field="skipped", code="house_conflict.skips", section=section))
    return found


def _comes_round(entry: HouseConflict, others: Sequence[HouseConflict]) -> bool:
    if entry.id is None:
        return False
    by_id, at, seen = {one.id: one for one in others}, entry.follows_id, set()
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        at = by_id[at].follows_id
        if at == entry.id:
            return True
    return False


def to_follow_up(entries: Sequence[HouseConflict]) -> list[HouseConflict]:
    """Return the entries whose day to follow up stands: not closed, and nothing has followed them."""
    followed = {one.follows_id for one in entries}
    return [
        one for one in entries if one.follow_up_on is not None and one.closed_on is None and one.id not in followed
    ]


def talk_problems(
    talk: NewcomerTalk, *, others: Sequence[NewcomerTalk], strict: Collection[int], lives_here: bool, today: date
) -> list[Problem]:
    """Return what is wrong with what was asked about a newcomer; never who somebody is (husleieloven § 1-8)."""
    found = []
    if talk.household_id in strict:
        found.append(Problem(field="household_id", code="newcomer.code_6"))
    if lives_here:
        found.append(Problem(field="household_id", code="newcomer.lives_here", hard=False))
    if any(other.household_id == talk.household_id for other in others):
        found.append(Problem(field="household_id", code="newcomer.there_already"))
    if talk.asked_on is not None and talk.asked_on > today:
        found.append(Problem(field="asked_on", code="newcomer.ahead"))
    if talk.asked_on is None and (talk.wants is not None or talk.residents_want is not None):
        found.append(Problem(field="asked_on", code="newcomer.no_day", hard=False))
    return found


def neighbour_problems(letter: NeighbourLetter, *, today: date) -> list[Problem]:
    """Return what is wrong with a letter to the neighbours: it says who to call, and its hours can be read."""
    found = []
    for field in ("open_from", "open_to"):
        written = getattr(letter, field)
        if written and (code := identifiers.clock(written)):
            found.append(Problem(field=field, code=code))
    if letter.open_from and letter.open_to and letter.open_to <= letter.open_from and not found:
        found.append(Problem(field="open_to", code="neighbours.ends_before"))
    if letter.open_day_on is None and (letter.open_from or letter.open_to):
        found.append(Problem(field="open_day_on", code="neighbours.no_day"))
    if not letter.contact.strip() and not letter.phone.strip():
        found.append(Problem(field="contact", code="neighbours.nobody", hard=False))
    if letter.handed_out_on is not None and letter.handed_out_on > today:
        found.append(Problem(field="handed_out_on", code="neighbours.ahead"))
    if letter.open_day_on and letter.handed_out_on and letter.open_day_on < letter.handed_out_on:
        found.append(Problem(field="open_day_on", code="neighbours.too_late"))
    return found
