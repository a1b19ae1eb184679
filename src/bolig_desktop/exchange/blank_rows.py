"""Rows of a workbook of ours that stand blank, since they are about a graded address, and those that lead to them.

Into the case file they come from they say "unchanged". In any other there is nothing to make a record of, so each is
told with the answer that leaves it out; a whole case file is moved as a copy, which has everything.
"""

from collections.abc import Iterator, Mapping, Sequence

from bolig_desktop.exchange.questions import Answer, Key, Question
from bolig_desktop.exchange.rows import Row, RowProblem
from bolig_desktop.exchange.sheets import LINKS, Sheet

BLANK = "sheet.blank_row"
_AT = -5
"""The place of the question among those of a row."""


def blank(row: Row) -> RowProblem:
    """Return that a row has nothing but its number."""
    return row.says("", "blank_row", _question(row))


def leading_to(blanks: Sequence[Row], waiting: Sequence[Row], sheets: Mapping[str, Sheet]) -> Iterator[RowProblem]:
    """Yield a problem for each row that waits for a blank one, or for another that does."""
    gone = {(row.topic, row.number) for row in blanks}
    left = list(waiting)
    while left:
        still = []
        for row in left:
            links = {name: (LINKS[name], value) for name, value in row.values.items() if name in LINKS}
            name = next((name for name, link in links.items() if link in gone), "")
            if not name:
                still.append(row)
                continue
            gone.add((row.topic, row.number))
            topic, number = links[name]
            yield row.says(name, "leads_to_blank", _question(row), number=number, sheet=sheets[topic].title)
        if len(still) == len(left):
            return
        left = still


def _question(row: Row) -> Question:
    who = f"{row.sheet} nr {row.number}" if row.number is not None else f"{row.sheet}, rad {row.line}"
    return Question(key=Key(row.sheet, row.line, _AT), who=who, answers=(Answer.LEAVE,))
