"""One thing asked at a time before the file is open: a title, a few words, what is to be filled in, and buttons."""

import enum
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.theme import say
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.flow import Flow

WIDEST = 540


class Next(enum.Enum):
    """What follows when a file that was open has been put away."""

    LOCK = enum.auto()
    CLOSE = enum.auto()
    RESTORE = enum.auto()


class Step(QWidget):
    """Put what is asked into ``body``; buttons come under it, links under them.

    first: the widget that gets the keyboard when the step is shown.
    """

    def __init__(self, title: str, text: str = "", *, widest: int = WIDEST) -> None:
        super().__init__()
        self.first: QWidget | None = None
        self.setMaximumWidth(widest)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        self.title = _words(title, "title")
        column.addWidget(self.title)
        if text:
            column.addWidget(_words(text, "muted"))
        self._banners = QVBoxLayout()
        self._banners.setSpacing(9)
        column.addLayout(self._banners)
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        column.addLayout(self.body)
        self._acts = QHBoxLayout()
        self._acts.setSpacing(9)
        column.addLayout(self._acts)
        self.waiting = _words("", "muted")
        self.waiting.hide()
        column.addWidget(self.waiting)
        self._links = Flow(gap=14)
        self._links.hide()
        column.addWidget(self._links)
        self._banner: Banner | None = None
        self._main: QPushButton | None = None

    def add_act(self, words: str, act: Callable[[], object], *, main: bool = False, icon: str = "") -> QPushButton:
        """Add a button; the main one answers to Enter."""
        button = QPushButton(words)
        button.setProperty("role", "main" if main else "")
        button.setDefault(main)
        button.setAutoDefault(True)  # Enter presses the button that has the keyboard, as it does in a dialog
        if icon:
            icons.put(button, icon, side=16, on_accent=main)
        button.clicked.connect(lambda: act())
        if main:
            self._main = button
        if self._acts.count() == 0:
            self._acts.addStretch(1)
        self._acts.insertWidget(self._acts.count() - 1, button)
        return button

    def add_link(self, words: str, act: Callable[[], object]) -> QPushButton:
        """Add another way on, as a quiet link under the buttons."""
        button = QPushButton(words)
        button.setProperty("role", "link")
        button.setAutoDefault(True)
        button.clicked.connect(lambda: act())
        self._links.add(button)
        self._links.show()
        return button

    def say(self, banner: Banner | None, under: QWidget | None = None) -> None:
        """Show what is in the way, with something ``under`` it, or take it all away."""
        while (item := self._banners.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._banner = banner
        if self._main is not None:
            # One main thing at a time: where something is in the way, that is what is to be done about it.
            say(self._main, role="" if banner is not None and banner.buttons else "main")
        for part in (banner, under):
            if part is not None:
                self._banners.addWidget(part)

    def banner(self) -> Banner | None:
        """Return what is shown to be in the way."""
        return self._banner

    def fit(self, height: int) -> None:
        """Make use of a window this high; most steps are as high as they are."""

    def wait(self, words: str) -> None:
        """Say what is being done while nothing can be pressed; "" lets go again."""
        self.waiting.setText(words)
        self.waiting.setVisible(bool(words))
        for child in self.findChildren(QWidget):
            if isinstance(child, QPushButton) or child.focusPolicy() & Qt.FocusPolicy.TabFocus:
                child.setEnabled(not words)


def _words(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setMinimumWidth(100)
    label.setProperty("role", role)
    return label


def plain(words: str, role: str = "") -> QLabel:
    """Return words that wrap, for the body of a step."""
    return _words(words, role)


def at_most(widget: QWidget, widest: int) -> QHBoxLayout:
    """Return a row in which ``widget`` is never wider than that.

    A box that only has a greatest width is given the height its words would need without it, and cuts them off.
    """
    widget.setMaximumWidth(widest)
    row = QHBoxLayout()
    row.setSpacing(0)
    row.addWidget(widget, 1000)
    row.addStretch(1)
    return row
