"""Papirer: several filed in the archive in one go, and several put into a folder that is not locked."""

import csv
import dataclasses
import io
import threading
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPushButton

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.exchange import archive_bundle
from bolig_desktop.people.records import Grading
from bolig_desktop.ui.archive import to_archive
from bolig_desktop.ui.archive.to_archive import FiledForm
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.today.ways import ways
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import choose_act, press, the_dialog, words_on
from windows import go, open_window

TODAY = date(2026, 11, 22)


@pytest.fixture
def lease(case):
    a_municipality(case)
    lease = a_tenancy(case)
    for paper in ("lease", "takeover"):
        print_and_file(case, paper, lease.id)
    return lease


@pytest.fixture
def window(qtbot, case, lease):
    return open_window(qtbot, case)


@pytest.fixture
def page(window):
    return go(window, "papers")


def choose(page, words):
    choose_act(page.list_panel, words)
    return the_dialog()


def filed(case):
    return [(paper.filed_on, paper.filed_as) for paper in case.papers.list()]


def test_all_in_the_list_are_filed_in_one_go_and_one_undo_takes_it_back(window, page, case, qtbot):
    dialog = choose(page, "Ført i arkivet …")
    assert "Er 2 papirer ført i arkivet?" in words_on(dialog)
    assert "D1 Leieavtale for bolig · Selam Tesfay" in words_on(dialog)
    form = dialog.findChild(FiledForm)
    assert form.fields["filed_on"].value() == TODAY
    qtbot.keyClicks(form.fields["filed_as"].editor(), "2026/123-4")
    qtbot.keyClick(form.fields["filed_as"].editor(), Qt.Key.Key_Return)
    assert filed(case) == [(TODAY, "2026/123-4")] * 2
    assert window.toast.label.text() == "2 papirer er ført i arkivet som 2026/123-4."
    window.workspace.undo()
    assert filed(case) == [(None, "")] * 2


def test_only_the_marked_are_filed(page, case, qtbot):
    page.list_panel.table.selectRow(0)
    dialog = choose(page, "Ført i arkivet …")
    assert "Er 1 papir ført i arkivet?" in words_on(dialog)
    qtbot.keyClicks(dialog.findChild(FiledForm).fields["filed_as"].editor(), "2026/9")
    press(dialog, "Før som arkivert")
    assert sorted(number for _, number in filed(case)) == ["", "2026/9"]
    page.list_panel.table.selectAll()
    dialog = choose(page, "Ført i arkivet …")
    assert "1 av de valgte er ført fra før" in words_on(dialog)
    dialog.reject()


@pytest.mark.parametrize(
    ("day", "number", "said"),
    [
        ("", "1", "Skriv dagen"),
        ("23.11.26", "1", "etter i dag"),
        ("22.11.26", "", "Skriv nummeret"),
        ("tull", "1", ""),
    ],
)
def test_what_cannot_be_is_told_beside_its_field_and_nothing_is_filed(page, case, day, number, said):
    dialog = choose(page, "Ført i arkivet …")
    form = dialog.findChild(FiledForm)
    form.fields["filed_on"].set_typed(day)
    form.fields["filed_as"].set_typed(number)
    press(dialog, "Før som arkivert")
    assert dialog.isVisible() and said in words_on(dialog) and filed(case) == [(None, "")] * 2
    dialog.reject()


def test_i_dag_leads_to_the_list_of_what_waits(window, page, case):
    first = case.papers.list()[0]
    page.session.run(lambda case: case.save(dataclasses.replace(first, filed_on=TODAY, filed_as="2026/1")))
    (one,) = [item for item in Agenda(case).items() if item.kind == "archive"]
    (way,) = ways(case, one)
    assert (way.words, way.place) == ("Før papiret som arkivert", Place(topic="papers", id=one.id))
    window.workspace.undo()
    (one,) = [item for item in Agenda(case).items() if item.kind == "archive"]
    (way,) = ways(case, one)
    assert way.words == "Før papirene som arkivert"
    page.session.run(lambda case: case.save(dataclasses.replace(first, filed_on=TODAY, filed_as="2026/1")))
    window.go(dataclasses.replace(way.place, id=2))
    assert page.list_panel.chip() == "unfiled" and page.list_panel.table.current() == 2
    assert page.list_panel.table.shown_count() == 1 and page.record.id == 2
    window.go(Place(topic="papers", id=1))
    assert page.list_panel.table.shown_count() == 2, "a paper the filter hides lifts it"


def test_papers_of_several_households_are_asked_about(page, case, monkeypatch):
    monkeypatch.setattr(to_archive, "_NAMED", 1)
    unit = a_dwelling(case, street="Parkveien 3")
    other = a_tenancy(
        case, dwelling_id=unit.id, household_id=a_household(case, a_person(case, given_name="Amina")).id
    )
    page.session.run(lambda case: print_and_file(case, "lease", other.id))
    dialog = choose(page, "Ført i arkivet …")
    assert "De gjelder 2 husstander" in words_on(dialog) and "og 2 til" in words_on(dialog)
    dialog.reject()


def test_where_all_is_filed_there_is_nothing_to_do(page, case, qtbot):
    for number in ("1", None):
        dialog = choose(page, "Ført i arkivet …")
        if number:
            qtbot.keyClicks(dialog.findChild(FiledForm).fields["filed_as"].editor(), number)
            press(dialog, "Før som arkivert")
    assert "Alle disse papirene er ført" in words_on(dialog)
    press(dialog, "Lukk")


def test_papers_go_into_a_folder_after_it_is_told_that_it_is_not_locked(window, page, qtbot, tmp_path):
    page.choose_folder = lambda over: tmp_path
    dialog = choose(page, "Legg i en mappe …")
    assert "Legg 2 papirer i en mappe" in words_on(dialog) and "Mappen er ikke låst" in words_on(dialog)
    assert not list(tmp_path.glob("Bolig*")), "nothing before she has said where"
    press(dialog, "Velg mappe …")
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("Bolig*"))))
    qtbot.waitUntil(lambda: "ligger i" in window.status.text())
    (made,) = tmp_path.glob("Bolig*")
    assert len(list(made.glob("*.pdf"))) == 2
    assert window.status.text().startswith("2 papirer ligger i «Bolig-arkiv 22.11.2026»")


def test_who_thinks_better_of_it_and_a_place_that_is_none_leave_nothing(page, qtbot, tmp_path):
    for place in (None, tmp_path / "ingen"):
        page.choose_folder = lambda over, place=place: place
        dialog = choose(page, "Legg i en mappe …")
        press(dialog, "Velg mappe …")
        if place is not None:
            qtbot.waitUntil(lambda dialog=dialog: "Mappen finnes ikke" in words_on(dialog))
        assert dialog.isVisible() and ("Mappen finnes ikke" in words_on(dialog)) is (place is not None)
        press(dialog, "Avbryt")
    assert not list(tmp_path.glob("*Bolig*")) and not list(tmp_path.glob(".*"))


def test_the_shielded_are_there_only_where_ticked_and_code_6_never(page, case, qtbot, tmp_path):
    whose = {}
    for street, grading in (("Parkveien 1", Grading.CONFIDENTIAL), ("Parkveien 2", Grading.STRICTLY_CONFIDENTIAL)):
        unit = a_dwelling(case, street=street)
        household = a_shielded_household(case, given_name="Zahra")
        lease = a_tenancy(case, dwelling_id=unit.id, household_id=household.id)
        whose[grading] = page.session.run(lambda case, lease=lease: print_and_file(case, "lease", lease.id))[0]
        person = case.people.get(case.memberships.of_household(household.id)[0].person_id)
        if grading is Grading.STRICTLY_CONFIDENTIAL:
            page.session.run(lambda case, person=person, grading=grading: case.shield(person, grading))
    page.choose_folder = lambda over: tmp_path
    dialog = choose(page, "Legg i en mappe …")
    assert "Legg 2 papirer" in words_on(dialog) and "Kode 6: 1 av" in words_on(dialog)
    box = dialog.findChild(QCheckBox)
    assert box.text() == "Ta med papirene med gradert adresse (1)" and not box.isChecked()
    box.click()
    assert "Legg 3 papirer" in words_on(dialog)
    press(dialog, "Velg mappe …")
    qtbot.waitUntil(lambda: bool(list(tmp_path.glob("Bolig*"))))
    (made,) = tmp_path.glob("Bolig*")
    names = {file.name for file in made.glob("*.pdf")}
    assert f"D1-{whose[Grading.CONFIDENTIAL].id}.pdf" in names
    assert f"D1-{whose[Grading.STRICTLY_CONFIDENTIAL].id}.pdf" not in names
    sheet = csv.DictReader(io.StringIO((made / "metadata.csv").read_text("utf-8-sig")), delimiter=";")
    assert "Zahra" not in str(list(sheet))


@pytest.fixture
def held(monkeypatch):
    """Hold the work up at its second paper until it is let go."""
    real, at_second, let_go = archive_bundle._put, threading.Event(), threading.Event()
    put = []

    def slow(paper, folder):
        put.append(paper)
        if len(put) == 2:
            at_second.set()
            assert let_go.wait(5)
        real(paper, folder)

    monkeypatch.setattr(archive_bundle, "_put", slow)
    yield at_second, let_go
    let_go.set()


@pytest.mark.parametrize("how", ["Stopp", "Esc"])
def test_it_is_written_beside_the_window_and_can_be_stopped(page, held, qtbot, tmp_path, how):
    at_second, let_go = held
    page.choose_folder = lambda over: tmp_path
    dialog = choose(page, "Legg i en mappe …")
    press(dialog, "Velg mappe …")
    assert at_second.wait(5)
    qtbot.waitUntil(lambda: "1 av 2 papirer er skrevet" in words_on(dialog))
    assert not [b for b in dialog.findChildren(QPushButton) if b.isVisible() and b.text() != "Stopp"]
    assert list(tmp_path.glob(".*")) and not list(tmp_path.glob("Bolig*"))
    press(dialog, "Stopp") if how == "Stopp" else qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    let_go.set()
    qtbot.waitUntil(lambda: "Stoppet. Ingenting ligger i mappen." in words_on(dialog))
    assert list(tmp_path.iterdir()) == []
    press(dialog, "Avbryt")


def test_who_locks_meanwhile_waits_for_it_and_leaves_nothing(window, page, held, tmp_path):
    at_second, let_go = held
    page.choose_folder = lambda over: tmp_path
    dialog = choose(page, "Legg i en mappe …")
    press(dialog, "Velg mappe …")
    assert at_second.wait(5)
    threading.Timer(0.2, let_go.set).start()
    window.leave_pages()
    assert list(tmp_path.iterdir()) == []
    dialog.reject()


@pytest.mark.parametrize(("number", "said"), [(28, "ikke plass der"), (30, "ikke lov til å skrive")])
def test_what_the_disk_says_becomes_a_sentence(page, qtbot, monkeypatch, tmp_path, number, said):
    def full(path, content):
        raise OSError(number, "")

    monkeypatch.setattr(archive_bundle, "_write", full)
    page.choose_folder = lambda over: tmp_path
    dialog = choose(page, "Legg i en mappe …")
    press(dialog, "Velg mappe …")
    qtbot.waitUntil(lambda: said in words_on(dialog))
    assert list(tmp_path.iterdir()) == []
    press(dialog, "Avbryt")


def test_a_paper_that_cannot_be_read_is_told_of_as_trouble_with_the_file(page, case, qtbot, monkeypatch, tmp_path):
    def damaged(number):
        raise FileTrouble(TroubleKind.DAMAGED)

    page.choose_folder = lambda over: tmp_path
    dialog = choose(page, "Legg i en mappe …")
    monkeypatch.setattr(case.papers, "get", damaged)
    press(dialog, "Velg mappe …")
    qtbot.waitUntil(lambda: "saksfilen er skadet" in words_on(dialog))
    assert list(tmp_path.iterdir()) == []
    press(dialog, "Avbryt")
