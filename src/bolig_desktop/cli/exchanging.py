"""The commands ``import`` and ``export``: sheets into the case file and out of it."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bolig_desktop.casefile import CaseFile, opened
from bolig_desktop.cli.answering import GOOD, MENDABLE, Said, line, put, tell
from bolig_desktop.cli.placing import refuse_ours
from bolig_desktop.cli.words import WrongWords
from bolig_desktop.errors import Problem, Refused
from bolig_desktop.exchange import exporting, importing, reading
from bolig_desktop.exchange.notes import notes_of
from bolig_desktop.exchange.pages import Book
from bolig_desktop.exchange.rows import RowProblem
from bolig_desktop.exchange.sheets import readable_sheets
from bolig_desktop.labels.every import LABELS
from bolig_desktop.text.sentences import problem_sentence


def export(options: argparse.Namespace) -> int:
    """Write everything in the case file as a workbook."""
    output: Path = options.output
    refuse_ours(output, "Regnearket", options.file)
    with opened.case_file(options.file, options.today) as case:
        rows = exporting.export(case, output, LABELS)
    if options.json:
        put({"file": str(output), "rows": rows})
    else:
        line(f"{rows} rader er skrevet til {output}. Filen er ikke kryptert: slett den når du er ferdig med den.")
    return GOOD


def import_(options: argparse.Namespace) -> int:
    """Bring a workbook's rows into the case file, all of them or none."""
    if not options.sheet.exists():
        raise Said(f"Filen «{options.sheet}» finnes ikke, så ingenting er hentet inn.")
    with opened.case_file(options.file, options.today) as case:
        _check_topic(case, options.topic)
        book = _book(options)
        if book is None:
            return MENDABLE
        pages = importing.understood(case, book, options.topic)
        if not pages:
            outcome = importing.Outcome(problems=[importing.unknown(page) for page in book.pages])
        else:
            outcome = importing.bring_in(case, pages, LABELS, ours=book.ours, dry_run=options.dry_run)
    _answer(outcome, options, list(notes_of(book, pages, LABELS)))
    return MENDABLE if outcome.problems else GOOD


def _book(options: argparse.Namespace) -> Book | None:
    """Return what the file has; None where it is no workbook and that was told in JSON. Raises Refused."""
    try:
        return reading.read_file(options.sheet)
    except Refused as refused:
        if not options.json:
            raise
        found = [RowProblem(sheet="", row=0, column="", problem=problem) for problem in refused.problems]
        _answer(importing.Outcome(problems=found), options, [])
        return None


def _check_topic(case: CaseFile, topic: str) -> None:
    known = readable_sheets(case)
    if topic and topic not in known:
        raise WrongWords(f"Temaet «{topic}» finnes ikke; velg ett av {', '.join(known)}.")


def _answer(outcome: importing.Outcome, options: argparse.Namespace, noted: Sequence[Problem]) -> None:
    added = 0 if outcome.problems else outcome.added
    if options.json:
        problems = [_row(one) for one in outcome.problems]
        put({"added": added, "same": outcome.same, "problems": problems})
    else:
        for note in noted:
            line(problem_sentence(note))
    for one in outcome.problems if not options.json else ():
        line(_words(one))
    if outcome.problems:
        tell(f"Ingenting er hentet inn, for {len(outcome.problems)} ting må rettes først.")
    elif not options.json:
        would = "ville blitt lagt til" if options.dry_run else "er lagt til"
        line(f"{added} rader {would}, {outcome.same} sto der fra før.")


def _row(one: RowProblem) -> dict[str, Any]:
    return {"sheet": one.sheet, "row": one.row, "column": one.column, "problem": one.sentence()}


def _words(one: RowProblem) -> str:
    column = f", «{one.column}»" if one.column else ""
    sheet = f"{one.sheet}, " if one.sheet else ""
    return f"{sheet}rad {one.row}{column}: {one.sentence()}"
