"""The page of papers driven by visible words and the keyboard; what is asserted stands in the file."""

import dataclasses
from datetime import date

import pytest
from PySide6.QtWidgets import QPushButton

from bolig_desktop.archive.records import Paper, SentHow
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.people.records import Grading
from bolig_desktop.storage.rows import column_names
from bolig_desktop.ui.archive import form as forms
from bolig_desktop.ui.archive.page import PapersPage
from bolig_desktop.ui.navigation import Place
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import column, press, the_dialog, words_on, write
from windows import open_case, open_page


@pytest.fixture
def page(qtbot, case):
    a_municipality(case)
    return open_page(qtbot, case, PapersPage)


def a_paper(page, tenancy, paper="lease"):
    return page.session.run(lambda case: print_and_file(case, paper, tenancy.id))[0]


def test_where_nothing_was_printed_the_page_says_what_to_do(page):
    assert "skriv ut leieavtalen" in words_on(page.list_panel)
    assert not [b for b in page.list_panel.findChildren(QPushButton) if b.isVisible() and b.text().startswith("Ny")]
    page.new()
    assert page.gone == []


def test_papers_are_listed_newest_first_and_their_pages_shown(case, page):
    tenancy = a_tenancy(case)
    lease, protocol = a_paper(page, tenancy), a_paper(page, tenancy, "takeover")
    assert column(page, "number") == ["D4", "D1"]
    assert column(page, "recipient") == ["Selam Tesfay", "Selam Tesfay"]
    assert column(page, "printed") == ["22.11.2026", "22.11.2026"]
    open_case(page, lease)
    assert page.case_panel.header.title.text() == "D1 Leieavtale for bolig"
    assert f"{lease.pages} sider" in page.case_panel.header.subtitle.text()
    assert f"Side 1 av {lease.pages}" in words_on(page.preview)
    open_case(page, protocol)
    assert f"Side 1 av {protocol.pages}" in words_on(page.preview)


def test_what_became_of_it_is_saved_as_one_goes(case, page):
    paper = a_paper(page, a_tenancy(case))
    open_case(page, paper)
    write(page.window, "Sendt eller levert", "21.11.26")
    write(page.window, "Hvordan", "Rekommandert")
    write(page.window, "Nummer i kommunens arkiv", "2026/123-4")
    write(page.window, "Arkivert", "22.11.26")
    kept = case.papers.get(paper.id)
    assert (kept.sent_on, kept.sent_how) == (date(2026, 11, 21), SentHow.REGISTERED)
    assert (kept.filed_as, kept.filed_on) == ("2026/123-4", date(2026, 11, 22))
    assert (kept.content, kept.sha256) == (paper.content, paper.sha256)
    assert page.case_panel.header.pill.accessibleName() == "21.11.2026"


def test_who_sent_it_is_proposed_and_when_it_came_is_only_what_is_known(case, page):
    a_municipality(case, case_officer="Aud Kvalnes")
    paper = a_paper(page, a_tenancy(case))
    open_case(page, paper)
    write(page.window, "Sendt eller levert", "20.11.26")
    kept = case.papers.get(paper.id)
    assert (kept.sent_by, kept.received_on) == ("Aud Kvalnes", None)
    write(page.window, "Sendt av", "Kari Nes")
    write(page.window, "Sendt eller levert", "21.11.26")
    write(page.window, "Sporingsnummer eller vitne", "RR123456785NO")
    write(page.window, "Kom fram", "22.11.26")
    kept = case.papers.get(paper.id)
    assert (kept.sent_by, kept.tracking, kept.received_on) == ("Kari Nes", "RR123456785NO", date(2026, 11, 22))


def test_what_has_a_number_in_the_archive_is_filed_today_unless_she_says_when(case, page):
    """Or the number would stand there, and I dag would go on asking for it."""
    paper = a_paper(page, a_tenancy(case))
    open_case(page, paper)
    write(page.window, "Nummer i kommunens arkiv", "2026/123-4")
    assert case.papers.get(paper.id).filed_on == date(2026, 11, 22)
    write(page.window, "Arkivert", "22.11.25")
    write(page.window, "Nummer i kommunens arkiv", "2026/5")
    assert case.papers.get(paper.id).filed_on == date(2025, 11, 22), "a day she has said stays"


def test_chips_show_what_is_not_sent_and_not_filed(case, page):
    tenancy = a_tenancy(case)
    lease, protocol = a_paper(page, tenancy), a_paper(page, tenancy, "takeover")
    page.session.run(lambda case: case.save(dataclasses.replace(lease, sent_on=date(2026, 11, 22))))
    page.session.run(lambda case: case.save(dataclasses.replace(protocol, filed_as="2026/9")))
    press(page.list_panel, "Ikke sendt  1")
    assert column(page, "number") == ["D4"]
    press(page.list_panel, "Ikke arkivert  1")
    assert column(page, "number") == ["D1"]
    press(page.list_panel, "Alle  2")
    assert column(page, "number") == ["D4", "D1"]


def test_saving_again_gives_the_exact_bytes_also_after_the_facts_changed(case, page, tmp_path):
    tenancy = a_tenancy(case)
    paper = a_paper(page, tenancy)
    page.session.run(lambda case: case.save(dataclasses.replace(tenancy, rent_nok=9900)))
    open_case(page, paper)
    page.choose_file = lambda over, name: tmp_path / name
    press(page.window, "Lagre som PDF")
    (saved,) = tmp_path.glob("*.pdf")
    assert saved.name == f"D1-{paper.id}.pdf"
    assert saved.read_bytes() == paper.content
    assert case.papers.count() == 1


def test_links_lead_to_the_household_and_the_tenancy(case, page):
    tenancy = a_tenancy(case)
    open_case(page, a_paper(page, tenancy))
    press(page.window, "Selam Tesfay")
    press(page.window, "Storgata 14 B, H0201, fra 01.11.2023")
    assert page.gone[-2:] == [
        Place(topic="households", id=tenancy.household_id),
        Place(topic="tenancies", id=tenancy.id),
    ]


def test_a_shielded_households_pages_are_shown_only_after_a_question(case, page):
    hidden = a_paper(page, a_tenancy(case, household_id=a_shielded_household(case).id))
    unit = a_dwelling(case, street="Parkveien 3")
    household = a_household(case, a_person(case, given_name="Amina", family_name="Karimi"))
    other = a_paper(page, a_tenancy(case, dwelling_id=unit.id, household_id=household.id))
    open_case(page, hidden)
    assert "Hemmelig" not in words_on(page.window)
    assert page.preview is None
    press(page.window, "Vis sidene …")
    press(the_dialog(), "Avbryt")
    assert page.preview is None
    press(page.window, "Vis sidene …")
    press(the_dialog(), "Vis papiret")
    assert page.preview.isVisible()
    open_case(page, other)
    assert page.preview.isVisible()
    open_case(page, hidden)
    assert not page.preview.isVisible(), "asked about again"


def test_who_was_shielded_after_the_printing_is_not_named_in_the_list(case, page):
    person = a_person(case)
    household = a_household(case, person)
    a_paper(page, a_tenancy(case, household_id=household.id))
    assert column(page, "recipient") == ["Selam Tesfay"]
    page.session.run(lambda case: case.save(dataclasses.replace(person, grading=Grading.CONFIDENTIAL)))
    assert column(page, "recipient") == [f"Skjermet husstand {household.id}"]


def test_every_field_is_on_the_form_or_excused(page):
    assert set(page.form.fields) | forms.NOT_ON_FORM == set(column_names(Paper))
    assert not set(page.form.fields) & forms.NOT_ON_FORM
