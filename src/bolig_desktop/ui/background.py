"""Long work away from the window's thread: it gets plain facts, tells how far it is, and can be stopped."""

import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from queue import Empty, SimpleQueue
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, Qt, QThreadPool, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui.words import tr

PATIENCE_MS = 300
"""Work that is done before that is not worth showing: it would only flash."""
_LOOK_UP_SECONDS = 0.1


class Stopped(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The user stopped the work; what was finished before stays finished."""


class Progress:
    """Handed to the work: ``say`` how far it is, and it stops there if the user has asked for it."""

    def __init__(self, tell: Callable[[int, int, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def say(self, done: int, of: int, words: str = "") -> None:
        """Tell that ``done`` of ``of`` is finished and what comes now. Raises Stopped where that is wished."""
        self.go_on()
        self._tell(done, of, words)

    def go_on(self) -> None:
        """Do nothing. Raises Stopped where the work is to stop."""
        if self._stop.is_set():
            raise Stopped

    def stop(self) -> None:
        """Ask the work to stop at its next ``say``."""
        self._stop.set()


T = TypeVar("T")


class Feed(Generic[T]):
    """Pieces that only the window's thread may read, handed to work beside it a few ahead of what is taken.

    Whoever begins the work calls ``more`` once for each piece ahead, and again each time the work tells of one.
    """

    def __init__(self, pieces: Iterable[T]) -> None:
        self._pieces = iter(pieces)
        self._read: SimpleQueue[tuple[T] | Exception | None] = SimpleQueue()

    def more(self) -> None:
        """Read one more piece, on the window's thread; what reading raises is raised where it is taken."""
        try:
            self._read.put(next(((piece,) for piece in self._pieces), None))
        except Exception as error:
            self._read.put(error)

    def taken(self, progress: Progress) -> Iterator[T]:
        """Yield the pieces, on the work's thread. Raises Stopped, also while it waits for one."""
        while (piece := self._next(progress)) is not None:
            yield piece[0]

    def _next(self, progress: Progress) -> tuple[T] | None:
        while True:
            progress.go_on()
            try:
                found = self._read.get(timeout=_LOOK_UP_SECONDS)
            except Empty:
                continue
            if isinstance(found, Exception):
                raise found
            return found


class Job(QObject):
    """One piece of work under way.

    Signals, on the window's thread: ``told(done, of, words)``; then one of ``done(result)``, ``stopped()`` and
    ``failed(error)``; last ``ended()``. Errors nobody listens to go to the crash handler as any other.
    ``stop()`` asks the work to stop at its next word.
    """

    told = Signal(int, int, str)
    done = Signal(object)
    stopped = Signal()
    failed = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stop: Callable[[], None] = lambda: None
        self.is_running = True


class _Run(QRunnable):
    def __init__(self, bridge: "_Bridge", work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._bridge, self._work = bridge, work

    def run(self) -> None:
        how, what = self._outcome()
        del self._work  # Background holds it until the news has come: what hangs on it must not end on this thread
        self._bridge.came.emit(how, what)

    def _outcome(self) -> tuple[str, Any]:
        try:
            return "done", self._work(self._bridge.progress)
        except Stopped:
            return "stopped", None
        except Exception as error:
            traceback.clear_frames(error.__traceback__)
            return "failed", error


class _Bridge(QObject):
    """Carries news and outcome over to the window's thread: queued, so who listens after ``run`` hears all."""

    came = Signal(str, object)
    told = Signal(int, int, str)

    def __init__(self, job: Job, then: Callable[[str, Any], None]) -> None:
        super().__init__(job)
        self.progress = Progress(self.told.emit)
        job.stop = self.progress.stop
        self._job, self._then = job, then
        self.came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self.told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def _tell(self, done: int, of: int, words: str) -> None:
        self._job.told.emit(done, of, words)

    def _take(self, how: str, what: Any) -> None:
        then, self._then = self._then, lambda how, what: None  # or who asked would end with the job, which is theirs
        then(how, what)


class Background(QObject):
    """Runs work one piece after the other, so two never write to the same folder at once."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._under_way: dict[Job, tuple[_Bridge, Callable[[Progress], Any]]] = {}

    def run(self, work: Callable[[Progress], Any], *, done: Callable[[Any], object] | None = None,
            failed: Callable[[Exception], object] | None = None) -> Job:  # fmt: skip
        """Start ``work`` (no Qt, no case file in it) and return at once; ``done`` gets what it returns.

        Without ``failed`` an error in the work is raised again on the window's thread, for the crash handler.
        """
        job = Job(self)
        bridge = _Bridge(job, lambda how, what: self._came(job, how, what, done, failed))
        self._under_way[job] = bridge, work
        self._pool.start(_Run(bridge, work))
        return job

    def _came(self, job: Job, how: str, what: Any, done: Callable[[Any], object] | None,
              failed: Callable[[Exception], object] | None) -> None:  # fmt: skip
        self._under_way.pop(job)
        job.is_running = False
        try:
            if how == "done":
                job.done.emit(what)
                if done is not None:
                    done(what)
            elif how == "stopped":
                job.stopped.emit()
            else:
                job.failed.emit(what)
                if failed is None:
                    raise what
                failed(what)
        finally:
            job.ended.emit()
            job.deleteLater()

    def stop(self) -> None:
        """Ask everything under way to stop; what is begun next comes after it."""
        for job in self._under_way:
            job.stop()

    def wait(self) -> None:
        """Stop everything under way and wait for it; called before the window goes."""
        self.stop()
        self._pool.waitForDone()

    def finish(self) -> None:
        """Wait, and let the news come now: for an owner that nothing else keeps, or who has no use for it later.

        News that comes later might be the last that keeps the owner alive, and end it inside its own slot.
        """
        self.wait()
        for bridge, _ in list(self._under_way.values()):
            QCoreApplication.sendPostedEvents(bridge, QEvent.Type.MetaCall)


class ProgressLine(QWidget):
    """What is being done, a bar, and the button that stops it; stop: what that is called, by default «Stopp»."""

    def __init__(self, job: Job, words: str, *, stop: str = "") -> None:
        super().__init__()
        self.label = QLabel(words)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(words)
        self.stop = QPushButton(stop or tr("Stopp"))
        self.stop.clicked.connect(lambda: job.stop())
        self.stop.clicked.connect(lambda: self.label.setText(tr("Stopper …")))
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 6)
        column.addWidget(self.label)
        column.addLayout(row)
        job.told.connect(self._told)
        job.ended.connect(self.hide)

    def _told(self, done: int, of: int, words: str) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        if words:
            self.label.setText(words)
