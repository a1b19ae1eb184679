"""A row of small widgets that goes on to a new line where there is no more room."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class _FlowLayout(QLayout):
    def __init__(self, parent: QWidget, gap: int) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widest = max((item.minimumSize().width() for item in self._items), default=0)
        highest = max((item.minimumSize().height() for item in self._items), default=0)
        return QSize(widest, highest)

    def _arrange(self, box: QRect, *, move: bool) -> int:
        left, top, line = box.left(), box.top(), 0
        for item in self._items:
            widget = item.widget()
            if widget is not None and widget.isHidden():
                continue
            size = item.sizeHint()
            if left > box.left() and left + size.width() > box.right() + 1:
                left, top, line = box.left(), top + line + self._gap, 0
            if move:
                item.setGeometry(QRect(left, top, min(size.width(), max(box.width(), 1)), size.height()))
            left += size.width() + self._gap
            line = max(line, size.height())
        return top + line - box.top()


class Flow(QWidget):
    """Holds the widgets; ``add`` puts one more at the end."""

    def __init__(self, gap: int = 7) -> None:
        super().__init__()
        self._layout = _FlowLayout(self, gap)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put ``widget`` last."""
        self._layout.addWidget(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take the height the new width needs, also in layouts that do not ask for it."""
        super().resizeEvent(event)
        self.setMinimumHeight(self._layout.heightForWidth(event.size().width()))
