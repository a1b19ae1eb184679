"""Topics of one's own under those everybody has: each a few words and its marks, a line at a time."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.widgets.field import Field
from bolig_desktop.ui.widgets.marks_field import MarksField
from bolig_desktop.ui.words import tr

Topic = tuple[str, str]
"""The letters a topic is marked with, and its words."""


class OwnTopicsField(Field):
    """Lines of words and marks, kept as one text.

    marks: as for ``MarksField``. read, write: the text to its topics and back. called: what one is called
    («Eget tema»). Empty it is a button alone; a line whose words are taken away is gone when it is kept.
    """

    def __init__(self, marks: Sequence[tuple[str, str]], *, read: Callable[[str], Iterable[Topic]],
                 write: Callable[[Iterable[Topic]], str], called: str, longest: int) -> None:  # fmt: skip
        super().__init__()
        self._marks, self._read, self._join, self._called, self._longest = marks, read, write, called, longest
        self._lines: list[tuple[QLineEdit, MarksField]] = []
        self._box = QWidget()
        column = QVBoxLayout(self._box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        column.addLayout(self._rows)
        self.more = QPushButton(called)
        self.more.setProperty("role", "fold")
        icons.put(self.more, "plus", "accent", side=16)
        self.more.clicked.connect(lambda: self.add())
        line = QHBoxLayout()
        line.addWidget(self.more)
        line.addStretch(1)
        column.addLayout(line)
        self._place(self._box)

    def editor(self) -> QWidget:
        """Return the words of the first topic, or the button where there is none."""
        return self._lines[0][0] if self._lines else self.more

    def set_name(self, label: str) -> None:
        """The lines have names of their own."""

    def add(self, words: str = "", letters: str = "", *, focus: bool = True) -> None:
        """Put one more topic under the others, in the empty line where one stands; focus: the keyboard goes to it."""
        is_empty = bool(self._lines) and not self._lines[-1][0].text().strip()
        entry, field = self._lines[-1] if is_empty else self._line()
        entry.setText(words)
        field.set_typed(letters)
        if focus:
            entry.setFocus()
        if words:
            self._typing()
            self._left()

    def _line(self) -> tuple[QLineEdit, MarksField]:
        number = len(self._lines) + 1
        entry, field = QLineEdit(), MarksField(self._marks)
        name = f"{self._called} {number}"
        entry.setAccessibleName(name)
        entry.setPlaceholderText(tr("Hva det er, med få ord"))
        entry.setMaxLength(4 * self._longest)  # more than can be kept, so that too much is told of and never cut off
        field.set_name(name)
        entry.textEdited.connect(lambda _: self._typing())
        entry.editingFinished.connect(self._left)
        field.edited.connect(self._typing)
        field.committed.connect(self._left)
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(entry, 2, Qt.AlignmentFlag.AlignTop)
        row.addWidget(field, 1)
        self._rows.addWidget(line)
        self._lines.append((entry, field))
        self.setFocusProxy(self.editor())
        return entry, field

    def value(self) -> str:
        """Return the topics as one text."""
        return self.typed()

    def _write(self, value: Any) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._lines = []
        for letters, words in self._read(str(value or "")):
            entry, field = self._line()
            entry.setText(words)
            field.set_typed(letters)
        self.setFocusProxy(self.editor())

    def typed(self) -> str:
        """Return the topics as one text; those without words are left out."""
        return self._join((field.typed(), entry.text()) for entry, field in self._lines)

    def set_typed(self, text: str) -> None:
        """Show the topics of a text."""
        self._write(text)
