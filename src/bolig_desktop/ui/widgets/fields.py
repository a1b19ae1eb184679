"""Fields for words, numbers, kroner and dates, typed the way people type them."""

from datetime import date
from decimal import Decimal
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QColor, QFocusEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QFrame, QHBoxLayout, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget

from bolig_desktop.clock import Clock
from bolig_desktop.law.indexing import month_in
from bolig_desktop.text.clean import clean
from bolig_desktop.text.dates import parse_date, show_date
from bolig_desktop.text.lengths import LINE
from bolig_desktop.text.money import (
    parse_decimal,
    parse_kroner,
    parse_ore,
    parse_whole,
    show_decimal,
    show_kroner,
    show_ore,
)
from bolig_desktop.ui import icons
from bolig_desktop.ui.theme import tokens
from bolig_desktop.ui.widgets.field import EntryField, Field, LetUndoThrough, NotUnderstood
from bolig_desktop.ui.widgets.keys import on_keys
from bolig_desktop.ui.words import language, tr


class TextField(EntryField):
    """One line of words; empty is "" unless ``empty`` says None.

    longest: how many characters may be saved, on a form what ``text.lengths`` says; more is said under the field,
    never cut off.
    """

    def __init__(self, *, placeholder: str = "", longest: int = LINE, empty: str | None = "") -> None:
        super().__init__(placeholder=placeholder)
        self._longest = longest
        self._empty = empty

    def keep_within(self, longest: int) -> None:
        """Take so many characters and no more."""
        self._longest = longest

    def value(self) -> str | None:
        """Return the words without spaces around them."""
        text: str | None = super().value()
        return self._empty if text is None else text

    def _read(self, text: str) -> str:
        text = clean(text)
        if len(text) > self._longest:
            raise NotUnderstood(tr("Teksten er for lang: det er plass til {most} tegn.", most=self._longest))
        return text


class NumberField(EntryField):
    """A whole number, zero or more; ``unit`` (``måneder``) is shown greyed in the empty field."""

    def __init__(self, *, least: int = 0, most: int | None = None, unit: str = "") -> None:
        super().__init__(placeholder=unit)
        self._least, self._most = least, most

    def _read(self, text: str) -> int:
        number = parse_whole(text)
        _within(number, self._least, self._most)
        return number


class DecimalField(EntryField):
    """A number with a decimal comma, such as ``11,5``, zero or more; its value is a ``Decimal``."""

    def __init__(self, *, least: Decimal = Decimal(0), most: Decimal | None = None, unit: str = "") -> None:
        super().__init__(placeholder=unit)
        self._least, self._most = least, most

    def _read(self, text: str) -> Decimal:
        number = parse_decimal(text)
        _within(number, self._least, self._most)
        return number

    def _words(self, value: Any) -> str:
        return show_decimal(value)


def _within(number: int | Decimal, least: int | Decimal, most: int | Decimal | None) -> None:
    if number < least:
        raise NotUnderstood(tr("Tallet kan ikke være under {least}.", least=show_decimal(least)))
    if most is not None and number > most:
        raise NotUnderstood(tr("Tallet kan ikke være over {most}.", most=show_decimal(most)))


class MonthField(EntryField):
    """A month, typed ``2026-10`` or ``2026M10``; its value is "2026-10", and "" where the line is empty."""

    def __init__(self) -> None:
        super().__init__(placeholder=tr("åååå-mm"))

    def value(self) -> str:
        """Return the month."""
        return super().value() or ""

    def _read(self, text: str) -> str:
        month = month_in(text)
        if month is None:
            raise NotUnderstood(tr("Skriv måneden som 2026-10."))
        return month


class MoneyField(EntryField):
    """Whole kroner, typed ``9500``, ``9 500`` or ``9.500,-``; shown as ``9 500``."""

    def __init__(self, *, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder or tr("kroner"))

    def _read(self, text: str) -> int:
        return parse_kroner(text)

    def _words(self, value: Any) -> str:
        return show_kroner(value).removesuffix("kr").strip()


class OreField(MoneyField):
    """Kroner and øre, typed ``1 250,50`` or ``1250``; its value is whole øre, shown as ``1 250,50``."""

    def _read(self, text: str) -> int:
        return parse_ore(text)

    def _words(self, value: Any) -> str:
        return show_ore(value).removesuffix("kr").strip()


class LongTextField(Field):
    """Words over several lines; Tab goes on to the next field."""

    def __init__(self, *, lines: int = 4, placeholder: str = "") -> None:
        super().__init__()
        self.entry = _Lines(self)
        self.entry.setTabChangesFocus(True)
        self.entry.setPlaceholderText(placeholder)
        self.entry.setMinimumWidth(40)
        self.entry.setFixedHeight(self.entry.fontMetrics().lineSpacing() * lines + 20)
        self.entry.textChanged.connect(self._changed)
        self._quiet = False
        LetUndoThrough(self.entry, self.entry.document().isUndoAvailable)
        self._place(self.entry)

    def editor(self) -> QWidget:
        """Return the box."""
        return self.entry

    def value(self) -> str:
        """Return the words without blank lines around them, "" where there are none."""
        return clean(self.entry.toPlainText(), lines=True)

    def _write(self, value: Any) -> None:
        self.set_typed("" if value is None else str(value))

    def typed(self) -> str:
        """Return the box as it stands."""
        return self.entry.toPlainText()

    def set_typed(self, text: str) -> None:
        """Put the words back without any signal."""
        self._quiet = True
        self.entry.setPlainText(text)
        self._quiet = False

    def _changed(self) -> None:
        if not self._quiet:
            self._typing()


class _Lines(QPlainTextEdit):
    def __init__(self, field: LongTextField) -> None:
        super().__init__()
        self._field = field

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._field.leave()


class DateField(EntryField):
    """A date, typed ``1.11.23``, ``011123``, ``i morgen`` or ``+3 mnd``; shown as ``01.11.2023``.

    clock: says what day "i morgen" is counted from; past: two digits never mean a year ahead
    (dates of birth). The button beside the line opens a small calendar (Alt+Down).
    """

    def __init__(self, clock: Clock, *, past: bool = False, placeholder: str = "") -> None:
        super().__init__(placeholder=placeholder or tr("dd.mm.åååå"))
        self._past = past
        self._clock = clock
        self.button = QToolButton()
        self.button.setProperty("role", "flat")
        self.button.setAccessibleName(tr("Åpne kalenderen"))
        self.button.setToolTip(tr("Åpne kalenderen (Alt+↓)"))
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.setCursor(Qt.CursorShape.ArrowCursor)
        icons.put(self.button, "calendar", side=16)
        self.button.clicked.connect(self._open_calendar)
        # Of this field only: as the button's own shortcut two dates in one window would be in each other's way.
        on_keys(self.entry, ["Alt+Down"], self._open_calendar)
        inside = QHBoxLayout(self.entry)
        inside.setContentsMargins(0, 0, 3, 0)
        inside.addStretch(1)
        inside.addWidget(self.button)
        self.entry.setTextMargins(0, 0, 26, 0)

    def _read(self, text: str) -> date:
        return parse_date(text, self._clock(), past=self._past)

    def _words(self, value: Any) -> str:
        return show_date(value)

    def _open_calendar(self) -> None:
        if not self.entry.isEnabled() or self.entry.isReadOnly():
            return
        chosen = self.value() if self.is_valid() else None
        popup = _Calendar(self, chosen or self._clock())
        popup.adjustSize()
        corner, screen = self.entry.mapToGlobal(self.entry.rect().bottomLeft()), self.screen().availableGeometry()
        below = corner.y() + popup.height() <= screen.bottom()
        top = corner.y() if below else corner.y() - self.entry.height() - popup.height()
        popup.move(max(screen.left(), min(corner.x(), screen.right() - popup.width())), top)
        popup.show()

    def choose(self, day: date) -> None:
        """Take ``day`` from the calendar, as if it had been typed and left."""
        self.entry.setText(self._words(day))
        self._typing()
        self._left()
        self.entry.setFocus()


class _Calendar(QFrame):
    def __init__(self, field: DateField, day: date) -> None:
        super().__init__(field, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "calendar")
        self._field = field
        self.days = QCalendarWidget()
        self.days.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.days.setSelectedDate(QDate(day.year, day.month, day.day))
        self.days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.ISOWeekNumbers)
        self.days.setLocale(QLocale(language()))
        quiet = QTextCharFormat()
        quiet.setForeground(QColor(tokens().muted))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.days.setWeekdayTextFormat(weekend, quiet)
        for name, arrow in (("qt_calendar_prevmonth", "chevron-left"), ("qt_calendar_nextmonth", "chevron-right")):
            button = self.days.findChild(QToolButton, name)
            if isinstance(button, QToolButton):
                icons.put(button, arrow)
        self.days.clicked.connect(self._chosen)
        self.days.activated.connect(self._chosen)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.addWidget(self.days)
        self.days.setFocus()

    def _chosen(self, day: QDate) -> None:
        self._field.choose(date(day.year(), day.month(), day.day()))
        self.close()
