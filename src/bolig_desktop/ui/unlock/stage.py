"""Where the steps are shown: what was asked for is done, or it is said what is in the way and what to do about it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.errors import FileTrouble, TroubleKind
from bolig_desktop.settings import machine as machines
from bolig_desktop.settings.machine import Machine
from bolig_desktop.ui.unlock import troubles
from bolig_desktop.ui.unlock.asking import Asking
from bolig_desktop.ui.unlock.steps import Step
from bolig_desktop.ui.words import tr

if TYPE_CHECKING:
    from bolig_desktop.security.ahead import Ahead
    from bolig_desktop.security.openfile import OpenFile
    from bolig_desktop.security.slots import Cost
    from bolig_desktop.ui.background import Background, Progress


class Stage(QObject):
    """Signals: ``step_made(step)``, the next thing to ask; ``begun(open_file)``, when a file can be read but is not
    checked yet; ``given_up()``, before it is closed again unused; ``opened(open_file)``, when all is done.

    cost: of guessing a new passphrase, the real one unless tests give a cheaper one.
    """

    step_made = Signal(object)
    begun = Signal(object)
    given_up = Signal()
    opened = Signal(object)

    def __init__(self, machine: Machine, clock: Clock, asking: Asking, *, cost: Cost | None = None) -> None:
        super().__init__()
        self.machine, self.step = machine, Step("")
        self._clock, self._asking, self._cost = clock, asking, cost
        self._path: Path | None = None
        self._in_hand: OpenFile | None = None
        self._kept_aside = ""
        self._jobs: Background | None = None
        self._is_opening = False
        self._anew: Callable[[], object] = lambda: None

    @property
    def _background(self) -> Background:
        from bolig_desktop.ui.background import Background

        self._jobs = self._jobs or Background(self)
        return self._jobs

    def again(self) -> None:
        """Ask the same thing anew, in the language the screen is in now; not while a file is being opened."""
        if not self._is_opening:
            self._anew()

    def open_file(self) -> OpenFile:
        """Return the file that is open but not in use yet. Raises RuntimeError where there is none."""
        if self._in_hand is None:
            raise RuntimeError("no file is open")
        return self._in_hand

    def leave(self) -> None:
        """Close a file that is not in use yet; called when the window closes."""
        if self._jobs is not None:
            self._jobs.wait()
        self._put_away()

    def _put_away(self) -> None:
        if self._in_hand is not None:
            self.given_up.emit()
            self._in_hand.close()
            self._in_hand = None

    def _remember(self, path: Path) -> None:
        self.machine.last_file = str(path)
        with contextlib.suppress(OSError):
            machines.write(self.machine)

    def _show(self, step: Step, anew: Callable[[], object]) -> None:
        self.step, self._anew = step, anew
        self.step_made.emit(step)

    def _wait(self, words: str) -> None:
        self.step.say(None)
        self.step.wait(words)

    def _do(self, work: Callable[[], None], words: str, **does: Callable[[], None] | None) -> None:
        """Say what is being done, let it be seen, and do it; ``does`` are the ways on where it cannot be done."""
        self._wait(words)
        self.step.window().repaint()
        ways = {name: act for name, act in does.items() if act is not None}

        def now() -> None:
            step = self.step
            try:
                work()
            except FileTrouble as trouble:
                self._say(trouble, **ways)
            finally:
                if self.step is step:
                    step.wait("")

        QTimer.singleShot(0, self, now)

    def _open_behind(self, ahead: Ahead, words: str, **does: Callable[[], None]) -> None:
        """Say that a file is being opened on a thread of its own, and go on with it when it is."""
        self._wait(words)
        self._is_opening = True
        step = self.step

        def behind(progress: Progress) -> OpenFile:
            self._in_hand = opened = ahead.begun()  # at once: who leaves now must find it to close it
            progress.say(1, 2)
            ahead.checked()
            return opened

        def came(opened: OpenFile) -> None:
            from bolig_desktop.security.opening import accept

            self._is_opening = False
            if self._in_hand is not opened:  # put away again before the news of it came
                return
            try:
                accept(opened)
                self._take(opened)
            except Exception as error:
                failed(error)
            finally:
                if self.step is step:
                    step.wait("")

        def failed(error: Exception) -> None:
            self._is_opening = False
            self._put_away()
            self._failed(error, **does)

        job = self._background.run(behind, done=came, failed=failed)
        job.told.connect(lambda: self.begun.emit(self._in_hand) if self._in_hand is not None else None)

    def _take(self, opened: OpenFile) -> None:
        """Go on with an open file."""
        raise NotImplementedError

    def _failed(self, error: Exception, **does: Callable[[], None]) -> None:
        self.step.wait("")
        if not isinstance(error, FileTrouble):
            raise error
        self._say(error, **does)

    def _ways_on(self) -> dict[str, Callable[[], object]]:
        """Return what can be done about a trouble at this step."""
        raise NotImplementedError

    def _say(self, trouble: FileTrouble, **does: Callable[[], None]) -> None:
        under: QWidget | None = None
        if trouble.kind is TroubleKind.SYNCED_FOLDER and "anyway" in does:
            under = troubles.Anyway(tr("Åpne likevel"), does["anyway"])
        if trouble.kind is TroubleKind.COPY_DAMAGED and "rows" in does:
            under = troubles.rows_button(does["rows"])
        self.step.wait("")
        self.step.say(troubles.trouble_banner(trouble, {**self._ways_on(), **does}), under)
        again = getattr(self.step, "again", None)
        if again is not None:
            again()
