"""Keys that work only while the keyboard is in one part of the window."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

SAVE_KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""What presses the button under a form; the second is the Enter of the number pad."""


def on_keys(part: QWidget, keys: Sequence[str], act: Callable[[], object]) -> None:
    """Do ``act`` when one of ``keys`` is pressed while the keyboard is in ``part`` or inside it."""
    for words in keys:
        shortcut = QShortcut(QKeySequence(words), part)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(act)
