"""The files of a year: the report, the workbook and the tables, with the names they lie under in a folder."""

from pathlib import Path

from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents.year_report import year_report
from bolig_desktop.security.placing import place_for_others
from bolig_desktop.yearly import separated
from bolig_desktop.yearly.figures import CountedYear
from bolig_desktop.yearly.report import report
from bolig_desktop.yearly.workbook import workbook


def year_files(case: CaseFile, year: CountedYear, against: CountedYear | None = None) -> list[tuple[str, bytes]]:
    """Return name and bytes of each file of a year that leaves the office; what few stand behind is hidden in all.

    against: the year it is held against.
    """
    ours = case.settings.municipality()
    told = report(year, str(ours.written_form), outside=True, against=against)
    called = f"aarsoppsummering-{year.number}"
    paper = year_report(told, municipality=ours.name, unit=ours.unit)
    tables = [(f"csv/{name}", content) for name, content in separated.tables(told)]
    return [(f"{called}.pdf", paper), (f"{called}.xlsx", workbook(told)), *tables]


def write(folder: Path, files: list[tuple[str, bytes]]) -> list[Path]:
    """Put the files in a folder, none before all are on the disk, and return their paths. Raises NotPlaced."""
    placed = [(folder / name, content) for name, content in files]
    place_for_others(placed, make_folders=True)
    return [path for path, _ in placed]
