"""Where a letter goes: the dwelling, a guardian, or the post box of a household with a graded address."""

import dataclasses
from datetime import date

import pytest
from letters import RUNNING, SUBJECTS, a_letter, lease, matter, nordvik
from reading import letters, pages, words
from test_letters import OF_NOBODY, TO_AN_OFFICE
from test_paper_injection import assert_stands
from test_paragraph import STRANGE

from bolig_desktop.documents import kinds, subjects
from bolig_desktop.documents.letter_facts import common
from bolig_desktop.documents.subjects import About
from bolig_desktop.dwellings.records import DwellingKind
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Contact, ContactRole, Grading, HouseholdKind, MemberRole, Membership
from bolig_desktop.tenancies.records import MatterKind, TenancyKind
from build import a_dwelling, a_household, a_person, a_shielded_household, a_tenancy

TODAY = date(2026, 11, 22)
STREET = "Hemmeliggata 77"
TO_SOMEBODY = sorted(set(SUBJECTS) - set(OF_NOBODY))
"""The others are about a home and no household; tests/privacy/test_maintenance_hidden.py searches them."""


@pytest.fixture
def case(case):
    nordvik(case)
    return case


def address(case, about: About):
    facts = common(case, about, TODAY)
    return facts["tenants"], facts["guardian"], facts["address"]


def of(case, tenancy) -> About:
    return subjects.find(case, "tenancy", tenancy.id)


def test_the_tenants_at_their_dwelling(case):
    assert address(case, of(case, lease(case))) == (("Selam Tesfay",), "", ("Storgata 14 B", "8099 Nordvik"))


def test_a_room_is_written_to_its_own_tenant(case):
    house = a_dwelling(case, kind=DwellingKind.SHARED_HOUSE, unit_number="")
    room = a_dwelling(case, kind=DwellingKind.ROOM, house_id=house.id, name="rom 3", unit_number="")
    facts = common(case, of(case, lease(case, kind=TenancyKind.ROOM, dwelling_id=room.id)), TODAY)
    assert facts["dwelling"] == "rom 3, Storgata 14 B, 8099 Nordvik"
    assert facts["tenants"] == ("Selam Tesfay",)


def test_who_has_moved_on_is_written_to_where_they_live_now(case):
    household = a_household(case, a_person(case, postal_address="Postboks 9\n8001 Bodø"))
    old = lease(case, household_id=household.id, moved_out_on=date(2026, 10, 31))
    assert address(case, of(case, old))[2] == ("Postboks 9", "8001 Bodø")
    new = a_dwelling(case, street="Fjellgata 8")
    case.tenancies.add(dataclasses.replace(old, id=None, dwelling_id=new.id, starts_on=date(2026, 11, 1),
                                           ends_on=None, moved_out_on=None))  # fmt: skip
    assert address(case, of(case, old))[2] == ("Fjellgata 8", "8099 Nordvik")


def test_an_unknown_address_is_a_line_to_write_on(case):
    household = a_household(case, a_person(case), kind=HouseholdKind.SINGLE)
    application = case.matters.add(
        dataclasses.replace(
            matter(case, MatterKind.HOUSING_APPLICATION), id=None, household_id=household.id, tenancy_id=None,
            due_on=date(2026, 12, 1), reason="Venter.",
        )
    )  # fmt: skip
    made = kinds.produce(case, "D23", application.id)
    assert "____" in words(made.content)
    assert (made.tenancy_id, made.household_id, made.matter_id) == (None, household.id, application.id)


def minor_household(case, born=date(2009, 5, 1), guardian=True):
    household = a_household(case, a_person(case, born_on=born), kind=HouseholdKind.UNACCOMPANIED_MINOR)
    if guardian:
        case.contacts.add(Contact(household_id=household.id, name="Rut Verge", role=ContactRole.GUARDIAN,
                                  address="Vergeveien 1, 8010 Bodø"))  # fmt: skip
    return household


def test_a_minors_letter_goes_to_the_guardian_with_a_copy_to_the_minor(case):
    made = kinds.produce(case, "D11b", lease(case, household_id=minor_household(case).id, guardian="Rut Verge").id)
    first = pages(made.content)[0]
    top = first.split("Flytteoppfordring")[0]
    assert "Rut Verge verge eller representant for Selam Tesfay Vergeveien 1 8010 Bodø" in top
    assert "Storgata" not in top
    assert "er det leieren selv som menes" in first
    assert "Kopi til: Selam Tesfay" in words(made.content)


def test_a_minor_under_fifteen_gets_no_copy(case):
    household = minor_household(case, born=date(2012, 1, 1))
    text = words(kinds.produce(case, "D11b", lease(case, household_id=household.id, guardian="Rut Verge").id).content)
    assert "Kopi til" not in text


def test_an_unknown_guardian_is_a_line_to_write_on_and_never_the_minors_own_address(case):
    household = minor_household(case, guardian=False)
    tenancy = case.tenancies.add(dataclasses.replace(lease(case), id=None, household_id=household.id))
    top = pages(kinds.produce(case, "D11b", tenancy.id).content)[0].split("Flytteoppfordring")[0]
    assert "Vergen eller representanten for Selam Tesfay" in top
    assert "____" in top and "Storgata" not in top


def test_who_has_come_of_age_gets_their_own_post(case):
    household = minor_household(case, born=date(2007, 1, 1))
    about = of(case, lease(case, household_id=household.id, guardian="Rut Verge"))
    assert address(case, about) == (("Selam Tesfay",), "", ("Storgata 14 B", "8099 Nordvik"))


def test_a_grown_up_with_a_guardian_is_written_to_through_the_guardian(case):
    assert address(case, of(case, lease(case, guardian="Rut Verge")))[1:] == ("Rut Verge", ())


def shielded_subject(case, number):
    """Return a subject of this letter whose household has a graded address and lives in a street nobody may see."""
    subject = SUBJECTS[number](case)
    kind = kinds.find(number)
    about = subjects.find(case, kind.subject, subject)
    (member,) = case.memberships.of_household(about.household_id)
    case.people.change(dataclasses.replace(case.people.get(member.person_id), grading=Grading.CONFIDENTIAL))
    home = a_dwelling(case, street=STREET, unit_number="H0707", gnr="771", bnr="772")
    case.tenancies.change(dataclasses.replace(about.lease, dwelling_id=home.id))
    return subject


@pytest.mark.parametrize("language", ["nb", "nn"])
@pytest.mark.parametrize("number", TO_SOMEBODY)
def test_no_letter_puts_a_graded_address_beside_the_name(case, number, language):
    """AG-2, AG-3: to the post box, and the dwelling stands nowhere in the letter or its title."""
    made = kinds.produce(case, number, shielded_subject(case, number), language)
    text = words(made.content)
    for hidden in ("Hemmelig", "H0707", "771"):
        assert hidden not in text
        assert len(hidden) < 4 or hidden.encode() not in made.content
        assert hidden not in made.title
    if number not in (*TO_AN_OFFICE, "D6"):
        assert "Selam Tesfay SOT7 Postboks 2094 Vika 0125 Oslo" in text


def test_the_street_is_on_the_letter_where_nobody_is_shielded(case):
    """The control: the same letter of an open household has the street."""
    home = a_dwelling(case, street=STREET)
    assert "Hemmelig" in words(kinds.produce(case, "D11b", lease(case, dwelling_id=home.id).id).content)


def test_a_child_with_code_7_shields_the_whole_household(case):
    household = a_household(case, a_person(case), kind=HouseholdKind.SINGLE_PARENT)
    child = a_person(case, given_name="Abel", grading=Grading.CONFIDENTIAL)
    case.memberships.add(Membership(household_id=household.id, person_id=child.id, role=MemberRole.CHILD))
    assert address(case, of(case, lease(case, household_id=household.id)))[2][0] == "SOT7"


@pytest.mark.parametrize("number", ["D4", *TO_SOMEBODY])
def test_code_6_is_refused_everywhere(case, number):
    subject = a_tenancy(case).id if number == "D4" else SUBJECTS[number](case)
    about = subjects.find(case, kinds.find(number).subject, subject)
    (member,) = case.memberships.of_household(about.household_id)
    case.people.change(dataclasses.replace(case.people.get(member.person_id), grading=Grading.STRICTLY_CONFIDENTIAL))
    with pytest.raises(Refused) as refused:
        kinds.produce(case, number, subject)
    assert [problem.code for problem in refused.value.problems] == ["tenancy.code_6"]


@pytest.mark.parametrize("payload", [p for p in STRANGE if p.strip()])
@pytest.mark.parametrize("number", ["D11b", "D18", "D22"])
def test_a_strange_name_stands_as_it_is(case, number, payload):
    subject = SUBJECTS[number](case)
    facts = {"tenants": (payload,), "guardian": "", "dwelling": payload, "case_number": payload}
    assert_stands(facts | {"tenants": payload, "guardian": payload}, a_letter(case, number, subject, **facts))


@pytest.mark.parametrize("payload", ["<b>Ali</b> & Co", "علي حسن", "ተስፋይ", "Ola 😀 Å{du}"])
def test_strange_reasons_and_guardians_stand_as_they_are(case, payload):
    subject = SUBJECTS["D14"](case)
    pdf = a_letter(case, "D14", subject, reason=payload, about=payload, guardian=payload, address=(payload,))
    assert_stands({"reason": payload}, pdf)
    assert letters(pdf)


def test_a_shielded_household_keeps_its_name_inside_its_own_letter(case):
    household = a_shielded_household(case)
    text = words(kinds.produce(case, "D11a", lease(case, household_id=household.id, **RUNNING).id).content)
    assert "Zahra Hemmelig-Navnesen" in text
