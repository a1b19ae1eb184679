"""A form: one column of named fields that takes a record and gives its values back."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, ClassVar, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from bolig_desktop.text.lengths import longest
from bolig_desktop.ui.widgets.column import bring_into_view
from bolig_desktop.ui.widgets.field import Field, ProblemLine, Sentence
from bolig_desktop.ui.widgets.fold import Fold
from bolig_desktop.ui.words import tr

WIDEST = 760
F = TypeVar("F", bound=Field)


class Form(QWidget):
    """Fields bound to a record's field names, labels above, foldable sections with a count of what is filled.

    Signals: ``field_committed(name)`` when a field was left with a new, readable value: save now;
    ``edited()`` at each keystroke: keep a draft. table: where what is typed is kept; how much text there is room for
    in each field follows from it.
    """

    field_committed = Signal(str)
    edited = Signal()
    table: ClassVar[str] = ""

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.labels: dict[str, str] = {}
        self._cells: dict[str, tuple[QWidget, QLabel]] = {}
        self._folds: dict[Fold, list[str]] = {}
        self._fold: Fold | None = None
        self._row: QHBoxLayout | None = None
        self._under_row: QVBoxLayout | None = None
        self.general = ProblemLine()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self._column.addWidget(self.general)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lines short in a wide window, as a margin: wrapped words are measured in the width they get."""
        super().resizeEvent(event)
        self._column.setContentsMargins(0, 0, max(0, self.width() - WIDEST), 0)

    def bind(self, name: str, label: str, field: F, *, hint: str = "", weight: int = 1) -> F:
        """Put ``field`` on the form as the record's field ``name`` and return it.

        hint: a short sentence under the field; weight: its share of the width in a ``row``.
        """
        if name in self.fields:
            raise ValueError(f"{name} is on the form already")
        self.fields[name] = field
        self.labels[name] = label
        field.setObjectName(name)
        field.set_name(label)
        if self.table:
            field.keep_within(longest(self.table, name))
        above = QLabel(label)
        above.setProperty("role", "label")
        above.setBuddy(field.editor())
        above.setWordWrap(True)
        cell = QWidget()
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addWidget(above)
        column.addWidget(field)
        if hint:
            below = QLabel(hint)
            below.setProperty("role", "small")
            below.setWordWrap(True)
            column.addWidget(below)
        column.addStretch(1)
        self._cells[name] = cell, above
        self._add(cell, weight)
        if self._under_row is not None:
            wide = ProblemLine()
            self._under_row.addWidget(wide)
            field.use_wide_line(wide)
        if self._fold is not None:
            self._folds[self._fold].append(name)
        field.edited.connect(self._edited)
        field.committed.connect(lambda: self._committed(name))
        return field

    def show_field(self, name: str, label: str) -> None:
        """Call a field something else, or take it out of sight where ``label`` is ""."""
        cell, above = self._cells[name]
        cell.setVisible(bool(label))
        if label:
            self.labels[name] = label
            self.fields[name].set_name(label)
            above.setText(label)

    def cell(self, name: str) -> QWidget:
        """Return what holds a field, its label and its hint."""
        return self._cells[name][0]

    def place(self, widget: QWidget) -> None:
        """Put something that is not a field (a heading, a sub-list) where the next field would stand."""
        self._add(widget, 1)

    def heading(self, words: str) -> None:
        """Put a heading where the next field would stand."""
        label = QLabel(words)
        label.setProperty("role", "heading")
        self.place(label)

    def _add(self, widget: QWidget, weight: int) -> None:
        if self._row is not None:
            self._row.addWidget(widget, weight)
        else:
            (self._fold.body if self._fold is not None else self._column).addWidget(widget)

    @contextmanager
    def row(self) -> Iterator[QHBoxLayout]:
        """Let the fields bound inside stand side by side, in the line given: two or three small ones."""
        line = QHBoxLayout()
        line.setSpacing(14)
        whole = QVBoxLayout()
        whole.setSpacing(2)
        whole.addLayout(line)
        (self._fold.body if self._fold is not None else self._column).addLayout(whole)
        self._row, self._under_row = line, whole
        try:
            yield line
        finally:
            self._row = self._under_row = None

    @contextmanager
    def section(self, title: str, *, is_open: bool = False) -> Iterator[Fold]:
        """Let the fields bound inside fold away under ``title``."""
        fold = Fold(title, is_open=is_open)
        self._column.addWidget(fold)
        self._folds[fold] = []
        self._fold = fold
        try:
            yield fold
        finally:
            self._fold = None
            self._count(fold)

    def show_record(self, record: object, *, keep_typed: bool = False) -> None:
        """Show the record's values. With ``keep_typed`` a field with words not yet saved keeps them.

        Use ``keep_typed=True`` when the same record comes back from a save or another part of the window.
        """
        for name, field in self.fields.items():
            typed = field.typed() if keep_typed and field.is_changed() else None
            field.set_value(getattr(record, name))
            if typed is not None and typed != field.typed():
                field.set_typed(typed)
        self.show_problems({})
        for fold in self._folds:
            self._count(fold)

    def values(self) -> dict[str, Any]:
        """Return the value of every field that can be read: ``replace(record, **form.values())``."""
        return {name: field.value() for name, field in self.fields.items() if field.is_valid()}

    def is_valid(self) -> bool:
        """Say whether every field can be read."""
        return all(field.is_valid() for field in self.fields.values())

    def finish(self) -> bool:
        """Commit what is typed but not left yet; say whether every field could be read."""
        for field in self.fields.values():
            if field.is_changed():
                field.leave()
        return self.is_valid()

    def check(self) -> bool:
        """Read every field now and show what cannot be read, its section unfolded; say whether all could."""
        unread = [name for name, field in self.fields.items() if not field.check()]
        self._unfold(unread)
        return not unread

    def typed(self) -> dict[str, str]:
        """Return what stands in the fields that differ from the record shown: the draft, {} when all is saved."""
        return {name: field.typed() for name, field in self.fields.items() if field.is_changed()}

    def restore_typed(self, draft: Mapping[str, str]) -> None:
        """Put a draft back; fields that are no longer on the form are passed over."""
        for name, text in draft.items():
            if name in self.fields:
                self.fields[name].set_typed(text)
        for fold in self._folds:
            self._count(fold)

    def show_problems(self, problems: Mapping[str, Sequence[Sentence]]) -> None:
        """Show sentences beside the fields they are about; those of no field stand on top of the form."""
        for name, field in self.fields.items():
            field.show_problems(problems.get(name, ()))
        loose = [said for name, sentences in problems.items() if name not in self.fields for said in sentences]
        self.general.show_sentences(loose)
        self._unfold([name for name, said in problems.items() if any(hard for _, hard in said)])

    def focus(self, name: str) -> None:
        """Put the keyboard in the field ``name``, unfolding its section and scrolling to it."""
        self._unfold([name])
        self.fields[name].editor().setFocus()
        bring_into_view(self.fields[name])

    def focus_first_wrong(self) -> bool:
        """Put the keyboard in the first field marked in red, or show what is wrong with the whole; say if any was."""
        for name, field in self.fields.items():
            if field.is_wrong():
                self.focus(name)
                return True
        if not self.general.isHidden():
            bring_into_view(self.general)
        return not self.general.isHidden()

    def _unfold(self, wanted: Collection[str]) -> None:
        for fold, names in self._folds.items():
            if any(name in wanted for name in names):
                fold.open()

    def _edited(self) -> None:
        for fold in self._folds:
            self._count(fold)
        self.edited.emit()

    def _committed(self, name: str) -> None:
        self.field_committed.emit(name)

    def _count(self, fold: Fold) -> None:
        names = self._folds[fold]
        filled = sum(self.fields[name].is_filled() for name in names)
        if not names:
            fold.say("")
        elif not filled:
            fold.say(tr("ikke fylt ut"))
        else:
            fold.say(tr("{filled} av {all} fylt ut", filled=filled, all=len(names)))
