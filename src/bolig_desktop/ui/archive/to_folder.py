"""«Legg papirer i en mappe …»: what goes out in clear text is told before it does, and goes whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.exchange.archive_bundle import Bundle, bundle
from bolig_desktop.exchange.archive_sheet import FOR_PEOPLE
from bolig_desktop.ui.archive.folder_making import FolderMaking
from bolig_desktop.ui.background import ProgressLine
from bolig_desktop.ui.documents.batch_layout import said
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.check_field import CheckField
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.words import tr

WIDE = 520


class ToFolder(QDialog):
    """Tells what will lie in the folder and that it is not locked; papers of the shielded are there only if ticked.

    making: writes it, beside the window. done: gets a sentence when it is done. choose_folder: how the user is asked
    where it goes.
    """

    def __init__(
        self,
        over: QWidget,
        session: Session,
        making: FolderMaking,
        paper_ids: Sequence[int],
        done: Callable[[str], object],
        choose_folder: Callable[[QWidget], Path | None],
    ) -> None:
        super().__init__(over.window())
        self._session, self._ids, self._done, self._choose = session, list(paper_ids), done, choose_folder
        self._making, self._going = making, 0
        making.made.connect(self._made)
        making.not_made.connect(self._not_made)
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        found = self._found(with_shielded=False)
        self.heading = said("", "case-title")
        self.shielded = CheckField(tr("Ta med papirene med gradert adresse ({count})", count=found.shielded))
        self.shielded.set_name(self.shielded.box.text())
        self.shielded.set_value(False)
        self.shielded.setVisible(bool(found.shielded))
        self.shielded.committed.connect(self._count)
        self._problem = ProblemLine()
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(
            said(
                tr(
                    "Filene er nøyaktig de som ble skrevet ut (PDF/A), med nummer til navn. Arket {sheet} sier hva "
                    "hver av dem er, og kan åpnes i Excel.",
                    sheet=FOR_PEOPLE,
                ),
                "",
            )
        )
        column.addWidget(
            Banner(
                Tone.SOON,
                tr("Mappen er ikke låst"),
                text=tr("Alle som kommer til den, kan lese papirene. Slett den når papirene ligger i arkivet."),
                icon="triangle-alert",
            )
        )
        for words in _left_out(found):
            column.addWidget(said(words, "muted"))
        column.addWidget(self.shielded)
        column.addWidget(self._problem)
        column.addLayout(self._acts())
        self._count()
        self.resize(WIDE, 0)
        self._fit()
        self.choose_button.setFocus()

    def _acts(self) -> QHBoxLayout:
        self.cancel_button = QPushButton(tr("Avbryt"))
        self.cancel_button.clicked.connect(self.reject)
        self.choose_button = QPushButton(tr("Velg mappe …"))
        self.choose_button.setProperty("role", "main")
        self.choose_button.setDefault(True)
        self.choose_button.clicked.connect(self._write)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel_button)
        row.addWidget(self.choose_button)
        return row

    def _found(self, *, with_shielded: bool) -> Bundle:
        return bundle(self._session.case, self._ids, with_shielded=with_shielded)

    def _count(self) -> None:
        count = len(self._found(with_shielded=self.shielded.value()).papers)
        self.choose_button.setEnabled(bool(count))
        one = tr("Legg 1 papir i en mappe")
        none = tr("Ingen av papirene kan legges i en mappe")
        many = tr("Legg {count} papirer i en mappe", count=count)
        self.heading.setText(none if not count else one if count == 1 else many)

    def _write(self) -> None:
        folder = self._choose(self)
        if folder is None:
            return
        papers = self._found(with_shielded=self.shielded.value()).papers
        self._going = len(papers)
        self._problem.show_sentences([])
        self._let_choose(False)
        job = self._making.begin(papers, folder)
        self.progress = ProgressLine(job, tr("Skriver papirene"))
        job.told.connect(self._tell)
        job.stopped.connect(self._stopped)
        self._column.insertWidget(self._column.indexOf(self._problem), self.progress)
        self.progress.show()
        self.progress.stop.setFocus()
        self._fit()

    def _tell(self, done: int, of: int) -> None:
        self.progress.label.setText(tr("{done} av {count} papirer er skrevet", done=done, count=of))

    def _made(self, made: Path) -> None:
        count = self._going
        words = tr("1 papir") if count == 1 else tr("{count} papirer", count=count)
        self.accept()
        self._done(tr("{papers} ligger i «{folder}». Mappen er ikke låst.", papers=words, folder=made.name))

    def _stopped(self) -> None:
        self._not_made(tr("Stoppet. Ingenting ligger i mappen."), is_trouble=False)

    def _not_made(self, words: str, *, is_trouble: bool = True) -> None:
        self._let_choose(True)
        self._problem.show_sentences([(words, is_trouble)])
        self.choose_button.setFocus()

    def _fit(self) -> None:
        self.resize(self.width(), max(self.height(), self._column.totalHeightForWidth(self.width())))

    def _let_choose(self, may: bool) -> None:
        self.shielded.setEnabled(may)
        self.choose_button.setVisible(may)
        self.cancel_button.setVisible(may)

    def reject(self) -> None:
        """Close; while papers are being written, stop that first and stay to say so."""
        if not self._making.stop():
            super().reject()


def _left_out(found: Bundle) -> list[str]:
    told = []
    if found.shielded:
        told.append(
            tr(
                "På papirer til husstander med gradert adresse står navn og adresse sammen. De blir ikke med om du "
                "ikke ber om det, og arket sier ikke hvem de er til."
            )
        )
    if found.strict:
        told.append(tr("Kode 6: {count} av de valgte papirene blir aldri med.", count=found.strict))
    return told
