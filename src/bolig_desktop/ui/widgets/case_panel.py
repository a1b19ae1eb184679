"""The third column of a page: header, banners and tabs of the case that is open."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.case_header import CaseHeader
from bolig_desktop.ui.widgets.column import Column
from bolig_desktop.ui.widgets.empty_state import EmptyState
from bolig_desktop.ui.widgets.tabs import Tabs
from bolig_desktop.ui.words import tr


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

    def scroll_to_top(self) -> None:
        """Show the title, whatever was scrolled to in the case before."""
        self.column.verticalScrollBar().setValue(0)

    def place(self, part: QWidget) -> None:
        """Put a part of the page's own under the tabs."""
        self.column.body.insertWidget(self.column.body.count() - 1, part)

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
