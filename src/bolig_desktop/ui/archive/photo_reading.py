"""Photos read beside the window and then attached in one step: what could be read comes in, the rest is told of."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal

from bolig_desktop.casefile import CaseFile, photos
from bolig_desktop.casefile.photos import Holder
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.exchange.photos import Batch, Source, read_into
from bolig_desktop.text.sentences import problem_sentence, sentence, trouble_sentence
from bolig_desktop.ui.background import Background, Job
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import language

MOST_AT_ONCE = 50
"""They wait in memory until all are read, a few hundred kilobytes each."""


class Outcome(NamedTuple):
    """How many were wanted and have been attached, and a sentence for each that was not."""

    wanted: int
    attached: int
    said: list[str]


class PhotoReading(QObject):
    """One batch at a time. Signal ``ended(outcome)``; nothing stands in the file before that, and then all of it."""

    ended = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._background = Background(self)
        self._batch: tuple[Holder, Batch, int] | None = None

    @property
    def is_running(self) -> bool:
        """Whether photos are being read."""
        return self._batch is not None

    def begin(self, holder: Holder, sources: Sequence[Source]) -> Job | None:
        """Begin to read photos of ``holder`` and return the job; None where there are too many, which is told of."""
        if len(sources) > MOST_AT_ONCE:
            said = sentence("photo.too_many", language(), count=len(sources), most=MOST_AT_ONCE)
            self.ended.emit(Outcome(len(sources), 0, [said]))
            return None
        batch = Batch()
        self._batch = holder, batch, len(sources)
        job = self._background.run(lambda progress: read_into(batch, sources, progress.say))
        job.ended.connect(self.finish)
        return job

    def finish(self) -> None:
        """Stop reading and attach what has been read; called also before the file may be closed."""
        begun, self._batch = self._batch, None
        if begun is None:
            return
        self._background.finish()
        holder, batch, wanted = begun
        said = [problem_sentence(problem, language()) for problem in batch.refused]
        try:
            found = self._session.run(lambda case: _attached(case, holder, batch))
        except FileTrouble as trouble:
            self.ended.emit(Outcome(wanted, 0, [*said, trouble_sentence(trouble, language())]))
        else:
            self.ended.emit(Outcome(wanted, len(batch.read) - len(found), said + found))


def _attached(case: CaseFile, holder: Holder, batch: Batch) -> list[str]:
    """Attach what was read and return a sentence for each photo the rules refuse."""
    said, today = [], case.clock()
    for source, scaled in batch.read:
        taken_on = min(scaled.taken_on or today, today)  # a camera's clock may be wrong
        photo = holder.photo(taken_on=taken_on, width=scaled.width, height=scaled.height)
        try:
            photos.attach(case, photo, scaled.content)
        except Refused as refused:
            said += [f"{source.name}: {problem_sentence(problem, language())}" for problem in refused.problems]
    return said
