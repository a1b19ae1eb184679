"""The list of everything due: read once, kept in step with each change, and never shorter than it should be."""

from bisect import insort
from datetime import date
from operator import itemgetter

from bolig_desktop.agenda import homes, maintenance, reading
from bolig_desktop.agenda.items import Item, Key, Status, status
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.whose import homes_of, households_of, houses_of
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.followup.records import Mark

_MANY = 200  # rows from which on everything is read anew
_HOUSEHOLD, _HOUSE, _HOME, _OTHERS = "household", "house", "home", "others"
_Source = tuple[str, int]
"""What a line is read with: a household, a shared house, a home, or all about owners, papers and the calendar."""
_WITH_OTHERS = frozenset({"head_leases", "papers", "dwellings", "marks"})
_FOR_ALL = ("municipality", "own_parameters")
_ORDER = {Status.LATE: 0, Status.UNCERTAIN: 0, Status.WEEK: 1, Status.MONTH: 2, Status.LATER: 3}


class Agenda:
    """Everything with a date in one case file.

    A date leaves the list when the facts say it is seen to, when it is ticked as done, when it is put off (and then
    comes back), or when the next date of the same lease's chain has come. Notes (``Kind.note``) end with their day.
    Nothing else takes it away.
    """

    def __init__(self, case: CaseFile) -> None:
        self._case = case
        self._day: date | None = None
        self._mark = 0
        self._lines: list[_Line] = []
        self._marks: dict[Key, Mark] = {}
        self._done: set[Key] = set()

    def items(self) -> list[Item]:
        """Return what stands on the list today, the most urgent first."""
        self._keep_up(self._case.clock())
        return [one for _, _, one in self._lines]

    def within(self, days: int) -> list[Item]:
        """Return what is late, uncertain, or to be acted on within ``days``."""
        today = self._case.clock()
        last = date.fromordinal(min(today.toordinal() + days, date.max.toordinal()))
        return [
            one for one in self.items() if one.act_by <= last or status(one, today) in (Status.LATE, Status.UNCERTAIN)
        ]

    def done(self, one: Item) -> Mark:
        """Tick an item as done. Raises Refused where only the facts can say so."""
        if not one.about.by_hand:
            raise Refused(Problem(field="", code="mark.by_facts_only"))
        return self._case.save(self._new_mark(one))

    def put_off(self, one: Item, to: date, reason: str) -> Mark:
        """Put an item off to another day, with a reason. Raises Refused: never past the day the law acts on it."""
        last = _last_day_for(one)
        mark = self._new_mark(one, put_off_to=to, reason=reason)
        found = self._case.refusing(mark)
        if last is not None and to > last >= self._case.clock():
            found.append(Problem(field="put_off_to", code="mark.past_deadline", facts={"day": last}))
        if found:
            raise Refused(*found)
        return self._case.save(mark)

    def _new_mark(self, one: Item, *, put_off_to: date | None = None, reason: str = "") -> Mark:
        return Mark(
            kind=one.kind,
            topic=one.topic,
            subject_id=one.id,
            nominal=one.nominal,
            made_on=self._case.clock(),
            put_off_to=put_off_to,
            reason=reason,
        )

    def _stands(self, one: Item, today: date) -> bool:
        mark = self._marks.get(one.key)
        if mark is None:
            return True
        if mark.put_off_to is None:
            return not one.about.by_hand
        return mark.put_off_to <= today

    def _keep_up(self, today: date) -> None:
        """Read again what was written since the last time; everything on another day."""
        self._mark, written = self._case.touched.since(self._mark)
        for_all = any(table in _FOR_ALL for table, _ in written)
        if today != self._day or len(written) > _MANY or for_all:
            self._read_all(today)
        elif written:
            self._read_some(today, written)

    def _read_all(self, today: date) -> None:
        self._day = today
        self._read_marks()
        found: dict[_Source, list[Item]] = {(_OTHERS, 0): self._read_others(today)}
        found |= {(_HOUSEHOLD, one): each for one, each in self._of_households(today).items()}
        found |= {(_HOUSE, one): each for one, each in homes.of_houses(self._case).items()}
        found |= {(_HOME, one): each for one, each in maintenance.of_homes(self._case, today).items()}
        self._lines = self._lines_of(found, today)
        self._lines.sort(key=_place)

    def _read_some(self, today: date, written: frozenset[tuple[str, int]]) -> None:
        tables = {table for table, _ in written}
        if "marks" in tables:
            self._read_marks()
        found: dict[_Source, list[Item]] = {}
        for household_id in {h for table, row_id in written for h in households_of(self._case, table, row_id)}:
            found[_HOUSEHOLD, household_id] = self._of_households(today, household_id).get(household_id, [])
        for house_id in {h for table, row_id in written for h in houses_of(self._case, table, row_id)}:
            found[_HOUSE, house_id] = homes.of_houses(self._case, house_id).get(house_id, [])
        if tables & _WITH_OTHERS:
            found[_OTHERS, 0] = self._read_others(today)
        for home in {h for table, row_id in written for h in homes_of(self._case, table, row_id)}:
            found[_HOME, home] = maintenance.of_homes(self._case, today, home).get(home, [])
        self._lines = [line for line in self._lines if line[1] not in found]
        for line in self._lines_of(found, today):
            insort(self._lines, line, key=_place)

    def _of_households(self, today: date, household_id: int | None = None) -> dict[int, list[Item]]:
        return reading.of_households(self._case, today, self._done, household_id)

    def _lines_of(self, found: dict[_Source, list[Item]], today: date) -> list["_Line"]:
        return [
            (_order(one, today), source, one)
            for source, items in found.items()
            for one in items
            if self._stands(one, today)
        ]

    def _read_others(self, today: date) -> list[Item]:
        return [
            *reading.of_owners(self._case),
            *reading.of_papers(self._case),
            *reading.of_everybody(self._case, today),
        ]

    def _read_marks(self) -> None:
        self._marks = {(m.kind, m.topic, m.subject_id, m.nominal): m for m in self._case.marks.list()}
        self._done = {key for key, mark in self._marks.items() if mark.put_off_to is None}


def _last_day_for(one: Item) -> date | None:
    """Return the last day an item may be put off to: the law's, or the day the lease ends; None where it is ours."""
    if one.about.rule is not None:
        return one.act_by
    end = dict(one.asked).get("end") if one.about.chain else None
    return end if isinstance(end, date) else None


_Place = tuple[int, bool, bool, date, str, int]
_Line = tuple[_Place, _Source, Item]
"""Where a line stands, what it was read with, and the line."""

_place = itemgetter(0)


def _order(one: Item, today: date) -> _Place:
    """What can still be saved comes before the lease that is indefinite already."""
    lost = one.kind == "lease_indefinite"
    return _ORDER[status(one, today)], not one.urgent, lost, one.act_by, one.kind, one.id
