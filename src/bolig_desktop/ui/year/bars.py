"""A chart of a year on screen: the same bars, in the same order, as on paper."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from bolig_desktop.ui.theme import theme, tokens
from bolig_desktop.ui.widgets.record_table import cut_to
from bolig_desktop.yearly.report import Chart, Line

_LINE, _BAR, _NAMES, _WORDS = 28, 14, 0.42, 76


class Bars(QWidget):
    """Name, bar and number on each line; what is not known has its word and no bar."""

    def __init__(self, bars: Sequence[Line]) -> None:
        super().__init__()
        self._bars = tuple(bars)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription("; ".join(f"{bar.name}: {bar.words}" for bar in bars))
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size it is drawn in."""
        return QSize(360, _LINE * len(self._bars) + 6)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw each line."""
        paint, colours = QPainter(self), tokens()
        left = int(self.width() * _NAMES)
        room, most = self.width() - left - _WORDS, max(*(bar.value or 0 for bar in self._bars), 1)
        middle = Qt.AlignmentFlag.AlignVCenter
        measure = QFontMetrics(self.font())
        for number, bar in enumerate(self._bars):
            top = number * _LINE
            length = (bar.value or 0) / most * room
            paint.setPen(QColor(colours.text))
            name = cut_to(bar.name, measure, left - 10)
            paint.drawText(QRectF(0, top, left - 8, _LINE), int(middle), name)
            colour = QColor(colours.muted if bar.is_aim else colours.accent)
            paint.fillRect(QRectF(left, top + (_LINE - _BAR) / 2, length, _BAR), colour)
            paint.drawText(QRectF(left + length + 8, top, _WORDS, _LINE), int(middle), bar.words)
        paint.setPen(QColor(colours.line))
        paint.drawLine(left, 0, left, _LINE * len(self._bars))
        paint.end()


class Charts(QWidget):
    """The charts of a group, under one another."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 4, 0, 0)
        self._column.setSpacing(6)

    def show_charts(self, charts: Sequence[Chart], nothing: str) -> None:
        """Show these in place of those before; ``nothing`` is said where a group has none."""
        while (item := self._column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for chart in charts:
            title = QLabel(chart.title)
            title.setProperty("role", "group")
            bars = Bars(chart.bars)
            bars.setAccessibleName(chart.title)
            self._column.addWidget(title)
            self._column.addWidget(bars)
        if not charts:
            said = QLabel(nothing)
            said.setProperty("role", "muted")
            self._column.addWidget(said)
        self._column.addStretch(1)
