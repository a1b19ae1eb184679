"""Dates as people type them and as they are shown, the same on screen and on paper."""

import calendar
import re
import unicodedata
from datetime import date, timedelta

from bolig_desktop.text.unreadable import DateProblem

FIRST_YEAR, LAST_YEAR = 1900, 2199

_NORWEGIAN = "januar februar mars april mai juni juli august september oktober november desember"
_ENGLISH = "January February March April May June July August September October November December"
MONTHS = {"nb": _NORWEGIAN.split(), "nn": _NORWEGIAN.split(), "en": _ENGLISH.split()}
_DAY_WORDS = {
    "i dag": 0, "idag": 0, "today": 0, "nå": 0,
    "i morgen": 1, "imorgen": 1, "i morgon": 1, "imorgon": 1, "tomorrow": 1,
    "i overmorgen": 2, "overmorgen": 2, "i overmorgon": 2, "overmorgon": 2,
    "i går": -1, "igår": -1, "i gaar": -1, "i gar": -1, "yesterday": -1,
    "i forgårs": -2, "forgårs": -2, "i førgår": -2, "førgår": -2, "i førdags": -2,
}  # fmt: skip
_WEEKDAYS = (
    ("mandag", "måndag", "man", "mån", "monday", "mon"),
    ("tirsdag", "tysdag", "tir", "tirs", "tys", "tuesday", "tue"),
    ("onsdag", "ons", "wednesday", "wed"),
    ("torsdag", "tor", "tors", "thursday", "thu"),
    ("fredag", "fre", "friday", "fri"),
    ("lørdag", "laurdag", "lør", "lau", "saturday", "sat"),
    ("søndag", "sundag", "søn", "sun", "sunday"),
)
_WEEKDAY = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_UNITS = {
    "day": ("d", "dag", "dager", "dagar", "døgn", "day", "days"),
    "week": ("u", "uke", "uker", "v", "veke", "veker", "week", "weeks", "w"),
    "month": ("m", "md", "mnd", "måned", "måneder", "månad", "månader", "månadar", "month", "months"),
    "year": ("å", "år", "year", "years", "y"),
}
_UNIT = {word: unit for unit, words in _UNITS.items() for word in words}

_RELATIVE = re.compile(
    r"(?P<sign>\+|-|om |in |for )?\s*(?P<count>\d{1,5})\s*(?P<unit>[a-zåøæ]+)\.?(?P<past> siden| sidan| ago)?"
)
_NUMBERS = re.compile(r"(\d{1,2})\s*[./\- ]\s*(\d{1,2})(?:\s*[./\- ]\s*(\d{4}|\d{2}))?\.?")
_ISO = re.compile(r"(\d{4})[-./](\d{1,2})[-./](\d{1,2})")
_WORDS = re.compile(r"(\d{1,2})\s*\.?\s*([a-zåøæ]{3,})\.?,?\s*(\d{4}|\d{2})?")
_MONTH_FIRST = re.compile(r"([a-zåøæ]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+(\d{4}|\d{2}))?")


def add_months(day: date, months: int) -> date:
    """Return the same day number ``months`` later (earlier if negative), or the month's last day if it is shorter.

    Raises DateProblem where the result is outside the years the program takes (1900-2199).
    """
    year, month0 = divmod(day.year * 12 + day.month - 1 + months, 12)
    _refuse_odd_year(year)
    return date(year, month0 + 1, min(day.day, calendar.monthrange(year, month0 + 1)[1]))


def parse_date(text: str, today: date, *, past: bool = False) -> date:
    """Return the date that ``text`` means, seen from ``today``.

    Takes ``1.11.23``, ``1/11-23``, ``011123``, ``2023-11-01``, ``1. nov 2023``, ``i morgen``, ``+3 mnd``, ``fredag``
    (the first one after today) and their nynorsk and English forms. A date without a year is the nearest one. Two
    digits mean a year at most twenty years ahead; with ``past`` (dates of birth) never one ahead.
    Raises DateProblem with the code and facts of its sentence.
    """
    typed = _plain(text)
    if not typed:
        raise DateProblem("date.empty", example=today)
    found = _counted(typed, today)
    if found is not None:
        return found
    parts = _day_month_year(typed)
    if parts is None:
        raise DateProblem("date.unreadable", example=today)
    day, month, year_text = parts
    if not year_text:
        return _nearest(day, month, today)
    if len(year_text) == 4:
        return _existing(day, month, int(year_text))
    year = _full_year(int(year_text), today, past)
    if past:
        # A hundred years come off only when the date, or the one to be proposed, is known to exist.
        meant = _meant(day, month, year)
        year -= 100 if meant and meant > today else 0
    return _existing(day, month, year)


def is_counted(text: str) -> bool:
    """Return whether the text is a stretch of time or a day counted from today: ``+3 mnd``, ``3 år``, ``fredag``."""
    typed = _plain(text)
    match = _RELATIVE.fullmatch(typed)
    if match is not None and match["unit"] in _UNIT:
        return True
    return _counted(typed, date(2000, 1, 1)) is not None


def show_date(day: date) -> str:
    """Return ``01.11.2026``."""
    return f"{day.day:02}.{day.month:02}.{day.year:04}"


def long_date(day: date, language: str) -> str:
    """Return ``1. november 2026`` (nb, nn), ``1 November 2026`` (en), or as the language ``language`` writes it."""
    if language in MONTHS:
        dot = "" if language == "en" else "."
        return f"{day.day}{dot} {MONTHS[language][day.month - 1]} {day.year}"
    return _spoken(day, language, with_year=True)


def day_and_month(day: date, language: str) -> str:
    """Return ``1. november`` (nb, nn), ``1 November`` (en), or as the language ``language`` writes it."""
    if language in MONTHS:
        return long_date(day, language).removesuffix(f" {day.year}")
    return _spoken(day, language, with_year=False)


_NO_YEAR = re.compile(r"[ ]?y+(?:[ ]?'[^']*')?")


def _spoken(day: date, language: str, *, with_year: bool) -> str:
    """Return a date as a language of the papers writes it (``text.languages``)."""
    from babel.dates import format_date, format_skeleton  # a hundred milliseconds the first window does not need

    from bolig_desktop.text import languages

    known = languages.language(language)
    if known is None or not known.dates:
        locale = known.babel if known else "nb"
        said = format_date(day, "long", locale=locale) if with_year else format_skeleton("MMMMd", day, locale=locale)
    else:
        pattern = known.dates if with_year else _NO_YEAR.sub("", known.dates)
        if known.months_too:
            other = format_date(day, "MMMM", locale=known.months_too)
            pattern = pattern.replace("MMMM", f"MMMM '({other})'")
        said = format_date(day, pattern, locale=known.babel)
    return said.replace("1 ", "1er ", 1) if language == "fr" and day.day == 1 else said


def month_name(month: int, language: str) -> str:
    """Return the name of month 1-12 in nb, nn or en (bokmål for any other language)."""
    return MONTHS.get(language, MONTHS["nb"])[month - 1]


def _plain(text: str) -> str:
    """Return the text in lower case with ordinary digits, dashes and single spaces."""
    folded = unicodedata.normalize("NFC", text).casefold()
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in folded)
    return " ".join(re.sub("[‐-―−]", "-", digits).split()).rstrip(",;")


def _counted(typed: str, today: date) -> date | None:
    """Read what is counted from today; None where it is not."""
    try:
        found = _read_word(typed, today) or _read_relative(typed, today)
    except OverflowError:
        raise _odd_year() from None
    if found is not None:
        _refuse_odd_year(found.year)
    return found


def _read_word(typed: str, today: date) -> date | None:
    """Read ``i dag``, ``fredag``, ``neste fredag`` (next week's), ``sist fredag``."""
    if typed in _DAY_WORDS:
        return today + timedelta(days=_DAY_WORDS[typed])
    *before, word = typed.removeprefix("på ").removeprefix("on ").rstrip(".").split(" ")
    if word not in _WEEKDAY or len(before) > 1:
        return None
    ahead = (_WEEKDAY[word] - today.weekday() - 1) % 7 + 1
    match before:
        case []:
            return today + timedelta(days=ahead)
        case ["neste" | "next"]:
            return today + timedelta(days=7 - today.weekday() + _WEEKDAY[word])
        case ["sist" | "siste" | "forrige" | "førre" | "last"]:
            return today - timedelta(days=(today.weekday() - _WEEKDAY[word] - 1) % 7 + 1)
    return None


def _read_relative(typed: str, today: date) -> date | None:
    """Read ``+3 mnd``, ``om 14 dager``, ``-2 uker``, ``for 2 uker siden``."""
    match = _RELATIVE.fullmatch(typed)
    if match is None or match["unit"] not in _UNIT:
        return None
    sign, past = (match["sign"] or "").strip(), bool(match["past"])
    if (sign == "for" and not past) or (not sign and not past):
        return None
    count = int(match["count"]) * (-1 if past or sign == "-" else 1)
    unit = _UNIT[match["unit"]]
    if unit in ("month", "year"):
        return add_months(today, count * (12 if unit == "year" else 1))
    return today + timedelta(days=count * (7 if unit == "week" else 1))


def _day_month_year(typed: str) -> tuple[int, int, str] | None:
    """Take a written date apart into day, month and the year's digits ("" where none is written)."""
    if typed.isdigit() and len(typed) in (6, 8):
        if len(typed) == 8 and typed[:2] in ("19", "20", "21") and not 1 <= int(typed[2:4]) <= 12:
            return int(typed[6:]), int(typed[4:6]), typed[:4]
        return int(typed[:2]), int(typed[2:4]), typed[4:]
    if match := _ISO.fullmatch(typed):
        return int(match[3]), int(match[2]), match[1]
    if match := _NUMBERS.fullmatch(typed):
        return int(match[1]), int(match[2]), match[3] or ""
    if (match := _WORDS.fullmatch(typed)) and (month := _month_number(match[2])):
        return int(match[1]), month, match[3] or ""
    if (match := _MONTH_FIRST.fullmatch(typed)) and (month := _month_number(match[1])):
        return int(match[2]), month, match[3] or ""
    return None


def _month_number(word: str) -> int | None:
    for names in MONTHS.values():
        for number, name in enumerate(names, start=1):
            if name.casefold().startswith(word) or (word == "sept" and number == 9):
                return number
    return None


def _full_year(two_digits: int, today: date, past: bool) -> int:
    latest = today.year if past else today.year + 20
    return latest - (latest - two_digits) % 100


def _nearest(day: int, month: int, today: date) -> date:
    """Return the date nearest to today with this day and month (a year was not written)."""
    found = []
    for year in (today.year - 1, today.year, today.year + 1):
        try:
            found.append(_existing(day, month, year))
        except DateProblem as problem:
            if year == today.year:
                missing = problem
    if not found:
        raise missing
    return min(found, key=lambda d: abs((d - today).days))


def _refuse_odd_year(year: int) -> None:
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise _odd_year()


def _odd_year() -> DateProblem:
    return DateProblem("date.odd_year", first=str(FIRST_YEAR), last=str(LAST_YEAR))


def _meant(day: int, month: int, year: int) -> date | None:
    """Return the date, or the one proposed in its place; None where nothing can be proposed."""
    try:
        return _existing(day, month, year)
    except DateProblem as problem:
        suggestion = problem.facts.get("suggestion")
        return suggestion if isinstance(suggestion, date) else None


def _existing(day: int, month: int, year: int) -> date:
    """Return the date, or say kindly why there is none and what may have been meant."""
    _refuse_odd_year(year)
    if not 1 <= month <= 12:
        if 1 <= day <= 12 and 13 <= month <= calendar.monthrange(year, day)[1]:
            raise DateProblem("date.month_first", suggestion=date(year, day, month))
        raise DateProblem("date.no_such_month")
    days = calendar.monthrange(year, month)[1]
    if day > days:
        code = "date.no_such_day_in_year" if month == 2 else "date.no_such_day"
        raise DateProblem(code, of_month=month, year=str(year), days=days, suggestion=date(year, month, days))
    if day == 0:
        raise DateProblem("date.day_zero")
    return date(year, month, day)
