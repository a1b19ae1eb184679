"""One photo in the list: its small picture, what it shows, when it was taken, and the button that removes it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton

from bolig_desktop.archive.records import Photo
from bolig_desktop.ui import icons
from bolig_desktop.ui.archive.photo_form import PhotoForm
from bolig_desktop.ui.archive.photo_pictures import Thumbnail
from bolig_desktop.ui.editing import Editor
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import tr

TOPIC = "photos"
"""The name the drafts of captions are kept under."""


class PhotoRow(QFrame):
    """Saved as one goes. Signals: ``opened(id)`` to see it large, ``remove_wanted(photo)``."""

    opened = Signal(int)
    remove_wanted = Signal(object)

    def __init__(self, session: Session, photo: Photo, read: Callable[[str], bytes | None], number: int) -> None:
        super().__init__()
        self.thumbnail = Thumbnail(lambda: read(photo.sha256), tr("Vis bilde {number} stort", number=number))
        self.thumbnail.clicked.connect(lambda: self.opened.emit(photo.id or 0))
        self.form = PhotoForm(session.case.clock)
        self.form.fields["caption"].editor().setAcceptDrops(False)  # files let go here are photos, and no text
        self.editor = Editor(session, self.form, TOPIC)
        self.editor.open(photo)
        remove = QToolButton()
        remove.setProperty("role", "flat")
        remove.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        remove.setAccessibleName(tr("Fjern bilde {number}", number=number))
        remove.setToolTip(tr("Fjern"))
        icons.put(remove, "trash-2", side=16)
        remove.clicked.connect(lambda: self.remove_wanted.emit(self.photo))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(self.thumbnail, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.form, 1)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)

    @property
    def photo(self) -> Photo:
        """The photo as it stands in the file."""
        found: Photo = self.editor.record
        return found

    def show_photo(self, photo: Photo) -> None:
        """Show the same photo as it stands now, and keep what is half-typed."""
        if photo != self.photo:
            self.editor.open(photo, keep_typed=True)
