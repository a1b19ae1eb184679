"""The welcome binder in a household's case, and who needs a new one: by the words on the screen."""

from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from bolig_desktop.casefile import text_units
from bolig_desktop.documents import kinds
from bolig_desktop.documents.guide import editions
from bolig_desktop.people.records import Grading
from bolig_desktop.translations import shipped
from bolig_desktop.ui.documents.issue import IssueDialog
from bolig_desktop.ui.documents.paper_languages import offered
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.people.page.binders import WhoNeeds
from bolig_desktop.ui.widgets.messages import Confirm
from build import (
    a_dwelling,
    a_house_with_rooms,
    a_household,
    a_municipality,
    a_person,
    a_shielded_household,
    a_tenancy,
)
from drive import choose_act, dialogs, finish, lines, press, seen, settle, the_button, the_dialog, the_field, write
from windows import go, open_window

STREET = "Gjemmestrupveien 77"


def living(case, given, language, *, shielded=False, **more):
    """A household that lives in a home of ours."""
    if shielded:
        home = a_shielded_household(case, language=language, **more)
    else:
        home = a_household(case, a_person(case, given_name=given, family_name="Noor", language=language, **more))
    street = STREET if shielded else f"Storgata {case.dwellings.count() + 1}"
    lease = {"starts_on": date(2025, 11, 1), "ends_on": date(2028, 10, 31), "household_id": home.id}
    a_tenancy(case, dwelling_id=a_dwelling(case, street=street).id, **lease)
    return home


@pytest.fixture
def household(case):
    a_municipality(case, phone="75 55 50 00")
    return living(case, "Ali", "ar")


@pytest.fixture
def window(qtbot, case, household):
    return open_window(qtbot, case)


def open_tab(window, household):
    return go(window, "households", household.id, "binder").binder


def printed(window, tmp_path, name="perm.pdf"):
    """Save what is previewed, and close it."""
    dialog = the_dialog(IssueDialog)
    dialog.choose_file = lambda over, proposed: tmp_path / name
    press(dialog, "Lagre som PDF")
    heading, code = dialog.heading.text(), dialog.preview.language()
    press(dialog, "Lukk")
    settle()
    return heading, code


def words_of(file):
    document = pypdfium2.PdfDocument(file.read_bytes() if hasattr(file, "read_bytes") else file)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def change_norwegian(window, unit, words):
    window.session.run(lambda case: case.save(text_units.written(case, "nb", unit, words)))
    settle()


# the tab


def test_who_has_none_is_told_and_prints_one_in_their_own_language(window, case, household, tmp_path):
    tab = open_tab(window, household)
    said = seen(tab)
    assert "Husstanden har ikke fått velkomstperm" in said and "Ingen ennå." in said
    assert the_field(tab, "Språk").currentText() == "arabisk"
    press(tab, "Skriv ut velkomstperm")
    assert printed(window, tmp_path) == ("D9 Velkomstperm", "ar")
    (edition,) = case.binder_editions.of_household(household.id)
    paper = case.papers.get(edition.paper_id)
    said = seen(tab)
    assert "De har den nyeste permen" in said
    assert "Utgave 1 på arabisk" in said and f"skrevet ut 22.11.2026, {paper.pages} sider" in said
    gone = []
    window.page("households").go.connect(gone.append)
    press(tab, "Utgave 1 på arabisk")
    assert gone == [Place(topic="papers", id=paper.id)]


def test_what_has_changed_since_is_told_in_norwegian_and_a_new_edition_follows(window, case, household, tmp_path):
    tab = open_tab(window, household)
    press(tab, "Skriv ut velkomstperm")
    printed(window, tmp_path)
    change_norwegian(window, "emergency_fire", "110 Brann\nDet brenner.")
    change_norwegian(window, "waste_title", "Avfall")
    said = seen(tab)
    assert "De trenger en ny perm" in said and "Endret siden utgave 1: Ring ved fare, Avfall." in said
    press(tab, "Skriv ut velkomstperm")
    printed(window, tmp_path, "ny.pdf")
    assert "De har den nyeste permen" in seen(tab) and "Utgave 2 på arabisk" in seen(tab)
    assert [one.number for one in case.binder_editions.of_household(household.id)] == [2, 1]


def test_another_language_can_be_chosen_before_and_in_the_preview(window, case, household, tmp_path):
    tab = open_tab(window, household)
    write(tab, "Språk", "somali")
    press(tab, "Skriv ut velkomstperm")
    box = the_dialog(IssueDialog).preview.language_box
    said = [box.itemText(at) for at in range(box.count())]
    assert box.currentText() == "Norsk og somali" and len(said) == 14
    assert said[:4] == ["Norsk og arabisk", "Bokmål", "Nynorsk", "Norsk og engelsk"]
    assert printed(window, tmp_path)[1] == "so"
    assert the_field(tab, "Språk").currentText() == "somali", "it stays chosen"
    other = living(case, "Omar", "uk")
    assert the_field(open_tab(window, other), "Språk").currentText() == "ukrainsk"


def test_the_sheets_and_the_notice_are_a_press_away(window, case, household, tmp_path):
    tab = open_tab(window, household)
    tab.sheets.aboutToShow.emit()
    said = [act.text() for act in tab.sheets.actions()]
    assert len(said) == 13 and "Søppel og sortering" in said and "Trygt for barn" in said
    next(act for act in tab.sheets.actions() if act.text() == "Søppel og sortering").trigger()
    settle()
    assert printed(window, tmp_path, "a.pdf")[0].startswith("D9-4 ")
    press(tab, "Varsel om hjemmebesøk")
    assert printed(window, tmp_path, "b.pdf")[0].startswith("D10 ")
    assert {paper.number for paper in case.papers.of_household(household.id)} == {"D9-4", "D10"}
    assert "Husstanden har ikke fått velkomstperm" in seen(tab), "a sheet is no binder"


def test_what_is_not_saved_is_asked_about_before_anything_is_printed(window, case, household):
    tab = open_tab(window, household)
    page = window.page("households")
    page.form.fields["registered_on"].set_typed("31.2.2026")
    press(tab, "Skriv ut velkomstperm")
    assert dialogs(IssueDialog) == []
    the_dialog(Confirm).reject()
    settle()


def test_a_shielded_household_is_told_that_the_binder_names_nobody_and_it_does_not(window, case, tmp_path):
    hidden = living(case, "", "ar", shielded=True)
    tab = open_tab(window, hidden)
    assert "Verken navn eller adresse står i denne permen" in seen(tab)
    for number, words in enumerate(("Skriv ut velkomstperm", "Varsel om hjemmebesøk")):
        press(tab, words)
        assert dialogs(Confirm) == [], "there is nothing to be asked about"
        printed(window, tmp_path, f"{number}.pdf")
        said = words_of(tmp_path / f"{number}.pdf")
        assert "Hemmelig" not in said and "Zahra" not in said and "Gjemmestrup" not in said
        assert b"Hemmelig" not in (tmp_path / f"{number}.pdf").read_bytes()


def test_with_code_6_there_is_nothing_to_print(window, case, household):
    person = case.people.get(case.memberships.of_household(household.id)[0].person_id)
    window.session.run(lambda case: case.shield(person, Grading.STRICTLY_CONFIDENTIAL))
    tab = open_tab(window, household)
    said = seen(tab)
    assert "Ingen papirer skrives ut her for kode\u00a06." in said
    assert "Skriv ut" not in said.replace("Ingen papirer skrives ut", "") and "Varsel" not in said


# languages of other papers


def test_a_lease_begins_in_the_written_form_with_the_households_language_next(case, household):
    found = dict(offered(case, kinds.find("lease"), household.id))
    assert list(found)[:4] == ["nb", "ar", "nn", "en"] and len(found) == 14
    assert list(found.values())[:3] == ["Bokmål", "Norsk + forklaring på arabisk", "Nynorsk"]


def test_a_paper_without_explanation_is_offered_in_norwegian_only(case, household):
    found = dict(offered(case, kinds.find("takeover"), household.id))
    assert list(found) == ["nb", "nn"]


def test_a_paper_of_a_house_begins_in_all_its_languages(case):
    a_municipality(case)
    a_house_with_rooms(case, 2)
    found = offered(case, kinds.find("house-rules"), 0)
    assert found[:3] == [("", "Alle språk i huset"), ("nb", "Bokmål"), ("nn", "Nynorsk")] and len(found) == 15


def test_the_letter_with_its_explanation_is_shown_printed_and_filed(window, case, household, tmp_path):
    lease = case.tenancies.of_household(household.id)[0]
    go(window, "tenancies", lease.id)
    press(window, "Skriv ut leieavtale")
    dialog = the_dialog(IssueDialog)
    pages = dialog.preview._paper.count()
    box = dialog.preview.language_box
    box.setCurrentIndex(box.findText("Norsk + forklaring på arabisk"))
    box.activated.emit(box.currentIndex())
    settle()
    assert dialog.preview._paper.count() > pages
    assert printed(window, tmp_path)[1] == "ar"
    (paper,) = case.papers.of_household(household.id)
    assert (paper.number, paper.language) == ("D1", "ar")


# who needs a new one


@pytest.fixture
def many(case, household):
    return [household, living(case, "Omar", "so"), living(case, "Eva", "uk"), living(case, "", "ar", shielded=True)]


@pytest.fixture
def dialog(window, many):
    made = open_dialog(window)
    yield made
    if isValid(made):
        made.close()


def open_dialog(window):
    choose_act(go(window, "households").list_panel, "Hvem trenger ny perm? …")
    made = the_dialog(WhoNeeds)
    for _ in range(300):
        QApplication.processEvents()
        if not made._turn.isActive():
            break
    settle()
    return made


def test_each_is_told_with_reason_and_language_and_the_shielded_by_number_alone(dialog, case, many):
    said = lines(dialog)
    assert said.count("Har ikke fått perm.") == 4 and "Ali Noor" in said and "somali" in said
    assert f"Skjermet husstand {many[3].id}" in said
    assert "Hemmelig" not in said and "Zahra" not in said and "Gjemmestrup" not in said
    assert said.count("arabisk") == 1, "what a shielded household speaks is not told"
    assert "1 med gradert adresse skrives ut fra sin egen sak." in seen(dialog)
    assert "Skriv ut alle (3)" in seen(dialog)


def test_a_line_leads_to_the_household(dialog, window, many):
    dialog.table.select(many[1].id)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    settle()
    assert window.here() == Place(topic="households", id=many[1].id, tab="binder")
    assert window.page("households").binder.isVisible() and dialogs(WhoNeeds) == []


def a_printer(folder):
    """What asks for a printer that makes one file, written over by each job."""

    def choose(over, pages):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setResolution(72)
        printer.setOutputFileName(str(folder / "job.pdf"))
        return printer

    return choose


def test_all_are_printed_each_in_its_language_and_filed_and_the_shielded_is_left(
    dialog, window, case, many, tmp_path
):
    told = []
    dialog.told.connect(told.append)
    dialog.choose_printer = a_printer(tmp_path)
    press(dialog, "Skriv ut alle (3)")
    assert "Stopper du, beholder du permene som er laget." in seen(dialog)
    finish(dialog)
    assert told == ["3 permer er laget og ligger under Papirer."]
    assert [editions.state_of(case, one.id).needs_one for one in many] == [False, False, False, True]
    found = {one.household_id: one.language for one in case.binder_editions.list()}
    assert found == {many[0].id: "ar", many[1].id: "so", many[2].id: "uk"}
    assert "3 permer er laget" in seen(dialog) and "Skriv ut alle" not in seen(dialog)
    last = pypdfium2.PdfDocument(tmp_path / "job.pdf")
    newest = max(case.papers.lines(), key=lambda paper: paper.id)
    assert len(last) == newest.pages, "each is a job of its own"


def test_it_is_stopped_after_the_one_under_way_and_goes_on_where_it_was(dialog, case, many, tmp_path):
    dialog.choose_folder = lambda over: tmp_path
    the_button(dialog, "Lagre i en mappe …").click()
    dialog.run.told.connect(lambda done, line: dialog._stop() if done == 1 else None)
    finish(dialog)
    assert len(case.binder_editions.list()) == 1 and "Skriv ut alle (2)" in seen(dialog)
    assert sorted(path.name for path in tmp_path.glob("*.pdf")) == [
        f"D9-{case.binder_editions.list()[0].household_id}.pdf"
    ]
    press(dialog, "Lagre i en mappe …")
    finish(dialog)
    assert len(case.binder_editions.list()) == 3
    assert not [path for path in tmp_path.glob("*.pdf") if "Noor" in path.name]
    assert "Filene er ikke låst. Slett dem når de er brukt." in seen(dialog)


def test_who_became_shielded_meanwhile_is_left_by_number_alone(dialog, window, case, many, tmp_path):
    person = case.people.get(case.memberships.of_household(many[1].id)[0].person_id)
    window.session.run(lambda case: case.shield(person, Grading.CONFIDENTIAL))
    dialog.choose_folder = lambda over: tmp_path
    press(dialog, "Lagre i en mappe …")
    finish(dialog)
    said = lines(dialog)
    assert f"Skjermet husstand {many[1].id}" in said and "Omar" not in said
    assert {one.household_id for one in case.binder_editions.list()} == {many[0].id, many[2].id}


def test_a_printer_that_takes_nothing_files_nothing(dialog, case, tmp_path):
    def broken(over, pages):
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "no" / "such" / "folder.pdf"))
        return printer

    dialog.choose_printer = broken
    press(dialog, "Skriv ut alle (3)")
    finish(dialog)
    assert case.binder_editions.list() == [] and "Skriv ut alle (3)" in seen(dialog)
    assert "Skriveren tok ikke imot alt." in seen(dialog)


def test_what_has_changed_is_the_reason_for_who_has_one(window, case, many, tmp_path):
    for one in (many[0], many[3]):
        press(open_tab(window, one), "Skriv ut velkomstperm")
        printed(window, tmp_path, f"{one.id}.pdf")
    change_norwegian(window, "emergency_fire", shipped.texts("nb")["emergency_fire"] + " Ring.")
    dialog = open_dialog(window)
    said = lines(dialog)
    assert "Endret siden utgave 1: Ring ved fare." in said and "Noe er endret." in said
    dialog.close()


def test_where_all_have_the_newest_that_is_said(window, case, household, tmp_path):
    press(open_tab(window, household), "Skriv ut velkomstperm")
    printed(window, tmp_path)
    dialog = open_dialog(window)
    assert "Alle som bor hos dere, har den nyeste permen." in seen(dialog)
    assert "Skriv ut alle" not in seen(dialog)
    dialog.close()


def test_it_is_closed_in_the_middle_of_looking(window, case, many):
    go(window, "households")
    made = WhoNeeds(window, window.session)
    made.open()
    QTest.keyClick(made, Qt.Key.Key_Escape)
    assert made.isVisible() and not made._turn.isActive(), "what was found is shown"
    made.close()
    settle()
