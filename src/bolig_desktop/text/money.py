"""Kroner and other numbers as people type them and as they are shown."""

import re
from decimal import Decimal

from bolig_desktop.text.unreadable import MoneyProblem, NumberProblem

NO_BREAK = "\u00a0"
MOST_NOK = 99_999_999

_BLANKS = re.compile(r"[\s\u00a0\u2009\u202f]+")
_CURRENCY = re.compile(r"^(?:kr|nok)\.?|(?:kr|kroner|nok)\.?$")
_WHOLE = re.compile(r"\d+|\d{1,3}(?:\.\d{3})+|\d{1,3}(?:'\d{3})+")
_TAIL = re.compile(r"(?P<whole>.*?)(?:,(?P<ore>\d{1,2})|[,.][-–—]{1,2}|,)?")


def parse_kroner(text: str, *, most: int = MOST_NOK) -> int:
    """Return whole kroner from ``9500``, ``9 500``, ``9.500``, ``9 500,-``, ``kr 9500``.

    Refused, each with its own sentence: øre, an amount below zero, one above ``most`` kroner, ``9,500`` (which may
    mean two things) and what is no amount. Raises MoneyProblem.
    """
    kroner, ore = _kroner_and_ore(text)
    if ore:
        raise MoneyProblem("money.not_whole", lower_nok=kroner, upper_nok=kroner + 1)
    return _within(kroner, most)


def parse_ore(text: str, *, most: int = MOST_NOK) -> int:
    """Return øre from ``9 500,50``, ``9500`` or ``9 500,-`` (950050, 950000, 950000); refuses as parse_kroner."""
    kroner, ore = _kroner_and_ore(text)
    return _within(kroner, most) * 100 + ore


def show_kroner(kroner: int) -> str:
    """Return ``9 500 kr`` with spaces that no line break parts."""
    return f"{_grouped(kroner)}{NO_BREAK}kr"


def show_ore(ore: int) -> str:
    """Return øre as ``9 500,50 kr`` with spaces that no line break parts."""
    sign = "−" if ore < 0 else ""
    kroner, rest = divmod(abs(ore), 100)
    return f"{sign}{_grouped(kroner)},{rest:02}{NO_BREAK}kr"


def parse_decimal(text: str) -> Decimal:
    """Return a number such as an area or a meter reading from ``11,5``, ``11.5``, ``1 234,5`` or ``11,5 m²``.

    Raises NumberProblem for anything else, and below zero.
    """
    typed = re.sub(r"(?:m2|m²|kvm|kwh|m3|m³)\.?$", "", _BLANKS.sub("", text).casefold())
    if re.fullmatch(r"[-−–]\d+(?:[.,]\d+)?", typed):
        raise NumberProblem("number.negative")
    if not re.fullmatch(r"[0-9]{1,9}(?:[.,][0-9]{1,6})?", typed):
        raise NumberProblem("number.unreadable")
    return Decimal(typed.replace(",", "."))


def parse_whole(text: str) -> int:
    """Return a whole number such as a count of rooms. Raises NumberProblem for decimals and below zero."""
    number = parse_decimal(text)
    if number != number.to_integral_value():
        raise NumberProblem("number.not_whole")
    return int(number)


def show_decimal(number: Decimal | float | int) -> str:
    """Return ``11,5``: a decimal comma, no trailing zeros, thousands parted."""
    whole, _, rest = f"{Decimal(str(number)):f}".partition(".")
    rest = rest.rstrip("0")
    return f"{_grouped(int(whole))}{',' + rest if rest else ''}"


def _kroner_and_ore(text: str) -> tuple[int, int]:
    typed = _BLANKS.sub("", text).casefold()
    typed = _CURRENCY.sub("", _CURRENCY.sub("", typed))
    if not typed:
        raise MoneyProblem("money.empty")
    if re.fullmatch(r"[-−–]\d.*|\(\d.*\)|\d+[-−–]", typed):
        raise MoneyProblem("money.negative")
    if comma := re.fullmatch(r"(\d{1,3}),(\d{3})", typed):
        raise MoneyProblem("money.unclear_comma", perhaps_nok=int(comma[1] + comma[2]))
    parts = _TAIL.fullmatch(typed)
    if parts is None or not _WHOLE.fullmatch(parts["whole"]):
        if re.fullmatch(r"\d+\.\d{1,2}", typed):
            return int(typed.split(".")[0]), int(typed.split(".")[1].ljust(2, "0"))
        raise MoneyProblem("money.unreadable")
    return int(re.sub(r"\D", "", parts["whole"])), int((parts["ore"] or "0").ljust(2, "0"))


def _within(kroner: int, most: int) -> int:
    if kroner > most:
        raise MoneyProblem("money.too_large", most_nok=most)
    return kroner


def _grouped(number: int) -> str:
    return f"{number:,}".replace(",", NO_BREAK).replace("-", "−")
