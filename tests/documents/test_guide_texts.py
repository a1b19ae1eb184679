"""The texts of the bilingual papers: every language has every text, with the same facts and lines."""

import re
import tomllib
import unicodedata

import pytest
from guides import LANGUAGES, TRANSLATIONS

from bolig_desktop import paths
from bolig_desktop.career.records import Rung, SchemeKind, SchemeState, StepKind, StepWho
from bolig_desktop.casefile.wording import Wording
from bolig_desktop.documents.guide import house_rules
from bolig_desktop.documents.guide.layout import sections
from bolig_desktop.documents.guide.lines import lines
from bolig_desktop.documents.lines import Run, set_lines
from bolig_desktop.dwellings.records import Bin, Spot, WasteKind, WayOut, Weekday
from bolig_desktop.settings.records import ContactKind
from bolig_desktop.shared_housing.records import RuleGroup
from bolig_desktop.text.languages import language as language_of
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import TextState
from bolig_desktop.translations.rules import placeholders

NORWEGIAN = shipped.texts("nb")
NUMBER = re.compile(r"\d+")


def test_there_is_much_to_read():
    assert len(NORWEGIAN) > 400
    assert len(" ".join(NORWEGIAN.values()).split()) > 6_000


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nb"])
def test_every_text_is_there_once_and_says_the_same_facts(language):
    texts = shipped.texts(language)
    assert set(texts) == set(NORWEGIAN)
    for unit, norwegian in NORWEGIAN.items():
        assert placeholders(texts[unit]) == placeholders(norwegian), unit
        kinds = [line.kind for line in lines(norwegian)]
        assert [line.kind for line in lines(texts[unit])] == kinds, unit


@pytest.mark.parametrize("language", TRANSLATIONS)
def test_numbers_are_the_same_and_in_the_digits_of_norway(language):
    """A wrong number to ring or a wrong day is worse than no translation."""
    for unit, text in shipped.texts(language).items():
        bare = [re.sub(r"\{[a-z_]+\}", "", each) for each in (text, NORWEGIAN[unit])]
        assert sorted(NUMBER.findall(bare[0])) == sorted(NUMBER.findall(bare[1])), unit
        assert not [c for c in text if c.isdecimal() and c not in "0123456789"], unit


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "nb"])
def test_nothing_shipped_is_outdated(language):
    states = {said.unit: said.state for said in Wording(None, language).all()}
    assert {unit for unit, state in states.items() if state is not TextState.DRAFT} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_letter_can_be_printed_in_both_weights(language):
    known = language_of(language)
    for unit, text in shipped.texts(language).items():
        assert unicodedata.is_normalized("NFC", text), unit
        for weight in ("regular", "bold"):
            set_lines((Run(text.replace("{", "").replace("}", ""), weight),), 10, 14, 205, known.rtl)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_heading_takes_more_than_three_lines_of_a_column(language):
    known = language_of(language)
    for unit, text in shipped.texts(language).items():
        first = lines(text)[0]
        if first.kind == "heading":
            run = Run(first.words.pattern, "bold")
            assert len(set_lines((run,), 10, 14, 207, known.rtl)) <= 3, unit


def _used() -> set[str]:
    """The texts the plans and the code name."""
    planned = {
        unit
        for paper in ("binder", "companions")
        for plan in sections(paper)
        for topic in plan.topics
        for unit in (plan.title, topic.heading, *topic.units)
    }
    made = {f"place_{spot.value}" for spot in Spot} | {f"way_{way.value}" for way in WayOut}
    made |= {f"bin_{each.value}" for each in Bin} | {day.value for day in Weekday}
    made |= {f"waste_{kind.value}" for kind in WasteKind} | {f"contacts_kind_{kind.value}" for kind in ContactKind}
    made |= {f"group_{group.value}" for group in RuleGroup}
    career = {"rung": Rung, "who": StepWho, "step": StepKind, "scheme": SchemeKind, "scheme_state": SchemeState}
    made |= {f"{name}_{one.value}" for name, kind in career.items() for one in kind}
    code = "".join(
        path.read_text("utf-8") for path in (paths.resources().parent / "src").rglob("documents/guide/*.py")
    )
    return planned | made | set(re.findall(r'"([a-z_]+)"', code)) - {""}


def test_no_text_is_shipped_that_nothing_prints():
    library = {unit for unit in NORWEGIAN if unit.startswith("rule_")}
    assert set(NORWEGIAN) - _used() - library == set()


def test_every_text_the_plans_name_is_there():
    for paper in ("binder", "companions"):
        for plan in sections(paper):
            named = {plan.title, *(u for t in plan.topics for u in (t.heading, *t.units))} - {""}
            assert named <= set(NORWEGIAN), plan.name


def test_every_rule_of_the_library_has_a_topic_with_a_picture():
    topics = {unit.split("_")[1] for unit in NORWEGIAN if unit.startswith("rule_")}
    assert topics == {group.value for group in RuleGroup} - {"other"}
    assert set(house_rules._PICTURES) == set(RuleGroup)


def test_one_table_says_of_each_language_what_papers_ask():
    for code in LANGUAGES:
        known = language_of(code)
        assert known is not None
        assert known.rtl == (code in ("ar", "prs", "ps"))
        sample = shipped.texts(code)["binder_welcome"]
        scripts = {unicodedata.name(c).split()[0] for c in sample if c.isalpha()}
        assert known.script.upper() in scripts, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_those_of_the_norwegian(language):
    folder = paths.resources() / "documents" / language / "units"
    stamps = set() if language == "nb" else {"of.toml"}
    assert {path.name for path in folder.glob("*.toml")} == {f"{file}.toml" for file in shipped.FILES} | stamps
    for file in shipped.FILES:
        own = list(tomllib.loads((folder / f"{file}.toml").read_text("utf-8")))
        assert own == list(tomllib.loads((folder.parent.parent / "nb" / "units" / f"{file}.toml").read_text("utf-8")))
