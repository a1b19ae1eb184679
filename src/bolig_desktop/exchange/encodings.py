"""The coding of a text file that is not UTF-8, told by its letters: Windows', the old one of DOS, or that of the Mac.

Every byte is a sign in each of them, so that a file read in the wrong one comes in with signs in its names that no
name has, and nobody is told. In the right one the signs beyond a to z are those Norwegian is written with, letters of
names from elsewhere, and a few marks; and no capital stands behind a small letter.
"""

import re
from itertools import islice

_CODINGS = ("cp1252", "cp865", "mac_roman")
"""What is tried; where as much speaks for two of them, the first is taken."""
_OURS = frozenset("æøåÆØÅ")
_BEYOND = re.compile("[^\x00-\x7f]")
_MOST_LOOKED_AT = 20_000
_MARKS = frozenset("–—’‘“”«»§°²³½€·…´\u00a0")


def decoded(content: bytes) -> str | None:
    """Return the text in the coding most speaks for, None where no coding makes one of it."""
    best: tuple[float, str | None] = (0, None)
    for coding in _CODINGS:
        try:
            text = content.decode(coding)
        except UnicodeDecodeError:
            continue
        weight = _weight(text)
        if weight > best[0]:
            best = (weight, text)
    return best[1]


def _weight(text: str) -> float:
    """Return how much speaks for a text: its letters beyond a to z, unless something in it nobody writes."""
    weight = 0.0
    for found in islice(_BEYOND.finditer(text), _MOST_LOOKED_AT):
        sign, before = found[0], text[max(found.start() - 1, 0)]
        if sign.isalpha() and ord(sign) < 0x250:
            is_amiss = sign.isupper() and before.islower()
            weight += -1 if is_amiss else 1 if sign in _OURS else 0.5
        elif sign in _MARKS:
            weight += 0.1
        else:
            weight -= 2
    return weight
