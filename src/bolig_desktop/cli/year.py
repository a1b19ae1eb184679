"""The command ``year``: a year's figures with the rows behind them, or as report, workbook and tables."""

import argparse
from typing import Any

from bolig_desktop.casefile import opened
from bolig_desktop.cli.answering import GOOD, line, put
from bolig_desktop.cli.words import WrongWords
from bolig_desktop.documents.year_files import write, year_files
from bolig_desktop.yearly.figures import FIGURES, Counted
from bolig_desktop.yearly.report import name, report, rule, said
from bolig_desktop.yearly.year import FIRST_YEAR, years_of

_LANGUAGE = "nb"


def year(options: argparse.Namespace) -> int:
    """Answer with a year's figures, or with what every figure is. Raises WrongWords, Refused and FileTrouble."""
    if options.figures:
        return _figures(options)
    if options.file is None or options.year is None:
        raise WrongWords("Feil bruk, skriv filen og året, eller --figures («bolig-desktop year --help» forklarer).")
    with opened.case_file(options.file, options.today) as case:
        counted, *others = years_of(case, options.year, *_before(options))
        files = year_files(case, counted, *others) if options.output is not None else []
    written = write(options.output, files) if files else []
    if options.json:
        put({one: _value(figure) for one, figure in counted.found.items()})
    elif written:
        for path in written:
            line(path)
    else:
        for shown in report(counted, _LANGUAGE, outside=False).sections:
            line(shown.title)
            for one in shown.lines:
                line(f"  {one.name}: {one.words} {one.unit}")
    return GOOD


def _before(options: argparse.Namespace) -> list[int]:
    """Return the year the files hold this one against: the one before, where it can be counted."""
    is_first = options.output is None or options.year <= FIRST_YEAR
    return [] if is_first else [options.year - 1]


def _figures(options: argparse.Namespace) -> int:
    if options.json:
        told = {one.id: (name(one.id, _LANGUAGE), rule(one, _LANGUAGE), one.unit) for one in FIGURES}
        put({figure: dict(zip(("name", "rule", "unit"), words, strict=True)) for figure, words in told.items()})
    else:
        for one in FIGURES:
            line(f"{one.id:<28}{name(one.id, _LANGUAGE)}")
    return GOOD


def _value(counted: Counted) -> dict[str, Any]:
    rows = [{"topic": row.topic, "id": row.id} for row in counted.rows]
    return {"value": counted.value, "unsure": [said(one, _LANGUAGE) for one in counted.unsure], "rows": rows}
