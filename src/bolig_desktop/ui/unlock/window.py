"""The window before the file is open: what the program is to the left, what is asked now to the right.

What app.py does with it::

    window = UnlockWindow(machine, clock)          # machine: settings.machine.read(), the one and only
    window.opened.connect(use)                     # OpenFile: case_of(), Workspace; show it, window.hide()
    window.begin(path_or_None)                     # or window.open_with(path, passphrase) for the demo command
    window.show()

On locking: let the pages keep what is typed, drop the workspace, ``window.put_away(job, then)`` where the copy takes
long, ``open_file.close()``, then ``window.begin(path, locked=True); window.show()``, and ``window.tell(sentence)``
where the copy could not be made.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.settings.applying import LANGUAGE_NAMES, apply_language, keep
from bolig_desktop.ui.theme import Tone
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.flow import Opening
from bolig_desktop.ui.unlock.steps import Next, Step, plain
from bolig_desktop.ui.widgets.banner import Banner
from bolig_desktop.ui.widgets.column import Column
from bolig_desktop.ui.words import language, tr

if TYPE_CHECKING:
    from bolig_desktop.security.ahead import Ahead
    from bolig_desktop.security.slots import Cost
    from bolig_desktop.ui.background import Job

SIDE, ONE_COLUMN = 300, 900
LEAST = QSize(640, 400)


class UnlockWindow(QWidget):
    """Signals: ``opened(open_file)`` when it can be used; ``closing()`` when the user closes this window instead.

    While a file is put away (``put_away``) the window stays, and ``closing()`` only says that she wants it gone.
    """

    opened = Signal(object)
    closing = Signal()

    def __init__(self, machine: Machine, clock: Clock, *, asking: Asking | None = None,
                 cost: Cost | None = None) -> None:  # fmt: skip
        super().__init__()
        self.setWindowTitle("Bolig")
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumSize(LEAST)
        self.machine = machine
        self.opening = Opening(machine, clock, asking or Asking(), cost=cost)
        self.opening.step_made.connect(self._show_step)
        self.opening.opened.connect(self.opened)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._side, self._said_in = self._make_side(), language()
        self._row.addWidget(self._side)
        self._column = Column(widest=2000)
        self._row.addWidget(self._column, 1)
        self._step: Step | None = None
        self._stays = False

    def begin(self, path: Path | None = None, *, locked: bool = False) -> None:
        """Show the first step: for ``path``, for the last file used, or the ways to begin."""
        self._stays = False
        self._look_as_before()
        self.opening.begin(path, locked=locked)

    def begin_restore(self, path: Path) -> None:
        """Ask which copy to take back in place of the file at ``path``, which must be closed."""
        self._stays = False
        self._look_as_before()
        self.opening.begin(path)
        self.opening.restore()

    def put_away(self, job: Job, then: Next) -> None:
        """Show how far the last copy of the file is, until ``begin``, ``begin_restore`` or ``let_go``."""
        self._stays = True
        self._look_as_before()
        self.opening.put_away(job, then)

    def let_go(self) -> None:
        """Let the window be closed again, and go out of sight."""
        self._stays = False
        self.hide()

    def tell(self, words: str) -> None:
        """Say something above what is asked now, such as why the copy could not be made when the file was locked."""
        self.opening.step.say(Banner(Tone.SOON, words, icon="triangle-alert"))

    def open_with(self, path: Path, passphrase: str, ahead: Ahead | None = None) -> None:
        """Open ``path`` at once with a passphrase that is known (the demo); ``ahead`` has begun on it."""
        self._look_as_before()
        self.opening.begin(path)
        self.opening.open(passphrase=passphrase, ahead=ahead)

    def _make_side(self) -> QWidget:
        side = QFrame()
        side.setProperty("role", "side")
        side.setFixedWidth(SIDE)
        column = QVBoxLayout(side)
        column.setContentsMargins(28, 34, 26, 22)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(IconLabel("house", Tone.ACCENT, side=28))
        name = QLabel("Bolig")
        name.setProperty("role", "title")
        head.addWidget(name, 1)
        column.addLayout(head)
        column.addWidget(plain(tr("Boliger, husstander og leieavtaler for flyktningtjenesten."), "muted"))
        column.addStretch(1)
        for icon, words in (
            ("lock", tr("Saksfilen er kryptert og ligger bare på denne maskinen.")),
            ("shield", tr("Ingenting sendes ut på nettet.")),
        ):
            line = QHBoxLayout()
            line.setSpacing(9)
            line.addWidget(IconLabel(icon, side=16), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(plain(words, "small"), 1)
            column.addLayout(line)
        column.addSpacing(10)
        self.languages = QComboBox()
        self.languages.setAccessibleName(tr("Språk på skjermen"))
        for code, words in LANGUAGE_NAMES.items():
            self.languages.addItem(words, code)
        self.languages.setCurrentIndex(self.languages.findData(language()))
        self.languages.activated.connect(self._choose_language)
        column.addWidget(self.languages)
        return side

    def _choose_language(self) -> None:
        self.machine.language = self.languages.currentData()
        keep(self.machine)
        apply_language(self.machine)
        self._say_anew()
        self.opening.again()

    def _say_anew(self) -> None:
        old, self._side, self._said_in = self._side, self._make_side(), language()
        self._row.replaceWidget(old, self._side)
        old.deleteLater()

    def _look_as_before(self) -> None:
        """Take the size of the window that was there before, and the language chosen in it."""
        if self._said_in != language():
            self._say_anew()
        if not self.isVisible():
            self.resize(self.machine.window_width or 1180, self.machine.window_height or 720)
            maximised = Qt.WindowState.WindowMaximized
            self.setWindowState(maximised if self.machine.window_maximised else Qt.WindowState.WindowNoState)

    def _show_step(self, step: Step) -> None:
        if self._step is not None:
            self._step.hide()
            self._step.deleteLater()
        self._step = step
        holder = self._column.body
        while (item := holder.takeAt(0)) is not None:
            del item
        holder.addSpacing(46)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(step, 100)
        row.addStretch(1)
        holder.addLayout(row)
        holder.addStretch(1)
        step.fit(self.height())
        step.show()
        self._column.verticalScrollBar().setValue(0)
        QTimer.singleShot(0, step, lambda: step.first.setFocus() if step.first is not None else None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what the program is where there is little room."""
        super().resizeEvent(event)
        self._side.setVisible(event.size().width() >= ONE_COLUMN)
        if self._step is not None:
            self._step.fit(event.size().height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close a file that was on its way to be opened; one that is being put away is waited for."""
        if self._stays:
            event.ignore()
            self.closing.emit()
            return
        self.opening.leave()
        self.closing.emit()
        super().closeEvent(event)
