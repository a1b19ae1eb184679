"""A line of words that is cut with … where there is no room, and never makes the window wider."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy


class ElidedLabel(QLabel):
    """As a QLabel with plain text, but it shrinks."""

    def __init__(self, words: str = "", role: str = "") -> None:
        super().__init__(words)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """Return a width that leaves room for a word or two."""
        hint = super().minimumSizeHint()
        return QSize(min(hint.width(), 24), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much as there is room for."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        box = self.contentsRect()
        fitted = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, self.alignment() | Qt.TextFlag.TextSingleLine, fitted)
