"""Open a case file that is there with the letters of its recovery sheet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from bolig_desktop.security.sheet import LETTERS, plain_letters
from bolig_desktop.ui.theme import say
from bolig_desktop.ui.unlock.enter import where
from bolig_desktop.ui.unlock.passphrases import labelled
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.words import tr


class LettersStep(Step):
    """Asks for the thirty letters of the sheet. Signals: ``given(letters)``, ``passphrase_wanted()``."""

    given = Signal(str)
    passphrase_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, path: Path) -> None:
        super().__init__(
            tr("Åpne med nøkkelarket"),
            tr("Skriv de 30 bokstavene og tallene på nøkkelarket. Store og små bokstaver, mellomrom og bindestreker "
               "har ikke noe å si."),
        )  # fmt: skip
        self.body.addWidget(where(path))
        self.letters = TextField(placeholder="ABCDE-FGHJK-MNPQR-STUVW-XYZ23-45678")
        self.letters.entry.returnPressed.connect(self._give)
        self.letters.edited.connect(self._count)
        self.first = self.letters.entry
        self.body.addWidget(labelled(tr("Bokstavene på nøkkelarket"), self.letters))
        self.counted = QLabel()
        self.counted.setProperty("role", "small")
        self.body.addWidget(self.counted)
        self._count()
        self.add_act(tr("Åpne"), self._give, main=True)
        self.add_act(tr("Bruk passordet"), self.passphrase_wanted.emit)
        self.add_link(tr("Hent tilbake fra kopi"), self.restore_wanted.emit)

    def _typed(self) -> str:
        return plain_letters(self.letters.entry.text())

    def _count(self) -> None:
        self.letters.show_problems(())
        self.counted.setText(tr("{count} av {all} tegn", count=len(self._typed()), all=LETTERS))
        say(self.counted, tone="danger" if len(self._typed()) > LETTERS else "")

    def _give(self) -> None:
        if len(self._typed()) != LETTERS:
            said = tr("Det skal være {all} tegn. Her er det {count}.", all=LETTERS, count=len(self._typed()))
            self.letters.show_problems([(said, True)])
            return
        self.given.emit(self.letters.entry.text())

    def again(self) -> None:
        """Put the keyboard back in the line; what was typed stays, most of it is right."""
        self.letters.entry.setFocus()
