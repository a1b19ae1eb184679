"""The housing ladder as a drawing: where they are now, what comes next, and the goal; the words stand on it too."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from bolig_desktop.career.records import Rung
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.theme import theme, tokens
from bolig_desktop.ui.words import tr

_HIGH, _RISE = 128, 15
_AROUND = 12  # pixels that no word may take


class Ladder(QWidget):
    """Five steps that rise from the left; each says what it is, and a word over it says what it is to them."""

    def __init__(self) -> None:
        super().__init__()
        self._marks: dict[Rung, str] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)
        self.show_rungs(None, None, None)

    def sizeHint(self) -> QSize:
        """Return the height the steps need."""
        return QSize(420, _HIGH)

    def minimumSizeHint(self) -> QSize:
        """Return the least it can be drawn in."""
        return QSize(300, _HIGH)

    def show_rungs(self, now: Rung | None, following: Rung | None, goal: Rung | None) -> None:
        """Show where a household is, what comes next and where it wants to be."""
        self._marks = {}
        for rung, words in ((goal, tr("Mål")), (following, tr("Neste")), (now, tr("Nå"))):
            if rung is not None:
                self._marks[rung] = words if rung not in self._marks else f"{words} · {self._marks[rung]}"
        said = "; ".join(f"{words}: {label(rung)}" for rung, words in reversed(self._marks.items()))
        self.setAccessibleName(tr("Boligstigen"))
        self.setAccessibleDescription(said)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the steps."""
        paint, colours = QPainter(self), tokens()
        paint.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = self.width() / len(Rung)
        small = self.font()
        small.setPointSizeF(max(7.5, self.font().pointSizeF() - 1.5))
        widest = max(QFontMetricsF(small).horizontalAdvance(word) for rung in Rung for word in label(rung).split())
        if widest > wide - _AROUND:  # a word is never cut
            small.setPointSizeF(small.pointSizeF() * (wide - _AROUND) / widest)
        for number, rung in enumerate(Rung):
            top = _HIGH - 46 - number * _RISE
            box = QRectF(number * wide + 2, top, wide - 4, _HIGH - top - 2)
            mark = self._marks.get(rung, "")
            paint.setPen(QPen(QColor(colours.accent if mark else colours.line), 2 if mark else 1))
            paint.setBrush(QColor(colours.soft("accent") if mark else colours.raised))
            paint.drawRoundedRect(box, 4, 4)
            paint.setFont(small)
            paint.setPen(QColor(colours.text))
            flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
            paint.drawText(box.adjusted(3, 5, -3, -2), flags, label(rung))
            if mark:
                paint.setPen(QColor(colours.ink("accent")))
                paint.drawText(
                    QRectF(box.left(), top - 18, box.width(), 16), int(Qt.AlignmentFlag.AlignHCenter), mark
                )
        paint.end()
