"""Take the case file back from a copy; what lies there from before is kept beside it."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QRadioButton, QVBoxLayout, QWidget

from bolig_desktop import paths
from bolig_desktop.security.copyfile import copies_in, default_folder, sequence_of
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui.unlock.asking import CASE_SUFFIX, Asking
from bolig_desktop.ui.unlock.passphrases import PassphraseField, labelled
from bolig_desktop.ui.unlock.steps import Step, plain
from bolig_desktop.ui.widgets.fields import TextField
from bolig_desktop.ui.words import tr

_SHOWN = 6


class RestoreStep(Step):
    """Signals: ``given()`` when all is chosen (see ``copy``, ``target``, ``passphrase``, ``sheet``), ``left()``."""

    given = Signal()
    left = Signal()

    def __init__(self, asking: Asking, target: Path | None, folders: Sequence[Path]) -> None:
        super().__init__(
            tr("Hent tilbake fra kopi"),
            tr("Kopien blir kontrollert før den tas i bruk, og den blir liggende. Ligger det en saksfil der fra før, "
               "får den et nytt navn og blir tatt vare på."),
        )  # fmt: skip
        self._asking, self._target, self._moved = asking, target, False
        self._copies: list[Path] = []
        self._folders = [*folders, Path()]
        self._group = QButtonGroup(self)
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self.body.addLayout(self._list)
        other = QPushButton(tr("Velg en annen kopi"))
        other.clicked.connect(self.choose_copy)
        line = QHBoxLayout()
        line.addWidget(other)
        line.addStretch(1)
        self.body.addLayout(line)
        self._place = plain("", "small")
        move = QPushButton(tr("Velg et annet sted"))
        move.setProperty("role", "link")
        move.clicked.connect(self.choose_place)
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(move)
        self.body.addLayout(row)
        self._ways()
        for copy in sorted({c for folder in folders for c in copies_in(folder)[:_SHOWN]}, key=_made, reverse=True):
            self._add(copy)
        self._group.idClicked.connect(lambda _: self._show_place())
        self._show_place()
        self.first = self.passphrase_field.entry if self._copies else other
        self.add_act(tr("Hent tilbake"), self._give, main=True)
        self.add_act(tr("Tilbake"), self.left.emit)

    def _ways(self) -> None:
        self.passphrase_field, self.letters_field = PassphraseField(), TextField()
        self._by_passphrase = labelled(tr("Passord"), self.passphrase_field)
        self._by_letters = labelled(tr("Bokstavene på nøkkelarket"), self.letters_field)
        self._by_letters.hide()
        for field in (self.passphrase_field, self.letters_field):
            field.entry.returnPressed.connect(self._give)
            self.body.addWidget(self._by_passphrase if field is self.passphrase_field else self._by_letters)
        self.turn = self.add_link(tr("Bruk nøkkelarket"), self.turn_way)

    def _add(self, copy: Path) -> QWidget:
        self._copies.append(copy)
        made = _made(copy)
        words = [tr("Kopi {number}", number=sequence_of(copy)), f"{show_date(made.date())} {made:%H:%M}"]
        if copy.parent != self._folders[0]:
            words.append(copy.parent.name)
        button = QRadioButton("  ·  ".join(words))
        button.setToolTip(str(copy))
        self._group.addButton(button, len(self._copies) - 1)
        self._list.addWidget(button)
        if len(self._copies) == 1:
            button.setChecked(True)
        return button

    def turn_way(self) -> None:
        """Ask for the sheet's letters in place of the passphrase, or the other way round."""
        letters = self._by_letters.isHidden()
        self._by_letters.setVisible(letters)
        self._by_passphrase.setVisible(not letters)
        self.turn.setText(tr("Bruk passordet") if letters else tr("Bruk nøkkelarket"))
        (self.letters_field if letters else self.passphrase_field).entry.setFocus()

    def choose_copy(self) -> None:
        """Ask for a copy that lies elsewhere."""
        start = self.copy().parent if self._copies else Path.home()
        copy = self._asking.copy(self, start)
        if copy is not None:
            if copy not in self._copies:
                self._add(copy)
            self._group.button(self._copies.index(copy)).setChecked(True)
            self.say(None)
            self._show_place()

    def choose_place(self) -> None:
        """Ask where the case file is to come."""
        place = self._asking.new_case_file(self, self.target())
        if place is not None:
            self._target, self._moved = place, True
            self._show_place()

    def copy(self) -> Path:
        """Return the copy chosen."""
        return self._copies[max(self._group.checkedId(), 0)]

    def target(self) -> Path:
        """Return where the case file will come."""
        if self._target is not None:
            return self._target
        stem = self.copy().name.rpartition("-")[0] if self._copies else "saksfil"
        return paths.case_folder() / (stem + CASE_SUFFIX)

    def passphrase(self) -> str | None:
        """Return the passphrase, None where the letters are used."""
        return self.passphrase_field.value() if self._by_letters.isHidden() else None

    def sheet(self) -> str | None:
        """Return the letters of the sheet, None where the passphrase is used."""
        return None if self._by_letters.isHidden() else self.letters_field.entry.text()

    def _show_place(self) -> None:
        self._place.setText(tr("Saksfilen kommer hit: {path}", path=str(self.target())))

    def _give(self) -> None:
        if not self._copies:
            self.choose_copy()
            return
        field = self.passphrase_field if self._by_letters.isHidden() else self.letters_field
        missing = not field.entry.text()
        field.show_problems([(tr("Skriv passordet."), True)] if missing else [])
        if field is self.letters_field and missing:
            field.show_problems([(tr("Skriv bokstavene på nøkkelarket."), True)])
        if not missing:
            self.given.emit()


def folders_of(path: Path | None, second: str) -> list[Path]:
    """Return where copies of a case file may lie."""
    found = [default_folder(path)] if path is not None else _beside_files()
    return [*found, *([Path(second)] if second else [])]


def _beside_files() -> list[Path]:
    try:
        return [folder for folder in paths.case_folder().iterdir() if folder.name.endswith("-kopier")]
    except OSError:
        return []


def _made(copy: Path) -> datetime:
    try:
        return datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
    except OSError:
        return datetime.fromtimestamp(0).astimezone()
