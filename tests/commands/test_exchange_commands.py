"""The commands import and export, as commands.md has them."""

import json

import openpyxl
import pytest
from told import one_sentence

TODAY = ("--today", "2026-11-22")


@pytest.fixture
def sheet(tmp_path):
    def make(*rows, name="folk.xlsx"):
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(tmp_path / name)
        return tmp_path / name

    return make


def test_everything_goes_out_and_in_again_adds_nothing(run, file, tmp_path):
    told = run("export", file, "ut.xlsx", *TODAY)
    assert (told.code, told.err) == (0, "")
    assert "ikke kryptert" in told.out
    assert (tmp_path / "ut.xlsx").stat().st_mode & 0o077 == 0
    answer = run("import", file, "ut.xlsx", "--json", *TODAY)
    assert answer.code == 0
    assert answer.value["added"] == 0
    assert answer.value["same"] > 1000
    assert answer.value["problems"] == []


def test_rows_come_in_once(run, file, sheet):
    path = sheet(("Fornavn", "Etternavn", "Født"), ("Nyx", "Importsen", "01.02.1990"))
    dry = run("import", file, path, "--dry-run", "--json", *TODAY)
    assert dry.value == {"added": 1, "same": 0, "problems": []}
    assert run("import", file, path, "--json", *TODAY).value == {"added": 1, "same": 0, "problems": []}
    assert run("import", file, path, "--json", *TODAY).value == {"added": 0, "same": 1, "problems": []}
    people = run("list", file, "people", "--json", *TODAY).value
    assert [one["name"] for one in people if one["name"] and "Importsen" in one["name"]] == ["Nyx Importsen"]


def test_a_problem_is_told_with_its_place_and_nothing_comes_in(run, file, sheet):
    path = sheet(("Fornavn", "Etternavn", "Født"), ("Nyx", "Importsen", "31.11.2025"), ("Mox", "Importsen", None))
    answer = run("import", file, path, "--json", *TODAY)
    assert answer.code == 1
    assert answer.value["added"] == 0
    (problem,) = answer.value["problems"]
    assert set(problem) == {"sheet", "row", "column", "problem"}
    assert (problem["sheet"], problem["row"], problem["column"]) == ("Sheet", 2, "Født")
    assert "november har 30 dager" in problem["problem"]
    assert "Importsen" not in json.dumps(run("list", file, "people", "--json", *TODAY).value)
    one_sentence(run("import", file, path, *TODAY))


def test_a_text_there_is_no_room_for_is_refused_with_its_place(run, file, sheet):
    path = sheet(("Fornavn", "Etternavn"), ("Nyx", "Importsen"), ("Mox", "y" * 201))
    told = run("import", file, path, *TODAY)
    assert told.code == 1
    assert "Sheet, rad 3, «Etternavn»: Teksten er på 201 tegn. Det er plass til 200" in told.out
    assert "Importsen" not in json.dumps(run("list", file, "people", "--json", *TODAY).value)


def test_wrong_topics_files_and_names_are_told_in_a_sentence(run, file, sheet, tmp_path):
    path = sheet(("Fornavn", "Etternavn"), ("Nyx", "Importsen"))
    assert "Temaet" in one_sentence(run("import", file, path, "--topic", "people2", *TODAY), [2])
    assert "finnes ikke" in one_sentence(run("import", file, tmp_path / "borte.xlsx", *TODAY), [1])
    assert ".xlsx" in one_sentence(run("export", file, tmp_path / "ut.doc", *TODAY), [1])
    assert "saksfiler" in one_sentence(run("export", file, file, *TODAY), [1])
    strange = run("import", file, sheet(("Прізвище",), ("Коваль",), name="x.xlsx"), "--json", *TODAY)
    assert (strange.code, strange.value["problems"][0]["row"]) == (1, 1)


def test_an_export_that_cannot_be_placed_leaves_nothing(run, file, tmp_path):
    answer = run("export", file, tmp_path / "borte" / "ut.xlsx", *TODAY)
    assert one_sentence(answer, [1]) == "Mappen finnes ikke, og ingenting er skrevet. Velg en annen mappe."
    assert list(tmp_path.rglob("*ut.xlsx*")) == []


def test_a_workbook_never_lies_over_the_case_file_whatever_that_is_called(run, file, tmp_path):
    before = file.read_bytes()
    (tmp_path / "alt.xlsx").hardlink_to(file)
    for output in (file, tmp_path / "alt.xlsx"):
        answer = run("export", file, output)
        assert answer.code == 1 and "slik heter saksfiler og kopier" in answer.err
    assert file.read_bytes() == before


def test_a_list_of_households_comes_in_by_itself_and_by_its_name(run, file, tmp_path):
    path = tmp_path / "liste.csv"
    rows = (
        "Navn;Født;Adresse;Husleie;Kontrakt fra",
        "Importsen, Nyx / Mox;01.02.1990;Øvre bakke 3;kr 9 500,-;1.1.2024",
    )
    path.write_bytes("\r\n".join(rows).encode("cp1252"))
    told = run("import", file, path, "--dry-run", *TODAY)
    assert (told.code, told.err) == (0, "")
    assert "Liste over leieforhold" in told.out
    assert "blir boligene leilighet og kommunalt eid" in told.out
    assert run("import", file, path, "--json", *TODAY).value == {"added": 7, "same": 0, "problems": []}
    again = run("import", file, path, "--topic", "tenancy_list", "--json", *TODAY)
    assert again.value == {"added": 0, "same": 7, "problems": []}
    assert {"Øvre bakke 3"} <= {one["label"] for one in run("list", file, "dwellings", "--json", *TODAY).value}


def test_what_the_window_would_ask_is_a_problem_here(run, file, sheet):
    facts = ("Navn", "Født", "Adresse", "Husleie", "Kontrakt fra")
    path = sheet(facts, ("Nyx Importsen / Mox Andersen", "01.02.1990", "Øvre bakke 3", 9500, "1.1.2024"))
    answer = run("import", file, path, "--json", *TODAY)
    assert (answer.code, answer.value["added"]) == (1, 0)
    (problem,) = answer.value["problems"]
    assert (problem["row"], problem["column"]) == (2, "Navn")
    assert "én husstand" in problem["problem"]
