"""One cell read as a field's value and written as one, by the field's own type."""

import enum
import re
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from bolig_desktop.exchange.choices import Choices, shown, yes_or_no
from bolig_desktop.exchange.days import Days
from bolig_desktop.exchange.grading_words import grading_in
from bolig_desktop.law.indexing import month_in, month_of
from bolig_desktop.people.records import Grading
from bolig_desktop.text.clean import clean
from bolig_desktop.text.dates import MONTHS, show_date
from bolig_desktop.text.languages import norwegian_name
from bolig_desktop.text.money import parse_decimal, parse_kroner, parse_ore
from bolig_desktop.text.names import fold
from bolig_desktop.text.unreadable import MoneyProblem, NumberProblem, Unreadable

LONGEST = 32_000
"""How many characters of a text stand in a cell: Excel takes 32,767."""
CUT = " … (resten står i Bolig)"
_LANGUAGES = frozenset({"language", "second_language", "interpreter_language"})
_MONTHS = frozenset({"month", "from_month", "kpi_from_month", "kpi_to_month"})
_PADDED = {
    "postcode": 4,
    "identity_number": 11,
    "account_number": 11,
    "deposit_account": 11,
    "municipality_number": 4,
}
"""What is so many digits, and loses its leading zeros where Excel takes it for a number."""
_EXCEL_TAKES_FROM = date(1900, 3, 1)  # Excel believes that there was a 29 February 1900
_MONTHLY = frozenset({"rent_nok", "power_nok", "water_nok"})
_A_MONTH = re.compile(
    r"(?<=[\d.,kr–—-])\s*(?:/|pr\.?|per|i|a|à)?\s*(?:mnd|md|måned(?:en)?|månad(?:en)?|month|mth)\.?$", re.IGNORECASE
)
"""What people write behind a rent that is for a month anyway; a week or a year is refused."""
_UNSEEN = {0xAD: None, 0x200B: None, 0x2060: None, 0xA0: " ", 0x2007: " ", 0x2009: " ", 0x202F: " "}
"""Signs that come along from web pages and Word: a soft hyphen, a space without width, and spaces of other kinds."""
_ERRORS = frozenset({"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!"})
_MINUS = re.compile(r"[-−–](?=\d)")

Cell = str | int | float | bool | date | time | timedelta | None
"""What a workbook or a text file has in a cell."""


class Reader:
    """Reads cells, seen from ``today``.

    from_1904: the workbook counts its days from 1904. ours: it was written by this program, and has no formulas that
    could have gone wrong.
    """

    def __init__(self, choices: Choices, today: date, *, from_1904: bool = False, ours: bool = False) -> None:
        self._choices, self.ours = choices, ours
        self._days = Days(today, from_1904=from_1904)

    def read(self, cell: Cell, kind: type, field: str) -> Any:
        """Return the value of a cell that is not empty. Raises Unreadable with what would be right."""
        if cell in _ERRORS and not self.ours:
            raise Unreadable("sheet.error_cell", written=cell)
        if kind is date:
            return self._day(cell, field)
        if kind is bool:
            return cell if isinstance(cell, bool) else yes_or_no(text_of(cell))
        if kind is Grading and (grading := grading_in(text_of(cell))) is not None:
            return grading
        if issubclass(kind, enum.Enum):
            return self._choices.read(kind, text_of(cell))
        if kind is int:
            return _whole(cell, field)
        if kind is Decimal:
            return _decimal(cell)
        return self._text(cell, field)

    def _day(self, cell: Cell, field: str) -> date:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            return self._days.number(cell, field, text_of(cell))
        return self._days.text(text_of(cell), field)

    def _text(self, cell: Cell, field: str) -> str:
        if field in _MONTHS:
            return _month(cell)
        text = clean(text_of(cell) if self.ours else text_of(cell).translate(_UNSEEN), lines=True)
        if field in _LANGUAGES and text:
            return self._choices.language(text)
        if field in _PADDED and not isinstance(cell, str) and text.isdigit():
            return text.zfill(_PADDED[field])
        return text


def text_of(cell: Cell) -> str:
    """Return a cell as it would be typed."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nei"
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case datetime():
            return show_date(cell.date())
        case date():
            return show_date(cell)
        case time():
            return f"{cell.hour:02}.{cell.minute:02}"
        case timedelta():
            minutes = int(cell.total_seconds() // 60)
            return f"{minutes // 60:02}.{minutes % 60:02}"
    return str(cell)


def is_empty(cell: Cell) -> bool:
    """Return whether nothing stands in a cell."""
    return cell is None or (isinstance(cell, str) and not clean(cell))


def written(value: Any, field: str, choices: Choices) -> Cell | Decimal:
    """Return what stands in a cell for a field's value: text, a number, a day, or None for nothing."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "Ja" if value else "Nei"
    if isinstance(value, enum.Enum):
        return choices.word(value)
    if field.endswith("_ore"):
        return Decimal(value) / 100
    if isinstance(value, date) and value < _EXCEL_TAKES_FROM:
        return show_date(value)
    if isinstance(value, str):
        if field in _LANGUAGES:
            return norwegian_name(value)
        return value if len(value) <= LONGEST else value[:LONGEST] + CUT
    return value  # type: ignore[no-any-return]


def _number(cell: Cell) -> Decimal | None:
    """Return a cell that is a number already, however Excel keeps it."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return None
    try:
        number = Decimal(str(cell))
    except InvalidOperation:
        raise NumberProblem("number.unreadable") from None
    if not number.is_finite() or abs(number) > 10**15:
        raise NumberProblem("number.unreadable")
    return number


def _whole(cell: Cell, field: str) -> int:
    number, text = _number(cell), text_of(cell)
    if field.endswith("_ore"):
        if number is None:
            return parse_ore(text)
        if number < 0:
            raise MoneyProblem("money.negative")
        if number * 100 != (number * 100).to_integral_value():
            raise MoneyProblem("money.unreadable")
        return int(number * 100)
    if field.endswith("_nok"):
        return _kroner(number, _A_MONTH.sub("", text.strip()) if field in _MONTHLY else text)
    if number is None:
        sign = -1 if _MINUS.match(text.strip()) else 1
        number = sign * parse_decimal(_MINUS.sub("", text.strip(), count=1) if sign < 0 else text)
    if number != number.to_integral_value():
        raise NumberProblem("number.not_whole")
    return int(number)


def _kroner(number: Decimal | None, text: str) -> int:
    if number is None:
        return parse_kroner(text)
    if number < 0:
        raise MoneyProblem("money.negative")
    if number != number.to_integral_value():
        raise MoneyProblem("money.not_whole", lower_nok=int(number), upper_nok=int(number) + 1)
    return parse_kroner(str(int(number)))


def _decimal(cell: Cell) -> Decimal:
    number = _number(cell)
    if number is None:
        return parse_decimal(text_of(cell))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _month(cell: Cell) -> str:
    if isinstance(cell, date):
        return month_of(cell)
    text = clean(text_of(cell))
    if found := month_in(text):
        return found
    word, _, year = fold(text).rpartition(" ")
    numbers = [number for number, name in enumerate(MONTHS["nb"], start=1) if word and fold(name).startswith(word)]
    if len(numbers) == 1 and re.fullmatch(r"\d{4}", year):
        return f"{year}-{numbers[0]:02}"
    raise Unreadable("sheet.not_a_month", written=shown(text))
