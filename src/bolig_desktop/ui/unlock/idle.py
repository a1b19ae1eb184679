"""Lock when nobody has touched the machine for a while.

What app.py does with it::

    idle = IdleLock(machine, busy=lambda: ...)          # busy: a dialog or a job that must not be cut off
    idle.time_is_up.connect(window.act("lock").trigger)  # the pages keep what is half-typed, then lock_wanted comes
    idle.start(); ...; idle.stop()
"""

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from bolig_desktop.security.lock import must_lock
from bolig_desktop.settings.machine import Machine

_LOOK_MS = 15_000
_TOUCHES = frozenset({
    QEvent.Type.KeyPress, QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel,
    QEvent.Type.TouchBegin, QEvent.Type.TabletPress,
})  # fmt: skip


class IdleLock(QObject):
    """Signal ``time_is_up()`` once the machine has been left alone for the minutes the settings say.

    now: the time with its zone, so that a machine that slept counts as left alone. busy: put it off for now.
    """

    time_is_up = Signal()

    def __init__(
        self,
        machine: Machine,
        *,
        busy: Callable[[], bool] = lambda: False,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        super().__init__()
        self._machine, self._busy, self._now = machine, busy, now
        self._last_used = now()
        self._clock = QTimer(self)
        self._clock.setInterval(_LOOK_MS)
        self._clock.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch, as of now."""
        self._last_used = self._now()
        self._watch_windows()
        self._clock.start()

    def stop(self) -> None:
        """Watch no more."""
        self._clock.stop()

    def look(self) -> None:
        """Look at the clock now."""
        self._watch_windows()
        if must_lock(self._last_used, self._now(), minutes=self._machine.idle_minutes, busy=self._busy()):
            self._clock.stop()
            _put_dialogs_away()
            # Not before a dialog that was waited for has returned to whoever opened it.
            QTimer.singleShot(0, self, self.time_is_up.emit)

    def _watch_windows(self) -> None:
        # The windows and not the application: a filter there would see every event of every widget.
        for window in QGuiApplication.allWindows():
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there."""
        if event.type() in _TOUCHES:
            self._last_used = self._now()
        return False


def _put_dialogs_away() -> None:
    """Answer every open question with "let it be": a question nobody answers must not keep the file open."""
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, QDialog) and widget.isVisible():
            widget.reject()
