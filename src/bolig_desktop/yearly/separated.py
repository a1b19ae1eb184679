"""The year as plain tables: one file of semicolon-separated lines for each group of figures."""

import csv
import io
from collections.abc import Iterator

from bolig_desktop.text.sentences import sentence
from bolig_desktop.yearly.report import Report, rule

_HEADS = ("figure", "value", "unit", "code", "rule", "unsure")


def tables(report: Report) -> Iterator[tuple[str, bytes]]:
    """Yield the name of each file and its bytes: UTF-8 with its mark, as Excel here opens by a double click."""
    heads = [sentence(f"year.head_{head}", report.language) for head in _HEADS]
    for section in report.sections:
        out = io.StringIO()
        written = csv.writer(out, delimiter=";", lineterminator="\r\n")
        written.writerow(["ID", *heads])
        for line in section.lines:
            about = (line.unit, line.code, rule(line.figure, report.language), " ".join(line.unsure))
            written.writerow([line.figure.id, line.name, line.words, *about])
        yield f"{section.group}.csv", out.getvalue().encode("utf-8-sig")
