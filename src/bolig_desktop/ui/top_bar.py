"""The bar on top: back and forward, search, whose file it is, the day, and the lock."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.search_box import SearchBox, shortcut_words
from bolig_desktop.ui.widgets.elided import ElidedLabel
from bolig_desktop.ui.words import tr

SEARCH_LEAST, SEARCH_WIDEST, NAME_WIDEST = 240, 480, 230


class TopBar(QWidget):
    """Back, forward and lock are plain buttons; the window says what they do."""

    def __init__(self, search: SearchBox) -> None:
        super().__init__()
        self.back = _button("arrow-left", tr("Tilbake"), "Alt+Left")
        self.forward = _button("arrow-right", tr("Fram"), "Alt+Right")
        self.lock = _button("lock", tr("Lås"), "Ctrl+L")
        self.municipality = ElidedLabel(role="muted")
        self.day = ElidedLabel(role="muted")
        search.setMinimumWidth(SEARCH_LEAST)
        search.setMaximumWidth(SEARCH_WIDEST)
        self.municipality.setMaximumWidth(NAME_WIDEST)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(4)
        row.addWidget(self.back)
        row.addWidget(self.forward)
        row.addSpacing(4)
        row.addWidget(search, 3)
        row.addStretch(1)
        row.addSpacing(12)
        row.addWidget(self.municipality)
        row.addSpacing(14)
        row.addWidget(self.day)
        row.addSpacing(8)
        row.addWidget(self.lock)

    def show_about(self, municipality: str, day: str) -> None:
        """Show whose file this is and what day it is."""
        self.municipality.setText(municipality)
        self.day.setText(day)

    def set_narrow(self, narrow: bool) -> None:
        """Leave the date out where there is little room."""
        self.day.setVisible(not narrow)


def _button(icon: str, words: str, keys: str) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "flat")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(words)
    button.setToolTip(f"{words} ({shortcut_words(keys)})")
    icons.put(button, icon, side=18)
    return button
