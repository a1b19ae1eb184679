"""A paper that is filed on no case, before it leaves the house: its pages, printed or saved."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.documents.filing import NotSaved, Target
from bolig_desktop.documents.texts import LANGUAGES
from bolig_desktop.errors import Refused
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.ui.documents.issue import AROUND, HEIGHT, WIDTH, refuse
from bolig_desktop.ui.documents.preview import PaperPreview, ask_file
from bolig_desktop.ui.documents.printing import ask_printer
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.words import language, tr


def show_unfiled(
    over: QWidget, heading: str, told: str, make: Callable[[str], bytes], *, form: str, file_name: str
) -> QDialog:
    """Show the paper in this form of Norwegian, or say why it cannot be made."""
    try:
        content = make(form)
    except Refused as refused:
        return refuse(over, refused.problems)
    dialog = UnfiledDialog(over, heading, told, make, content, form=form, file_name=file_name)
    dialog.open()
    return dialog


class UnfiledDialog(QDialog):
    """The pages as they will be printed. make: the paper in a form of Norwegian; told: what becomes of it.

    choose_printer, choose_file: how the user is asked where they go.
    """

    def __init__(
        self,
        over: QWidget,
        heading: str,
        told: str,
        make: Callable[[str], bytes],
        content: bytes,
        *,
        form: str,
        file_name: str,
        choose_printer: Callable[[QWidget, int], QPrinter | None] = ask_printer,
        choose_file: Callable[[QWidget, str], Path | None] = ask_file,
    ) -> None:
        super().__init__(over.window())
        self._make, self._content, self.choose_file = make, content, choose_file
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(WIDTH, room.width() - AROUND), min(HEIGHT, room.height() - AROUND))
        title = QLabel(heading)
        title.setProperty("role", "case-title")
        about = QLabel(told)
        about.setProperty("role", "muted")
        about.setWordWrap(True)
        close = QPushButton(tr("Lukk"))
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(close)
        self.preview = PaperPreview(
            content,
            file_name=file_name,
            languages=[(code, label(WrittenForm(code))) for code in LANGUAGES],
            language=form,
            choose_printer=choose_printer,
            choose_file=self._to_file,
        )
        self.preview.language_changed.connect(self._show)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(about)
        column.addWidget(self.preview, 1)
        self.preview.print_button.setFocus()

    def _show(self, form: str) -> None:
        try:
            self._content = self._make(form)
        except Refused as refused:
            self.preview.trouble.show_sentences(sentences_for(refused.problems, language()))
            return
        self.preview.show_pdf(self._content)

    def _to_file(self, over: QWidget, name: str) -> None:
        """Ask where to, and put the paper there whole or not at all; nothing is left for the preview to save."""
        file = self.choose_file(over, name)
        if file is None:
            return
        try:
            with Target(file) as target:
                target.make_ready(self._content)
                target.finish()
        except NotSaved:
            words = tr("Filen kunne ikke lagres der. Velg en annen mappe.")
            self.preview.trouble.show_sentences([(words, True)])
            return
        self.preview.trouble.show_sentences([])
        self.preview.saved.emit()
