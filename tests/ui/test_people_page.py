"""The page of households driven by visible words and the keyboard; what is asserted stands in the file."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from bolig_desktop.people.records import (
    Contact,
    Grading,
    Household,
    HouseholdKind,
    LeaveReason,
    MemberRole,
    Membership,
    Person,
)
from bolig_desktop.storage.rows import column_names
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people import form as forms
from bolig_desktop.ui.people.page import HouseholdsPage, place_of_person
from build import a_dwelling, a_household, a_person, a_shielded_household, a_tenancy
from drive import press, seen, the_field, write
from windows import open_case, open_page


@pytest.fixture
def page(qtbot, case):
    return opened(qtbot, case)


def opened(qtbot, case):
    return open_page(qtbot, case, HouseholdsPage, follows=("people",))


def search_for(page, words):
    write(page.window, "Hva heter personen?", words)


def only_person(case):
    (person,) = case.people.list()
    return person


def test_a_household_and_its_main_person_are_made_and_found_again(qtbot, case):
    page = opened(qtbot, case)
    press(page.window, "Ny husstand")
    write(page.window, "Type husstand", "Par")
    write(page.window, "Navn på husstanden", "paret Tesfay")
    press(page.window, "Opprett husstand")
    search_for(page, "Selam Tesfay")
    press(page.window, "Ny person")
    write(page.window, "Født", "4.3.88")
    write(page.window, "Bosatt", "1.11.2025")
    write(page.window, "Språk", "tigrinja")
    press(page.window, "Legg til")
    person = only_person(case)
    assert (person.given_name, person.family_name, person.born_on) == ("Selam", "Tesfay", date(1988, 3, 4))
    assert (person.settled_on, person.language) == (date(2025, 11, 1), "ti")
    (membership,) = case.memberships.list()
    assert (membership.role, membership.joined_on) == (MemberRole.MAIN, case.clock())
    again = opened(qtbot, case)
    again.open(Place(topic="households", id=membership.household_id, tab="members"))
    assert again.case_panel.header.title.text() == "paret Tesfay"
    assert "38 år, født 04.03.1988 · tigrinja · bosatt 01.11.2025 · tilskuddsår 2" in seen(again.members)


def test_one_undo_takes_back_person_and_membership(case, page):
    household = a_household(case, a_person(case), kind=HouseholdKind.COUPLE)
    open_case(page, household, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "Yonas Tesfay")
    press(page.window, "Ny person")
    write(page.window, "Rolle i husstanden", "Ektefelle eller samboer")
    press(page.window, "Legg til")
    assert (case.people.count(), case.memberships.count()) == (2, 2)
    page.session.undo()
    assert (case.people.count(), case.memberships.count()) == (1, 1)
    assert "Yonas" not in seen(page.members)


@pytest.mark.parametrize("typed", ["Muhamad Ali", "Ali Mohammed", "mohamed"])
def test_somebody_already_here_is_offered_whatever_the_spelling(case, page, typed):
    mohammed = a_person(case, given_name="Mohammed", family_name="Ali")
    a_household(case, mohammed)
    other = a_household(case, a_person(case, given_name="Hodan", family_name="Warsame"))
    open_case(page, other, "members")
    press(page.members, "Legg til medlem")
    search_for(page, typed)
    assert "Mohammed Ali" in seen(page.members.new_member)
    assert "født 04.03.1988" in seen(page.members.new_member)


def test_somebody_who_moved_out_can_move_in_again(case, page):
    yonas = a_person(case, given_name="Yonas", family_name="Haile")
    household = a_household(case, a_person(case), yonas)
    old = case.memberships.of_person(yonas.id)[0]
    case.save(dataclasses.replace(old, left_on=date(2025, 1, 1)))
    open_case(page, household, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "Yonas")
    press(page.window, "Bruk denne")
    write(page.window, "Rolle i husstanden", "Annen")
    press(page.window, "Legg til")
    assert [m.left_on for m in case.memberships.of_person(yonas.id)] == [date(2025, 1, 1), None]


def test_the_one_who_is_here_moves_in_and_leaves_the_other_household_the_same_day(case, page):
    yonas = a_person(case, given_name="Yonas", family_name="Haile")
    before = a_household(case, yonas)
    after = a_household(case, a_person(case))
    open_case(page, after, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "jonas haile")
    press(page.window, "Bruk denne")
    write(page.window, "Rolle i husstanden", "Ektefelle eller samboer")
    write(page.window, "Med fra", "1.11.2026")
    press(page.window, "Legg til")
    assert case.people.count() == 2
    (old,) = case.memberships.of_household(before.id)
    assert (old.left_on, old.leave_reason) == (date(2026, 11, 1), LeaveReason.MOVED_OUT)
    assert [m.person_id for m in case.memberships.of_household(after.id)][1] == yonas.id
    page.session.undo()
    assert case.memberships.of_household(before.id)[0].left_on is None
    assert len(case.memberships.of_household(after.id)) == 1


def test_a_name_that_sounds_like_somebodys_is_asked_about_before_it_is_made(case, page):
    household = a_household(case, a_person(case, given_name="Mohammed", family_name="Ali"))
    open_case(page, household, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "Zemzem Kidane")
    press(page.window, "Ny person")
    write(page.window, "Rolle i husstanden", "Annen")
    write(page.window, "Fornavn", "Muhammad")
    write(page.window, "Etternavn", "Ali")
    press(page.window, "Legg til")
    assert case.people.count() == 1
    assert "Navnet ligner på et som er her fra før" in seen(page.members.new_member)
    press(page.window, "Legg til")
    assert case.people.count() == 2


def test_a_half_filled_new_member_is_there_after_the_program_was_killed(qtbot, case, page):
    household = a_household(case)
    open_case(page, household, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "Yonas Haile")
    press(page.window, "Ny person")
    write(page.window, "Født", "31.2.1990")
    qtbot.waitUntil(lambda: any("born_on" in draft.typed for draft in case.drafts.of_topic("new_member")))
    again = opened(qtbot, case)
    open_case(again, household, "members")
    assert the_field(again.window, "Fornavn").text() == "Yonas"
    assert the_field(again.window, "Født").text() == "31.2.1990"
    assert "februar" in seen(again.members.new_member)
    press(again.window, "Avbryt")
    assert case.drafts.of_topic("new_member") == []


def test_a_member_is_changed_in_place_and_saved_as_one_goes(case, page):
    person = a_person(case)
    household = a_household(case, person)
    open_case(page, household, "members")
    press(page.window, "Selam Tesfay")
    write(page.window, "Telefon", "41 23 45 67")
    write(page.window, "Flyttet ut", "1.10.2026")
    write(page.window, "Hvorfor", "Flyttet ut")
    assert case.people.get(person.id).phone == "41 23 45 67"
    (membership,) = case.memberships.of_household(household.id)
    assert (membership.left_on, membership.leave_reason) == (date(2026, 10, 1), LeaveReason.MOVED_OUT)
    assert any(
        w.accessibleName() == "Flyttet ut 01.10.2026" for w in page.members.findChildren(QWidget) if w.isVisible()
    )


def test_identity_numbers_stay_hidden_until_they_are_asked_for(qtbot, case, page):
    person = a_person(case, born_on=date(1950, 5, 17), duf_number="")
    household = a_household(case, person)
    open_case(page, household, f"members person_id={person.id}")
    press(page.window, "Fødselsnummer, D-nummer og DUF-nummer")
    write(page.window, "DUF-nummer", "200816832910")
    assert case.people.get(person.id).duf_number == "200816832910"
    entry = the_field(page.window, "DUF-nummer")
    assert "200816832910" not in entry.displayText()
    qtbot.keyClicks(entry, "5")
    assert entry.text() == "200816832910"
    press(page.members, "Vis nummer")
    assert entry.displayText() == "200816832910"


def test_a_person_found_by_search_is_opened_in_their_household(case, page):
    person = a_person(case, given_name="Rahel", family_name="Abraha")
    household = a_household(case, a_person(case), person)
    assert place_of_person(case, person.id) == Place(
        topic="households", id=household.id, tab=f"members person_id={person.id}"
    )
    page.open(Place(topic="people", id=person.id))
    assert page.record.id == household.id
    assert page.case_panel.tabs.current() == "members"
    assert the_field(page.window, "Fornavn").text() == "Rahel"


def test_a_person_in_no_household_is_said_so(case, page, qtbot):
    person = a_person(case)
    with qtbot.waitSignal(page.said) as said:
        page.open(place_of_person(case, person.id))
    assert "ikke med i noen husstand" in said.args[0]


def test_one_who_was_written_down_by_mistake_is_removed_and_comes_back(case, page):
    main, other = a_person(case), a_person(case, given_name="Feil", family_name="Ført")
    household = a_household(case, main, other)
    open_case(page, household, f"members person_id={other.id}")
    press(page.window, "Fjern fra husstanden")
    press(page.window, "Fjern")
    assert (case.people.count(), case.memberships.count()) == (1, 1)
    page.session.undo()
    assert {p.given_name for p in case.people.list()} == {"Selam", "Feil"}
    assert len(case.memberships.of_household(household.id)) == 2


def test_code_6_is_refused_with_where_the_case_belongs_and_nothing_is_kept(case, page):
    household = a_household(case)
    open_case(page, household, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "Ukjent Navnesen")
    press(page.window, "Ny person")
    write(page.window, "Rolle i husstanden", "Annen")
    press(page.window, "Adressesperre")
    write(page.window, "Gradert adresse", "Strengt fortrolig (kode 6)")
    write(page.window, "Telefon", "41 23 45 67")
    press(page.window, "Legg til")
    assert case.people.count() == 1
    assert "lagres verken telefon" in page.members.new_member.form.person_form.fields["phone"].problem()
    write(page.window, "Telefon", " ")
    press(page.window, "Legg til")
    assert case.people.count() == 1
    said = seen(page.members.new_member)
    assert "kan ikke settes i en husstand. Saken hører hjemme i kommunens egen særskilte rutine" in said
    assert "folkeregisterloven" in said
    assert "særskilte rutine" in page.members.new_member.form.person_form.fields["grading"].problem()
    page.leave()
    assert case.drafts.of_topic("new_member") == []


def test_a_member_who_gets_code_6_is_hidden_at_once_and_told_what_is_wrong_beside_the_field(case, page):
    person = a_person(case, phone="41 23 45 67", postal_address="Storgata 1")
    household = a_household(case, person)
    open_case(page, household, f"members person_id={person.id}")
    press(page.window, "Adressesperre")
    write(page.window, "Gradert adresse", "Strengt fortrolig (kode 6)")
    kept = case.people.get(person.id)
    assert (kept.grading, kept.phone, kept.postal_address) == (Grading.STRICTLY_CONFIDENTIAL, "", "")
    said = page.members.box.person_form.fields["grading"].problem()
    assert "Ta personen ut av husstanden, og bruk kommunens egen særskilte rutine" in said
    assert "står fortsatt i filens historikk" in said
    page.session.undo()
    assert case.people.get(person.id) == person


def test_a_shielded_household_has_its_name_only_inside_its_own_case(qtbot, case):
    household = a_shielded_household(case)
    page = opened(qtbot, case)
    table = page.list_panel.table
    assert [table.model().index(0, at).data() for at in range(table.model().columnCount())] == [
        f"Skjermet husstand {household.id}", "", "", "", "", "", "",
    ]  # fmt: skip
    open_case(page, household)
    assert "Hemmelig-Navnesen" in page.case_panel.header.title.text()
    (banner,) = [b for b in page.case_panel.banners() if b.title.text().startswith("Skjermet")]
    assert f"Skjermet husstand {household.id}" in seen(banner)
    assert "Hemmelig" not in seen(page.list_panel)
    assert "Hemmelig" not in page.window.windowTitle()


def test_shielded_people_are_not_offered_when_somebody_is_let_in(case, page):
    a_shielded_household(case)
    other = a_household(case)
    open_case(page, other, "members")
    press(page.members, "Legg til medlem")
    search_for(page, "Zahra Hemmelig-Navnesen")
    assert page.members.new_member.alike.people == []


def test_the_quick_filters_sort_households_by_what_one_does_next(case, page, qtbot):
    housed = a_household(case, a_person(case, given_name="Ada", interpreter=True))
    a_tenancy(case, household_id=housed.id, dwelling_id=a_dwelling(case).id, ends_on=None)
    a_household(case, a_person(case, given_name="Bo"))
    a_household(case, a_person(case, given_name="Ali"), closed_on=date(2026, 1, 1), registered_on=date(2020, 1, 1))
    a_shielded_household(case)
    again = opened(qtbot, case)
    counts = {}
    for key in ("all", "without", "housed", "interpreter", "closed"):
        again.list_panel.choose_chip(key)
        counts[key] = len(again.list_panel.table.shown())
    assert counts == {"all": 4, "without": 1, "housed": 1, "interpreter": 1, "closed": 1}


def test_contacts_are_added_and_tenancies_lead_on(case, page):
    household = a_household(case)
    tenancy = a_tenancy(case, household_id=household.id)
    open_case(page, household, "contacts")
    press(page.window, "Legg til kontakt")
    write(page.window, "Navn", "Kari Verge")
    write(page.window, "Rolle", "Verge eller representant")
    press(page.window, "Legg til")
    assert [c.name for c in case.contacts.of_household(household.id)] == ["Kari Verge"]
    open_case(page, household, "tenancies")
    press(page.window, "Storgata 14 B, H0201")
    assert page.gone[-1] == Place(topic="tenancies", id=tenancy.id)
    press(page.window, "Nytt leieforhold")
    assert page.gone[-1] == Place(topic="tenancies", tab=f"new household_id={household.id}")


def test_a_kind_that_does_not_fit_the_members_is_asked_about(case, page):
    household = a_household(case, a_person(case), a_person(case, given_name="Yonas"))
    open_case(page, household)
    assert any("«Enslig»" in banner.title.text() for banner in page.case_panel.banners())


@pytest.mark.parametrize(
    ("record", "make", "excused"),
    [
        (Household, lambda clock: forms.HouseholdForm(clock), forms.NOT_ON_FORM),
        (Person, lambda clock: forms.PersonForm(clock), forms.NOT_ON_FORM),
        (Membership, lambda clock: forms.MembershipForm(clock), forms.MEMBERSHIP_NOT_ON_FORM),
        (Contact, lambda clock: forms.ContactForm(), forms.CONTACT_NOT_ON_FORM),
    ],
)
def test_every_field_is_on_the_form_or_excused(qtbot, case, record, make, excused):
    form = make(case.clock)
    qtbot.addWidget(form)
    assert form.fields.keys() | excused == set(column_names(record))
    assert not form.fields.keys() & excused
