"""The first column: places with icon and badge; icons alone where the window is narrow."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from bolig_desktop.ui.icons import pixmap
from bolig_desktop.ui.navigation import PageSpec
from bolig_desktop.ui.theme import tokens
from bolig_desktop.ui.widgets.pills import pill_font
from bolig_desktop.ui.words import tr

WIDE, NARROW, HIGH = 204, 56, 36


class SideButton(QAbstractButton):
    """One place; ``show_badge`` counts what waits there. Signal ``moved(key)`` when an arrow key is pressed."""

    moved = Signal(int)

    def __init__(self, spec: PageSpec) -> None:
        super().__init__()
        self.spec = spec
        self._badge: Mapping[str, int] = {}
        self.narrow = False
        self.setText(spec.title)
        self.setCheckable(True)
        self.setFixedHeight(HIGH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(f"{spec.title} ({spec.shortcut})" if spec.shortcut else spec.title)
        self.show_badge({})

    def show_badge(self, counts: Mapping[str, int]) -> None:
        """Show how many wait: the number of the gravest tone that has any."""
        self._badge = {tone: number for tone, number in counts.items() if number}
        waiting = self.badge()
        self.setAccessibleName(
            tr("{place}, {count} venter", place=self.spec.title, count=waiting[1]) if waiting else self.spec.title
        )
        self.update()

    def badge(self) -> tuple[str, int] | None:
        """Return tone and number shown, None for no badge."""
        for tone in ("danger", "soon", "accent", "muted"):
            if tone in self._badge:
                return tone, self._badge[tone]
        return None

    def sizeHint(self) -> QSize:
        """Return the room wanted."""
        return QSize(NARROW if self.narrow else WIDE, HIGH)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand the keys that move over to the list of places."""
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End):
            self.moved.emit(event.key())
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint ground, icon, words and badge."""
        now = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(8, 1, -8, -1)
        chosen = self.isChecked()
        ground = now.accent_soft if chosen else now.hover if self.underMouse() else ""
        painter.setPen(QPen(QColor(now.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        if ground or self.hasFocus():
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 7, 7)
        ink = now.accent if chosen else now.muted if self.spec.at_bottom else now.text
        side = 19
        left = self.rect().center().x() - side // 2 if self.narrow else box.left() + 11
        picture = pixmap(self.spec.icon, ink if chosen else now.muted, side, self.devicePixelRatioF())
        painter.drawPixmap(QPoint(left, box.center().y() - side // 2), picture)
        words_end = self._paint_badge(painter, box)
        if not self.narrow:
            font = QFont(self.font())
            font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
            painter.setFont(font)
            painter.setPen(QColor(ink))
            room = QRect(left + side + 11, box.top(), words_end - left - side - 15, box.height())
            fitted = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)

    def _paint_badge(self, painter: QPainter, box: QRect) -> int:
        waiting = self.badge()
        if waiting is None:
            return box.right()
        tone, number = waiting
        now = tokens()
        words = str(number) if number < 1000 or not self.narrow else "999+"
        font = pill_font(self.font())
        if self.narrow:
            font.setPointSizeF(font.pointSizeF() * 0.85)
        painter.setFont(font)
        measure = painter.fontMetrics()
        high = measure.height() + (0 if self.narrow else 3)
        wide = max(measure.horizontalAdvance(words) + (8 if self.narrow else 16), high)
        right = self.width() - 5 if self.narrow else box.right() - 7
        top = box.top() if self.narrow else box.center().y() - high // 2
        place = QRect(right - wide, top, wide, high)
        painter.setPen(QPen(QColor(now.side), 1) if self.narrow else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(now.soft(tone)))
        painter.drawRoundedRect(QRectF(place), high / 2, high / 2)
        painter.setPen(QColor(now.ink(tone)))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
        return place.left() - 4


class SideList(QWidget):
    """All places, those ``at_bottom`` at the foot. Signal ``chosen(topic)``; arrow keys move between them."""

    chosen = Signal(str)

    def __init__(self, specs: Sequence[PageSpec]) -> None:
        super().__init__()
        self.setProperty("role", "side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Steder"))
        self.buttons: dict[str, SideButton] = {}
        places = QWidget()
        column = QVBoxLayout(places)
        column.setContentsMargins(0, 10, 0, 8)
        column.setSpacing(1)
        for spec in [s for s in specs if not s.at_bottom]:
            column.addWidget(self._make(spec))
        column.addStretch(1)
        for spec in [s for s in specs if s.at_bottom]:
            column.addWidget(self._make(spec))
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(places)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._scroll)
        self.set_narrow(False)

    def _make(self, spec: PageSpec) -> SideButton:
        button = SideButton(spec)
        button.clicked.connect(lambda: self.chosen.emit(spec.topic))
        button.moved.connect(self._move)
        self.buttons[spec.topic] = button
        return button

    def mark(self, topic: str) -> None:
        """Show which place we are at; Tab stops there, the arrow keys reach the others."""
        for name, button in self.buttons.items():
            here = name == topic
            button.setChecked(here)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)

    def set_narrow(self, narrow: bool) -> None:
        """Show icons alone, or words as well."""
        self.setFixedWidth(NARROW if narrow else WIDE)
        for button in self.buttons.values():
            button.narrow = narrow
            button.update()

    def _move(self, key: int) -> None:
        order = list(self.buttons.values())
        at = next((n for n, button in enumerate(order) if button.hasFocus()), 0)
        moves: dict[int, int] = {
            Qt.Key.Key_Down: at + 1, Qt.Key.Key_Up: at - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(order) - 1,
        }  # fmt: skip
        wanted = moves[key]
        if 0 <= wanted < len(order):
            order[wanted].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(order[wanted])
