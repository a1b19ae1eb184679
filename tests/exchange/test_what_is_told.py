"""What is told of a row that stands there with something else, and of a page nobody can be sure of."""

from datetime import date

import pytest
from sheets_made import a_book, brought, said

from bolig_desktop.exchange import reading
from bolig_desktop.exchange.mapping import mapped
from bolig_desktop.exchange.sheets import readable_sheets
from build import a_household, a_person, a_shielded_household

HEADINGS = ("Navn", "Født", "Telefon", "Adresse", "Kontrakt fra", "Leie")
OMAR = ("Omar Ali", "1.2.1970", "41000000", "Storgata 5", "1.1.2024", 9500)


def test_what_differs_is_told_with_what_stands_in_both(case):
    brought(case, a_book(Ark1=[HEADINGS, OMAR]))
    ((_, column, words),) = said(brought(case, a_book(Ark1=[HEADINGS, (*OMAR[:5], 9800)])))
    assert column == "Leie"
    assert "Her står «9800»." in words and "nr 1, med «9500» her" in words
    ((_, column, words),) = said(brought(case, a_book(Ark1=[HEADINGS, (*OMAR[:2], "42000000", *OMAR[3:])])))
    assert (column, "«42000000»" in words, "«41000000»" in words) == ("Telefon", True, True)


def test_what_differs_from_somebody_shielded_is_not_told(case):
    a_shielded_household(case, given_name="Omar", family_name="Ali", born_on=date(1970, 2, 1), phone="43112233")
    told = str(said(brought(case, a_book(Ark1=[HEADINGS, OMAR]))))
    assert "noe annet her" in told
    assert "43112233" not in told


def test_what_the_file_lacks_is_told_and_not_passed_over(case):
    a_household(case, a_person(case, given_name="Omar", family_name="Ali", born_on=date(1970, 2, 1), phone=""))
    assert "noe annet her" in str(said(brought(case, a_book(Ark1=[HEADINGS, OMAR]))))


@pytest.mark.parametrize(
    ("headings", "topic"),
    [
        (("Leietaker", "Adresse", "Leie pr. mnd inkl. strøm", "Kontraktsperiode", "Kom."), None),
        (("Leietaker", "Adresse", "Noe", "Kom."), None),
        (("Leietaker", "Adresse", "Leie pr. mnd", "Kontraktsperiode", "Kom."), "tenancy_list"),
        (("Husstand", "Bolig", "Hvem klager", "Kom inn"), "complaints"),
    ],
)
def test_names_and_addresses_under_headings_nobody_knows_are_no_complaints(case, headings, topic):
    page = reading.read(a_book(Ark1=[headings, ["x"] * len(headings)])).pages[0]
    found = mapped(page, readable_sheets(case))
    assert (found and found.sheet.topic) == topic
