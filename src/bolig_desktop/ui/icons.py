"""The icons (Lucide, see resources/icons/LICENSE): drawn sharp at any scale in a colour of the theme."""

import functools
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QPushButton

from bolig_desktop.paths import resources
from bolig_desktop.ui.theme import Tone, theme, tokens

GAP = 5


def file(name: str) -> Path:
    """Return where the icon ``name`` lies."""
    return resources() / "icons" / f"{name}.svg"


@functools.cache
def _svg(name: str) -> str:
    return file(name).read_text(encoding="utf-8")


@functools.lru_cache(maxsize=1024)
def _drawn(name: str, colour: str, side: int, scale: float, gap: int) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", colour).encode()))
    picture = QPixmap(QSize(side + gap, side) * scale)
    picture.setDevicePixelRatio(scale)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def pixmap(name: str, colour: str, side: int = 18, scale: float = 1.0, gap: int = 0) -> QPixmap:
    """Return icon ``name`` as a picture ``side`` logical pixels wide, sharp at ``scale`` device pixels each.

    gap: empty room to the right of it, so words beside it do not come too close.

    Raises FileNotFoundError for a name that has no file: a bug, found by the test that draws them all.
    """
    return _drawn(name, colour, side, scale, gap)


def icon(name: str, tone: Tone | str = Tone.MUTED, side: int = 18, *, on_accent: bool = False,
         gap: int = 0) -> QIcon:  # fmt: skip
    """Return icon ``name`` for a button or a list, in the colours of now."""
    now = tokens()
    made = QIcon()
    colour = now.on_accent if on_accent else now.ink(tone)
    for scale in {screen.devicePixelRatio() for screen in QApplication.screens()}:
        made.addPixmap(pixmap(name, colour, side, scale, gap))
    return made


def put(button: QAbstractButton, name: str, tone: Tone | str = Tone.MUTED, *, side: int = 18,
        on_accent: bool = False) -> None:  # fmt: skip
    """Give ``button`` an icon that follows the theme for as long as the button lives."""
    follower = button.findChild(_Follower)
    if follower is None:
        follower = _Follower(button)
    gap = GAP if isinstance(button, QPushButton) else 0
    button.setIconSize(QSize(side + gap, side))
    follower.show_icon(name, tone, side, on_accent)


class _Follower(QObject):
    """Draws a button's icon again when the colours change; lives and dies with the button."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button)
        self._button = button
        self._what: tuple[str, Tone | str, int, bool] = ("", Tone.MUTED, 18, False)
        theme().changed.connect(self.draw)

    def show_icon(self, name: str, tone: Tone | str, side: int, on_accent: bool) -> None:
        self._what = (name, tone, side, on_accent)
        self.draw()

    def draw(self) -> None:
        name, tone, side, on_accent = self._what
        gap = GAP if isinstance(self._button, QPushButton) else 0
        self._button.setIcon(icon(name, tone, side, on_accent=on_accent, gap=gap))


class IconLabel(QLabel):
    """An icon standing by itself; it says nothing to a screen reader, the words beside it do."""

    def __init__(self, name: str = "", tone: Tone | str = Tone.MUTED, side: int = 18) -> None:
        super().__init__()
        self._name, self._tone, self._side = name, tone, side
        self.setFixedSize(side, side)
        theme().changed.connect(self.theme_changed)
        self.theme_changed()

    def show_icon(self, name: str, tone: Tone | str = Tone.MUTED) -> None:
        """Show another icon."""
        self._name, self._tone = name, tone
        self.theme_changed()

    def theme_changed(self) -> None:
        """Draw again in the colours of now."""
        if self._name:
            self.setPixmap(pixmap(self._name, tokens().ink(self._tone), self._side, self.devicePixelRatioF()))
