"""Rows that are nothing to bring in: sums with a word before them, and what stands blank for a graded address."""

from datetime import date

import pytest
from sheets_made import a_book, brought, cells_of, everything, exported, said

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.questions import Answer
from bolig_desktop.storage.file import open_in_memory
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy

HEADINGS = ("Navn", "Født", "Adresse", "Kontrakt fra", "Leie", "Antall personer", "Merknad")
OMAR = ("Omar Ali", "1.2.1970", "Storgata 5", "1.1.2024", 9500, 2, None)


@pytest.mark.parametrize(
    ("name", "at"),
    [
        ("Sum", None), ("SUM:", None), ("Totalt", None), ("I alt", None), ("Sum leie", None), ("Totalsum", None),
        ("Gjennomsnitt", None), ("Antall leietakere", None), ("Total", None), (None, "Sum"), ("Sum", "Sum"),
    ],
)  # fmt: skip
def test_a_sum_with_its_word_is_no_person_and_can_be_left_out(case, name, at):
    content = a_book(Ark1=[HEADINGS, OMAR, (name, None, at, None, 9500, 2, None)])
    before = everything(case)
    outcome = brought(case, content)
    ((row, _, words),) = said(outcome)
    assert row == 3
    assert f"«{name or at}» ser ut som en sum" in words
    assert everything(case) == before
    question = outcome.problems[0].question
    assert question.answers == (Answer.LEAVE,)
    assert brought(case, content, answers={question.key: Answer.LEAVE}).added == 5


@pytest.mark.parametrize(
    "row",
    [("Sum", "3.4.1980", None, None, None, 1, None), ("Sumaya Ali", None, "Lia 2", "1.1.2024", 1, 1, None),
     ("Total Hansen", None, "Lia 2", "1.1.2024", 1, 1, None), ("Ialtin Ali", None, None, None, None, 1, None)],
)  # fmt: skip
def test_somebody_with_such_a_name_is_somebody(case, row):
    assert said(brought(case, a_book(Ark1=[HEADINGS, OMAR, row]))) == []
    assert len(case.people.list()) == 2


def test_signs_nobody_sees_make_nobody_another(case):
    brought(case, a_book(Ark1=[HEADINGS, OMAR]))
    unseen = ("\u200bOmar\u00a0Al\u00adi\u200b", "1.2.1970", "Storgata\u00a05", *OMAR[3:])
    again = brought(case, a_book(Ark1=[HEADINGS, unseen]))
    assert (again.added, said(again)) == (0, [])


@pytest.fixture
def empty(case):
    made = CaseFile(open_in_memory(), clock=clock.fixed(case.clock()))
    a_municipality(made)
    return made


def test_what_stands_blank_for_a_graded_address_is_left_out_of_another_file_with_what_leads_to_it(case, empty):
    home = a_dwelling(case, street="Gjemmestien 7")
    household = a_shielded_household(case, born_on=date(1985, 5, 5))
    a_tenancy(case, household_id=household.id, dwelling_id=home.id)
    a_household(case, a_person(case, given_name="Omar", family_name="Ali"))
    content = exported(case)
    assert said(brought(case, content)) == [], "in its own file it is unchanged"
    before = everything(empty)
    outcome = brought(empty, content)
    sheets = sorted({one.sheet for one in outcome.problems})
    assert sheets == ["Husstander", "Leieforhold", "Medlemmer", "Personer"]
    assert all(one.question.answers == (Answer.LEAVE,) for one in outcome.problems)
    words = " ".join(sentence for _, _, sentence in said(outcome))
    assert "bruk en kopi av saksfilen" in words
    assert f"viser til nr {household.id} i arket «Husstander»" in words
    assert "Hemmelig" not in words and "Gjemmestien" not in words
    assert everything(empty) == before
    answers = {one.question.key: Answer.LEAVE for one in outcome.problems}
    assert said(brought(empty, content, answers=answers)) == []
    assert [one.name for one in empty.people.list()] == ["Omar Ali"]
    assert (len(empty.households.list()), empty.tenancies.list()) == (1, [])
    assert [one.street for one in empty.dwellings.list()] == ["Gjemmestien 7"]
    assert b"Hemmelig" not in exported(empty)
    assert not any("Hemmelig" in str(row) for rows in cells_of(exported(empty)).values() for row in rows)


def test_without_anybody_shielded_everything_comes_into_another_file(case, empty):
    a_tenancy(case)
    assert said(brought(empty, exported(case))) == []
    assert len(empty.tenancies.list()) == 1
