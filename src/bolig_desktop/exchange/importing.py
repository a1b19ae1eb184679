"""Bring the rows of sheets into the case file by the same rules as the forms: all of them, or none.

Rows are placed topic by topic, in the order of the sheets. What leads to a row that is not placed yet, or is refused
by a rule that another row may satisfy (a lease that follows a decision), is tried again when the others are there.
"""

import dataclasses
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange.asking import Doubles
from bolig_desktop.exchange.blank_rows import BLANK, blank, leading_to
from bolig_desktop.exchange.cells import Reader
from bolig_desktop.exchange.choices import Choices, Labels
from bolig_desktop.exchange.graded import Graded
from bolig_desktop.exchange.leases import Leases
from bolig_desktop.exchange.linking import Links, NoSuch, Waiting
from bolig_desktop.exchange.lists import Parting
from bolig_desktop.exchange.mapping import Mapped, mapped
from bolig_desktop.exchange.matching import Matcher
from bolig_desktop.exchange.pages import Book, Line, Page
from bolig_desktop.exchange.questions import Answer, Answers, rows_left
from bolig_desktop.exchange.rows import Row, RowProblem, people_apart, stated, too_long
from bolig_desktop.exchange.several_sheets import on_two_sheets
from bolig_desktop.exchange.sheets import Sheet, readable_sheets, sheets_of

WHAT = "sheet"
"""What the history calls it: one change, which can be taken back."""
NO_ANSWERS: Answers = MappingProxyType({})
_TELL_EACH = 25
_HINTS = (("gate.", "old_lease"), ("tenancy.term_too_short", "short_lease"))
"""What is said after a rule that an old lease in a sheet may break: the beginning of its code, and the sentence."""
Told = Callable[[int, int], object]


@dataclass(kw_only=True)
class Outcome:
    """What came of it: how many rows are new, how many stand there already, and what is wrong with the others."""

    added: int = 0
    same: int = 0
    added_by: Counter[str] = field(default_factory=Counter)
    problems: list[RowProblem] = field(default_factory=list)


class _TakenBack(Exception):  # noqa: N818 - says what it is
    """Nothing is to be kept."""


def understood(case: CaseFile, book: Book, topic: str = "") -> list[Mapped]:
    """Return the pages whose topic is known (all as ``topic`` where that is given), in the order of their topics.

    A hidden sheet is not among them: nobody sees what would come in.
    """
    sheets = readable_sheets(case)
    found = []
    for page in book.pages:
        one = None if page.is_hidden else mapped(page, sheets, topic)
        if one is not None:
            found.append(one)
    order = list(sheets)
    return sorted(found, key=lambda one: order.index(one.sheet.topic))


def bring_in(
    case: CaseFile,
    pages: Sequence[Mapped],
    labels: Labels,
    *,
    ours: bool = False,
    dry_run: bool = False,
    skip_known: bool = False,
    answers: Answers = NO_ANSWERS,
    told: Told = lambda done, of: None,
) -> Outcome:
    """Write every row that is not there yet, or nothing where anything is wrong.

    ours: the workbook is an export of this program. dry_run: only say what would come of it. skip_known: a row that
    stands there with something else is left as it stands there. answers: to the questions among the problems of an
    earlier try. told: how many rows are done, of how many; what it raises breaks off with nothing written. Raises
    FileTrouble.
    """
    outcome = Outcome()
    choices = Choices(labels)
    rows: list[Row] = []
    for page in pages:
        reader = Reader(choices, case.clock(), from_1904=page.page.from_1904, ours=ours)
        rows += rows_of(page, reader, outcome.problems, answers)
    lists = {page.page.title for page in pages if page.sheet.is_list}
    if twice := list(on_two_sheets(row for row in rows if row.sheet in lists)):
        outcome.problems = twice  # what else is wrong is of one of the two, and may be none of it
        return outcome
    try:
        with case.atomic(WHAT):
            doubles, leases = Doubles(case, choices, answers), Leases(case, answers)
            _Placing(case, choices, rows, outcome, doubles, leases, ours=ours, skip_known=skip_known).run(told)
            if outcome.problems or dry_run or not outcome.added:
                raise _TakenBack
    except _TakenBack:
        pass
    outcome.problems.sort(key=lambda one: ([page.page.title for page in pages].index(one.sheet), one.row))
    return outcome


def rows_of(page: Mapped, reader: Reader, found: list[RowProblem], answers: Answers = NO_ANSWERS) -> list[Row]:
    """Return the rows a page becomes, a list's parted by topic; what is wrong is added to ``found``."""
    graded = Graded(page, answers)

    def looked(line: Line, row: Row) -> RowProblem | None:
        return None if reader.ours and row.number is not None else graded.problem(line, row)

    lines = list(stated(page, reader, found, rows_left(answers), looked))
    if page.sheet.is_list:
        return Parting(page, answers, found).rows(lines)
    return list(people_apart(lines, found))


def unknown(page: Page) -> RowProblem:
    """Return why a page is not taken in: it is hidden, or nothing is known of its headings."""
    code = "sheet.hidden_page" if page.is_hidden else "sheet.no_known_headings"
    row = page.lines[0].number if page.lines else 1
    return RowProblem(
        sheet=page.title, row=row, column="", problem=Problem(field="", code=code, facts={"sheet": page.title})
    )


class _Placing:
    """One import under way, inside its transaction."""

    def __init__(
        self,
        case: CaseFile,
        choices: Choices,
        rows: Sequence[Row],
        outcome: Outcome,
        doubles: Doubles,
        leases: Leases,
        *,
        ours: bool,
        skip_known: bool,
    ) -> None:
        self._case, self._choices, self._rows, self._outcome = case, choices, rows, outcome
        self._doubles, self._leases = doubles, leases
        self._ours, self._skip_known = ours, skip_known
        self._sheets: Mapping[str, Sheet] = sheets_of(case)
        self._links = Links(case, self._sheets, rows, ours=ours)
        self._matchers: dict[str, Matcher] = {}
        self._unfinished: list[tuple[Row, Any, list[RowProblem]]] = []
        self._done = 0

    def run(self, told: Told) -> None:
        """Place every row; those that wait for others come again until nothing moves any more."""
        order = {topic: at for at, topic in enumerate(self._sheets)}
        waiting = sorted(self._rows, key=lambda row: (order[row.topic], self._begins(row)))
        refused: dict[Row, list[RowProblem]] = {}
        while waiting:
            left, topic = [], ""
            for row in waiting:
                if row.topic != topic:
                    topic = row.topic
                    self._links.forget_names()
                if self._done % _TELL_EACH == 0:
                    told(min(self._done, len(self._rows)), len(self._rows))
                problems = self._place(row)
                if problems is None:
                    self._done += 1
                    refused.pop(row, None)
                else:
                    refused[row] = problems
                    left.append(row)
            finished = self._finish()
            if len(left) == len(waiting) and not finished:
                break
            waiting = left
        blanks = [row for row, problems in refused.items() if any(one.problem.code == BLANK for one in problems)]
        if blanks:
            lost = [row for row, problems in refused.items() if not problems]
            self._outcome.problems += leading_to(blanks, lost, self._sheets)
        for problems in (*refused.values(), *(problems for _, _, problems in self._unfinished)):
            self._outcome.problems += problems
        told(len(self._rows), len(self._rows))

    def _begins(self, row: Row) -> date:
        """Return when a lease of anybody's sheet begins: what renews another is placed after it."""
        is_lease = row.topic == "tenancies" and not self._ours
        return row.values.get("starts_on") or date.min if is_lease else date.min

    def _place(self, row: Row) -> list[RowProblem] | None:
        """Place a row and return None, or say why it cannot be; nothing where it only waits for another one."""
        matcher = self._matcher(row.topic)
        try:
            ids = self._links.ids(row)
        except Waiting:
            return []
        except NoSuch as lost:
            return [lost.problem]
        record = matcher.record(row, ids)
        if row.through is not None and row.through.id is None:
            return []
        there = matcher.find(row, record) if row.through is None else self._household_of(row.through)
        if there is None and not (row.values or row.names or row.parents):
            return [blank(row) if self._ours else row.says("", "nothing_but_a_number")]
        if row.topic == "people" and not self._ours and not matcher.came_with(there.id if there else 0):
            return self._person(row, record, there, matcher)
        if there is not None:
            return self._is_there(row, record, there, matcher)
        if row.shares and row.topic == "dwellings" and (other := matcher.unit_alike(record)) is not None:
            return [row.says("street", "home_alike", home=other.label, number=other.id)]
        if row.topic == "households" and not self._ours and (asked := self._doubles.family_of_shielded(row)):
            return [asked]
        if row.topic == "tenancies" and not self._ours:
            return self._lease(row, record, matcher)
        return self._is_new(row, record, matcher)

    def _lease(self, row: Row, record: Any, matcher: Matcher) -> list[RowProblem] | None:
        """Place a lease, which may renew one; a household with another home at the same time is asked about."""
        if (asked := self._leases.elsewhere(row, record)) is not None:
            return [asked]
        earlier = self._leases.renewed(record) if record.previous_id is None else None
        if earlier is not None:
            record = dataclasses.replace(record, previous_id=earlier.id)
        problems = self._is_new(row, record, matcher)
        if problems is None and earlier is not None and matcher.came_with(earlier.id or 0) is not None:
            try:
                self._leases.end(earlier)
            except Refused as refused:
                self._outcome.problems += self._refused(row, refused)
        return problems

    def _person(self, row: Row, record: Any, there: Any, matcher: Matcher) -> list[RowProblem] | None:
        """Place a person, who may be somebody here: what only the user can say is asked."""
        answer = self._doubles.answer(row)
        if answer is Answer.NEW:
            return self._is_new(row, record, matcher)
        is_sure = there is not None and not (matcher.is_loose(record) and matcher.is_told_apart(there))
        if not is_sure:
            there = there or self._doubles.alike(record)
            if there is None:
                return self._is_new(row, record, matcher)
            if answer is None:
                row.id = there.id  # so that what leads to them is looked at too
                self._outcome.problems.append(self._doubles.sounds_alike(row, there))
                return None
        row.id = there.id
        differing = list(matcher.differing(row, record, there)) if answer is None and not self._skip_known else []
        if not differing:
            self._outcome.same += 1
        question = self._doubles.question(row, there) if differing else None
        self._outcome.problems += [dataclasses.replace(one, question=question) for one in differing]
        return None

    def _household_of(self, person: Row) -> Any:
        """Return the household a person who was here before is in, or was in last."""
        if person.is_new:
            return None
        found = self._case.memberships.of_person(person.id or 0)
        last = max(found, key=lambda one: (one.left_on is None, one.joined_on or date.min, one.id), default=None)
        return self._case.households.find(last.household_id) if last else None

    def _is_new(self, row: Row, record: Any, matcher: Matcher) -> list[RowProblem] | None:
        if lengthy := list(too_long(row)):
            return lengthy
        try:
            saved = self._save(row, record, matcher)
        except Refused as refused:
            return list(self._refused(row, refused))
        row.id, row.is_new = saved.id, True
        matcher.placed(row, saved)
        self._outcome.added += 1
        self._outcome.added_by[row.topic] += 1
        return None

    def _refused(self, row: Row, refused: Refused) -> Iterator[RowProblem]:
        """Yield what the rules say, and what is to be done in a sheet about a lease from before the program."""
        for problem in refused.problems:
            yield self._leases.taken(row, problem) or row.problem(problem.field, problem)
            if not self._ours:
                yield from (row.says("", hint) for begins, hint in _HINTS if problem.code.startswith(begins))

    def _is_there(self, row: Row, record: Any, there: Any, matcher: Matcher) -> list[RowProblem] | None:
        first = matcher.came_with(there.id)
        if first is not None and not row.shares:
            if first.sheet != row.sheet:
                return [row.says("", "twice_in", first=first.line, other=first.sheet)]
            return [row.says("", "twice", first=first.line)]
        row.id = there.id
        differing = [] if self._skip_known else list(matcher.differing(row, record, there))
        if differing:
            self._outcome.problems += differing
        else:
            self._outcome.same += 1
        return None

    def _save(self, row: Row, record: Any, matcher: Matcher) -> Any:
        later = {name: None for name in self._sheets[row.topic].last if getattr(record, name) is not None}
        first = dataclasses.replace(record, **later)
        if self._ours and row.number is not None and row.number > 0 and matcher.is_free(row.number):
            saved = self._case.save_numbered(dataclasses.replace(first, id=row.number))
        else:
            saved = self._case.save(first)
        whole = dataclasses.replace(record, id=saved.id)
        if later:
            self._unfinished.append((row, whole, []))
        return whole

    def _finish(self) -> bool:
        """Fill in what could not be there before the rows it rests on, and return whether anything was."""
        left: list[tuple[Row, Any, list[RowProblem]]] = []
        for row, record, _ in self._unfinished:
            try:
                self._case.save(record)
            except Refused as refused:
                left.append((row, record, [row.problem(problem.field, problem) for problem in refused.problems]))
        moved = len(left) < len(self._unfinished)
        self._unfinished = left
        return moved

    def _matcher(self, topic: str) -> Matcher:
        if topic not in self._matchers:
            store = next(store for store in self._case.stores() if store.table == topic)
            self._matchers[topic] = Matcher(self._case, self._sheets[topic], store, self._choices, ours=self._ours)
        return self._matchers[topic]
