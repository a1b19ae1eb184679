"""A copy made beside the window: the file is read and the copy proved on a thread of its own, while she works on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer

from bolig_desktop.errors import FileTrouble
from bolig_desktop.security import backup
from bolig_desktop.security.copying import Copying
from bolig_desktop.ui.background import Background, Job

if TYPE_CHECKING:
    from bolig_desktop.security.openfile import OpenFile

ATTEMPTS = 3
"""How many times the file is read where she writes meanwhile, before it is enough."""
_WAIT_MS = 200
"""How long it waits before it looks whether a change under way, such as a long import, has come to its end."""

Made = Callable[[list[Path]], object]
Failed = Callable[[FileTrouble], object]


class _Wanted(NamedTuple):
    folders: tuple[Path, ...]
    reason: str
    made: Made
    failed: Failed
    outdone: Callable[[], object]
    job: Job


class CopyMaking(QObject):
    """One copy at a time. made: gets the finished copies. failed: gets what was in the way; both on this thread.

    outdone: called where she has written all the while and nobody insists on a copy; where somebody does, the window
    waits for it in the end.
    """

    def __init__(self, open_file: OpenFile, background: Background) -> None:
        super().__init__(background)
        self._open_file, self._background = open_file, background
        self._job: Job | None = None
        self._stop: Callable[[], None] = lambda: None
        self._is_stopping = self._is_wanted = False

    @property
    def job(self) -> Job | None:
        """The copy under way, None where there is none."""
        return self._job

    def begin(
        self,
        folders: Sequence[Path],
        reason: str,
        made: Made,
        failed: Failed,
        outdone: Callable[[], object] = lambda: None,
    ) -> Job:
        """Begin a copy and return a job that lasts until it is made, however often the file is read for it."""
        job = Job(self)
        job.stop = self._ask_to_stop
        self._job, self._is_stopping, self._is_wanted = job, False, False
        self._attempt(_Wanted(tuple(folders), reason, made, failed, outdone, job), 1)
        return job

    def insist(self) -> None:
        """Let the window wait for the copy under way if she writes all the while."""
        self._is_wanted = True

    def forget(self) -> None:
        """Take nothing more of what is under way; the work itself is the owner's to stop (``Background``)."""
        if self._job is not None:
            self._end(self._job)

    def _attempt(self, wanted: _Wanted, number: int) -> None:
        if wanted.job is not self._job or self._waits(wanted, lambda: self._attempt(wanted, number)):
            return
        first, *more = wanted.folders
        try:
            copying = Copying(self._open_file, first, reason=wanted.reason, more=more)
        except FileTrouble as trouble:
            self._failed(wanted, trouble)
            return
        self._follow(
            wanted,
            self._background.run(
                lambda progress: copying.take(progress.say),
                done=lambda _: self._taken(wanted, copying, number, None),
                failed=lambda error: self._taken(wanted, copying, number, error),
            ),
        )

    def _taken(self, wanted: _Wanted, copying: Copying, number: int, error: Exception | None) -> None:
        if wanted.job is not self._job:
            copying.drop()
            return
        if self._waits(wanted, lambda: self._taken(wanted, copying, number, error)):
            return
        try:
            holds = copying.holds()
        except FileTrouble as trouble:
            copying.drop()
            self._failed(wanted, trouble)
            return
        if not holds:
            copying.drop()
            self._again(wanted, number + 1)
        elif error is not None:
            self._not_made(wanted, error)
        else:
            self._follow(
                wanted,
                self._background.run(
                    lambda progress: backup.kept(copying, progress.say),
                    done=lambda made: self._finished(wanted, copying, made),
                    failed=lambda error: self._not_made(wanted, error),
                ),
            )

    def _waits(self, wanted: _Wanted, then: Callable[[], None]) -> bool:
        """Return whether this must come later: in the middle of a change there is nothing to copy, or to compare."""
        is_early = wanted.job is self._job and self._open_file.is_writing
        if is_early:
            QTimer.singleShot(_WAIT_MS, self, then)
        return is_early

    def _again(self, wanted: _Wanted, number: int) -> None:
        if number <= ATTEMPTS:
            self._attempt(wanted, number)
            return
        if not self._is_wanted:
            self._end(wanted.job)
            wanted.outdone()
            return
        try:
            made = backup.keep_copies(self._open_file, wanted.folders, reason=wanted.reason)
        except FileTrouble as trouble:
            self._failed(wanted, trouble)
        else:
            self._made(wanted, made)

    def _finished(self, wanted: _Wanted, copying: Copying, made: list[Path]) -> None:
        if wanted.job is self._job:
            backup.note_loss(self._open_file, copying)
            self._made(wanted, made)

    def _made(self, wanted: _Wanted, made: list[Path]) -> None:
        self._end(wanted.job)
        wanted.made(made)

    def _not_made(self, wanted: _Wanted, error: Exception) -> None:
        if wanted.job is not self._job:
            return
        if not isinstance(error, FileTrouble):
            self._end(wanted.job)
            raise error
        self._failed(wanted, error)

    def _failed(self, wanted: _Wanted, trouble: FileTrouble) -> None:
        self._end(wanted.job)
        wanted.failed(trouble)

    def _follow(self, wanted: _Wanted, part: Job) -> None:
        """Let one piece of the work tell through the whole one's job."""
        self._stop = part.stop
        part.told.connect(wanted.job.told)
        part.stopped.connect(lambda: self._stopped(wanted))
        if self._is_stopping:
            part.stop()

    def _ask_to_stop(self) -> None:
        self._is_stopping = True
        self._stop()

    def _stopped(self, wanted: _Wanted) -> None:
        if wanted.job is self._job:
            wanted.job.stopped.emit()
            self._end(wanted.job)

    def _end(self, job: Job) -> None:
        self._job = None
        job.is_running = False
        job.ended.emit()
        job.deleteLater()
