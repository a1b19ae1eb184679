"""Excel from the File menu: the mapping is shown and can be changed, and what is wrong is said before anything is."""

import openpyxl
import pytest

from bolig_desktop.exchange import reading
from bolig_desktop.ui.exchange.dialog import BringIn
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.workspace import Workspace


@pytest.fixture
def workspace(shown, case):
    made = Workspace(case, {})
    made.window.go(Place(topic="today"))
    shown(made.window, 1280, 720)
    return made


def a_file(path, *rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def opened(qtbot, workspace, path):
    workspace.exchange.ask_in = lambda over: path
    workspace.exchange.bring_in.trigger()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in workspace.window.findChildren(BringIn)))
    return workspace.window.findChildren(BringIn)[-1]


def test_a_column_nobody_knows_is_given_its_meaning_and_the_rows_come_in_and_out_again(qtbot, workspace, tmp_path):
    path = a_file(tmp_path / "f.xlsx", ("Fornavn", "Etternavn", "Hjemby"), ("Nyx", "Hansen", "Kyiv"))
    dialog = opened(qtbot, workspace, path)
    assert dialog.topic.currentText() == "Personer"
    meaning = dialog.columns.table.cellWidget(2, 1)
    assert meaning.currentText() == "Ikke ta med"
    at = meaning.findText("Merknad")
    meaning.setCurrentIndex(at)
    meaning.activated.emit(at)
    dialog.act.click()
    (person,) = workspace.case.people.list()
    assert (person.name, person.note) == ("Nyx Hansen", "Kyiv")
    assert "1 rader er lagt til" in workspace.window.toast.label.text()
    workspace.undo()
    assert workspace.case.people.list() == []
    again = opened(qtbot, workspace, path)
    assert again.columns.table.cellWidget(2, 1).currentText() == "Merknad", "what was said is kept for the next time"
    again.reject()


def test_what_is_wrong_is_told_and_nothing_comes_in(qtbot, workspace, tmp_path):
    path = a_file(tmp_path / "f.xlsx", ("Fornavn", "Etternavn", "Født"), ("Nyx", "Hansen", "31.11.2025"))
    dialog = opened(qtbot, workspace, path)
    dialog.act.click()
    assert "rad 2, «Født»: Datoen finnes ikke: november har 30 dager" in dialog.told.toPlainText()
    assert workspace.case.people.list() == []
    dialog.reject()


def test_everything_is_written_only_after_the_warning(qtbot, workspace, tmp_path):
    from bolig_desktop.ui.widgets.messages import Confirm

    path = tmp_path / "ut.xlsx"
    workspace.exchange.ask_out = lambda over: path
    workspace.exchange.write_out.trigger()
    (box,) = workspace.window.findChildren(Confirm)
    assert not path.exists()
    box.accept()
    assert len(reading.read_file(path).pages) > 40
