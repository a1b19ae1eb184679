"""Words that lead to another place in the program."""

import html

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyleOptionButton

from bolig_desktop.ui.navigation import Place

_LEAST, _AROUND = 90, 6


class Link(QPushButton):
    """A name that leads to its own page; reached with Tab, followed with Enter or Space.

    Signal ``go(Place)``.
    """

    go = Signal(object)

    def __init__(self, words: str, place: Place | None) -> None:
        super().__init__()
        self._words, self._painting = "", False
        self.setProperty("role", "link")
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._follow)
        self.show_place(words, place)

    def show_place(self, words: str, place: Place | None) -> None:
        """Lead somewhere else; None leads nowhere and the words are plain."""
        self._place, self._words = place, words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setEnabled(place is not None)

    def minimumSizeHint(self) -> QSize:
        """Return the least room; the words are cut before anything beside them is."""
        least = super().minimumSizeHint()
        return QSize(min(_LEAST, least.width()), least.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as many of the words as there is room for; they are measured whole."""
        self._painting = True
        super().paintEvent(event)
        self._painting = False

    def initStyleOption(self, option: QStyleOptionButton) -> None:
        """Cut the words to be painted where they must be."""
        super().initStyleOption(option)
        if self._painting and self.is_cut():
            room = self.width() - _AROUND
            option.text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)

    def is_cut(self) -> bool:
        """Say whether there is less room than the words take."""
        return self.fontMetrics().horizontalAdvance(self._words) > self.width() - _AROUND

    def event(self, event: QEvent) -> bool:
        """Show the whole words, where they are cut, to who points at them."""
        if event.type() == QEvent.Type.ToolTip:
            self.setToolTip(html.escape(self._words) if self.is_cut() else "")
        return super().event(event)

    def _follow(self) -> None:
        if self._place is not None:
            self.go.emit(self._place)
