"""Numbers that identify people, firms, accounts, dwellings and land: is what was typed possible?

Each check returns the code of its sentence, or None where the number is possible. Whether that refuses or warns is
for the topic's rules to say; nothing is read out of a number (no sex, no century).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bolig_desktop.law.parameters import Parameter

_FNR_FIRST = (3, 7, 6, 1, 8, 9, 4, 5, 2, 1)
_FNR_SECOND = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_ORG = (3, 2, 7, 6, 5, 4, 3, 2, 1)
_DUF = (4, 6, 3, 2, 4, 6, 3, 2, 7, 5)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def tidy(text: str) -> str:
    """Return a number without the spaces, dots and dashes people part it with, letters in capitals."""
    return re.sub(r"[\s.\u00a0\u202f‐-―−-]", "", text).upper()


def identity_number(text: str, today: date, *, demo: bool = False, own: Iterable[Parameter] = ()) -> str | None:
    """Check a fødselsnummer, D-number (day + 40) or H-number (month + 40); ID-FNR, ID-DNR.

    Made-up numbers (month + 80) are refused unless ``demo``. The rule of control digits is the one in force today.
    own: the user's own dated rows, which win.
    """
    number = tidy(text)
    if not re.fullmatch("[0-9]{11}", number):
        return "identifier.identity_length"
    day, month, year = int(number[:2]), int(number[2:4]), int(number[4:6])
    synthetic = month > 80
    if not _day_exists(day - 40 if day > 40 else day, month - 80 if synthetic else month % 40, year):
        return "identifier.identity_date"
    if _weighted(number, _FNR_FIRST) % 11 not in _first_remainders(today, own) or _weighted(number, _FNR_SECOND) % 11:
        return "identifier.identity_control"
    if synthetic and not demo:
        return "identifier.identity_synthetic"
    return None


def fits_birth_date(text: str, born_on: date) -> bool:
    """Return whether day, month and two digits of the year in an identity number are those of ``born_on``."""
    number = tidy(text)
    day, month = int(number[:2]), int(number[2:4])
    month = month - 80 if month > 80 else month % 40
    return (day % 40, month, int(number[4:6])) == (born_on.day, born_on.month, born_on.year % 100)


def duf_number(text: str) -> str | None:
    """Check a DUF number (ID-DUF): twelve digits, a year first. Warn and never refuse: the rule is unofficial."""
    number = tidy(text)
    if not re.fullmatch("(?:19|20)[0-9]{10}", number):
        return "identifier.duf_length"
    if _weighted(number[:10], _DUF) % 11 != int(number[10:]):
        return "identifier.duf_control"
    return None


def org_number(text: str) -> str | None:
    """Check an organisation number (ID-ORG): nine digits, mod 11; no leading 8 or 9 is demanded."""
    number = tidy(text)
    if not re.fullmatch("[0-9]{9}", number):
        return "identifier.org_length"
    return "identifier.org_control" if _weighted(number, _ORG) % 11 or number == "0" * 9 else None


def account_number(text: str) -> str | None:
    """Check a Norwegian account number (ID-KTO): eleven digits, mod 11. A reason to warn."""
    number = tidy(text)
    if not re.fullmatch("[0-9]{11}", number):
        return "identifier.account_length"
    return "identifier.account_control" if _weighted(number, _FNR_SECOND) % 11 or number == "0" * 11 else None


def show_account(text: str) -> str:
    """Return an account number parted 4-2-5 (``1234 56 78903``, ID-KTO); anything else as it is."""
    number = tidy(text)
    return f"{number[:4]} {number[4:6]} {number[6:]}" if re.fullmatch("[0-9]{11}", number) else text


def postcode(text: str) -> str | None:
    """Check a postal code (ID-POST): four digits as text, a leading zero kept."""
    return None if re.fullmatch("[0-9]{4}", text.strip()) else "identifier.postcode"


def unit_number(text: str) -> str | None:
    """Check a bruksenhetsnummer (ID-BRU): K, U, H or L, two digits for the floor, two for the door."""
    return None if re.fullmatch("[KUHL][0-9]{4}", tidy(text)) else "identifier.unit_number"


def cadastre(municipality: str, gnr: str, bnr: str = "", fnr: str = "", snr: str = "") -> tuple[str, str] | None:
    """Check a matrikkelnummer (ID-MAT, knr-gnr/bnr/fnr/snr), every part optional.

    Returns the part that is wrong ("municipality_number", "gnr", "bnr", "fnr", "snr") and the code of its sentence.
    """
    if municipality and not re.fullmatch("[0-9]{4}", municipality):
        return "municipality_number", "identifier.municipality_number"
    parts = {"gnr": gnr, "bnr": bnr, "fnr": fnr, "snr": snr}
    for name, value in parts.items():
        if value and not re.fullmatch("[0-9]{1,5}", value):
            return name, "identifier.cadastre_digits"
    for name, needed in (("bnr", gnr), ("fnr", bnr), ("snr", bnr)):
        if parts[name] and not needed:
            return name, "identifier.cadastre_order"
    return None


def phone(text: str) -> str | None:
    """Check that a telephone number can be one: at least five digits, and no letters. A reason to warn."""
    digits = re.sub(r"[\s()/.+\u00a0-]", "", text)
    return None if re.fullmatch("[0-9]{5,15}", digits) else "identifier.phone"


def email(text: str) -> str | None:
    """Check that an e-mail address can be one. A reason to warn."""
    return None if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}", text.strip()) else "identifier.email"


def clock(text: str) -> str | None:
    """Check that a time of day is written as the papers print it: 00.00 to 23.59, with a full stop."""
    return None if re.fullmatch(r"([01][0-9]|2[0-3])\.[0-5][0-9]", text) else "house_rules.clock"


def _first_remainders(today: date, own: Iterable[Parameter]) -> set[int]:
    """Return what the first control digit may leave (ID-FNR, a dated parameter: from 2032 more; old numbers stay)."""
    from bolig_desktop.law import parameters  # read where a number is checked, not when the program starts

    return {int(digit) for digit in parameters.text("identity_number_remainders", today, own) or "0"}


def _weighted(number: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(number, weights, strict=False))


def _day_exists(day: int, month: int, two_digit_year: int) -> bool:
    if not 1 <= month <= 12 or not 1 <= day <= _DAYS[month - 1]:
        return False
    return (month, day) != (2, 29) or two_digit_year % 4 == 0
