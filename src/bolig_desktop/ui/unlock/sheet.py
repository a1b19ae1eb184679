"""The recovery sheet: shown as the real page, printed or saved by her."""

from PySide6.QtCore import Signal

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
