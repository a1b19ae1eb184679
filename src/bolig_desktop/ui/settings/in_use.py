"""What watches over one open file: its copies, the clock that locks it, and the pages of settings and help.

What program.py does with it::

    in_use = InUse(open_file, machine)
    workspace = Workspace(case, machine.widths, in_use.pages)
    in_use.watch(workspace.window)          # once the window stands there
    in_use.rebuild_wanted.connect(...)      # another language: a new Workspace on the same case, then watch() again
    in_use.restore_wanted.connect(...)      # put everything away, then UnlockWindow.begin_restore(path)
    in_use.put_away()                       # when locking and closing, after the window is hidden: makes the copy
    open_file.close()

``in_use.copies.status()`` is for the status line after "Lagret 15:41".
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui.help.page import HelpPage, help_for
from bolig_desktop.ui.main_window import MainWindow
from bolig_desktop.ui.navigation import Page, PageSpec
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.settings.copies import Copies
from bolig_desktop.ui.unlock.idle import IdleLock
from bolig_desktop.ui.words import tr


class InUse(QObject):
    """Signals: ``rebuild_wanted()`` where the language changed; ``restore_wanted()`` where a copy is wanted back.

    now: the time with its zone. busy: what must not be cut off by the lock.
    """

    rebuild_wanted = Signal()
    restore_wanted = Signal()

    def __init__(
        self,
        open_file: OpenFile,
        machine: Machine,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        busy: Callable[[], bool] = lambda: False,
    ) -> None:
        super().__init__()
        self._file, self._machine = open_file, machine
        self.copies = Copies(open_file, machine, now=now)
        self.idle = IdleLock(machine, now=now, busy=busy)
        self._window: MainWindow | None = None
        self.copies.changed.connect(self._count)

    def pages(self, session: Session) -> Sequence[PageSpec]:
        """Return the pages at the foot of the side list."""
        return [
            PageSpec(topic="settings", title=tr("Innstillinger"), icon="settings", at_bottom=True,
                     make=lambda: self._settings(session), counts=self._counts, shortcut="Ctrl+,"),
            PageSpec(topic="help", title=tr("Hjelp"), icon="circle-question-mark", at_bottom=True, make=HelpPage),
        ]  # fmt: skip

    def watch(self, window: MainWindow) -> None:
        """Tie this to the window: help, the lock, and what is to be said of copies."""
        self._window = window
        window.help_wanted.connect(lambda topic: window.go(help_for(topic)))
        self.copies.said.connect(window.say)
        self.idle.time_is_up.connect(window.act("lock").trigger)
        self.copies.start()
        self.idle.start()
        if words := self.copies.notice():
            window.toast.say(words)

    def put_away(self) -> bool:
        """Make the copy and watch no more; False where the copy could not be made. Call it before the file closes."""
        self._window = None
        self.idle.stop()
        made = self.copies.at_close()
        self.copies.stop()
        return made

    def _settings(self, session: Session) -> Page:
        from bolig_desktop.ui.settings.page import SettingsPage

        page = SettingsPage(session, self._file, self._machine, self.copies)
        page.rebuild_wanted.connect(self.rebuild_wanted)
        page.restore_wanted.connect(self.restore_wanted)
        page.said.connect(self._say)
        page.kept.connect(self._kept)
        return page

    def _counts(self) -> Mapping[str, int]:
        return {"danger": 1} if self.copies.notice() else {}

    def _count(self) -> None:
        if self._window is not None:
            self._window.refresh_counts()

    def _say(self, words: str) -> None:
        if self._window is not None:
            self._window.say(words)

    def _kept(self, words: str) -> None:
        if self._window is not None:
            self._window.toast.say(words, can_undo=True)
