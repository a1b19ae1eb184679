"""Where a line may end: never between § and its number, an amount and kr, a day and its month."""

import re
from functools import lru_cache

_MONTH = r"(?:jan|feb|mar|apr|mai|jun|jul|aug|sep|okt|nov|des)[a-z]*\.?"
_TIED = re.compile(
    r"""
      §§?\ ?\d[\w–-]*(?:\ [a-zæøå]\b)?          # § 9-2, § 11 a
        (?:\ (?:første|fyrste|andre|tredje|fjerde|femte|sjette)\ ledd)?
    | \bkr\.?\ \d[\d\ ]*                        # kr 9 500
    | \d{1,3}(?:\ \d{3})+(?:\ (?:kr|øre)\b)?    # 9 500 kr
    | \d[\d.,]*\ (?:kr|øre|%|m²|m³|kWh|°C|Bq/m³|kg|l|liter|år|dager|uker|måneder|måned|månader|månad|dagar|veker)\b
    | \d\ (?:%|°C)
    | \d{1,2}\.\ """
    + _MONTH
    + r"""(?:\ \d{4})?                          # 1. desember 2026
    | \+?\d{2,3}(?:\ \d{2,3}){2,4}              # telephone numbers
    | \b(?:bokstav|nr\.|punkt|side|rom|org\.nr\.|tlf\.|kapittel)\ (?:\d[\d.]*|[a-e]\b)
    | \b(?:første|fyrste|andre|tredje|fjerde|femte|sjette)\ ledd
    | \ba\ konto\b
    | \bgnr\.\ \d+,\ bnr\.\ \d+
    | \b\d{4}\ [A-ZÆØÅ]\w*                      # postcode and place
    | \b\w+\ \d{1,4}\ [A-Z]\b                   # Storgata 14 B
    """,
    re.VERBOSE,
)
_AFTER = frozenset("-–—/\u1361\u1362\u1363\u1364\u200b")


@lru_cache(maxsize=4_000)
def break_places(text: str) -> tuple[int, ...]:
    """Return the indices in ``text`` before which a new line may begin, in order."""
    places = set()
    for i in range(1, len(text)):
        before, after = text[i - 1], text[i]
        if after == " ":
            continue
        if after in "–—" and text[i + 1 : i + 2] == " ":
            continue  # a dash between two phrases ends the line, it never begins one
        if before == " " or (before in _AFTER and _may_break_after(text, i)):
            places.add(i)
    for tied in _TIED.finditer(text):
        places.difference_update(range(tied.start() + 1, tied.end()))
    return tuple(sorted(places))


def _may_break_after(text: str, i: int) -> bool:
    """Return whether the hyphen, dash or stroke before ``i`` stands between two words long enough to part."""
    if text[i - 1] in "\u1361\u1362\u1363\u1364\u200b":
        return True
    before, after = text[max(0, i - 4) : i - 1], text[i : i + 3]
    return len(before) == 3 and before.isalpha() and len(after) == 3 and after.isalpha()
