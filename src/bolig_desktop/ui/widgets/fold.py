"""A part of a page that folds away under its heading, with a few words on what is in it."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui import icons


class Fold(QWidget):
    """A heading that opens and closes what lies under it; put the contents into ``body``."""

    def __init__(self, title: str, *, is_open: bool = False) -> None:
        super().__init__()
        self.button = QPushButton(title)
        self.button.setProperty("role", "fold")
        self.button.setCheckable(True)
        self.button.setChecked(is_open)
        self.button.toggled.connect(self._show)
        self.detail = QLabel()
        self.detail.setProperty("role", "small")
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.button)
        head.addWidget(self.detail)
        head.addStretch(1)
        self._contents = QWidget()
        self.body = QVBoxLayout(self._contents)
        self.body.setContentsMargins(0, 4, 0, 6)
        self.body.setSpacing(12)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._contents)
        self._show(is_open)

    def say(self, words: str) -> None:
        """Say beside the heading what lies under it, such as ``3 av 7 fylt ut``."""
        self.detail.setText(words)
        self.button.setAccessibleDescription(words)

    def open(self) -> None:
        """Unfold."""
        self.button.setChecked(True)

    def is_open(self) -> bool:
        """Say whether it is unfolded."""
        return self.button.isChecked()

    def _show(self, is_open: bool) -> None:
        icons.put(self.button, "chevron-down" if is_open else "chevron-right", "accent", side=16)
        self._contents.setVisible(is_open)
