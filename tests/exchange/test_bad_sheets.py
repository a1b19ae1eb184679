"""Everything that may be wrong with a sheet is said with its row, its column and what would be right."""

import io
import zipfile
from datetime import date, datetime

import pytest
from sheets_made import A_HOME, HOMES, PEOPLE, a_book, brought, everything, said

from bolig_desktop.errors import Refused
from bolig_desktop.exchange import importing, mapping, reading
from bolig_desktop.exchange.notes import notes_of
from bolig_desktop.exchange.pages import MOST_BYTES
from bolig_desktop.exchange.sheets import readable_sheets
from bolig_desktop.labels.every import LABELS
from build import a_dwelling, a_household


def test_a_strangers_sheet_comes_in_with_its_own_headings(case):
    rows = [
        ["Oversikt over beboere", None, None, None],
        PEOPLE,
        ["Selam ", "Tesfay", "04.03.88", 41000000.0],
        ["Ahmed", "Ali", 32874, "+47 41 00 00 01"],
        ["Olena", "Koval", datetime(1990, 1, 2, 0, 0), None],
    ]
    outcome = brought(case, a_book(Beboere=rows))
    assert (outcome.added, said(outcome)) == (3, [])
    people = case.people.list()
    assert [person.name for person in people] == ["Selam Tesfay", "Ahmed Ali", "Olena Koval"]
    assert [person.born_on for person in people] == [date(1988, 3, 4), date(1990, 1, 1), date(1990, 1, 2)]
    assert people[0].phone == "41000000"
    again = brought(case, a_book(Beboere=rows))
    assert (again.added, again.same, said(again)) == (0, 3, [])


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Selam Tesfay", [("Selam", "Tesfay")]),
        ("Tesfay, Selam Abrehet", [("Selam Abrehet", "Tesfay")]),
        ("Ahmed og Fatima Ali", [("Ahmed", "Ali"), ("Fatima", "Ali")]),
        ("Ahmed Ali & Olena Koval", [("Ahmed", "Ali"), ("Olena", "Koval")]),
        ("Selam", [("Selam", "")]),
    ],
)
def test_whole_names_are_taken_apart_and_several_in_a_row_are_several_people(case, written, names):
    content = a_book(Ark1=[["Navn", "Født", "Telefon"], [written, date(1990, 1, 2), "41000000"]])
    assert said(brought(case, content)) == []
    assert [(one.given_name, one.family_name) for one in case.people.list()] == names
    assert [one.phone for one in case.people.list()][1:] == [""] * (len(names) - 1)
    again = brought(case, content)
    assert (again.added, said(again)) == (0, [])


def test_homes_with_kroner_and_lost_zeros_come_in(case):
    home = [*A_HOME[:2], 150, *A_HOME[3:6], "kr 9 500,-"]
    outcome = brought(case, a_book(Ark1=[HOMES, home]))
    assert said(outcome) == []
    (made,) = case.dwellings.list()
    assert (made.postcode, made.rent_nok) == ("0150", 9500)


@pytest.mark.parametrize(
    ("encoding", "between"), [("utf-8", ";"), ("utf-8-sig", ","), ("cp1252", ";"), ("utf-8", "\t")], ids=str
)
def test_a_text_file_comes_in_however_it_is_written(case, encoding, between):
    rows = [HOMES, [*A_HOME[:3], "Bodø", *A_HOME[4:6], "9 500"]]
    content = "\r\n".join(between.join(map(str, row)) for row in rows).encode(encoding)
    assert said(brought(case, content)) == []
    assert case.dwellings.list()[0].city == "Bodø"


def test_what_cannot_be_read_is_said_where_it_stands_and_nothing_comes_in(case):
    rows = [
        PEOPLE,
        ["Selam", "Tesfay", "31.11.2025", None],
        ["Ahmed", "Ali", "i fjor", None],
        ["Olena", "Koval", "1.2.", None],
        ["Sara", "Haile", date(1990, 1, 2), None],
    ]
    before = everything(case)
    outcome = brought(case, a_book(Personer=rows))
    told = said(outcome)
    assert [(row, column) for row, column, _ in told] == [(row, "Fødselsdato") for row in (2, 3, 4)]
    assert "november har 30 dager" in told[0][2]
    assert everything(case) == before


@pytest.mark.parametrize(
    ("pages", "column", "most"),
    [
        ({"Personer": [PEOPLE, ["{}", "Tesfay", None, None]]}, "Fornavn", 200),
        ({"Personer": [PEOPLE, ["Selam", "Tesfay", None, "{}"]]}, "Tlf", 500),
        ({"Ark1": [["Navn", "Født", "Telefon"], ["Selam {}", None, None]]}, "Navn", 200),
        ({"Boliger": [HOMES, [*A_HOME[:2], "{}", *A_HOME[3:]]]}, "Postnr", 10),
        ({"Utleiere": [["Navn", "Adresse"], ["Aud", "{}"]]}, "Adresse", 500),
    ],
    ids=["given name", "default", "whole name", "short", "landlord"],
)
def test_a_text_there_is_no_room_for_in_the_window_is_refused_where_it_stands(case, pages, column, most):
    def filled(length):
        rows = [[cell.format("x" * length) if isinstance(cell, str) else cell for cell in row] for row in page]
        return a_book(**{title: rows})

    ((title, page),) = pages.items()
    before = everything(case)
    told = [one for one in said(brought(case, filled(most + 1))) if "plass til" in one[2]]
    assert (
        told == [(2, column, f"Teksten er på {most + 1} tegn. Det er plass til {most}, så den må kortes ned.")]
        and everything(case) == before
    )
    assert not [one for one in said(brought(case, filled(most))) if "plass til" in one[2]]


def test_a_field_of_several_lines_has_room_for_more(case):
    brought(case, a_book(Personer=[("Fornavn", "Merknad"), ("Selam", "x" * 5_000)]))
    assert len(case.people.get(1).note) == 5_000


def test_a_lease_that_ends_before_it_begins_is_refused_by_the_forms_own_rule(case):
    a_dwelling(case)
    a_household(case, name="familien Tesfay")
    rows = [
        ["Bolig", "Husstand", "Type leieforhold", "Fra", "Til og med", "Leie"],
        ["Storgata 14 B, H0201", "familien Tesfay", "Kommunal", date(2026, 1, 1), date(2025, 1, 1), 9500],
    ]
    (problem,) = said(brought(case, a_book(Leieforhold=rows)))
    assert problem[:2] == (2, "Til og med")


def test_a_household_twice_is_said_with_both_rows(case):
    rows = [["Navn på husstanden", "Type husstand"], ["familien Ali", "Familie"], ["Familien  Ali", "familie"]]
    ((row, _, words),) = said(brought(case, a_book(Husstander=rows)))
    assert row == 3
    assert "rad 2" in words


def test_somebody_who_is_there_with_something_else_is_shown_and_may_be_left_alone(case):
    rows = [PEOPLE, ["Selam", "Tesfay", date(1988, 3, 4), "41000000"]]
    brought(case, a_book(Personer=rows))
    rows[1][3] = "41000001"
    ((row, column, words),) = said(brought(case, a_book(Personer=rows)))
    assert (row, column) == (2, "Tlf")
    assert "nr 1" in words
    outcome = brought(case, a_book(Personer=rows), skip_known=True)
    assert (outcome.added, said(outcome)) == (0, [])
    assert case.people.get(1).phone == "41000000"


def test_links_lead_to_nobody_or_to_several(case):
    a_dwelling(case)
    a_household(case, name="Ali")
    a_household(case, name="Ali")
    rows = [
        ["Bolig", "Husstand", "Type leieforhold", "Fra", "Leie"],
        ["Storgata 14 B, H0201", "Ali", "Kommunal", date(2026, 1, 1), 9500],
        ["Ukjentveien 1", "Selam Tesfay", "Kommunal", date(2026, 1, 1), 9500],
    ]
    told = said(brought(case, a_book(Leieforhold=rows)))
    assert [(row, column) for row, column, _ in told] == [(2, "Husstand"), (3, "Bolig")]


def test_merged_and_hidden_rows_are_read_and_formulas_without_an_answer_said(case):
    import openpyxl

    book = openpyxl.load_workbook(
        io.BytesIO(a_book(Personer=[PEOPLE, ["Ahmed", "Ali"], ["Sara", None], ["Ola", "=1"]]))
    )
    page = book["Personer"]
    page.merge_cells("B2:B3")
    page.row_dimensions[2].hidden = True
    stream = io.BytesIO()
    book.save(stream)
    read = reading.read(stream.getvalue())
    assert read.pages[0].hidden == {2}
    outcome = brought(case, stream.getvalue())
    assert [(row, column) for row, column, _ in said(outcome)] == [(4, "Etternavn")]
    page["B4"] = "Li"
    stream = io.BytesIO()
    book.save(stream)
    assert said(brought(case, stream.getvalue())) == []
    assert [person.family_name for person in case.people.list()] == ["Ali", "Ali", "Li"]


def test_dates_of_a_workbook_that_counts_from_1904(case):
    import openpyxl
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    for row in (PEOPLE, ["Sara", "Haile", date(1990, 1, 2), None]):
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    assert said(brought(case, stream.getvalue())) == []
    assert case.people.list()[0].born_on == date(1990, 1, 2)


def test_an_import_is_one_step_that_can_be_taken_back(case):
    before = everything(case)
    brought(case, a_book(Personer=[PEOPLE, ["Ahmed", "Ali", None, None], ["Sara", "Haile", None, None]]))
    assert len(case.undo_last()) == 2
    assert everything(case) == before


def test_a_dry_run_says_the_same_and_writes_nothing(case):
    before = everything(case)
    assert brought(case, a_book(Boliger=[HOMES, A_HOME]), dry_run=True).added == 1
    assert everything(case) == before


def _code(content: bytes) -> str:
    with pytest.raises(Refused) as refused:
        reading.read(content)
    return refused.value.problems[0].code


def test_a_sheet_of_another_language_is_not_understood(case):
    book = reading.read(a_book(Лист=[["Прізвище", "Адреса"], ["Коваль", "Київ"]]))
    assert importing.understood(case, book) == []
    assert importing.unknown(book.pages[0]).problem.code == "sheet.no_known_headings"


def test_files_that_are_no_sheets_are_refused_with_a_sentence(tmp_path):
    good = a_book(Personer=[PEOPLE])
    assert _code(b"") == "sheet.empty_file"
    assert _code(a_book(Ark1=[])) == "sheet.nothing_in_it"
    assert _code(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == "sheet.locked_or_old"
    assert _code(good[: len(good) // 2]) == "sheet.damaged"
    assert _code(b"%PDF-1.7\n\x00\x01") == "sheet.not_text"
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert _code(other.getvalue()) == "sheet.not_a_workbook"
    large = tmp_path / "stor.xlsx"
    with large.open("wb") as stream:
        stream.truncate(200_000_000)
    assert large.stat().st_size > MOST_BYTES
    with pytest.raises(Refused, match=r"sheet\.too_large"):
        reading.read_file(large)


def _with_member(name: str, content: bytes) -> bytes:
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(a_book(Personer=[PEOPLE]))) as old, zipfile.ZipFile(changed, "w", 8) as new:
        for member in old.namelist():
            new.writestr(member, content if member == name else old.read(member))
        if name not in old.namelist():
            new.writestr(name, content)
    return changed.getvalue()


def test_bombs_and_entities_are_refused():
    assert _code(_with_member("xl/bombe.bin", bytes(420_000_000))) == "sheet.bomb"
    entity = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><sst>&e;</sst>'
    assert _code(_with_member("xl/sharedStrings.xml", entity)) == "sheet.entities"
    assert _code(_with_member("xl/extra.xml", entity.decode().encode("utf-16"))) == "sheet.entities"


def test_a_list_that_may_be_of_several_topics_is_taken_for_none(case):
    """Names, birth dates and addresses without a lease: nothing comes in until it is said what it is."""
    book = reading.read(b"Navn;F\xf8dt;Adresse\nAhmed Ali;01.02.1990;Storgata 5\n")
    sheets = readable_sheets(case)
    assert mapping.mapped(book.pages[0], sheets) is None
    assert mapping.mapped(book.pages[0], sheets, "people") is not None, "unless she says so"


def _merged(*ranges: str) -> bytes:
    import openpyxl

    rows = [
        ("Fornavn", "Etternavn", "Telefon", None),
        ("Ahmed", "Ali", "41000000", "borte"),
        ("Sara", None, None, None),
    ]
    book = openpyxl.load_workbook(io.BytesIO(a_book(Personer=rows)))
    for cells in ranges:
        book["Personer"].merge_cells(cells)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_cells_merged_over_several_columns_are_told_and_blocks_filled_downwards(case):
    content = _merged("B2:C3", "C1:D1")
    book = reading.read(content)
    pages = importing.understood(case, book)
    told = {note.code: note.facts for note in notes_of(book, pages, LABELS)}
    assert told["sheet.merged_over"] == {"sheet": "Personer", "rows": "2, 3"}
    assert told["sheet.no_heading"] == {"sheet": "Personer", "columns": "D"}
    assert said(brought(case, content)) == []
    assert [(one.family_name, one.phone) for one in case.people.list()] == [("Ali", ""), ("Ali", "")]
    none = {note.code for note in notes_of(book, importing.understood(case, reading.read(_merged("B2:B3"))), LABELS)}
    assert "sheet.merged_over" not in none
