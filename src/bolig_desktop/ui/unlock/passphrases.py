"""Fields for a passphrase: one to open with, and a pair to choose a new one, its strength said in words."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.widgets.field import EntryField
from bolig_desktop.ui.words import tr


class PassphraseField(EntryField):
    """A line that hides what is typed until the eye beside it is pressed; blanks count."""

    def __init__(self) -> None:
        super().__init__()
        self.entry.setEchoMode(QLineEdit.EchoMode.Password)
        self.entry.setInputMethodHints(Qt.InputMethodHint.ImhSensitiveData | Qt.InputMethodHint.ImhNoPredictiveText)
        self.eye = QToolButton()
        self.eye.setProperty("role", "flat")
        self.eye.setCheckable(True)
        self.eye.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.eye.setCursor(Qt.CursorShape.ArrowCursor)
        self.eye.toggled.connect(self._look)
        inside = QHBoxLayout(self.entry)
        inside.setContentsMargins(0, 0, 3, 0)
        inside.addStretch(1)
        inside.addWidget(self.eye)
        self.entry.setTextMargins(0, 0, 28, 0)
        self._look(False)

    def value(self) -> str:
        """Return what was typed, as it was typed."""
        return self.entry.text()

    def _read(self, text: str) -> Any:
        return text

    def _look(self, shown: bool) -> None:
        self.entry.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        icons.put(self.eye, "eye-off" if shown else "eye", side=16)
        words = tr("Skjul passordet") if shown else tr("Vis passordet")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)


def labelled(label: str, field: EntryField) -> QWidget:
    """Return the field with its label above it."""
    field.set_name(label)
    above = QLabel(label)
    above.setProperty("role", "label")
    above.setBuddy(field.editor())
    cell = QWidget()
    column = QVBoxLayout(cell)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    column.addWidget(above)
    column.addWidget(field)
    return cell
