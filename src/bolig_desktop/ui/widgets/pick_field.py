"""A field that points at another record: type to find it, a link to go there, and a way to make a new one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from bolig_desktop.ui import icons
from bolig_desktop.ui.navigation import Place
from bolig_desktop.ui.widgets.field import Field, NotUnderstood
from bolig_desktop.ui.widgets.keys import on_keys
from bolig_desktop.ui.widgets.popup_list import Line, PopupList
from bolig_desktop.ui.words import tr

_NEW = object()
_FOLLOW = ("Alt+Return", "Alt+Enter")


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One record that can be picked: its id, its name, and what tells it from its namesakes."""

    id: int
    title: str
    detail: str = ""


class PickField(Field):
    """Choose one record of another topic; the value is its id, None where none is chosen.

    topic: where the link goes. search: what was typed to the records that fit ("" gives the most likely).
    title_of: an id to the name shown. icon: drawn beside each line. new_label: words of the last line
    ("Ny utleier …"), "" where none may be made here.
    Signals: ``go(Place)`` when the link is followed; ``new_wanted(str)`` with what was typed.
    """

    go = Signal(object)
    new_wanted = Signal(str)

    def __init__(self, topic: str, search: Callable[[str], Sequence[Choice]], title_of: Callable[[int], str], *,
                 icon: str = "", new_label: str = "", placeholder: str = "") -> None:  # fmt: skip
        super().__init__()
        self._topic, self._search, self._title_of = topic, search, title_of
        self._icon, self._new_label = icon, new_label
        self._id: int | None = None
        self.entry = QLineEdit()
        self.entry.setMinimumWidth(40)
        self.entry.setPlaceholderText(placeholder or tr("Skriv for å finne"))
        self.entry.textEdited.connect(self._typed_more)
        self.entry.editingFinished.connect(self._left)
        self.link = QToolButton()
        self.link.setProperty("role", "flat")
        self.link.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from field to field
        icons.put(self.link, "arrow-right", "accent", side=16)
        self.link.clicked.connect(self._go)
        on_keys(self.entry, _FOLLOW, self._go)
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.entry, 1)
        row.addWidget(self.link)
        self._popup: PopupList | None = None
        self._place(box)
        self._show_link()

    def editor(self) -> QWidget:
        """Return the line."""
        return self.entry

    def set_name(self, label: str) -> None:
        """Name the line and its link."""
        super().set_name(label)
        self.link.setAccessibleName(tr("Gå til {what}", what=label.lower()))
        self.link.setToolTip(f"{self.link.accessibleName()} (Alt+Enter)")

    def value(self) -> int | None:
        """Return the id chosen, None where the line is empty. Raises NotUnderstood for words that chose nothing."""
        if not self.entry.text().strip():
            return None
        if self._id is None:
            raise NotUnderstood(tr("Velg en fra listen, eller tøm feltet."))
        return self._id

    def _write(self, value: Any) -> None:
        self._id = value
        self.entry.setText("" if value is None else self._title_of(value))
        self.entry.setCursorPosition(0)
        self._show_link()

    def typed(self) -> str:
        """Return ``#id`` where one is chosen, else the words typed."""
        return self.entry.text() if self._id is None else f"#{self._id}"

    def set_typed(self, text: str) -> None:
        """Put back what ``typed`` gave."""
        if text.startswith("#") and text[1:].isdigit():
            try:
                self._write(int(text[1:]))
            except LookupError:  # it was removed after the draft was kept
                self._write(None)
        else:
            self._id = None
            self.entry.setText(text)
            self.check()
        self._show_link()

    def choose(self, id: int) -> None:
        """Take the record ``id`` as if it had been picked in the list, and commit it."""
        self._write(id)
        self._typing()
        self._left()

    def _left(self) -> None:
        words = self.entry.text().strip()
        if self._id is None and words:
            found = self._search(words)
            if len(found) == 1:  # words that fit one and no other have chosen it
                self._write(found[0].id)
        super()._left()

    def _typed_more(self, text: str) -> None:
        self._id = None
        self._show_link()
        self._typing()
        self.offer()

    def offer(self) -> None:
        """Drop the list down with what fits the words in the line."""
        words = self.entry.text().strip() if self._id is None else ""
        lines = [
            Line(title=found.title, detail=found.detail, icon=self._icon, what=found.id)
            for found in self._search(words)
        ]
        if self._new_label:
            lines.append(Line(title=self._new_label, icon="plus", what=_NEW, is_act=True))
        self._list().show_lines(lines, width=280, select_first=bool(words))

    def _list(self) -> PopupList:
        if self._popup is None:
            self._popup = PopupList(self.entry)
            self._popup.chosen.connect(self._picked)
            self.destroyed.connect(self._popup.deleteLater)
        return self._popup

    def _picked(self, what: object) -> None:
        if what is _NEW:
            self.new_wanted.emit(self.entry.text().strip() if self._id is None else "")
        elif isinstance(what, int):
            self.choose(what)

    def _go(self) -> None:
        if self._id is not None:
            self.go.emit(Place(topic=self._topic, id=self._id))

    def _show_link(self) -> None:
        self.link.setVisible(self._id is not None)

    def keyPressEvent(self, event: Any) -> None:
        """Arrow down drops the list down."""
        if event.key() == Qt.Key.Key_Down:
            self.offer()
        else:
            super().keyPressEvent(event)
