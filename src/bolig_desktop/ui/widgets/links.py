"""Words that lead to another place in the program."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy

from bolig_desktop.ui.navigation import Place


class Link(QPushButton):
    """A name that leads to its own page; reached with Tab, followed with Enter or Space.

    Signal ``go(Place)``.
    """

    go = Signal(object)

    def __init__(self, words: str, place: Place | None) -> None:
        super().__init__(words)
        self._place = place
        self.setProperty("role", "link")
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._follow)
        self.show_place(words, place)

    def show_place(self, words: str, place: Place | None) -> None:
        """Lead somewhere else; None leads nowhere and the words are plain."""
        self._place = place
        self.setText(words.replace("&", "&&"))
        self.setEnabled(place is not None)

    def _follow(self) -> None:
        if self._place is not None:
            self.go.emit(self._place)
