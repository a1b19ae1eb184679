"""A row that says that an address is graded is asked about or refused, and never comes in as if none were (AG-3)."""

import pytest
from sheets_made import PEOPLE, a_book, brought, everything, exported, said

from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.questions import Answer
from bolig_desktop.labels.every import LABELS
from bolig_desktop.people.records import Grading
from build import a_person

HEADINGS = ("Navn", "Adresse", "Kontrakt fra", "Husleie", "Merknad", "Kommune før", "Gradert adresse")
ROW = ("Omar Ali", "Storgata 5", "1.1.2024", 9500, None, None, None)


def a_list(**cells):
    """A list of one row, with these cells by their heading's first word in small letters."""
    return a_book(
        Ark1=[
            HEADINGS,
            [cells.get(words.split()[0].lower(), cell) for words, cell in zip(HEADINGS, ROW, strict=True)],
        ]
    )


def told(case, **cells):
    before = everything(case)
    outcome = brought(case, a_list(**cells))
    assert everything(case) == before
    ((row, column, words),) = said(outcome)
    assert row == 2
    return column, words, outcome.problems[0].question


SAYS_IT = (
    "kode 6", "Kode 7!", "kode6", "KODE: 7", "kode 6/7", "Obs: Kode\u00a06", "kode ６", "kode seks", "kode\u200b 7",
    "sperret adresse", "Sperra adresse", "adressen er sperret", "adresse sperret", "har adressesperre",
    "strengt fortrolig", "strengt fortruleg", "fortrolig adresse", "Fortruleg", "hemmelig adresse",
    "hemmeleg adresse", "adressa er hemmeleg", "skjermet", "Skjerma bustad", "gradert adresse", "SPSF", "spfo",
    "secret address", "protected address", "strictly confidential", "code 6", "hidden home address", "sperret",
    "anonym adresse", "ikke oppgi adresse!", "adressen må ikke gis ut", "konfidensiell adresse", "K7", "k 6",
)  # fmt: skip


@pytest.mark.parametrize("words", SAYS_IT)
def test_a_note_that_says_it_is_a_question_and_the_row_stays_out_until_it_is_answered(case, words):
    column, sentence, question = told(case, merknad=words)
    assert column == "Merknad"
    assert "«Gradert adresse»" in sentence
    assert "kode 6) føres ikke i Bolig" in sentence
    assert question.answers == (Answer.UNGRADED, Answer.LEAVE)
    content = a_list(merknad=words)
    assert brought(case, content, answers={question.key: Answer.LEAVE}).added == 0
    assert brought(case, content, answers={question.key: Answer.UNGRADED}).added == 5


@pytest.mark.parametrize(
    "words",
    [
        "nøkkelkode 67", "kode 6432 til porten", "dørkode 6", "kode 17", "kode 65", "postkode 7010",
        "gradert uføretrygd", "kontoen er sperret", "Skjermveien 6", "ny adresse fra 1. mai",
        "har ikke oppgitt telefon", "adressen må rettes", "Adresse: Lia 6",
        "hemmelighetsfull", "kodeks 6", "K67", "rom K6", "rom 6, kode i boks", "skjermer til PC",
    ],
)  # fmt: skip
def test_what_only_looks_like_it_comes_in_unasked(case, words):
    assert said(brought(case, a_list(merknad=words))) == []


def test_a_column_that_is_not_taken_in_says_it_as_well(case):
    column, _, question = told(case, kommune="Kode 6 der")
    assert (column, question.there) == ("Kommune før", "kode 6")
    rows = [["Navn", "Adresse", "Kontrakt fra", "Husleie", "Kode"], [*ROW[:4], 6], [*ROW[:4], 61]]
    assert [(row, column) for row, column, _ in said(brought(case, a_book(Ark1=rows[:2])))] == [(2, "Kode")]
    assert said(brought(case, a_book(Ark1=[rows[0], rows[2]]), dry_run=True)) == []
    rows[0][4], rows[1][4], rows[2][4] = "Hemmelig adresse?", "Lia 3", "nei"
    outcome = brought(case, a_book(Ark1=rows[:2]))
    assert "Lia" not in said(outcome)[0][2] + outcome.problems[0].question.there, "where it is, is not repeated"
    assert said(brought(case, a_book(Ark1=[rows[0], rows[2]]))) == []


@pytest.mark.parametrize("title", ["Kode 6 og 7", "Skjermede (kode 7)"])
def test_the_name_of_a_sheet_and_a_line_over_the_headings_say_it_of_every_row(case, title):
    for content in (
        a_book(**{title: [HEADINGS, ROW, ("Ida Berg", *ROW[1:])]}),
        a_book(Ark1=[[title], HEADINGS, ROW, ("Ida Berg", *ROW[1:])]),
    ):
        assert len(said(brought(case, content))) == 2
    assert brought(case, a_book(Ark1=[["Oversikt"], HEADINGS, ROW])).added == 5


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("navn", "Omar Ali strengt fortrolig"), ("navn", "Omar Ali - hemmelig adresse"), ("navn", "Skjermet"),
        ("navn", "Omar Ali (kode 7)"), ("adresse", "Kode 6"), ("adresse", "Hemmelig"), ("adresse", "Sperret, Lia 2"),
    ],
)  # fmt: skip
def test_in_the_place_of_a_name_or_an_address_it_is_refused_whatever_the_column_says(case, column, cell):
    for stated in (None, "Ingen", "Fortrolig (kode 7)"):
        heading, sentence, question = told(case, **{column: cell}, gradert=stated)
        assert heading.lower() == column
        assert "verken er et navn eller en adresse" in sentence
        assert question is None
    assert said(brought(case, a_list(navn="Zahra Hemmelig-Navnesen", adresse="Kodeveien 6"), dry_run=True)) == []
    assert said(brought(case, a_list(navn="Kåre Sperre", adresse="Verna 6"))) == []


@pytest.mark.parametrize(
    ("cell", "grading"),
    [
        ("7", Grading.CONFIDENTIAL), (7, Grading.CONFIDENTIAL), ("kode 7", Grading.CONFIDENTIAL),
        ("Fortruleg (kode 7)", Grading.CONFIDENTIAL), ("confidential (code 7)", Grading.CONFIDENTIAL),
        ("fortrolig adresse", Grading.CONFIDENTIAL), ("SPFO", Grading.CONFIDENTIAL), ("nei", Grading.NONE),
        ("Ingen", Grading.NONE), ("-", Grading.NONE),
    ],
)  # fmt: skip
def test_the_column_for_it_takes_the_words_people_use_and_speaks_for_the_row(case, cell, grading):
    assert said(brought(case, a_list(gradert=cell, merknad="kode 7"))) == []
    assert [one.grading for one in case.people.list()] == [grading]


@pytest.mark.parametrize("cell", ["ja", "x", "sperret adresse", "kode 6/7", "8", "ikke kode 7", "kode 7, ikke 6"])
def test_the_column_for_it_refuses_what_does_not_say_which(case, cell):
    assert told(case, gradert=cell)[0] == "Gradert adresse"


@pytest.mark.parametrize("cell", ["6", 6, "kode 6", "strengt fortruleg (kode 6)", "fortrolig, kode 6", "SPSF"])
def test_with_code_6_no_row_with_a_home_comes_in(case, cell):
    before = everything(case)
    assert said(brought(case, a_list(gradert=cell)))
    assert everything(case) == before


def test_code_6_beside_code_7_is_told(case):
    assert "kode 7): rett" in told(case, gradert="kode 7", merknad="strengt fortrolig!")[1]


def test_a_sheet_of_people_is_looked_through_too_and_so_is_a_new_row_of_our_own(case):
    content = a_book(Personer=[[*PEOPLE, "Merknad"], ["Omar", "Ali", None, None, "kode 7"]])
    assert [column for _, column, _ in said(brought(case, content))] == ["Merknad"]
    a_person(case, note="har kode 7 på døra")
    assert said(brought(case, exported(case))) == [], "what stands in the file has been written there"
    book = reading.read(content)
    pages = importing.understood(case, book)
    assert importing.bring_in(case, pages, LABELS, ours=True).problems
