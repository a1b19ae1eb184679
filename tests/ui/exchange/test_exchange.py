"""Excel from the File menu: the mapping is shown and can be changed, and what is wrong is said before anything is."""

from brought_in import a_file, opened
from PySide6.QtCore import Qt

from bolig_desktop.exchange import reading
from bolig_desktop.exchange.questions import Answer
from bolig_desktop.text.money import show_kroner
from bolig_desktop.ui.navigation import Place
from build import a_household, a_person


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


def test_the_dialog_is_no_wider_than_a_small_window(qtbot, workspace, tmp_path):
    workspace.window.resize(853, 480)
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", *LIST))
    assert dialog.width() < 853 and dialog.height() < 480
    assert dialog.minimumSizeHint().width() < 853
    dialog.reject()


def test_what_is_wrong_is_told_and_nothing_comes_in(qtbot, workspace, tmp_path):
    path = a_file(tmp_path / "f.xlsx", ("Fornavn", "Etternavn", "Født"), ("Nyx", "Hansen", "31.11.2025"))
    dialog = opened(qtbot, workspace, path)
    dialog.act.click()
    assert (
        "rad 2, «Født»: Her står «31.11.2025». Datoen finnes ikke: november har 30 dager" in dialog.told.toPlainText()
    )
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


LIST = (
    ("Navn", "Fødselsdato", "Adresse", "Husleie", "Kontrakt fra"),
    ("Warsame, Amina / Yusuf", "01.02.1988", "Storgata 5", "kr 9 500,-", "1.1.2024"),
    ("Selam Tesfai", "04.03.1988", "Fjellgata 8, rom 1", 4900, "1.1.2024"),
    ("Ahmed Ali og Olena Koval", None, "Storgata 7", 9000, "1.1.2024"),
)


def test_a_list_shows_what_each_row_becomes_and_how_the_names_are_parted(qtbot, workspace, tmp_path):
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", *LIST))
    assert dialog.topic.currentText() == "Liste over leieforhold"
    assert dialog.columns.table.item(0, 2).text().startswith("Warsame, Amina + Warsame, Yusuf · Tesfai, Selam")
    dialog.tabs.choose("rows")
    rows = [[column.text(line) for column in dialog.rows.table.model().columns] for line in dialog.rows.table.shown()]
    assert rows[0][1:] == [
        "Warsame, Amina + Warsame, Yusuf",
        "Par",
        "Storgata 5 (leilighet)",
        f"01.01.2024– · {show_kroner(9500)}",
    ]
    assert rows[1][3] == "Fjellgata 8, rom 1 (rom i bofellesskap)"
    assert "én husstand" in rows[2][1]
    dialog.columns.kind.setCurrentIndex(dialog.columns.kind.findText("Hus"))
    dialog.columns.kind.activated.emit(0)
    dialog.tabs.choose("columns")
    dialog.tabs.choose("rows")
    assert dialog.rows.table.shown()[0].home.values["kind"] == "house", "what the list does not say is hers to say"
    dialog.reject()
    again = opened(qtbot, workspace, tmp_path / "f.xlsx")
    assert again.columns.kind.currentText() == "Hus", "and is kept for the next time"
    again.reject()


def test_a_sheet_said_to_be_of_another_topic_is_taken_for_that_the_next_time(qtbot, workspace, tmp_path):
    path = a_file(tmp_path / "f.xlsx", ("Navn", "Født", "Adresse"), ("Nyx Hansen", "01.02.1990", "Storgata 5"))
    dialog = opened(qtbot, workspace, path)
    assert dialog.topic.currentText() == "Ikke ta med"
    dialog.topic.setCurrentIndex(dialog.topic.findText("Personer"))
    dialog.reject()
    again = opened(qtbot, workspace, path)
    assert again.topic.currentText() == "Personer"
    assert not any(
        "Navn" in key or "Adresse" in key for key in workspace.exchange._headings if key.startswith("sheet/")
    )
    again.reject()


def test_who_may_be_there_already_is_answered_row_by_row_with_the_keyboard(qtbot, workspace, tmp_path):
    known = a_household(workspace.case, a_person(workspace.case, given_name="Selam", family_name="Tesfay"))
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", *LIST))
    dialog.act.click()
    table, buttons = dialog.doubles.table, dialog.doubles.buttons
    assert dialog.tabs.current() == "doubles"
    assert [line.question.key.row for line in table.shown()] == [3, 4]
    assert "Svar på 2 spørsmål" in dialog.told.toPlainText()
    assert table.hasFocus()
    assert buttons[Answer.SAME].isEnabled() and not buttons[Answer.TOGETHER].isEnabled()
    buttons[Answer.SAME].setFocus()
    qtbot.keyClick(buttons[Answer.SAME], Qt.Key.Key_Space)
    assert buttons[Answer.TOGETHER].isEnabled(), "the next row is marked"
    qtbot.keyClick(buttons[Answer.TOGETHER], Qt.Key.Key_Space)
    assert "Alle spørsmål er besvart" in dialog.told.toPlainText()
    assert len(workspace.case.people.list()) == 1
    dialog.act.click()
    assert "Personer 4" in workspace.window.toast.label.text()
    assert {one.name for one in workspace.case.people.list()} >= {"Selam Tesfay", "Amina Warsame", "Olena Koval"}
    assert [one for one in workspace.case.tenancies.list() if one.household_id == known.id]
    workspace.undo()
    assert len(workspace.case.people.list()) == 1


def test_all_rows_can_be_marked_and_left_out_at_once(qtbot, workspace, tmp_path):
    a_household(workspace.case, a_person(workspace.case, given_name="Selam", family_name="Tesfay"))
    dialog = opened(qtbot, workspace, a_file(tmp_path / "f.xlsx", *LIST))
    dialog.act.click()
    qtbot.keyClick(dialog.doubles.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    dialog.doubles.buttons[Answer.LEAVE].click()
    dialog.act.click()
    assert len(workspace.case.people.list()) == 3
    assert len(workspace.case.tenancies.list()) == 1


def test_i_dag_offers_the_list_until_there_is_a_household(qtbot, workspace, tmp_path):
    today = workspace.window.page("today")
    asked = []
    workspace.exchange.ask_in = lambda over: asked.append(over)
    assert today.first_acts.isVisible()
    today.first_acts.bring_in.click()
    assert asked == [workspace.window]
    today.first_acts.new.click()
    assert workspace.window.topic() == "households"
    workspace.session.run(lambda case: a_household(case))
    workspace.window.go(Place(topic="today"))
    assert not today.first_acts.isVisible()
