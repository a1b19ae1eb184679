"""Many letters made one after the other while the window lives: filed, printed or saved, and stopped when wished."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtPrintSupport import QPrinter

from bolig_desktop.archive.records import Paper as ArchivedPaper
from bolig_desktop.casefile import CaseFile
from bolig_desktop.documents import batch
from bolig_desktop.documents.batch import Line
from bolig_desktop.documents.filing import WHAT, NotSaved, Target
from bolig_desktop.errors import FileTrouble, Refused
from bolig_desktop.text.sentences import trouble_sentence
from bolig_desktop.ui.documents.pages import Paper
from bolig_desktop.ui.documents.printing import PrintJob
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.session import Session
from bolig_desktop.ui.words import language, tr

File = Callable[[Callable[[bytes], object]], bytes]
"""Files one letter; what it is called with gets the bytes first, and by raising keeps them from being filed."""


class NotPrinted(Exception):  # noqa: N818 - reads as a sentence where it is raised
    """The printer took no more."""


class Out(Protocol):
    """Where letters go; a piece of the work ends with each ``yield``, so that the window can live in between."""

    def begin(self) -> bool:
        """Say whether letters can go there at all; nothing is filed where they cannot."""

    def put(self, name: str, file: File) -> Iterator[None]:
        """File one letter and put it there. Raises Refused, FileTrouble, NotSaved and NotPrinted."""

    def end(self) -> bool:
        """Let go; say whether all of it went there."""


class ToPrinter:
    """Onto one printer as one job. A letter is filed before its pages go, so that none leaves unfiled."""

    def __init__(self, printer: QPrinter) -> None:
        self._job = PrintJob(printer)

    def begin(self) -> bool:
        """Begin the job."""
        return self._job.begin()

    def put(self, name: str, file: File) -> Iterator[None]:
        """File one letter and print its pages."""
        yield from self.print_pages(file(lambda content: None))

    def print_pages(self, content: bytes) -> Iterator[None]:
        """Print the pages of a letter that is filed already. Raises NotPrinted."""
        paper = Paper(content)
        try:
            for page in range(paper.count()):
                yield
                if not self._job.print_page(paper, page):
                    raise NotPrinted
            if not self._job.end_paper(paper):
                raise NotPrinted
        finally:
            paper.close()

    def end(self) -> bool:
        """Send the job off."""
        return self._job.end()


class EachToPrinter:
    """Onto one printer, each paper as a job of its own."""

    def __init__(self, printer: QPrinter) -> None:
        self._printer = printer

    def begin(self) -> bool:
        """Say whether the printer is there."""
        return self._printer.isValid()

    def put(self, name: str, file: File) -> Iterator[None]:
        """File one paper and print it; where the printer takes no job, nothing is filed."""
        one = ToPrinter(self._printer)
        if not one.begin():
            raise NotPrinted
        try:
            yield from one.put(name, file)
        finally:
            taken = one.end()
        if not taken:
            raise NotPrinted

    def end(self) -> bool:
        """Nothing is left to be done."""
        return True


class ToFolder:
    """As files in a folder, named by paper and case alone (law.md AG-3); what lies there is never written over."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def begin(self) -> bool:
        """Say whether the folder is there."""
        return self._folder.is_dir()

    def put(self, name: str, file: File) -> Iterator[None]:
        """Put one letter there and on its case, both or neither."""
        targets: list[Target] = []
        with ExitStack() as stack:

            def make_ready(content: bytes) -> None:
                path = _free(self._folder, name, content)
                if path is not None:
                    targets.append(stack.enter_context(Target(path)))
                    targets[0].make_ready(content)

            file(make_ready)
            for target in targets:
                target.finish()
        yield from ()

    def end(self) -> bool:
        """Nothing is left to be done."""
        return True


def _free(folder: Path, name: str, content: bytes) -> Path | None:
    """Return a name nothing has there, ``D11a-34.pdf`` or ``D11a-34-2.pdf``; None where the very letter lies there.

    Raises NotSaved.
    """
    try:
        path, number = folder / f"{name}.pdf", 1
        while path.exists():
            if path.is_file() and path.read_bytes() == content:
                return None
            number += 1
            path = folder / f"{name}-{number}.pdf"
    except OSError as error:
        raise NotSaved(filed=False) from error
    return path


@dataclass
class Outcome:
    """What came of a run. made: lines and the ids of their papers; failed: with the sentence that says why.

    left: those it did not come to. trouble: what stopped it, or kept all of it from coming out; "" for nothing.
    """

    made: list[tuple[Line, int]] = field(default_factory=list)
    failed: list[tuple[Line, str]] = field(default_factory=list)
    left: list[Line] = field(default_factory=list)
    trouble: str = ""


class BatchRun(QObject):
    """Makes a letter for each line, a piece at each turn of the event loop, since the case file has one thread.

    Signals: ``told(done, line)`` before each letter; ``ended(Outcome)`` once.
    """

    told = Signal(int, object)
    ended = Signal(object)

    def __init__(self, session: Session, letter: str, lines: Sequence[Line], code: str, out: Out,
                 parent: QObject | None = None, *, explained: bool = False) -> None:  # fmt: skip
        """``code`` is the written form; ``explained``: a page in each household's language is behind."""
        super().__init__(parent)
        self._session, self._letter, self._code, self._out = session, letter, code, out
        self._explained = explained
        self.outcome = Outcome(left=list(lines))
        self._stopping = False
        self._pieces = self._work()
        self._turn = QTimer(self)
        self._turn.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether there is more to come."""
        return self._turn.isActive()

    def start(self) -> None:
        """Begin, and return at once."""
        self._session.gather(True)
        self._turn.start(0)

    def stop(self) -> None:
        """Stop after the letter under way; what is made stays made."""
        self._stopping = True

    def stop_now(self) -> None:
        """Stop, and be done with the letter under way before returning: the file may be closed next."""
        self.stop()
        while self.is_running:
            self._go_on()

    def _go_on(self) -> None:
        try:
            next(self._pieces)
        except StopIteration:
            self._end()
        except BaseException:
            self._end()
            raise

    def _end(self) -> None:
        self._turn.stop()
        self._session.gather(False)
        self.ended.emit(self.outcome)

    def _work(self) -> Iterator[None]:
        if not self._out.begin():
            self.outcome.trouble = self._cannot_begin()
            return
        try:
            while self.outcome.left and not self._stopping and not self.outcome.trouble:
                self.told.emit(len(self.outcome.made) + len(self.outcome.failed), self.outcome.left[0])
                yield
                if not self._stopping:
                    yield from self._one(self.outcome.left.pop(0))
        finally:
            if not self._out.end() and not self.outcome.trouble:
                self.outcome.trouble = self._not_printed()

    def _cannot_begin(self) -> str:
        return tr("Ingen brev er laget. Skriveren eller mappen kan ikke brukes nå; velg en annen.")

    def _one(self, line: Line) -> Iterator[None]:
        """Make one letter; an error is this one's alone, but where the file or the printer takes no more."""
        paper_ids: list[int] = []

        def file(ready: Callable[[bytes], object]) -> bytes:
            def make(case: CaseFile) -> bytes:
                paper, content = self._filed(case, line, ready)
                paper_ids.append(paper.id or 0)
                return content

            return self._session.run(make, WHAT)

        try:
            yield from self._out.put(f"{self._letter}-{line.subject_id}", file)
        except Refused as refused:
            self.outcome.failed.append((self._as_now(line), sentences_for(refused.problems, language())[0][0]))
        except NotSaved as problem:
            said = tr("Brevet ligger under Papirer, men filen kunne ikke lagres.") if problem.filed else tr(
                "Filen kunne ikke lagres, så brevet er ikke laget."
            )  # fmt: skip
            self.outcome.failed.append((line, said))
        except FileTrouble as trouble:
            self.outcome.left.insert(0, line)
            self.outcome.trouble = trouble_sentence(trouble, language())
        except NotPrinted:
            if paper_ids:
                self.outcome.made.append((line, paper_ids[0]))
            else:
                self.outcome.left.insert(0, line)
            self.outcome.trouble = self._not_printed()
        except Exception:
            self.outcome.failed.append((line, tr("Noe gikk galt i programmet. Se under Papirer om brevet er laget.")))
            raise
        else:
            self.outcome.made.append((line, paper_ids[0]))

    def _filed(self, case: CaseFile, line: Line, ready: Callable[[bytes], object]) -> tuple[ArchivedPaper, bytes]:
        """Make and file the letter of one line."""
        return batch.make(case, self._letter, line, self._code, explained=self._explained, ready=ready)

    def _not_printed(self) -> str:
        return tr(
            "Skriveren tok ikke imot alt. Brevene som er laget, ligger under Papirer; se hva som kom ut, og skriv "
            "dem ut på nytt."
        )

    def _as_now(self, line: Line) -> Line:
        """Return the line as it is called now: what was refused may have become shielded since it was chosen."""
        return next(iter(batch.plan(self._session.case, self._letter, only={line.id})), line)


class Reprint(BatchRun):
    """Prints once more what runs have made, from the archive; nothing is filed."""

    def __init__(self, session: Session, made: Sequence[tuple[Line, int]], printer: QPrinter,
                 parent: QObject | None = None) -> None:  # fmt: skip
        self._printer = ToPrinter(printer)
        self._papers = {line.id: paper_id for line, paper_id in made}
        super().__init__(session, "", [line for line, _ in made], "", self._printer, parent)

    def _cannot_begin(self) -> str:
        return tr("Ingen brev er skrevet ut på nytt. Skriveren kan ikke brukes nå; velg en annen.")

    def _one(self, line: Line) -> Iterator[None]:
        paper = self._session.case.papers.get(self._papers[line.id])
        self.outcome.made.append((line, paper.id or 0))
        try:
            yield from self._printer.print_pages(paper.content)
        except NotPrinted:
            self.outcome.trouble = self._not_printed()
