"""Året in the window: the figures, the year before, what stands behind each, and the files of a year."""

import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pypdfium2
import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QLabel, QProgressBar, QPushButton

from bolig_desktop import clock
from bolig_desktop.allocation.records import StayKind
from bolig_desktop.casefile import CaseFile
from bolig_desktop.exchange.workbooks import Book
from bolig_desktop.people.records import MemberRole, Membership
from bolig_desktop.storage.file import open_in_memory
from bolig_desktop.ui.documents.unfiled import UnfiledDialog
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.workspace import Workspace
from bolig_desktop.ui.year.page import YearPage
from bolig_desktop.ui.year.rows import Naming
from bolig_desktop.yearly.figures import FIGURES, Row
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import press, settle

AT = {figure.id: at for at, figure in enumerate(FIGURES, 1)}


@pytest.fixture
def case():
    made = CaseFile(open_in_memory(), clock=clock.fixed(date(2026, 1, 12)))
    a_municipality(made)
    for number in range(5):
        person = a_person(made, given_name=f"Selam {number}", family_name="Tekle", settled_on=date(2025, 3, 1))
        a_tenancy(
            made, household_id=a_household(made, person).id, starts_on=date(2025, 3, 1), ends_on=None, rent_nok=8000
        )
    a_household(made, a_person(made, given_name="Amina", settled_on=date(2024, 3, 1)))
    return made


@pytest.fixture
def page(qtbot, case, tmp_path):
    session = Session(case)
    made = YearPage(session, {}, ask=lambda over: tmp_path / "ut")
    made.told = []
    made.said.connect(made.told.append)
    made.keeper = session
    for part in (made.list_panel, made.case_panel):
        qtbot.addWidget(part)
        part.show()
    made.open(Place(topic="year"))
    return made


def seen(page):
    return [label.text() for label in page.case_panel.findChildren(QLabel) if label.text() and not label.isHidden()]


def line(page, name):
    return next(row for row in page.list_panel.table.rows() if row.line.figure.id == name)


def test_in_january_it_is_the_year_that_has_gone_with_the_one_before_beside_it(page):
    assert page.year.currentText() == "2025"
    assert (line(page, "settled").line.words, line(page, "settled").line.before.words) == ("5", "1")
    page.year.setCurrentText("2024")
    assert (line(page, "settled").line.words, line(page, "settled").line.before.words) == ("1", "0")
    assert heads(page) == ["2024", "2023"]
    page.year.setCurrentText("2026")
    assert line(page, "settled").line.unsure == ("Året er ikke slutt. Tallene er som de står 12.01.2026.",)


def heads(page):
    return [one.title for one in page._table._model.columns if one.key in ("value", "before")]


def test_what_is_copied_is_as_it_may_leave_the_office(page, case):
    """She sees the one of 2024; what she pastes into a mail does not tell."""
    table = page.list_panel.table
    table.select(AT["settled"])
    table.copy()
    heads, told = (line.split("\t") for line in QApplication.clipboard().text().split("\n"))
    assert told[:3] == ["Bosatte personer", "5", "skjult"] and heads[1:3] == ["2025", "2024"]
    a_household(case, a_person(case, settled_on=date(2025, 4, 1)))
    page.keeper.run(lambda case: None)
    page.open(Place(topic="year"))
    table.select(AT["settled_q2"])
    table.copy()
    assert QApplication.clipboard().text().split("\n")[1].split("\t")[1] == "skjult"
    assert line(page, "settled_q2").line.words == "1"


def test_any_other_year_can_stand_beside_it(page):
    page.against.setCurrentIndex(page.against.findData(2026))
    page.against.activated.emit(page.against.currentIndex())
    assert heads(page) == ["2025", "2026"] and line(page, "settled").line.before.words == "0"
    page.year.setCurrentText("2020")
    assert heads(page) == ["2020", "2019"], "another year begins with the one before it"
    page.year.setCurrentText("1990")
    assert heads(page) == ["1990", "1991"], "the first has none before it"


def test_a_year_that_begins_while_the_window_is_open_can_be_chosen(page, case):
    case.clock = clock.fixed(date(2027, 1, 1))
    page.keeper.look_at_the_day()
    page.year.setCurrentText("2027")
    assert heads(page) == ["2027", "2026"] and line(page, "settled").line.words == "0"


def test_who_lacks_what_stands_under_the_rows_and_leads_to_its_place(page, case):
    a_household(case, a_person(case, given_name="Uten", family_name="Dato"))
    page._set_stale()
    gone = []
    page.go.connect(gone.append)
    page.open(Place(topic="year", id=AT["settled"], tab="rows"))
    said = seen(page)
    assert said.index("Husstander uten bosettingsdato: 1.") < len(said)
    press(page.behind, "Uten Dato")
    assert gone == [Place(topic="households", id=7)]


def test_the_rows_are_saved_for_the_office_with_names_and_what_they_lack(page, case, tmp_path, qtbot):
    a_household(case, a_person(case, given_name="=Uten", family_name="Dato"))
    page._set_stale()
    page.save_rows()
    qtbot.waitUntil(lambda: bool(page.told))
    assert page.told == ["Radene er lagt i mappen. Der står navn, og filen er ikke kryptert: den skal ikke sendes."]
    book = load_workbook(tmp_path / "ut" / "rader-2025.xlsx")
    assert book["Les først"]["A1"].value == "Bare for kontoret: her står navn. Skal ikke sendes."
    lines = [[cell.value for cell in row] for row in book["Bosetting"].iter_rows(min_row=2)]
    assert ["Bosatte personer", 5, "Person", "Selam 3 Tekle", 4] in [one[:5] for one in lines]
    assert next(one[5] for one in lines if one[3] == "=Uten Dato") == "Husstander uten bosettingsdato: 1."
    assert not any(cell.data_type == "f" for each in book for row in each.iter_rows() for cell in row)


@pytest.fixture
def held(monkeypatch):
    """Hold the writing of rows where its sheets are done, until ``go_on`` is set."""
    at, go_on = threading.Event(), threading.Event()
    written = Book.content

    def content(book):
        at.set()
        assert go_on.wait(5)
        return written(book)

    monkeypatch.setattr(Book, "content", content)
    yield SimpleNamespace(at=at, go_on=go_on)
    go_on.set()


def test_while_rows_are_written_the_window_lives_and_says_how_far_it_is(page, held, qtbot, tmp_path):
    page.save_rows()
    making = page.rows_making
    assert making.isHidden(), "what is quick does not flash"
    qtbot.waitUntil(lambda: held.at.is_set() and making.isVisible())
    bar, stop = making.findChild(QProgressBar), making.findChild(QPushButton)
    assert 0 < bar.value() < bar.maximum() and stop.text() == "Stopp"
    page.save_rows()
    page.year.setCurrentText("2024")
    page._session.run(lambda case: case.people.change(replace(case.people.get(4), given_name="Etterpå")))
    assert page.told == [], "a second one waits to be asked for again, and the first goes on"
    held.go_on.set()
    qtbot.waitUntil(lambda: bool(page.told))
    assert making.isHidden() and [one.name for one in (tmp_path / "ut").iterdir()] == ["rader-2025.xlsx"]
    texts = {cell.value for row in load_workbook(tmp_path / "ut" / "rader-2025.xlsx")["Bosetting"] for cell in row}
    assert "Selam 3 Tekle" in texts and "Etterpå Tekle" not in texts, "as it was when it was asked for"


@pytest.mark.parametrize("stop", [lambda page: press(page.rows_making, "Stopp"), lambda page: page.leave()])
def test_rows_that_are_stopped_leave_nothing_behind_and_what_lay_there_as_it_was(page, held, qtbot, tmp_path, stop):
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut" / "rader-2025.xlsx").write_bytes(b"as it was")
    page.save_rows()
    qtbot.waitUntil(lambda: held.at.is_set() and page.rows_making.isVisible())
    threading.Timer(0.05, held.go_on.set).start()
    stop(page)
    qtbot.waitUntil(lambda: bool(page.told))
    assert page.told == ["Stoppet. Ingenting er skrevet."] and page.rows_making.isHidden()
    assert [one.name for one in (tmp_path / "ut").iterdir()] == ["rader-2025.xlsx"]
    assert (tmp_path / "ut" / "rader-2025.xlsx").read_bytes() == b"as it was"
    page.save_rows()
    qtbot.waitUntil(lambda: len(page.told) == 2)
    assert (tmp_path / "ut" / "rader-2025.xlsx").read_bytes()[:2] == b"PK"


def test_rows_that_cannot_be_written_are_told_of(page, qtbot, tmp_path):
    (tmp_path / "ut").write_text("x")
    page.save_rows()
    qtbot.waitUntil(lambda: bool(page.told))
    assert page.told == ["Det kunne ikke legges der, og ingenting er skrevet. Velg en annen mappe."]


def test_rows_are_named_from_what_was_read_ahead_and_whoever_is_shielded_by_number(case):
    shielded = a_shielded_household(case)
    beside = a_person(case, given_name="Ved", family_name="Siden")
    case.save(Membership(household_id=shielded.id, person_id=beside.id, role=MemberRole.CHILD))
    lease = a_tenancy(case, household_id=shielded.id, starts_on=date(2025, 5, 1), ends_on=None)
    naming = Naming(case)
    naming.read_ahead()
    case.db.conn.close()
    hidden = (Row("people", beside.id), Row("people", beside.id - 1), Row("tenancies", lease.id))
    assert {one.words for one in naming.named(hidden)} == {f"Skjermet husstand {shielded.id}"}
    assert [one.words for one in naming.named([Row("people", 1)])] == ["Selam 0 Tekle"]


def test_each_row_behind_a_figure_leads_to_its_place(page, case):
    gone = []
    page.go.connect(gone.append)
    page.open(Place(topic="year", id=AT["leases_begun"], tab="rows"))
    assert "2025 · 5 leieavtaler" in seen(page) and page.case_panel.tabs.current() == "rows"
    press(page.case_panel, "Selam 3 Tekle")
    assert gone == [Place(topic="tenancies", id=4)]
    page.open(Place(topic="year", id=AT["KOSantnyinnflytt0000"], tab="rule"))
    assert any("Bytte og forlengelse er ikke med" in words for words in seen(page))
    assert "2025 · 5 husstander · KOSantnyinnflytt0000" in seen(page)


def test_what_is_written_is_counted_when_the_page_comes_back(page, case):
    page._session.run(lambda case: a_household(case, a_person(case, settled_on=date(2025, 4, 1))))
    page.refresh()
    assert line(page, "settled").line.value == 6


def test_the_files_are_saved_and_it_is_said_that_they_are_not_encrypted(page, tmp_path):
    page.open(Place(topic="year", id=AT["settled"]))
    press(page.case_panel, "Lagre året …")
    assert (tmp_path / "ut" / "aarsoppsummering-2025.pdf").read_bytes()[:5] == b"%PDF-"
    assert page.told == ["9 filer er lagt i mappen. De er ikke kryptert. Tall under fem er skjult."]


def test_a_folder_that_cannot_be_used_is_told_of(page, tmp_path):
    (tmp_path / "ut").write_text("x")
    page.save()
    (said,) = page.told
    assert said.endswith(".") and (tmp_path / "ut").read_text() == "x"


def test_the_quota_and_a_stay_are_kept_here_and_counted_at_once(page, case):
    page.open(Place(topic="year", id=AT["quota"], tab="quotas"))
    assert (line(page, "quota").line.words, page.case_panel.tabs.current()) == ("ukjent", "quotas")
    page.quotas.list.add()
    form = page.quotas.list.form
    for name, typed in {"year": "2025", "decided": "12", "q1": "5"}.items():
        form.fields[name].set_typed(typed)
    press(page.quotas, "Legg til")
    assert (line(page, "quota").line.words, line(page, "quota_q1").line.words) == ("12", "5")
    assert "2025: vedtak 12" in seen(page)
    page.open(Place(topic="year", id=AT["KOStotmidlbo0000"], tab="stays"))
    page.stays.list.add()
    form = page.stays.list.form
    form.fields["household_id"].set_value(1)
    form.fields["kind"].set_value(StayKind.HOTEL)
    form.fields["from_on"].set_typed("01.02.2025")
    form.fields["to_on"].set_typed("31.01.2025")
    press(page.stays, "Legg til")
    assert any("kan ikke være før de kom, 01.02.2025" in words for words in seen(page))
    form.fields["to_on"].set_typed("10.02.2025")
    press(page.stays, "Legg til")
    assert line(page, "KOStotmidlbo0000").line.value == 1 and case.temporary_stays.count() == 1


def test_the_report_is_shown_as_it_leaves_the_office(page, tmp_path):
    page.open(Place(topic="year", id=AT["settled"]))
    press(page.case_panel, "Vis rapporten")
    (shown,) = page.list_panel.findChildren(UnfiledDialog)
    shown.choose_file = lambda over, name: tmp_path / name
    press(shown, "Lagre som PDF")
    said = pypdfium2.PdfDocument(tmp_path / "aarsoppsummering-2025.pdf")[0].get_textpage().get_text_range()
    assert "Året 2025 i tall" in said
    shown.reject()


def test_a_year_is_locked_and_unlocked_with_the_same_button(page, case):
    page.open(Place(topic="year", id=AT["settled"]))
    press(page.case_panel, "Lås året")
    a_household(case, a_person(case, settled_on=date(2025, 4, 1)))
    page._set_stale()
    page.open(Place(topic="year", id=AT["settled"]))
    assert line(page, "settled").line.value == 5 and "2025 · 5 personer · låst 12.01.2026" in seen(page)
    assert any("Talt i dag ville tallet vært 6." in words for words in seen(page))
    press(page.case_panel, "Lås opp året")
    assert line(page, "settled").line.value == 6 and "2025 · 6 personer" in seen(page)
    page.year.setCurrentText("2026")
    press(page.case_panel, "Lås året")
    assert page.told == ["Året 2026 er ikke slutt, og kan ikke låses ennå."]


def test_changing_her_mind_writes_nothing(page, tmp_path):
    page._ask = lambda over: None
    page.save()
    assert page.told == [] and not Path(tmp_path / "ut").exists()


def test_the_shielded_stand_there_by_number_and_homes_apart_from_people(page, case):
    hidden = a_shielded_household(case, settled_on=date(2025, 5, 1))
    home = a_dwelling(case, street="Gjemmestien 5")
    a_tenancy(case, household_id=hidden.id, dwelling_id=home.id, starts_on=date(2025, 5, 1), ends_on=None)
    page._set_stale()
    for name in AT:
        page.open(Place(topic="year", id=AT[name], tab="rows"))
        said = " ".join(seen(page))
        assert "Zahra" not in said and "Hemmelig" not in said, name
        assert not ("Gjemmestien" in said and "Skjermet" in said), name


def test_it_stands_in_the_side_list_and_every_figure_opens(qtbot, case):
    shown = Workspace(case, {})
    shown.window.keeper = shown
    qtbot.addWidget(shown.window)
    shown.window.show()
    settle()
    for at in AT.values():
        for tab in ("rows", "charts", "rule"):
            shown.window.go(Place(topic="year", id=at, tab=tab))
    settle()
    assert shown.window.here() == Place(topic="year", id=len(AT), tab="rule")
    shown.window.close()
