"""A list never makes a second, open person of somebody shielded, however it spells them, and describes nobody."""

from datetime import date

import pytest

from bolig_desktop.exchange import importing, reading
from bolig_desktop.exchange.questions import Answer
from bolig_desktop.labels.every import LABELS
from build import a_household, a_person, a_shielded_household
from exchange.sheets_made import a_book, everything, said

HEADINGS = ("Navn", "Født", "Telefon", "Adresse", "Kontrakt fra", "Leie")


def brought(case, name, born=None, phone=None, **how):
    book = reading.read(a_book(Ark1=[HEADINGS, (name, born, phone, "Gjemmestien 7", "1.1.2024", 9500)]))
    return importing.bring_in(case, importing.understood(case, book), LABELS, **how)


@pytest.fixture
def shielded(case):
    return a_shielded_household(case, born_on=date(1985, 5, 5), phone="43 11 22 33")


SPELT = (
    ("ZAHRA HEMMELIG-NAVNESEN", None, None),
    ("Hemmelig-Navnesen Zahra", None, None), ("Zahra Navnesen", None, None), ("Zahra H. Navnesen", None, None),
    ("Sahra Hemmelig-Navnesen", None, None), ("Záhra Hemmelig-Navnesen", None, None), ("Zahra", None, None),
    ("Zara Hemmelig-Navnesen", "05.05.1986", None), ("Zahra Hemmeligsen", "05.05.1985", None),
    ("Sara Olsen", None, "+47 43112233"), ("Zahra Hemmeligsen", "05.05.1985", "43 11 22 33"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "born", "phone"), SPELT)
def test_who_may_be_shielded_is_asked_about_and_not_described(case, shielded, name, born, phone):
    before = everything(case)
    outcome = brought(case, name, born, phone)
    questions = {one.question for one in outcome.problems}
    assert len(questions) == 1 and None not in questions
    assert everything(case) == before
    told = [*(words for _, _, words in said(outcome)), *(one.there for one in questions)]
    assert not any(
        word in line for line in told for word in ("Hemmelig-Navnesen", "43 11 22 33", "1985", "Gjemmestien")
    )
    key = outcome.problems[0].question.key
    same = brought(case, name, born, phone, answers={key: Answer.SAME})
    assert (said(same), same.added_by["people"]) == ([], 0)
    assert [one.household_id for one in case.tenancies.list()] == [shielded.id]


@pytest.mark.parametrize("name", ["Fam. Hemmelig-Navnesen", "familien Navnesen", "Fam. Hemelig-Navnesen"])
def test_a_family_called_like_somebody_shielded_is_asked_about(case, shielded, name):
    before = everything(case)
    outcome = brought(case, name)
    ((row, column, words),) = said(outcome)
    assert (row, column) == (2, "Navn")
    assert "Zahra" not in words
    assert everything(case) == before
    key = outcome.problems[0].question.key
    assert brought(case, name, answers={key: Answer.LEAVE}).added == 0
    assert brought(case, name, answers={key: Answer.NEW}).added_by["households"] == 1
    case.undo_last()
    assert said(brought(case, "familien Olsen")) == []


@pytest.mark.parametrize(
    ("name", "born"), [("Zahra Olsen", None), ("Sara Hansen", "05.05.1985"), ("Omar Navnesen", "1.1.1990")]
)
def test_somebody_else_is_not_taken_for_the_shielded(case, shielded, name, born):
    assert said(brought(case, name, born)) == []


def test_who_is_not_shielded_is_asked_about_by_name_and_year(case):
    a_household(case, a_person(case, given_name="Zahra", family_name="Hemmelig-Navnesen", born_on=date(1985, 5, 5)))
    assert said(brought(case, "Zahra Hemmelig-Navnesen", "06.05.1986", dry_run=True)) == []
    assert "Zahra Hemmelig-Navnesen" in said(brought(case, "Zahra Hemmelig-Navnesen"))[0][2]
