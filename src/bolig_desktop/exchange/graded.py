"""Words in a row that say that somebody's address is graded: such a row never comes in as if nobody's were.

What a sheet says beside a name ("kode 6", "sperret adresse") is kept as a note by whoever has no column for it. The
program shields nobody it is not told to shield, and strictly confidential cases are not kept in it (law.md AG-2,
AG-3). So a row with such words is asked about unless a column says who is graded, and refused where the words stand
in the place of a name or an address, which they never are. Only the words found are repeated, never their cell.
"""

import dataclasses
from collections.abc import Iterator
from typing import NamedTuple

from bolig_desktop.exchange.cells import text_of
from bolig_desktop.exchange.grading_words import ALONE, CODE_COLUMN, FOUND, IS_STRICT, NOT, SHORT, STEMS, plain
from bolig_desktop.exchange.mapping import Mapped
from bolig_desktop.exchange.pages import Line
from bolig_desktop.exchange.questions import Answer, Answers, Key, Question
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.exchange.sheets import Column
from bolig_desktop.people.records import Grading

_AT = -3
"""The place of the question among those of a row."""
_PLACES = frozenset(
    {"full_name", "given_name", "family_name", "name", "street", "unit_number", "postcode", "city", "postal_address"}
)
"""The fields that are a name or an address."""
_NAMES = frozenset({"full_name", "given_name", "family_name"})


class Hint(NamedTuple):
    """The words that say it, under which heading, whether they say code 6, and whether as a name or an address."""

    words: str
    heading: str
    is_strict: bool
    is_place: bool


class Graded:
    """Looks through the rows of one page; answers: to the questions of an earlier try."""

    def __init__(self, mapped: Mapped, answers: Answers) -> None:
        self._mapped, self._answers = mapped, answers
        above = [text_of(cell) for line in mapped.page.lines[: mapped.heading_row] for cell in line.cells]
        found = (FOUND.search(plain(text)) for text in (mapped.page.title, *above))
        self._over_all = [Hint(match[0], "", bool(IS_STRICT.search(match[0])), False) for match in found if match]

    def problem(self, line: Line, row: Row) -> RowProblem | None:
        """Return what is to be said or asked of a row that hints at a graded address, None where nothing is."""
        hints = sorted(self._hints(line), key=lambda hint: (not hint.is_place, not hint.is_strict))
        if not hints:
            return None
        first = hints[0]
        stated = next((value for key, value in row.values.items() if key.rpartition(".")[2] == "grading"), None)
        question = None
        if first.is_place:
            code = "graded_place"
        elif stated is Grading.CONFIDENTIAL and first.is_strict:
            code = "graded_more"
        elif stated is not None:
            return None
        else:
            code, key = "graded_hint", Key(row.sheet, row.line, _AT)
            if self._answers.get(key) is Answer.UNGRADED:
                return None
            question = Question(key=key, who=_who(row), there=first.words, answers=(Answer.UNGRADED, Answer.LEAVE))
        found = row.says("grading", code, question, written=first.words)
        return dataclasses.replace(found, column=first.heading)

    def _hints(self, line: Line) -> Iterator[Hint]:
        yield from self._over_all
        columns, headings = self._mapped.columns, self._mapped.headings
        for place, cell in enumerate(line.cells):
            column = columns[place] if place < len(columns) else None
            if column is not None and (column.field == "grading" or not isinstance(cell, str)):
                continue
            if text := plain(text_of(cell)):
                yield from _in_cell(text, headings[place] if place < len(headings) else "", column)


def _who(row: Row) -> str:
    """Return what a row calls its people."""
    names = [str(value) for key, value in row.values.items() if key.rpartition(".")[2] in _NAMES]
    return ", ".join(names) or ", ".join(row.names.values())


def _in_cell(text: str, heading: str, column: Column | None) -> Iterator[Hint]:
    is_place = column is not None and (column.by_name or column.field in _PLACES)
    match = None
    if STEMS.search(text):
        alone = ALONE.search(text) if is_place else ALONE.fullmatch(text) or SHORT.fullmatch(text)
        match = FOUND.search(text) or alone
    if match is not None:
        is_strict = IS_STRICT.search(text) is not None or (SHORT.fullmatch(text) is not None and "6" in text)
        yield Hint(match[0], heading, is_strict, is_place)
    elif column is None and text not in NOT:
        over, is_code = plain(heading), text in {"6", "7"}
        if FOUND.search(over) or ALONE.fullmatch(over) or (is_code and CODE_COLUMN.fullmatch(over)):
            yield Hint(f"{over} {text}" if is_code else over, heading, text == "6", False)
