"""Flat tabs with an underline; each page is made the first time it is shown."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget


class Tabs(QWidget):
    """Tabs and the pages under them; the height is that of the page shown, with ``fill`` all there is.

    Signal ``changed(key)`` when another tab is shown by the user or by ``choose``.
    """

    changed = Signal(str)

    def __init__(self, *, fill: bool = False) -> None:
        super().__init__()
        self.bar = QTabBar()
        self.bar.setDrawBase(False)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setElideMode(Qt.TextElideMode.ElideNone)
        self.bar.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys: list[str] = []
        self._titles: dict[str, str] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._pages: dict[str, QWidget] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.bar)
        if not fill:
            self._column.addStretch(1)
        self.bar.currentChanged.connect(self._show)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the titles closer where they would not all be seen."""
        super().resizeEvent(event)
        self._fit(event.size().width())

    def _fit(self, room: int) -> None:
        self._set_tight(False)
        self._set_tight(self.bar.sizeHint().width() > room)

    def _set_tight(self, tight: bool) -> None:
        if bool(self.bar.property("tight")) != tight:
            self.bar.setProperty("tight", tight)
            self.bar.style().polish(self.bar)
            self.bar.setIconSize(self.bar.iconSize())  # lays the titles out anew

    def add(self, key: str, title: str, make: Callable[[], QWidget] | QWidget) -> None:
        """Add a tab; ``make`` is the page, or what makes it on the first visit."""
        self._titles[key] = title
        if isinstance(make, QWidget):
            make.setParent(self)  # so that a page nobody has looked at goes when the tabs go
            make.hide()
        self._makers[key] = (lambda: make) if isinstance(make, QWidget) else make
        self._keys.append(key)
        self.bar.addTab(title)

    def current(self) -> str:
        """Return the key of the tab shown, "" where there is none."""
        at = self.bar.currentIndex()
        return self._keys[at] if at >= 0 else ""

    def choose(self, key: str) -> None:
        """Show the tab ``key``; "" is the first, an unknown one changes nothing."""
        wanted = key or (self._keys[0] if self._keys else "")
        if wanted in self._keys:
            self.bar.setCurrentIndex(self._keys.index(wanted))

    def page(self, key: str) -> QWidget | None:
        """Return the page under ``key`` if it has been made."""
        return self._pages.get(key)

    def count(self, key: str, number: int | None) -> None:
        """Show a number after the tab's title; None takes it away."""
        words = self._titles[key] if not number else f"{self._titles[key]} {number}"
        at = self._keys.index(key)
        if words != self.bar.tabText(at):
            self.bar.setTabText(at, words)
            self._fit(self.width())

    def hide_tab(self, key: str, hidden: bool = True) -> None:
        """Take a tab away, or put it back."""
        self.bar.setTabVisible(self._keys.index(key), not hidden)

    def _show(self, at: int) -> None:
        if at < 0:
            return
        key = self._keys[at]
        if key not in self._pages:
            self._pages[key] = self._makers[key]()
            self._column.insertWidget(len(self._pages), self._pages[key])
        for other, page in self._pages.items():
            page.setVisible(other == key)
        self.changed.emit(key)
