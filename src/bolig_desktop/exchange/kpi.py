"""Read the consumer price index from a file: month and value, or Statistics Norway's table as CSV or JSON-stat2.

All or nothing: every line that cannot be used is told of with its number and what would be right.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange import kpi_csv, kpi_json
from bolig_desktop.exchange.kpi_cells import Cells, month_in
from bolig_desktop.law.indexing import Month, out_of_line
from bolig_desktop.settings.rules import KPI_DECIMALS, is_index

MOST_BYTES = 2_000_000
MOST_MONTHS = 5_000
_MOST_TOLD = 10
_VALUE = re.compile(r"[0-9]{1,9}(?:[.,][0-9]{1,9})?")


class Table(NamedTuple):
    """Which of Statistics Norway's tables it is, and what is a hundred in it ("14700", "2025=100")."""

    series: str
    base: str


@dataclass(frozen=True, kw_only=True)
class ReadIndex:
    """What a file has: a value for each month, and the line each stands in."""

    table: Table
    values: dict[Month, Decimal]
    lines: dict[Month, int]


def read_file(path: Path, wanted: Table) -> ReadIndex:
    """Return what a file has. Raises Refused as ``read`` does, and OSError where it cannot be opened."""
    with path.open("rb") as stream:
        return read(stream.read(MOST_BYTES + 1), wanted)


def read(content: bytes, wanted: Table) -> ReadIndex:
    """Return what a file's bytes have. Raises Refused with a problem for each line that cannot be used.

    wanted: the table the values must be of; a file that says it is of another one is refused.
    """
    if len(content) > MOST_BYTES:
        raise Refused(_problem("too_large", megabytes=MOST_BYTES // 1_000_000))
    text = _text(content)
    cells = kpi_json.cells(text) if text.lstrip()[:1] == "{" else kpi_csv.cells(text)
    if (cells.series or wanted.series, cells.base or wanted.base) != wanted:
        found = {"series": cells.series or wanted.series, "base": cells.base or wanted.base}
        raise Refused(_problem("wrong_table", **found, wanted=wanted.series, wanted_base=wanted.base))
    values, lines, problems = _sorted_out(cells)
    if problems:
        raise Refused(*_the_first(problems))
    if not values:
        raise Refused(_problem("empty"))
    if odd := out_of_line(values):
        before, after = odd
        facts = {"value": values[after], "month": after, "before": values[before], "earlier": before}
        raise Refused(_problem("mixed", **facts, series=wanted.series, base=wanted.base))
    return ReadIndex(table=wanted, values=values, lines=lines)


def _sorted_out(cells: Cells) -> tuple[dict[Month, Decimal], dict[Month, int], list[Problem]]:
    values: dict[Month, Decimal] = {}
    lines: dict[Month, int] = {}
    problems: list[Problem] = []
    for line, month_text, value_text in cells.cells:
        if len(values) + len(problems) >= MOST_MONTHS:
            raise Refused(_problem("too_many", months=MOST_MONTHS))
        month, value = month_in(month_text), _value(value_text)
        where = {"line": line, "counted_code": cells.counted}
        if month is None:
            problems.append(_problem("month", **where, written=_shown(month_text)))
        elif value is None:
            problems.append(_problem("value", **where, written=_shown(value_text), decimals=KPI_DECIMALS))
        elif values.setdefault(month, value) != value:
            problems.append(_problem("twice", **where, month=month, first=lines[month], value=values[month]))
        else:
            lines.setdefault(month, line)
    return values, lines, problems


def _value(text: str) -> Decimal | None:
    """Return an index value, or None: no sign, no exponent, no formula, no more decimals than an index has."""
    if not _VALUE.fullmatch(text):
        return None
    value = Decimal(text.replace(",", "."))
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value.normalize()
    return value if is_index(value) else None


def _text(content: bytes) -> str:
    """Return the bytes as text: UTF-8, or what Windows and older exports write; what is no text is refused."""
    if b"\0" in content:
        raise Refused(_problem("not_text"))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    if any(ord(sign) < 32 and sign not in "\t\r\n\f" for sign in text):
        raise Refused(_problem("not_text"))
    return text


def _the_first(problems: list[Problem]) -> Iterator[Problem]:
    yield from problems[:_MOST_TOLD]
    if len(problems) > _MOST_TOLD:
        yield _problem("more", count=len(problems) - _MOST_TOLD)


def _shown(text: str) -> str:
    """Return what was written, short and without what could change a sentence."""
    seen = "".join(sign if sign.isprintable() else " " for sign in text).strip()
    return seen if len(seen) <= 20 else seen[:19] + "…"


def _problem(code: str, **facts: object) -> Problem:
    return Problem(field="", code=f"kpi_file.{code}", facts=facts)
