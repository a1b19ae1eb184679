"""The program from start to close: the crash handler, the machine's settings, unlocking, the workspace, locking."""

import contextlib
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from bolig_desktop.casefile.opened import case_of
from bolig_desktop.clock import Clock
from bolig_desktop.security.openfile import OpenFile
from bolig_desktop.settings import machine as machines
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.problems import CrashHandler
from bolig_desktop.ui.settings import applying
from bolig_desktop.ui.unlock.window import UnlockWindow
from bolig_desktop.ui.workspace import Workspace

FIRST_PLACE = Place(topic="dwellings")


class Program(QObject):
    """One running program: either the unlock window or a workspace on an open file is in sight."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.crashes = CrashHandler()
        self.crashes.install()
        found = QApplication.instance()
        self._app = found if isinstance(found, QApplication) else QApplication(["bolig-desktop"])
        self._app.setApplicationDisplayName("Bolig")
        self._app.setDesktopFileName("bolig-desktop")
        self.machine = machines.read()
        applying.apply(self.machine)
        self._clock = clock
        self.unlock = UnlockWindow(self.machine, clock)
        self.unlock.opened.connect(self._use)
        self.open_file: OpenFile | None = None
        self.workspace: Workspace | None = None

    def begin(self, path: Path | None, passphrase: str | None = None) -> None:
        """Show the first window; with a passphrase the file is opened at once."""
        if path is not None and passphrase is not None:
            self.unlock.open_with(path, passphrase)
        else:
            self.unlock.begin(path)
        self.unlock.show()

    def exec(self) -> int:
        """Run until the last window is closed."""
        return self._app.exec()

    def _use(self, open_file: OpenFile) -> None:
        self.open_file = open_file
        self.workspace = Workspace(case_of(open_file, self._clock), self.machine.widths)
        window = self.workspace.window
        window.resize(self.machine.window_width or 1280, self.machine.window_height or 720)
        window.lock_wanted.connect(self.lock)
        window.closing.connect(self._closing)
        window.go(FIRST_PLACE)
        if self.machine.window_maximised:
            window.showMaximized()
        else:
            window.show()
        self.unlock.hide()

    def lock(self) -> None:
        """Put the file away and ask for the passphrase again; what was half-filled is kept in it."""
        path = self.open_file.path if self.open_file else None
        self._put_away()
        self.unlock.begin(path, locked=True)
        self.unlock.show()

    def _closing(self) -> None:
        self._put_away()

    def _put_away(self) -> None:
        workspace, self.workspace = self.workspace, None
        open_file, self.open_file = self.open_file, None
        if workspace is not None:
            window = workspace.window
            self.machine.window_maximised = window.isMaximized()
            if not window.isMaximized():
                self.machine.window_width, self.machine.window_height = window.width(), window.height()
            window.hide()
            window.deleteLater()
            workspace.deleteLater()
        if open_file is not None:
            open_file.close()
        with contextlib.suppress(OSError):
            machines.write(self.machine)
