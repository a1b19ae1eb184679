"""Fields for a passphrase: one to open with, and a pair to choose a new one, its strength said in words."""

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from bolig_desktop.security.passphrase import Level, strength
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.theme import Tone, say
from bolig_desktop.ui.widgets.field import EntryField
from bolig_desktop.ui.words import language, tr

_TONES = {
    Level.EMPTY: Tone.MUTED,
    Level.WEAK: Tone.DANGER,
    Level.POOR: Tone.SOON,
    Level.FAIR: Tone.GOOD,
    Level.STRONG: Tone.GOOD,
}


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


class NewPassphrase(QWidget):
    """Two fields that must say the same, and a sentence on how hard it is to guess; any passphrase may be chosen.

    near: gives the words a guesser would try first (the municipality's name).
    """

    def __init__(self, near: Callable[[], Iterable[str]] = tuple, *, first: str = "", second: str = "") -> None:
        """``first`` and ``second`` are the fields' labels where they are not the ordinary ones."""
        super().__init__()
        self._near = near
        self.once, self.again = PassphraseField(), PassphraseField()
        self.strength = QLabel()
        self.strength.setWordWrap(True)
        self.strength.setMinimumWidth(100)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(labelled(first or tr("Passord"), self.once))
        column.addWidget(self.strength)
        column.addSpacing(8)
        column.addWidget(labelled(second or tr("Passordet en gang til"), self.again))
        self.once.edited.connect(self.show_strength)
        self.show_strength()

    def show_strength(self) -> None:
        """Say how hard the passphrase typed so far is to guess."""
        found = strength(self.once.value(), near=self._near())
        self.strength.setText(sentence(found.text, language()))
        say(self.strength, tone=str(_TONES[found.level]))

    def check(self) -> bool:
        """Show what is missing or differs; say whether both are there and the same."""
        once, again = self.once.value(), self.again.value()
        self.once.show_problems([] if once.strip() else [(tr("Skriv et passord."), True)])
        same = once == again
        differs = tr("De to er ikke like. Skriv det samme begge steder.")
        self.again.show_problems([] if same or not once.strip() else [(differs, True)])
        return bool(once.strip()) and same

    def passphrase(self) -> str:
        """Return what was chosen."""
        return self.once.value()


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
