"""The second and third column: list and case side by side, or one at a time where the window is narrow."""

from collections.abc import MutableMapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.navigation import Page
from bolig_desktop.ui.widgets.list_panel import ListPanel

LEAST_LIST, LEAST_CASE, WIDEST_CASE, CASE_SHARE = 300, 400, 820, 0.54
_KEPT = "window.case_width"


class Panes(QSplitter):
    """Shows one page at a time. Signal ``list_wanted()`` when the way back to the list is pressed."""

    list_wanted = Signal()

    def __init__(self, settings: MutableMapping[str, int]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._settings = settings
        self._single = self._case = False
        self._pages: dict[str, Page] = {}
        self._titles: dict[str, str] = {}
        self._topic = ""
        self.lists, self.cases = QStackedWidget(), QStackedWidget()
        self.to_list = QPushButton()
        self.to_list.setProperty("role", "link")
        icons.put(self.to_list, "chevron-left", "accent", side=16)
        self.to_list.clicked.connect(self.list_wanted)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._way_back = QWidget()
        back = QHBoxLayout(self._way_back)
        back.setContentsMargins(18, 6, 0, 0)
        back.addWidget(self.to_list)
        back.addStretch(1)
        column.addWidget(self._way_back)
        column.addWidget(self.cases, 1)
        self._right = right
        self.addWidget(self.lists)
        self.addWidget(right)
        self.lists.setMinimumWidth(LEAST_LIST)
        right.setMinimumWidth(LEAST_CASE)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(5)
        self.setStretchFactor(0, 1)
        self.splitterMoved.connect(self._remember)

    def topic(self) -> str:
        """Return the topic shown, "" before the first."""
        return self._topic

    def add(self, topic: str, title: str, page: Page) -> None:
        """Take in a page that was just made."""
        self._pages[topic], self._titles[topic] = page, title
        page.setParent(self)
        if page.list_panel is not None:
            self.lists.addWidget(page.list_panel)
        self.cases.addWidget(page.case_panel)

    def show_page(self, topic: str, *, case: bool) -> None:
        """Show the page of ``topic``; ``case`` says which column stands alone where there is room for one."""
        self._topic, self._case = topic, case
        page = self._pages[topic]
        if page.list_panel is not None:
            self.lists.setCurrentWidget(page.list_panel)
        self.cases.setCurrentWidget(page.case_panel)
        self._share()

    def set_single(self, single: bool) -> None:
        """Show one column at a time, or both."""
        if single != self._single:
            self._single = single
            self._share()

    def stops(self) -> list[QWidget]:
        """Return the columns in sight, for the key that goes from one to the next."""
        return [part for part in (self.lists, self._right) if part.isVisible()]

    def holds_focus(self) -> bool:
        """Say whether the keyboard is in a column in sight."""
        now = self.window().focusWidget()
        return now is not None and any(part.isAncestorOf(now) for part in self.stops())

    def focus_list(self) -> bool:
        """Put the keyboard on the list in sight; say whether there is one."""
        panel = self._pages[self._topic].list_panel if self._topic else None
        if not isinstance(panel, ListPanel) or not self.lists.isVisible():
            return False
        panel.focus_list()
        return True

    def filter_line(self) -> QLineEdit | None:
        """Return the line that filters the list in sight, None where there is none."""
        panel = self._pages[self._topic].list_panel if self._topic else None
        return panel.filter if isinstance(panel, ListPanel) and self.lists.isVisible() else None

    def _share(self) -> None:
        page = self._pages.get(self._topic)
        has_list = page is not None and page.list_panel is not None
        self.lists.setVisible(has_list and not (self._single and self._case))
        self._right.setVisible(not has_list or not self._single or self._case)
        self._way_back.setVisible(has_list and self._single)
        self.to_list.setText(self._titles.get(self._topic, ""))
        self.lists.setMinimumWidth(0 if self._single else LEAST_LIST)
        self._right.setMinimumWidth(0 if self._single else LEAST_CASE)
        self._settle()

    def _settle(self) -> None:
        room = self.width() - self.handleWidth()
        wanted = self._settings.get(_KEPT, min(WIDEST_CASE, int(room * CASE_SHARE)))
        case = max(LEAST_CASE, min(wanted, room - LEAST_LIST))
        self.setSizes([room - case, case])

    def _remember(self, *_: int) -> None:
        self._settings[_KEPT] = self.sizes()[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give a wider window's room to the list, not to longer lines."""
        super().resizeEvent(event)
        self._settle()
