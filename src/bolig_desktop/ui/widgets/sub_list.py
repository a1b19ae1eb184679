"""A small list inside a page - keys, meters, members - whose lines are added and changed in a form right there."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from bolig_desktop.ui import icons
from bolig_desktop.ui.icons import IconLabel
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.widgets.form import Form
from bolig_desktop.ui.widgets.keys import SAVE_KEYS, on_keys
from bolig_desktop.ui.widgets.links import Link
from bolig_desktop.ui.widgets.pills import Pill, PillLabel
from bolig_desktop.ui.words import tr

Words = tuple[str, str]
"""A line's title and the smaller words after it."""
_WIDEST_BESIDE = 220  # pixels of a title that leave room for words beside it; those of a longer one stand under it


_MUCH = 100  # letters of smaller words that stand better under a line's buttons than beside them


class LineAct(NamedTuple):
    """One more thing to be done with a line: its icon, what it does in words, and the doing of it."""

    icon: str
    words: str
    act: Callable[[], object]


class SubList(QFrame):
    """Lines of records that belong to the case shown.

    words: a record to its title and detail. make_form: makes the form a line is added or changed in; None where
    lines are only read. add_label: words of the button ("Legg til nøkkel"). blank: makes the record a new line
    starts from. pill, place: what stands behind a line, and where its title leads. stacked: the smaller words stand
    under the title, for lines that say much; under a long title they always do. print_line: shows the paper that
    goes with a line. mark: the icon before a line's pill, in its tone. fixed: whether a line is only read, in a list
    where others are changed. acts: what else can be done with a line. heading: what stands over a line where it is
    another than over the line before. can_change: whether a line has a form, where not all have one.
    Signals: ``saved(record, values)`` with the record the form showed and what its fields hold: keep it, then call
    ``close_form``, or ``show_problems``; ``removed(record)``; ``go(Place)``; ``edited()`` at each keystroke in the
    open form; ``opened(record)`` when it has come up; ``leaving()`` before another line's form takes its place;
    ``given_up(record)`` when it was cancelled.
    """

    saved = Signal(object, object)  # as a dict Qt would copy it, and make plain text of every enumeration in it
    removed = Signal(object)
    go = Signal(object)
    edited = Signal()
    opened = Signal(object)
    leaving = Signal()
    given_up = Signal(object)

    def __init__(self, words: Callable[[Any], Words], *, make_form: Callable[[], Form] | None = None,
                 add_label: str = "", blank: Callable[[], Any] | None = None, empty: str = "",
                 pill: Callable[[Any], Pill | None] | None = None, can_remove: bool = True,
                 place: Callable[[Any], Place | None] | None = None, stacked: bool = False,
                 print_line: Callable[[Any], object] | None = None, mark: Callable[[Any], str] | None = None,
                 fixed: Callable[[Any], bool] = lambda record: False,
                 acts: Callable[[Any], Sequence[LineAct]] = lambda record: (),
                 heading: Callable[[Any], str] = lambda record: "",
                 can_change: Callable[[Any], bool] = lambda record: True) -> None:  # fmt: skip
        super().__init__()
        self._heading, self._can_change = heading, can_change
        self._mark, self._fixed, self._acts = mark, fixed, acts
        self._words, self._make_form, self._blank = words, make_form, blank
        self._pill, self._place_of, self._can_remove, self._stacked = pill, place, can_remove, stacked
        self._print_line = print_line
        self._record: Any = None
        self._is_empty = True
        self.form: Form | None = None
        self.setProperty("role", "box")
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nothing = QLabel(empty or tr("Ingen ennå."))
        self._nothing.setProperty("role", "muted")
        self._nothing.setContentsMargins(12, 8, 12, 8)
        self._nothing.setWordWrap(True)
        self._edit = QWidget()
        self._edit_column = QVBoxLayout(self._edit)
        self._edit_column.setContentsMargins(12, 10, 12, 10)
        self._edit_column.setSpacing(10)
        self._edit.hide()
        on_keys(self._edit, SAVE_KEYS, self._save)
        self.add_button: QPushButton | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(2)
        column.addWidget(self._nothing)
        column.addLayout(self._rows)
        column.addWidget(self._edit)
        if make_form is not None and blank is not None:
            self.add_button = QPushButton(add_label or tr("Legg til"))
            self.add_button.setProperty("role", "fold")
            icons.put(self.add_button, "plus", "accent", side=16)
            self.add_button.clicked.connect(self.add)
            line = QHBoxLayout()
            line.setContentsMargins(8, 0, 8, 0)
            line.addWidget(self.add_button)
            line.addStretch(1)
            column.addLayout(line)

    def set_rows(self, records: Sequence[Any]) -> None:
        """Show these records; an open form stays open."""
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = ""
        for record in records:
            over = self._heading(record)
            if over and over != shown:
                self._rows.addWidget(_heading(over))
            shown = over
            self._rows.addWidget(self._line(record))
        self._is_empty = not records
        self._settle()

    def _line(self, record: Any) -> QWidget:
        title, detail = self._words(record)
        line = QWidget()
        whole = QVBoxLayout(line)
        whole.setContentsMargins(12, 4, 8, 4)
        whole.setSpacing(1)
        row = QHBoxLayout()
        row.setSpacing(10)
        whole.addLayout(row)
        stacked = self._stacked or self.fontMetrics().horizontalAdvance(title) > _WIDEST_BESIDE
        words = QVBoxLayout() if stacked else QHBoxLayout()
        words.setSpacing(1 if stacked else 10)
        row.addLayout(words, 1)
        place = self._place_of(record) if self._place_of else None
        if place is not None:
            link = Link(title, place)
            link.go.connect(self.go)
            words.addWidget(link)
        else:
            name = QLabel(title)
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setWordWrap(stacked)
            words.addWidget(name)
        about = QLabel(detail)
        about.setProperty("role", "muted")
        about.setTextFormat(Qt.TextFormat.PlainText)
        about.setWordWrap(True)
        about.setMinimumWidth(60)
        acts = self._acts(record)
        # Beside the buttons much would stand in a narrow column; then it goes under them, as wide as the line.
        (whole if stacked and (len(acts) > 1 or len(detail) > _MUCH) else words).addWidget(about, 1)
        if stacked and not detail:
            about.hide()
        pill = self._pill(record) if self._pill else None
        if pill is not None:
            if self._mark is not None and (icon := self._mark(record)):
                row.addWidget(IconLabel(icon, pill[1], side=16))
            row.addWidget(PillLabel(*pill))
        self._add_acts(row, record, title, acts)
        return line

    def _add_acts(self, row: QHBoxLayout, record: Any, title: str, acts: Sequence[LineAct]) -> None:
        print_line = self._print_line
        if print_line is not None:
            row.addWidget(self._button("printer", tr("Skriv ut {what}", what=title), lambda: print_line(record)))
        for more in acts:
            button = self._button(*more)
            button.setToolTip(more.words)
            row.addWidget(button)
        if self._fixed(record):
            return
        if self._make_form is not None and self._can_change(record):
            row.addWidget(self._button("pencil", tr("Endre {what}", what=title), lambda: self.change(record)))
        if self._can_remove:
            row.addWidget(self._button("trash-2", tr("Fjern {what}", what=title), lambda: self.removed.emit(record)))

    @staticmethod
    def _button(icon: str, words: str, act: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setProperty("role", "flat")
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(words)
        button.setToolTip(words.split(" ", 1)[0])
        icons.put(button, icon, side=16)
        button.clicked.connect(lambda: act())
        return button

    def add(self) -> None:
        """Open the form for a new line."""
        if self._blank is not None:
            self._open(self._blank(), tr("Legg til"))

    def change(self, record: Any) -> None:
        """Open the form for a line that is there."""
        self._open(record, tr("Lagre"))

    def _open(self, record: Any, save_words: str) -> None:
        if self._make_form is None:
            return
        if self.form is not None:
            self.leaving.emit()
        self.close_form()
        self._record = record
        self.form = self._make_form()
        self.form.show_record(record)
        self.form.edited.connect(self.edited)
        save = QPushButton(save_words)
        save.setProperty("role", "main")
        save.setToolTip(f"{save_words} (Ctrl+Enter)")
        save.clicked.connect(self._save)
        cancel = QPushButton(tr("Avbryt"))
        cancel.clicked.connect(self._give_up)
        acts = QWidget()
        row = QHBoxLayout(acts)
        row.setContentsMargins(0, 0, 0, 0)
        for button in (save, cancel):
            row.addWidget(button)
        row.addStretch(1)
        self._edit_column.addWidget(self.form)
        self._edit_column.addWidget(acts)
        self._settle()
        self.focus_form()
        self.opened.emit(record)

    def focus_form(self) -> None:
        """Put the keyboard in the first field of the open form."""
        first = next(iter(self.form.fields.values()), None) if self.form is not None else None
        if first is not None:
            first.editor().setFocus()

    def _give_up(self) -> None:
        record = self._record
        self.close_form()
        self.given_up.emit(record)

    def record(self) -> Any:
        """Return the record the open form shows, None where none is open."""
        return self._record

    def _save(self) -> None:
        if self.form is None:
            return
        if self.form.check():
            self.saved.emit(self._record, self.form.values())
        else:
            self.form.focus_first_wrong()

    def show_problems(self, problems: dict[str, list[tuple[str, bool]]]) -> None:
        """Show in the open form why the line could not be kept."""
        if self.form is not None:
            self.form.show_problems(problems)
            self.form.focus_first_wrong()

    def close_form(self) -> None:
        """Close the form; what was not saved in it is gone, and the keyboard goes to the button for a new line."""
        now = QApplication.focusWidget()
        was_here = now is not None and self._edit.isAncestorOf(now)
        self.form, self._record = None, None
        while (item := self._edit_column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._settle()
        if was_here and self.add_button is not None:
            self.add_button.setFocus()

    def _settle(self) -> None:
        """Show what belongs with an open form, or with none."""
        is_open = self.form is not None
        self._edit.setVisible(is_open)
        self._nothing.setVisible(self._is_empty and not is_open)
        if self.add_button is not None:
            self.add_button.setVisible(not is_open)


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "group")
    label.setContentsMargins(12, 10, 12, 2)
    return label
