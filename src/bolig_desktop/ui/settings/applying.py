"""Let the machine's settings take effect on the screen: language, light or dark, size of the text."""

import contextlib
import re

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui.theme import Scheme, screen_font, style_sheet, theme
from bolig_desktop.ui.words import speak, spoken

LANGUAGE_NAMES = {"nb": "Bokmål", "nn": "Nynorsk", "en": "English"}
_POINTS = re.compile(r"font-size: ([0-9.]+)pt")


def keep(machine: Machine) -> None:
    """Write the settings; a settings folder that cannot be written to is no reason to stop."""
    with contextlib.suppress(OSError):
        machines.write(machine)


def apply(machine: Machine) -> None:
    """Use every setting; call it once before the first window, and again when one changes."""
    apply_language(machine)
    if theme().scheme != machine.scheme:
        theme().choose(Scheme(machine.scheme))
    apply_text_size(machine)


def apply_language(machine: Machine) -> None:
    """Let the screen be in the machine's language; windows made before keep the words they have."""
    if spoken() != machine.language:
        speak(machine.language)


def apply_text_size(machine: Machine) -> None:
    """Make all text on the screen larger or smaller, also after the colours have changed."""
    looks = _looks()
    if looks.share != machine.text_size / 100:
        looks.share = machine.text_size / 100
        looks.draw()


class _Looks(QObject):
    """Keeps the text's size when the theme has set its own style sheet again; belongs to the application."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self.share = 1.0
        theme().changed.connect(self._follow)

    def draw(self) -> None:
        font = screen_font()
        font.setPointSizeF(font.pointSizeF() * self.share)
        self._app.setFont(font)
        self._app.setStyleSheet(self._scaled())

    def _follow(self) -> None:
        if self.share != 1.0:
            self._app.setStyleSheet(self._scaled())

    def _scaled(self) -> str:
        sheet = style_sheet(theme().tokens)
        return _POINTS.sub(lambda found: f"font-size: {float(found[1]) * self.share:.1f}pt", sheet)


def _looks() -> _Looks:
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        raise RuntimeError("there is no application yet")
    found = app.property("boligLooks")
    if not isinstance(found, _Looks):
        found = _Looks(app)
        app.setProperty("boligLooks", found)
    return found
