"""Text files from Windows, DOS and the Mac come in with their letters right or not at all; rents are for a month."""

import pytest
from sheets_made import a_book, brought, said

from bolig_desktop.errors import Refused
from bolig_desktop.exchange import reading
from bolig_desktop.text.sentences import problem_sentence

LIST = "Navn;Adresse;Kontrakt fra;Leie\r\n{name};{street};1.1.2024;9500\r\n"
CODINGS = ("utf-8", "utf-8-sig", "utf-16", "cp1252", "cp865", "cp850", "mac_roman")


@pytest.mark.parametrize("coding", CODINGS)
@pytest.mark.parametrize(
    ("name", "street"),
    [
        ("Åse Ærlig Øyå", "Øvre Strandgate 3"), ("Kåre Bråten", "Lia 2"), ("Bjørn Sæther", "Lia 2"),
        ("ÅSE BRÅTEN", "STØVLEVEGEN 3"), ("Aud Øygard", "Lia 2"), ("Zoë Müller", "Lia 2"), ("André Næss", "Lia 2"),
    ],
)  # fmt: skip
def test_the_letters_of_a_file_tell_its_coding(coding, name, street):
    cells = reading.read(LIST.format(name=name, street=street).encode(coding)).pages[0].lines[1].cells
    if coding in ("cp865", "cp850", "mac_roman") and name == "Zoë Müller":
        assert cells[0].startswith("Zo"), "no letter of ours tells it"
        return
    assert cells[:2] == (name, street)


@pytest.mark.parametrize("name", [b"Omar \xb0\xb1\xb2 Ali", b"Omar \xfe\xff\xaf\xa4 Ali"])
def test_a_file_whose_letters_are_none_is_refused_with_what_to_do(name):
    content = LIST.encode().replace(b"{name}", name).replace(b"{street}", b"Lia 2")
    with pytest.raises(Refused) as refused:
        reading.read(content)
    assert "CSV UTF-8" in problem_sentence(refused.value.problems[0])


RENTS = (
    "9500 kr/mnd", "9 500 kr pr. mnd", "9 500,- pr mnd", "kr 9.500,- per måned", "9500,-/mnd.", "9500/md",
    "9 500 kr i måneden", "9500 per month", "9500 pr månad", "9500kr/mnd",
)  # fmt: skip


def a_rent(cell):
    return a_book(Ark1=[("Navn", "Adresse", "Kontrakt fra", "Leie"), ("Omar Ali", "Lia 2", "1.1.2024", cell)])


@pytest.mark.parametrize("cell", RENTS)
def test_a_rent_may_say_that_it_is_for_a_month(case, cell):
    assert said(brought(case, a_rent(cell))) == []
    assert [one.rent_nok for one in case.tenancies.list()] == [9500]


@pytest.mark.parametrize("cell", ["9500 kr/uke", "114 000 kr/år", "9500 + strøm", "kr/mnd", "mnd", "ca 9500 pr mnd"])
def test_a_rent_that_is_for_another_time_or_no_sum_is_refused_with_what_stands_there(case, cell):
    ((row, column, words),) = said(brought(case, a_rent(cell)))
    assert (row, column) == (2, "Leie")
    assert cell in words
