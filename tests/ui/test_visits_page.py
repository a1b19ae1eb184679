"""Hjemmebesøk driven by the words on the screen and the keyboard; what is asserted stands in the file."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from bolig_desktop.agenda.agenda import Agenda
from bolig_desktop.casefile import visiting
from bolig_desktop.dwellings.records import Meter, MeterKind
from bolig_desktop.visits.records import Visit, VisitKind, VisitWish
from build import a_dwelling, a_household, a_municipality, a_person, a_shielded_household, a_tenancy
from drive import key, lines, press, press_tool, seen, settle, the_field, the_tool, write
from windows import go, open_window

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


@pytest.fixture
def tesfay(case):
    a_municipality(case)
    home = a_dwelling(case, street="Storgata 14 B")
    family = a_household(case, a_person(case, language="ti"), name="familien Tesfay")
    a_tenancy(case, dwelling_id=home.id, household_id=family.id, starts_on=TODAY - 20 * DAY, ends_on=None)
    return family


@pytest.fixture
def window(qtbot, case, tesfay):
    return open_window(qtbot, case)


def type_in(window, words):
    for letter in words:
        QTest.keyClicks(window.focusWidget(), letter)
    settle()


def test_the_list_says_who_is_to_be_visited_and_when(window, case, tesfay):
    go(window, "visits")
    assert "familien Tesfay" in lines(window) and "For sent" in lines(window)
    assert visiting.next_visits(case)[tesfay.id].day == TODAY - 13 * DAY
    go(window, "visits", tesfay.id)
    assert "Neste besøk 09.11.2026" in seen(window) and "uke 1 etter innflytting" in seen(window)


def test_an_ordinary_visit_is_registered_by_keyboard_in_fewer_than_forty_keystrokes(window, case, tesfay):
    """From the household's own visits: heating told of and shown, one topic still a problem, and a few words."""
    go(window, "visits", tesfay.id)
    strokes = 0

    def stroke(which, held=Qt.KeyboardModifier.NoModifier):
        nonlocal strokes
        strokes += 1
        key(window, which, held)

    stroke(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    stroke(Qt.Key.Key_F)  # heating: told …
    stroke(Qt.Key.Key_V)  # … and shown
    stroke(Qt.Key.Key_Down)
    stroke(Qt.Key.Key_Down)
    stroke(Qt.Key.Key_F)  # airing: told
    stroke(Qt.Key.Key_Down)
    stroke(Qt.Key.Key_P)  # moisture: still a problem
    for _ in range(7):
        stroke(Qt.Key.Key_Tab)
    type_in(window, "Mugg på badet")
    strokes += len("Mugg på badet")
    stroke(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (visit,) = case.visits.list()
    assert (visit.visited_on, visit.heating, visit.airing, visit.moisture) == (TODAY, "ts", "t", "p")
    assert visit.about_home == "Mugg på badet"
    assert visit.dwelling_id == visiting.homes(case)[tesfay.id].dwelling_id
    assert strokes < 40, strokes
    assert "Neste besøk 30.11.2026" in seen(window), "week 4 comes sooner than two weeks after a problem"


def test_a_visit_is_agreed_told_of_and_registered_on_its_day(window, case, tesfay):
    page = go(window, "visits", tesfay.id)
    press(window, "Avtal besøk")
    write(window, "Avtalt dag", "22.11.2026")
    write(window, "Fra kl.", "10.00")
    press(window, "Legg til")
    (agreed,) = case.visits.list()
    assert (agreed.planned_on, agreed.time_from, agreed.visited_on) == (TODAY, "10.00", None)
    assert "Avtalt med husstanden." in seen(window)
    assert [one.kind for one in Agenda(case).items() if one.topic == "visits"] == ["visit_agreed"]
    press(window, "Registrer besøk")
    assert page.visits.list.record().id == agreed.id, "the one that is agreed, not another"
    press(window, "Lagre")
    assert case.visits.get(agreed.id).visited_on == TODAY
    window.workspace.undo()
    assert case.visits.get(agreed.id).visited_on is None


def test_an_inspection_without_notice_says_so_with_its_section(window, case, tesfay):
    go(window, "visits", tesfay.id)
    press(window, "Avtal besøk")
    write(window, "Hva slags besøk", "Tilsyn")
    write(window, "Avtalt dag", "30.11.2026")
    press(window, "Legg til")
    kinds = [(one.kind, one.act_by) for one in Agenda(case).items() if one.topic == "visits"]
    assert sorted(kinds) == [("visit_agreed", date(2026, 11, 30)), ("visit_notice", date(2026, 11, 25))]
    press(window, "Avtal besøk")
    write(window, "Varsel gitt", "01.12.2026")
    press(window, "Lagre")
    assert "Varselet må være gitt før besøket, som er 30.11.2026." in seen(window)


def test_a_household_that_wants_no_visits_gets_none_and_can_want_them_again(window, case, tesfay):
    go(window, "visits", tesfay.id, "wish")
    press(window, "Før at de har sagt noe om besøk")
    write(window, "Hva de sa", "De klarer seg")
    press(window, "Legg til")
    (wish,) = case.visit_wishes.list()
    assert (wish.wanted, wish.asked_on, wish.reason) == (False, TODAY, "De klarer seg")
    assert visiting.next_visits(case) == {}
    assert "Vil ikke" in seen(window)
    case.save(Visit(household_id=tesfay.id, kind=VisitKind.INSPECTION, planned_on=TODAY + DAY))
    assert list(visiting.next_visits(case)) == [tesfay.id], "an inspection needs no wish"


@pytest.mark.parametrize("typed", ["31.02.2026", "24.12.2026", "i fjor en gang"])
def test_a_day_that_cannot_be_is_said_beside_the_field_and_kept(window, case, tesfay, typed):
    page = go(window, "visits", tesfay.id, "register")
    write(window, "Besøkt", typed)
    press(window, "Legg til")
    assert case.visits.count() == 0
    assert page.visits.list.form.fields["visited_on"].problem()
    page.leave()
    assert case.drafts.find("visits", record_id=0, context=str(tesfay.id)).typed["visited_on"] == typed


def test_what_is_half_registered_stands_there_again(qtbot, window, case, tesfay):
    page = go(window, "visits", tesfay.id, "register")
    key(window, Qt.Key.Key_F)
    write(window, "Om boligen", "Vinduet på")
    page.leave()
    form = go(open_window(qtbot, case), "visits", tesfay.id).visits.list.form
    assert (form.fields["heating"].value(), form.fields["about_home"].value()) == ("t", "Vinduet på")


def test_every_stop_of_the_form_has_a_name_and_arrows_go_from_topic_to_topic(window, case, tesfay):
    go(window, "visits", tesfay.id, "register")
    assert window.focusWidget().accessibleName() == "Varme"
    names = []
    for _ in range(8):
        key(window, Qt.Key.Key_Down)
        names.append(window.focusWidget().accessibleName())
    assert names == ["Strøm", "Lufting", "Fukt", "Søppel", "Vask", "Brann og røykvarsler", "Naboer", "Snø og hage"]
    key(window, Qt.Key.Key_Up)
    assert window.focusWidget().accessibleName() == "Naboer"


def test_a_shielded_household_is_visited_without_name_or_address(window, case):
    hidden = a_shielded_household(case)
    home = a_dwelling(case, street="Hemmelig vei 9")
    a_tenancy(case, dwelling_id=home.id, household_id=hidden.id, starts_on=TODAY - 20 * DAY, ends_on=None)
    go(window, "visits")
    assert "Hemmelig vei" not in lines(window) and "Storgata 14 B" in lines(window)
    go(window, "visits", hidden.id)
    assert "Skjermet husstand" in seen(window) and "Hemmelig vei" not in seen(window)
    press(window, "Registrer besøk")
    press(window, "Legg til")
    assert case.visits.list()[0].dwelling_id == home.id


def test_the_weak_topics_come_first(window, case, tesfay):
    case.save(Visit(household_id=tesfay.id, visited_on=TODAY, heating="ts", moisture="tp"))
    go(window, "visits", tesfay.id, "topics")
    words = [name.text() for name in window.page("visits").topics.findChildren(QLabel)]
    assert words.index("Fukt") < words.index("Strøm") < words.index("Varme"), "a problem, not gone through, shown"
    assert words.count("én gang, 22.11.2026") == 2


def test_a_wish_taken_back_by_the_municipality_counts_no_more(window, case, tesfay):
    wish = case.save(VisitWish(household_id=tesfay.id, asked_on=TODAY))
    assert visiting.next_visits(case) == {}
    case.remove(wish)
    assert list(visiting.next_visits(case)) == [tesfay.id]


def test_what_was_seen_becomes_a_defect_with_one_press(window, case, tesfay):
    home = visiting.homes(case)[tesfay.id].dwelling_id
    facts = {"household_id": tesfay.id, "dwelling_id": home, "about_home": "Ventilen på badet er løs"}
    visit = case.save(Visit(visited_on=TODAY - DAY, **facts))
    page = go(window, "visits", tesfay.id)
    button = the_tool(page.visits.list, "Lag et avvik av det dere så")
    QTest.keyClick(button, Qt.Key.Key_Space)
    settle()
    write(window, "Hva slags ting", "Fukt eller mugg")
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (defect,) = case.defects.list()
    assert (defect.dwelling_id, defect.what) == (home, "Ventilen på badet er løs")
    assert (defect.visit_id, defect.reported_on) == (visit.id, TODAY - DAY)


def test_a_line_becomes_a_defect_a_task_and_a_topic_each_by_one_key(window, case, tesfay):
    page = go(window, "visits", tesfay.id, "register")
    entry = the_field(window, "Om boligen")
    entry.setFocus()
    entry.setPlainText("Vinduet på badet lukker ikke\nRing barnehagen om plass\nSykkelboden er full")
    cursor = entry.textCursor()
    cursor.movePosition(cursor.MoveOperation.Start)
    entry.setTextCursor(cursor)
    key(window, Qt.Key.Key_F7)
    key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_F8)
    key(window, Qt.Key.Key_Down)
    key(window, Qt.Key.Key_F9)
    (defect,), (task,) = case.defects.list(), case.tasks.list()
    assert (defect.what, defect.visit_id, defect.reported_on) == ("Vinduet på badet lukker ikke", None, TODAY)
    assert (task.what, task.due_on) == ("Ring barnehagen om plass", date(2026, 12, 4)), "two weeks on is a Sunday"
    assert window.focusWidget() is entry, "the keyboard is still where the notes are written"
    assert page.visits.list.form.fields["own_topics"].value() == "p|Sykkelboden er full"
    assert case.visits.count() == 0
    key(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (visit,) = case.visits.list()
    assert visit.own_topics == "p|Sykkelboden er full" and visit.is_problem
    assert case.defects.get(defect.id).visit_id == case.tasks.get(task.id).visit_id == visit.id
    window.workspace.undo()
    assert case.visits.count() == 0 and case.tasks.get(task.id).visit_id is None, "one step back takes back the visit"


def test_the_line_that_is_marked_or_the_last_one_written_is_what_counts(window, case, tesfay):
    go(window, "visits", tesfay.id, "register")
    entry = the_field(window, "Om boligen")
    entry.setFocus()
    key(window, Qt.Key.Key_F8)
    assert case.tasks.count() == 0 and "Skriv først hva dere så" in seen(window)
    key(window, Qt.Key.Key_F9)
    assert window.focusWidget().accessibleName() == "Eget tema 1", "an empty one to write in"
    entry.setPlainText("Bestill ny ventil\n")
    entry.setFocus()
    entry.moveCursor(entry.textCursor().MoveOperation.End)
    key(window, Qt.Key.Key_F8)
    assert [one.what for one in case.tasks.list()] == ["Bestill ny ventil"]


def test_own_topics_come_back_until_they_are_shown(window, case, tesfay):
    go(window, "visits", tesfay.id, "register")
    press(window, "Eget tema")
    type_in(window, "Sykkelboden")
    key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_P)
    press(window, "Legg til")
    assert [visit.own_topics for visit in case.visits.list()] == ["p|Sykkelboden"]
    page = go(window, "visits", tesfay.id, "register")
    assert page.visits.list.form.fields["own_topics"].value() == "|Sykkelboden"
    press(window, "Legg til")
    assert case.visits.list()[-1].own_topics == "", "not gone through, so nothing is registered of it"
    go(window, "visits", tesfay.id, "register")
    the_field(window, "Eget tema 1").setFocus()
    key(window, Qt.Key.Key_Tab)
    key(window, Qt.Key.Key_V)
    press(window, "Legg til")
    assert case.visits.list()[-1].own_topics == "s|Sykkelboden"
    page = go(window, "visits", tesfay.id, "register")
    assert page.visits.list.form.fields["own_topics"].value() == ""
    go(window, "visits", tesfay.id, "topics")
    assert "Sykkelboden" in seen(window)


def test_half_written_topics_outlive_the_window(window, case, tesfay):
    page = go(window, "visits", tesfay.id, "register")
    press(window, "Eget tema")
    type_in(window, "Sykkelb")
    page.leave()
    draft = case.drafts.find("visits", record_id=0, context=str(tesfay.id))
    assert draft.typed["own_topics"] == "|Sykkelb"


def test_what_the_meters_showed_is_kept_with_the_home_and_set_against_the_last(window, case, tesfay):
    home = visiting.homes(case)[tesfay.id].dwelling_id
    case.save(Meter(dwelling_id=home, kind=MeterKind.POWER, reading=Decimal(12000), read_on=date(2026, 9, 1)))
    go(window, "visits", tesfay.id, "register")
    press(window, "Målerne")
    write(window, "Strømmåleren viser", "11 000")
    write(window, "Vannmåleren viser", "310,5")
    warned = window.page("visits").visits.list.form.fields["power_reading"].problem().replace("\u00a0", " ")
    assert "Måleren viste 12 000 01.09.2026" in warned, "told of at once, and no hindrance"
    write(window, "Strømmåleren viser", "12 345")
    press(window, "Legg til")
    assert [visit.power_reading for visit in case.visits.list()] == [Decimal(12345)]
    assert "strøm 12 345 kWh (345 mer enn 01.09.2026) · vann 310,5 m³" in seen(window).replace("\u00a0", " ")
    go(window, "dwellings", home, "meters")
    assert "12 345 (22.11.2026)" in seen(window).replace("\u00a0", " "), "the home's meter shows what was read last"
    window.workspace.undo()
    settle()
    assert "12 000 (01.09.2026)" in seen(window).replace("\u00a0", " ")


def test_tasks_have_a_tab_a_line_on_i_dag_and_are_done_with_one_press(window, case, tesfay):
    page = go(window, "visits", tesfay.id, "tasks")
    press(window, "Ny oppgave")
    write(window, "Hva som skal gjøres", "Bestill ny komfyr")
    write(window, "Gjøres innen", "21.11.2026")
    write(window, "Hvem gjør det", "Kari")
    press(window, "Legg til")
    (task,) = case.tasks.list()
    (one,) = [one for one in Agenda(case).items() if one.kind == "task"]
    assert (one.id, one.fact, one.act_by) == (task.id, "Bestill ny komfyr", date(2026, 11, 20))
    go(window, "today")
    assert "Bestill ny komfyr" in lines(window)
    go(window, "visits", tesfay.id, f"tasks {task.id}")
    assert page.tasks.list.record().id == task.id
    page.tasks.list.close_form()
    press_tool(window, "Gjort i dag")
    assert case.tasks.get(task.id).done_on == TODAY
    assert [one for one in Agenda(case).items() if one.kind == "task"] == []
