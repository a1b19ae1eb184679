"""Open a case file that is there with its passphrase."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from bolig_desktop.ui.unlock.passphrases import PassphraseField, labelled
from bolig_desktop.ui.unlock.steps import Step, plain
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
        self.body.addWidget(where(path))
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


def where(path: Path) -> QLabel:
    """Return the file's name and the folder it lies in."""
    shown = plain(f"{path.name}\n{path.parent}", "small")
    shown.setToolTip(str(path))
    return shown
