"""What was seen becomes something to be done: a defect, a task or a topic, made of the line one is writing."""

import enum
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.keys import on_keys
from bolig_desktop.ui.words import tr


class Finding(enum.StrEnum):
    """What a line that was written at a visit can become."""

    DEFECT = "defect"
    TASK = "task"
    TOPIC = "topic"


_KEYS = {Finding.DEFECT: "F7", Finding.TASK: "F8", Finding.TOPIC: "F9"}


class FindingActs(Flow):
    """Three buttons and their keys.

    Signal ``wanted(Finding)``; the keys work wherever in ``over`` the keyboard is.
    """

    wanted = Signal(object)

    def __init__(self, over: QWidget) -> None:
        super().__init__()
        about = QLabel(tr("Gjør linjen du skriver på til:"))
        about.setProperty("role", "small")
        self.add(about)
        words = {
            Finding.DEFECT: (tr("Avvik"), "wrench"),
            Finding.TASK: (tr("Oppgave"), "square-check"),
            Finding.TOPIC: (tr("Eget tema"), "message-square"),
        }
        for finding, (name, icon) in words.items():
            key = _KEYS[finding]
            button = QPushButton(f"{name} ({key})")
            button.setProperty("role", "flat")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the line that is written on keeps the keyboard
            icons.put(button, icon, side=16)
            button.clicked.connect(partial(self._want, finding))
            self.add(button)
            about.setMinimumHeight(button.sizeHint().height())  # the words stand on the line of the buttons
            on_keys(over, (key,), partial(self._want, finding))

    def _want(self, finding: Finding, _: bool = False) -> None:
        self.wanted.emit(finding)


def line_in_hand(entry: QPlainTextEdit) -> str:
    """Return the words that are marked in a text, or the line the cursor is on; of an empty line the one before."""
    cursor = entry.textCursor()
    marked = cursor.selectedText().replace("\u2029", " ").strip()
    if marked:
        return str(marked)
    block = cursor.block()
    while not block.text().strip() and block.previous().isValid():
        block = block.previous()
    return str(block.text()).strip()
