"""Sentences: every code in every language with the same facts, and the way facts are shown."""

import re
import string
from datetime import date
from pathlib import Path

import pytest

import bolig_desktop
from bolig_desktop.errors import Problem
from bolig_desktop.text.languages import PAPER, SCREEN, babel_locale, language, norwegian_name
from bolig_desktop.text.sentences import LANGUAGES, problem_sentence, sentence, sentences


def _facts(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_all_languages_have_the_same_codes() -> None:
    assert LANGUAGES == SCREEN
    codes = {code: set(sentences(code)) for code in LANGUAGES}
    assert len(codes["nb"]) > 15
    assert codes["nn"] == codes["nb"]
    assert codes["en"] == codes["nb"]


@pytest.mark.parametrize("code", ["nn", "en"])
def test_a_sentence_names_the_same_facts_in_every_language(code: str) -> None:
    for name, text in sentences("nb").items():
        assert _facts(sentences(code)[name]) == _facts(text), name


_NAMES = ("count.", "part.", "agenda.status.", "figure_group.", "figure_unit.", "chart.", "year.")


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_sentence_is_written_out(code: str) -> None:
    for name, text in sentences(code).items():
        if name.startswith(_NAMES) or name.endswith((".title", ".short", ".name")):
            continue  # a part of a sentence, or words on a line of a list
        assert text == text.strip() and text.endswith((".", "?")), name
        assert text[0].isupper() or text[0] in "{«“§", name


def test_facts_are_shown_as_people_read_them() -> None:
    said = sentence("date.no_such_day_in_year", of_month=2, year="2026", days=28, suggestion=date(2026, 2, 28))
    assert said == "Datoen finnes ikke: februar 2026 har 28 dager. Mente du 28.02.2026?"
    assert "February 2026" in sentence(
        "date.no_such_day_in_year", "en", of_month=2, year="2026", days=28, suggestion=date(2026, 2, 28)
    )
    problem = Problem(field="rent_nok", code="money.too_large", facts={"most_nok": 1000})
    assert "1\u00a0000\u00a0kr" in problem_sentence(problem, "nn")


def test_things_are_counted_as_people_say_it() -> None:
    def said(language: str, *things: tuple[str, int]) -> str:
        return sentence("remove.in_use", language, things_counted=things)

    assert "fordi 1 leieavtale hører" in said("nb", ("lease", 1))
    assert "fordi 2 leieavtaler og 1 papir hører" in said("nb", ("lease", 2), ("paper", 1))
    assert "fordi 1 bustad, 3 målarar og 21 rom høyrer" in said("nn", ("dwelling", 1), ("meter", 3), ("room", 21))
    assert "to it: 1 household, 2 contacts and 1 key." in said("en", ("household", 1), ("contact", 2), ("key", 1))


def test_a_language_without_sentences_gets_bokmal() -> None:
    assert sentence("money.empty", "uk") == sentence("money.empty", "nb")


def test_a_fact_with_braces_is_shown_as_it_is() -> None:
    assert "{x}" in sentence("date.unreadable", example="{x}")


def test_a_missing_code_is_a_bug() -> None:
    with pytest.raises(KeyError):
        sentence("no.such.code")


def test_a_missing_fact_is_a_bug() -> None:
    with pytest.raises(KeyError):
        sentence("money.too_large")


def test_every_paper_language_is_known() -> None:
    assert " ".join(item.code for item in PAPER) == "nb nn en uk ru ar ti prs ps so sw kmr tr fr"
    assert {item.code for item in PAPER if item.rtl} == {"ar", "prs", "ps"}
    assert norwegian_name("ti") == "tigrinja"
    assert norwegian_name("xx") == "xx" and language("xx") is None
    assert babel_locale("prs") == "fa_AF" and babel_locale("xx") == "nb"


def test_every_code_in_the_program_has_a_sentence_and_every_rule_sentence_is_used() -> None:
    source = "\n".join(file.read_text("utf-8") for file in Path(bolig_desktop.__file__).parent.rglob("*.py"))
    topics = "tenancy|handover|person|member|household|contact|dwelling|key|meter|landlord|head_lease|identifier|date"
    used = set(re.findall(rf'"((?:{topics}|money|number|law)\.[a-z0-9_]+)"', source))
    known = {code for code in sentences("nb") if code.split(".")[0] in f"{topics}|money|number|law".split("|")}
    built = {"head_lease.ends_before_start", "head_lease.guarantee_ends_before_start"}
    built |= {"handover.smoke_alarms_ok", "handover.extinguisher_ok"}
    assert used - known == set()
    assert known - used - built == set()
