"""The program from start to close: the crash handler, the machine's settings, unlocking, the workspace, locking."""

from __future__ import annotations

import contextlib
import importlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from bolig_desktop.clock import Clock
from bolig_desktop.errors import FileTrouble
from bolig_desktop.settings import machine as machines
from bolig_desktop.ui.garbage import Collector
from bolig_desktop.ui.navigation import Page, PageSpec, Place
from bolig_desktop.ui.problems import CrashHandler
from bolig_desktop.ui.settings import applying
from bolig_desktop.ui.theme import STYLE, STYLE_IS_SET, theme
from bolig_desktop.ui.unlock.steps import Next
from bolig_desktop.ui.unlock.window import UnlockWindow
from bolig_desktop.ui.words import tr

if TYPE_CHECKING:
    from bolig_desktop.security.ahead import Ahead
    from bolig_desktop.security.openfile import OpenFile
    from bolig_desktop.ui.background import Job
    from bolig_desktop.ui.closing import Closing
    from bolig_desktop.ui.session import Session
    from bolig_desktop.ui.settings.copies import Copies
    from bolig_desktop.ui.unlock.idle import IdleLock
    from bolig_desktop.ui.workspace import Workspace

FIRST_PLACE = Place(topic="today")
# Read one at a time while the passphrase is being typed, so that the file's own window comes quickly after it.
NEEDED_NEXT = (
    "sqlite_utils.utils",
    "sqlite_utils.plugins",
    "bolig_desktop.storage.file",
    "cryptography.hazmat.primitives.ciphers.aead",
    "cryptography.hazmat.primitives.kdf.argon2",
    "cryptography.hazmat.primitives.kdf.hkdf",
    "filelock",
    "bolig_desktop.security.ahead",
    "bolig_desktop.security.opening",
    "bolig_desktop.tenancies.store",
    "bolig_desktop.casefile.opened",
    "bolig_desktop.casefile.lines",
    "bolig_desktop.ui.main_window",
    "bolig_desktop.ui.workspace",
    "bolig_desktop.ui.help.page",
    "bolig_desktop.ui.settings.copies",
    "bolig_desktop.ui.unlock.idle",
    "bolig_desktop.ui.today.page",
    "bolig_desktop.ui.unlock.beginning",
    "bolig_desktop.casefile.checks",
)
_BETWEEN_READS_MS = 5  # so that no key she types has to wait
_COPIES_AFTER_MS = 3_000  # the first list comes before an old copy is read again
_LAST_SECONDS = 2.0  # for a copy at the end of the session: Windows gives a program five to end in


class Prepared:
    """A main window that was made of a file before it was known to be whole."""

    def __init__(self, open_file: OpenFile, workspace: Workspace) -> None:
        self.workspace = workspace
        self._open_file, self._writes = open_file, open_file.db.conn.total_changes

    def fits(self, open_file: OpenFile) -> bool:
        """Return whether it shows this file as it is now: what was written since is not in it."""
        return self._open_file is open_file and self._writes == open_file.db.conn.total_changes


class Program(QObject):
    """One running program: either the unlock window or a workspace on an open file is in sight."""

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self.crashes = CrashHandler()
        self.crashes.install()
        found = QApplication.instance()
        self._app = found if isinstance(found, QApplication) else _new_application()
        self._app.setDesktopFileName("bolig-desktop")
        self._collector = Collector(self)
        self.machine = machines.read()
        applying.apply(self.machine)
        theme().chosen.connect(self._keep_scheme)
        self._clock = clock
        self.unlock = UnlockWindow(self.machine, clock)
        self.unlock.opening.begun.connect(self._prepare)
        self.unlock.opening.given_up.connect(self._forget_prepared)
        self.unlock.opened.connect(self._use)
        self._prepared: Prepared | None = None
        self.idle: IdleLock | None = None
        self.open_file: OpenFile | None = None
        self.workspace: Workspace | None = None
        self.copies: Copies | None = None
        self.closing: Closing | None = None
        self._is_running = self._session_ends = False
        self.unlock.closing.connect(self._leave_after_all)
        self._app.commitDataRequest.connect(self._end_session)
        self._app.aboutToQuit.connect(self.finish)

    def begin(self, path: Path | None, passphrase: str | None = None, ahead: Ahead | None = None) -> None:
        """Show the first window; with a passphrase the file is opened at once, which ``ahead`` may have begun."""
        pause = 0 if passphrase else _BETWEEN_READS_MS
        if path is not None and passphrase is not None:
            self.unlock.open_with(path, passphrase, ahead)
        else:
            self.unlock.begin(path)
        self.unlock.show()
        QTimer.singleShot(0, self, lambda: self._read_on(iter(NEEDED_NEXT), pause))

    def _read_on(self, names: Iterator[str], pause: int) -> None:
        name = next(names, None)
        if name is not None:
            importlib.import_module("bolig_desktop.storage")  # the driver's shim, before anything of sqlite-utils
            importlib.import_module(name)
            QTimer.singleShot(pause, self, lambda: self._read_on(names, pause))
        else:
            self._collector.start()

    def exec(self) -> int:
        """Run until the last window is closed."""
        self._is_running = True
        return self._app.exec()

    # an open file

    def _prepare(self, open_file: OpenFile) -> None:
        """Make the main window while the file is still being checked; it is not shown before all is well."""
        self._forget_prepared()
        with contextlib.suppress(Exception):  # what is wrong with the file, the checks find and say
            self._prepared = Prepared(open_file, self._made(open_file))
            self._prepared.workspace.window.grab()  # laid out and painted once, so that showing it takes no time

    def _forget_prepared(self) -> None:
        if self._prepared is not None:
            _drop(self._prepared.workspace)
            self._prepared = None

    def _made(self, open_file: OpenFile) -> Workspace:
        from bolig_desktop.casefile.opened import case_of
        from bolig_desktop.ui.workspace import Workspace

        case = case_of(open_file, self._clock)
        workspace = Workspace(case, self.machine.widths, self._more_pages, self._copies_status, self.machine.headings)
        window = workspace.window
        try:
            window.resize(self.machine.window_width or 1280, self.machine.window_height or 720)
            window.go(FIRST_PLACE)
        except BaseException:
            _drop(workspace)  # half-made, it would stand in memory with what it has read
            raise
        return workspace

    def _use(self, open_file: OpenFile) -> None:
        from bolig_desktop.ui.settings.copies import Copies
        from bolig_desktop.ui.unlock.idle import IdleLock

        self.open_file = open_file
        self.copies = Copies(open_file, self.machine)
        prepared = self._prepared
        if prepared is not None and prepared.fits(open_file):
            self._prepared = None
            self._show_workspace(prepared.workspace)
        else:
            self._forget_prepared()
            self._show_workspace(self._made(open_file))
        self.unlock.hide()
        self.copies.changed.connect(self._show_copies)
        self._show_copies()
        QTimer.singleShot(_COPIES_AFTER_MS, self.copies, self.copies.start)
        QTimer.singleShot(_COPIES_AFTER_MS, self.copies, self._drop_unused_photos)
        self.idle = self.idle or self._new_idle_lock(IdleLock(self.machine, busy=self._is_writing))
        self.idle.start()

    def _drop_unused_photos(self) -> None:
        from bolig_desktop.casefile.photos import drop_unused

        if self.workspace is not None:
            with contextlib.suppress(FileTrouble):  # nothing was asked for: the next opening tries again
                drop_unused(self.workspace.case)

    def _is_writing(self) -> bool:
        return self.open_file is not None and self.open_file.is_writing

    def _new_idle_lock(self, idle: IdleLock) -> IdleLock:
        idle.time_is_up.connect(self._lock_as_asked)
        return idle

    def _copies_status(self) -> str:
        return self.copies.status() if self.copies is not None else ""

    def _show_workspace(self, workspace: Workspace) -> None:
        from bolig_desktop.ui.help.page import help_for

        if self.copies is None:
            raise RuntimeError("no file is open")
        self.workspace = workspace
        window = workspace.window
        window.lock_wanted.connect(self.lock)
        window.closing.connect(lambda: self._put_away(Next.CLOSE))
        window.help_wanted.connect(lambda topic: window.go(help_for(topic)))
        self.copies.said.connect(window.say)
        window.showMaximized() if self.machine.window_maximised else window.show()

    def _more_pages(self, session: Session) -> Sequence[PageSpec]:
        from bolig_desktop.ui.help.page import HelpPage

        return [
            PageSpec(
                topic="settings",
                title=tr("Innstillinger"),
                icon="settings",
                make=lambda: self._settings(session),
                at_bottom=True,
                counts=lambda: {"danger": 1} if self.copies is not None and self.copies.notice() else {},
            ),
            PageSpec(topic="help", title=tr("Hjelp"), icon="circle-question-mark", make=HelpPage, at_bottom=True),
        ]

    def _settings(self, session: Session) -> Page:
        from bolig_desktop.ui.settings.page import SettingsPage

        if self.open_file is None or self.copies is None or self.workspace is None:
            raise RuntimeError("no file is open")
        page = SettingsPage(session, self.open_file, self.machine, self.copies)
        window = self.workspace.window
        page.said.connect(window.say)
        page.kept.connect(lambda words: window.toast.say(words, can_undo=True))
        page.rebuild_wanted.connect(self._rebuild)
        page.restore_wanted.connect(self._restore)
        return page

    def _show_copies(self) -> None:
        if self.workspace is not None and self.copies is not None:
            said = self.copies.status()
            self.workspace.window.say(said[:1].upper() + said[1:])
            self.workspace.window.warn(self.copies.notice())

    def _rebuild(self) -> None:
        """Make the main window anew, in the language just chosen, at the place it was."""
        old = self.workspace
        if old is None:
            return
        place = old.window.here() or FIRST_PLACE
        self._remember_window(old)
        old.window.leave_pages()
        if self.open_file is None:
            raise RuntimeError("no file is open")
        workspace = self._made(self.open_file)
        workspace.window.go(place)
        self._show_workspace(workspace)
        self._show_copies()
        _drop(old)

    # putting it away

    def lock(self) -> None:
        """Put the file away and ask for the passphrase again; what was half-filled is kept in it."""
        self._put_away(Next.LOCK)

    def _lock_as_asked(self) -> None:
        if self.workspace is not None:
            self.workspace.window.act("lock").trigger()

    def _restore(self) -> None:
        if self.workspace is not None:
            self.workspace.window.leave_pages()
            self._put_away(Next.RESTORE)

    def _put_away(self, then: Next) -> None:
        """Take the file out of sight, and close it when its last copy is made."""
        from bolig_desktop.ui.closing import Closing

        if self.idle is not None:
            self.idle.stop()
        workspace, self.workspace = self.workspace, None
        copies, self.copies = self.copies, None
        open_file, self.open_file = self.open_file, None
        if workspace is not None:
            self._remember_window(workspace)
            _drop(workspace)
        self._keep()
        if copies is None or open_file is None:
            return
        self._app.setQuitOnLastWindowClosed(False)  # there may be none for a moment
        closing = self.closing = Closing(open_file, copies, then, self)
        closing.lasts.connect(self._show_putting_away)
        closing.closed.connect(self._is_put_away)
        closing.begin(within=_LAST_SECONDS if self._session_ends else None)

    def _show_putting_away(self, job: Job) -> None:
        if self.closing is not None:
            self.unlock.put_away(job, self.closing.then)
            self.unlock.show()

    def _is_put_away(self, why: str) -> None:
        closing, self.closing = self.closing, None
        self._session_ends = False
        self._app.setQuitOnLastWindowClosed(True)
        if closing is None:
            return
        closing.deleteLater()
        if closing.then is Next.RESTORE:
            self.unlock.begin_restore(closing.path)
        elif closing.then is Next.LOCK or why:
            self.unlock.begin(closing.path, locked=True)
        else:
            self._leave()
            return
        self.unlock.show()
        if why:
            self.unlock.tell(why)

    def _leave(self) -> None:
        self.unlock.let_go()
        if self._is_running and not any(window.isVisible() for window in self._app.topLevelWidgets()):
            self._app.quit()

    def _leave_after_all(self) -> None:
        """Let the program end when the file is closed: she has closed the window that tells it is on its way."""
        if self.closing is not None:
            self.closing.then = Next.CLOSE

    def _end_session(self) -> None:
        """Note that the machine is switched off or logged out of: there are seconds left."""
        self._session_ends = True

    def finish(self) -> None:
        """Close a file that is being put away now, with or without its copy."""
        if self.closing is not None:
            self.closing.finish()

    def _remember_window(self, workspace: Workspace) -> None:
        window = workspace.window
        self.machine.window_maximised = window.isMaximized()
        if not window.isMaximized():
            self.machine.window_width, self.machine.window_height = window.width(), window.height()

    def _keep_scheme(self) -> None:
        self.machine.scheme = str(theme().scheme)
        self._keep()

    def _keep(self) -> None:
        with contextlib.suppress(OSError):
            machines.write(self.machine)


def _new_application() -> QApplication:
    # Asked for by name on the command line, the style need not be wrapped for Python: a tenth of the start.
    app = QApplication(["bolig-desktop", "-style", STYLE])
    app.setProperty(STYLE_IS_SET, True)
    return app


def _drop(workspace: Workspace) -> None:
    workspace.window.be_still()
    workspace.window.hide()
    workspace.window.deleteLater()
    workspace.deleteLater()
