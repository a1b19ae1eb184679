"""D31 in every way a tenancy can end: who gets what, in words and in sums, and what the bank is sent."""

from datetime import date

import pytest
from letters import LINES, an_account, lease, moved_out, nordvik
from reading import pages, words

from bolig_desktop.documents import kinds
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Contact, ContactRole, HouseholdKind, MemberRole, Membership
from bolig_desktop.tenancies.records import FinalAccountLine, LineKind, SecurityKind, TenancyKind
from build import a_household, a_person, a_shielded_household

K = LineKind
RENT = (K.UNPAID_RENT, 950_000, "oktober 2026", "")
DAMAGE = (K.DAMAGE, 432_550, "hull i soveromsdøren", "faktura 4471")
DEPOSIT = (K.DEPOSIT, 2_850_000, "", "")
INTEREST = (K.INTEREST, 98_765, "", "årsoppgave")
NO_DEPOSIT = {"deposit_nok": None, "deposit_bank": "", "deposit_account": ""}


@pytest.fixture
def case(case):
    nordvik(case, account_number="15060012340")
    return case


def made(case, about, *lines, language="nb"):
    return kinds.produce(case, "d31", an_account(case, about, *lines).id, language)


def refused(case, about) -> list[str]:
    with pytest.raises(Refused) as problem:
        kinds.produce(case, "final-account", about.id)
    return [one.code.removeprefix("paper.") for one in problem.value.problems]


RESULTS = [
    ((DEPOSIT,), "Du får hele depositumet, 28 500,00 kr, og rentene på kontoen."),
    ((DEPOSIT, RENT), "Du får 19 000,00 kr av depositumet, og rentene på kontoen. Kommunen får 9 500,00 kr."),
    ((DEPOSIT, (K.OTHER_CLAIM, 2_850_000, "nøkler", "")),
     "Kommunen får hele depositumet, 28 500,00 kr. Du får rentene på kontoen."),
    ((DEPOSIT, (K.OTHER_CLAIM, 2_850_001, "nøkler", "")),
     "Depositumet dekker ikke alt. Du skylder fortsatt kommunen 0,01 kr."),
    ((DEPOSIT, RENT, (K.PAYMENT, 950_050, "", "")),
     "Kommunen skylder deg 0,50 kr. Du har betalt mer enn kravene, og får det tilbake."),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "said"), RESULTS)
def test_the_result_stands_first_and_says_who_gets_what(case, lines, said):
    text = pages(made(case, moved_out(case), *lines).content)[0]
    assert text.index(said) < text.index("Krav og betaling")


def test_a_result_is_said_in_one_way_only(case):
    text = words(made(case, moved_out(case), DEPOSIT, RENT).content)
    assert "hele depositumet" not in text and "Depositumet dekker ikke alt" not in text
    assert "Ingen skylder noe" not in text and "Det du skylder" not in text


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ((RENT,), "Du skylder kommunen 9 500,00 kr."),
        ((RENT, (K.PAYMENT, 950_000, "", "")), "Oppgjøret går opp. Ingen skylder noe."),
        (((K.PAYMENT, 100, "", ""),), "Kommunen skylder deg 1,00 kr."),
    ],
)
def test_without_a_deposit_there_is_nothing_for_the_bank(case, lines, said):
    paper = made(case, moved_out(case, **NO_DEPOSIT), *lines)
    text = words(paper.content)
    assert said in text
    assert "Samtykke" not in text and "fem uker" not in text and "rentene" not in text
    assert paper.template.startswith("final_account/")


def test_a_deposit_never_paid_in_is_said_and_nothing_is_released(case):
    text = words(made(case, moved_out(case), (K.DEPOSIT, 0, "", ""), RENT).content)
    assert "28 500 kr er avtalt, men ingenting er satt inn" in text
    assert "Du skylder kommunen 9 500,00 kr." in text and "Samtykke til utbetaling" not in text


def test_a_guarantee_in_place_of_a_deposit(case):
    about = moved_out(case, **NO_DEPOSIT, guarantee_kind=SecurityKind.NAV, guarantee_nok=28500)
    text = words(made(case, about, RENT).content)
    assert "Garanti for inntil 28 500 kr" in text
    assert "Kommunen kan også kreve beløpet av garantisten" in text
    assert "gjelder også overfor garantisten (§ 3-6)" in text
    settled = words(made(case, about, (K.PAYMENT, 950_000, "", "")).content)
    assert "garantisten" not in settled


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_interest_nobody_knows_is_shown_as_unknown(case, language):
    text = words(made(case, moved_out(case), DEPOSIT, RENT, language=language).content)
    assert ("Kommunen kjenner ikke rentene" if language == "nb" else "Kommunen kjenner ikkje rentene") in text
    assert ("ikke kjent" if language == "nb" else "ikkje kjent") in text
    assert "Rentene var" not in text and "med renter" not in text


def test_damage_without_a_receipt_says_so(case):
    with_it = words(made(case, moved_out(case), DEPOSIT, DAMAGE).content)
    assert "uten bilag" not in with_it and "faktura 4471" in with_it and "Kopi av bilagene" in with_it
    without = words(made(case, moved_out(case), DEPOSIT, (*DAMAGE[:3], "")).content)
    assert "uten bilag" in without and "Kopi av bilagene" not in without


@pytest.mark.parametrize("same_bank", [True, False])
def test_what_the_bank_waits_for_follows_the_clause_of_the_lease(case, same_bank):  # HL-3-5c
    text = words(made(case, moved_out(case, deposit_same_bank=same_bank), DEPOSIT, RENT).content)
    assert "bevis for at kommunen har reist sak" in text
    assert ("dokumenterte krav om skyldig leie" in text) is same_bank
    assert ("bevis for at du har reist sak" in text) is same_bank


def test_the_bank_is_told_the_sums_and_nothing_of_what_they_are_for(case):
    """The bank pays by both signatures; what is claimed, and why, is between landlord and tenant."""
    paper = made(case, moved_out(case), *LINES)
    *_, release = pages(paper.content)
    assert "Side 1 av 1" in release and f"Side 1 av {paper.pages - 1}" in pages(paper.content)[0]
    assert release.index("Nordvik Sparebank") < release.index("Samtykke til utbetaling")
    assert "11 890,02 kr til utleieren, Nordvik kommune, på konto 1506 00 12340" in release
    assert "16 609,98 kr, og alle rentene til utbetalingsdagen, til leieren, Selam Tesfay, på konto ____" in release
    for private in ("Skade", "soveromsdøren", "faktura", "Ubetalt", "Storgata", "9 500,00 kr", "4 325,50 kr"):
        assert private not in release
        assert private in words(paper.content)
    assert release.count("Sted og dato") == 2


def test_where_the_landlord_gets_nothing_the_bank_pays_the_tenant_alone(case):
    *_, release = pages(made(case, moved_out(case), DEPOSIT).content)
    assert "til utleieren" not in release
    assert "28 500,00 kr, og alle rentene" in release


def test_where_the_landlord_gets_all_the_tenant_still_gets_the_interest(case):
    *_, release = pages(made(case, moved_out(case), DEPOSIT, (K.OTHER_CLAIM, 2_900_000, "nøkler", "")).content)
    assert "28 500,00 kr til utleieren" in release and "29 000" not in release
    assert "Alle rentene til utbetalingsdagen til leieren" in release


def test_both_tenants_and_a_guardian_sign(case):
    people = [a_person(case, given_name=name) for name in ("Selam", "Yonas")]
    household = a_household(case, people[0], kind=HouseholdKind.COUPLE)
    case.save(Membership(household_id=household.id, person_id=people[1].id, role=MemberRole.PARTNER))
    *_, release = pages(made(case, moved_out(case, household_id=household.id), DEPOSIT).content)
    assert release.count("Sted og dato") == 3
    minor = a_household(case, a_person(case, born_on=date(2010, 1, 1)), kind=HouseholdKind.UNACCOMPANIED_MINOR)
    case.save(Contact(household_id=minor.id, name="Rut Verge", role=ContactRole.GUARDIAN))
    *_, release = pages(made(case, moved_out(case, household_id=minor.id, guardian="Rut Verge"), DEPOSIT).content)
    assert "Verge eller representant for leieren" in release and "Rut Verge" in release


def test_an_unknown_bank_and_account_are_lines_to_write_on(case):
    about = moved_out(case, deposit_bank="", deposit_account="")
    *_, release = pages(made(case, about, DEPOSIT).content)
    assert "Depositumskonto ____" in release


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_a_shielded_household_is_written_to_at_the_post_box_and_the_bank_learns_no_address(case, language):
    about = moved_out(case, household_id=a_shielded_household(case).id)
    paper = made(case, about, *LINES, language=language)
    text = words(paper.content)
    assert "Zahra Hemmelig-Navnesen SOT7 Postboks 2094 Vika 0125 Oslo" in text
    assert "Storgata" not in text and b"Storgata" not in paper.content
    assert "SOT7" not in pages(paper.content)[-1]


@pytest.mark.parametrize(
    ("facts", "lines", "codes"),
    [
        ({"moved_out_on": None}, (DEPOSIT,), ["not_moved_out"]),
        ({"moved_out_on": None}, (), ["not_moved_out", "no_final_account_lines"]),
        ({"moved_out_on": date(2026, 11, 23)}, (DEPOSIT,), ["not_moved_out"]),  # tomorrow
        ({"ends_on": None, "moved_out_on": None}, (DEPOSIT,), ["not_moved_out"]),
        ({}, (), ["no_final_account_lines"]),
        ({}, (RENT,), ["deposit_not_entered"]),
        (NO_DEPOSIT, (INTEREST,), ["deposit_not_entered"]),
    ],
)
def test_what_has_no_final_account_says_why(case, facts, lines, codes):
    assert refused(case, an_account(case, moved_out(case, **facts), *lines)) == codes


@pytest.mark.parametrize("facts", [{}, {"ends_on": None}, {"moved_out_on": date(2026, 11, 22)}])
def test_what_is_over_has_one(case, facts):
    assert made(case, moved_out(case, **facts), DEPOSIT).number == "D31"


def test_a_lease_of_anothers_has_none(case):
    about = lease(case, kind=TenancyKind.PRIVATE, moved_out_on=date(2026, 11, 10))
    assert refused(case, about) == ["not_our_lease"]


@pytest.mark.parametrize("count", [*range(9, 16), 40])
def test_many_lines_stand_on_several_pages_with_their_heading_and_their_sum(case, count):
    lines = [(K.OTHER_CLAIM, 100, f"krav nummer {at}", f"bilag {at}") for at in range(count)]
    paper = made(case, moved_out(case), DEPOSIT, *lines)
    said = pages(paper.content)
    assert said[0].count("Hva det gjelder") == 1
    owed = next(page for page in said if f"Skyldig {count},00 kr" in page)
    assert f"krav nummer {count - 1}" in owed, "the sum stands alone on a page"
    assert "Hva det gjelder" in owed.split(f"krav nummer {count - 1}")[0]
    account = next(page for page in said if "Satt inn på kontoen" in page)
    assert "Depositumskontoen" in account, "the table stands without its heading"


def test_lines_stand_by_kind_and_day(case):
    about = moved_out(case)
    for day in (date(2026, 10, 1), date(2026, 9, 1)):
        facts = {"kind": K.UNPAID_RENT, "dated_on": day, "amount_ore": 950_000, "reason": f"måned {day.month}"}
        case.save(FinalAccountLine(tenancy_id=about.id, **facts))
    an_account(case, about, DEPOSIT)
    text = words(kinds.produce(case, "d31", about.id).content)
    assert text.index("måned 9") < text.index("måned 10")


def test_a_strange_reason_stands_as_it_is(case):
    strange = "<b>døren</b> & {deposit_ore} **vindu**"
    paper = made(case, moved_out(case), DEPOSIT, (K.OTHER_CLAIM, 100, strange, "<i>1</i>"))
    assert strange.replace(" ", "") in words(paper.content).replace(" ", "")
