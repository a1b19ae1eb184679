"""Tables beside each other, lists on several sheets, and what is hidden in a workbook."""

import io

import openpyxl
import pytest
from sheets_made import a_book, brought, everything, said

from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.mapping import known_as, mapped
from bolig_desktop.exchange.notes import notes_of
from bolig_desktop.exchange.sheets import readable_sheets
from bolig_desktop.labels.every import LABELS
from bolig_desktop.text.sentences import problem_sentence

HEADINGS = ("Navn", "Født", "Adresse", "Kontrakt fra", "Leie")
OMAR = ("Omar Ali", "1.2.1970", "Storgata 5", "1.1.2024", 9500)
IDA = ("Ida Berg", "3.4.1980", "Lia 2", "1.1.2024", 8000)


def notes(case, content):
    book = reading.read(content)
    return " ".join(problem_sentence(one, "nb") for one in notes_of(book, importing.understood(case, book), LABELS))


def changed(content, change):
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


BESIDE = a_book(
    Ark1=[
        (*HEADINGS, None, "Utleier", "Telefon"),
        (*OMAR, None, "Aud Kvalnes", "41000000"),
        (*IDA, None, "Per Eier", "41000001"),
        (*[None] * 6, "Kari Eier", "41000002"),
    ]
)


def test_a_table_beside_the_list_is_not_tied_to_it_row_by_row_and_is_named(case):
    assert said(brought(case, BESIDE)) == []
    assert (case.landlords.list(), [one.phone for one in case.people.list()]) == ([], ["", ""])
    words = notes(case, BESIDE)
    assert "en tabell til, etter en tom kolonne, og den er ikke tatt med: Utleier, Telefon" in words
    assert "som ikke er tatt med" not in words, "said once"


def test_a_column_beyond_the_empty_one_that_she_has_given_a_meaning_is_taken_in(case):
    page = reading.read(BESIDE).pages[0]
    sheets, known = readable_sheets(case), {known_as("tenancy_list", "Telefon"): "Telefon"}
    columns = [column and column.heading for column in mapped(page, sheets, known=known).columns]
    assert columns[5:] == [None, None, "Telefon"]


@pytest.mark.parametrize(
    "rows",
    [
        [(*HEADINGS[:2], None, *HEADINGS[2:]), (*OMAR[:2], None, *OMAR[2:])],
        [(*HEADINGS, "Utleier"), (*OMAR, "Aud Kvalnes")],
        [(*HEADINGS, None, "Utleier"), (*OMAR, "et ord", "Aud Kvalnes")],
        [(None, *HEADINGS), (None, *OMAR)],
    ],
)
def test_one_table_is_one_with_an_empty_column_within_it_too(case, rows):
    assert "en tabell til" not in notes(case, a_book(Ark1=rows))
    assert said(brought(case, a_book(Ark1=rows))) == []
    assert [one.street for one in case.dwellings.list()] == ["Storgata 5"]
    assert len(case.landlords.list()) == ("Utleier" in rows[0])


def test_the_same_people_on_two_sheets_are_told_as_that_and_one_sheet_is_chosen(case):
    before = everything(case)
    content = a_book(**{"2025": [HEADINGS, OMAR, IDA], "2026": [HEADINGS, OMAR, ("Ida Berg", None, *IDA[2:])]})
    outcome = brought(case, content)
    ((row, column, words),) = said(outcome)
    assert (outcome.problems[0].sheet, row, column) == ("2026", 2, "Navn")
    assert "2 av dem i arket «2026» står i arket «2025» også, først Omar Ali" in words
    assert everything(case) == before
    book = reading.read(content)
    one = [page for page in importing.understood(case, book) if page.page.title == "2026"]
    assert importing.bring_in(case, one, LABELS).problems == []


def test_others_on_another_sheet_and_somebody_born_on_another_day_come_in(case):
    other = ("Omar Ali", "5.6.1999", "Lia 4", "1.1.2024", 8000)
    assert said(brought(case, a_book(**{"Øst": [HEADINGS, OMAR], "Vest": [HEADINGS, IDA, other]}))) == []
    assert len(case.people.list()) == 3


def test_the_same_row_on_two_sheets_of_one_topic_says_on_which(case):
    rows = [("Fornavn", "Etternavn", "Fødselsdato"), ("Omar", "Ali", "1.2.1970")]
    told = said(brought(case, a_book(Personer=rows, Beboere=rows), "people"))
    assert any("rad 2 i arket «Personer»" in words for _, _, words in told)


def test_a_hidden_sheet_is_named_and_not_taken_in(case):
    def hide(book):
        book["Gamle"].sheet_state = "hidden"

    shown = a_book(Liste=[HEADINGS, OMAR], Gamle=[HEADINGS, IDA])
    content = changed(shown, hide)
    assert "Arket «Gamle» er skjult, og er ikke tatt med" in notes(case, content)
    assert "skjult" not in notes(case, shown)
    brought(case, content)
    assert [one.given_name for one in case.people.list()] == ["Omar"]
    assert brought(case, shown).added_by["people"] == 1
    page = reading.read(content).pages[1]
    assert "skjult" in importing.unknown(page).sentence()


def test_hidden_columns_that_are_taken_in_are_named(case):
    def hide(book):
        book["Ark1"].column_dimensions["E"].hidden = True

    content = a_book(Ark1=[HEADINGS, OMAR])
    assert "skjulte kolonner som er tatt med: E." in notes(case, changed(content, hide))
    assert "skjulte kolonner" not in notes(case, content)
