"""The book of rules: whole, dated, in step with the sections shown at start, and with a question for every date."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

import bolig_desktop
from bolig_desktop import paths
from bolig_desktop.law import book
from bolig_desktop.law.asking import QUESTIONS
from bolig_desktop.law.book import Certainty, Kind, Method, Rule
from bolig_desktop.law.sections import SECTIONS, section
from bolig_desktop.law.sources import Look

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
RULES = list(book.rules().values())
VERSIONS = [(rule, version) for rule in RULES for version in rule.versions]

# Of the rules about days and sums these alone give none of their own.
NO_DATE_OR_AMOUNT = {
    "DL-HL": "says which sections count for tenancies",
    "DL-FV": "says which sections count for appeals",
    "HL-3-7": "forbids other payments and names no sum",
    "HL-4-4": "what was overpaid, whatever it was",
    "HL-4-5": "the necessary cost, whatever it is",
    "HL-10-3": "as long and as much as it takes; within reasonable time",
    "HL-MUNI": "council decisions follow HL-4-2 and HL-4-3",
}
ID = re.compile(
    r"\b(?:DL|HL|TV|SI|BS|ST|FV|IN|HB|GA|ID|PV|AG|AR|UU|SP|FR|MI|KO|IM)-[A-Z0-9][A-Za-z0-9]*(?:[-/][A-Za-z0-9]+)*\b"
)


def test_every_date_and_amount_has_a_question() -> None:
    of_days_and_sums = {rule.id for rule in RULES if rule.kind in (Kind.DEADLINE, Kind.AMOUNT)}
    assert of_days_and_sums - QUESTIONS.keys() == NO_DATE_OR_AMOUNT.keys()
    assert QUESTIONS.keys() <= book.rules().keys()


def test_the_sections_at_start_are_the_books() -> None:
    assert list(SECTIONS.items()) == [(rule.id, rule.versions[-1].section) for rule in RULES]
    assert section("HL-9-2-3") == "husleieloven § 9-2 tredje ledd"
    with pytest.raises(KeyError):
        section("HL-99")


def test_nothing_reads_the_book_at_start() -> None:
    look = "import sys, bolig_desktop.casefile; print('bolig_desktop.law.book' in sys.modules)"
    path = {"PYTHONPATH": os.pathsep.join(sys.path)}
    ended = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True, env=os.environ | path
    )
    assert ended.stdout.strip() == "False"


@pytest.mark.parametrize(("rule", "version"), VERSIONS, ids=[rule.id for rule, _ in VERSIONS])
def test_a_record_is_filled_in(rule: Rule, version: book.Version) -> None:
    for text in (version.nb, version.nn):
        assert text == text.strip() and text.endswith(".") and (text[0].isupper() or text[0] == "§")
        assert not re.search(r"[.!?] [A-ZÆØÅ]", re.sub(r"\d\. |art\. |nr\. ", "", text)), "one sentence each"
    assert version.section and "  " not in version.section
    assert version.link == "" or version.link.startswith("https://")
    assert version.checked_on <= version.next_check
    assert version.valid_to is None or version.valid_from is None or version.valid_from <= version.valid_to
    if rule.kind is not Kind.DEADLINE:
        assert rule.method is Method.NONE or rule.id in ("HL-4-2",)


def test_nynorsk_is_nynorsk() -> None:
    bokmal = re.compile(r"\b(ikke|en|et|leieren|utleieren|hvis|måneder?|uker|skriftlig|bolig|boligen|være)\b")
    assert [rule.id for rule, version in VERSIONS if bokmal.search(version.nn)] == []
    assert [rule.id for rule, version in VERSIONS if version.nb == version.nn and len(version.nb) > 60] == []


def test_a_statute_that_was_read_has_its_address() -> None:
    acts_without_number = {"sosialtjenesteloven", "kommuneloven", "språklova"}  # law.md names no number for them
    for rule, version in VERSIONS:
        if version.certainty is Certainty.A and rule.act not in acts_without_number:
            assert version.link.startswith("https://lovdata.no/"), rule.id
    assert book.rules()["HL-9-2-3"].versions[0].link == "https://lovdata.no/lov/1999-03-26-17/§9-2"
    assert book.rules()["FV-11a"].versions[0].link.endswith("/§11a")
    assert book.rules()["HL-9-3a"].versions[0].link.endswith("/§9-3a")


def test_versions_follow_each_other_without_overlap() -> None:
    for rule in RULES:
        for earlier, later in zip(rule.versions, rule.versions[1:], strict=False):
            assert earlier.valid_to is not None and later.valid_from == earlier.valid_to + DAY, rule.id


def test_the_wording_in_force() -> None:
    assert book.rule("HL-9-3", date(2000, 1, 1)) is not None
    assert book.rule("HL-9-3", date(1999, 12, 31)) is None
    assert book.rule("HL-12-5", date(2025, 12, 31)) is None and book.rule("HL-12-5", date(2026, 1, 1)) is not None
    assert book.rule("DL-149", date(1900, 1, 1)) is not None, "nobody has looked up since when"
    with pytest.raises(KeyError):
        book.rule("HL-99", TODAY)


def test_a_new_wording_closes_the_old_one(tmp_path, monkeypatch) -> None:
    folder = tmp_path / "law" / "rules"
    folder.mkdir(parents=True)
    entry = '[[act.rule]]\nid = "X-1"\nsection = "§ 1"\nkind = "duty"\nbinds = "us"\ncertainty = "A"\n'
    text = (
        '[[act]]\nname = "loven"\nchecked_on = 2026-11-22\nnext_check = 2027-11-22\n'
        + entry + 'valid_to = 2026-12-31\nnb = "Gammel."\nnn = "Gamal."\n'
        + entry + 'valid_from = 2027-01-01\nnb = "Ny."\nnn = "Ny."\n'
    )  # fmt: skip
    (folder / "one.toml").write_text(text, "utf-8")
    monkeypatch.setattr(paths, "resources", lambda: tmp_path)
    book.rules.cache_clear()
    try:
        assert [book.rule("X-1", date(2026, 12, 31)).nb, book.rule("X-1", date(2027, 1, 1)).nb] == ["Gammel.", "Ny."]
        assert len(book.rules()["X-1"].versions) == 2
        assert [version.nb for _, version in book.due_for_checking(date(2027, 11, 23))] == ["Ny."]
    finally:
        monkeypatch.undo()
        book.rules.cache_clear()


def test_a_rule_she_has_looked_at_is_asked_about_again_on_its_own_day() -> None:
    again = date(2027, 3, 1)
    due = lambda day, look: "SP-3" in {rule.id for rule, _ in book.due_for_checking(day, {"SP-3": look})}  # noqa: E731
    look = Look(date(2026, 12, 20), again)
    assert not due(again, look) and due(again + DAY, look)
    checked = book.rules()["SP-3"].versions[0].checked_on
    assert not due(again, Look(checked, again)), "the day the book itself was checked is not before it"
    assert due(again, Look(checked - DAY, again)), "a look at an earlier wording tells nothing of this one"


def test_rules_past_their_next_check() -> None:
    due = lambda day: {rule.id for rule, _ in book.due_for_checking(day)}  # noqa: E731
    assert due(TODAY) == set()
    check = book.rules()["SP-3"].versions[0].next_check
    assert "SP-3" not in due(check) and "SP-3" in due(check + DAY)
    assert due(date(2199, 12, 31)) == {rule.id for rule in RULES}
    dates = [version.next_check for _, version in book.due_for_checking(date(2199, 12, 31))]
    assert dates == sorted(dates)


def test_every_rule_named_in_code_and_papers_is_in_the_book() -> None:
    sources = [*Path(bolig_desktop.__file__).parent.rglob("*.py")]
    sources += [
        *(paths.resources() / "documents").rglob("*.toml"),
        *(paths.resources() / "sentences").rglob("*.toml"),
    ]
    named = {found for file in sources for found in ID.findall(file.read_text("utf-8"))}
    assert len(named) > 100
    assert named - book.rules().keys() == set()


def test_a_version_holds_from_its_first_to_its_last_day() -> None:
    version = replace(RULES[0].versions[0], valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31))
    assert [version.holds_on(day) for day in (date(2025, 12, 31), date(2026, 1, 1))] == [False, True]
    assert [version.holds_on(day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [True, False]
    assert version.sentence("nn") == version.nn and version.sentence("en") == version.sentence("nb") == version.nb
