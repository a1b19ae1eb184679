"""What the program says around a case: titles, status line, toasts, undo, files and reports name no hidden person."""

import dataclasses
import sys

import pytest
from hidden import MARKERS, PASSPHRASE, STREET, TODAY, WORDS, fill, main_of, make
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from scan import found, found_in_folder

from bolig_desktop import cli
from bolig_desktop.cli import answering
from bolig_desktop.documents.filing import print_and_file
from bolig_desktop.errors import Refused
from bolig_desktop.people.records import Contact, ContactRole, Grading, Person
from bolig_desktop.ui.documents import issue as issuing
from bolig_desktop.ui.documents import printing
from bolig_desktop.ui.people.page.member import remove_member
from bolig_desktop.ui.problems import CrashBox, CrashHandler
from drive import settle
from windows import go, open_window

HIDDEN = (*WORDS, STREET)
WHO = f"{MARKERS['given name']} {MARKERS['family name']}, {STREET}"


@pytest.fixture(params=[Grading.NONE, Grading.CONFIDENTIAL, Grading.STRICTLY_CONFIDENTIAL], ids=str)
def window(request, qtbot, case):
    window = open_window(qtbot, case, 1600, 1000)
    window.scene, window.grading = fill(case, grading=Grading.NONE), request.param
    case.shield(main_of(case, window.scene), request.param)
    return window


@pytest.fixture
def said(window, monkeypatch):
    """Return everything said in passing, as it is said, with the names of all windows then open."""
    heard: list[str] = []

    def listen(owner, name):
        tell = getattr(owner, name)

        def told(words, *more, **rest):
            heard.append(words)
            heard.extend(one.windowTitle() for one in QApplication.topLevelWidgets())
            return tell(words, *more, **rest)

        monkeypatch.setattr(owner, name, told)

    for owner, name in ((window, "say"), (window, "warn"), (window.toast, "say")):
        listen(owner, name)
    return heard


def act(window, case):
    """Change, add, remove and take back everything there is in their own case, looking at it all the while."""
    scene, run = window.scene, window.session.run
    for topic, row_id in (("households", scene.household_id), ("tenancies", scene.tenancy_id)):
        go(window, topic, row_id, "facts")
        page = window.page(topic)
        page.form.fields["note"].set_typed(WHO)
        page.form.field_committed.emit("note")
        page.kept.emit("Lagret.")
        page.remove()
        settle()
    run(lambda case: case.save(Contact(household_id=scene.household_id, name=WHO, role=ContactRole.NAV)))
    person = case.people.get(case.memberships.of_household(scene.household_id)[-1].person_id)
    go(window, "households", scene.household_id, f"members person_id={person.id}")
    box = window.page("households").members.box
    box.person_form.fields["note"].set_typed(WHO)
    box.person_form.field_committed.emit("note")
    box._ask_remove()
    settle()
    next(one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window).reject()
    run(lambda case: remove_member(case, case.memberships.of_person(person.id)[0]))
    settle()
    for _ in range(12):
        window.undo_wanted.emit()
        settle()


def test_no_title_status_toast_or_undo_says_who_they_are(window, case, said):
    act(window, case)
    everything = "\n".join(said)
    assert found(everything.encode(), HIDDEN) == set()
    assert found(everything.encode(), ["Angret: ", "Lagret ", "Bolig – Husstander"]), "the control hears nothing"
    assert found(window.status.text().encode(), HIDDEN) == set()


def test_a_paper_is_offered_under_a_name_without_theirs(window, case, monkeypatch, tmp_path):
    """The proposed file name, the file, the job on the printer and what is said when it is filed."""
    if window.grading is Grading.STRICTLY_CONFIDENTIAL:
        with pytest.raises(Refused):
            print_and_file(case, "lease", window.scene.tenancy_id)
        assert case.papers.lines("printed_on = ?", (case.clock().isoformat(),)) == []
        return
    asked: list[str] = []

    def choose(over, name):
        asked.append(name)
        return tmp_path / "out" / name

    (tmp_path / "out").mkdir()
    for paper in ("lease", "takeover"):
        dialog = issuing.IssueDialog(window, window.session, paper, window.scene.tenancy_id, choose_file=choose)
        dialog.filed.connect(asked.append)
        asked.append(dialog.windowTitle())
        dialog.preview.save()
        asked.append(dialog.told.text())
        dialog.close()
    filed, _ = print_and_file(case, "lease", window.scene.tenancy_id)
    go(window, "papers", filed.id, "facts")
    page = window.page("papers")
    page._allow()
    page.choose_file = choose
    page.preview.save()
    assert found("\n".join(asked).encode(), HIDDEN) == set() and len(asked) >= 8
    names = sorted(path.name for path in (tmp_path / "out").iterdir())
    assert names and found("\n".join(names).encode(), HIDDEN) == set()
    pages = b"".join(path.read_bytes() for path in (tmp_path / "out").iterdir())
    assert found(pages, [MARKERS["family name"], STREET]), "the control: the paper itself says who and where"
    from pypdf import PdfReader

    for path in (tmp_path / "out").iterdir():
        about = repr(dict(PdfReader(path).metadata or {})).encode()
        assert found(about, set(HIDDEN) - {MARKERS["reference"]}) == set() and found(about, ["Title"])


def test_the_printers_queue_sees_no_name(qapp, monkeypatch):
    seen = []
    monkeypatch.setattr(printing.QPrintDialog, "exec", lambda dialog: seen.append(dialog.printer().docName()) or 0)
    printing.ask_printer(None, 1)
    assert seen == ["Bolig"]


def test_no_report_of_a_crash_says_what_was_worked_with(window, case, qtbot, capfd, tmp_path):
    """Whatever the error's own words are: they often repeat the record or the row that was being written."""
    handler, logged = CrashHandler(), []
    handler._log = logged.append
    handler.install()

    def break_down():
        people = case.people.list()
        try:
            raise KeyError(repr(people[0]))
        except KeyError as error:
            raise ValueError(WHO, people) from error

    try:
        QTimer.singleShot(0, break_down)
        qtbot.waitUntil(lambda: any(isinstance(one, CrashBox) for one in QApplication.topLevelWidgets()))
        settle()
        (box,) = [one for one in QApplication.topLevelWidgets() if isinstance(one, CrashBox)]
        report = box.report.toPlainText()
        box.close()
    finally:
        handler.remove()
    settle()
    heard = capfd.readouterr()
    told = "\n".join([report, *logged, heard.out, heard.err]).encode()
    assert found(told, HIDDEN) == set() and found(told, ["ValueError", "break_down"]) == {"ValueError", "break_down"}
    assert found_in_folder(tmp_path, HIDDEN) == {}


def test_no_command_that_breaks_says_what_it_worked_with(tmp_path, monkeypatch, capsys):
    scene = make(tmp_path / "case.bolig")
    monkeypatch.setenv("BOLIG_PASSPHRASE", PASSPHRASE)
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)

    def break_down(case, topic):
        raise ValueError(WHO, case.people.list())

    from bolig_desktop.casefile import listing

    monkeypatch.setattr(listing, "rows", break_down)
    assert cli.main(["list", str(scene.path), "people", "--json", "--today", TODAY.isoformat()]) == 1
    heard = capsys.readouterr()
    told = (heard.out + heard.err).encode()
    assert found(told, HIDDEN) == set() and found(told, ["ValueError"])
    assert found_in_folder(tmp_path, HIDDEN) == {}
    assert answering._place_of(ValueError(WHO)) == "ValueError"


def test_a_refusal_as_text_has_codes_and_no_names(window, case):
    from bolig_desktop.errors import Refused

    person = Person(given_name="", family_name="", note=WHO, email=WHO)
    for record in (person, dataclasses.replace(case.tenancies.get(window.scene.tenancy_id), due_day=77, note=WHO)):
        with pytest.raises(Refused) as refused:
            case.save(record)
        assert found(str(refused.value).encode(), HIDDEN) == set()
