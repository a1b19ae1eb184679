"""Templates: bold and placeholders are read before facts are put in, and nothing is guessed."""

from datetime import date
from decimal import Decimal

import pytest

from bolig_desktop.documents import texts
from bolig_desktop.documents.lines import Run
from bolig_desktop.documents.texts import BLANK, BadTemplate, fill, parse


def plain(text: str, **facts: object) -> str:
    return "".join(run.text for run in fill(parse(text), facts, "nb"))


def test_bold_is_the_templates_alone():
    runs = fill(parse("**Hei {navn}** du"), {"navn": "**Ola** {x} <b>"}, "nb")
    assert runs == (
        Run("Hei ", "bold"),
        Run("**Ola** {x} <b>", "bold", True, "navn"),
        Run(" du", "regular"),
    )


@pytest.mark.parametrize(
    ("name", "value", "shown"),
    [
        ("day", date(2026, 12, 1), "1. desember 2026"),
        ("rent_nok", 9500, "9\u00a0500\u00a0kr"),
        ("rent_nok", 0, "0\u00a0kr"),
        ("rooms", 4, "4"),
        ("area", Decimal("11.5"), "11,5"),
        ("name", "  Ola  ", "Ola"),
        ("name", "", BLANK[0].text),
        ("name", "   ", BLANK[0].text),
        ("name", None, BLANK[0].text),
        ("ends_on", None, BLANK[0].text),
    ],
)
def test_facts_are_shown_as_people_write_them(name, value, shown):
    assert plain(f"x {{{name}}} y", **{name: value}) == f"x {shown} y"


def test_a_fact_there_is_none_of_is_our_own_bug():
    with pytest.raises(BadTemplate):
        plain("{nothing}")


def test_a_condition_has_no_words():
    with pytest.raises(BadTemplate):
        plain("{fixed}", fixed=True)


@pytest.mark.parametrize("text", ["**aldri lukket", "{Feil}", "{}", "en } brakett", "{a-b}"])
def test_a_template_written_wrongly_is_refused(text):
    with pytest.raises(BadTemplate):
        parse(text)


def test_lines_of_a_template_flow_together():
    assert plain("en\n  to\ntre") == "en to tre"


def a_clause(when=(), unless=(), parts=(("x", (), ()),)) -> texts.Clause:
    return texts.Clause(
        name="c",
        heading=parse("h"),
        when=frozenset(when),
        unless=frozenset(unless),
        rules=(),
        parts=tuple(
            texts.Part(words=parse(text), kind="text", when=frozenset(w), unless=frozenset(u)) for text, w, u in parts
        ),
    )


@pytest.mark.parametrize(
    ("when", "unless", "stands"),
    [((), (), True), (("yes",), (), True), (("no",), (), False), ((), ("yes",), False), ((), ("no",), True),
     (("yes", "no"), (), False), (("yes",), ("no",), True)],
)  # fmt: skip
def test_a_clause_stands_when_all_holds_and_nothing_rules_it_out(when, unless, stands):
    facts = {"yes": True, "no": False}
    assert bool(list(texts.standing([a_clause(when, unless)], facts))) is stands


def test_a_clause_with_no_part_left_falls_away():
    assert not list(texts.standing([a_clause(parts=(("x", ("no",), ()),))], {"no": ""}))


def test_a_condition_there_is_no_fact_for_is_our_own_bug():
    with pytest.raises(BadTemplate):
        list(texts.standing([a_clause(("nothing",))], {}))
