"""How the pages of the dialog for letters to many are laid out."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui.widgets.column import Column as Scroll

WIDE = 1000


def empty(column: QVBoxLayout) -> None:
    """Take everything out of a column."""
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def scrolled(*parts: QWidget | QVBoxLayout) -> Scroll:
    """Return parts under each other in a column that scrolls."""
    column = Scroll(widest=WIDE)
    for part in parts:
        column.body.addWidget(part) if isinstance(part, QWidget) else column.body.addLayout(part)
    column.body.addStretch(1)
    return column


def page(scroll: QWidget, words: QLabel, *buttons: QPushButton) -> QWidget:
    """Return what scrolls, over a line with words and buttons."""
    made = QWidget()
    row = QHBoxLayout()
    row.setContentsMargins(24, 6, 24, 16)
    row.addWidget(words, 1)
    for button in buttons:
        row.addWidget(button)
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(scroll, 1)
    column.addLayout(row)
    return made


def button(words: str, act: Callable[[], object], *, role: str = "") -> QPushButton:
    """Return a button that Enter elsewhere does not press."""
    made = QPushButton(words)
    made.setProperty("role", role)
    made.setAutoDefault(False)
    made.clicked.connect(lambda: act())
    return made


def said(words: str, role: str) -> QLabel:
    """Return words that wrap, shown as they are written."""
    label = QLabel(words)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
