"""Four letters of the recovery sheet, typed back: the sign that it is on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from bolig_desktop.ui.theme import say
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.words import tr


class TypeBackStep(Step):
    """Asks for four letters of the sheet. Signals: ``given(letters)`` (position to letter), ``sheet_wanted()``."""

    given = Signal(object)
    sheet_wanted = Signal()

    def __init__(self, positions: tuple[int, ...]) -> None:
        super().__init__(
            tr("Skriv fire tegn fra arket"),
            tr("Slik vet vi begge at arket er kommet på papir. Tegnene er nummerert fra 1 til 30, og bindestrekene "
               "telles ikke med."),
        )  # fmt: skip
        self.letters: dict[int, QLineEdit] = {}
        row = QHBoxLayout()
        row.setSpacing(16)
        for position in positions:
            row.addWidget(self._asked(position))
        row.addStretch(1)
        self.body.addLayout(row)
        self.first = self.letters[positions[0]]
        self.add_act(tr("Fullfør"), self._give, main=True)
        self.add_act(tr("Vis arket igjen"), self.sheet_wanted.emit)

    def _asked(self, position: int) -> QWidget:
        label = QLabel(tr("Tegn {number}", number=position))
        label.setProperty("role", "label")
        letter = QLineEdit()
        letter.setMaxLength(1)
        letter.setFixedWidth(56)
        letter.setAlignment(Qt.AlignmentFlag.AlignCenter)
        letter.setAccessibleName(label.text())
        letter.textEdited.connect(lambda text: self._typed(letter, text))
        letter.returnPressed.connect(self._give)
        label.setBuddy(letter)
        self.letters[position] = letter
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(label)
        column.addWidget(letter)
        return cell

    def _typed(self, letter: QLineEdit, text: str) -> None:
        letter.setText(text.upper())
        say(letter, trouble="")
        if text:
            self.focusNextChild()

    def _give(self) -> None:
        empty = [letter for letter in self.letters.values() if not letter.text()]
        if empty:
            empty[0].setFocus()
            return
        self.given.emit({position: letter.text() for position, letter in self.letters.items()})

    def wrong(self) -> None:
        """Mark the letters as not those of the sheet."""
        for letter in self.letters.values():
            say(letter, trouble="hard")
        self.letters[min(self.letters)].setFocus()
        self.letters[min(self.letters)].selectAll()
