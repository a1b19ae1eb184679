"""What the law cannot be asked: one sentence in bokmål that says what is wrong and what would be right."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bolig_desktop.law.arguments import arguments_of
from bolig_desktop.law.asking import QUESTIONS, WrongQuestion, ask

WRONG = [
    ("HL-99", {}, "Regelen «HL-99» finnes ikke («bolig-desktop rule» viser alle)."),
    ("", {}, "finnes ikke"),
    ("HL-9-9", {"sent": "2026-11-22"}, "Regelen HL-9-9 har ingen dato og intet beløp å regne ut."),
    ("HL-9-3", {}, "Regelen HL-9-3 mangler start; skriv «start [end] [landlord_lives_in=yes]»."),
    ("HL-9-3", {"end": "2026-11-22"}, "mangler start;"),
    ("HL-9-3", {"start": "2026-11-22", "room": "yes"}, "kan ikke spørres med «room»; skriv «start [end]"),
    ("HL-9-3", {"start": "2026-11-22", "end": "2026-11-21"}, "end (21.11.2026) kan ikke være før start (22.11."),
    ("HL-9-3", {"start": "22.11.2026"}, "start må være en dato som 2026-11-22, ikke «22.11.2026»."),
    ("HL-9-3", {"start": "2026-02-29"}, "må være en dato"),
    ("HL-9-3", {"start": "20261122"}, "må være en dato"),
    ("HL-9-3", {"start": ""}, "må være en dato som 2026-11-22, ikke «»."),
    ("HL-9-3", {"start": "٢٠٢٦-١١-٢٢"}, "må være en dato"),
    ("HL-9-3", {"start": "1899-12-31"}, "start må ligge i årene 1900 til 2199."),
    ("HL-9-3", {"start": "2200-01-01"}, "start må ligge i årene 1900 til 2199."),
    ("HL-9-3", {"start": 5}, "må være en dato"),
    ("HL-9-3", {"start": "2026-11-22", "landlord_lives_in": "ja"}, "må være yes eller no, ikke «ja»."),
    ("HL-9-3", {"start": "x" * 5000}, "x…»."),
    ("HL-9-3", {"start": "a\nb"}, "«a b»."),
    ("HL-4-2", {"last_effect": "2025-11-01"}, "mangler received; skriv «last_effect received» eller «rent kpi"),
    ("HL-4-2", {"rent": "9500"}, "mangler kpi_a, kpi_b;"),
    ("HL-4-2", {"rent": "9500", "received": "2026-11-22"}, "hører ikke sammen for regelen HL-4-2; skriv"),
    ("HL-4-2", {"rent": "9500", "kpi_a": "0", "kpi_b": "1"}, "kpi_a må være et indekstall over 0"),
    ("HL-4-2", {"rent": "9500", "kpi_a": "-1", "kpi_b": "1"}, "kpi_a må være et indekstall over 0"),
    ("HL-4-2", {"rent": "9500", "kpi_a": "1e3", "kpi_b": "1"}, "kpi_a må være et indekstall over 0"),
    ("HL-4-2", {"rent": "9500", "kpi_a": "nan", "kpi_b": "1"}, "kpi_a må være et indekstall over 0"),
    ("HL-4-2", {"rent": "9500", "kpi_a": Decimal("NaN"), "kpi_b": "1"}, "kpi_a må være et indekstall over 0"),
    ("HL-4-2", {"rent": "9500", "kpi_a": True, "kpi_b": "1"}, "kpi_a må være et indekstall over 0"),
    ("HL-3-5a", {"rent": "9500.5"}, "rent må være et helt tall fra 0 til 99999999, ikke «9500.5»."),
    ("HL-3-5a", {"rent": "-1"}, "rent må være et helt tall"),
    ("HL-3-5a", {"rent": "100000000"}, "rent må være et helt tall"),
    ("HL-3-5a", {"rent": "9" * 5000}, "rent må være et helt tall"),
    ("HL-3-5a", {"rent": True}, "rent må være et helt tall"),
    ("HL-3-5a", {"deposit": "1"}, "mangler rent;"),
    ("HL-3-6", {"rent": "9500"}, "mangler deposit; skriv «rent deposit [guarantee]» eller «rent gua"),
    ("HL-4-3", {"last_effect": "2026-01-01"}, "mangler demand;"),
    ("IN-14", {"start": "2026-12-01", "goal": "x"}, "goal må være ett av part, full, trade, work, ikke «x»."),
    ("IN-14", {"start": "2026-12-01", "goal": "trade", "extended": "yes"}, "ta bort extended"),
    ("IN-20", {"g": "120000", "age": "25", "parents": "yes"}, "under 25 år; ta bort parents."),
    ("IN-TIL", {"settled": "2022-01-01", "year": "22"}, "year må være et helt tall fra 1900 til 2199"),
    ("HB-BO1", {"month": "12"}, "month må være en måned som 2026-12, ikke «12»."),
    ("HB-BO1", {"month": "2025-12"}, "Det som gjelder 01.12.2025, er ikke kjent, så svaret kan ikke regnes ut."),
    ("HB-BO2", {"persons": "0", "day": "2026-11-22"}, "persons må være et helt tall fra 1 til 99"),
    ("HB-BO2", {"persons": "1", "day": "2026-09-30"}, "er ikke kjent"),
    ("SI-RADON", {"start": "2026-12-01", "end": "2026-11-30"}, "kan ikke være før start"),
    ("BS-5", {"day": "2026-11-22"}, "kan ikke spørres med «day»"),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "arguments", "expected"), WRONG, ids=lambda part: str(part)[:50])
def test_a_wrong_question_is_told_in_one_sentence(rule: str, arguments: Any, expected: str) -> None:
    with pytest.raises(WrongQuestion) as refused:
        ask(rule, arguments)
    said = str(refused.value)
    assert expected in said
    assert said.endswith(".") and "\n" not in said and len(said) < 300


VALUES = st.one_of(st.text(max_size=12), st.integers(), st.booleans(), st.dates(), st.decimals(), st.none())


@given(st.sampled_from(sorted(QUESTIONS)), st.data())
def test_whatever_is_asked_there_is_an_answer_or_a_sentence(rule: str, data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(QUESTIONS[rule]))
    names = st.sampled_from([argument.name for argument in arguments_of(form)] or ["x"])
    given_arguments = data.draw(st.dictionaries(names, VALUES, max_size=6))
    try:
        assert ask(rule, given_arguments).sentences()
    except WrongQuestion as refused:
        assert str(refused).endswith(".")
        assert all(refused.args) and refused.code
