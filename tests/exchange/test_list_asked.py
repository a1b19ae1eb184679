"""What a list of hers leaves open is asked about, and what cannot be is told in its row and its column."""

from datetime import date

import pytest
from lists_made import FULL, HEADINGS, a_list, a_row, in_file
from sheets_made import brought, everything, said

from bolig_desktop.exchange.questions import Answer
from build import a_dwelling, a_household, a_person, a_shielded_household


def test_people_of_different_families_are_asked_about_and_come_in_when_it_is_said(case):
    content = a_list(
        a_row(navn="Ahmed Ali / Olena Koval", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024")
    )
    outcome = brought(case, content)
    ((row, column, words),) = said(outcome)
    assert (row, column) == (2, "Navn")
    assert "én husstand" in words
    assert in_file(case)["people"] == 0
    question = outcome.problems[0].question
    assert question.answers == (Answer.TOGETHER, Answer.LEAVE), "what the window offers as buttons"
    assert brought(case, content, answers={question.key: Answer.LEAVE}).added == 0
    outcome = brought(case, content, answers={question.key: Answer.TOGETHER})
    assert (said(outcome), in_file(case)["households"]) == ([], 1)


def test_two_tenants_in_numbered_columns_are_asked_about(case):
    headings = ("Leietaker 1", "Leietaker 2", "Adresse", "Husleie", "Kontrakt fra")
    row = ("Amina Hassan", "Yusuf Warsame", "Storgata 5", 9500, "1.1.2024")
    assert [(row, column) for row, column, _ in said(brought(case, a_list(row, headings=headings)))] == [
        (2, "Leietaker 2")
    ]


def test_a_lease_of_one_who_lives_there_still_is_told_by_the_forms_own_rule(case):
    rows = [
        a_row(navn="Amina Warsame", adresse="Storgata 5", husleie=9000, kontrakt_fra="1.1.2020"),
        a_row(navn="Olena Koval", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2023"),
    ]
    ((row, column, words),) = said(brought(case, a_list(*rows)))
    assert (row, column) == (3, "Kontrakt fra")
    assert "allerede leid ut" in words
    assert in_file(case)["dwellings"] == 0


def test_a_problem_names_the_row_and_the_column_of_the_list_and_nothing_comes_in(case):
    rows = [
        FULL,
        a_row(
            navn="Olena Koval", fødselsdato="31.11.1990", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024"
        ),
        a_row(navn="Ahmed Ali", adresse="Storgata 7", husleie="elleve", kontrakt_fra="1.1.2024"),
        a_row(
            navn="Sara Haile", adresse="Storgata 9", husleie=9500, kontrakt_fra="1.1.2024", kontrakt_til="1.1.2023"
        ),
        a_row(navn="Ahmed, Ali, Omar", adresse="Storgata 11", husleie=9500, kontrakt_fra="1.1.2024"),
        a_row(navn="Omar Abdi", adresse="Storgata 13", husleie=9500, kontrakt_fra="1.1.2024", depositum=90000),
    ]
    before = everything(case)
    told = [(row, column) for row, column, _ in said(brought(case, a_list(*rows)))]
    assert told == [
        (3, "Fødselsdato"), (4, "Husleie"), (5, "Kontrakt til"), (6, "Navn"), (7, "Depositum"),
    ]  # fmt: skip
    assert everything(case) == before


def test_somebody_in_two_rows_is_one_person_where_that_is_sure_and_asked_about_where_not(case):
    moved = {"husleie": 9500, "adresse": "Storgata 5", "kontrakt_fra": "1.1.2024"}
    waits = {"navn": "Amina Warsame", "antall_personer": 1}
    sure = [a_row(**waits, fødselsdato="1.2.1988", telefon="41000000"), a_row(**waits, fødselsdato="1.2.88", **moved)]
    assert said(brought(case, a_list(*sure), dry_run=True)) == []
    unsure = [a_row(**waits), a_row(**waits, **moved)]
    outcome = brought(case, a_list(*unsure))
    ((row, column, words),) = said(outcome)
    assert (row, column) == (3, "Navn")
    assert "rad 2" in words
    question = outcome.problems[0].question
    for answer, people in ((Answer.SAME, 1), (Answer.NEW, 2)):
        assert (
            brought(case, a_list(*unsure), answers={question.key: answer}, dry_run=True).added_by["people"] == people
        )
    told_apart = [a_row(**waits, fødselsdato="1.2.1988"), a_row(**waits, fødselsdato="1.2.1999", **moved)]
    assert brought(case, a_list(*told_apart)).added_by["people"] == 2


def test_homes_without_an_address_are_told_each_in_its_row(case):
    rows = [a_row(navn=f"Amina {name}", fødselsdato="1.2.1988", type_bolig="Hus") for name in ("Ali", "Koval")]
    told = said(brought(case, a_list(*rows)))
    assert {(row, column) for row, column, _ in told} == {(2, "Adresse"), (3, "Adresse")}


def test_rows_that_contradict_each_other_are_told(case):
    facts = {"husleie": 9500, "navn": "Amina Warsame", "fødselsdato": "1.2.1988", "kontrakt_fra": "1.1.2024"}
    rows = [
        a_row(adresse="Storgata 5", telefon="41000000", type_bolig="Hus", **facts),
        a_row(navn="Amina Warsame", fødselsdato="1.2.1988", telefon="41000001"),
        a_row(adresse="Storgata 5", type_bolig="Leilighet"),
    ]
    told = said(brought(case, a_list(*rows)))
    assert [(row, column) for row, column, _ in told] == [(3, "Telefon"), (4, "Type bolig")]
    assert "rad 2" in told[0][2]


def test_who_stands_there_already_is_asked_about_and_answers_hold(case):
    known = a_person(case, given_name="Amina", family_name="Varsame", born_on=date(1988, 2, 1), phone="49000000")
    household = a_household(case, known)
    outcome = brought(case, a_list(FULL))
    assert {(row, column) for row, column, _ in said(outcome)} == {(2, "Navn"), (2, "Telefon")}
    (question,) = {one.question for one in outcome.problems}
    assert "Amina Varsame" in question.there
    assert "49000000" in question.there
    same = brought(case, a_list(FULL), answers={question.key: Answer.SAME})
    assert (said(same), same.added_by["people"], same.added_by["households"]) == ([], 0, 0)
    assert case.tenancies.list()[0].household_id == household.id
    assert case.people.get(known.id) == known
    case.undo_last()
    assert brought(case, a_list(FULL), answers={question.key: Answer.NEW}).added_by["people"] == 1


def test_a_name_alone_may_be_a_heading_between_the_rows_and_is_asked_about(case):
    content = a_list(a_row(navn="Bofellesskapet i nord"), FULL)
    outcome = brought(case, content)
    ((row, column, _),) = said(outcome)
    assert (row, column) == (2, "Navn")
    key = outcome.problems[0].question.key
    assert brought(case, content, answers={key: Answer.NEW}, dry_run=True).added_by["people"] == 2
    assert brought(case, content, answers={key: Answer.LEAVE}).added_by["people"] == 1


def test_the_sum_under_a_column_is_told_and_can_be_left_out(case):
    content = a_list(FULL, a_row(husleie="9 500"))
    outcome = brought(case, content)
    assert [(row, column) for row, column, _ in said(outcome)] == [(3, "")]
    key = outcome.problems[0].question.key
    assert brought(case, content, answers={key: Answer.LEAVE}).added == 5


def test_a_home_that_may_be_one_here_with_a_unit_is_told(case):
    home = a_dwelling(case, street="Storgata 5", unit_number="H0101")
    row = a_row(navn="Amina Warsame", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024")
    ((place, column, words),) = said(brought(case, a_list(row)))
    assert (place, column) == (2, "Adresse")
    assert "Storgata 5, H0101" in words
    row[3] = "Storgata 5 H0101"
    assert said(brought(case, a_list(row))) == []
    assert case.tenancies.list()[0].dwelling_id == home.id
    row[0], row[3] = "Olena Koval", "Storgata 5, H0102"
    assert said(brought(case, a_list(row))) == [], "another unit is another home"


def test_a_name_that_sounds_alike_is_asked_about_with_who_it_may_be(case):
    a_household(case, a_person(case, given_name="Mohammed", family_name="Ali", born_on=date(1988, 5, 6)))
    row = a_row(navn="Muhamad Ali", fødselsdato="1.2.1988", adresse="Storgata 5", husleie=1, kontrakt_fra="1.1.2024")
    ((place, column, words),) = said(brought(case, a_list(row)))
    assert (place, column) == (2, "Navn")
    assert "Mohammed Ali" in words
    row[1] = "1.2.1999"
    assert said(brought(case, a_list(row))) == [], "born in another year, so somebody else"


@pytest.mark.parametrize(
    ("there", "written", "is_asked"),
    [
        (date(1985, 5, 5), "05.05.1986", True),  # a year mistyped
        (date(1985, 5, 5), "06.05.1985", True),  # a day mistyped
        (date(1985, 5, 5), "06.05.1986", False),
        (date(1985, 1, 1), "01.01.1986", False),  # written for many of whom only the year is known
        (date(1985, 1, 1), "02.01.1985", True),
    ],
)
def test_a_birth_date_that_differs_in_one_thing_may_be_mistyped(case, there, written, is_asked):
    a_household(case, a_person(case, given_name="Amina", family_name="Warsame", born_on=there))
    row = a_row(
        navn="Amina Warsame", fødselsdato=written, adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024"
    )
    outcome = brought(case, a_list(row))
    assert [one.question is not None for one in outcome.problems] == ([True] if is_asked else [])


def test_a_name_alone_is_not_taken_for_somebody_told_apart_by_more(case):
    a_household(case, a_person(case, given_name="Amina", family_name="Warsame", born_on=date(1990, 1, 2)))
    row = a_row(navn="Amina Warsame", adresse="Storgata 5", husleie=9500, kontrakt_fra="1.1.2024")
    outcome = brought(case, a_list(row))
    assert [one.question is not None for one in outcome.problems] == [True]
    key = outcome.problems[0].question.key
    assert said(brought(case, a_list(row), skip_known=True)), "nor where what stands there is to stay as it is"
    assert brought(case, a_list(row), answers={key: Answer.SAME}).added_by == {"dwellings": 1, "tenancies": 1}


def test_nobody_shielded_is_described_in_a_question(case):
    a_shielded_household(case, born_on=date(1988, 2, 1), given_name="Amina", family_name="Warsame", phone="49000000")
    outcome = brought(case, a_list(FULL))
    questions = {one.question for one in outcome.problems if one.question}
    assert questions
    assert all("49000000" not in question.there and "Amina" not in question.there for question in questions)


def test_with_code_6_no_list_lets_a_home_to_anybody(case):
    content = a_list([*FULL, "kode 6"], headings=[*HEADINGS, "Gradert adresse"])
    before = everything(case)
    assert said(brought(case, content))
    content = a_list([*FULL, "Strengt fortrolig (kode 6)"], headings=[*HEADINGS, "Gradert adresse"])
    assert said(brought(case, content))
    assert everything(case) == before
