"""Papers written into a folder beside the window: each is read here and written there, a few at a time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from bolig_desktop.archive.records import PaperLine
from bolig_desktop.errors import FileTrouble
from bolig_desktop.exchange.archive_bundle import outgoing, write_folder
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.background import Background, Feed, Job
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import language

_AHEAD = 3


class FolderMaking(QObject):
    """One folder at a time. Signals: ``made(folder)``; or ``not_made(sentence)``, where something is in the way.

    Stopped or not made, nothing lies there.
    """

    made = Signal(object)
    not_made = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._job: Job | None = None

    def begin(self, papers: Sequence[PaperLine], folder: Path) -> Job:
        """Begin to write the papers into a new folder within ``folder``, and return the job."""
        case, count = self._session.case, len(papers)
        feed = Feed(outgoing(case, line.id) for line in papers)
        day = case.clock()
        job = self._background.run(
            lambda progress: write_folder(folder, day, feed.taken(progress), lambda done: progress.say(done, count)),
            done=self.made.emit,
            failed=self._failed,
        )
        job.told.connect(lambda *_: feed.more())
        job.ended.connect(self._forget)
        self.destroyed.connect(job.stop)
        for _ in range(_AHEAD):
            feed.more()
        self._job = job
        return job

    def stop(self) -> bool:
        """Ask it to stop, and say whether there was anything to stop."""
        if self._job is None:
            return False
        self._job.stop()
        return True

    def finish(self) -> None:
        """Stop and wait until nothing is under way; called before the file may be closed."""
        self._background.finish()

    def _forget(self) -> None:
        self._job = None

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, FileTrouble):
            raise error
        self.not_made.emit(trouble_sentence(error, language()))
