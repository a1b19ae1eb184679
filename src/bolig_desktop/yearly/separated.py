"""The year as plain tables: one file of semicolon-separated lines for each group of figures."""

import csv
import io
from collections.abc import Iterator

from bolig_desktop.yearly.report import Report, heads, rule


def tables(report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each file and its bytes: UTF-8 with its mark, as Excel here opens by a double click.

    A year held against no other has an empty column for it, so that every table has the same columns.
    """
    for section in report.sections:
        out = io.StringIO()
        written = csv.writer(out, delimiter=";", lineterminator="\r\n")
        written.writerow(["ID", *heads(report)])
        for line in section.lines:
            values = (line.words, line.before.words if line.before is not None else "")
            about = (line.unit, line.code, rule(line.figure, report.language), " ".join(line.unsure))
            written.writerow([line.figure.id, line.name, *values, *about])
        yield f"{section.group}.csv", out.getvalue().encode("utf-8-sig")
