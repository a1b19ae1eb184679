"""The plan on paper (D29): the wish first, dates and who, no promise of a loan, an archive copy in every language."""

import io
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pdfa
import pypdfium2
import pytest

from bolig_desktop.career.records import Anchor, Plan, Rung, Scheme, SchemeKind, Step, StepKind
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.documents.kinds import find as find_paper
from bolig_desktop.documents.kinds import languages_of, produce
from bolig_desktop.errors import Refused
from bolig_desktop.tenancies.records import TenancyKind
from build import a_dwelling, a_household, a_municipality, a_person, a_tenancy

LANGUAGES = languages_of(find_paper("plan"))


@pytest.fixture
def plan(case) -> Plan:
    a_municipality(case)
    household = a_household(case, a_person(case, settled_on=date(2025, 1, 10)))
    facts = {"household_id": household.id}
    a_tenancy(case, **facts, starts_on=date(2025, 1, 10), ends_on=date(2028, 1, 9), rent_nok=9_000)
    made = case.save(
        Plan(**facts, wish="Et lite hus nær skolen", now=Rung.MUNICIPAL, goal=Rung.OWNED, made_on=date(2026, 1, 1))
    )
    case.save(Step(**facts, kind=StepKind.VIEWING, anchor=Anchor.LEASE_END, months_before=4))
    case.save(Step(**facts, kind=StepKind.OTHER, text="Åpne sparekonto", due_on=date(2027, 2, 1)))
    case.save(Scheme(**facts, kind=SchemeKind.START_LOAN, applied_on=date(2026, 5, 1)))
    return made


def said(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(io.BytesIO(pdf))
    return [page.get_textpage().get_text_bounded() for page in document]


def test_what_it_says_and_in_which_order(case, plan):
    (page,) = said(produce(case, "plan", plan.id, "nb").content)
    words = " ".join(page.split())
    for one, other in (("Et lite hus nær skolen", "frivillig"), ("frivillig", "Nå: Kommunal bolig")):
        assert words.index(one) < words.index(other)
    for there in (
        "Mål: Egen bolig",
        "09.09.2027",
        "Åpne sparekonto",
        "01.02.2027",
        "Startlån",
        "Søkt",
        "9. juli 2027",
    ):
        assert there in words, there
    assert "Hva et lån kan koste" not in words


def test_the_example_of_a_loan_stands_behind_and_promises_nothing(case, plan):
    case.save(replace(plan, loan_nok=2_000_000, loan_rate=Decimal("5"), loan_years=25, loan_free_years=0))
    pages = said(produce(case, "d29", plan.id, "nb").content)
    behind = " ".join(pages[-1].replace("\xa0", " ").split())
    assert len(pages) == 2 and "ikke et løfte om lån" in behind
    assert "11 691,80 kr" in behind and "9 000 kr" in behind and "avdragsfri" not in behind
    assert "Leien i dag: 12 × 9 000 kr" in behind and "178 167 kr" in behind, "the dearest year: 80 000 + interest"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_an_archive_copy_in_every_language(case, plan, language):
    case.save(replace(plan, loan_nok=2_000_000, loan_rate=Decimal("4.9"), loan_years=25, loan_free_years=5))
    assert pdfa.check(produce(case, "plan", plan.id, language).content) == []


@pytest.mark.parametrize("language", ["nb", "ar", "ti"])
def test_a_wish_of_three_thousand_letters_runs_over_pages_and_loses_nothing(case, plan, language):
    wish = " ".join(f"ord{number:03}" for number in range(428))
    case.save(replace(plan, wish=wish))
    words = "".join("".join(said(produce(case, "plan", plan.id, language).content)).split())
    assert all(f"ord{number:03}" in words for number in range(428))


def test_it_is_filed_on_the_household(case, plan):
    filed, _ = print_and_file(case, "plan", plan.id, "so")
    assert (filed.number, filed.household_id, filed.language) == ("D29", plan.household_id, "so")


def test_a_plan_there_is_none_of_is_refused(case, plan):
    with pytest.raises(Refused) as refused:
        produce(case, "plan", 99)
    assert refused.value.problems[0].code == "paper.no_plan"


def words_of(case, paper: str, lease_id: int) -> str:
    return " ".join(" ".join(said(produce(case, paper, lease_id, "nb").content)).replace("\xa0", " ").split())


def test_the_cover_of_an_application_asks_for_9s08_in_shared_housing_only(case, plan):
    (lease,) = case.tenancies.of_household(plan.household_id)
    assert "9s08" not in words_of(case, "housing-benefit", lease.id)
    case.tenancies.change(replace(lease, kind=TenancyKind.ROOM))
    there = words_of(case, "d20", lease.id)
    assert "9s01 og 9s08" in there and "Leie: 9 000 kr" in there


def test_the_annex_has_blanks_for_what_nobody_knows(case, plan):
    (lease,) = case.tenancies.of_household(plan.household_id)
    blank = words_of(case, "rent-to-own", lease.id)
    known = Scheme(
        household_id=plan.household_id, kind=SchemeKind.RENT_TO_OWN, granted=True, answered_on=date(2026, 6, 1),
        price_nok=2_100_000, starts_on=date(2026, 6, 1), ends_on=date(2031, 5, 31),
    )  # fmt: skip
    case.save(known)
    filled = words_of(case, "d26", lease.id)
    assert filled.count("____________________") < blank.count("____________________")
    assert "2 100 000 kr" in filled and "31. mai 2031" in filled and "2 100 000" not in blank


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plan_with_nothing_in_it_is_one_page_and_a_full_one_signs_under_what_signing_means(case, plan, language):
    bare = case.save(Plan(household_id=a_household(case).id, made_on=date(2026, 11, 22)))
    assert len(said(produce(case, "plan", bare.id, language).content)) == 1
    for kind in StepKind:
        text = "Et eget steg med en lang forklaring av hva som skal gjøres, og sammen med hvem det skal gjøres"
        case.save(Step(household_id=plan.household_id, kind=kind, text=text, due_on=date(2027, 3, 1)))
    for kind in SchemeKind:
        case.save(Scheme(household_id=plan.household_id, kind=kind))
    pages = [" ".join(page.split()) for page in said(produce(case, "plan", plan.id, language).content)]
    means, lines = (
        ("De kan skrive under", "For husstanden") if language == "nn" else ("Dere kan skrive", "For husstanden")
    )
    assert [means in page for page in pages] == [lines in page for page in pages]


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_the_annex_is_signed_once_by_each_and_no_page_has_signatures_alone(case, language):
    a_municipality(case)
    names = {
        "given_name": "Gebremeskel-Weldemariam Hailemichael",
        "family_name": "Tesfamariam-Woldegebriel Habtemariam",
    }
    for person, pages in ((a_person(case), 1), (a_person(case, **names), 2)):
        lease = a_tenancy(
            case, household_id=a_household(case, person).id, dwelling_id=a_dwelling(case, street=f"Gata {pages}").id,
            starts_on=date(2025, 1, 10), ends_on=date(2028, 1, 9),
        )  # fmt: skip
        shown = [" ".join(page.split()) for page in said(produce(case, "d26", lease.id, language).content)]
        assert len(shown) == pages
        assert "startlån" in shown[-1], "the last clause stands with the signatures"
        assert "hilsen" not in " ".join(shown) and "helsing" not in " ".join(shown)
        assert " ".join(shown).count("Sted og dato" if language == "nb" else "Stad og dato") == 2
