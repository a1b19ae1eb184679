"""The rows behind the figures of a year as a workbook for the office: names stand in it, and nothing is hidden."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

from bolig_desktop.exchange.workbooks import Book, Look
from bolig_desktop.security.placing import place_for_others
from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Line, Report, Section

_HEADS = ("figure", "value", "kind", "who", "number", "lacks")
_PUT_TOGETHER = 1
"""How long it takes to put the workbook together in the end, for each time it takes to write its rows."""
_LOOKS = (Look.PLAIN, Look.NUMBER, Look.PLAIN, Look.PLAIN, Look.NUMBER, Look.PLAIN)


class Described(NamedTuple):
    """A row in words: what kind of thing it is, what it is called, its id; lacks: what a figure misses of it."""

    kind: str
    words: str
    number: int
    lacks: str = ""


Told = Callable[[int, int], object]
"""How many steps are done, of how many; what it raises breaks off, and then there is no workbook."""


def untold(done: int, of: int) -> None:
    """Tell nobody."""


def write_rows(folder: Path, report: Report, behind: Mapping[str, Sequence[Described]], told: Told = untold) -> Path:
    """Put the workbook in a folder, whole or not at all, and return its path; asks no case file.

    Raises NotPlaced.
    """
    content = rows_workbook(report, behind, told)
    path = folder / f"rader-{report.number}.xlsx"
    place_for_others([(path, content)], make_folders=True)
    return path


def rows_workbook(report: Report, behind: Mapping[str, Sequence[Described]], told: Told = untold) -> bytes:
    """Return a sheet for each group of figures, with a line for every row of each, as .xlsx.

    behind: the rows by the figure's id, whoever is shielded named by number; what a row lacks is said once a sheet.
    """
    made = Book(title=sentence("year.rows_title", report.language, year=report.number))
    made.say(sentence("year.rows_sheet", report.language), [sentence("year.rows_inside", report.language)])
    heads = [sentence(f"year.head_{head}", report.language) for head in _HEADS]
    counts = [sum(len(behind.get(line.figure.id, ())) for line in one.lines) for one in report.sections]
    steps, done = sum(counts) * (1 + _PUT_TOGETHER), 0
    for section, count in zip(report.sections, counts, strict=True):
        told(done, steps)
        made.table(section.title[:31], heads, _rows(section, behind), _LOOKS)
        done += count
    told(done, steps)
    content = made.content()
    told(steps, steps)
    return content


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
