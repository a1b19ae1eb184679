"""Pages under each other as on paper: drawn when they come into sight, sharp at every zoom."""

from collections import OrderedDict
from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from bolig_desktop.ui.documents.pages import POINTS_PER_INCH, Paper
from bolig_desktop.ui.theme import tokens
from bolig_desktop.ui.words import tr

SCREEN_DPI = 96
GAP, KEPT = 16, 4
STEPS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
WIDEST_FIT = 1.4


class PageView(QAbstractScrollArea):
    """Signals: ``page_changed(number)`` (the first is 1), ``zoom_changed(factor)`` (1.0 is the paper's own size)."""

    page_changed = Signal(int)
    zoom_changed = Signal(float)

    def __init__(self) -> None:
        super().__init__()
        self._paper: Paper | None = None
        self._zoom, self._fits = 1.0, True
        self._page = 0
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumSize(160, 120)
        self.verticalScrollBar().setSingleStep(40)
        self.verticalScrollBar().valueChanged.connect(lambda _: self._see())

    def show_paper(self, paper: Paper) -> None:
        """Show other pages from the top."""
        if self._paper is not None:
            self._paper.close()
        self._paper = paper
        self._pictures.clear()
        self._page = 0
        self._measure()
        self.verticalScrollBar().setValue(0)
        self._see()

    def zoom(self) -> float:
        """Return the zoom, 1.0 for the paper's own size."""
        return self._zoom

    def fits_width(self) -> bool:
        """Say whether the zoom follows the width of the view."""
        return self._fits

    def set_zoom(self, factor: float) -> None:
        """Show the pages ``factor`` times their own size."""
        self._fits = False
        self._use(factor)

    def fit_width(self) -> None:
        """Make the pages as wide as the view, now and when it changes."""
        self._fits = True
        self._measure()

    def zoom_in(self) -> None:
        """Show the pages one step larger."""
        self.set_zoom(next((step for step in STEPS if step > self._zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        """Show the pages one step smaller."""
        self.set_zoom(next((step for step in reversed(STEPS) if step < self._zoom - 0.01), STEPS[0]))

    def go_to(self, number: int) -> None:
        """Scroll to page ``number``, the first is 1."""
        if self._paper is not None:
            at = max(0, min(number - 1, self._paper.count() - 1))
            self.verticalScrollBar().setValue(self._places()[at].top() - GAP // 2)

    def page(self) -> int:
        """Return the number of the page in sight, the first is 1; 0 before any."""
        return self._page

    def _scale(self) -> float:
        return self._zoom * SCREEN_DPI / POINTS_PER_INCH

    def _places(self) -> list[QRect]:
        """Return where each page lies on the long sheet that is scrolled."""
        if self._paper is None:
            return []
        places, top, scale = [], GAP, self._scale()
        for page in range(self._paper.count()):
            width, height = (round(side * scale) for side in self._paper.size(page))
            left = max(GAP, (self.viewport().width() - width) // 2)
            places.append(QRect(left, top, width, height))
            top += height + GAP
        return places

    def _use(self, factor: float) -> None:
        bar = self.verticalScrollBar()
        share = bar.value() / max(bar.maximum(), 1)
        self._zoom = max(STEPS[0], min(factor, STEPS[-1]))
        self._set_bars()
        bar.setValue(round(share * bar.maximum()))
        self.viewport().update()
        self.zoom_changed.emit(self._zoom)

    def _measure(self) -> None:
        if self._paper is None:
            return
        if not self._fits:
            self._set_bars()
            return
        widest = max(self._paper.size(page)[0] for page in range(self._paper.count()))
        room = self.viewport().width() - 2 * GAP
        self._use(min(room / (widest * SCREEN_DPI / POINTS_PER_INCH), WIDEST_FIT))

    def _set_bars(self) -> None:
        places = self._places()
        if not places:
            return
        view = self.viewport().size()
        self.verticalScrollBar().setPageStep(view.height())
        self.verticalScrollBar().setRange(0, max(places[-1].bottom() + GAP - view.height(), 0))
        widest = max(place.width() for place in places) + 2 * GAP
        self.horizontalScrollBar().setPageStep(view.width())
        self.horizontalScrollBar().setRange(0, max(widest - view.width(), 0))

    def _see(self) -> None:
        """Note which page is in sight, and give its words to a screen reader."""
        self.viewport().update()
        middle = self.verticalScrollBar().value() + self.viewport().height() // 2
        places = self._places()
        number = next((at for at, place in enumerate(places, 1) if place.bottom() + GAP >= middle), len(places))
        if number != self._page and self._paper is not None:
            self._page = number
            self.setAccessibleName(tr("Side {page} av {all}", page=number, all=len(places)))
            self.setAccessibleDescription(self._paper.words(number - 1))
            self.page_changed.emit(number)

    def _picture(self, page: int) -> QImage:
        """Return a page as drawn for this screen, the last few kept."""
        if self._paper is None:
            return QImage()
        dots = self._scale() * self.devicePixelRatioF()
        key = (page, round(dots * 1000))
        if key not in self._pictures:
            picture = self._paper.image(page, dots)
            picture.setDevicePixelRatio(self.devicePixelRatioF())
            self._pictures[key] = picture
            while len(self._pictures) > KEPT:
                self._pictures.popitem(last=False)
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the pages in sight; paper is white in the dark too."""
        now = tokens()
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), QColor(now.muted_soft))
        shift = QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())
        for page, place in enumerate(self._places()):
            seen = place.translated(-shift)
            if seen.intersects(event.rect()):
                painter.drawImage(seen.topLeft(), self._picture(page))
                painter.setPen(QPen(QColor(now.edge if not now.dark else now.line), 1))
                painter.drawRect(QRectF(seen).adjusted(-0.5, -0.5, 0.5, 0.5))
        if self.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 2))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again."""
        super().resizeEvent(event)
        self._measure()
        self._see()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Draw again; the pages are painted where they lie."""
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Ctrl and the wheel zoom, the wheel alone scrolls."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
        else:
            super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Page Up/Down scroll, Home and End go to the ends, + - and 0 zoom."""
        acts: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Home: lambda: self.go_to(1),
            Qt.Key.Key_End: lambda: self.verticalScrollBar().setValue(self.verticalScrollBar().maximum()),
            Qt.Key.Key_Plus: self.zoom_in,
            Qt.Key.Key_Minus: self.zoom_out,
            Qt.Key.Key_0: self.fit_width,
        }
        act = acts.get(event.key())
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
