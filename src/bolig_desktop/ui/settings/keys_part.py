"""Passphrase and recovery sheet of the open file."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.errors import FileTrouble
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.unlock.new_passphrase import NewPassphrase
from bolig_desktop.ui.unlock.passphrases import PassphraseField, labelled
from bolig_desktop.ui.unlock.steps import WIDEST, at_most, plain
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.words import language, tr

if TYPE_CHECKING:
    from bolig_desktop.ui.documents.preview import PaperPreview

_PAGE_HEIGHT = 560
SheetOf = Callable[[str], bytes]


class KeysPart(QWidget):
    """Change the passphrase, and see the recovery sheet again. Signal ``said(sentence)``.

    sheet_of: the sheet's letters to its page.
    """

    said = Signal(str)

    def __init__(self, open_file: OpenFile, sheet_of: SheetOf) -> None:
        super().__init__()
        self._file, self._sheet_of = open_file, sheet_of
        self._preview: PaperPreview | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.change = Fold(tr("Bytt passord"))
        self.sheet = Fold(tr("Skriv ut nøkkelarket på nytt"))
        for fold in (self.change, self.sheet):
            column.addWidget(fold)
        self._build_change()
        self._build_sheet()

    def _build_change(self) -> None:
        self._by_sheet = self._file.by_sheet
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.old = PassphraseField()
        old = labelled(tr("Passordet du har nå"), self.old)
        old.setVisible(not self._by_sheet)
        column.addWidget(old)
        self.pair = NewPassphrase(first=tr("Nytt passord"), second=tr("Nytt passord en gang til"))
        self.pair.again.entry.returnPressed.connect(self._change)
        column.addWidget(self.pair)
        column.addWidget(
            plain(tr("Nøkkelarket gjelder som før. Kopier som er laget før i dag, åpnes med det gamle passordet "
                     "eller med nøkkelarket."), "small")
        )  # fmt: skip
        column.addLayout(in_a_row(act_button(tr("Bruk det nye passordet"), self._change, main=True)))
        self.change.body.addLayout(at_most(body, WIDEST))

    def _build_sheet(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.proof = PassphraseField()
        self.proof.entry.returnPressed.connect(self._show_sheet)
        column.addWidget(
            plain(tr("Det nye arket har de samme bokstavene som det gamle. Er arket kommet bort, kan den som finner "
                     "både det og maskinen, åpne saksfilen."), "muted")
        )  # fmt: skip
        column.addWidget(labelled(tr("Passord"), self.proof))
        column.addLayout(in_a_row(act_button(tr("Vis arket"), self._show_sheet)))
        self.sheet.body.addLayout(at_most(body, WIDEST))
        self.sheet.button.toggled.connect(lambda is_open: None if is_open else self.put_sheet_away())

    def _change(self) -> None:
        if not self.pair.check():
            return
        old = None if self._by_sheet else self.old.value()
        try:
            self._file.change_passphrase(old, self.pair.passphrase())
        except FileTrouble as trouble:
            self.old.show_problems([(trouble_sentence(trouble, language()), True)])
            return
        self.forget()
        self.change.button.setChecked(False)
        self.said.emit(tr("Passordet er byttet. Det nye gjelder fra nå av."))

    def _show_sheet(self) -> None:
        from bolig_desktop.ui.documents.preview import PaperPreview
        from bolig_desktop.ui.unlock.sheet import FILE_NAME

        try:
            letters = self._file.sheet_text_after_passphrase(self.proof.value())
        except FileTrouble as trouble:
            self.proof.show_problems([(trouble_sentence(trouble, language()), True)])
            return
        self.forget()
        self._preview = PaperPreview(self._sheet_of(letters), file_name=FILE_NAME)
        self._preview.setMinimumHeight(_PAGE_HEIGHT)
        self.sheet.body.addWidget(self._preview)

    def put_sheet_away(self) -> None:
        """Take the letters off the screen."""
        if self._preview is not None:
            self._preview.hide()
            self._preview.deleteLater()
            self._preview = None

    def forget(self) -> None:
        """Empty every field a passphrase was typed in, and take the letters off the screen."""
        self.put_sheet_away()
        for field in (self.old, self.proof, self.pair.once, self.pair.again):
            field.set_value("")
            field.show_problems([])
        self.pair.show_strength()


def act_button(words: str, act: Callable[[], object], *, main: bool = False, icon: str = "") -> QPushButton:
    button = QPushButton(words)
    button.setProperty("role", "main" if main else "")
    button.setAutoDefault(True)  # Enter presses the button that has the keyboard
    if icon:
        icons.put(button, icon, side=16, on_accent=main)
    button.clicked.connect(lambda: act())
    return button


def in_a_row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(9)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return row
