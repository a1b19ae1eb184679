"""Sentences for broken rules, and the calm box for what nobody foresaw."""

import sys
from collections.abc import Callable, Iterable
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout

from bolig_desktop.errors import Problem
from bolig_desktop.ui.words import tr

NO_BREAK = "\u00a0"


def sentence_of(problem: Problem, language: str) -> str:
    """Return the sentence for one broken rule in ``language``, with its section of law behind it."""
    from bolig_desktop.text.sentences import problem_sentence  # not for the first window: nothing is wrong yet

    words = problem_sentence(problem, language)
    words = words.replace("§ ", f"§{NO_BREAK}")
    section = problem.section.replace("§ ", f"§{NO_BREAK}")
    return f"{words} ({section})" if section and section not in words else words


def sentences_for(problems: Iterable[Problem], language: str) -> list[tuple[str, bool]]:
    """Return each problem as the sentence to show and whether it is hard (True) or a warning."""
    return [(sentence_of(problem, language), problem.hard) for problem in problems]


def by_field(problems: Iterable[Problem], language: str) -> dict[str, list[tuple[str, bool]]]:
    """Return the sentences gathered by the field they stand beside; "" holds those of the whole record."""
    gathered: dict[str, list[tuple[str, bool]]] = {}
    for problem in problems:
        gathered.setdefault(problem.field, []).append((sentence_of(problem, language), problem.hard))
    return gathered


def report_of(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Return what happened where in the program, without the error's own words: they may name a person."""
    import platform  # not for the first window: nothing is wrong yet
    import traceback

    lines = [f"{kind.__module__}.{kind.__qualname__}"]
    for step in traceback.extract_tb(trace):
        place = step.filename.replace("\\", "/").rpartition("/bolig_desktop/")[2].rpartition("/site-packages/")[2]
        lines.append(f"  {place.rpartition('/')[2] if place.startswith('/') else place}:{step.lineno} {step.name}")
    lines.append(f"Python {platform.python_version()}, {platform.system()}")
    return "\n".join(lines)


class CrashBox(QDialog):
    """Says that something went wrong, that what is saved is safe, and has a report that may be copied."""

    def __init__(self, report: str) -> None:
        super().__init__(QApplication.activeWindow())
        self.setWindowTitle(tr("Bolig – noe gikk galt"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(440)
        heading = QLabel(tr("Noe gikk galt i programmet"))
        heading.setProperty("role", "case-title")
        words = QLabel(
            tr(
                "Det du har lagret, er trygt. Det siste du gjorde, ble kanskje ikke lagret: se etter at det står "
                "der. Du kan arbeide videre. Skjer det igjen, send teksten under til den som hjelper deg. "
                "Den inneholder ingen opplysninger om personer."
            )
        )
        words.setWordWrap(True)
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setFixedHeight(140)
        self.report.setAccessibleName(tr("Rapport"))
        copy = QPushButton(tr("Kopier teksten"))
        copy.clicked.connect(lambda: QApplication.clipboard().setText(report))
        go_on = QPushButton(tr("Fortsett"))
        go_on.setProperty("role", "main")
        go_on.setDefault(True)
        go_on.clicked.connect(self.accept)
        acts = QHBoxLayout()
        acts.addStretch(1)
        acts.addWidget(copy)
        acts.addWidget(go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 18)
        column.setSpacing(12)
        for part in (heading, words, self.report):
            column.addWidget(part)
        column.addLayout(acts)
        go_on.setFocus()


class CrashHandler(QObject):
    """Takes every error nobody caught, also in Qt slots and other threads, and shows the calm box once.

    Signal ``crashed(report)``; ``log`` is given the same report to write down.
    """

    crashed = Signal(str)

    def __init__(self, log: Callable[[str], None] | None = None) -> None:
        super().__init__()
        self._log = log
        self._box: CrashBox | None = None
        self._earlier = sys.excepthook
        self.reports: list[str] = []
        self.crashed.connect(self._show, Qt.ConnectionType.QueuedConnection)

    def install(self) -> None:
        """Take over from Python's own handler; call it on the first line of the window's start."""
        self._earlier = sys.excepthook
        sys.excepthook = self.take

    def remove(self) -> None:
        """Give the errors back to whoever had them before."""
        sys.excepthook = self._earlier

    def take(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Note one error. A wish to stop (Ctrl+C, SystemExit) is passed on."""
        if not issubclass(kind, Exception):
            self._earlier(kind, error, trace)
            return
        report = report_of(kind, trace)
        self.reports.append(report)
        if self._log is not None:
            self._log(report)
        self.crashed.emit(report)

    def _show(self, report: str) -> None:
        if self._box is not None:
            return
        self._box = CrashBox(report)
        self._box.destroyed.connect(self._gone)
        self._box.open()

    def _gone(self) -> None:
        self._box = None
