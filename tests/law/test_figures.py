"""The figures by name (law.md § 9): every shipped row is known; a value is read, written and typed by its sort."""

from datetime import date
from decimal import Decimal

import pytest

from bolig_desktop.law import figures, parameters
from bolig_desktop.law.arguments import takes_own
from bolig_desktop.law.figures import FIGURES, Sort
from bolig_desktop.law.questions import QUESTIONS
from bolig_desktop.text.sentences import LANGUAGES, sentence, sentences
from bolig_desktop.text.unreadable import Unreadable

TODAY = date(2026, 11, 22)


def test_every_shipped_row_is_a_figure_with_a_name_in_every_language() -> None:
    assert {row.name for row in parameters.shipped()} == set(FIGURES)
    for language in LANGUAGES:
        assert {f"parameter.{name}.title" for name in FIGURES} <= set(sentences(language))
        assert {f"parameter.group_{group}.title" for group in figures.Group} <= set(sentences(language))
        assert {f"parameter.unit_{figure.unit}.short" for figure in FIGURES.values()} <= set(sentences(language))


def test_every_shipped_value_is_of_its_sort_and_comes_back_as_it_was_written() -> None:
    for row in parameters.shipped():
        if row.value is not None:
            assert figures.read(FIGURES[row.name].sort, figures.written(row.value)) == row.value, row.name


def test_the_rules_that_rest_on_figures_are_those_that_take_rows_of_ones_own() -> None:
    assert set(figures.BEHIND) == {id for id, forms in QUESTIONS.items() if any(map(takes_own, forms))}
    assert {name for names in figures.BEHIND.values() for name in names} <= set(FIGURES)


@pytest.mark.parametrize(
    ("sort", "typed", "kept", "value"),
    [
        (Sort.PERCENT, "73,7 %", "73.7", Decimal("73.7")),
        (Sort.PERCENT, "0", "0", Decimal(0)),
        (Sort.PERCENT, "100 prosent", "100", Decimal(100)),
        (Sort.KRONER, "92 234 kr", "92234", Decimal(92_234)),
        (Sort.KRONER, "0", "0", Decimal(0)),
        (Sort.DAYS, "365", "365", Decimal(365)),
        (Sort.DAY_OF_MONTH, "1", "1", Decimal(1)),
        (Sort.DAY_OF_MONTH, "28.", "28", Decimal(28)),
        (Sort.DAY, "1.7.27", "2027-07-01", date(2027, 7, 1)),
        (Sort.DAY_OF_YEAR, "15.2", "02-15", "02-15"),
        (Sort.DAY_OF_YEAR, "15. februar", "02-15", "02-15"),
        (Sort.DAY_OF_YEAR, "28.2", "02-28", "02-28"),
        (Sort.REMAINDERS, "0, 1, 2 og 3", "0123", "0123"),
        (Sort.TABLE, "14 700", "14700", "14700"),
        (Sort.BASE, "2025 = 100", "2025=100", "2025=100"),
    ],
)
def test_what_is_typed_is_kept_one_way(sort: Sort, typed: str, kept: str, value: object) -> None:
    assert figures.typed(sort, typed, TODAY) == kept
    assert figures.read(sort, kept) == value


@pytest.mark.parametrize(
    ("sort", "typed"),
    [
        (Sort.PERCENT, "100,1"), (Sort.PERCENT, "-1"), (Sort.PERCENT, "mye"), (Sort.PERCENT, "1,00001"),
        (Sort.KRONER, "61,50"), (Sort.KRONER, "100000000"), (Sort.KRONER, "-1"),
        (Sort.DAYS, "366"), (Sort.DAYS, "3,5"), (Sort.DAYS, "tre"),
        (Sort.DAY_OF_MONTH, "0"), (Sort.DAY_OF_MONTH, "29"), (Sort.DAY_OF_MONTH, "25 februar"),
        (Sort.DAY, "31.2.2027"), (Sort.DAY, "snart"),
        (Sort.DAY_OF_YEAR, "29.2"), (Sort.DAY_OF_YEAR, "30.2"), (Sort.DAY_OF_YEAR, "februar"),
        (Sort.REMAINDERS, "123"), (Sort.REMAINDERS, "null"),
        (Sort.TABLE, "1470"), (Sort.TABLE, "147000"), (Sort.BASE, "2025"), (Sort.BASE, "2025=10"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused_with_a_sentence(sort: Sort, typed: str) -> None:
    with pytest.raises(Unreadable) as wrong:
        figures.typed(sort, typed, TODAY)
    for language in LANGUAGES:
        assert "{" not in sentence(wrong.value.code, language, **wrong.value.facts)


@pytest.mark.parametrize("sort", list(Sort))
@pytest.mark.parametrize(
    "text", ["", " ", "x", "02-29", "0000-00-00", "²", "1e3", "9" * 40, "2027-13-01", "-1", "1899-12-31"]
)
def test_no_odd_text_in_the_file_is_a_value(sort: Sort, text: str) -> None:
    assert figures.read(sort, text) is None
