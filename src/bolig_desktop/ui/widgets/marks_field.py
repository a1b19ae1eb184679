"""A few answers that can each be given or not, side by side, given by pressing their first letter."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from bolig_desktop.ui.widgets.field import Field

_NEXT, _BEFORE = (Qt.Key.Key_Down, Qt.Key.Key_Right), (Qt.Key.Key_Up, Qt.Key.Key_Left)


class MarksField(Field):
    """Marks that are kept as letters in their order ("ts").

    marks: the letter kept and the word on screen, whose first letter is the key that gives it and takes it away. The
    keyboard stops here once: arrow keys go on to the field beside it and back.
    """

    def __init__(self, marks: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._box = QWidget()
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setProperty("role", "marks")
        self._box.installEventFilter(self)
        self._buttons: dict[str, QToolButton] = {}
        self._keys: dict[str, str] = {}
        row = QHBoxLayout(self._box)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(3)
        for letter, word in marks:
            key = word[:1].upper()
            button = QToolButton()
            button.setText(key)
            button.setCheckable(True)
            button.setProperty("role", "mark")
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setToolTip(word)
            button.setAccessibleName(word)
            button.clicked.connect(lambda _=False: self._marked())
            self._buttons[letter], self._keys[key] = button, letter
            row.addWidget(button, 1)
        self._place(self._box)

    def editor(self) -> QWidget:
        """Return the box the keyboard stops at."""
        return self._box

    def set_name(self, label: str) -> None:
        """Give the box its name, and each mark the name it is a mark of."""
        super().set_name(label)
        for button in self._buttons.values():
            button.setAccessibleName(f"{label}: {button.toolTip()}")

    def value(self) -> str:
        """Return the letters that are marked, in order."""
        return self.typed()

    def _write(self, value: object) -> None:
        for letter, button in self._buttons.items():
            button.setChecked(letter in str(value or ""))

    def typed(self) -> str:
        """Return the letters that are marked, in order."""
        return "".join(letter for letter, button in self._buttons.items() if button.isChecked())

    def set_typed(self, text: str) -> None:
        """Mark these letters."""
        self._write(text)

    def _marked(self) -> None:
        self._typing()
        self._left()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give or take away a mark by its letter; go on with the arrow keys."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _NEXT or event.key() in _BEFORE:
            return self._box.focusNextPrevChild(event.key() in _NEXT)
        letter = self._keys.get(event.text().upper())
        if letter is None or event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            return False
        self._buttons[letter].toggle()
        self._marked()
        return True
