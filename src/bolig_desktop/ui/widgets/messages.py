"""Short messages: the bar that says a thing was saved and can be undone, and the plain question before an act."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui.words import tr

SHOWN_MS = 8000


class Toast(QFrame):
    """A bar low in ``over`` that goes away by itself; never takes the keyboard.

    Signal ``undo()`` when its button is pressed (Ctrl+Z does the same from anywhere).
    """

    undo = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("role", "toast")
        self._over = over
        self.label = QLabel()
        self.button = QPushButton(tr("Angre (Ctrl+Z)"))
        self.button.clicked.connect(self._undo)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 7, 10, 7)
        row.setSpacing(8)
        row.addWidget(self.label)
        row.addWidget(self.button)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str, *, can_undo: bool = False) -> None:
        """Show ``words`` for a while, with the undo button where the act can be undone."""
        self.label.setText(words)
        self.setAccessibleName(words)
        self.button.setVisible(can_undo)
        self._settle()
        self.show()
        self.raise_()
        self._clock.start(SHOWN_MS)

    def _undo(self) -> None:
        self.hide()
        self.undo.emit()

    def _settle(self) -> None:
        self.adjustSize()
        left = (self._over.width() - self.width()) // 2
        self.move(max(left, 6), self._over.height() - self.height() - 44)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in the middle when the window changes size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._settle()
        return False


class Confirm(QDialog):
    """A plain question whose buttons say what they do."""

    def __init__(self, over: QWidget, question: str, *, act: str, keep: str = "", detail: str = "",
                 danger: bool = False) -> None:  # fmt: skip
        super().__init__(over.window())
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(380)
        heading = QLabel(question)
        heading.setProperty("role", "case-title")
        heading.setWordWrap(True)
        self.act_button = QPushButton(act)
        self.act_button.setProperty("role", "danger" if danger else "main")
        self.act_button.clicked.connect(self.accept)
        self.keep_button = QPushButton(keep or tr("Avbryt"))
        self.keep_button.clicked.connect(self.reject)
        safe = self.keep_button if danger else self.act_button
        safe.setDefault(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(heading)
        if detail:
            more = QLabel(detail)
            more.setWordWrap(True)
            column.addWidget(more)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.keep_button)
        row.addWidget(self.act_button)
        column.addLayout(row)
        wide = max(self.minimumWidth(), column.totalSizeHint().width())
        self.resize(wide, column.totalHeightForWidth(wide))  # or words that wrap are cut
        safe.setFocus()


def confirm(over: QWidget, question: str, then: Callable[[], object], *, act: str, keep: str = "", detail: str = "",
            danger: bool = False) -> Confirm:  # fmt: skip
    """Ask ``question`` over the window and do ``then`` if the answer is ``act``; returns at once.

    danger: for what cannot be undone: the act is red and Enter means to keep things as they are.
    """
    box = Confirm(over, question, act=act, keep=keep, detail=detail, danger=danger)
    box.accepted.connect(lambda: then())
    box.open()
    return box
