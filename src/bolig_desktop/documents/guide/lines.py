"""A text of a bilingual paper taken apart: its heading, its paragraphs and its points."""

from functools import lru_cache
from typing import NamedTuple

from bolig_desktop.documents import fonts, texts
from bolig_desktop.documents.texts import Words

HEADING, TEXT, ITEM = "heading", "text", "item"
_POINT = "- "


class UnitLine(NamedTuple):
    """One line of a text. kind: heading, text, or item (a point of a list)."""

    kind: str
    words: Words


@lru_cache(maxsize=8_000)
def lines(text: str, plain: bool = False) -> tuple[UnitLine, ...]:
    """Return the lines of a text: the first of several is a heading, one that begins with ``- `` a point.

    plain: written by somebody as it is to be printed: no headings, and braces and stars are what they are.
    Raises BadTemplate for bold that is not closed and braces that hold no fact.
    """
    found = [line.strip() for line in text.strip().splitlines() if line.strip()]
    read = _as_it_is if plain else texts.parse
    made = []
    for number, line in enumerate(found):
        if line.startswith(_POINT):
            made.append(UnitLine(ITEM, read(line.removeprefix(_POINT))))
        else:
            leads = not number and len(found) > 1 and not plain
            made.append(UnitLine(HEADING if leads else TEXT, read(line)))
    return tuple(made)


def _as_it_is(text: str) -> Words:
    return Words(tokens=((text, "", fonts.REGULAR),), pattern=text)
