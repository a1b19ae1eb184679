"""Open a case file that is there: with its passphrase, or with the letters of the recovery sheet."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from bolig_desktop.security.sheet import LETTERS, plain_letters
from bolig_desktop.ui.theme import say
from bolig_desktop.ui.unlock.passphrases import NewPassphrase, PassphraseField, labelled
from bolig_desktop.ui.unlock.steps import Step, plain
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.words import tr

DEMO_FILE = "demo.bolig"


class PassphraseStep(Step):
    """Asks for the passphrase. Signals: ``given(passphrase)``, and one for each other way on."""

    given = Signal(str)
    sheet_wanted = Signal()
    other_wanted = Signal()
    new_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, path: Path, *, locked: bool = False) -> None:
        title = tr("Saksfilen er låst") if locked else tr("Åpne saksfilen")
        super().__init__(title)
        self.path = path
        self.body.addWidget(_where(path))
        self.passphrase = PassphraseField()
        self.first = self.passphrase.entry
        self.passphrase.entry.returnPressed.connect(self._give)
        self.passphrase.edited.connect(lambda: self.passphrase.show_problems(()))
        self.body.addWidget(labelled(tr("Passord"), self.passphrase))
        if path.name == DEMO_FILE:
            self.body.addWidget(plain(tr("Passordet til demokommunen er «demo»."), "small"))
        self.add_act(tr("Åpne"), self._give, main=True)
        self.add_act(tr("Bruk nøkkelarket"), self.sheet_wanted.emit)
        self.add_link(tr("Åpne en annen fil"), self.other_wanted.emit)
        self.add_link(tr("Ny saksfil"), self.new_wanted.emit)
        self.add_link(tr("Hent tilbake fra kopi"), self.restore_wanted.emit)

    def _give(self) -> None:
        if not self.passphrase.value():
            self.passphrase.show_problems([(tr("Skriv passordet."), True)])
            self.passphrase.entry.setFocus()
            return
        self.given.emit(self.passphrase.value())

    def again(self) -> None:
        """Mark what was typed, ready to be typed again."""
        self.passphrase.entry.selectAll()
        self.passphrase.entry.setFocus()


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
        self.body.addWidget(_where(path))
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


def _where(path: Path) -> QLabel:
    """Return the file's name and the folder it lies in."""
    shown = plain(f"{path.name}\n{path.parent}", "small")
    shown.setToolTip(str(path))
    return shown
