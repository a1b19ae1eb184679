"""``year``: every figure with its rows, and the files of a year whole in their folder."""

import csv
import io

import pytest
from openpyxl import load_workbook
from told import one_sentence

from bolig_desktop.yearly.figures import FIGURES

TODAY = ("--today", "2026-11-22")


def test_each_figure_has_value_rows_and_what_is_unsure(run, file):
    answer = run("year", file, 2025, "--json", *TODAY)
    assert (answer.code, answer.err) == (0, "")
    assert list(answer.value) == [one.id for one in FIGURES]
    settled = answer.value["settled"]
    assert (
        settled["value"]
        == len(settled["rows"])
        == sum(answer.value[f"settled_q{quarter}"]["value"] for quarter in range(1, 5))
    )
    assert settled["rows"][0].keys() == {"topic", "id"} and settled["rows"][0]["topic"] == "people"
    assert answer.value["quota"] == {"value": 18, "unsure": [], "rows": []}
    unknown = run("year", file, 2019, "--json", *TODAY).value["quota"]
    assert unknown["value"] is None and unknown["unsure"] == [
        "Vedtakstallet for 2019 er ikke ført. Det føres under fanen «Vedtakstall»."
    ]


def test_what_the_figures_are_needs_no_file(run):
    listed = run("year", "--figures")
    assert listed.code == 0 and len(listed.out.splitlines()) == len(FIGURES)
    told = run("year", "--figures", "--json").value
    assert told["KOSnyinnflyttfly0000"]["name"] == "Nyinnflyttede flyktninger"
    assert "tilskuddsperioden" in told["refugees"]["rule"] and told["settled_q3"]["rule"] == told["settled"]["rule"]


def test_report_workbook_and_tables_lie_in_the_folder_and_few_people_stand_in_none(run, file, tmp_path):
    out = tmp_path / "ut"
    known = {name: each["value"] for name, each in run("year", file, 2025, "--json", *TODAY).value.items()}
    assert not out.exists(), "without -o nothing is written"
    answer = run("year", file, 2025, "-o", out, *TODAY)
    assert answer.code == 0
    names = sorted(str(path.relative_to(out)) for path in out.rglob("*") if path.is_file())
    assert names[:2] == ["aarsoppsummering-2025.pdf", "aarsoppsummering-2025.xlsx"] and len(names) == 9
    rows = {}
    for path in (out / "csv").iterdir():
        read = csv.reader(io.StringIO(path.read_text("utf-8-sig")), delimiter=";")
        rows |= {row[0]: row[2] for row in list(read)[1:]}
    assert set(rows) == set(known)
    assert rows["settled"] == str(known["settled"])
    few = [one.id for one in FIGURES if one.is_count and known[one.id] is not None and 0 < known[one.id] < 5]
    assert few and {rows[one] for one in few} == {"skjult"}
    book = load_workbook(out / "aarsoppsummering-2025.xlsx")
    assert len(book.sheetnames) == 8 and sum(len(sheet._charts) for sheet in book) == 13
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert not any(cell.data_type == "f" for cell in cells)
    first = run("year", file, 2025, "-o", tmp_path / "igjen", *TODAY)
    assert first.code == 0
    for name in names:
        if not name.endswith(".xlsx"):
            assert (tmp_path / "igjen" / name).read_bytes() == (out / name).read_bytes(), "same facts, same bytes"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([2027], "Skriv et år fra 1990 til 2026."),
        ([1989], "Skriv et år fra 1990 til 2026."),
    ],
)
def test_a_year_that_cannot_be_counted_gets_a_sentence(run, file, words, said):
    answer = run("year", file, *words, *TODAY)
    assert answer.code == 1 and one_sentence(answer) == said


def test_words_that_are_missing_get_one_too(run, file):
    for words in (("year",), ("year", file), ("year", file, "femogtjue")):
        answer = run(*words)
        assert answer.code == 2 and answer.err.startswith("Feil bruk")


def test_a_folder_that_cannot_be_made_leaves_nothing(run, file, tmp_path):
    (tmp_path / "fil").write_text("x")
    answer = run("year", file, 2025, "-o", tmp_path / "fil", *TODAY)
    assert answer.code == 1 and answer.err and (tmp_path / "fil").read_text() == "x"
