"""The third column of a page: header, banners, tabs, in one column that scrolls and never grows too wide to read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.case_header import CaseHeader
from bolig_desktop.ui.widgets.empty_state import EmptyState
from bolig_desktop.ui.widgets.tabs import Tabs
from bolig_desktop.ui.words import tr

WIDEST = 860
MARGINS = (24, 18, 24, 20)


class Column(QScrollArea):
    """Contents under each other, scrolled up and down only; what gets the keyboard is scrolled into view."""

    def __init__(self, *, widest: int = WIDEST) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._widest = widest
        inner = QWidget()
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(*MARGINS)
        self.body.setSpacing(13)
        self.setWidget(inner)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow)

    def _follow(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is not None and self.isAncestorOf(now):
            self.ensureWidgetVisible(now, 10, 60)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the contents be no wider than the view, nor too wide to read.

        The room to the right is a margin and not a largest width: wrapped words are measured in the width they get.
        """
        super().resizeEvent(event)
        inside, room = self.widget(), self.viewport().width()
        left, top, right, bottom = MARGINS
        if inside is not None:
            self.body.setContentsMargins(left, top, max(right, room - left - self._widest), bottom)
            inside.setMaximumWidth(room)


class CasePanel(QWidget):
    """A case, or a quiet sentence where none is chosen.

    icon, empty: what stands here while no case is open. Signal ``tab_changed(key)``.
    """

    tab_changed = Signal(str)

    def __init__(self, *, icon: str = "inbox", empty: str = "") -> None:
        super().__init__()
        self.column = Column()
        self.header = CaseHeader()
        self.tabs = Tabs()
        self.tabs.changed.connect(self.tab_changed)
        self._banners = QWidget()
        self._banner_column = QVBoxLayout(self._banners)
        self._banner_column.setContentsMargins(0, 0, 0, 0)
        self._banner_column.setSpacing(9)
        self._banners.hide()
        for part in (self.header, self._banners, self.tabs):
            self.column.body.addWidget(part)
        self.column.body.addStretch(1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(EmptyState(icon, empty or tr("Velg en linje i listen for å se mer.")))
        self._stack.addWidget(self.column)

    def show_nothing(self) -> None:
        """Show that no case is open."""
        self._stack.setCurrentIndex(0)

    def show_case(self) -> None:
        """Show the case."""
        self._stack.setCurrentIndex(1)

    def is_showing(self) -> bool:
        """Say whether a case is open."""
        return self._stack.currentIndex() == 1

    def scroll_to_top(self) -> None:
        """Show the title, whatever was scrolled to in the case before."""
        self.column.verticalScrollBar().setValue(0)

    def show_banners(self, banners: Sequence[Banner]) -> None:
        """Show these banners above the tabs in place of those before."""
        while (item := self._banner_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for banner in banners:
            self._banner_column.addWidget(banner)
        self._banners.setVisible(bool(banners))

    def banners(self) -> list[Banner]:
        """Return the banners shown now."""
        items = [self._banner_column.itemAt(at) for at in range(self._banner_column.count())]
        found = [item.widget() for item in items if item is not None]
        return [widget for widget in found if isinstance(widget, Banner)]
