"""A list of records: sorted by its headers, filtered by typing, worked by the keyboard, copied to Excel."""

import html
from collections.abc import Callable, MutableMapping, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from bolig_desktop.text.cells import pasted_cell
from bolig_desktop.ui.icons import pixmap
from bolig_desktop.ui.theme import tokens
from bolig_desktop.ui.widgets.pills import paint_pill, pill_size
from bolig_desktop.ui.widgets.record_model import ICON_ROLE, PILL_ROLE, Column, RecordModel

__all__ = ["Column", "RecordTable"]
LEAST_WIDTH, LEAST_STRETCH, GOOD_STRETCH, WIDEST = 44, 170, 190, 360
_PAD, _ICON = 8, 23


class RecordTable(QTableView):
    """The table alone; ``ListPanel`` adds heading, filter line, chips and the words for an empty list.

    key: a row to its id. settings: where widths and order are remembered (strings to whole numbers), under names
    beginning with ``name``; never personal data.
    Signals: ``opened(id)`` on Enter, a click or a double click; ``shown_changed()`` when rows come or go.
    """

    opened = Signal(int)
    shown_changed = Signal()

    def __init__(self, columns: Sequence[Column], *, name: str, key: Callable[[Any], int] = lambda row: row.id,
                 settings: MutableMapping[str, int] | None = None, sort_by: str = "",
                 sort_down: bool = False) -> None:  # fmt: skip
        super().__init__()
        self._name = name
        self._settings: MutableMapping[str, int] = {} if settings is None else settings
        self._measured: dict[int, tuple[list[str], QFont, int]] = {}
        self._fitting = False
        self.key = key
        self._model = RecordModel(columns, key, self)
        self.setModel(self._model)
        self.setItemDelegate(_Cells(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMinimumWidth(160)
        self._set_up_headers()
        self.clicked.connect(lambda index: self._open(index))
        self._restore_order(sort_by, sort_down)

    def _set_up_headers(self) -> None:
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(self.fontMetrics().height() + 16)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(LEAST_WIDTH)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setHighlightSections(False)
        header.setSectionsClickable(True)
        header.setFixedHeight(self.fontMetrics().height() + 14)
        header.sectionClicked.connect(self._header_clicked)
        header.sectionResized.connect(self._remember_width)

    # rows

    def set_rows(self, rows: Sequence[Any]) -> None:
        """Show ``rows``; what is selected and how far the list is scrolled stay as they were."""
        chosen, top = self.current(), self.verticalScrollBar().value()
        self._model.set_rows(rows)
        self._fit()
        self.select(chosen)
        self.verticalScrollBar().setValue(top)
        self.shown_changed.emit()

    def retitle(self, key: str, title: str) -> None:
        """Call a column something else."""
        self._model.retitle(key, title)

    def rows(self) -> list[Any]:
        """Return every row, shown or not."""
        return self._model.rows()

    def shown(self) -> list[Any]:
        """Return the rows shown now, in their order."""
        return [self._model.row(at) for at in range(self._model.rowCount())]

    def marked(self) -> list[Any]:
        """Return the rows that are marked, one or many (Shift and Ctrl), in their order."""
        return [self._model.row(at) for at in sorted(index.row() for index in self.selectionModel().selectedRows())]

    def shown_count(self) -> int:
        """Return how many rows are shown now."""
        return self._model.rowCount()

    def select_first(self) -> None:
        """Put the keyboard on the first row."""
        self.selectRow(0)

    def look_for(self, words: str) -> None:
        """Show only rows with every one of ``words``."""
        self._keeping(lambda: self._model.find(words))

    def only(self, test: Callable[[Any], bool] | None) -> None:
        """Show only rows that pass ``test``; None shows all."""
        self._keeping(lambda: self._model.only(test))

    def _keeping(self, change: Callable[[], None]) -> None:
        chosen = self.current()
        change()
        self.select(chosen)
        self.shown_changed.emit()

    def current(self) -> int | None:
        """Return the id of the row the keyboard is on, None where there is none."""
        at = self.currentIndex().row()
        return self._model.key_at(at) if 0 <= at < self._model.rowCount() else None

    def select(self, key: int | None) -> bool:
        """Mark the row with this id without opening it; say whether it is shown."""
        at = -1 if key is None else self._model.place_of(key)
        if at < 0:
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
        index = self._model.index(at, 0)
        in_sight = self.viewport().rect().contains(self.visualRect(index).center())
        self.selectionModel().setCurrentIndex(index, flags)
        if not in_sight:
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
        return True

    def _open(self, index: QModelIndex) -> None:
        held = QApplication.keyboardModifiers() & (
            Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
        )
        if index.isValid() and not held:
            self.opened.emit(self._model.key_at(index.row()))

    def has_icons(self, column: int) -> bool:
        """Say whether icons may stand before the words of a column."""
        return self._model.columns[column].icon is not None

    # keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+C copies the rows marked; arrows, Home and End move."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self._model.key_at(self.currentIndex().row()))
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._model.rowCount():
            at = 0 if event.key() == Qt.Key.Key_Home else self._model.rowCount() - 1
            self.select(self._model.key_at(at))
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the rows marked on the clipboard as text Excel reads: headings first, a tab between cells."""
        marked = sorted(index.row() for index in self.selectionModel().selectedRows())
        columns = [at for at in range(len(self._model.columns)) if self._model.columns[at].title]
        lines = ["\t".join(self._model.columns[at].title for at in columns)]
        lines += ["\t".join(pasted_cell(self._model.copied_at(row, at)) for at in columns) for row in marked]
        if marked:
            QApplication.clipboard().setText("\n".join(lines))

    # order and widths

    def _header_clicked(self, section: int) -> None:
        down = section == self._model.sort_column and not self._model.sort_down
        order = Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder
        self._keeping(lambda: self._model.sort(section, order))
        self._settings[f"{self._name}.order"] = -(section + 1) if down else section + 1

    def _restore_order(self, sort_by: str, sort_down: bool) -> None:
        kept = self._settings.get(f"{self._name}.order", 0)
        keys = [column.key for column in self._model.columns]
        if 0 < abs(kept) <= len(keys):
            section, down = abs(kept) - 1, kept < 0
        elif sort_by in keys:
            section, down = keys.index(sort_by), sort_down
        else:
            return
        self._model.sort(section, Qt.SortOrder.DescendingOrder if down else Qt.SortOrder.AscendingOrder)

    def _least(self, at: int) -> int:
        """Return the width a column is shown in at least: a pill is never cut, for half a state says nothing."""
        column = self._model.columns[at]
        width = self._settings.get(f"{self._name}.{column.key}", column.width or LEAST_STRETCH)
        return self._wanted(at, width) if column.pill and self._model.rows() else width

    def _remember_width(self, section: int, _: int, new: int) -> None:
        if not self._fitting and new:
            self._settings[f"{self._name}.{self._model.columns[section].key}"] = new
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the room there is."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Hide the least needed columns until the rest fit, then share the room left by what their words need."""
        room = self.viewport().width()
        columns = self._model.columns
        shown = set(range(len(columns)))
        stretch = next((at for at in shown if not columns[at].width), 0)
        whole = min(max(LEAST_STRETCH, self._wanted(stretch, LEAST_STRETCH)), GOOD_STRETCH)

        def others() -> int:
            return sum(self._least(at) for at in shown - {stretch})

        for at in sorted(shown - {stretch}, key=lambda at: (-columns[at].rank, -at)):
            first = whole if columns[at].rank > 1 else LEAST_STRETCH  # what matters little makes no name shorter
            if columns[at].rank and others() + first > room:
                shown.discard(at)
        least = {at: self._least(at) for at in shown - {stretch}}
        least[stretch] = min(whole, max(LEAST_STRETCH, room - sum(least.values())))
        widths = self._shared(least, room)
        widths.pop(stretch, None)
        self._fitting = True
        for at in range(len(columns)):
            self.setColumnHidden(at, at not in shown)
            if at in widths:
                self.setColumnWidth(at, widths[at])
        self.setColumnWidth(stretch, max(room - sum(widths.values()), LEAST_WIDTH * 2))
        self._fitting = False

    def _shared(self, widths: dict[int, int], room: int) -> dict[int, int]:
        """Return the widths with the room over given to columns whose words are cut, what lacks least first."""
        lacking = {at: self._wanted(at, width) - width for at, width in widths.items()}
        lacked, over = sum(lack for lack in lacking.values() if lack > 0), room - sum(widths.values())
        if lacked > over:  # then also what others have more than their words need
            widths = {at: width + min(0, lacking[at]) for at, width in widths.items()}
            over = room - sum(widths.values())
        cut = sorted((at for at, lack in lacking.items() if lack > 0), key=lambda at: lacking[at])
        for number, at in enumerate(cut):
            given = min(lacking[at], max(0, over) // (len(cut) - number))
            widths[at] += given
            over -= given
        return widths

    def _wanted(self, at: int, width: int) -> int:
        """Return how wide a column would be with its longest words whole; one the user has set stays ``width``."""
        column = self._model.columns[at]
        if f"{self._name}.{column.key}" in self._settings:
            return width
        inside = self._widest_words(at)
        inside += (_ICON if column.icon else 0) + 2 * _PAD + (4 if column.pill else 12)
        title = self.fontMetrics().horizontalAdvance(f"{column.title} ↑") * 1.1  # it is written in bold
        return max(min(inside, WIDEST), int(title) + 2 * _PAD)

    def _widest_words(self, at: int) -> int:
        """Return how wide a column's widest words are; measured once for the same words in the same font."""
        words, font = self._model.longest(at), self.font()
        known = self._measured.get(at)
        if known is None or known[0] is not words or known[1] != font:
            column = self._model.columns[at]
            widest = max((self._measure(column, each) for each in words), default=0)
            self._measured[at] = known = (words, font, widest)
        return known[2]

    def _measure(self, column: Column, words: str) -> int:
        return pill_size(words, self.font()).width() if column.pill else self.fontMetrics().horizontalAdvance(words)


def cut_to(words: str, measure: QFontMetrics, width: int) -> str:
    """Return the words cut to a width; a number they end in (a unit, a household's) tells them apart and stays."""
    ends_in_number = words[-1:].isdigit()
    mode = Qt.TextElideMode.ElideMiddle if ends_in_number else Qt.TextElideMode.ElideRight
    return measure.elidedText(words, mode, width)


class _Cells(QStyledItemDelegate):
    """Paints a cell: text, a pill as wide as its words, or an icon before the text."""

    def __init__(self, table: RecordTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        now = tokens()
        box = QRect(option.rect)
        painter.save()
        first = self._table.columnAt(1) == index.column()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.accent_soft))
            if first:
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(now.accent))
        if index.row() == self._table.currentIndex().row() and self._table.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())
        inside = box.adjusted(_PAD + (10 if first else 0), 0, -_PAD, 0)
        painter.setFont(option.font)
        pill = index.data(PILL_ROLE)
        if pill is not None:
            paint_pill(painter, pill, inside)
        else:
            icon = index.data(ICON_ROLE)
            if icon is not None:
                at = QPoint(inside.left(), inside.top() + (inside.height() - 16) // 2)
                painter.drawPixmap(at, pixmap(icon[0], now.ink(icon[1]), 16, painter.device().devicePixelRatioF()))
            if icon is not None or (self._table.has_icons(index.column()) and not first):
                inside.setLeft(inside.left() + _ICON)  # the words stand under each other, with or without an icon
            painter.setPen(QColor(now.text))
            words = cut_to(index.data(), painter.fontMetrics(), inside.width())
            side = index.data(Qt.ItemDataRole.TextAlignmentRole)
            painter.drawText(inside, side | Qt.TextFlag.TextSingleLine, words)
        painter.restore()

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:  # fmt: skip
        """Show the whole words of a cell they are cut in."""
        whole = self.sizeHint(option, index).width() <= option.rect.width() or not index.isValid()
        QToolTip.showText(event.globalPos(), "" if whole else html.escape(index.data()), view)
        return True

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the room a cell wants when its column is fitted by a double click."""
        pill, words = index.data(PILL_ROLE), index.data()
        width = pill_size(pill[0], option.font).width() if pill else option.fontMetrics.horizontalAdvance(words)
        icon = _ICON if self._table.has_icons(index.column()) else 0
        return QSize(width + icon + 2 * _PAD + 8, option.rect.height())
