"""The rows of pages read into values, each with where it stands, and what could not be read."""

import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple

from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.errors import Problem
from bolig_desktop.exchange.cells import Cell, Reader, is_empty, text_of
from bolig_desktop.exchange.choices import shown
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.pages import Line, letters
from bolig_desktop.exchange.person_names import names_in, writes_last_first
from bolig_desktop.exchange.questions import Question
from bolig_desktop.exchange.sheets import FULL_NAME, Column
from bolig_desktop.text import lengths
from bolig_desktop.text.names import fold
from bolig_desktop.text.sentences import problem_sentence
from bolig_desktop.text.unreadable import Unreadable

_PARTS = re.compile(r"\s+(?:og|and|&)\s+|\s*[;/\n&]\s*|,\s+")
_LEAST_DIGITS = {"born_on": 4, "identity_number": 11, "duf_number": 12, "phone": 8, "rent_nok": 3}
"""What may stand in a list's cell for each of several people, and how many digits each of them then has at least."""
_TEXTS = frozenset({"identity_number", "duf_number", "phone"})
_NO_END = frozenset(
    {"lopende", "ubestemt", "tidsubestemt", "pa ubestemt tid", "uten slutt", "fast", "indefinite", ""}
)
_ROOMS = re.compile(r"(\d{1,2})[\s-]*r(?:oms|om)?(?:[\s-]*leil(?:ighet)?)?\.?", re.IGNORECASE)
_NO_TEXT, _DASHES = (date, int, Decimal), frozenset("-–—")
"""Where a dash says that there is nothing."""


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    """What is wrong with a row: its sheet's name, its number there, the column's heading ("" for the whole row).

    question: what the user may answer instead of changing the sheet. cell: what stands in a cell that cannot be read.
    """

    sheet: str
    row: int
    column: str
    problem: Problem
    question: Question | None = None
    cell: str = ""

    def sentence(self, language: str = "nb") -> str:
        """Return what is wrong, after what stands in the cell unless the sentence says that itself."""
        words = problem_sentence(self.problem, language)
        if not self.cell or self.cell in words:
            return words
        says = Problem(field=self.problem.field, code="sheet.cell_says", facts={"written": self.cell})
        return f"{problem_sentence(says, language)} {words}"


@dataclass(kw_only=True, eq=False)
class Row:
    """One record to be: values by field, the names that lead to others, and where each field stands.

    cells: what stood in the sheet. number: the row's own number there. at: which of the row's people it is. parents:
    rows of the same import that a field leads to. id: the record's own, once it is placed. Of a row that is a part of
    a list's row: shares: other rows of the list may be about the same record; through: a household is the one this
    person is in; assumed: fields the list does not say, which are not held against what stands there.
    """

    topic: str
    sheet: str
    line: int
    values: dict[str, Any] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    headings: dict[str, str] = field(default_factory=dict)
    blank: frozenset[str] = frozenset()
    number: int | None = None
    at: int = 0
    parents: dict[str, "Row"] = field(default_factory=dict)
    shares: bool = False
    through: "Row | None" = None
    assumed: frozenset[str] = frozenset()
    id: int | None = None
    is_new: bool = False

    def problem(self, name: str, problem: Problem, question: Question | None = None) -> RowProblem:
        """Return a problem beside one of the row's fields, or beside the row where the sheet has none such."""
        column = self.headings.get(name, "")
        return RowProblem(sheet=self.sheet, row=self.line, column=column, problem=problem, question=question)

    def says(self, name: str, code: str, question: Question | None = None, /, **facts: object) -> RowProblem:
        """Return the same by the code of its sentence."""
        return self.problem(name, Problem(field=name, code=f"sheet.{code}", facts=facts), question)


class Each(tuple[Any, ...]):
    """What a cell says of each of several people, in their order."""


Looked = Callable[[Line, Row], RowProblem | None]
"""Looks at a whole row, what is not taken in of it too, and says what is wrong with it."""


def stated(
    mapped: Mapped,
    reader: Reader,
    found: list[RowProblem],
    left: AbstractSet[tuple[str, int]] = frozenset(),
    looked: Looked = lambda line, row: None,
) -> Iterator[Row]:
    """Yield the rows below the headings as they are stated; what cannot be read is added to ``found``.

    left: rows, by sheet and number, that are not to be taken in.
    """
    page, headings = mapped.page, _headings(mapped)
    for line in page.lines[mapped.heading_row + 1 :]:
        if (page.title, line.number) in left:
            continue
        row = Row(topic=mapped.sheet.topic, sheet=page.title, line=line.number, headings=headings)
        wrong = list(_fill(row, line, mapped, reader))
        found += wrong
        if not _says_something(row, line, mapped.headings):
            continue
        if (said := looked(line, row)) is not None:
            found.append(said)
        elif not wrong:
            yield row


def _fill(row: Row, line: Line, mapped: Mapped, reader: Reader) -> Iterator[RowProblem]:
    """Keep in a row what its cells say, and yield what cannot be read of it."""
    without_value, blank = mapped.page.without_value, []
    for place, column in enumerate(mapped.columns):
        if column is None:
            continue
        cell = line.cells[place] if place < len(line.cells) else None
        if is_empty(cell):
            if without_value and f"{letters(place)}{line.number}" in without_value:
                yield row.says(column.key, "formula_without_value")
            blank.append(column.key)
            continue
        try:
            value = _read(reader, cell, column)
        except Unreadable as unreadable:
            problem = row.problem(column.key, unreadable.problem(column.key))
            yield dataclasses.replace(problem, cell=shown(text_of(cell)))
            continue
        if value is not None:
            _keep(row, column, value, cell)
    row.blank = frozenset(blank) - row.values.keys() - row.names.keys()


class Sized(NamedTuple):
    """A type of home with how many rooms it has: "3-roms"."""

    kind: DwellingKind
    rooms: int


def _read(reader: Reader, cell: Cell, column: Column) -> Any:
    """Return what a cell says: a value, perhaps one for each of several people, or None for a lease without end."""
    if isinstance(cell, str) and column.kind in _NO_TEXT and cell.strip() in _DASHES:
        return None
    if column.field == "ends_on" and isinstance(cell, str) and fold(cell) in _NO_END:
        return None
    if column.kind is DwellingKind and column.topic and (match := _ROOMS.fullmatch(str(cell).strip())):
        return Sized(DwellingKind.APARTMENT, int(match[1]))
    if not column.topic or column.field not in _LEAST_DIGITS or not isinstance(cell, str):
        return reader.read(cell, column.kind, column.field)
    parts = [part for part in _PARTS.split(cell) if part.strip()]
    least = _LEAST_DIGITS[column.field]
    several = len(parts) > 1 and all(sum(sign.isdigit() for sign in part) >= least for part in parts)
    if several and column.field in _TEXTS:
        return Each(reader.read(part, column.kind, column.field) for part in parts)
    try:
        return reader.read(cell, column.kind, column.field)
    except Unreadable:
        if not several:
            raise
        return Each(reader.read(part, column.kind, column.field) for part in parts)


def people_apart(rows: Sequence[Row], found: list[RowProblem]) -> Iterator[Row]:
    """Yield rows with whole names as a row for each person: "Ali, Ahmed", "Ahmed og Fatima Ali".

    What else stands in a row of several is of the first of them, but for the family name that they share.
    """
    last_first = writes_last_first(row.values[FULL_NAME] for row in rows if FULL_NAME in row.values)
    for row in rows:
        named = row.values.pop(FULL_NAME, None)
        if named is None:
            yield row
            continue
        heading = row.headings[FULL_NAME]
        try:
            names = names_in(named, last_first=last_first)
        except Unreadable as unreadable:
            found.append(row.problem(FULL_NAME, unreadable.problem(FULL_NAME)))
            continue
        for at, (given, family) in enumerate(names):
            one = row if at == 0 else Row(topic=row.topic, sheet=row.sheet, line=row.line, at=at)
            one.headings = {"given_name": heading, "family_name": heading} | row.headings
            for name, value in (("given_name", given), ("family_name", family)):
                if value:
                    one.values.setdefault(name, value)
            yield one


def too_long(row: Row) -> Iterator[RowProblem]:
    """Yield each text of a row there is no room for where the same is typed in the window."""
    for name, value in row.values.items():
        facts = lengths.too_long(row.topic, name, value) if isinstance(value, str) else None
        if facts is not None:
            yield row.problem(name, Problem(field=name, code=lengths.TOO_LONG, facts=facts))


def _headings(mapped: Mapped) -> dict[str, str]:
    """Return the heading of each field as the sheet itself has it."""
    found: dict[str, str] = {}
    for words, column in zip(mapped.headings, mapped.columns, strict=True):
        if column is not None:
            found.setdefault(column.key, words)
    return found


def _keep(row: Row, column: Column, value: Any, cell: Cell) -> None:
    if column.field == "id":
        row.number = value
    elif column.by_name:
        row.names[column.field] = str(value)
    else:
        row.values[column.key] = value
        row.cells[column.key] = cell


def _says_something(row: Row, line: Line, headings: Sequence[str]) -> bool:
    """Return whether a row is one of the sheet's own: not empty where it counts, and not the headings once more."""
    again = [str(cell).strip() for cell in line.cells] == list(headings[: len(line.cells)])
    return bool(row.values or row.names or row.number is not None) and not again
