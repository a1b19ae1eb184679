"""Pills: a word or two on a quiet coloured ground, just as wide as the words, painted where no widget is wanted."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from bolig_desktop.ui.theme import Tone, tokens

Pill = tuple[str, Tone | str]
"""The words and the tone."""

_SIDES, _ENDS = 10, 3


def pill_font(font: QFont) -> QFont:
    """Return the font pills are written in: a little smaller and heavier than the text around."""
    smaller = QFont(font)
    smaller.setPointSizeF(font.pointSizeF() * 0.9)
    smaller.setWeight(QFont.Weight.DemiBold)
    return smaller


def pill_size(words: str, font: QFont) -> QSize:
    """Return how much room a pill takes."""
    measure = QFontMetrics(pill_font(font))
    return QSize(measure.horizontalAdvance(words) + 2 * _SIDES, measure.height() + 2 * _ENDS)


def paint_pill(painter: QPainter, pill: Pill, box: QRect, *, at_right: bool = False) -> QRect:
    """Paint ``pill`` in ``box``, in the middle of its height, and return where it came to stand."""
    words, tone = pill
    font = painter.font()
    size = pill_size(words, font)
    width = min(size.width(), box.width())
    left = box.right() + 1 - width if at_right else box.left()
    place = QRect(QPoint(left, box.top() + (box.height() - size.height()) // 2), QSize(width, size.height()))
    now = tokens()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(now.soft(tone)))
    round_ = size.height() / 2
    painter.drawRoundedRect(QRectF(place), round_, round_)
    painter.setFont(pill_font(font))
    painter.setPen(QColor(now.ink(tone) if tone != Tone.PLAIN else now.muted))
    fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, width - 2 * _SIDES + 2)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, fitted)
    painter.restore()
    return place


class PillLabel(QWidget):
    """A pill as a widget, for headers and forms."""

    def __init__(self, words: str = "", tone: Tone | str = Tone.MUTED) -> None:
        super().__init__()
        self._pill: Pill = (words, tone)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.show_pill(words, tone)

    def show_pill(self, words: str, tone: Tone | str = Tone.MUTED) -> None:
        """Show other words; none hides the pill."""
        self._pill = (words, tone)
        self.setAccessibleName(words)
        if not words:
            self.hide()
        elif self.parent() is not None:
            self.show()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the pill's own size."""
        return pill_size(self._pill[0], self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pill."""
        painter = QPainter(self)
        painter.setFont(self.font())
        paint_pill(painter, self._pill, self.rect())
