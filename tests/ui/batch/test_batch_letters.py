"""Letters to many on the screen: chosen, made with progress, stopped, printed as one job or saved, never twice."""

import dataclasses
from datetime import date

import pypdfium2
import pytest
from batch_seen import NAMES, TODAY, after, begin, ending, names, open_dialog, question, save_all, text_of
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QTableView
from shiboken6 import isValid

from bolig_desktop.documents import batch
from bolig_desktop.documents.filing import NotSaved
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.people.records import Grading
from bolig_desktop.ui.documents.batch_run import BatchRun
from bolig_desktop.ui.widgets.messages import Confirm
from build import a_household, a_municipality, a_person, a_shielded_household
from drive import finish, press, seen, settle, the_dialog, write
from windows import go, open_window

# choosing


def test_who_gets_it_and_who_does_not_stand_there_beforehand(letters, window, case):
    assert [line.household for line in letters.choose.wanted()] == list(NAMES)
    assert "4 av 4 valgt" in seen(letters) and "Skriv ut 4 brev" in seen(letters)
    write(letters, "Går ut før", "28.04.2027")
    assert [line.household for line in letters.choose.wanted()] == list(NAMES[:2])
    letters.choose.table.opened.emit(letters.choose.wanted()[0].id)
    assert "1 av 2 valgt" in seen(letters)
    write(letters, "Brev", "D11b Flytteoppfordring")
    assert "Ingen av disse leieforholdene kan få brevet nå. Under står hvorfor." in seen(letters)
    assert "Selam Tesfay: Leietiden er ikke ute før 28.02.2027." in seen(letters)
    assert not letters.choose.print_button.isEnabled() and not letters.choose.save_button.isEnabled()
    write(letters, "Går ut før", "01.01.2027")
    assert "Ingen av leieforholdene i listen går ut før denne dagen." in seen(letters)


def test_a_day_that_cannot_be_read_makes_nothing(letters):
    write(letters, "Går ut før", "tull")
    press(letters, "Lagre i en mappe …")
    assert letters.run is None and names(letters.folder) == []
    assert letters.choose.form.fields["before"].isVisible() and not letters.choose.form.fields["before"].is_valid()


def test_a_request_to_move_says_which_day_it_gives(window, case, letters):
    assert "Flytt innen" not in seen(letters)
    write(letters, "Brev", "D11b Flytteoppfordring")
    assert "Flytt innen 07.12.2026, der det ikke står en annen dag på saken." in seen(letters)


def test_only_what_the_list_shows_or_is_marked_is_asked_for(window):
    panel = window.page("tenancies").list_panel
    panel.filter.setText("karimi")
    dialog = open_dialog(window)
    assert [line.household for line in dialog.choose.lines] == ["Omar Karimi"]
    dialog.close()
    panel.filter.clear()
    table = panel.findChild(QTableView)
    table.selectRow(0)
    dialog = open_dialog(window)
    assert len(dialog.choose.lines) == 4, "the one line that is open is no choice"
    dialog.close()
    for row in (1, 2):
        index = table.model().index(row, 0)
        QTest.mouseClick(
            table.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier,
            table.visualRect(index).center(),
        )  # fmt: skip
    settle()
    dialog = open_dialog(window)
    assert [line.household for line in dialog.choose.lines] == list(NAMES[:3])
    dialog.close()


def test_it_is_worked_by_the_keyboard_alone(letters):
    table = letters.choose.table
    table.setFocus()
    table.select_first()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert "3 av 4 valgt" in seen(letters)
    QTest.keyClick(letters, Qt.Key.Key_Escape)
    assert not isValid(letters) or not letters.isVisible()


# making


def test_each_letter_is_filed_on_its_case_and_saved_without_a_name_in_the_file_name(letters, window, case, leases):
    told = []
    letters.told.connect(told.append)
    save_all(letters)
    assert "4 brev er laget og ligger under Papirer." in seen(letters) and told == [
        "4 brev er laget og ligger under Papirer."
    ]
    assert names(letters.folder) == [f"D11a-{lease.id}.pdf" for lease in leases]
    for lease in leases:
        (line,) = case.papers.of_tenancy(lease.id)
        assert (letters.folder / f"D11a-{lease.id}.pdf").read_bytes() == case.papers.get(line.id).content
        assert (line.number, line.language, line.printed_on) == ("D11a", "nb", TODAY)
    assert case.undo_last() == [] and case.papers.count() == 4
    go(window, "papers")
    assert window.page("papers").list_panel.table.shown_count() == 4, "the lists were told"


def test_the_letters_are_in_the_written_form_asked_for(letters, case):
    write(letters, "Målform", "Nynorsk")
    save_all(letters)
    assert {line.language for line in case.papers.lines()} == {"nn"}


def test_each_household_gets_an_explanation_in_its_own_language_behind_its_letter(letters, case, leases):
    for lease, code in zip(leases, ("ti", "ar", "nn", "so"), strict=True):
        member = case.memberships.of_household(lease.household_id)[0]
        person = case.people.get(member.person_id)
        case.save(dataclasses.replace(person, language=code))
    settle()
    write(letters, "Målform", "Nynorsk")
    box = next(b for b in letters.findChildren(QCheckBox) if b.text().startswith("Legg ved en forklaring"))
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(8, box.height() // 2))
    assert box.isChecked()
    save_all(letters)
    made = {paper.tenancy_id: paper for paper in case.papers.list()}
    assert [made[lease.id].language for lease in leases] == ["ti", "ar", "nn", "so"]
    pages = [text_of(made[lease.id].content) for lease in leases]
    assert all("kommunen" in text and "leigetida" in text.lower() for text in pages), "the letter is in nynorsk"
    assert [" companion" in made[lease.id].template for lease in leases] == [True, True, False, True]


def test_stopping_keeps_what_is_made_and_says_what_is_left(letters, case, leases):
    begin(letters)
    after(letters, 2)
    letters.stop_button.click()
    finish(letters)
    made = len(letters.run.outcome.made)
    assert 2 <= made < 4 and case.papers.count() == made == len(names(letters.folder))
    said = seen(letters)
    assert f"{made} brev er laget og ligger under Papirer." in said and f"Gjenstår: {4 - made}" in said
    assert "Eva Lind" in said and "Selam Tesfay" not in said
    press(letters, f"Lag de {4 - made} som gjenstår")
    finish(letters)
    assert case.papers.count() == 4 and "Gjenstår" not in seen(letters)


def test_stopped_before_a_letter_is_begun_it_is_not_begun(letters, case):
    begin(letters)
    letters.run._go_on()
    letters.run.stop()
    finish(letters)
    assert case.papers.count() == 0 and "Gjenstår: 4" in seen(letters)


@pytest.mark.parametrize("way", ["escape", "close"])
def test_escape_and_the_cross_stop_and_leave_the_outcome_to_be_read(letters, case, way):
    begin(letters)
    if way == "escape":
        QTest.keyClick(letters, Qt.Key.Key_Escape)
    else:
        letters.close()
    finish(letters)
    assert letters.isVisible() and f"Gjenstår: {4 - case.papers.count()}" in seen(letters)
    assert case.papers.count() < 4


def test_put_away_by_the_idle_lock_it_is_done_with_its_letter_first(letters, window, case):
    """A letter half printed, or views that wait for ever to be told, would be left behind otherwise."""
    told = []
    window.workspace.session.changed.connect(told.append)
    begin(letters)
    after(letters, 1)
    run = letters.run
    letters.reject()
    assert not run.is_running
    assert len(run.outcome.made) == case.papers.count() == len(names(letters.folder))
    assert len(told) == 1 and "papers" in told[0]


def test_the_window_lives_and_the_views_hear_of_it_once(letters, window):
    told = []
    window.workspace.session.changed.connect(told.append)
    shown = []
    begin(letters)
    letters.run.told.connect(lambda done, line: shown.append((letters.bar.value(), letters.doing.text())))
    turns = QTimer()
    counted = []
    turns.timeout.connect(lambda: counted.append(letters.run.is_running))
    turns.start(0)
    finish(letters)
    assert counted.count(True) >= 4, "nothing else had its turn"
    assert [value for value, _ in shown] == [0, 1, 2, 3]
    assert shown[-1][1] == "Brev 4 av 4: Storgata 4, H0201 · Eva Lind"
    assert len(told) == 1


def test_an_error_on_one_says_which_and_why_and_the_others_are_made(letters, case, leases):
    other = case.tenancies.get(leases[1].id)
    case.tenancies.change(dataclasses.replace(other, moved_out_on=TODAY))
    save_all(letters)
    assert "3 brev er laget" in seen(letters) and "Ikke ferdig: 1" in seen(letters)
    assert "Omar Karimi: Husstanden har flyttet ut." in seen(letters)
    assert f"D11a-{other.id}.pdf" not in names(letters.folder) and case.papers.of_tenancy(other.id) == []


def test_who_becomes_shielded_in_the_meantime_is_not_told_of_by_name_and_home(letters, case, leases):
    begin(letters)
    people = [case.people.get(case.memberships.of_household(lease.household_id)[0].person_id) for lease in leases]
    case.shield(people[1], Grading.CONFIDENTIAL)
    case.shield(people[2], Grading.STRICTLY_CONFIDENTIAL)
    finish(letters)
    said = seen(letters)
    assert "Ikke ferdig: 2" in said and f"Skjermet husstand {leases[1].household_id}: Husstanden har gradert" in said
    assert not any(word in said for word in ("Karimi", "Noor", "Storgata 2", "Storgata 3"))


def test_a_character_no_font_has_is_one_letters_trouble(letters, case, leases):
    household = case.households.get(leases[0].household_id)
    person = case.people.get(case.memberships.of_household(household.id)[0].person_id)
    case.people.change(dataclasses.replace(person, family_name="Tes\U00013000fay"))
    save_all(letters)
    assert "3 brev er laget" in seen(letters) and "finnes ikke i skriftene" in seen(letters)


# not twice, and nothing written over


def test_a_second_run_the_same_day_makes_nothing_twice_unasked(letters, window, case, tmp_path):
    write(letters, "Går ut før", "28.04.2027")
    save_all(letters)
    press(letters, "Lukk")
    again = open_dialog(window)
    again.choose_folder = lambda over: letters_folder
    letters_folder = tmp_path / "letters"
    assert "2 av dem har fått brevet før." in seen(again) and "2 av 4 valgt" in seen(again)
    press(again, "Velg ingen")
    press(again, "Velg alle")
    press(again, "Lagre i en mappe …")
    assert "2 av dem har fått brevet før." in seen(question()) and again.run is None
    press(question(), "Avbryt")
    assert again.run is None and case.papers.count() == 2
    press(again, "Lagre i en mappe …")
    press(the_dialog(Confirm), "Lag dem på nytt")
    finish(again)
    assert case.papers.count() == 4, "the same bytes on the same day are one paper"
    assert len(names(letters_folder)) == 4, "the very letters lay there already"
    again.close()


def test_what_lies_in_the_folder_is_never_written_over(letters, leases):
    mine = letters.folder / f"D11a-{leases[0].id}.pdf"
    mine.write_bytes(b"hers")
    save_all(letters)
    assert mine.read_bytes() == b"hers"
    assert (letters.folder / f"D11a-{leases[0].id}-2.pdf").read_bytes().startswith(b"%PDF")
    assert len(names(letters.folder)) == 5


def test_a_folder_that_is_gone_makes_nothing(letters, case):
    letters.folder.rmdir()
    save_all(letters)
    assert "Ingen brev er laget." in seen(letters) and "Gjenstår: 4" in seen(letters)
    assert case.papers.count() == 0


def test_a_folder_that_goes_while_it_is_used_files_nothing_that_is_not_there(letters, case):
    begin(letters)
    after(letters, 1)
    for path in letters.folder.iterdir():
        path.unlink()
    letters.folder.rmdir()
    finish(letters)
    made = len(letters.run.outcome.made)
    assert case.papers.count() == made < 4
    assert "Filen kunne ikke lagres, så brevet er ikke laget." in seen(letters)


# trouble with the file itself


class Full:
    """A place that tells of a full disk, or a mistake of ours, at the second letter."""

    def __init__(self, trouble):
        self.trouble, self.count = trouble, 0

    def begin(self):
        return True

    def put(self, name, file):
        self.count += 1
        if self.count == 2:
            raise self.trouble
        file(lambda content: None)
        yield

    def end(self):
        return True


@pytest.mark.parametrize("trouble", [FileTrouble(TroubleKind.FULL), NotSaved(filed=True)])
def test_what_stands_in_the_way_is_told_and_nothing_is_lost(window, case, leases, trouble):
    lines = batch.plan(case, "D11a")
    run = BatchRun(window.workspace.session, "D11a", lines, "nb", Full(trouble))
    run.start()
    while run.is_running:
        QApplication.processEvents()
    outcome = run.outcome
    assert len(outcome.made) + len(outcome.failed) + len(outcome.left) == 4
    if isinstance(trouble, FileTrouble):
        assert (len(outcome.made), len(outcome.left), bool(outcome.trouble)) == (1, 3, True)
    else:
        assert (len(outcome.made), [line.household for line, _ in outcome.failed]) == (3, ["Omar Karimi"])


def test_a_mistake_of_ours_ends_the_run_and_is_heard_of(window, case):
    run = BatchRun(window.workspace.session, "D11a", batch.plan(case, "D11a"), "nb", Full(ZeroDivisionError()))
    run._session.gather(True)
    run._go_on()
    with pytest.raises(ZeroDivisionError):
        while True:
            run._go_on()
    assert (len(run.outcome.made), len(run.outcome.failed), len(run.outcome.left)) == (1, 1, 2)
    assert not window.workspace.session._gathers and not run.is_running


# who may not be seen


def test_a_shielded_household_is_a_number_here_and_gets_its_letter_from_its_own_case(qtbot, case, tmp_path):
    a_municipality(case)
    ending(case, "Selam Tesfay", date(2027, 2, 28))
    hidden = ending(case, "Ola Ola", date(2027, 2, 28), household_id=a_shielded_household(case).id)
    person = a_person(case, given_name="Ayanda", family_name="Skjulestrup")
    strict = ending(case, "Ida Ida", date(2027, 2, 28), household_id=a_household(case, person).id)
    case.shield(person, Grading.STRICTLY_CONFIDENTIAL)
    window = open_window(qtbot, case)
    go(window, "tenancies")
    dialog = open_dialog(window)
    dialog.choose.left_out.open()
    settle()
    said = seen(dialog)
    homes = [case.dwellings.get(lease.dwelling_id).street for lease in (hidden, strict)]
    assert f"Skjermet husstand {hidden.household_id}" in said and "1 av 1 valgt" in said
    assert not any(word in said for word in ("Zahra", "Hemmelig", "Ayanda", "Skjulestrup", *homes))
    dialog.choose_folder = lambda over: tmp_path
    press(dialog, "Lagre i en mappe …")
    finish(dialog)
    files = [path for path in tmp_path.glob("*.pdf")]
    assert len(files) == 1 and case.papers.of_tenancy(hidden.id) == case.papers.of_tenancy(strict.id) == []
    words = pypdfium2.PdfDocument(files[0])
    text = "".join(page.get_textpage().get_text_range() for page in words)
    words.close()
    assert "Selam Tesfay" in text
    assert not any(word in text for word in ("Zahra", "Hemmelig", "Ayanda", "Skjulestrup", *homes))
    dialog.close()
