"""A bare number in a column of dates is a day only where it can be nothing else, and no day is counted from today."""

from datetime import date, datetime

import pytest
from sheets_made import a_book, brought, everything, said

HEADINGS = ("Navn", "Født", "Adresse", "Kontrakt fra", "Kontrakt til", "Leie")


def a_list(born="1.2.1970", starts="1.1.2024", ends=None):
    return a_book(Ark1=[HEADINGS, ("Omar Ali", born, "Storgata 5", starts, ends, 9500)])


NO_BIRTHS = (
    10170,  # 01.01.70 without its zero, and 4 November 1927 by Excel's count
    30170, 50585, 1988, 88, 38, 0, -3, 1011970,
    46500,  # 23 April 2027
    100585.5, 320185, 311313, 99999999, 123456789012,
)  # fmt: skip


@pytest.mark.parametrize("number", NO_BIRTHS)
def test_a_number_that_may_be_several_days_or_none_is_no_birth_date(case, number):
    before = everything(case)
    for cell in (number, str(number)):
        ((row, column, words),) = said(brought(case, a_list(born=cell)))
        assert (row, column) == (2, "Født")
        assert str(number) in words, "what stands in the cell"
    assert everything(case) == before


@pytest.mark.parametrize(
    ("cell", "born"),
    [
        (100585, date(1985, 5, 10)), (311299, date(1999, 12, 31)), (10051985, date(1985, 5, 10)),
        ("010170", date(1970, 1, 1)), ("01011970", date(1970, 1, 1)), (19850510, date(1985, 5, 10)),
        (32204, date(1988, 3, 2)),  # no day has a month 22
        (32204.5, date(1988, 3, 2)), (45000, date(2023, 3, 15)), (datetime(1927, 11, 4), date(1927, 11, 4)),
    ],
)  # fmt: skip
def test_a_number_that_can_be_one_day_only_is_that_birth_date(case, cell, born):
    assert said(brought(case, a_book(Ark1=[("Navn", "Født", "Tlf"), ("Omar Ali", cell, None)]))) == []
    assert [one.born_on for one in case.people.list()] == [born]


@pytest.mark.parametrize(
    "number",
    [11124, 2024, 36525, 51502, 40124, 50128, 320124],
)
def test_a_number_that_may_be_several_days_is_no_day_of_a_lease(case, number):
    ((_, column, words),) = said(brought(case, a_list(starts=number)))
    assert column == "Kontrakt fra"
    assert str(number) in words


@pytest.mark.parametrize(
    ("cell", "starts"),
    [
        (36526, date(2000, 1, 1)), (45231, date(2023, 11, 1)), ("45231", date(2023, 11, 1)),
        (311223, date(2023, 12, 31)), (51501, date(2040, 12, 31)),
    ],
)  # fmt: skip
def test_a_number_that_can_be_one_day_only_is_that_day_of_a_lease(case, cell, starts):
    assert said(brought(case, a_list(starts=cell))) == []
    assert [one.starts_on for one in case.tenancies.list()] == [starts]


@pytest.mark.parametrize("cell", ["+3 år", "om 2 år", "3 år", "24 mnd", "i morgen", "fredag", "for 2 uker siden"])
def test_no_day_is_counted_from_the_day_the_sheet_is_read(case, cell):
    ((row, column, words),) = said(brought(case, a_list(ends=cell)))
    assert (row, column) == (2, "Kontrakt til")
    assert f"«{cell}»" in words
    assert "skriv" in words.lower()
    assert said(brought(case, a_list(ends="1. mars 2028"))) == []


@pytest.mark.parametrize("cell", ["1.11", "31/10", "31.10.", "1. november"])
def test_a_day_without_its_year_is_told_as_that(case, cell):
    ((_, _, words),) = said(brought(case, a_list(starts=cell)))
    assert f"«{cell}» mangler årstall" in words


def test_a_sentence_about_a_cell_says_what_stands_in_it(case):
    content = a_book(Ark1=[HEADINGS, ("Omar Ali", "1.13.1988", "Storgata 5", "1.1.2024", None, "elleve tusen")])
    words = [sentence for _, _, sentence in said(brought(case, content))]
    assert [sentence.partition(". ")[0] for sentence in words] == ["Her står «1.13.1988»", "Her står «elleve tusen»"]
