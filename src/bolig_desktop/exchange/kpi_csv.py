"""The index as lines: month and value, or Statistics Norway's table with its months as columns or as rows."""

import csv
import re
from collections.abc import Sequence

from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange.kpi_cells import (
    MISSING,
    Cell,
    Cells,
    base_in,
    is_index,
    is_whole_index,
    series_in,
)

_MONTH_AT_THE_END = re.compile(r"\b([0-9]{4}M[0-9]{2})\s*$", re.IGNORECASE)
Row = tuple[int, list[str]]


def cells(text: str) -> Cells:
    """Return every value in the lines. Raises Refused where a table has no total index in it, or several groups."""
    rows = _rows(text)
    heads = " ".join(cell for _, row in rows[:4] for cell in row)
    found = _of_columns(rows)
    if found is None:
        found = _of_rows(rows)
    return Cells(cells=_plain(rows) if found is None else found, series=series_in(heads), base=base_in(heads))


def _rows(text: str) -> list[Row]:
    """Return the lines that are not empty with their numbers, taken apart at what parts them."""
    lines = text.splitlines()
    ahead = "".join(lines[:5])
    mark = next((sign for sign in ";\t" if sign in ahead), ",")
    found = []
    for number, line in enumerate(lines, 1):
        if line.strip(" ;,\t"):
            try:
                row = next(csv.reader([line], delimiter=mark))
            except csv.Error:
                row = [line]
            found.append((number, [cell.strip() for cell in row]))
    return found


def _plain(rows: Sequence[Row]) -> list[Cell]:
    """Month and value; a first line with no figure where the month stands, and no number after it, is a heading."""
    first = rows[0][1] if rows else [""]
    begin = 0 if _has_figure(first[0]) or (len(first) > 1 and first[1][:1].isdigit()) else 1
    found = []
    for line, row in rows[begin:]:
        while len(row) > 2 and not row[-1]:
            row.pop()
        if len(row) == 3 and row[1].isdigit() and row[2].isdigit():
            row = [row[0], f"{row[1]},{row[2]}"]  # a decimal comma in a file that is parted by commas
        found.append(Cell(line, row[0], row[1]) if len(row) == 2 else Cell(line, row[0], ";".join(row[1:])))
    return found


def _has_figure(text: str) -> bool:
    return any(sign.isdigit() for sign in text)


def _of_columns(rows: Sequence[Row]) -> list[Cell] | None:
    """«Konsumprisindeks (2025=100) 2026M10» above each column, a line for each group of goods."""
    for at, (_, head) in enumerate(rows[:4]):
        months = {
            place: found[1]
            for place, cell in enumerate(head)
            if (found := _MONTH_AT_THE_END.search(cell)) and (is_index(cell) or not cell[: found.start()].strip(" -"))
        }
        if months and 0 not in months and all(_MONTH_AT_THE_END.search(cell) for cell in head[min(months) :]):
            groups = [(line, row) for line, row in rows[at + 1 :] if len(row) > min(months)]
            named = [(line, row) for line, row in groups if any(map(is_index, row[: min(months)]))]
            line, row = (named or groups)[_total([row[: min(months)] for _, row in named or groups])]
            return [
                Cell(line, month, row[place])
                for place, month in months.items()
                if place < len(row) and row[place] not in MISSING
            ]
    return None


def _of_rows(rows: Sequence[Row]) -> list[Cell] | None:
    """A line for each group, month and variable: the month in a column of its own, the value in the last."""
    for at, (_, head) in enumerate(rows[:4]):
        names = [cell.casefold() for cell in head]
        time = next((place for place, name in enumerate(names) if name in ("måned", "month", "tid")), None)
        if time is None or (len(head) == 2 and not is_index(head[1])):
            continue
        below = [(line, row) for line, row in rows[at + 1 :] if len(row) > 1]  # a note is one cell
        if broken := [Cell(line, ";".join(row), "") for line, row in below if len(row) != len(head)]:
            return broken
        lines = [(line, row) for line, row in below if _is_of_index(head, row)]
        others = [[cell for place, cell in enumerate(row[:-1]) if place != time] for _, row in lines]
        groups = list(dict.fromkeys(map(tuple, others)))
        total = groups[_total([list(group) for group in groups])] if len(head) > 2 else ()
        return [
            Cell(line, row[time], row[-1])
            for (line, row), other in zip(lines, others, strict=True)
            if tuple(other) == total and row[-1] not in MISSING
        ]
    return None


def _is_of_index(head: Sequence[str], row: Sequence[str]) -> bool:
    """Return whether a line is of the index: named in the line itself, or in the heading of the value."""
    said = [
        cell for cell in row[:-1] if is_index(cell) or "prosent" in cell.casefold() or "endring" in cell.casefold()
    ]
    return is_index(said[0]) if said else True


def _total(groups: Sequence[Sequence[str]]) -> int:
    """Return which group is the total index; the only one there is, where it is not named as another."""
    for place, group in enumerate(groups):
        if any(is_whole_index(cell) for cell in group):
            return place
    raise Refused(Problem(field="", code="kpi_file.no_total"))
