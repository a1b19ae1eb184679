"""Lists: sorted, filtered, copied, remembered, and never wider than their room."""

from dataclasses import dataclass
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget

from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.widgets.case_panel import CasePanel
from bolig_desktop.ui.widgets.links import Link
from bolig_desktop.ui.widgets.list_panel import Chip, ListPanel
from bolig_desktop.ui.widgets.pills import pill_size
from bolig_desktop.ui.widgets.record_table import Column, RecordTable, cut_to


@dataclass(frozen=True, kw_only=True)
class Row:
    id: int
    address: str
    rent_nok: int | None
    ends_on: date | None
    state: str


ROWS = [
    Row(id=1, address="Øvre vei 3", rent_nok=9500, ends_on=date(2027, 1, 31), state="Utleid"),
    Row(id=2, address="Bakkegata 2", rent_nok=10400, ends_on=None, state="Ledig"),
    Row(id=3, address="Fjellgata 8", rent_nok=4900, ends_on=date(2026, 12, 1), state="Utleid"),
]


def columns():
    return [
        Column(key="address", title="Adresse", text=lambda row: row.address, width=0),
        Column(key="rent", title="Leie", text=lambda row: f"{row.rent_nok} kr", sort=lambda row: row.rent_nok,
               right=True, width=100, rank=2),
        Column(key="ends", title="Slutter", text=lambda row: str(row.ends_on or ""), sort=lambda row: row.ends_on,
               width=110, rank=1),
        Column(key="state", title="Status", text=lambda row: row.state, pill=lambda row: (row.state, "muted"),
               width=100),
    ]  # fmt: skip


EMPTY = "Ingen boliger ennå. Legg inn den første boligen kommunen leier ut eller disponerer, så er du i gang."


@pytest.fixture
def settings():
    return {}


@pytest.fixture
def panel(shown, settings):
    table = RecordTable(columns(), name="dwellings", settings=settings, sort_by="address")
    chips = [
        Chip(key="all", label="Alle"),
        Chip(key="free", label="Ledig", test=lambda row: row.state == "Ledig"),
    ]
    made = ListPanel("Boliger", table, new_label="Ny bolig", chips=chips, empty=EMPTY)
    made.set_rows(ROWS)
    return shown(made, 640, 500)


def ids(panel):
    return [row.id for row in panel.table.shown()]


def press_header(panel, title):
    titles = [column.title for column in panel.table._model.columns]
    panel.table.horizontalHeader().sectionClicked.emit(titles.index(title))


def header(panel, at):
    return panel.table.model().headerData(at, Qt.Orientation.Horizontal)


def test_numbers_and_dates_sort_as_what_they_are_and_the_empty_last(panel):
    press_header(panel, "Leie")
    assert ids(panel) == [3, 1, 2]
    assert header(panel, 1) == "Leie ↑"
    press_header(panel, "Leie")
    assert ids(panel) == [2, 1, 3]
    assert header(panel, 1) == "Leie ↓"
    press_header(panel, "Slutter")
    assert ids(panel) == [3, 1, 2]
    press_header(panel, "Slutter")
    assert ids(panel) == [1, 3, 2]


def test_the_order_is_remembered(panel, settings, qtbot):
    press_header(panel, "Leie")
    press_header(panel, "Leie")
    again = RecordTable(columns(), name="dwellings", settings=settings, sort_by="address")
    qtbot.addWidget(again)
    again.set_rows(ROWS)
    assert [row.id for row in again.shown()] == [2, 1, 3]


def test_a_width_pulled_by_hand_is_remembered_and_a_fitted_one_is_not(panel, settings):
    panel.resize(500, 400)
    assert not [key for key in settings if key != "dwellings.order"]
    panel.table.horizontalHeader().resizeSection(3, 160)
    assert settings["dwellings.state"] == 160


def test_every_keystroke_filters_and_words_may_stand_in_any_order(panel, qtbot):
    panel.filter.setFocus()
    qtbot.keyClicks(panel.filter, "utleid")
    assert ids(panel) == [3, 1]
    qtbot.keyClicks(panel.filter, " vei ø")
    assert ids(panel) == [1]
    assert panel.count.text() == "1 av 3"
    qtbot.keyClick(panel.filter, Qt.Key.Key_Escape)
    assert len(ids(panel)) == 3


def test_the_chips_count_and_filter_together_with_the_words(panel, qtbot):
    chips = {button.text().split()[0]: button for button in panel.findChildren(QPushButton) if button.isCheckable()}
    assert chips["Ledig"].text() == "Ledig  1"
    chips["Ledig"].click()
    assert ids(panel) == [2]
    qtbot.keyClicks(panel.filter, "fjell")
    assert ids(panel) == []
    assert panel.nothing_found.isVisible()
    panel.nothing_found.button.click()
    assert len(ids(panel)) == 3
    assert panel.chip() == "all"


def test_an_empty_list_says_what_to_do_first(panel):
    wanted = []
    panel.new_wanted.connect(lambda: wanted.append(1))
    panel.set_rows([])
    assert panel.nothing_yet.isVisible()
    assert not panel.filter.isVisible(), "there is nothing to look through"
    words = panel.nothing_yet.words
    assert words.height() >= words.heightForWidth(words.width())
    assert panel.nothing_yet.words.text() == EMPTY
    panel.nothing_yet.button.click()
    assert wanted == [1]
    panel.set_rows(ROWS)
    assert panel.filter.isVisible()


def test_the_keyboard_goes_from_the_filter_into_the_list_and_enter_opens(panel, qtbot):
    opened = []
    panel.opened.connect(opened.append)
    panel.filter.setFocus()
    qtbot.keyClick(panel.filter, Qt.Key.Key_Down)
    assert panel.table.hasFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    assert opened == []
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert opened == [3]
    qtbot.keyClick(panel.table, Qt.Key.Key_End)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert opened == [3, 1]


def test_a_click_opens_and_a_click_with_ctrl_only_marks(panel, qtbot):
    opened = []
    panel.opened.connect(opened.append)
    table = panel.table
    middle = table.visualRect(table.model().index(1, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert opened == [3]


def test_copied_rows_are_cells_for_excel_and_never_formulas(panel, qtbot):
    panel.set_rows([*ROWS, Row(id=9, address="=SUM(A1)\tfelle", rent_nok=1, ends_on=None, state="Ledig")])
    panel.table.selectAll()
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QApplication.clipboard().text().splitlines()
    assert lines[0] == "Adresse\tLeie\tSlutter\tStatus"
    assert "Bakkegata 2\t10400 kr\t\tLedig" in lines
    assert "'=SUM(A1) felle\t1 kr\t\tLedig" in lines
    assert len(lines) == 5


@pytest.mark.parametrize("width", [260, 400, 640, 1200])
def test_a_list_never_scrolls_sideways_and_drops_the_least_needed_first(panel, width):
    panel.resize(width, 500)
    QApplication.processEvents()
    table = panel.table
    shown = [at for at in range(4) if not table.isColumnHidden(at)]
    if table.width() == width:  # narrower than the parts themselves can go, the window would not get
        assert sum(table.columnWidth(at) for at in shown) <= table.viewport().width()
    assert {0, 3} <= set(shown)
    if width >= 640:
        assert shown == [0, 1, 2, 3]
    if width == 400:
        assert 1 not in shown


def test_new_rows_leave_the_mark_where_it_was(panel):
    panel.select(3)
    panel.set_rows([*reversed(ROWS), Row(id=0, address="Aaa", rent_nok=None, ends_on=None, state="Ledig")])
    assert panel.table.current() == 3
    panel.set_rows([row for row in ROWS if row.id != 3])
    assert panel.table.current() is None


def test_coming_to_a_row_the_filter_hides_lifts_the_filter(panel):
    panel.choose_chip("free")
    panel.select(1)
    assert panel.table.current() == 1
    assert panel.chip() == "all"


def test_a_pill_is_as_wide_as_its_words(panel, qapp):
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QImage, QPainter

    from bolig_desktop.ui.widgets.pills import paint_pill

    canvas = QImage(400, 40, QImage.Format.Format_RGB32)
    painter = QPainter(canvas)
    place = paint_pill(painter, ("Ledig", "good"), QRect(0, 0, 400, 40))
    font = painter.font()
    painter.end()
    assert place.width() == pill_size("Ledig", font).width() < 200


def test_thousands_of_rows_are_all_there_and_found(panel):
    many = [
        Row(id=n, address=f"Vei {n}", rent_nok=n % 977, ends_on=None, state="Ledig" if n % 3 else "Utleid")
        for n in range(6000)
    ]
    panel.set_rows(many)
    panel.filter.setText("vei 5999")
    assert ids(panel) == [5999]
    panel.filter.clear()
    press_header(panel, "Leie")
    rents = [row.rent_nok for row in panel.table.shown()]
    assert rents == sorted(rents)
    assert len(rents) == 6000


def cut(table, at):
    """Whether some words of a column are wider than it is."""
    room = table.columnWidth(at) - 16 - (10 if at == 0 else 0)
    cells = [table.model().index(row, at).data() for row in range(table.model().rowCount())]
    return any(table.fontMetrics().horizontalAdvance(cell) > room for cell in cells)


def test_a_wide_list_shares_its_room_before_one_column_takes_it_all(shown):
    long = Row(id=1, address="Skolebakken 12, rom 3, Nordvik", rent_nok=9500, ends_on=None, state="Ledig")
    columns = [
        Column(key="name", title="Navn", text=lambda row: "Selam Tesfay", width=0),
        Column(key="address", title="Bolig", text=lambda row: row.address, width=100),
        Column(key="state", title="Nå", text=lambda row: row.state, width=110),
    ]
    table = shown(RecordTable(columns, name="t"), 900, 400)
    table.set_rows([long])
    assert not cut(table, 1)
    assert sum(table.columnWidth(at) for at in range(3)) == table.viewport().width()
    assert table.columnWidth(2) == 110, "what has room enough takes no more"


def test_a_column_pulled_by_hand_keeps_its_width_however_long_its_words(shown):
    columns = [
        Column(key="name", title="Navn", text=lambda row: "Selam Tesfay", width=0),
        Column(key="address", title="Bolig", text=lambda row: "Skolebakken 12, rom 3, Nordvik " * 3, width=100),
    ]
    table = shown(RecordTable(columns, name="t", settings={"t.address": 90}), 900, 400)
    table.set_rows(ROWS)
    assert table.columnWidth(1) == 90


def test_a_pill_is_never_cut_and_what_matters_least_goes_first(shown):
    long = Row(id=1, address="Bakkegata 2", rent_nok=9500, ends_on=None, state="Tidsubestemt siden i fjor")
    columns = [
        Column(key="address", title="Bolig", text=lambda row: row.address, width=0),
        Column(key="rent", title="Leie", text=lambda row: str(row.rent_nok), width=100, rank=1),
        Column(
            key="state", title="Status", text=lambda row: row.state, pill=lambda row: (row.state, "soon"), width=60
        ),
    ]
    table = shown(RecordTable(columns, name="t"), 420, 300)
    table.set_rows([long])
    assert table.columnWidth(2) >= pill_size(long.state, table.font()).width() + 16
    assert table.isColumnHidden(1)
    assert sum(table.columnWidth(at) for at in (0, 2)) == table.viewport().width()


def test_the_widest_of_many_states_of_the_same_length_is_not_cut(shown):
    states = [f"{number:02}{'i' * 10}" for number in range(30)] + ["M" * 12]
    columns = [
        Column(key="address", title="Bolig", text=lambda row: row.address, width=0),
        Column(
            key="state", title="Status", text=lambda row: row.state, pill=lambda row: (row.state, "soon"), width=60
        ),
    ]
    table = shown(RecordTable(columns, name="t"), 420, 300)
    rows = [Row(id=at, address="A", rent_nok=1, ends_on=None, state=state) for at, state in enumerate(states)]
    table.set_rows(rows)
    assert table.columnWidth(1) >= pill_size("M" * 12, table.font()).width() + 16
    table.set_rows(rows[:-1])
    assert table.columnWidth(1) < pill_size("M" * 12, table.font()).width(), "other rows are measured anew"


def test_a_number_at_the_end_is_not_what_is_cut(qapp):
    measure = QFontMetrics(qapp.font())
    width = measure.horizontalAdvance("Skjermet husst")
    assert cut_to("Skjermet husstand 38", measure, width).endswith("38")
    assert cut_to("familien Abdelrahmani", measure, width).startswith("familien")
    assert cut_to("kort", measure, width) == "kort"


def test_a_link_too_long_for_its_place_is_cut_and_read_out_whole(shown):
    words = "Kommandørkaptein Ærlighets vei & plass 12"
    link = Link(words, Place(topic="dwellings", id=1))
    row = QWidget()
    QHBoxLayout(row).addWidget(link)
    shown(row, 200, 60)
    assert link.is_cut()
    assert link.width() <= 200
    assert link.accessibleName() == words
    row.resize(900, 60)
    QApplication.processEvents()
    assert not link.is_cut()


def test_a_title_without_a_space_goes_on_to_the_next_line(shown):
    panel = shown(CasePanel(), 600, 400)
    panel.header.show_title("W" * 200, "x" * 200)
    panel.show_case()
    QApplication.processEvents()
    for label in (panel.header.title, panel.header.subtitle):
        assert label.heightForWidth(label.width()) <= label.height()
    assert panel.header.title.height() > 2 * panel.header.title.fontMetrics().height(), "it stands on several lines"


def test_a_long_title_is_cut_part_by_part_and_whole_to_who_points_at_it(shown):
    street, name = "Storgata " + "14 B " * 30, "familien " + "Øvergård-" * 30
    panel = shown(CasePanel(), 600, 400)
    title = panel.header.title
    panel.header.show_title(f"{street} · {name}")
    parts = title.text().replace("\u200b", "").split(" · ")
    assert [len(part) <= 80 and part.endswith("…") for part in parts] == [True, True]
    assert street.startswith(parts[0][:-1]) and name.startswith(parts[1][:-1])
    assert title.toolTip() == title.accessibleName() == f"{street} · {name}"
    panel.header.show_title("Kommandørkaptein " * 12 + "vei 4, H0201")
    assert title.text().endswith("…, H0201") and len(title.text()) <= 80, "the unit's number stays"
    panel.header.show_title("Storgata 14 B")
    assert (title.text(), title.toolTip()) == ("Storgata 14 B", "")
