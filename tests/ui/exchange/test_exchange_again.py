"""A sheet that was mended and is opened again keeps its answers; what is hidden or graded does not slip in."""

import pytest
from brought_in import a_file, opened

from bolig_desktop.exchange.questions import Answer
from build import a_household, a_person

HEADINGS = ("Navn", "Adresse", "Husleie", "Kontrakt fra", "Merknad")
SELAM = ("Selam Tesfai", "Fjellgata 8", 4900, "1.1.2024", None)
OMAR = ("Omar Ali", "Lia 2", 8000, "1.1.2024", "kode 7")


def test_what_was_answered_is_kept_by_what_was_asked_when_the_sheet_comes_again(qtbot, workspace, tmp_path):
    a_household(workspace.case, a_person(workspace.case, given_name="Selam", family_name="Tesfay"))
    wrong = ("Ida Berg", "Lia 4", "elleve", "1.1.2024", None)
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, wrong, SELAM))
    dialog.act.click()
    dialog.doubles.buttons[Answer.NEW].click()
    assert dialog.doubles.left == 0
    dialog.reject()
    right = ("Ida Berg", "Lia 4", 11000, "1.1.2024", None)
    again = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, SELAM, right))
    again.act.click()
    ((row, answer),) = [(line.question.key.row, line.answer) for line in again.doubles.table.shown()]
    assert (row, answer) == (2, Answer.NEW), "in another row than before"
    assert "Alle spørsmål er besvart" in again.told.toPlainText()
    assert len(workspace.case.people.list()) == 1, "and nothing comes in before she has seen it"
    again.act.click()
    assert len(workspace.case.people.list()) == 3


def test_another_question_is_asked_anew(qtbot, workspace, tmp_path):
    for name in ("Tesfay", "Haile"):
        a_household(workspace.case, a_person(workspace.case, given_name="Selam", family_name=name))
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, SELAM))
    dialog.act.click()
    dialog.doubles.buttons[Answer.NEW].click()
    dialog.reject()
    again = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, ("Selam Haile", *SELAM[1:])))
    again.act.click()
    assert again.doubles.left == 1
    again.reject()


def test_a_row_that_says_it_is_graded_is_asked_about_and_answered(qtbot, workspace, tmp_path):
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, OMAR))
    dialog.tabs.choose("rows")
    assert "kode 7" in dialog.rows.table.shown()[0].wrong[0].sentence()
    dialog.act.click()
    columns = dialog.doubles.table.model().columns
    (line,) = dialog.doubles.table.shown()
    assert [column.text(line) for column in columns[1:3]] == ["Omar Ali", "Gradert adresse? Raden sier «kode 7»."]
    assert not dialog.doubles.buttons[Answer.NEW].isVisible()
    assert workspace.case.people.list() == []
    dialog.doubles.buttons[Answer.UNGRADED].click()
    dialog.act.click()
    assert len(workspace.case.people.list()) == 1


@pytest.mark.parametrize(("cell", "home"), [("kode 7", "(gradert adresse)"), ("Ingen", "Lia 2 (leilighet)")])
def test_what_a_graded_row_becomes_is_shown_without_its_address(qtbot, workspace, tmp_path, cell, home):
    path = a_file(tmp_path / "f.xlsx", (*HEADINGS, "Gradert adresse"), (*OMAR[:4], None, cell))
    dialog = opened(qtbot, workspace, path)
    dialog.tabs.choose("rows")
    columns = {column.key: column for column in dialog.rows.table.model().columns}
    (line,) = dialog.rows.table.shown()
    assert (columns["people"].text(line), columns["home"].text(line)) == ("Ali, Omar", home)
    dialog.reject()


def test_all_answers_have_room_in_a_small_window(qtbot, workspace, tmp_path):
    workspace.window.resize(853, 480)
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, OMAR))
    dialog.act.click()
    for made in dialog.doubles.buttons.values():
        made.show()
    qtbot.waitUntil(lambda: all(made.isVisible() for made in dialog.doubles.buttons.values()))
    assert dialog.minimumSizeHint().width() < 853
    dialog.reject()


def test_a_hidden_sheet_is_marked_and_not_chosen_but_can_be(qtbot, workspace, tmp_path):
    dialog = opened(
        qtbot, workspace, a_file(tmp_path / "f.xlsx", HEADINGS, OMAR[:4], hidden={"Gamle": [HEADINGS, SELAM]})
    )
    assert dialog.page.itemText(1) == "Gamle: 1 rader (skjult, ikke med)"
    assert "Arket «Gamle» er skjult" in dialog.told.toPlainText()
    dialog.page.setCurrentIndex(1)
    assert dialog.topic.currentText() == "Ikke ta med"
    dialog.topic.setCurrentIndex(dialog.topic.findText("Liste over leieforhold"))
    dialog.act.click()
    assert sorted(one.given_name for one in workspace.case.people.list()) == ["Omar", "Selam"]
