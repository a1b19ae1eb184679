"""The command ``year``: a year's figures with the rows behind them, or as report, workbook and tables."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bolig_desktop.casefile import CaseFile, opened
from bolig_desktop.cli.answering import GOOD, Said, line, put
from bolig_desktop.cli.words import WrongWords
from bolig_desktop.documents.year_report import year_report
from bolig_desktop.yearly import separated
from bolig_desktop.yearly.figures import FIGURES, Counted
from bolig_desktop.yearly.report import name, report, rule, said
from bolig_desktop.yearly.workbook import workbook
from bolig_desktop.yearly.year import figures_of

_LANGUAGE = "nb"


def year(options: argparse.Namespace) -> int:
    """Answer with a year's figures, or with what every figure is. Raises WrongWords, Refused and FileTrouble."""
    if options.figures:
        return _figures(options)
    if options.file is None or options.year is None:
        raise WrongWords("Feil bruk, skriv filen og året, eller --figures («bolig-desktop year --help» forklarer).")
    with opened.case_file(options.file, options.today) as case:
        found = figures_of(case, options.year)
        written = _write(case, options.year, found, options.output) if options.output is not None else []
    if options.json:
        put({one: _value(counted) for one, counted in found.items()})
    elif written:
        for path in written:
            line(path)
    else:
        for shown in report(options.year, found, _LANGUAGE, outside=False).sections:
            line(shown.title)
            for one in shown.lines:
                line(f"  {one.name}: {one.words} {one.unit}")
    return GOOD


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


def _write(case: CaseFile, number: int, found: Mapping[str, Counted], folder: Path) -> list[Path]:
    """Write report, workbook and tables into a folder, each whole or not at all. Raises Said."""
    from bolig_desktop.security.placing import place

    ours = case.settings.municipality()
    told = report(number, found, str(ours.written_form), outside=True)
    paper = year_report(told, municipality=ours.name, unit=ours.unit)
    files = [(f"aarsoppsummering-{number}.pdf", paper), (f"aarsoppsummering-{number}.xlsx", workbook(told))]
    files += [(f"csv/{called}", content) for called, content in separated.tables(told)]
    written = []
    try:
        (folder / "csv").mkdir(parents=True, exist_ok=True)
        for called, content in files:
            place(folder / called, [content])
            written.append(folder / called)
    except OSError as error:
        raise Said(f"Filene kan ikke legges i «{folder}».") from error
    return written
