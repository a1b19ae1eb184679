"""The library of house rules: every rule the house has not got, by what it is about, several ticked at once."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from bolig_desktop.shared_housing.records import RuleGroup
from bolig_desktop.ui.labels import label
from bolig_desktop.ui.widgets.keys import SAVE_KEYS, on_keys
from bolig_desktop.ui.words import tr


class Offered(NamedTuple):
    """A rule of the library and what it says in this house."""

    group: RuleGroup
    clause: str
    words: str


class LibraryPicker(QFrame):
    """Signals: ``chosen(clauses)`` with what was ticked; ``given_up()``."""

    chosen = Signal(list)
    given_up = Signal()

    def __init__(self, offered: Sequence[Offered]) -> None:
        super().__init__()
        self.setProperty("role", "box")
        self.boxes: dict[str, QCheckBox] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 14, 12)
        column.setSpacing(4)
        title = QLabel(tr("Regler fra biblioteket"))
        title.setProperty("role", "heading")
        column.addWidget(title)
        self._add_rules(column, offered)
        self.add_button = QPushButton()
        self.add_button.setProperty("role", "main")
        self.add_button.clicked.connect(self._choose)
        give_up = QPushButton(tr("Avbryt"))
        give_up.clicked.connect(self.given_up)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 0)
        for button in (self.add_button, give_up):
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        on_keys(self, SAVE_KEYS, self._choose)
        self._count()

    def _add_rules(self, column: QVBoxLayout, offered: Sequence[Offered]) -> None:
        if not offered:
            nothing = QLabel(tr("Alle reglene i biblioteket er med alt. Skriv en egen regel i stedet."))
            nothing.setProperty("role", "muted")
            nothing.setWordWrap(True)
            column.addWidget(nothing)
        shown: RuleGroup | None = None
        for one in offered:
            if one.group is not shown:
                shown = one.group
                over = QLabel(label(one.group))
                over.setProperty("role", "group")
                over.setContentsMargins(0, 8, 0, 0)
                column.addWidget(over)
            column.addWidget(self._line(one))

    def _line(self, one: Offered) -> QWidget:
        box = QCheckBox()
        box.setAccessibleName(one.words)
        box.toggled.connect(self._count)
        self.boxes[one.clause] = box
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(_Words(one.words, box), 1)
        return line

    def focus_first(self) -> None:
        """Put the keyboard on the first rule."""
        first = next(iter(self.boxes.values()), None)
        (first or self.add_button).setFocus()

    def ticked(self) -> list[str]:
        """Return the rules ticked, in the order shown."""
        return [clause for clause, box in self.boxes.items() if box.isChecked()]

    def _count(self) -> None:
        number = len(self.ticked())
        self.add_button.setEnabled(number > 0)
        words = {0: tr("Legg til valgte"), 1: tr("Legg til én regel")}
        self.add_button.setText(words.get(number) or tr("Legg til {count} regler", count=number))

    def _choose(self) -> None:
        if ticked := self.ticked():
            self.chosen.emit(ticked)


class _Words(QLabel):
    """What a rule says; a press on it ticks its box."""

    def __init__(self, words: str, box: QCheckBox) -> None:
        super().__init__(words)
        self._box = box
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMinimumWidth(80)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick the box, or take the tick away."""
        self._box.toggle()
        self._box.setFocus(Qt.FocusReason.MouseFocusReason)
