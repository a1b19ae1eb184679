"""Names and addresses out of one cell, as people write them; what may be read in two ways is said, never guessed."""

import pytest

from bolig_desktop.exchange.addresses import address_in
from bolig_desktop.exchange.person_names import is_family, is_nobody, names_in, writes_last_first
from bolig_desktop.text.unreadable import Unreadable


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Selam", "Selam|"),
        ("Amina Warsame", "Amina|Warsame"),
        ("Warsame, Amina", "Amina|Warsame"),
        ("Tesfay, Selam Abrehet", "Selam Abrehet|Tesfay"),
        ("AMINA WARSAME", "Amina|Warsame"),
        ("WARSAME, AMINA", "Amina|Warsame"),
        ("WARSAME Amina", "Amina|Warsame"),
        ("Amina WARSAME", "Amina|Warsame"),
        ("BAKKE-ÅS ÅSHILD", "Bakke-Ås|Åshild"),
        ("Jan van der Berg", "Jan|van der Berg"),
        ("JAN VAN DER BERG", "Jan|van der Berg"),
        ("van der Berg, Jan Erik", "Jan Erik|van der Berg"),
        ("María de la Cruz", "María|de la Cruz"),
        ("Nguyen Van An", "Nguyen Van|An"),
        ("Mariam El Idrissi", "Mariam|El Idrissi"),
        ("Ahmed bin Saleh", "Ahmed|bin Saleh"),
        ("Yusuf Ibn Khalil", "Yusuf|Ibn Khalil"),
        ("Omar Abu Bakr", "Omar|Abu Bakr"),
        ("Abu Bakr Ahmed", "Abu Bakr|Ahmed"),
        ("MOHAMMED AL HASSAN", "Mohammed|Al Hassan"),
        ("Ali al-Hassan", "Ali|al-Hassan"),
        ("Abdi Mohamed Warsame Ali", "Abdi Mohamed Warsame|Ali"),
        ("Amina og Yusuf Warsame", "Amina|Warsame Yusuf|Warsame"),
        ("Amina & Yusuf Warsame", "Amina|Warsame Yusuf|Warsame"),
        ("Amina og Yusuf van Dam", "Amina|van Dam Yusuf|van Dam"),
        ("Warsame, Amina / Yusuf", "Amina|Warsame Yusuf|Warsame"),
        ("Warsame, Amina og Yusuf", "Amina|Warsame Yusuf|Warsame"),
        ("Warsame, Amina / Ali, Omar", "Amina|Warsame Omar|Ali"),
        ("Amina Warsame\n Yusuf Ali ", "Amina|Warsame Yusuf|Ali"),
        ("Ahmed Ali, Fatima Ali", "Ahmed|Ali Fatima|Ali"),
        ("Amina, Yusuf og Sara Warsame", "Amina|Warsame Yusuf|Warsame Sara|Warsame"),
        ("Ahmed Ali og Olena Koval", "Ahmed|Ali Olena|Koval"),
    ],
)
def test_names_are_parted(written, names):
    assert " ".join(f"{name.given}|{name.family}" for name in names_in(written)) == names


@pytest.mark.parametrize(
    "written", ["Ahmed Ali, Fatima", "Ahmed, Ali, Omar", "Garcia Lopez, Maria Jose", "Warsame Amina og Yusuf"]
)
def test_what_may_be_read_in_two_ways_is_not_parted(written):
    with pytest.raises(Unreadable, match="names_unclear"):
        names_in(written)


@pytest.mark.parametrize("written", ["Amina Warsame (4)", "Amina m/barn", "Amina Warsame + 3", "Amina og 2 barn"])
def test_what_is_more_than_a_name_is_no_name(written):
    with pytest.raises(Unreadable, match="more_than_names"):
        names_in(written)


def test_a_column_that_writes_the_family_name_first_settles_what_a_cell_does_not():
    column = ["Warsame, Amina", "Garcia Lopez, Maria Jose", "Koval, Olena", "Selam"]
    assert writes_last_first(column)
    assert names_in(column[1], last_first=True) == [("Maria Jose", "Garcia Lopez")]
    assert not writes_last_first([*column, "Ahmed Ali, Fatima Ali"])
    assert not writes_last_first(["Garcia Lopez, Maria Jose"])


def test_nobody_and_families():
    assert all(is_nobody(words) for words in ("", "Ledig", " LEDIG ", "tom", "-", "Ingen"))
    assert not is_nobody("Tomas")
    assert all(is_family(words) for words in ("familien Ali", "Fam. Warsame", "Familie Koval"))
    assert not is_family("Fama Diallo")


@pytest.mark.parametrize(
    ("written", "street", "rest"),
    [
        ("Storgata 14 B", "Storgata 14 B", {}),
        ("Storgata 14 B, H0201", "Storgata 14 B", {"unit_number": "H0201"}),
        ("Storgata 14 B h0201", "Storgata 14 B", {"unit_number": "H0201"}),
        ("Storgata 5, 8099 Nordvik", "Storgata 5", {"postcode": "8099", "city": "Nordvik"}),
        ("Storgata 5\n8099 Nordvik", "Storgata 5", {"postcode": "8099", "city": "Nordvik"}),
        ("Fjellgata 8, rom 3", "Fjellgata 8", {"name": "rom 3", "is_room": True}),
        ("Fjellgata 8 - hybel nr. 2", "Fjellgata 8", {"name": "hybel 2", "is_room": True}),
        ("Storgata 14, leil. 3", "Storgata 14", {"name": "leilighet 3"}),
        ("Storgata 5, 2. etg", "Storgata 5, 2. etg", {}),
        ("Kong Haakons vei 3 - 5", "Kong Haakons vei 3 - 5", {}),
        ("Romsdalsveien 8", "Romsdalsveien 8", {}),
    ],
)
def test_addresses_are_parted(written, street, rest):
    found = address_in(written)
    assert found == type(found)(street, **rest)
