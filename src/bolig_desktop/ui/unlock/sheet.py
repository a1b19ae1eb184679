"""The recovery sheet: shown as the real page, printed or saved by her, then proved to be on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from bolig_desktop.ui.documents.preview import PaperPreview
from bolig_desktop.ui.theme import say
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.words import tr

FILE_NAME = "nokkelark.pdf"
_LOWEST_PREVIEW, _AROUND = 340, 270


class SheetStep(Step):
    """Shows the sheet. Signal ``on_paper()`` when she says she has it in her hand."""

    on_paper = Signal()

    def __init__(self, pdf: bytes) -> None:
        super().__init__(
            tr("Skriv ut nøkkelarket"),
            tr("Glemmer du passordet, er dette arket den eneste veien inn. Skriv det ut, og legg det i en låst skuff "
               "eller i et arkivskap. Ikke ta bilde av det, og ikke legg det sammen med maskinen."),
            widest=820,
        )  # fmt: skip
        self.preview = PaperPreview(pdf, file_name=FILE_NAME)
        self.body.addWidget(self.preview)
        self.next = self.add_act(tr("Jeg har arket foran meg"), self.on_paper.emit)
        self.first = self.preview.print_button
        self.preview.printed.connect(self._have_it)
        self.preview.saved.connect(self._have_it)

    def fit(self, height: int) -> None:
        """Let the sheet have what the words and buttons leave."""
        self.preview.setMinimumHeight(max(_LOWEST_PREVIEW, height - _AROUND))

    def _have_it(self) -> None:
        say(self.preview.print_button, role="")
        say(self.next, role="main")
        self.next.setDefault(True)
        self.next.setFocus()


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
