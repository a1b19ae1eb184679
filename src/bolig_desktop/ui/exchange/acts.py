"""What the File menu does with Excel: bring in a workbook, and write everything to one."""

from collections.abc import Callable, Hashable, MutableMapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMessageBox, QProgressDialog, QWidget

from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.labels.every import LABELS
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.background import Background, Progress, Stopped
from bolig_desktop.ui.main_window import MainWindow
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets import places
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.words import language, tr

if TYPE_CHECKING:
    from bolig_desktop.exchange.questions import Answer


def ask_workbook(over: QWidget) -> Path | None:
    """Ask which workbook to bring in; None where the user let it be."""
    name, _ = QFileDialog.getOpenFileName(
        over, tr("Velg regnearket"), places.documents(), f"{tr('Regneark')} (*.xlsx *.csv *.txt)"
    )
    return Path(name) if name else None


def ask_where(over: QWidget) -> Path | None:
    """Ask where the workbook of everything is to lie; None where the user let it be."""
    return places.ask_where(
        over, tr("Hvor skal regnearket ligge?"), "bolig.xlsx", kind=tr("Regneark"), ending=".xlsx"
    )


class ExchangeActs(QObject):
    """The two acts, put into the window's File menu; ask_in and ask_out: how the user is asked for a file.

    headings: what columns were said to mean before (``mapping.known_as``); what is said now is kept in it.
    """

    def __init__(self, window: MainWindow, session: Session, headings: MutableMapping[str, str]) -> None:
        super().__init__(window)
        self._window, self._session, self._headings = window, session, headings
        self._said: dict[Hashable, Answer] = {}
        self.ask_in: Callable[[QWidget], Path | None] = ask_workbook
        self.ask_out: Callable[[QWidget], Path | None] = ask_where
        self.background = Background(self)
        menu, before = window.menu("file"), window.act("lock")
        self.bring_in = self._act(tr("&Hent inn fra Excel …"), self._bring_in)
        self.write_out = self._act(tr("&Skriv alt til Excel …"), self._write_out)
        for action in (self.bring_in, self.write_out):
            menu.insertAction(before, action)
        menu.insertSeparator(before)

    def _act(self, words: str, does: Callable[[], object]) -> QAction:
        action = QAction(words, self)
        action.triggered.connect(lambda: does())
        return action

    # in

    def _bring_in(self) -> None:
        self._window.leave_pages()
        path = self.ask_in(self._window)
        if path is None:
            return
        self.bring_in.setEnabled(False)
        job = self.background.run(
            lambda progress: _read(path, progress), done=lambda book: self._choose(path, book), failed=self._not_read
        )
        job.ended.connect(lambda: self.bring_in.setEnabled(True))

    def _choose(self, path: Path, book: object) -> None:
        from bolig_desktop.exchange.pages import Book
        from bolig_desktop.ui.exchange.dialog import BringIn

        if isinstance(book, Book):
            dialog = BringIn(self._window, self._session, path.name, book, self._headings, self._said)
            dialog.brought.connect(lambda words: self._window.toast.say(words, can_undo=True))
            dialog.open()

    def _not_read(self, error: Exception) -> None:
        if isinstance(error, Refused):
            self._tell(" ".join(words for words, _ in sentences_for(error.problems, language())))
        elif isinstance(error, OSError):
            self._tell(tr("Filen kan ikke leses."))
        else:
            raise error

    def _tell(self, words: str) -> None:
        box = QMessageBox(QMessageBox.Icon.Warning, "Bolig", words, QMessageBox.StandardButton.Ok, self._window)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    # out

    def _write_out(self) -> None:
        self._window.leave_pages()
        confirm(
            self._window,
            tr("Skrive alt til et regneark?"),
            self._write,
            act=tr("Velg hvor det skal ligge"),
            detail=tr(
                "Regnearket er ikke kryptert: den som får tak i det, kan lese det. Det som gjelder en gradert "
                "adresse, blir stående tomt. Slett filen når du er ferdig med den."
            ),
        )

    def _write(self) -> None:
        from bolig_desktop.exchange.exporting import export

        path = self.ask_out(self._window)
        if path is None:
            return
        waiting = Waiting(self._window, tr("Skriver regnearket"))
        try:
            rows = export(self._session.case, path, LABELS, waiting.told)
        except Stopped:
            return
        except Refused as refused:
            self._tell(" ".join(words for words, _ in sentences_for(refused.problems, language())))
        except FileTrouble as trouble:
            self._tell(trouble_sentence(trouble, language()))
        else:
            self._window.toast.say(tr("{rows} rader er skrevet til {file}.", rows=rows, file=path.name))
        finally:
            waiting.close()


class Waiting:
    """A line over the window while the case file's own thread works: how far it is, and the button that stops it."""

    def __init__(self, over: QWidget, words: str) -> None:
        self._dialog = QProgressDialog(words, tr("Stopp"), 0, 0, over)
        self._dialog.setWindowTitle("Bolig")
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(600)
        self._dialog.setAutoClose(False)
        self._dialog.setAutoReset(False)

    def told(self, done: int, of: int) -> None:
        """Show how far it is. Raises Stopped where that is wished."""
        self._dialog.setMaximum(max(of, 1))
        self._dialog.setValue(done)
        if self._dialog.wasCanceled():
            raise Stopped

    def close(self) -> None:
        """Take the line away."""
        self._dialog.close()
        self._dialog.deleteLater()


def _read(path: Path, progress: Progress) -> object:
    from bolig_desktop.exchange import reading

    return reading.read_file(path, progress.say)
