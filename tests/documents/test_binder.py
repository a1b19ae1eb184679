"""The welcome binder (D9): composed for one household, in every language, and counted by what it says."""

import dataclasses
import os
import shutil
import subprocess
import sys
from datetime import date

import pdfa
import pytest
from guides import (
    LANGUAGES,
    PHONE,
    STREET,
    TRANSLATIONS,
    a_family,
    a_guide,
    a_shared_house,
    nordvik,
    pages_of,
    printed,
)

from bolig_desktop import clock, paths
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents import filing, kinds
from bolig_desktop.documents.guide import binder, binder_facts, editions
from bolig_desktop.dwellings.records import WasteDay, WasteKind, Weekday
from bolig_desktop.law import parameters
from bolig_desktop.people.records import Household, HouseholdKind, MemberRole, Membership
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.tenancies.records import TenancyKind
from bolig_desktop.translations import shipped
from bolig_desktop.translations.records import OwnText, TextCheck
from bolig_desktop.translations.rules import print_of
from build import a_dwelling, a_house_with_rooms, a_household, a_municipality, a_person, a_tenancy

TODAY = date(2026, 11, 22)
NAMES = ("Олександр Кравчук", "سليم النجار", "ሰላም ተስፋይ", "احمد کریمی", "Åse Ødegård", "Şêrko Dilbirîn")


@pytest.fixture
def full(case):
    nordvik(case)
    return case, a_family(case)


def later(case: CaseFile, day: date) -> CaseFile:
    """The same file on another day."""
    return CaseFile(case.db, clock=clock.fixed(day))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_binder_is_an_archive_paper_of_some_two_dozen_pages(full, language):
    case, household = full
    made = kinds.produce(case, "binder", household, language)
    assert pdfa.check(made.content) == []
    assert 12 <= made.pages <= 32
    assert len(made.content) < 2_000_000
    assert (made.number, made.language, made.edition) == ("D9", language, 1)
    pages = pages_of(made.content)
    assert "110" in pages[2] + pages[3] and "113" in pages[3], (
        "the contents are one page, and whom to call comes next"
    )
    assert not any("…" in page for page in pages), "nothing is cut, at the foot least of all"
    if language in TRANSLATIONS:
        _says_that_the_norwegian_counts(pages, language)


def _says_that_the_norwegian_counts(pages, language):
    """On every page, in both languages; where one is read back in another order, in Norwegian only."""
    said = set(shipped.texts(language)["norwegian_counts"].replace(".", "").split())
    for page in pages:
        assert "Norsk tekst gjelder" in page
        if language not in ("ar", "prs", "ps", "ti"):
            assert said <= set(page.replace(".", "").split())


SOME = ("nb", "en", "ar", "ti")
OTHERS = [code for code in LANGUAGES if code not in SOME]


@pytest.mark.parametrize("language", [*SOME, *(pytest.param(code, marks=pytest.mark.long) for code in OTHERS)])
def test_with_nothing_told_it_has_lines_to_write_on(case, language):
    a_municipality(case)
    household = a_household(case, a_person(case, given_name="Ali", family_name="", born_on=None)).id
    made = kinds.produce(case, "binder", household, language)
    assert pdfa.check(made.content) == []
    text = "\n".join(pages_of(made.content))
    assert "{" not in text and "None" not in text


IN_EVERY = ["uk", *(pytest.param(code, marks=pytest.mark.long) for code in LANGUAGES if code != "uk")]


@pytest.mark.parametrize("language", IN_EVERY)
def test_a_name_in_every_script_stands_in_any_language(case, language):
    nordvik(case)
    household = a_household(case, a_person(case, given_name=" ".join(NAMES), family_name=""))
    a_tenancy(case, household_id=household.id, starts_on=date(2025, 1, 1), ends_on=date(2027, 12, 31))
    cover = pages_of(kinds.produce(case, "binder", household.id, language).content)[0]
    assert "Олександр Кравчук" in cover and "Åse Ødegård" in cover and "ሰላም ተስፋይ" in cover


def test_it_says_this_homes_own_facts(full):
    case, household = full
    text = printed(case, "binder", household, "en")
    for fact in (PHONE, "75 55 50 99", "1234 56 78903", "9 500 kr", "19 000 kr", STREET, "under vasken på kjøkkenet",
                 "under the kitchen sink", "rød kran", "termostaten står i gangen", "ved flaggstanga",
                 "31 December 2027", "31. desember 2027", "Liv Nes", "Miljøstasjonen"):  # fmt: skip
        assert fact in text, fact
    assert "familien Tesfay" in text


def test_sections_stand_only_where_they_are_true(full):
    case, household = full
    alone = a_household(case, a_person(case, given_name="Ali", family_name="Karimi")).id
    a_tenancy(case, household_id=alone, starts_on=date(2025, 1, 1), ends_on=None)
    family, single = printed(case, "binder", household), printed(case, "binder", alone)
    for title in ("Trygt for barn", "Depositum og garanti", "Vedovn", "Varmepumpe", "Felles vaskerom"):
        assert title in family and title not in single, title
    assert "Slik varmes boligen din opp" in single and "Slik varmes boligen din opp" not in family
    assert "Avtalen har ingen slutt" in single and "Avtalen har en slutt" in family
    assert "Å bo i bofellesskap" not in family + single


def test_one_in_a_room_gets_the_house_rules_and_what_the_house_tells(case):
    nordvik(case)
    house, (household, _) = a_shared_house(case, "so", "tr")
    a_guide(case, house)
    text = printed(case, "binder", household, "so")
    assert "Å bo i bofellesskap" in text and "Husregler" in text
    assert "under vasken på kjøkkenet" in text
    room = case.tenancies.of_household(household)[0].dwelling_id
    a_guide(case, room, stopcock=None, stopcock_detail="", fuse_box_detail="i skapet på rommet")
    text = printed(case, "binder", household, "so")
    assert "i skapet på rommet" in text and "under vasken på kjøkkenet" in text


def test_a_minor_who_lives_alone_has_a_guardian_and_no_children(case):
    nordvik(case)
    person = a_person(case, born_on=date(2010, 5, 1))
    household = a_household(case, person, kind=HouseholdKind.UNACCOMPANIED_MINOR).id
    text = printed(case, "binder", household)
    assert "Du som er under 18 år" in text and "Trygt for barn" not in text


def test_the_lease_is_the_one_lived_under_else_the_next(case):
    nordvik(case)
    household = a_household(case).id
    a_tenancy(case, household_id=household, starts_on=date(2027, 2, 1), ends_on=date(2030, 1, 31), rent_nok=7100)
    assert binder_facts.gather(case, household, TODAY).lease.rent_nok == 7100
    a_tenancy(case, household_id=household, starts_on=date(2025, 2, 1), ends_on=date(2028, 1, 31), rent_nok=8200)
    assert binder_facts.gather(case, household, TODAY).lease.rent_nok == 8200
    assert binder_facts.gather(case, household, date(2028, 2, 1)).lease.rent_nok in (7100, 8200)


def test_a_private_lease_says_nothing_we_cannot_promise(case):
    nordvik(case)
    household = a_household(case).id
    a_tenancy(case, household_id=household, kind=TenancyKind.PRIVATE, starts_on=date(2025, 1, 1))
    text = printed(case, "binder", household)
    assert "Dette skal vi som utleier ordne" not in text and "Betal til konto" not in text
    assert "står i leieavtalen" in text


def test_same_case_same_bytes(full):
    case, household = full
    first, again = (kinds.produce(case, "binder", household, "ps").content for _ in range(2))
    assert first == again


def test_an_edition_is_counted_by_what_it_says(full):
    case, household = full
    filing.print_and_file(case, "binder", household, "ti")
    again = later(case, date(2026, 11, 30))
    state = editions.state_of(again, household)
    assert (state.edition.number, state.changed, state.needs_one) == (1, (), False), "a new day is no new edition"
    filing.print_and_file(again, "binder", household, "ti")
    assert [one.number for one in again.binder_editions.of_household(household)] == [1, 1]
    again.save(WasteDay(kind=WasteKind.RESIDUAL, weekday=Weekday.MONDAY))
    assert editions.state_of(again, household).changed == ("waste",)
    filing.print_and_file(again, "binder", household, "ti")
    assert again.binder_editions.of_household(household)[0].number == 2
    assert not editions.state_of(again, household).needs_one


def test_a_changed_sentence_needs_a_new_edition_in_that_language_and_section_only(full):
    case, household = full
    other = a_household(case, a_person(case, language="so")).id
    a_tenancy(case, household_id=other, starts_on=date(2025, 1, 1), ends_on=date(2027, 12, 31))
    for row_id, language in ((household, "ti"), (other, "so")):
        filing.print_and_file(case, "binder", row_id, language)
    assert list(editions.who_needs_one(case)) == []
    somali = shipped.texts("so")["airing_vents"] + " Mahadsanid."
    of = print_of(shipped.texts("nb")["airing_vents"])
    case.save(OwnText(language="so", unit="airing_vents", text=somali, of=of, written_on=TODAY))
    assert [(s.household_id, s.changed) for s in editions.who_needs_one(case)] == [(other, ("airing",))]


def test_who_has_none_needs_one_and_a_household_that_has_moved_does_not(full):
    case, household = full
    (found,) = editions.who_needs_one(case)
    assert (found.household_id, found.language, found.edition) == (household, "ti", None)
    lease = case.tenancies.of_household(household)[0]
    case.save(dataclasses.replace(lease, moved_out_on=date(2026, 11, 1)))
    assert list(editions.who_needs_one(case)) == []


def test_a_draft_is_marked_and_what_is_checked_is_not(full):
    case, household = full
    assert "ikke kontrollert av tolk" in printed(case, "binder", household, "fr")
    for unit, text in shipped.texts("fr").items():
        of = print_of(shipped.texts("nb")[unit])
        case.text_checks.add(
            TextCheck(language="fr", unit=unit, text_print=print_of(text), of=of, interpreter="T1", checked_on=TODAY)
        )
    assert "ikke kontrollert av tolk" not in printed(case, "binder", household, "fr")


def test_an_outdated_translation_says_so_in_its_own_language(full):
    case, household = full
    said = shipped.texts("en")["mark_outdated"]
    assert said not in printed(case, "binder", household, "en")
    case.save(OwnText(language="nb", unit="airing_vents", text="Ventiler\nLa dem stå åpne.", written_on=TODAY))
    text = printed(case, "binder", household, "en")
    assert text.count(said) == 1 and "La dem stå åpne." in text


def test_outdated_nynorsk_gives_way_to_the_norwegian_that_counts(full):
    case, household = full
    a_municipality(case, **{"phone": PHONE, "written_form": "nn"})
    case.save(OwnText(language="nb", unit="airing_vents", text="Ventiler\nLa dem stå åpne.", written_on=TODAY))
    text = printed(case, "binder", household, "en")
    assert "La dem stå åpne." in text and shipped.texts("nn")["airing_daily"].split("\n")[1] in text


def test_a_missing_font_is_said_in_a_sentence_and_nothing_is_filed(tmp_path):
    """In a process of its own, for a font once read is kept."""
    kept = tmp_path / "resources"
    shutil.copytree(paths.resources(), kept, ignore=shutil.ignore_patterns("NotoSansEthiopic-*"))
    program = (
        "import sys; from pathlib import Path; from bolig_desktop import paths\n"
        "paths.resources = lambda: Path(sys.argv[1])\n"
        "from guides import a_family, nordvik; from bolig_desktop.casefile import CaseFile\n"
        "from bolig_desktop.documents import filing; from bolig_desktop.errors import Refused\n"
        "from bolig_desktop.storage.file import open_in_memory\n"
        "case = CaseFile(open_in_memory()); nordvik(case); household = a_family(case)\n"
        "try: filing.print_and_file(case, 'binder', household, 'ti')\n"
        "except Refused as refused: print(refused.problems[0].code, refused.problems[0].facts['file'])\n"
        "print(case.papers.count(), case.binder_editions.count())"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    said = subprocess.run(
        [sys.executable, "-c", program, str(kept)], capture_output=True, text=True, env=environment, check=True
    )
    assert said.stdout.split() == ["paper.font_missing", "NotoSansEthiopic-Bold.ttf", "0", "0"]


def test_the_contents_lead_to_the_pages_they_name(full):
    case, household = full
    pages = pages_of(kinds.produce(case, "binder", household, "en").content)
    contents = pages[1]
    for title in ("Husleien", "Luft og fukt", "Bostøtte", "Veien videre til egen bolig"):
        number = int(contents.split(title)[1].split()[0])
        assert title in pages[number - 1], title


def test_a_house_that_knows_nothing_has_no_rooms_facts():
    case = CaseFile(open_in_memory(), clock=clock.fixed(TODAY))
    house, room = a_house_with_rooms(case, 1)
    household = a_household(case).id
    facts = {"kind": TenancyKind.ROOM, "starts_on": date(2025, 1, 1), "ends_on": None}
    a_tenancy(case, dwelling_id=room.id, household_id=household, **facts)
    told = binder_facts.gather(case, household, TODAY)
    assert told.guide.stopcock is None and told.house_rules is None and told.waste == ()
    assert binder.prints_of(case, household, "nb")
    assert a_dwelling(case).house_id is None and house.id is not None


def test_the_language_is_of_whoever_signs_then_their_second_and_never_of_one_who_left(case):
    a_municipality(case)
    second = a_household(case, a_person(case, language="my", second_language="so"))
    assert editions.language_of(case, second.id) == "so"
    gone = a_household(case, a_person(case, language=""))
    left = {"household_id": gone.id, "role": MemberRole.OTHER, "left_on": date(2026, 1, 1)}
    case.save(Membership(**left, person_id=a_person(case, language="so").id))
    assert editions.language_of(case, gone.id) == "nb"
    late = case.save(Household(kind=HouseholdKind.SINGLE))
    for role, code in ((MemberRole.OTHER, "so"), (MemberRole.MAIN, "ti")):
        person = a_person(case, language=code)
        case.memberships.add(Membership(household_id=late.id, person_id=person.id, role=role))
    assert editions.language_of(case, late.id) == "ti"


def test_a_child_who_has_left_takes_the_childrens_section_along_and_that_is_told(full):
    case, household = full
    told = binder_facts.gather(case, household, TODAY)
    assert (told.children, told.minor) == (True, False)
    filing.print_and_file(case, "binder", household, "ti")
    before = dict(binder.prints_of(case, household, "ti"))
    child = next(m for m in case.memberships.of_household(household) if m.role is MemberRole.CHILD)
    case.save(dataclasses.replace(child, left_on=date(2026, 11, 1)))
    assert not binder_facts.gather(case, household, TODAY).children
    gone = before.keys() - dict(binder.prints_of(case, household, "ti")).keys()
    assert gone and gone <= set(editions.state_of(case, household).changed)


def test_who_rents_privately_does_not_live_with_us(case):
    a_municipality(case)
    household = a_household(case).id
    a_tenancy(case, household_id=household, kind=TenancyKind.PRIVATE, starts_on=date(2025, 1, 1), ends_on=None)
    assert editions.living_with_us(case) == []


def test_each_language_counts_its_own_editions(full):
    case, household = full
    filing.print_and_file(case, "binder", household, "ti")
    assert kinds.produce(case, "binder", household, "en").edition == 1


def test_the_days_of_the_housing_allowance_are_not_mixed_up(full):
    case, household = full
    told = binder_facts.gather(case, household, TODAY)
    apply_day, pay_day = (parameters.number(f"housing_allowance_{what}_day", TODAY, []) for what in ("apply", "pay"))
    assert apply_day != pay_day
    assert (told.apply_day, told.pay_day) == (apply_day, pay_day)
