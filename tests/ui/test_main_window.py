"""The frame: places, back and forward, search, one column or two, and nothing personal outside the case."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from bolig_desktop.clock import fixed
from bolig_desktop.ui.main_window import MainWindow, weekday_date
from bolig_desktop.ui.navigation import History, Page, PageSpec, Place
from bolig_desktop.ui.search_box import Hit
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.list_panel import ListPanel
from bolig_desktop.ui.widgets.record_table import Column, RecordTable

NAMES = {1: "Miriam Tesfay", 2: "Omar Karimi"}


class Row:
    def __init__(self, id):
        self.id = id


class PeoplePage(Page):
    def __init__(self, told):
        super().__init__()
        self.told = told
        table = RecordTable([Column(key="n", title="Navn", text=lambda row: NAMES[row.id], width=0)], name="p")
        self.list_panel = ListPanel("Personer", table, new_label="Ny person")
        self.list_panel.set_rows([Row(1), Row(2)])
        self.list_panel.opened.connect(lambda id: self.go.emit(Place(topic="people", id=id)))
        self.case_panel = CasePanel()
        self.line = QLineEdit()
        self.case_panel.tabs.add("person", "Person", self.line)
        self.waiting = {}

    def open(self, place):
        self.told.append(place)
        self.list_panel.select(place.id)
        if place.id is None:
            self.case_panel.show_nothing()
        else:
            self.case_panel.header.show_title(NAMES[place.id])
            self.case_panel.show_case()

    def counts(self):
        return self.waiting

    def new(self):
        self.go.emit(Place(topic="people", tab="new"))

    def refresh(self):
        self.told.append("refresh")

    def leave(self):
        self.told.append("leave")


class WidePage(Page):
    def __init__(self):
        super().__init__()
        self.case_panel = QWidget()
        QVBoxLayout(self.case_panel).addWidget(QLineEdit())

    def open(self, place):
        pass


@pytest.fixture
def told():
    return []


@pytest.fixture
def window(shown, told):
    pages = [
        PageSpec(topic="people", title="Personer", icon="users", make=lambda: PeoplePage(told), shortcut="Ctrl+1"),
        PageSpec(topic="papers", title="Papirer", icon="file-text", make=WidePage, shortcut="Ctrl+2",
                 counts=lambda: {"soon": 3, "danger": 0}),
        PageSpec(topic="settings", title="Innstillinger", icon="settings", make=WidePage, at_bottom=True),
    ]  # fmt: skip

    def search(words):
        hits = [Hit(kind="people", id=id, title=name, detail="Storgata 1") for id, name in NAMES.items()]
        return [hit for hit in hits if words.lower() in hit.title.lower()]

    made = MainWindow(pages, search=search, clock=fixed(date(2026, 11, 22)), municipality="Nordvik kommune")
    shown(made, 1280, 720)
    made.go(Place(topic="people"))
    return made


def test_history_is_a_browsers():
    history = History()
    one, two, three = (Place(topic="people", id=n) for n in (1, 2, 3))
    assert history.back() is None
    for place in (one, two, two):
        history.visit(place)
    assert history.back() == one
    assert history.back() is None
    assert history.forward() == two
    history.back()
    history.visit(three)
    assert not history.can_go_forward()
    assert history.back() == one


def test_history_forgets_the_oldest():
    history = History(longest=3)
    for number in range(5):
        history.visit(Place(topic="people", id=number))
    assert history.back() == Place(topic="people", id=3)
    assert history.back() == Place(topic="people", id=2)
    assert history.back() is None


def test_only_the_page_one_comes_to_is_made(window):
    assert len(window.made_pages()) == 1
    window.go(Place(topic="papers"))
    assert len(window.made_pages()) == 2


def test_no_second_window_shows_up_while_pages_are_made(window):
    window.go(Place(topic="settings"))
    assert [one for one in QApplication.topLevelWidgets() if one.isVisible()] == [window]


def test_the_title_says_where_and_never_whom(window):
    assert window.windowTitle() == "Bolig – Personer"
    window.go(Place(topic="people", id=1))
    assert window.windowTitle() == "Bolig – Personer"


def test_back_and_forward_by_keyboard(window, qtbot, told):
    window.go(Place(topic="people", id=1))
    window.go(Place(topic="papers"))
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.here() == Place(topic="people", id=1)
    qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.here() == Place(topic="people")
    assert not window.top.back.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert told[-1] == Place(topic="people", id=1)


def test_a_page_is_left_and_refreshed_as_one_goes_and_comes(window, told):
    del told[:]
    window.go(Place(topic="people", id=1))
    window.go(Place(topic="papers"))
    window.go(Place(topic="people"))
    assert told == [Place(topic="people", id=1), "leave", "refresh", Place(topic="people")]


def test_search_finds_opens_and_hands_over_the_keyboard(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.hasFocus()
    qtbot.keyClicks(window.search, "kar")
    lines = window.search.popup().lines()
    assert [(line.title, line.detail, line.icon) for line in lines] == [
        ("Omar Karimi", "Personer · Storgata 1", "users")
    ]
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.here() == Place(topic="people", id=2)
    assert window.search.text() == ""
    assert window.page("people").case_panel.isAncestorOf(window.focusWidget())


def test_search_that_finds_nothing_says_so_and_escape_closes(window, qtbot):
    window.search.setFocus()
    qtbot.keyClicks(window.search, "zzz")
    assert [line.title for line in window.search.popup().lines()] == ["Fant ingenting."]
    qtbot.keyClick(window.search, Qt.Key.Key_Return)
    assert window.here() == Place(topic="people")
    qtbot.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.search.popup().isVisible()


def test_the_side_list_is_worked_by_arrow_keys(window, qtbot):
    buttons = window.side.buttons
    buttons["people"].setFocus()
    qtbot.keyClick(buttons["people"], Qt.Key.Key_Down)
    assert buttons["papers"].hasFocus()
    qtbot.keyClick(buttons["papers"], Qt.Key.Key_Space)
    assert window.topic() == "papers"
    assert buttons["papers"].isChecked()
    assert not buttons["people"].isChecked()


def test_badges_count_what_waits_and_say_it_aloud(window):
    window.refresh_counts()
    assert window.side.buttons["papers"].badge() == ("soon", 3)
    assert window.side.buttons["papers"].accessibleName() == "Papirer, 3 venter"
    page = window.page("people")
    page.waiting = {"danger": 2, "muted": 9}
    page.counts_changed.emit()
    assert window.side.buttons["people"].badge() == ("danger", 2)


def test_ctrl_n_makes_a_new_one_and_back_leads_from_it(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert window.here() == Place(topic="people", tab="new")
    window.back()
    assert window.here() == Place(topic="people")


def test_undo_lock_and_help_are_asked_for(window, qtbot, told):
    asked = []
    window.undo_wanted.connect(lambda: asked.append("undo"))
    window.lock_wanted.connect(lambda: asked.append("lock"))
    window.help_wanted.connect(asked.append)
    window.page("people").list_panel.table.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert asked == ["undo", "people", "lock"]
    assert told[-1] == "leave"


def test_locked_it_is_out_of_sight_before_the_pages_keep_what_is_half_done(window, qtbot, monkeypatch):
    seen, page = [], window.page("people")
    monkeypatch.setattr(page, "leave", lambda: seen.append(window.isVisible()))
    window.lock_wanted.connect(lambda: seen.append("lock"))
    window.act("lock").trigger()
    assert seen == [False, "lock"]


def test_it_is_locked_also_where_a_page_cannot_keep_what_is_half_done(window, qtbot, monkeypatch):
    asked = []
    window.lock_wanted.connect(lambda: asked.append("lock"))
    monkeypatch.setattr(window.page("people"), "leave", lambda: 1 // 0)
    with qtbot.captureExceptions() as raised:
        window.act("lock").trigger()
    monkeypatch.undo()
    assert asked == ["lock"] and raised[0][0] is ZeroDivisionError


def test_f6_goes_round_the_columns(window, qtbot):
    window.go(Place(topic="people", id=1))
    page = window.page("people")
    window.side.buttons["people"].setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.list_panel.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert page.case_panel.isAncestorOf(window.focusWidget())
    qtbot.keyClick(window, Qt.Key.Key_F6)
    assert window.side.buttons["people"].hasFocus()


def test_ctrl_f_goes_to_the_filter_of_the_list(window, qtbot):
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.page("people").list_panel.filter.hasFocus()


@pytest.mark.parametrize("size", [(1280, 720), (1024, 576), (853, 480)])
def test_the_window_really_takes_the_size_of_a_small_laptop(window, size):
    window.go(Place(topic="people", id=1))
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    page = window.page("people")
    column = page.case_panel.column
    assert column.widget().width() <= column.viewport().width()


def test_an_old_answer_from_the_window_manager_does_not_decide_the_shape(window):
    from PySide6.QtCore import QSize
    from PySide6.QtGui import QResizeEvent

    window.go(Place(topic="people", id=1))
    window.resizeEvent(QResizeEvent(QSize(853, 480), QSize(1280, 720)))
    assert window.page("people").list_panel.isVisible()


def test_a_narrow_window_shows_list_or_case_with_a_way_back(window):
    page = window.page("people")
    window.resize(853, 480)
    assert page.list_panel.isVisible()
    assert not page.case_panel.isVisible()
    window.go(Place(topic="people", id=1))
    assert page.case_panel.isVisible()
    assert not page.list_panel.isVisible()
    assert window.panes.to_list.text() == "Personer"
    window.panes.to_list.click()
    assert page.list_panel.isVisible()
    window.resize(1280, 720)
    assert page.case_panel.isVisible()
    assert page.list_panel.isVisible()


def test_a_page_without_a_list_has_the_whole_width(window):
    window.go(Place(topic="settings"))
    assert not window.panes.lists.isVisible()
    window.resize(853, 480)
    assert window.page("settings").case_panel.isVisible()


def test_nothing_personal_in_titles_and_tooltips_outside_the_case(window, qtbot):
    window.go(Place(topic="people", id=1))
    outside = [window, *window.side.findChildren(QWidget), *window.top.findChildren(QWidget), window.status]
    outside += [window.page("people").list_panel, *window.page("people").list_panel.findChildren(QWidget)]
    said = " ".join(part.toolTip() + part.windowTitle() + part.statusTip() for part in outside)
    assert "Tesfay" not in said


def test_what_can_be_pressed_has_a_name(window):
    from PySide6.QtWidgets import QAbstractButton

    window.go(Place(topic="people", id=1))
    nameless = [
        button for button in window.findChildren(QAbstractButton)
        if button.isVisible() and not (button.text() or button.accessibleName() or button.parent() is window.search
                                       or isinstance(button.parent(), QLineEdit))
        and button.metaObject().className() not in ("QTableCornerButton", "QToolButton", "CloseButton")
    ]  # fmt: skip
    assert not nameless
    assert window.top.lock.accessibleName() == "Lås"


def test_the_toast_offers_undo(window, qtbot):
    asked = []
    window.undo_wanted.connect(lambda: asked.append(1))
    window.toast.say("Lagret.", can_undo=True)
    assert window.toast.isVisible()
    window.toast.button.click()
    assert asked == [1]
    assert not window.toast.isVisible()


def test_closing_lets_the_pages_keep_what_is_half_done(window, told):
    closed = []
    window.closing.connect(lambda: closed.append(list(told)[-1]))
    window.close()
    assert closed == ["leave"]


def test_the_day_is_written_out(qapp):
    assert weekday_date(date(2026, 11, 22), "nb") == "søndag 22. november 2026"


def test_a_topic_nobody_has_changes_nothing(window):
    window.go(Place(topic="unknown", id=4))
    assert window.here() == Place(topic="people")
