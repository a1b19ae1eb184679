"""The second column of a page: heading, what can be made, filter line, chips and the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bolig_desktop.ui import icons
from bolig_desktop.ui.widgets.empty_state import EmptyState
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.grouped_list import GroupedList
from bolig_desktop.ui.widgets.record_table import RecordTable
from bolig_desktop.ui.widgets.tab_order import tab_stops
from bolig_desktop.ui.words import tr

HEAD_HIGH = 32


@dataclass(frozen=True, kw_only=True)
class Chip:
    """One quick filter: its words and which rows it lets through; None lets all through."""

    key: str
    label: str
    test: Callable[[Any], bool] | None = None


class ListPanel(QWidget):
    """Everything a list needs around its ``RecordTable`` or ``GroupedList``.

    new_label: words on the button that makes a new one ("Ny bolig"), "" for none. empty: the sentence to show
    where there is nothing yet, and what to do first. icon: the topic's icon, shown large in the empty list.
    Signals: ``opened(id)``, ``new_wanted()``, ``came_into_sight()``.
    """

    opened = Signal(int)
    new_wanted = Signal()
    came_into_sight = Signal()

    def __init__(self, title: str, table: RecordTable | GroupedList, *, new_label: str = "",
                 chips: Sequence[Chip] = (), empty: str = "", icon: str = "inbox") -> None:  # fmt: skip
        super().__init__()
        self.table = table
        self._chips = list(chips)
        self.title = QLabel(title)
        self.title.setProperty("role", "title")
        self.count = QLabel()
        self.count.setProperty("role", "muted")
        self.count.setContentsMargins(0, 0, 0, 3)
        self.filter = QLineEdit()
        self.filter.setProperty("role", "search")
        self.filter.setPlaceholderText(tr("Søk i listen"))
        self.filter.setAccessibleName(tr("Søk i {list}", list=title.lower()))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self.table.look_for)
        self.filter.installEventFilter(self)
        self.new_button: QPushButton | None = None
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 16, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._head(new_label))
        column.addLayout(self._filters())
        self._stack = QStackedLayout()
        self.nothing_yet = EmptyState(icon, empty or tr("Her er det ingenting ennå."), act=new_label)
        self.nothing_found = EmptyState("search", tr("Ingenting i listen passer."), act=tr("Vis alle"))
        column.addLayout(self._stack, 1)
        for part in (table, self.nothing_yet, self.nothing_found):
            self._stack.addWidget(part)
        table.setAccessibleName(title)
        table.opened.connect(self.opened)
        table.shown_changed.connect(self._counted)
        self.nothing_yet.acted.connect(self.new_wanted)
        self.nothing_found.acted.connect(self.show_all)
        self._counted()

    def _head(self, new_label: str) -> QHBoxLayout:
        head = self._head_row = QHBoxLayout()
        self._more: QMenu | None = None
        head.setContentsMargins(18, 0, 16, 0)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addStrut(HEAD_HIGH)  # as high without a button, so that the list does not move from page to page
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        if new_label:
            self.new_button = QPushButton(new_label)
            self.new_button.setProperty("role", "main")
            self.new_button.setToolTip(f"{new_label} (Ctrl+N)")
            icons.put(self.new_button, "plus", side=16, on_accent=True)
            self.new_button.clicked.connect(self.new_wanted)
            head.addWidget(self.new_button)
        return head

    def put_beside_title(self, part: QWidget) -> None:
        """Put what the whole list hangs on, such as a year, beside its title."""
        self._head_row.insertWidget(1, part)

    def set_foot(self, foot: QWidget) -> None:
        """Put a quiet line under the list, whatever the list shows."""
        around = QHBoxLayout()
        around.setContentsMargins(18, 0, 16, 10)
        around.addWidget(foot)
        self._column.addLayout(around)

    def add_seldom(self, words: str, act: Callable[[], object], *, icon: str = "") -> None:
        """Add an act for the list as a whole, behind a button beside the one that makes a new line."""
        if self._more is None:
            self._more = QMenu(self)
            more = QToolButton()
            more.setProperty("role", "flat")
            more.setAccessibleName(tr("Mer"))
            more.setToolTip(tr("Mer"))
            more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
            more.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            more.setMenu(self._more)
            icons.put(more, "ellipsis", side=16)
            self._head_row.addWidget(more)
        made = self._more.addAction(words, lambda: act())
        if icon:
            made.setIcon(icons.icon(icon, side=16))

    def _filters(self) -> QVBoxLayout:
        around = QVBoxLayout()
        around.setContentsMargins(18, 0, 16, 0)
        around.setSpacing(8)
        around.addWidget(self.filter)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        self._row = Flow()
        around.addWidget(self._row)
        for chip in self._chips:
            button = QPushButton(chip.label)
            button.setProperty("role", "chip")
            button.setCheckable(True)
            self._group.addButton(button)
            self._buttons[chip.key] = button
            self._row.add(button)
        if self._chips:
            first = self._chips[0]
            self._buttons[first.key].setChecked(True)
            self.table.only(first.test)
            self._group.buttonClicked.connect(lambda _: self._choose(self.chip()))
        return around

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show ``rows`` and count them anew."""
        self.table.set_rows(rows)
        for chip in self._chips:
            test = chip.test
            number = len(rows) if test is None else sum(1 for row in rows if test(row))
            self._buttons[chip.key].setText(f"{chip.label}  {number}")

    def chip(self) -> str:
        """Return the key of the quick filter chosen, "" where there are none."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def choose_chip(self, key: str) -> None:
        """Choose a quick filter."""
        self._buttons[key].setChecked(True)
        self._choose(key)

    def _choose(self, key: str) -> None:
        self.table.only(next(chip.test for chip in self._chips if chip.key == key))

    def select(self, key: int | None) -> None:
        """Mark the row with this id; a filter that hides it is lifted, so the list shows where we are."""
        if key is None or self.table.select(key):
            if key is None:
                self.table.select(None)
            return
        if any(self.table.key(row) == key for row in self.table.rows()):
            self.show_all()
            self.table.select(key)

    def focus_list(self) -> None:
        """Put the keyboard on the list, or on what makes the first line of an empty one."""
        for stop in (self.table, *tab_stops(self._stack.currentWidget() or self), self.filter):
            if stop.isVisible():
                stop.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return

    def show_all(self) -> None:
        """Lift every filter."""
        self.filter.clear()
        everything = next((chip.key for chip in self._chips if chip.test is None), None)
        if everything is not None:
            self.choose_chip(everything)

    def _counted(self) -> None:
        shown, every = self.table.shown_count(), len(self.table.rows())
        self.count.setText("" if not every else str(every) if shown == every else f"{shown} av {every}")
        at = 0 if shown else 1 if not every else 2
        self._stack.setCurrentIndex(at)
        self.filter.setVisible(bool(every))
        self._row.setVisible(bool(every and self._chips))

    def showEvent(self, event: QShowEvent) -> None:
        """Tell that the list came into sight."""
        super().showEvent(event)
        self.came_into_sight.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down goes from the filter line into the list, Escape empties the line."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape and self.filter.text():
                self.filter.clear()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return) and self.table.shown_count():
                self.table.setFocus()
                if self.table.current() is None:
                    self.table.select_first()
                if event.key() == Qt.Key.Key_Return and (chosen := self.table.current()) is not None:
                    self.opened.emit(chosen)
                return True
        return False
