"""A list under headings, three lines to a thing: what, who and why; drawn, so that thousands are light."""

import html
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QToolTip

from bolig_desktop.ui.widgets.grouped_model import (
    ROW_ROLE,
    Entry,
    Face,
    Gather,
    Group,
    GroupedModel,
    Index,
    Row,
    What,
    shown,
)
from bolig_desktop.ui.widgets.grouped_paint import GroupedPaint

__all__ = ["Entry", "Face", "Group", "GroupedList"]


class GroupedList(QListView):
    """The list alone, to be put into a ``ListPanel``; what ``RecordTable`` is to records.

    groups: the headings in their order. gather: what many of one kind look like as one line. quiet: what is said
    where everything lies folded away. search: the words a thing is found by.
    Signals: ``opened(key)`` on Enter or a click; ``shown_changed()`` when rows come or go.
    """

    opened = Signal(int)
    shown_changed = Signal()

    def __init__(self, groups: Sequence[Group], gather: Gather, quiet: str, search: Callable[[Any], str]) -> None:
        super().__init__()
        self._model = GroupedModel(groups, gather, quiet, search, self)
        self._note = ""
        self.setModel(self._model)
        self.setItemDelegate(GroupedPaint(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.setMinimumWidth(160)
        self.clicked.connect(lambda index: self._act(self.row_at(index)))

    def key(self, entry: Entry) -> int:
        """Return an entry's number."""
        return entry.key

    def row_at(self, index: Index) -> Row:
        """Return the row an index is of."""
        row: Row = index.data(ROW_ROLE)
        return row

    def set_note(self, words: str) -> None:
        """Say something under the lines that come next with ``set_rows``; "" says nothing."""
        self._note = words

    def set_rows(self, entries: Sequence[Entry]) -> None:
        """Show ``entries``; what is chosen and how far the list is scrolled stay as they were."""
        self._keeping(lambda: self._model.set_entries(entries, self._note))

    def rows(self) -> list[Entry]:
        """Return every entry, shown or not."""
        return self._model.entries()

    def passing(self) -> list[Entry]:
        """Return the entries the filter lets through, in their order."""
        return self._model.passing()

    def shown_count(self) -> int:
        """Return how many entries the filter lets through."""
        return len(self._model.passing())

    def look_for(self, words: str) -> None:
        """Show only entries with every one of ``words``."""
        self._keeping(lambda: self._model.find(words))

    def only(self, test: Callable[[Any], bool] | None) -> None:
        """Show only entries that pass ``test``; None shows all."""
        self._keeping(lambda: self._model.only(test))

    def current(self) -> int | None:
        """Return the number of the entry the keyboard is on, None where it is on none."""
        index = self.currentIndex()
        row = self.row_at(index) if index.isValid() else None
        return row.entries[0].key if row and row.what in (What.ALONE, What.MEMBER) else None

    def select(self, key: int | None) -> bool:
        """Mark an entry without opening it, unfolding what hides it; say whether it is shown."""
        if key is None or not self._model.reveal(key):
            self._mark(-1)
            return False
        self._mark(self._model.place_of(("entry", key)))
        return True

    def select_first(self) -> None:
        """Put the keyboard on the first line."""
        self._mark(next((at for at in range(self._model.rowCount()) if self._model.row(at).can_be_chosen), -1))

    def _mark(self, at: int) -> None:
        index = self._model.index(at, 0) if at >= 0 else QModelIndex()
        if not index.isValid():
            self.clearSelection()
            self.setCurrentIndex(index)
            return
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        self.scrollTo(index)

    def _keeping(self, change: Callable[[], None]) -> None:
        here, top = self.currentIndex(), self.verticalScrollBar().value()
        name = self.row_at(here).name if here.isValid() else ()
        change()
        at = self._model.place_of(name)
        if at >= 0:
            flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(at, 0), flag)
        self.verticalScrollBar().setValue(top)
        self.shown_changed.emit()

    def _act(self, row: Row) -> None:
        if row.what in (What.ALONE, What.MEMBER):
            self.opened.emit(row.entries[0].key)
        elif row.can_be_chosen:
            self._keeping(lambda: self._model.toggle(row))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens or folds; left and right fold and unfold; Home and End go to the first and the last."""
        index = self.currentIndex()
        row = self.row_at(index) if index.isValid() else None
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and row is not None:
            self._act(row)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and row is not None:
            if row.what in (What.HEADING, What.GATHERED) and row.is_open == (key == Qt.Key.Key_Left):
                self._act(row)
        elif key == Qt.Key.Key_Home or (key == Qt.Key.Key_Down and row is None):
            self.select_first()
            self.scrollToTop()
        elif key == Qt.Key.Key_End:
            self._mark(self._model.rowCount() - 1)
        else:
            super().keyPressEvent(event)

    def viewportEvent(self, event: Any) -> bool:
        """Show the whole words of a line to who points at it."""
        if isinstance(event, QHelpEvent):
            index = self.indexAt(event.pos())
            row = self.row_at(index) if index.isValid() else None
            has_face = row is not None and row.what not in (What.HEADING, What.NOTE)
            QToolTip.showText(event.globalPos(), _whole(shown(row)) if row and has_face else "", self)
            return True
        return super().viewportEvent(event)


def _whole(face: Face) -> str:
    lines = [html.escape(words) for words in (face.title, face.who, face.why) if words]
    return f"<p>{'<br>'.join(lines)}</p>"
