"""Letters to many: choose who gets one, make them in one go with progress and a stop, and tell what came of it."""

from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QProgressBar, QStackedLayout, QWidget

from bolig_desktop.documents import batch
from bolig_desktop.documents.batch import Line
from bolig_desktop.ui.documents.batch_choose import Choose, had_it
from bolig_desktop.ui.documents.batch_layout import WIDE, button, page, said, scrolled
from bolig_desktop.ui.documents.batch_run import BatchRun, Outcome, Reprint, ToFolder, ToPrinter
from bolig_desktop.ui.documents.batch_told import Told, made_words
from bolig_desktop.ui.documents.printing import ask_printer
from bolig_desktop.ui.labels import household_words
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.widgets.messages import confirm
from bolig_desktop.ui.widgets.places import ask_folder
from bolig_desktop.ui.words import tr

HIGH, AROUND = 680, 40
_CHOOSING, _MAKING, _TELLING = range(3)


class BatchLetters(QDialog):
    """Chooses, makes and tells; signal ``told(sentence)`` when letters were made.

    ids: the leases that may get the letter; letter and before: what is proposed. choose_printer, choose_folder: how
    the user is asked where they go.
    """

    told = Signal(str)

    def __init__(self, over: QWidget, session: Session, ids: Collection[int], *, letter: str = batch.LETTERS[0],
                 before: date | None = None,
                 choose_printer: Callable[[QWidget, int], QPrinter | None] = ask_printer,
                 choose_folder: Callable[[QWidget], Path | None] = ask_folder) -> None:  # fmt: skip
        super().__init__(over.window())
        self._session = session
        self.choose_printer, self.choose_folder = choose_printer, choose_folder
        self.run: BatchRun | None = None
        self._made: list[tuple[Line, int]] = []
        self._left: list[Line] = []
        self._way: Callable[[list[Line]], None] = self._print
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(min(WIDE, room.width() - AROUND), min(HIGH, room.height() - AROUND))
        self.choose, self.outcome = Choose(session, ids, letter, before), Told()
        self._stack = QStackedLayout(self)
        for part in (self.choose, self._making(), self.outcome):
            self._stack.addWidget(part)
        self.choose.print_wanted.connect(lambda lines: self._sure(lines, self._print))
        self.choose.save_wanted.connect(lambda lines: self._sure(lines, self._save))
        self.choose.given_up.connect(self.reject)
        self.outcome.reprint_wanted.connect(self._reprint)
        self.outcome.rest_wanted.connect(lambda: self._way(list(self._left)))
        self.outcome.closed.connect(self.accept)

    def _making(self) -> QWidget:
        self.doing = said("", "")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Lager brevene"))
        self.stop_button = button(tr("Stopp"), self._stop)
        above = scrolled(said(tr("Lager brevene"), "case-title"), self.doing, self.bar)
        return page(above, said(tr("Stopper du, beholder du brevene som er laget."), "muted"), self.stop_button)

    def _sure(self, lines: list[Line], then: Callable[[list[Line]], None]) -> None:
        """Ask before a letter is made once more."""
        had = [line for line in lines if line.made_on is not None]
        if not had:
            then(lines)
            return
        confirm(
            self, had_it(len(had)), lambda: then(lines), act=tr("Lag dem på nytt"),
            detail=tr("Får de brevet to ganger, kan de tro at det gjelder noe nytt."),
        )  # fmt: skip

    def _print(self, lines: list[Line]) -> None:
        printer = self.choose_printer(self, 0)
        if printer is not None:
            self._way = self._print
            self._make(lines, ToPrinter(printer))

    def _save(self, lines: list[Line]) -> None:
        folder = self.choose_folder(self)
        if folder is not None:
            self._way = self._save
            self._make(lines, ToFolder(folder))

    def _make(self, lines: list[Line], out: ToPrinter | ToFolder) -> None:
        values = self.choose.form.values()
        letter, form, explained = values["letter"], str(values["form"]), values["explained"]
        self._begin(BatchRun(self._session, letter, lines, form, out, self, explained=explained), len(lines))

    def _reprint(self) -> None:
        printer = self.choose_printer(self, 0)
        if printer is not None:
            self._begin(Reprint(self._session, self._made, printer, self), len(self._made))

    def _begin(self, run: BatchRun, count: int) -> None:
        self.run = run
        self.bar.setRange(0, count)
        self.stop_button.setEnabled(True)
        run.told.connect(lambda done, line: self._say(done, count, line))
        run.ended.connect(self._ended)
        self._stack.setCurrentIndex(_MAKING)
        self.stop_button.setFocus()
        run.start()

    def _say(self, done: int, count: int, line: Line) -> None:
        who = " · ".join(part for part in (line.dwelling, household_words(line.household)) if part)
        self.bar.setValue(done)
        self.doing.setText(tr("Brev {number} av {count}: {who}", number=done + 1, count=count, who=who))

    def _stop(self) -> None:
        if self.run is not None:
            self.stop_button.setEnabled(False)
            self.doing.setText(tr("Stopper …"))
            self.run.stop()

    def _ended(self, outcome: Outcome) -> None:
        again = isinstance(self.run, Reprint)
        if not again:  # what is printed once more changes neither what is made nor what is left to be made
            self._made += outcome.made
            self._left = outcome.left
            if outcome.made:
                self.told.emit(made_words(outcome))
        self._stack.setCurrentIndex(_TELLING)
        can_reprint = self._way == self._print and bool(self._made)
        self.outcome.show_outcome(
            outcome, printed=self._way == self._print, again=again, can_reprint=can_reprint, left=self._left
        )

    def _is_running(self) -> bool:
        return self.run is not None and self.run.is_running

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape stop what is under way; then one sees what was made."""
        if event.key() == Qt.Key.Key_Escape and self._is_running():
            self._stop()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Let the window's own cross stop what is under way, as Escape does."""
        if self._is_running():
            self._stop()
            event.ignore()
        else:
            super().closeEvent(event)

    def reject(self) -> None:
        """Close, and have done with the letter under way first: the file may be locked next."""
        if self.run is not None:
            self.run.stop_now()
        super().reject()
