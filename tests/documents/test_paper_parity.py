"""Nothing falls between two languages: the same clauses, conditions and facts in bokmål and nynorsk."""

import ast
import dataclasses
import re
from pathlib import Path

import pytest

import bolig_desktop.documents
from bolig_desktop import paths
from bolig_desktop.documents import (
    facts,
    handover,
    house_papers,
    kinds,
    lease,
    letter,
    recovery_sheet,
    takeover,
    texts,
)
from bolig_desktop.documents.handover_facts import HandoverFacts
from bolig_desktop.documents.house_facts import AccountFacts, MinuteFacts, NeighbourFacts
from bolig_desktop.documents.lease_facts import LeaseFacts
from bolig_desktop.documents.takeover_facts import TakeoverFacts

KNOWN = {
    "lease": {*facts.names(LeaseFacts), *lease.DERIVED, "page", "pages"},
    "takeover": {*facts.names(TakeoverFacts), *takeover.DERIVED},
    "recovery_sheet": set(recovery_sheet.DERIVED),
    "handover": {*facts.names(HandoverFacts), *handover.DERIVED},
    "house_meeting": {*facts.names(MinuteFacts), *house_papers.DERIVED},
    "neighbour_letter": {*facts.names(NeighbourFacts), *house_papers.DERIVED},
    "house_account": {*facts.names(AccountFacts), *house_papers.DERIVED},
    "resident_account": {*facts.names(AccountFacts), *house_papers.DERIVED},
}
# What a lease's layout reads itself, and what only decides conditions built on it.
LAYOUT = {
    "sender", "tenant_facts", "printed_on", "case_number", "includes_heating", "includes_internet",
    "includes_furniture", "guarantee_kind", "short_of_law", "told_not_terminable", "head_open_ended",
}  # fmt: skip


def shape(clauses) -> list:
    return [
        (
            clause.name,
            clause.when,
            clause.unless,
            clause.rules,
            clause.heading.placeholders,
            [(part.kind, part.when, part.unless, part.words.placeholders) for part in clause.parts],
        )
        for clause in clauses
    ]


@pytest.mark.parametrize("paper", sorted(KNOWN))
def test_both_languages_have_the_same_shape(paper):
    nb, nn = (texts.template(paper, language) for language in texts.LANGUAGES)
    assert nb.version == nn.version
    assert {name: word.placeholders for name, word in nb.words.items()} == {
        name: word.placeholders for name, word in nn.words.items()
    }
    for group in ("facts", "clauses", "annexes"):
        assert shape(getattr(nb, group)) == shape(getattr(nn, group))


@pytest.mark.parametrize("language", texts.LANGUAGES)
@pytest.mark.parametrize("paper", sorted(KNOWN))
def test_every_placeholder_and_condition_is_a_fact(paper, language):
    assert texts.template(paper, language).names <= KNOWN[paper]


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_every_fact_of_a_lease_is_on_the_paper(language):
    used = texts.template("lease", language).names
    assert {field.name for field in dataclasses.fields(LeaseFacts)} - used <= LAYOUT


def test_every_template_on_disk_is_a_paper_in_both_languages():
    for language in texts.LANGUAGES:
        folder = paths.resources() / "documents" / language
        papers = {name for kind in kinds.PAPERS for name in (kind.template, kind.then) if name}
        assert {file.stem for file in folder.glob("*.toml")} == papers | {"recovery_sheet", "handover", letter.BASE}


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_bold_numbers_and_sections_agree_between_languages(language):
    """The same sections of law are named, clause by clause."""
    both = (texts.template("lease", code).clauses for code in ("nb", language))
    for one, other in zip(*both, strict=True):
        for mine, theirs in zip(one.parts, other.parts, strict=True):
            assert re.findall(r"§+ ?[\d-]+", mine.words.pattern) == re.findall(r"§+ ?[\d-]+", theirs.words.pattern)


BOKMAL_ONLY = (
    r"\b(ikke|jeg|hva|hvem|hvor|hvordan|noen|noe|leieren|utleieren|boligen|måned|måneder|uten|fra|bare|mer|eier|"
    r"selv|beholde|skriftlig|tilbakelevert|husregler|oppsigelse|overtakelse)\b"
)
NYNORSK_ONLY = (
    r"\b(ikkje|kva|kven|korleis|nokon|leigaren|utleigaren|bustaden|månad|månader|utan|frå|berre|meir|eigar|sjølv|"
    r"skriftleg|husreglar|oppseiing|overtaking)\b"
)


@pytest.mark.parametrize("paper", sorted(KNOWN))
@pytest.mark.parametrize(("language", "foreign"), [("nn", BOKMAL_ONLY), ("nb", NYNORSK_ONLY)])
def test_no_word_of_the_other_written_form_has_slipped_in(paper, language, foreign):
    template = texts.template(paper, language)
    said = [word.pattern for word in template.words.values()]
    for clause in (*template.facts, *template.clauses, *template.annexes):
        said += [clause.heading.pattern, *(part.words.pattern for part in clause.parts)]
    for text in said:
        assert not re.search(foreign, text, re.IGNORECASE), text


def test_reportlabs_own_ways_with_text_are_used_nowhere():
    """Its Paragraph reads markup and opens files; its drawString neither shapes nor checks characters."""
    banned_names = {"reportlab.platypus", "reportlab.lib.styles"}
    banned_calls = {"drawString", "drawRightString", "drawCentredString", "beginText", "drawImage", "setFont"}
    for file in sorted(Path(bolig_desktop.documents.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not any((node.module or "").startswith(name) for name in banned_names), file
            if isinstance(node, ast.Import):
                assert not any(alias.name.startswith(tuple(banned_names)) for alias in node.names), file
            if isinstance(node, ast.Attribute):
                assert node.attr not in banned_calls, file


def test_reportlab_is_not_named_outside_documents():
    package = Path(bolig_desktop.documents.__file__).parents[1]
    for file in sorted(package.rglob("*.py")):
        if "documents" not in file.parts:
            assert "reportlab" not in file.read_text("utf-8"), file
