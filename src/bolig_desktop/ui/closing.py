"""An open file on its way to be closed: its last copy is made beside the window, with nothing of it in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from bolig_desktop.ui.words import tr

if TYPE_CHECKING:
    from bolig_desktop.security.openfile import OpenFile
    from bolig_desktop.ui.settings.copies import Copies
    from bolig_desktop.ui.unlock.steps import Next

_PATIENCE_MS = 700
"""A copy that is made before that is not worth a window of its own: it would only flash."""


class Closing(QObject):
    """Makes the copy that is due, and closes the file whatever comes of it; nobody may write in it any more.

    Signals: ``lasts(job)`` where the copy takes so long that it is worth showing; ``closed(why)`` once, with why no
    copy was made, "" where it was, or where she left it out by stopping the job.
    """

    lasts = Signal(object)
    closed = Signal(str)

    def __init__(self, open_file: OpenFile, copies: Copies, then: Next, parent: QObject) -> None:
        """``then``, what follows when the file is closed, is only kept here."""
        super().__init__(parent)
        self.path, self.then = open_file.path, then
        self._open_file, self._copies = open_file, copies
        self._said: list[str] = []
        self._why: str | None = None
        self._is_closed = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)

    def begin(self, *, within: float | None = None) -> None:
        """Begin; where nothing has to be waited for, the file is closed before this returns.

        within: there are so many seconds left for the copy, and then the file is closed, also before this returns.
        """
        self._copies.said.connect(self._said.append)
        job = self._copies.make_last(self._came, within=within)
        if job is None or not job.is_running:
            self._close()
            return
        job.stopped.connect(lambda: self._came(True))
        job.ended.connect(self._patience.stop)
        job.ended.connect(lambda: QTimer.singleShot(0, self, self._close))  # what came of it is told after that
        self._patience.timeout.connect(lambda: self.lasts.emit(job))
        self._patience.start()

    def finish(self) -> None:
        """Close the file now, without the copy where it is not made yet."""
        if self._why is None:
            self._why = ""
        self._close()

    def _came(self, is_well: bool) -> None:
        self._why = "" if is_well else self._said[-1]

    def _close(self) -> None:
        if self._is_closed:
            return
        self._is_closed = True
        self._patience.stop()
        self._copies.stop()
        self._copies.deleteLater()  # what was to be done with them in a while is not to be done
        self._open_file.close()
        self.closed.emit(tr("Kopien ble ikke laget.") if self._why is None else self._why)
