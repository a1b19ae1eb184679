"""The rows behind a year written beside the window: read here, named and put together there."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from bolig_desktop.casefile import CaseFile
from bolig_desktop.errors import FileTrouble
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.background import PATIENCE_MS, Background, Job, Progress, ProgressLine
from bolig_desktop.ui.words import language, tr
from bolig_desktop.ui.year.rows import Naming
from bolig_desktop.yearly.figures import CountedYear
from bolig_desktop.yearly.report import Report


class RowsMaking(QWidget):
    """One workbook at a time, with a bar while it takes long. Signal ``said(sentence)`` of what came of it.

    Stopped or not made, there is no new file in the folder.
    """

    said = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._background = Background(self)
        self._job: Job | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._lasts = QTimer(self)
        self._lasts.setSingleShot(True)
        self._lasts.setInterval(PATIENCE_MS)
        self._lasts.timeout.connect(self.show)
        self.hide()

    def begin(self, case: CaseFile, counted: CountedYear, report: Report, folder: Path) -> None:
        """Begin to write the rows of a year into ``folder``; does nothing while another is being written."""
        from bolig_desktop.exchange.year_rows import write_rows

        if self._job is not None:
            return
        naming = Naming(case)
        naming.read_ahead()

        def work(progress: Progress) -> Path:
            behind = {figure: list(naming.described(each)) for figure, each in counted.found.items()}
            return write_rows(folder, report, behind, progress.say)

        self._job = job = self._background.run(work, done=self._made, failed=self._failed)
        job.stopped.connect(lambda: self.said.emit(tr("Stoppet. Ingenting er skrevet.")))
        job.ended.connect(self._ended)
        self._line = ProgressLine(job, tr("Skriver radene bak tallene"))
        self._column.addWidget(self._line)
        self._lasts.start()

    def finish(self) -> None:
        """Stop what is under way and tell of it; called also before the file may be closed."""
        self._background.finish()

    def _made(self, path: Path) -> None:
        words = tr("Radene er lagt i mappen. Der står navn, og filen er ikke kryptert: den skal ikke sendes.")
        self.said.emit(words)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FileTrouble):
            raise error
        self.said.emit(trouble_sentence(error, language()))

    def _ended(self) -> None:
        self._job = None
        self._lasts.stop()
        self._line.deleteLater()
        self.hide()
