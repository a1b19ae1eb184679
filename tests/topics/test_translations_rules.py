"""How far a translation can be trusted, by content: from draft to checked, outdated and back, own or not."""

import dataclasses
import itertools
from datetime import date

import pytest

from bolig_desktop.casefile import text_units
from bolig_desktop.casefile.wording import HOUSE_RULE, Wording
from bolig_desktop.errors import Refused
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup
from bolig_desktop.translations import rules, shipped
from bolig_desktop.translations.records import OwnText, TextCheck, TextState
from build import a_house_with_rooms

TODAY = date(2026, 11, 22)
UNIT = "emergency_fire"
"""A text with a heading and a line under it."""
WITH_FACT = "rule_call_us"


@pytest.fixture(autouse=True)
def none_is_outdated_to_begin_with(monkeypatch):
    """Whatever is being translated just now, here every shipped text is made of the Norwegian beside it."""
    made_of = {unit: rules.print_of(text) for unit, text in shipped.texts("nb").items()}
    monkeypatch.setattr(shipped, "made_of", lambda language: {} if language == shipped.SOURCE else made_of)


def state_in(case, language, unit=UNIT):
    return Wording(case, language).said(unit).state


def states(case):
    """Every text in every language with its state."""
    return {(code, said.unit): said.state for code in shipped.TRANSLATIONS for said in Wording(case, code).all()}


def changed(before, case):
    return {key: state for key, state in states(case).items() if before[key] is not state}


def norwegian(case, text, unit=UNIT):
    return case.save(text_units.written(case, "nb", unit, text))


def check(case, language, *units, interpreter="Tolk 1234"):
    with case.atomic():
        for one in text_units.checks(case, language, units or (UNIT,), interpreter, TODAY):
            case.save(one)


def problems_of(case, language, unit, text):
    own = text_units.written(case, language, unit, text)
    return [problem.code for problem in case.problems(own)]


# states


def test_a_translation_goes_from_draft_to_checked_to_outdated_and_back_to_draft(case):
    assert state_in(case, "ar") is TextState.DRAFT
    check(case, "ar")
    said = Wording(case, "ar").said(UNIT)
    assert (said.state, said.check.interpreter) == (TextState.CHECKED, "Tolk 1234")
    norwegian(case, "110 Brann\nDet brenner. Gå ut først.")
    assert state_in(case, "ar") is TextState.OUTDATED
    kept = case.save(text_units.still_right(case, "ar", UNIT))
    assert kept.text == shipped.texts("ar")[UNIT]
    assert state_in(case, "ar") is TextState.DRAFT, "the check was of another Norwegian"
    check(case, "ar")
    assert state_in(case, "ar") is TextState.CHECKED


def test_each_of_these_steps_can_be_undone_and_the_states_come_back(case):
    steps = (
        lambda: check(case, "ar"),
        lambda: norwegian(case, "110 Brann\nDet brenner."),
        lambda: case.save(text_units.still_right(case, "ar", UNIT)),
        lambda: check(case, "ar"),
        lambda: case.save(text_units.written(case, "ar", UNIT, "نص جديد")),
        lambda: case.remove(case.own_texts.of_language("nb")[UNIT]),
    )
    seen = [states(case)]
    for step in steps:
        step()
        seen.append(states(case))
    assert [before != after for before, after in itertools.pairwise(seen)] == [True] * len(steps)
    for before in reversed(seen[:-1]):
        assert case.undo_last()
        assert states(case) == before


def test_a_change_of_one_norwegian_sentence_marks_exactly_its_translations(case):
    before = states(case)
    norwegian(case, shipped.texts("nb")[UNIT] + " Ring oss etterpå.")
    found = changed(before, case)
    assert len(found) == len(shipped.TRANSLATIONS) == 13
    assert set(found) == {(code, UNIT) for code in shipped.TRANSLATIONS}
    assert set(found.values()) == {TextState.OUTDATED}


def test_own_translations_are_marked_by_it_as_shipped_ones_are(case):
    for code in shipped.TRANSLATIONS[:6]:
        case.save(text_units.written(case, code, UNIT, f"Own words in {code}"))
    check(case, shipped.TRANSLATIONS[0])
    before = states(case)
    norwegian(case, shipped.texts("nb")[UNIT] + " Ring oss etterpå.")
    found = changed(before, case)
    assert set(found) == {(code, UNIT) for code in shipped.TRANSLATIONS}
    assert set(found.values()) == {TextState.OUTDATED}


@pytest.mark.parametrize("sign", [",", "."])
def test_a_comma_in_another_text_marks_nothing_here(case, sign):
    before = states(case)
    norwegian(case, shipped.texts("nb")[UNIT] + sign)
    other = {key: state for key, state in changed(before, case).items() if key[1] != UNIT}
    assert other == {}


def test_lines_and_spaces_alone_change_nothing(case):
    check(case, "ar")
    before = states(case)
    heading, line = shipped.texts("nb")[UNIT].split("\n")
    norwegian(case, f"  {heading} \n\n   {line.replace(' ', '  ')}\n")
    assert changed(before, case) == {}
    arabic = shipped.texts("ar")[UNIT].replace("\n", "\n\n")
    case.save(text_units.written(case, "ar", UNIT, arabic))
    assert state_in(case, "ar") is TextState.CHECKED


def test_a_line_break_that_makes_a_heading_of_it_is_a_change(case):
    before = states(case)
    norwegian(case, shipped.texts("nb")[UNIT].replace("\n", " "))
    assert len(changed(before, case)) == 13


def test_a_check_falls_when_the_words_change(case):
    check(case, "ar")
    case.save(text_units.written(case, "ar", UNIT, "نص آخر"))
    assert state_in(case, "ar") is TextState.DRAFT
    case.remove(case.own_texts.of_language("ar")[UNIT])
    assert state_in(case, "ar") is TextState.CHECKED, "the words that were read are back"


def test_the_newest_check_counts(case):
    check(case, "ar", interpreter="Den første")
    check(case, "ar", interpreter="Den andre")
    assert Wording(case, "ar").said(UNIT).check.interpreter == "Den andre"


def test_taking_the_own_norwegian_away_makes_translations_of_it_outdated_and_the_others_current(case):
    norwegian(case, "110 Brann\nDet brenner.")
    case.save(text_units.written(case, "ar", UNIT, "حريق"))
    case.remove(case.own_texts.of_language("nb")[UNIT])
    assert (state_in(case, "ar"), state_in(case, "so")) == (TextState.OUTDATED, TextState.DRAFT)


def test_what_the_program_comes_with_is_known_to_be_what_an_outdated_text_was_made_of(case):
    assert text_units.norwegian_before(case, "ar", UNIT) == shipped.texts("nb")[UNIT]
    first = norwegian(case, "110 Brann\nDet brenner.")
    case.save(text_units.written(case, "so", UNIT, "Dab"))
    norwegian(case, "110 Brann\nDet brenner. Gå ut.")
    assert text_units.norwegian_before(case, "ar", UNIT) == shipped.texts("nb")[UNIT]
    assert text_units.norwegian_before(case, "so", UNIT) == first.text
    case.save(OwnText(language="fr", unit=UNIT, text="Feu", of="0123456789", written_on=TODAY))
    assert text_units.norwegian_before(case, "fr", UNIT) == ""


def test_checks_of_many_are_one_change(case):
    units = shipped.groups()["binder"]
    check(case, "so", *units)
    assert {state_in(case, "so", unit) for unit in units} == {TextState.CHECKED}
    assert len(case.undo_last()) == len(units)
    assert {state_in(case, "so", unit) for unit in units} == {TextState.DRAFT}


def test_how_many_translations_follow_a_norwegian_text(case):
    assert text_units.follows(case, UNIT) == 13
    norwegian(case, "110 Brann\nDet brenner.")
    assert text_units.follows(case, UNIT) == 0
    case.save(text_units.still_right(case, "ar", UNIT))
    assert text_units.follows(case, UNIT) == 1


# what a text of one's own must have


@pytest.mark.parametrize("language", ["nb", "ar"])
@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Ring oss.", "translation.placeholder_lost"),
        ("Ring {phone} eller {fax}", "translation.placeholder_unknown"),
        ("Ring {phone} { nå", "translation.braces"),
        ("Ring **{phone}", "translation.bold_open"),
        ("  \n ", "translation.empty"),
        ("{phone} " + "a" * rules.LONGEST, "translation.too_long"),
    ],
)
def test_what_is_wrong_with_a_text_is_said(case, language, text, code):
    assert code in problems_of(case, language, WITH_FACT, text)
    with pytest.raises(Refused):
        case.save(text_units.written(case, language, WITH_FACT, text))


@pytest.mark.parametrize(
    "text", ["Ring {phone}", "**{phone}**", "{phone} {phone}", "{phone}" + "a" * (rules.LONGEST - 7)]
)
def test_what_is_right_is_kept(case, text):
    assert problems_of(case, "ar", WITH_FACT, text) == []


def test_a_text_of_a_language_is_there_once(case):
    case.save(text_units.written(case, "ar", UNIT, "حريق"))
    again = OwnText(language="ar", unit=UNIT, text="حريق", of="", written_on=TODAY)
    assert [p.code for p in case.problems(again)] == ["translation.there_already"]
    assert text_units.written(case, "ar", UNIT, "نار").id is not None, "it is changed, not written twice"


def test_a_check_is_by_somebody_and_not_ahead(case):
    (one,) = text_units.checks(case, "ar", [UNIT], "Tolk 1234", TODAY)
    assert case.problems(one) == []
    ahead, nobody = dataclasses.replace(one, checked_on=date(2026, 11, 23)), dataclasses.replace(one, interpreter=" ")
    assert [p.code for p in case.problems(ahead)] == ["translation.checked_ahead"]
    assert [p.code for p in case.problems(nobody)] == ["translation.no_interpreter"]


def test_a_check_says_nothing_of_other_words_or_another_norwegian():
    text, norwegian_text = "حريق", "Brann"
    prints = {"text_print": rules.print_of(text), "of": rules.print_of(norwegian_text)}
    one = TextCheck(language="ar", unit=UNIT, interpreter="Tolk", checked_on=TODAY, **prints)
    of = prints["of"]
    assert rules.state(text, of, norwegian_text, one) is TextState.CHECKED
    assert rules.state(text + "!", of, norwegian_text, one) is TextState.DRAFT
    assert rules.state(text, of, norwegian_text + "!", one) is TextState.OUTDATED
    assert rules.state("", of, norwegian_text, one) is TextState.MISSING
    assert rules.state(text, of, norwegian_text, None) is TextState.DRAFT


# rules of a house's own


def test_a_rule_of_a_house_is_a_text_to_translate_too(case):
    house, *_ = a_house_with_rooms(case, 2)
    version = case.save(HouseRules(house_id=house.id, version=1))
    rule = case.save(HouseRule(rules_id=version.id, topic=RuleGroup.OTHER, text="Ikke røyk {her}."))
    unit = f"{HOUSE_RULE}{rule.id}"
    assert state_in(case, "ar", unit) is TextState.MISSING
    assert text_units.line(case, "ar", unit).group == "house_rules"
    case.save(text_units.written(case, "ar", unit, "ممنوع التدخين"))
    assert state_in(case, "ar", unit) is TextState.DRAFT
    assert text_units.line(case, "ar", unit).missing == ()
    case.save(dataclasses.replace(rule, text="Røyk ute."))
    assert state_in(case, "ar", unit) is TextState.OUTDATED
    assert problems_of(case, "nb", unit, "Noe annet") == ["translation.house_rule_itself"]
    assert text_units.lines(case, "ar")[-1].said.unit == unit


def test_what_a_translation_has_lost_is_told_by_name(case):
    assert [
        one for code in ("nb", *shipped.TRANSLATIONS) for one in text_units.lines(case, code) if one.missing
    ] == []
    lost = OwnText(language="ar", unit=WITH_FACT, text="اسألنا", written_on=TODAY, of="")
    case.own_texts.add(lost)  # as a file from elsewhere could have it
    assert text_units.line(case, "ar", WITH_FACT).missing == ("phone",)


def test_a_check_that_no_longer_holds_is_not_told_of(case):
    check(case, "ar")
    norwegian(case, "110 Brann\nDet brenner. Gå ut først.")
    assert Wording(case, "ar").said(UNIT).check is None


def test_a_rule_of_the_library_is_no_text_of_a_houses_own(case):
    house, *_ = a_house_with_rooms(case, 1)
    version = case.save(HouseRules(house_id=house.id, version=1))
    case.save(HouseRule(rules_id=version.id, topic=RuleGroup.QUIET, clause="rule_quiet_night"))
    assert not any(line.said.unit.startswith(HOUSE_RULE) for line in text_units.lines(case, "ar"))


def test_own_words_written_anew_are_of_the_norwegian_as_it_is_now(case):
    case.save(text_units.written(case, "ar", UNIT, "حريق"))
    norwegian(case, "110 Brann\nDet brenner.")
    assert state_in(case, "ar") is TextState.OUTDATED
    case.save(text_units.written(case, "ar", UNIT, "نار"))
    assert state_in(case, "ar") is TextState.DRAFT


def test_a_checked_translation_follows_the_norwegian_too(case):
    check(case, "ar")
    assert text_units.follows(case, UNIT) == 13
