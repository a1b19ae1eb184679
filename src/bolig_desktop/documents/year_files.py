"""The files of a year: the report, the workbook and the tables, with the names they lie under in a folder."""

from collections.abc import Mapping
from pathlib import Path

from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.year_report import year_report
from bolig_desktop.security.placing import make_folder, place
from bolig_desktop.yearly import separated
from bolig_desktop.yearly.figures import Counted
from bolig_desktop.yearly.report import report
from bolig_desktop.yearly.workbook import workbook


def year_files(case: CaseFile, number: int, found: Mapping[str, Counted]) -> list[tuple[str, bytes]]:
    """Return name and bytes of each file of a year that leaves the office; what few stand behind is hidden in all."""
    ours = case.settings.municipality()
    told = report(number, found, str(ours.written_form), outside=True)
    called = f"aarsoppsummering-{number}"
    paper = year_report(told, municipality=ours.name, unit=ours.unit)
    tables = [(f"csv/{name}", content) for name, content in separated.tables(told)]
    return [(f"{called}.pdf", paper), (f"{called}.xlsx", workbook(told)), *tables]


def write(folder: Path, files: list[tuple[str, bytes]]) -> list[Path]:
    """Put the files in a folder, each whole or not at all, and return their paths. Raises FileTrouble."""
    make_folder(folder)
    make_folder(folder / "csv")
    for name, content in files:
        place(folder / name, [content])
    return [folder / name for name, _ in files]
