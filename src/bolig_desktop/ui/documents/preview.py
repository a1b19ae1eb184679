"""A paper inside the program: real pages, zoom, choice of language, and out to the printer or a file."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bolig_desktop.ui import icons
from bolig_desktop.ui.documents.page_view import PageView
from bolig_desktop.ui.documents.pages import Paper
from bolig_desktop.ui.documents.printing import ask_printer, print_paper
from bolig_desktop.ui.widgets.field import ProblemLine
from bolig_desktop.ui.widgets.flow import Flow
from bolig_desktop.ui.widgets.places import ask_where
from bolig_desktop.ui.words import tr


def ask_file(over: QWidget, name: str) -> Path | None:
    """Ask where to save, proposing ``name``; None where the user let it be."""
    return ask_where(over, tr("Lagre som PDF"), name, kind="PDF", ending=".pdf")


class PaperPreview(QWidget):
    """Shows a PDF held in memory.

    pdf: its bytes; None shows nothing yet. file_name: proposed when saving, without personal data (``D1-12.pdf``).
    languages: code and name of those it can be had in, ``language`` the one shown; in_language: a code to the
    bytes in that language. choose_printer, choose_file: how the user is asked.
    Signals: ``printed()`` and ``saved()`` when it is done; ``language_changed(code)``.
    """

    printed = Signal()
    saved = Signal()
    language_changed = Signal(str)

    def __init__(self, pdf: bytes | None = None, *, file_name: str = "papir.pdf",
                 languages: Sequence[tuple[str, str]] = (), language: str = "",
                 in_language: Callable[[str], bytes] | None = None,
                 choose_printer: Callable[[QWidget, int], QPrinter | None] = ask_printer,
                 choose_file: Callable[[QWidget, str], Path | None] = ask_file) -> None:  # fmt: skip
        super().__init__()
        self._file_name, self._in_language = file_name, in_language
        self._choose_printer, self._choose_file = choose_printer, choose_file
        self._paper: Paper | None = None
        self.view = PageView()
        self.trouble = ProblemLine()
        self._build_bar()
        self.set_languages(languages, language)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(self.trouble)
        column.addWidget(self.view, 1)
        self.view.page_changed.connect(lambda _: self._say_page())
        self.view.zoom_changed.connect(self._say_zoom)
        self._keys()
        self._say_page()
        if pdf is not None:
            self.show_pdf(pdf)

    def _build_bar(self) -> None:
        self._bar = Flow(gap=6)
        self.print_button = QPushButton(tr("Skriv ut"))
        self.print_button.setProperty("role", "main")
        icons.put(self.print_button, "printer", side=16, on_accent=True)
        self.print_button.setToolTip(f"{tr('Skriv ut')} (Ctrl+P)")
        self.print_button.clicked.connect(self.print_out)
        self.save_button = QPushButton(tr("Lagre som PDF"))
        icons.put(self.save_button, "save", side=16)
        self.save_button.clicked.connect(self.save)
        self.language_box = QComboBox()
        self.language_box.setAccessibleName(tr("Språk"))
        self.language_box.setToolTip(tr("Språket papiret er på"))
        self.language_box.activated.connect(self._choose_language)
        self.smaller = _button("zoom-out", tr("Mindre (Ctrl+-)"), self.view.zoom_out)
        self.larger = _button("zoom-in", tr("Større (Ctrl++)"), self.view.zoom_in)
        self.fit = _button("move-horizontal", tr("Tilpass bredden (Ctrl+0)"), self.view.fit_width)
        self.zoom_label = QLabel()
        self.zoom_label.setProperty("role", "muted")
        self.zoom_label.setMinimumWidth(self.zoom_label.fontMetrics().horizontalAdvance("400 %") + 4)
        self.zoom_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.page_label = QLabel()
        self.page_label.setProperty("role", "muted")
        ways = QWidget()
        row = QHBoxLayout(ways)
        row.setContentsMargins(0, 0, 6, 0)
        row.setSpacing(2)
        for part in (self.smaller, self.zoom_label, self.larger, self.fit):
            row.addWidget(part)
        row.addSpacing(10)
        row.addWidget(self.page_label)
        for widget in (self.print_button, self.save_button, self.language_box, ways):
            self._bar.add(widget)

    def _keys(self) -> None:
        for keys, act in (
            ("Ctrl+P", self.print_out), ("Ctrl++", self.view.zoom_in), ("Ctrl+=", self.view.zoom_in),
            ("Ctrl+-", self.view.zoom_out), ("Ctrl+0", self.view.fit_width),
        ):  # fmt: skip
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def show_pdf(self, pdf: bytes, *, file_name: str = "") -> None:
        """Show another paper, or this one anew."""
        self._file_name = file_name or self._file_name
        self.trouble.show_sentences([])
        self._paper = Paper(pdf)
        self.view.show_paper(self._paper)
        self._say_page()

    def set_languages(self, languages: Sequence[tuple[str, str]], language: str) -> None:
        """Offer these languages (code and name) and mark ``language``; none hides the choice."""
        self.language_box.clear()
        for code, name in languages:
            self.language_box.addItem(name, code)
        self.language_box.setCurrentIndex(self.language_box.findData(language))
        self.language_box.setHidden(len(languages) < 2)

    def language(self) -> str:
        """Return the code of the language shown."""
        return str(self.language_box.currentData() or "")

    def _choose_language(self) -> None:
        if self._in_language is not None:
            self.show_pdf(self._in_language(self.language()))
        self.language_changed.emit(self.language())

    def print_out(self) -> None:
        """Ask which printer, and print."""
        if self._paper is None:
            return
        printer = self._choose_printer(self, self._paper.count())
        if printer is None:
            return
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            taken = print_paper(self._paper, printer)
        finally:
            QApplication.restoreOverrideCursor()
        if taken:
            self.trouble.show_sentences([])
            self.printed.emit()
        else:
            words = tr("Skriveren tok ikke imot papiret. Se om den er på, og prøv igjen.")
            self.trouble.show_sentences([(words, True)])

    def save(self) -> None:
        """Ask where to, and save the PDF there."""
        if self._paper is None:
            return
        file = self._choose_file(self, self._file_name)
        if file is None:
            return
        try:
            file.write_bytes(self._paper.pdf)
        except OSError:
            self.trouble.show_sentences([(tr("Filen kunne ikke lagres der. Velg en annen mappe."), True)])
            return
        self.trouble.show_sentences([])
        self.saved.emit()

    def _say_page(self) -> None:
        count = self._paper.count() if self._paper else 0
        self.page_label.setText(tr("Side {page} av {all}", page=self.view.page(), all=count) if count else "")
        for button in (self.print_button, self.save_button, self.smaller, self.larger, self.fit):
            button.setEnabled(bool(count))

    def _say_zoom(self, factor: float) -> None:
        self.zoom_label.setText(f"{round(factor * 100)}\u00a0%")


def _button(icon: str, words: str, act: Callable[[], object]) -> QToolButton:
    button = QToolButton()
    button.setProperty("role", "flat")
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(words.split(" (")[0])
    button.setToolTip(words)
    icons.put(button, icon, side=18)
    button.clicked.connect(lambda: act())
    return button
