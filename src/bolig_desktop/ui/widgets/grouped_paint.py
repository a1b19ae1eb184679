"""Draws the rows of a list under headings."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from bolig_desktop.ui.icons import pixmap
from bolig_desktop.ui.theme import Tokens, tokens
from bolig_desktop.ui.widgets.grouped_model import ROW_ROLE, Face, Index, Row, What, shown
from bolig_desktop.ui.widgets.pills import paint_pill, pill_size

_LEFT, _RIGHT, _ICON, _BESIDE = 18, 16, 20, 14
_AIR, _BETWEEN, _HEAD_AIR, _BAR = 10, 3, 16, 3


class GroupedPaint(QStyledItemDelegate):
    """A heading in small capitals with its count; a line with icon, title, pill, who and why."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; its width is the view's."""
        row: Row = index.data(ROW_ROLE)
        line = QFontMetrics(self._view.font()).height()
        match row.what:
            case What.HEADING:
                return QSize(1, line + 10 + (_HEAD_AIR if index.row() else 2))
            case What.NOTE:
                return QSize(1, line * 4 + 2 * _HEAD_AIR)
            case What.MEMBER | What.GATHERED:
                return QSize(1, 2 * line + _BETWEEN + 2 * _AIR)
        return QSize(1, 3 * line + 2 * _BETWEEN + 2 * _AIR)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one row."""
        row: Row = index.data(ROW_ROLE)
        box, now = QRect(option.rect), tokens()
        painter.save()
        painter.setFont(self._view.font())
        if row.can_be_chosen:
            air = box.height() - QFontMetrics(self._view.font()).height() - 10 if row.what is What.HEADING else 0
            self._ground(painter, option, index, box.adjusted(0, air, 0, 0))
        if row.what is What.HEADING:
            self._heading(painter, row, box, now)
        elif row.what is What.NOTE:
            painter.setPen(QColor(now.muted))
            place = box.adjusted(_LEFT, _HEAD_AIR, -_RIGHT, -_HEAD_AIR)
            painter.drawText(place, Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap, row.words)
        else:
            self._line(painter, row, box, now)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, box: QRect) -> None:
        now = tokens()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(now.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), _BAR, box.height()), QColor(now.accent))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(box, QColor(now.hover))
        if index.row() == self._view.currentIndex().row() and self._view.hasFocus():
            painter.setPen(QPen(QColor(now.accent), 1))
            painter.drawLine(box.topLeft(), box.topRight())
            painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _heading(self, painter: QPainter, row: Row, box: QRect, now: Tokens) -> None:
        font = QFont(self._view.font())
        font.setPointSizeF(font.pointSizeF() * 0.9)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(now.muted))
        place = box.adjusted(_LEFT - 1, 0, -_RIGHT, -5)
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        if row.folds:
            self._arrow(painter, row.is_open, QPoint(place.left() - 2, place.bottom() - 15), now)
            place.setLeft(place.left() + _ICON)
        words = row.words.upper()
        painter.drawText(place, side, words)
        place.setLeft(place.left() + painter.fontMetrics().horizontalAdvance(words) + 7)
        font.setWeight(QFont.Weight.Normal)
        painter.setFont(font)
        painter.drawText(place, side, str(len(row.entries)))

    def _line(self, painter: QPainter, row: Row, box: QRect, now: Tokens) -> None:
        face, measure = shown(row), QFontMetrics(self._view.font())
        inside = box.adjusted(_LEFT, _AIR, -_RIGHT, -_AIR)
        if row.what is not What.MEMBER:
            picture = pixmap(face.icon, now.ink(face.tone), _ICON, painter.device().devicePixelRatioF())
            painter.drawPixmap(inside.topLeft() + QPoint(0, (measure.height() - _ICON) // 2), picture)
        inside.setLeft(inside.left() + _ICON + _BESIDE)
        first = QRect(inside.left(), inside.top(), inside.width(), measure.height())
        first.setRight(self._pill(painter, row, face, first).left() - 10)
        below = QRect(inside.left(), first.bottom() + 1 + _BETWEEN, inside.width(), measure.height())
        if row.what is What.MEMBER:
            self._words(painter, first, face.who or face.title, now.text)
            self._words(painter, below, face.why, now.muted)
            return
        self._words(painter, first, face.title, now.text, heavy=True)
        if row.what is What.GATHERED:
            self._arrow(painter, row.is_open, QPoint(below.left() - 4, below.top() + (below.height() - 16) // 2), now)
            self._words(painter, below.adjusted(15, 0, 0, 0), face.who, now.accent)
            return
        self._words(painter, below, face.who, now.text)
        below.translate(0, measure.height() + _BETWEEN)
        self._words(painter, below, face.why, now.muted)

    def _pill(self, painter: QPainter, row: Row, face: Face, line: QRect) -> QRect:
        """Paint the pill, in its few words where the title would be cut for the many, and return where it stands."""
        font, (said, tone) = self._view.font(), face.pill
        title = face.who if row.what is What.MEMBER else face.title
        needed = QFontMetrics(self._heavy(font)).horizontalAdvance(title) + 10
        if face.brief and needed + pill_size(said, font).width() > line.width():
            said = face.brief
        return paint_pill(painter, (said, tone), line.adjusted(0, -2, 0, 2), at_right=True)

    def _heavy(self, font: QFont) -> QFont:
        heavier = QFont(font)
        heavier.setWeight(QFont.Weight.DemiBold)
        return heavier

    def _words(self, painter: QPainter, box: QRect, words: str, colour: str, *, heavy: bool = False) -> None:
        painter.setFont(self._heavy(self._view.font()) if heavy else self._view.font())
        painter.setPen(QColor(colour))
        fitted = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        # A name in Arabic letters begins at the left as well, as in the lists of records.
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box, side | Qt.TextFlag.TextSingleLine, fitted)

    def _arrow(self, painter: QPainter, is_open: bool, at: QPoint, now: Tokens) -> None:
        name = "chevron-down" if is_open else "chevron-right"
        painter.drawPixmap(at, pixmap(name, now.accent, 16, painter.device().devicePixelRatioF()))
