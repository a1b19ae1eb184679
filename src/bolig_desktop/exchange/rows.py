"""The rows of pages read into values, each with where it stands, and what could not be read."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from bolig_desktop.errors import Problem
from bolig_desktop.exchange.cells import Cell, Reader, is_empty
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.pages import Line, letters
from bolig_desktop.exchange.sheets import FULL_NAME
from bolig_desktop.text.unreadable import Unreadable

_BETWEEN = re.compile(r"\s+(?:og|and|&)\s+|\s*[;/\n]\s*|\s*,\s*")
_LAST_FIRST = re.compile(r"[^,;/&\n]+,[^,;/&\n]+")


@dataclass(frozen=True, kw_only=True)
class RowProblem:
    """What is wrong with a row: its sheet's name, its number there, the column's heading ("" for the whole row)."""

    sheet: str
    row: int
    column: str
    problem: Problem


@dataclass(kw_only=True, eq=False)
class Row:
    """One record to be: values by field, the names that lead to others, and where each field stands.

    cells: what stood in the sheet. number: the row's own number there. parents: rows of the same import that a field
    leads to. part_of: the row of a sheet it is a part of, where one row becomes several records. id: the record's
    own, once it is placed.
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
    parents: dict[str, "Row"] = field(default_factory=dict)
    part_of: "Row | None" = None
    id: int | None = None
    is_new: bool = False

    def problem(self, name: str, problem: Problem) -> RowProblem:
        """Return a problem beside one of the row's fields, or beside the row where the sheet has none such."""
        return RowProblem(sheet=self.sheet, row=self.line, column=self.headings.get(name, ""), problem=problem)

    def says(self, name: str, code: str, **facts: object) -> RowProblem:
        """Return the same by the code of its sentence."""
        return self.problem(name, Problem(field=name, code=f"sheet.{code}", facts=facts))


def rows_of(mapped: Mapped, reader: Reader, found: list[RowProblem]) -> Iterator[Row]:
    """Yield the rows below the headings; what cannot be read is added to ``found``."""
    page = mapped.page
    columns = [(place, column) for place, column in enumerate(mapped.columns) if column is not None]
    headings = _headings(mapped)
    for line in page.lines[mapped.heading_row + 1 :]:
        row = Row(topic=mapped.sheet.topic, sheet=page.title, line=line.number, headings=headings)
        blank, sound = [], True
        for place, column in columns:
            cell = line.cells[place] if place < len(line.cells) else None
            if is_empty(cell):
                if f"{letters(place)}{line.number}" in page.without_value:
                    found.append(row.says(column.field, "formula_without_value"))
                    sound = False
                blank.append(column.field)
                continue
            try:
                value = reader.read(cell, column.kind, column.field)
            except Unreadable as unreadable:
                found.append(row.problem(column.field, unreadable.problem(column.field)))
                sound = False
                continue
            _keep(row, column.field, column.by_name, value, cell)
        row.blank = frozenset(blank) - row.values.keys() - row.names.keys()
        if sound and _says_something(row, line, mapped.headings):
            yield from _people(row)


def _people(row: Row) -> Iterator[Row]:
    """Yield a row with whole names as a row for each person: "Ali, Ahmed", "Ahmed og Fatima Ali".

    What else stands in a row of several is of the first of them, but for the family name that they share.
    """
    named = row.values.pop(FULL_NAME, None)
    if named is None:
        yield row
        return
    heading = row.headings[FULL_NAME]
    for at, (given, family) in enumerate(names_in(named)):
        one = row if at == 0 else Row(topic=row.topic, sheet=row.sheet, line=row.line, headings=row.headings)
        one.headings = {"given_name": heading, "family_name": heading} | one.headings
        for name, value in (("given_name", given), ("family_name", family)):
            if value:
                one.values.setdefault(name, value)
        yield one


def names_in(text: str) -> list[tuple[str, str]]:
    """Return the given and family names a cell has; those without a family name of their own have the last one's."""
    if _LAST_FIRST.fullmatch(text):
        family, _, given = (part.strip() for part in text.partition(","))
        return [(given, family)]
    parts = [part.split() for part in _BETWEEN.split(text) if part.strip()]
    shared = parts[-1][-1] if parts and len(parts[-1]) > 1 else ""
    return [
        (" ".join(words[:-1]), words[-1]) if len(words) > 1 else (words[0], shared if len(parts) > 1 else "")
        for words in parts
    ]


def _headings(mapped: Mapped) -> dict[str, str]:
    """Return the heading of each field as the sheet itself has it."""
    found: dict[str, str] = {}
    for words, column in zip(mapped.headings, mapped.columns, strict=True):
        if column is not None:
            found.setdefault(column.field, words)
    return found


def _keep(row: Row, name: str, by_name: bool, value: Any, cell: Cell) -> None:
    if name == "id":
        row.number = value
    elif by_name:
        row.names[name] = str(value)
    else:
        row.values[name] = value
        row.cells[name] = cell


def _says_something(row: Row, line: Line, headings: Sequence[str]) -> bool:
    """Return whether a row is one of the sheet's own: not empty where it counts, and not the headings once more."""
    again = [str(cell).strip() for cell in line.cells] == list(headings[: len(line.cells)])
    return bool(row.values or row.names or row.number is not None) and not again
