"""The one table model of every list: rows of any kind, read through columns, filtered and sorted in memory."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from heapq import nlargest
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from bolig_desktop.text.names import loose
from bolig_desktop.ui.widgets.pills import Pill

Index = QModelIndex | QPersistentModelIndex
PILL_ROLE = Qt.ItemDataRole.UserRole + 1
ICON_ROLE = Qt.ItemDataRole.UserRole + 2
_LONGEST = 32


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column of a list.

    key: its name in the remembered widths. text: the words shown, copied and searched. sort: what to sort by where
    the words will not do (a date, an amount; None sorts last). pill: words and tone painted as a pill instead of
    the text. icon: name and tone of an icon before the text. right: numbers stand to the right. width: logical
    pixels at first, 0 for the one that takes the room left. rank: 0 is always shown, higher numbers are the first
    to go where the list is narrow. copied: what goes on the clipboard where that must be other words than are shown.
    """

    key: str
    title: str
    text: Callable[[Any], str]
    sort: Callable[[Any], Any] | None = None
    pill: Callable[[Any], Pill | None] | None = None
    icon: Callable[[Any], tuple[str, str] | None] | None = None
    right: bool = False
    width: int = 110
    rank: int = 0
    copied: Callable[[Any], str] | None = None


class RecordModel(QAbstractTableModel):
    """Rows as they are shown now; every text is made once when the rows come, so filtering touches only strings."""

    def __init__(self, columns: Sequence[Column], key: Callable[[Any], int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._key = key
        self._rows: list[Any] = []
        self._texts: list[tuple[str, ...]] = []
        self._search: list[str] = []
        self._longest: dict[int, list[str]] = {}
        self._shown: list[int] = []
        self._sorted: list[int] = []
        self._words: list[str] = []
        self._test: Callable[[Any], bool] | None = None
        self.sort_column, self.sort_down = -1, False

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show other rows, under the filter and order of now."""
        self.beginResetModel()
        readers = [column.text for column in self.columns]
        self._rows = list(rows)
        self._texts = [tuple([read(row) for read in readers]) for row in self._rows]
        self._search = []
        self._longest = {}
        self._order()
        self._filter()
        self.endResetModel()

    def retitle(self, key: str, title: str) -> None:
        """Call a column something else."""
        at = next(at for at, column in enumerate(self.columns) if column.key == key)
        self.columns[at] = replace(self.columns[at], title=title)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, at, at)

    def longest(self, column: int) -> list[str]:
        """Return the longest words of a column, shown or not; which of them is widest, the font decides.

        As many as a column of states has: five states can be of the same length, and only one of them the widest.
        """
        if column not in self._longest:
            self._longest[column] = nlargest(_LONGEST, {texts[column] for texts in self._texts}, key=len)
        return self._longest[column]

    def rows(self) -> list[Any]:
        """Return every row, shown or not."""
        return self._rows

    def row(self, at: int) -> Any:
        """Return the row shown at place ``at``."""
        return self._rows[self._shown[at]]

    def key_at(self, at: int) -> int:
        """Return the id of the row shown at place ``at``."""
        return self._key(self.row(at))

    def place_of(self, key: int) -> int:
        """Return where the row with this id is shown, -1 where it is not."""
        for at, number in enumerate(self._shown):
            if self._key(self._rows[number]) == key:
                return at
        return -1

    def text_at(self, at: int, column: int) -> str:
        """Return the words of one cell."""
        return self._texts[self._shown[at]][column]

    def copied_at(self, at: int, column: int) -> str:
        """Return what goes on the clipboard of one cell."""
        copied = self.columns[column].copied
        return self.text_at(at, column) if copied is None else copied(self._rows[self._shown[at]])

    def find(self, words: str) -> None:
        """Show only rows that have every one of ``words`` somewhere in their text."""
        self._words = loose(words).split()
        self._again()

    def only(self, test: Callable[[Any], bool] | None) -> None:
        """Show only rows that pass ``test``; None shows all."""
        self._test = test
        self._again()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Order the rows by ``column``."""
        self.sort_column, self.sort_down = column, order == Qt.SortOrder.DescendingOrder
        self.beginResetModel()
        self._order()
        self._filter()
        self.endResetModel()

    def _again(self) -> None:
        self.beginResetModel()
        self._filter()
        self.endResetModel()

    def _order(self) -> None:
        numbers = list(range(len(self._rows)))
        if 0 <= self.sort_column < len(self.columns):
            column = self.columns[self.sort_column]
            if column.sort is None:
                at = self.sort_column
                keys: list[Any] = [texts[at].casefold() or None for texts in self._texts]
            else:
                keys = [column.sort(row) for row in self._rows]
            empty = [number for number in numbers if keys[number] is None]
            full = [number for number in numbers if keys[number] is not None]
            full.sort(key=lambda number: keys[number], reverse=self.sort_down)
            numbers = full + empty
        self._sorted = numbers

    def _filter(self) -> None:
        shown = self._sorted
        if self._test is not None:
            test, rows = self._test, self._rows
            shown = [number for number in shown if test(rows[number])]
        if self._words and not self._search:
            self._search = [loose("\n".join(texts)) for texts in self._texts]
        for word in self._words:
            texts = self._search
            shown = [number for number in shown if word in texts[number]]
        self._shown = shown

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many rows are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what one cell shows."""
        column = self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._texts[self._shown[index.row()]][index.column()]
        if role == PILL_ROLE:
            return column.pill(self.row(index.row())) if column.pill else None
        if role == ICON_ROLE:
            return column.icon(self.row(index.row())) if column.icon else None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a column's title with an arrow where the list is sorted by it."""
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            arrow = "" if section != self.sort_column else " ↓" if self.sort_down else " ↑"
            return column.title + arrow
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None
