"""House rules (D8) and the cleaning rota: side by side in every language of the house, and nobody's name on them."""

from datetime import date

import pdfa
import pytest
from guides import LANGUAGES, a_shared_house, nordvik, pages_of, printed, some_rules

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.casefile.bilingual_checks import clauses
from bolig_desktop.documents import kinds
from bolig_desktop.documents.guide import house_rules
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import MemberRole, Membership
from bolig_desktop.shared_housing.records import HouseRule, HouseRules, RuleGroup
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import OwnText
from bolig_desktop.translations.rules import print_of
from build import a_dwelling, a_person

TODAY = date(2026, 11, 22)
LONG = " ".join(f"Ord{number} i en lang regel." for number in range(75))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_in_every_language(case, language):
    nordvik(case)
    house, _ = a_shared_house(case, "uk", "ti")
    made = kinds.produce(case, "house-rules", house, language)
    assert pdfa.check(made.content) == []
    text = "\n".join(pages_of(made.content))
    assert "{" not in text
    assert "rom 1" in text and "rom 2" in text
    assert (made.number, made.household_id, made.dwelling_id) == ("D8", None, house)


def test_one_part_for_each_language_spoken_in_the_house(case):
    nordvik(case)
    house, _ = a_shared_house(case, "uk", "so", "uk")
    made = kinds.produce(case, "house-rules", house)
    pages = pages_of(made.content)
    labels = [next(name for name in ("ukrainsk", "somali") if f"Fjellgata 8 · {name}" in page) for page in pages]
    assert labels == sorted(labels, reverse=True) and set(labels) == {"ukrainsk", "somali"}
    assert "Side 1 av" in pages[labels.index("somali")], "each part has its own page numbers"


def test_nobody_with_a_language_of_ours_gets_the_norwegian(case):
    nordvik(case)
    house, _ = a_shared_house(case, "my")
    assert all("burmesisk" not in page for page in pages_of(kinds.produce(case, "house-rules", house).content))


def test_every_rule_of_the_library_is_there_with_its_facts(case):
    nordvik(case)
    house, _ = a_shared_house(case, "en", rules=False)
    some_rules(case, house, meeting_place="ved flaggstanga", house_contact="Kari Nordli", quiet_from="22.30")
    text = printed(case, "house-rules", house, "en")
    for fact in ("22.30", "ved flaggstanga", "Kari Nordli", "75 55 50 00", "08.00", "21.00"):
        assert text.count(fact) >= 2, fact
    for clause in clauses():
        start = shipped.texts("nb")[clause].split("{")[0].split(".")[0][:24].strip()
        assert start in text, clause


def test_a_rule_of_three_hundred_words_and_one_with_braces(case):
    nordvik(case)
    house, _ = a_shared_house(case, "ar", rules=False)
    assert len(LONG.split()) >= 300
    some_rules(case, house, LONG, "Skriv {navn} på **alt** i kjøleskapet.")
    made = kinds.produce(case, "house-rules", house, "ar")
    text = "\n".join(pages_of(made.content))
    assert pdfa.check(made.content) == []
    assert "Ord0 i en lang regel." in text and "Ord74 i en lang regel." in text
    assert "Skriv {navn} på **alt** i kjøleskapet." in text


def test_an_own_rule_that_is_not_translated_says_so_and_one_that_is_does_not(case):
    nordvik(case)
    house, _ = a_shared_house(case, "en", rules=False)
    version = some_rules(case, house, "Vi spiser sammen på fredager.")
    missing = shipped.texts("en")["mark_missing"]
    assert missing in printed(case, "house-rules", house, "en")
    own = next(rule for rule in case.house_rule_lines.of_rules(version.id) if rule.text)
    text = "We eat together on Fridays."
    case.save(OwnText(language="en", unit=f"house_rule_{own.id}", text=text, of=print_of(own.text), written_on=TODAY))
    said = printed(case, "house-rules", house, "en")
    assert text in said and missing not in said


def test_the_version_to_sign_else_the_newest_draft(case):
    nordvik(case)
    house, _ = a_shared_house(case, "nb", rules=False)
    with pytest.raises(Refused) as refused:
        kinds.produce(case, "house-rules", house)
    assert refused.value.problems[0].code == "paper.no_house_rules"
    draft = case.save(HouseRules(house_id=house, version=1))
    case.save(HouseRule(rules_id=draft.id, topic=RuleGroup.QUIET, clause="rule_quiet_night"))
    assert "Dette er et utkast" in printed(case, "house-rules", house)
    other = case.save(HouseRules(house_id=house, version=2))
    case.save(HouseRule(rules_id=other.id, topic=RuleGroup.OTHER, text="Bare i utkastet."))
    assert "Bare i utkastet." in printed(case, "house-rules", house)
    import dataclasses

    case.save(dataclasses.replace(draft, valid_from=date(2026, 12, 1)))
    text = printed(case, "house-rules", house)
    assert "Versjon 1, gjelder fra 1. desember 2026" in text and "Bare i utkastet." not in text


def test_what_is_no_shared_house_has_no_house_rules(case):
    nordvik(case)
    for subject_id in (a_dwelling(case).id, 999):
        with pytest.raises(Refused) as refused:
            kinds.produce(case, "house-rules", subject_id)
        assert refused.value.problems[0].code == "paper.no_house"


@pytest.mark.parametrize(
    ("day", "first"),
    [(date(2026, 11, 22), "48 (23.11.–29.11.)"), (date(2026, 11, 23), "48 (23.11.–29.11.)"),
     (date(2026, 11, 24), "49 (30.11.–6.12.)"), (date(2026, 12, 26), "53 (28.12.–3.1.)"),
     (date(2027, 1, 1), "1 (4.1.–10.1.)")],
)  # fmt: skip
def test_the_rota_begins_on_the_next_monday_and_goes_round_the_rooms_lived_in(case, day, first):
    nordvik(case)
    house, _ = a_shared_house(case, "uk", "ti")
    text = printed(CaseFile(case.db, clock=clock.fixed(day)), "cleaning-rota", house)
    assert first in text
    assert text.count("rom 1") == text.count("rom 2") == 6


def test_an_empty_house_has_all_its_rooms_on_the_rota(case):
    nordvik(case)
    house, _ = a_shared_house(case)
    assert house_rules.gather(case, case.dwellings.get(house), TODAY).rooms == ("rom 1",)
    assert "rom 1" in printed(case, "cleaning-rota", house)


def test_the_language_of_somebody_who_has_left_is_not_one_of_the_house(case):
    nordvik(case)
    house, (household,) = a_shared_house(case, "uk")
    gone = a_person(case, given_name="Borte", language="so")
    membership = {"household_id": household, "person_id": gone.id, "role": MemberRole.OTHER}
    case.save(Membership(**membership, left_on=date(2026, 1, 1)))
    assert house_rules.languages_of(case, house) == ("uk",)
