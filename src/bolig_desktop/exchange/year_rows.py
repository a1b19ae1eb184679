"""The rows behind the figures of a year as a workbook for the office: names stand in it, and nothing is hidden."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from bolig_desktop.exchange.workbooks import Book, Look
from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Line, Report, Section

_HEADS = ("figure", "value", "kind", "who", "number", "lacks")
_LOOKS = (Look.PLAIN, Look.NUMBER, Look.PLAIN, Look.PLAIN, Look.NUMBER, Look.PLAIN)


class Described(NamedTuple):
    """A row in words: what kind of thing it is, what it is called, its id; lacks: what a figure misses of it."""

    kind: str
    words: str
    number: int
    lacks: str = ""


def rows_workbook(report: Report, behind: Mapping[str, Sequence[Described]]) -> bytes:
    """Return a sheet for each group of figures, with a line for every row of each, as .xlsx.

    behind: the rows by the figure's id, whoever is shielded named by number; what a row lacks is said once a sheet.
    """
    made = Book(title=sentence("year.rows_title", report.language, year=report.number))
    made.say(sentence("year.rows_sheet", report.language), [sentence("year.rows_inside", report.language)])
    heads = [sentence(f"year.head_{head}", report.language) for head in _HEADS]
    for section in report.sections:
        made.table(section.title[:31], heads, _rows(section, behind), _LOOKS)
    return made.content()


def _rows(section: Section, behind: Mapping[str, Sequence[Described]]) -> Iterator[Sequence[object]]:
    told: set[Described] = set()
    for line in section.lines:
        for each in behind.get(line.figure.id, ()):
            if each.lacks and each in told:
                continue  # what one home lacks makes many figures of a group unsure
            told.add(each)
            yield line.name, _value(line), each.kind, each.words, each.number, each.lacks


def _value(line: Line) -> object:
    return (
        Decimal(str(line.value))
        if isinstance(line.value, float)
        else line.words
        if line.value is None
        else line.value
    )
