"""The handover before it leaves the house: its pages, printed or saved, and filed on no case."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.documents.filing import NotSaved, Target
from bolig_desktop.documents.handover import handover
from bolig_desktop.documents.handover_facts import gather
from bolig_desktop.documents.texts import LANGUAGES
from bolig_desktop.errors import Refused
from bolig_desktop.settings.records import WrittenForm
from bolig_desktop.ui.documents.issue import AROUND, HEIGHT, WIDTH, refuse
from bolig_desktop.ui.documents.preview import PaperPreview, ask_file
from bolig_desktop.ui.documents.printing import ask_printer
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import language, tr

FILE_NAME = "overlevering.pdf"


def show_handover(over: QWidget, session: Session) -> QDialog:
    """Show the paper, or say why it cannot be made."""
    form = session.case.settings.municipality().written_form.value
    try:
        content = _made(session, form)
    except Refused as refused:
        return refuse(over, refused.problems)
    dialog = HandoverDialog(over, session, content, form)
    dialog.open()
    return dialog


class HandoverDialog(QDialog):
    """The pages as they will be printed. choose_printer, choose_file: how the user is asked where they go."""

    def __init__(
        self,
        over: QWidget,
        session: Session,
        content: bytes,
        form: str,
        *,
        choose_printer: Callable[[QWidget, int], QPrinter | None] = ask_printer,
        choose_file: Callable[[QWidget, str], Path | None] = ask_file,
    ) -> None:
        super().__init__(over.window())
        self._session, self._content, self.choose_file = session, content, choose_file
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(WIDTH, room.width() - AROUND), min(HEIGHT, room.height() - AROUND))
        heading = QLabel(tr("Overlevering til vikar"))
        heading.setProperty("role", "case-title")
        told = QLabel(self._told())
        told.setProperty("role", "muted")
        told.setWordWrap(True)
        close = QPushButton(tr("Lukk"))
        close.clicked.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(close)
        self.preview = PaperPreview(
            content,
            file_name=FILE_NAME,
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
        column.addWidget(told)
        column.addWidget(self.preview, 1)
        self.preview.print_button.setFocus()

    def _told(self) -> str:
        words = tr(
            "Papiret har mange husstander og arkiveres ikke. Lås det inn, og makuler det etterpå. En lagret fil er "
            "ikke låst."
        )
        if self._session.case.settings.municipality().where_things_are.strip():
            return words
        return " ".join((words, tr("Hvor ting er, skriver du i Innstillinger, under «Kommunen».")))

    def _show(self, form: str) -> None:
        try:
            self._content = _made(self._session, form)
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


def _made(session: Session, form: str) -> bytes:
    return handover(gather(session.case, form), form)[0]
