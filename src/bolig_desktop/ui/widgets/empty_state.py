"""What stands where a list is empty: an icon, a sentence on what to do first, and the button that does it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui.icons import IconLabel


class EmptyState(QWidget):
    """Signal ``acted()`` when the button is pressed; without ``act`` there is no button."""

    acted = Signal()

    def __init__(self, icon: str, words: str, *, act: str = "") -> None:
        super().__init__()
        self.words = QLabel(words)
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.words.setMaximumWidth(340)
        self.words.setMinimumWidth(120)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 24, 20, 24)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(IconLabel(icon, side=36), 0, Qt.AlignmentFlag.AlignHCenter)
        # Between two springs and not centred by the layout, which would measure wrapped words in the wrong width.
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self.words, 100)
        middle.addStretch(1)
        column.addLayout(middle)
        self.button: QPushButton | None = None
        if act:
            self.button = QPushButton(act)
            self.button.clicked.connect(self.acted)
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
