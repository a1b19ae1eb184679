"""What may come in: every text typed, pasted or imported passes here once."""

import re
import unicodedata

# C0 and C1 controls, surrogates, noncharacters, the byte order mark, and the characters that turn text around.
_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\u202a-\u202e\u2066-\u2069"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "]"
)
_LINE_ENDS = re.compile("\r\n|[\r\n\x85\u2028\u2029]")


def clean(text: str, *, lines: bool = False) -> str:
    """Return ``text`` in composed form (NFC), trimmed, without characters that nobody can see or print.

    Dropped: control characters, lone surrogates, noncharacters and bidi overrides. ``lines`` keeps line breaks
    (long texts); without it a line break or a tab becomes one space. Cleaning twice changes nothing.
    """
    whole = _LINE_ENDS.sub("\n" if lines else " ", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", whole)).strip()
