"""The photos of a household's visits, or of a defect: seen, added, described and removed where they belong."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.archive.records import Photo
from bolig_desktop.casefile import photos
from bolig_desktop.casefile.photos import Holder
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.exchange.photos import Source
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui import icons
from bolig_desktop.ui.archive.photo_reading import Outcome, PhotoReading
from bolig_desktop.ui.archive.photo_row import PhotoRow
from bolig_desktop.ui.archive.photo_sources import Choose, ask_photos, carried_photos, has_photos, of_files
from bolig_desktop.ui.archive.photo_view import PhotoView
from bolig_desktop.ui.background import ProgressLine
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.column import bring_into_view
from bolig_desktop.ui.words import language, tr

AT_FIRST = 24
"""How many rows are made at once; each has fields of its own, and more are made when they are asked for."""
WATCHED = frozenset({"photos", "visits", "defects", "people", "memberships", "households"})


class PhotosTab(QWidget):
    """Made of rows when it is looked at; a photo is decoded when its row comes into sight.

    nowhere: what to do first where there is nothing a photo could be attached to; choose: asks for files.
    Signals: ``counted(number)`` of photos there are, for the tab's title; ``kept(sentence)`` when something was
    saved or removed and can be undone.
    """

    counted = Signal(int)
    kept = Signal(str)

    def __init__(self, session: Session, *, nowhere: str, choose: Choose = ask_photos) -> None:
        super().__init__()
        self.choose = choose
        self._session, self._nowhere = session, nowhere
        self._holders: Sequence[Holder] = ()
        self._found: list[tuple[str, list[Photo]]] = []
        self._shows_all = False
        self.rows: list[PhotoRow] = []
        self.reading = PhotoReading(session, self)
        self.reading.ended.connect(self._ended)
        self.setAcceptDrops(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(self._head())
        column.addWidget(_quiet(_hint()))
        self._news = QVBoxLayout()
        self._body = QVBoxLayout()
        self._body.setSpacing(16)
        column.addLayout(self._news)
        column.addLayout(self._body)
        column.addStretch(1)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self, self.paste)
        session.changed.connect(self._changed)

    def _head(self) -> QHBoxLayout:
        self.add_button = QPushButton(tr("Legg til bilder …"))
        icons.put(self.add_button, "image-plus", "accent", side=16)
        self.add_button.clicked.connect(self.ask)
        self.chosen = QComboBox()
        self.chosen.setAccessibleName(tr("Besøket de legges til"))
        self.chosen.setToolTip(tr("Besøket de legges til"))
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self.add_button)
        row.addWidget(self.chosen)
        row.addStretch(1)
        return row

    # what is shown

    def show_holders(self, holders: Sequence[Holder]) -> None:
        """Show the photos of these, the first of which gets new ones unless another is chosen."""
        if list(holders) != list(self._holders):
            kept = self._chosen()
            self._holders = tuple(holders)
            self.chosen.clear()
            self.chosen.addItems([holder.title for holder in holders])
            if kept in self._holders:
                self.chosen.setCurrentIndex(self._holders.index(kept))
            self._shows_all = False
            self._tell(None)
        self.chosen.setVisible(len(holders) > 1)
        self.add_button.setEnabled(bool(holders))
        self._read()

    def begin(self, visit_id: int) -> None:
        """Ask for photos of one of the visits."""
        at = next((at for at, holder in enumerate(self._holders) if holder.visit_id == visit_id), -1)
        if at >= 0:
            self.chosen.setCurrentIndex(at)
            self.ask()

    def leave(self) -> None:
        """Save or keep what is half-typed, and attach what has been read so far."""
        self.reading.finish()
        for row in self.rows:
            row.editor.finish()

    def showEvent(self, event: QShowEvent) -> None:
        """Make the rows when the tab comes into sight."""
        super().showEvent(event)
        self._read()

    def _changed(self, tables: frozenset[str]) -> None:
        if tables & WATCHED:
            self._read()

    def _read(self) -> None:
        case = self._session.case
        found = [(holder.title, there) for holder in self._holders if (there := holder.photos(case))]
        self.counted.emit(len(_all(found)))
        if not self.isVisible():
            return
        before, self._found = self._found, found
        if _ids(found) == _ids(before) and self._body.count():
            for row, photo in zip(self.rows, _all(found), strict=False):
                row.show_photo(photo)
        else:
            self._build()

    def _build(self) -> None:
        for row in self.rows:
            row.editor.keep_draft()
        self.rows = []
        _empty(self._body)
        read = self._session.case.photo_contents.get
        count = len(_all(self._found))
        most = count if self._shows_all else AT_FIRST
        for title, there in self._found:
            shown = there[: most - len(self.rows)]
            if shown and len(self._holders) > 1:
                heading = QLabel(title)
                heading.setProperty("role", "group")
                self._body.addWidget(heading)
            for photo in shown:
                row = PhotoRow(self._session, photo, read, len(self.rows) + 1)
                row.opened.connect(self.show_large)
                row.remove_wanted.connect(self._remove)
                row.editor.saved.connect(lambda _: self.kept.emit(tr("Lagret.")))
                self.rows.append(row)
                self._body.addWidget(row)
        if count > most:
            more = QPushButton(tr("Vis alle {count} bilder", count=count))
            more.clicked.connect(self.show_all)
            self._body.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        if not count:
            self._body.addWidget(_quiet(tr("Ingen bilder ennå.") if self._holders else self._nowhere))

    def show_all(self) -> None:
        """Make the rows of all photos, and go to the first that was not there."""
        self._shows_all, at = True, len(self.rows)
        self._build()
        first = self.rows[min(at, len(self.rows) - 1)]
        first.thumbnail.setFocus()
        QTimer.singleShot(0, first, lambda: bring_into_view(first))  # the new rows have no places before that

    def show_large(self, photo_id: int) -> PhotoView:
        """Show one of the photos as large as there is room."""
        self.leave()
        there = _all(self._found)
        at = next(at for at, photo in enumerate(there) if photo.id == photo_id)
        view = PhotoView(self, there, at, self._session.case.photo_contents.get)
        view.open()
        return view

    # what is added and removed

    def ask(self) -> None:
        """Ask which files to add, and add them."""
        self.add(of_files(self.choose(self)))

    def paste(self) -> None:
        """Add what was copied: files, or a picture."""
        self.add(carried_photos(QGuiApplication.clipboard().mimeData()))

    def add(self, sources: Sequence[Source]) -> None:
        """Read photos and attach them to what is chosen."""
        holder = self._chosen()
        if holder is None or not sources or self.reading.is_running:
            return
        self._tell(None)
        job = self.reading.begin(holder, sources)
        if job is not None:
            self._news.addWidget(ProgressLine(job, tr("Leser bildene …")))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files and pictures, where there is something to attach them to."""
        if self._holders and has_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Add what was let go here."""
        event.acceptProposedAction()
        self.add(carried_photos(event.mimeData()))

    def _chosen(self) -> Holder | None:
        at = self.chosen.currentIndex()
        return self._holders[at] if 0 <= at < len(self._holders) else None

    def _ended(self, outcome: Outcome) -> None:
        if outcome.said:
            if outcome.attached:
                title = tr("{count} av {of} bilder er lagt til", count=outcome.attached, of=outcome.wanted)
                self._tell(Banner(Tone.SOON, title, text="\n".join(outcome.said), icon="triangle-alert"))
            else:
                self._tell(Banner(Tone.DANGER, tr("Ingen bilder er lagt til"), text="\n".join(outcome.said)))
        else:
            self._tell(None)
        if outcome.attached == 1:
            self.kept.emit(tr("Bildet er lagt til."))
        elif outcome.attached:
            self.kept.emit(tr("{count} bilder er lagt til.", count=outcome.attached))

    def _remove(self, photo: Photo) -> None:
        at = next(at for at, row in enumerate(self.rows) if row.photo == photo)
        try:
            self._session.run(lambda case: photos.remove(case, photo))
        except Refused as refused:
            self._tell(Banner(Tone.DANGER, sentences_for(refused.problems, language())[0][0]))
            return
        except FileTrouble as trouble:
            self._tell(Banner(Tone.DANGER, trouble_sentence(trouble, language())))
            return
        after = self.rows[at:] or self.rows[-1:]
        (after[0].thumbnail if after else self.add_button).setFocus()
        self.kept.emit(tr("Bildet er fjernet."))

    def _tell(self, banner: Banner | None) -> None:
        _empty(self._news)
        if banner is not None:
            self._news.addWidget(banner)


def _hint() -> str:
    return tr(
        "Du kan også slippe filer her, eller lime inn med Ctrl+V. Bildene gjøres mindre, og sted og andre "
        "opplysninger i filen blir ikke med. Originalen på telefonen eller minnekortet er ikke i den krypterte filen:"
        " slett den der."
    )


def _quiet(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "muted")
    label.setWordWrap(True)
    return label


def _all(found: list[tuple[str, list[Photo]]]) -> list[Photo]:
    return [photo for _, there in found for photo in there]


def _ids(found: list[tuple[str, list[Photo]]]) -> list[tuple[str, list[int | None]]]:
    return [(title, [photo.id for photo in there]) for title, there in found]


def _empty(column: QVBoxLayout) -> None:
    while (item := column.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
