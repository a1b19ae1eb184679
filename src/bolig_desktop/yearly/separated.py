"""The year as plain tables of semicolon-separated lines: a file for each group of figures, and one for KOSTRA."""

import csv
import io
from collections.abc import Iterator, Sequence

from bolig_desktop.yearly.report import Line, Report, heads, rule


def tables(report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each file and its bytes: UTF-8 with its mark, as Excel here opens by a double click.

    A year held against no other has an empty column for it, so that every table has the same columns.
    """
    for section in report.sections:
        yield f"{section.group}.csv", _table(section.lines, report)
    yield "kostra_13.csv", _table(report.form_13, report)


def _table(lines: Sequence[Line], report: Report) -> bytes:
    out = io.StringIO()
    written = csv.writer(out, delimiter=";", lineterminator="\r\n")
    written.writerow(["ID", *heads(report)])
    for line in lines:
        values = (line.words, line.before.words if line.before is not None else "")
        about = (line.unit, line.code, rule(line.figure, report.language), " ".join(line.unsure))
        written.writerow([line.figure.id, line.name, *values, *about])
    return out.getvalue().encode("utf-8-sig")
