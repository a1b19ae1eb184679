"""A lease and its protocol printed from its case: seen, filed once, and never what the law refuses."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter

from bolig_desktop import clock
from bolig_desktop.casefile import CaseFile
from bolig_desktop.dwellings.records import Tenure
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.storage.rows import column_names
from bolig_desktop.tenancies.records import Handover, Tenancy, TenancyKind
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.tenancies import form as forms
from bolig_desktop.ui.tenancies.page import TenanciesPage
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import buttons, column, press, the_dialog, the_field, words_on, write
from windows import open_case, open_page, tell


def test_a_lease_is_seen_saved_and_filed_once(case, page, tmp_path):
    tenancy = a_tenancy(case)
    open_case(page, tenancy)
    press(page.window, "Skriv ut leieavtale")
    issued = the_dialog()
    assert isinstance(issued, IssueDialog)
    assert issued.heading.text() == "D1 Leieavtale for bolig"
    assert case.papers.count() == 0, "looking files nothing"
    names = []

    def choose(over, name):
        names.append(name)
        return Path(tmp_path) / name

    issued.choose_file = choose
    press(issued, "Lagre som PDF")
    press(issued, "Lagre som PDF")
    (paper,) = case.papers.list()
    assert names == [f"D1-{tenancy.id}.pdf"] * 2
    assert (tmp_path / names[0]).read_bytes() == paper.content
    assert "ligger under Papirer" in issued.told.text() and page.told[-1] == issued.told.text()
    press(issued, "Lukk")
    assert "Papirer 1" in [page.case_panel.tabs.bar.tabText(at) for at in range(page.case_panel.tabs.bar.count())]


def test_a_paper_is_printed_in_the_language_chosen(case, page, tmp_path):
    open_case(page, a_tenancy(case))
    press(page.window, "Overtakelsesprotokoll")
    issued = the_dialog()
    box = issued.preview.language_box
    box.setCurrentIndex(box.findText("Nynorsk"))
    box.activated.emit(box.currentIndex())
    printer = QPrinter()
    printer.setResolution(36)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    issued.choose_printer = lambda over, pages: printer
    press(issued, "Skriv ut")
    (paper,) = case.papers.list()
    assert (paper.number, paper.language) == ("D4", "nn")
    assert (tmp_path / "paper.pdf").stat().st_size > 0
    issued.close()


def test_letting_be_to_choose_a_printer_files_nothing(case, page):
    open_case(page, a_tenancy(case))
    press(page.window, "Skriv ut leieavtale")
    issued = the_dialog()
    issued.choose_printer = lambda over, pages: None
    press(issued, "Skriv ut")
    assert case.papers.count() == 0
    issued.close()


def test_what_cannot_be_filed_does_not_leave_the_program(qtbot, tmp_path):
    full = []

    def before_write():
        if full:
            raise FileTrouble(TroubleKind.FULL)

    case = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 11, 22)), before_write=before_write)
    a_municipality(case)
    page = open_page(qtbot, case, TenanciesPage)
    open_case(page, a_tenancy(case))
    press(page.window, "Skriv ut leieavtale")
    issued = the_dialog()
    issued.choose_file = lambda over, name: tmp_path / name
    full.append(True)
    press(issued, "Lagre som PDF")
    assert list(tmp_path.glob("*.pdf")) == []
    assert issued.preview.trouble.text() != ""
    full.clear()
    press(issued, "Lagre som PDF")
    assert len(list(tmp_path.glob("*.pdf"))) == case.papers.count() == 1
    issued.close()


def test_a_lease_that_breaks_the_law_is_not_printed(case, page):
    tenancy = a_tenancy(case)
    case.tenancies.change(dataclasses.replace(tenancy, ends_on=date(2024, 10, 31)))
    open_case(page, tenancy)
    press(page.window, "Skriv ut leieavtale")
    refused = the_dialog()
    assert not isinstance(refused, IssueDialog)
    assert "Leietiden er for kort" in words_on(refused) and "husleieloven § 9-3" in words_on(refused)
    press(refused, "Rett det først")


def test_a_lease_is_not_printed_while_what_stands_on_the_screen_is_not_what_is_saved(case, page):
    open_case(page, a_tenancy(case))
    write(page.window, "Leie per måned", "tolv tusen")
    press(page.window, "Skriv ut leieavtale")
    refused = the_dialog()
    assert not isinstance(refused, IssueDialog)
    assert "«Leie per måned»" in words_on(refused) and "merket med rødt" in words_on(refused)
    press(refused, "Rett det først")
    assert page.window.focusWidget() is the_field(page.window, "Leie per måned")
    write(page.window, "Leie per måned", "12000")
    press(page.window, "Skriv ut leieavtale")
    assert isinstance(the_dialog(), IssueDialog)
    the_dialog().close()


def test_a_lease_is_not_printed_with_a_term_the_law_refused_on_the_screen(case, page):
    open_case(page, a_tenancy(case))
    write(page.window, "Til og med", "31.10.2024")
    page.case_panel.tabs.choose("papers")
    press(page.window, "Skriv ut leieavtale")
    assert "«Til og med»" in words_on(the_dialog())
    press(the_dialog(), "Rett det først")
    assert page.window.focusWidget() is the_field(page.window, "Til og med")


def test_a_protocol_is_not_printed_while_one_is_half_filled(case, page):
    open_case(page, a_tenancy(case), "handovers")
    press(page.window, "Legg til protokoll")
    write(page.window, "Til stede", "Aud Kvalnes")
    press(page.window, "Overtakelsesprotokoll")
    assert "Lagre protokollen først" in words_on(the_dialog()) and "«Til stede»" in words_on(the_dialog())
    press(the_dialog(), "Rett det først")
    assert page.window.focusWidget() is the_field(page.window, "Til stede")
    press(page.window, "Legg til")
    press(page.window, "Overtakelsesprotokoll")
    assert isinstance(the_dialog(), IssueDialog)
    the_dialog().close()


def test_a_character_no_font_has_is_said_in_a_sentence(case, page):
    household = a_household(case, a_person(case, given_name="Sel\U000e0041am"))
    open_case(page, a_tenancy(case, household_id=household.id))
    press(page.window, "Skriv ut leieavtale")
    issued = the_dialog()
    assert "finnes ikke i skriftene" in issued.preview.trouble.text()
    assert not issued.preview.print_button.isEnabled()
    issued.close()


def test_a_shielded_household_is_asked_about_first_and_named_in_its_case_only(case, page):
    household = a_shielded_household(case)
    tenancy = a_tenancy(case, household_id=household.id)
    tell(page)
    open_case(page, tenancy)
    assert "Hemmelig-Navnesen" in page.case_panel.header.title.text()
    assert column(page, "household") == [f"Skjermet husstand {household.id}"]
    assert "Hemmelig" not in the_field(page.window, "Husstand").text()
    press(page.window, "Skriv ut leieavtale")
    asked = the_dialog()
    assert not isinstance(asked, IssueDialog)
    assert "navn og adresse sammen" in words_on(asked)
    press(asked, "Vis papiret")
    issued = the_dialog()
    assert isinstance(issued, IssueDialog)
    assert "Hemmelig" not in issued.windowTitle() + issued.heading.text()
    issued.close()


@pytest.mark.parametrize(
    ("kind", "tenure"), [(TenancyKind.PRIVATE, Tenure.BROKERED), (TenancyKind.OWNED, Tenure.RESIDENT_OWNED)]
)
def test_what_is_not_ours_has_no_lease_to_print_and_no_clauses_of_ours(case, page, kind, tenure):
    unit = a_dwelling(case, tenure=tenure)
    open_case(page, a_tenancy(case, kind=kind, dwelling_id=unit.id))
    shown_now = buttons(page.window)
    assert "Skriv ut leieavtale" not in shown_now and "Overtakelsesprotokoll" not in shown_now
    assert not any(words.startswith(("Tvangsfravikelse", "Bolig for vanskeligstilte")) for words in shown_now)
    assert "Ny avtale for samme bolig" in shown_now


def test_every_field_is_on_the_form_or_excused(page):
    assert set(page.form.fields) | forms.NOT_ON_FORM == set(column_names(Tenancy))
    small = forms.HandoverForm(page.session.case.clock)
    assert set(small.fields) | {"id", "tenancy_id"} == set(column_names(Handover))
