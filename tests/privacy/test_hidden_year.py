"""A year's files tell of nobody: no name, no address and no words of the shielded, nor of anybody else."""

from datetime import date
from pathlib import Path

import pytest
from hidden import MARKERS, NEIGHBOUR, STREET, WORDS, fill
from scan import found

from bolig_desktop.allocation.records import StayKind, TemporaryStay
from bolig_desktop.documents.year_files import write, year_files
from bolig_desktop.exchange.year_rows import rows_workbook
from bolig_desktop.ui.year.rows import Naming
from bolig_desktop.yearly.report import report
from bolig_desktop.yearly.year import years_of


def rows_file(case, counted):
    naming = Naming(case)
    behind = {figure: list(naming.described(each)) for figure, each in counted.found.items()}
    return "rader.xlsx", rows_workbook(report(counted, "nb", outside=False), behind)


@pytest.mark.parametrize("year", [2023, 2024, 2025, 2026])
def test_no_file_of_a_year_says_who_or_where(case, tmp_path, year):
    made = fill(case)
    case.save(TemporaryStay(household_id=made.household_id, kind=StayKind.HOTEL, from_on=date(2024, 1, 1)))
    counted, *against = years_of(case, year, *({year - 1} if year > 2023 else ()))
    files = [*year_files(case, counted, *against), rows_file(case, counted)]
    looked_for = {*WORDS, *MARKERS.values(), STREET, NEIGHBOUR}
    for name, content in files[:-1]:
        assert found(content, looked_for) == set(), name
    name, rows = files[-1]
    assert found(rows, {*WORDS, *MARKERS.values()}) == set(), (
        f"{name} has homes by their names, and no shielded people"
    )
    for path in write(tmp_path, files):
        assert found(str(Path(path).name).encode(), looked_for) == set()


def test_the_control_finds_the_municipality_that_may_stand_there(case):
    fill(case)
    (_, paper), (_, book), *_ = year_files(case, *years_of(case, 2025, 2024))
    named = case.settings.municipality().name
    assert found(paper, {named}) == {named} and found(book, {"Bosatte personer"}) == {"Bosatte personer"}
