"""Contents under each other in a column that scrolls and never grows too wide to read."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

WIDEST = 760
MARGINS = (24, 18, 24, 20)


def bring_into_view(part: QWidget) -> None:
    """Scroll the column that ``part`` stands in until it is seen, also where it was unfolded just now."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if around is not None:
        around.ensureWidgetVisible(part, 10, 60)


def bring_to_top(part: QWidget) -> None:
    """Scroll the column that ``part`` stands in until it is as high as it can come."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    inside = around.widget() if around is not None else None
    if around is not None and inside is not None:
        around.verticalScrollBar().setValue(part.mapTo(inside, QPoint()).y() - MARGINS[1])


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
        The event tells the view's size: the first widget asked for that Qt made by itself costs 15 ms at start.
        """
        super().resizeEvent(event)
        inside, room = self.widget(), event.size().width()
        left, top, right, bottom = MARGINS
        if inside is not None:
            self.body.setContentsMargins(left, top, max(right, room - left - self._widest), bottom)
            inside.setMaximumWidth(room)
