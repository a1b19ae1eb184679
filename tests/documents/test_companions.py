"""The page of plain words that goes with a lease or a letter, the guidance sheets and the notice of a visit."""

from datetime import date

import pdfa
import pytest
from guides import LANGUAGES, a_family, nordvik, pages_of, printed
from letters import SUBJECTS
from letters import nordvik as nordvik_of_letters

from bolig_desktop.documents import facts, kinds
from bolig_desktop.documents.guide import companion
from bolig_desktop.documents.guide.kinds import SHEET_KINDS
from bolig_desktop.documents.guide.layout import sections
from bolig_desktop.errors import Refused
from bolig_desktop.text.dates import long_date
from bolig_desktop.translations import shipped
from bolig_desktop.translations.rules import placeholders
from build import a_household, a_municipality, a_tenancy

EXPLAINED = {kind.number: kind for kind in kinds.PAPERS if kind.compose is None and companion.has(kind.template)}
LETTERS = sorted(set(EXPLAINED) & set(SUBJECTS))
READ_IN_ORDER = [code for code in LANGUAGES if code not in ("nn", "ar", "prs", "ps", "ti")]
QUICK = ("nn", "ar")
HOUSEHOLDS = {"tenancy", "decision", "matter", "household"}
WITHOUT_A_DEADLINE = {"D20", "D26", "D8-b"}
"""A list of what to enclose, an annex to a lease, an account: nothing in them runs out."""
NOT_TO_THE_TENANT = {"D6", "D7"}
"""The guarantee goes to the landlord, the claim on it to the bank or the guarantor."""


@pytest.fixture
def written(case):
    nordvik_of_letters(case)
    return case


def test_every_letter_to_the_household_has_one():
    letters = {kind.number for kind in kinds.PAPERS if kind.compose is None and kind.subject in HOUSEHOLDS} - {"D4"}
    assert letters - set(EXPLAINED) == NOT_TO_THE_TENANT | WITHOUT_A_DEADLINE


@pytest.mark.parametrize("number", LETTERS)
@pytest.mark.parametrize("language", QUICK)
def test_a_page_of_its_own(written, number, language):
    kind, subject_id = kinds.find(f"{EXPLAINED[number].name}-companion"), SUBJECTS[number](written)
    made = kinds.produce(written, kind, subject_id, language)
    assert pdfa.check(made.content) == []
    assert made.pages == 1
    text = "\n".join(pages_of(made.content))
    assert kinds.produce(written, EXPLAINED[number], subject_id, "nb").title in text, "whichever letter it was"
    assert "{" not in text and "____" not in text, "every fact it names is known"


@pytest.mark.parametrize("number", LETTERS)
@pytest.mark.parametrize("language", ["en", "ti", "uk"])
@pytest.mark.long
def test_a_page_of_its_own_in_some_other_language(written, number, language):
    test_a_page_of_its_own(written, number, language)


@pytest.mark.parametrize("number", LETTERS)
def test_every_fact_a_page_names_is_one_of_its_letter(number):
    kind = EXPLAINED[number]
    import typing

    known = {*facts.names(typing.get_type_hints(kind.gather)["return"]), "paper"}
    plan = next(plan for plan in sections("companions") if plan.name == kind.template)
    for topic in plan.topics:
        assert topic.when | topic.unless <= known
        for unit in topic.units:
            assert placeholders(shipped.texts("nb")[unit]) <= known, unit


@pytest.mark.parametrize("number", LETTERS)
def test_a_letter_in_another_language_is_the_norwegian_letter_with_its_page_behind(written, number):
    kind, subject_id = EXPLAINED[number], SUBJECTS[number](written)
    alone = kinds.produce(written, kind, subject_id)
    both = kinds.produce(written, kind, subject_id, "ar")
    assert pdfa.check(both.content) == []
    assert both.pages == alone.pages + 1
    assert (both.number, both.title, both.language) == (alone.number, alone.title, "ar")
    first = pages_of(both.content)
    assert first[: alone.pages] == pages_of(alone.content), "the letter itself is untouched"
    assert "Side 1 av 1" in first[-1]
    assert both.template.endswith(companion.VERSION)


@pytest.mark.parametrize("language", ["en", "uk", "fr", "kmr"])
def test_the_day_stands_in_the_readers_words(written, language):
    move = SUBJECTS["D11b"](written)
    text = printed(written, "request-to-move-companion", move, language)
    kind = kinds.find("D11b")
    day = kind.gather(written, kinds.subjects.find(written, "tenancy", move), written.clock()).move_by
    assert long_date(day, language) in text and long_date(day, "nb") in text


def test_the_page_of_the_lease_is_that_of_whichever_lease(case):
    nordvik(case)
    fixed = a_tenancy(case, starts_on=date(2027, 1, 1), ends_on=date(2029, 12, 31))
    open_ended = a_tenancy(case, starts_on=date(2027, 1, 1), ends_on=None)
    text = printed(case, "lease-companion", fixed.id, "en")
    assert "31 December 2029" in text and "9 500 kr" in text
    assert "Den slutter av seg selv" in text
    text = printed(case, "lease-companion", open_ended.id, "en")
    assert "Den slutter av seg selv" not in text and "sier den opp" in text


def test_an_eviction_notice_explains_its_own_basis(written):
    text = printed(written, "eviction-notice-companion", SUBJECTS["D17"](written), "en")
    assert ("Betal alt du skylder" in text) != ("Flytt ut og lever nøklene" in text)


@pytest.mark.parametrize("kind", SHEET_KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("language", ["prs", *(pytest.param(code, marks=pytest.mark.long) for code in ("nb", "uk"))])
def test_a_guidance_sheet(case, kind, language):
    nordvik(case)
    household = a_family(case)
    made = kinds.produce(case, kind, household, language)
    assert pdfa.check(made.content) == []
    assert made.pages <= 3
    text = "\n".join(pages_of(made.content))
    assert "Spørsmål og avtaler" in text
    assert made.edition == 0


def test_a_sheet_about_children_for_a_household_without_is_not_empty_of_everything(case):
    nordvik(case)
    household = a_household(case).id
    assert "Spørsmål og avtaler" in printed(case, "sheet-children", household, "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notice_of_a_visit(case, language):
    nordvik(case)
    made = kinds.produce(case, "visit-notice", a_family(case), language)
    assert pdfa.check(made.content) == []
    assert made.pages == 1
    text = "\n".join(pages_of(made.content))
    for words in ("Tilsyn", "husleieloven § 5-6", "Besøket er frivillig", "75 55 50 00"):
        assert words in text or language == "nn"
    if language in READ_IN_ORDER:
        assert shipped.texts(language)["visit_guidance"].split("\n")[0] in text


def test_nobody_there_is_said_in_a_sentence(case):
    nordvik(case)
    for paper in ("binder", "visit-notice", "sheet-fire"):
        with pytest.raises(Refused) as refused:
            kinds.produce(case, paper, 999)
        assert refused.value.problems[0].code == "paper.no_household"


def test_a_notice_without_a_phone_number_does_not_ask_to_be_rung(case):
    a_municipality(case, phone="")
    text = printed(case, "visit-notice", a_household(case).id, "nb")
    assert shipped.texts("nb")["visit_change_no_phone"].split("\n")[-1].replace("**", "") in text
