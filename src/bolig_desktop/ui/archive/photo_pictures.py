"""Pictures of photos: decoded from the case file when they come into sight, no larger than they are shown."""

from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.theme import tokens

Bytes = Callable[[], bytes | None]
"""Reads the bytes of a photo; None where they are gone."""

THUMBNAIL = QSize(168, 126)
_EDGE = 2


def decoded(content: bytes | None, room: QSize) -> QImage:
    """Return the picture at most as large as ``room`` (device pixels); an empty one where it cannot be read."""
    if not content:
        return QImage()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    reader.setScaledSize(reader.size().scaled(room, Qt.AspectRatioMode.KeepAspectRatio).boundedTo(reader.size()))
    return reader.read()  # a JPEG is read at that size, and costs a fraction of the whole


def as_png(image: QImage, longest: int) -> bytes:
    """Return an image of the clipboard as a file in memory, never on the disk."""
    if max(image.width(), image.height()) > longest:
        how = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        image = image.scaled(QSize(longest, longest), *how)
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG", 100)  # type: ignore[call-overload]  # 100: not packed, which is what takes time
    return bytes(written.data())


class Picture(QWidget):
    """One picture, as large as there is room; ``show_bytes`` gives it another."""

    def __init__(self) -> None:
        super().__init__()
        self._read: Bytes = lambda: None
        self._image: QImage | None = None
        self.setMinimumSize(120, 90)

    def show_bytes(self, read: Bytes) -> None:
        """Show another picture; it is read when it is painted."""
        self._read, self._image = read, None
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the picture in the middle."""
        painter, scale = QPainter(self), self.devicePixelRatioF()
        room = self.size() * scale
        if self._image is None or not _fills(self._image.size(), room):
            self._image = decoded(self._read(), room)
        _draw(painter, self.rect(), self._image, scale)
        painter.end()


class Thumbnail(QAbstractButton):
    """A small picture that opens the large one: by a click, Enter or Space."""

    def __init__(self, read: Bytes, words: str) -> None:
        super().__init__()
        self._read = read
        self._image: QImage | None = None
        self.setFixedSize(THUMBNAIL)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(words)
        self.setToolTip(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press it too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw it; the photo is read the first time it comes into sight."""
        painter, scale = QPainter(self), self.devicePixelRatioF()
        painter.fillRect(self.rect(), QColor(tokens().muted_soft))
        if self._image is None:
            self._image = decoded(self._read(), THUMBNAIL * scale)
        _draw(painter, self.rect(), self._image, scale)
        now = tokens()
        painter.setPen(QPen(QColor(now.accent if self.hasFocus() else now.line), _EDGE if self.hasFocus() else 1))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()


def _fills(size: QSize, room: QSize) -> bool:
    return size.width() == room.width() or size.height() == room.height()


def _draw(painter: QPainter, box: QRect, image: QImage, scale: float) -> None:
    if image.isNull():
        side = 28
        corner = box.center() - QPoint(side // 2, side // 2)
        painter.drawPixmap(corner, icons.pixmap("camera", tokens().muted, side, scale))
        return
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    size = image.size().scaled(box.size(), Qt.AspectRatioMode.KeepAspectRatio).boundedTo(image.size() / scale * 2)
    where = QRect(QPoint(), size)
    where.moveCenter(box.center())
    painter.drawImage(where, image)
