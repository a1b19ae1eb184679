"""Every letter in both languages: the same shape, every placeholder a fact, every fact of its own on the paper."""

import dataclasses
import re
import typing

import pytest
from letters import SUBJECTS
from test_paper_parity import BOKMAL_ONLY, NYNORSK_ONLY, shape

from bolig_desktop.documents import facts, kinds, letter, texts
from bolig_desktop.documents.letter_facts import LetterFacts

WHOLE = {kind.number: kind for kind in kinds.PAPERS if kind.number in SUBJECTS}
SECOND = {
    f"{number}, part two": dataclasses.replace(kind, template=kind.then)
    for number, kind in WHOLE.items()
    if kind.then
}
LETTERS = WHOLE | SECOND
# What only decides which words stand, or how the letter is addressed.
CONDITIONS = {
    "result", "appealed_on", "being_considered", "clause", "kind", "sort", "basis",
    "exception_family", "exception_others", "exception_absence", "to_bank", "to_guarantor", "granted",
    "other_address", "creditor_address", "same_bank", "address_to",
}  # fmt: skip
LAYOUT = {field.name for field in dataclasses.fields(LetterFacts)}


def facts_type(kind):
    return typing.get_type_hints(kind.gather)["return"]


def templates(kind):
    return [texts.template(kind.template, language) for language in texts.LANGUAGES]


def everything_said(template):
    said = [word.pattern for word in template.words.values()]
    for clause in template.all:
        said += [clause.heading.pattern, *(part.words.pattern for part in clause.parts)]
    return said


def test_every_paper_but_leases_and_protocols_is_a_letter_with_a_case_here():
    of_templates = {kind.number for kind in kinds.PAPERS if kind.compose is None}
    of_houses = {"D8-m", "D8-n", "D8-k", "D8-b"}  # in test_house_papers
    assert of_templates - set(WHOLE) == {"D1", "D1b", "D2", "D3", "D4"} | of_houses
    assert len({kind.name for kind in WHOLE.values()}) == len(WHOLE)


@pytest.mark.parametrize("number", sorted(LETTERS))
def test_both_languages_have_the_same_shape(number):
    nb, nn = templates(LETTERS[number])
    assert nb.version == nn.version
    assert {n: w.placeholders for n, w in nb.words.items()} == {n: w.placeholders for n, w in nn.words.items()}
    for group in ("facts", "clauses", "annexes", "to"):
        assert shape(getattr(nb, group)) == shape(getattr(nn, group))


@pytest.mark.parametrize("number", sorted(LETTERS))
def test_every_placeholder_and_condition_is_a_fact(number):
    known = {*facts.names(facts_type(LETTERS[number])), *letter.DERIVED}
    for template in templates(LETTERS[number]):
        assert template.names <= known


@pytest.mark.parametrize("number", sorted(LETTERS))
def test_every_fact_of_its_own_is_on_the_letter(number):
    own = {field.name for field in dataclasses.fields(facts_type(LETTERS[number]))} - LAYOUT
    for template in templates(LETTERS[number]):
        assert own - template.names <= CONDITIONS | SHARED.get(number, set())


# What a letter shares facts with another for, and does not say itself.
SHARED = {
    "D6": {"rent_nok", "bank"},
    "D7": {"rent_nok", "deposit_nok", "guarantee_nok", "ceiling_nok", "bank"},
    "D11a": {"rent_nok"},
    "D11b": {"handover_on"},
    "D17": {"about", "due_on"},
    "D18": {"about", "due_on"},
    "D15": {"about", "due_on"},
    "D16": {"about"},
    "D31": {"lines", "came_to"},  # drawn as tables
    "D31, part two": {"lines", "came_to", "deposit_nok", "guarantee_nok"},
    "D25": {"facts", "considerations", "content", "rules", "decided_by"},
}


@pytest.mark.parametrize("number", sorted(LETTERS))
def test_the_same_sections_of_law_are_named_in_both_languages(number):
    nb, nn = templates(LETTERS[number])
    sections = [[re.findall(r"§+ ?[\d-]+", text) for text in everything_said(t)] for t in (nb, nn)]
    assert sections[0] == sections[1]


@pytest.mark.parametrize("number", sorted(LETTERS))
@pytest.mark.parametrize(("at", "foreign"), [(1, BOKMAL_ONLY), (0, NYNORSK_ONLY)])
def test_no_word_of_the_other_written_form_has_slipped_in(number, at, foreign):
    for text in everything_said(templates(LETTERS[number])[at]):
        assert not re.search(foreign, text, re.IGNORECASE), text


@pytest.mark.parametrize("number", sorted(LETTERS))
def test_no_letter_names_the_old_conciliation_board(number):
    """HL-12-5: disputes over dwellings go to HTU, and forliksrådet cannot take them."""
    for template in templates(LETTERS[number]):
        assert not re.search("forlik", " ".join(everything_said(template)), re.IGNORECASE)
