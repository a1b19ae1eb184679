"""The list that drops down under a field while one types: two lines each, arrow keys and Enter."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from bolig_desktop.ui.icons import pixmap
from bolig_desktop.ui.theme import tokens

_ROLE = Qt.ItemDataRole.UserRole
MOST_SHOWN = 9


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of a drop-down list; ``what`` is handed back when it is chosen."""

    title: str
    detail: str = ""
    icon: str = ""
    what: object = None
    is_act: bool = False


class PopupList(QFrame):
    """A list under ``field`` that never takes the keyboard from it.

    Signal ``chosen(what)`` on Enter or a click.
    """

    chosen = Signal(object)

    def __init__(self, field: QLineEdit) -> None:
        super().__init__(field.window())
        self._field = field
        self._wanted_width = 0
        self.setProperty("role", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list = QListWidget()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(False)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setAccessibleName(field.accessibleName())
        self.list.itemClicked.connect(self._take)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 4, 4, 4)
        column.addWidget(self.list)
        field.installEventFilter(self)
        self.hide()

    def show_lines(self, lines: Sequence[Line], *, width: int = 0, select_first: bool = True) -> None:
        """Show ``lines`` under the field, at least ``width`` wide; none hides the list."""
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(f"{line.title}  {line.detail}".strip())
            item.setData(_ROLE, line)
            self.list.addItem(item)
        if not lines:
            self.hide()
            return
        self.list.setCurrentRow(0 if select_first else -1)
        self._wanted_width = width
        self._settle()
        self.show()
        self.raise_()

    def lines(self) -> list[Line]:
        """Return the lines shown now."""
        return [self.list.item(at).data(_ROLE) for at in range(self.list.count())]

    def _settle(self) -> None:
        window = self._field.window()
        if self.parent() is not window:
            self.setParent(window)
        rows = min(self.list.count(), MOST_SHOWN)
        height = sum(self.list.sizeHintForRow(at) for at in range(rows)) + 12
        below = self._field.mapTo(window, QPoint(0, self._field.height() + 3))
        room_below = window.height() - below.y() - 6
        room_above = below.y() - self._field.height() - 10
        width = min(max(self._field.width(), self._wanted_width), window.width() - 12)
        left = max(6, min(below.x(), window.width() - width - 6))
        if height > room_below and room_above > room_below:
            height = min(height, room_above)
            self.setGeometry(left, below.y() - self._field.height() - 6 - height, width, height)
        else:
            self.setGeometry(left, below.y(), width, min(height, max(room_below, 60)))

    def _take(self, item: QListWidgetItem) -> None:
        line: Line = item.data(_ROLE)
        self.hide()
        self.chosen.emit(line.what)

    def take_current(self) -> bool:
        """Choose the marked line; say whether there was one."""
        item = self.list.currentItem()
        if not self.isVisible() or item is None:
            return False
        self._take(item)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the field's arrow keys, Enter and Escape work the list."""
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self.hide()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.isVisible():
            return self._key(event.key())
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self.isVisible():
            event.setAccepted(event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down))
        return False

    def _key(self, key: int) -> bool:
        steps: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 6, Qt.Key.Key_PageUp: -6}
        if key in steps:
            last = self.list.count() - 1
            at = self.list.currentRow() + steps[key]
            self.list.setCurrentRow(0 if at > last and steps[key] == 1 else max(0, min(at, last)))
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self.take_current()
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False


class _Lines(QStyledItemDelegate):
    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: Line = index.data(_ROLE)
        step = option.fontMetrics.height()
        return QSize(100, step * 2 + 12 if line.detail else step + 16)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(_ROLE)
        now = tokens()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(now.accent_soft))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        left = box.left() + 10
        tone = now.accent if line.is_act else now.muted
        if line.icon:
            at = QPoint(left, box.top() + (box.height() - 18) // 2)
            painter.drawPixmap(at, pixmap(line.icon, tone, 18, painter.device().devicePixelRatioF()))
            left += 28
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if line.detail or line.is_act else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(now.accent if line.is_act else now.text))
        room = box.right() - left - 8
        step = option.fontMetrics.height()
        if line.detail:
            self._words(painter, QRect(left, box.top() + 5, room, step), line.title)
            painter.setFont(option.font)
            painter.setPen(QColor(now.muted))
            self._words(painter, QRect(left, box.top() + 6 + step, room, step), line.detail)
        else:
            self._words(painter, QRect(left, box.top(), room, box.height()), line.title)
        painter.restore()

    @staticmethod
    def _words(painter: QPainter, box: QRect, words: str) -> None:
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, fitted)
