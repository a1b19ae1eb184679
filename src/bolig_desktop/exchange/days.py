"""The day a cell of a sheet means.

A cell that a workbook shows as a date is one, and never comes here. What comes here is a bare number or a text, and
nothing about it is guessed: a wrong birth date or a wrong last day of a lease is not seen by anybody until it has
done harm. So a bare number is a day only where it can be nothing else:

* six or eight digits are a date written without dots, as in a form (010170, 01011970);
* five digits are the number Excel counts days by only where they cannot be a date that lost its first zero (10170 is
  01.01.70 as well as 4 November 1927) and the day is one the field may have: somebody's birth up to today, and of
  everything else a day from 2000 to 2040;
* any other number is a year (1988), an age (38) or a part of a date, and is refused.

A day counted from today ("+3 år", "i morgen") is for typing into a form: nobody knows what day a sheet was written.
"""

import re
from datetime import date, timedelta

from bolig_desktop.exchange.choices import shown
from bolig_desktop.text.dates import is_counted, parse_date
from bolig_desktop.text.unreadable import DateProblem

_PAST = frozenset({"born_on"})
_FIRST, _LAST = date(2000, 1, 1), date(2040, 12, 31)
_EPOCH, _EPOCH_1904 = date(1899, 12, 30), date(1904, 1, 1)
_TIME_BEHIND = re.compile(r"[ T]\d{1,2}[:.]\d{2}([:.]\d{2})?(\.\d+)?Z?$")
_NO_YEAR = re.compile(r"\d{1,2}\s*[./-]\s*\d{1,2}\.?|\d{1,2}\.?\s*[a-zåøæA-ZÅØÆ]+\.?")
_SERIAL = 5
"""How many digits the number of a day has, from 1927 to 2173."""
_WRITTEN = (6, 8)


class Days:
    """Reads days, seen from ``today``; from_1904: the workbook counts its days from 1904."""

    def __init__(self, today: date, *, from_1904: bool) -> None:
        self._today, self._epoch = today, _EPOCH_1904 if from_1904 else _EPOCH

    def text(self, text: str, field: str) -> date:
        """Return the day a text means. Raises DateProblem."""
        text = _TIME_BEHIND.sub("", text.strip())
        if re.fullmatch(r"\d+|\d{5}[.,]\d+", text) and len(text) not in _WRITTEN:
            return self.number(float(text.replace(",", ".")), field, text)
        if is_counted(text):
            raise DateProblem("sheet.not_a_day", written=shown(text))
        if not any(sign.isdigit() for sign in text):
            raise DateProblem("date.unreadable", example=self._today)
        if _NO_YEAR.fullmatch(text):
            raise DateProblem("sheet.no_year", written=shown(text))
        return parse_date(text, self._today, past=field in _PAST)

    def number(self, number: float, field: str, text: str) -> date:
        """Return the day a bare number means where it can mean only one. Raises DateProblem."""
        digits = str(int(number)) if 0 < number < 10**8 else ""
        if len(digits) in _WRITTEN and number == int(number):
            return parse_date(digits, self._today, past=field in _PAST)
        if len(digits) == _SERIAL:
            day = self._epoch + timedelta(days=int(number))
            first, last = (date.min, self._today) if field in _PAST else (_FIRST, _LAST)
            if first <= day <= last and not self._is_written(f"0{digits}"):
                return day
        raise DateProblem("sheet.number_no_day", written=shown(text))

    def _is_written(self, digits: str) -> bool:
        try:
            parse_date(digits, self._today, past=True)
        except DateProblem:
            return False
        return True
