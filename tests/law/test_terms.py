"""Shortest terms, the clock after expiry, and the six months' ceiling: both sides of every edge."""

from datetime import date, timedelta

import pytest

from bolig_desktop.law.sections import SOURCES, section
from bolig_desktop.law.terms import (
    Answer,
    after_expiry,
    deposit_ceiling,
    earliest_end,
    is_short,
    security_ceiling,
    shortest_term,
)
from bolig_desktop.text.sentences import LANGUAGES, sentence


@pytest.mark.parametrize(
    ("start", "earliest", "lives_in"),
    [
        (date(2023, 11, 1), date(2026, 10, 31), False),  # law.md example A
        (date(2026, 12, 1), date(2029, 11, 30), False),  # law.md example A, the new lease
        (date(2024, 2, 29), date(2027, 2, 28), False),  # clamped: the date itself
        (date(2024, 3, 1), date(2027, 2, 28), False),
        (date(2024, 2, 28), date(2027, 2, 27), False),
        (date(2025, 3, 1), date(2028, 2, 29), False),
        (date(2026, 1, 31), date(2029, 1, 30), False),
        (date(2026, 11, 15), date(2027, 11, 14), True),
        (date(2024, 2, 29), date(2025, 2, 28), True),
        (date(2023, 3, 1), date(2024, 2, 29), True),
    ],
)
def test_the_earliest_end_and_the_day_before_it(start: date, earliest: date, lives_in: bool) -> None:
    assert earliest_end(start, landlord_lives_in=lives_in) == earliest
    assert shortest_term(start, earliest, landlord_lives_in=lives_in).lawful is True
    assert shortest_term(start, earliest - timedelta(days=1), landlord_lives_in=lives_in).lawful is False


def test_an_indefinite_lease_is_never_short() -> None:
    assert shortest_term(date(2026, 1, 1)).lawful is True
    assert not is_short(date(2026, 1, 1), None)
    assert is_short(date(2026, 1, 1), date(2028, 12, 30))
    assert not is_short(date(2026, 1, 1), date(2028, 12, 31))


@pytest.mark.parametrize(
    ("end", "nominal", "act_by", "indefinite", "certain"),
    [  # law.md § 12 A and B
        (date(2026, 10, 31), date(2027, 1, 31), date(2027, 1, 29), date(2027, 2, 1), date(2027, 2, 2)),
        (date(2026, 8, 31), date(2026, 11, 30), date(2026, 11, 30), date(2026, 12, 1), date(2026, 12, 1)),
        (date(2026, 9, 30), date(2026, 12, 30), date(2026, 12, 30), date(2026, 12, 31), date(2026, 12, 31)),
        (date(2026, 11, 30), date(2027, 2, 28), date(2027, 2, 26), date(2027, 3, 1), date(2027, 3, 2)),
    ],
)
def test_the_three_months_after_expiry(
    end: date, nominal: date, act_by: date, indefinite: date, certain: date
) -> None:
    clock = after_expiry(end)
    assert (clock.nominal, clock.act_by) == (nominal, act_by)
    assert (clock.indefinite_from, clock.certain_from) == (indefinite, certain)


def test_the_deposit_is_at_most_six_rents() -> None:
    assert deposit_ceiling(9500).amount_nok == 57_000
    assert deposit_ceiling(9500, 57_000).lawful is True
    assert deposit_ceiling(9500, 57_001).lawful is False
    assert deposit_ceiling(0, 1).lawful is False
    assert deposit_ceiling(9500).section == "husleieloven § 3-5"


def test_deposit_and_guarantee_share_one_ceiling() -> None:
    assert security_ceiling(9500, deposit_nok=28_500, guarantee_nok=28_500).lawful is True
    assert security_ceiling(9500, deposit_nok=28_500, guarantee_nok=28_501).lawful is False
    assert security_ceiling(9500, deposit_nok=20_000).amount_nok == 37_000
    assert security_ceiling(9500, guarantee_nok=60_000).amount_nok == 0
    assert security_ceiling(9500).section == "husleieloven § 3-6"


@pytest.mark.parametrize(
    "answer",
    [shortest_term(date(2023, 11, 1)), deposit_ceiling(9500), security_ceiling(9500, deposit_nok=1)],
    ids=lambda answer: answer.rule,
)
def test_every_answer_has_its_sentence(answer: Answer) -> None:
    for language in LANGUAGES:
        assert "{" not in sentence(answer.code, language, **answer.facts)


def test_the_sentence_of_the_shortest_term() -> None:
    answer = shortest_term(date(2023, 11, 1))
    assert sentence(answer.code, **answer.facts) == (
        "En tidsbestemt leieavtale som starter 01.11.2023, må vare i minst 3 år: den kan tidligst slutte 31.10.2026."
    )


def test_sources_name_their_section() -> None:
    assert section("HL-9-2-3") == "husleieloven § 9-2 tredje ledd"
    assert all(source.certainty in "ABCM" for source in SOURCES.values())
    assert all(source.link.startswith("https://") for source in SOURCES.values() if source.certainty == "A")
    with pytest.raises(KeyError):
        section("HL-99")
