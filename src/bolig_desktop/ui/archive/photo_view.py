"""One photo large, over the window: arrow keys go to the next, Esc closes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.archive.records import Photo
from bolig_desktop.text.dates import show_date
from bolig_desktop.ui import icons
from bolig_desktop.ui.archive.photo_pictures import Picture
from bolig_desktop.ui.words import tr

_AROUND = 40


class PhotoView(QDialog):
    """Shows ``photos`` one at a time, first the one at ``at``; read: a photo's bytes by its fingerprint."""

    def __init__(self, over: QWidget, photos: Sequence[Photo], at: int, read: Callable[[str], bytes | None]) -> None:
        super().__init__(over.window())
        self._photos, self._at, self._read = photos, at, read
        self.setWindowTitle("Bolig")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        room = over.window().size()
        self.resize(room.width() - _AROUND, room.height() - _AROUND)
        self.picture = Picture()
        self.caption = QLabel()
        self.caption.setTextFormat(Qt.TextFormat.PlainText)
        self.caption.setWordWrap(True)
        self.about = QLabel()
        self.about.setProperty("role", "muted")
        self.before = self._button(tr("Forrige"), "arrow-left", lambda: self.go_by(-1))
        self.after = self._button(tr("Neste"), "arrow-right", lambda: self.go_by(1))
        close = self._button(tr("Lukk"), "x", self.reject)
        row = QHBoxLayout()
        row.setSpacing(9)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self.caption)
        words.addWidget(self.about)
        row.addLayout(words, 1)
        for button in (self.before, self.after, close):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 14)
        column.setSpacing(10)
        column.addWidget(self.picture, 1)
        column.addLayout(row)
        self._show()
        close.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the photo before or after with the arrow keys; Esc closes."""
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if (step := steps.get(Qt.Key(event.key()))) is not None:
            self.go_by(step)
        else:
            super().keyPressEvent(event)

    def go_by(self, step: int) -> None:
        """Show the next photo, or the one before; at the end nothing happens."""
        if 0 <= self._at + step < len(self._photos):
            self._at += step
            self._show()

    def _show(self) -> None:
        photo = self._photos[self._at]
        self.picture.show_bytes(lambda: self._read(photo.sha256))
        self.picture.setAccessibleName(photo.caption or tr("Bilde uten tekst"))
        self.caption.setText(photo.caption)
        self.caption.setVisible(bool(photo.caption))
        facts = {"at": self._at + 1, "count": len(self._photos), "day": show_date(photo.taken_on)}
        self.about.setText(tr("Bilde {at} av {count}, tatt {day}", **facts))
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(self._at < len(self._photos) - 1)

    @staticmethod
    def _button(words: str, icon: str, act: Callable[[], object]) -> QPushButton:
        button = _ArrowsPass(words)
        button.setAutoDefault(False)
        icons.put(button, icon, side=16)
        button.clicked.connect(lambda: act())
        return button


class _ArrowsPass(QPushButton):
    """A button that leaves the arrow keys to the window, where Qt would move the keyboard to the button beside."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore the arrow keys."""
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()
        else:
            super().keyPressEvent(event)
