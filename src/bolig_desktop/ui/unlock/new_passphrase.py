"""Choose a passphrase, with a word on how hard it is to guess."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from bolig_desktop.security.passphrase import Level, strength
from bolig_desktop.text.sentences import sentence
from bolig_desktop.ui.theme import Tone, say
from bolig_desktop.ui.unlock.passphrases import PassphraseField, labelled
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.words import language, tr

_TONES = {
    Level.EMPTY: Tone.MUTED,
    Level.WEAK: Tone.DANGER,
    Level.POOR: Tone.SOON,
    Level.FAIR: Tone.GOOD,
    Level.STRONG: Tone.GOOD,
}


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
        for field in (self.once, self.again):
            field.edited.connect(self._mended)
        self.show_strength()

    def show_strength(self) -> None:
        """Say how hard the passphrase typed so far is to guess."""
        found = strength(self.once.value(), near=self._near())
        self.strength.setText(sentence(found.text, language()))
        say(self.strength, tone=str(_TONES[found.level]))
        self.strength.show()

    def _mended(self) -> None:
        """Take away what was said about the two once it is no longer so."""
        if self.once.value().strip():
            self.once.show_problems([])
        if self.once.value() == self.again.value():
            self.again.show_problems([])

    def check(self) -> bool:
        """Show what is missing or differs; say whether both are there and the same."""
        once, again = self.once.value(), self.again.value()
        self.once.show_problems([] if once.strip() else [(tr("Skriv et passord."), True)])
        self.strength.setVisible(bool(once.strip()))  # the field says it already
        same = once == again
        differs = tr("De to er ikke like. Skriv det samme begge steder.")
        self.again.show_problems([] if same or not once.strip() else [(differs, True)])
        return bool(once.strip()) and same

    def passphrase(self) -> str:
        """Return what was chosen."""
        return self.once.value()


class NewPassphraseStep(Step):
    """After the sheet opened the file: choose a new passphrase. Signals ``given(passphrase)``, ``skipped()``."""

    given = Signal(str)
    skipped = Signal()

    def __init__(self, *, must: bool) -> None:
        super().__init__(
            tr("Velg et nytt passord"),
            tr("Filen er åpnet med nøkkelarket. Har du glemt passordet, velger du et nytt her. Det gamle slutter da "
               "å virke, og nøkkelarket gjelder som før."),
        )  # fmt: skip
        self.pair = NewPassphrase()
        self.first = self.pair.once.entry
        self.body.addWidget(self.pair)
        self.pair.again.entry.returnPressed.connect(self._give)
        self.add_act(tr("Bruk det nye passordet"), self._give, main=True)
        if not must:
            self.add_act(tr("Behold det gamle"), self.skipped.emit)

    def _give(self) -> None:
        if self.pair.check():
            self.given.emit(self.pair.passphrase())
