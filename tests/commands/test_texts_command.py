"""The command ``texts``: every text with its state, what a translation has lost, and papers in any language."""

import json
from datetime import date

import pytest
from told import one_sentence

from bolig_desktop.casefile import text_units
from bolig_desktop.casefile.opened import case_file
from bolig_desktop.casefile.wording import HOUSE_RULE
from bolig_desktop.documents import kinds
from bolig_desktop.text.languages import PAPER
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import OwnText, TextState

UNIT, WITH_FACT = "emergency_fire", "rule_call_us"
KEYS = ["unit", "language", "state", "own", "checked_by", "checked_on", "missing"]


@pytest.fixture
def written(file):
    """A file with an own text and a check in Arabic."""
    with case_file(file) as case:
        case.save(text_units.written(case, "ar", UNIT, "حريق"))
        (check,) = text_units.checks(case, "ar", [UNIT], "Tolk 1234", date(2026, 11, 2))
        case.save(check)
    return file


def test_every_text_in_all_fourteen_languages_is_told(run):
    answer = run("texts", "--json")
    assert (answer.code, answer.err) == (0, "")
    rows = answer.value
    assert len(rows) == 14 * len(shipped.units())
    assert [row["unit"] for row in rows[: len(shipped.units())]] == list(shipped.units())
    assert list(dict.fromkeys(row["language"] for row in rows)) == [language.code for language in PAPER]
    assert {row["state"] for row in rows if row["language"] == "nb"} == {"source"}
    assert {row["state"] for row in rows} <= {state.value for state in TextState}
    assert all(list(row) == KEYS for row in rows)
    assert not [row for row in rows if row["own"] or row["checked_by"] or row["checked_on"] or row["missing"]]


def test_one_language_is_told_alone(run):
    rows = run("texts", "--language", "ar", "--json").value
    assert {row["language"] for row in rows} == {"ar"} and len(rows) == len(shipped.units())


def test_own_texts_and_checks_of_a_file_are_told(run, written):
    answer = run("texts", written, "--language", "ar", "--json")
    assert answer.code == 0
    (row,) = [row for row in answer.value if row["unit"] == UNIT]
    assert row == {
        "unit": UNIT,
        "language": "ar",
        "state": "checked",
        "own": True,
        "checked_by": "Tolk 1234",
        "checked_on": "2026-11-02",
        "missing": [],
    }
    assert "egen tekst" not in run("texts", written, "--language", "so").out


def test_as_lines_it_can_be_read(run, written):
    lines = run("texts", written, "--language", "ar").out.splitlines()
    (line,) = [line for line in lines if UNIT in line]
    assert line.split(maxsplit=2) == ["ar", UNIT, "kontrollert · egen tekst · Tolk 1234 2026-11-02"]


def test_the_norwegian_changed_makes_its_translations_outdated(run, written):
    with case_file(written) as case:
        case.save(text_units.written(case, "nb", UNIT, "110 Brann\nDet brenner."))
    rows = [row for row in run("texts", written, "--json").value if row["unit"] == UNIT]
    assert {row["language"]: row["state"] for row in rows if row["language"] != "nb"} == dict.fromkeys(
        shipped.TRANSLATIONS, "outdated"
    )
    (norwegian,) = [row for row in rows if row["language"] == "nb"]
    assert norwegian["own"] is True and norwegian["state"] == "source"
    assert not any(row["checked_by"] for row in rows), "the check no longer says anything"


def lose(file, *languages):
    with case_file(file) as case, case.atomic():
        for language in languages:  # as a file from elsewhere could have it: the rules would refuse it
            case.own_texts.add(
                OwnText(language=language, unit=WITH_FACT, text="…", of="", written_on=date(2026, 11, 1))
            )


@pytest.mark.parametrize("language", ["nb", "ar"])
def test_a_lost_fact_is_told_and_the_answer_is_still_whole(run, file, language):
    lose(file, language)
    answer = run("texts", file, "--language", language, "--json")
    assert one_sentence(answer, (1,)) == (
        f"En tekst har mistet noe programmet setter inn: «{WITH_FACT}» på {language} mangler {{phone}}."
    )
    rules_of_houses = [row for row in answer.value if row["unit"].startswith(HOUSE_RULE)]
    assert len(answer.value) == len(shipped.units()) + len(rules_of_houses)
    assert [row["unit"] for row in answer.value if row["missing"]] == [WITH_FACT]
    assert [row["missing"] for row in answer.value if row["missing"]] == [["phone"]]
    assert "mangler {phone}" in run("texts", file, "--language", language).out
    assert run("texts", file, "--language", "so").code == 0, "another language has lost nothing"


def test_many_lost_facts_are_one_sentence(run, file):
    lose(file, "ar", "so")
    assert one_sentence(run("texts", file), (1,)).startswith(
        f"2 tekster har mistet noe programmet setter inn, den første «{WITH_FACT}» på ar"
    )


def test_wrong_words_are_wrong_use(run, tmp_path):
    answer = run("texts", "--language", "xx")
    assert "«xx» må være en av nb nn en" in one_sentence(answer, (2,)) and answer.out == ""
    assert one_sentence(run("texts", "a.bolig", "b.bolig"), (2,))
    answer = run("texts", tmp_path / "missing.bolig", "--json")
    assert json.loads(answer.out)["problems"][0]["problem"] == one_sentence(answer, (1,))


# papers


def test_the_papers_say_whose_id_they_take(run):
    rows = {row["name"]: row for row in run("papers", "--json").value}
    assert (
        rows["binder"]["subject"] == rows["sheet-waste"]["subject"] == rows["visit-notice"]["subject"] == "household"
    )
    assert rows["house-rules"]["subject"] == rows["cleaning-rota"]["subject"] == "house"
    lines = run("papers").out.splitlines()
    assert len(lines) == len(kinds.PAPERS)
    assert all(line.split(maxsplit=3)[2] in {k.subject for k in kinds.PAPERS} for line in lines), "in columns"


@pytest.mark.parametrize(
    ("paper", "language", "name"),
    [
        ("binder", "ar", "binder-11.pdf"),
        ("D9", "", "d9-11.pdf"),
        ("sheet-waste", "so", "sheet-waste-11.pdf"),
        ("visit-notice", "uk", "visit-notice-11.pdf"),
    ],
)
def test_a_paper_is_printed_in_the_language_asked_for(run, file, tmp_path, paper, language, name):
    answer = run("print", file, paper, 11, "--language", language, "--json")
    assert (answer.code, answer.err) == (0, "")
    assert answer.value["file"] == name and (tmp_path / name).read_bytes().startswith(b"%PDF")
    with case_file(file) as case:
        assert case.papers.get(answer.value["paper"]).language == (language or "nb")


def test_an_unknown_language_and_a_number_nobody_has_are_told(run, file):
    assert "«xx» må være en av nb nn en" in one_sentence(run("print", file, "binder", 1, "--language", "xx"), (2,))
    assert "nummer 4711" in one_sentence(run("print", file, "binder", 4711), (1,))
    assert "nummer 4711" in one_sentence(run("print", file, "house-rules", 4711), (1,))
