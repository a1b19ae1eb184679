"""A text names somebody however it is spelt and turned round, and does not by half a name or a street's."""

import pytest

from bolig_desktop.text.named import Name, is_named, may_be_named, name_of_household, name_of_person
from bolig_desktop.text.names import loose

SELAM = name_of_person("Selam Abrehet", "Tesfay-Håkonsen")


@pytest.mark.parametrize(
    "text",
    [
        "Reservert for Selam Tesfay-Håkonsen",
        "tesfay, selam",
        "SELAM ABREHET TESFAY HAAKONSEN",
        "Nøkkelen ligger hos Abrehet Håkonsen.",
        "Selam Tesfays nøkkel",
        "ring Sélam på mobil, Tesfay",
        "familien Tesfay flytter inn",
        "Fru Håkonsen",
        "linje en\nSelam\nTesfay",
    ],
)
def test_a_person_is_named(text):
    assert is_named(SELAM, text)
    assert may_be_named(SELAM, loose(text))


@pytest.mark.parametrize(
    "text",
    [
        "", "Selam", "Tesfay", "Selamawit Tesfayes", "husstand 12",
        "Selam bor i andre etasje, og vaktmesteren heter Tesfay", "Selams gate 3, ved Abrehetplassen",
    ],
)  # fmt: skip
def test_half_a_name_or_another_is_not(text):
    assert not is_named(SELAM, text)


def test_particles_and_initials_tell_nobody_from_anybody():
    ali = name_of_person("Ali", "Al Hassan")
    assert is_named(ali, "Ali Hassan") and not is_named(ali, "Ali al Ahmad")
    assert not is_named(name_of_person("A", "B Berg"), "a b c")


def test_one_who_has_one_name_is_named_by_it():
    assert is_named(name_of_person("Zahra", ""), "Hos Zahra.") and not is_named(name_of_person("", "Zahra"), "Zahran")
    assert name_of_person("", "") == Name() and not may_be_named(Name(), "noe")


@pytest.mark.parametrize("name", ["", "Husstand 12", "husstanden", "Familien", "12"])
def test_a_household_called_by_its_number_has_no_name(name):
    assert name_of_household(name) == Name()
    assert not is_named(name_of_household(name), "Reservert for husstand 12, familien")


def test_a_household_is_named_as_it_stands():
    vaxholm = name_of_household("Familien Vaxholm")
    assert is_named(vaxholm, "til familien Vaxholms ankomst") and not is_named(vaxholm, "Vaxholm")
