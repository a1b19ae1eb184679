"""The recovery sheet: every letter over its number, what it is and where to keep it."""

from datetime import date

import pytest
from reading import letters, words

from bolig_desktop.documents.recovery_sheet import recovery_sheet
from bolig_desktop.security.sheet import sheet_text

SEED = bytes(range(16))


def a_sheet(language: str = "nb") -> bytes:
    return recovery_sheet(
        sheet_text(SEED), municipality="Nordvik kommune", unit="Flyktningtjenesten", made_on=date(2026, 11, 22),
        language=language,
    )  # fmt: skip


def test_every_letter_stands_over_its_number():
    said = letters(a_sheet())
    plain = sheet_text(SEED).replace("-", "")
    assert plain[:15] in said
    assert plain[15:] in said
    assert "".join(str(n) for n in range(1, 16)) in said
    assert "".join(str(n) for n in range(16, 31)) in said


@pytest.mark.parametrize(
    ("language", "wanted"),
    [
        ("nb", ["Nøkkelark", "selve nøkkelen", "I en låst skuff", "Ikke sammen med maskinen", "Bruk nøkkelarket"]),
        ("nn", ["Nøkkelark", "sjølve nøkkelen", "I ei låst skuff", "Ikkje saman med maskina", "Bruk nøkkelarket"]),
    ],
)
def test_it_says_what_it_is_and_where_to_keep_it(language, wanted):
    said = words(a_sheet(language))
    for phrase in [*wanted, "Nordvik kommune", "22. november 2026", "Side 1 av 1"]:
        assert phrase in said


def test_another_screen_language_gets_bokmal():
    assert "selve nøkkelen" in words(a_sheet("en"))


def test_same_key_same_bytes():
    assert a_sheet() == a_sheet()
