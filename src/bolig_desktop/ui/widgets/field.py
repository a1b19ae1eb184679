"""What every field can do, and the sentence that stands under it when something is wrong."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from bolig_desktop.text.unreadable import Unreadable
from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.problems import sentences_for
from bolig_desktop.ui.theme import Tone, say
from bolig_desktop.ui.words import language

Sentence = tuple[str, bool]
"""What to say beside a field, and whether it is hard (red) or a warning (amber)."""


_LONG = 80  # characters; what is longer makes a tall column under a field that shares its row


class NotUnderstood(ValueError):  # noqa: N818 - reads as a sentence where it is raised
    """What was typed is not a value of this field; the message is the sentence to show."""


class ProblemLine(QWidget):
    """An icon and a sentence; gone while there is nothing to say.

    There is one beside every field and hardly any ever says something: its icon and its words are made when it does.
    """

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[Sentence] = []
        self._parts: tuple[IconLabel, QLabel] | None = None
        self.hide()

    def text(self) -> str:
        """Return the sentence shown now, "" where there is none."""
        return "\n".join(text for text, _ in self._shown)

    def show_sentences(self, sentences: Sequence[Sentence]) -> None:
        """Show ``sentences``, the hard ones first; none hides the line."""
        ordered = sorted(sentences, key=lambda s: not s[1])
        if ordered != self._shown:
            self._shown = ordered
            self._write()
        self.setVisible(bool(ordered))

    def _write(self) -> None:
        if self._parts is None:
            self._parts = self._make()
        icon, label = self._parts
        tone = Tone.DANGER if self._shown and self._shown[0][1] else Tone.SOON
        label.setText(self.text())
        say(label, tone=str(tone))
        icon.show_icon("circle-alert" if tone == Tone.DANGER else "triangle-alert", tone)

    def _make(self) -> tuple[IconLabel, QLabel]:
        icon, label = IconLabel(side=15), QLabel()
        label.setWordWrap(True)
        label.setMinimumWidth(60)
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 0, 1)
        row.setSpacing(6)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return icon, label


class Field(QWidget):
    """A value the user gives; every kind of field answers to the same calls.

    Signals: ``edited`` at each keystroke or choice; ``committed`` when the field is left (or Enter is pressed)
    with a valid value other than the one it had.
    """

    edited = Signal()
    committed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.problem_line = ProblemLine()
        self._wide_line: ProblemLine | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._own: list[Sentence] = []
        self._given: list[Sentence] = []
        self._shown_typed = ""
        self._committed_typed = ""

    def _place(self, editor: QWidget) -> None:
        self._column.addWidget(editor)
        self._column.addWidget(self.problem_line)
        self._column.addStretch(1)
        self.setFocusProxy(self.editor())

    def editor(self) -> QWidget:
        """Return the widget the keyboard goes to."""
        raise NotImplementedError

    def keep_within(self, longest: int) -> None:
        """Take so many characters and no more, where the field is a line of words; others have rules of their own."""

    def value(self) -> Any:
        """Return what the field holds, None where it is empty. Raises ValueError where it cannot be read."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show ``value`` as what is stored; no signal is sent and earlier parse problems are gone."""
        self._write(value)
        self._shown_typed = self._committed_typed = self.typed()
        self._own = []
        self._show()

    def _write(self, value: Any) -> None:
        raise NotImplementedError

    def typed(self) -> str:
        """Return what stands in the field, also when it cannot be read as a value (for drafts)."""
        raise NotImplementedError

    def set_typed(self, text: str) -> None:
        """Put back what ``typed`` gave; the stored value is not touched, so ``is_changed`` may now be True."""
        raise NotImplementedError

    def is_valid(self) -> bool:
        """Say whether what stands in the field can be read as a value."""
        try:
            self.value()
        except ValueError:
            return False
        return True

    def is_changed(self) -> bool:
        """Say whether something else stands here than what ``set_value`` showed last."""
        return self.typed() != self._shown_typed

    def is_filled(self) -> bool:
        """Say whether there is something here to count as filled in."""
        return bool(self.typed())

    def set_name(self, label: str) -> None:
        """Give the field the name a screen reader says, normally the label above it."""
        self.editor().setAccessibleName(label)

    def show_problems(self, sentences: Sequence[Sentence]) -> None:
        """Show what the rules say about this field; an empty list takes it away."""
        self._given = list(sentences)
        self._show()

    def use_wide_line(self, line: ProblemLine) -> None:
        """Show what is too long to stand under a narrow field in ``line`` instead, which has the whole width."""
        self._wide_line = line

    def problem(self) -> str:
        """Return the sentence under the field, "" where there is none."""
        return self.problem_line.text() or (self._wide_line.text() if self._wide_line else "")

    def is_wrong(self) -> bool:
        """Say whether something is shown here that stops the record from being saved."""
        return any(hard for _, hard in self._own or self._given)

    def check(self) -> bool:
        """Read the field now, show a problem if it cannot be read, and say whether it could."""
        try:
            self.value()
            self._own = []
        except NotUnderstood as wrong:
            self._own = [(str(wrong), True)]
        except Unreadable as wrong:
            self._own = sentences_for([wrong.problem("")], language())
        self._show()
        return not self._own

    def _typing(self) -> None:
        if self._own:
            self._own = []
            self._show()
        self.edited.emit()

    def leave(self) -> None:
        """Read and commit what stands here, as when the keyboard goes elsewhere."""
        self._left()

    def _left(self) -> None:
        if self.typed() == self._committed_typed:
            if self.is_changed():
                self.check()
            return
        if self.check():
            self._tidy()
            if self.typed() != self._committed_typed:
                self._committed_typed = self.typed()
                self.committed.emit()

    def _tidy(self) -> None:
        """Show the value as we write it (dd.mm.yyyy, 9 500) once it has been read."""

    def _show(self) -> None:
        said = self._own or self._given
        trouble = "" if not said else "hard" if any(hard for _, hard in said) else "soft"
        is_long = self._wide_line is not None and max((len(words) for words, _ in said), default=0) > _LONG
        self.problem_line.show_sentences([] if is_long else said)
        if self._wide_line is not None:
            self._wide_line.show_sentences(said if is_long else [])
        if self.editor().property("trouble") != trouble:
            say(self.editor(), trouble=trouble)
        self.editor().setAccessibleDescription(self.problem())


class LetUndoThrough(QObject):
    """Lets Ctrl+Z reach the window, where it undoes the last change, when there is no typing to undo in the field."""

    def __init__(self, entry: QWidget, has_typing: Callable[[], bool]) -> None:
        super().__init__(entry)
        self._has_typing = has_typing
        entry.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave the key to the window's own shortcut."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.ShortcutOverride:
            return False
        if event.matches(QKeySequence.StandardKey.Undo) and not self._has_typing():
            event.ignore()
            return True
        return False


class EntryField(Field):
    """A field of one line; a kind of value is added by ``_read`` and ``_words``."""

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__()
        self.entry = QLineEdit()
        self.entry.setPlaceholderText(placeholder)
        self.entry.setMinimumWidth(40)
        self.entry.textEdited.connect(lambda _: self._typing())
        self.entry.editingFinished.connect(self._left)
        LetUndoThrough(self.entry, self.entry.isUndoAvailable)
        self._place(self.entry)

    def editor(self) -> QWidget:
        """Return the line."""
        return self.entry

    def _read(self, text: str) -> Any:
        raise NotImplementedError

    def _words(self, value: Any) -> str:
        return str(value)

    def value(self) -> Any:
        """Return the value, None where the line is empty."""
        text = self.entry.text().strip()
        return self._read(text) if text else None

    def _write(self, value: Any) -> None:
        self.entry.setText("" if value is None else self._words(value))
        self.entry.setCursorPosition(0)

    def typed(self) -> str:
        """Return the line as it stands."""
        return self.entry.text()

    def set_typed(self, text: str) -> None:
        """Put a line back; a problem in it is shown at once, for the user has left it before."""
        self.entry.setText(text)
        self.check()

    def _tidy(self) -> None:
        value = self.value()
        text = "" if value is None else self._words(value)
        if text != self.entry.text():
            self.entry.setText(text)
